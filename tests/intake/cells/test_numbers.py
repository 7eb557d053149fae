"""Numbers in cells: the value with its unit and notes, or why it is not certain.

Each form was seen in a real table; the figures are made up.
"""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest

from careplan.base.text import Text
from careplan.fields.declaring import (
    PERSONS,
    SQUARE_METRES,
    YUAN,
    Noun,
    count,
    facts_declared,
    number,
)
from careplan.fields.kinds import FactSpec
from careplan.intake.cells.habits import Habits
from careplan.intake.cells.numbers import number_cell
from careplan.intake.cells.taken import Doubt, Taken
from careplan.intake.cells.units import Unit, unit_of
from careplan.nouns.care.institutions import SLOTS, Setting


@attrs.frozen(kw_only=True)
class Table(Noun):
    """A fact of each quantity."""

    rooms: int | None = count("母婴室数")
    slots: int | None = count("托位数", unit=SLOTS)
    persons: int | None = count("人数", unit=PERSONS)
    months: int | None = count("月龄", unit="个月")
    weeks: int | None = count("周数", unit="周")
    area: Any = number("面积", unit=SQUARE_METRES)
    money: Any = number("金额", unit=YUAN)
    in_wan: Any = number("金额", unit="万元")
    land: Any = number("用地", unit="万平方米")
    fee: Any = number("保育费", unit="元/人/月")
    share: Any = number("比例", unit="%", minimum=-100)
    value: Any = number("数值", minimum=-1_000_000)


FACTS: Mapping[str, FactSpec] = facts_declared(Table)
Y, WY, WR, W, PC = (
    one for one in map(unit_of, ("元", "万元", "万人", "万", "%")) if isinstance(one, Unit)
)
NOT_STATED = Text(zh="未说明", en="not stated")


def read(raw: object, fact: str = "slots", **said: Any) -> Taken | Doubt:
    units = {name: said.pop(name) for name in ("heading_unit", "currency") if name in said}
    return number_cell(raw, FACTS[fact], Habits(**said), **units)


@pytest.mark.parametrize(
    ("raw", "value", "notes"),
    [
        ("60", 60, ()),
        ("６０", 60, ()),
        (" 60 ", 60, ()),
        ("\ufeff60\u200b", 60, ()),
        ("0", 0, ()),
        ("0个", 0, ()),
        ("60.00", 60, ()),
        ("1" + "0" * 15, 10**15, ()),
        ("1,200", 1200, ()),
        ("1，234，567", 1234567, ()),
        ("3 353", 3353, ()),
        ("3\u202f353", 3353, ()),
        ("60个", 60, ()),
        ("60 个托位", 60, ()),
        ("60托位", 60, ("托位",)),
        ("60 人", 60, ("人",)),  # a slot is not a person: kept
        ("60（个）", 60, ()),
        ("60（人）", 60, ("人",)),
        ("20（其中乳儿班10）", 20, ("其中乳儿班10",)),
        ("6（注）", 6, ("注",)),
        ("６(注）", 6, ("注",)),
        ("6【注】", 6, ("注",)),
        ("6（甲）（乙）", 6, ("甲", "乙")),
        ("6（甲3（新增1)）", 6, ("甲3（新增1)",)),
        ("6（甲）（乙）（丙）", 6, ("甲", "乙", "丙")),
        ("6（）", 6, ()),
        ("50人(满)", 50, ("满", "人")),
        ("约60", 60, ("约",)),
        ("近 60 个", 60, ("近",)),
        ("about 60", 60, ("about",)),
        ("1.165万", 11650, ("1.165万",)),  # not to the last slot: kept
        ("1.5万个", 15000, ("1.5万个",)),
        ("0.5（万）", 5000, ("0.5万",)),
        (60, 60, ()),
        (60.0, 60, ()),
        (Decimal("60.00"), 60, ()),
        (Fraction(120, 2), 60, ()),
    ],
)
def test_a_count_is_read(raw: object, value: int, notes: tuple[str, ...]) -> None:
    assert read(raw) == Taken(value, notes)


@pytest.mark.parametrize("raw", [None, "", "  ", "-", "－", "—", "——", "/", "NaN", "NA", "无数据"])
def test_what_says_nothing_is_not_stated(raw: object) -> None:
    assert read(raw) == Taken(None)


