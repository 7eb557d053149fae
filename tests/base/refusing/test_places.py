"""Where something stands, in Chinese words: labels first, words of arguments next, or the path."""

import pytest
from refusing import latin

from careplan.base.errors import Problem
from careplan.base.refusing.phrases import Both
from careplan.base.refusing.places import in_clause, place_said, within
from careplan.criteria.wording.placing import place_in
from careplan.nouns.facilities import Room, Venue


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("", ""),
        ("on", "所问之日"),
        ("rows[0]", "第1行"),
        ("rows[2].slots", "第3行的托位数"),
        ("clauses[0].summary", "条款第1项的摘要"),
        ("[1][0]", "第2项第1项"),
        ("own.berths", "“own.berths”"),  # of no name that is known
        ("甲\n总计：符合", "“甲\\n总计：符合”"),  # begins no line
        ("options['x']", "选项的“x”"),
    ],
)
def test_a_path_of_no_fact(path: str, said: str) -> None:
    assert place_said(path) == said


def test_a_key_that_is_none_stands_to_the_letter() -> None:
    assert Problem("part", "unknown_key", 1, {"options": "x"}).text("zh").startswith("“part”：")


def test_what_is_inside_of_a_label() -> None:
    assert within("用途", "") == "用途"
    assert within("用途", "[1]") == "用途第2项"
    assert within("母婴室", ".x") == "母婴室的“x”"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("4.1.b", "四（一）"),
        ("4.1.b.requires", "四（一）的要求"),
        ("a4.1.hut/area", "四（一）的“hut/area”"),
    ],
)
def test_a_clause_is_cited_by_its_locator(number: str, said: str) -> None:
    assert in_clause(number, "四（一）") == said


CLEAN = ("第2间母婴室是否整洁卫生", "mother-and-baby room 2: clean and hygienic")
NO_FACT = ("第2间母婴室的“x”", "mother-and-baby room 2, 'x'")


@pytest.mark.parametrize(
    ("noun", "path", "several", "zh", "en"),
    [
        (Venue, "rooms[0].usable_area_m2", False, "第1间母婴室的使用面积", "usable area of room 1"),
        (Venue, "rooms[0].clean", False, "第1间母婴室是否整洁卫生", "room 1: clean and hygienic"),
        (Venue, "rooms[0].romm", False, "第1间母婴室的“romm”", "room 1, 'romm'"),
        (Room, "equipment[table]", False, "桌子", "equipment (table)"),
        (Room, "equipment.x", False, "设施数量的“x”", "equipment, 'x'"),
        (Room, "use[1]", False, "用途第2项", "uses, item 2"),
        (Room, "[1].area_m2", True, "第2间母婴室的面积", "area of mother-and-baby room 2"),
        *((Room, "[1].clean", True, *CLEAN), (Room, "[1].x", True, *NO_FACT)),
        (Room, "[1]", True, "第2间母婴室", "mother-and-baby room 2"),
    ],
)
def test_a_path_of_a_noun(noun: type, path: str, several: bool, zh: str, en: str) -> None:
    assert place_in(noun, path, several=several) == Both(zh, en)


def test_a_path_of_nothing_known_has_no_name() -> None:
    assert place_in(Room, "[1]") is place_in(Room, "x") is None


def test_the_measure_of_chinese_finds_latin() -> None:
    assert latin("应为tuple，给出的是“x”") == ["tuple"]
    assert latin("不是有效的 JSON") == []
