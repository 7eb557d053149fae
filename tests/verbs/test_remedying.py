"""Remedies: every smallest way, satisfiable, each change once, at a cost that is bounded."""

from collections.abc import Iterator, Sequence
from itertools import chain, combinations, product
from typing import Any

import attrs
import pytest
from counting import MOST, calls
from hypothesis import given, settings
from hypothesis import strategies as st
from small_plans import plan_of

import careplan as cp
from careplan import writing as w
from careplan.base.errors import InvalidInput, Problem
from careplan.base.text import Text
from careplan.criteria.evaluation import truth_by
from careplan.criteria.evidence import is_changeable
from careplan.criteria.nodes import Compare, Criterion, all_of, any_of, not_
from careplan.criteria.proxies import every, facts, has, some
from careplan.criteria.regions.taken import can_hold
from careplan.criteria.residuals import left_by
from careplan.criteria.signs import Op
from careplan.criteria.steps import Facts
from careplan.documents.clauses import Clause, Modality
from careplan.fields.declaring import Noun, flag, items, number, table, words
from careplan.fields.paths import parse_path
from careplan.results import Change, RemedyOption
from careplan.verbs.assessing.assessments import Assessment
from careplan.verbs.remedies import remedying
from careplan.verbs.remedies.levers import MOST_CARRIED, Changed, Levers, grown
from careplan.verbs.remedies.remedy import Remedy
from careplan.verbs.remedies.remedying import MOST_JOINED, MOST_OPTIONS

TITLE = Text(zh="甲", en="A.")
CLAUSES = tuple(Clause(str(n), "一", Modality.MUST, TITLE) for n in range(9))
SHUANGLIAO, DAWA = cp.get_plan("shuangliao_2021"), cp.get_plan("dawa_2023")
venue, room = facts(cp.Venue), facts(cp.Room)


@attrs.frozen(kw_only=True)
class Cot(Noun):
    """An item that cannot be made without saying what it is called."""

    name: str = words("名称", "name", required=True)
    long: bool | None = flag("够长", "long enough", changeable=True)
    firm: bool | None = flag("够硬", "firm enough")


@attrs.frozen(kw_only=True)
class Toy(Noun):
    """An item that says nothing, and then contradicts itself."""

    safe: bool | None = flag("安全", "safe")

    def contradictions(self) -> Iterator[Problem]:
        """Nobody may leave it open."""
        if self.safe is None:
            yield Problem("safe", "required", None)


@attrs.frozen(kw_only=True)
class Nest(Noun):
    """A noun with a little of everything a person may change."""

    area: Any = number("面积", "area", changeable=True)
    clean: bool | None = flag("整洁", "clean", changeable=True)
    listed: bool | None = flag("在册", "listed")
    seats: Any = table(cp.Level, "座位", "seats", changeable=True)
    cots: Any = items(Cot, "婴儿床", "cots", growable=True)
    toys: Any = items(Toy, "玩具", "toys", growable=True)


# What the library may not make: its fact is taken away behind its back.
UNKNOWN_TOY = Toy(safe=True)
object.__setattr__(UNKNOWN_TOY, "safe", None)
nest, cot, toy = facts(Nest), facts(Cot), facts(Toy)


def plan_asking(*asked: Criterion | tuple[Criterion, Criterion]) -> cp.Plan:
    """Make a plan of a rule per criterion, or per pair of who and what."""
    pairs = [one if isinstance(one, tuple) else (all_of(), one) for one in asked]
    return cp.Plan(
        id="x",
        document=w.Document(title=TITLE, issuer=TITLE),
        clauses=CLAUSES,
        rules=tuple(
            w.Rule(clause=clause, applies=applies, requires=requires)
            for clause, (applies, requires) in zip(CLAUSES, pairs, strict=False)
        ),
    )


Told = list[tuple[list[str], Criterion, tuple[str, ...]]]


def told(subject: Noun, *asked: Criterion | tuple[Criterion, Criterion]) -> dict[str, Told]:
    """Return by finding: the changes of each option, what is needed, and what that ends."""
    found = cp.remedies(cp.assess(subject, plan_asking(*asked)))
    return {
        remedy.finding.number: [
            ([change.path for change in option.changes], option.needed, option.ends)
            for option in remedy.options
        ]
        for remedy in found
    }