@pytest.mark.parametrize(
    ("raw", "code", "suggestion"),
    [
        # Ranges, bounds, sums, several.
        ("60-80", "range", None),
        ("60～80人", "range", None),
        ("60人至80人", "range", None),
        ("1300+", "bound", None),
        ("50多个", "bound", None),
        ("50余", "bound", None),
        ("≥60", "bound", None),
        ("60人以上", "bound", None),
        ("不足60", "bound", None),
        ("不到60", "bound", None),
        ("~60", "bound", None),
        ("60（以上）", "bound", None),
        ("60（上限）", "bound", None),
        ("60（每班）", "each", None),
        ("60（班均）", "each", None),
        ("60（+）", "bound", None),
        ("一百余间", "bound", None),
        ("4+2", "sum", None),
        ("60、80", "several", None),
        ("全日托60，半日托20", "several", None),
        ("各1个", "each", None),
        ("每班20个", "each", None),
        # What is not the number's own.
        ("6※", "footnote", 6),
        ("6*", "footnote", 6),
        ("954Note 2", "footnote", 954),
        ("6¹", "raised", None),
        ("6①", "raised", None),
        ("6⒈", "raised", None),
        ("½", "raised", None),
        ("1-市", "text_after", 1),
        ("60。", "text_after", 60),
        ("60年", "unit_differs", None),
        ("60岁", "text_after", None),
        ("60 or 70", "text_after", None),
        ("1_000", "text_after", None),
        ("60×2", "text_after", None),
        ("6（甲）（乙）（丙）（丁）", "text_after", 6),
        ("60（其中", "text_after", 60),
        ("60）", "text_after", 60),
        ("托位：60个", "label_inside", 60),
        ("托位：", "label_inside", None),
        ("托位：若干", "label_inside", None),
        # Digits that are none, or not all of them.
        ("8O", "letter_in_number", 80),
        ("l0", "letter_in_number", 10),
        ("1.20E+06", "scientific", 1_200_000),
        ("1.2E+01", "scientific", 12),
        ("12 34", "grouping", None),
        ("3  353", "grouping", None),
        ("1,20", "grouping", None),
        ("60.", "grouping", None),
        ("3\u3000353", "grouping", None),
        ("1,234 567", "grouping", None),
        ("007", "leading_zero", 7),
        ("00", "leading_zero", 0),
        ("6\u200b0", "unseen", 60),
        ("1万6769", "mixed_numeral", 16769),
        ("1萬6769人", "mixed_numeral", 16769),
        ("٣", "not_a_number", None),
        ("（60）", "not_a_number", None),
        ("待核对", "not_a_number", None),
        ("1" + "0" * 15 + "1", "out_of_range", None),  # more than 10^15
        ("9" * 2001, "too_long", None),
        # Chinese numerals, of which nobody said that they are to be read.
        ("五十", "numeral", 50),
        ("二百三十三个", "numeral", 233),
        ("六千六二百六十七个", "malformed_numeral", None),
        ("五万八", "malformed_numeral", None),
        ("五十号", "not_a_number", None),
        # Signs and size.
        ("-20", "too_small", None),
        ("−20", "too_small", None),
        ("+5", "signed", None),
        ("60.5", "not_whole", None),
        # Units.
        ("人", "unit_alone", None),
        (" 人", "unit_alone", None),
        ("60㎡", "unit_differs", None),
        ("60家", "unit_differs", None),
        ("60人次", "unit_differs", None),
        ("60张", "unit_differs", None),
        ("60%", "unit_differs", None),
        ("10个/班", "rate", None),
        ("60个（万）", "multiplied_twice", None),
        # Not numbers at all.
        ("无", "none_or_not_stated", None),
        ("无（未设）", "none_or_not_stated", None),
        ("×", "mark_for_number", None),
        ("○", "mark_for_number", None),
        ("*", "masked", None),
        ("(略)", "masked", None),
        ("#REF!", "spreadsheet_error", None),
        ("####", "spreadsheet_error", None),
        ("=SUM(A1:A3)", "formula", None),
        ("同上", "ditto", None),
        ("&nbsp;60", "damaged", None),
        ("N/A", "perhaps_not_stated", NOT_STATED),
        ("未统计", "perhaps_not_stated", NOT_STATED),
        ("…", "perhaps_not_stated", NOT_STATED),
        (True, "no_number", None),
        (date(2024, 1, 2), "no_number", None),  # what a spreadsheet makes of 1-2
        (datetime(2024, 1, 2), "no_number", None),  # noqa: DTZ001 - as files hold them
        (Setting.OTHER, "no_number", None),
        (b"60", "no_value", None),
        ([60], "no_value", None),
        (float("inf"), "no_value", None),
        (10**20, "out_of_range", None),
        (1.1 + 2.2, "computed", None),
    ],
)
def test_what_is_not_certain_is_no_count(raw: object, code: str, suggestion: object) -> None:
    found = read(raw)
    assert isinstance(found, Doubt)
    assert (found.code, found.suggestion) == (f"cell.{code}", suggestion)


