"""Yes and no in cells: by words that say one of them."""

from datetime import date

import pytest

from careplan.fields.declaring import facts_declared
from careplan.intake.cells.flags import flag_cell
from careplan.intake.cells.habits import Habits
from careplan.intake.cells.taken import Doubt, Taken
from careplan.nouns.care.institutions import Institution, Setting
from careplan.nouns.facilities import Room

SPECS = {**facts_declared(Room), **facts_declared(Institution)}


@pytest.mark.parametrize(
    ("raw", "fact", "value"),
    [
        *((raw, "inclusive", True) for raw in ("是", " 是", "有", "√", "Y", "y", "Ｙ", "Yes", "1")),
        *((raw, "inclusive", True) for raw in ("TRUE", 1, 1.0, True, "普惠")),
        *((raw, "inclusive", False) for raw in ("否", "无", "無", "×", "N", "no", "0", "false")),
        *((raw, "inclusive", False) for raw in (0, False, "非普惠", "不普惠")),
        *((raw, "inclusive", None) for raw in ("", None, "-", "—", float("nan"))),
        # 已备案 is short for the label 已向卫生健康部门备案.
        *((raw, "filed_with_health", True) for raw in ("已备案", "已向卫生健康部门备案")),
        *((raw, "filed_with_health", False) for raw in ("未备案", "未向卫生健康部门备案")),
        ("未登记", "registered", False),
        ("无杂物", "free_of_clutter", True),
        ("是", "free_of_clutter", True),
    ],
)
def test_a_yes_or_no_is_read(raw: object, fact: str, value: bool | None) -> None:
    assert flag_cell(raw, SPECS[fact], Habits()) == Taken(value)


@pytest.mark.parametrize(
    ("raw", "fact", "code", "suggestion"),
    [
        ("✓", "inclusive", "not_a_flag", "√"),
        ("✔", "inclusive", "not_a_flag", "√"),
        ("x", "inclusive", "not_a_flag", "×"),
        ("○", "inclusive", "not_a_flag", None),
        ("认定中", "inclusive", "not_a_flag", None),
        ("普惠托育园", "inclusive", "not_a_flag", None),
        ("是（在建）", "inclusive", "not_a_flag", None),
        ("是/否", "inclusive", "not_a_flag", None),
        (2, "inclusive", "code", None),
        ("3", "inclusive", "code", None),
        ("待备案", "filed_with_health", "not_a_flag", None),
        ("注销", "filed_with_health", "not_a_flag", None),
        ("非备案", "filed_with_health", "not_a_flag", None),
        ("已登记", "filed_with_health", "not_a_flag", None),
        ("是否设有母婴室：是", "inclusive", "label_inside", True),
        ("是否设有母婴室：未知数", "inclusive", "label_inside", None),
        # 无 in a column 无杂物 may be a yes or a no.
        ("无", "free_of_clutter", "denied_label", None),
        ("有", "free_of_clutter", "denied_label", None),
        ("1①", "inclusive", "raised", None),
        ("#VALUE!", "inclusive", "spreadsheet_error", None),
        (date(2024, 1, 1), "inclusive", "not_a_flag", None),
        (Setting.OTHER, "inclusive", "not_a_flag", None),
    ],
)
def test_what_is_not_certain_is_neither(
    raw: object, fact: str, code: str, suggestion: object
) -> None:
    found = flag_cell(raw, SPECS[fact], Habits())
    assert isinstance(found, Doubt)
    assert (found.code, found.suggestion) == (f"cell.{code}", suggestion)


def test_the_words_of_the_caller_go_first() -> None:
    spec = SPECS["inclusive"]
    assert flag_cell("○", spec, Habits(yes=["○"], no=["●"])) == Taken(value=True)
    assert flag_cell("●", spec, Habits(yes=["○"], no=["●"])) == Taken(value=False)
    assert flag_cell("无", spec, Habits(not_stated=["无"])) == Taken(None)
    assert flag_cell("", spec, Habits(blank_is_no=True)) == Taken(value=False)
    assert flag_cell("-", spec, Habits(blank_is_no=True)) == Taken(None)  # a dash is no blank
    both = flag_cell("是", spec, Habits(yes=["是"], no=["是"]))
    assert isinstance(both, Doubt)
    assert both.code == "cell.yes_and_no"