def test_three_uses_are_one_room() -> None:
    """Dawa 3.1.2.b: 设置育婴室、哺乳室、特殊关爱室. One room may have all three uses."""
    subject = cp.Employer(rooms=[])
    (remedy,) = (
        one for one in cp.remedies(cp.assess(subject, DAWA)) if one.finding.number == "3.1.2.b"
    )
    (option,) = remedy.options
    # One change is the smallest: no room has to be added beside it.
    assert [(one.path, one.added) for one in option.changes] == [("rooms[0]", True)]
    assert option.needed.describe("zh") == (
        "第1间女职工用房的用途包括育婴室、哺乳室、女职工特殊关爱室"
    )


def test_one_room_is_added_for_the_two_uses_that_the_first_has_not() -> None:
    """What a room is for is no fact that a person changes: another room has the other two."""
    nursery = cp.Room(use=cp.RoomUse.NURSERY)
    found = cp.remedies(cp.assess(cp.Employer(rooms=[nursery]), DAWA))
    (remedy,) = (one for one in found if one.finding.number == "3.1.2.b")
    (option,) = remedy.options
    assert [(one.path, one.added) for one in option.changes] == [("rooms[1]", True)]
    assert option.needed.describe("en") == (
        "uses of room 2 include lactation room, special care room for women workers"
    )


# No room is two of these: each excludes the others by its area.
THREE_SIZES = all_of(
    some(venue.rooms, room.area_m2 < 5),
    some(venue.rooms, all_of(room.area_m2 >= 5, room.area_m2 <= 10)),
    some(venue.rooms, room.area_m2 > 10),
)


def test_three_rooms_of_three_sizes_are_three_rooms() -> None:
    ((paths, needed, _),) = told(cp.Venue(rooms=[]), THREE_SIZES)["0"]
    assert paths == ["rooms[0]", "rooms[1]", "rooms[2]"]
    assert needed.describe("en") == (
        "area of room 1 less than 5 m2; area of room 2 at least 5 m2 and at most 10 m2; "
        "area of room 3 more than 10 m2"
    )


def test_two_rooms_are_added_where_one_of_three_is_there() -> None:
    ways = [one[0] for one in told(cp.Venue(rooms=[cp.Room(area_m2=3)]), THREE_SIZES)["0"]]
    assert ["rooms[1]", "rooms[2]"] in ways


def test_an_existing_room_is_enlarged_or_another_added() -> None:
    """Shuangliao 4.1.d: an independent room of 10 m2 ends it too, as its any_of says."""
    mall = cp.Venue(
        category=cp.VenueCategory.COMMERCIAL_CENTRE,
        building_area_m2=12_000,
        rooms=[cp.Room(existing=True, independent=True, usable_area_m2=8)],
    )
    (remedy,) = cp.remedies(cp.assess(mall, SHUANGLIAO))
    # 4.1.b asks for the same room: each change is named once, with both breaches.
    assert [
        ([one.path for one in option.changes], repr(option.needed), option.ends)
        for option in remedy.options
    ] == [
        (
            ["rooms[0].usable_area_m2"],
            "Venue.rooms[0].usable_area_m2 >= 10",
            ("4.1.b", "4.1.d/upper"),
        ),
        (
            ["rooms[1]"],
            "all_of(Venue.rooms[1].independent == True, Venue.rooms[1].usable_area_m2 >= 10)",
            ("4.1.b", "4.1.d/upper"),
        ),
    ]


def test_an_alternative_that_is_asked_anyway_is_not_said_again() -> None:
    """4.1.d is content with 4.1.b's room, or with the area alone: what 4.1.b asks says both."""
    mall = cp.Venue(
        category=cp.VenueCategory.COMMERCIAL_CENTRE,
        building_area_m2=12_000,
        rooms=[cp.Room(existing=True, usable_area_m2=8)],
    )
    enlarge, _ = cp.remedies(cp.assess(mall, SHUANGLIAO))[0].options
    assert enlarge.ends == ("4.1.b", "4.1.d/upper")
    assert repr(enlarge.all_ended) == (
        "all_of(Venue.rooms[0].independent == True, Venue.rooms[0].usable_area_m2 >= 10)"
    )


def test_of_ten_ways_all_are_named() -> None:
    small = cp.Venue(rooms=[cp.Room(usable_area_m2=n) for n in range(MOST_OPTIONS - 1)])
    asked = any_of(some(venue.rooms, room.usable_area_m2 >= 10), venue.waiting_area)
    subject = attrs.evolve(small, waiting_area=False)
    found = [one[0] for one in told(subject, asked)["0"]]
    assert len(found) == MOST_OPTIONS
    assert [f"rooms[{MOST_OPTIONS - 1}]"] in found


