"""Displays as lines of text: the answer first, parts below their headings, no pictures."""

import pytest
from drawn import agenda, clause, drawn, english, ledger, matrix, registration

from careplan.display.views.parts import (
    Answer,
    Entry,
    Form,
    Grid,
    Head,
    Line,
    Listing,
    Paragraph,
    Role,
    View,
    line,
    part,
)
from careplan.display.views.words import Mark
from careplan.display.written.lines import answer_line, lines_of


def told(view: View, language: str = "zh") -> list[str]:
    """Return the lines of a view."""
    return list(lines_of(view, language))


@pytest.mark.parametrize(("name", "view", "language"), tuple(drawn()))
def test_the_answer_comes_first_and_no_line_is_empty(name: str, view: View, language: str) -> None:
    assert name
    lines = told(view, language)
    assert lines[0] == answer_line(view, language)
    assert all(one.strip() and "\n" not in one for one in lines)


def test_an_answer_is_a_word_a_sentence_or_the_title() -> None:
    assert answer_line(View("甲", answer=Answer("乙", Mark.BAD, "丙")), "zh") == "丙：乙"
    assert answer_line(View("甲", answer=Answer("乙", Mark.BAD, "丙")), "en") == "丙: 乙"
    assert answer_line(View("甲", answer=Answer("", Mark.GOOD, "丙")), "zh") == "丙"
    assert answer_line(View("甲", answer=Answer("乙")), "zh") == "乙"
    assert answer_line(View("甲"), "zh") == "甲"


def test_a_row_is_its_name_and_state_and_each_other_cell() -> None:
    lines = told(ledger())
    assert lines[1:4] == [
        "依据：《2023—2025年度千人口托位数指标任务台账》　大政办发〔2023〕33号",
        "数据截至2024年9月30日　单位：个",
        "田家街道：未达标",
    ]
    assert lines[4:9] == [
        "  现有：6月底 90",
        "  应达：109",
        "  差额：19",
        "  2024年底目标：328",
        "  每月需新增：80",
    ]
    assert "合计：已达标" in lines


def test_notes_are_behind_their_word_or_numbered_below_it() -> None:
    assert told(ledger())[-3:] == [
        "注：",
        "  1. 未上报1个：王家街道。未上报不按0计。",
        "  2. “6月底”为2024年6月30日的数，此后未再报。",
    ]
    assert told(matrix())[-1] == "注：空格表示未列该单位。"
    assert told(english(), "en")[-3] == "Notes:"
    assert told(View("甲", made=("乙",))) == ["甲", "乙"]


def test_a_row_below_one_that_reaches_down_goes_on() -> None:
    lines = told(registration())
    at = lines.index("  法人类型是什么？")
    assert lines[at + 1 : at + 4] == [
        "    若：事业单位",
        "    剩余途径：一、二",
        "    若：社会服务机构；剩余途径：三、四",
    ]


def test_steps_quotations_pictures_and_lists() -> None:
    assert "  注册登记：已办" in told(registration())
    assert "    托育机构 → 县级市场监管部门" in told(registration())
    assert "  已建成的，做好改造完善。" in told(clause())
    assert "    二级" in [one.removeprefix("  ") for one in told(clause())]
    alt = "2023年底应达262个，2024年底应达792个；2024年9月底已报5个镇街，不少于359个"
    assert f"  {alt}" in told(ledger())
    numbered = View("甲", parts=(part("", Listing(("乙", "丙"), numbered=True)),))
    assert told(numbered) == ["甲", "1. 乙", "2. 丙"]
    assert "  事项：动员部署（阶段；各成员单位）" in told(agenda())


def test_a_grid_may_say_each_row_in_one_line() -> None:
    heads = (Head("名", Role.NAME), Head("态", Role.STATE), Head("数", Role.FIGURE))
    rows = (line("甲", "好", "1"), line("", "坏", ""), line("乙", "", Entry("2", ("丙",))))
    grid = Grid("", heads, rows, form=Form.PLAIN, one_line=True)
    lines = told(View("标", parts=(part("表", grid, Paragraph("尾")),)))
    assert lines == ["标", "表", "  甲：好；数：1", "  坏", "  乙；数：2；  1. 丙", "  尾"]


@pytest.mark.parametrize(
    ("language", "asked", "said"),
    [("zh", "甲？", "甲？乙：丙"), ("en", "A?", "A? 乙: 丙"), ("zh", "甲", "甲；乙：丙")],
)
def test_a_question_in_a_row_has_its_own_stop(language: str, asked: str, said: str) -> None:
    heads = (Head("问", Role.NAME), Head("乙"))
    grid = Grid("丁", heads, (line(asked, "丙"),), one_line=True)
    assert told(View("戊", parts=(part("", grid),)), language)[1:] == [said]


@pytest.mark.parametrize(("language", "head"), [("zh", "乙："), ("en", "乙:")])
def test_a_cell_that_only_lists_has_nothing_behind_its_heading(language: str, head: str) -> None:
    heads = (Head("甲", Role.NAME), Head("乙"))
    grid = Grid("丙", heads, (Line((Entry("丁"), Entry(listed=("戊", "己")))),))
    view = View("庚", parts=(part("", grid),))
    assert told(view, language) == ["庚", "丁", f"  {head}", "    1. 戊", "    2. 己"]
