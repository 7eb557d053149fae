"""Chapters 四（四） and 四（五）: the joint conference, and duties that come back."""

from careplan.base.text import Text
from careplan.documents.authorities.calendar import Duty
from careplan.documents.authorities.offices import named
from careplan.documents.authorities.tasks import Council
from careplan.plans.baodi_2020.clauses import C
from careplan.plans.baodi_2020.offices import OFFICES
from careplan.plans.baodi_2020.tasks import TOWNS

COUNCILS = (
    # Who sets it up, who calls it and how it meets is not printed. The health commission hosts the office and
    # leads the work (4.5.3.d); it is not among the members named.
    Council(
        clause=C["4.5.3.a"],
        also=(C["4.5.3.b"],),
        key="joint_conference",
        name="区婴幼儿照护服务发展工作联席会议",
        aliases=("联席会议",),
        members=named(
            OFFICES,
            "区委编办 区发展改革委 区教育局 公安宝坻分局 区民政局 区财政局 区人力社保局 "
            "区规划和自然资源局 区住建委 区应急局 区市场监管局 区政务服务办 区税务局 区金融局 "
            "区消防支队",
        ),
        members_under=C["4.5.3.b"],
        open_list=True,
        office_at=OFFICES["区卫生健康委"],
    ),
)

DUTIES = (
    # 定期: no interval. What is to be made public is a rule on the institution.
    Duty(
        clause=C["4.4.d"],
        key="disclosure",
        title=Text(zh="定期公示收费等情况", en="charges and care are made public regularly"),
        acting=named(OFFICES, "托育机构"),
    ),
    # 及时: no interval and no form of report.
    Duty(
        clause=C["4.5.2.c"],
        key="keep_informed",
        title=Text(
            zh="掌握机构数量、质量、收费和服务人群",
            en="number, quality, charges and clientele of institutions are kept track of",
        ),
        acting=TOWNS,
    ),
)