def test_what_cannot_be_is_never_advised() -> None:
    """any_of(area >= 10, clean) with area < 9 required: the area alone cannot end it."""
    asked = all_of(any_of(nest.area >= 10, nest.clean), nest.area < 9)
    assert told(Nest(area=5, clean=False), asked) == {
        "0": [(["clean"], nest.clean == True, ("0",))]  # noqa: E712 - a criterion
    }
    both = [(["area", "clean"], asked, ("0",))]
    assert told(Nest(area=9.5, clean=False), asked) == {"0": both}


def test_a_fact_that_was_as_asked_may_have_to_change_as_well() -> None:
    """An area of 10 breaks "at most 5, or clean": that is then mended with it."""
    asked = all_of(any_of(nest.area <= 5, nest.clean), nest.area >= 10)
    assert [paths for paths, _, _ in told(Nest(area=4, clean=False), asked)["0"]] == [
        ["area", "clean"]
    ]


@pytest.mark.parametrize(
    ("free", "left"),
    [
        # As of `residual`: a table set free frees its entries, a collection its items.
        (["seats"], ("seats[city]", "seats[county]")),
        (["seats", "seats[city]"], ("seats[city]", "seats[county]")),
        (["seats[city]"], ("seats[city]",)),
        (["cots"], ("cots",)),
        (["cots", "cots[0].long"], ("cots",)),
        (["cots[1].long"], ("cots[1].long",)),
        (["seats", "cots[0].long"], ("seats[city]", "seats[county]", "cots[0].long")),
    ],
)
def test_what_lies_inside_something_set_free_is_free(
    free: list[str], left: tuple[str, ...]
) -> None:
    seats = {cp.Level.CITY: 3, cp.Level.COUNTY: 4}
    subject = Nest(seats=seats, cots=[Cot(name="x", long=True), Cot(name="y", long=True)])
    enough = all_of(nest.seats[cp.Level.CITY] >= 3, nest.seats[cp.Level.COUNTY] >= 3)
    asked = all_of(enough, every(nest.cots, cot.long))
    changed = Changed(subject, frozenset(parse_path(Nest, path) for path in free))
    # All of it holds by what is stated: what was set free is all that is asked.
    assert cp.facts_of(left_by(asked, changed)) == left
    assert left_by(asked, changed) == cp.residual(asked, subject, free)


def test_what_is_set_free_inside_of_an_item_frees_what_lies_further_in() -> None:
    table = some(venue.rooms, room.equipment[cp.Equipment.TABLE] >= 1)
    subject = cp.Venue(rooms=[cp.Room(equipment={cp.Equipment.TABLE: 0}), cp.Room(equipment={})])
    changed = Changed(subject, frozenset({("rooms", 0, "equipment")}))
    # An absent key is not stated: the second room is asked of anyway, the first where freed.
    entries = tuple(f"rooms[{place}].equipment[table]" for place in (0, 1))
    assert cp.facts_of(left_by(table, changed)) == entries
    assert cp.facts_of(left_by(table, Changed(subject, frozenset()))) == entries[1:]


def test_what_stands_in_the_way_is_said_only_where_nothing_can_be_changed() -> None:
    asked = (nest.area >= 6, all_of(nest.listed), any_of(nest.listed, nest.clean))
    subject = Nest(area=4, listed=False, clean=False)
    larger, none, either = cp.remedies(cp.assess(subject, plan_asking(*asked)))
    # Nobody changes whether it is listed; by the docstring that is said where no option is.
    assert (len(larger.options), larger.fixed) == (1, ())
    assert (none.options, [(one.path, one.observed) for one in none.fixed]) == (
        (),
        [("listed", False)],
    )
    # Another way is open: that it is not listed stands in nobody's way.
    assert ([one.changes[0].path for one in either.options], either.fixed) == (["clean"], ())
    for remedy, said in ((larger, ""), (none, "listed"), (either, "")):
        assert {row["fixed"] for row in remedy.records()} == {said}


