"""A county of its own through every verb, the codec, the audit, the kit and a display.

The expected answers follow from the county's made-up figures, in tests/outside/own_county.py.
"""

import pickle
from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outside.own_county import (
    PLAN,
    Boat,
    CabinRoom,
    CountyBody,
    Fitting,
    Founder,
    Mode,
    Place,
    PlaceKind,
)

import careplan as cp
from careplan import testing
from careplan.audit import find_flaws
from careplan.base.errors import InvalidInput, NotFound
from careplan.base.truth import Availability, Truth
from careplan.results import Evidence

MET, NOT_MET, UNKNOWN = cp.Outcome.MET, cp.Outcome.NOT_MET, cp.Outcome.UNKNOWN
NOUNS: list[type[cp.Noun]] = [Place, CabinRoom, Boat, Founder]
NAMED: dict[str, Any] = {"nouns": NOUNS, "enums": [CountyBody]}
ON = date(2027, 6, 1)
SCREENED = CabinRoom(area_m2=6, equipment={Fitting.NURSING_SCREEN: 1}, clean=True, sea_view=False)


def pier(*rooms: CabinRoom, **facts: Any) -> Place:
    stated = {"berths": 2, "daily_visitors": 1_000, "mothers_and_infants_stay": True, **facts}
    return Place(**{"category": PlaceKind.FERRY_PIER, **stated}, rooms=rooms)


# --- assess, owed, remedies ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "outcome"),
    [
        (pier(SCREENED), MET),
        (pier(), NOT_MET),
        (pier(attrs.evolve(SCREENED, area_m2=5.99)), NOT_MET),  # 不少于6
        (pier(attrs.evolve(SCREENED, equipment={Fitting.NURSING_SCREEN: 0})), NOT_MET),
        (pier(attrs.evolve(SCREENED, equipment={})), UNKNOWN),
        (pier(berths=1), cp.Outcome.NOT_APPLICABLE),
        (pier(daily_visitors=999), cp.Outcome.NOT_APPLICABLE),
        (pier(category=PlaceKind.HOSPITAL, berths=None), cp.Outcome.NOT_APPLICABLE),
    ],
)
def test_a_duty_of_facts_of_ours_and_its_own(place: Place, outcome: cp.Outcome) -> None:
    assert cp.assess(place, PLAN).finding("1").outcome is outcome


def test_what_is_missing_is_named_and_labelled_in_its_words() -> None:
    asked = cp.assess(pier(attrs.evolve(SCREENED, equipment={})), PLAN)
    assert asked.missing == ("rooms[0].equipment[nursing_screen]",)
    assert "第1间候船母婴室有几个哺乳屏风？" in asked.explain("zh")
    assert (
        cp.fact_label(Place, asked.missing[0], "en") == "fittings (nursing screen) of cabin room 1"
    )
    # 不满足“临海”的读法：房间不临海。
    seen = cp.assess(pier(SCREENED), PLAN, readings={"sight": "window"})
    assert seen.finding("1").outcome is NOT_MET


@pytest.mark.parametrize(("berths", "owed"), [(3, []), (4, ["2/4"]), (7, ["2/4"]), (8, ["2/8"])])
def test_a_ladder_of_its_own_facts(berths: int, owed: list[str]) -> None:
    duties = cp.owed(pier(SCREENED, berths=berths), PLAN).duties
    assert [one.number for one in duties if one.number != "1"] == owed


def test_what_would_end_a_breach() -> None:
    small = attrs.evolve(SCREENED, area_m2=5)
    (remedy,) = cp.remedies(cp.assess(pier(small), PLAN))
    asked = [option.needed.describe("en") for option in remedy.options]
    assert asked[0] == "area of cabin room 1 at least 6 m2"
    assert "fittings (nursing screen) of cabin room 2 at least 1" in asked[1]


@pytest.mark.parametrize(
    ("boat", "outcome"),
    [
        (Boat(seats=21, nursing_seats=2, vest_checked_on=date(2026, 6, 2)), MET),
        # A year to the day has passed.
        (Boat(seats=21, nursing_seats=2, vest_checked_on=date(2026, 6, 1)), NOT_MET),
        (Boat(seats=21, nursing_seats=1, vest_checked_on=ON), NOT_MET),
        (Boat(seats=20), cp.Outcome.NOT_APPLICABLE),  # 超过20
        (Boat(seats=21, nursing_seats=2), UNKNOWN),
    ],
)
def test_a_noun_from_nothing(boat: Boat, outcome: cp.Outcome) -> None:
    assert cp.assess(boat, PLAN, on=ON).outcome is outcome


def test_benefits_and_terms() -> None:
    a = cp.assess(pier(SCREENED), PLAN)
    assert a.benefit("11").availability is Availability.OPEN
    assert [office.name for office in a.benefit("11").benefit.owed_by] == ["渡口所"]
    term = cp.assess(Boat(seats=20, nursing_seats=1), PLAN).definition("10")
    assert term.falls_under is Truth.TRUE


# --- grades, sheets, registration, progress, bodies, forms --------------------------------------


