"""Classes of an institution, and the children and carers in each, as the national texts count."""

from careplan.base.exact import Number
from careplan.base.frozenmap import frozen
from careplan.base.text import Labelled, Text
from careplan.fields.declaring import PERSONS, SQUARE_METRES, Noun, choice, count, flag, number
from careplan.nouns.people import MONTHS


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
    youngest_months: int | None = count("最小满月龄", "age of the youngest", unit=MONTHS,
        ask=("{owner}最小的婴幼儿已满多少个月？",
            "How many months old is the youngest child of {owner}?"))
    oldest_months: int | None = count("最大满月龄", "age of the oldest", unit=MONTHS,
        ask=("{owner}最大的婴幼儿已满多少个月？",
            "How many months old is the oldest child of {owner}?"))
    sleeps_where_it_plays: bool | None = flag(
        "睡眠区与活动区合用", "one area for sleep and play",
        ask=("{owner}的睡眠区与活动区是否合用？", "Does {owner} sleep and play in one area?"))
    usable_area_m2: Number | None = number(
        "生活单元使用面积", "usable area", unit=SQUARE_METRES, changeable=True,
        ask=("{owner}的生活单元使用面积是多少平方米？", "What usable area does {owner} have, in m2?"))
    # fmt: on
