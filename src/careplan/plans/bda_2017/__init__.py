"""Beijing Economic-Technological Development Area 2017: mummy huts and care rooms.

Source: 北京经济技术开发区总工会《关于推进“爱心妈咪小屋”、母婴关爱室建设的通知》. No
document number or date is printed.

Limits: "characteristic park", "active" and "ripe" are undefined and taken as declared
facts. Main text and annexes disagree on the area of a care room and on who gets the
grant; each disagreement is an interpretation. No points per piece of equipment are made
up: 40 points stand for seven printed items. "Before 31 August" is read as including that
day unless the other reading is asked for. The forms ask neither for an area nor for a head
count, so they decide nothing. Every clause is encoded or declined with its reason.
"""

from careplan.documents.plan import Plan
from careplan.plans.bda_2017 import annex1, annex4, main_text
from careplan.plans.bda_2017.clauses import CLAUSES, DOCUMENT
from careplan.plans.bda_2017.declined import NOT_ENCODED
from careplan.plans.bda_2017.forms import FORMS
from careplan.plans.bda_2017.offices import OFFICES
from careplan.plans.bda_2017.readings import (
    AREA_MEASURE,
    BEFORE_THE_DAY,
    CARE_ROOM_AREA,
    GRANT_KINDS,
    MARKING,
    TEN_ROOMS,
)
from careplan.plans.bda_2017.submission import DEADLINES
from careplan.plans.bda_2017.tasks import TASKS
from careplan.plans.bda_2017.terms import DEFINITIONS

PLAN = Plan(
    id="bda_2017",
    document=DOCUMENT,
    clauses=CLAUSES,
    interpretations=(
        GRANT_KINDS,
        CARE_ROOM_AREA,
        AREA_MEASURE,
        MARKING,
        TEN_ROOMS,
        BEFORE_THE_DAY,
    ),
    rules=(*main_text.RULES, *annex1.RULES, *annex4.RULES),
    benefits=(*main_text.BENEFITS, *annex1.BENEFITS, *annex4.BENEFITS),
    scorecards=annex4.SCORECARDS,
    targets=main_text.TARGETS,
    tasks=TASKS,
    deadlines=DEADLINES,
    forms=FORMS,
    definitions=DEFINITIONS,
    offices=OFFICES,
    not_encoded=NOT_ENCODED,
)
