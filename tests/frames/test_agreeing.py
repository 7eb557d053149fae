"""Every plan, every noun, every sort of frame: the outcomes are those of `assess`."""

from datetime import date
from typing import Any

import pytest
from framed import MADE, rows_back, tables_of
from frames_agreeing import (
    ASKED,
    differing,
    drawn,
    evaluated,
    subjects_of,
    truths,
)
from strategies import criteria

import careplan as cp
from careplan.criteria.nodes import noun_of

REFUSED = {"sum_shares", "sum_equals"}
LEAP_DAY = date(2024, 2, 29)


@pytest.mark.parametrize("sort", MADE)
@pytest.mark.parametrize(("plan_id", "noun"), ASKED)
def test_a_frame_says_of_each_row_what_assess_does(sort: str, plan_id: str, noun: Any) -> None:
    assert differing(plan_id, noun, MADE[sort], rows_back) == []


@pytest.mark.parametrize("noun", [cp.Venue, cp.Institution, cp.Child, cp.Employer])
@pytest.mark.parametrize("on", [None, LEAP_DAY])
def test_any_criterion_is_true_where_evaluate_says_so(noun: Any, on: date | None) -> None:
    subjects = subjects_of(noun)
    tables = tables_of(subjects, noun)
    asked = refused = 0
    codes: set[str] = set()
    for criterion in drawn(criteria(noun), 40):
        if noun_of(criterion) is None:
            continue
        try:
            found = truths(criterion, noun, tables, MADE["polars"], rows_back, on=on)
        except cp.InvalidInput as error:
            codes |= {one.code for one in error.problems}
            refused += 1
            continue
        assert found == evaluated(criterion, subjects, on), criterion
        asked += 1
    assert codes <= REFUSED
    assert asked > 3 * refused
