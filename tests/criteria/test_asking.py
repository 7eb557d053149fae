"""Questions for facts: those our nouns give, and those made of kind, label and unit."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import attrs
import pytest

from careplan.base.errors import NotFound
from careplan.base.messages import LANGUAGES
from careplan.base.text import Labelled, Text
from careplan.criteria.wording.asking import fact_question
from careplan.criteria.wording.labels import label
from careplan.fields.declaring import (
    METRES,
    PERSONS,
    Noun,
    choice,
    choices,
    count,
    day,
    facts_declared,
    flag,
    items,
    number,
    part,
    table,
    words,
)
from careplan.fields.kinds import FlagKind
from careplan.nouns.care.institutions import Institution
from careplan.nouns.catalogue import NOUNS
from careplan.nouns.counts import SlotCount
from careplan.nouns.facilities import Employer, Equipment, Room, Venue


class Toy(Labelled):
    """Toys, of which bricks are counted by a word of their own."""

    BRICK = ("brick", "积木", "brick")
    BOX = ("box", "盒子", "toy box with a lid")
    WATCH = ("watch", "玩具表", "watch")
    PUPPY = ("puppy", "玩具狗", "puppy")
    TROLLEY = ("trolley", "手推车", "trolley")
    CLOTHES = ("clothes", "娃娃衣", "dolls' clothes")
    KITE = ("kite", "风筝")

    @property
    def measure(self) -> str:
        """The word that Chinese counts it by."""
        return "块" if self is Toy.BRICK else "件"


@attrs.frozen(kw_only=True)
class Corner(Noun):
    """A corner of a room, as somebody else declares it: no question is given."""

    __label__ = Text(zh="活动角", en="corner")
    __measure__ = "处"

    lit: bool | None = flag("明亮", "well lit")
    warm: bool | None = flag("暖和")
    width_m: Decimal | None = number("宽度", "width", unit=METRES)
    share: Decimal | None = number("占比", "share")
    seats: int | None = count("座位数", "seats")
    children: int | None = count("儿童人数", "children", unit=PERSONS)
    favourite: Toy | None = choice(Toy, "最受欢迎的玩具", "favourite toy")
    kinds: frozenset[Toy] | None = choices(Toy, "玩具种类", "kinds of toy")
    toys: Mapping[Toy, int] | None = table(Toy, "玩具数量", "toys")
    opened_on: date | None = day("启用日期", "day of opening")
    keeper: str | None = words("管理人", "keeper")


@attrs.frozen(kw_only=True)
class Hall(Noun):
    """A hall of corners, called by its class's name."""

    corners: tuple[Corner, ...] | None = items(Corner, "活动角", "corner")
    best: Corner | None = part(Corner, "示范角", "model corner")
    swept: bool | None = flag("已清扫", ask="{owner}今天扫了吗？")


@pytest.mark.parametrize(
    ("path", "zh", "en"),
    [
        ("lit", "是否明亮？", "Is this true of the corner: well lit?"),
        ("warm", "是否暖和？", "Is this true of the corner: 暖和 [zh]?"),
        ("width_m", "宽度是多少米？", "What is the width, in m?"),
        ("share", "占比是多少？", "What is the share?"),
        ("seats", "座位数是多少？", "How many seats are there?"),
        ("children", "儿童人数是多少人？", "What is the number of children, in persons?"),
        ("favourite", "最受欢迎的玩具是什么？", "What is the favourite toy?"),
        ("kinds", "玩具种类有哪些？", "What are the kinds of toy?"),
        ("toys", "玩具数量各是多少？", "What is each figure of the toys?"),
        ("opened_on", "启用日期是哪一天？", "What day is the day of opening?"),
        ("keeper", "管理人是什么？", "What is the keeper?"),
        # The measure word is the member's own; English counts in the plural.
        ("toys[brick]", "有几块积木？", "How many bricks does the corner have?"),
        ("toys[box]", "有几件盒子？", "How many toy boxes with a lid does the corner have?"),
        ("toys[watch]", "有几件玩具表？", "How many watches does the corner have?"),
        ("toys[puppy]", "有几件玩具狗？", "How many puppies does the corner have?"),
        ("toys[trolley]", "有几件手推车？", "How many trolleys does the corner have?"),
        ("toys[clothes]", "有几件娃娃衣？", "How many dolls' clothes does the corner have?"),
        ("toys[kite]", "有几件风筝？", "How many 风筝 [zh] does the corner have?"),
    ],
)
def test_a_question_is_made_of_kind_label_and_unit(path: str, zh: str, en: str) -> None:
    assert fact_question(Corner, path, "zh") == zh
    assert fact_question(Corner, path, "en") == en


def test_a_question_says_whose_fact_it_asks_for() -> None:
    first = label(Hall, ("corners", 0), "zh")
    assert fact_question(Hall, "corners[0].lit", "zh") == f"{first}是否明亮？"
    assert fact_question(Hall, "corners[0].lit", "en") == "Is this true of corner 1: well lit?"
    assert fact_question(Hall, "corners[0].toys[brick]", "zh") == f"{first}有几块积木？"
    assert fact_question(Hall, "best.lit", "zh") == "示范角是否明亮？"
    assert fact_question(Hall, "best.lit", "en") == "Is this true of the model corner: well lit?"
    assert fact_question(Hall, "corners[0]", "zh") == f"{first}是什么情况？"
    assert fact_question(Hall, "corners[0]", "en") == "What is corner 1 like?"


