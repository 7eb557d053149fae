"""Criteria in words: labels and units of the nouns, both languages, negation pushed inward."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import criteria

from careplan.base.errors import NotFound
from careplan.criteria.nodes import FALSE, TRUE, Criterion, all_of, any_of, not_
from careplan.criteria.proxies import among, every, facts, has, some
from careplan.criteria.residuals import residual
from careplan.criteria.wording import describe, label, requirement
from careplan.nouns.facilities import Equipment, Room, RoomUse, Supply, Venue, VenueCategory

venue, room = facts(Venue), facts(Room)
AREA = room.usable_area_m2 >= 10


@pytest.mark.parametrize(
    ("criterion", "en", "zh"),
    [
        (AREA, "usable area ≥ 10 m2", "使用面积≥10平方米"),
        (not_(AREA), "usable area < 10 m2", "使用面积<10平方米"),
        (venue.building_area_m2 > 10_000, "building area > 10,000 m2", "建筑面积>10000平方米"),
        (not_(venue.building_area_m2 > 5), "building area ≤ 5 m2", "建筑面积≤5平方米"),
        (all_of(room.clean), "clean and hygienic: yes", "整洁卫生：是"),
        (not_(room.clean), "clean and hygienic: no", "整洁卫生：否"),
        (room.clean != True, "clean and hygienic: no", "整洁卫生：否"),  # noqa: E712 - a comparison
        (
            venue.category == VenueCategory.SCENIC_AREA,
            "kind of place = scenic area",
            "场所类型=旅游景区",
        ),
        (has(room.use, RoomUse.CARE_ROOM), "uses include care room", "用途包括母婴关爱室"),
        (
            among(venue.category, {VenueCategory.SCENIC_AREA, VenueCategory.HOSPITAL}),
            "kind of place is one of hospital, scenic area",
            "场所类型属于医院、旅游景区",
        ),
        (
            not_(among(venue.category, {VenueCategory.SCENIC_AREA})),
            "kind of place is none of scenic area",
            "场所类型不属于旅游景区",
        ),
        (
            has(room.supplies, Supply.CLEANING_CLOTHS),
            "care materials include cleaning cloths",
            "护理材料包括清洁巾",
        ),
        (
            not_(has(room.supplies, Supply.CLEANING_CLOTHS)),
            "care materials do not include cleaning cloths",
            "护理材料不包括清洁巾",
        ),
        (room.equipment[Equipment.TABLE] >= 1, "equipment (table) ≥ 1", "设施数量（桌子）≥1"),
        (
            all_of(room.clean, any_of(room.private, AREA)),
            "clean and hygienic: yes and (private: yes or usable area ≥ 10 m2)",
            "整洁卫生：是且（私密：是或使用面积≥10平方米）",
        ),
        (
            not_(all_of(room.clean, AREA)),
            "clean and hygienic: no or usable area < 10 m2",
            "整洁卫生：否或使用面积<10平方米",
        ),
        (some(venue.rooms), "at least one room", "至少有一项母婴室"),
        (not_(some(venue.rooms)), "no room", "没有母婴室"),
        (
            some(venue.rooms, AREA),
            "at least one room with usable area ≥ 10 m2",
            "母婴室中至少一项满足：使用面积≥10平方米",
        ),
        (
            not_(some(venue.rooms, AREA)),
            "no room with usable area ≥ 10 m2",
            "母婴室中没有一项满足：使用面积≥10平方米",
        ),
        (
            every(venue.rooms, AREA),
            "every room with usable area ≥ 10 m2",
            "每一项母婴室均满足：使用面积≥10平方米",
        ),
        (
            not_(every(venue.rooms, AREA)),
            "not every room with usable area ≥ 10 m2",
            "母婴室中有不满足的：使用面积≥10平方米",
        ),
        (TRUE, "always true", "恒成立"),
        (not_(TRUE), "never true", "恒不成立"),
        (FALSE, "never true", "恒不成立"),
        (not_(FALSE), "always true", "恒成立"),
    ],
)
def test_a_criterion_in_words(criterion: Criterion, en: str, zh: str) -> None:
    assert describe(criterion, "en") == en
    assert describe(criterion, "zh") == zh
    assert criterion.describe("en") == en


def test_brackets_keep_parts_apart() -> None:
    inner = not_(any_of(room.clean, room.private))
    assert describe(all_of(inner, AREA), "en") == (
        "(clean and hygienic: no and private: no) and usable area ≥ 10 m2"
    )
    of_items = some(venue.rooms, all_of(room.clean, AREA))
    assert describe(all_of(of_items, venue.waiting_area), "en").startswith(
        "(at least one room with "
    )


def test_items_are_numbered_from_one_for_people() -> None:
    mall = Venue(rooms=[Room(), Room(equipment={})])
    left = residual(every(venue.rooms, room.equipment[Equipment.CHAIR] >= 1), mall)
    assert describe(left, "en") == (
        "equipment of room 1 (chair) ≥ 1 and equipment of room 2 (chair) ≥ 1"
    )
    assert label(Venue, ("rooms", 1, "area_m2"), "zh") == "母婴室2的面积"


@pytest.mark.parametrize(
    ("criterion", "en"),
    [
        (AREA, "≥ 10 m2"),
        (not_(AREA), "< 10 m2"),
        (not_(room.clean), "no"),
        (room.clean == False, "no"),  # noqa: E712 - a comparison
        (room.clean != True, "no"),  # noqa: E712 - a comparison
        (among(venue.category, {VenueCategory.SCENIC_AREA}), "one of scenic area"),
        (not_(among(venue.category, {VenueCategory.SCENIC_AREA})), "none of scenic area"),
        (has(room.supplies, Supply.CLEANING_CLOTHS), "including cleaning cloths"),
        (not_(has(room.supplies, Supply.CLEANING_CLOTHS)), "without cleaning cloths"),
        (some(venue.rooms), "at least one room"),
    ],
)
def test_a_requirement_without_the_name_of_its_fact(criterion: Criterion, en: str) -> None:
    assert requirement(criterion, "en") == en


@given(criteria(Venue), st.sampled_from(["zh", "en"]))
def test_every_criterion_can_be_said(criterion: Criterion, language: str) -> None:
    said = describe(criterion, language)
    assert said
    assert "{" not in said


def test_another_language_is_an_error() -> None:
    with pytest.raises(NotFound) as error:
        describe(AREA, "fr")
    assert error.value.known == ("zh", "en")


@pytest.mark.parametrize("quantified", [some, every])
def test_what_is_asked_of_items_ends_at_a_bracket(quantified: Any) -> None:
    # Without one the waiting area would read as one more thing asked of a room.
    asked = all_of(quantified(venue.rooms, AREA), venue.waiting_area)
    for language, end in (("en", ") and "), ("zh", "）且")):
        assert end in describe(asked, language)
    assert "(" not in describe(all_of(some(venue.rooms), venue.serves_passengers), "en")
