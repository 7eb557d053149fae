"""A criterion built of nodes by hand is held to what one written with proxies is held to."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from counting import same_hash
from hypothesis import given
from hypothesis import strategies as st
from strategies import criteria

import careplan as cp
from careplan import writing as w
from careplan.base.errors import InvalidInput, NotFound, Problem
from careplan.criteria.nodes import AllOf, Among, AnyOf, Compare, Every, Has, Node, Not, Some
from careplan.criteria.signs import Op
from careplan.criteria.soundness import MAX_DEPTH, checked_depth, read_criterion
from careplan.fields.declaring import Noun, words
from careplan.fields.paths import kind_at, parse_path
from careplan.nouns.catalogue import NOUNS
from careplan.verbs.remedies.remedy import Change

NAMED = [
    cp.facts(
        attrs.make_class(
            name, {"name": words("名称", "name")}, bases=(Noun,), frozen=True, kw_only=True
        )
    )
    for name in ("Toy", "Cot", "Yard", "Nest")
]
CLAUSE = w.Clause("1", "一", w.Modality.MUST, cp.Text(zh="甲", en="A."))
AREA = ("building_area_m2",)
FLAG = Compare(cp.Room, ("independent",), Op.EQ, value=True)
venue, room = cp.facts(cp.Venue), cp.facts(cp.Room)


def problems(criterion: object) -> list[tuple[str, str]]:
    """Give a criterion to a rule, and return what is wrong with it."""
    with pytest.raises(InvalidInput) as caught:
        w.Rule(clause=CLAUSE, requires=criterion)
    for problem in caught.value.problems:
        assert problem.text("zh") != problem.text("en")
    return [(p.path.removeprefix("requires").strip("."), p.code) for p in caught.value.problems]


@pytest.mark.parametrize(
    ("criterion", "found"),
    [
        (Compare(cp.Venue, ("nope",), Op.GE, 3), [("path", "not_found")]),
        (Compare(cp.Venue, (), Op.GE, 3), [("path", "wrong_type")]),
        (Compare(cp.Venue, "building_area_m2", Op.GE, 3), [("path", "wrong_type")]),  # type: ignore[arg-type]  # that is tried
        (Compare(cp.Venue, (object(),), Op.GE, 3), [("path", "wrong_type")]),  # type: ignore[arg-type]  # that is tried
        (Compare(cp.Venue, ([],), Op.GE, 3), [("path", "wrong_type")]),  # type: ignore[arg-type]  # that is tried
        *(
            (Compare(cp.Venue, ("rooms", step, "area_m2"), Op.GE, 3), [("path", "wrong_type")])  # type: ignore[arg-type]  # that is tried
            for step in (-1, True, 7.0, 10**15)
        ),
        (Compare(cp.Venue, AREA, ">=", "x"), [("op", "wrong_type"), ("value", "text_as_number")]),  # type: ignore[arg-type]  # that is tried
        (Compare(cp.Venue, ("rooms", "area_m2"), Op.GE, 3), [("path", "not_found")]),
        (Compare(int, AREA, Op.GE, 3), [("noun", "wrong_type")]),
        (Compare("Venue", None, Op.GE, 3), [("noun", "wrong_type"), ("path", "wrong_type")]),  # type: ignore[arg-type]  # that is tried
        (Compare(cp.Venue, AREA, ">=", 3), [("op", "wrong_type")]),  # type: ignore[arg-type]  # that is tried
        (Compare(cp.Venue, ("category",), Op.GE, 3), [("op", "no_order"), ("value", "wrong_type")]),
        (Compare(cp.Venue, AREA, Op.GE, "3"), [("value", "text_as_number")]),
        (Compare(cp.Venue, AREA, Op.GE, None), [("value", "required")]),  # type: ignore[arg-type]  # that is tried
        (Compare(cp.Venue, ("rooms",), Op.EQ, 3), [("path", "wrong_fact")]),
        (Compare(cp.Room, ("equipment",), Op.EQ, 3), [("path", "wrong_fact")]),
        (Has(cp.Venue, AREA, cp.Supply.CLEANING_CLOTHS), [("path", "wrong_fact")]),
        (Has(cp.Room, ("supplies",), cp.Equipment.TABLE), [("item", "wrong_type")]),
        (Among(cp.Venue, AREA, frozenset()), [("values", "wrong_type")]),
        (Among(cp.Venue, AREA, [1, 2]), [("values", "wrong_type")]),  # type: ignore[arg-type]  # that is tried
        (Among(cp.Venue, AREA, frozenset({1, "2"})), [("values[0]", "text_as_number")]),
        (
            Among(cp.Venue, ("category",), frozenset({3, cp.VenueCategory.HOSPITAL})),
            [("values[0]", "wrong_type")],
        ),
        (Some(cp.Venue, AREA, cp.all_of()), [("path", "wrong_fact")]),
        (Some(cp.Venue, ("rooms",), 3), [("where", "wrong_type")]),  # type: ignore[arg-type]  # that is tried
        (
            Every(cp.Venue, ("rooms",), Compare(cp.Venue, AREA, Op.GE, 3)),
            [("where", "wrong_noun")],
        ),
        (AllOf([FLAG]), [("parts", "wrong_type")]),  # type: ignore[arg-type]  # that is tried
        (AllOf((FLAG, 3)), [("parts[1]", "wrong_type")]),  # type: ignore[arg-type]  # that is tried
        (AnyOf((FLAG, Compare(cp.Venue, AREA, Op.GE, 3))), [("parts", "several_nouns")]),
        (Not(Not(Compare(cp.Venue, AREA, Op.GE, "3"))), [("part.part.value", "text_as_number")]),
        (
            AllOf((Compare(cp.Venue, ("nope",), Op.GE, 3), Compare(cp.Venue, AREA, Op.GE, "x"))),
            [("parts[0].path", "not_found"), ("parts[1].value", "text_as_number")],
        ),
        (3, [("", "wrong_type")]),
    ],
    ids=lambda _: "",
)
def test_what_means_nothing_is_refused(criterion: object, found: list[tuple[str, str]]) -> None:
    assert problems(criterion) == found


def test_every_place_for_a_criterion_is_checked() -> None:
    bad: Any = Compare(cp.Venue, ("nope",), Op.GE, 3)
    title = cp.Text(zh="甲", en="A.")
    for make in (
        lambda: w.Rule(clause=CLAUSE, requires=cp.all_of(), applies=bad),
        lambda: w.Benefit(clause=CLAUSE, condition=bad),
        lambda: w.Definition(clause=CLAUSE, term=title, criterion=bad),
        lambda: w.Otherwise(when=bad, text=title),
        lambda: w.Route(clause=CLAUSE, registrar=cp.Body.TAX, level=None, condition=bad),
        lambda: w.Registration(clause=CLAUSE, conflict=bad),
        lambda: w.BusinessScope(clause=CLAUSE, applies=bad, base="托育", modes=None),
        lambda: w.SheetItem(clause=CLAUSE, key="k", label=title, max_points=1, criterion=bad),
    ):
        with pytest.raises(InvalidInput):
            make()


def test_literals_are_brought_into_their_form() -> None:
    for given_as in (4.50, Decimal("4.50"), Fraction(9, 2)):
        rule = w.Rule(clause=CLAUSE, requires=Not(Compare(cp.Venue, AREA, Op.GE, given_as)))  # type: ignore[arg-type]  # a float
        assert rule.requires == cp.not_(venue.building_area_m2 >= Decimal("4.5"))
    among = Among(cp.Venue, AREA, frozenset({1.5, 2}))  # type: ignore[arg-type]  # a float
    in_form = Among(cp.Venue, AREA, frozenset({1, 2}))
    assert read_criterion(in_form, "", []) is in_form
    kept: Any = w.Rule(clause=CLAUSE, requires=among).requires
    assert sorted(map(repr, kept.values)) == ["2", "Decimal('1.5')"]  # equal to 1.5, and exact
    inner = Compare(cp.Room, ("area_m2",), Op.GT, 1.5)  # type: ignore[arg-type]  # a float
    rule = w.Rule(clause=CLAUSE, requires=AllOf((among, Some(cp.Venue, ("rooms",), inner))))
    assert rule.requires == cp.all_of(
        cp.among(venue.building_area_m2, [Decimal("1.5"), 2]),
        cp.some(venue.rooms, room.area_m2 > Decimal("1.5")),
    )


@given(st.sampled_from(NOUNS).flatmap(criteria))
def test_what_was_written_with_proxies_is_sound(criterion: Any) -> None:
    found: list[Problem] = []
    assert read_criterion(criterion, "", found) is criterion
    assert found == []
    assert checked_depth(criterion) > 0


def test_a_criterion_is_looked_at_once() -> None:
    criterion = cp.all_of(venue.waiting_area, venue.building_area_m2 > 5)
    assert checked_depth(criterion) == 0
    w.Rule(clause=CLAUSE, requires=criterion)
    assert [checked_depth(one) for one in (criterion, *criterion.parts)] == [2, 1, 1]
    assert checked_depth(object()) == 0
    assert criterion == cp.all_of(venue.waiting_area, venue.building_area_m2 > 5)


def nested(depth: int) -> Any:
    criterion: Any = cp.all_of()
    for _ in range(depth):
        criterion = Not(criterion)
    return criterion


def test_how_deep_a_criterion_may_go() -> None:
    # `all_of()` is one deep, so MAX_DEPTH - 1 denials are the most.
    assert w.Rule(clause=CLAUSE, requires=nested(MAX_DEPTH - 1))
    assert [code for _, code in problems(nested(MAX_DEPTH))] == ["too_deep"]
    assert [code for _, code in problems(nested(20_000))] == ["too_deep"]
    checked = nested(MAX_DEPTH - 1)
    w.Rule(clause=CLAUSE, requires=checked)
    assert [code for _, code in problems(Not(checked))] == ["too_deep"]


def test_how_deep_a_join_of_what_was_checked_may_go() -> None:
    # A join is one deep itself: at the top it may hold what is 99 deep.
    deepest, almost = nested(MAX_DEPTH - 1), nested(MAX_DEPTH - 2)
    for checked in (deepest, almost):
        w.Rule(clause=CLAUSE, requires=checked)
    assert problems(AllOf((deepest,))) == [("parts[0]", "too_deep")]
    assert w.Rule(clause=CLAUSE, requires=AllOf((almost,)))
    assert problems(Not(AllOf((almost,)))) == [("part.parts[0]", "too_deep")]


def test_what_is_too_much_is_not_shown() -> None:
    # The value of a problem is quoted in what it says: a criterion of 101 levels, or 51 numbers.
    for criterion in (nested(MAX_DEPTH), Among(cp.Venue, AREA, frozenset(same_hash(51)))):
        with pytest.raises(InvalidInput) as caught:
            w.Rule(clause=CLAUSE, requires=criterion)
        assert [problem.value for problem in caught.value.problems] == [None]
    unstated: Any = Compare(cp.Venue, AREA, Op.GE, None)  # type: ignore[arg-type]  # that is tried
    with pytest.raises(InvalidInput) as caught:
        w.Rule(clause=CLAUSE, requires=unstated)
    assert [problem.value for problem in caught.value.problems] == [None]


def test_all_nouns_of_a_mixed_criterion_are_named_in_order() -> None:
    parts = [noun.name == "a" for noun in NAMED]
    with pytest.raises(cp.InvalidCriterion, match=r"nouns: Cot, Nest, Toy, Yard$"):
        cp.all_of(*parts)


def test_numbers_of_one_hash_make_no_set() -> None:
    few, many = same_hash(50), same_hash(51)
    assert cp.among(venue.building_area_m2, few).values == frozenset(few)
    with pytest.raises(cp.InvalidCriterion):
        cp.among(venue.building_area_m2, many)
    assert problems(Among(cp.Venue, AREA, frozenset(many))) == [("values", "same_hash")]
    # It is 50 of one hash that may stand together, whatever stands beside them.
    assert len(cp.among(venue.building_area_m2, [*few, 5]).values) == 51
    # Equal numbers are one, however often and in whatever form they stand.
    assert len(cp.among(venue.building_area_m2, [5, 5.0, Decimal(5)] * 100).values) == 1


def test_a_path_is_followed_to_its_kind() -> None:
    for path in ("rooms[0].equipment[table]", "rooms[3]", "rooms", "building_area_m2"):
        assert kind_at(cp.Venue, parse_path(cp.Venue, path)) is not None
    for path in (
        "..rooms]",
        "rooms.",
        ".rooms",
        "rooms[0]area_m2",
        "rooms[01]",
        "rooms[²]",
        "rooms[" + "9" * 5_000 + "]",
        "rooms[x]",
        "rooms.x",
    ):
        with pytest.raises(NotFound):
            parse_path(cp.Venue, path)
    for noun in ("Venue", int, None):
        with pytest.raises(InvalidInput):
            cp.fact_label(noun, "rooms", "zh")  # type: ignore[arg-type]  # that is tried


def test_the_codec_makes_no_set_of_them_either() -> None:
    texts = [str(value) for value in same_hash(51)]
    among = {"type": "Among", "noun": "Venue", "path": "building_area_m2", "values": texts}
    items = [{"type": "number", "value": text} for text in texts]
    table = {"type": "table", "entries": [[item, 1] for item in items]}
    for data, cls, path in (
        (among, cp.Criterion, "values"),
        ({"path": "x", "observed": {"type": "set", "items": items}}, Change, "observed.items"),
        ({"path": "x", "observed": table}, Change, "observed.entries"),
    ):
        with pytest.raises(InvalidInput) as caught:
            cp.codec.structure(data, cls)
        assert [(p.path, p.code) for p in caught.value.problems] == [(path, "same_hash")]


class _Own(Compare):
    """A class made of a node, which no verb knows."""


@pytest.mark.parametrize(
    "criterion",
    [
        Compare(cp.Venue, ("nope",), Op.EQ, 1),
        Compare(cp.Venue, AREA, Op.GT, "x"),
        Compare(5, ("x",), Op.EQ, 1),  # type: ignore[arg-type]  # that is tried
        AllOf(5),  # type: ignore[arg-type]  # that is tried
        Not(None),  # type: ignore[arg-type]  # that is tried
        _Own(cp.Venue, AREA, Op.GT, 5),
        nested(3_000),
    ],
    ids=lambda _: "",
)
def test_no_verb_takes_what_means_nothing(criterion: Any) -> None:
    venue_of_three = cp.Venue(building_area_m2=3)
    for verb in (
        lambda: cp.evaluate(criterion, venue_of_three),
        lambda: cp.residual(criterion, venue_of_three),
        lambda: criterion.describe("en"),
        lambda: cp.describe(criterion, "zh"),
        lambda: cp.codec.dumps(criterion),
        lambda: w.Rule(clause=CLAUSE, requires=criterion),
    ):
        with pytest.raises(InvalidInput):
            verb()


def test_an_item_that_is_not_there_is_not_stated() -> None:
    some = cp.some(venue.rooms, room.usable_area_m2 >= 10)
    left = cp.residual(some, cp.Venue(rooms=[cp.Room()]))
    assert left == Compare(cp.Venue, ("rooms", 0, "usable_area_m2"), Op.GE, 10)
    # Asked about a venue without rooms, what was left of the question has no answer.
    assert cp.evaluate(left, cp.Venue(rooms=[])).truth is cp.Truth.UNKNOWN
    assert cp.evaluate(left, cp.Venue(rooms=[cp.Room(usable_area_m2=10)])).truth is cp.Truth.TRUE


# --- joins stay flat ------------------------------------------------------------------------


def test_a_join_that_grows_stays_one_join() -> None:
    criterion: Any = venue.building_area_m2 > 5
    for _ in range(10_000):
        criterion = criterion & venue.waiting_area
    assert criterion == AllOf((venue.building_area_m2 > 5, cp.all_of(venue.waiting_area).parts[0]))
    for number in range(1_000):
        criterion = criterion & (venue.building_area_m2 > number)
    # 1,000 bounds, of which "> 5" stood there before, and the flag.
    assert len(criterion.parts) == 1_001
    assert not any(isinstance(part, AllOf) for part in criterion.parts)


def test_a_part_is_hashed_as_often_as_it_is_added(monkeypatch: pytest.MonkeyPatch) -> None:
    hashed = 0
    original = Compare.__hash__

    def counted(self: Compare) -> int:
        nonlocal hashed
        hashed += 1
        return original(self)

    monkeypatch.setattr(Compare, "__hash__", counted)
    for size in (100, 200):
        hashed = 0
        criterion: Any = cp.all_of()
        for number in range(size):
            criterion = criterion & (venue.building_area_m2 > number)
        assert hashed <= 4 * size  # and not size * size / 2


def test_joins_of_the_other_sort_are_parts() -> None:
    either = venue.waiting_area | venue.reserved_seats
    both = cp.all_of(either, venue.waiting_area, cp.all_of(venue.reserved_seats, either))
    assert both.parts == (either, *cp.all_of(venue.waiting_area, venue.reserved_seats).parts)
    assert cp.all_of(cp.all_of(), both) == both
    assert cp.any_of(either, either) == either
    assert cp.all_of() == AllOf(())


def test_a_node_remembers_nothing_that_can_be_seen() -> None:
    joined = cp.all_of(venue.waiting_area, venue.reserved_seats)
    assert isinstance(joined, Node)
    assert joined == AllOf(joined.parts)
    assert hash(joined) == hash(AllOf(joined.parts))
    assert repr(joined) == repr(AllOf(joined.parts))
