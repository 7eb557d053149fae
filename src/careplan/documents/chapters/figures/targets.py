"""Targets, as their author writes them: a figure and its date, or a series of milestones."""

from datetime import MAXYEAR, MINYEAR, date
from typing import Any, TypedDict, Unpack, overload

from careplan.base.errors import InvalidInput, Problem
from careplan.base.exact import Number
from careplan.base.text import Words, text_of
from careplan.criteria.signs import Op
from careplan.documents.chapters.drafts import Cites, Draft, Offices, draft
from careplan.documents.periods import Precision
from careplan.documents.scales.between import Between
from careplan.documents.scales.milestones import Milestone, Strength
from careplan.documents.scales.targets import Target
from careplan.nouns.counts import Measure


class Figure(TypedDict, total=False):
    """What else may be said of a figure: see `Milestone`."""

    op: Op
    strength: Strength
    scope: Words | None
    words: Words | None
    precision: Precision | None
    of: str


class Series(Cites, total=False):
    """What else may be said of a target: see `Target`. `acting` are offices as printed."""

    increments: bool
    base: Number | None
    may_exceed_whole: bool | None
    acting: Offices


# What a target says where its author does not.
_UNSAID = {"increments": False, "base": None, "may_exceed_whole": None, "acting": ""}


class Single(Figure, Series, total=False):
    """What else may be said of a target with a single milestone."""


def milestone(
    due: date | int | None, value: Number | Between | None = None, **said: Unpack[Figure]
) -> Milestone:
    """Return a figure to reach by a day, or by the end of a year: see `Milestone`.

    Without a value it is a goal in `words`. Raises InvalidInput as `Milestone` does.

    >>> milestone(2017, 50, scope=("公共场所", "public places")).due
    datetime.date(2017, 12, 31)
    >>> milestone(2020, words="基本建成").precision
    Precision.YEAR_END
    """
    given: dict[str, Any] = dict(said)
    for name in ("scope", "words"):
        if given.get(name) is not None:
            given[name] = text_of(given[name])
    by = end_of_year(due)
    if by is not due:
        given.setdefault("precision", Precision.YEAR_END)
    return Milestone(by, value, **given)  # type: ignore[arg-type]  # the milestone looks at both


def end_of_year(due: Any) -> Any:
    """Return the last day of a year; what is no year is returned as it is."""
    return date(due, 12, 31) if type(due) is int and MINYEAR <= due <= MAXYEAR else due


@overload
def target(
    key: str,
    title: Words,
    measure: Measure,
    *,
    value: Number | Between | None,
    due: date | int | None,
    **said: Unpack[Single],
) -> Draft[Target]: ...


@overload
def target(
    key: str, title: Words, measure: Measure, *milestones: Milestone, **said: Unpack[Series]
) -> Draft[Target]: ...


def target(
    key: str, title: Words, measure: Measure, *milestones: Milestone, **said: Any
) -> Draft[Target]:
    """Write figures to reach: a value by a date, or milestones in order: see `Target`.

    What is said of the one figure (`op`, `strength`, `precision`, ...) stands beside it. A target
    held under an option of a question keeps the question. Raises InvalidInput for a figure that
    is none, and for one that stands beside milestones.

    >>> coverage = target("coverage", ("配置率", "coverage"), Measure.PERCENT, value=100, due=None)
    >>> coverage.fields["milestones"][0].value
    100
    >>> steps = milestone(2017, 50), milestone(2018, 80)
    >>> len(target("coverage", "配置率", Measure.PERCENT, *steps).fields["milestones"])
    2
    """
    of_one = ("value", "due", *Figure.__annotations__)
    single = {name: said.pop(name) for name in of_one if name in said}
    if milestones and single:
        other = {"other_field": "milestones", "other": len(milestones)}
        raise InvalidInput(
            [Problem(f"{key}.{name}", "contradiction", one, other) for name, one in single.items()]
        )
    if single:
        try:
            milestones = (milestone(single.pop("due", None), single.pop("value", None), **single),)
        except InvalidInput as error:
            raise InvalidInput(error.inside(str(key))) from None
    series: dict[str, Any] = {**_UNSAID, **said, "milestones": milestones}
    return draft(Target, series, key=key, title=title, measure=measure)
