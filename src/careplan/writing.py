"""The author's face: what a document is written with, clause by clause.

Our own plans are written with it, and so is a county's document or a noun of its own; see
docs/en/howto/add-a-document.md. Criteria are written with `careplan.facts` and its companions.

A chapter is a tuple of clauses. What encodes a clause stands beneath it, written with functions
in small letters, or why nothing does; `Plan.of` looks up what they name and makes the objects,
whose classes have the same names as in any plan. English may be left out of every text: a
reader who asks in English is given the Chinese, marked "[zh]".

>>> import careplan as cp
>>> from careplan import writing as w
>>> venue = cp.facts(cp.Venue)
>>> chapter = (
...     w.clause("1", "一", w.MUST, "日客流过万的场所应建母婴室", "Busy places must have a room.",
...         w.duty(applies=venue.daily_visitors > 10_000, requires=cp.some(venue.rooms))),
...     w.clause("2", "二", w.FACT, "附件只有标题", "An annex known by its title.",
...         w.declined("内容缺失", "its content is missing")),
... )
>>> document = w.Document(title=("方案", "plan"), issuer=("某县", "a county"))
>>> plan = w.Plan.of("own", document, chapter)
>>> plan.rules[0].force, plan.coverage().complete
(Force.BINDING, True)
"""

# Several names a line: the formatter would give each of them one.
# fmt: off
from careplan.base.exact import Number
from careplan.base.text import Labelled, Text, Unordered
from careplan.criteria.signs import Op
from careplan.documents.authorities.calendar import (
    Deadline, Duty, Interval, Stage,
)
from careplan.documents.authorities.limits import (
    DAYS, MONTHS, WORKING_DAYS, YEARS, Limit, TimeUnit,
)
from careplan.documents.authorities.offices import Office, office_table
from careplan.documents.authorities.routes import Oversight, Registration, Route, Step
from careplan.documents.authorities.scopes import BusinessScope, ModeWords
from careplan.documents.authorities.tasks import Council, Meeting, Task
from careplan.documents.chapters.demands import (
    benefit, between, consequence, duty, grade, grading, ladder, note, rung, term,
)
from careplan.documents.chapters.drafts import Draft
from careplan.documents.chapters.entries import (
    ENCOURAGED, FACT, MAY, MUST, PROHIBITED, SHOULD, clause, declined, encoded_with, inside,
)
from careplan.documents.chapters.figures.forms import blank, form
from careplan.documents.chapters.figures.ledgers import column, ledger, row
from careplan.documents.chapters.figures.sheets import band, item, percent, sheet
from careplan.documents.chapters.figures.targets import milestone, target
from careplan.documents.chapters.readings import choose, question
from careplan.documents.chapters.registering import (
    limit, oversight, registration, route, scope, step,
)
from careplan.documents.chapters.working import (
    council, deadline, meeting, regular, stage, task,
)
from careplan.documents.clauses import (
    Clause, Document, Interpretation, Modality, Option,
)
from careplan.documents.coverage import Coverage
from careplan.documents.encoded import ByReading
from careplan.documents.forms import FieldType, Form, FormField
from careplan.documents.periods import (
    DRAFT, IN_FORCE, REPEALED, Period, Precision, Status, Validity, month, one_day,
)
from careplan.documents.chapters.places import of_kinds, outside, surely
from careplan.documents.plan import Plan
from careplan.documents.rules import Benefit, Cited, Consequence, Definition, Otherwise, Rule
from careplan.documents.scales.between import Between
from careplan.documents.scales.grades import Grade, Grading
from careplan.documents.scales.ladders import Ladder, Rung
from careplan.documents.scales.sheets import Band, Marking, Scorecard, Share, SheetItem
from careplan.documents.scales.ledgers import Column, Ledger, LedgerRow
from careplan.documents.scales.milestones import Milestone, Strength
from careplan.documents.scales.targets import Target
from careplan.fields.declaring import (
    METRES, PERSONS, POINTS, SQUARE_METRES, YUAN, Noun, choice, choices, count, day, flag, items,
    number, part, table, words,
)
from careplan.fields.kinds import (
    ChoiceKind, ChoicesKind, CountKind, DayKind, FactSpec, FlagKind, ItemsKind, Kind, NumberKind,
    PartKind, TableKind, TextKind,
)
from careplan.nouns.bodies import AnyBody
from careplan.nouns.counts import Measure
from careplan.nouns.kinds import IS_A, MAY_BE, Relations

__all__ = [
    "DAYS", "DRAFT", "ENCOURAGED", "FACT", "IN_FORCE", "IS_A", "MAY", "MAY_BE", "METRES",
    "MONTHS", "MUST", "PERSONS", "POINTS", "PROHIBITED", "REPEALED", "SHOULD", "SQUARE_METRES",
    "WORKING_DAYS", "YEARS", "YUAN", "AnyBody", "Band", "Benefit", "Between", "BusinessScope",
    "ByReading", "ChoiceKind", "ChoicesKind", "Cited", "Clause", "Column", "Consequence",
    "Council", "CountKind", "Coverage", "DayKind", "Deadline", "Definition", "Document",
    "Draft", "Duty", "FactSpec", "FieldType", "FlagKind", "Form", "FormField", "Grade",
    "Grading", "Interpretation", "Interval", "ItemsKind", "Kind", "Labelled", "Ladder",
    "Ledger", "LedgerRow", "Limit", "Marking", "Measure", "Meeting", "Milestone", "Modality",
    "ModeWords", "Noun", "Number", "NumberKind", "Office", "Op", "Option", "Otherwise",
    "Oversight", "PartKind", "Period", "Plan", "Precision", "Registration", "Relations",
    "Route", "Rule", "Rung", "Scorecard", "Share", "SheetItem", "Stage", "Status", "Step",
    "Strength", "TableKind", "Target", "Task", "Text", "TextKind", "TimeUnit", "Unordered",
    "Validity", "band", "benefit", "between", "blank", "choice", "choices", "choose", "clause",
    "column", "consequence", "council", "count", "day", "deadline", "declined", "duty",
    "encoded_with", "flag", "form", "grade", "grading", "inside", "item", "items", "ladder",
    "ledger", "limit", "meeting", "milestone", "month", "note", "number", "of_kinds",
    "office_table", "one_day", "outside", "oversight", "part", "percent", "question",
    "registration", "regular", "route", "row", "rung", "scope", "sheet", "stage", "step",
    "surely", "table", "target", "task", "term", "words",
]
# fmt: on