def test_items_and_parts_are_asked_for_as_a_whole() -> None:
    assert fact_question(Hall, "corners", "zh") == "有几处活动角？各是什么情况？"
    asked = "How many corners does the Hall have, and what is each like?"
    assert fact_question(Hall, "corners", "en") == asked
    assert fact_question(Hall, "best", "zh") == "示范角情况如何？"
    assert fact_question(Hall, "best", "en") == "What is the model corner like?"


def test_a_question_in_chinese_alone_is_asked_in_chinese_and_marked() -> None:
    @attrs.frozen(kw_only=True)
    class Street(Noun):
        halls: tuple[Hall, ...] | None = items(Hall, "大厅", "hall")

    first = label(Street, ("halls", 0), "zh")
    assert fact_question(Hall, "swept", "zh") == "今天扫了吗？"
    assert fact_question(Hall, "swept", "en") == "今天扫了吗？ [zh]"
    assert fact_question(Street, "halls[0].swept", "en") == f"{first}今天扫了吗？ [zh]"


def test_our_own_facts_are_asked_for_as_a_clerk_would() -> None:
    first, second = (label(Venue, ("rooms", place), "zh") for place in (0, 1))
    asked = fact_question(Venue, "rooms[0].existing", "zh")
    assert asked == f"{first}是已建成的，还是新建的？"
    assert (
        fact_question(Venue, "rooms[0].existing", "en") == "Was room 1 already there, or is it new?"
    )
    # The 的 behind an owner goes where there is none.
    assert (
        fact_question(Venue, "rooms[1].usable_area_m2", "zh") == f"{second}的使用面积是多少平方米？"
    )
    assert fact_question(Room, "usable_area_m2", "zh") == "使用面积是多少平方米？"
    assert fact_question(Room, "equipment[cot]", "zh") == "有几张婴儿床？"
    taps = "How many taps with hot water does room 1 have?"
    assert fact_question(Venue, "rooms[0].equipment[hot_water_tap]", "en") == taps
    assert fact_question(Employer, "rooms", "zh") == "有几间女职工用房？各是什么情况？"
    assert fact_question(Institution, "site.good_conditions", "zh") == "选址的条件是否较好？"
    assert fact_question(Institution, "premises.fire_equipment", "en") == (
        "Do the premises have fire equipment?"
    )


def test_the_day_asked_is_asked_for_unless_the_noun_has_a_day_of_its_own() -> None:
    assert fact_question(Venue, "on", "zh") == "要问的是哪一天？"
    assert fact_question(Venue, "on", "en-GB") == "Which day is asked about?"
    assert fact_question(SlotCount, "on", "zh") == "统计的是哪一天？"


def test_a_path_that_a_noun_lacks_is_not_found() -> None:
    with pytest.raises(NotFound):
        fact_question(Venue, "rooms[0].colour", "zh")


@pytest.mark.parametrize("noun", NOUNS)
def test_each_fact_of_ours_has_its_own_question_in_both_languages(noun: type[Noun]) -> None:
    for name, spec in facts_declared(noun).items():
        assert spec.ask is not None
        assert spec.ask.en
        for language in LANGUAGES:
            asked = fact_question(noun, name, language)
            assert asked[-1] == {"zh": "？", "en": "?"}[language]
            assert not re.search("[{}]|^的|为落实|  ", asked)
        assert not re.search("[A-Za-z]", fact_question(noun, name, "zh"))
        if isinstance(spec.kind, FlagKind):
            assert re.search("是否|能否|还是", spec.ask.zh)


@pytest.mark.parametrize("noun", NOUNS)
def test_yes_means_that_the_fact_is_so(noun: type[Noun]) -> None:
    # Nobody knows what "yes" or "没有" answers, where one or the other is asked, or a denial.
    for name, spec in facts_declared(noun).items():
        # Of a room both kinds are named, as neither is called the denial of the other.
        if isinstance(spec.kind, FlagKind) and (noun, name) != (Room, "existing"):
            zh, en = (fact_question(noun, name, language) for language in ("zh", "en"))
            assert re.search("是否(?!没有|不|未)|能否", zh), zh
            assert "还是" not in zh
            assert re.match("(Is|Are|Was|Has|Have|Does|Do|Did|Can) ", en), en
            assert not re.search(r", or | not (?!new)|n't", en), en


@pytest.mark.parametrize("thing", Equipment)
def test_what_a_room_is_fitted_with_is_counted(thing: Equipment) -> None:
    asked = fact_question(Room, f"equipment[{thing}]", "zh")
    assert re.fullmatch(f"有几[张把台幅个]{thing.label.zh}？", asked)


def test_a_hostile_label_fills_nothing_in() -> None:
    @attrs.frozen(kw_only=True)
    class Odd(Noun):
        __label__ = Text(zh="{owner}", en="{owner!r}")
        odd: bool | None = flag("{fact}", "{fact}")
        even: bool | None = flag("甲", "a", ask=("{owner}{{甲}}？", "{owner}{{a}}?"))

    assert fact_question(Odd, "odd", "zh") == "是否{fact}？"
    assert fact_question(Odd, "odd", "en") == "Is this true of the {owner!r}: {fact}?"
    assert fact_question(Odd, "even", "zh") == "{甲}？"
    assert fact_question(Odd, "even", "en") == "The {owner!r}{a}?"
