"""Elapsed time in generated text: two days are read, and the period says whether it has passed."""

from collections.abc import Callable
from datetime import date

import careplan.criteria.nodes as n
from careplan.criteria.compiling.scopes import Scope
from careplan.criteria.periods import Period

Passed = Callable[[date | None, date | None], bool | None]


def passed_since(node: n.Elapsed, scope: Scope) -> str:
    """Return the text that asks whether a period has passed; None while a day decides it."""
    names = scope.names
    start = (
        names.constant(node.start)
        if isinstance(node.start, date)
        else names.loaded(node.start, scope.root)
    )
    if node.end is None:
        return f"{names.constant(until_asked(node.period))}({start}, on)"
    passed = names.constant(node.period.passed)
    return f"{passed}({start}, {names.loaded(node.end, scope.root)})"


def until_asked(period: Period) -> Passed:
    """Return `period.passed` for many starts and few days asked: the latest start is found once."""
    known: tuple[date | None, date | None] = (None, None)

    def passed(start: date | None, on: date | None) -> bool | None:
        nonlocal known
        if on is None:
            return period.passed(start, None)
        last = known  # one look: another thread may keep another day
        if last[0] != on:
            last = known = (on, period.latest_start(on))
        if last[1] is None:
            return False
        return None if start is None else start <= last[1]

    return passed