@pytest.mark.parametrize(
    ("facts", "low", "high"),
    [
        ({"sea_view": True, "equipment": {Fitting.LIFE_VEST: 2}}, "two", "two"),
        ({"sea_view": True, "equipment": {Fitting.LIFE_VEST: 1}}, "one", "one"),
        ({"sea_view": None, "equipment": {Fitting.LIFE_VEST: 2}}, "one", "two"),
        ({"clean": False}, None, None),
    ],
)
def test_stars(facts: dict[str, Any], low: str | None, high: str | None) -> None:
    found = cp.grade(attrs.evolve(SCREENED, **facts), PLAN.gradings["stars"])
    assert (found.low, found.high) == (low, high)


def test_a_sheet_by_facts() -> None:
    sheet = PLAN.scorecards["acceptance"]
    score = cp.score(sheet, {}, room=SCREENED)
    assert (score.low, score.high, score.outcome) == (100, 100, MET)
    without = attrs.evolve(SCREENED, equipment={Fitting.NURSING_SCREEN: 0})
    assert cp.score(sheet, {}, room=without).outcome is NOT_MET  # 40 of 60
    assert cp.minimum_marks(sheet) == {"screen": 60, "clean": 0}


def test_where_founders_register() -> None:
    open_still = cp.registration_paths(Founder(service_modes={Mode.TIDE}), PLAN)
    assert open_still.missing == ("on_the_island",)
    assert [one.registrar for one in open_still.paths] == list(CountyBody)
    (path,) = cp.registration_paths(
        Founder(on_the_island=True, service_modes={Mode.TIDE, Mode.DAY}), PLAN
    ).paths
    assert (path.registrar, path.business_scope) == (
        CountyBody.PIER_OFFICE,
        "托育服务（日托、渔汛托）",
    )


def test_progress_and_agenda() -> None:
    due = date(2027, 12, 31)
    counts = [cp.SlotCount("东乡", due, 20), cp.SlotCount("西乡", due, 29)]
    report = cp.track_progress(PLAN.ledgers["slots"], counts, on=due)
    assert (report["东乡"].outcome, report["西乡"].outcome) == (MET, NOT_MET)
    measured = [cp.Measurement(on=due, value=100)]
    assert cp.track_progress(PLAN.targets["piers"], measured, on=due).outcome is MET
    coming = cp.agenda(PLAN, date(2027, 9, 1), date(2027, 9, 30)).entries
    assert [one.title.zh for one in coming] == ["报告"]


def test_what_its_bodies_are_asked() -> None:
    asked = [one.id for one in PLAN.tasks_of(CountyBody.PIER_OFFICE)]
    assert asked == ["7", "8/pier", "9", "11", "13"]
    assert PLAN.tasks_of("渡口所") == PLAN.tasks_of(CountyBody.PIER_OFFICE)
    assert cp.matrix([PLAN])["own_county", "9"].keys() == set(CountyBody)
    with pytest.raises(NotFound):
        PLAN.tasks_of("渡口局")


def test_a_form() -> None:
    form = PLAN.forms["application"]
    assert cp.check_form(form, {"pier": "东渡", "berths": 3}).outcome is MET
    assert cp.check_form(form, {"pier": "东渡", "berths": -3}).outcome is NOT_MET


