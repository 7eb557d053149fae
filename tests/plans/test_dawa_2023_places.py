"""Dawa 2023, 三（一）2: which public places owe a room for mothers and infants, and which room."""

from typing import Any

import attrs
import pytest

import careplan as cp
from careplan.base.text import Labelled
from careplan.documents.chapters.places import NOT_LISTED
from careplan.fields.declaring import choice
from careplan.verbs.assessing.findings import Finding

PLAN = cp.get_plan("dawa_2023")
Category, Use = cp.VenueCategory, cp.RoomUse
MET, NOT_MET = cp.Outcome.MET, cp.Outcome.NOT_MET
UNKNOWN, NOT_APPLICABLE = cp.Outcome.UNKNOWN, cp.Outcome.NOT_APPLICABLE


def find(venue: cp.Venue, reading: str = "closed") -> Finding:
    """Return what the sentence on public places says of one."""
    found = cp.assess(venue, PLAN, readings={"place_list": reading}).finding("3.1.2.d")
    assert isinstance(found, Finding)
    return found


# 三（一）2: 车站、商场、医院、文化旅游等公共场所, kind by kind.
SURELY = {
    Category.STATION: "车站, printed",
    Category.SHOP: "商场, printed",
    Category.HOSPITAL: "医院, printed",
    Category.CULTURE_OR_TOURISM: "文化旅游, printed",
    Category.COACH_STATION: "a 汽车客运站 is a 车站",
    Category.COMMERCIAL_CENTRE: "a 商业中心 has a 商场",
    Category.CULTURAL_CENTRE: "a 文化活动中心 is a place of 文化",
    Category.SCENIC_AREA: "a 旅游景区 is a place of 旅游",
    Category.RAILWAY_STATION: "a 火车站 is a 车站",
    Category.METRO_STATION: "a 地铁站 is a 车站",
    Category.LIBRARY: "a 图书馆 is a place of 文化",
    Category.MUSEUM: "a 博物馆 is a place of 文化",
    Category.EXHIBITION_HALL: "a 展览馆 is a place of 文化",
    Category.THEATRE: "a 影剧院 is a place of 文化",
}
PERHAPS = {
    Category.TRANSPORT_HUB: "a 交通枢纽 may be a 车站, or an airport, which is none",
    Category.INTEGRATED_PASSENGER_HUB: "built around a 车站, or around an airport",
    Category.AMUSEMENT_VENUE: "游览 is for tourists, 娱乐 need not be",
    Category.PARK: "some parks are for tourists",
    Category.STADIUM: "a 文体活动中心 is a place of 文化, too",
}
OUTSIDE = {
    Category.COMMUNITY_SERVICE_CENTRE: "社区服务中心: none of the four",
    Category.GOVERNMENT_SERVICE_CENTRE: "政务服务中心: none of the four",
    Category.CHARACTERISTIC_PARK: "特色园区: where companies are, none of the four",
    Category.AIRPORT: "机场 is no 车站",
    Category.PASSENGER_PORT: "码头 is no 车站",
    Category.SERVICE_AREA: "高速公路服务区: none of the four",
    Category.UNIVERSITY: "高等院校: none of the four",
    Category.OTHER: "a place that no list names",
}


def test_every_kind_of_place_is_looked_at() -> None:
    looked_at = [*SURELY, *PERHAPS, *OUTSIDE]
    assert len(looked_at) == len(Category)
    assert set(looked_at) == set(Category)


def place(category: Any, held: bool | None = None) -> cp.Venue:
    """Return a place without a room where mothers and infants stay."""
    return cp.Venue(
        category=category, treated_as_listed=held, mothers_and_infants_stay=True, rooms=[]
    )


@pytest.mark.parametrize("reading", ["closed", "open"])
@pytest.mark.parametrize("category", SURELY)
def test_a_kind_that_is_listed(category: cp.VenueCategory, reading: str) -> None:
    for held in (None, True, False):  # what anybody holds changes nothing
        found = find(place(category, held), reading)
        assert (found.outcome, found.note) == (NOT_MET, None)


@pytest.mark.parametrize("reading", ["closed", "open"])
@pytest.mark.parametrize("category", PERHAPS)
def test_a_kind_that_may_be_one_of_those_listed(category: cp.VenueCategory, reading: str) -> None:
    found = find(place(category), reading)
    assert (found.outcome, found.missing) == (UNKNOWN, ("treated_as_listed",))
    assert find(place(category, held=True), reading).outcome is NOT_MET
    denied = find(place(category, held=False), reading)
    assert (denied.outcome, denied.note) == (NOT_APPLICABLE, NOT_LISTED)


