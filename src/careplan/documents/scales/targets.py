"""What is to be reached by when, and what was measured: rates, counts and goals in words."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import accumulate

import attrs

from careplan.base.errors import Problem, look_up
from careplan.base.exact import MAX_MAGNITUDE, Exact, exact, ratio
from careplan.base.text import Text
from careplan.criteria.nodes import Op
from careplan.documents.authorities.offices import Office
from careplan.documents.clauses import Interpretation, unread
from careplan.documents.encoded import Encoded, duplicates
from careplan.documents.periods import Precision
from careplan.documents.rules import Cited
from careplan.fields.checking import arguments
from careplan.fields.kinds import DayKind
from careplan.fields.shapes import NAME, kept
from careplan.nouns.counts import BASE, Measure, Measurement


@attrs.frozen(kw_only=True)
class Target(Cited):
    """A figure to reach by a date. `op` stands with the figure: >= includes it.

    `value` is None for a goal in words, `due` None where the text sets no date.
    `forecast` marks a figure the text only expects; `question` is the interpretation
    whose option the target holds `under`. A percentage may pass 100 only if
    `may_exceed_whole` is True: a gross or a completion rate may, coverage may not.
    `acting` are the offices the text has reach it, empty where it names nobody.
    """

    key: str = attrs.field(metadata=kept(NAME))
    title: Text
    measure: Measure
    op: Op = Op.GE
    value: Exact | None
    due: date | None
    precision: Precision | None = None
    forecast: bool = False
    may_exceed_whole: bool | None = None
    question: Interpretation | None = None
    acting: tuple[Office, ...] = ()

    def _contradictions(self) -> Iterable[Problem]:
        measure = {"other_field": "measure", "other": self.measure}
        if self.value is not None and self.measure is Measure.WORDS:
            yield Problem("value", "contradiction", self.value, measure)
        elif self.value is not None:
            yield from self._too_large(self.value)
        if self.may_exceed_whole is True and self.measure is not Measure.PERCENT:
            yield Problem("may_exceed_whole", "contradiction", self.may_exceed_whole, measure)
        if self.question is not None:
            yield from unread(self.under, {self.question.id: self.question})

    def _too_large(self, figure: Exact) -> Iterable[Problem]:
        whole = BASE[Measure.PERCENT]
        capped = self.measure is Measure.PERCENT and self.may_exceed_whole is not True
        if capped and ratio(figure) > whole:
            yield Problem("value", "too_large", figure, {"maximum": whole})

    def misfits(self, report: "Measurement") -> Iterable[Problem]:
        """Yield why a measurement is none of this target: a share of a count, or more than all."""
        whole = BASE[self.measure]
        if report.value is not None:
            yield from self._too_large(exact(report.value))
        elif self.measure is Measure.COUNT:
            yield Problem("value", "share_for_count", report.part)
        elif self.may_exceed_whole is not True and ratio(report.figure(self.measure)) > whole:
            all_of_it = {"other_field": "whole", "other": report.whole}
            yield Problem("part", "contradiction", report.part, all_of_it)


@attrs.frozen
class Milestone(Encoded):
    """How many slots there are to be, all in all, by a day. `derived`: ours, not printed."""

    due: date
    slots: int
    derived: bool = False


@attrs.frozen(kw_only=True)
class LedgerRow(Cited):
    """One locality of a ledger with its milestones, cumulative and in order of date."""

    locality: str = attrs.field(metadata=kept(NAME))
    milestones: tuple[Milestone, ...]

    def _contradictions(self) -> Iterable[Problem]:
        return _in_order("milestones", self.milestones)


@attrs.frozen(kw_only=True)
class Ledger(Cited):
    """The slots each locality owes by which date. `totals` are the sums the document prints.

    A total may be printed for a date on which no row is due: the split is not always known.
    `note` warns of what a reader of the printed table gets wrong. `acting` are whom the text
    has reach the figures; where these are towns (各镇街) or the like, each row is then the
    task of its locality.
    """

    key: str = attrs.field(metadata=kept(NAME))
    title: Text
    rows: tuple[LedgerRow, ...]
    totals: tuple[Milestone, ...] = ()
    precision: Precision
    note: Text | None = None
    acting: tuple[Office, ...] = ()

    def _contradictions(self) -> Iterable[Problem]:
        # A count of a locality that stands twice would be taken twice.
        yield from duplicates("rows", (row.locality for row in self.rows))
        yield from _in_order("totals", self.totals)
        most = sum(max((m.slots for m in row.milestones), default=0) for row in self.rows)
        if most > MAX_MAGNITUDE:
            yield Problem("rows", "out_of_range", most)

    def row(self, locality: object) -> LedgerRow:
        """Return the row of a locality, or raise NotFound with a suggestion."""
        return look_up("locality", locality, self._rows_by_locality)

    @cached_property
    def _rows_by_locality(self) -> Mapping[str, LedgerRow]:
        return {row.locality: row for row in self.rows}

    def total(self, due: date) -> Milestone:
        """Return what all localities together owe by a date.

        As printed for that date, or else derived: on a date of the rows the sum of what they
        owe by then, but never less than the total printed before it, since figures are
        cumulative; between two dates what was owed by the first of them.
        Raises InvalidInput for what is no date.
        """
        arguments(due=(DayKind(), due))
        owed = _latest(self.milestones, due)
        if owed is not None and owed.due == due:
            return owed
        return Milestone(due, 0 if owed is None else owed.slots, derived=True)

    @property
    def milestones(self) -> tuple[Milestone, ...]:
        """What all localities together owe by each date of the ledger, in order."""
        return self._milestones

    @cached_property
    def _milestones(self) -> tuple[Milestone, ...]:
        printed = {milestone.due: milestone for milestone in self.totals}
        found, latest = [], 0
        for due, summed in self.row_sums().items():
            if due in printed:
                latest = printed[due].slots
                found.append(printed[due])
            else:
                found.append(Milestone(due, max(summed, latest), derived=True))
        return tuple(found)

    def row_sums(self) -> dict[date, int]:
        """Return the sum of what the rows owe by each date of the ledger, in order."""
        grown = dict.fromkeys(self.dates(), 0)
        for row in self.rows:
            before = 0
            for milestone in row.milestones:
                grown[milestone.due] += milestone.slots - before
                before = milestone.slots
        return dict(zip(grown, accumulate(grown.values()), strict=True))

    def dates(self) -> tuple[date, ...]:
        """Return all dates on which something falls due, of a row or of all together, in order."""
        return tuple(sorted({*self.row_dates(), *(m.due for m in self.totals)}))

    def row_dates(self) -> tuple[date, ...]:
        """Return the dates on which a row falls due, in order."""
        return tuple(sorted({m.due for row in self.rows for m in row.milestones}))


def _in_order(path: str, milestones: Iterable[Milestone]) -> Iterator[Problem]:
    """Yield a problem for milestones out of order: they are read as they stand."""
    dates = [milestone.due for milestone in milestones]
    if dates != sorted(set(dates)):
        yield Problem(path, "out_of_order", tuple(dates))


def _latest(milestones: Iterable[Milestone], on: date) -> Milestone | None:
    reached = (milestone for milestone in milestones if milestone.due <= on)
    return max(reached, key=lambda milestone: milestone.due, default=None)


def due_and_next(
    milestones: Iterable[Milestone], on: date
) -> tuple[Milestone | None, Milestone | None]:
    """Return the latest milestone dated at most `on` and the earliest after it."""
    all_of_them = tuple(milestones)
    later = (milestone for milestone in all_of_them if milestone.due > on)
    coming = min(later, key=lambda milestone: milestone.due, default=None)
    return _latest(all_of_them, on), coming
