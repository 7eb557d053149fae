"""Facts drawn or stated one by one are brought into agreement: a noun refuses some together.

What the nouns of careplan refuse is known here; what a caller's own noun refuses is asked of the
noun itself, whose `contradictions` name the facts.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import chain, islice
from typing import Any, assert_never

import careplan.fields.kinds as k
from careplan.base.errors import InvalidInput
from careplan.fields.declaring import facts_declared
from careplan.nouns.counts import Measurement
from careplan.nouns.facilities import Employer
from careplan.testing.vocabulary import is_possible

_FEW, _WOMEN = "pregnant_or_nursing_employees", "female_employees"
_MOST_VALUES = 20  # tried of one fact


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
    """Return why a noun refuses facts; None if it takes them."""
    try:
        cls(**facts)
    except InvalidInput as error:
        return error
    except TypeError:  # facts that have to be stated
        return InvalidInput([])
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
        for value in islice(_values(declared[name].kind, facts), _MOST_VALUES)
    )
    without = ({name: None} for name in stated)
    with_few = (dict.fromkeys(stated[:number]) for number in range(2, len(stated) + 1))
    for change in chain(*((restated, without) if full else (without, restated)), with_few):
        yield {**facts, **change}


def _values(kind: k.Kind, facts: Mapping[str, Any]) -> Iterator[Any]:
    """Yield simple values of a kind, and those that other facts of its sort have."""
    match kind:
        case k.NumberKind() | k.CountKind():
            sorts = {int} if isinstance(kind, k.CountKind) else {int, Decimal, Fraction}
            yield kind.minimum
            others = (one for one in facts.values() if type(one) in sorts)
            yield from (one for one in others if is_possible(kind, one))
        case k.FlagKind() | k.ChoiceKind():
            yield from reversed(k.members(kind))
        case k.ChoicesKind(enum):
            yield from (frozenset({member}) for member in enum)
            yield frozenset()
        case k.ItemsKind():
            yield ()
        case k.TableKind(enum):
            yield dict.fromkeys(enum, 0)
        case k.DayKind():
            yield from (one for one in facts.values() if type(one) is date)
        case k.TextKind() | k.PartKind():
            pass
        case _:
            assert_never(kind)


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
