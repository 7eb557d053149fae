"""Criteria in words: labels and units of the nouns, both languages, negation pushed inward."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import criteria

from careplan.base.errors import NotFound
from careplan.criteria.nodes import FALSE, TRUE, Criterion, all_of, any_of, not_
from careplan.criteria.proxies import among, count, every, facts, has, some
from careplan.criteria.residuals import residual
from careplan.criteria.wording.changes import add_text, change_text
from careplan.criteria.wording.criteria import cell_requirement, describe, requirement
from careplan.criteria.wording.labels import fact_asked, fact_label, label, statement
from careplan.criteria.wording.values import value_text
from careplan.fields.paths import parse_path
from careplan.nouns.care.institutions import Institution
from careplan.nouns.counts import SlotCount
from careplan.nouns.facilities import (
    Employer,
    Equipment,
    Room,
    RoomUse,
    Supply,
    Venue,
    VenueCategory,
)

venue, room, employer = facts(Venue), facts(Room), facts(Employer)
# The first five as they are declared.
FIVE = set(list(VenueCategory)[:5])
FIVE_EN = "transport hub, commercial centre, hospital, coach station, integrated passenger hub"
FIVE_ZH = "交通枢纽、商业中心、医院、汽车客运站、综合客运枢纽"
AREA = room.usable_area_m2 >= 10
DAY = facts(SlotCount).on


@pytest.mark.parametrize(
    ("criterion", "en", "zh"),
    [
        (AREA, "usable area at least 10 m2", "使用面积不少于10平方米"),
        (not_(AREA), "usable area less than 10 m2", "使用面积少于10平方米"),
        (
            venue.building_area_m2 > 10_000,
            "building area more than 10,000 m2",
            "建筑面积超过10000平方米",
        ),
        (
            not_(venue.building_area_m2 > 5),
            "building area at most 5 m2",
            "建筑面积不超过5平方米",
        ),
        (venue.building_area_m2 == 5, "building area is 5 m2", "建筑面积为5平方米"),
        (venue.building_area_m2 != 5, "building area is not 5 m2", "建筑面积不为5平方米"),
        # An English unit of one, and a label in the plural.
        (
            employer.female_employees >= 1,
            "female employees at least 1 person",
            "女职工人数不少于1人",
        ),
        # A yes-or-no fact is stated, or denied.
        (all_of(room.clean), "clean and hygienic", "整洁卫生"),
        (not_(room.independent), "not independent", "未独立设置"),
        (room.independent != True, "not independent", "未独立设置"),  # noqa: E712 - a comparison
        (
            venue.category == VenueCategory.SCENIC_AREA,
            "kind of place is scenic area",
            "场所类型为旅游景区",
        ),
        (has(room.use, RoomUse.CARE_ROOM), "uses include care room", "用途包括母婴关爱室"),
        (
            # In the order in which they are declared.
            among(venue.category, {VenueCategory.SCENIC_AREA, VenueCategory.HOSPITAL}),
            "kind of place is one of hospital, scenic area",
            "场所类型为医院、旅游景区之一",
        ),
        (
            among(venue.category, FIVE),
            f"kind of place is one of these 5 ({FIVE_EN})",
            f"场所类型为{FIVE_ZH}这5类之一",
        ),
        (
            not_(among(venue.category, {VenueCategory.SCENIC_AREA})),
            "kind of place is not scenic area",
            "场所类型不为旅游景区",
        ),
        (
            not_(among(venue.category, {VenueCategory.SCENIC_AREA, VenueCategory.HOSPITAL})),
            "kind of place is none of hospital, scenic area",
            "场所类型不为医院、旅游景区",
        ),
        (
            not_(among(venue.category, FIVE)),
            f"kind of place is none of these 5 ({FIVE_EN})",
            f"场所类型不属于{FIVE_ZH}这5类",
        ),
        (
            # What is left of a choice where it is shorter to say.
            not_(among(venue.category, set(VenueCategory) - {VenueCategory.OTHER})),
            "kind of place is other place",
            "场所类型为其他场所",
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
        # What is counted names itself, not the table that counts it.
        (
            room.equipment[Equipment.TABLE] >= 1,
            "equipment (table) at least 1",
            "桌子不少于1张",
        ),
        (
            facts(SlotCount).on >= date(2024, 6, 30),
            "day on or after 30 June 2024",
            "日期不早于2024年6月30日",
        ),
        (
            not_(facts(SlotCount).on >= date(2024, 6, 30)),
            "day before 30 June 2024",
            "日期早于2024年6月30日",
        ),
        (
            all_of(room.clean, any_of(room.private, AREA)),
            "clean and hygienic; (private or usable area at least 10 m2)",
            "整洁卫生；（私密或使用面积不少于10平方米）",
        ),
        (
            not_(all_of(room.clean, AREA)),
            "not clean and hygienic or usable area less than 10 m2",
            "不够整洁卫生或使用面积少于10平方米",
        ),
        (some(venue.rooms), "at least one room", "至少1间母婴室"),
        (not_(some(venue.rooms)), "no room", "没有母婴室"),
        (
            some(venue.rooms, AREA),
            "at least one room: usable area at least 10 m2",
            "至少1间母婴室使用面积不少于10平方米",
        ),
        (
            some(venue.rooms, all_of(room.independent, AREA)),
            "at least one room: independent and usable area at least 10 m2",
            "至少1间母婴室满足：独立设置且使用面积不少于10平方米",
        ),
        (
            not_(some(venue.rooms, AREA)),
            "no room: usable area at least 10 m2",
            "没有使用面积不少于10平方米的母婴室",
        ),
        (
            not_(some(venue.rooms, all_of(room.clean, AREA))),
            "no room: clean and hygienic and usable area at least 10 m2",
            "没有母婴室满足：整洁卫生且使用面积不少于10平方米",
        ),
        (
            every(venue.rooms, AREA),
            "every room: usable area at least 10 m2",
            "每间母婴室使用面积不少于10平方米",
        ),
        (
            every(venue.rooms, any_of(room.clean, AREA)),
            "every room: clean and hygienic or usable area at least 10 m2",
            "每间母婴室均满足：整洁卫生或使用面积不少于10平方米",
        ),
        (
            not_(every(venue.rooms, AREA)),
            "not every room: usable area at least 10 m2",
            "并非每间母婴室都使用面积不少于10平方米",
        ),
        (
            not_(every(venue.rooms, any_of(room.clean, AREA))),
            "not every room: clean and hygienic or usable area at least 10 m2",
            "并非每间母婴室都满足：整洁卫生或使用面积不少于10平方米",
        ),
        # One fact that is asked for several values is named once.
        (
            all_of(has(room.use, RoomUse.CARE_ROOM), has(room.use, RoomUse.MUMMY_HUT)),
            "uses include care room, mummy hut",
            "用途包括母婴关爱室、爱心妈咪小屋",
        ),
        (
            any_of(has(room.use, RoomUse.CARE_ROOM), has(room.use, RoomUse.MUMMY_HUT)),
            "uses include one of care room, mummy hut",
            "用途包括母婴关爱室、爱心妈咪小屋之一",
        ),
        (
            not_(any_of(has(room.use, RoomUse.CARE_ROOM), has(room.use, RoomUse.MUMMY_HUT))),
            "uses do not include care room, mummy hut",
            "用途不包括母婴关爱室、爱心妈咪小屋",
        ),
        (
            not_(all_of(has(room.use, RoomUse.CARE_ROOM), has(room.use, RoomUse.MUMMY_HUT))),
            "uses lack one of care room, mummy hut",
            "用途缺少母婴关爱室、爱心妈咪小屋之一",
        ),
        (
            any_of(
                venue.category == VenueCategory.HOSPITAL, venue.category == VenueCategory.STATION
            ),
            "kind of place is one of hospital, station",
            "场所类型为医院、车站之一",
        ),
        (
            not_(
                any_of(
                    venue.category == VenueCategory.HOSPITAL,
                    venue.category == VenueCategory.STATION,
                )
            ),
            "kind of place is none of hospital, station",
            "场所类型不为医院、车站",
        ),
        # The two ends of a range.
        (
            all_of(venue.building_area_m2 >= 5_000, venue.building_area_m2 <= 10_000),
            "building area at least 5,000 m2 and at most 10,000 m2",
            "建筑面积不少于5000平方米且不超过10000平方米",
        ),
        (
            not_(all_of(venue.building_area_m2 >= 5_000, venue.building_area_m2 <= 10_000)),
            "building area less than 5,000 m2 or more than 10,000 m2",
            "建筑面积少于5000平方米或超过10000平方米",
        ),
        (TRUE, "always true", "无条件"),
        (not_(TRUE), "never true", "任何情况下均不成立"),
        (FALSE, "never true", "任何情况下均不成立"),
        (not_(FALSE), "always true", "无条件"),
    ],
)
def test_a_criterion_in_words(criterion: Criterion, en: str, zh: str) -> None:
    assert describe(criterion, "en") == en
    assert describe(criterion, "zh") == zh
    assert criterion.describe("en") == en


def test_brackets_keep_parts_apart() -> None:
    inner = not_(any_of(room.independent, room.private))
    assert describe(any_of(inner, AREA), "en") == (
        "not independent and not private; or usable area at least 10 m2"
    )
    assert describe(any_of(inner, AREA), "zh") == "未独立设置且不够私密；或使用面积不少于10平方米"
    deep = all_of(any_of(inner, AREA), room.clean)
    assert describe(deep, "zh") == "（（未独立设置且不够私密）或使用面积不少于10平方米）；整洁卫生"
    of_items = some(venue.rooms, all_of(room.clean, AREA))
    assert describe(all_of(of_items, venue.waiting_area), "en").startswith("(at least one room: ")


def test_items_are_numbered_from_one_for_people() -> None:
    mall = Venue(rooms=[Room(), Room(equipment={})])
    left = residual(every(venue.rooms, room.equipment[Equipment.CHAIR] >= 1), mall)
    assert describe(left, "en") == (
        "equipment (chair) of room 1 at least 1; equipment (chair) of room 2 at least 1"
    )
    assert describe(left, "zh") == "第1间母婴室的椅子不少于1把；第2间母婴室的椅子不少于1把"
    assert label(Venue, ("rooms", 1, "area_m2"), "zh") == "第2间母婴室的面积"


@pytest.mark.parametrize(
    ("path", "so", "zh", "en"),
    [
        ("rooms[0].independent", True, "第1间母婴室独立设置", "room 1: independent"),
        ("rooms[0].independent", False, "第1间母婴室未独立设置", "room 1: not independent"),
        # The two answers of a label that names its opposite.
        ("rooms[0].existing", True, "第1间母婴室已建成", "room 1: already built"),
        ("rooms[0].existing", False, "第1间母婴室属于新建", "room 1: not new"),
        (
            "waiting_area",
            True,
            "有母婴候乘厅（区）",
            "waiting hall or area for mothers and infants",
        ),
    ],
)
def test_a_yes_or_no_fact_is_stated(path: str, so: bool, zh: str, en: str) -> None:
    steps = parse_path(Venue, path)
    assert statement(Venue, steps, "zh", so=so) == zh
    assert statement(Venue, steps, "en", so=so) == en


def test_a_fact_of_a_part_stands_behind_it() -> None:
    # A sentence, with nothing between the part and what is said of it; its name is a name.
    site = ("site", "away_from_pollution")
    assert statement(Institution, site, "zh", so=True) == "选址远离污染源"
    assert statement(Institution, site, "zh", so=False) == "选址未远离污染源"
    assert label(Institution, ("site", "away_from_pollution"), "zh") == "选址：远离污染源"
    assert label(Institution, ("premises", "room_groups"), "zh") == "场所的用房组成"
    assert label(Institution, ("premises", "rooms_or_areas"), "zh") == "场所所设房间和区域"


def test_one_of_a_list_is_closed_by_its_word_and_needs_no_brackets() -> None:
    # Chinese closes it with 之一; in English the next part would read as one of the list.
    of_two = any_of(has(room.use, RoomUse.MUMMY_HUT), has(room.use, RoomUse.CARE_ROOM))
    asked = some(venue.rooms, all_of(of_two, room.clean))
    assert describe(asked, "zh").endswith("满足：用途包括爱心妈咪小屋、母婴关爱室之一且整洁卫生")
    assert "(uses include one of" in describe(asked, "en")


def test_what_is_still_to_be_stated_is_named() -> None:
    assert fact_asked(Employer, "offers_care", "zh") == "是否为职工提供照护服务"
    assert fact_asked(Venue, "rooms[0].clean", "zh") == "第1间母婴室是否整洁卫生"
    assert fact_asked(Venue, "rooms[0].usable_area_m2", "zh") == "第1间母婴室的使用面积"
    assert fact_asked(Institution, "site.away_from_pollution", "zh") == "选址是否远离污染源"
    assert fact_asked(Venue, "on", "zh") == fact_label(Venue, "on", "zh") == "所问之日"
    assert fact_label(Venue, "rooms[0].clean", "zh") == "第1间母婴室：整洁卫生"
    assert fact_asked(Venue, "reserved_seats", "en") == "reserved seats for mothers and infants"


def test_a_collection_is_said_by_its_size() -> None:
    assert value_text(Venue, ("rooms",), (Room(), Room()), "zh") == "2间"
    assert value_text(Venue, ("rooms",), (Room(),), "en") == "1"
    assert value_text(Venue, ("rooms",), (), "zh") == "无"
    # A tuple of what is no collection of ours: by the general word.
    assert value_text(Venue, ("category",), (1, 2), "zh") == "2项"


@pytest.mark.parametrize(
    ("criterion", "en", "zh", "cell"),
    [
        (AREA, "at least 10 m2", "不少于10平方米", "≥10平方米"),
        (not_(AREA), "less than 10 m2", "少于10平方米", "<10平方米"),
        (room.usable_area_m2 == 3, "3 m2", "为3平方米", "3平方米"),
        (not_(room.independent), "not independent", "未独立设置", "未独立设置"),
        (room.clean == False, "not clean and hygienic", "不够整洁卫生", "不够整洁卫生"),  # noqa: E712 - a comparison
        (
            among(venue.category, {VenueCategory.SCENIC_AREA}),
            "scenic area",
            "为旅游景区",
            "为旅游景区",
        ),
        (
            has(room.supplies, Supply.CLEANING_CLOTHS),
            "including cleaning cloths",
            "包括清洁巾",
            "包括清洁巾",
        ),
        (
            not_(has(room.supplies, Supply.CLEANING_CLOTHS)),
            "without cleaning cloths",
            "不包括清洁巾",
            "不包括清洁巾",
        ),
        (some(venue.rooms), "at least one room", "至少1间母婴室", "至少1间母婴室"),
    ],
)
def test_a_requirement_without_the_name_of_its_fact(
    criterion: Criterion, en: str, zh: str, cell: str
) -> None:
    assert requirement(criterion, "en") == en
    assert requirement(criterion, "zh") == zh
    assert cell_requirement(criterion, "zh") == cell


@pytest.mark.parametrize(
    ("path", "observed", "needed", "zh", "en"),
    [
        # The table of better sentences.
        (
            "usable_area_m2",
            8,
            AREA,
            "将使用面积由8平方米增至10平方米以上（含）",
            "increase the usable area from 8 m2 to at least 10 m2",
        ),
        (
            "usable_area_m2",
            None,
            AREA,
            "使使用面积达到10平方米以上（含）",
            "bring the usable area to at least 10 m2",
        ),
        (
            "usable_area_m2",
            8,
            not_(room.usable_area_m2 > 6),
            "将使用面积由8平方米减至6平方米以下（含）",
            "reduce the usable area from 8 m2 to at most 6 m2",
        ),
        (
            "usable_area_m2",
            8,
            all_of(AREA, room.usable_area_m2 < 12),
            "改变使用面积（现为8平方米），使其不少于10平方米、少于12平方米",
            "change the usable area (now 8 m2) to at least 10 m2, less than 12 m2",
        ),
        (
            "usable_area_m2",
            None,
            all_of(AREA, room.usable_area_m2 < 12),
            "改变使用面积（现为未说明），使其不少于10平方米、少于12平方米",
            "change the usable area (now not stated) to at least 10 m2, less than 12 m2",
        ),
        # Nothing is asked of the fact by itself.
        (
            "usable_area_m2",
            8,
            any_of(AREA, room.clean),
            "改变使用面积（现为8平方米）",
            "change the usable area (now 8 m2)",
        ),
        (
            "independent",
            False,
            all_of(room.independent),
            "由“未独立设置”改为“独立设置”",
            "change from 'not independent' to 'independent'",
        ),
        (
            "independent",
            None,
            all_of(room.independent),
            "做到独立设置",
            "make sure: independent",
        ),
        (
            "use",
            frozenset({RoomUse.NURSERY}),
            has(room.use, RoomUse.CARE_ROOM),
            "在用途中增加母婴关爱室（现有育婴室）",
            "add care room to the uses (now nursery room)",
        ),
        (
            "use",
            None,
            not_(has(room.use, RoomUse.CARE_ROOM)),
            "使用途不包括母婴关爱室",
            "take care room out of the uses",
        ),
    ],
)
def test_a_change_says_from_what_to_what(
    path: str, observed: object, needed: Criterion, zh: str, en: str
) -> None:
    assert change_text(Room, path, observed, needed, "zh") == zh
    assert change_text(Room, path, observed, needed, "en") == en


def test_a_change_of_a_choice_takes_one_of_several() -> None:
    wanted = {VenueCategory.HOSPITAL, VenueCategory.STATION}
    said = change_text(Venue, "category", VenueCategory.OTHER, among(venue.category, wanted), "zh")
    assert said == "改变场所类型（现为其他场所），使其为医院、车站之一"


@pytest.mark.parametrize(
    ("needed", "zh", "open_en"),
    [
        (date(2024, 6, 30) <= DAY, "改为2024年6月30日或以后", "is 30 June 2024 or later"),
        (date(2024, 6, 30) < DAY, "改为2024年6月30日之后", "is after 30 June 2024"),
        (date(2024, 6, 30) >= DAY, "改为2024年6月30日或以前", "is 30 June 2024 or earlier"),
        (date(2024, 6, 30) > DAY, "改为2024年6月30日之前", "is before 30 June 2024"),
        (date(2024, 6, 30) == DAY, "改为2024年6月30日", "make the day 30 June 2024"),
    ],
)
def test_a_day_is_moved_not_increased(needed: Criterion, zh: str, open_en: str) -> None:
    said = change_text(SlotCount, "on", date(2024, 1, 2), needed, "zh")
    assert said == f"将日期由2024年1月2日{zh}"
    assert change_text(SlotCount, "on", None, needed, "en").endswith(open_en)


def test_a_change_of_an_item_says_which() -> None:
    asked = residual(every(venue.rooms, room.independent), Venue(rooms=[Room()]))
    change = change_text(Venue, "rooms[0].independent", False, asked, "zh")
    assert change == "将第1间母婴室由“未独立设置”改为“独立设置”"
    assert change_text(Venue, "rooms[0].independent", None, asked, "zh") == "使第1间母婴室独立设置"


@pytest.mark.parametrize(
    ("asked", "zh", "en"),
    [
        (
            all_of(room.independent, AREA),
            "增设1间独立母婴室，使用面积不少于10平方米",
            "add one room: independent, usable area at least 10 m2",
        ),
        (all_of(room.clean), "增设1间整洁卫生的母婴室", "add one room: clean and hygienic"),
        (TRUE, "增设1间母婴室", "add one room"),
        (
            all_of(any_of(room.clean, AREA), not_(room.existing)),
            "增设1间母婴室，整洁卫生或使用面积不少于10平方米，属于新建",
            "add one room: clean and hygienic or usable area at least 10 m2, not new",
        ),
    ],
)
def test_what_is_added_says_what_it_must_be(asked: Criterion, zh: str, en: str) -> None:
    needed = residual(every(venue.rooms, asked), Venue(rooms=[Room()]))
    assert add_text(Venue, "rooms[0]", needed, "zh") == zh
    assert add_text(Venue, "rooms[0]", needed, "en") == en


def test_what_is_asked_of_others_is_not_said_of_what_is_added() -> None:
    needed = all_of(
        residual(every(venue.rooms, room.clean), Venue(rooms=[Room()])),
        venue.waiting_area,
        count(venue.rooms) >= 2,
        any_of(venue.waiting_area, venue.reserved_seats),
        not_(venue.reserved_seats),
    )
    assert add_text(Venue, "rooms[0]", needed, "zh") == "增设1间整洁卫生的母婴室"


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
def test_what_is_asked_of_items_ends_where_the_next_part_begins(quantified: Any) -> None:
    # Without an end the waiting area would read as one more thing asked of a room.
    asked = all_of(quantified(venue.rooms, any_of(room.clean, AREA)), venue.waiting_area)
    for language, end in (("en", "); "), ("zh", "）；")):
        assert end in describe(asked, language)
    single = any_of(quantified(venue.rooms, AREA), venue.waiting_area)
    for language, end in (("en", "; or "), ("zh", "；或")):
        assert end in describe(single, language)
    for one in (quantified(venue.rooms, AREA), not_(some(venue.rooms, AREA)), some(venue.rooms)):
        assert "(" not in describe(all_of(one, venue.serves_passengers), "en")
