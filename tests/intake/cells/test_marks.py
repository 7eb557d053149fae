"""What any cell may hold: nothing, words for it, masks, errors; texts; and values from anywhere."""

from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
import pytest
from foreign import NAType

from careplan.fields.declaring import facts_declared
from careplan.intake.cells.days import day_cell
from careplan.intake.cells.flags import flag_cell
from careplan.intake.cells.habits import Habits
from careplan.intake.cells.marks import LONGEST, behind_label, text_cell
from careplan.intake.cells.members import member_cell, members_cell
from careplan.intake.cells.numbers import number_cell
from careplan.intake.cells.taken import Doubt, Taken
from careplan.nouns.care.institutions import Institution, Setting

SPECS = facts_declared(Institution)
READERS: dict[str, Callable[[Any, Habits], Taken | Doubt]] = {
    "number": lambda raw, habits: number_cell(raw, SPECS["slots"], habits),
    "day": day_cell,
    "flag": lambda raw, habits: flag_cell(raw, SPECS["inclusive"], habits),
    "member": lambda raw, habits: member_cell(raw, Setting, habits),
    "members": lambda raw, habits: members_cell(raw, Setting, habits),
    "text": text_cell,
}


# A foreign value of which nothing can be asked.
Hostile = type("Hostile", (), {"__class__": property(lambda _: 1 // 0)})

# What holds whatever the fact is.
EACH = pytest.mark.parametrize("read", READERS.values(), ids=READERS)


@EACH
@pytest.mark.parametrize(
    "raw",
    [
        *("", " ", "\u3000", "\ufeff", "-", "－", "–", "—", "——", "−", "----", "/", "／"),
        *("无数据", "无 数据", "未知", "待填", "NaN", "nan", "NA", None, float("nan")),
        *(NAType(), np.float64("nan"), np.datetime64("NaT", "D")),
    ],
    ids=lambda one: type(one).__name__ if not isinstance(one, str) else repr(one),
)
def test_nothing_is_not_stated(read: Callable[..., Any], raw: object) -> None:
    assert read(raw, Habits()) == Taken(None)


@EACH
@pytest.mark.parametrize(
    ("raw", "code"),
    [
        *((raw, "perhaps_not_stated") for raw in ("N/A", "n/a", "null", "None", "…", "……")),
        *((raw, "perhaps_not_stated") for raw in ("未统计", "未填寫", "(跳过)", "（空）", "暂无")),
        *((raw, "perhaps_not_stated") for raw in ("undefined", "不详", "Not applicable")),
        *((raw, "spreadsheet_error") for raw in ("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "###")),
        *((raw, "spreadsheet_error") for raw in ("#NAME?", "#NULL!", "#NUM!", "＃Ｎ/Ａ")),
        *((raw, "masked") for raw in ("*", "***", "＊", "(略)", "（ 略 ）")),
        *((raw, "ditto") for raw in ("同上", "〃", "″", "同 上")),
        ("=SUM(B2:B9)", "formula"),
        ("甲\ufffd", "damaged"),
        ("&nbsp;甲", "damaged"),
        ("甲<br/>乙", "damaged"),
        ("托(tuo)位(wèi)", "damaged"),
        ("甲" * (LONGEST + 1), "too_long"),
        (float("inf"), "no_value"),
        (1.1 + 2.2, "computed"),
        (10**16, "out_of_range"),
        (b"1", "no_value"),
        ([1], "no_value"),
        ({"a": 1}, "no_value"),
        (object(), "no_value"),
    ],
    ids=lambda one: type(one).__name__ if not isinstance(one, str) else repr(one)[:20],
)
def test_what_says_no_value_is_a_doubt(read: Callable[..., Any], raw: object, code: str) -> None:
    assert read(raw, Habits()).code == f"cell.{code}"


@EACH
def test_the_words_of_the_caller_go_first(read: Callable[..., Any]) -> None:
    said = Habits(not_stated=["N/A", "#N/A", "同上", "ｘ"], withheld=["非公開"])
    for word in ("N/A", "n/a", "#N/A", "同上", "X"):
        assert read(word, said) == Taken(None)
    assert read(" 非公開 ", said) == Taken(None, ("非公開",))


@EACH
def test_a_value_that_raises_is_a_doubt(read: Callable[..., Any]) -> None:
    assert read(Hostile(), Habits()).code == "cell.no_value"


def test_values_of_numpy_are_read() -> None:
    assert READERS["number"](np.int64(60), Habits()) == Taken(60)
    assert READERS["number"](np.float64(60.0), Habits()) == Taken(60)
    assert READERS["number"](np.str_("60"), Habits()) == Taken(60)
    assert READERS["flag"](np.bool_(1), Habits()) == Taken(value=True)
    assert READERS["day"](np.datetime64("2024-06-30"), Habits()) == Taken(date(2024, 6, 30))


@pytest.mark.parametrize(
    ("raw", "text", "notes"),
    [
        ("甲托育园", "甲托育园", ()),
        (" 甲托育园\u200b", "甲托育园", ()),
        ("甲（一）园，分园", "甲（一）园，分园", ()),  # as it is written
        ("甲　园", "甲　园", ()),
        ("0040", "0040", ()),
        ("1E05", "1E05", ()),
        ("Ａ园①", "Ａ园①", ()),
        ("⼤⽂⼭园", "大文山园", ("⼤⽂⼭园",)),  # Kangxi radicals
        ("\uf9d1园", "六园", ("\uf9d1园",)),  # a compatibility ideograph
        ("无", "无", ()),
    ],
)
def test_a_text_is_kept_as_it_is_written(raw: str, text: str, notes: tuple[str, ...]) -> None:
    assert text_cell(raw, Habits()) == Taken(text, notes)


@pytest.mark.parametrize(
    ("raw", "code", "suggestion"),
    [
        (40, "no_text", "40"),  # 0040 before a spreadsheet took it for a number
        (40.0, "no_text", "40"),
        (True, "no_text", "True"),
        (date(2024, 6, 30), "no_text", "2024-06-30"),
        (Setting.OTHER, "no_text", "other"),
        ("乙 (略) 城东分公司", "masked", None),
        ("张*", "masked", None),
        ("甲\n园", "unseen", "甲园"),
        ("甲\u200b园", "unseen", "甲园"),
        ("North\nNursery", "unseen", "North Nursery"),
    ],
)
def test_what_is_not_certain_is_no_text(raw: object, code: str, suggestion: object) -> None:
    found = text_cell(raw, Habits())
    assert isinstance(found, Doubt)
    assert (found.code, found.suggestion) == (f"cell.{code}", suggestion)


def test_the_longest_cell_is_read() -> None:
    longest = "甲" * LONGEST
    assert text_cell(longest, Habits()) == Taken(longest)
    assert text_cell("-" * 4, Habits()) == Taken(None)
    assert text_cell("-" * 5, Habits()) == Taken("-" * 5)  # a line, or somebody's joke


def test_a_label_is_what_stands_before_one_colon() -> None:
    assert behind_label("母婴室数：2间") == "2间"
    assert behind_label("母婴室数:") == ""
    assert behind_label("10:30") is None
    assert behind_label("甲：乙：丙") is None