@pytest.mark.parametrize(
    ("raw", "fact", "said", "value", "notes"),
    [
        # Areas: the unit is the fact's own where the table says none.
        ("80", "area", {}, 80, ()),
        ("１２０㎡", "area", {}, 120, ()),
        ("180m²", "area", {}, 180, ()),
        ("150 m2", "area", {}, 150, ()),
        ("10.50平米", "area", {}, Decimal("10.5"), ()),
        ("0.12万㎡", "area", {}, 1200, ()),
        ("10㎡（使用面积）", "area", {}, 10, ("使用面积",)),
        # Money: in the cell, the heading or the table.
        ("5200元", "money", {}, 5200, ()),
        ("2.68千元", "money", {}, 2680, ()),
        ("0.42", "money", {"heading_unit": WY}, 4200, ()),
        (0.42, "money", {"heading_unit": WY}, 4200, ()),
        ("0.42万元", "money", {"heading_unit": WY}, 4200, ()),  # the same unit, said again
        ("0.42万元", "money", {"heading_unit": Y}, 4200, ()),
        ("0.42万", "money", {"heading_unit": Y}, 4200, ()),
        ("0.42", "money", {"heading_unit": W, "currency": Y}, 4200, ()),
        ("5200", "money", {"currency": Y}, 5200, ()),
        ("0.42", "money", {"heading_unit": WY, "currency": Y}, 4200, ()),  # the nearer one
        ("4200元", "in_wan", {}, Decimal("0.42"), ()),  # in the fact's own unit
        ("0.42万元", "in_wan", {}, Decimal("0.42"), ()),
        ("5", "land", {}, 5, ()),  # in 万平方米, as the fact is
        ("5万㎡", "land", {}, 5, ()),
        ("800㎡", "land", {}, Decimal("0.08"), ()),
        # Rates have their unit in the fact.
        ("1280元/人/月", "fee", {}, 1280, ()),
        ("900元/人·月", "fee", {}, 900, ()),
        # Counts of other things.
        ("92處", "rooms", {}, 92, ("處",)),
        ("47.4萬人次", "rooms", {}, 474_000, ("47.4萬人次",)),
        ("5.35", "persons", {"heading_unit": WR}, 53_500, ("5.35万人",)),
        (5.35, "persons", {"heading_unit": WR}, 53_500, ("5.35万人",)),
        ("5.35万人", "persons", {"heading_unit": WR}, 53_500, ("5.35万人",)),
        ("12名", "persons", {"currency": Y}, 12, ("名",)),
        ("5个月", "months", {}, 5, ()),
        ("5", "weeks", {}, 5, ()),
        # Percentages and changes.
        ("47%", "share", {}, 47, ()),
        ("4.7％", "share", {}, Decimal("4.7"), ()),
        ("－0.6%", "share", {}, Decimal("-0.6"), ()),
        ("63.5", "share", {"heading_unit": PC}, Decimal("63.5"), ()),
        ("+1.8", "value", {"heading_unit": WR}, 18_000, ("+1.8万人",)),
        # A number of which the fact says no unit is of what the heading says, or a count.
        ("573.7 万", "value", {}, 5_737_000, ("573.7 万",)),
        ("25.5", "value", {}, Decimal("25.5"), ()),
        ("12人", "value", {}, 12, ("人",)),
        ("5.6‰", "value", {"heading_unit": unit_of("‰")}, Decimal("5.6"), ()),
        ("0.42万元", "value", {"heading_unit": WY}, 4200, ()),
        ("4.08", "value", {"heading_unit": unit_of("个/千人")}, Decimal("4.08"), ()),
    ],
)
def test_a_unit_settles_the_number(
    raw: object, fact: str, said: dict[str, Any], value: object, notes: tuple[str, ...]
) -> None:
    assert read(raw, fact, **said) == Taken(value, notes)