@pytest.mark.parametrize("category", OUTSIDE)
def test_a_kind_that_surely_is_not_listed(category: cp.VenueCategory) -> None:
    for held in (None, True, False):  # a closed list is not widened
        found = find(place(category, held))
        assert (found.outcome, found.note, found.missing) == (NOT_APPLICABLE, NOT_LISTED, ())
    # 等: under the other reading the authority decides for every kind that is not printed.
    left = find(place(category), "open")
    assert (left.outcome, left.missing, left.note) == (UNKNOWN, ("treated_as_listed",), None)
    assert find(place(category, held=True), "open").outcome is NOT_MET
    denied = find(place(category, held=False), "open")
    assert (denied.outcome, denied.note) == (NOT_APPLICABLE, NOT_LISTED)


class TownPlace(Labelled):
    """A county's own kinds of place."""

    FERRY = ("ferry", "轮渡码头", "ferry port")


@attrs.frozen(kw_only=True)
class TownVenue(cp.Venue):
    """A place of a kind that this library does not know."""

    category: Any = choice(TownPlace, "场所类型", "kind of place")


@pytest.mark.parametrize("reading", ["closed", "open"])
def test_a_kind_of_anothers_own_is_left_open(reading: str) -> None:
    def ferry(held: bool | None) -> Finding:
        subject = TownVenue(
            category=TownPlace.FERRY,
            treated_as_listed=held,
            mothers_and_infants_stay=True,
            rooms=[],
        )
        return find(subject, reading)

    assert (ferry(None).outcome, ferry(None).missing) == (UNKNOWN, ("treated_as_listed",))
    assert ferry(held=True).outcome is NOT_MET
    assert ferry(held=False).outcome is NOT_APPLICABLE


def test_a_place_of_no_stated_kind() -> None:
    found = find(place(None))
    assert (found.outcome, found.missing) == (UNKNOWN, ("category", "treated_as_listed"))


def test_a_room_with_basic_equipment_where_mothers_stay() -> None:
    def shop(stay: bool | None, *equipped: bool | None) -> cp.Venue:
        rooms = [cp.Room(use=Use.MOTHER_AND_BABY, basic_equipment=one) for one in equipped]
        return cp.Venue(category=Category.SHOP, mothers_and_infants_stay=stay, rooms=rooms)

    assert find(shop(True, True)).outcome is MET  # of any size
    assert find(shop(True, False)).outcome is NOT_MET  # 并配备基本设施
    assert find(shop(True, None)).missing == ("rooms[0].basic_equipment",)
    assert find(shop(False)).outcome is NOT_APPLICABLE
    assert find(shop(None)).outcome is UNKNOWN


@pytest.mark.parametrize(
    ("use", "outcome"),
    [
        # 三（一）2: 要普遍建立母婴室, for the mothers and infants who stay in the place
        (Use.MOTHER_AND_BABY, MET),
        (Use.CARE_ROOM, MET),  # 母婴关爱室: a room for mothers and infants by its name
        (Use.MUMMY_HUT, NOT_MET),  # 爱心妈咪小屋: an employer's, for its own women
        (Use.LACTATION, NOT_MET),  # the rooms of an employer, in the sentence before
        (Use.NURSERY, NOT_MET),
        (Use.SPECIAL_CARE, NOT_MET),
        (Use.REST_AND_LACTATION, NOT_MET),
        ({Use.LACTATION, Use.MOTHER_AND_BABY}, MET),  # it serves as both
        (None, UNKNOWN),  # not stated: it may be one
    ],
)
def test_the_room_is_one_for_mothers_and_infants(
    use: cp.RoomUse | set[cp.RoomUse] | None, outcome: cp.Outcome
) -> None:
    rooms = [cp.Room(use=use, basic_equipment=True)]
    shop = cp.Venue(category=Category.SHOP, mothers_and_infants_stay=True, rooms=rooms)
    found = find(shop)
    assert found.outcome is outcome
    assert found.missing == (("rooms[0].use",) if use is None else ())


def test_use_and_equipment_are_of_one_room() -> None:
    rooms = [
        cp.Room(use=Use.MOTHER_AND_BABY, basic_equipment=False),
        cp.Room(use=Use.LACTATION, basic_equipment=True),
    ]
    shop = cp.Venue(category=Category.SHOP, mothers_and_infants_stay=True, rooms=rooms)
    assert find(shop).outcome is NOT_MET  # 母婴室，并配备基本设施
