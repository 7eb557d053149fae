"""By which day a time limit ends: counted by the calendar, and by the days that are worked."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Protocol

import attrs

from careplan.base.errors import InvalidInput, Problem, check_type
from careplan.base.messages import say
from careplan.base.text import Text
from careplan.display.cells import Row, member, text
from careplan.display.result import Result
from careplan.display.views.parts import Answer, Detail, View
from careplan.display.views.words import Mark
from careplan.documents.authorities.limits import WORKING_DAYS, Limit
from careplan.documents.authorities.workdays import WorkCalendar
from careplan.fields.checking import arguments
from careplan.fields.kinds import DayKind

# What `missing` names: the days off, of all days the answer depends on.
CALENDAR = "calendar"


@attrs.frozen(kw_only=True, repr=False)
class Due(Result):
    """The last day of a time limit that begins on `start`.

    `counted_to` is the last day by the calendar alone, `day` the one it moves to where that is a
    day off (Civil Code 203). `day` is None where it depends on days that no calendar covers:
    `missing` then names "calendar".
    """

    limit: Limit
    start: date
    counted_to: date | None
    day: date | None

    @property
    def missing(self) -> tuple[str, ...]:
        """What is still to be given, to know the day."""
        return () if self.day is not None else (CALENDAR,)

    def _view(self, language: str, detail: Detail) -> View:  # noqa: ARG002 - all of it is said
        open_yet = say("view.limit.open", language)
        answer = Answer(self._said(language), Mark.OPEN, open_yet)
        if self.day is not None:
            answer = Answer(self._said(language))
        return View(title=say("view.limit.title", language), answer=answer)

    def _said(self, language: str) -> str:
        limit = self.limit.told(language)
        if self.day is not None:
            return say("due", language, day=self.day, limit=limit, start=self.start)
        if self.counted_to is not None:
            return say("due.at_least", language, day=self.counted_to, limit=limit, start=self.start)
        return say("due.unknown", language, limit=limit, start=self.start)

    def _rows(self) -> Iterator[Row]:
        limit = Text(zh=self.limit.told("zh"), en=self.limit.told("en"))
        yield {
            **text("limit", limit),
            "limit_number": self.limit.number,
            **member("limit_unit", self.limit.unit),
            "start": self.start,
            "counted_to": self.counted_to,
            "day": self.day,
            "missing": ", ".join(self.missing),
        }


class Limited(Protocol):
    """What may have a time limit: a step, a rule, a duty that comes back, a task."""

    @property
    def limit(self) -> Limit | None:
        """The limit, None if it has none."""


def due_on(limit: Limit | Limited | None, start: date, calendar: WorkCalendar | None = None) -> Due:
    """Return by which day a limit ends that begins on `start`, which is not counted itself.

    `limit` is a `careplan.writing.Limit`, or what has one: a step, a rule, a duty that comes back,
    a task. A limit in
    days, months or years that ends on a day off ends on the next day that is worked (Civil Code
    200 to 204). Without a calendar, and beyond the days it covers, the day is None. Raises
    InvalidInput for anything but a limit, a date and a calendar, and beyond the year 9999.

    >>> import careplan as cp
    >>> from careplan import writing as w
    >>> national = cp.WorkCalendar(
    ...     off=[date(2022, 1, 31), *(date(2022, 2, day) for day in range(1, 7))],
    ...     made_up=[date(2022, 1, 29), date(2022, 1, 30)],
    ...     known=(date(2022, 1, 1), date(2022, 2, 28)))
    >>> cp.due_on(w.limit(5, w.WORKING_DAYS), date(2022, 1, 28), national).day
    datetime.date(2022, 2, 9)
    """
    asked: Any = limit if isinstance(limit, Limit) else getattr(limit, "limit", limit)
    if asked is None and limit is not None:  # what may have one, and has none
        raise InvalidInput([Problem("limit", "required", None)])
    check_type(asked, Limit, "limit")
    (begun,) = arguments(start=(DayKind(), start))
    if calendar is not None:
        check_type(calendar, WorkCalendar, "calendar")
    if asked.unit is WORKING_DAYS:
        counted = None if calendar is None else calendar.counted(asked.number, begun)
        return Due(limit=asked, start=begun, counted_to=counted, day=counted)
    reckoned = asked.reckoned(begun)
    if reckoned is None:
        raise InvalidInput([Problem("start", "out_of_range", begun)])
    moved = None if calendar is None else calendar.first_from(reckoned)
    return Due(limit=asked, start=begun, counted_to=reckoned, day=moved)
