"""Truth values: Kleene's tables in full, and no truth that Python can mistake for yes or no."""

import copy
import operator
import pickle
from collections.abc import Callable
from functools import reduce
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careplan.base.errors import AmbiguousTruth, CareplanError
from careplan.base.truth import Availability, Outcome, Truth, truth_of, truth_of_all, truth_of_any

T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN

# Kleene 1952, section 64: the strong connectives, written out and not computed.
NOT = {T: F, F: T, U: U}
AND = {
    (T, T): T,
    (T, F): F,
    (T, U): U,
    (F, T): F,
    (F, F): F,
    (F, U): F,
    (U, T): U,
    (U, F): F,
    (U, U): U,
}
OR = {
    (T, T): T,
    (T, F): T,
    (T, U): T,
    (F, T): T,
    (F, F): F,
    (F, U): U,
    (U, T): T,
    (U, F): U,
    (U, U): U,
}
SAID = {T: "Truth.TRUE", F: "Truth.FALSE", U: "Truth.UNKNOWN"}

EVERY_MEMBER = (*Truth, *Outcome, *Availability)
truths = st.sampled_from(Truth)


@pytest.mark.parametrize("value", Truth)
def test_not(value: Truth) -> None:
    assert ~value is NOT[value]


@pytest.mark.parametrize(("left", "right"), AND)
def test_and(left: Truth, right: Truth) -> None:
    assert (left & right) is AND[left, right]


@pytest.mark.parametrize(("left", "right"), OR)
def test_or(left: Truth, right: Truth) -> None:
    assert (left | right) is OR[left, right]


def test_the_tables_are_complete() -> None:
    nine = {(left, right) for left in Truth for right in Truth}  # three values, twice
    assert set(AND) == set(OR) == nine


@given(truths, truths)
def test_de_morgan(left: Truth, right: Truth) -> None:
    assert ~(left & right) is (~left | ~right)
    assert ~(left | right) is (~left & ~right)


@given(st.lists(truths))
def test_the_joint_of_many_is_the_fold_of_two(values: list[Truth]) -> None:
    assert truth_of_all(values) is reduce(lambda left, right: AND[left, right], values, T)
    assert truth_of_any(values) is reduce(lambda left, right: OR[left, right], values, F)


@given(st.lists(truths), truths)
def test_what_is_settled_stays_settled(values: list[Truth], learnt: Truth) -> None:
    """Stating one unknown more never flips a settled joint or alternative."""
    if U not in values:
        values = [*values, U]
    later = [*values]
    later[later.index(U)] = learnt
    for join in (truth_of_all, truth_of_any):
        before = join(values)
        assert before is U or join(later) is before


def test_nothing_to_join() -> None:
    assert truth_of_all([]) is T  # the empty joint is true, the empty alternative false
    assert truth_of_any([]) is F


def test_the_joins_take_any_iterable() -> None:
    assert truth_of_all(value for value in (T, U)) is U  # Kleene: true and unknown
    assert truth_of_any(value for value in (F, T)) is T  # Kleene: false or true


# None is not stated, and nothing else is (DESIGN, idea 1).
@pytest.mark.parametrize(("stated", "expected"), [(True, T), (False, F), (None, U)])
def test_truth_of_a_stated_flag(stated: bool | None, expected: Truth) -> None:
    assert truth_of(stated) is expected


# Once: a joint takes anything but FALSE and UNKNOWN for true, so `Truth.TRUE & False` is TRUE
# and `truth_of_any([True])` is FALSE; both should be a wrong call, Python's TypeError.
@pytest.mark.parametrize("join", [operator.and_, operator.or_])
@pytest.mark.parametrize("other", [True, False, Outcome.NOT_MET, Outcome.MET, 1, "false"])
def test_a_truth_joins_only_truths(join: Callable[[Any, Any], object], other: object) -> None:
    for value in Truth:
        with pytest.raises(TypeError):
            join(value, other)


@pytest.mark.parametrize("member", EVERY_MEMBER, ids=repr)
@pytest.mark.parametrize("ask", [bool, operator.not_, lambda value: value and 1])
def test_no_member_is_yes_or_no(member: object, ask: Callable[[object], object]) -> None:
    with pytest.raises(AmbiguousTruth) as caught:
        ask(member)
    assert isinstance(caught.value, CareplanError)
    assert isinstance(caught.value, ValueError)  # so that `except ValueError` finds it
    assert caught.value.given == type(member).__name__
    assert type(member).__name__ in str(caught.value)


@pytest.mark.parametrize("member", EVERY_MEMBER, ids=repr)
def test_members_print_as_written_in_code(member: Truth | Outcome | Availability) -> None:
    assert repr(member) == f"{type(member).__name__}.{member.name}"


def test_what_is_printed() -> None:
    assert {value: repr(value) for value in Truth} == SAID
    assert repr(Outcome.MET) == "Outcome.MET"
    assert repr(Availability.NOT_OPEN) == "Availability.NOT_OPEN"


@pytest.mark.parametrize("member", EVERY_MEMBER, ids=repr)
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickling_keeps_identity(member: object, protocol: int) -> None:
    assert pickle.loads(pickle.dumps(member, protocol)) is member  # noqa: S301 - our own bytes


@pytest.mark.parametrize("member", EVERY_MEMBER, ids=repr)
def test_copying_keeps_identity(member: object) -> None:
    assert copy.copy(member) is member
    assert copy.deepcopy(member) is member


def test_there_are_three_truths_five_outcomes_and_three_availabilities() -> None:
    # DESIGN, the house: Truth (three values), Outcome (five).
    assert [len(enum) for enum in (Truth, Outcome, Availability)] == [3, 5, 3]


@pytest.mark.parametrize("enum", [Truth, Outcome, Availability])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_member_has_its_own_label(
    enum: type[Truth | Outcome | Availability], language: str
) -> None:
    labels = [member.label.get(language) for member in enum]
    assert all(labels)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("join", [truth_of_all, truth_of_any])
@pytest.mark.parametrize("other", [True, None, Outcome.MET, "true"])
def test_only_truths_are_joined(join: Callable[[Any], object], other: object) -> None:
    with pytest.raises(TypeError):
        join([Truth.TRUE, other])
