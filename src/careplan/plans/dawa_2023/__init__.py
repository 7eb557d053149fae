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
no task list. Encoded: every clause, except those declined with a reason. Summaries are ours,
numbers are printed ones.
"""

from datetime import date

from careplan import writing as w
from careplan.plans.dawa_2023 import (
    annex1,
    annex2,
    ch1_2_goals,
    ch3_families,
    ch3_premises,
    ch4_5_support,
)
from careplan.plans.dawa_2023.offices import OFFICES

PLAN = w.Plan.of(
    "dawa_2023",
    w.Document(
        title=w.Text(
            zh="盘锦市大洼区加快推进3岁以下婴幼儿照护服务发展实施方案",
            en="Dawa (Panjin) plan for the care of children under three",
        ),
        issuer=w.Text(
            zh="盘锦市大洼区人民政府办公室", en="Office of the Government of Dawa District, Panjin"
        ),
        number="大政办发〔2023〕33号",
        issued_on=date(2023, 9, 18),
    ),
    (
        ch1_2_goals.CLAUSES,
        ch3_families.CLAUSES,
        ch3_premises.CLAUSES,
        ch4_5_support.CLAUSES,
        annex1.CLAUSES,
        annex2.CLAUSES,
    ),
    questions=(*ch1_2_goals.QUESTIONS, *ch3_families.QUESTIONS, ch3_premises.YEARLY_EVENT),
    offices=OFFICES,
)
