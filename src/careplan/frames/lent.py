"""narwhals, which speaks to every frame: the extra `frames` brings it, and it is asked for late."""

import operator
from functools import reduce
from importlib import import_module
from typing import Any

Expr = Any  # one of narwhals, whose types are there for those who have it

_RUN = 16


def narwhals() -> Any:
    """Return narwhals; raise ModuleNotFoundError that says what to install."""
    try:
        return import_module("narwhals")
    except ModuleNotFoundError:
        wanted = 'careplan.frames needs narwhals: pip install "careplan[frames]"'
        raise ModuleNotFoundError(wanted) from None


def holding(condition: Expr, value: Expr) -> Expr:
    """Return a value where a condition holds, and null where it does not, or is unknown."""
    return narwhals().when(condition).then(value)


def settled(yes: Expr, no: Expr, *, typed: bool) -> Expr:
    """Return true where the one holds, false where the other does, else null.

    `typed` by the conditions themselves, since pandas makes objects of literals beside gaps; where
    no pandas is asked, literals spare the frame to reckon each condition twice.
    """
    nw = narwhals()
    if typed:
        return nw.when(yes).then(yes).when(no).then(~no)
    return nw.when(yes).then(nw.lit(True)).when(no).then(nw.lit(False))  # noqa: FBT003 - literals


def folded(parts: "list[Expr]", *, every: bool) -> Expr:
    """Join by "and", or by "or", in halves: a wide join is no deep one, which engines refuse."""
    if not parts:
        return narwhals().lit(every)
    while len(parts) > 1:
        pairs = [parts[place : place + 2] for place in range(0, len(parts), 2)]
        parts = [
            pair[0] if len(pair) == 1 else pair[0] & pair[1] if every else pair[0] | pair[1]
            for pair in pairs
        ]
    return parts[0]


def added(parts: "list[Expr]") -> Expr:
    """Add up, one after the other as engines do it best, but none deeper than they read."""
    while len(parts) > 1:
        runs = [parts[place : place + _RUN] for place in range(0, len(parts), _RUN)]
        parts = [reduce(operator.add, run) for run in runs]
    return parts[0]
