"""A problem of a caller's own: its code is the caller's, and so is its sentence."""

import copy
import json
import pickle
from typing import Any

import pytest
from refusing import refused

from careplan.base.errors import InvalidInput, Problem
from careplan.base.messages import sentences
from careplan.base.refusing.phrases import Both
from careplan.base.text import Labelled, Text

ONLY = Text(zh="只有渡口有泊位", en="only a pier has berths")


class _Kind(Labelled):
    """An enum: a member is a text that is none."""

    PIER = ("pier", "渡口", "pier")


@pytest.mark.parametrize(
    "message", [ONLY, (ONLY.zh, ONLY.en), Both(ONLY.zh, "only a pier has berths")]
)
def test_a_sentence_in_two_languages(message: Any) -> None:
    problem = Problem("berths", "own.berths", 2, message=message)
    assert problem.text("zh") == "“berths”：只有渡口有泊位"
    assert problem.text("en") == "berths: only a pier has berths"
    assert (problem.sentence("en"), problem.code, problem.value) == (ONLY.en, "own.berths", 2)


@pytest.mark.parametrize("message", [ONLY.zh, Text(zh=ONLY.zh)])
def test_a_sentence_in_chinese_alone_is_marked(message: Any) -> None:
    problem = Problem("", "own.berths", 2, message=message)
    assert (problem.text("zh"), problem.text("en")) == (ONLY.zh, f"{ONLY.zh} [zh]")


def test_it_is_taken_as_it_is() -> None:
    # A brace is no placeholder, and what would break the line is shown as an escape.
    problem = Problem("x", "own", 2, {"n": 3}, message="{n}个\n泊位")
    assert problem.sentence("zh") == "{n}个\\n泊位"
    assert problem.parameters == {"n": 3}
    assert Problem("x", "own", 2, {"locator": "一"}, message="无").text("zh") == "一的“x”：无"


@pytest.mark.parametrize(
    "message",
    [
        "",
        "  ",
        ("只有渡口", ""),
        ("只有渡口", 3),
        3,
        _Kind.PIER,
        Text(zh=" "),
        ("甲",),
        ("甲", _Kind.PIER),
        ["甲", "a"],
    ],
)
def test_what_is_no_sentence_is_refused(message: Any) -> None:
    with pytest.raises(InvalidInput) as caught:
        Problem("berths", "own.berths", 2, message=message)
    assert [(one.path, one.code) for one in caught.value.problems] == [("message", "wrong_type")]


def test_a_code_of_ours_has_a_sentence_already() -> None:
    for code in sentences():
        with pytest.raises(InvalidInput) as caught:
            Problem("x", code, None, message=ONLY)
        assert [(one.path, one.code) for one in caught.value.problems] == [("code", "shadows")]
    for odd in (3, "", " ", None):
        assert refused(Problem, "x", odd, None, message=ONLY) == [("code", "wrong_type")]
    # Without a message an unknown code still cannot be said.
    assert refused(Problem, "x", "own.berths", None) == [("code", "no_such_code")]
    # All that is wrong is said at once.
    assert refused(Problem, "x", "required", None, message=3) == [
        ("message", "wrong_type"),
        ("code", "shadows"),
    ]


@pytest.mark.parametrize("message", [ONLY, (ONLY.zh, ONLY.en), ONLY.zh])
def test_it_goes_to_other_processes_and_forms(message: Any) -> None:
    error = InvalidInput([Problem("berths", "own.berths", object(), message=message)])
    for again in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):  # noqa: S301 - our own bytes
        assert [one.text("zh") for one in again.problems] == ["“berths”：只有渡口有泊位"]
        assert again.problems[0].text("en") == error.problems[0].text("en")
        assert again.problems[0].message == error.problems[0].message
    [row] = json.loads(json.dumps(error.to_records()))
    assert (row["code"], row["zh"]) == ("own.berths", "“berths”：只有渡口有泊位")
