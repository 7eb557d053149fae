"""Put a plan's stages, deadlines, goals and recurring duties in order of time."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

import attrs

from careplan.base.errors import InvalidInput, Problem, check_language, check_type
from careplan.base.text import Text
from careplan.display.cells import Row, member, text
from careplan.display.result import Result
from careplan.display.tables.laid import noted
from careplan.display.views.parts import Detail, View
from careplan.documents.authorities.calendar import Duty, Interval
from careplan.documents.periods import DRAFT, Period, Precision, Validity
from careplan.documents.plan import Plan
from careplan.documents.rules import Cited
from careplan.documents.several import plans_listed, shared_readings
from careplan.documents.wording.citing import cited
from careplan.documents.wording.made import made_lines
from careplan.fields.checking import required
from careplan.fields.kinds import DayKind
from careplan.fields.shapes import aside
from careplan.verbs.planning.entries import AgendaEntry, Source
from careplan.verbs.planning.ical import Calendar, stamped
from careplan.verbs.planning.shown import AgendaView

A_YEAR = Interval(12)


@attrs.frozen(kw_only=True, repr=False)
class Agenda(Result):
    """What falls into a span of days, in order of time; `unscheduled` have no interval."""

    start: date
    end: date
    entries: tuple[AgendaEntry, ...]
    unscheduled: tuple[Duty, ...]
    plans: tuple[Plan, ...] = aside(())

    def _made(self, language: str) -> tuple[str, ...]:
        return made_lines(language, *self.plans)

    def _view(self, language: str, detail: Detail) -> View:  # noqa: ARG002 - it leaves nothing out
        """Show how much there is of what, each thing by time, and what has no interval."""
        return self._shown(language).view()

    def _shown(self, language: str) -> AgendaView:
        return AgendaView(
            start=self.start,
            end=self.end,
            entries=self.entries,
            unscheduled=self.unscheduled,
            plans=self.plans,
            language=language,
        )

    def to_ical(self, language: str = "zh", *, stamp: datetime | None = None) -> str:
        """Return it as calendar text by RFC 5545, to be written to a file as it is.

        Each entry is an all-day event over the period that the text names, a quarter over all of
        it, and takes up nobody's time. Duties without an interval are to-dos without a date. The
        same agenda gives the same text, with the same UIDs: `stamp` says when it was made, by a
        clock of yours with its offset from UTC, else it is the first day at 00:00 UTC. Hand in a
        later stamp for a later version, so that programs take over what has changed. Raises
        NotFound for another language, InvalidInput for another stamp.

        >>> import careplan as cp
        >>> plan = cp.get_plan("shuangliao_2021")
        >>> june = cp.agenda(plan, date(2021, 6, 1), date(2021, 6, 30)).to_ical()
        >>> june.count("BEGIN:VEVENT"), "DTEND;VALUE=DATE:20210701" in june
        (4, True)
        """
        spoken = check_language(language)
        return Calendar(self._shown(spoken), stamped(stamp, self.start)).text()

    def _notes(self) -> Iterator[Text]:
        yield noted("table.between", start=self.start, end=self.end)

    def _rows(self) -> Iterator[Row]:
        """Yield what is dated, then the duties without an interval."""
        for entry in self.entries:
            yield {
                "plan_id": entry.plan_id,
                "kind": type(entry.source).__name__.lower(),
                "number": entry.source.id,
                **cited(entry.clause),
                **text("title", entry.title),
                "start": entry.period.start,
                "end": entry.period.end,
                **member("precision", entry.period.precision),
            }
        for duty in self.unscheduled:
            yield {
                "plan_id": None,
                "kind": "unscheduled",
                "number": duty.id,
                **cited(duty.clause),
                **text("title", duty.title),
                "start": None,
                "end": None,
                **member("precision", None),
            }


def agenda(
    plans: Plan | Iterable[Plan],
    start: date,
    end: date,
    *,
    readings: Mapping[str, str] | None = None,
) -> Agenda:
    """Return what one or several plans ask between two days, both included.

    Recurring duties come once per calendar period they cover, not before the document nor after
    it ceases, and meetings of which the text says how many a year has come once a year; duties
    the text calls regular without an interval are in `.unscheduled`. What is in force for a time
    of its own comes within it. `readings` chooses options of the plans' interpretations; several
    plans may share one. Raises InvalidInput, all problems at once, for anything but plans and
    dates, or an end before the start.

    >>> import careplan as cp
    >>> plan = cp.get_plan("shuangliao_2021")
    >>> june = cp.agenda(plan, date(2021, 6, 1), date(2021, 6, 30))
    >>> [entry.clause.number for entry in june.entries]
    ['7.1.e', '5.1', '5.1.c', '5.2']
    """
    problems: list[Problem] = []
    listed: tuple[Plan, ...] = ()
    try:
        listed = plans_listed(plans)
    except InvalidInput as error:
        problems += error.problems
    days: list[Problem] = []
    first, last = (
        required(DayKind(), given, name, days) for given, name in ((start, "start"), (end, "end"))
    )
    if not days and last < first:
        days.append(Problem("end", "before_start", last, {"other": first}))
    if problems or days:
        raise InvalidInput([*problems, *days])
    read_plans = [(plan, shared_readings(plan, listed, readings)) for plan in listed]
    entries = [entry for plan, taken in read_plans for entry in _entries(plan, taken, first, last)]
    # A stable sort: what falls on the same days stays in the order of the documents.
    entries.sort(key=lambda entry: (entry.period.start, entry.period.end))
    unscheduled = tuple(
        duty
        for plan, taken in read_plans
        for duty in plan.duties
        if duty.every is None and duty.holds_under(taken) and _in_force(plan, (duty,), first, last)
    )
    return Agenda(
        start=first, end=last, entries=tuple(entries), unscheduled=unscheduled, plans=listed
    )


def next_due(duty: Duty, last_done: date, *, every: Interval | None = None) -> date:
    """Return the day a recurring duty is due again, by calendar arithmetic.

    29 February plus a year is 28 February; 30 November plus three months is the last day
    of February. Raises InvalidInput for a duty without an interval unless `every` is given.

    >>> import careplan as cp
    >>> plan = cp.get_plan("shiyan_2021")
    >>> check = next(duty for duty in plan.duties if duty.key == "child_health_check")
    >>> cp.next_due(check, date(2024, 2, 29))
    datetime.date(2025, 2, 28)
    """
    check_type(duty, Duty, "duty")
    problems: list[Problem] = []
    done: date = required(DayKind(), last_done, "last_done", problems)
    interval = duty.every if every is None else every
    if interval is None:
        problems.append(Problem("every", "no_interval", every, {"clause": duty.clause.locator}))
    elif not isinstance(interval, Interval):
        problems.append(Problem("every", "wrong_type", every, {"expected": "Interval"}))
    if problems or interval is None:
        raise InvalidInput(problems)
    try:
        return interval.after(done)
    except (OverflowError, ValueError):
        raise InvalidInput([Problem("last_done", "out_of_range", done)]) from None


def _entries(plan: Plan, taken: Mapping[str, str], start: date, end: date) -> Iterable[AgendaEntry]:
    dated: list[tuple[Period, Text, Source]] = [
        *((stage.period, stage.title, stage) for stage in plan.stages),
        *((deadline.period, deadline.title, deadline) for deadline in plan.deadlines),
        *(
            (_until(due, precision), target.title, target)
            for target in plan.targets.values()
            for due, precision in target.dates().items()
        ),
        *(
            (_until(due, ledger.precision), ledger.title, ledger)
            for ledger in plan.ledgers.values()
            for due in ledger.dates()
        ),
    ]
    for period, title, source in (*dated, *_recurring(plan, taken, start, end)):
        first, last = max(start, period.start), min(end, period.end)
        if (
            first <= last
            and source.holds_under(taken)
            and _on_one_day((source.within,), first, last)
        ):
            yield AgendaEntry(
                plan_id=plan.id, period=period, title=title, clause=source.clause, source=source
            )


def _recurring(
    plan: Plan, taken: Mapping[str, str], start: date, end: date
) -> Iterable[tuple[Period, Text, Source]]:
    """Yield what comes back, once for each period it covers from `start` to `end`."""
    for duty in plan.duties:
        for span in () if duty.every is None else duty.every.periods(start, end):
            if _in_force(plan, (duty,), max(start, span.start), min(end, span.end), span):
                yield span, duty.title, duty
    councils = [council for council in plan.councils if council.holds_under(taken)]
    for council, meeting in ((one, meeting) for one in councils for meeting in one.meetings):
        if meeting.least_per_year is not None or meeting.most_per_year is not None:
            for span in A_YEAR.periods(start, end):
                first, last = max(start, span.start), min(end, span.end)
                if _in_force(plan, (council, meeting), first, last, span):
                    yield span, meeting.title, meeting


def _in_force(
    plan: Plan, source: tuple[Cited, ...], start: date, end: date, span: Period | None = None
) -> bool:
    """Say whether what comes back, in all it is a part of, may be in force from `start` to `end`.

    A quarter in which the document was issued counts: its report is due at the end of it.
    """
    document = plan.document
    issued = span is None or document.issued_on is None or span.end >= document.issued_on
    return issued and _on_one_day((document.in_force, *(one.within for one in source)), start, end)


def _on_one_day(held: Iterable[Validity | None], start: date, end: date) -> bool:
    """Say whether all of these may be in force on one day from `start` to `end`."""
    for one in held:
        if one is None:
            continue
        if one.status is DRAFT:
            return False
        start = start if one.since is None else max(start, one.since)
        end = end if one.until is None else min(end, one.until)
    return start <= end


def _until(due: date, precision: Precision | None) -> Period:
    """Return the day something falls due, and how exactly the text names it."""
    return Period(due, due, precision if precision is not None else Precision.DAY)
