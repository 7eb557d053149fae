"""Chapter 五: four stages that overlap, known by month. The year is the title's."""

from careplan.base.text import Text
from careplan.documents.authorities.calendar import Deadline, Duty, Stage, month
from careplan.documents.authorities.offices import named
from careplan.documents.authorities.tasks import Task
from careplan.plans.shuangliao_2021.clauses import C
from careplan.plans.shuangliao_2021.offices import OFFICES

DEPARTMENTS = named(OFFICES, "各部门")
GROUP = named(OFFICES, "市母婴室设施建设工作协调组")
JUNE = month(2021, 6)
JUNE_TO_SEPTEMBER = month(2021, 6, until=9)

STAGES = (
    Stage(
        clause=C["5.1"],
        key="deployment",
        title=Text(zh="工作部署阶段", en="deployment"),
        period=JUNE,
        tasks=(
            Task(clause=C["5.1.a"], acting=DEPARTMENTS),
            Task(clause=C["5.1.b"], acting=DEPARTMENTS),
        ),
    ),
    Stage(
        clause=C["5.2"],
        key="implementation",
        title=Text(zh="组织实施阶段", en="implementation"),
        period=JUNE_TO_SEPTEMBER,
        tasks=(
            Task(clause=C["5.2.a"], acting=DEPARTMENTS),
            Task(clause=C["5.2.c"], acting=DEPARTMENTS),
        ),
    ),
    Stage(
        clause=C["5.3"],
        key="mid_term",
        title=Text(zh="中期督导阶段", en="mid-term supervision"),
        period=month(2021, 7, until=8),
        tasks=(Task(clause=C["5.3.a"], acting=GROUP),),
    ),
    Stage(
        clause=C["5.4"],
        key="evaluation",
        title=Text(zh="评估总结阶段", en="evaluation and summing up"),
        period=month(2021, 9),
        tasks=(
            Task(clause=C["5.4.a"], acting=DEPARTMENTS),
            Task(clause=C["5.4.b"], acting=GROUP),
        ),
    ),
)

# No day is given for filing; it belongs to the stage of June.
DEADLINES = (
    Deadline(
        clause=C["5.1.c"],
        key="plan_filed",
        title=Text(zh="落实计划报协调组备案", en="plans are filed with the coordination group"),
        period=JUNE,
        acting=DEPARTMENTS,
        recipient=OFFICES["市工作协调组"],
    ),
)

DUTIES = (
    Duty(
        clause=C["5.2.b"],
        key="progress_check",
        title=Text(zh="进度和质量督查", en="progress and quality are checked"),
        acting=DEPARTMENTS,
        within=JUNE_TO_SEPTEMBER,
    ),
)
