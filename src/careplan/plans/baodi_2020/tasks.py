"""Who leads, supports, acts and answers for a territory, clause by clause.

A row is: clause, lead, support, acting, territorial; names as printed, in the printed order.
"等" at the end of the supporting offices stands for a list the text leaves open.
"""

from careplan.governance import Task, named, task_table
from careplan.plans.baodi_2020.clauses import C
from careplan.plans.baodi_2020.offices import OFFICES

TOWNS = named(OFFICES, "街道办事处 镇人民政府")
NINE = named(OFFICES, "教育 公安 民政 人力社保 住房城乡建设 卫生健康 应急管理 市场监管 消防救援")

# fmt: off
ROWS = task_table(
    C,
    OFFICES,
    ("3.4", "", "", "", "街镇"),
    # 四（一） prints no subject for either sentence: whom the leave laws bind, and who guides.
    ("4.1.a", "", "", "用人单位 有关部门", ""),
    ("4.1.b", "", "", "医疗保健机构", ""),
    ("4.1.c", "", "", "有关部门", ""),
    # Who guides the towns is said in 四（五）1.
    ("4.2.b", "", "", "区人民政府", "街镇"),
    # Nobody is named; the grid is the towns' by territory.
    ("4.2.c", "", "", "", "街镇"),
    ("4.3.a", "工会组织", "", "", ""),
    ("4.4.b", "", "", "相关职能部门", ""),
    ("4.5.1.a", "", "", "区人民政府", ""),
    ("4.5.1.b", "", "", "区人民政府", ""),
    ("4.5.2.b", "街道办事处 镇人民政府", "教育 公安 民政 人力社保 住房城乡建设 卫生健康 应急管理 市场监管 消防救援 等", "", ""),
    ("4.5.3.c", "", "工会 共青团 妇联 计划生育协会 相关行业组织 等", "", ""),
    ("4.5.3.d", "区卫生健康委", "相关部门", "", ""),
)
# fmt: on

TASKS = (
    *ROWS,
    # The departments see that institutions make public what 4.4.d lists.
    Task(clause=C["4.4.d"], part="check", acting=named(OFFICES, "相关职能部门")),
    # Two readings of one sentence.
    Task(clause=C["4.5.2.a"], under=("nine_departments", "violations"), lead=TOWNS),
    Task(
        clause=C["4.5.2.a"],
        under=("nine_departments", "supervision_too"),
        lead=TOWNS,
        support=NINE,
        open_list=True,
    ),
    Task(
        clause=C["4.5.2.c"],
        part="helpers",
        lead=TOWNS,
        support=named(OFFICES, "社区卫生服务中心 派出所 市场监管所"),
        open_list=True,
    ),
)
