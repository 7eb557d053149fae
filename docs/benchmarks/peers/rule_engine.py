"""rule-engine: each task as one rule in its own language, parsed once."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from benchmarks.peers.bounds import Words, name_of
from benchmarks.tasks import Task

_NAMES = {True: "true", False: "false"}


def literal(value: Any) -> str:
    """Return a flag, a number or a text as the language has it."""
    return _NAMES[value] if isinstance(value, bool) else repr(value)


WORDS = Words(
    fact=lambda path, inside: f'one["{name_of(path)}"]' if inside else name_of(path),
    stated="{} != null".format,
    blank="{} == null".format,
    compared=lambda fact, sign, value: f"{fact} {sign} {literal(value)}",
    among=lambda fact, values: f"{fact} in [{', '.join(map(repr, values))}]",
    both=lambda parts: f"({' and '.join(parts)})",
    either=lambda parts: f"({' or '.join(parts)})",
    denied="not ({})".format,
    some="[one for one in {} if {}].length > 0".format,
    points=lambda items, least: (
        f"({' + '.join(f'({one} ? {points} : 0)' for points, one in items)} >= {least})"
    ),
    three="{} ? true : ({} ? null : false)".format,
)


def rule(task: Task) -> Callable[[Any], Any]:
    """Return what answers a record with true, false or null."""
    text = WORDS.three_valued(task.criterion)
    made: Callable[[Any], Any] = import_module("rule_engine").Rule(text).evaluate
    return made
