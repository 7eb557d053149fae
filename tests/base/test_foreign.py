"""A cell of a data frame as a fact; what pandas itself hands over stands in tests/frameworks."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from foreign import NAType

import careplan as cp

DAY = date(2024, 6, 30)


class Moment(datetime):
    """As pandas' Timestamp: a moment with nanoseconds."""

    nanosecond = 1


@pytest.mark.parametrize(
    ("cell", "fact"),
    [
        *((None, None), (float("nan"), None), (NAType(), None), (np.float64("nan"), None)),
        *((np.datetime64("NaT", "D"), None), (Decimal("NaN"), None)),
        *((200, 200), (200.0, 200), (-0.0, 0), (12.5, 12.5), (float("inf"), float("inf"))),
        *((np.int64(200), 200), (np.uint8(200), 200), (np.float64(200), 200)),
        *((np.float32(200), 200), (np.float64(12.5), 12.5), (np.float16(12.5), np.float16(12.5))),
        *((True, True), (np.bool_(False), False)),
        *(("否", "否"), ("", ""), ("n/a", "n/a")),
        *((Decimal("4.50"), Decimal("4.50")), (DAY, DAY)),
        (datetime.fromisoformat("2024-06-30T00:00"), DAY),
        (datetime.fromisoformat("2024-06-30T00:00:00.000001"),) * 2,
        (datetime(2024, 6, 30, tzinfo=UTC),) * 2,
        (Moment(2024, 6, 30),) * 2,
        *((np.datetime64("2024-06-30", unit), DAY) for unit in ("D", "s", "ns")),
        (np.datetime64("2024-06-30T08", "ns"),) * 2,
        (np.datetime64("12024-06-30"),) * 2,
        (np.timedelta64(3, "D"),) * 2,
    ],
)
def test_a_cell_is_read_as_a_fact_and_nothing_is_guessed(cell: Any, fact: object) -> None:
    read = cp.stated(cell)
    assert read == fact
    assert type(read) is type(fact)


def test_an_array_is_no_cell() -> None:
    several = np.array([1.0, 2.0])
    assert cp.stated(several) is several


def test_a_float_of_another_size_is_a_fact_as_it_prints() -> None:
    # As a float of Python it is 2.0999999046325684, which nobody stated.
    assert cp.Room(area_m2=cp.stated(np.float32(2.1))).area_m2 == Decimal("2.1")
