"""Facts drawn or stated one by one are brought into agreement: a noun refuses some together.

What the nouns of careplan refuse is known here; what a caller's own noun refuses is asked of the
noun itself, whose `contradictions` name the facts.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import chain, combinations, islice
from typing import Any, assert_never

import attrs

import careplan.fields.kinds as k
from careplan.base.errors import InvalidInput
from careplan.base.exact import ratio, tidy
from careplan.fields.declaring import facts_declared
from careplan.nouns.counts import Measurement
from careplan.nouns.facilities import Employer
from careplan.testing.vocabulary import is_possible

_FEW, _WOMEN = "pregnant_or_nursing_employees", "female_employees"
_MOST_VALUES = 50  # tried of one fact
_MOST_COUNTED = 5  # of a table
_DAYS = (date(2024, 6, 30), date(2017, 1, 1), date(2030, 12, 31))


def agreed(
    cls: type[Any], facts: Mapping[str, Any], fixed: frozenset[str] = frozenset(), *, full: bool
) -> Any:
    """Return a noun of facts, those in `fixed` as they are, the others as far as it takes them.

    A fact that it refuses beside the others is stated otherwise, if `full`, or else left out: the
    one that it names before any other. Raises InvalidInput where those in `fixed` are refused.
    """
    stated = settled(cls, facts, fixed)
    while (wrong := refused_by(cls, stated)) is not None:
        changes = _changes(cls, stated, fixed, wrong, full=full)
        better = (one for one in changes if _is_better(cls, one, wrong))
        changed = next(better, None)
        if changed is None:
            raise wrong
        stated = changed
    return cls(**stated)


def _is_better(cls: type[Any], facts: Mapping[str, Any], before: InvalidInput) -> bool:
    wrong = refused_by(cls, facts)
    return wrong is None or len(wrong.problems) < len(before.problems)


def refused_by(cls: type[Any], facts: Mapping[str, Any]) -> InvalidInput | None:
    """Return why a noun refuses facts; None if it takes them.

    Whatever else its own `contradictions` raise is its author's to see.
    """
    needed = (name for name, spec in facts_declared(cls).items() if spec.required)
    try:
        cls(**{**dict.fromkeys(needed), **facts})
    except InvalidInput as error:
        return error
    return None


def _changes(
    cls: type[Any], facts: dict[str, Any], fixed: frozenset[str], wrong: InvalidInput, *, full: bool
) -> Iterator[dict[str, Any]]:
    """Yield the facts with one of them changed or left out, then with more and more left out."""
    declared = facts_declared(cls)
    named = {re.split(r"[.\[]", problem.path)[0] for problem in wrong.problems}
    free = [name for name in declared if name not in fixed]
    in_turn = sorted(free, key=lambda name: (name not in named, facts[name] is None))
    stated = [name for name in in_turn if facts[name] is not None and not declared[name].required]
    restated = (
        {name: value}
        for name in in_turn
        for value in islice(_values(declared[name].kind, name, facts), _MOST_VALUES)
    )
    without = ({name: None} for name in stated)
    with_few = (dict.fromkeys(stated[:number]) for number in range(2, len(stated) + 1))
    for change in chain(*((restated, without) if full else (without, restated)), with_few):
        yield {**facts, **change}


def _values(kind: k.Kind, name: str, facts: Mapping[str, Any]) -> Iterator[Any]:
    """Yield simple values of a kind, and those that other facts of its sort have or come to."""
    match kind:
        case k.NumberKind() | k.CountKind():
            yield from (one for one in _numbers(kind, facts) if is_possible(kind, one))
        case k.FlagKind() | k.ChoiceKind():
            yield from reversed(k.members(kind))
        case k.ChoicesKind(enum):
            yield from (frozenset({member}) for member in enum)
            yield frozenset()
            yield frozenset(enum)
        case k.ItemsKind():
            items = facts[name] or ()
            yield from (items[:number] for number in range(len(items)))
            yield from zip(*(_changed(item) for item in items), strict=False)
        case k.TableKind(enum):
            rest = dict.fromkeys(enum, 0)
            yield from ({**rest, next(iter(enum)): number} for number in range(_MOST_COUNTED))
        case k.DayKind():
            yield from (one for one in facts.values() if type(one) is date)
            yield from _DAYS
        case k.TextKind():
            yield "甲"
        case k.PartKind():
            yield from () if facts[name] is None else _changed(facts[name])
        case _:
            assert_never(kind)


def _numbers(kind: k.NumberKind | k.CountKind, facts: Mapping[str, Any]) -> Iterator[Any]:
    """Yield the least number, those of other facts, round ones, and what two of the others make."""
    sorts = {int} if isinstance(kind, k.CountKind) else {int, Decimal, Fraction}
    others = [one for one in facts.values() if type(one) in sorts]
    yield kind.minimum
    yield from others
    # More than ten times whatever is drawn.
    yield from (10**digits for digits in (6, *range(6)))
    pairs = [*combinations(map(ratio, others), 2)]
    yield from (tidy(one + other) for one, other in pairs)
    yield from (tidy(abs(one - other)) for one, other in pairs)


def _changed(noun: Any) -> Iterator[Any]:
    """Yield a noun with one of its facts stated otherwise, as far as it takes that."""
    facts = {name: getattr(noun, name) for name in facts_declared(type(noun))}
    for name, spec in facts_declared(type(noun)).items():
        for value in islice(_values(spec.kind, name, facts), _MOST_VALUES):
            if refused_by(type(noun), {**facts, name: value}) is None:
                yield attrs.evolve(noun, **{name: value})


def settled(
    cls: type[Any], facts: Mapping[str, Any], fixed: frozenset[str] = frozenset()
) -> dict[str, Any]:
    """Settle what nouns of ours, and those made of them, refuse; `fixed` facts stay as they are."""
    if issubclass(cls, Employer):
        return _employer(dict(facts), fixed)
    return _measurement(dict(facts), fixed) if issubclass(cls, Measurement) else dict(facts)


def _employer(facts: dict[str, Any], fixed: frozenset[str]) -> dict[str, Any]:
    few, women = facts[_FEW], facts[_WOMEN]
    if few is None or women is None or few <= women:
        return facts
    if _FEW not in fixed:
        return {**facts, _FEW: women}
    return facts if _WOMEN in fixed else {**facts, _WOMEN: few}


def _measurement(facts: dict[str, Any], fixed: frozenset[str]) -> dict[str, Any]:
    """Keep the value, or part and whole: what is given, else the value if one was drawn."""
    given = {name for name in fixed if facts[name] is not None}
    shared = {"part", "whole"}
    undecided = not given & {"value", *shared}
    drawn = facts["value"] is not None and "value" not in fixed
    if "value" in given or (undecided and (drawn or fixed & shared)):
        open_parts = dict.fromkeys(shared - fixed)
        return {**facts, "value": facts["value"] or 0, **open_parts}
    part = facts["part"] if "part" in fixed else facts["part"] or 0
    whole = facts["whole"] if "whole" in fixed else max(part, facts["whole"] or 1)
    if "part" not in fixed:
        part = min(part, whole)
    return {**facts, "value": None, "part": part, "whole": whole}
