"""How assessments are shown: the answer, what is wrong and how to mend it, questions, readings.

The mall, its figures and most sentences are those of the drawn display: 12,000 m2 owe a room of
10 m2 (四（一）), and its only room has 8.
"""

from datetime import date
from typing import Any

import attrs
import pytest
from in_force import DRAFT, MONEY, PLANS
from small_plans import MAY, MUST, plan_of
from steps_and_stars import STEPS, station

import careplan as cp
from careplan import writing as w
from careplan.display.views.parts import Detail, Facts, Grid, Listing, Part, View
from careplan.display.views.words import Mark, as_text
from careplan.fields.declaring import choices, count, flag, items, number, part, table, words
from careplan.verbs.advising.ways import option_text
from careplan.verbs.remedies.remedy import Change, RemedyOption

SHUANGLIAO, BDA = cp.get_plan("shuangliao_2021"), cp.get_plan("bda_2017")
ROOM = cp.Room(independent=True, usable_area_m2=8)
MALL = cp.Venue(category=cp.VenueCategory.COMMERCIAL_CENTRE, building_area_m2=12_000, rooms=[ROOM])
STATED = attrs.evolve(ROOM, existing=True, direction_sign=True, clean=True)
MORE = attrs.evolve(MALL, rooms=[STATED])
KEPT = attrs.evolve(
    MALL,
    rooms=[
        attrs.evolve(STATED, usable_area_m2=10, in_normal_use=True, meets_provincial_standard=True)
    ],
)
room = cp.facts(cp.Room)


def lines(result: Any, language: str = "zh", detail: str = "normal") -> list[str]:
    """Return what a result says."""
    said: str = result.explain(language, detail=detail)
    return said.splitlines()


def seen(result: Any, language: str, detail: Detail) -> View:
    """Return the view of a result."""
    view: View = result._view(language, detail)  # noqa: SLF001 - what its text and pages are of
    return view


def parts(result: Any, detail: Detail = Detail.NORMAL) -> dict[str, Part]:
    """Return the parts of a Chinese display by their headings without numbers."""
    return {one.title.partition("（")[0]: one for one in seen(result, "zh", detail).parts}


def cells(found: Part) -> list[list[str]]:
    """Return the cells of the table of a part, as text."""
    (grid,) = found.blocks
    assert isinstance(grid, Grid)
    return [
        [as_text(cell.words, "zh") for cell in row.cells if cell is not None] for row in grid.lines
    ]


# --- the answer -----------------------------------------------------------------------------


def test_the_answer_says_what_is_wrong_with_its_figures() -> None:
    view = seen(cp.assess(MALL, SHUANGLIAO), "zh", Detail.NORMAL)
    assert view.title == "公共场所核对表"
    assert view.source == "依据：双辽市2021年公共场所母婴设施建设实施方案"
    assert view.answer is not None
    assert (view.answer.mark, view.answer.word) == (Mark.BAD, "不符合")
    assert view.answer.sentence == (
        "第1间母婴室的使用面积为8平方米，按要求应不少于10平方米；另有5项情况待补充。"
    )
    assert lines(cp.assess(MORE, SHUANGLIAO), "en")[0] == (
        "Not met: Usable area of room 1 is 8 m2; at least 10 m2 is required; "
        "2 facts are still to be stated."
    )
    one_open = attrs.evolve(MORE, rooms=[attrs.evolve(STATED, in_normal_use=True)])
    assert lines(cp.assess(one_open, SHUANGLIAO), "en")[0].endswith(
        "; 1 fact is still to be stated."
    )


def test_the_answer_says_what_is_to_be_stated() -> None:
    hospital = cp.Venue(category=cp.VenueCategory.HOSPITAL, rooms=[])
    assert lines(cp.assess(hospital, SHUANGLIAO), detail="short") == [
        "待补充：须补充1项情况：建筑面积是多少平方米？",
        "依据：双辽市2021年公共场所母婴设施建设实施方案",
    ]
    assert lines(cp.assess(cp.Employer(), SHUANGLIAO))[0].startswith(
        "待补充：须补充3项情况，首先是："
    )


def test_the_answer_says_that_all_is_kept() -> None:
    # 四（一） twice, 四（二） twice, 七（二）: what an existing room of 10 m2 owes.
    assert lines(cp.assess(KEPT, SHUANGLIAO))[0] == "符合：所核对的5项条款均已符合。"
    one = cp.assess(cp.Room(clean=True), plan_of(w.Rule(clause=MUST, requires=room.clean)))
    assert lines(one)[0] == "符合：所核对的1项条款已符合。"
    assert lines(one, "en")[0] == "Met: The 1 clause that applies is kept."


