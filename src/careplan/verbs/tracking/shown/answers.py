"""The sentence that answers how a ledger stands: how many rows do, then all together."""

from collections.abc import Iterable, Iterator

from careplan.base.messages import join, say
from careplan.base.truth import Outcome
from careplan.display.views.parts import Answer
from careplan.display.views.words import Mark
from careplan.verbs.tracking.localities import RowProgress
from careplan.verbs.tracking.shown import words
from careplan.verbs.tracking.shown.grid import LedgerGrid


def answer(outcome: Outcome, grids: Iterable[LedgerGrid], language: str) -> Answer:
    """Return how a ledger stands: the rows of each column by their states, then the totals."""
    listed = tuple(grids)
    first = listed[0]
    if not first.ledger.rows and not first.total.owed:
        empty = say("tracking.state.empty", language)
        return Answer(say("tracking.answer.empty", language), Mark.NONE, empty)
    said = words.sentence(_clauses(listed, language), language)
    return Answer(said, words.MARKS[outcome], words.state_word(outcome, language))


def _clauses(grids: tuple[LedgerGrid, ...], language: str) -> Iterator[str]:
    first = grids[0]
    if first.ledger.rows:
        count, places = len(first.ledger.rows), words.places(first.ledger, language)
        states = say("tracking.joint", language).join(_states(grids, language))
        yield say(
            "tracking.answer",
            language,
            on=first.on,
            count=count,
            places=places,
            states=states,
        )
    else:
        yield say("tracking.answer.whole", language, on=first.on)
    yield from (one.total.told(language, named=len(grids) > 1) for one in grids)


def _states(grids: tuple[LedgerGrid, ...], language: str) -> Iterator[str]:
    for one in grids:
        states = join(_counted(one.rows, language), language)
        if len(grids) == 1:
            yield states
        else:
            column = one.column.label
            yield say("tracking.answer.column", language, column=column, states=states)


def _counted(rows: tuple[RowProgress, ...], language: str) -> Iterator[str]:
    """Yield of how many rows it is so, the worst first."""
    found = [row.outcome for row in rows]
    stale = sum(row.stale and row.outcome is Outcome.UNKNOWN for row in rows)
    if behind := found.count(Outcome.NOT_MET):
        yield say("tracking.answer.not_met", language, count=behind)
    if silent := found.count(Outcome.UNKNOWN) - stale:
        yield say("tracking.answer.unreported", language, count=silent)
    if stale:
        yield say("tracking.answer.stale", language, count=stale)
    if met := found.count(Outcome.MET):
        yield say("tracking.answer.met", language, count=met)
    if early := found.count(Outcome.NOT_APPLICABLE):
        yield say("tracking.answer.not_due", language, count=early)
