"""Baodi 2020: care for children under three.

Source: 宝坻区促进3岁以下婴幼儿照护服务发展实施方案, 31 December 2020; no number is printed.

Limits: which office registers whom is left to Tianjin's rules, which are another text; the
goals of 2025 are words without a figure. Encoded so far: 二 and 四（四）.
"""

from careplan.plan import Plan
from careplan.plans.baodi_2020.clauses import CLAUSES, DOCUMENT
from careplan.plans.baodi_2020.goals import TARGETS
from careplan.plans.baodi_2020.institutions import REGISTRATION, RULES
from careplan.plans.baodi_2020.readings import HEALTH_SYSTEMS

PLAN = Plan(
    id="baodi_2020",
    document=DOCUMENT,
    clauses=CLAUSES,
    interpretations=(HEALTH_SYSTEMS,),
    rules=RULES,
    targets=TARGETS,
    registration=REGISTRATION,
)