def test_the_answer_says_that_nothing_is_asked() -> None:
    silent = cp.assess(cp.Institution(), SHUANGLIAO)
    assert lines(silent) == [
        "不适用：该文件对此类对象没有规定。",
        "依据：双辽市2021年公共场所母婴设施建设实施方案",
        "已知情况",
        "  无。",
        *silent._made("zh"),  # noqa: SLF001 - by what it was made, said after everything
    ]
    # Part 1 of the notice gives a plan of promotion, and chapter 3 support: nothing binds.
    assert lines(cp.assess(cp.Employer(), BDA))[0] == (
        "不适用：对此类对象没有强制条款，只有建议或支持。"
    )
    small = cp.Venue(category=cp.VenueCategory.COMMERCIAL_CENTRE, building_area_m2=4_999, rooms=[])
    found = lines(cp.assess(small, SHUANGLIAO))
    assert found[0] == "不适用：所核对的强制条款均不适用。"
    # What a clerk misreads as "exempt" is said, though the clause is not listed.
    assert "  1. 条款四（一）：五千平方米以下文件没有面积规定；这不等于免除。" in found


def test_of_many_breaches_the_first_are_said() -> None:
    asked = [room.clean, room.direction_sign, room.area_m2 >= 6, room.independent]
    rules = (w.Rule(clause=MUST, part=str(n), requires=one) for n, one in enumerate(asked))
    subject = cp.Room(clean=False, direction_sign=False, area_m2=5, independent=False)
    answer = lines(cp.assess(subject, plan_of(*rules)))[0]
    assert "面积为5平方米，按要求应不少于6平方米；另有1处不符合要求。" in answer
    assert "独立" not in answer


def test_of_a_breach_without_a_fact_it_is_said_how_many_there_are() -> None:
    never = plan_of(w.Rule(clause=MUST, applies=room.clean, requires=cp.any_of()))
    assert lines(cp.assess(cp.Room(clean=True), never))[0] == "不符合：不符合的条款1项。"


def test_a_repr_is_english_and_short() -> None:
    assert repr(cp.assess(MALL, SHUANGLIAO)) == (
        "<Assessment: Shuangliao plan of 2021 for mother-and-baby facilities in public places: "
        "not met>"
    )


# --- what was stated ------------------------------------------------------------------------


def test_what_was_stated_is_said_back() -> None:
    (facts,) = parts(cp.assess(MALL, SHUANGLIAO))["已知情况"].blocks
    assert facts == Facts(
        (
            ("场所类型", "商业中心"),
            ("建筑面积", "12000平方米"),
            ("母婴室", "1间（独立设置，使用面积8平方米）"),
        )
    )


@attrs.frozen(kw_only=True)
class Cot(cp.Noun):
    """An item that may say nothing."""

    __measure__ = "张"

    firm: bool | None = flag("结实", "firm")
    uses: Any = choices(cp.RoomUse, "用途", "uses")


@attrs.frozen(kw_only=True)
class Ward(cp.Noun):
    """A noun with a fact of every other kind."""

    __label__ = cp.Text(zh="病区", en="ward")

    name: str | None = words("名称", "name")
    beds: int | None = count("床位", "beds")
    area: Any = number("面积", "area", unit=("平方米", "m2"))
    cots: Any = items(Cot, "婴儿床", "cot")
    best: Cot | None = part(Cot, "样板床", "best cot")
    stock: Any = table(cp.Equipment, "设备", "equipment")


ward = cp.facts(Ward)
ASKING = plan_of(w.Rule(clause=MUST, requires=ward.beds >= 2))


def stated(ward: Ward, language: str = "zh", on: date | None = None) -> tuple[tuple[str, str], ...]:
    """Return what is said to have been stated of a ward."""
    part = seen(cp.assess(ward, ASKING, on=on), language, Detail.NORMAL).parts[0]
    (facts,) = part.blocks
    assert isinstance(facts, Facts)
    return facts.pairs


