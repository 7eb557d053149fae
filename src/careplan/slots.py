"""Slots per thousand people, exactly."""

from fractions import Fraction

from careplan.checking import read
from careplan.errors import InvalidInput, Problem
from careplan.exact import Exact, Number, ratio, tidy
from careplan.kinds import CountKind, Kind, NumberKind


def slots_required(population: int, *, per_thousand: Number) -> int:
    """Return how many slots `population` people need at `per_thousand`, rounded up once.

    Raises InvalidInput that names every bad argument.

    >>> slots_required(7_726_635, per_thousand=4.5)
    34770
    """
    people, rate = _checked(
        population=(CountKind(), population), per_thousand=(NumberKind(step=1), per_thousand)
    )
    # Floor division of the negative rounds up, without a float on the way.
    return -(-(people * rate) // 1000)


def slots_per_thousand(slots: int, population: int) -> Exact:
    """Return how many slots there are per thousand people, exact.

    Raises InvalidInput that names every bad argument; the population is at least 1.

    >>> slots_per_thousand(473, 100_000)
    Decimal('4.73')
    """
    places, people = _checked(
        slots=(CountKind(), slots), population=(CountKind(minimum=1), population)
    )
    return tidy(places * 1000 / people)


def _checked(**arguments: tuple[Kind, object]) -> tuple[Fraction, ...]:
    problems: list[Problem] = []
    values = []
    for name, (kind, given) in arguments.items():
        if given is None:
            problems.append(Problem(name, "required", given))
        values.append(read(kind, given, name, problems))
    if problems:
        raise InvalidInput(problems)
    return tuple(ratio(value) for value in values)
