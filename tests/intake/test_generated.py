"""Tables drawn from known values, each cell written in a way that is safe or in one that is not.

The oracle is how a cell was written: a safe way gives back its value, an unsafe one a problem, and
nothing else is said of any cell.
"""

import random
from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import careplan as cp
from careplan import intake
from careplan import writing as w

TOWNS = ("大洼街道", "王家街道", "唐家镇", "新兴镇", "田庄台镇")
PROBLEM = object()  # what a cell says that is not read
Way = Callable[[Any], Any]
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")

BLANKS: Sequence[Any] = ("", "  ", "-", "—", "——", "/", "无数据", "未知", "待填", "NaN", "NA", None)
SAFE: dict[str, Sequence[Way]] = {
    "slots": (
        str,
        int,
        float,
        Decimal,
        lambda n: f" {n}\u3000",
        lambda n: str(n).translate(WIDE),
        lambda n: f"{n:,}",
        lambda n: f"{n:,}".replace(",", " "),
        lambda n: f"{n}个",
        lambda n: f"{n} 人",
        lambda n: f"约{n}",
        lambda n: f"{n}（其中乳儿班1）",
        lambda n: f"{Decimal(n) / 10_000}万",
    ),
    "area": (
        str,
        Decimal,
        lambda n: f"{n}㎡",
        lambda n: f"{n} 平方米",
        lambda n: f"{n}m²",
        lambda n: f"{n}平米",
        lambda n: f"{n / 10_000}万平方米",
    ),
    "flag": (
        lambda yes: "是" if yes else "否",
        lambda yes: "有" if yes else "无",
        lambda yes: "√" if yes else "×",
        lambda yes: "Ｙ" if yes else "n",
        lambda yes: 1 if yes else "0",
        lambda yes: "普惠" if yes else "非普惠",
        bool,
    ),
    "setting": (
        lambda one: one.label.zh,
        lambda one: f" {one.label.zh} ",
        lambda one: one.value,
        lambda one: one,
    ),
    "modes": (
        lambda several: "、".join(one.label.zh for one in several),
        lambda several: " 、 ".join(one.value for one in several),
    ),
    "town": (str, lambda town: f" {town}\u200b", lambda town: f"大洼区{town}"),
    "day": (
        lambda day: day,
        lambda day: datetime(day.year, day.month, day.day),  # noqa: DTZ001 - as files have it
        lambda day: f"{day.year}年{day.month}月{day.day}日",
        lambda day: f"{day.year}.{day.month}.{day.day}",
        lambda day: f"{day:%Y%m%d}",
        lambda day: f"截至{day.year}年{day.month:02}月{day.day:02}日",
        lambda day: f"{day} 00:00:00",
    ),
}
UNSAFE: dict[str, Sequence[Way]] = {
    "slots": (
        lambda n: f"{n}+",
        lambda n: f"{n}-{n + 5}",
        lambda n: f"{n}人以下",
        lambda n: f"≥{n}",
        lambda n: f"{n}¹",
        lambda n: f"{n}①",
        lambda n: f"{n}多",
        lambda n: f"各{n}个",
        lambda n: f"{n}+2",
        lambda n: f"-{n + 1}",
        lambda n: f"{n}.5",
        lambda n: f"{n}%",
        lambda n: f"{n}平方米",
        lambda n: f"{n}E3",
        lambda n: f"{n}O",
        lambda _: "无",
        lambda _: "*",
        lambda _: "#REF!",
        lambda _: " 人",
        lambda _: "五十",
        lambda _: "未统计",
    ),
    "area": (
        lambda n: f"{n}亩",
        lambda n: f"{n}平方",
        lambda n: f"{n}㎥",
        lambda n: f"{n}²",
        lambda n: f"{n}元",
        lambda _: "undefined平方米",
    ),
    "flag": (
        lambda _: "✓",
        lambda _: "?",
        lambda _: "认定中",
        lambda _: "2个",
        lambda _: "null",
    ),
    "setting": (
        lambda one: f"{one.label.zh}办",
        lambda _: "托班",
        lambda _: "1",
        lambda _: "社区、农村",
    ),
    "modes": (lambda _: "全日托/半日托", lambda _: "无", lambda _: "全托部", lambda _: "1,2"),
    "town": (
        lambda town: town[:-1] + "乡",
        lambda town: town[0] + " " + town[1:],
        lambda _: "临港经济区",
        lambda _: "某县",
    ),
    "day": (
        lambda day: f"{day.year}年{day.month}月",
        lambda day: f"{day.month}月{day.day}日",
        lambda day: f"{day.year}年底",
        lambda day: f"{day.year - 1911}年{day.month}月{day.day}日",
        lambda day: f"{day.year}-02-30",
        lambda _: "45473",
        lambda _: "目前",
    ),
}


