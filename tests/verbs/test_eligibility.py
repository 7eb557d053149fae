"""Assessments and remedies: what a rule, a benefit and a breach come to."""

import pickle
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import MAY, MUST, TITLE, plan_of
from strategies import extensions, nouns

import careplan as cp
from careplan import writing as w
from careplan.criteria.evaluation import evaluate
from careplan.criteria.nodes import all_of, any_of, not_
from careplan.criteria.proxies import every, facts, some
from careplan.documents.clauses import Force
from careplan.fields.declaring import Noun, flag, items, part
from careplan.verbs.assessing.findings import Finding
from careplan.verbs.remedies.remedy import Change
from careplan.verbs.remedies.remedying import MOST_OPTIONS

venue, room, employer = facts(cp.Venue), facts(cp.Room), facts(cp.Employer)
SHUANGLIAO, BDA = cp.get_plan("shuangliao_2021"), cp.get_plan("bda_2017")


# The mall of the design: 12,000 m2 owes 10 m2 (4.1.b), its only room has 8.
MALL = cp.Venue(
    category=cp.VenueCategory.COMMERCIAL_CENTRE,
    building_area_m2=12_000,
    rooms=[cp.Room(independent=True, usable_area_m2=8)],
)


def test_the_mall_of_the_design() -> None:
    a = cp.assess(MALL, SHUANGLIAO)
    assert a.outcome is cp.Outcome.NOT_MET
    f = a.finding("4.1.b")
    assert (f.outcome, f.clause.locator) == (cp.Outcome.NOT_MET, "四（一）")
    assert (f.applies, f.requires) == (cp.Truth.TRUE, cp.Truth.FALSE)
    # The clause asks for some room of the size, not that this one be larger.
    (asked,) = f.requires_evidence
    assert (asked.path, asked.truth, asked.is_any) == ("rooms", cp.Truth.FALSE, True)
    (this_room,) = asked.parts
    assert this_room.required.describe("en") == (
        "room 1: independent; usable area of room 1 at least 10 m2"
    )
    (observed,) = this_room.parts
    assert (observed.path, observed.observed) == ("rooms[0].usable_area_m2", 8)
    assert observed.required.describe("en") == "usable area of room 1 at least 10 m2"
    assert f.missing == ()
    assert a.missing[:2] == ("rooms[0].existing", "rooms[0].direction_sign")
    assert a.under("4.1").outcome is cp.Outcome.NOT_MET
    assert {g.number for g in a.under("4.1").findings} == {
        "4.1.a",
        "4.1.b",
        "4.1.d/lower",
        "4.1.d/upper",
    }


def test_the_hospital_of_the_design() -> None:
    hospital = cp.Venue(category=cp.VenueCategory.HOSPITAL, rooms=[])
    a = cp.assess(hospital, SHUANGLIAO)
    assert (a.outcome, a.missing) == (cp.Outcome.UNKNOWN, ("building_area_m2",))


def test_the_remedies_of_the_design() -> None:
    (remedy,) = cp.remedies(cp.assess(MALL, SHUANGLIAO))
    enlarge, add = remedy.options
    assert remedy.finding.number == "4.1.b"
    assert enlarge.changes == (Change("rooms[0].usable_area_m2", 8),)
    assert enlarge.needed.describe("en") == "usable area of room 1 at least 10 m2"
    assert add.changes == (Change("rooms[1]", None, added=True),)
    assert add.needed.describe("en") == (
        "room 2: independent; usable area of room 2 at least 10 m2"
    )


@pytest.mark.parametrize(
    ("applies", "requires", "outcome"),
    [
        # The design: applies false -> not applicable; otherwise "not applies, or requires".
        (False, None, cp.Outcome.NOT_APPLICABLE),
        (False, False, cp.Outcome.NOT_APPLICABLE),
        (False, True, cp.Outcome.NOT_APPLICABLE),
        (True, True, cp.Outcome.MET),
        (True, False, cp.Outcome.NOT_MET),
        (True, None, cp.Outcome.UNKNOWN),
        (None, True, cp.Outcome.MET),
        (None, False, cp.Outcome.UNKNOWN),
        (None, None, cp.Outcome.UNKNOWN),
    ],
)
def test_outcome_of_a_rule(
    applies: bool | None,
    requires: bool | None,
    outcome: cp.Outcome,
) -> None:
    plan = plan_of(w.Rule(clause=MUST, applies=room.existing, requires=room.clean))
    found = cp.assess(cp.Room(existing=applies, clean=requires), plan).finding("1")
    assert found.outcome is outcome
    assert bool(found.missing) == (outcome is cp.Outcome.UNKNOWN)


