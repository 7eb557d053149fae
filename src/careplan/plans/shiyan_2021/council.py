"""三（一） and the annex: the joint conference, who calls it, who belongs, how it meets."""

from careplan.base.text import Text
from careplan.documents.authorities.calendar import Duty, Interval
from careplan.documents.authorities.offices import named
from careplan.documents.authorities.tasks import Council, Meeting
from careplan.plans.shiyan_2021.clauses import C
from careplan.plans.shiyan_2021.offices import OFFICES

[HEALTH] = named(OFFICES, "市卫健委")
[CONFERENCE] = named(OFFICES, "联席会议")
[OFFICE] = named(OFFICES, "联席会议办公室")
[MEMBERS] = named(OFFICES, "成员单位")

MEETINGS = (
    # Further plenaries may be called, so a third in a year is no breach.
    Meeting(
        clause=C["a1.3.1.a"],
        also=(C["a1.3.1.b"], C["a1.3.1.c"]),
        key="plenary",
        title=Text(zh="全体会议", en="plenary meeting"),
        chaired_by=Text(zh="召集人或副召集人", en="the convenor or a deputy"),
        least_per_year=1,
        most_per_year=2,
        in_principle=True,
    ),
    Meeting(
        clause=C["a1.3.2"],
        key="thematic",
        title=Text(zh="专题会议", en="thematic meeting"),
        chaired_by=Text(
            zh="副召集人或办公室主任", en="a deputy convenor or the director of the office"
        ),
    ),
    Meeting(
        clause=C["a1.3.3"],
        key="liaison",
        title=Text(zh="联络员会议", en="meeting of liaison officers"),
        chaired_by=Text(zh="办公室主任", en="the director of the office"),
    ),
)

COUNCILS = (
    Council(
        clause=C["a1.2.b"],
        also=tuple(
            C[number]
            for number in (
                *("3.1.b", "a1.0", "a1.1", "a1.2.a", "a1.3.4.a"),
                *("a1.4.0.a", "a1.4.0.b", "a1.4.0.c", "a1.4.0.d"),
            )
        ),
        key="joint_conference",
        name="十堰市促进3岁以下婴幼儿照护服务发展工作联席会议",
        aliases=("市级促进3岁以下婴幼儿照护服务发展工作联席会议", "联席会议"),
        convenor=Text(zh="市政府分管领导", en="the city government leader in charge of the field"),
        deputies=(
            Text(
                zh="市政府分管副秘书长",
                en="the city government's deputy secretary-general in charge of the field",
            ),
            Text(zh="市卫健委主要负责同志", en="the head of the city health commission"),
        ),
        lead=HEALTH,
        # The text names the lead among the nineteen, and ends the list in "and so on".
        members=named(
            OFFICES,
            "市委编办 市发改委 市教育局 市公安局 市民政局 市财政局 市人社局 市自然资源和规划局 "
            "市住建局 市卫健委 市应急管理局 市税务局 市行政审批局 市市场监管局 市总工会 团市委 "
            "市妇联 市消防救援支队 市计划生育协会",
        ),
        open_list=True,
        office_at=HEALTH,
        office_director=Text(
            zh="市卫健委分管负责同志兼任",
            en="the health commission's official in charge of the field",
        ),
        liaison=Text(
            zh="各成员单位有关科室负责同志1名",
            en="one responsible person of the relevant section of each member unit",
        ),
        meetings=MEETINGS,
    ),
    # Modelled on the city's: no members, meetings or date of their own are stated.
    Council(clause=C["a1.5.3"], key="county_conferences", name="县市区联席会议"),
)

DUTIES = (
    Duty(
        clause=C["a1.1"],
        key="yearly_work_plan",
        title=Text(zh="年度工作计划", en="yearly work plan"),
        acting=(CONFERENCE,),
        every=Interval(12),
    ),
    Duty(
        clause=C["a1.3.1.c"],
        key="yearly_report",
        title=Text(zh="年度工作报告", en="yearly work report to the plenary"),
        recipient=CONFERENCE,
        every=Interval(12),
    ),
    Duty(
        clause=C["a1.3.4.b"],
        key="circulate_progress",
        title=Text(
            zh="跟踪议定事项、收集并通报进展",
            en="follow up decisions, collect and circulate progress",
        ),
        acting=(OFFICE,),
        recipient=MEMBERS,
    ),
)
