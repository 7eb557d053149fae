"""Time limits as a text names them: so many working days, days, months or years of something."""

from collections.abc import Iterable
from datetime import date

import attrs

from careplan.base.errors import Problem
from careplan.base.frozenmap import frozen
from careplan.base.messages import say
from careplan.base.text import Text, Unordered
from careplan.documents.encoded import Encoded
from careplan.fields.kinds import CountKind
from careplan.fields.shapes import kept, left_out


class TimeUnit(Unordered):
    """What a time limit counts in."""

    WORKING_DAYS = ("working_days", "个工作日", "working days")
    DAYS = ("days", "日", "days")
    MONTHS = ("months", "个月", "months")
    YEARS = ("years", "年", "years")


# An author writes w.WORKING_DAYS.
WORKING_DAYS, DAYS = TimeUnit.WORKING_DAYS, TimeUnit.DAYS
MONTHS, YEARS = TimeUnit.MONTHS, TimeUnit.YEARS
_A_CENTURY = {WORKING_DAYS: 36_500, DAYS: 36_500, MONTHS: 1_200, YEARS: 100}


@frozen
class Limit(Encoded):
    """So much time from something on: the day it begins is not counted (Civil Code 201).

    `counted_from` says from what, in the text's words. Of a step, `since` is the key of the step
    whose day begins it, where that is not the one directly before.

    >>> filed = Limit(5, WORKING_DAYS, Text(zh="收到材料之日", en="receipt of the materials"))
    >>> filed.told("zh"), filed.told("en")
    ('自收到材料之日起5个工作日内', 'within 5 working days of receipt of the materials')
    """

    number: int = attrs.field(metadata=kept(CountKind(minimum=1)))
    unit: TimeUnit
    counted_from: Text | None = attrs.field(default=None, metadata=left_out())
    since: str | None = attrs.field(default=None, metadata=left_out())

    def _contradictions(self) -> Iterable[Problem]:
        most = _A_CENTURY[self.unit]
        if self.number > most:
            yield Problem("number", "too_large", self.number, {"maximum": most})

    def reckoned(self, start: date) -> date | None:
        """Return the last day by the calendar alone, before it moves off a day off.

        By months and years it is the day of that name, or the last of a shorter month (Civil
        Code 202). None for working days, which take more than a calendar, and beyond the year
        9999.
        """
        from dateutil.relativedelta import relativedelta

        if self.unit is WORKING_DAYS:
            return None
        try:
            return start + relativedelta(**{str(self.unit.value): self.number})  # type: ignore[arg-type]  # its own names
        except (ValueError, OverflowError):
            return None

    def told(self, language: str) -> str:
        """Say the limit, and from what it is counted where the text says so."""
        code = f"limit.{self.unit.value}" + (".one" if self.number == 1 else "")
        time = say(code, language, number=self.number)
        if self.counted_from is None:
            return say("limit", language, time=time)
        return say("limit.of", language, time=time, start=self.counted_from)
