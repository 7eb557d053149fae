"""Beijing Economic-Technological Development Area 2017, answers by hand from the text."""

from decimal import Decimal
from typing import Any

import attrs
import pytest

import careplan as cp
from careplan.base.text import Labelled
from careplan.documents.chapters.places import NOT_LISTED
from careplan.documents.clauses import Force
from careplan.fields.declaring import choice

PLAN = cp.get_plan("bda_2017")
HUT, CARE_ROOM = cp.RoomUse.MUMMY_HUT, cp.RoomUse.CARE_ROOM
MET, NOT_MET = cp.Outcome.MET, cp.Outcome.NOT_MET
UNKNOWN, NOT_APPLICABLE = cp.Outcome.UNKNOWN, cp.Outcome.NOT_APPLICABLE
OPEN, NOT_OPEN = cp.Availability.OPEN, cp.Availability.NOT_OPEN


def find(number: str, subject: Any, **readings: str) -> cp.Outcome:
    """Return the outcome of one clause about a subject."""
    return cp.assess(subject, PLAN, readings=readings).finding(number).outcome


@pytest.mark.parametrize(
    ("area", "setting_up", "sheet"),
    [
        # 附件1 一: 10㎡以上 for both kinds; 附件4: 20㎡以上 for a care room.
        (Decimal("9.99"), NOT_MET, NOT_MET),
        (10, MET, NOT_MET),
        (Decimal("19.99"), MET, NOT_MET),
        (20, MET, MET),
    ],
)
def test_care_room_area_by_source(area: Any, setting_up: cp.Outcome, sheet: cp.Outcome) -> None:
    room = cp.Room(use=CARE_ROOM, area_m2=area)
    assert find("a1.1.area", room) is setting_up
    assert find("a4.1.care", room) is sheet
    assert find("a4.1.hut", room) is NOT_APPLICABLE
    # Read as one figure, the sheet's 20 m2 count for setting up as well.
    assert find("a1.1.area", room, care_room_area="sheet") is sheet


def test_a_room_that_is_both_is_as_large_as_a_care_room() -> None:
    # 附件4: 20㎡以上（母婴关爱室); a hut in the same room takes nothing off.
    room = cp.Room(use={HUT, CARE_ROOM}, area_m2=15)
    assert (find("a4.1.hut", room), find("a4.1.care", room)) == (MET, NOT_MET)
    assert find("a1.1.area", room, care_room_area="sheet") is NOT_MET
    assert find("a1.1.area", room) is MET


def test_hut_area() -> None:
    for reading in ("by_source", "sheet"):
        hut = cp.Room(use=HUT, area_m2=10)
        assert find("a1.1.area", hut, care_room_area=reading) is MET
    assert find("a4.1.hut", cp.Room(use=HUT, area_m2=9.99)) is NOT_MET


def test_the_sheet_is_points_and_no_duty() -> None:
    found = cp.assess(cp.Room(use=CARE_ROOM, area_m2=15), PLAN).finding("a4.1.care")
    assert found.force is Force.ADVISORY


def test_usable_or_plain_area() -> None:
    usable = cp.Room(use=HUT, usable_area_m2=12)
    assert find("a1.1.area", usable) is UNKNOWN  # neither stands in for the other
    assert find("a1.1.area", usable, area_measure="usable") is MET


@pytest.mark.parametrize(("women", "outcome"), [(99, NOT_APPLICABLE), (100, NOT_MET)])
def test_the_drive_covers_enterprises_from_100_women(women: int, outcome: cp.Outcome) -> None:
    # 1: 女职工人数达100人以上 includes 100.
    employer = cp.Employer(kind=cp.EmployerKind.ENTERPRISE, female_employees=women, rooms=[])
    found = cp.assess(employer, PLAN).finding("1.a")
    assert (found.outcome, found.force) == (outcome, Force.ADVISORY)


def test_parks_are_developed_batch_by_batch() -> None:
    park = cp.Venue(category=cp.VenueCategory.CHARACTERISTIC_PARK, rooms=[])
    found = cp.assess(park, PLAN).finding("1.b")
    assert (found.outcome, found.force) == (NOT_MET, Force.ADVISORY)
    assert find("1.b", cp.Venue(category=cp.VenueCategory.HOSPITAL)) is NOT_APPLICABLE


class OwnKind(Labelled):
    """Kinds of place of an outsider's own."""

    CREATIVE_PARK = ("creative_park", "文创园", "creative park")


@attrs.frozen(kw_only=True)
class OwnVenue(cp.Venue):
    """A venue with kinds of an outsider's own."""

    category: Any = choice(OwnKind, "场所类型", "kind of place")


