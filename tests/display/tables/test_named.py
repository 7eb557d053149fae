"""What columns are called, and what kind of cells they hold."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from samples import DAWA, SHUANGLIAO, results

import careplan as cp
from careplan.base.messages import sentences
from careplan.display.tables.columns import ColumnKind
from careplan.display.tables.named import KINDS, UNITS, heading_of, kind_of, unit_of, word_of


def keys() -> Iterator[str]:
    """Yield every key of a column of ours, that of a text without its language."""
    clause = DAWA.clauses[0]
    for shown in (*results(), DAWA, clause):
        for row in shown.records():
            for key in row:
                stem = re.sub("_(zh|en)$", "", key)
                yield stem if {f"{stem}_zh", f"{stem}_en"} <= set(row) else key


KEYS = set(keys())


def test_every_column_of_ours_has_a_heading_in_both_languages() -> None:
    assert [key for key in KEYS if f"column.{key}" not in sentences()] == []
    assert heading_of("outcome") == cp.Text(zh="结果", en="outcome")


def test_a_kind_and_a_unit_are_of_a_column_that_there_is() -> None:
    assert set(KINDS) | set(UNITS) <= KEYS
    assert unit_of("total_low_yuan") == cp.Text(zh="元", en="yuan")
    assert unit_of("outcome") is None


@pytest.mark.parametrize(
    ("key", "cells", "kind"),
    [
        # One of ours is of its kind, also where nothing stands in it ...
        *(("due_on", [None], "day"), ("stale", [], "flag"), ("pass_mark", [90], "number")),
        *(("kind", ["x"], "member"), ("summary", [None], "text")),
        # ... unless a caller's own column of that name holds something else.
        *(
            ("due_on", ["soon"], "text"),
            ("low", [Decimal("1.5")], "number"),
            ("open", [3], "whole"),
        ),
        # Of any other the cells say.
        *(("x", ["a", None], "text"), ("x", [True, None], "flag"), ("x", [date.min], "day")),
        *(("x", [1, None, 2], "whole"), ("x", [1, Decimal("1.5"), 0.5, Fraction(1, 3)], "number")),
        *(("x", [cp.Outcome.MET], "member"), ("x", [cp.Outcome.MET, "met"], "member")),
        *(("x", [None], "text"), ("x", [1, "a"], "text"), ("x", [1, True], "text")),
        *(("x", [date.min, 1], "text"), ("x", [[]], "text")),
    ],
)
def test_the_kind_of_a_column(key: str, cells: list[object], kind: str) -> None:
    assert kind_of(key, cells) is ColumnKind(kind)


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        *(("kind", "total", "合计"), ("kind", "rung", "档"), ("requires", "false", "不成立")),
        # A word of the caller's own, and a column that is none of ours, say what they say.
        *(("kind", "own", "own"), ("venue", "true", "true"), ("venue", "total", "total")),
    ],
)
def test_a_word_without_labels_is_said(key: str, value: str, said: str) -> None:
    assert word_of(key, value, "zh") == said


def test_every_word_of_a_kind_of_row_is_said_in_chinese() -> None:
    everything = (*results(), SHUANGLIAO)
    words = {row["kind"] for one in everything for row in one.records() if "kind" in row}
    assert [word for word in words if word_of("kind", str(word), "zh") == word] == []
