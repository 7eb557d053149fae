"""How duties, grades, findings and remedies are shown by themselves."""

from datetime import date
from typing import Any

import pytest
from in_force import MONEY, SILENT
from small_plans import MUST, plan_of
from steps_and_stars import STARS, STEPS, station
from unmade import lines_said

import careplan as cp
from careplan import writing as w
from careplan.display.views.parts import Detail, View
from careplan.display.views.words import Mark

SHUANGLIAO = cp.get_plan("shuangliao_2021")
MALL = cp.Venue(
    category=cp.VenueCategory.COMMERCIAL_CENTRE,
    building_area_m2=12_000,
    rooms=[cp.Room(independent=True, usable_area_m2=8)],
)
room = cp.facts(cp.Room)


def seen(result: Any, language: str = "zh", detail: Detail = Detail.NORMAL) -> View:
    """Return the view of a result."""
    view: View = result._view(language, detail)  # noqa: SLF001 - what its text and pages are of
    return view


def answer(result: Any, language: str = "zh") -> tuple[Mark | None, str, str]:
    """Return the mark, the word and the sentence of an answer."""
    found = seen(result, language).answer
    assert found is not None
    return found.mark, found.word, found.sentence


def lines(result: Any, language: str = "zh", detail: str = "normal") -> list[str]:
    """Return what a result says."""
    said: str = result.explain(language, detail=detail)
    return said.splitlines()


# --- what is owed ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "said"),
    [
        # 5,000 to 10,000 m2 owe 6 m2, above 10 m2 are owed, and so by visitors.
        (station(7_000, 0), (Mark.GOOD, "适用", "应尽义务1项。")),
        (station(7_000, None), (Mark.OPEN, "待补充", "可能适用的义务2项。")),
        (station(4_999, 4_999), (Mark.NONE, "无", "没有适用的强制条款。")),
    ],
)
def test_how_many_duties_bind(place: cp.Venue, said: tuple[Mark, str, str]) -> None:
    assert answer(cp.owed(place, STEPS)) == said


def test_duties_that_bind_and_that_may_are_counted_apart() -> None:
    rules = (
        w.Rule(clause=MUST, part="all", requires=room.clean),
        w.Rule(clause=MUST, part="old", applies=room.existing, requires=room.direction_sign),
    )
    found = cp.owed(cp.Room(), plan_of(*rules))
    assert answer(found, "en")[2] == "Duties that bind: 1; that may bind: 1."
    assert lines_said(found)[-3:] == [
        "待补充情况（1项）",
        "  是已建成的，还是新建的？",
        "    用于判断：一",
    ]
    assert "  一：适用" in lines(found)
    assert "  一：待补充" in lines(found)


def test_an_empty_list_of_duties_says_so_and_its_notes_stay() -> None:
    none = cp.owed(station(4_999, 4_999), STEPS)
    assert lines_said(none)[-4:] == ["应尽义务", "  无。", "待补充情况", "  无。"]
    assert lines(none, detail="short") == ["无：没有适用的强制条款。", "依据：某县通知"]
    nursery = cp.owed(cp.Institution(), MONEY)
    assert any("时限：10个工作日内" in one for one in lines(nursery))
    silent = seen(cp.owed(cp.Room(), SILENT, on=date(2024, 5, 1)))
    assert silent.notes == ("该文件在2024年5月1日是否施行不明，仍按其条文判断。",)


def test_the_readings_taken_are_said_with_all() -> None:
    found = cp.owed(MALL, SHUANGLIAO)
    assert not any("同样约束" in one for one in lines_said(found))
    assert any("同样约束" in one for one in lines_said(found, detail="all"))


# --- grades ---------------------------------------------------------------------------------


def test_a_grade_and_what_the_next_one_takes() -> None:
    # Four stars from 16 m2; the room has 15.
    graded = cp.grade(cp.Room(clean=True, area_m2=15, independent=True), STARS)
    assert answer(graded) == (Mark.GOOD, "基本", "")
    said = lines(graded)
    at = said.index("三、升至四星")
    assert said[at + 1 : at + 3] == [
        "  面积为15平方米（尚差1平方米）",
        "  须达到：面积不少于16平方米",
    ]
    assert lines(graded, detail="short") == ["基本", "条款：二"]
    assert answer(graded, "en")[1] == "Base"


