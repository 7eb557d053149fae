"""What is asked of frames that have another engine behind them: their names and their types."""

from types import SimpleNamespace
from typing import Any

import polars as pl
import pytest

import careplan as cp
from careplan.frames.taking import Given, _is_pattern, _own_type


def of_spark(**types: str) -> Given:
    """Return what is seen of a frame of PySpark; one that runs is in a session of its own."""
    native = SimpleNamespace(dtypes=[*types.items()])
    seen: Any = SimpleNamespace(implementation=SimpleNamespace(name="PYSPARK"))
    return Given(seen, "frame", is_eager=False, native=native)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("area", False), ("a.b", True), ("a`b", True), ("*", True), ("数", False)],
)
def test_spark_reads_a_point_in_a_name_as_a_part(name: str, expected: bool) -> None:
    assert _is_pattern(name, of_spark()) is expected


def test_spark_calls_a_column_of_nothing_void() -> None:
    assert _own_type(of_spark(area="void", rooms="bigint"), "area") == "void"


def test_what_a_column_is_called_in_a_refusal() -> None:
    room = cp.facts(cp.Room)
    with pytest.raises(cp.InvalidInput, match="must be a column of true and false"):
        cp.frames.expression(cp.all_of(room.private), frame=pl.DataFrame({"private": [1]}))