def test_a_fact_of_each_kind_is_said_back() -> None:
    first = next(iter(cp.Equipment))
    full = Ward(
        name="<b>甲</b>",
        beds=2,
        area=8,
        cots=[Cot(firm=False, uses=[cp.RoomUse.NURSERY]), Cot()],
        best=Cot(firm=True),
        stock={first: 0},
    )
    assert stated(full, on=date(2024, 5, 1)) == (
        ("所问之日", "2024年5月1日"),
        ("名称", "<b>甲</b>"),
        ("床位", "2"),
        ("面积", "8平方米"),
        ("婴儿床", "2张"),
        ("第1张婴儿床", "未结实，用途为育婴室"),
        ("第2张婴儿床", "情况未说明"),
        ("样板床", "结实"),
        ("设备", f"{first.label.zh}0"),
    )
    assert stated(Ward(cots=[]), "en") == (("Cot", "none"),)


def test_of_very_many_items_the_first_are_said_back() -> None:
    pairs = stated(Ward(cots=[Cot(firm=True)] * 52))
    assert len(pairs) == 1 + 50 + 1
    assert pairs[-1] == ("婴儿床", "另有2项未列")


# --- what is wrong, and how to mend it ------------------------------------------------------


def test_a_breach_says_what_is_asked_what_is_there_and_how_to_mend_it() -> None:
    found = parts(cp.assess(MALL, SHUANGLIAO))["不符合项及整改方式"]
    (grid,) = found.blocks
    assert isinstance(grid, Grid)
    (row,) = cells(found)
    assert row[0] == "四（一）"
    assert row[2] == "第1间母婴室的使用面积为8平方米（尚差2平方米）"
    assert grid.lines[0].cells[3] is not None
    assert grid.lines[0].cells[3].listed == (
        "将第1间母婴室的使用面积由8平方米增至10平方米以上（含）",
        "增设1间独立母婴室，使用面积不少于10平方米",
    )


def test_a_remedy_that_ends_several_breaches_is_written_once() -> None:
    found = cp.assess(MORE, SHUANGLIAO)
    assert [row[3] for row in cells(parts(found)["不符合项及整改方式"])] == [
        "",
        "上列方式任选其一，也同时消除本项",
    ]
    assert "    How to mend it (any one): Either of the above ends this too" in lines(found, "en")
    # It is so: with either change the plan says of both clauses that they are kept.
    larger = attrs.evolve(MORE, rooms=[attrs.evolve(STATED, usable_area_m2=10)])
    added = attrs.evolve(MORE, rooms=[STATED, cp.Room(independent=True, usable_area_m2=10)])
    for mended in (larger, added):
        again = cp.assess(mended, SHUANGLIAO)
        assert {again.finding(one).outcome for one in ("4.1.b", "4.1.d/upper")} == {cp.Outcome.MET}


@attrs.frozen(kw_only=True)
class Nest(cp.Noun):
    """A noun of which a person may change two facts."""

    area: int | None = count("面积", "area", changeable=True)
    clean: bool | None = flag("整洁", "clean", changeable=True)
    size: int | None = count("规模", "size", changeable=True)
    old: bool | None = flag("老旧", "old")


nest = cp.facts(Nest)
SMALL = Nest(area=4, clean=False, size=9, old=True)


def mending(*asked: cp.Criterion, subject: Nest = SMALL) -> list[tuple[str, tuple[Any, ...]]]:
    """Return how each breach is said to be mended."""
    rules = (w.Rule(clause=MUST, part=str(n), requires=one) for n, one in enumerate(asked))
    found = parts(cp.assess(subject, plan_of(*rules)))["不符合项及整改方式"]
    (grid,) = found.blocks
    assert isinstance(grid, Grid)
    last = [row.cells[-1] for row in grid.lines]
    return [(as_text(one.words, "zh"), one.listed) for one in last if one is not None]


def test_which_of_the_ways_above_end_a_breach_as_well() -> None:
    larger = "将面积由4增至6以上（含）"
    # One way; one of two, with more asked of it; and one of several breaches.
    assert mending(nest.area >= 6, cp.any_of(nest.area >= 6, nest.area > 90)) == [
        ("", (larger,)),
        ("上列方式也同时消除本项", ()),
    ]
    either = cp.any_of(nest.area >= 6, nest.clean)
    some, pointed = mending(either, nest.area >= 8)
    assert len(some[1]) == 2
    assert pointed == ("按“甲”所列第1种方式整改，也同时消除本项（须同时做到：面积不少于8）", ())
    three = cp.any_of(nest.area >= 6, nest.clean, nest.size <= 5)
    assert mending(three, three | (nest.area == 7))[1][0].startswith("上列方式任选其一")
    assert [one[0] for one in mending(nest.area >= 6, nest.size <= 5, nest.area >= 5)] == [
        "",
        "",
        "按“甲”所列方式整改，也同时消除本项",
    ]


