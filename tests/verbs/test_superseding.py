"""Which of several plans takes the place of which: what ended, what is later, what goes round."""

from datetime import date
from typing import Any

import attrs
import pytest
from in_force import CLEAN, DAY, OLD, plan

import careplan as cp
from careplan import writing as w


def ids(plans: tuple[cp.Plan, ...], on: date) -> list[str]:
    return [one.id for one in cp.in_force(plans, on)]


@pytest.mark.parametrize("status", [w.IN_FORCE, w.REPEALED])
def test_what_is_superseded_does_not_come_back(status: Any) -> None:
    # A trial for the year 2024 takes the place of what was: when it ends, that is still gone.
    trial = plan(
        "trial",
        CLEAN,
        in_force=w.Validity(since=DAY, until=date(2024, 12, 31), status=status),
        supersedes=("old",),
    )
    assert ids((OLD, trial), date(2024, 4, 30)) == ["old"]
    assert ids((OLD, trial), date(2024, 12, 31)) == ["trial"]
    assert ids((OLD, trial), date(2025, 1, 1)) == []


@pytest.mark.parametrize(
    ("in_force", "asked"),
    [
        # Repealed on a day that nobody knows, and in force from a day that is known.
        (w.Validity(since=DAY, status=w.REPEALED), ["repealed"]),
        (w.REPEALED, ["old", "repealed"]),
        (w.DRAFT, ["old"]),
    ],
)
def test_what_was_repealed_superseded_all_the_same(in_force: Any, asked: list[str]) -> None:
    repealed = plan("repealed", CLEAN, in_force=in_force, supersedes=("old",))
    assert ids((OLD, repealed), DAY) == asked


@pytest.mark.parametrize("name", ["in_force", "issued_on"])
def test_nothing_supersedes_what_is_later_than_itself(name: str) -> None:
    def dated(known_as: str, year: int, *supersedes: str) -> cp.Plan:
        day: Any = date(year, 1, 1)
        given = {"in_force": (day, None)} | ({"issued_on": day} if name == "issued_on" else {})
        made = w.Document(title="办法", issuer="某县", supersedes=supersedes, **given)
        if supersedes:
            made = attrs.evolve(made, title=w.Text(zh="细则"))
        return attrs.evolve(OLD, id=known_as, document=made)

    # Of two editions of one title the rules of 2020 supersede the one that there was.
    editions = (dated("first", 2017), dated("rules", 2020, "办法"), dated("second", 2026))
    assert ids(editions, date(2026, 1, 1)) == ["rules", "second"]


def circle(*days: date | None) -> tuple[cp.Plan, ...]:
    """Make plans each of which supersedes the next, the last one the first."""
    return tuple(
        plan(str(at), CLEAN, in_force=(day, None) if day else None,
             supersedes=(str((at + 1) % len(days)),))
        for at, day in enumerate(days)
    )  # fmt: skip


def test_of_what_supersede_each_other_nobody_knows() -> None:
    for days in ((DAY, DAY), (DAY, DAY, DAY), (DAY, None)):
        plans = circle(*days)
        assert ids(plans, DAY) == [one.id for one in plans]
        found = cp.assess(cp.Room(clean=False), plans, on=DAY)
        assert (found.outcome, found.of_unknown_validity) == (
            cp.Outcome.NOT_MET,
            (*ids(plans, DAY),),
        )
    # Of two that differ by a day it is the later one.
    assert ids(circle(date(2024, 4, 30), DAY), DAY) == ["1"]
