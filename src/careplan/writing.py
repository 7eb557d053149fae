"""The author's face: what a document is written with, clause by clause.

A county's document, or a noun of its own, needs nothing else; see docs/add-a-document.md.
Criteria are written with `careplan.facts` and its companions.

>>> import careplan as cp
>>> from careplan import writing as w
>>> must = w.Clause("1", "一", w.Modality.MUST, w.Text(zh="应建母婴室", en="Rooms must be built."))
>>> venue = cp.facts(cp.Venue)
>>> w.Rule(clause=must, applies=venue.daily_visitors > 10_000, requires=cp.some(venue.rooms)).force
Force.BINDING
"""

# Several names a line: the formatter would give each of them one.
# fmt: off
from careplan.base.exact import Number
from careplan.base.text import Labelled, Text, Unordered
from careplan.criteria.nodes import Op
from careplan.documents.authorities.calendar import (
    Deadline, Duty, Interval, Period, Stage, month, one_day,
)
from careplan.documents.authorities.offices import Office, named, office_table
from careplan.documents.authorities.routes import Oversight, Registration, Route, Step
from careplan.documents.authorities.scopes import BusinessScope, ModeWords
from careplan.documents.authorities.tasks import Council, Meeting, Task, task_table
from careplan.documents.clauses import (
    Clause, Document, Interpretation, Modality, Option, by_number, clause_table,
)
from careplan.documents.encoded import ByReading
from careplan.documents.forms import FieldType, Form, FormField
from careplan.documents.places import IS_A, MAY_BE, of_kinds, outside, surely
from careplan.documents.plan import Coverage, Plan
from careplan.documents.rules import Benefit, Cited, Definition, Otherwise, Rule
from careplan.documents.sheets import Marking, Scorecard, SheetItem
from careplan.documents.targets import Ledger, LedgerRow, Milestone, Precision, Target
from careplan.fields.declaring import (
    METRES, PERSONS, POINTS, SQUARE_METRES, YUAN, Noun, choice, choices, count, day, flag, items,
    number, part, table, words,
)
from careplan.nouns.counts import Measure

__all__ = [
    "IS_A", "MAY_BE", "METRES", "PERSONS", "POINTS", "SQUARE_METRES", "YUAN", "Benefit",
    "BusinessScope", "ByReading", "Cited", "Clause", "Council", "Coverage", "Deadline",
    "Definition", "Document", "Duty", "FieldType", "Form", "FormField", "Interpretation",
    "Interval", "Labelled", "Ledger", "LedgerRow", "Marking", "Measure", "Meeting", "Milestone",
    "Modality", "ModeWords", "Noun", "Number", "Office", "Op", "Option", "Otherwise", "Oversight",
    "Period", "Plan", "Precision", "Registration", "Route", "Rule", "Scorecard", "SheetItem",
    "Stage", "Step", "Target", "Task", "Text", "Unordered", "by_number", "choice", "choices",
    "clause_table", "count", "day", "flag", "items", "month", "named", "number", "of_kinds",
    "office_table", "one_day", "outside", "part", "surely", "table", "task_table", "words",
]
# fmt: on
