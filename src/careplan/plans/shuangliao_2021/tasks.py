"""Who leads, supports, acts and answers for a territory, clause by clause.

A row is: clause, lead, support, acting, territorial; names as printed, in the printed order.
"等" at the end of the supporting offices stands for a list the text leaves open.
"""

from careplan.governance import task_table
from careplan.plans.shuangliao_2021.clauses import C
from careplan.plans.shuangliao_2021.offices import OFFICES

# fmt: off
TASKS = task_table(
    C,
    OFFICES,
    ("3.1.a", "", "", "行业主管部门", ""),
    ("3.1.b", "", "", "行业主管部门", ""),
    ("3.1.c", "", "", "行业主管部门", ""),
    # Both stand under the unified leadership of the city government.
    ("3.2.a", "市政府", "", "场所管理者", ""),
    ("3.2.b", "市政府", "", "", "属地"),
    ("3.3", "", "", "各部门 各行业", ""),
    # No subject is printed in 四（三）; who acts everywhere else is the departments.
    ("4.3.a", "", "", "各部门", ""),
    ("4.3.b", "", "", "各部门", ""),
    ("7.1.b", "市卫生健康局", "", "", ""),
    ("7.1.c", "", "", "各成员单位", ""),
    ("7.1.d", "", "", "各成员单位", ""),
    ("7.1.g", "", "", "各部门", "各部门"),
    ("7.2.a", "", "", "各部门", ""),
    ("7.2.b", "", "", "各部门", ""),
    ("7.3.b", "", "总工会", "", ""),
    ("7.3.c", "卫生健康局", "", "", ""),
)
# fmt: on
