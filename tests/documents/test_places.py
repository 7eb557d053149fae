"""Kinds of place across documents: surely of the list, perhaps, or surely none of it."""

from itertools import combinations
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from refusing import refused

import careplan as cp
from careplan.base.errors import InvalidCriterion, InvalidInput
from careplan.base.text import Labelled, Text
from careplan.base.truth import Truth
from careplan.criteria.evaluation import evaluate
from careplan.criteria.proxies import facts
from careplan.criteria.residuals import facts_of, residual
from careplan.documents.chapters.places import NOT_LISTED, of_kinds, outside, surely
from careplan.fields.declaring import choice
from careplan.nouns.facilities import Venue
from careplan.nouns.kinds import IS_A, MAY_BE, Relations

K = cp.VenueCategory
KINDS = list(K)
LISTS = st.frozensets(st.sampled_from(KINDS))
venue = facts(Venue)
# Two kinds that surely are a third have nothing to do with each other for all that; but what
# may be a kind usually may be those of it too. Where not, the reason stands here.
SETTLED = {
    frozenset({K.CULTURAL_CENTRE, K.AMUSEMENT_VENUE}): "a centre for culture is not for amusement",
    frozenset({K.LIBRARY, K.AMUSEMENT_VENUE}): "a library is not for amusement",
    **{
        frozenset({K.PARK, kind}): "a park is outdoors, and no building"
        for kind in (K.CULTURAL_CENTRE, K.LIBRARY, K.MUSEUM, K.EXHIBITION_HALL, K.THEATRE)
    },
}


def truth(criterion: Any, kind: K | None, held: bool | None = None) -> Truth:
    return evaluate(criterion, Venue(category=kind, treated_as_listed=held)).truth


# --- the relations ---------------------------------------------------------------------------


def test_every_relation_has_its_reason_in_both_languages() -> None:
    for reason in (*IS_A.values(), *MAY_BE.values(), NOT_LISTED):
        assert isinstance(reason, Text)
        assert reason.zh.strip()
        assert reason.get("en").strip()
    reasons = [reason.en for reason in (*IS_A.values(), *MAY_BE.values())]
    assert len(set(reasons)) == len(reasons)


def test_two_kinds_are_related_in_one_way() -> None:
    assert all(len(pair) == 2 for pair in MAY_BE)
    assert all(narrow is not broad for narrow, broad in IS_A)
    assert {frozenset(pair) for pair in IS_A}.isdisjoint(MAY_BE)
    for narrow, broad in IS_A:
        assert (broad, narrow) not in IS_A


def test_what_surely_is_a_second_and_that_a_third_is_the_third() -> None:
    # `surely` looks one step far: so the table has every step, and no kind comes back to itself.
    for (narrow, middle), (again, broad) in combinations(IS_A, 2):
        if middle is again:
            assert (narrow, broad) in IS_A
        if broad is narrow:
            assert (again, middle) in IS_A


def test_what_may_be_a_kind_may_be_those_of_it() -> None:
    for narrow, broad in IS_A:
        for pair in MAY_BE:
            if broad in pair:
                (other,) = pair - {broad}
                between = frozenset({narrow, other})
                related = between in MAY_BE or (narrow, other) in IS_A
                assert related or between in SETTLED or (other, narrow) in IS_A, between


def test_other_is_a_place_that_no_list_names() -> None:
    assert not any(K.OTHER in pair for pair in (*IS_A, *MAY_BE))


# --- of a list -------------------------------------------------------------------------------


@given(LISTS, LISTS)
def test_laws_of_what_is_inside_and_outside(listed: frozenset[K], others: frozenset[K]) -> None:
    assert surely(listed) >= listed
    assert surely(surely(listed)) == surely(listed)
    assert surely(listed | others) == surely(listed) | surely(others)
    assert not outside(listed) & surely(listed)
    # A longer list leaves less outside, and only what every part of it leaves outside.
    assert outside(listed | others) == outside(listed) & outside(others)
    assert outside(surely(listed)) <= outside(listed)


@given(LISTS)
def test_the_same_whatever_holds_the_kinds(listed: frozenset[K]) -> None:
    for given_as in (list(listed), tuple(listed), iter(listed), dict.fromkeys(listed)):
        assert surely(given_as) == surely(listed)
    assert outside(iter(listed)) == outside(listed)


def test_nothing_is_listed() -> None:
    assert surely(()) == frozenset()
    assert outside(()) == frozenset(K)


@given(LISTS, st.sampled_from(KINDS), st.sampled_from([None, True, False]))
def test_a_closed_list(listed: frozenset[K], kind: K, held: bool | None) -> None:
    found = truth(of_kinds(venue.category, listed, venue.treated_as_listed), kind, held)
    if kind in surely(listed):
        assert found is Truth.TRUE
    elif kind in outside(listed):
        assert found is Truth.FALSE
    else:
        assert found is stated(held)


