"""Who leads, supports, acts and answers for a territory, clause by clause.

A row is: clause, lead, support, acting, territorial; names as printed, in the printed order.
"等" at the end of the supporting offices stands for a list the text leaves open.
"""

from careplan.governance import task_table
from careplan.plans.bda_2017.clauses import C
from careplan.plans.bda_2017.offices import OFFICES

# fmt: off
TASKS = task_table(
    C,
    OFFICES,
    ("0.a", "", "", "区总工会女职工委员会", ""),
    ("1.c", "", "", "区总工会", ""),
)
# fmt: on
