"""What pandas and polars hand over is read, or refused, as Python's own values are."""

import pickle
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import pandas as pd
import polars as pl
import pytest
from test_docs import FRAMEWORKS, failures, named

import careplan as cp
from careplan import writing as w
from careplan.base.errors import InvalidInput, NotFound
from careplan.base.exact import marks_missing
from careplan.fields.declaring import facts_declared
from careplan.intake.cells.days import day_cell
from careplan.intake.cells.habits import Habits
from careplan.intake.cells.numbers import number_cell
from careplan.intake.cells.taken import Doubt, Taken
from careplan.verbs.forms import FormCheck

SERIES = pd.Series([1, 2])
LEDGER = cp.get_plan("dawa_2023").ledgers["slots"]
FORM = cp.get_plan("bda_2017").forms["mummy_hut"]
CLAUSE, OTHER = LEDGER.clause, cp.get_plan("dawa_2023").clause("1")
RULE = w.Rule(clause=CLAUSE, requires=cp.facts(cp.Room).usable_area_m2 >= 10)


def refused(call: Any, *args: object, **kwargs: object) -> str:
    """Return all that is said of what was refused."""
    with pytest.raises(InvalidInput) as caught:
        call(*args, **kwargs)
    return str(caught.value)


@pytest.mark.parametrize("page", [one for one in FRAMEWORKS if one.is_file()], ids=named)
def test_the_examples_of_the_page_print_what_it_says(page: Path) -> None:
    assert failures(page.read_text(encoding="utf-8"), page.name) == []


# --- marks of a table -----------------------------------------------------------------------


@pytest.mark.parametrize("mark", [pd.NA, pd.NaT], ids=["NA", "NaT"])
@pytest.mark.parametrize(
    ("noun", "facts"),
    [
        (cp.Venue, lambda mark: {"building_area_m2": mark}),
        (cp.Venue, lambda mark: {"daily_visitors": mark}),
        (cp.Venue, lambda mark: {"waiting_area": mark}),
        (cp.Venue, lambda mark: {"category": mark}),
        (cp.Venue, lambda mark: {"rooms": mark}),
        (cp.Venue, lambda mark: {"rooms": [mark]}),
        (cp.Room, lambda mark: {"use": mark}),
        (cp.Room, lambda mark: {"supplies": [mark]}),
        (cp.Room, lambda mark: {"equipment": {cp.Equipment.TABLE: mark}}),
        (cp.Institution, lambda mark: {"site": mark}),
        (cp.SlotCount, lambda mark: {"locality": mark, "on": date(2024, 1, 1), "slots": 1}),
        (cp.SlotCount, lambda mark: {"locality": "甲", "on": mark, "slots": 1}),
    ],
)
def test_a_mark_is_answered_with_what_to_put_there(noun: Any, facts: Any, mark: object) -> None:
    assert "use None for not stated" in refused(noun, **facts(mark))
    assert "use None for not stated" in refused(cp.codec.structure, facts(mark), noun)


@pytest.mark.parametrize("mark", [pd.NA, pd.NaT], ids=["NA", "NaT"])
def test_a_mark_is_answered_in_documents_too(mark: Any) -> None:
    for make in (
        lambda: cp.Text(zh=mark, en="x"),
        lambda: attrs.evolve(CLAUSE, locator=mark),
        lambda: cp.assess(mark, cp.get_plan("dawa_2023")),
    ):
        assert "use None for not stated" in refused(make)


def test_a_series_is_no_mark() -> None:
    assert not marks_missing(SERIES)


# --- values of a table ----------------------------------------------------------------------


def test_a_frames_truth_value_is_a_flag() -> None:
    frame = pd.DataFrame({"waiting_area": [True, False]})
    cells = [frame["waiting_area"].iloc[row] for row in (0, 1)]
    assert [type(cell).__module__ for cell in cells] == ["numpy", "numpy"]
    for cell, plain in zip(cells, (True, False), strict=True):
        venue = cp.Venue(waiting_area=cell)
        assert venue.waiting_area is plain
        criterion = cp.facts(cp.Venue).waiting_area == cell
        assert cp.evaluate(criterion, venue).truth is cp.Truth.TRUE


def test_a_series_of_outcomes_is_compared_with_values() -> None:
    outcomes = [cp.Outcome.MET, cp.Outcome.NOT_MET, cp.Outcome.UNKNOWN]
    series = pd.Series(outcomes, dtype=object)
    assert (series == "not_met").tolist() == [False, True, False]
    assert series.isin(["met", "unknown"]).tolist() == [True, False, True]
    assert (series == cp.Outcome.MET).tolist() == [True, False, False]
    # Outcomes have no order of their own, so that of letters misleads nobody: groups are sorted.
    assert series.groupby(series).size().to_dict() == {"met": 1, "not_met": 1, "unknown": 1}
    assert (pl.Series([str(one) for one in outcomes]) == "met").to_list() == [True, False, False]


@pytest.mark.parametrize("value", [pd.NA, SERIES], ids=["NA", "series"])
def test_what_is_no_locality_and_no_answer(value: Any) -> None:
    report = cp.track_progress(LEDGER, [], on=date(2024, 1, 1))
    assert value not in report
    with pytest.raises(NotFound):
        report[value]
    for field in FORM.fields:
        check = cp.check_form(FORM, {field.key: value})
        assert field.key in {problem.path for problem in check.problems}
        assert hash(check) == hash(pickle.loads(pickle.dumps(check)))  # noqa: S301 - our own
        assert cp.codec.loads(cp.codec.dumps(check), FormCheck) == check
    refused(cp.codec.dumps, value)


def test_cells_of_a_frame_are_read() -> None:
    slots, habits = facts_declared(cp.Institution)["slots"], Habits()
    for nothing in (pd.NA, pd.NaT, np.nan, None):
        assert number_cell(nothing, slots, habits) == Taken(None)
        assert day_cell(nothing, habits) == Taken(None)
    frame = pd.DataFrame({"slots": [60, None], "on": [pd.Timestamp("2024-06-30"), pd.NaT]})
    assert [number_cell(cell, slots, habits).value for cell in frame["slots"]] == [60, None]  # type: ignore[union-attr]
    assert [day_cell(cell, habits) for cell in frame["on"]] == [
        Taken(date(2024, 6, 30)),
        Taken(None),
    ]
    moment = day_cell(pd.Timestamp("2024-06-30 08:00"), habits)
    assert isinstance(moment, Doubt)
    assert (moment.code, moment.suggestion) == ("cell.has_time", date(2024, 6, 30))


@pytest.mark.parametrize("due", [pd.NaT, np.datetime64("2025-12-31")], ids=["NaT", "numpy"])
def test_a_total_is_asked_for_by_a_day(due: Any) -> None:
    assert refused(LEDGER.total, due).startswith("due: ")


def test_a_list_may_be_a_series() -> None:
    others: Any = pd.Series([OTHER])
    assert attrs.evolve(RULE, also=others).also == (OTHER,)
    assert "also[1]: " in refused(attrs.evolve, RULE, also=pd.Series([OTHER, 3]))
