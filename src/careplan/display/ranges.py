"""A figure that is known within bounds: at least so much, at most so much."""

from careplan.base.exact import Exact
from careplan.base.foreign import Hosted
from careplan.base.frozenmap import frozen
from careplan.display.cells import Row


@frozen
class Range(Hosted):
    """What a figure can be, both ends included and exact; `high` is None without a known bound."""

    low: Exact
    high: Exact | None


def range_cells(name: str, figure: Range | None) -> Row:
    """Return what a figure is at least and at most, both empty where there is none."""
    low, high = (None, None) if figure is None else (figure.low, figure.high)
    return {f"{name}_low": low, f"{name}_high": high}