def test_a_kind_of_place_we_do_not_know_is_left_to_a_declared_fact() -> None:
    # 1: 在特色园区中建立母婴关爱室; which parks are characteristic the text does not say.
    kind = OwnKind.CREATIVE_PARK
    found = cp.assess(OwnVenue(category=kind, rooms=[]), PLAN).finding("1.b")
    assert (found.outcome, found.missing) == (UNKNOWN, ("treated_as_listed",))
    assert find("1.b", OwnVenue(category=kind, treated_as_listed=True, rooms=[])) is NOT_MET
    not_held = cp.assess(OwnVenue(category=kind, treated_as_listed=False), PLAN).finding("1.b")
    assert (not_held.outcome, not_held.note) == (NOT_APPLICABLE, None)
    # A kind that surely is none of those listed: nobody's word brings it in, and a note says so.
    hospital = cp.Venue(category=cp.VenueCategory.HOSPITAL, treated_as_listed=True)
    outside = cp.assess(hospital, PLAN).finding("1.b")
    assert (outside.outcome, outside.note) == (NOT_APPLICABLE, NOT_LISTED)


def test_equipment_of_annex_1() -> None:
    all_eight = dict.fromkeys(cp.Equipment, 1)
    for number in ("a1.1.1", "a1.1.2", "a1.1.3"):
        assert find(number, cp.Room(use=HUT, equipment=all_eight)) is MET
    no_chair = {**all_eight, cp.Equipment.CHAIR: 0}
    assert find("a1.1.1", cp.Room(use=HUT, equipment=no_chair)) is NOT_MET
    no_word = {cp.Equipment.TABLE: 1}
    assert find("a1.1.1", cp.Room(use=HUT, equipment=no_word)) is UNKNOWN


def test_setting_report_and_register() -> None:
    room = cp.Room(use=HUT, private=True, clean=False, reported_to_union=True, use_register=True)
    assert find("a1.1.area/setting", room) is NOT_MET
    assert find("a1.2.1.a", room) is MET
    assert find("a1.2.2", room) is MET


@pytest.mark.parametrize(
    ("use", "passed", "main_text", "annex"),
    [
        # 三2 pays for huts and care rooms, 附件1 二（三）2 for huts; both after acceptance.
        (HUT, True, OPEN, OPEN),
        (CARE_ROOM, True, OPEN, NOT_OPEN),
        (HUT, False, NOT_OPEN, NOT_OPEN),
        (CARE_ROOM, None, cp.Availability.UNKNOWN, NOT_OPEN),
        (cp.RoomUse.MOTHER_AND_BABY, True, NOT_OPEN, NOT_OPEN),
    ],
)
def test_the_grant(
    use: cp.RoomUse, passed: bool | None, main_text: cp.Availability, annex: cp.Availability
) -> None:
    room = cp.Room(use=use, acceptance_passed=passed)
    found = cp.assess(room, PLAN).benefit("3.2.a")
    assert (found.availability, found.benefit.amount_yuan) == (main_text, 10_000)
    narrow = cp.assess(room, PLAN, readings={"grant_kinds": "annex"})
    assert narrow.benefit("3.2.a").availability is annex


def test_the_grant_is_one_though_told_twice() -> None:
    a = cp.assess(cp.Room(use=HUT, acceptance_passed=True), PLAN)
    assert sum(b.benefit.amount_yuan is not None for b in a.benefits) == 1
    assert a.benefit("a1.2.3.2") is a.benefit("3.2.a")
    assert a.benefit("3.2.a").entitled is cp.Truth.TRUE


def test_a_score_that_passes_opens_the_grant() -> None:
    marks = {"area": 20, "cleanliness": 20, "equipment": 40, "care_materials": 10}
    score = cp.score(PLAN.scorecards["mummy_hut"], marks)
    room = cp.Room(use=HUT, acceptance_passed=score.passed)
    assert cp.assess(room, PLAN).benefit("3.2.a").availability is OPEN


def test_marks_and_plaques_are_separate() -> None:
    room = cp.Room(use=HUT, acceptance_passed=True, reported_to_union=False)
    a = cp.assess(room, PLAN)
    assert a.benefit("a4.plaque").availability is OPEN
    assert a.benefit("a1.2.1.b").availability is NOT_OPEN  # reported first, then accepted
    assert a.benefit("3.1.a").entitled is cp.Truth.FALSE  # stars are only intended
    union = cp.assess(cp.Employer(active_in_hut_work=True), PLAN)
    assert union.benefit("3.3.a").entitled is cp.Truth.TRUE
    assert union.benefit("3.3.b").entitled is cp.Truth.FALSE  # may