@given(LISTS, st.sampled_from(KINDS), st.sampled_from([None, True, False]))
def test_an_open_list(listed: frozenset[K], kind: K, held: bool | None) -> None:
    found = truth(
        of_kinds(venue.category, listed, venue.treated_as_listed, open_list=True), kind, held
    )
    assert found is (Truth.TRUE if kind in surely(listed) else stated(held))


def stated(held: bool | None) -> Truth:
    return Truth.UNKNOWN if held is None else Truth.TRUE if held else Truth.FALSE


@given(LISTS, st.booleans())
def test_a_place_of_a_kind_not_stated(listed: frozenset[K], open_list: bool) -> None:
    criterion = of_kinds(venue.category, listed, venue.treated_as_listed, open_list=open_list)
    assert truth(criterion, None) is Truth.UNKNOWN
    if listed:
        assert truth(criterion, None, held=False) is Truth.UNKNOWN
    # What is declared of it says nothing yet, unless it goes for every kind there is.
    declared = truth(criterion, None, held=True)
    anything = open_list or not outside(listed)
    assert declared is (Truth.TRUE if anything else Truth.UNKNOWN)


@given(LISTS, st.sampled_from(KINDS))
def test_what_decides_is_asked_for_where_it_decides(listed: frozenset[K], kind: K) -> None:
    criterion = of_kinds(venue.category, listed, venue.treated_as_listed)
    missing = facts_of(residual(criterion, Venue(category=kind)))
    open_case = kind not in surely(listed) | outside(listed)
    assert missing == (("treated_as_listed",) if open_case else ())


# --- conditions ------------------------------------------------------------------------------


@pytest.mark.parametrize("open_list", [False, True])
@pytest.mark.parametrize("also_listed", [False, True])
@pytest.mark.parametrize(
    ("grade", "expected"), [(1, Truth.TRUE), (2, Truth.TRUE), (3, Truth.FALSE), (None, None)]
)
@pytest.mark.parametrize("held", [None, True, False])
def test_a_condition_decides_alone(
    grade: int | None, expected: Truth | None, held: bool | None, open_list: bool, also_listed: bool
) -> None:
    # Listed by itself too or not, of an open list or not: a coach station is asked its grade,
    # and a fact somebody declared does not bring in one of a lower grade.
    listed = {K.TRANSPORT_HUB, K.COACH_STATION} if also_listed else {K.TRANSPORT_HUB}
    criterion = of_kinds(
        venue.category,
        listed,
        venue.treated_as_listed,
        conditions={K.COACH_STATION: venue.coach_station_grade <= 2},
        open_list=open_list,
    )
    place = Venue(category=K.COACH_STATION, coach_station_grade=grade, treated_as_listed=held)
    assert evaluate(criterion, place).truth is (Truth.UNKNOWN if expected is None else expected)
    assert facts_of(residual(criterion, place)) == (
        ("coach_station_grade",) if grade is None else ()
    )


def test_a_kind_with_a_condition_is_listed_for_what_may_be_it() -> None:
    # A station may be a coach station of the grade: somebody has to say so.
    only = of_kinds(
        venue.category,
        (),
        venue.treated_as_listed,
        conditions={K.COACH_STATION: venue.coach_station_grade <= 2},
    )
    assert truth(only, K.STATION) is Truth.UNKNOWN
    assert truth(only, K.STATION, held=True) is Truth.TRUE
    assert truth(only, K.HOSPITAL, held=True) is Truth.FALSE


def test_a_broad_kind_with_a_condition_asks_it_of_no_narrow_one() -> None:
    # Of stations with reserved seats nothing is known where a coach station is declared listed.
    seats = {K.STATION: venue.reserved_seats}
    criterion = of_kinds(venue.category, (), venue.treated_as_listed, conditions=seats)
    assert truth(criterion, K.COACH_STATION) is Truth.UNKNOWN
    assert truth(criterion, K.COACH_STATION, held=True) is Truth.TRUE


@pytest.mark.parametrize("ask", [surely, outside])
@pytest.mark.parametrize(
    ("listed", "path"),
    [
        ({"hospital"}, "listed[0]"),
        ([K.SHOP, None], "listed[1]"),
        (None, "listed"),
        ("商场", "listed[0]"),
    ],
)
def test_what_is_no_kind_of_place_is_refused(ask: Any, listed: Any, path: str) -> None:
    # A word that is taken for no kind would leave every kind outside, a hospital too.
    with pytest.raises(InvalidInput) as caught:
        ask(listed)
    assert caught.value.problems[0].path == path
    with pytest.raises(InvalidInput):
        of_kinds(venue.category, listed, venue.treated_as_listed)


