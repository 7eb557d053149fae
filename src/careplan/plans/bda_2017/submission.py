"""Section 四: what is handed in by when, and whom to ask."""

from datetime import date

from careplan.base.text import Text
from careplan.documents.authorities.calendar import Deadline, one_day
from careplan.documents.authorities.offices import named
from careplan.documents.forms import Form, FormField
from careplan.plans.bda_2017.clauses import C
from careplan.plans.bda_2017.offices import OFFICES
from careplan.plans.bda_2017.readings import BEFORE_THE_DAY

# Rooms built later have no date.
DEADLINES = tuple(
    Deadline(
        clause=C["4.a"],
        under=(BEFORE_THE_DAY.id, option),
        key="material_on_rooms",
        title=Text(zh="报送已建成房间的资料", en="material on rooms already built is handed in"),
        period=one_day(last),
        acting=named(OFFICES, "各基层工会女职工委员会"),
        recipient=OFFICES["区总女工部"],
    )
    for option, last in (
        ("including", date(2017, 8, 31)),
        ("day_before", date(2017, 8, 30)),
    )
)

# What the notice prints here is left out of the text: fields without values.
CONTACT = Form(
    clause=C["4.b"],
    key="contact",
    title=Text(zh="报送联系人", en="contact for what is handed in"),
    fields=(
        FormField(key="name", label=Text(zh="联系人", en="name")),
        FormField(key="telephone", label=Text(zh="联系电话", en="telephone")),
        FormField(key="email", label=Text(zh="电子邮箱", en="e-mail")),
    ),
)
