"""One session of Spark for all tests."""

from collections.abc import Iterator
from typing import Any

import pytest
from pyspark.sql import SparkSession


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    """Start Spark on this machine alone, for all tests."""
    builder: Any = SparkSession.builder
    settled = {"spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "1"}
    settled |= {"spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1"}
    for name, value in settled.items():
        builder = builder.config(name, value)
    session: SparkSession = builder.master("local[1]").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()
