"""What is to be reached by when, and what was measured: rates, counts and goals in words."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import accumulate

import attrs

from careplan.bodies import Office
from careplan.checking import arguments
from careplan.encoded import Encoded, duplicates
from careplan.errors import Problem, check_type, look_up
from careplan.exact import MAX_MAGNITUDE, Exact, Number, exact, ratio, tidy
from careplan.fields import Noun, count, day, number, words
from careplan.kinds import DayKind
from careplan.nodes import Op
from careplan.rules import Cited
from careplan.shapes import NAME, kept
from careplan.sources import Interpretation, unread
from careplan.text import Labelled, Text, Unordered


class Measure(Labelled):
    """What a target counts in."""

    PERCENT = ("percent", "百分比", "percent")
    PER_THOUSAND = ("per_thousand", "每千人", "per thousand")
    COUNT = ("count", "个数", "count")
    WORDS = ("words", "文字表述", "in words")


_BASE = {Measure.PERCENT: 100, Measure.PER_THOUSAND: 1000, Measure.COUNT: 1, Measure.WORDS: 1}


class Precision(Unordered):
    """How exactly a document says when: a day is the last of the period it names."""

    DAY = ("day", "日", "day")
    MONTH = ("month", "月", "month")
    QUARTER = ("quarter", "季度", "quarter")
    YEAR = ("year", "年", "year")
    YEAR_END = ("year_end", "年底", "end of year")


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
        whole = _BASE[Measure.PERCENT]
        capped = self.measure is Measure.PERCENT and self.may_exceed_whole is not True
        if capped and ratio(figure) > whole:
            yield Problem("value", "too_large", figure, {"maximum": whole})

    def misfits(self, report: "Measurement") -> Iterable[Problem]:
        """Yield why a measurement is none of this target: a share of a count, or more than all."""
        whole = _BASE[self.measure]
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


@attrs.frozen
class SlotCount(Noun):
    """How many slots a locality had on a day.

    >>> SlotCount("大洼街道", date(2024, 6, 30), 200).slots
    200
    """

    locality: str = words("镇街", "locality", required=True)
    on: date = day("日期", "day", required=True)
    slots: int = count("托位数", "slots", required=True)


@attrs.frozen(kw_only=True)
class Measurement(Noun):
    """What was measured on a day: a value in the target's measure, or a part of a whole.

    Whether the part may be more than the whole is the target's to say.

    >>> from datetime import date
    >>> Measurement(on=date(2021, 12, 31), part=37, whole=40).figure(Measure.PERCENT)
    Decimal('92.5')
    """

    on: date = day("日期", "day", required=True)
    value: Number | None = number("数值", "value")
    part: Number | None = number("部分", "part", step=1)
    whole: Number | None = number("总体", "whole", step=1)

    def figure(self, measure: Measure) -> Exact:
        """Return the measured figure in `measure`, exact; a goal in words shows it as it is."""
        check_type(measure, Measure, "measure")
        if self.value is not None:
            return exact(self.value)
        share = ratio(exact(self.part)) / ratio(exact(self.whole))
        return tidy(share * _BASE[measure])

    def _contradictions(self) -> Iterable[Problem]:
        by_parts = (self.part is not None) + (self.whole is not None)
        if by_parts != (0 if self.value is not None else 2):
            names = {"value": "value", "other": "part, whole"}
            yield Problem("value", "one_of_two", self.value, names)
        elif self.whole == 0:
            yield Problem("whole", "not_positive", self.whole)
