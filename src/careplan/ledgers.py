"""Where a ledger stands on a day: a row per locality and the total, a range where counts lack."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import ClassVar

import attrs

from careplan.cells import Row, cited, empty, member
from careplan.errors import look_up
from careplan.messages import say
from careplan.phrases import INDENT, indented
from careplan.ranges import Range, range_cells
from careplan.result import Result
from careplan.sources import Clause
from careplan.targets import Ledger, LedgerRow, Milestone, SlotCount, due_and_next
from careplan.truth import Outcome

LOCALITY_SHOWN = (
    "locality outcome outcome_zh counted_on reached due_on due_slots short_of_due next_on "
    "next_slots short_of_next pace_per_month"
)
# What a locality and the total do not share.
_COUNTED = "counted_on reached stale short_of_due short_of_next pace_per_month"
_SUMMED = (
    "low high localities reported stale_localities short_of_due_low short_of_due_high "
    "short_of_next_low short_of_next_high pace_per_month_low pace_per_month_high"
)


@attrs.frozen(kw_only=True, repr=False)
class RowProgress(Result):
    """Where one locality stands on a day. `count` is its newest count, None if it gave none."""

    shown: ClassVar[str] = LOCALITY_SHOWN

    row: LedgerRow
    on: date
    count: SlotCount | None

    @property
    def locality(self) -> str:
        """The locality's name as printed."""
        return self.row.locality

    @property
    def clause(self) -> Clause:
        """The clause of the row."""
        return self.row.clause

    @property
    def due(self) -> Milestone | None:
        """The latest milestone dated at most `on`."""
        return self._due_and_next[0]

    @property
    def next(self) -> Milestone | None:
        """The earliest milestone after `on`."""
        return self._due_and_next[1]

    @property
    def reached(self) -> int | None:
        """The slots of the newest count, which may be stale."""
        return None if self.count is None else self.count.slots

    @property
    def stale(self) -> bool:
        """Whether the newest count is older than the date that is due."""
        return self.count is not None and self.due is not None and self.count.on < self.due.due

    @property
    def outcome(self) -> Outcome:
        """NOT_APPLICABLE if nothing is due, UNKNOWN without a count of the due date or later."""
        if self.due is None:
            return Outcome.NOT_APPLICABLE
        if self.reached is None or self.stale:
            return Outcome.UNKNOWN
        return Outcome.MET if self.reached >= self.due.slots else Outcome.NOT_MET

    @property
    def short_of_due(self) -> int | None:
        """The slots short of what is due; None without a count that says so, or a milestone."""
        return _short(self.due, self._known)

    @property
    def short_of_next(self) -> int | None:
        """The slots short of the next milestone; None as `short_of_due`."""
        return _short(self.next, self._known)

    @property
    def pace_per_month(self) -> Fraction | None:
        """The slots a month that reach the next milestone in time; 0 if nothing is short."""
        if self.next is None or self.short_of_next is None:
            return None
        return Fraction(self.short_of_next) / (position(self.next.due) - position(self.on))

    @property
    def _known(self) -> int | None:
        # What rests on a stale count is as little known as what rests on none.
        return None if self.stale else self.reached

    @cached_property
    def _due_and_next(self) -> tuple[Milestone | None, Milestone | None]:
        return due_and_next(self.row.milestones, self.on)

    def told(self, language: str) -> str:
        """Say where one locality stands."""
        said = say(
            "ledger.row",
            language,
            locality=self.locality,
            outcome=self.outcome,
            reached=self.reached,
            due=_milestone_text(self.due, language),
            next=_milestone_text(self.next, language),
        )
        notes = [say("ledger.stale", language)] if self.stale else []
        if self.short_of_due:
            notes.append(say("ledger.short_of_due", language, short=self.short_of_due))
        if self.short_of_next:
            pace = self.pace_per_month
            notes.append(say("ledger.short_of_next", language, short=self.short_of_next, pace=pace))
        return say("ledger.joint", language).join([said, *notes])

    def _lines(self, language: str) -> Iterator[str]:
        yield self.told(language)

    def cells(self) -> Row:
        """Return where one locality stands."""
        return {
            "kind": "locality",
            "locality": self.locality,
            **cited(self.clause),
            "on": self.on,
            **member("outcome", self.outcome),
            **_milestone_cells("due", self.due),
            **_milestone_cells("next", self.next),
            "counted_on": None if self.count is None else self.count.on,
            "reached": self.reached,
            "stale": self.stale,
            "short_of_due": self.short_of_due,
            "short_of_next": self.short_of_next,
            "pace_per_month": self.pace_per_month,
            **empty(_SUMMED),
        }

    def _rows(self) -> Iterator[Row]:
        yield self.cells()


