"""How an object of each class is drawn by itself, for `st.from_type`: of plans and of criteria."""

from collections.abc import Callable, Mapping
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

import careplan.criteria.nodes as n
from careplan.documents.authorities.calendar import Deadline, Duty, Interval, Stage
from careplan.documents.authorities.forms import Form, FormField
from careplan.documents.authorities.limits import Limit
from careplan.documents.authorities.offices import Office
from careplan.documents.authorities.routes import Oversight, Registration, Route, Step
from careplan.documents.authorities.scopes import BusinessScope, ModeWords
from careplan.documents.authorities.tasks import Council, Meeting, Task
from careplan.documents.authorities.workdays import WorkCalendar
from careplan.documents.clauses import Clause, Document, Interpretation, Option, Reading
from careplan.documents.encoded import ByReading
from careplan.documents.periods import Period, Validity
from careplan.documents.plan import Plan
from careplan.documents.rules import Benefit, Consequence, Definition, Otherwise, Rule
from careplan.documents.scales.between import Between
from careplan.documents.scales.grades import Grade, Grading
from careplan.documents.scales.ladders import Ladder, Rung
from careplan.documents.scales.ledgers import Column, Ledger, LedgerRow
from careplan.documents.scales.milestones import Milestone
from careplan.documents.scales.sheets import Band, Scorecard, Share, SheetItem
from careplan.documents.scales.targets import Target
from careplan.documents.support import KnownFrom, Source
from careplan.testing.drawing import plans
from careplan.testing.drawn import acting, dated, demands, figures, forms, registering, sheets
from careplan.testing.drawn.around import (
    OTHER,
    QUESTION,
    SHARES,
    TAKEN,
    Around,
    arounds,
    clauses,
    documents,
    known_from,
    question,
    sources,
)
from careplan.testing.drawn.nodes import criteria_of, terms

_Strategy = Callable[[], SearchStrategy[Any]]


def _questions() -> SearchStrategy[Interpretation]:
    more = st.sampled_from([(), ("third",)])
    return st.builds(lambda clause, ids: question(clause, *ids), clauses(), more)


def _readings() -> SearchStrategy[Reading]:
    questions = _questions()
    return questions.flatmap(
        lambda asked: st.sampled_from(asked.options).map(lambda one: Reading(asked, one))
    )


def _by_reading() -> SearchStrategy[ByReading]:
    def both(around: Around) -> SearchStrategy[ByReading]:
        options = {TAKEN: around.plain(), OTHER: around.plain()}
        return st.builds(ByReading, st.just(QUESTION), st.fixed_dictionaries(options))

    return arounds().flatmap(both)


# What needs nothing around it.
_ALONE: Mapping[type[Any], _Strategy] = {
    Between: dated.bands,
    ByReading: _by_reading,
    Clause: clauses,
    Column: figures.columns,
    Document: documents,
    FormField: forms.any_field,
    Interpretation: _questions,
    Interval: dated.intervals,
    KnownFrom: known_from,
    Limit: dated.limits,
    Milestone: figures.milestones,
    ModeWords: registering.mode_words,
    Office: acting.offices,
    Option: lambda: _questions().flatmap(lambda asked: st.sampled_from(asked.options)),
    Period: dated.periods,
    Plan: plans,
    Reading: _readings,
    Share: lambda: SHARES,
    Source: sources,
    Validity: dated.validities,
    WorkCalendar: dated.calendars,
    n.Term: terms,
}
# What cites a clause, or asks of a noun.
_AROUND: Mapping[type[Any], Callable[[Around], SearchStrategy[Any]]] = {
    Band: sheets.any_band,
    Benefit: demands.benefits,
    BusinessScope: registering.scopes,
    Consequence: demands.consequences,
    Council: acting.councils,
    Deadline: acting.deadlines,
    Definition: demands.definitions,
    Duty: acting.duties,
    Form: forms.forms,
    Grade: demands.grades,
    Grading: demands.gradings,
    Ladder: demands.ladders,
    Ledger: figures.ledgers,
    LedgerRow: figures.ledger_rows,
    Meeting: acting.meetings,
    Otherwise: demands.notes,
    Oversight: registering.oversights,
    Registration: registering.registrations,
    Route: registering.routes,
    Rule: demands.rules,
    Rung: demands.rungs,
    Scorecard: sheets.sheets,
    SheetItem: sheets.sheet_items,
    Stage: acting.stages,
    Step: registering.any_step,
    Target: figures.targets,
    Task: acting.tasks,
}


def drawn(cls: type[Any]) -> SearchStrategy[Any]:
    """Draw an object of a class of criteria or of documents by itself.

    One of a plan asks about any noun of ours, and may depend on the reading of an open question.
    Of a class that is a base of others an object of any of these is drawn. What is derived from
    ours elsewhere is for Hypothesis to find out about.
    """
    if cls in _ALONE:
        return _ALONE[cls]()
    if cls in _AROUND:
        return arounds().flatmap(_AROUND[cls])
    if issubclass(cls, n.Node):
        return criteria_of(cls)
    derived = [one for one in (*_ALONE, *_AROUND) if issubclass(one, cls)]
    return st.one_of(*map(drawn, derived)) if derived else NotImplemented
