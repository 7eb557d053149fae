"""What was counted or measured on a day, and the measures it is said in."""

from collections.abc import Iterable
from datetime import date

from careplan.base.errors import Problem, check_type
from careplan.base.exact import Exact, Number, exact, ratio, tidy
from careplan.base.frozenmap import frozen
from careplan.base.refusing.phrases import Both
from careplan.base.text import Labelled, Text
from careplan.fields.declaring import Noun, count, day, number, words


class Measure(Labelled):
    """What a target counts in."""

    PERCENT = ("percent", "百分比", "percent")
    PER_THOUSAND = ("per_thousand", "每千人", "per thousand")
    COUNT = ("count", "个数", "count")
    WORDS = ("words", "文字表述", "in words")


BASE = {Measure.PERCENT: 100, Measure.PER_THOUSAND: 1000, Measure.COUNT: 1, Measure.WORDS: 1}


# The column of a ledger that a count of slots is of.
SLOTS = "slots"


@frozen
class SlotCount(Noun):
    """How many slots a locality had on a day.

    >>> SlotCount("大洼街道", date(2024, 6, 30), 200).slots
    200
    """

    __label__ = Text(zh="托位统计", en="count of slots")
    __measure__ = "条"

    # fmt: off
    locality: str = words("镇街", "locality", required=True,
        ask=("统计的是哪个镇街？", "Which town or sub-district was counted?"))
    on: date = day("日期", "day", required=True,
        ask=("统计的是哪一天？", "As of which day was it counted?"))
    slots: int = count("托位数", "slots", required=True,
        ask=("有多少个托位？", "How many slots are there?"))
    # fmt: on

    @property
    def of(self) -> str:
        """The key of the column of a ledger that it counts."""
        return SLOTS

    @property
    def number(self) -> int:
        """How many there were."""
        return self.slots


@frozen
class LedgerCount(Noun):
    """How many of what a column of a ledger counts a locality had on a day.

    `of` is the key of the column; of slots a `SlotCount` says the same.

    >>> LedgerCount("甲镇", date(2024, 6, 30), "institutions", 5).number
    5
    """

    __label__ = Text(zh="台账统计", en="count for a ledger")
    __measure__ = "条"

    # fmt: off
    locality: str = words("镇街", "locality", required=True,
        ask=("统计的是哪个镇街？", "Which town or sub-district was counted?"))
    on: date = day("日期", "day", required=True,
        ask=("统计的是哪一天？", "As of which day was it counted?"))
    of: str = words("栏目", "column", required=True,
        ask=("统计的是哪一栏？", "Which column was counted?"))
    number: int = count("个数", "number", required=True,
        ask=("统计数是多少？", "How many were counted?"))
    # fmt: on


@frozen(kw_only=True)
class Measurement(Noun):
    """What was measured on a day: a value in the target's measure, or a part of a whole.

    Whether the part may be more than the whole is the target's to say.

    >>> from datetime import date
    >>> Measurement(on=date(2021, 12, 31), part=37, whole=40).figure(Measure.PERCENT)
    Decimal('92.5')
    """

    __label__ = Text(zh="统计", en="measurement")
    __measure__ = "条"

    # fmt: off
    on: date = day("日期", "day", required=True,
        ask=("统计的是哪一天？", "As of which day was it measured?"))
    value: Number | None = number("数值", "value",
        ask=("统计数值是多少？", "What value was measured?"))
    part: Number | None = number("部分", "part", step=1,
        ask=("其中达到要求的有多少？", "How many of them are as the target asks?"))
    whole: Number | None = number("总体", "whole", step=1,
        ask=("总数是多少？", "How many are there in all?"))
    # fmt: on

    def figure(self, measure: Measure) -> Exact:
        """Return the measured figure in `measure`, exact; a goal in words shows it as it is."""
        check_type(measure, Measure, "measure")
        if self.value is not None:
            return exact(self.value)
        share = ratio(exact(self.part)) / ratio(exact(self.whole))
        return tidy(share * BASE[measure])

    def contradictions(self) -> Iterable[Problem]:
        """Take a value, or a part and its whole, and not both."""
        by_parts = (self.part is not None) + (self.whole is not None)
        if by_parts != (0 if self.value is not None else 2):
            names = {"value": Both("数值", "value"), "other": Both("部分和总体", "part, whole")}
            yield Problem("value", "one_of_two", self.value, names)
        elif self.whole == 0:
            yield Problem("whole", "not_positive", self.whole)