def test_an_item_is_described_and_never_made() -> None:
    asked = some(nest.cots, cot.long), some(nest.toys, toy.safe)
    found = told(Nest(cots=[], toys=[]), *asked)
    assert found == {
        "0": [(["cots[0]"], cp.residual(asked[0], Nest(cots=[Cot(name="x")])), ("0",))],
        "1": [(["toys[0]"], cp.residual(asked[1], Nest(toys=[UNKNOWN_TOY])), ("1",))],
    }
    with pytest.raises(InvalidInput):
        Toy()
    with pytest.raises(TypeError):
        Cot()


def test_one_item_serves_where_it_can_be_all_that_is_asked() -> None:
    long, firm = some(nest.cots, cot.long), some(nest.cots, cot.firm)
    soft = some(nest.cots, not_(cot.firm))
    (one,) = told(Nest(cots=[]), all_of(long, firm))["0"]
    assert one[0] == ["cots[0]"]
    (two,) = told(Nest(cots=[]), all_of(long, firm, soft))["0"]
    assert two[0] == ["cots[0]", "cots[1]"]
    assert repr(two[1]) == (
        "all_of(Nest.cots[0].long == True, Nest.cots[0].firm == True, "
        "not_(Nest.cots[1].firm == True))"
    )


def test_what_every_item_must_be_the_new_one_is() -> None:
    asked = all_of(some(nest.cots, cot.long), every(nest.cots, cot.firm))
    (added,) = told(Nest(cots=[]), asked)["0"]
    assert repr(added[1]) == "all_of(Nest.cots[0].long == True, Nest.cots[0].firm == True)"


def test_nothing_is_added_that_the_rule_might_no_longer_apply_with() -> None:
    alike = every(nest.cots, cot.firm)
    asked = any_of(some(nest.cots, cot.long), nest.clean)
    firm = Nest(cots=[Cot(name="x", firm=True, long=False)], clean=False)
    assert [one[0] for one in told(firm, (alike, asked))["0"]] == [["cots[0].long"], ["clean"]]
    there = some(nest.cots, cot.firm)  # stays true with a cot more
    assert ["cots[1]"] in [one[0] for one in told(firm, (there, asked))["0"]]


def test_a_change_that_ends_several_breaches_is_named_once() -> None:
    larger, clean = nest.area >= 20, nest.clean
    asked = (nest.area >= 6, nest.area >= 10, any_of(larger, clean))
    found = told(Nest(area=4, clean=False), *asked)
    # What the first clause asks is said of the first clause, and what all of them ask beside it.
    assert found == {
        "0": [(["area"], asked[0], ("0", "1", "2"))],
        "2": [(["clean"], clean == True, ("2",))],  # noqa: E712 - a criterion
    }
    first, _ = cp.remedies(cp.assess(Nest(area=4, clean=False), plan_asking(*asked)))
    assert first.options[0].all_ended == larger  # the strictest bound says it all
    assert first.explain("en").splitlines()[-1] == (
        "1. Increase the area from 4 to at least 6 "
        "(it ends 2 more of what is not met; with all of this: area at least 20)"
    )
    assert "（同时消除另外2项不符合；须同时做到：面积不少于20）" in first.explain("zh")


def test_it_is_said_where_else_a_breach_is_ended() -> None:
    asked = (nest.area >= 6, any_of(nest.area >= 6, nest.clean))
    found = cp.remedies(cp.assess(Nest(area=4, clean=False), plan_asking(*asked)))
    assert [remedy.elsewhere for remedy in found] == [(), ("0",)]
    assert "What mends other clauses that are not met can end this too." in found[1].explain("en")
    assert "按其他不符合项所列方式整改，也可消除本项。" in found[1].explain("zh")
    assert "it ends 1 more of what is not met" in found[0].explain("en")
    assert [row["ends"] for row in found[0].records()] == ["0, 1"]
    assert cp.codec.loads(cp.codec.dumps(found[1]), Remedy, nouns=[Nest]) == found[1]


def test_breaches_that_need_opposite_things_are_not_ended_together() -> None:
    found = told(Nest(area=5), nest.area >= 10, nest.area < 3)
    assert {number: [one[2] for one in options] for number, options in found.items()} == {
        "0": [("0",)],
        "1": [("1",)],
    }


def test_a_change_that_another_rule_applies_by_does_not_end_that_rule() -> None:
    """Whoever falls out of a rule by a change has not met it."""
    found = told(
        Nest(area=5, clean=False),
        nest.area >= 10,
        (nest.area < 9, any_of(nest.area >= 10, nest.clean)),
    )
    assert [one[2] for one in found["0"]] == [("0",)]
    assert [one[0] for one in found["1"]] == [["clean"]]


