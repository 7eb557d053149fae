"""Who leads, supports, acts and answers for a territory, clause by clause.

A row is: clause, lead, support, acting, territorial; names as printed, in the printed order.
"等" at the end of the supporting offices stands for a list the text leaves open. Who leads is
who the text says leads (牵头). A sentence without a subject goes with that of the sentence
before it in its paragraph; where there is none, the task has no offices and its title says so.
"""

from careplan.base.text import Text
from careplan.documents.authorities.offices import named
from careplan.documents.authorities.tasks import Task, task_table
from careplan.plans.baodi_2020.clauses import C
from careplan.plans.baodi_2020.offices import OFFICES

TOWNS = named(OFFICES, "街道办事处 镇人民政府")
NINE = named(OFFICES, "教育 公安 民政 人力社保 住房城乡建设 卫生健康 应急管理 市场监管 消防救援")
FUNCTIONAL_DEPARTMENTS = named(OFFICES, "相关职能部门")

# fmt: off
ROWS = task_table(
    C,
    OFFICES,
    ("3.4", "", "", "", "街镇政府"),
    ("4.1.b", "", "", "医疗保健机构", ""),
    ("4.3.a", "", "", "工会组织", ""),
    ("4.4.b", "", "", "相关职能部门", ""),
    ("4.5.1.a", "", "", "区人民政府", ""),
    ("4.5.1.b", "", "", "区人民政府", ""),
    # 牵头 is said of the supervision; here the towns act, with the nine departments (会同).
    ("4.5.2.b", "", "教育 公安 民政 人力社保 住房城乡建设 卫生健康 应急管理 市场监管 消防救援 等", "街道办事处 镇人民政府", ""),
    ("4.5.3.c", "", "工会 共青团 妇联 计划生育协会 相关行业组织 等", "", ""),
    ("4.5.3.d", "区卫生健康委", "相关部门", "", ""),
)
# fmt: on

# The sentences have no subject, and none stands before them. Whom the leave laws bind, and
# who guides families (beside government and society at large, in 三（一）), is not said here.
NAMING_NOBODY = (
    Task(
        clause=C["4.1.a"],
        title=Text(
            zh="落实三种假期、保障妇女就业劳动权益（未写由谁承担）",
            en="three kinds of leave are applied and women's work rights protected "
            "(nobody is named for it)",
        ),
    ),
    Task(
        clause=C["4.1.c"],
        title=Text(
            zh="入户、亲子、网络育儿指导（未写由谁承担）",
            en="families are guided by visits, activities and online means "
            "(nobody is named for it)",
        ),
    ),
    Task(
        clause=C["4.2.c"],
        title=Text(
            zh="以网格化推动资源、服务、管理下沉社区（未写由谁承担）",
            en="grid management brings resources, services and management down to communities "
            "(nobody is named for it)",
        ),
    ),
)

TASKS = (
    *ROWS,
    *NAMING_NOBODY,
    # 政府及社会: society is no office.
    Task(
        clause=C["3.1"],
        title=Text(
            zh="为婴幼儿家庭提供科学养育指导（与社会一起）",
            en="guides families in raising infants well, as society does",
        ),
        acting=named(OFFICES, "政府"),
    ),
    # Who guides the towns is said in 四（五）1; what they are guided to do is theirs.
    Task(
        clause=C["4.2.b"],
        part="guidance",
        title=Text(
            zh="指导街镇开展社区照护服务", en="guides the towns in care as a community service"
        ),
        acting=named(OFFICES, "区人民政府"),
    ),
    Task(
        clause=C["4.2.b"],
        part="towns",
        title=Text(
            zh="纳入城乡社区服务，规划布局场所和活动设施",
            en="put care into community services and lay out places and play facilities sensibly",
        ),
        acting=named(OFFICES, "街镇"),
    ),
    # The rule on the employer advises it; that employers are encouraged is said to them all.
    Task(
        clause=C["4.3.b"],
        title=Text(
            zh="兴办福利性照护机构，解决本单位职工需求",
            en="run a welfare institution for the children of their staff",
        ),
        acting=named(OFFICES, "用人单位"),
    ),
    Task(
        clause=C["4.4.c"],
        title=Text(
            zh="督促机构落实五项卫生与食品安全制度",
            en="see that institutions keep the five systems of hygiene and food safety",
        ),
        acting=FUNCTIONAL_DEPARTMENTS,
    ),
    # The departments see that institutions make public what 4.4.d lists: the subject goes on.
    Task(
        clause=C["4.4.d"],
        part="check",
        title=Text(
            zh="检查机构是否定期公示五类事项",
            en="check that institutions publish the five items regularly",
        ),
        acting=FUNCTIONAL_DEPARTMENTS,
    ),
    # Two readings of one sentence.
    Task(clause=C["4.5.2.a"], under=("nine_departments", "violations"), lead=TOWNS),
    Task(
        clause=C["4.5.2.a"],
        under=("nine_departments", "supervision_too"),
        lead=TOWNS,
        support=NINE,
        open_list=True,
    ),
    # That the towns keep informed is a duty that comes back; these help them to.
    Task(
        clause=C["4.5.2.c"],
        part="helpers",
        support=named(OFFICES, "社区卫生服务中心 派出所 市场监管所"),
        open_list=True,
    ),
    # Who sets the conference up is not said.
    Task(
        clause=C["4.5.3.a"],
        part="problems",
        title=Text(
            zh="研究解决照护服务工作的重大问题",
            en="studies and solves the major problems of the work",
        ),
        acting=named(OFFICES, "联席会议"),
    ),
)
