"""An agenda as calendar text by RFC 5545: all-day events, and what has no time as to-dos.

It is a text: whoever asks for it writes it to a file, with its CRLF as they are.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta

import attrs

from careplan.base.errors import InvalidInput, Problem
from careplan.base.messages import say, show
from careplan.documents.authorities.calendar import Duty
from careplan.documents.clauses import Clause
from careplan.documents.plan import Plan
from careplan.documents.wording.made import made_lines
from careplan.verbs.planning.content import escaped, folded
from careplan.verbs.planning.entries import AgendaEntry, kind_of, who
from careplan.verbs.planning.shown import AgendaView, document_text

TAGS = {"zh": "zh-CN", "en": "en"}


def stamped(stamp: object, start: date) -> datetime:
    """Return when a calendar was made, in UTC: as it is told, or the day on which it starts.

    Raises InvalidInput for anything but a datetime that knows its offset from UTC.
    """
    if stamp is None:
        return datetime.combine(start, time(), UTC)
    offset = stamp.utcoffset() if isinstance(stamp, datetime) else None
    if not isinstance(stamp, datetime) or offset is None:
        expected = "datetime with its offset from UTC"
        raise InvalidInput([Problem("stamp", "wrong_type", stamp, {"expected": expected})])
    try:
        return stamp.replace(tzinfo=UTC) - offset
    except OverflowError:
        raise InvalidInput([Problem("stamp", "out_of_range", stamp)]) from None


@attrs.frozen
class Calendar:
    """An agenda as a calendar in one language."""

    shown: AgendaView
    stamp: datetime

    def text(self) -> str:
        """Return the calendar, each line folded and ended as the RFC asks."""
        return "".join(f"{part}\r\n" for line in self._lines() for part in folded(line))

    @property
    def _language(self) -> str:
        return self.shown.language

    def _lines(self) -> Iterator[str]:
        sentence = self.shown.answer().sentence
        yield "BEGIN:VCALENDAR"
        yield "VERSION:2.0"
        yield f"PRODID:-//careplan//agenda//{self._language.upper()}"
        yield "CALSCALE:GREGORIAN"
        yield self._text("X-WR-CALNAME", say("planning.title", self._language))
        yield self._text("X-WR-CALDESC", "\n".join(filter(None, (sentence, self.shown.source()))))
        seen = Counter[str]()
        for entry in self.shown.entries:
            yield from self._event(entry, seen)
        for duty in self.shown.unscheduled:
            yield from self._to_do(duty, seen)
        if not (self.shown.entries or self.shown.unscheduled):
            yield from self._nothing(sentence)
        yield "END:VCALENDAR"

    def _event(self, entry: AgendaEntry, seen: Counter[str]) -> Iterator[str]:
        period, kind = entry.period, kind_of(entry.source)
        days = f"{_day(period.start)}-{_day(period.end)}"
        yield "BEGIN:VEVENT"
        yield _uid((entry.plan_id, kind.value, entry.source.id, days), seen)
        yield self._stamp()
        yield f"DTSTART;VALUE=DATE:{_day(period.start)}"
        if period.end < date.max:  # the day after the last cannot be said of the last there is
            yield f"DTEND;VALUE=DATE:{_day(period.end + timedelta(days=1))}"
        yield "TRANSP:TRANSPARENT"
        yield self._text("SUMMARY", entry.told(self._language))
        when = say("planning.calendar.when", self._language, period=period.told(self._language))
        yield self._description(
            when,
            self._who(who(entry.source, self._language)),
            self._under(entry.plan_id, entry.clause),
            *self._made(entry.plan_id),
        )
        yield self._text("CATEGORIES", show(kind, self._language))
        yield "END:VEVENT"

    def _to_do(self, duty: Duty, seen: Counter[str]) -> Iterator[str]:
        """Yield a to-do without a date: it is to be done until somebody says that it is."""
        plan = self._plan_of(duty)
        plan_id = "" if plan is None else plan.id
        yield "BEGIN:VTODO"  # what RFC 5545, 3.6.2 calls a to-do
        yield _uid((plan_id, "unscheduled", duty.id), seen)
        yield self._stamp()
        yield self._text("SUMMARY", show(duty.title, self._language))
        yield self._description(
            say("planning.calendar.regular", self._language),
            self._who(who(duty, self._language)),
            self._under(plan_id, duty.clause),
            *self._made(plan_id),
        )
        category = say("planning.calendar.kind.unscheduled", self._language)
        yield self._text("CATEGORIES", category)
        yield "END:VTODO"

    def _nothing(self, sentence: str) -> Iterator[str]:
        """Yield a note that there is nothing: a calendar without any component is none."""
        start, end = self.shown.start, self.shown.end
        yield "BEGIN:VJOURNAL"
        yield _uid(("nothing", f"{_day(start)}-{_day(end)}"), Counter())
        yield self._stamp()
        yield self._text("SUMMARY", sentence)
        yield "END:VJOURNAL"

    def _stamp(self) -> str:
        at = self.stamp
        return f"DTSTAMP:{_day(at)}T{at:%H%M%S}Z"

    def _text(self, name: str, said: str) -> str:
        return f"{name};LANGUAGE={TAGS[self._language]}:{escaped(said)}"

    def _description(self, *lines: str) -> str:
        return self._text("DESCRIPTION", "\n".join(lines))

    def _who(self, named: str) -> str:
        return say("planning.calendar.who", self._language, who=named)

    def _under(self, plan_id: str, clause: Clause) -> str:
        locator = clause.locator
        for plan in self.shown.plans:
            if plan.id == plan_id:
                document = document_text(plan.document, self._language)
                code = "planning.calendar.source"
                return say(code, self._language, document=document, locator=locator)
        return say("planning.calendar.clause", self._language, locator=locator)

    def _made(self, plan_id: str) -> tuple[str, ...]:
        """Say by what an entry was made: a calendar takes it without the others."""
        return made_lines(self._language, *(one for one in self.shown.plans if one.id == plan_id))

    def _plan_of(self, duty: Duty) -> Plan | None:
        return next((plan for plan in self.shown.plans if duty in plan.duties), None)


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _uid(named: Iterable[str], seen: Counter[str]) -> str:
    """Return what a component is known by, the same whenever it is asked for."""
    joined = "/".join(named)
    seen[joined] += 1
    number = f"/{seen[joined]}" if seen[joined] > 1 else ""
    return f"UID:{escaped(joined + number)}@careplan"
