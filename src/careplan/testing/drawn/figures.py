"""Targets and ledgers for drawn plans: figures of every kind, by any dates."""

from datetime import date
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from careplan.criteria.signs import Op
from careplan.documents.periods import Precision
from careplan.documents.scales.between import Between
from careplan.documents.scales.ledgers import SLOTS_COLUMN, Column, Ledger, LedgerRow
from careplan.documents.scales.milestones import Milestone, Strength
from careplan.documents.scales.targets import Target
from careplan.nouns.counts import Measure
from careplan.testing.drawn.around import SOME_OFFICES, Around, question, text, texts
from careplan.testing.drawn.dated import DAYS

_DATES: SearchStrategy[list[date]] = st.lists(DAYS, unique=True, max_size=3).map(sorted)


_INSTITUTIONS = Column(key="institutions", label=text("机构"), unit=text("家"))
_COLUMNS = [(SLOTS_COLUMN,), (_INSTITUTIONS, SLOTS_COLUMN)]


@st.composite
def targets(draw: st.DrawFn, around: Around) -> Target:
    """Draw a target of one milestone or several."""
    measure = draw(st.sampled_from(list(Measure)))
    gross = measure is Measure.PERCENT and draw(st.booleans())
    most = 150 if gross else 100
    days, undated = draw(_DATES), draw(st.booleans())
    dates: list[date | None] = [*days, *([None] if undated or not days else [])]
    in_words = measure is Measure.WORDS
    series = tuple(draw(_milestones(day, most, in_words=in_words)) for day in dates)
    added = all(one.ends and one.strength is series[0].strength for one in series)
    # Several increments of a rate could pass the whole.
    added = added and (measure is not Measure.PERCENT or gross) and draw(st.booleans())
    return Target(
        **draw(st.fixed_dictionaries(around.cited())),
        key="target",
        title=text("目标"),
        measure=measure,
        milestones=series,
        increments=added,
        base=draw(st.none() | st.integers(0, 99)) if added else None,
        may_exceed_whole=gross or None,
        question=question(around.clause) if around.asked else None,
        acting=draw(SOME_OFFICES),
    )


@st.composite
def ledgers(draw: st.DrawFn, around: Around) -> Ledger:
    """Draw a ledger of two localities and one column or two, with totals printed or not."""
    days, columns = draw(_DATES), draw(st.sampled_from(_COLUMNS))
    # Increments of several strengths cannot be added up.
    added = draw(st.booleans())
    strength = draw(st.sampled_from(Strength)) if added else None
    based = [one.key for one in columns] if added and draw(st.booleans()) else []

    def figures(dates: list[date], most: int) -> tuple[Milestone, ...]:
        return tuple(
            draw(_milestones(day, most, of=one.key, strength=strength))
            for day in dates
            for one in columns
        )

    rows = tuple(
        LedgerRow(
            **draw(st.fixed_dictionaries(around.cited(locality, under=False))),
            locality=locality,
            milestones=figures(days, 999),
            base={key: draw(st.integers(0, 99)) for key in based},
        )
        for locality in ("甲镇", "乙镇")
    )
    # A total may be printed for a day on which no row is due.
    totals = figures(sorted({*days, *draw(_DATES)}), 1998)
    return Ledger(
        **draw(st.fixed_dictionaries(around.cited(under=False))),
        key="ledger",
        title=text("台账"),
        columns=columns,
        rows=rows,
        totals=draw(st.sampled_from([(), totals])),
        increments=added,
        precision=draw(st.sampled_from(Precision)),
        note=draw(texts("注意")),
        acting=draw(SOME_OFFICES),
    )


@st.composite
def _milestones(
    draw: st.DrawFn,
    due: date | None,
    most: int,
    *,
    in_words: bool = False,
    of: str | None = None,
    strength: Strength | None = None,
) -> Milestone:
    """Draw a figure up to `most` by a day, or a band; where it is of no column, words as well."""
    said: dict[str, Any] = {
        "strength": draw(st.sampled_from(Strength)) if strength is None else strength,
        "scope": draw(st.sampled_from([None, text("全部")])),
        **({} if of is None else {"of": of}),
    }
    if in_words or (of is None and draw(st.booleans())):
        return Milestone(due, None, words=draw(st.sampled_from([None, text("基本完成")])), **said)
    low = draw(st.integers(1, most))
    if draw(st.booleans()):
        return Milestone(due, Between(low, draw(st.integers(low, most))), **said)
    op = draw(st.sampled_from([one for one in Op if one is not Op.NE]))
    return Milestone(due, low, op=op, **said)


def milestones() -> SearchStrategy[Milestone]:
    """Draw a figure by a day or without one, a band, or a goal in words."""
    return st.builds(_milestone, st.none() | DAYS, st.booleans()).flatmap(lambda drawn: drawn)


def _milestone(due: date | None, in_words: bool) -> SearchStrategy[Milestone]:  # noqa: FBT001 - drawn
    return _milestones(due, 999, in_words=in_words)


def columns() -> SearchStrategy[Column]:
    """Draw what a ledger counts, with a unit or without."""
    return st.sampled_from([SLOTS_COLUMN, _INSTITUTIONS])


def ledger_rows(around: Around) -> SearchStrategy[LedgerRow]:
    """Draw one locality of a ledger."""
    return ledgers(around).map(lambda ledger: ledger.rows[0])
