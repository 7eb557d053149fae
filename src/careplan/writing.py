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

from importlib import import_module
from typing import TYPE_CHECKING

# Several names a line: the formatter would give each of them one.
# fmt: off
if TYPE_CHECKING:
    from careplan.base.exact import Number as Number
    from careplan.base.text import Labelled as Labelled, Text as Text, Unordered as Unordered
    from careplan.criteria.signs import Op as Op
    from careplan.documents.authorities.calendar import (
        Deadline as Deadline, Duty as Duty, Interval as Interval, Stage as Stage,
    )
    from careplan.documents.authorities.limits import (
        DAYS as DAYS, Limit as Limit, MONTHS as MONTHS, TimeUnit as TimeUnit,
        WORKING_DAYS as WORKING_DAYS, YEARS as YEARS,
    )
    from careplan.documents.authorities.offices import (
        Office as Office, office_table as office_table,
    )
    from careplan.documents.authorities.routes import (
        Oversight as Oversight, Registration as Registration, Route as Route, Step as Step,
    )
    from careplan.documents.authorities.scopes import (
        BusinessScope as BusinessScope, ModeWords as ModeWords,
    )
    from careplan.documents.authorities.tasks import (
        Council as Council, Meeting as Meeting, Task as Task,
    )
    from careplan.documents.chapters.demands import (
        benefit as benefit, between as between, consequence as consequence, duty as duty,
        grade as grade, grading as grading, ladder as ladder, note as note, rung as rung,
        term as term,
    )
    from careplan.documents.chapters.drafts import Draft as Draft
    from careplan.documents.chapters.entries import (
        ENCOURAGED as ENCOURAGED, FACT as FACT, MAY as MAY, MUST as MUST,
        PROHIBITED as PROHIBITED, SHOULD as SHOULD, clause as clause, declined as declined,
        encoded_with as encoded_with, inside as inside,
    )
    from careplan.documents.chapters.figures.forms import blank as blank, form as form
    from careplan.documents.chapters.figures.ledgers import (
        column as column, ledger as ledger, row as row,
    )
    from careplan.documents.chapters.figures.sheets import (
        band as band, item as item, percent as percent, sheet as sheet,
    )
    from careplan.documents.chapters.figures.targets import milestone as milestone, target as target
    from careplan.documents.chapters.places import (
        of_kinds as of_kinds, outside as outside, surely as surely,
    )
    from careplan.documents.chapters.readings import choose as choose, question as question
    from careplan.documents.chapters.registering import (
        limit as limit, oversight as oversight, registration as registration,
        route as route, scope as scope, step as step,
    )
    from careplan.documents.chapters.working import (
        council as council, deadline as deadline, meeting as meeting, regular as regular,
        stage as stage, task as task,
    )
    from careplan.documents.clauses import (
        Clause as Clause, Document as Document, Interpretation as Interpretation,
        Modality as Modality, Option as Option,
    )
    from careplan.documents.coverage import Coverage as Coverage
    from careplan.documents.encoded import ByReading as ByReading
    from careplan.documents.authorities.forms import (
        FieldType as FieldType, Form as Form, FormField as FormField,
    )
    from careplan.documents.periods import (
        DRAFT as DRAFT, IN_FORCE as IN_FORCE, Period as Period, Precision as Precision,
        REPEALED as REPEALED, Status as Status, Validity as Validity, month as month,
        one_day as one_day,
    )
    from careplan.documents.plan import Plan as Plan
    from careplan.documents.rules import (
        Benefit as Benefit, Cited as Cited, Consequence as Consequence,
        Definition as Definition, Otherwise as Otherwise, Rule as Rule,
    )
    from careplan.documents.scales.between import Between as Between
    from careplan.documents.scales.grades import Grade as Grade, Grading as Grading
    from careplan.documents.scales.ladders import Ladder as Ladder, Rung as Rung
    from careplan.documents.scales.ledgers import (
        Column as Column, Ledger as Ledger, LedgerRow as LedgerRow,
    )
    from careplan.documents.scales.milestones import Milestone as Milestone, Strength as Strength
    from careplan.documents.scales.sheets import (
        Band as Band, Marking as Marking, Scorecard as Scorecard, Share as Share,
        SheetItem as SheetItem,
    )
    from careplan.documents.scales.targets import Target as Target
    from careplan.documents.support import (
        KnownFrom as KnownFrom, Source as Source, Support as Support, known_from as known_from,
    )
    from careplan.fields.declaring import (
        METRES as METRES, Noun as Noun, PERSONS as PERSONS, POINTS as POINTS,
        SQUARE_METRES as SQUARE_METRES, YUAN as YUAN, choice as choice, choices as choices,
        count as count, day as day, flag as flag, items as items, number as number,
        part as part, table as table, words as words,
    )
    from careplan.fields.kinds import (
        ChoiceKind as ChoiceKind, ChoicesKind as ChoicesKind, CountKind as CountKind,
        DayKind as DayKind, FactSpec as FactSpec, FlagKind as FlagKind,
        ItemsKind as ItemsKind, Kind as Kind, NumberKind as NumberKind,
        PartKind as PartKind, TableKind as TableKind, TextKind as TextKind,
    )
    from careplan.nouns.bodies import AnyBody as AnyBody
    from careplan.nouns.counts import Measure as Measure
    from careplan.nouns.kinds import IS_A as IS_A, MAY_BE as MAY_BE, Relations as Relations
