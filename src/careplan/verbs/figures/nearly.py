"""An exact figure as people read it: what no decimal can hold is said to be about so much."""

from careplan.base.exact import Exact, ratio
from careplan.base.messages import show


def nearly(figure: Exact, language: str) -> str:
    """Say a figure, and that it is about so much if no decimal holds it.

    >>> from fractions import Fraction
    >>> nearly(Fraction(41, 3), "en"), nearly(Fraction(1, 2), "en"), nearly(7, "zh")
    ('about 13.7', '0.5', '7')
    """
    return show(ratio(figure), language)
