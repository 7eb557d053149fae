"""A sheet is read once for all rooms: what is kept answers as what is read anew."""

from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest
from counting import calls

import careplan as cp
from careplan.documents.scales import sheets

CARE_ROOM = cp.get_plan("bda_2017").scorecards["care_room"]
FULL = {item.key: item.max_points for item in CARE_ROOM.items}
READINGS: list[dict[str, str] | None] = [
    None,
    *({one.id: option.id} for one in CARE_ROOM.questions for option in one.options),
]
DAYS = (None, date(2017, 6, 1), date(2024, 6, 1))
MARKS: list[dict[str, Any]] = [
    FULL,
    {},
    {**FULL, "area": 0},
    {**FULL, "cleanliness": Decimal("2.5")},
]


def scored(sheet: Any, marks: Any, readings: Any, on: Any) -> object:
    """Return what a score says, or what is wrong with its marks."""
    try:
        found = cp.score(sheet, marks, readings=readings, on=on)
    except cp.InvalidInput as error:
        return error.problems
    return found.items, found.readings, found.outcome, found.low, found.high, found.on


def test_what_is_kept_of_a_sheet_answers_as_a_sheet_read_anew() -> None:
    """Under each reading and day, in whatever order they are asked for."""
    asked = [(marks, taken, day) for marks in MARKS for taken in READINGS for day in DAYS]
    anew = [scored(attrs.evolve(CARE_ROOM), *one) for one in asked]
    assert [scored(CARE_ROOM, *one) for one in asked] == anew
    assert [scored(CARE_ROOM, *one) for one in reversed(asked)] == anew[::-1]


def test_no_more_is_kept_than_so_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_KEPT", 2)
    sheet = attrs.evolve(CARE_ROOM)
    made = [sheet.once((key,), lambda key=key: [key]) for key in range(5)]  # type: ignore[misc]
    assert made == [[0], [1], [2], [3], [4]]
    again: list[int] = sheet.once((4,), list)
    assert again is made[4]
    assert sheet.once((0,), lambda: "anew") == "anew"


def test_a_second_score_costs_less_than_half_of_the_first() -> None:
    """The calls of functions are counted: to read the sheet takes the larger part."""
    sheet = attrs.evolve(CARE_ROOM)
    first, second = (calls(lambda: cp.score(sheet, FULL)) for _ in range(2))
    assert 2 * second <= first


# Annex 4: all of 20, 20, 40, 10 and 10 points is 100, and 90 pass. The mark beside it is given
# as a whole number, a number that is whole, and a half: each is what it says.
@pytest.mark.parametrize(("mark", "low"), [(10, 100), (10.0, 100), (9.5, Decimal("99.5")), (0, 90)])
def test_plain_and_other_marks_come_to_the_same(mark: object, low: object) -> None:
    found = cp.score(CARE_ROOM, {**FULL, "management": mark})
    assert (found.low, found.high, found.outcome) == (low, low, cp.Outcome.MET)
    assert type(found.low) is type(low)


@pytest.mark.parametrize(
    ("mark", "code"), [(11, "too_large"), (-1, "too_small"), (True, "bool_as_number")]
)
def test_marks_that_are_none_are_refused_as_before(mark: object, code: str) -> None:
    with pytest.raises(cp.InvalidInput) as caught:
        cp.score(CARE_ROOM, {**FULL, "management": mark})
    assert [(one.path, one.code) for one in caught.value.problems] == [("marks.management", code)]