def test_binding_findings_decide_and_advice_does_not() -> None:
    advice = w.Rule(clause=MUST, part="b", requires=room.private, advisory=TITLE)
    plan = plan_of(
        w.Rule(clause=MUST, requires=room.clean),
        advice,
        w.Rule(clause=MAY, requires=room.private),
    )
    a = cp.assess(cp.Room(clean=True, private=False), plan)
    assert a.outcome is cp.Outcome.MET
    assert a.finding("1/b").outcome is cp.Outcome.NOT_MET
    assert [f.force for f in a.findings] == [
        Force.BINDING,
        Force.ADVISORY,
        Force.ADVISORY,
    ]
    assert cp.assess(cp.Room(private=True), plan).missing == ("clean",)
    assert a.under("1").findings[1].number == "1/b"


def test_nothing_about_the_noun_is_no_finding() -> None:
    a = cp.assess(cp.Grant(), SHUANGLIAO)
    assert (a.findings, a.outcome) == ((), cp.Outcome.NOT_APPLICABLE)
    assert "nothing" in a.explain("en")
    only_advice = cp.assess(cp.Employer(), BDA)
    assert only_advice.outcome is cp.Outcome.NOT_APPLICABLE


def test_a_benefit_is_reported_beside_and_may_is_no_claim() -> None:
    plan = plan_of(
        benefits=(
            w.Benefit(clause=MUST, condition=room.clean, amount_yuan=5),
            w.Benefit(clause=MAY, condition=room.clean),
        )
    )
    a = cp.assess(cp.Room(clean=True), plan)
    due, offered = a.benefits
    assert due.availability is offered.availability is cp.Availability.OPEN
    assert (due.entitled, offered.entitled) == (cp.Truth.TRUE, cp.Truth.FALSE)
    assert a.outcome is cp.Outcome.NOT_APPLICABLE
    assert cp.assess(cp.Room(clean=False), plan).benefit("2").availability is (
        cp.Availability.NOT_OPEN
    )
    unknown = cp.assess(cp.Room(), plan).benefit("1")
    assert (unknown.availability, unknown.missing) == (cp.Availability.UNKNOWN, ("clean",))


def test_unknown_numbers_are_errors_with_a_suggestion() -> None:
    a = cp.assess(MALL, SHUANGLIAO)
    for lookup in (a.finding, a.benefit, a.under):
        with pytest.raises(cp.NotFound):
            lookup("4.1.z")
    with pytest.raises(cp.NotFound) as error:
        a.finding("4.1.bb")
    assert error.value.suggestion == "4.1.b"
    with pytest.raises(cp.NotFound):
        a.finding(["4.1.b"])  # type: ignore[arg-type]


def test_readings_are_taken_named_and_checked() -> None:
    a = cp.assess(MALL, SHUANGLIAO)
    assert {r.interpretation.id: r.option.id for r in a.readings} == {
        "existing_rooms": "bind",
        "place_list": "closed",
    }
    assert [r.interpretation.id for r in a.under("4.1.d").readings] == [
        "existing_rooms",
        "place_list",
    ]
    assert a.under("4.2").readings == ()
    with pytest.raises(cp.NotFound) as unknown:
        cp.assess(MALL, SHUANGLIAO, readings={"existing_room": "bind"})
    assert unknown.value.suggestion == "existing_rooms"
    with pytest.raises(cp.NotFound) as option:
        cp.assess(MALL, SHUANGLIAO, readings={"existing_rooms": "binds"})
    assert option.value.known == ("bind", "improve")