def test_conditions_stand_by_their_kinds() -> None:
    with pytest.raises(InvalidInput, match="conditions: expected Mapping"):
        of_kinds(venue.category, (), venue.treated_as_listed, conditions=[K.SHOP])  # type: ignore[arg-type]
    with pytest.raises(InvalidInput, match="listed"):
        of_kinds(
            venue.category,
            (),
            venue.treated_as_listed,
            conditions={"shop": venue.reserved_seats},
        )


def test_no_conditions_are_none() -> None:
    assert of_kinds(venue.category, {K.SHOP}, venue.treated_as_listed, conditions={}) == of_kinds(
        venue.category, {K.SHOP}, venue.treated_as_listed
    )


# --- between documents -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("listed", "kind", "expected"),
    [
        (K.TRANSPORT_HUB, K.INTEGRATED_PASSENGER_HUB, Truth.TRUE),
        (K.TRANSPORT_HUB, K.STATION, Truth.UNKNOWN),
        (K.TRANSPORT_HUB, K.COACH_STATION, Truth.UNKNOWN),  # a large one may be a hub
        (K.INTEGRATED_PASSENGER_HUB, K.TRANSPORT_HUB, Truth.UNKNOWN),  # the broader kind
        (K.STATION, K.COACH_STATION, Truth.TRUE),
        (K.STATION, K.TRANSPORT_HUB, Truth.UNKNOWN),  # a hub may be an airport
        (K.SHOP, K.COMMERCIAL_CENTRE, Truth.TRUE),
        (K.COMMERCIAL_CENTRE, K.SHOP, Truth.UNKNOWN),
        (K.CULTURE_OR_TOURISM, K.SCENIC_AREA, Truth.TRUE),
        (K.CULTURE_OR_TOURISM, K.AMUSEMENT_VENUE, Truth.UNKNOWN),
        (K.CULTURAL_CENTRE, K.SCENIC_AREA, Truth.FALSE),
        (K.HOSPITAL, K.OTHER, Truth.FALSE),
        (K.TRANSPORT_HUB, K.AIRPORT, Truth.UNKNOWN),
        (K.STATION, K.AIRPORT, Truth.FALSE),
        (K.STATION, K.METRO_STATION, Truth.TRUE),
        (K.CULTURE_OR_TOURISM, K.LIBRARY, Truth.TRUE),
        (K.LIBRARY, K.CULTURE_OR_TOURISM, Truth.UNKNOWN),
        (K.SCENIC_AREA, K.PARK, Truth.UNKNOWN),
        (K.CULTURAL_CENTRE, K.STADIUM, Truth.UNKNOWN),
        # What may be a cultural centre may be a cultural place, as that one is.
        (K.CULTURE_OR_TOURISM, K.STADIUM, Truth.UNKNOWN),
        (K.CULTURAL_CENTRE, K.UNIVERSITY, Truth.FALSE),
        (K.TRANSPORT_HUB, K.SERVICE_AREA, Truth.FALSE),
    ],
)
def test_a_kind_of_one_document_under_the_list_of_another(
    listed: K, kind: K, expected: Truth
) -> None:
    assert truth(of_kinds(venue.category, {listed}, venue.treated_as_listed), kind) is expected


class OwnKind(Labelled):
    """Kinds of place of a county's own."""

    FERRY_PIER = ("ferry_pier", "渡口", "ferry pier")


@attrs.frozen(kw_only=True)
class CountyVenue(Venue):
    """A venue with a kind of the county's own."""

    category: OwnKind | None = choice(OwnKind, "场所类型", "kind of place")  # type: ignore[assignment]


@pytest.mark.parametrize("held", [None, True, False])
def test_a_kind_nobody_knows_here_is_left_to_who_declares_it(held: bool | None) -> None:
    pier = CountyVenue(category=OwnKind.FERRY_PIER, treated_as_listed=held)
    for open_list in (False, True):
        criterion = of_kinds(
            venue.category, {K.TRANSPORT_HUB}, venue.treated_as_listed, open_list=open_list
        )
        assert evaluate(criterion, pier).truth is stated(held)


# --- kinds of a caller's own -----------------------------------------------------------------


class Shore(Labelled):
    """Kinds of place on a shore."""

    HARBOUR = ("harbour", "港口", "harbour")
    PIER = ("pier", "码头", "pier")
    LANDING = ("landing", "渡口", "landing")
    LIDO = ("lido", "浴场", "lido")


@attrs.frozen(kw_only=True)
class Waterside(Venue):
    """A venue on a shore."""

    category: Shore | None = choice(Shore, "类别", "kind")  # type: ignore[assignment]


waterside = facts(Waterside)
RELATED = Relations(
    Shore,
    is_a={
        (Shore.LANDING, Shore.PIER): "渡口是码头",
        (Shore.PIER, Shore.HARBOUR): ("码头属港口", "a"),
    },
    may_be={frozenset({Shore.LIDO, Shore.PIER}): Text(zh="有的浴场带码头")},
)


