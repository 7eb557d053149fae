"""Chapter 七: the coordination group, its quarterly table, and the regular supervision."""

from careplan.base.text import Text
from careplan.documents.authorities.calendar import Duty, Interval, month
from careplan.documents.authorities.offices import named
from careplan.documents.authorities.tasks import Council
from careplan.plans.shuangliao_2021.clauses import C
from careplan.plans.shuangliao_2021.offices import OFFICES

COUNCILS = (
    Council(
        clause=C["7.1.a"],
        key="coordination_group",
        name="双辽市母婴设施建设工作协调组",
        aliases=(
            "市母婴设施建设工作协调组",
            "市母婴室设施建设工作协调组",
            "市工作协调组",
        ),
        convenor=Text(
            zh="市政府分管领导（组长）", en="the city government leader in charge, as head"
        ),
        lead=OFFICES["市卫生健康局"],
        members=named(
            OFFICES,
            "市财政局 市交通运输局 市文广旅局 市商务局 市政数局 市住建局 市总工会 市妇联 火车站",
        ),
        open_list=True,
    ),
)

# The plan is one of 2021, by its title, and the work begins in June, by 五（一）: nobody was to
# report or inspect before.
THE_WORK = month(2021, 6, until=12)

DUTIES = (
    # The day within or after a quarter is not given. The table carries another name than
    # those of annexes 4 and 5, so they are not taken for it. Whom it goes to is in the clause
    # before it: each member keeps contact with the health bureau.
    Duty(
        clause=C["7.1.e"],
        key="quarterly_table",
        title=Text(zh="建设进展情况表", en="table of construction progress"),
        acting=named(OFFICES, "各成员单位"),
        recipient=OFFICES["市卫健局"],
        every=Interval(3),
        within=THE_WORK,
    ),
    # The sentence has no subject; 五（三） and （四） have the group do the like.
    *(
        Duty(
            clause=C["7.1.f"],
            under=("city_supervision", option),
            key="city_supervision",
            title=Text(zh="全市督导、检查评估", en="supervision and evaluation of the whole city"),
            acting=named(OFFICES, who),
            within=THE_WORK,
        )
        for option, who in (("group", "双辽市母婴设施建设工作协调组"), ("members", "各成员单位"))
    ),
    Duty(
        clause=C["7.3.a"],
        key="sector_inspection",
        title=Text(zh="本行业督导检查、通报隐患", en="sector inspection, hazards circulated"),
        acting=named(OFFICES, "各有关部门和单位"),
        within=THE_WORK,
    ),
)