# fmt: on

# The same to Python; a test keeps the two alike.
_NAMES = {
    "base.exact": "Number",
    "base.text": "Labelled Text Unordered",
    "criteria.signs": "Op",
    "documents.authorities.calendar": "Deadline Duty Interval Stage",
    "documents.authorities.limits": "DAYS Limit MONTHS TimeUnit WORKING_DAYS YEARS",
    "documents.authorities.offices": "Office office_table",
    "documents.authorities.routes": "Oversight Registration Route Step",
    "documents.authorities.scopes": "BusinessScope ModeWords",
    "documents.authorities.tasks": "Council Meeting Task",
    "documents.chapters.demands": (
        "benefit between consequence duty grade grading ladder note rung term"
    ),
    "documents.chapters.drafts": "Draft",
    "documents.chapters.entries": (
        "ENCOURAGED FACT MAY MUST PROHIBITED SHOULD clause declined encoded_with inside"
    ),
    "documents.chapters.figures.forms": "blank form",
    "documents.chapters.figures.ledgers": "column ledger row",
    "documents.chapters.figures.sheets": "band item percent sheet",
    "documents.chapters.figures.targets": "milestone target",
    "documents.chapters.places": "of_kinds outside surely",
    "documents.chapters.readings": "choose question",
    "documents.chapters.registering": "limit oversight registration route scope step",
    "documents.chapters.working": "council deadline meeting regular stage task",
    "documents.clauses": "Clause Document Interpretation Modality Option",
    "documents.coverage": "Coverage",
    "documents.encoded": "ByReading",
    "documents.authorities.forms": "FieldType Form FormField",
    "documents.periods": "DRAFT IN_FORCE Period Precision REPEALED Status Validity month one_day",
    "documents.plan": "Plan",
    "documents.rules": "Benefit Cited Consequence Definition Otherwise Rule",
    "documents.scales.between": "Between",
    "documents.scales.grades": "Grade Grading",
    "documents.scales.ladders": "Ladder Rung",
    "documents.scales.ledgers": "Column Ledger LedgerRow",
    "documents.scales.milestones": "Milestone Strength",
    "documents.scales.sheets": "Band Marking Scorecard Share SheetItem",
    "documents.scales.targets": "Target",
    "documents.support": "KnownFrom Source Support known_from",
    "fields.declaring": (
        "METRES Noun PERSONS POINTS SQUARE_METRES YUAN choice choices count day flag items number "
        "part table words"
    ),
    "fields.kinds": (
        "ChoiceKind ChoicesKind CountKind DayKind FactSpec FlagKind ItemsKind Kind NumberKind "
        "PartKind TableKind TextKind"
    ),
    "nouns.bodies": "AnyBody",
    "nouns.counts": "Measure",
    "nouns.kinds": "IS_A MAY_BE Relations",
}
_HOMES = {name: module for module, names in _NAMES.items() for name in names.split()}

__all__ = sorted(_HOMES)  # noqa: PLE0605 - computed, so that there is one list


if not TYPE_CHECKING:  # a type checker must see that other names do not exist

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            message = f"module 'careplan.writing' has no attribute {name!r}"
            raise AttributeError(message)
        value: object = getattr(import_module(f"careplan.{_HOMES[name]}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return list(__all__)
