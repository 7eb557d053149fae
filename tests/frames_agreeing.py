"""Any sort of frame beside `assess` and `evaluate`: what one of them needs is a way to make it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any, TypeVar

from framed import tables_of
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy
from small_plans import MUST, plan_of

import careplan as cp
from careplan import testing
from careplan import writing as w
from careplan.layout import rows_of

_T = TypeVar("_T")
MAKE = Callable[[Any], Any]
BACK = Callable[[Any], Iterable[Mapping[str, Any]]]

ASKED = [
    (plan_id, noun)
    for plan_id in cp.plan_ids()
    for noun in dict.fromkeys(
        one.noun() for one in (*cp.get_plan(plan_id).rules, *cp.get_plan(plan_id).ladders)
    )
    if noun is not None
]
OUTCOMES = {cp.Truth.TRUE: "met", cp.Truth.FALSE: "not_met", cp.Truth.UNKNOWN: "unknown"}


def drawn(strategy: SearchStrategy[_T], number: int, start: int = 18) -> list[_T]:
    """Draw so many, the same in every run."""
    found: list[_T] = []

    @seed(start)
    @settings(
        max_examples=number,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        deadline=None,
    )
    @given(strategy)
    def keep(one: _T) -> None:
        found.append(one)

    keep()
    return found


@cache
def subjects_of(noun: Any, number: int = 40) -> tuple[cp.Noun, ...]:
    """Draw subjects that a table holds: none with a third."""
    return tuple(one for one in drawn(testing.nouns(noun), number) if _lies(one))


def _lies(subject: cp.Noun) -> bool:
    try:
        rows_of([subject], type(subject))
    except cp.InvalidInput:
        return False
    return True


@cache
def assessed(plan_id: str, noun: Any) -> tuple[dict[str, str], ...]:
    """Return what `assess` says of the drawn subjects, by the names of the columns."""
    found = (cp.assess(one, cp.get_plan(plan_id)) for one in subjects_of(noun))
    return tuple(
        {"outcome": str(one.outcome), **{each.number: str(each.outcome) for each in one.findings}}
        for one in found
    )


@cache
def _tables(noun: Any) -> dict[str, Any]:
    return tables_of(subjects_of(noun), noun)


def asked_of(
    plan: cp.Plan, noun: type[cp.Noun], tables: Mapping[str, Any], make: MAKE, **more: Any
) -> Any:
    """Ask a plan of Arrow tables, made another sort of frame, of the columns that it needs."""
    needed = cp.frames.columns_asked(plan, noun=noun, **more)
    frames = {
        path: make(tables[path].select(list(dict.fromkeys(("id", *names)))))
        for path, names in needed.items()
    }
    children = {path: frame for path, frame in frames.items() if path}
    return cp.frames.outcomes(frames[""], plan, noun=noun, children=children, **more)


def differing(plan_id: str, noun: Any, make: MAKE, back: BACK) -> list[Any]:
    """Return where a frame says anything but `assess`: the subject and both rows."""
    expected = assessed(plan_id, noun)
    answered = asked_of(cp.get_plan(plan_id), noun, _tables(noun), make)
    rows = {row["id"]: row for row in back(answered)}
    each = zip(subjects_of(noun), expected, strict=True)
    return [
        (subject, rows[place], row)
        for place, (subject, row) in enumerate(each)
        if {name: rows[place][name] for name in row} != row
    ]


def plan_for(criterion: cp.Criterion) -> cp.Plan:
    """Return a document whose one duty is a criterion."""
    return plan_of(w.Rule(clause=MUST, requires=criterion))


def truths(
    criterion: cp.Criterion,
    noun: type[cp.Noun],
    tables: Mapping[str, Any],
    make: MAKE,
    back: BACK,
    *,
    on: date | None = None,
) -> list[str]:
    """Return what a criterion comes to in a frame, row by row."""
    answered = asked_of(plan_for(criterion), noun, tables, make, on=on)
    return [row["1"] for row in sorted(back(answered), key=lambda row: row["id"])]


def evaluated(
    criterion: cp.Criterion, subjects: Iterable[cp.Noun], on: date | None = None
) -> list[str]:
    """Return what `evaluate` says of subjects, as a frame would."""
    return [OUTCOMES[cp.evaluate(criterion, one, on=on).truth] for one in subjects]
