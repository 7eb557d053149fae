"""Shuangliao 2021: mother-and-baby rooms in public places and at employers.

Source: 双辽市2021年公共场所母婴设施建设实施方案. No document number or date is printed.

Limits: the equipment standard (吉林省公共场所母婴设施建设管理规定（试行）) and the five
annexes are named but not part of the text; what they would ask is a declared fact.
Nothing is said of places below 5,000 m2: no area rule is not an exemption. A place
has one category here; one that fits several of the listed kinds owes the same room.
Stages are known by month, their year from the title; no day is given for the quarterly
table. Who publicises (四（三）) is not said, and no weights for what 三（三） has departments
weigh, so no criterion reads it. The subsidy of 六 has no amount and no condition, and is never an entitlement.
Every clause is encoded or declined with its reason.
"""

from careplan.documents.plan import Plan
from careplan.plans.shuangliao_2021 import safeguards, stages
from careplan.plans.shuangliao_2021.clauses import CLAUSES, DOCUMENT
from careplan.plans.shuangliao_2021.declined import NOT_ENCODED
from careplan.plans.shuangliao_2021.goal import TARGETS
from careplan.plans.shuangliao_2021.offices import OFFICES
from careplan.plans.shuangliao_2021.readings import (
    BY_REFERENCE,
    CITY_SUPERVISION,
    EXISTING_ROOMS,
    PLACE_LIST,
)
from careplan.plans.shuangliao_2021.rooms import RULES
from careplan.plans.shuangliao_2021.support import BENEFITS, DEFINITIONS
from careplan.plans.shuangliao_2021.tasks import TASKS

PLAN = Plan(
    id="shuangliao_2021",
    document=DOCUMENT,
    clauses=CLAUSES,
    interpretations=(EXISTING_ROOMS, PLACE_LIST, BY_REFERENCE, CITY_SUPERVISION),
    rules=RULES,
    benefits=BENEFITS,
    targets=TARGETS,
    tasks=TASKS,
    councils=safeguards.COUNCILS,
    stages=stages.STAGES,
    deadlines=stages.DEADLINES,
    duties=(*stages.DUTIES, *safeguards.DUTIES),
    definitions=DEFINITIONS,
    offices=OFFICES,
    not_encoded=NOT_ENCODED,
)
