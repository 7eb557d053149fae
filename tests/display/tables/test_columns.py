"""What stands over a column, in which unit its cells are printed, and what is refused."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

import careplan as cp
from careplan.base.text import Text

NUMBER = cp.ColumnKind.NUMBER


def codes(call: Any, *args: Any, **given: Any) -> list[tuple[str, str]]:
    """Return the path and code of each problem of what is refused."""
    with pytest.raises(cp.InvalidInput) as caught:
        call(*args, **given)
    return [(problem.path, problem.code) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("heading", "zh", "en"),
    [
        ("镇", "镇", "镇 [zh]"),
        (("镇", "town"), "镇", "town"),
        (Text(zh="镇", en="town"), "镇", "town"),
        (["性质", ("类型", "type"), "机构"], "性质/类型/机构", "性质 [zh]/type/机构 [zh]"),
        ([("镇", "town")], "镇", "town"),
        ((Text(zh="甲", en="a"), Text(zh="乙", en="b")), "甲/乙", "a/b"),
    ],
)  # fmt: skip
def test_a_heading_is_one_text_or_levels_of_them(heading: Any, zh: str, en: str) -> None:
    column = cp.Column("town", heading)
    assert (column.title("zh"), column.title("en")) == (zh, en)
    assert cp.Column("town", column.heading) == column


def test_the_unit_stands_behind_the_lowest_level() -> None:
    column = cp.Column("yuan", ["补贴", "二孩"], NUMBER, unit=("万元", "10,000 yuan"))
    assert column.lines("zh") == ("补贴", "二孩（万元）")
    assert column.lines("en")[-1] == "二孩 [zh] (10,000 yuan)"


@pytest.mark.parametrize(
    ("cell", "printed"),
    [
        (4_200, Decimal("0.42")),  # 4,200 / 10,000
        (20_000, 2),
        (0, 0),
        (Decimal("0.5"), Decimal("0.00005")),
        (Fraction(10_000, 3), Fraction(1, 3)),
    ],
)
def test_cells_in_yuan_are_printed_in_ten_thousands_exactly(cell: Any, printed: object) -> None:
    column = cp.Column("yuan", "补贴", NUMBER, unit="万元", per_unit=10_000)
    assert (column.printed(cell), type(column.printed(cell))) == (printed, type(printed))


def test_cells_are_printed_as_they_are_without_a_larger_unit() -> None:
    assert cp.Column("yuan", "补贴", NUMBER, unit="元").printed(Fraction(4, 2)) == 2


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"key": " "}, [("key", "blank")]),
        ({"key": 3}, [("key", "wrong_type")]),
        ({"heading": []}, [("heading", "nothing_listed")]),
        ({"heading": 3}, [("heading", "wrong_type")]),
        ({"heading": ["甲", 3]}, [("heading", "wrong_type")]),
        ({"kind": "number"}, [("kind", "wrong_type")]),
        ({"unit": 3}, [("unit", "wrong_type")]),
        ({"per_unit": 10}, [("per_unit", "contradiction")]),
        ({"unit": "万元", "per_unit": 0}, [("per_unit", "not_above_zero")]),
        ({"unit": "万元", "per_unit": -1}, [("per_unit", "too_small")]),
        ({"unit": "万元", "per_unit": None}, [("per_unit", "required")]),
        ({"unit": "万元", "per_unit": "10000"}, [("per_unit", "text_as_number")]),
        (
            {"key": "", "heading": [], "unit": 3},
            [("key", "blank"), ("heading", "nothing_listed"), ("unit", "wrong_type")],
        ),
    ],
)  # fmt: skip
def test_what_could_not_stand_over_a_column_is_refused(given: Any, found: Any) -> None:
    assert codes(cp.Column, **{"key": "x", "heading": "甲", **given}) == found


def test_a_per_unit_is_kept_exactly() -> None:
    column = cp.Column("share", "比例", NUMBER, unit="%", per_unit=0.01)
    assert column.per_unit == Decimal("0.01")
    assert column.printed(Decimal("0.2")) == 20