def test_as_many_items_are_added_as_cannot_be_one() -> None:
    """Seven areas are seven rooms: 7 ** 7 ways to share them out are not all tried."""
    areas = all_of(*(some(venue.rooms, room.area_m2 == n) for n in range(7)))
    (remedy,) = cp.remedies(cp.assess(cp.Venue(rooms=[]), plan_asking(areas)))
    (option,) = remedy.options
    assert [one.path for one in option.changes] == [f"rooms[{n}]" for n in range(7)]
    assert len({repr(one) for one in option.needed.parts}) == 7  # type: ignore[union-attr]  # a join


def test_all_uses_are_one_room() -> None:
    """Nothing says that two uses exclude each other: one room is the smallest way."""
    uses = [some(venue.rooms, has(room.use, use)) for use in cp.RoomUse]
    ((paths, needed, _),) = told(cp.Venue(rooms=[]), all_of(*uses))["0"]
    assert paths == ["rooms[0]"]
    assert cp.facts_of(needed) == ("rooms[0].use",)


def test_adding_stays_among_many_enlargements() -> None:
    small = cp.Venue(rooms=[cp.Room(usable_area_m2=n / 100) for n in range(MOST_CARRIED + 1)])
    asked = some(venue.rooms, room.usable_area_m2 >= 10)
    (remedy,) = cp.remedies(cp.assess(small, plan_asking(asked)))
    *enlarged, added = remedy.options
    assert len(enlarged) == MOST_OPTIONS - 1
    assert [one.path for one in added.changes] == [f"rooms[{MOST_CARRIED + 1}]"]


def test_what_no_item_can_be_hides_no_other_way() -> None:
    """A room of 10 m2 and below 5 is tried for no room, however many there are."""
    impossible = some(venue.rooms, all_of(room.area_m2 >= 10, room.area_m2 < 5))
    asked = any_of(impossible, all_of(venue.waiting_area, venue.reserved_seats))
    rooms = [cp.Room(area_m2=1)] * (MOST_CARRIED + 1)
    subject = cp.Venue(rooms=rooms, waiting_area=False, reserved_seats=False)
    assert [one[0] for one in told(subject, asked)["0"]] == [["reserved_seats", "waiting_area"]]


def test_where_not_all_was_tried_the_remedy_says_so() -> None:
    """Two facts of 200 rows exclude each other in every pair: what was tried is no proof."""
    rows = [all_of(nest.area == n, nest.clean == (n % 2 == 0)) for n in range(200)]
    others = [not_(row) for row in rows]
    asked = all_of(any_of(*rows), *others)
    (remedy,) = cp.remedies(cp.assess(Nest(area=500, clean=True), plan_asking(asked)))
    assert (remedy.options, remedy.cut) == ((), True)  # never what cannot be, nor that none can
    assert "too many ways to try all" in remedy.explain("en")
    assert "可能的整改方式过多" in remedy.explain("zh")
    assert len(remedy.explain("zh").splitlines()) < 20  # not each of 200 rows


def test_keys_of_a_table_have_a_place_though_their_enum_has_no_order() -> None:
    both = all_of(nest.seats[cp.Level.CITY] >= 3, nest.seats[cp.Level.COUNTY] >= 4)
    subject = Nest(seats={cp.Level.CITY: 1, cp.Level.COUNTY: 1})
    assert [one[0] for one in told(subject, both)["0"]] == [["seats[city]", "seats[county]"]]


def test_one_item_of_two_that_are_new_may_serve_two_breaches() -> None:
    long, soft = some(nest.cots, cot.long), some(nest.cots, not_(cot.long))
    found = cp.remedies(
        cp.assess(Nest(cots=[]), plan_asking(all_of(long, soft), some(nest.cots, cot.firm)))
    )
    two = found[0].options[0]
    assert [one.path for one in two.changes] == ["cots[0]", "cots[1]"]
    assert two.ends == ("0", "1")
    assert repr(two.all_ended) == (
        "all_of(Nest.cots[0].long == True, not_(Nest.cots[1].long == True), "
        "Nest.cots[0].firm == True)"
    )


def test_what_an_existing_item_may_be_needs_no_new_one() -> None:
    """The long cot is there: only the other kinds are new."""
    asked = all_of(
        some(nest.cots, cot.long),
        some(nest.cots, all_of(cot.firm, not_(cot.long))),
        some(nest.cots, all_of(not_(cot.firm), not_(cot.long))),
    )
    ways = [one[0] for one in told(Nest(cots=[Cot(name="x", firm=True, long=True)]), asked)["0"]]
    assert ["cots[1]", "cots[2]"] in ways