@pytest.mark.parametrize(
    ("recipient", "booked", "earmarked", "main", "annex"),
    [
        # 三2: account and earmark for both; 附件1: earmark for unions only.
        (cp.GrantRecipient.GRASSROOTS_UNION, False, True, NOT_MET, MET),
        (cp.GrantRecipient.PARK_PROPERTY_MANAGER, True, False, NOT_MET, NOT_APPLICABLE),
        (cp.GrantRecipient.GRASSROOTS_UNION, True, True, MET, MET),
    ],
)
def test_what_recipients_owe(
    recipient: cp.GrantRecipient,
    booked: bool,
    earmarked: bool,
    main: cp.Outcome,
    annex: cp.Outcome,
) -> None:
    grant = cp.Grant(
        recipient=recipient, booked_as_superior_subsidy=booked, used_for_purpose_only=earmarked
    )
    assert find("3.2.c", grant) is main
    assert find("a1.2.3.2", grant) is annex


def test_every_clause_is_encoded_or_declined() -> None:
    coverage = PLAN.coverage()
    assert (len(PLAN.clauses), coverage.complete) == (43, True)
    # The list of annexes only: 二 has unions and managers go by the standard, 前言 says who
    # goes on with the project.
    assert coverage.declined == ("0.annexes",)


def test_the_two_kinds_of_room_do_not_overlap() -> None:
    kinds = {d.part: d.criterion for d in PLAN.definitions}  # 前言; 1
    for use, hut, care in ((HUT, True, False), (CARE_ROOM, False, True)):
        room = cp.Room(use=use)
        for key, is_one in (("mummy_hut", hut), ("care_room", care)):
            criterion = kinds[key]
            assert isinstance(criterion, cp.Criterion)
            expected = cp.Truth.TRUE if is_one else cp.Truth.FALSE
            assert cp.evaluate(criterion, room).truth is expected


def test_rules_met_and_not_met() -> None:
    park: dict[str, Any] = {"category": cp.VenueCategory.CHARACTERISTIC_PARK}
    assert find("1.b", cp.Venue(**park, rooms=[cp.Room(use=CARE_ROOM)])) is MET
    enterprise: dict[str, Any] = {"kind": cp.EmployerKind.ENTERPRISE, "female_employees": 100}
    assert find("1.a", cp.Employer(**enterprise, rooms=[cp.Room(use=HUT)])) is MET
    none = cp.Room(use=HUT, equipment=dict.fromkeys(cp.Equipment, 0), private=True, clean=True)
    assert find("a1.1.area/setting", none) is MET  # 附件1 一
    assert find("a1.1.2", none) is NOT_MET
    assert find("a1.1.3", none) is NOT_MET
    silent = cp.Room(use=HUT, reported_to_union=False, use_register=False)
    assert find("a1.2.1.a", silent) is NOT_MET  # 附件1 二（一）
    assert find("a1.2.2", silent) is NOT_MET  # 附件1 二（二）
    wasted = cp.Grant(recipient=cp.GrantRecipient.GRASSROOTS_UNION, used_for_purpose_only=False)
    assert find("a1.2.3.2", wasted) is NOT_MET  # 附件1 二（三）2


def test_benefits_open_and_not_open() -> None:
    rooms = {use: cp.assess(cp.Room(use=use, acceptance_passed=False), PLAN) for use in cp.RoomUse}
    assert rooms[HUT].benefit("3.1.a").availability is OPEN  # 三1: stars for both kinds
    assert rooms[CARE_ROOM].benefit("3.1.a").availability is OPEN
    assert rooms[cp.RoomUse.NURSERY].benefit("3.1.a").availability is NOT_OPEN
    assert rooms[HUT].benefit("a4.plaque").availability is NOT_OPEN  # 附件4 注
    marked = cp.Room(use=HUT, reported_to_union=True, acceptance_passed=True)
    assert cp.assess(marked, PLAN).benefit("a1.2.1.b").availability is OPEN  # 附件1 二（一）
    for uses, availability in (([HUT], OPEN), ([CARE_ROOM], NOT_OPEN)):
        employer = cp.Employer(rooms=[cp.Room(use=use) for use in uses], active_in_hut_work=False)
        a = cp.assess(employer, PLAN)
        assert a.benefit("3.1.b").availability is availability  # 三1: only huts count
        assert a.benefit("3.3.a").availability is NOT_OPEN
        assert a.benefit("3.3.b").availability is NOT_OPEN
