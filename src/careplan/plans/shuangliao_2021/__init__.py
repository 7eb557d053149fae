"""Shuangliao 2021: mother-and-baby rooms in public places and at employers.

Source: 双辽市2021年公共场所母婴设施建设实施方案. No document number or date is printed.

Limits: the equipment standard (吉林省公共场所母婴设施建设管理规定（试行）) and the five
annexes are named but not part of the text; what they would ask is a declared fact.
Nothing is said of places below 5,000 m2: no area rule is not an exemption. A place
has one category here; one that fits several of the listed kinds owes the same room.
Encoded so far: 二, 四（一）, 四（二） and the room duties of 七.
"""

from careplan.plan import Plan
from careplan.plans.shuangliao_2021.clauses import CLAUSES, DOCUMENT
from careplan.plans.shuangliao_2021.goal import TARGETS
from careplan.plans.shuangliao_2021.readings import EXISTING_ROOMS, PLACE_LIST
from careplan.plans.shuangliao_2021.rooms import RULES

PLAN = Plan(
    id="shuangliao_2021",
    document=DOCUMENT,
    clauses=CLAUSES,
    interpretations=(EXISTING_ROOMS, PLACE_LIST),
    rules=RULES,
    targets=TARGETS,
)
