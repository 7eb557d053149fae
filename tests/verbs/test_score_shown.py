"""The display of a score: `look/b` of the drawn displays is the acceptance of a care room."""

from decimal import Decimal
from typing import Any

import attrs
import pytest

import careplan as cp
from careplan import writing as w
from careplan.base.exact import ratio
from careplan.display.views.parts import Detail, Figure, Grid, Key, Part, View
from careplan.display.views.shapes import Box, Hatch, Label, Stroke
from careplan.display.views.words import Mark, Strong, Tag
from careplan.verbs.scoring.otherwise import changes, otherwise
from careplan.verbs.scoring.scores import Score

BDA = cp.get_plan("bda_2017")
CARE_ROOM = BDA.scorecards["care_room"]
# The marks of the drawn display: care materials (10) are not marked yet.
DRAWN: dict[str, Any] = {"area": 20, "cleanliness": 18, "equipment": 40, "management": 10}
ROOM = cp.facts(cp.Room)


def view(one: Score, language: str = "zh", detail: Detail = Detail.NORMAL) -> View:
    return one._view(language, detail)  # noqa: SLF001 - what is written out


def part_called(one: Score, title: str, language: str = "zh") -> Part | None:
    return next((part for part in view(one, language).parts if part.title == title), None)


def block(shown: View, kind: Any, part: int = 0) -> Any:
    return next(one for one in shown.parts[part].blocks if isinstance(one, kind))


def sheet(*items: Any, pass_mark: Any = None, bands: Any = ()) -> w.Scorecard:
    return of_plan(w.sheet("s", "验收表", *items, pass_mark=pass_mark, bands=bands))


def of_plan(made: Any, *questions: Any) -> w.Scorecard:
    listed = [w.clause("1", "一", "应当", "百分制", made)]
    plan = w.Plan.of("own", "验收", listed, issuer="某县", questions=questions)
    return plan.scorecards["s"]


# --- as drawn -------------------------------------------------------------------------------


def test_the_drawn_score_is_shown_as_drawn() -> None:
    shown = view(cp.score(CARE_ROOM, DRAWN))
    assert shown.title == "母婴关爱室验收评分"
    assert shown.source == "依据：关于推进“爱心妈咪小屋”、母婴关爱室建设的通知　附件4 注"
    assert shown.answer is not None
    assert (shown.answer.mark, shown.answer.word) == (Mark.OPEN, "尚不能判断")
    assert shown.answer.sentence == (
        "已得88分，最高可得98分，合格线90分。护理材料（10分）未评，须得2分以上（含）方为合格。"
    )
    grid = block(shown, Grid)
    rows = [[cell.words for cell in line.cells if cell.picture is None] for line in grid.lines]
    assert rows == [
        ["1", "面积", "20", "20", Tag(Mark.GOOD, "得满分")],
        ["2", "整洁度", "20", "18", Tag(Mark.NONE, "失2分")],
        ["3", "设施配置", "40", "40", Tag(Mark.GOOD, "得满分")],
        ["4", "护理材料", "10", "0～10", Tag(Mark.OPEN, "未评")],
        ["5", "管理制度", "10", "10", Tag(Mark.GOOD, "得满分")],
    ]
    (total,) = grid.foot
    assert [cell.words for cell in total.cells] == [
        "", "合计", Strong("100"), Strong("88～98"), "", Tag(Mark.OPEN, "待评1项，10分未定"),
    ]  # fmt: skip
    assert grid.right == "单位：分"


def test_every_item_is_on_one_scale_per_point() -> None:
    grid = block(view(cp.score(CARE_ROOM, DRAWN)), Grid)
    # 168 wide for the heaviest item of 40: 4.2 a point.
    tracks = [line.cells[4].picture.shapes[0].width for line in grid.lines]
    assert tracks == pytest.approx([84, 84, 168, 42, 42])
    assert grid.lines[1].cells[4].picture.shapes[1] == Box(0, 3, 75.6, 14)  # 18 points
    assert grid.lines[3].cells[4].picture.shapes[1] == Hatch(0, 3, 42, 14)  # nobody marked it


def test_the_bar_of_the_whole_has_the_line_to_pass() -> None:
    shown = view(cp.score(CARE_ROOM, DRAWN))
    drawn = block(shown, Figure).picture
    (line,) = (one for one in drawn.shapes if isinstance(one, Stroke))
    assert line.points[0][0] == pytest.approx(1 + 90 * 438 / 100)
    assert [one.text for one in drawn.shapes if isinstance(one, Label)] == [
        "合格线90分", "已得88分", "未评10分",
    ]  # fmt: skip
    assert drawn.alt == "总分条：已得88分，最高可得98分，合格线90分，未评10分"
    assert [text for _, text in block(shown, Key).items] == ["已得", "未评", "失分", "合格线"]


