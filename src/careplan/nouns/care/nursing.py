"""Women workers who nurse an infant, as employers are asked about them."""

from careplan.base.exact import Number
from careplan.base.frozenmap import frozen
from careplan.base.text import Text
from careplan.fields.declaring import HOURS, MONTHS, PERSONS, Noun, count, number


@frozen(kw_only=True)
class NursingEmployee(Noun):
    """A woman worker who nurses an infant, as far as her nursing time goes."""

    __label__ = Text(zh="哺乳期女职工", en="nursing employee")
    __measure__ = "名"

    # fmt: off
    infants_nursed: int | None = count("哺乳的婴儿数", "infants nursed", unit=PERSONS, minimum=1,
        ask=("{owner}哺乳几名婴儿？", "How many infants does {owner} nurse?"))
    infant_age_months: int | None = count(
        "婴儿满月龄", "age of the infant in completed months", unit=MONTHS,
        ask=("{owner}哺乳的婴儿已满多少个月？",
            "How many months old is the infant that {owner} nurses?"))
    nursing_hours_a_day: Number | None = number(
        "每日哺乳时间", "nursing time a day", unit=HOURS, changeable=True,
        ask=("{owner}每天有多少小时哺乳时间？",
            "How many hours a day does {owner} have for nursing?"))
    # fmt: on
