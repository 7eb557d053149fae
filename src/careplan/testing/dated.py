"""Strategies for what is dated, limited and paid: of plans, for any test."""

from datetime import date

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from careplan.base.text import Text
from careplan.documents.authorities.limits import Limit, TimeUnit
from careplan.documents.authorities.offices import Office
from careplan.documents.clauses import Clause
from careplan.documents.periods import Precision, Status, Validity
from careplan.documents.rules import Consequence
from careplan.documents.scales.between import Between

_DAYS = st.dates(date(2015, 1, 1), date(2030, 12, 31))
_WORDS = st.sampled_from([Text(zh="限期改正", en="put it right"), Text(zh="停止服务", en="stop")])


def validities() -> SearchStrategy[Validity]:
    """Draw from when until when something is in force: either end open, of any status."""
    days = st.tuples(_DAYS, _DAYS).map(sorted)
    spans = st.tuples(days, st.booleans(), st.booleans())
    return st.builds(
        lambda span, status, precision: Validity(
            since=span[0][0] if span[1] else None,
            until=span[0][1] if span[2] else None,
            status=status,
            precision=precision,
        ),
        spans,
        st.sampled_from(Status),
        st.sampled_from(Precision),
    )


def limits() -> SearchStrategy[Limit]:
    """Draw a time limit of any unit, from something or not."""
    return st.builds(Limit, st.integers(1, 100), st.sampled_from(TimeUnit), st.none() | _WORDS)


def bands() -> SearchStrategy[Between]:
    """Draw figures within bounds: each end stated or not, and belonging or not."""
    return st.builds(
        lambda low, width, ends: Between(
            None if ends == "most" else low,
            None if ends == "least" else low + width,
            above=ends == "above",
            below=ends == "below",
        ),
        st.integers(0, 50_000),
        st.integers(1, 50_000),
        st.sampled_from(["both", "least", "most", "above", "below"]),
    )


def consequences(
    clause: Clause, offices: SearchStrategy[tuple[Office, ...]]
) -> SearchStrategy[Consequence]:
    """Draw what follows a breach of a clause: an order, a fine or both, for all or some cases."""
    return st.builds(
        Consequence,
        clause=st.just(clause),
        part=st.just("follows"),
        title=_WORDS,
        order=st.none() | _WORDS,
        where=st.none() | _WORDS,
        fine_yuan=st.none() | st.integers(0, 10_000) | bands(),
        imposed_by=offices,
    )