def test_wrong_arguments_are_input_errors() -> None:
    with pytest.raises(cp.InvalidInput) as subject:
        cp.assess("mall", SHUANGLIAO)  # type: ignore[call-overload]
    assert subject.value.problems[0].path == "subject"
    with pytest.raises(cp.InvalidInput):
        cp.assess(MALL, "shuangliao_2021")  # type: ignore[arg-type]
    with pytest.raises(cp.InvalidInput):
        cp.assess(MALL, SHUANGLIAO, readings="bind")  # type: ignore[call-overload]
    with pytest.raises(cp.InvalidInput):
        cp.remedies(MALL)  # type: ignore[arg-type]


def test_results_have_no_truth_and_pickle() -> None:
    a = cp.assess(MALL, SHUANGLIAO)
    for result in (a, a.findings[0], cp.remedies(a)[0], a.outcome):
        with pytest.raises(cp.AmbiguousTruth):
            bool(result)
        assert pickle.loads(pickle.dumps(result)) == result  # noqa: S301 - our own bytes


@given(nouns(cp.Venue), st.data())
def test_added_facts_change_an_outcome_only_as_the_design_allows(
    subject: cp.Venue, data: st.DataObject
) -> None:
    later = data.draw(extensions(subject))
    before, after = cp.assess(subject, SHUANGLIAO), cp.assess(later, SHUANGLIAO)
    for was, now in zip(before.findings, after.findings, strict=True):
        allowed = {was.outcome}
        if was.outcome is cp.Outcome.UNKNOWN:
            allowed = set(cp.Outcome)
        elif was.outcome is cp.Outcome.MET:
            allowed = {cp.Outcome.MET, cp.Outcome.NOT_APPLICABLE}
        assert now.outcome in allowed


# Remedies.


def options_of(subject: Noun, *rules: w.Rule) -> list[list[str]]:
    """Return the paths of each option of the only remedy."""
    (remedy,) = cp.remedies(cp.assess(subject, plan_of(*rules)))
    return [[change.path for change in option.changes] for option in remedy.options]


def test_every_room_is_mended_at_once() -> None:
    signs = w.Rule(clause=MUST, applies=some(venue.rooms), requires=every(venue.rooms, room.clean))
    dirty = cp.Venue(rooms=[cp.Room(clean=False)] * 4)
    assert options_of(dirty, signs) == [[f"rooms[{i}].clean" for i in range(4)]]


def test_options_are_bounded_and_adding_stays_among_them() -> None:
    rule = w.Rule(clause=MUST, requires=some(venue.rooms, room.usable_area_m2 >= 10))
    small = cp.Venue(rooms=[cp.Room(usable_area_m2=n / 10) for n in range(20)])
    found = options_of(small, rule)
    assert len(found) == MOST_OPTIONS
    # Rooms are named in their order, the tenth behind the ninth; and one may be added.
    assert found == [*([f"rooms[{n}].usable_area_m2"] for n in range(9)), ["rooms[20]"]]


def test_the_smallest_sets_come_first_and_none_contains_another() -> None:
    rule = w.Rule(
        clause=MUST,
        requires=any_of(
            all_of(room.clean, room.private),
            all_of(room.clean, room.private, room.independent),
            room.use_register,
        ),
    )
    poor = cp.Room(clean=False, private=False, independent=False, use_register=False)
    assert options_of(poor, rule) == [["use_register"], ["clean", "private"]]


def test_what_the_rule_applies_to_is_never_changed() -> None:
    rule = w.Rule(clause=MUST, applies=not_(room.clean), requires=any_of(room.clean, room.private))
    assert options_of(cp.Room(clean=False, private=False), rule) == [["private"]]


def test_without_a_changeable_fact_the_fixed_facts_are_named() -> None:
    rule = w.Rule(clause=MUST, requires=not_(room.existing) & room.clean)
    (remedy,) = cp.remedies(cp.assess(cp.Room(existing=True, clean=True), plan_of(rule)))
    assert remedy.options == ()
    assert [(e.path, e.observed) for e in remedy.fixed] == [("existing", True)]
    assert "already built" in remedy.explain("en")


