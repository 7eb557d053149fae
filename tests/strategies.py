"""Hypothesis strategies derived from the kinds of fact a noun declares, for the laws."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, assert_never

from hypothesis import strategies as st

from careplan import criteria as c
from careplan.exact import Exact
from careplan.fields import Noun, facts_declared
from careplan.kinds import (
    ChoiceKind,
    ChoicesKind,
    CountKind,
    DayKind,
    FactSpec,
    FlagKind,
    ItemsKind,
    Kind,
    NumberKind,
    PartKind,
    TableKind,
    TextKind,
)

# Thresholds of the documents and their neighbours, so that boundaries are met often.
NEAR_THRESHOLDS: list[Exact] = [
    *(0, 6, 10, 20, 5_000, 10_000),
    *map(Decimal, ("5.99", "9.99", "10.01", "19.99", "4999.99", "10000.01")),
    Fraction(1, 3),
]


def values(kind: Kind, *, full: bool) -> st.SearchStrategy[Any]:
    """Draw a stated value of a kind; `full` leaves nothing inside it unstated."""
    match kind:
        case NumberKind():
            fits = [n for n in NEAR_THRESHOLDS if Fraction(n) >= Fraction(kind.minimum)]
            return st.sampled_from(fits) | st.integers(int(kind.minimum), 20_000)
        case CountKind(minimum):
            return st.sampled_from([n for n in (0, 1, 2, 3, 99, 100, 101) if n >= minimum])
        case FlagKind():
            return st.booleans()
        case ChoiceKind(enum):
            return st.sampled_from(sorted(enum, key=str))
        case ChoicesKind(enum):
            return st.frozensets(st.sampled_from(sorted(enum, key=str)))
        case DayKind():
            return st.dates(date(2017, 1, 1), date(2026, 12, 31))
        case TextKind():
            return st.sampled_from(["", "a", "大洼街道"])
        case PartKind(noun):
            return nouns(noun, full=full)
        case ItemsKind(noun):
            return st.lists(nouns(noun, full=full), max_size=3)
        case TableKind(enum):
            counts = st.integers(0, 3)
            if full:
                return st.fixed_dictionaries(dict.fromkeys(enum, counts))
            return st.dictionaries(st.sampled_from(sorted(enum, key=str)), counts)
        case _:
            assert_never(kind)


def nouns(noun: type[Any], *, full: bool = False) -> st.SearchStrategy[Any]:
    """Draw a noun; unless `full`, about half of its facts are not stated."""
    fields: dict[str, st.SearchStrategy[Any]] = {}
    for name, spec in facts_declared(noun).items():
        value = values(spec.kind, full=full)
        unstated = not full and not spec.required
        fields[name] = st.none() | value if unstated else value
    return st.fixed_dictionaries(fields).map(lambda facts: make(noun, facts))


def make(noun: type[Any], facts: dict[str, Any], before: Any = None) -> Any:
    """Make a noun; of two counts that contradict, the one `before` did not state gives way."""
    part, whole = facts.get("pregnant_or_nursing_employees"), facts.get("female_employees")
    if part is not None and whole is not None:
        if getattr(before, "female_employees", None) is not None:
            facts = {**facts, "pregnant_or_nursing_employees": min(part, whole)}
        else:
            facts = {**facts, "female_employees": max(part, whole)}
    return noun(**facts)


@st.composite
def criteria(draw: st.DrawFn, noun: type[Noun], depth: int = 2) -> c.Criterion:
    """Draw a criterion about a noun, written as a caller writes it."""
    sort = draw(st.sampled_from(["leaf", "leaf", "join", "not", "constant"] if depth else ["leaf"]))
    if sort == "join":
        parts = draw(st.lists(criteria(noun, depth - 1), max_size=3))
        return c.all_of(*parts) if draw(st.booleans()) else c.any_of(*parts)
    if sort == "not":
        return c.not_(draw(criteria(noun, depth - 1)))
    if sort == "constant":
        return c.TRUE if draw(st.booleans()) else c.FALSE
    name, spec = draw(st.sampled_from(list(facts_declared(noun).items())))
    return draw(_about(getattr(c.facts(noun), name), spec.kind, depth))


@st.composite
def _about(draw: st.DrawFn, fact: c.Fact, kind: Kind, depth: int) -> c.Criterion:
    match kind:
        case PartKind(noun):
            name, spec = draw(st.sampled_from(list(facts_declared(noun).items())))
            return draw(_about(getattr(fact, name), spec.kind, depth))
        case ItemsKind(noun):
            where = draw(criteria(noun, max(0, depth - 1)))
            return c.some(fact, where) if draw(st.booleans()) else c.every(fact, where)
        case ChoicesKind(enum):
            return c.has(fact, draw(st.sampled_from(sorted(enum, key=str))))
        case TableKind(enum):
            key = draw(st.sampled_from(sorted(enum, key=str)))
            return fact[key] >= draw(st.integers(0, 3))
        case _:
            value = draw(values(kind, full=True))
            if draw(st.integers(0, 4)) == 0:
                return c.among(fact, [value, draw(values(kind, full=True))])
            ordered = isinstance(kind, NumberKind | CountKind | DayKind)
            op = draw(
                st.sampled_from(["==", "!=", ">=", ">", "<=", "<"] if ordered else ["==", "!="])
            )
            return _OPERATORS[op](fact, value)


_OPERATORS: dict[str, Callable[[c.Fact, Any], c.Compare]] = {
    "==": lambda fact, value: fact == value,
    "!=": lambda fact, value: fact != value,
    ">=": lambda fact, value: fact >= value,
    ">": lambda fact, value: fact > value,
    "<=": lambda fact, value: fact <= value,
    "<": lambda fact, value: fact < value,
}


@st.composite
def extensions(draw: st.DrawFn, subject: Any, *, full: bool = False) -> Any:
    """Draw the same subject with facts added; `full` states everything."""
    changes = {}
    for name, spec in facts_declared(type(subject)).items():
        value = getattr(subject, name)
        if value is None:
            stated = values(spec.kind, full=full)
            changes[name] = draw(stated if full else st.none() | stated)
        else:
            changes[name] = draw(_extended(value, spec, full=full))
    return make(type(subject), changes, subject)


@st.composite
def _extended(draw: st.DrawFn, value: Any, spec: FactSpec, *, full: bool) -> Any:
    match spec.kind:
        case PartKind():
            return draw(extensions(value, full=full))
        case ItemsKind():
            return [draw(extensions(item, full=full)) for item in value]
        case TableKind():
            return {**draw(values(spec.kind, full=full)), **value}
        case _:
            return value


def spec_at(noun: type[Any], path: str) -> tuple[Kind, str]:
    """Return the kind of the fact at a dotted path, and the path's last step."""
    kind: Kind = PartKind(noun)
    step = ""
    for step in steps(path):
        if not step.startswith("["):
            assert isinstance(kind, PartKind | ItemsKind)
            kind = facts_declared(kind.noun)[step].kind
        elif isinstance(kind, TableKind):
            kind = CountKind()
    return kind, step


def steps(path: str) -> list[str]:
    """Split rooms[0].area_m2 into rooms, [0], area_m2."""
    return re.findall(r"[^.\[\]]+|\[[^\]]+\]", path)


def state(subject: Any, path: list[str], value: Any) -> Any:
    """Return the subject with the fact at a path stated."""
    step, rest = path[0], path[1:]
    kind = facts_declared(type(subject))[step].kind
    inner = getattr(subject, step)
    if isinstance(kind, ItemsKind) and rest:
        index = int(rest[0][1:-1])
        inner = [*inner[:index], state(inner[index], rest[1:], value), *inner[index + 1 :]]
    elif isinstance(kind, TableKind):
        (member,) = (m for m in kind.enum if f"[{m.value}]" == rest[0])
        inner = {**(inner or {}), member: value}
    elif isinstance(kind, PartKind):
        inner = state(inner if inner is not None else kind.noun(), rest, value)
    else:
        inner = value
    facts = {name: getattr(subject, name) for name in facts_declared(type(subject))}
    return make(type(subject), {**facts, step: inner}, subject)
