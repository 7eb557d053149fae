"""What a Chinese sentence says of a caller's value: its label, or what was written, in “”."""

from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

import pytest

import careplan as cp
from careplan import results
from careplan.base.messages import LISTED_OF_MORE, MOST_LISTED
from careplan.base.quoting import QUOTE_LIMIT
from careplan.base.refusing.names import CLASSES
from careplan.base.refusing.phrases import Both
from careplan.base.refusing.values import (
    as_written,
    class_said,
    names_said,
    noun_given,
    parameter_said,
    value_said,
)
from careplan.display.result import Result


class Bare(Enum):
    """An enum without labels."""

    ONE = 1


class Plain(cp.Noun):
    """A noun without a label of its own."""


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "空值"),
        (False, "“否”"),
        (cp.RoomUse.NURSERY, "育婴室"),
        (Bare.ONE, "“ONE”"),
        ("一\n二", "“一\\n二”"),
        (date(2024, 6, 30), "2024年6月30日"),
        (datetime(2024, 6, 30, 8, tzinfo=UTC), "“2024-06-30T08:00:00+00:00”"),
        (Decimal("-1.5"), "-1.5"),
        (Fraction(2, 3), "2/3"),
        (float("nan"), "“nan”"),
        (cp.Room, "母婴室"),
        (Plain, "“Plain”"),
        (["x"], "“['x']”"),
    ],
)
def test_a_value(value: object, said: str) -> None:
    assert value_said(value) == said


def test_a_long_text_is_cut() -> None:
    assert value_said("甲" * QUOTE_LIMIT) == f"“{'甲' * QUOTE_LIMIT}”"
    assert value_said("甲" * (QUOTE_LIMIT + 1)) == f"“{'甲' * (QUOTE_LIMIT - 1)}…”"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (3, 3),
        ("tuple", "列表"),
        ("type[Noun]", "一类对象"),
        ("every=", "“every=”"),
        (cp.Room, "母婴室"),
        (["a", 1], ("“a”", 1)),
        (frozenset({"a"}), frozenset({"“a”"})),
        (Both("数"), Both("数")),
        (Bare.ONE, "“ONE”"),
        (object, "“object”"),
    ],
)
def test_a_parameter(given: Any, said: object) -> None:
    assert parameter_said(given) == said


def test_a_class_is_called_by_its_label() -> None:
    assert class_said(cp.Venue) == Both("公共场所", "Venue")
    assert noun_given(cp.Venue) == Both("公共场所", "'Venue'")
    assert as_written("“x”") == "“x”"


def test_every_sort_of_answer_has_a_name_in_chinese() -> None:
    named = ((name, getattr(results, name)) for name in results.__all__)
    answers = [name for name, one in named if isinstance(one, type) and issubclass(one, Result)]
    assert [name for name in answers if name not in CLASSES] == []


def test_of_a_long_list_its_beginning_is_worded_and_the_rest_counted() -> None:
    names = [f"n{number}" for number in range(MOST_LISTED + 1)]
    assert names_said(names[:-1]) == "、".join(f"“{one}”" for one in names[:-1])
    first = "、".join(f"“{one}”" for one in names[:LISTED_OF_MORE])
    assert names_said(names) == f"{first}……另有{len(names) - LISTED_OF_MORE}项"
