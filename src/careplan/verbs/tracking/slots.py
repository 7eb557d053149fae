"""Slots per thousand people, exactly."""

from fractions import Fraction

from careplan.base.exact import Exact, Number, ratio, tidy
from careplan.fields.checking import arguments
from careplan.fields.kinds import CountKind, Kind, NumberKind


def slots_required(population: int, *, per_thousand: Number) -> int:
    """Return how many slots `population` people need at `per_thousand`, rounded up once.

    Raises InvalidInput that names every bad argument.

    >>> slots_required(7_726_635, per_thousand=4.5)
    34770
    """
    people, rate = _ratios(
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
    places, people = _ratios(
        slots=(CountKind(), slots), population=(CountKind(minimum=1), population)
    )
    return tidy(places * 1000 / people)


def _ratios(**given: tuple[Kind, object]) -> tuple[Fraction, ...]:
    return tuple(map(ratio, arguments(**given)))
