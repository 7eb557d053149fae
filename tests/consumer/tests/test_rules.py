"""The desk's own rules against the kit: the right ones pass, and each planted fault is found."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import pytest
from county_desk import playgrounds, rules
from county_desk.playgrounds import Playground

import careplan as cp
from careplan import testing
from careplan import writing as w

SHUANGLIAO = cp.get_plan("shuangliao_2021")
# Readings and the fact itself: every fact that decides about 四（一）, and about the county's own.
LARGE_ROOM = testing.decisive_cases(SHUANGLIAO, only="4.1.b")
OWN_ROOM = testing.decisive_cases(playgrounds.PLAN, only="1")

BDA, DAWA = cp.get_plan("bda_2017"), cp.get_plan("dawa_2023")
SHEET = testing.decisive_cases(BDA, only="care_room")
LEDGER = DAWA.ledgers["slots"]
ROWS = testing.decisive_cases(DAWA, only=[row.locality for row in LEDGER.rows])

Rule = Callable[[testing.BoundaryCase], cp.Outcome]
VenueRule = Callable[[cp.Venue, Mapping[str, str]], cp.Outcome]
PlaygroundRule = Callable[[Playground], cp.Outcome]
SheetRule = Callable[[Mapping[str, rules.Mark]], cp.Outcome]
RowRule = Callable[[w.LedgerRow, Sequence[cp.SlotCount], date], cp.Outcome]


def of_venues(rule: VenueRule) -> Rule:
    """Ask a rule about venues as a case says."""

    def answer(case: testing.BoundaryCase) -> cp.Outcome:
        assert isinstance(case.subject, cp.Venue)
        return rule(case.subject, case.readings)

    return answer


def of_playgrounds(rule: PlaygroundRule) -> Rule:
    """Ask a rule about playgrounds as a case says."""

    def answer(case: testing.BoundaryCase) -> cp.Outcome:
        assert isinstance(case.subject, Playground)
        return rule(case.subject)

    return answer


def of_sheets(rule: SheetRule) -> Rule:
    """Ask a rule about marks as a case says."""

    def answer(case: testing.BoundaryCase) -> cp.Outcome:
        assert isinstance(case.subject, Mapping)
        return rule(case.subject)

    return answer


def of_rows(rule: RowRule) -> Rule:
    """Ask a rule about what a locality reported as a case says."""

    def answer(case: testing.BoundaryCase) -> cp.Outcome:
        assert isinstance(case.cited, w.LedgerRow)
        assert isinstance(case.subject, tuple)
        assert case.on is not None
        return rule(case.cited, case.subject, case.on)

    return answer


def from_10_000(venue: cp.Venue, readings: Mapping[str, str]) -> cp.Outcome:
    """Answer 四（一） with 超过 read as 以上."""
    above = None if venue.building_area_m2 is None else venue.building_area_m2 >= 10_000
    rooms = None
    if venue.rooms is not None:
        rooms = rules.either(*(rules.is_large(room, readings) for room in venue.rooms))
    return rules.outcome(rules.both(rules.is_listed(venue, readings), above), rooms)


def blank_is_no(venue: cp.Venue, readings: Mapping[str, str]) -> cp.Outcome:
    """Answer 四（一） with what is not stated read as no."""
    above = venue.building_area_m2 is not None and venue.building_area_m2 > 10_000
    large = any(rules.is_large(room, readings) is True for room in venue.rooms or ())
    return rules.outcome(rules.is_listed(venue, readings) is True and above, large)


def from_3_000(playground: Playground) -> cp.Outcome:
    """Answer the county's own 一 with 超过 read as 以上."""
    if playground.area_m2 == 3_000:
        return rules.playground_room(Playground(area_m2=3_001, rooms=playground.rooms))
    return rules.playground_room(playground)


def no_room_where_none_is_stated(playground: Playground) -> cp.Outcome:
    """Answer the county's own 一 with rooms that are not stated read as none."""
    rooms = () if playground.rooms is None else playground.rooms
    return rules.playground_room(Playground(area_m2=playground.area_m2, rooms=rooms))


def missing_is_zero(marks: Mapping[str, rules.Mark]) -> cp.Outcome:
    """Answer Beijing's annex 1 with a missing mark read as 0."""
    return rules.sheet_passed({item: marks.get(item) or 0 for item in rules.FULL_MARKS})


def last_years_row(row: w.LedgerRow, counts: Sequence[cp.SlotCount], on: date) -> cp.Outcome:
    """Answer Dawa's annex 2 with what was due a year before."""
    due = rules.due_slots(row, on.replace(year=on.year - 1))
    newest = max((one for one in counts if one.on <= on), key=lambda one: one.on, default=None)
    if due is None or newest is None:
        return rules.slots_reached(row, counts, on)
    return cp.Outcome.MET if newest.slots >= due[1] else cp.Outcome.NOT_MET


@pytest.mark.parametrize("case", LARGE_ROOM, ids=lambda case: case.id)
def test_the_large_room_of_shuangliao(case: testing.BoundaryCase) -> None:
    assert of_venues(rules.large_room)(case) is case.expected


@pytest.mark.parametrize("case", OWN_ROOM, ids=lambda case: case.id)
def test_the_countys_own_room(case: testing.BoundaryCase) -> None:
    assert of_playgrounds(rules.playground_room)(case) is case.expected


@pytest.mark.parametrize("case", SHEET, ids=lambda case: case.id)
def test_the_sheet_of_beijing(case: testing.BoundaryCase) -> None:
    assert of_sheets(rules.sheet_passed)(case) is case.expected


@pytest.mark.parametrize("case", ROWS, ids=lambda case: case.id)
def test_the_rows_of_dawa(case: testing.BoundaryCase) -> None:
    assert of_rows(rules.slots_reached)(case) is case.expected


def test_the_right_rules_pass() -> None:
    SHEET.check(of_sheets(rules.sheet_passed))
    ROWS.check(of_rows(rules.slots_reached))
    LARGE_ROOM.check(of_venues(rules.large_room))
    OWN_ROOM.check(of_playgrounds(rules.playground_room))
    testing.boundary_cases(SHUANGLIAO, only="4.1.b").check(of_venues(rules.large_room))
    testing.boundary_cases(playgrounds.PLAN, only="1").check(of_playgrounds(rules.playground_room))


@pytest.mark.parametrize("rule", [from_10_000, blank_is_no])
def test_a_fault_of_a_rule_about_venues_is_found(rule: VenueRule) -> None:
    with pytest.raises(AssertionError, match=r"4\.1\.b.*四（一）"):
        LARGE_ROOM.check(of_venues(rule))


@pytest.mark.parametrize("rule", [from_3_000, no_room_where_none_is_stated])
def test_a_fault_of_the_countys_own_rule_is_found(rule: PlaygroundRule) -> None:
    with pytest.raises(AssertionError, match=r"\b1\b.*一"):
        OWN_ROOM.check(of_playgrounds(rule))


def test_a_missing_mark_read_as_none_given_is_found() -> None:
    with pytest.raises(AssertionError, match=r"a4\.pass/care_room.*附件4"):
        SHEET.check(of_sheets(missing_is_zero))


def test_last_years_row_of_the_ledger_is_found() -> None:
    with pytest.raises(AssertionError, match=r"a2\.2-slots.*附件2"):
        ROWS.check(of_rows(last_years_row))
