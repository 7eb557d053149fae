"""The words of a display of progress: states with their marks, days, units, what rows are of."""

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from careplan.base.exact import Exact, ratio
from careplan.base.messages import say, show
from careplan.base.truth import Outcome
from careplan.display.views.words import Mark, Tag
from careplan.documents.periods import Period, Precision
from careplan.documents.scales.ledgers import Column, Ledger
from careplan.documents.scales.milestones import Milestone
from careplan.documents.wording.milestones import figure_text, joined, notes

MARKS = {
    Outcome.NOT_MET: Mark.BAD,
    Outcome.UNKNOWN: Mark.OPEN,
    Outcome.MET: Mark.GOOD,
    Outcome.NOT_APPLICABLE: Mark.NONE,
    Outcome.NOT_MEASURABLE: Mark.NONE,
}
TOWNS = ("镇", "街道", "乡")
DECEMBER, LAST_OF_DECEMBER = 12, 31


def state_word(outcome: Outcome, language: str) -> str:
    """Say how something that is counted stands."""
    return say(f"tracking.state.{outcome.value}", language)


def state(outcome: Outcome, language: str) -> Tag:
    """Return how something that is counted stands, with its mark."""
    return Tag(MARKS[outcome], state_word(outcome, language))


def is_month_end(day: date) -> bool:
    """Say whether a day is the last of its month."""
    return (day + timedelta(days=1)).month != day.month if day < date.max else True


def short_day(day: date, on: date, language: str) -> str:
    """Say a day in small print: without the year of the day asked, a month's last as its end.

    >>> short_day(date(2024, 6, 30), date(2024, 9, 30), "zh")
    '6月底'
    >>> short_day(date(2023, 11, 29), date(2024, 9, 30), "zh")
    '2023年11月29日'
    """
    month = say(f"short_month.{day.month}", language)
    if is_month_end(day):
        said = say("short_month.end", language, month=month)
    else:
        said = say("short_month.day", language, month=month, day=str(day.day))
    return said if day.year == on.year else with_year(said, day, language)


def long_day(day: date, language: str) -> str:
    """Say a day in small print with its year."""
    return short_day(day, date.min, language)


def with_year(said: str, day: date, language: str) -> str:
    """Return a day that is said without its year with it."""
    return say("short_month.of_year", language, said=said, year=str(day.year))


def due_name(due: date | None, precision: Precision | None, language: str) -> str:
    """Say by when: a day no more exactly than the text does, as the end of what it names.

    >>> due_name(date(2024, 12, 31), Precision.YEAR, "zh")
    '2024年底'
    """
    if due is None:
        return say("milestone.undated", language)
    if precision is Precision.DAY:
        return show(due, language)
    if (due.month, due.day) == (DECEMBER, LAST_OF_DECEMBER):
        return Period(due, due, Precision.YEAR_END).told(language)
    if precision is Precision.QUARTER:
        return say(
            "short_month.quarter_end", language, quarter=Period(due, due, precision).told(language)
        )
    return long_day(due, language) if precision is Precision.MONTH else show(due, language)


def unit_of(column: Column, language: str) -> str:
    """Say in what a column counts: by its unit, else 个 in Chinese and what it is in English."""
    unit = column.unit
    if language == "zh":
        return say("tracking.unit", language) if unit is None else unit.zh
    return show(column.label, language) if unit is None or unit.en is None else unit.en


def so_many(number: object, column: Column, language: str) -> str:
    """Say how many of what a column counts; of one in English no plural follows."""
    unit, figure = unit_of(column, language), show(number, language)
    if language == "en" and figure.split(" ")[-1] == "1" and unit.endswith("s"):
        return figure
    return say("tracking.counted", language, number=figure, unit=unit)


def owed_figure(milestone: Milestone, column: Column, language: str) -> str:
    """Say how many a milestone asks for; of what, and how strongly, if it does not bind."""
    figure = so_many(figure_text(milestone, language), column, language)
    beside = joined(notes(milestone, language), language)
    return say("milestone", language, figure=figure, notes=beside) if beside else figure


def whole(figure: Exact | Fraction) -> int:
    """Return how many whole ones a figure takes: what is counted comes in no parts.

    >>> whole(Fraction(41, 3))
    14
    """
    return ceil(ratio(figure))


def places(ledger: Ledger, language: str, *, many: bool = True) -> str:
    """Say what the rows of a ledger are: towns, where all are by their names, else places."""
    towns = all(row.locality.endswith(TOWNS) for row in ledger.rows)
    kind = "town" if towns else "place"
    return say(f"tracking.{kind}s", language) if many else say(f"tracking.{kind}", language)


def sentence(clauses: Iterable[str], language: str) -> str:
    """Return clauses as one sentence."""
    return say("tracking.full_stop", language, said=say("tracking.joint", language).join(clauses))
