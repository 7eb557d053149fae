"""Who leads, supports, acts and answers for a territory, clause by clause.

A row is: clause, lead, support, acting, territorial; names as printed, in the printed order.
"等" at the end of the supporting offices stands for a list the text leaves open. Who leads is
who the text says leads (牵头). A sentence without a subject goes with that of the sentence
before it in its paragraph; where there is none, the task has no offices and its title says so.
"""

from careplan.base.text import Text
from careplan.documents.authorities.offices import named
from careplan.documents.authorities.tasks import Task, task_table
from careplan.plans.shuangliao_2021.clauses import C
from careplan.plans.shuangliao_2021.offices import OFFICES

# fmt: off
ROWS = task_table(
    C,
    OFFICES,
    ("3.1.a", "", "", "行业主管部门", ""),
    ("3.1.b", "", "", "行业主管部门", ""),
    ("3.1.c", "", "", "行业主管部门", ""),
    ("3.2.a", "", "", "场所管理者", ""),
    ("3.2.b", "", "", "", "属地"),
    ("3.2.c", "", "", "社会组织和团体", ""),
    # The rule on the employer says what it has to have; that it is to build is its task.
    ("4.1.e", "", "", "用人单位", ""),
    ("7.1.b", "市卫生健康局", "", "", ""),
    ("7.1.c", "", "", "各成员单位", ""),
    ("7.1.d", "", "", "各成员单位", ""),
    ("7.1.g", "", "", "各部门", "各部门"),
    # 七（二） names the departments in its first sentence; the second goes on.
    ("7.2.a", "", "", "各部门", ""),
    ("7.2.b", "", "", "各部门", ""),
    ("7.2.c", "", "", "各部门", ""),
    ("7.3.b", "", "总工会", "", ""),
    ("7.3.c", "", "", "卫生健康局", ""),
)
# fmt: on

# 统一领导 is said of the city government, over all of 三（二）; it is no 牵头.
LEADERSHIP = Text(zh="统筹领导全市建设工作", en="leads the work of the whole city")

TASKS = (
    *ROWS,
    *(
        Task(clause=C[number], part="leadership", title=LEADERSHIP, acting=named(OFFICES, "市政府"))
        for number in ("3.2.a", "3.2.b")
    ),
    # Only area gets a figure, in 四（一）. The factors have no weights and no thresholds, so
    # nothing is asked of a place or an employer: those who build are to weigh them.
    Task(
        clause=C["3.3"],
        title=Text(
            zh="按配置标准建设完善，并权衡四项因素：场所面积、人流量、母婴停留情况、"
            "单位孕期和哺乳期女职工人数（未尽列举）",
            en="build to the standard and weigh four factors: a place's area, its footfall, how "
            "mothers and infants stay there, and an employer's number of pregnant and nursing "
            "employees (others are not excluded)",
        ),
        acting=named(OFFICES, "各部门 各行业"),
    ),
    Task(
        clause=C["4.3.a"],
        title=Text(
            zh="多渠道宣传设施建设与维护（未写由谁承担）",
            en="why facilities are built and kept up is publicised (nobody is named for it)",
        ),
    ),
    Task(
        clause=C["4.3.b"],
        title=Text(
            zh="普及母乳喂养和安全使用知识（未写由谁承担）",
            en="knowledge of breastfeeding and safe use is spread (nobody is named for it)",
        ),
    ),
    Task(
        clause=C["6"],
        title=Text(
            zh="争取财政补助建设，并落实到位",
            en="seeks a fiscal subsidy for construction and sees that it arrives",
        ),
        acting=named(OFFICES, "市母婴设施建设工作协调组"),
    ),
    # The regular inspection of the same sentence is a duty that comes back.
    Task(
        clause=C["7.3.a"],
        part="guidance",
        title=Text(
            zh="指导本行业、本系统的设施建设",
            en="guides the building of facilities in its sector and system",
        ),
        acting=named(OFFICES, "各有关部门和单位"),
    ),
)
