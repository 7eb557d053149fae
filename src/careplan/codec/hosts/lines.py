"""The problems of an input as lines of pydantic's error: FastAPI answers 422 with them."""

import re
from typing import Any

from careplan.base.errors import InvalidInput

_STEP = re.compile(r"\.?([^.\[\]]+)|\[([0-9]+)\]|\[('.*?'|\".*?\"|[^\]]*)\]")


def lines_of(error: InvalidInput) -> list[Any]:
    """Return a line for each problem: its code as type, where it stands, and what is wrong.

    The message is in Chinese; `ctx` has it in both languages ("zh", "en"), and the path as
    `missing` writes it. What was given is shortened to what any answer can hold.
    """
    from pydantic_core import (  # noqa: PLC0415 - only pydantic asks for this
        InitErrorDetails,
        PydanticCustomError,
    )

    return [
        InitErrorDetails(
            type=PydanticCustomError(
                str(one["code"]), "{zh}", {name: one[name] for name in ("zh", "en", "path")}
            ),
            loc=steps_of(str(one["path"])),
            input=one["value"],
        )
        for one in error.to_records()
    ]


def steps_of(path: str) -> tuple[str | int, ...]:
    """Return the steps of a path: the keys and the numbers of items.

    >>> steps_of("rooms[0].equipment[table]")
    ('rooms', 0, 'equipment', 'table')
    >>> steps_of("rooms[1]['a key']"), steps_of("")
    (('rooms', 1, 'a key'), ())
    """
    return tuple(
        int(number) if number else key or quoted.strip("'\"")
        for key, number, quoted in _STEP.findall(path)
    )