def test_what_nothing_can_mend_says_what_stands_in_the_way() -> None:
    ((said, listed),) = mending(~nest.old)
    assert (listed, said) == ((), "现有条件无法通过整改达标（老旧）")


def test_what_is_too_much_is_said_by_how_much() -> None:
    rule = w.Rule(clause=MUST, requires=(nest.size <= 5) & (nest.area == 6))
    found = cp.assess(SMALL, plan_of(rule))
    (row,) = cells(parts(found)["不符合项及整改方式"])
    assert row[2] == "规模为9（超出4）；面积为4（尚差2）"
    above = cp.assess(attrs.evolve(SMALL, area=8), plan_of(rule))
    assert "面积为8（超出2）" in cells(parts(above)["不符合项及整改方式"])[0][2]


def test_of_alternatives_none_is_said_to_be_what_is_required() -> None:
    # Either would do (the criterion): of each it is said what would, not that it is required.
    either = cp.any_of(nest.size >= 20, nest.area >= 6)
    found = cp.assess(SMALL, plan_of(w.Rule(clause=MUST, requires=either)))
    assert lines(found)[0] == (
        "不符合：规模为9（备选要求之一：不少于20）；面积为4（备选要求之一：不少于6）。"
    )
    denied = ~cp.all_of(nest.size >= 9, nest.area >= 4)
    found = cp.assess(SMALL, plan_of(w.Rule(clause=MUST, requires=denied)))
    assert lines(found)[0] == (
        "不符合：规模：9（备选要求之一：规模少于9）；面积：4（备选要求之一：面积少于4）。"
    )
    both = cp.all_of(nest.size >= 20, nest.area >= 6)
    found = cp.assess(SMALL, plan_of(w.Rule(clause=MUST, requires=both)))
    assert "备选" not in lines(found)[0]
    # What every way asks is required: 6 by itself, and 6 of what is clean.
    clean_or_not = cp.any_of(nest.area >= 6, (nest.area >= 6) & nest.clean)
    found = cp.assess(SMALL, plan_of(w.Rule(clause=MUST, requires=clean_or_not)))
    assert "面积为4，按要求应不少于6" in lines(found)[0]
    # Two rooms of 8 m2, of which one would do with 10 (四（一）); a single room is asked as it is.
    two = cp.assess(attrs.evolve(MALL, rooms=[ROOM, ROOM]), SHUANGLIAO)
    assert lines(two)[0].count("备选要求之一：不少于10平方米") == 2


def test_a_strict_bound_says_no_amount_that_would_not_keep_it() -> None:
    # Of more than 6, 2 more than 4 are still not enough; of less than 3, neither 1 fewer than 4.
    for requires in (nest.area > 6, nest.area < 3):
        found = cp.assess(SMALL, plan_of(w.Rule(clause=MUST, requires=requires)))
        assert cells(parts(found)["不符合项及整改方式"])[0][2] == "面积为4"


def test_a_bound_that_is_just_not_passed_lacks_no_figure() -> None:
    found = cp.assess(SMALL, plan_of(w.Rule(clause=MUST, requires=nest.area > 4)))
    (row,) = cells(parts(found)["不符合项及整改方式"])
    assert row[2] == "面积为4"


def test_what_looks_at_no_fact_is_not_what_is_wrong() -> None:
    asked = cp.any_of(cp.all_of(nest.clean, cp.any_of()), nest.area >= 6)
    found = cp.assess(SMALL, plan_of(w.Rule(clause=MUST, requires=asked)))
    assert lines(found)[0].endswith("面积为4，按要求应不少于6。")


def test_of_very_much_that_is_wrong_the_first_is_said() -> None:
    asked = cp.any_of(*(nest.area == n for n in range(10, 40)))
    found = cp.assess(SMALL, plan_of(w.Rule(clause=MUST, requires=asked)))
    (row,) = cells(parts(found)["不符合项及整改方式"])
    assert row[2].endswith("；另有20处不符合要求")


