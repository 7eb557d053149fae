"""Dawa (Panjin) 2023: care for children under three, with a slot ledger of 15 localities.

Source: 盘锦市大洼区加快推进3岁以下婴幼儿照护服务发展实施方案, 大政办发〔2023〕33号,
18 September 2023.

Limits: five clauses leave their content to 辽政办发〔2020〕12号, another text. The ledger's
column is headed "per thousand" and holds plain slot counts, cumulative by year. The
population behind 4.5 slots per thousand is not stated and never derived. Encoded so far:
二（二）-（四）, 三（四）2-5, 三（五）1 with annex 1 (4), (5), (14), and annex 2.
"""

from careplan.plan import Plan
from careplan.plans.dawa_2023.clauses import CLAUSES, DOCUMENT
from careplan.plans.dawa_2023.goals import TARGETS
from careplan.plans.dawa_2023.ledger import LEDGER
from careplan.plans.dawa_2023.premises import RULES
from careplan.plans.dawa_2023.registration import REGISTRATION

PLAN = Plan(
    id="dawa_2023",
    document=DOCUMENT,
    clauses=CLAUSES,
    rules=RULES,
    targets=TARGETS,
    ledgers=(LEDGER,),
    registration=REGISTRATION,
)
