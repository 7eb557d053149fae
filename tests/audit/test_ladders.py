"""What the audit finds in ladders of duties; each has one thing wrong."""

from datetime import date
from typing import Any

import attrs
import pytest
from flaws_found import found
from small_plans import MAY, MUST
from steps_and_stars import BUSIER, BUSY, LARGE, LARGER, STEPS, room_of, venue

import careplan as cp
from careplan import writing as w
from careplan.audit import find_flaws
from careplan.audit.scales import ladders
from careplan.fields.declaring import Noun, count, day, flag


def ladder(*rungs: tuple[Any, Any], **own: Any) -> w.Ladder:
    """Make a ladder: rungs "1/0", "1/1" and so on."""
    made = (
        w.Rung(clause=MUST, part=str(n), applies=applies, requires=requires)
        for n, (applies, requires) in enumerate(rungs)
    )
    return w.Ladder(clause=MUST, rungs=tuple(made), **own)


def test_a_ladder_by_area_or_visitors_has_no_hole() -> None:
    assert find_flaws(STEPS) == ()
    assert (
        found(ladders=(ladder((LARGE | BUSY, room_of(6)), (LARGER | BUSIER, room_of(10))),)) == []
    )


@pytest.mark.parametrize(
    ("upper", "holes"),
    [
        # 10,000 belongs to the lower rung, so nothing is owed above it up to where the next begins.
        (venue.building_area_m2 > 12_000, ["building_area_m2 (10000, 12000]"]),
        (venue.building_area_m2 >= 12_000, ["building_area_m2 (10000, 12000)"]),
        (venue.building_area_m2 >= 10_000, []),  # the two share a value: the higher binds
    ],
)
def test_a_hole_in_a_ladder_by_area_or_visitors(upper: Any, holes: list[str]) -> None:
    rungs = ((LARGE | BUSY, room_of(6)), (upper | BUSIER, room_of(10)))
    assert [detail for code, _, detail in found(ladders=(ladder(*rungs),))] == holes


def test_a_hole_is_found_beside_what_all_rungs_ask() -> None:
    rungs = ((LARGE | BUSY, room_of(6)), (LARGER | (venue.daily_visitors > 10_001), room_of(10)))
    expected = ("ladder_hole", ("1",), "daily_visitors [10001, 10002)")
    assert found(ladders=(ladder(*rungs, who=venue.serves_passengers),)) == [expected]


def test_the_range_below_the_lowest_rung_is_no_hole() -> None:
    # That small places owe nothing is what the text says, not what it forgot.
    rungs = ((venue.building_area_m2 >= 5_000, room_of(6)), (LARGER, room_of(10)))
    assert found(ladders=(ladder(*rungs),)) == []


@attrs.frozen(kw_only=True)
class Group(Noun):
    """Children, and the day a group was opened."""

    children: int | None = count("人数", "children")
    opened_on: Any = day("开办日", "opened on")
    two: bool | None = flag("两名", "two", changeable=True)
    three: bool | None = flag("三名", "three", changeable=True)


group = cp.facts(Group)


def test_what_is_no_number_has_no_hole() -> None:
    few = (group.children <= 10) & cp.not_(group.two)
    asked: tuple[Any, ...] = ((few, group.three), (group.children > 10, group.three & group.two))
    assert found(ladders=(ladder(*asked),)) == []


def test_holes_of_counts_and_days() -> None:
    few = (group.children >= 5) & (group.children <= 10)
    asked = ((few, group.two), (group.children > 12, group.two & group.three))
    assert found(ladders=(ladder(*asked),)) == [("ladder_hole", ("1",), "children [11, 13)")]
    early = (group.opened_on >= date(2020, 1, 1)) & (group.opened_on <= date(2020, 12, 31))
    late = group.opened_on >= date(2021, 1, 2)
    asked = ((early, group.two), (late, group.two & group.three))
    assert found(ladders=(ladder(*asked),)) == [
        ("ladder_hole", ("1",), "opened_on [2021-01-01, 2021-01-02)")
    ]


