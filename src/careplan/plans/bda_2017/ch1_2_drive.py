"""Title, preamble, sections 1 and 二: the two kinds of room, the drive for them and its figure.

Section 1 prints no subject: it goes on with what the preface has the zone union's committee do,
in the same words (继续推进…建设; 建立母婴关爱室). Offices are printed names.
"""

from datetime import date

from careplan import writing as w
from careplan.criteria.nodes import all_of, any_of
from careplan.criteria.proxies import among, facts, has, some
from careplan.documents.chapters.places import NOT_LISTED, of_kinds, outside
from careplan.nouns.facilities import Employer, EmployerKind, Room, RoomUse, Venue, VenueCategory

room, employer, venue = facts(Room), facts(Employer), facts(Venue)
COMMITTEE = "区总工会女职工委员会"

# Where a room stands is no part of what it is: the form of annex 2 also offers office
# buildings and public places for a hut.
IS_HUT = has(room.use, RoomUse.MUMMY_HUT)
IS_CARE_ROOM = has(room.use, RoomUse.CARE_ROOM)
OF_EITHER_KIND = any_of(IS_HUT, IS_CARE_ROOM)

# Which parks are "characteristic" the text does not say: a declared fact.
PARKS = frozenset({VenueCategory.CHARACTERISTIC_PARK})

TEN_ROOMS = w.question(
    "ten_rooms", "1.d",
    "“10个”是合计还是各10个", "Are the ten rooms both kinds together, or ten of each?",
    together=("合计", "both kinds together"),
    each=("各10个", "ten of each kind"),
)  # fmt: skip

# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("0.issue", "标题；前言", w.FACT, "区总工会（女职工委员会）继续推进小屋和关爱室项目",
        "Identifies the notice: the zone trade union's women workers' committee carries on the project for grass-roots unions.",
        w.task(("延续小屋、关爱室项目", "carries on the project of both rooms"), acting=COMMITTEE)),
    w.clause("0.a", "前言", w.MUST, "2017年继续开展孕期女职工关爱行动，并在园区建关爱室",
        "In 2017 the committee carries on the care action for expectant mothers in grass-roots unions and sets up care rooms in characteristic parks.",
        w.task(("继续开展孕期女职工关爱行动", "carries on the care action for expectant mothers in grass-roots unions"),
            part="care_action", acting=COMMITTEE),
        w.task(("在特色园区设关爱室", "sets up care rooms in characteristic parks"),
            part="care_rooms", acting=COMMITTEE)),
    w.clause("0.def", "前言；1", w.FACT, "小屋设在企业，关爱室设在特色园区",
        "Distinguishes two kinds of room: the mummy hut inside enterprises and the care room inside characteristic parks.",
        w.term("爱心妈咪小屋", "mummy hut", part="mummy_hut", criterion=IS_HUT),
        w.term("母婴关爱室", "care room", part="care_room", criterion=IS_CARE_ROOM)),

    w.clause("1.a", "1", w.MUST, "推进对象：女职工满100人的企业",
        "The hut drive covers enterprises in the zone with at least 100 female employees.",
        w.duty(
            applies=all_of(employer.kind == EmployerKind.ENTERPRISE, employer.female_employees >= 100),
            requires=some(employer.rooms, IS_HUT),
            advisory=("划定推进范围，不是验收或资助的条件", "the scope of a drive, not a condition of acceptance or grant")),
        w.task(("在女职工满100人的企业推进小屋", "drives huts forward in enterprises with at least 100 female employees"),
            acting=COMMITTEE)),
    w.clause("1.b", "1", w.MUST, "在特色园区建设关爱室", "Care rooms are set up in characteristic parks.",
        w.duty(
            applies=of_kinds(venue.category, PARKS, venue.treated_as_listed),
            requires=some(venue.rooms, IS_CARE_ROOM),
            advisory=("第1部分规定成熟一批、发展一批，没有期限",
                "section 1 develops rooms batch by batch as each is ripe, without a date"),
            otherwise=w.Otherwise(when=among(venue.category, outside(PARKS)), text=NOT_LISTED)),
        w.task(("在特色园区设关爱室", "sets up care rooms in characteristic parks"), acting=COMMITTEE)),
    w.clause("1.c", "1", w.MUST, "分批推进，条件成熟的先建", "Rooms are developed batch by batch as each batch is ripe.",
        w.task(("分批推进，条件成熟者先建", "develops rooms as each batch is ripe"), acting=COMMITTEE)),
    w.clause("1.d", "1", w.SHOULD, "全年预计建成10个",
        "Ten huts and care rooms are expected to be built in the year.",
        *(
            w.target(key, title, w.Measure.COUNT, part=key, under=(TEN_ROOMS, option), value=10,
                due=date(2017, 12, 31), precision=w.Precision.YEAR, strength=w.Strength.EXPECTED,
                acting=COMMITTEE)  # as the preface names who goes on with it
            for key, option, title in (
                ("rooms", "together", ("建成小屋和关爱室", "huts and care rooms built")),
                ("mummy_huts", "each", ("建成爱心妈咪小屋", "mummy huts built")),
                ("care_rooms", "each", ("建成母婴关爱室", "care rooms built")),
            )
        )),

    w.clause("2", "二", w.FACT, "试行标准见附件1，基层工会和园区物业照此管理和使用房间",
        "Points to the trial standard of annex 1, drawn up by the zone union, by which grass-roots unions and park managers run and use the rooms.",
        w.task(("制定试行标准", "has drawn up the trial standard"), part="standard", acting="区总工会"),
        # 供…参照: a standard to go by, which the text does not put as must.
        w.task(("参照标准管理和使用房间", "manage and use the rooms going by the standard"),
            part="use", modality=w.SHOULD, acting="各基层工会 园区物业")),
)
# fmt: on