def test_a_figure_of_the_picture_is_in_the_text() -> None:
    said = cp.score(CARE_ROOM, DRAWN).explain("zh")
    assert all(figure in said for figure in ("88", "98", "90分", "失2分"))


@pytest.mark.parametrize(("low", "high"), [(0, 100), (100, 100), (0, 0), (1, 2), (99, 100)])
def test_labels_of_the_bar_stay_on_it_and_apart(low: int, high: int) -> None:
    one = sheet(w.item("a", "甲", 100), w.item("b", "乙", 0), pass_mark=1)
    items = cp.score(one, {"a": 50}).items
    forced = attrs.evolve(items[0], low=low, high=high)
    shown = view(attrs.evolve(cp.score(one, {"a": 50}), items=(forced, items[1])))
    labels = [s for s in block(shown, Figure).picture.shapes if isinstance(s, Label)]
    assert all(45 <= label.x <= 395 for label in labels)
    below = [label.x for label in labels if label.y == 64]
    assert len(below) < 2 or below[1] - below[0] >= 90


# --- answers --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marks", "word", "sentence"),
    [
        ({**DRAWN, "care_materials": 10}, "合格", "得98分，合格线90分。"),
        ({**DRAWN, "care_materials": 1}, "不合格", "得89分，合格线90分。未达合格线。"),
        ({**DRAWN, "cleanliness": 20}, "合格",
         "已得90分，最高可得100分，合格线90分。未评项目无论得多少分，均为合格。"),
        ({"area": 0}, "不合格", "已得0分，最高可得80分，合格线90分。最高可得分仍达不到合格线。"),
        ({}, "尚不能判断",
         "已得0分，最高可得100分，合格线90分。5项未评，合计须得90分以上（含）方为合格。"),
    ],
)  # fmt: skip
def test_the_answer_says_what_the_marks_come_to(marks: Any, word: str, sentence: str) -> None:
    answer = view(cp.score(CARE_ROOM, marks)).answer
    assert answer is not None
    assert (answer.word, answer.sentence) == (word, sentence)
    assert (
        cp.score(CARE_ROOM, marks).explain(detail="short").split("\n")[0] == f"{word}：{sentence}"
    )


def test_without_a_line_nothing_is_judged_and_none_is_drawn() -> None:
    shown = view(cp.score(sheet(w.item("a", "甲", 10)), {"a": 4}))
    assert shown.answer is not None
    assert (shown.answer.mark, shown.answer.word) == (Mark.NONE, "不判合格")
    assert shown.notes == ("文件未载合格线，只列得分，不判合格与否。",)
    assert not [one for one in block(shown, Figure).picture.shapes if isinstance(one, Stroke)]
    assert [text for _, text in block(shown, Key).items] == ["已得", "失分"]


def total_state(score: Any) -> str:
    """Return what stands as the state of the row of the total."""
    (total,) = block(view(score), Grid).foot
    return str(total.cells[5].words.word)


def test_what_must_pass_and_what_fails_are_said() -> None:
    one = sheet(
        w.item("fire", "消防", 0, must_pass=True),
        w.item("care", "照护", 50, least=30),
        pass_mark=30,
    )
    states = {
        (True, 50): ("通过", "得满分"),
        (False, 29): ("未通过，须通过", "未达最低30分"),
        (None, None): ("未评，须达标", "未评，须达标"),
        (True, Decimal("30.5")): ("通过", "失19.5分"),
    }
    for (fire, care), expected in states.items():
        grid = block(view(cp.score(one, {"fire": fire, "care": care})), Grid)
        assert tuple(line.cells[5].words.word for line in grid.lines) == expected
    # What is only passed or not brings no points: none are open.
    assert total_state(cp.score(one, {"care": 50})) == "待评1项"
    said = cp.score(one, {"care": 50}).explain("zh").split("\n")[0]
    assert said == "尚不能判断：得50分，合格线30分。消防须通过，尚未评定。"
    said = cp.score(one, {"fire": False}).explain("en").split("\n")[0]
    assert "Short of what must be reached whatever the total: 消防 [zh]." in said


def test_items_that_may_not_apply_leave_the_answer_open() -> None:
    one = sheet(w.item("a", "甲", 20, applies=ROOM.independent), w.item("b", "乙", 80),
                pass_mark=w.percent(80))  # fmt: skip
    # 63 points of 80 are short of 64; with the 20 of the other 83 of 100 pass.
    s = cp.score(one, {"a": 20, "b": 63})
    assert total_state(s) == "20分未定"  # of an item that is marked, and may not apply
    assert s.explain("zh").split("\n")[0] == (
        "尚不能判断：已得63分，最高可得83分，适用项目满分80～100分，合格线为适用项目满分的80%。"
        "能否合格，取决于尚待明确的项目是否适用。"
    )
    assert not [s for s in block(view(s), Figure).picture.shapes if isinstance(s, Stroke)]
    only = sheet(w.item("a", "甲", 20, applies=ROOM.independent), pass_mark=10)
    assert "各项是否适用尚不明确。" in cp.score(only, {"a": 20}).explain("zh")
    none = cp.score(only, {}, room=cp.Room(independent=False))
    assert none.explain("zh").split("\n")[0] == "不适用：本表各项均不适用。"
    assert view(none).parts[0].blocks == ()
    everything = block(view(none, detail=Detail.ALL), Grid)
    assert [cell.words for cell in everything.lines[0].cells][3:] == [
        "—", "", Tag(Mark.NONE, "不适用"), "一",
    ]  # fmt: skip