def test_rungs_in_the_wrong_order() -> None:
    rungs = ((LARGE | BUSY, room_of(10)), (LARGER | BUSIER, room_of(6)))
    assert found(ladders=(ladder(*rungs),)) == [("rungs_swapped", ("1/0", "1/1"), "")]
    # Rungs that ask the same, or neither of which asks for the other's, are in no wrong order.
    alike = ((LARGE | BUSY, room_of(6)), (LARGER | BUSIER, room_of(6)))
    assert found(ladders=(ladder(*alike),)) == []
    other = ((LARGE | BUSY, venue.waiting_area), (LARGER | BUSIER, venue.reserved_seats))
    assert found(ladders=(ladder(*other),)) == []


def test_a_rung_that_never_binds_or_is_never_kept() -> None:
    # Whoever is large is larger than nothing: the lower rung is always superseded.
    rungs: tuple[Any, ...] = ((LARGER, room_of(6)), (venue.building_area_m2 > 9_000, room_of(10)))
    assert found(ladders=(ladder(*rungs),)) == [("never_applies", ("1/0",), "")]
    rungs = ((LARGE, room_of(6)), (LARGER, venue.building_area_m2 < 6_000))
    assert ("never_met", ("1/1",), "") in found(ladders=(ladder(*rungs),))


def test_a_rung_at_odds_with_a_rule() -> None:
    rule = w.Rule(clause=MAY, requires=cp.not_(cp.some(venue.rooms)))
    rungs = ((LARGE | BUSY, room_of(6)), (LARGER | BUSIER, room_of(10)))
    flaws = found(rules=(rule,), ladders=(ladder(*rungs),))
    assert [one for one in flaws if one[0] == "contradictory"] == [
        ("contradictory", ("2", "1/0"), ""),
        ("contradictory", ("2", "1/1"), ""),
    ]


def test_of_very_many_values_nothing_is_said_but_that(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ladders, "MOST_VALUES", 3)
    rungs = ((LARGE, room_of(6)), (venue.building_area_m2 > 12_000, room_of(10)))
    assert found(ladders=(ladder(*rungs),)) == [("not_taken_apart", ("1",), "")]


def test_a_ladder_that_asks_nothing_has_no_hole() -> None:
    assert found(ladders=(ladder((cp.all_of(), cp.all_of()), (cp.all_of(), cp.all_of())),)) == [
        ("never_applies", ("1/0",), "")
    ]


QUESTION = w.question("bound", "1", "甲", high="甲", low="乙")


def test_a_ladder_is_read_in_every_way() -> None:
    upper = w.ByReading("bound", {"high": LARGER, "low": venue.building_area_m2 > 11_000})
    rungs = ((LARGE, room_of(6)), (upper, room_of(10)))
    expected = [("ladder_hole", ("1",), "building_area_m2 (10000, 11000]")]
    assert found(ladders=(ladder(*rungs),), interpretations=(QUESTION,)) == expected
    # Under the other option the ladder does not hold.
    read = ladder(*rungs, under=("bound", "high"))
    assert (
        found(ladders=(read,), interpretations=(QUESTION,))
        == [("unused_option", ("1",), "bound=low")]
        or found(ladders=(read,), interpretations=(QUESTION,)) == []
    )


def test_a_rung_is_compared_under_its_own_reading_only() -> None:
    # Two ways to read the upper rung: 10 m2 or 8 m2, of which never both bind.
    rungs = tuple(
        w.Rung(clause=MUST, part=part, applies=applies, requires=requires, under=under)
        for part, applies, requires, under in (
            ("0", LARGE, room_of(6), None),
            ("high", LARGER, room_of(10), ("bound", "high")),
            ("low", LARGER, room_of(8), ("bound", "low")),
        )
    )
    asked = w.Ladder(clause=MUST, rungs=rungs)
    assert found(ladders=(asked,), interpretations=(QUESTION,)) == []
    # Under its own reading it is: 5 m2 is less than the lower rung asks.
    wrong = attrs.evolve(asked, rungs=(*rungs[:2], attrs.evolve(rungs[2], requires=room_of(5))))
    expected = [("rungs_swapped", ("1/0", "1/low"), "")]
    assert found(ladders=(wrong,), interpretations=(QUESTION,)) == expected
