"""careplan's classes inside a caller's own, read by cattrs: as strict as alone."""

from typing import Any

import attrs
import pytest

import careplan as cp
from careplan import writing as w
from careplan.base.errors import InvalidInput
from careplan.base.exact import Exact
from careplan.codec.hosts.converting import is_ours


@attrs.frozen
class Row:
    """A class of a caller, for cattrs to read."""

    id: int
    venue: cp.Venue
    category: cp.VenueCategory | None = None
    demand: cp.Criterion = cp.all_of()


def test_a_callers_class_makes_the_round_trip() -> None:
    converter = cp.codec.converter()
    row = Row(7, cp.Venue(rooms=[cp.Room(area_m2=5.5)]), cp.VenueCategory.SHOP)
    data = converter.unstructure(row)
    assert data["venue"] == {"rooms": [{"area_m2": "5.5"}]}
    assert data["category"] == "shop"
    assert converter.structure(data, Row) == row


def test_what_is_inside_stays_strict() -> None:
    data: dict[str, Any] = {"id": 7, "venue": {"rooms": [{"existing": "false"}]}}
    with pytest.raises(InvalidInput) as caught:
        cp.codec.converter().structure(data, Row)
    assert [problem.path for problem in caught.value.problems] == ["venue.rooms[0].existing"]


def test_which_classes_are_ours() -> None:
    ours = (cp.Venue, cp.Plan, w.Rule, cp.Text, cp.Outcome, cp.Criterion, type(cp.all_of()))
    assert all(map(is_ours, ours))
    assert not any(map(is_ours, (int, Row, Exact, "Venue", None)))


def test_nouns_of_a_caller_are_passed_on() -> None:
    converter = cp.codec.converter(nouns=[cp.Venue])
    assert converter.structure({"rooms": []}, cp.Venue) == cp.Venue(rooms=[])
