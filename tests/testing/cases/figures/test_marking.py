"""What marks come to, reckoned by hand, and marks about a line."""

from decimal import Decimal
from typing import Any

import pytest
from testing.cases.small_plans import CLAUSE

import careplan as cp
from careplan import writing as w
from careplan.testing.cases.figures.marking import Asked
from careplan.testing.cases.pivots import Place

MET, NOT_MET, UNKNOWN = cp.Outcome.MET, cp.Outcome.NOT_MET, cp.Outcome.UNKNOWN
TITLE = cp.Text(zh="项", en="item")


def item(key: str, points: Any, **more: Any) -> w.SheetItem:
    """Make an item of some points."""
    return w.SheetItem(clause=CLAUSE, key=key, label=TITLE, max_points=points, **more)


A, B = item("a", 60), item("b", 40)
LEAST, MUST = item("least", 20, least=10), item("must", 20, must_pass=True)
YES = item("yes", 0, must_pass=True)
PLAIN, STRICT = Asked((A, B)), Asked((A, LEAST, MUST, YES))


# 80 of 100 pass.
@pytest.mark.parametrize(
    ("marks", "outcome"),
    [
        ({"a": 60, "b": Decimal("19.5")}, NOT_MET),
        ({"a": 60, "b": 20}, MET),
        ({"a": 60}, UNKNOWN),
        ({"b": 40}, UNKNOWN),
        ({"a": Decimal("39.5")}, NOT_MET),  # 39.5 and 40 are too few whatever b brings
        ({}, UNKNOWN),
    ],
)
def test_a_missing_mark_may_bring_all_or_nothing(marks: Any, outcome: Any) -> None:
    assert PLAIN.outcome(marks, 80) is outcome
    assert PLAIN.outcome(marks, w.Share(Decimal("0.8"))) is outcome


# Without a mark to pass only what must pass can fail.
@pytest.mark.parametrize(
    ("marks", "outcome"),
    [
        ({"a": 0, "least": 10, "must": 20, "yes": True}, cp.Outcome.NOT_MEASURABLE),
        ({"a": 60, "least": Decimal("9.5"), "must": 20, "yes": True}, NOT_MET),
        ({"a": 60, "least": 20, "must": Decimal("19.5"), "yes": True}, NOT_MET),
        ({"a": 60, "least": 20, "must": 20, "yes": False}, NOT_MET),
        ({"a": 60, "least": 20, "must": 20}, UNKNOWN),
        ({"a": 60, "must": 20, "yes": True}, UNKNOWN),
        ({"least": 20, "must": 20, "yes": True}, cp.Outcome.NOT_MEASURABLE),
    ],
)
def test_what_must_pass_fails_by_itself(marks: Any, outcome: Any) -> None:
    assert STRICT.outcome(marks, None) is outcome


def around(asked: Asked, one: w.SheetItem, line: Any) -> list[tuple[str, object, Any]]:
    """List the places of an item's mark about a line, the mark, and the sum."""
    return [
        (place.value, marks.get(one.key), sum(mark for mark in marks.values() if mark is not True))
        for place, marks in asked.around(one, line)
    ]


def test_a_sum_turns_on_each_item_in_its_middle() -> None:
    assert around(PLAIN, B, 80) == [
        ("below", Decimal("19.5"), Decimal("79.5")),
        ("at", 20, 80),
        ("above", Decimal("20.5"), Decimal("80.5")),
        ("unstated", None, 60),
    ]
    # b brings no more than 40, so that a must bring 40.
    assert [mark for _, mark, _ in around(PLAIN, A, 80)] == [
        Decimal("39.5"), 40, Decimal("40.5"), None,
    ]  # fmt: skip


# Half points: 66.67 lies between 66.5, which is too few, and 67.
def test_a_line_between_two_marks_has_no_sum_at_it() -> None:
    found = around(PLAIN, B, Decimal("66.67"))
    assert [(place, total) for place, _, total in found] == [
        ("below", Decimal("66.5")),
        ("above", 67),
        ("unstated", 47),
    ]


@pytest.mark.parametrize("line", [0, 101])
def test_a_line_that_no_mark_decides_has_no_sums(line: int) -> None:
    assert around(PLAIN, A, line) == []
    assert around(Asked((A, B), whole=True), A, line) == []


# Of 100 points in all 30 are asked for beside least 10, must 20: other items stay passed.
def test_what_must_pass_is_passed_beside_a_sum() -> None:
    for _, marks in STRICT.around(A, 90):
        assert marks["must"] == 20
        assert marks["yes"] is True
        assert marks["least"] >= 10
    # A least mark of 10 stays: it is above it that the sum turns.
    assert [mark for _, mark, _ in around(STRICT, LEAST, 95)] == [
        Decimal("14.5"), 15, Decimal("15.5"), None,
    ]  # fmt: skip
    # All the points of what must pass are needed anyway: no sum turns on them.
    assert around(STRICT, MUST, 95) == []


def test_all_or_nothing_an_item_decides_with_all_its_points() -> None:
    asked = Asked((item("a", 50), item("b", 30), item("c", 20)), whole=True)
    one = asked.items[1]
    # 50 and 30 are 80, which is asked for; 50 and nothing are not.
    assert around(asked, one, 80) == [("below", 0, 50), ("at", 30, 80), ("unstated", None, 50)]
    assert around(asked, one, 75) == [("below", 0, 50), ("above", 30, 80), ("unstated", None, 50)]
    # 20 bring 70 or 50, and 100 or 80: nothing that 75 lies between but 70 and 90.
    strict = Asked((item("a", 50), item("b", 20, must_pass=True), item("c", 20)), whole=True)
    assert all(marks["b"] == 20 for _, marks in strict.around(strict.items[2], 80))


def test_an_item_by_itself() -> None:
    full = {"a": 60, "least": 20, "must": 20, "yes": True}
    assert STRICT.full() == full
    assert list(STRICT.by_itself(A)) == []
    found = {
        one.key: [(place, marks.get(one.key)) for place, marks in STRICT.by_itself(one)]
        for one in (LEAST, MUST, YES)
    }
    below, at, above = Place.BELOW, Place.AT, Place.ABOVE
    assert found == {
        "least": [
            (below, Decimal("9.5")), (at, 10), (above, Decimal("10.5")), (Place.UNSTATED, None),
        ],
        "must": [(below, Decimal("19.5")), (at, 20), (Place.UNSTATED, None)],
        "yes": [(Place.AS_ASKED, True), (Place.OTHERWISE, False), (Place.UNSTATED, None)],
    }  # fmt: skip
    whole = Asked(STRICT.items, whole=True)
    assert [marks["must"] for _, marks in whole.by_itself(MUST) if "must" in marks] == [0, 20]


# 2 ** 40 sums of forty items are not all looked at.
def test_many_items_cost_no_more_than_many() -> None:
    many = Asked(tuple(item(f"i{n}", 2**n) for n in range(40)), whole=True)
    assert [mark for _, mark, _ in around(many, many.items[0], 1)] == [0, 1, None]