def test_time_limits_and_what_follows_are_said() -> None:
    # Chapter 二 of the plan: within ten working days; an order first, then a fine.
    nursery = cp.Institution(inclusive=True, slots=80, filed_with_health=False)
    found = cp.assess(nursery, MONEY, on=date(2024, 5, 1))
    (row,) = cells(parts(found)["不符合项及整改方式"])
    assert "时限：10个工作日内（未计期限是否届满）" in row[1]
    assert "处10000元至30000元罚款" in row[1]
    # While it is open whether it is kept, its time stands in the notes.
    unknown = cp.assess(cp.Institution(), MONEY, on=date(2024, 5, 1))
    assert "条款二：时限：10个工作日内。" in seen(unknown, "zh", Detail.NORMAL).notes


def test_rungs_that_may_bind_are_named() -> None:
    # No room, and the place owes 6 or 10 m2: it is broken whichever binds.
    (row,) = cells(parts(cp.assess(station(7_000, None), STEPS))["不符合项及整改方式"])
    assert (
        row[1] == "按面积或客流设母婴室（可能适用的各档：五千至一万：6平方米、超过一万：10平方米）"
    )
    (row,) = cells(parts(cp.assess(station(12_000, 0), STEPS))["不符合项及整改方式"])
    assert row[:2] == ["一2", "超过一万：10平方米"]


def test_a_sum_is_said_with_its_terms_and_an_item_that_lacks_as_none() -> None:
    venue = cp.facts(cp.Venue)
    enough = cp.total(venue.rooms, room.area_m2) >= 10
    some = cp.some(venue.rooms, room.clean)
    rules = (w.Rule(clause=MUST, part=str(n), requires=one) for n, one in enumerate((enough, some)))
    found = cp.assess(cp.Venue(rooms=[]), plan_of(*rules))
    first, other = (row[2] for row in cells(parts(found)["不符合项及整改方式"]))
    assert "面积合计" in first
    assert other == "没有母婴室"


def test_more_that_an_option_takes_is_said_behind_its_changes() -> None:
    # What is asked of a sum belongs to no change alone.
    both = (Change("area", 4), Change("size", 9))
    needed = cp.all_of(nest.area + nest.size >= 20, ~nest.clean)
    said = option_text(RemedyOption(both, needed), Nest, "zh")
    assert said == "改变面积（现为4）；改变规模（现为9）；做到：面积+规模不少于20；做到：未整洁"
    # One of several figures has no bound to go to.
    ((_, (said,)),) = mending(cp.any_of(nest.area == 6, nest.area == 8))
    assert said == "改变面积（现为4）；做到：面积为6、8之一"
    # Of an item that is added either is enough.
    either = cp.some(cp.facts(cp.Venue).rooms, cp.any_of(room.area_m2 >= 6, room.clean))
    found = cp.remedies(
        cp.assess(cp.Venue(rooms=[]), plan_of(w.Rule(clause=MUST, requires=either)))
    )
    assert lines(found[0])[-1] == "1. 增设1间母婴室，面积不少于6平方米或整洁卫生"
    unused = cp.every(cp.facts(cp.Venue).rooms, ~cp.has(room.use, cp.RoomUse.NURSERY))
    wanted = cp.all_of(unused, cp.some(cp.facts(cp.Venue).rooms, room.clean))
    (remedy,) = cp.remedies(
        cp.assess(cp.Venue(rooms=[]), plan_of(w.Rule(clause=MUST, requires=wanted)))
    )
    assert "不包括" in lines(remedy)[-1]
    assert "做到" not in lines(remedy)[-1]
    asked = cp.all_of(nest.area >= 6, nest.size <= 5)
    assert mending(asked) == [("", ("将面积由4增至6以上（含）；将规模由9减至5以下（含）",))]


# --- what is still to be stated -------------------------------------------------------------


def test_a_fact_is_asked_for_once_and_first_for_which_most_clauses_wait() -> None:
    rows = cells(parts(cp.assess(MALL, SHUANGLIAO))["待补充情况"])
    assert [row[0] for row in rows] == ["1", "2", "3", "4", "5"]
    # 已建成 decides on 四（一） and, with the standard, on two duties of 四（二）.
    assert rows[0][1:] == ["第1间母婴室是已建成的，还是新建的？", "四（一）、四（二）"]
    assert rows[1][1:] == ["第1间母婴室是否符合省级配置标准？", "四（二）"]