def shore(kind: Shore, **said: Any) -> Truth:
    criterion = of_kinds(waterside.category, {Shore.HARBOUR}, waterside.treated_as_listed, **said)
    return evaluate(criterion, Waterside(category=kind)).truth


def test_own_kinds_have_nothing_to_do_with_each_other_unless_somebody_says_so() -> None:
    assert [shore(kind) for kind in Shore] == [Truth.TRUE, *[Truth.FALSE] * 3]
    assert [shore(kind, open_list=True) for kind in Shore] == [Truth.TRUE, *[Truth.UNKNOWN] * 3]


def test_own_relations() -> None:
    # A landing is a pier, and that is part of a harbour; a lido may be a pier.
    related = [shore(kind, relations=RELATED) for kind in Shore]
    assert related == [Truth.TRUE, Truth.TRUE, Truth.TRUE, Truth.UNKNOWN]
    assert surely({Shore.PIER}, RELATED) == {Shore.PIER, Shore.LANDING}
    # A harbour is broader than a pier.
    assert outside({Shore.PIER}, RELATED) == frozenset()
    assert outside({Shore.LANDING}, RELATED) == {Shore.LIDO}
    only = {Shore.PIER: waterside.daily_visitors > 9}
    asked = of_kinds(
        waterside.category, (), waterside.treated_as_listed, conditions=only, relations=RELATED
    )
    assert facts_of(residual(asked, Waterside(category=Shore.PIER))) == ("daily_visitors",)


def test_two_kinds_may_surely_be_each_other() -> None:
    same = Relations(
        Shore,
        is_a={(Shore.LIDO, Shore.PIER): "浴场即码头", (Shore.PIER, Shore.LIDO): "码头即浴场"},
    )
    assert same.surely({Shore.LIDO}) == same.surely({Shore.PIER}) == {Shore.LIDO, Shore.PIER}
    assert same.outside({Shore.LIDO}) == {Shore.HARBOUR, Shore.LANDING}


def test_ours_may_be_told_more() -> None:
    more = Relations(
        K, {**IS_A, (K.UNIVERSITY, K.CULTURE_OR_TOURISM): "大学博物馆对外开放"}, MAY_BE
    )
    listed = {K.CULTURE_OR_TOURISM}
    found = of_kinds(venue.category, listed, venue.treated_as_listed, relations=more)
    assert truth(found, K.UNIVERSITY) is Truth.TRUE
    without = of_kinds(venue.category, listed, venue.treated_as_listed)
    assert truth(without, K.UNIVERSITY) is Truth.FALSE


@pytest.mark.parametrize(
    ("call", "problems"),
    [
        (lambda: Relations(3), [("kinds", "wrong_type")]),  # type: ignore[arg-type]
        (lambda: Relations(Venue), [("kinds", "wrong_type")]),  # type: ignore[arg-type]
        (lambda: Relations(Shore, is_a=[3]), [("is_a", "wrong_type")]),  # type: ignore[arg-type]
        (
            lambda: Relations(
                Shore,
                is_a={
                    (Shore.LIDO, Shore.LIDO): "同",
                    (Shore.LIDO, K.STATION): "异",
                    (Shore.LIDO, Shore.PIER): 3,  # type: ignore[dict-item]
                },
                may_be={(Shore.LIDO, Shore.PIER): "x", frozenset({Shore.LIDO}): "y"},  # type: ignore[dict-item]
            ),
            [
                ("is_a[0]", "wrong_type"),
                ("is_a[1]", "wrong_type"),
                ("is_a[2].why", "wrong_type"),
                ("may_be[0]", "wrong_type"),
                ("may_be[1]", "wrong_type"),
            ],
        ),
        (lambda: surely({Shore.PIER}), [("listed[0]", "wrong_type")]),
        (lambda: outside(3, RELATED), [("listed", "wrong_type")]),  # type: ignore[arg-type]
        (lambda: surely({Shore.PIER}, Shore), [("relations", "wrong_type")]),  # type: ignore[arg-type]
        (
            lambda: of_kinds(waterside.category, {K.SHOP}, waterside.treated_as_listed),
            [("listed[0]", "wrong_type")],
        ),
    ],
)
def test_what_relates_nothing_is_refused(call: Any, problems: list[tuple[str, str]]) -> None:
    assert refused(call) == problems


@pytest.mark.parametrize("category", [waterside.daily_visitors, waterside.rooms, 3, None])
def test_what_is_no_choice_has_no_kinds(category: Any) -> None:
    with pytest.raises(InvalidCriterion):
        of_kinds(category, {Shore.PIER}, waterside.treated_as_listed)
