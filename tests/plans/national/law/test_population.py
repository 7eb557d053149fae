"""The population law: standards, filing, facilities, and what follows a breach."""

import pytest

import careplan as cp

PLAN = cp.get_plan("national_population_law_2021")
MET, NOT_MET = cp.Outcome.MET, cp.Outcome.NOT_MET
UNKNOWN, NOT_APPLICABLE = cp.Outcome.UNKNOWN, cp.Outcome.NOT_APPLICABLE


def test_an_institution_keeps_the_standards_and_files() -> None:
    # Article 28: both, each by itself
    for keeps, files, outcome in (
        (True, True, MET), (False, True, NOT_MET), (True, False, NOT_MET), (None, True, UNKNOWN),
    ):  # fmt: skip
        subject = cp.Institution(meets_national_standard=keeps, filed_with_health=files)
        assert cp.assess(subject, PLAN).outcome is outcome


def test_a_breach_of_the_standards_names_what_follows() -> None:
    a = cp.assess(cp.Institution(meets_national_standard=False, filed_with_health=False), PLAN)
    following = a.finding("28.3.a").consequences
    # pfp.fine.lo and .hi: 5,000 to 50,000; pfp.serious.lo and .hi: 50,000 to 100,000
    assert [one.told("zh") for one in following] == [
        "先责令改正，给予警告",
        "拒不改正的，处5000元至50000元罚款",
        "情节严重的，责令停止托育服务；处50000元至100000元罚款",
    ]
    assert [one.fine_yuan for one in following] == [
        None, cp.writing.between(5_000, 50_000), cp.writing.between(50_000, 100_000),
    ]  # fmt: skip
    for one, figure, inside in zip(following[1:], (5_000, 50_000), (50_000, 100_000), strict=True):
        band = one.fine_yuan
        assert isinstance(band, cp.writing.Between)
        # 以上 and 以下 include the number (Civil Code 1259)
        assert [band.holds(at) for at in (figure - 1, figure, inside, inside + 1)] == [
            False, True, True, False,
        ]  # fmt: skip
    assert {one.imposed_by[0].body for one in following} == {cp.Body.HEALTH}
    assert a.finding("28.3.b").consequences == ()  # article 41 is about the standards


def test_a_fine_cites_its_facts() -> None:
    assert PLAN.show("41.1.b").known_from.facts == ("pfp.fine.lo", "pfp.fine.hi")
    assert PLAN.show("41.1.c").known_from.facts == ("pfp.serious.lo", "pfp.serious.hi")


@pytest.mark.parametrize(
    ("venue", "any_kind", "room"),
    [
        (cp.Venue(rooms=[], waiting_area=False, reserved_seats=False), NOT_MET, NOT_MET),
        (cp.Venue(rooms=[], waiting_area=False, reserved_seats=True), MET, NOT_MET),
        (cp.Venue(rooms=[], waiting_area=True), MET, NOT_MET),
        (cp.Venue(rooms=[cp.Room()]), MET, MET),
        (cp.Venue(rooms=[]), UNKNOWN, NOT_MET),
    ],
)
def test_a_public_place_has_facilities(
    venue: cp.Venue, any_kind: cp.Outcome, room: cp.Outcome
) -> None:
    # Article 29, second paragraph, which does not say what 母婴设施 are
    assert cp.assess(venue, PLAN).outcome is any_kind
    assert cp.assess(venue, PLAN, readings={"facilities": "room"}).outcome is room


def test_an_employer_with_many_women_has_them_too() -> None:
    for many, rooms, outcome in (
        (True, [], NOT_MET), (True, [cp.Room()], MET), (False, [], NOT_APPLICABLE),
        (None, [], UNKNOWN),
    ):  # fmt: skip
        employer = cp.Employer(many_female_employees=many, rooms=rooms)
        assert cp.assess(employer, PLAN).outcome is outcome


def test_who_abused_a_child_or_was_in_charge_never_works_in_care_again() -> None:
    # Article 41, second paragraph
    for abused, in_charge, outcome in (
        (True, False, NOT_MET), (False, True, NOT_MET), (False, False, NOT_APPLICABLE),
    ):  # fmt: skip
        person = cp.StaffMember(abuse_found=abused, managed_abuser=in_charge, works_in_care=True)
        assert cp.assess(person, PLAN).outcome is outcome


def test_governments_have_their_tasks() -> None:
    assert [one.clause.number for one in PLAN.tasks_of(cp.Body.LOCAL_GOVERNMENT)] == [
        "28.1", "29.1",
    ]  # fmt: skip