@pytest.mark.parametrize(
    ("raw", "fact", "said", "code", "suggestion"),
    [
        ("8800", "money", {}, "no_unit", None),
        ("0", "money", {}, "no_unit", None),
        ("0.42万", "money", {}, "no_unit", None),
        ("850", "fee", {}, "no_unit", None),
        ("850元", "fee", {}, "unit_differs", None),
        ("850元/期", "fee", {}, "rate", None),
        ("2680元/月/生", "money", {}, "rate", None),
        ("5200块", "money", {}, "unit_refused", None),
        ("0.42万", "money", {"heading_unit": WY}, "multiplied_twice", 4200),
        ("5.35万", "persons", {"heading_unit": WR}, "multiplied_twice", 53_500),
        ("5亿", "persons", {"heading_unit": WR}, "multiplied_twice", None),
        ("5.123456万", "persons", {"heading_unit": WR}, "multiplied_twice", None),
        ("4200元", "money", {"heading_unit": WY}, "two_units", None),
        ("53500人", "persons", {"heading_unit": WR}, "two_units", None),
        ("356.5 平方", "area", {}, "unit_refused", "356.5平方米"),
        ("0.1万平方", "area", {}, "unit_refused", "0.1万平方米"),
        ("2亩", "area", {}, "unit_refused", None),
        ("2（亩）", "area", {}, "unit_refused", None),
        ("2㎡（亩）", "area", {}, "multiplied_twice", None),
        ("500㎥", "area", {}, "unit_refused", None),
        ("10²", "area", {}, "raised", None),
        ("10米", "area", {}, "unit_differs", None),
        ("5万", "land", {}, "multiplied_twice", 5),
        ("47", "share", {}, "no_unit", None),
        (0.63, "share", {}, "share", None),  # what a spreadsheet keeps of 63 %
        (1, "share", {"heading_unit": PC}, "share", None),
        ("1.5‰", "share", {}, "unit_differs", None),
        ("20.2%", "value", {}, "unit_differs", None),
        ("26元", "value", {}, "unit_differs", None),
        ("26%", "value", {"heading_unit": unit_of("‰")}, "unit_differs", None),
        ("30", "persons", {"heading_unit": unit_of("个/千人")}, "rate", None),
    ],
)
def test_a_unit_that_does_not_fit_is_a_doubt(
    raw: object, fact: str, said: dict[str, Any], code: str, suggestion: object
) -> None:
    found = read(raw, fact, **said)
    assert isinstance(found, Doubt)
    assert (found.code, found.suggestion) == (f"cell.{code}", suggestion)


def test_a_percentage_above_one_is_no_share() -> None:
    assert read(63, "share", heading_unit=PC) == Taken(63)


@pytest.mark.parametrize(
    ("raw", "fact", "value", "notes"),
    [
        ("五十", "slots", 50, ()),
        ("五十个", "slots", 50, ()),
        ("二百三十三所", "rooms", 233, ("所",)),
        ("廿三", "rooms", 23, ()),
        ("近一百三十万人次", "rooms", 1_300_000, ("近", "人次")),
        ("五周", "weeks", 5, ()),
    ],
)
def test_numerals_are_read_where_the_caller_says_so(
    raw: str, fact: str, value: int, notes: tuple[str, ...]
) -> None:
    assert read(raw, fact, numerals=True) == Taken(value, notes)


@pytest.mark.parametrize("raw", ["六千六二百", "五万八", "一百余", "十几", "五平方", "二〇二四"])
def test_numerals_are_strict(raw: str) -> None:
    assert isinstance(read(raw, "area", numerals=True), Doubt)


def test_what_the_caller_says_of_blanks_and_words() -> None:
    for blank in ("", None, float("nan")):
        assert read(blank, blank_is_zero=True) == Taken(0)
    assert read("-", blank_is_zero=True) == Taken(None)  # a dash is no blank
    assert read("未统计", not_stated=["未统计"]) == Taken(None)
    assert read(0, not_stated=["0"]) == Taken(None)
    assert read("ｎ.a.", not_stated=["N.A."]) == Taken(None)
    assert read("非公開", withheld=["非公開"]) == Taken(None, ("非公開",))


def test_a_circle_alone_is_a_mark_also_where_numerals_are_read() -> None:
    # 〇 is yes in tables of Japan; 零 is none.
    assert read("〇", "slots", numerals=True) == Doubt("cell.mark_for_number")
    assert read("零", "slots", numerals=True) == Taken(0)
