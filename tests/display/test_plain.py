"""Texts and tables of Markdown, one by one."""

from careplan.display.plain import inner, markdown_table, nested, plain


def test_a_line_is_part_of_the_one_it_is_further_in_than() -> None:
    lines = ["    a", "        b", "      c", "   d", "", "e"]
    assert nested(lines) == "- a\n  - b\n  - c\n- d\n- \n- e"


def test_a_text_is_on_one_line() -> None:
    assert inner(" 甲\n\t乙　丙 ") == "甲 乙 丙"
    assert plain("-\n1.") == r"\- 1."


def test_figures_stand_to_the_right() -> None:
    assert markdown_table(["a", "b"], [["1", "2"]]) == "| a | b |\n| --- | --- |\n| 1 | 2 |"
    assert "| --- | ---: |" in markdown_table(["a", "b"], [], [False, True])
