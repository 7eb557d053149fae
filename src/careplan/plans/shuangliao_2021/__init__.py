"""Shuangliao 2021: mother-and-baby rooms in public places and at employers.

Source: 双辽市2021年公共场所母婴设施建设实施方案. No document number or date is printed.

Limits: the equipment standard (吉林省公共场所母婴设施建设管理规定（试行）) and the five
annexes are named but not part of the text; what they would ask is a declared fact.
Nothing is said of places below 5,000 m2: no area rule is not an exemption. A place
has one category here; one that fits several of the listed kinds owes the same room.
Stages are known by month, their year from the title; no day is given for the quarterly
table. Who publicises (四（三）) is not said, and no weights for what 三（三） has departments
weigh, so no criterion reads it. The subsidy of 六 has no amount and no condition, and is never an entitlement.
Every clause is encoded or declined with its reason. Summaries are ours, numbers are printed ones.
"""

from careplan import writing as w
from careplan.plans.shuangliao_2021 import (
    annexes,
    ch1_3_goals,
    ch4_main_tasks,
    ch5_6_steps,
    ch7_safeguards,
)
from careplan.plans.shuangliao_2021.offices import OFFICES

PLAN = w.Plan.of(
    "shuangliao_2021",
    w.Document(
        title=w.Text(
            zh="双辽市2021年公共场所母婴设施建设实施方案",
            en="Shuangliao plan of 2021 for mother-and-baby facilities in public places",
        ),
        issuer=w.Text(zh="双辽市", en="City of Shuangliao"),
    ),
    (
        ch1_3_goals.CLAUSES,
        ch4_main_tasks.CLAUSES,
        ch5_6_steps.CLAUSES,
        ch7_safeguards.CLAUSES,
        annexes.CLAUSES,
    ),
    questions=(*ch4_main_tasks.QUESTIONS, ch7_safeguards.CITY_SUPERVISION),
    offices=OFFICES,
)
