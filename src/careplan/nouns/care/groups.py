"""Groups of children in care: the classes of an institution, and family points."""

from collections.abc import Iterable
from datetime import date

from careplan.base.errors import Problem
from careplan.base.exact import Number
from careplan.base.frozenmap import frozen
from careplan.base.text import Labelled, Text
from careplan.fields.declaring import (
    DAYS,
    MONTHS,
    PERSONS,
    SQUARE_METRES,
    Noun,
    choice,
    count,
    day,
    flag,
    number,
)
from careplan.nouns.care.people import reversed_days


class ClassKind(Labelled):
    """The kinds of class; which one a class is follows from its ages where the text settles it."""

    INFANT = ("infant", "乳儿班", "infant class")
    SMALL = ("small", "托小班", "lower toddler class")
    LARGE = ("large", "托大班", "upper toddler class")
    MIXED = ("mixed", "混合编班", "mixed class")


@frozen(kw_only=True)
class ClassGroup(Noun):
    """A class of an institution; ages are in completed months."""

    __label__ = Text(zh="班级", en="class")
    __measure__ = "个"

    # fmt: off
    kind: ClassKind | None = choice(ClassKind, "班型", "kind of class",
        ask=("{owner}是哪一种班？", "What kind of class is {owner}?"))
    children: int | None = count("婴幼儿人数", "children", unit=PERSONS, changeable=True,
        ask=("{owner}有多少名婴幼儿？", "How many children are in {owner}?"))
    carers: int | None = count("保育人员人数", "carers", unit=PERSONS, changeable=True,
        ask=("{owner}有多少名保育人员？", "How many carers does {owner} have?"))
    youngest_months: int | None = count(
        "最小婴幼儿满月龄", "age of the youngest in completed months", unit=MONTHS,
        ask=("{owner}最小的婴幼儿已满多少个月？",
            "How many months old is the youngest child of {owner}?"))
    oldest_months: int | None = count(
        "最大婴幼儿满月龄", "age of the oldest in completed months", unit=MONTHS,
        ask=("{owner}最大的婴幼儿已满多少个月？",
            "How many months old is the oldest child of {owner}?"))
    sleeps_where_it_plays: bool | None = flag(
        "睡眠区与活动区合用", "has one area for sleep and play",
        ask=("{owner}的睡眠区与活动区是否合用？", "Does {owner} sleep and play in one area?"))
    usable_area_m2: Number | None = number(
        "生活单元使用面积", "usable area", unit=SQUARE_METRES, changeable=True,
        ask=("{owner}的生活单元使用面积是多少平方米？",
            "What usable area does {owner} have, in m2?"))
    # fmt: on

    def contradictions(self) -> Iterable[Problem]:
        """No youngest is older than the oldest."""
        youngest, oldest = self.youngest_months, self.oldest_months
        if youngest is not None and oldest is not None and youngest > oldest:
            other = {"other_field": "oldest_months", "other": oldest}
            yield Problem("youngest_months", "contradiction", youngest, other)


@frozen(kw_only=True)
class FamilyPoint(Noun):
    """Care for a few children in a home (家庭托育点)."""

    __label__ = Text(zh="家庭托育点", en="family childcare point")
    __measure__ = "个"

    # fmt: off
    children: int | None = count("收托婴幼儿人数", "children", unit=PERSONS, changeable=True,
        ask=("{owner}收托多少名婴幼儿？", "How many children are in the care of {owner}?"))
    carers: int | None = count("照护人员人数", "carers", unit=PERSONS, changeable=True,
        ask=("{owner}有多少名照护人员？", "How many carers does {owner} have?"))
    owned: bool | None = flag("自有住宅", "in a home its founder owns",
        ask=("{owner}是否设在自有住宅？", "Is {owner} in a home that its founder owns?"))
    lease_from: date | None = day("租赁起始日", "first day of the lease",
        ask=("{owner}的租期从哪一天开始？", "On which day does the lease of {owner} begin?"))
    lease_until: date | None = day("租赁到期日", "last day of the lease", changeable=True,
        ask=("{owner}的租期到哪一天为止？", "On which day does the lease of {owner} end?"))
    video_kept_days: int | None = count(
        "监控录像保存天数", "days surveillance video is kept", unit=DAYS, changeable=True,
        ask=("{owner}的监控录像保存多少天？",
            "For how many days does {owner} keep its surveillance video?"))
    # fmt: on

    def contradictions(self) -> Iterable[Problem]:
        """No lease ends before it begins."""
        yield from reversed_days(self, "lease_from", "lease_until")
