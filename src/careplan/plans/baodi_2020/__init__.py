"""Baodi 2020: care for children under three.

Source: 宝坻区促进3岁以下婴幼儿照护服务发展实施方案, 31 December 2020; no number is printed.

Limits: which office registers whom is left to Tianjin's rules, which are another text; the
goals of 2025 are words without a figure; who applies leave, guides families or runs the grid
(四（一）, 四（二）) is not said; the joint conference has no convenor and no rule of meeting;
"regularly" and "timely" have no interval; the conditions of support are not described and
taken as declared. Every clause is encoded or declined with its reason.
"""

from careplan.documents.plan import Plan
from careplan.plans.baodi_2020 import institutions, organisation, services
from careplan.plans.baodi_2020.clauses import CLAUSES, DOCUMENT
from careplan.plans.baodi_2020.declined import NOT_ENCODED
from careplan.plans.baodi_2020.goals import TARGETS
from careplan.plans.baodi_2020.offices import OFFICES
from careplan.plans.baodi_2020.readings import HEALTH_SYSTEMS, NINE_DEPARTMENTS, TODDLER_AGE
from careplan.plans.baodi_2020.tasks import TASKS

PLAN = Plan(
    id="baodi_2020",
    document=DOCUMENT,
    clauses=CLAUSES,
    interpretations=(HEALTH_SYSTEMS, TODDLER_AGE, NINE_DEPARTMENTS),
    rules=(*services.RULES, *institutions.RULES),
    benefits=services.BENEFITS,
    targets=TARGETS,
    registration=institutions.REGISTRATION,
    tasks=TASKS,
    councils=organisation.COUNCILS,
    duties=organisation.DUTIES,
    definitions=services.DEFINITIONS,
    offices=OFFICES,
    not_encoded=NOT_ENCODED,
)