# Against all ways there are: every set of levers, and every value that these may then have.

AREAS: tuple[Any, ...] = (4, 7, 9.5, 12)  # one between each two bounds
LEAVES: list[Any] = [
    nest.area >= 6, nest.area < 9, nest.area >= 10, nest.clean, nest.listed,
    some(nest.cots, cot.long), some(nest.cots, all_of(cot.firm, not_(cot.long))),
    every(nest.cots, cot.firm), every(nest.cots, any_of(cot.long, cot.firm)), some(nest.cots),
]  # fmt: skip


@st.composite
def asked_of_nests(draw: st.DrawFn, depth: int = 2) -> Criterion:
    """Draw a criterion over the nest's facts, with joins and denials."""
    if depth == 0 or draw(st.integers(0, 3)) == 0:
        leaf = draw(st.sampled_from(LEAVES))
        return not_(leaf) if draw(st.booleans()) else all_of(leaf)
    parts = draw(st.lists(asked_of_nests(depth - 1), min_size=2, max_size=3))
    return all_of(*parts) if draw(st.booleans()) else any_of(*parts)


@st.composite
def nests(draw: st.DrawFn) -> Nest:
    """Draw a nest all of whose facts are stated."""
    yes = st.booleans()
    cots = [Cot(name="x", long=draw(yes), firm=draw(yes)) for _ in range(draw(st.integers(0, 1)))]
    area = draw(st.sampled_from(AREAS))
    return Nest(area=area, clean=draw(yes), listed=draw(yes), cots=cots)


def changed(subject: Nest, levers: Sequence[str], added: int) -> Iterator[Nest]:
    """Yield the subject with every value its levers may have, and every kind of new cot."""
    choices: list[list[tuple[str, Any]]] = []
    for lever in levers:
        values: Sequence[Any] = AREAS if lever == "area" else (True, False)
        choices.append([(lever, value) for value in values])
    new = product([(one, two) for one in (True, False) for two in (True, False)], repeat=added)
    for kinds in new:
        more = [Cot(name="new", long=long, firm=firm) for long, firm in kinds]
        for picked in product(*choices):
            stated = dict(picked)
            cots = [
                attrs.evolve(one, long=stated.pop(f"cots[{place}].long", one.long))
                for place, one in enumerate(subject.cots)
            ]
            yield attrs.evolve(subject, cots=[*cots, *more], **stated)


def all_smallest(subject: Nest, asked: Criterion, most_added: int = 2) -> set[frozenset[str]]:
    """Return every smallest set of levers with which the criterion can hold, by trying all."""
    plain = ["area", "clean"]
    inner = [f"cots[{n}].long" for n in range(len(subject.cots))]
    there = len(subject.cots)
    found: list[frozenset[str]] = []
    sets = chain.from_iterable(
        combinations([*plain, *inner], size) for size in range(len(plain) + len(inner) + 1)
    )
    ways = [
        (frozenset((*levers, *(f"cots[{there + n}]" for n in range(added)))), levers, added)
        for levers in sets
        for added in range(most_added + 1)
    ]
    for way, levers, added in sorted(ways, key=lambda one: len(one[0])):
        if any(smaller <= way for smaller in found):
            continue
        if any(
            truth_by(asked, Facts(one)) is cp.Truth.TRUE for one in changed(subject, levers, added)
        ):
            found.append(way)
    return set(found)


@settings(max_examples=40)  # each tries every subject there is
@given(nests(), asked_of_nests())
def test_every_smallest_way_is_found_and_no_other(subject: Nest, asked: Criterion) -> None:
    if cp.evaluate(asked, subject).truth is not cp.Truth.FALSE:
        return
    (remedy,) = cp.remedies(cp.assess(subject, plan_asking(asked)))
    ways = {frozenset(one.path for one in option.changes) for option in remedy.options}
    expected = all_smallest(subject, asked)
    if len(expected) <= MOST_OPTIONS:
        assert ways == expected
    for option in remedy.options:
        assert can_hold(option.needed)
        assert {one.path for one in option.changes if not one.added} <= set(
            cp.facts_of(option.needed)
        )


