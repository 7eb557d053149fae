"""Laws of cells: what is written safely is read as meant, and nothing is read as something else.

The oracles know how a value was written, or look at the text in another way than the library does.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from careplan.base.characters import plain, squeezed
from careplan.fields.declaring import facts_declared
from careplan.intake.cells.days import day_cell
from careplan.intake.cells.flags import flag_cell
from careplan.intake.cells.habits import Habits
from careplan.intake.cells.marks import text_cell
from careplan.intake.cells.members import member_cell, members_cell
from careplan.intake.cells.numbers import number_cell
from careplan.intake.cells.taken import Doubt, Taken
from careplan.nouns.care.institutions import Institution, Setting
from careplan.nouns.facilities import Room

SPECS = {**facts_declared(Room), **facts_declared(Institution)}
SLOTS, AREA, INCLUSIVE = SPECS["slots"], SPECS["area_m2"], SPECS["inclusive"]
# Everything a caller may allow, so that no safe default hides what is read wrong.
ALL = Habits(numerals=True, serials=True, roc=True, separators=["、", "，", "/", " "])
READERS: dict[str, Callable[[Any, Habits], Taken | Doubt]] = {
    "count": lambda raw, habits: number_cell(raw, SLOTS, habits),
    "area": lambda raw, habits: number_cell(raw, AREA, habits),
    "day": day_cell,
    "flag": lambda raw, habits: flag_cell(raw, INCLUSIVE, habits),
    "member": lambda raw, habits: member_cell(raw, Setting, habits),
    "members": lambda raw, habits: members_cell(raw, Setting, habits),
    "text": text_cell,
}
WIDE = {ord("0") + n: 0xFF10 + n for n in range(10)}
MULTIPLES = {"": 1, "百": 100, "千": 1000, "万": 10_000, "亿": 10**8, "千万": 10**7, "百万": 10**6}


@st.composite
def written_numbers(draw: st.DrawFn) -> tuple[str, int]:
    """Draw a whole number, and one of the ways to write it that nobody can misread."""
    value = draw(st.integers(0, 10**9))
    mark = draw(st.sampled_from(["", ",", "，", " ", "\xa0", "\u202f"]))
    digits = f"{value:,}".replace(",", mark)
    if draw(st.booleans()):
        digits = digits.translate(WIDE)
    digits += draw(st.sampled_from(["", ".0", ".00"]))
    before = draw(st.sampled_from(["", " ", "\ufeff", "约", "近", "about "]))
    unit = draw(st.sampled_from(["", "个", " 人", "名", "個", "个托位"]))
    note = draw(st.sampled_from(["", "（其中乳儿班3）", "(注)", " （截至6月）", "\n"]))
    return before + digits + unit + note, value


@given(written_numbers())
@settings(max_examples=300)
def test_a_number_that_is_written_safely_is_read(form: tuple[str, int]) -> None:
    text, value = form
    found = number_cell(text, SLOTS, Habits())
    assert isinstance(found, Taken), found
    assert found.value == value


@given(st.decimals(0, 10**6, places=3), st.sampled_from(["百", "千", "万", "亿"]))
def test_a_multiple_is_exact(number: Decimal, multiple: str) -> None:
    found = number_cell(f"{number:f}{multiple}㎡", AREA, Habits())
    assert found == Taken(Fraction(number) * MULTIPLES[multiple])


# Two numbers or one, in a frame that keeps them from being one number for certain.
UNSAFE = (
    *(
        "{0}-{1}",
        "{0}～{1}人",
        "{0}至{1}",
        "{0}+{1}",
        "{0}/{1}",
        "{0}、{1}",
        "{0};{1}个",
        "{0} 和 {1}",
    ),
    *(
        "{0}+",
        "{0}多",
        "{0}余个",
        "{0}以上",
        "≥{0}",
        "<{0}",
        "不足{0}",
        "各{0}个",
        "每班{0}人",
        "~{0}",
    ),
    *(
        "{0}¹",
        "{0}①",
        "{0}※",
        "{0}*",
        "{0}Note 2",
        "{0}-市",
        "No.{0}",
        "{0}O",
        "O{0}",
        "{0}e3",
        "{0}E+06",
    ),
    *(
        "{0}%",
        "{0}‰",
        "{0}㎡",
        "{0}元",
        "{0}元/人/月",
        "{0}个/千人",
        "{0}家",
        "{0}年",
        "{0}:{1}",
        "-{0}",
    ),
    *(
        "{0}, {1}",
        "{0}万{1}",
        "{0}×{1}",
        "{0}_{1}",
        "({0})",
        "{0}..{1}",
        "{0}?",
        "托位：{0}",
        "+{0}",
        "{0}/",
    ),
)


@pytest.mark.parametrize("frame", UNSAFE)
@given(st.integers(1, 10**6), st.integers(1, 10**6))
@settings(max_examples=20)
def test_a_number_in_an_unsafe_frame_is_a_doubt(frame: str, one: int, other: int) -> None:
    assert isinstance(number_cell(frame.format(one, other), SLOTS, Habits()), Doubt)


def seen(text: str) -> set[Fraction]:
    """Return what a text may say as a number, looked at simply: one group of digits, a multiple."""
    bare = re.sub(r"[(（].*$", "", plain(text), flags=re.DOTALL)
    groups = re.findall(r"[0-9]+(?:[, ][0-9]{3})*(?:\.[0-9]+)?", bare)
    if len(groups) != 1:
        return set()
    number = Fraction(re.sub("[, ]", "", groups[0]))
    return {number * size for mark, size in MULTIPLES.items() if mark in plain(text)}


@given(st.text("0123456789０,， .万千亿个人约近多+-—~、/()（）注²①OIle㎡ \xa0\u200b", max_size=9))
@example("1 234")
@example("12（万）")
@settings(max_examples=300)
def test_no_text_is_read_as_another_number(text: str) -> None:
    for spec in (SLOTS, AREA):
        found = number_cell(text, spec, Habits())
        if isinstance(found, Taken) and found.value is not None:
            assert found.value in seen(text.replace("㎡", ""))


DAY_FORMS = (
    *("{0}-{1:02}-{2:02}", "{0}/{1}/{2}", "{0}.{1}.{2}", "{0}{1:02}{2:02}", "{0}年{1}月{2}日"),
    *("截至{0}年{1}月{2}日", "{0} 年 {1} 月 {2} 日", "{0}-{1:02}-{2:02} 00:00:00"),
)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(DAY_FORMS), st.booleans())
@settings(max_examples=300)
def test_a_day_that_is_written_in_full_is_read(day: date, form: str, wide: bool) -> None:
    text = form.format(day.year, day.month, day.day)
    assert day_cell(text.translate(WIDE) if wide else text, ALL) == Taken(day)


@given(st.dates(date(1921, 1, 1), date(2099, 12, 31)))  # from its year 10
def test_a_day_of_minguo_is_read_where_it_is_said(day: date) -> None:
    text = f"{day.year - 1911}年{day.month}月{day.day}日"
    assert day_cell(f"民國{text}", Habits()) == Taken(day)
    assert isinstance(day_cell(text, Habits()), Doubt)


@given(st.text("0123456789年月日-/. 民國截至底季上旬:T", max_size=14))
@settings(max_examples=300)
def test_no_text_is_read_as_another_day(text: str) -> None:
    found = day_cell(text, Habits())
    if isinstance(found, Taken) and found.value is not None:
        day = found.value
        assert isinstance(day, date)
        year = day.year - 1911 if "民國" in text else day.year
        written = [int(one) for one in re.findall("[0-9]+", text)]
        assert written[:3] == [year, day.month, day.day] or written == [
            day.year * 10_000 + day.month * 100 + day.day
        ]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(0, 40))
def test_the_span_of_a_month_holds_each_of_its_days(day: date, blanks: int) -> None:
    found = day_cell(f"{day.year}年{day.month}月{' ' * blanks}", Habits())
    assert isinstance(found, Doubt)
    match found.parameters["span"]:
        case (date() as first, date() as last):
            assert first <= day <= last
            assert (first.day, first.month) == (1, last.month)
        case _:
            pytest.fail("no span")


@given(st.text("社区幼儿园医疗机构农村其他（）、/ 非公办民", max_size=8))
@settings(max_examples=300)
def test_no_text_is_read_as_another_member(text: str) -> None:
    found = member_cell(text, Setting, ALL)
    if isinstance(found, Taken) and isinstance(found.value, Setting):
        begun = "其他" if found.value is Setting.OTHER else found.value.label.zh
        assert squeezed(text).startswith(begun)


CELLS = st.one_of(
    st.text(max_size=60),
    st.text("0123456789.,-+eE%万千人元/:（）()#*无年月日其他请注明〖〗、 ", max_size=60),
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.decimals(),
    st.fractions(),
    st.dates(),
    st.datetimes(timezones=st.none()),
    st.binary(max_size=9),
    st.lists(st.integers(), max_size=3),
)


@pytest.mark.parametrize("read", READERS.values(), ids=READERS)
@given(CELLS)
def test_nothing_raises_and_every_doubt_can_be_said(
    read: Callable[[Any, Habits], Taken | Doubt], raw: object
) -> None:
    for habits in (Habits(), ALL):
        found = read(raw, habits)
        if isinstance(found, Doubt):
            problem = found.problem("cell", raw)
            assert problem.text("zh")
            assert problem.text("en")


@pytest.mark.parametrize("read", READERS.values(), ids=READERS)
@given(st.sampled_from(["是", "60", "2024-06-30", "社区", "约60个（注）", "", "-", "未知"]))
def test_blanks_at_the_ends_change_nothing(
    read: Callable[[Any, Habits], Taken | Doubt], raw: str
) -> None:
    assert read(f"\ufeff\u3000{raw}\xa0\u200b\n", Habits()) == read(raw, Habits())