def test_the_line_of_a_share_is_drawn_where_it_is_settled() -> None:
    one = sheet(w.item("a", "甲", 20), w.item("b", "乙", 80), pass_mark=w.percent(80))
    drawn = block(view(cp.score(one, {"a": 20, "b": 63})), Figure).picture
    (line,) = (each for each in drawn.shapes if isinstance(each, Stroke))
    assert line.points[0][0] == pytest.approx(1 + 80 * 4.38)


def test_bands_without_cut_points_and_with_them() -> None:
    unknown = sheet(w.item("a", "甲", 20), bands=[w.band("poor", "一般"), w.band("good", "良好")])
    part = part_called(cp.score(unknown, {"a": 3}), "档次")
    assert part is not None
    assert "文件未载各档分数线，不能判断属于哪一档（一般、良好）。" in str(part)
    first = w.item("a", "甲", 20, applies=ROOM.independent)
    bands = [w.band("poor", "一般", w.percent(1)), w.band("good", "良好", w.percent(80))]
    known = sheet(first, w.item("b", "乙", 80), bands=bands)
    said = cp.score(known, {"a": 20, "b": 63}).explain("zh")
    assert "可能的档次：一般、良好" in said


# --- readings -------------------------------------------------------------------------------


def test_another_reading_that_refuses_a_mark_is_said() -> None:
    s = cp.score(CARE_ROOM, DRAWN)
    part = part_called(s, "条文理解")
    assert part is not None
    (grid,) = part.blocks
    assert isinstance(grid, Grid)
    (line,) = grid.lines
    # As drawn: under "all or nothing" 18 of 20 cannot be given; then 70 to 100.
    assert [cell.words for cell in line.cells if cell] == [
        "单项能否得部分分数",
        Strong("由评分人员评定"),
        "满分或零分",
        "整洁度的评分不成立，须重评；得分变为70～100分",
    ]


def test_a_reading_that_changes_nothing_is_said_only_on_request() -> None:
    s = cp.score(CARE_ROOM, {**DRAWN, "cleanliness": 20, "care_materials": 10})
    assert part_called(s, "条文理解") is None
    everything = s.explain("zh", detail="all")
    assert "若采用另一种：结果不变" in everything


def test_marks_that_the_room_set_are_not_taken_for_given() -> None:
    room = cp.Room(use=cp.RoomUse.CARE_ROOM, area_m2=20)
    s = cp.score(CARE_ROOM, {"management": 10}, room=room, readings={"marking": "all_or_nothing"})
    by_assessor = next(each for each in otherwise(s) if each.taken.interpretation.id == "marking")
    assert changes(s, by_assessor)
    # The 20 for the area were the room's, the 10 for management were given.
    assert (by_assessor.other.low, by_assessor.refused) == (10, ())


def test_an_outcome_that_would_become_another_is_said() -> None:
    room = cp.Room(use=cp.RoomUse.CARE_ROOM, area_m2=20, usable_area_m2=9)
    marks = {"cleanliness": 20, "equipment": 40, "care_materials": 10, "management": 0}
    s = cp.score(CARE_ROOM, marks, room=room, readings={"marking": "all_or_nothing"})
    assert s.outcome is cp.Outcome.MET  # 90 by the area as it is reported
    said = [line for line in s.explain("zh").split("\n") if "结论变为" in line]
    # 70 by the usable area, which is below 10; 70 to 90 where the assessor marks it.
    assert said == [
        "    若采用另一种：结论变为“不合格”；得分变为70分",
        "    若采用另一种：结论变为“尚不能判断”；得分变为70～90分",
    ]


def test_bands_that_another_reading_moves_are_said() -> None:
    asked = w.question("cut", "1", "分数线", low="六十分", high="八十分")
    bands = [w.band("poor", "一般", 0), w.band("good", "良好", w.choose(asked, low=60, high=80))]
    made = w.sheet("s", "验收表", w.item("a", "甲", 100), pass_mark=None, bands=bands)
    said = cp.score(of_plan(made, asked), {"a": 70}).explain("zh")
    assert "若采用另一种：可能的档次：一般" in said


def test_hostile_names_stay_text() -> None:
    one = sheet(w.item("a", "<script>alert(1)</script>", 10), pass_mark=5)
    assert "<script>" not in cp.score(one, {}).to_html()
    assert ratio(one.max_points) == 10
