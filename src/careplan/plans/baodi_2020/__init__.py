"""Baodi 2020: care for children under three.

Source: 宝坻区促进3岁以下婴幼儿照护服务发展实施方案, 31 December 2020; no number is printed.

Limits: which office registers whom is left to Tianjin's rules, which are another text; the
goals of 2025 are words without a figure; who applies leave, guides families or runs the grid
(四（一）, 四（二）) is not said; the joint conference has no convenor and no rule of meeting;
"regularly" and "timely" have no interval; the conditions of support are not described and
taken as declared. Every clause is encoded or declined with its reason. Summaries are ours,
numbers are printed ones.
"""

from datetime import date

from careplan import writing as w
from careplan.plans.baodi_2020 import ch1_3_goals, ch4_tasks
from careplan.plans.baodi_2020.offices import OFFICES

PLAN = w.Plan.of(
    "baodi_2020",
    w.Document(
        title=w.Text(
            zh="宝坻区促进3岁以下婴幼儿照护服务发展实施方案",
            en="Baodi (Tianjin) plan for the care of children under three",
        ),
        issuer=w.Text(
            zh="天津市宝坻区人民政府办公室",
            en="Office of the Government of Baodi District, Tianjin",
        ),
        issued_on=date(2020, 12, 31),
    ),
    (ch1_3_goals.CLAUSES, ch4_tasks.CLAUSES),
    questions=(ch4_tasks.HEALTH_SYSTEMS, ch4_tasks.TODDLER_AGE, ch4_tasks.NINE_DEPARTMENTS),
    offices=OFFICES,
)
