"""Who leads, supports, acts and answers for a territory, clause by clause.

A row is: clause, lead, support, acting, territorial; names as printed, in the printed order.
"等" at the end of the supporting offices stands for a list the text leaves open.
"""

from careplan.governance import task_table
from careplan.plans.baodi_2020.clauses import C
from careplan.plans.baodi_2020.offices import OFFICES

# fmt: off
TASKS = task_table(
    C,
    OFFICES,
    ("4.1.a", "", "", "用人单位 有关部门", ""),
    ("4.1.b", "", "", "医疗保健机构", ""),
    ("4.1.c", "", "", "有关部门", ""),
    ("4.2.b", "", "", "街镇", ""),
    ("4.2.c", "", "", "街镇", ""),
    ("4.3.a", "工会组织", "", "", ""),
    ("4.4.b", "", "", "相关职能部门", ""),
    ("4.5.1.a", "", "", "区人民政府", ""),
    ("4.5.1.b", "", "", "区人民政府", ""),
    ("4.5.2.a", "街道办事处 镇人民政府", "教育 公安 民政 人力社保 住房城乡建设 卫生健康 应急管理 市场监管 消防救援 等", "", ""),
    ("4.5.3.c", "", "", "工会 共青团 妇联 计划生育协会 行业组织", ""),
    ("4.5.3.d", "区卫生健康委", "", "", ""),
)
# fmt: on
