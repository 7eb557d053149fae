"""json-logic-qubit: each task as one tree, which is read anew for each record."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any

from benchmarks.peers.bounds import Words, name_of
from benchmarks.tasks import Task

# Its == takes null for false and "" for 0: only the strict signs tell a blank.
_SIGNS = {"==": "===", "!=": "!=="}

WORDS = Words(
    fact=lambda path, _: {"var": name_of(path)},
    stated=lambda fact: {"!==": [fact, None]},
    blank=lambda fact: {"===": [fact, None]},
    compared=lambda fact, sign, value: {_SIGNS.get(sign, sign): [fact, value]},
    among=lambda fact, values: {"in": [fact, values]},
    both=lambda parts: {"and": parts},
    either=lambda parts: {"or": parts},
    denied=lambda part: {"!": part},
    some=lambda items, where: {"some": [items, where]},
    points=lambda items, least: {
        ">=": [{"+": [{"if": [one, points, 0]} for points, one in items]}, least]
    },
    three=lambda surely, could: {"if": [surely, True, could, None, False]},
)


def logic(task: Task) -> Callable[[Any], Any]:
    """Return what answers a record with true, false or null."""
    return partial(import_module("json_logic").jsonLogic, WORDS.three_valued(task.criterion))
