"""Where the references of a schema, or of an OpenAPI document, lead."""

from collections.abc import Iterator
from typing import Any


def references(schema: Any) -> Iterator[str]:
    """Yield where a schema refers to."""
    if isinstance(schema, dict):
        if isinstance(schema.get("$ref"), str):
            yield schema["$ref"]
        for one in schema.values():
            yield from references(one)
    elif isinstance(schema, list):
        for one in schema:
            yield from references(one)
