"""A fictitious noun with numbers, days and items, criteria about it, and what they say plainly.

`is_so` is an oracle: it asks a subject that states everything, by arithmetic and by walking the
calendar, and shares nothing with the library but the nodes it reads.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from random import Random
from typing import Any

import attrs
from hypothesis import strategies as st

import careplan as cp
import careplan.criteria.nodes as n
from careplan.criteria.periods import MissingDay, Period
from careplan.criteria.signs import Op
from careplan.criteria.soundness import sound
from careplan.criteria.sums.canonical import linear
from careplan.fields.declaring import count, day, flag, items, number
from careplan.fields.paths import Path


@attrs.frozen(kw_only=True)
class Wing(cp.Noun):
    """An item with a number, a flag and a day."""

    beds: int | None = count("床位数", "beds", changeable=True)
    warm: bool | None = flag("采暖", "warm", changeable=True)
    opened_on: date | None = day("启用日期", "opening day")


@attrs.frozen(kw_only=True)
class Post(cp.Noun):
    """A subject with all that a sum adds up and a period lies between; of staff there is 1."""

    children: int | None = count("幼儿数", "children", changeable=True)
    staff: int | None = count("职工数", "staff", minimum=1)
    area_m2: Any = number("面积", "area", changeable=True)
    yard: bool | None = flag("院子", "yard", changeable=True)
    lease_from: date | None = day("租期起", "lease start")
    lease_until: date | None = day("租期止", "lease end", changeable=True)
    wings: Any = items(Wing, "楼", "wings", growable=True)


# Where months of different lengths and a leap year meet, and periods of the criteria end.
DAYS = [
    *(date(2023, 12, day) for day in (1, 28, 29, 30, 31)),
    *(date(2024, 1, day) for day in (1, 28, 29, 30, 31)),
    *(date(2024, 2, day) for day in (1, 2, 27, 28, 29)),
    *(date(2024, 3, day) for day in (1, 2, 3, 31)),
    *(date(2025, 2, 28), date(2025, 3, 1)),
]
PERIODS = st.builds(
    Period,
    months=st.sampled_from([0, 1, 2, 12, 13]),
    days=st.integers(1, 3),
    both_days=st.booleans(),
    missing_day=st.sampled_from(list(MissingDay)),
) | st.builds(Period, months=st.sampled_from([1, 2, 12]), both_days=st.booleans())
_VALUES: dict[str, Sequence[Any]] = {
    "children": range(13),
    "staff": range(1, 6),
    "area_m2": [Fraction(half, 2) for half in range(41)],
    "beds": range(5),
    **dict.fromkeys(("yard", "warm"), (True, False)),
    **dict.fromkeys(("lease_from", "lease_until", "opened_on"), DAYS),
}


def post(chance: Random, subject: Any = None, *, full: bool = False) -> Any:
    """Make a post or, of a subject, the same with more stated; `full` leaves nothing unstated.

    By a seeded chance: hypothesis draws the criterion, and each is asked of many subjects.
    """
    noun = Post if subject is None else type(subject)
    stated = {}
    for name in attrs.fields_dict(noun):
        value = None if subject is None else getattr(subject, name)
        if value is None and not full and chance.random() < _UNSTATED:
            continue
        if name == "wings":
            wings = [Wing() for _ in range(chance.randint(0, 2))] if value is None else value
            value = [post(chance, one, full=full) for one in wings]
        stated[name] = chance.choice(_VALUES[name]) if value is None else value
    return noun(**stated)


_UNSTATED = 0.4


def _flag(noun: type[Any], name: str) -> n.Compare:
    return n.Compare(noun, (name,), Op.EQ, value=True)


@st.composite
def _periods(draw: st.DrawFn, noun: type[Any]) -> n.Criterion:
    starts = ["opened_on"] if noun is Wing else ["lease_from", "lease_until"]
    start = draw(st.sampled_from(starts))
    end = draw(st.sampled_from([None, ("lease_until",)])) if start == "lease_from" else None
    made: n.Criterion = sound(n.Elapsed(noun, (start,), draw(PERIODS), end))
    return made


_NONE = Fraction(0)
_FACTORS = [Fraction(one) for one in (-3, -1, 1, 2)] + [Fraction(1, 3), Fraction("4.5")]


@st.composite
def _sums(draw: st.DrawFn, noun: type[Any]) -> n.Criterion:
    """Draw a sum: also of one fact twice, of criteria, and of items where time has passed."""
    warm, opened = _flag(Wing, "warm"), draw(_periods(Wing))
    wheres: list[n.Criterion] = [n.TRUE, warm, opened, cp.any_of(warm, opened)]
    terms = [n.Term(amount=("beds",)), n.Term(where=_flag(Wing, "warm"))]
    if noun is Post:
        terms = [
            *(n.Term(amount=(name,)) for name in ("children", "staff", "area_m2")),
            n.Term(where=_flag(Post, "yard")),
            n.Term(where=draw(_periods(Post))),
            n.Term(("wings",)),
            n.Term(("wings",), (), draw(st.sampled_from(wheres))),
            n.Term(("wings",), ("beds",), draw(st.sampled_from(wheres))),
        ]
    drawn = st.tuples(st.sampled_from(_FACTORS), st.sampled_from(terms))
    parts = draw(st.lists(drawn, min_size=1, max_size=3))
    bound = draw(st.integers(-9, 20).map(Fraction) | st.just(Fraction("13.5")))
    return linear(noun, parts, draw(st.sampled_from(list(Op))), bound)


@st.composite
def _plain(draw: st.DrawFn, noun: type[Any]) -> n.Criterion:
    name, op = ("beds" if noun is Wing else "children"), draw(st.sampled_from(list(Op)))
    flags = st.just(_flag(noun, "warm" if noun is Wing else "yard"))
    return draw(flags | st.integers(0, 9).map(lambda value: n.Compare(noun, (name,), op, value)))


@st.composite
def asked(draw: st.DrawFn, noun: type[Any] = Post, depth: int = 2) -> n.Criterion:
    """Draw a criterion that holds a sum or elapsed time, alone, denied, joined or of items."""
    new = _sums(noun) | _periods(noun)
    if not depth:
        return draw(new)
    inner = asked(noun, depth - 1)
    beside = st.lists(_plain(noun) | inner, max_size=2)
    joined = st.tuples(st.sampled_from([cp.all_of, cp.any_of]), inner, beside).map(
        lambda drawn: drawn[0](drawn[1], *drawn[2])
    )
    several: list[st.SearchStrategy[Any]] = [new, joined, inner.map(cp.not_)]
    if noun is Post:
        kind = st.sampled_from([n.Some, n.Every])
        of_wings = st.tuples(kind, asked(Wing, depth - 1))
        several.append(of_wings.map(lambda drawn: sound(drawn[0](Post, ("wings",), drawn[1]))))
    drawn: n.Criterion = draw(st.one_of(several))
    return drawn


def is_so(node: n.Criterion, subject: Any, on: date) -> bool:
    """Say whether a criterion is so of a subject that states everything."""
    match node:
        case n.Compare(path=path, op=op, value=value):
            return op.holds(_at(subject, path), value)
        case n.AllOf(parts):
            return all(is_so(part, subject, on) for part in parts)
        case n.AnyOf(parts):
            return any(is_so(part, subject, on) for part in parts)
        case n.Not(part):
            return not is_so(part, subject, on)
        case n.Some(where=where):
            return any(is_so(where, one, on) for one in subject.wings)
        case n.Every(where=where):
            return all(is_so(where, one, on) for one in subject.wings)
        case n.Linear(terms=terms, op=op, bound=bound):
            total = sum(Fraction(factor) * _worth(term, subject, on) for factor, term in terms)
            return op.holds(total, bound)
        case n.Elapsed(start=start, end=end, period=period):
            first = start if isinstance(start, date) else _at(subject, start)
            return walked(period, first) <= (on if end is None else _at(subject, end))
    raise ValueError(node)


def _at(subject: Any, path: Path) -> Any:
    for step in path:
        subject = subject[step] if isinstance(step, int) else getattr(subject, str(step))
    return subject


def _worth(term: n.Term, subject: Any, on: date) -> Fraction:
    held = subject.wings if term.over else [subject]
    counted = [one for one in held if is_so(term.where, one, on)]
    return sum((Fraction(_at(one, term.amount) if term.amount else 1) for one in counted), _NONE)


@cache
def walked(period: Period, start: date) -> date:
    """Find the day that completes a period by walking from the first, one day after another."""
    one, end = timedelta(days=1), start.year * 12 + start.month + period.months
    day = start
    while day.year * 12 + day.month < end:
        day += one
    while day.day < start.day and (day + one).month == day.month:
        day += one
    if day.day < start.day and (period.both_days or period.missing_day is MissingDay.NEXT):
        day += one
    for _ in range(period.days):
        day += one
    return day - one if period.both_days else day
