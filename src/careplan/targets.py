"""What is to be reached by when, and what was measured: rates, counts and goals in words."""

from collections.abc import Iterable
from datetime import date

import attrs

from careplan.errors import Problem
from careplan.exact import Exact, Number, exact, ratio
from careplan.fields import Noun, day, number
from careplan.nodes import Op
from careplan.sources import Labelled, Text
from careplan.verdicts import Cited


class Measure(Labelled):
    """What a target counts in."""

    PERCENT = ("percent", "百分比", "percent")
    PER_THOUSAND = ("per_thousand", "每千人", "per thousand")
    COUNT = ("count", "个数", "count")


_BASE = {Measure.PERCENT: 100, Measure.PER_THOUSAND: 1000, Measure.COUNT: 1}


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
    `forecast` marks a figure the text only expects.
    """

    key: str
    title: Text
    measure: Measure
    op: Op = Op.GE
    value: Exact | None
    due: date | None
    precision: Precision | None = None
    forecast: bool = False


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
        """Return the measured figure in `measure`, exact."""
        if self.value is not None:
            return exact(self.value)
        share = ratio(exact(self.part)) / ratio(exact(self.whole))
        return exact(share * _BASE[measure])

    def _contradictions(self) -> Iterable[Problem]:
        by_parts = (self.part is not None) + (self.whole is not None)
        if by_parts != (0 if self.value is not None else 2):
            yield Problem(
                "value", "one_of_two", Text(zh="value", en="value"), {"other": "part, whole"}
            )
        elif self.whole == 0:
            yield Problem("whole", "too_small", 0, {"minimum": 1})