# --- its own sentences -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("make", "zh", "en"),
    [
        (
            lambda: pier(category=PlaceKind.HOT_SPRING),
            "泊位数：只有渡口有泊位",
            "berths: only a ferry pier has berths",
        ),
        (
            lambda: Boat(seats=1, nursing_seats=2),
            "哺乳座位数：哺乳座位多于座位总数",
            "nursing seats: 哺乳座位多于座位总数 [zh]",
        ),
        (
            lambda: cp.codec.loads('{"category": "温泉", "berths": 2}', Place),
            "泊位数：只有渡口有泊位",
            "berths: only a ferry pier has berths",
        ),
    ],
)
def test_it_says_itself_what_cannot_be_together(make: Any, zh: str, en: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        make()
    for error in (caught.value, pickle.loads(pickle.dumps(caught.value))):  # noqa: S301 - our own bytes
        assert [(one.text("zh"), one.text("en")) for one in error.problems] == [(zh, en)]


# --- displays and files ----------------------------------------------------------------------


def results() -> Iterator[Any]:
    due = date(2027, 12, 31)
    for subject in (pier(), pier(SCREENED, berths=8), Place(), Boat(seats=30), SCREENED, Founder()):
        assessment = cp.assess(subject, PLAN, on=ON)
        yield assessment
        yield from cp.remedies(assessment)
        yield cp.owed(subject, PLAN, on=ON)
    yield cp.grade(SCREENED, PLAN.gradings["stars"])
    yield cp.score(PLAN.scorecards["acceptance"], {}, room=SCREENED)
    yield cp.registration_paths(Founder(service_modes={Mode.TIDE}), PLAN)
    yield cp.track_progress(PLAN.ledgers["slots"], [cp.SlotCount("东乡", due, 20)], on=due)
    yield cp.track_progress(PLAN.targets["piers"], [cp.Measurement(on=due, value=99)], on=due)
    yield cp.agenda(PLAN, date(2027, 1, 1), due)
    yield cp.check_form(PLAN.forms["application"], {"pier": 3})


def test_every_answer_is_shown_and_makes_the_round_trip() -> None:
    for one in results():
        assert one.explain("zh")
        assert one.explain("en")
        assert one._repr_html_().startswith("<")
        assert one.records() is not None
        text = cp.codec.dumps(one)
        assert cp.codec.loads(text, type(one), **NAMED) == one
        assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own bytes


def test_the_plan_is_shown_and_makes_the_round_trip() -> None:
    assert PLAN.coverage().complete
    assert cp.codec.loads(cp.codec.dumps(PLAN), cp.Plan, **NAMED) == PLAN
    assert "对象：县内公共场所" in PLAN.show("1").explain("zh", detail="all")
    for clause in PLAN.clauses:
        assert PLAN.show(clause.number).explain("en", detail="all")
    assert len(PLAN.records()) == len(PLAN.clauses)
    assert PLAN._repr_html_()
    # Without its nouns and bodies nobody can say what is meant.
    with pytest.raises(InvalidInput):
        cp.codec.loads(cp.codec.dumps(PLAN), cp.Plan)


@pytest.mark.parametrize("noun", NOUNS)
def test_schema_and_converter(noun: Any) -> None:
    made = testing.build(noun)
    assert noun.__name__ in cp.codec.schema(noun, **NAMED)["$defs"]
    converter = cp.codec.converter(**NAMED)
    assert converter.structure(converter.unstructure(made), noun) == made
    assert cp.codec.loads(cp.codec.dumps(made), noun) == made


# --- audit and kit ---------------------------------------------------------------------------


def test_the_audit_knows_its_facts() -> None:
    # The duty asks for 6, the ladder for 8 or 12 of the same piers.
    found = {(flaw.code, flaw.clauses) for flaw in find_flaws(PLAN)}
    assert ("different_bounds", ("1", "2/4")) in found
    assert all(flaw.text("zh") and flaw.text("en") for flaw in find_flaws(PLAN))


def answer(case: testing.BoundaryCase) -> object:
    return case.answer(PLAN)


def test_generated_cases() -> None:
    # A place of another kind has no berths: the kind never decides beside two of them.
    # Of the sheet the screen's 60 points decide alone: all or none of 40 change nothing.
    sheet, without = {"5: clean"}, {"1: category", "11: category"}
    testing.boundary_cases(PLAN).check(answer, without=sheet)
    testing.decisive_cases(PLAN).check(answer, without=sheet | without)
    testing.class_cases(PLAN).check(answer)
    berths = [case.value for case in testing.boundary_cases(PLAN) if case.path == "berths"]
    assert {1, 2, 3, 4, 5, 7, 8, 9} <= set(berths)
    assert testing.conformance(PLAN)["plan"] == "own_county"


@given(st.data())
@settings(deadline=None)
def test_whatever_is_drawn_is_answered_and_explained(data: st.DataObject) -> None:
    for noun in NOUNS:
        subject: Any = data.draw(testing.nouns(noun, near_boundary=PLAN))
        testing.assert_explained(cp.assess(subject, PLAN, on=ON))
    applicant = data.draw(st.from_type(Founder))
    assert cp.registration_paths(applicant, PLAN).explain("zh")


@pytest.mark.parametrize("plan_id", cp.plan_ids())
def test_our_documents_are_asked_about_its_nouns(plan_id: str) -> None:
    # Its kinds of place are none of ours: what is listed is left to the declared fact.
    for subject in (pier(SCREENED), SCREENED, Founder()):
        a = cp.assess(subject, cp.get_plan(plan_id))
        assert a.explain("zh")
        assert cp.codec.loads(cp.codec.dumps(a), type(a), **NAMED) == a
        testing.assert_explained(a)


def test_what_a_file_says_was_seen_is_of_one_enum() -> None:
    # A piece about our kind of place may have seen one of its own, and nothing else.
    criterion = cp.facts(cp.Venue).category == cp.VenueCategory.HOSPITAL
    data = {
        "path": "category",
        "observed": {"type": "member", "enum": "PlaceKind", "value": "ferry_pier"},
        "truth": "false",
        "required": cp.codec.unstructure(criterion),
    }
    seen = cp.codec.structure(data, Evidence, **NAMED)
    assert (seen.observed, seen.truth) == (PlaceKind.FERRY_PIER, Truth.FALSE)
    for wrong in ({"truth": "true"}, {"observed": "ferry_pier"}, {"observed": 3}):
        with pytest.raises(InvalidInput):
            cp.codec.structure({**data, **wrong}, Evidence, **NAMED)
    uses = {
        "path": "use",
        "observed": {"type": "set", "items": [data["observed"]]},
        "truth": "false",
        "required": cp.codec.unstructure(cp.has(cp.facts(cp.Room).use, cp.RoomUse.NURSERY)),
    }
    assert cp.codec.structure(uses, Evidence, **NAMED).truth is Truth.FALSE
    for observed in (3, {"type": "set", "items": ["x"]}):
        with pytest.raises(InvalidInput):
            cp.codec.structure({**uses, "observed": observed}, Evidence, **NAMED)