@attrs.frozen(kw_only=True)
class Line(cp.Noun):
    """A row of a registry that has a fact of every kind."""

    locality: str | None = w.words("镇街")
    opened_on: date | None = w.day("开办日期")
    slots: int | None = w.count("托位数")
    area_m2: Decimal | None = w.number("面积", unit=w.SQUARE_METRES)
    inclusive: bool | None = w.flag("普惠")
    setting: cp.Setting | None = w.choice(cp.Setting, "举办场所")
    service_modes: Any = w.choices(cp.ServiceMode, "服务形式")


COLUMNS = {
    "镇街": ("locality", "town"),
    "开办日期": ("opened_on", "day"),
    "托位数": ("slots", "slots"),
    "面积": ("area_m2", "area"),
    "普惠": ("inclusive", "flag"),
    "举办场所": ("setting", "setting"),
    "服务形式": ("service_modes", "modes"),
}
VALUES: dict[str, Callable[[random.Random], Any]] = {
    "town": lambda draw: draw.choice(TOWNS),
    "day": lambda draw: date(draw.randint(2012, 2024), draw.randint(1, 12), draw.randint(1, 28)),
    "slots": lambda draw: draw.randint(0, 20_000),
    "area": lambda draw: Decimal(draw.randint(1, 99_999)) / 10,
    "flag": lambda draw: draw.random() < 0.5,
    "setting": lambda draw: draw.choice(list(cp.Setting)),
    "modes": lambda draw: frozenset(draw.sample(list(cp.ServiceMode), draw.randint(1, 3))),
}


def cell(draw: random.Random, kind: str) -> tuple[Any, Any]:
    """Draw a cell as it is written, and what it says: a value, None, or a problem."""
    value, luck = VALUES[kind](draw), draw.random()
    if luck < 0.15:
        return draw.choice(BLANKS), None
    if luck < 0.4:
        return draw.choice(UNSAFE[kind])(value), PROBLEM
    return draw.choice(SAFE[kind])(value), value


def check(draw: random.Random, size: int) -> None:
    """Read a drawn table, and compare every cell with how it was written."""
    drawn = [
        {heading: cell(draw, kind) for heading, (_, kind) in COLUMNS.items()} for _ in range(size)
    ]
    rows = [{heading: raw for heading, (raw, _) in row.items()} for row in drawn]
    found = intake.read(rows, Line, localities=TOWNS)
    said = {(p.row, p.column) for p in found.problems if p.column is not None}
    items = {row.number: row.items[0] for row in found.rows}
    blank = {one.number for one in found.skipped}
    for number, row in enumerate(drawn, start=1):
        if number in blank:  # of which nothing is stated
            assert all(not str(raw or "").strip() for raw, _ in row.values())
            continue
        for heading, (fact, _) in COLUMNS.items():
            raw, value = row[heading]
            got = getattr(items[number], fact)
            assert ((number, heading) in said) is (value is PROBLEM), (raw, value, got)
            assert got == (None if value is PROBLEM else value), (raw, value, got)


def test_two_hundred_rows_are_right_or_reported() -> None:
    check(random.Random(20260101), 200)  # noqa: S311 - a table, not a secret


@given(st.integers(0, 2**32), st.integers(1, 12))
def test_any_table_is_right_or_reported(seed: int, size: int) -> None:
    check(random.Random(seed), size)  # noqa: S311 - a table, not a secret


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from([*COLUMNS, "备注", "合计"]) | st.text(max_size=4),
            st.text(max_size=12) | st.integers() | st.floats() | st.none() | st.binary(max_size=3),
            max_size=5,
        ),
        max_size=5,
    )
)
def test_nothing_that_a_table_holds_raises(rows: list[dict[str, Any]]) -> None:
    found = intake.read(rows, Line, localities=TOWNS)
    assert len(found.rows) + len(found.skipped) == len(rows)
    for problem in found.problems:
        assert problem.text("zh")
        assert problem.text("en")
    assert found.explain("zh")
    assert found.records(safe=True) is not None


@pytest.mark.parametrize("kind", sorted(SAFE))
def test_every_way_of_writing_is_tried(kind: str) -> None:
    """Each by itself, so that no way hides behind what is drawn."""
    draw = random.Random(7)  # noqa: S311 - a table, not a secret
    ((heading, (fact, _)),) = ((one, two) for one, two in COLUMNS.items() if two[1] == kind)
    for way in SAFE[kind]:
        value = VALUES[kind](draw)
        found = intake.read([{heading: way(value)}], Line, localities=TOWNS)
        assert (getattr(found.items[0], fact), found.problems) == (value, ()), way(value)
    for way in UNSAFE[kind]:
        raw = way(VALUES[kind](draw))
        found = intake.read([{heading: raw}], Line, localities=TOWNS)
        assert getattr(found.items[0], fact) is None, raw
        assert [p.column for p in found.problems] == [heading], raw
