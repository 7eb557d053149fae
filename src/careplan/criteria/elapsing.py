"""Elapsed time: which criterion about it is legal, and what is asked once the day asked is known.

A period is one from a day of a noun to another, or to the day asked.
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, assert_never

import attrs

import careplan.criteria.nodes as n
import careplan.fields.kinds as k
from careplan.base.errors import InvalidInput, NotFound, Problem, beside
from careplan.base.exact import ratio
from careplan.base.text import Text
from careplan.criteria.periods import MissingDay, Period
from careplan.criteria.signs import Op
from careplan.criteria.steps import simplify_all, simplify_any, simplify_not
from careplan.criteria.sums.canonical import linear
from careplan.fields.checking import read, refuse
from careplan.fields.paths import Path, dotted, kind_at

_A_DAY = Text(zh="日期", en="a day")
_A_PATH = Text(zh="事实路径的元组", en="a tuple that names a fact")
# No calendar has more.
_MOST_YEARS = 9999
Passed = Callable[[date | None, date | None], bool | None]


def day_asked(on: object) -> date | None:
    """Return the day asked, None if it is not given; raise InvalidInput for what is no day."""
    problems: list[Problem] = []
    day: date | None = read(k.DayKind(), on, "on", problems)
    if problems:
        raise InvalidInput(problems)
    return day


def read_elapsed(
    node: n.Elapsed, path: str, problems: list[Problem], is_path: Callable[[object], bool]
) -> n.Elapsed:
    """Return a criterion about elapsed time, its period in its one form; add what is wrong.

    Its noun is one. A day itself stands for the start only where the day asked ends the period.
    """
    if node.end is not None:
        _check_day(node.noun, node.end, beside(path, "end"), problems, is_path)
    if not (node.end is None and _is_day(node.start)):
        _check_day(node.noun, node.start, beside(path, "start"), problems, is_path)
    period = read_period(node.period, beside(path, "period"), problems)
    return node if period is node.period else attrs.evolve(node, period=period)


def _is_day(given: object) -> bool:
    return isinstance(given, date) and not isinstance(given, datetime)


def _check_day(
    noun: Any, fact: Any, path: str, problems: list[Problem], is_path: Callable[[object], bool]
) -> None:
    if not is_path(fact):
        refuse(problems, path, "wrong_type", fact, expected=_A_PATH)
        return
    try:
        check_day(kind_at(noun, fact), fact, path, problems)
    except NotFound as error:
        problems.append(Problem(path, "not_found", fact, error.parameters()))


def check_day(kind: k.Kind, fact: Path, path: str, problems: list[Problem]) -> None:
    """Add a problem for a fact that is no day."""
    if not isinstance(kind, k.DayKind):
        problems.append(Problem(path, "wrong_fact", dotted(fact), {"expected": _A_DAY}))


def read_period(given: object, path: str, problems: list[Problem]) -> Any:
    """Return a period in its one form; add what is wrong with it: no amount, or a part of one."""
    if type(given) is not Period:
        return refuse(problems, path, "wrong_type", given, expected="Period")
    before = len(problems)
    missing = read(k.ChoiceKind(MissingDay), given.missing_day, f"{path}.missing_day", problems)
    both = read(k.FlagKind(), given.both_days, f"{path}.both_days", problems)
    months, days = (
        _amount(getattr(given, name), most, f"{path}.{name}", problems)
        for name, most in (("months", _MOST_YEARS * 12), ("days", _MOST_YEARS * 366))
    )
    if None in (missing, both, months, days):
        return refuse(problems, path, "required", None) if len(problems) == before else given
    if len(problems) > before:
        return given
    if not months and not days:
        return refuse(problems, path, "too_small", 0, minimum=1)
    # Where both days belong to it there is no choice.
    made = Period(months, days, both, MissingDay.NEXT if both else missing)
    return given if made == given and repr(made) == repr(given) else made


def _amount(given: object, most: int, path: str, problems: list[Problem]) -> Any:
    before = len(problems)
    amount = read(k.CountKind(), given, path, problems)
    if amount is not None and len(problems) == before and amount > most:
        return refuse(problems, path, "too_large", amount, maximum=most)
    return amount


def on_day(node: n.Criterion, on: date) -> n.Criterion:
    """Return a criterion as it is on a day: what counts time up to it bounds the first day."""
    match node:
        case n.Compare() | n.Among() | n.Has():
            return node
        case n.AllOf(parts):
            return simplify_all(on_day(part, on) for part in parts)
        case n.AnyOf(parts):
            return simplify_any(on_day(part, on) for part in parts)
        case n.Not(part):
            return simplify_not(on_day(part, on))
        case n.Some(where=where) | n.Every(where=where):
            return attrs.evolve(node, where=on_day(where, on))
        case n.Linear(noun=noun, terms=terms, op=op, bound=bound):
            moved = ((ratio(factor), _term_on_day(term, on)) for factor, term in terms)
            return linear(noun, moved, op, ratio(bound))
        case n.Elapsed(end=end):
            return node if end is not None else settled_on(node, on)
        case _:
            assert_never(node)


def _term_on_day(term: n.Term, on: date) -> n.Term:
    return attrs.evolve(term, where=on_day(term.where, on))


def settled_on(node: n.Elapsed, on: date) -> n.Criterion:
    """Return what is asked of the start where time is to pass up to the day asked."""
    if isinstance(node.start, date):
        return n.TRUE if node.period.passed(node.start, on) else n.FALSE
    latest = node.period.latest_start(on)
    return n.FALSE if latest is None else n.Compare(node.noun, node.start, Op.LE, latest)


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