def test_denied_items_tables_and_parts() -> None:
    nobody_dirty = w.Rule(clause=MUST, requires=not_(some(venue.rooms, not_(room.clean))))
    assert options_of(cp.Venue(rooms=[cp.Room(clean=False)]), nobody_dirty) == [["rooms[0].clean"]]
    not_all = w.Rule(clause=MUST, requires=not_(every(venue.rooms, room.existing)))
    # All rooms are old and stay so: only a room more can be a new one.
    assert options_of(cp.Venue(rooms=[cp.Room(existing=True)]), not_all) == [["rooms[1]"]]
    tables = w.Rule(clause=MUST, requires=room.equipment[cp.Equipment.TABLE] >= 1)
    bare = cp.Room(equipment={cp.Equipment.TABLE: 0})
    assert options_of(bare, tables) == [["equipment[table]"]]


def test_adding_an_item_helps_only_if_it_can_satisfy() -> None:
    rule = w.Rule(clause=MUST, requires=some(venue.rooms, any_of()) | venue.waiting_area)
    lonely = cp.Venue(rooms=[], waiting_area=False)
    assert options_of(lonely, rule) == [["waiting_area"]]


@attrs.frozen(kw_only=True)
class Owner(Noun):
    """A noun with a part that has a growable collection."""

    venue: cp.Venue | None = part(cp.Venue, "场所", "venue")
    licensed: bool | None = flag("已登记", "licensed", changeable=True)


def test_remedies_inside_a_part() -> None:
    owner = facts(Owner)
    rule = w.Rule(
        clause=MUST, requires=some(owner.venue.rooms, room.area_m2 >= 10) & owner.licensed
    )
    subject = Owner(venue=cp.Venue(rooms=[cp.Room(area_m2=9)]), licensed=None)
    assert options_of(subject, rule) == [["venue.rooms[0].area_m2"], ["venue.rooms[1]"]]
    unknown_rooms = Owner(venue=cp.Venue(), licensed=False)
    assert options_of(unknown_rooms, rule) == [["licensed"]]


@given(nouns(cp.Venue))
def test_an_option_leaves_the_duty_open_and_nothing_smaller_does(subject: cp.Venue) -> None:
    for remedy in cp.remedies(cp.assess(subject, SHUANGLIAO)):
        for option in remedy.options:
            assert option.needed != any_of()
            if not any(change.added for change in option.changes):
                # What is needed reads only facts that are changed.
                assert set(cp.facts_of(option.needed)) >= {c.path for c in option.changes}


def test_exactness_survives_any_decimal_context() -> None:
    import decimal  # noqa: PLC0415 - used here only

    with decimal.localcontext(decimal.Context(prec=5)):
        just_below = Decimal("9999.999999")
        subject = cp.Venue(
            category=cp.VenueCategory.HOSPITAL,
            building_area_m2=just_below,
            rooms=[cp.Room(independent=True, usable_area_m2=Decimal("5.9999999"))],
        )
        found = cp.assess(subject, SHUANGLIAO).finding("4.1.a")
    assert (found.applies, found.requires) == (cp.Truth.TRUE, cp.Truth.FALSE)
    assert evaluate(venue.building_area_m2 >= 10_000, subject).truth is cp.Truth.FALSE


@attrs.frozen(kw_only=True)
class Estate(Noun):
    """A noun whose items have a growable collection of their own."""

    venues: tuple[cp.Venue, ...] | None = items(cp.Venue, "场所", "venue")


def test_adding_inside_an_item() -> None:
    estate = facts(Estate)
    rule = w.Rule(clause=MUST, requires=every(estate.venues, some(venue.rooms)))
    subject = Estate(venues=(cp.Venue(rooms=[cp.Room()]), cp.Venue(rooms=[])))
    assert options_of(subject, rule) == [["venues[1].rooms[0]"]]


def test_definitions_say_who_falls_under_a_term() -> None:
    # 四（一）: the list of places, closed or open.
    school = cp.Venue(category=cp.VenueCategory.OTHER)
    closed = cp.assess(school, SHUANGLIAO).definition("4.1.c")
    assert (closed.falls_under, closed.missing) == (cp.Truth.FALSE, ())
    read_open = cp.assess(school, SHUANGLIAO, readings={"place_list": "open"})
    term = read_open.definition("4.1.c")
    assert (term.falls_under, term.missing) == (cp.Truth.UNKNOWN, ("treated_as_listed",))
    assert [r.interpretation.id for r in term.readings] == ["place_list"]
    only = read_open.under("4.1.c")
    assert (only.findings, only.definitions) == ((), (term,))
    assert "falls under the term" in only.explain("en", detail="all")
    assert term.explain("zh").startswith("待补充：四（一）所列公共场所；")
    assert term.numbers == ("4.1.c",)
    with pytest.raises(cp.NotFound):
        read_open.definition("4.1.z")


