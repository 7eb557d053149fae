"""Regulation on public security video systems, 2025: how long video is kept, and where none is.

Source: 《公共安全视频图像信息系统管理条例》, the text as published: articles 8 (third item), 9, 17
and 34, which says since when it is in force.

Limits: article 9 lifts the duty of article 17 from places that article 7 does not list; whether a
childcare institution is one of them is an open question, for the list ends in "and other places
where people gather". Longer times that laws and administrative regulations set go first; the 90
days of the childcare texts are neither, and stand in their own plans. That video which has served
its purpose is deleted no fact tells. Of the places where no camera may be, rooms for nursing are
encoded. The fines of article 27 are not among what is listed as known, and left out.
"""

from datetime import date

from careplan import writing as w
from careplan.criteria.nodes import not_
from careplan.criteria.proxies import every, facts, some
from careplan.nouns.care.institutions import Institution
from careplan.nouns.facilities import Room, Venue
from careplan.plans.national.sources import VID

institution = facts(Institution)
venue, room = facts(Venue), facts(Room)

KEPT = institution.video_kept_days >= 30
LISTED_PLACE = w.question(
    "listed_place", "17.keep",
    "托育机构是否属于第七条所列的公共场所；不属于的，按第九条不受第十七条约束",
    "Is a childcare institution a public place that article 7 lists? If not, article 9 lifts article 17",
    listed=("属于所列场所，须保存三十日以上", "it is listed: video is kept for 30 days"),
    other=("不属于所列场所，第十七条不作强制", "it is not: article 17 does not bind it"),
)  # fmt: skip


def known(fact: str = "") -> w.KnownFrom:
    """Say that the regulation as published has a fact."""
    return w.known_from(w.Support.SOLID, VID, facts=fact)


# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("8.3", "第八条第一款第三项", w.PROHIBITED, "公共哺乳室内部不得安装摄像头",
        "No camera is put up inside a public nursing room.",
        w.duty(requires=not_(room.camera_inside)),
        w.duty(part="venue", applies=some(venue.rooms), requires=every(venue.rooms, not_(room.camera_inside))),
        title=("哺乳室内不得有摄像头", "no camera inside nursing rooms"), known_from=known()),
    w.clause("9", "第九条", w.FACT, "第七条所列以外的场所，不受第十七条约束",
        "Places that article 7 does not list are not bound by article 17.",
        w.encoded_with("17.keep"), known_from=known("vid.keep")),
    w.clause("17.keep", "第十七条", w.MUST, "视频图像信息保存不少于30日",
        "Video is kept for at least 30 days.",
        w.duty(also="9", under=(LISTED_PLACE, "listed"), requires=KEPT),
        w.duty(also="9", under=(LISTED_PLACE, "other"), requires=KEPT,
            advisory=("按第九条，第十七条对该场所不作强制", "by article 9, article 17 does not bind such a place")),
        title=("录像保存天数", "days video is kept"), known_from=known("vid.keep")),
    w.clause("17.delete", "第十七条", w.MUST, "期满后已实现处理目的的，应当删除",
        "After that, video that has served its purpose is deleted.",
        w.declined("是否已实现处理目的，没有可以申报的情况", "no fact says whether video has served its purpose"),
        known_from=known("vid.keep")),
    w.clause("34", "第三十四条", w.FACT, "自2025年4月1日起施行", "In force from 1 April 2025.",
        w.declined("已写在文件的施行期间", "the document itself has its period"),
        known_from=known("vid.force")),
    w.clause("rest", "其余条文", w.FACT, "条例的其余条文", "All other articles of the regulation.",
        w.declined("不涉及托育机构和母婴室已知的事项，不作编码",
            "not about what is known of institutions and rooms for nursing"),
        known_from=known()),
)
# fmt: on

PLAN = w.Plan.of(
    "national_video_2025",
    w.Document(
        title=w.Text(
            zh="公共安全视频图像信息系统管理条例",
            en="Regulation on public security video systems",
        ),
        issuer=w.Text(zh="国务院", en="State Council"),
        in_force=(date(2025, 4, 1), None),
        parallels=(
            "national_setting_2019",
            "national_family_2023",
            "national_quality_2023",
        ),
        known_from=known(),
    ),
    CLAUSES,
    questions=(LISTED_PLACE,),
)
