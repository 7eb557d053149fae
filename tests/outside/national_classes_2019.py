"""Classes of care institutions, 2019, as a county's own project writes them.

The facts are in our own words, by a tool author and the table of a design code; this is not the
text. Clause numbers and locators are ours.
"""

from datetime import date

import attrs

import careplan as cp
from careplan import writing as w


class ClassSort(w.Labelled):
    """The classes by age."""

    INFANT = ("infant", "乳儿班")
    TODDLER = ("toddler", "托小班")
    OLDER_TODDLER = ("older_toddler", "托大班")
    MIXED = ("mixed", "混合编班")


@attrs.frozen(kw_only=True)
class Class(cp.Noun):
    """A class of an institution."""

    __label__ = "班级"
    kind: ClassSort | None = w.choice(ClassSort, "班型")
    children: int | None = w.count("幼儿数", changeable=True)
    carers: int | None = w.count("保育人员数", changeable=True)


@attrs.frozen(kw_only=True)
class Toddler(cp.Noun):
    """A child, of whom the day of birth is asked and nothing else."""

    __label__ = "婴幼儿"
    born_on: date | None = w.day("出生日期")


@attrs.frozen(kw_only=True)
class Lot(cp.Noun):
    """The premises of an institution."""

    __label__ = "场地"
    owned: bool | None = w.flag("自有")
    lease_from: date | None = w.day("租期起")
    lease_until: date | None = w.day("租期止", changeable=True)


group, child, lot = cp.facts(Class), cp.facts(Toddler), cp.facts(Lot)

BIRTHDAY = w.question(
    "birthday",
    "infant toddler older_toddler",
    "恰满12个月、24个月的归哪一班，未说明",
    older="归大一级的班",
    younger="归小一级的班",
)
MIXED_RATIO = w.question(
    "mixed_ratio",
    "mixed",
    "混合编班的人数比未作规定，各地有1:5和1:6两种做法",
    five="1:5",
    six="1:6",
)


def aged(months: int, below: int) -> cp.Criterion:
    """Return that a child is of an age from so many months to so many, on the day asked."""
    return cp.elapsed(child.born_on, months=months) & ~cp.elapsed(child.born_on, months=below)


def beyond(months: int) -> cp.Criterion:
    """Return that a child is older than so many months: by a day at least."""
    return cp.elapsed(child.born_on, months=months, days=1)


def of_kind(
    kind: ClassSort, most: int, per_carer: cp.Criterion | w.ByReading
) -> list[w.Draft[w.Rule]]:
    """Return the two duties of a kind of class: its size, and its carers."""
    return [
        w.duty(applies=group.kind == kind, requires=group.children <= most, part="size"),
        w.duty(applies=group.kind == kind, requires=per_carer, part="carers"),
    ]


def carers(children: int) -> cp.Criterion:
    """Return that there is a carer for so many children."""
    return group.children <= children * group.carers


CLAUSES = (
    w.clause(
        "infant",
        "乳儿班",
        "应当",
        "6至12个月，10人以下，保育人员与婴幼儿1:3",
        w.term(
            "乳儿班的婴幼儿",
            criterion=w.choose(
                BIRTHDAY,
                older=aged(6, 12),
                younger=cp.elapsed(child.born_on, months=6) & ~beyond(12),
            ),
            part="age",
        ),
        *of_kind(ClassSort.INFANT, 10, carers(3)),
    ),
    w.clause(
        "toddler",
        "托小班",
        "应当",
        "12至24个月，15人以下，1:5",
        w.term(
            "托小班的婴幼儿",
            criterion=w.choose(BIRTHDAY, older=aged(12, 24), younger=beyond(12) & ~beyond(24)),
            part="age",
        ),
        *of_kind(ClassSort.TODDLER, 15, carers(5)),
    ),
    w.clause(
        "older_toddler",
        "托大班",
        "应当",
        "24至36个月，20人以下，1:7",
        w.term(
            "托大班的婴幼儿",
            criterion=w.choose(
                BIRTHDAY,
                older=aged(24, 36),
                younger=beyond(24) & ~cp.elapsed(child.born_on, months=36),
            ),
            part="age",
        ),
        *of_kind(ClassSort.OLDER_TODDLER, 20, carers(7)),
    ),
    w.clause(
        "mixed",
        "混合编班",
        "应当",
        "18个月以上，18人以下，人数比全国未作规定",
        w.term("可混合编班的婴幼儿", criterion=aged(18, 36), part="age"),
        *of_kind(ClassSort.MIXED, 18, w.choose(MIXED_RATIO, five=carers(5), six=carers(6))),
    ),
    w.clause(
        "lease",
        "场地",
        "应当",
        "场地自有，或租赁期不少于3年",
        w.duty(
            requires=lot.owned
            | cp.elapsed(lot.lease_from, lot.lease_until, years=3, both_days=True),
        ),
    ),
)

PLAN = cp.Plan.of(
    "classes_2019",
    "托育机构班级规模（本库概述）",
    CLAUSES,
    issuer="国家卫生健康委员会",
    questions=[BIRTHDAY, MIXED_RATIO],
)
