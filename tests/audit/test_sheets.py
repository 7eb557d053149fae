"""Flaws of sheets: marks that no sum brings, and bands that nobody is put in."""

from typing import Any

import pytest

import careplan as cp
from careplan import writing as w
from careplan.audit import find_flaws
from careplan.audit.scales.sheets import MOST_SUMS

ROOM = cp.facts(cp.Room)
LINE = w.question("line", "1", "分数线", plain="甲", other="乙")
OWN, SHARED = ROOM.independent, cp.not_(ROOM.independent)
POINTS = (w.item("a", "甲", 60), w.item("b", "乙", 40))
# One of two is for any room: 60 and 40, or 60 and 20, and never 120.
EITHER = (
    w.item("a", "甲", 60),
    w.item("b", "乙", 40, applies=OWN),
    w.item("c", "丙", 20, applies=SHARED),
)


def flaws(*items: Any, **said: Any) -> list[tuple[str, str]]:
    given = {"pass_mark": 50, **said}
    asked = [LINE] if any(isinstance(one, w.ByReading) for one in given.values()) else []
    plan = w.Plan.of(
        "own",
        "验收",
        [w.clause("1", "一", "应当", "评分", w.sheet("s", "表", *items, **given))],
        issuer="某县",
        questions=asked,
    )
    return [(flaw.code, flaw.detail) for flaw in find_flaws(plan)]


@pytest.mark.parametrize(
    ("items", "said", "found"),
    [
        (POINTS, {"pass_mark": 100}, []),
        (EITHER, {"pass_mark": 100}, []),  # 60 + 40
        (EITHER, {"pass_mark": 101}, [("sheet_pass", "101")]),  # of 120 printed in all
        (EITHER, {"pass_mark": w.percent(100)}, []),
        (EITHER, {"pass_mark": None}, []),
        # What applies to nobody brings nothing.
        (
            (POINTS[0], w.item("b", "乙", 40, applies=cp.all_of(OWN, SHARED))),
            {"pass_mark": 61},
            [("sheet_pass", "61")],
        ),
        (
            EITHER,
            {"pass_mark": w.choose(LINE, plain=100, other=110)},
            [("sheet_pass", "110")],
        ),
    ],
)
def test_a_pass_mark_that_no_sum_can_bring(items: Any, said: Any, found: Any) -> None:
    assert flaws(*items, **said) == found


def bands(*least: Any) -> list[Any]:
    return [w.band(f"b{place}", "档", one) for place, one in enumerate(least)]


@pytest.mark.parametrize(
    ("items", "least", "marking", "found"),
    [
        (POINTS, (0, 60, 100), w.Marking.ASSESSED, []),
        (POINTS, (None, None), w.Marking.ASSESSED, []),
        # Beyond what can apply together.
        (EITHER, (0, 100, 101), w.Marking.ASSESSED, [("band_never", "b2 (101)")]),
        (EITHER, (w.percent(0), w.percent(100)), w.Marking.ASSESSED, []),
        # Whoever passes has 30 points of one item: the band below 30 is nobody's.
        (
            (w.item("a", "甲", 60, least=30), POINTS[1]),
            (0, 30, 31),
            w.Marking.ASSESSED,
            [("band_never", "b0 (0)")],
        ),
        ((w.item("a", "甲", 60, least=30), POINTS[1]), (0, 31), w.Marking.ASSESSED, []),
        # All or nothing: 0, 40, 60 and 100 are the sums; nothing lies from 61 to 99.
        (POINTS, (0, 61, 100), w.Marking.ALL_OR_NOTHING, [("band_never", "b1 (61)")]),
        (POINTS, (0, 60, 100), w.Marking.ALL_OR_NOTHING, []),
        # With the first item that must pass: 60 and 100.
        (
            (w.item("a", "甲", 60, must_pass=True), POINTS[1]),
            (0, 40, 60),
            w.Marking.ALL_OR_NOTHING,
            [("band_never", "b0 (0)"), ("band_never", "b1 (40)")],
        ),
        # Where it is not for a room, the other 40 are a sum as well.
        (
            (w.item("a", "甲", 60, must_pass=True, applies=OWN), POINTS[1]),
            (40, 60),
            w.Marking.ALL_OR_NOTHING,
            [],
        ),
        (
            POINTS,
            (w.percent(61), w.percent(100)),
            w.Marking.ALL_OR_NOTHING,
            [],  # of shares only what is beyond reach is looked for
        ),
    ],
)
def test_a_band_that_nobody_can_be_put_in(
    items: Any, least: Any, marking: w.Marking, found: Any
) -> None:
    assert flaws(*items, pass_mark=None, bands=bands(*least), marking=marking) == found


def test_of_too_many_sums_no_band_is_called_empty() -> None:
    # 14 items of 1, 2, 4, ... points have 2**14 sums, more than are looked at; 13 fewer.
    assert 2**13 < MOST_SUMS < 2**14
    for number, found in ((13, [("band_never", "b0 (0.5)")]), (14, [])):
        items = [w.item(f"k{n}", "项", 2**n) for n in range(number)]
        said = {"bands": bands(0.5, 0.75), "marking": w.Marking.ALL_OR_NOTHING}
        assert flaws(*items, pass_mark=1, **said) == found


def test_a_flaw_is_said_in_both_languages() -> None:
    sheet = w.sheet("s", "表", *EITHER, pass_mark=101, bands=bands(0, 101))
    plan = w.Plan.of("own", "验收", [w.clause("1", "一", "应当", "评分", sheet)], issuer="某县")
    assert [flaw.text("zh") for flaw in find_flaws(plan)] == [
        "错误 1: 无人能得到的合格线：101",
        "警告 1: 无人能评入的档次：档（101）",
    ]
    assert "a band that nobody can be put in: 档 [zh] (101)" in find_flaws(plan)[1].text("en")


def test_an_item_is_compared_with_a_duty_only_where_it_applies() -> None:
    def compared(applies: Any) -> list[str]:
        asks = w.item("area", "面积", 10, ROOM.area_m2 >= 20, applies=applies)
        plan = w.Plan.of(
            "own",
            "验收",
            [
                w.clause("1", "一", "应当", "面积", w.duty(
                    applies=OWN, requires=ROOM.area_m2 >= 10)),
                w.clause("2", "二", "应当", "评分", w.sheet("s", "表", asks, pass_mark=5)),
            ],
            issuer="某县",
        )  # fmt: skip
        return [flaw.code for flaw in find_flaws(plan)]

    assert compared(cp.all_of()) == ["different_bounds"]
    assert compared(cp.all_of(OWN)) == ["different_bounds"]
    assert compared(SHARED) == []  # no room is both
