"""The laws of criteria that hold sums and elapsed time, against plain arithmetic and the calendar.

`nox -s laws` tries each of the five laws on 30,000 cases.
"""

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

import attrs
from hypothesis import event, given
from hypothesis import strategies as st
from posts import DAYS, Post, asked, is_so, post

import careplan as cp
from careplan.criteria.nodes import FALSE, TRUE, Criterion
from careplan.criteria.regions.taken import can_hold

SEEDS = st.integers(0, 2**32)
# Subjects that each criterion is asked of.
SUBJECTS = 10


def cases(seed: int) -> Iterator[tuple[Random, Post, Post, date | None, date]]:
    """Yield subjects, each with a completion, perhaps the day asked, and one to ask for."""
    chance = Random(seed)  # noqa: S311 - a seed that hypothesis drew, not a secret
    for _ in range(SUBJECTS):
        subject, day = post(chance), chance.choice(DAYS)
        on = day if chance.random() < 1 / 2 else None
        yield chance, subject, post(chance, subject, full=True), on, day


def truth_of(criterion: Criterion, subject: Any, on: date | None) -> cp.Truth:
    """Say what the library answers."""
    return cp.evaluate(criterion, subject, on=on).truth


@given(asked(), SEEDS)
def test_what_is_settled_is_so_of_every_completion(criterion: Criterion, seed: int) -> None:
    for _, subject, whole, on, day in cases(seed):
        truth, expected = truth_of(criterion, subject, on), is_so(criterion, whole, day)
        event(truth.value)
        assert (truth is cp.Truth.UNKNOWN) or (truth is cp.Truth.TRUE) is expected
        # Once everything is stated it is settled, and as plain arithmetic says.
        settled = cp.Truth.TRUE if expected else cp.Truth.FALSE
        assert truth_of(criterion, whole, day) is settled


@given(asked(), SEEDS)
def test_what_is_left_says_what_the_whole_says(criterion: Criterion, seed: int) -> None:
    for chance, subject, whole, on, day in cases(seed):
        left = cp.residual(criterion, subject, on=on)
        is_open = truth_of(criterion, subject, on) is cp.Truth.UNKNOWN
        assert (left in (TRUE, FALSE)) is not is_open
        assert is_so(left, whole, day) is is_so(criterion, whole, day)
        later = post(chance, subject)
        assert truth_of(left, later, on) is truth_of(criterion, later, on)


@given(asked(), SEEDS)
def test_what_is_settled_never_flips(criterion: Criterion, seed: int) -> None:
    for chance, subject, _, on, day in cases(seed):
        before, later = truth_of(criterion, subject, on), post(chance, subject)
        assert before in {truth_of(criterion, later, on), cp.Truth.UNKNOWN}
        assert before in {truth_of(criterion, later, day), cp.Truth.UNKNOWN}


@given(asked(), SEEDS)
def test_what_is_missing_settles_it_and_nothing_else_matters(
    criterion: Criterion, seed: int
) -> None:
    for _, subject, whole, on, day in cases(seed):
        left = cp.residual(criterion, subject, on=on)
        missing = cp.facts_of(left)
        known = day if "on" in missing else on
        enough = stating(subject, whole, missing)
        assert truth_of(criterion, enough, known) is not cp.Truth.UNKNOWN
        # All the others stated, and none of these: what is left is the same.
        others = stating(whole, subject, missing)
        assert cp.residual(criterion, others, on=on if "on" in missing else day) == left


@given(asked(), SEEDS)
def test_what_some_subject_fulfils_is_never_called_impossible(
    criterion: Criterion, seed: int
) -> None:
    for _, _, whole, _, day in cases(seed):
        true = criterion if is_so(criterion, whole, day) else cp.not_(criterion)
        # With the bounds of what this subject states, it still can be.
        near = [near_to(whole, name) for name in ("children", "lease_from", "lease_until")]
        assert can_hold(cp.all_of(true, *near))


def near_to(whole: Post, name: str) -> Criterion:
    """Bound a fact by what a subject states of it, from both sides."""
    fact, value = getattr(cp.facts(Post), name), getattr(whole, name)
    return cp.all_of(fact >= value, fact <= value)


def stating(subject: Post, other: Post, paths: tuple[str, ...]) -> Post:
    """Return the subject with the facts at some paths as another has them."""
    plain = [path for path in paths if path != "on" and "." not in path]
    changed = {name: getattr(other, name) for name in plain}
    wings = None if subject.wings is None else list(subject.wings)
    for path in paths:
        held, _, fact = path.partition(".")
        if fact:
            assert wings is not None
            index = int(held.removeprefix("wings[").removesuffix("]"))
            wings[index] = attrs.evolve(wings[index], **{fact: getattr(other.wings[index], fact)})
    return attrs.evolve(subject, **{"wings": wings, **changed})


def test_the_cases_are_of_all_sorts() -> None:
    counted = dict.fromkeys(cp.Truth, 0)
    for seed in range(30):
        for _, subject, _, on, _ in cases(seed):
            criterion = cp.elapsed(cp.facts(Post).lease_from, months=1)
            counted[truth_of(criterion, subject, on)] += 1
    assert min(counted.values()) > 10
