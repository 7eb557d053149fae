"""What cannot be together: a lease, an absence and ages that end before they begin."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import careplan as cp
from careplan import codec, testing

FIRST = date(2026, 1, 10)
DAYS = [
    (cp.Premises, "lease_from", "lease_until"),
    (cp.FamilyPoint, "lease_from", "lease_until"),
    (cp.Child, "left_on", "returned_on"),
]
AGES: Any = {"youngest_months": 18, "oldest_months": 17}


def refused(noun: Any, **facts: object) -> list[tuple[str, str]]:
    """Return the path and code of each problem of some facts, which JSON and code refuse alike."""
    with pytest.raises(cp.InvalidInput) as error:
        noun(**facts)
    with pytest.raises(cp.InvalidInput) as read:
        codec.loads(json.dumps(facts, default=str), noun)
    said = [(problem.path, problem.code) for problem in error.value.problems]
    assert [(problem.path, problem.code) for problem in read.value.problems] == said
    return said


@pytest.mark.parametrize(("noun", "first", "last"), DAYS)
@pytest.mark.parametrize("days", [0, 1])  # at the first day and above
def test_it_ends_on_the_first_day_or_later(noun: Any, first: str, last: str, days: int) -> None:
    made = noun(**{first: FIRST, last: FIRST + timedelta(days)})
    assert codec.loads(codec.dumps(made), noun) == made


@pytest.mark.parametrize(("noun", "first", "last"), DAYS)
def test_it_never_ends_the_day_before(noun: Any, first: str, last: str) -> None:
    facts = {first: FIRST, last: FIRST - timedelta(1)}
    assert refused(noun, **facts) == [(last, "before_start")]
    with pytest.raises(cp.InvalidInput, match="9 January 2026"):
        noun(**facts)


@pytest.mark.parametrize(("noun", "first", "last"), DAYS)
def test_one_day_alone_is_no_contradiction(noun: Any, first: str, last: str) -> None:
    assert getattr(noun(**{first: FIRST}), last) is None
    assert getattr(noun(**{last: FIRST}), first) is None


@given(st.none() | st.integers(0, 40), st.none() | st.integers(0, 40))
def test_no_youngest_is_older_than_the_oldest(youngest: int | None, oldest: int | None) -> None:
    facts: Any = {"youngest_months": youngest, "oldest_months": oldest}
    if youngest is not None and oldest is not None and youngest > oldest:
        assert refused(cp.ClassGroup, **facts) == [("youngest_months", "contradiction")]
    else:
        assert cp.ClassGroup(**facts).oldest_months == oldest


def test_what_is_wrong_inside_an_institution_says_where() -> None:
    with pytest.raises(cp.InvalidInput) as error:
        codec.loads(json.dumps({"classes": [{}, AGES]}), cp.Institution)
    assert [problem.path for problem in error.value.problems] == ["classes[1].youngest_months"]


@pytest.mark.parametrize("noun", [cp.ClassGroup, cp.FamilyPoint, cp.Premises, cp.Child])
def test_what_is_drawn_with_every_fact_stated_is_in_order(noun: Any) -> None:
    made = testing.build(noun)
    assert list(made.contradictions()) == []