@attrs.frozen(kw_only=True, repr=False)
class TotalProgress(Result):
    """All localities together: a range, because a locality that gave no count is unknown."""

    shown: ClassVar[str] = "outcome reported localities low high due_on due_slots"

    ledger: Ledger
    rows: tuple[RowProgress, ...]
    on: date

    @property
    def localities(self) -> int:
        """How many localities the ledger has."""
        return len(self.rows)

    @property
    def reported(self) -> int:
        """How many localities have a count that is not stale for the total."""
        return len(self._counted)

    @property
    def stale(self) -> int:
        """How many localities have only a count older than the date on which the total is due."""
        return sum(row.count is not None for row in self.rows) - self.reported

    @property
    def low(self) -> int:
        """The slots certainly there: the sum of the counts that are not stale for the total."""
        return sum(self._counted)

    @property
    def high(self) -> int | None:
        """The same sum once every locality has reported, else None: no upper bound is known."""
        return self.low if 0 < self.localities == self.reported else None

    @property
    def due(self) -> Milestone | None:
        """What all localities together owe by the latest date that is due."""
        return self._due_and_next[0]

    @property
    def next(self) -> Milestone | None:
        """What all localities together owe by the next date."""
        return self._due_and_next[1]

    @property
    def outcome(self) -> Outcome:
        """MET once the certain slots reach what is due, NOT_MET once no more can come."""
        if self.due is None:
            return Outcome.NOT_APPLICABLE
        if self.low >= self.due.slots:
            return Outcome.MET
        return Outcome.UNKNOWN if self.high is None else Outcome.NOT_MET

    @property
    def short_of_due(self) -> Range | None:
        """How many slots short of what is due, at least and at most; None if nothing is due."""
        return None if self.due is None else Range(*self._short(self.due))

    @property
    def short_of_next(self) -> Range | None:
        """How many slots short of what is due next, at least and at most; None if nothing is."""
        return None if self.next is None else Range(*self._short(self.next))

    @property
    def pace_per_month(self) -> Range | None:
        """The slots a month that reach the next date in time, at least and at most."""
        if self.next is None:
            return None
        months = position(self.next.due) - position(self.on)
        least, most = self._short(self.next)
        return Range(least / months, most / months)

    def _short(self, milestone: Milestone) -> tuple[int, int]:
        # Counts that lack may bring everything that is short, and can take nothing away.
        least = 0 if self.high is None else max(0, milestone.slots - self.high)
        return least, max(0, milestone.slots - self.low)

    @cached_property
    def _counted(self) -> tuple[int, ...]:
        # What is due of all together says how old a count may be, whatever its row owes.
        since = date.min if self.due is None else self.due.due
        counts = (row.count for row in self.rows if row.count is not None)
        return tuple(count.slots for count in counts if count.on >= since)

    @cached_property
    def _due_and_next(self) -> tuple[Milestone | None, Milestone | None]:
        return due_and_next(self.ledger.milestones, self.on)

    def told(self, language: str) -> str:
        """Say where all localities together stand."""
        said = say(
            "ledger.total",
            language,
            outcome=self.outcome,
            reported=self.reported,
            localities=self.localities,
            stale=self.stale,
            slots=Range(self.low, self.high).told(language),
            due=_milestone_text(self.due, language),
            next=_milestone_text(self.next, language),
        )
        due, coming, pace = self.short_of_due, self.short_of_next, self.pace_per_month
        notes = []
        if due is not None and due.high:
            notes.append(say("ledger.short_of_due", language, short=due.told(language)))
        if coming is not None and pace is not None and coming.high:
            short, a_month = coming.told(language), pace.told(language)
            notes.append(say("ledger.short_of_next", language, short=short, pace=a_month))
        return say("ledger.joint", language).join([said, *notes])

    def _lines(self, language: str) -> Iterator[str]:
        yield self.told(language)

    def cells(self) -> Row:
        """Return where all localities together stand."""
        return {
            "kind": "total",
            "locality": None,
            **cited(self.ledger.clause),
            "on": self.on,
            **member("outcome", self.outcome),
            **_milestone_cells("due", self.due),
            **_milestone_cells("next", self.next),
            **empty(_COUNTED),
            "low": self.low,
            "high": self.high,
            "localities": self.localities,
            "reported": self.reported,
            "stale_localities": self.stale,
            **range_cells("short_of_due", self.short_of_due),
            **range_cells("short_of_next", self.short_of_next),
            **range_cells("pace_per_month", self.pace_per_month),
        }

    def _rows(self) -> Iterator[Row]:
        yield self.cells()


