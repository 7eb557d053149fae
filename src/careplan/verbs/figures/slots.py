"""Slots per thousand people, exactly; unknown where a figure they are reckoned from is."""

from fractions import Fraction
from typing import Any, overload

from careplan.base.errors import InvalidInput, Problem
from careplan.base.exact import Exact, Number, ratio, tidy
from careplan.fields.checking import read
from careplan.fields.kinds import CountKind, Kind, NumberKind
from careplan.verbs.figures.unknown import Argument, Sought, Unknown


@overload
def slots_required(population: int, *, per_thousand: Number) -> int: ...
@overload
def slots_required(population: None, *, per_thousand: Number | None) -> Unknown: ...
@overload
def slots_required(population: int, *, per_thousand: None) -> Unknown: ...
@overload
def slots_required(population: int | None, *, per_thousand: Number | None) -> int | Unknown: ...
def slots_required(population: int | None, *, per_thousand: Number | None) -> int | Unknown:
    """Return how many slots `population` people need at `per_thousand`, rounded up once.

    Where either is None, which is "not stated", an `Unknown` that names it: nobody is no zero.
    Raises InvalidInput that names every bad argument.

    >>> slots_required(7_726_635, per_thousand=4.5)
    34770
    >>> slots_required(None, per_thousand=4.5).missing
    ('population',)
    """
    given = _ratios(
        Sought.SLOTS_REQUIRED,
        population=(CountKind(), population),
        per_thousand=(NumberKind(step=1), per_thousand),
    )
    if isinstance(given, Unknown):
        return given
    people, rate = given
    # Floor division of the negative rounds up, without a float on the way.
    return -(-(people * rate) // 1000)


@overload
def slots_per_thousand(slots: int, population: int) -> Exact: ...
@overload
def slots_per_thousand(slots: None, population: int | None) -> Unknown: ...
@overload
def slots_per_thousand(slots: int, population: None) -> Unknown: ...
@overload
def slots_per_thousand(slots: int | None, population: int | None) -> Exact | Unknown: ...
def slots_per_thousand(slots: int | None, population: int | None) -> Exact | Unknown:
    """Return how many slots there are per thousand people, exact; an `Unknown` without either.

    Raises InvalidInput that names every bad argument; the population is at least 1.

    >>> slots_per_thousand(473, 100_000)
    Decimal('4.73')
    >>> slots_per_thousand(473, None).missing
    ('population',)
    """
    given = _ratios(
        Sought.SLOTS_PER_THOUSAND,
        slots=(CountKind(), slots),
        population=(CountKind(minimum=1), population),
    )
    if isinstance(given, Unknown):
        return given
    places, people = given
    return tidy(places * 1000 / people)


def _ratios(sought: Sought, **given: tuple[Kind, object]) -> tuple[Fraction, ...] | Unknown:
    """Return what is given as fractions, or what cannot be said without the rest."""
    problems: list[Problem] = []
    taken: dict[str, Any] = {
        name: read(kind, one, name, problems) for name, (kind, one) in given.items()
    }
    if problems:
        raise InvalidInput(problems)
    lacks = tuple(Argument(name) for name, one in taken.items() if one is None)
    if lacks:
        return Unknown(sought=sought, lacks=lacks)
    return tuple(map(ratio, taken.values()))