def _ors(size: int, rooms: int = 16) -> Any:
    """Assess rooms by an AND of ORs, each of which any room or a new one could end."""
    asked = all_of(
        *(
            any_of(
                some(venue.rooms, room.usable_area_m2 >= 10 + number),
                some(venue.rooms, all_of(room.clean, room.usable_area_m2 >= 9 + number)),
            )
            for number in range(size)
        )
    )
    small = [cp.Room(usable_area_m2=number / 10, clean=False) for number in range(rooms)]
    rule = w.Rule(clause=Clause("1", "一", Modality.MUST, TITLE), requires=asked)
    return cp.assess(cp.Venue(rooms=small), plan_of(rule))


@pytest.mark.parametrize(
    ("size", "more"), [(_ors(16), _ors(32)), (_ors(4, rooms=32), _ors(4, rooms=64))]
)
def test_remedies_cost_no_more_than_the_criterion_grows(size: Any, more: Any) -> None:
    """Twice the ORs, or twice the rooms: of many ways only the smallest are carried on."""
    cp.remedies(size)  # what is made once and kept is no part of the growth
    once, twice = calls(lambda: cp.remedies(size)), calls(lambda: cp.remedies(more))
    assert twice <= MOST * once


def _breaches(number: int) -> Assessment:
    """Break so many rules that each ask for a larger room."""
    asked = [
        w.Rule(
            clause=CLAUSES[0],
            part=str(n),
            requires=some(venue.rooms, room.usable_area_m2 >= 10 + n),
        )
        for n in range(number)
    ]
    rooms = [cp.Room(usable_area_m2=n) for n in range(4)]
    document = w.Document(title=TITLE, issuer=TITLE)
    plan = cp.Plan(id="x", document=document, clauses=CLAUSES, rules=tuple(asked))
    return cp.assess(cp.Venue(rooms=rooms), plan)


def test_remedies_cost_no_more_than_the_breaches_are() -> None:
    """An option is tried on the next MOST_JOINED breaches, and no further."""
    few, many = _breaches(2 * MOST_JOINED), _breaches(4 * MOST_JOINED)
    once, twice = calls(lambda: cp.remedies(few)), calls(lambda: cp.remedies(many))
    assert twice <= MOST * once


def test_items_of_two_names_are_two_items() -> None:
    """Tried from outside: one bed was advised that has two names at once."""
    one, other = (some(nest.cots, cot.name == name) for name in ("a", "b"))
    ((paths, needed, _),) = told(Nest(cots=[]), all_of(one, other))["0"]
    assert paths == ["cots[0]", "cots[1]"]
    assert repr(needed) == "all_of(Nest.cots[0].name == 'a', Nest.cots[1].name == 'b')"
    both = some(nest.cots, all_of(cot.name == "a", cot.name == "b"))
    only = all_of(one, every(nest.cots, cot.name == "b"))
    for impossible in (both, only):
        (remedy,) = cp.remedies(cp.assess(Nest(cots=[]), plan_asking(impossible)))
        assert (remedy.options, remedy.cut) == ((), False)
        assert "Nothing that can be changed would mend it" in remedy.explain("en")


def _all_rooms(number: int) -> Assessment:
    """Ask of every one of so many rooms what none of them is."""
    asked = every(venue.rooms, all_of(room.area_m2 >= 10, room.clean))
    rule = w.Rule(clause=Clause("1", "一", Modality.MUST, TITLE), requires=asked)
    rooms = [cp.Room(area_m2=1, clean=False)] * number
    return cp.assess(cp.Venue(rooms=rooms), plan_of(rule))


def test_mending_every_room_costs_no_more_than_the_rooms_are() -> None:
    few, many = _all_rooms(100), _all_rooms(200)
    once, twice = calls(lambda: cp.remedies(few)), calls(lambda: cp.remedies(many))
    assert twice <= MOST * once


# --- ways -----------------------------------------------------------------------------------


def ways(subject: Noun, criterion: Criterion, **kept: Any) -> list[set[Any]]:
    return [set(way) for way in Levers(subject, frozenset(), frozenset(), **kept).ways(criterion)]


def test_a_way_that_holds_another_is_no_smallest_one() -> None:
    subject = Nest(clean=False, area=1)
    either = any_of(nest.clean, all_of(nest.clean, nest.area >= 2))
    assert ways(subject, either) == [{("clean",)}]


