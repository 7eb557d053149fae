"""Texts as JSON: without English they are written without it, and read back equal."""

import json
from typing import Any

import pytest
from chinese_only import PLAN, Keeper, Stall, Stand
from hypothesis import given
from hypothesis import strategies as st

import careplan as cp
from careplan import codec
from careplan.base.errors import InvalidInput, Problem
from careplan.base.text import Text

NOUNS = (Stall, Keeper)
WORDS = st.text(st.characters(codec="utf-8"), max_size=20)
TEXTS = st.builds(Text, zh=WORDS, en=st.none() | WORDS)


def refusing(text: Any) -> Problem:
    """Return a problem that says what was expected: a file holds that with what it is."""
    return Problem("at", "wrong_type", 3, {"expected": text})


def refusal(english: dict[str, Any]) -> Any:
    """Return such a problem as JSON, its text with what is given beside the Chinese."""
    data = codec.unstructure(refusing("甲"))
    return {**data, "parameters": {"expected": {"type": "both", **english}}}


@given(TEXTS)
def test_a_text_is_read_back_equal(text: Text) -> None:
    assert codec.loads(codec.dumps(text), Text) == text
    assert codec.loads(codec.dumps(refusing(text)), Problem) == refusing(text)


def test_a_text_without_english_is_written_without_it() -> None:
    # As whatever else equals its empty default; a blank text is one.
    assert codec.unstructure(Text(zh="甲")) == {"zh": "甲"}
    assert codec.unstructure(Text(zh="甲", en="")) == {"zh": "甲", "en": ""}
    assert codec.unstructure(refusing(Text(zh="甲"))) == refusal({"zh": "甲"})


@pytest.mark.parametrize("english", [{}, {"en": None}])
def test_null_and_no_key_are_no_english(english: dict[str, Any]) -> None:
    assert codec.structure({"zh": "甲", **english}, Text) == Text(zh="甲")
    data = refusal({"zh": "甲", **english})
    assert codec.structure(data, Problem) == refusing(Text(zh="甲"))


@pytest.mark.parametrize("data", [{"en": "a"}, {"zh": None}, {"zh": "甲", "en": 3}])
def test_a_text_needs_chinese_and_holds_texts(data: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput):
        codec.structure(data, Text)
    with pytest.raises(InvalidInput):
        codec.structure(refusal(data), Problem)


def test_the_schema_asks_for_chinese_only() -> None:
    assert codec.schema(Text)["$defs"]["Text"]["required"] == ["zh"]
    [both] = [
        one
        for one in codec.schema(Problem)["$defs"]["Value"]["anyOf"]
        if one.get("properties", {}).get("type") == {"const": "both"}
    ]
    assert both["required"] == ["type", "zh"]


def test_a_plan_without_english_is_read_back_equal() -> None:
    written = codec.dumps(PLAN)
    assert codec.loads(written, cp.Plan, nouns=NOUNS) == PLAN
    assert json.loads(written)["document"]["title"] == {"zh": "某县摊位方案"}


def test_a_member_without_english_is_written_and_read() -> None:
    for stand in Stand:
        for written in (str(stand.value), stand.name, stand.label.zh):
            assert codec.structure({"stand": written}, Stall) == Stall(stand=stand)
    with pytest.raises(InvalidInput, match="expected one of hall, street, 广场"):
        codec.structure({"stand": "None"}, Stall)
