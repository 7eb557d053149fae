"""Since when a text is in force, of which no more is known than the year of its number."""

from datetime import date

from careplan.documents.periods import Precision, Validity


def in_force_since(year: int) -> Validity:
    """Return that a text is in force since some day of a year: on no day before that year.

    >>> in_force_since(2019).told("zh")
    '自2019年起'
    """
    return Validity(since=date(year, 1, 1), precision=Precision.YEAR)