def test_an_empty_part_says_so() -> None:
    found = parts(cp.assess(KEPT, SHUANGLIAO))
    for title in ("不符合项及整改方式", "待补充情况"):
        (block,) = found[title].blocks
        assert block.words == "无。"  # type: ignore[union-attr]  # a paragraph


# --- kept, advice, support ------------------------------------------------------------------


def said_in(found: Part) -> list[str]:
    """Return the items of a part."""
    (block,) = found.blocks
    assert isinstance(block, Listing)
    return [as_text(one, "zh") for one in block.items]


def test_what_is_kept_is_listed_by_clause() -> None:
    found = seen(cp.assess(MORE, SHUANGLIAO), "zh", Detail.NORMAL).parts[3]
    assert (found.title, said_in(found)) == ("符合项（1项）", ["四（二）：在醒目位置设导向标志"])


def test_advice_says_why_it_is_advice_and_what_is_to_be_known() -> None:
    rules = (
        w.Rule(clause=MAY, requires=room.clean),
        w.Rule(clause=MUST, requires=room.direction_sign, advisory=cp.Text(zh="没有期限")),
        w.Rule(clause=MUST, part="on", applies=room.existing, requires=room.clean),
    )
    found = cp.assess(cp.Room(clean=False, existing=False), plan_of(*rules))
    assert said_in(parts(found)["建议"]) == [
        "二：乙（条款用语为“可以”；不够整洁卫生）",
        "一：甲（没有期限；醒目位置是否设有导向标志？）",
    ]
    (block,) = parts(found)["建议"].blocks
    assert [one[0].mark for one in block.items] == [Mark.TIP, Mark.OPEN]  # type: ignore[index, union-attr]
    assert "建议" not in parts(cp.assess(MALL, SHUANGLIAO))


def test_support_says_its_amount_and_that_there_is_no_claim() -> None:
    # 80 slots at 5,000 to 8,000 yuan.
    nursery = cp.Institution(inclusive=True, slots=80, filed_with_health=True)
    assert said_in(parts(cp.assess(nursery, MONEY))["可争取的支持"]) == [
        (
            "一：普惠机构每个托位补助（金额：每个托位5000元至8000元；"
            "总额：400000元至640000元（按托位数80计）；条款用语为“可以”，不构成请求权）"
        )
    ]
    uncounted = said_in(parts(cp.assess(attrs.evolve(nursery, slots=None), MONEY))["可争取的支持"])
    assert uncounted[0].endswith("托位数是多少个托位？）") or uncounted[0].endswith("？）")
    closed = cp.assess(attrs.evolve(nursery, inclusive=False), MONEY)
    assert parts(closed)["可争取的支持"].title == "可争取的支持"  # none that is open
    must = w.Benefit(clause=MUST, condition=room.clean)
    owed = cp.assess(cp.Room(clean=True), plan_of(benefits=(must,)))
    assert said_in(parts(owed)["可争取的支持"]) == ["一：甲"]


def test_terms_are_said_where_nothing_else_is() -> None:
    only = cp.assess(MALL, SHUANGLIAO).under("4.1.c")
    (said,) = said_in(parts(only)["所属用语"])
    assert said.endswith("（属于“四（一）所列公共场所”）")
    assert "所属用语" not in parts(cp.assess(MALL, SHUANGLIAO))
    assert "所属用语" in parts(cp.assess(MALL, SHUANGLIAO), Detail.ALL)
    other = cp.Venue(category=cp.VenueCategory.OTHER)
    open_ = cp.assess(other, SHUANGLIAO, readings={"place_list": "open"}).under("4.1.c")
    (said,) = said_in(parts(open_)["所属用语"])
    assert "是否属于“四（一）所列公共场所”待补充；" in said
    none = cp.assess(other, SHUANGLIAO).under("4.1.c")
    assert "所属用语" not in parts(none)


# --- what does not apply, and all that was looked at ----------------------------------------


