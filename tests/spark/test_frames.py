"""Frames of PySpark, which narwhals speaks to, answer as `assess` does."""

from typing import Any

import pyarrow as pa
import pytest
from frames_agreeing import ASKED, differing
from pyspark.sql import SparkSession

import careplan as cp

# Of each document the noun that it asks most of, and one that has items of its own.
FEW = [pair for pair in ASKED if pair[1] in {cp.Venue, cp.Room, cp.Employer, cp.Institution}]


@pytest.mark.parametrize(("plan_id", "noun"), FEW, ids=str)
def test_every_plan(spark: SparkSession, plan_id: str, noun: Any) -> None:
    def make(table: pa.Table) -> Any:
        return spark.createDataFrame(table)

    def back(frame: Any) -> list[dict[str, Any]]:
        return [row.asDict() for row in frame.collect()]

    assert differing(plan_id, noun, make, back) == []
