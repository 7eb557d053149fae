"""Shiyan 2021: care for children under three.

Source: 十堰市促进3岁以下婴幼儿照护服务发展实施方案. The date is printed as 2021817 and read
as 17 August 2021; no document number is printed.

Limits: the national setting standard and management norm are another text and a declared
fact here; "timely" has no days. Encoded so far: 二（三）3 with annex 四 (1), (5), (13),
(14), and 二（四）4.
"""

from careplan.plan import Plan
from careplan.plans.shiyan_2021.charges import CHARGE_RULES
from careplan.plans.shiyan_2021.clauses import CLAUSES, DOCUMENT
from careplan.plans.shiyan_2021.readings import OFFICE_SPLIT
from careplan.plans.shiyan_2021.registration import REGISTRATION, STANDARD_RULES

PLAN = Plan(
    id="shiyan_2021",
    document=DOCUMENT,
    clauses=CLAUSES,
    interpretations=(OFFICE_SPLIT,),
    rules=(*STANDARD_RULES, *CHARGE_RULES),
    registration=REGISTRATION,
)