def test_what_does_not_apply_is_counted_and_listed_when_asked_for() -> None:
    found = cp.assess(MALL, SHUANGLIAO)
    # 四（一） twice for smaller places, 四（二） twice for those where passengers wait.
    assert "不适用的条款4项未列。" in seen(found, "zh", Detail.NORMAL).notes
    whole = parts(found, Detail.ALL)
    # Of those that do not apply nothing is said but how many they are.
    assert not any("旅客" in one for one in lines(found))
    assert len(said_in(whole["不适用"])) == 4
    assert said_in(whole["不适用"])[2].endswith("（这一类场所不是旅客候乘、检票的地方）")
    assert not any("未列" in one for one in seen(found, "zh", Detail.ALL).notes)
    assert any("建筑面积" in one for one in lines(found, detail="all")[40:])
    assert "采用的条文理解" in whole
    one = cp.assess(cp.Room(existing=False), plan_of(rule_of_existing()))
    assert seen(one, "en", Detail.NORMAL).notes == ("1 clause that does not apply is not listed.",)
    made = len(one._made("zh"))  # noqa: SLF001 - by what it was made, said after everything
    assert lines(one, detail="all")[-made - 1] == "  无。"  # no reading was taken


def rule_of_existing() -> w.Rule:
    """Return a duty of existing rooms."""
    return w.Rule(clause=MUST, applies=room.existing, requires=room.clean)


# --- notes ----------------------------------------------------------------------------------


def test_validity_is_not_lost() -> None:
    day = date(2024, 5, 1)
    draft = cp.assess(cp.Room(direction_sign=True), DRAFT, on=day)
    assert seen(draft, "zh", Detail.NORMAL).notes == (
        "该文件在2024年5月1日不在施行期内，仍按其条文判断。",
    )
    found = cp.assess(cp.Institution(), MONEY, on=day)
    assert "2024年5月1日不在施行期内的条款：二。" in seen(found, "zh", Detail.NORMAL).notes
    read = cp.codec.loads(cp.codec.dumps(found), type(found))
    assert "2024年5月1日不在施行期内的条款1项。" in seen(read, "zh", Detail.NORMAL).notes


def test_a_document_says_its_number_and_by_what_it_may_be_superseded() -> None:
    found = cp.assess(cp.Room(direction_sign=True), PLANS[0])
    assert seen(found, "zh", Detail.NORMAL).source == "依据：old（1号）"
    assert seen(found, "en", Detail.NORMAL).source == "Under: old [zh] (1号)"
    superseded = attrs.evolve(found, may_be_superseded_by=cp.Text(zh="新办法"))
    assert "old可能已被新办法代替。" in seen(superseded, "zh", Detail.NORMAL).notes


# --- readings -------------------------------------------------------------------------------


def test_a_reading_that_would_change_the_outcome_is_shown() -> None:
    found = cp.assess(MALL, SHUANGLIAO)
    (row,) = cells(parts(found)["影响结论的条文理解"])
    assert row[0].startswith("面积下限是否也约束已建成的母婴室")
    assert row[1] == "同样约束"
    assert row[3].startswith("结论由不符合变为待补充")
    # It is so.
    other = cp.assess(MALL, SHUANGLIAO, readings={"existing_rooms": "improve"})
    assert (found.outcome, other.outcome) == (cp.Outcome.NOT_MET, cp.Outcome.UNKNOWN)
    assert other.finding("4.1.b").outcome is cp.Outcome.UNKNOWN
    # What binds under one reading and advises under the other.
    (row,) = cells(parts(cp.assess(MORE, SHUANGLIAO))["影响结论的条文理解"])
    assert row[3].endswith("四（一） 已建成的母婴室须改造完善：改为仅供参考）")
    back = cp.assess(MORE, SHUANGLIAO, readings={"existing_rooms": "improve"})
    (row,) = cells(parts(back)["影响结论的条文理解"])
    assert row[3].endswith("四（一） 已建成的母婴室须改造完善：改为必须做到）")
    # Seen from the other side it says the way back.
    (row,) = cells(parts(other)["影响结论的条文理解"])
    assert row[3].startswith("结论由待补充变为不符合")


def test_a_reading_that_changes_no_answer_is_not_shown() -> None:
    (block,) = parts(cp.assess(KEPT, SHUANGLIAO))["影响结论的条文理解"].blocks
    assert block.words == "无。"  # type: ignore[union-attr]  # a paragraph


def test_an_assessment_of_some_clauses_is_read_again_for_these_alone() -> None:
    found = cp.assess(MALL, SHUANGLIAO)
    (row,) = cells(parts(found.under("4.1").under("4.1.b"))["影响结论的条文理解"])
    assert row[3] == (
        "结论由不符合变为待补充（四（一） "
        "建筑面积超过10000平方米的公共场所，应有使用面积不少于10平方米的独立母婴室：由不符合变为待补充）"
    )
    (block,) = parts(found.under("7.2"))["影响结论的条文理解"].blocks
    assert block.words == "无。"  # type: ignore[union-attr]  # a paragraph


