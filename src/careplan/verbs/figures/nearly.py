"""An exact figure as people read it: what no decimal can hold is said to be about so much."""

from fractions import Fraction

from careplan.base.exact import Exact, ratio, tidy
from careplan.base.messages import say, show

PLACES = 4  # enough to tell people who reads a sentence; the exact figure stands in the rows


def nearly(figure: Exact, language: str) -> str:
    """Say a figure with four decimal places, cut off, and that it is about so much if it is.

    >>> nearly(Fraction(41, 3), "en"), nearly(Fraction(1, 2), "en"), nearly(7, "zh")
    ('about 13.6666', '0.5', '7')
    """
    exact = ratio(figure)
    kept = Fraction(exact * 10**PLACES // 1, 10**PLACES)
    number = show(tidy(kept), language)
    return number if kept == exact else say("about", language, number=number)
