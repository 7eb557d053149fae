"""Evidence keeps what belongs together: all of several things, any of them, and exceptions."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from owners import cases
from strategies import nouns

import careplan as cp
from careplan import writing as w
from careplan.base.truth import Truth, truth_of_all, truth_of_any
from careplan.criteria.evaluation import evaluate
from careplan.criteria.evidence import Evidence, exceptions, witnesses
from careplan.criteria.nodes import Criterion, Quantified, all_of, any_of, not_, reads
from careplan.criteria.proxies import every, facts, has, some
from careplan.criteria.regions.taken import can_surely_hold
from careplan.verbs.assessing.assessments import Assessment
from careplan.verbs.assessing.findings import Finding

venue, room = facts(cp.Venue), facts(cp.Room)
SHUANGLIAO = cp.get_plan("shuangliao_2021")


def every_piece(evidence: tuple[Evidence, ...]) -> Iterator[Evidence]:
    for piece in evidence:
        yield piece
        yield from every_piece((*piece.unless, *piece.parts))


@given(cases())
def test_each_piece_has_the_truth_of_what_it_says_is_asked(case: tuple[Criterion, Any]) -> None:
    criterion, subject = case
    for piece in every_piece(evaluate(criterion, subject).evidence):
        assert evaluate(piece.required, subject).truth is piece.truth


@given(cases())
def test_the_pieces_together_decide(case: tuple[Criterion, Any]) -> None:
    found = evaluate(*case)
    if found.evidence:
        assert truth_of_all(piece.truth for piece in found.evidence) is found.truth
    for piece in every_piece(found.evidence):
        if piece.is_group:
            inside = [one.truth for one in (*piece.unless, *piece.parts)]
            assert (truth_of_any if piece.is_any else truth_of_all)(inside) is piece.truth


@given(cases(), st.data())
def test_no_piece_claims_what_is_not_asked(
    case: tuple[Criterion, Any], data: st.DataObject
) -> None:
    """A subject that is as the criterion asks is as each piece says: whatever that subject is."""
    criterion, subject = case
    other = data.draw(nouns(type(subject)))
    evidence = evaluate(criterion, subject).evidence
    if evaluate(criterion, other).truth is Truth.TRUE:
        assert all(evaluate(one.required, other).truth is not Truth.FALSE for one in evidence)
    for group in every_piece(evidence):
        inside = [evaluate(one.required, other).truth for one in (*group.unless, *group.parts)]
        if group.is_any and Truth.TRUE in inside:  # any of them is enough
            assert evaluate(group.required, other).truth is not Truth.FALSE
        if not group.is_any and evaluate(group.required, other).truth is Truth.TRUE:
            assert Truth.FALSE not in inside


def test_an_alternative_that_nobody_can_bring_about_is_an_exception() -> None:
    """4.2.c: new rooms are built to the standard. How old a room is, no person changes."""
    subject = cp.Venue(rooms=[cp.Room(meets_provincial_standard=False)])
    found = cp.assess(subject, SHUANGLIAO).finding("4.2.c")
    (asked,) = found.requires_evidence
    assert (asked.path, asked.truth, asked.is_any) == ("", Truth.UNKNOWN, True)
    assert [(one.path, one.truth) for one in asked.unless] == [("rooms[0].existing", Truth.UNKNOWN)]
    assert [(one.path, one.truth) for one in asked.parts] == [
        ("rooms[0].meets_provincial_standard", Truth.FALSE)
    ]
    # Issue "wrong answers found from outside", B: printed that the room must be old.
    said = found.explain("en")
    aged = [line for line in said.splitlines() if "already built" in line]
    assert aged
    assert not any("(required:" in line for line in aged)
    assert (
        "? required: room 1: meets the provincial standard, unless room 1: already built"
    ) in said
    assert "(required: yes)" not in said
    assert "要求：第1间母婴室符合省级配置标准；但第1间母婴室已建成的除外" in found.explain("zh")


def test_groups_go_into_json_and_come_back() -> None:
    subject = cp.Venue(rooms=[cp.Room(meets_provincial_standard=False)])
    found = cp.assess(subject, SHUANGLIAO).finding("4.2.c")
    assert cp.codec.loads(cp.codec.dumps(found), Finding) == found
    (asked,) = cp.codec.unstructure(found)["requires_evidence"]
    assert [one["path"] for one in asked["unless"]] == ["rooms[0].existing"]
    assert [one["path"] for one in asked["parts"]] == ["rooms[0].meets_provincial_standard"]


def test_any_and_all_keep_their_order_and_nest() -> None:
    asked = any_of(all_of(venue.waiting_area, venue.reserved_seats), venue.priority_boarding)
    (group,) = evaluate(asked, cp.Venue(waiting_area=True)).evidence
    both, boarding = group.parts
    assert group.is_any
    assert not both.is_any
    assert [one.path for one in both.parts] == ["waiting_area", "reserved_seats"]
    assert boarding.path == "priority_boarding"
    assert [one.path for one in witnesses((group,))] == [
        "waiting_area",
        "reserved_seats",
        "priority_boarding",
    ]


def test_of_alternatives_that_hold_only_these_are_kept() -> None:
    asked = any_of(venue.waiting_area, venue.reserved_seats)
    (group,) = evaluate(asked, cp.Venue(waiting_area=False, reserved_seats=True)).evidence
    assert [one.path for one in group.parts] == ["reserved_seats"]
    assert group.required == asked  # what is asked is said whole


def test_a_denied_conjunction_is_content_with_one_denial() -> None:
    (group,) = evaluate(not_(all_of(venue.waiting_area, venue.reserved_seats)), cp.Venue()).evidence
    assert group.is_any
    assert [one.required for one in group.parts] == [
        not_(venue.waiting_area),
        not_(venue.reserved_seats),
    ]
    apart = evaluate(not_(any_of(venue.waiting_area, venue.reserved_seats)), cp.Venue()).evidence
    assert [one.path for one in apart] == ["waiting_area", "reserved_seats"]


def test_some_item_is_asked_for_and_every_item_is() -> None:
    two = cp.Venue(rooms=[cp.Room(clean=False), cp.Room(clean=False)])
    (group,) = evaluate(some(venue.rooms, room.clean), two).evidence
    assert (group.path, group.is_any, len(group.parts)) == ("rooms", True, 2)
    apart = evaluate(every(venue.rooms, room.clean), two).evidence
    assert [one.path for one in apart] == ["rooms[0].clean", "rooms[1].clean"]
    (denied,) = evaluate(not_(every(venue.rooms, room.clean)), two).evidence
    assert (denied.path, denied.is_any, denied.truth) == ("rooms", True, Truth.TRUE)


def test_every_item_inside_an_alternative_stays_one_alternative() -> None:
    two = cp.Venue(rooms=[cp.Room(clean=False), cp.Room(clean=False)], waiting_area=False)
    (group,) = evaluate(any_of(venue.waiting_area, every(venue.rooms, room.clean)), two).evidence
    waiting, rooms = group.parts
    assert waiting.path == "waiting_area"
    assert (rooms.path, rooms.is_any, len(rooms.parts)) == ("rooms", False, 2)


@pytest.mark.parametrize("alone", [all_of, any_of])
def test_a_join_of_one_is_that_one(alone: Any) -> None:
    (piece,) = evaluate(alone(venue.waiting_area), cp.Venue()).evidence
    assert (piece.path, piece.is_group) == ("waiting_area", False)


def test_exceptions_stand_beside_something_to_do() -> None:
    old, standard = room.existing == True, room.meets_provincial_standard == True  # noqa: E712 - criteria
    assert exceptions((old, standard)) == (old,)
    assert exceptions((old, ~old)) == ()  # then each is an alternative
    assert exceptions((standard,)) == ()


def test_alternatives_of_a_condition_to_apply_are_no_exceptions() -> None:
    """Nothing is done to fall under a clause: the words list what it applies to."""
    mall = cp.Venue(category=cp.VenueCategory.HOSPITAL, building_area_m2=6_000)
    said = cp.assess(mall, SHUANGLIAO).finding("4.1.a").explain("en")
    assert "unless" not in said
    assert "√ kind of place: hospital (applies if: one of" in said


def test_what_a_set_of_an_item_holds_is_written_with_the_item() -> None:
    bare = cp.Venue(rooms=[cp.Room(supplies=[])])
    asked = every(venue.rooms, has(room.supplies, cp.Supply.CLEANING_CLOTHS))
    (piece,) = evaluate(asked, bare).evidence
    assert (piece.path, piece.observed, piece.truth) == (
        "rooms[0].supplies",
        frozenset(),
        Truth.FALSE,
    )
    assert repr(piece.required) == "has(Venue.rooms[0].supplies, Supply.CLEANING_CLOTHS)"


def test_a_place_that_falls_under_one_alternative_is_told_that_one() -> None:
    hub = cp.Venue(category=cp.VenueCategory.TRANSPORT_HUB, rooms=[cp.Room()])
    lines = cp.assess(hub, SHUANGLIAO).finding("4.1.a").explain("en").splitlines()
    assert sum("kind of place" in line for line in lines) == 1
    station = cp.Venue(category=cp.VenueCategory.COACH_STATION, coach_station_grade=3)
    (none, *inside, note) = [
        line
        for line in cp.assess(station, SHUANGLIAO).finding("4.1.a").explain("en").splitlines()
        if "coach station" in line
    ]
    assert none.startswith("× applies if: kind of place is one of")
    # Neither of the other kinds, nor of a grade high enough, nor to be counted in all the same.
    assert [line[:4] for line in inside] == ["  × ", "  × ", "  × "]
    assert note.startswith("coach stations are listed from grade two up")


def test_the_room_that_is_there_is_named_where_having_one_is_asked() -> None:
    said = cp.assess(cp.Venue(rooms=[cp.Room()]), SHUANGLIAO).finding("4.2.b").explain("en")
    assert "√ room: 1 (applies if: at least one room)" in said


def test_an_alternative_of_several_things_stays_whole() -> None:
    """Tried from outside: "area and clean, or private" read as if the area alone were enough."""
    asked = any_of(all_of(room.area_m2 >= 10, room.clean), room.private)
    (group,) = evaluate(asked, cp.Room(area_m2=8, private=False)).evidence
    both, private = group.parts
    assert both.required == all_of(room.area_m2 >= 10, room.clean)
    assert (both.is_any, [one.path for one in both.parts]) == (False, ["area_m2"])
    assert (private.path, private.is_any) == ("private", False)


@given(cases())
def test_any_part_of_alternatives_is_enough(case: tuple[Criterion, Any]) -> None:
    """So says `is_any`: what one of its parts asks for, the whole is content with."""
    criterion, subject = case
    for group in every_piece(evaluate(criterion, subject).evidence):
        inside = [one.required for one in (*group.unless, *group.parts)]
        # Of items and of their collection the algebra knows no more than each by itself.
        if group.is_any and not any(isinstance(one, Quantified) for one in reads(group.required)):
            assert all(not can_surely_hold(all_of(one, not_(group.required))) for one in inside)


def test_what_is_never_so_is_a_piece_beside_others_and_goes_into_json() -> None:
    never = all_of(any_of(), venue.waiting_area)
    (piece,) = evaluate(never, cp.Venue()).evidence
    assert (piece.path, piece.required, piece.truth) == ("", any_of(), Truth.FALSE)
    assert evaluate(any_of(), cp.Venue()).evidence == ()
    title = cp.Text(zh="甲", en="A.")
    clause = w.Clause("1", "一", w.Modality.MUST, title)
    plan = cp.Plan(
        id="x",
        document=w.Document(title=title, issuer=title),
        clauses=(clause,),
        rules=(w.Rule(clause=clause, requires=never),),
    )
    found = cp.assess(cp.Venue(), plan)
    assert cp.codec.loads(cp.codec.dumps(found), Assessment) == found
    assert "× required: never true" in found.explain("en", detail="all")


def _nested_alternatives(depth: int) -> Criterion:
    asked: Criterion = any_of(room.clean, room.private)
    for _ in range(depth):
        asked = any_of(all_of(asked, room.independent), room.use_register)
    return asked


def test_words_grow_with_what_is_asked_and_not_with_its_square() -> None:
    """What is asked is said whole at the top; below it each line says its own."""
    once, twice = (
        sum(map(len, _said_of(_nested_alternatives(depth)).splitlines()[2:])) for depth in (6, 12)
    )
    # Each level is indented by two more: 6 levels of two lines by 0 to 24 characters.
    assert twice <= 2 * once + 2 * 12 * 24


def _said_of(asked: Criterion) -> str:
    title = cp.Text(zh="甲", en="A.")
    clause = w.Clause("1", "一", w.Modality.MUST, title)
    document = w.Document(title=title, issuer=title)
    rules = (w.Rule(clause=clause, requires=asked),)
    plan = cp.Plan(id="x", document=document, clauses=(clause,), rules=rules)
    return cp.assess(cp.Room(clean=False), plan).finding("1").explain("en")


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        # Exceptions that are joins, and collections inside alternatives, in both directions.
        (
            any_of(all_of(room.existing, has(room.use, cp.RoomUse.NURSERY)), room.clean),
            "all of these",
        ),
        (any_of(any_of(not_(all_of(room.existing, room.private))), room.clean), "any of these"),
    ],
)
def test_what_is_inside_is_headed_by_how_it_counts(asked: Criterion, line: str) -> None:
    assert line in _said_of(asked)


def test_collections_inside_alternatives_are_headed_by_their_name() -> None:
    rooms = cp.Venue(rooms=[cp.Room(clean=False, existing=True)] * 2, waiting_area=False)
    title = cp.Text(zh="甲", en="A.")
    clause = w.Clause("1", "一", w.Modality.MUST, title)
    document = w.Document(title=title, issuer=title)
    for asked, head in (
        (every(venue.rooms, room.clean), "× every room:"),
        (some(venue.rooms, room.clean), "× any room:"),
    ):
        rule = w.Rule(clause=clause, requires=any_of(venue.waiting_area, asked))
        plan = cp.Plan(id="x", document=document, clauses=(clause,), rules=(rule,))
        assert head in cp.assess(rooms, plan).finding("1").explain("en")
