"""Shiyan 2021: care for children under three.

Source: 十堰市促进3岁以下婴幼儿照护服务发展实施方案. The date is printed as 2021817 and read
as 17 August 2021; no document number is printed.

Limits: the national setting standard and management norm, the allocation catalogue, the
rules of tax relief, subsidies and local support are other texts and declared facts here;
no amount, cap, head count or rate is stated and none is made up. "Timely" has no days, and
"a batch", "basically" and "generally" no number. Counties are not listed by name. Two
bureaus with tasks (local finance; banking and insurance) have no seat in the conference,
and the fire and rescue unit has a seat but stands in no task list. Everything is encoded;
what is declined carries its reason.
"""

from careplan.documents.plan import Plan
from careplan.plans.shiyan_2021 import (
    charges,
    council,
    housing,
    overview,
    registration,
    standards,
    supervision,
    supply,
    support,
)
from careplan.plans.shiyan_2021.clauses import CLAUSES, DOCUMENT
from careplan.plans.shiyan_2021.declined import NOT_ENCODED
from careplan.plans.shiyan_2021.offices import OFFICES
from careplan.plans.shiyan_2021.readings import INTERPRETATIONS
from careplan.plans.shiyan_2021.tasks import TASKS

PLAN = Plan(
    id="shiyan_2021",
    document=DOCUMENT,
    clauses=CLAUSES,
    interpretations=INTERPRETATIONS,
    rules=(
        *support.RULES,
        *housing.RULES,
        *supply.RULES,
        *registration.STANDARD_RULES,
        *supervision.RULES,
        *charges.CHARGE_RULES,
    ),
    benefits=(
        *overview.BENEFITS,
        *support.BENEFITS,
        *housing.BENEFITS,
        *supply.BENEFITS,
        *standards.BENEFITS,
        *supervision.BENEFITS,
    ),
    targets=(
        *overview.TARGETS,
        *support.TARGETS,
        *supply.TARGETS,
        *standards.TARGETS,
        *supervision.TARGETS,
    ),
    registration=registration.REGISTRATION,
    tasks=TASKS,
    councils=council.COUNCILS,
    duties=(*standards.DUTIES, *supervision.DUTIES, *council.DUTIES),
    definitions=(*overview.DEFINITIONS, *supply.DEFINITIONS),
    offices=OFFICES,
    not_encoded=NOT_ENCODED,
)
