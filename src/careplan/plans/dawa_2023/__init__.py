"""Dawa (Panjin) 2023: care for children under three, with a slot ledger of 15 localities.

Source: 盘锦市大洼区加快推进3岁以下婴幼儿照护服务发展实施方案, 大政办发〔2023〕33号,
18 September 2023.

Limits: five clauses leave their content to 辽政办发〔2020〕12号, another text; what it would
ask is a declared fact. The ledger's column is headed "per thousand" and holds plain slot
counts, cumulative by year. The population behind 4.5 slots per thousand is not stated and
never derived; whoever measures a rate chooses what is counted, villages or not, persons or
households. The port economic zone is addressed and has no row in the ledger. No distance,
area, share, amount or rate of relief is stated. Annex 1 names 17 departments; publicity and
staffing have tasks and no paragraph there, fire and administrative approval a paragraph and
no task list. Encoded: every clause, except those declined with a reason.
"""

from careplan.documents.plan import Plan
from careplan.plans.dawa_2023 import families, goals, notice, pilots, premises, support
from careplan.plans.dawa_2023.clauses import CLAUSES, DOCUMENT
from careplan.plans.dawa_2023.duties import DUTIES
from careplan.plans.dawa_2023.ledger import LEDGER
from careplan.plans.dawa_2023.offices import OFFICES
from careplan.plans.dawa_2023.readings import INTERPRETATIONS
from careplan.plans.dawa_2023.registration import REGISTRATION
from careplan.plans.dawa_2023.tasks import TASKS

PLAN = Plan(
    id="dawa_2023",
    document=DOCUMENT,
    clauses=CLAUSES,
    interpretations=INTERPRETATIONS,
    rules=(*pilots.RULES, *families.RULES, *premises.RULES),
    benefits=(*families.BENEFITS, *support.BENEFITS),
    targets=(*pilots.TARGETS, *goals.TARGETS),
    ledgers=(LEDGER,),
    registration=REGISTRATION,
    tasks=TASKS,
    duties=DUTIES,
    definitions=(
        *notice.DEFINITIONS,
        *pilots.DEFINITIONS,
        *families.DEFINITIONS,
        *premises.DEFINITIONS,
    ),
    offices=OFFICES,
    not_encoded=notice.NOT_ENCODED,
)