WHICH = w.question("which", "1", "何解", "Which?", strict=("严", "strict"), mild=("宽", "mild"))


def test_what_a_reading_adds_and_what_a_benefit_and_a_term_would_become() -> None:
    term = w.term(
        "大房间", "large room", criterion=criterion(room.area_m2 >= 20, room.area_m2 >= 10)
    )
    chapter = (
        w.clause(
            "1",
            "一",
            w.MUST,
            "清洁",
            "Clean.",
            w.duty(requires=room.clean, under=("which", "mild")),
        ),
        w.clause(
            "2",
            "二",
            w.MUST,
            "支持",
            "Support.",
            w.benefit(condition=criterion(room.clean, cp.all_of())),
        ),
        w.clause("3", "三", w.MUST, "用语", "Term.", term),
    )
    plan = cp.Plan.of("own", "办法", chapter, issuer="某县", questions=WHICH)
    found = cp.assess(cp.Room(clean=False, area_m2=12), plan)
    (row,) = cells(parts(found)["影响结论的条文理解"])
    assert row[3] == (
        "结论由不适用变为不符合（一 清洁：由没有规定变为不符合；"
        "二 支持：由不能享受变为可以享受；三 用语：由不属于该用语变为属于该用语）"
    )


def criterion(strict: Any, mild: Any) -> Any:
    """Return what differs by the reading."""
    return w.choose(WHICH, strict=strict, mild=mild)


def test_what_is_read_back_from_data_says_that_readings_were_not_looked_at() -> None:
    found = cp.assess(MALL, SHUANGLIAO)
    read = cp.codec.loads(cp.codec.dumps(found), type(found))
    view = seen(read, "zh", Detail.NORMAL)
    assert view.notes[-1] == "本结果由数据读回，未核对其他条文理解。"
    assert view.answer == seen(found, "zh", Detail.NORMAL).answer
    assert lines(read, "en")[2:8] == lines(found, "en")[2:8]


# --- several plans --------------------------------------------------------------------------


def test_several_plans_say_each_what_they_say_and_ask_once() -> None:
    found = cp.assess(cp.Room(clean=False, area_m2=8), PLANS)
    said = lines(found)
    assert said[0] == "不符合：old：待补充；new：不符合；silent：待补充；draft：待补充。"
    view = seen(found, "zh", Detail.NORMAL)
    # Only the new one is broken, and three wait for one fact.
    assert [one.title for one in view.parts] == [
        "已知情况",
        "new：不符合项及整改方式（1项）",
        "待补充情况（1项）",
    ]
    assert cells(view.parts[2])[0][2] == "old 一、silent 一、draft 一"
    whole = seen(found, "zh", Detail.ALL)
    assert len(whole.parts) > len(view.parts)
    kept = cp.assess(cp.Room(clean=True, direction_sign=True), PLANS)
    assert seen(kept, "zh", Detail.NORMAL).parts[1].title == "不符合项及整改方式"
    assert lines(kept, detail="short") == [
        "符合：old：符合；new：符合；silent：符合；draft：符合。",
        "依据：old、new、silent、draft",
    ]


def test_readings_and_notes_of_several_plans_name_the_document() -> None:
    found = cp.assess(MALL, [SHUANGLIAO, cp.get_plan("shiyan_2021")])
    view = seen(found, "zh", Detail.NORMAL)
    assert view.parts[-1].title.startswith("双辽市2021年公共场所母婴设施建设实施方案：影响结论的")
    assert view.notes[-1] == ("双辽市2021年公共场所母婴设施建设实施方案：不适用的条款4项未列。")


def test_no_document_in_force_says_so() -> None:
    found = cp.assess(cp.Room(), [DRAFT], on=date(2024, 5, 1))
    assert lines(found) == [
        "不适用：所选文件在该日均不施行。",
        "未适用的文件",
        "  未适用：draft（征求意见稿）",
        *found._made("zh"),  # noqa: SLF001 - by what it was made, said after everything
    ]
    assert seen(found, "zh", Detail.NORMAL).title == "对象核对表"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_hostile_names_stay_text(language: str) -> None:
    hostile = Ward(name="<script>alert(1)</script>\n# x")
    found = cp.assess(hostile, ASKING)
    assert "<script>" not in found.to_html(language)
    assert "\n# x" not in found.explain(language)
