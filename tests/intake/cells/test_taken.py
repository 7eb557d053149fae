"""A doubt can be said in both languages, whatever it is about; habits are checked."""

from datetime import date
from typing import Any

import pytest

from careplan.base.errors import InvalidInput
from careplan.base.sentences.cells import CELLS
from careplan.intake.cells.habits import Habits
from careplan.intake.cells.taken import NOT_STATED, Doubt
from careplan.nouns.care.institutions import Setting


@pytest.mark.parametrize(
    ("suggestion", "zh", "en"),
    [
        (6, "6", "6"),
        (date(2024, 6, 30), "2024年6月30日", "30 June 2024"),
        (Setting.COMMUNITY, "社区", "community"),
        (True, "是", "yes"),
        ("全日托、半日托", "全日托、半日托", "全日托、半日托"),
        (NOT_STATED, "未说明", "not stated"),
    ],
)
def test_a_suggestion_is_said_in_both_languages(suggestion: object, zh: str, en: str) -> None:
    problem = Doubt("cell.not_a_day", suggestion=suggestion).problem("on", "x")
    assert (problem.path, problem.code, problem.value) == ("on", "cell.not_a_day", "x")
    said = Doubt("cell.no_member", suggestion=suggestion).problem("on", "x")
    assert zh in said.text("zh")
    assert en in said.text("en")


def test_what_is_not_suggested_is_not_said() -> None:
    assert Doubt("cell.no_member").problem("on", "x").text("en").endswith("'x'")


def test_a_doubt_is_a_value() -> None:
    assert Doubt("cell.rate", {"unit": "元"}) == Doubt("cell.rate", {"unit": "元"})
    assert len({Doubt("cell.rate", {"unit": "元"}), Doubt("cell.rate", {"unit": "元"})}) == 1


def test_every_sentence_is_of_a_cell_or_a_place() -> None:
    assert {code.partition(".")[0] for code in CELLS} == {"cell", "place"}


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ({"not_stated": "未统计"}, "not_stated"),
        ({"withheld": [1]}, "withheld"),
        ({"yes": [Setting.OTHER]}, "yes"),
        ({"separators": [""]}, "separators"),
        ({"synonyms": [("a", Setting.OTHER)]}, "synonyms"),
        ({"synonyms": {"a": "other"}}, "synonyms.a"),
        ({"synonyms": {1: Setting.OTHER}}, "synonyms[1]"),
        ({"roc": 1}, "roc"),
    ],
)
def test_habits_are_checked(said: dict[str, Any], path: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        Habits(**said)
    assert [problem.path for problem in caught.value.problems] == [path]


def test_all_that_is_wrong_with_habits_is_said_at_once() -> None:
    wrong: Any = {"no": "否", "synonyms": None, "serials": None}
    with pytest.raises(InvalidInput) as caught:
        Habits(**wrong)
    assert [problem.path for problem in caught.value.problems] == ["no", "synonyms", "serials"]


def test_habits_are_values() -> None:
    assert hash(Habits(yes=["○"])) == hash(Habits(yes=("○",)))
