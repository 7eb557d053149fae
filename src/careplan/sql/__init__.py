"""Criteria and plans as SQL: one text for SQLite, DuckDB, PostgreSQL and Spark.

How nouns lie in tables says `careplan.layout`. Three values are kept: null is not stated, and an
answer that is null is unknown.
"""

from careplan.sql.asking import query, schema, text

__all__ = ["query", "schema", "text"]
