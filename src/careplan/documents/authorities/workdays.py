"""Which days are worked: a caller's own data, since holidays are set anew every year.

Saturdays and Sundays are off unless the calendar says otherwise. What lies beyond the days it
covers nobody knows: no day is made up for it.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import attrs

from careplan.base.errors import Problem
from careplan.base.frozenmap import frozen
from careplan.base.text import Text
from careplan.base.truth import Truth
from careplan.documents.encoded import Encoded, duplicates
from careplan.fields.checking import arguments
from careplan.fields.kinds import DayKind
from careplan.fields.shapes import ListOf, kept

_DAY = timedelta(days=1)
_SATURDAY = 5  # as `date.weekday` counts
_ENDS = 2
_A_PAIR = Text(zh="首尾两日", en="two days, the first and the last")


def _listed(given: Any) -> Any:
    """Take a set of days, or the days of a mapping, in order; what is none is left as it is."""
    days = tuple(given) if isinstance(given, AbstractSet | Mapping) else given
    sortable = isinstance(days, tuple | list) and all(type(day) is date for day in days)
    return tuple(sorted(days)) if sortable else days


@frozen(kw_only=True)
class WorkCalendar(Encoded):
    """The days off and the days made up for them (调休上班), over the days that are `known`.

    `off` are days off beside the weekends, or on them; `made_up` are the Saturdays and Sundays
    that are worked; `known` are the first and the last day that the calendar covers. Days are
    given as a list, a set, or the keys of a mapping. Raises InvalidInput, all problems at once,
    for what is no day, a day beyond those known, and one that is off and made up.

    >>> autumn = WorkCalendar(off=[date(2025, 10, 1)], made_up=[date(2025, 9, 28)],
    ...     known=(date(2025, 9, 1), date(2025, 10, 1)))
    >>> [autumn.works_on(date(2025, 9, day)).name for day in (26, 27, 28)]
    ['TRUE', 'FALSE', 'TRUE']
    >>> autumn.works_on(date(2025, 10, 2))
    Truth.UNKNOWN
    """

    off: tuple[date, ...] = attrs.field(default=(), converter=_listed)
    made_up: tuple[date, ...] = attrs.field(default=(), converter=_listed)
    known: tuple[date, date] = attrs.field(metadata=kept(ListOf(DayKind())))

    def _contradictions(self) -> Iterable[Problem]:
        if len(self.known) != _ENDS:
            yield Problem("known", "wrong_type", self.known, {"expected": _A_PAIR})
            return
        first, last = self.known
        if last < first:
            yield Problem("known", "not_in_order", last, {"other": first})
            return
        for name in ("off", "made_up"):
            days: tuple[date, ...] = getattr(self, name)
            yield from duplicates(name, (day.isoformat() for day in days))
            for index, day in enumerate(days):
                if not first <= day <= last:
                    known = {"other_field": "known", "other": f"{first}/{last}"}
                    yield Problem(f"{name}[{index}]", "contradiction", day, known)
        for index, day in enumerate(self.made_up):
            if day in self._off:
                other = {"other_field": "off", "other": day}
                yield Problem(f"made_up[{index}]", "contradiction", day, other)

    def works_on(self, day: date) -> Truth:
        """Say whether a day is worked; UNKNOWN for one that the calendar does not cover.

        Raises InvalidInput for anything but a date.
        """
        arguments(day=(DayKind(), day))
        return self._works(day)

    def _works(self, day: date) -> Truth:
        first, last = self.known
        if not first <= day <= last:
            return Truth.UNKNOWN
        is_off = day in self._off or (day.weekday() >= _SATURDAY and day not in self._made_up)
        return Truth.FALSE if is_off else Truth.TRUE

    def counted(self, number: int, start: date) -> date | None:
        """Return the working day that is `number` after `start`, which is not counted itself.

        None where it lies beyond the days the calendar covers.
        """
        day, left = start, number
        while left:
            moved = self.first_from(day + _DAY) if day < date.max else None
            if moved is None:
                return None
            day, left = moved, left - 1
        return day

    def first_from(self, day: date) -> date | None:
        """Return a day itself if it is worked, else the first after it that is; None if unknown."""
        while (worked := self._works(day)) is Truth.FALSE and day < date.max:
            day += _DAY
        return day if worked is Truth.TRUE else None

    @cached_property
    def _off(self) -> frozenset[date]:
        return frozenset(self.off)

    @cached_property
    def _made_up(self) -> frozenset[date]:
        return frozenset(self.made_up)