@attrs.frozen(kw_only=True, repr=False)
class LedgerProgress(Result):
    """Where a ledger stands on a day: a row per locality, `report["name"]`, and the total."""

    shown: ClassVar[str] = LOCALITY_SHOWN

    ledger: Ledger
    on: date
    rows: tuple[RowProgress, ...]

    @property
    def total(self) -> TotalProgress:
        """All localities together."""
        return self._total

    @property
    def outcome(self) -> Outcome:
        """NOT_MET if a row or the total is, else UNKNOWN if one is, else MET; or nothing is due."""
        found = {self.total.outcome, *(row.outcome for row in self.rows)}
        worst = (Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.MET)
        return next((one for one in worst if one in found), Outcome.NOT_APPLICABLE)

    @property
    def behind(self) -> tuple[RowProgress, ...]:
        """The rows that are not met."""
        return tuple(row for row in self.rows if row.outcome is Outcome.NOT_MET)

    @property
    def unreported(self) -> tuple[RowProgress, ...]:
        """The rows whose localities gave no count at all; a stale one is `row.stale`."""
        return tuple(row for row in self.rows if row.count is None)

    def __iter__(self) -> Iterator[RowProgress]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __contains__(self, locality: object) -> bool:
        return isinstance(locality, str) and locality in self._by_locality

    def __getitem__(self, locality: str) -> RowProgress:
        return look_up("locality", locality, self._by_locality)

    @cached_property
    def _total(self) -> TotalProgress:
        return TotalProgress(ledger=self.ledger, rows=self.rows, on=self.on)

    @cached_property
    def _by_locality(self) -> Mapping[str, RowProgress]:
        return {row.locality: row for row in self.rows}

    def _lines(self, language: str) -> Iterator[str]:
        """Say where a ledger stands, a line a locality, then the total."""
        ledger = self.ledger
        yield say(
            "ledger",
            language,
            title=ledger.title,
            locator=ledger.clause.locator,
            on=self.on,
            outcome=self.outcome,
            localities=len(self),
            behind=len(self.behind),
            stale=sum(row.stale for row in self),
            unreported=len(self.unreported),
        )
        if ledger.note is not None:
            yield INDENT + ledger.note.get(language)
        yield from indented(row.told(language) for row in self.rows)
        yield INDENT + self.total.told(language)

    def _rows(self) -> Iterator[Row]:
        yield from (row.cells() for row in self.rows)
        yield self.total.cells()


def position(day: date) -> Fraction:
    """Return a day as months: twelve a year, and the part of its month that has passed.

    >>> position(date(2024, 12, 31)) - position(date(2024, 9, 30))
    Fraction(3, 1)
    """
    return 12 * day.year + day.month + Fraction(day.day, monthrange(day.year, day.month)[1])


def _short(milestone: Milestone | None, reached: int | None) -> int | None:
    if milestone is None or reached is None:
        return None
    return max(0, milestone.slots - reached)


def _milestone_text(milestone: Milestone | None, language: str) -> str:
    if milestone is None:
        return say("empty", language)
    code = "milestone.derived" if milestone.derived else "milestone"
    return say(code, language, slots=milestone.slots, due=milestone.due)


def _milestone_cells(name: str, milestone: Milestone | None) -> Row:
    if milestone is None:
        return empty(f"{name}_on {name}_slots {name}_derived")
    return {
        f"{name}_on": milestone.due,
        f"{name}_slots": milestone.slots,
        f"{name}_derived": milestone.derived,
    }