def test_two_new_items_end_no_breach_that_asks_for_a_third() -> None:
    named_a, named_b, named_c = (some(nest.cots, cot.name == one) for one in "abc")
    found = told(Nest(cots=()), all_of(named_b, named_c), named_a)
    assert [ends for _, _, ends in found["0"]] == [("0",)]


def test_what_ends_another_breach_needs_no_more_said_of_it() -> None:
    change = Change("clean", observed=False)
    option = RemedyOption((change,), all_of(nest.clean), ends=("0", "1"))
    found = cp.remedies(cp.assess(Nest(clean=False), plan_asking(all_of(nest.clean))))
    said = attrs.evolve(found[0], options=(option,)).explain("en")
    assert said.endswith("(it ends 1 more of what is not met)")


def test_one_more_item_is_added_to_the_collection_a_lever_names() -> None:
    way, lever = frozenset({("site", "rooms", 2)}), ("site", "rooms", 2)
    assert list(grown(frozenset(), [lever], 1)) == [way]
    assert list(grown(way, [lever], 2)) == [way | {("site", "rooms", 3)}]
    assert list(grown(way, [lever], 1)) == []


def test_each_of_two_new_items_is_its_own_beside_one_of_another_collection() -> None:
    named = (some(nest.cots, cot.name == one) for one in "bc")
    found = told(Nest(cots=(), toys=()), all_of(*named, some(nest.toys, toy.safe)))
    assert [needed for _, needed, _ in found["0"]] == [
        all_of(
            Compare(Nest, ("cots", 0, "name"), Op.EQ, "b"),
            Compare(Nest, ("cots", 1, "name"), Op.EQ, "c"),
            Compare(Nest, ("toys", 0, "safe"), Op.EQ, value=True),
        )
    ]


def test_what_may_be_added_can_be_changed_though_its_facts_cannot() -> None:
    assert is_changeable(some(nest.cots, cot.firm))
    assert not is_changeable(nest.listed == True)  # noqa: E712 - a criterion
    assert is_changeable(all_of(nest.listed, nest.clean))  # the one, if not the other


def test_so_many_ways_are_carried_on_of_each_sort() -> None:
    small = cp.Venue(rooms=[cp.Room(usable_area_m2=1)] * (MOST_CARRIED + 6))
    # A way for each room, of which 64 are carried on, and one that adds a room.
    found = ways(small, some(venue.rooms, room.usable_area_m2 >= 10))
    assert len(found) == MOST_CARRIED + 1


def test_so_many_ways_that_add_are_carried_on() -> None:
    # Each adds an item of its own collection: none is part of another.
    adding = [frozenset({(f"kind{n}", 0)}) for n in range(MOST_CARRIED + 6)]
    levers = Levers(Nest(), frozenset(), frozenset())
    assert levers._smallest(adding) == adding[:MOST_CARRIED]  # noqa: SLF001 - no noun has so many
    assert levers.cut


# --- where a search ends --------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class Den(Noun):
    """A noun whose area is asked for twice over, unless one fact or two are so."""

    area: Any = number("面积", "area", changeable=True)
    warm: bool | None = flag("暖", "warm", changeable=True)
    dry: bool | None = flag("干", "dry", changeable=True)


den = facts(Den)
COLD = Den(area=7, warm=False, dry=False)


def options_of(requires: Criterion) -> tuple[int, bool]:
    """Return how many options a remedy has, and whether its search had to stop."""
    (remedy,) = cp.remedies(cp.assess(COLD, plan_asking(requires)))
    return len(remedy.options), remedy.cut


# 7 is neither 10 nor 5: another area alone cannot be both, so it comes first and does not do.
ONE_MORE = all_of(den.area >= 10, any_of(den.warm, den.area <= 5))
TWO_MORE = all_of(den.area >= 10, any_of(all_of(den.warm, den.dry), den.area <= 5))


@pytest.mark.parametrize(
    ("most", "requires", "found"),
    [
        # The area; then the area with the one fact that is left.
        (2, ONE_MORE, (1, False)),
        (1, ONE_MORE, (0, True)),
        (0, ONE_MORE, (0, False)),
        # The area; the area with one of two facts, either way; then all three.
        (4, TWO_MORE, (1, False)),
        (2, TWO_MORE, (0, True)),
    ],
)
def test_no_more_ways_are_tried_than_is_said(
    most: int, requires: Criterion, found: tuple[int, bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert options_of(requires) == (1, False)
    monkeypatch.setattr(remedying, "MOST_TRIED", most)
    assert options_of(requires) == found
