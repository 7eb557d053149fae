"""What is to be reached by when, and what was measured: rates, counts and goals in words."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

import attrs

from careplan.errors import InvalidInput, Problem, check_type, look_up
from careplan.exact import Exact, Number, exact, ratio, tidy
from careplan.fields import Noun, count, day, number, words
from careplan.kinds import CountKind, DayKind
from careplan.nodes import Op
from careplan.reading import read
from careplan.sources import Interpretation, Labelled, Text
from careplan.verdicts import Cited


class Measure(Labelled):
    """What a target counts in."""

    PERCENT = ("percent", "百分比", "percent")
    PER_THOUSAND = ("per_thousand", "每千人", "per thousand")
    COUNT = ("count", "个数", "count")
    WORDS = ("words", "文字表述", "in words")


_BASE = {Measure.PERCENT: 100, Measure.PER_THOUSAND: 1000, Measure.COUNT: 1, Measure.WORDS: 1}


class Precision(Labelled):
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
    whose option the target holds `under`.
    """

    key: str
    title: Text
    measure: Measure
    op: Op = Op.GE
    value: Exact | None
    due: date | None
    precision: Precision | None = None
    forecast: bool = False
    question: Interpretation | None = None


@attrs.frozen
class Milestone:
    """How many slots there are to be, all in all, by a day. `derived`: our sum, not printed."""

    due: date
    slots: int
    derived: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse what is no day or no count."""
        problems: list[Problem] = []
        read(DayKind(), self.due, "due", problems)
        read(CountKind(), self.slots, "slots", problems)
        if problems:
            raise InvalidInput(problems)


@attrs.frozen(kw_only=True)
class LedgerRow(Cited):
    """One locality of a ledger with its milestones, cumulative and in order of date."""

    locality: str
    milestones: tuple[Milestone, ...]

    def __attrs_post_init__(self) -> None:
        """Refuse milestones that are out of order: they are read as they stand."""
        dates = [milestone.due for milestone in self.milestones]
        if dates != sorted(set(dates)):
            raise InvalidInput([Problem("milestones", "out_of_order", tuple(dates))])


@attrs.frozen(kw_only=True)
class Ledger(Cited):
    """The slots each locality owes by which date. `totals` are the sums the document prints.

    `note` warns of what a reader of the printed table gets wrong.
    """

    key: str
    title: Text
    rows: tuple[LedgerRow, ...]
    totals: tuple[Milestone, ...] = ()
    precision: Precision
    note: Text | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a locality that stands twice: a count would be taken twice."""
        times = Counter(row.locality for row in self.rows)
        twice = [name for name, number in times.items() if number > 1]
        if twice:
            raise InvalidInput([Problem("rows", "duplicate", name) for name in twice])

    def row(self, locality: object) -> LedgerRow:
        """Return the row of a locality, or raise NotFound with a suggestion."""
        return look_up("locality", locality, {row.locality: row for row in self.rows})

    def total(self, due: date) -> Milestone:
        """Return what all localities owe by a date: as printed, or summed and marked derived."""
        check_type(due, date, "due")
        for printed in self.totals:
            if printed.due == due:
                return printed
        owed = (_latest(row.milestones, due) for row in self.rows)
        return Milestone(due, sum(m.slots for m in owed if m is not None), derived=True)

    def dates(self) -> tuple[date, ...]:
        """Return all dates on which something falls due, in order."""
        return tuple(sorted({m.due for row in self.rows for m in row.milestones}))


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
        elif self.whole is not None and ratio(exact(self.part)) > ratio(exact(self.whole)):
            yield Problem(
                "part", "contradiction", self.part, {"other_field": "whole", "other": self.whole}
            )
