"""A figure to be reached in words: its operator, the ends of a band, and what stands beside it."""

from datetime import date
from typing import Any

import pytest

import careplan as cp
from careplan import writing as w
from careplan.documents.wording.milestones import (
    due_text,
    figure_text,
    joined,
    notes,
    required_text,
)

DUE = date(2025, 12, 31)
IN_WORDS = ("文字表述的目标", "a goal in words")


@pytest.mark.parametrize(
    ("said", "plain", "required"),
    [
        # What is to be reached is at least to be reached; 以上 and 以下 include their number.
        ({"value": 1_200}, ("1200", "1,200"), ("不少于1200", "at least 1,200")),
        ({"value": 5, "op": w.Op.EQ}, ("恰为5", "exactly 5"), ("为5", "5")),
        ({"value": 5, "op": w.Op.GT}, ("超过5", "more than 5"), ("超过5", "more than 5")),
        ({"value": 5, "op": w.Op.LE}, ("5以下", "at most 5"), ("不超过5", "at most 5")),
        ({"value": 5, "op": w.Op.LT}, ("不满5", "less than 5"), ("少于5", "less than 5")),
        ({"value": w.Between(4, 5)}, ("4至5", "4 to 5"), ("4至5", "4 to 5")),
        (
            {"value": None, "words": cp.Text(zh="基本成型", en="basically formed")},
            ("基本成型", "basically formed"),
            ("基本成型", "basically formed"),
        ),
        (
            {"value": None},
            ("文字表述的目标", "a goal in words"),
            ("文字表述的目标", "a goal in words"),
        ),
    ],
)
def test_a_figure_in_words(said: Any, plain: tuple[str, str], required: tuple[str, str]) -> None:
    milestone = w.Milestone(DUE, **said)
    assert tuple(figure_text(milestone, language) for language in ("zh", "en")) == plain
    assert tuple(required_text(milestone, language) for language in ("zh", "en")) == required


def test_what_stands_beside_a_figure() -> None:
    scope = cp.Text(zh="公共场所", en="public places")
    milestone = w.Milestone(DUE, 5, scope=scope, strength=w.Strength.STRIVEN_FOR)
    assert joined(notes(milestone, "zh"), "zh") == "公共场所，力争"
    assert joined(notes(milestone, "en"), "en") == "public places, striven for"
    assert list(notes(w.Milestone(DUE, 5), "zh")) == []  # a figure that binds is plain
    assert due_text(milestone, "zh") == "2025年12月31日"
    assert due_text(milestone, "en") == "31 December 2025"
    assert due_text(w.Milestone(None, 5), "en") == "no date set"


def test_a_figure_that_the_document_does_not_print_is_shown_as_derived() -> None:
    total = w.Milestone(DUE, 60, derived=True)
    owed = w.ledger(
        "slots", "台账", {"甲镇": {2025: 60}}, totals=[total], precision=w.Precision.YEAR_END
    )
    entry = w.clause("1", "一", w.MUST, "各镇托位", owed)
    said = cp.Plan.of("own", "方案", (entry,), issuer="某县").show("1").explain("zh", detail="all")
    assert "推算" in said