def test_a_part_may_speak_less_strongly_than_its_clause() -> None:
    softer = w.Benefit(clause=MUST, condition=room.clean, modality=w.Modality.SHOULD)
    a = cp.assess(cp.Room(clean=True), plan_of(benefits=(softer,)))
    assert (a.benefit("1").availability, a.benefit("1").entitled) == (
        cp.Availability.OPEN,
        cp.Truth.FALSE,
    )
    assert "the clause says 'should'" in a.explain("en")


def test_a_note_is_given_only_where_it_is_true() -> None:
    small = cp.Venue(category=cp.VenueCategory.HOSPITAL, building_area_m2=3_000)
    assert cp.assess(small, SHUANGLIAO).finding("4.1.a").note is not None
    assert cp.assess(MALL, SHUANGLIAO).finding("4.1.a").note is None


def note(word: str) -> cp.Text:
    """Say one word in both languages."""
    return cp.Text(zh=word, en=word)


NOTES = (
    w.Otherwise(when=room.area_m2 < 5, text=note("small")),
    w.Otherwise(when=room.area_m2 < 10, text=note("medium")),
    w.Otherwise(when=room.private, text=note("private")),
)


@pytest.mark.parametrize(
    ("facts_stated", "said"),
    [
        # `Rule`: of several notes the first that holds is given.
        ({"area_m2": 3}, "small"),
        ({"area_m2": 3, "private": True}, "small"),
        ({"area_m2": 7, "private": True}, "medium"),
        ({"area_m2": 12, "private": True}, "private"),
        ({"area_m2": 12, "private": False}, None),
        # What is not known to hold is not said, and stops no later note.
        ({"private": True}, "private"),
        ({}, None),
        # A note is about a rule that does not apply, and that is known.
        ({"area_m2": 3, "existing": True}, None),
        ({"area_m2": 3, "existing": None}, None),
    ],
)
def test_of_several_notes_the_first_that_holds_is_given(
    facts_stated: dict[str, Any], said: str | None
) -> None:
    rule = w.Rule(clause=MUST, applies=room.existing, requires=room.clean, otherwise=NOTES)
    subject = cp.Room(**{"existing": False, **facts_stated})
    finding = cp.assess(subject, plan_of(rule)).finding("1")
    assert finding.note == (None if said is None else note(said))
    if said is not None:
        assert said in finding.explain("en")
    assert cp.codec.loads(cp.codec.dumps(finding), Finding) == finding


def test_one_note_alone_is_the_only_one() -> None:
    first, *_ = NOTES
    alone, listed = (
        w.Rule(clause=MUST, requires=room.clean, otherwise=o) for o in (first, [first])
    )
    assert alone == listed
    assert alone.otherwise == (first,)
    assert w.Rule(clause=MUST, requires=room.clean).otherwise == ()


@pytest.mark.parametrize(
    ("given_notes", "path", "code"),
    [
        (None, "otherwise", "required"),  # no note is the empty tuple
        (3, "otherwise", "wrong_type"),
        ("note", "otherwise", "wrong_type"),
        (TITLE, "otherwise", "wrong_type"),
        (room.clean, "otherwise", "wrong_type"),
        ([TITLE], "otherwise[0]", "wrong_type"),
        ([NOTES[0], None], "otherwise[1]", "none_inside"),
    ],
)
def test_what_is_no_note_is_refused(given_notes: Any, path: str, code: str) -> None:
    with pytest.raises(cp.InvalidInput) as caught:
        w.Rule(clause=MUST, requires=room.clean, otherwise=given_notes)
    assert [(one.path, one.code) for one in caught.value.problems] == [(path, code)]


def test_every_note_is_about_the_rules_noun() -> None:
    other = w.Otherwise(when=venue.waiting_area, text=TITLE)
    with pytest.raises(cp.InvalidCriterion, match="Room and Venue"):
        w.Rule(clause=MUST, requires=room.clean, otherwise=[NOTES[0], other])