def test_a_grade_that_is_open_or_the_highest() -> None:
    assert answer(cp.grade(cp.Room(), STARS)) == (
        Mark.OPEN,
        "待补充",
        "可能等级：至多五星，也可能不入级。",
    )
    none = cp.grade(cp.Room(clean=False), STARS)
    assert answer(none) == (Mark.NONE, "未达到任何一级", "")
    highest = cp.grade(cp.Room(clean=True, area_m2=16, independent=True, existing=True), STARS)
    assert not any("升至" in one for one in lines(highest))


def test_a_grade_that_nothing_stands_in_the_way_of_and_nothing_can_reach() -> None:
    never = w.grade("b", "乙级", cp.all_of(room.area_m2 > 5, room.area_m2 < 5))
    chapter = w.clause(
        "1", "一", "可以", "评级", w.grading("g", "评级", w.grade("a", "甲级", room.clean), never)
    )
    grading = w.Plan.of("own", "办法", chapter, issuer="某县").gradings["g"]
    said = lines(cp.grade(cp.Room(clean=True), grading))
    assert said[said.index("三、升至乙级") + 1] == "  无。"


# --- a finding by itself --------------------------------------------------------------------


def test_a_finding_says_its_answer_and_all_that_was_looked_at() -> None:
    found = cp.assess(MALL, SHUANGLIAO).finding("4.1.b")
    view = seen(found)
    assert (view.title, view.source) == (
        "建筑面积超过10000平方米的公共场所，应有使用面积不少于10平方米的独立母婴室",
        "条款：四（一）",
    )
    assert answer(found) == (
        Mark.BAD,
        "不符合",
        "第1间母婴室的使用面积为8平方米，按要求应不少于10平方米",
    )
    assert any("建筑面积" in one for one in lines(found)[2:])
    assert lines(found, detail="short") == [
        "不符合：第1间母婴室的使用面积为8平方米，按要求应不少于10平方米",
        "条款：四（一）",
    ]


def test_a_finding_that_is_open_asks_first_what_is_missing_first() -> None:
    a = cp.assess(MALL, SHUANGLIAO)
    assert answer(a.finding("7.2.c"))[2] == ("须补充2项情况，首先是：第1间母婴室是否整洁卫生？")
    assert answer(a.finding("4.2.b"), "en")[2].startswith("1 fact is to be stated: ")
    assert answer(a.finding("4.1.a")) == (Mark.NONE, "不适用", "")


def test_a_benefit_and_a_term_by_themselves() -> None:
    a = cp.assess(MALL, SHUANGLIAO)
    assert answer(a.benefit("6")) == (
        Mark.OPEN,
        "待补充",
        "须补充1项情况：是否已获落实财政建设补助？",
    )
    assert answer(a.definition("4.1.c")) == (Mark.GOOD, "属于该用语", "四（一）所列公共场所")
    other = cp.assess(cp.Venue(category=cp.VenueCategory.OTHER), SHUANGLIAO)
    assert answer(other.definition("4.1.c"), "en")[:2] == (
        Mark.NONE,
        "Does not fall under the term",
    )


def test_a_ladder_by_itself_says_what_is_broken_whichever_binds() -> None:
    (found,) = cp.assess(station(7_000, None), STEPS).findings
    assert answer(found)[:2] == (Mark.BAD, "不符合")
    assert "可能适用的各档：五千至一万：6平方米、超过一万：10平方米" in lines(found)


# --- remedies -------------------------------------------------------------------------------


def test_a_remedy_by_itself_numbers_its_options() -> None:
    (remedy,) = cp.remedies(cp.assess(MALL, SHUANGLIAO))
    assert answer(remedy) == (Mark.TIP, "", "有2种整改方式，任选其一。")
    assert lines(remedy)[2:] == [
        "1. 将第1间母婴室的使用面积由8平方米增至10平方米以上（含）",
        "2. 增设1间独立母婴室，使用面积不少于10平方米",
    ]
    assert len(lines(remedy, detail="short")) == 2
    (one,) = cp.remedies(cp.assess(station(12_000, 0), STEPS))
    assert answer(one, "en") == (Mark.TIP, "", "1 way mends it.")


def test_a_remedy_that_there_is_none_of_says_what_stands_in_the_way() -> None:
    # Whether a room is old nobody changes.
    rule = w.Rule(clause=MUST, requires=~room.existing)
    (remedy,) = cp.remedies(cp.assess(cp.Room(existing=True), plan_of(rule)))
    assert answer(remedy) == (Mark.BAD, "", "现有条件无法通过整改达标")
    assert lines(remedy)[2:] == ["已建成"]
