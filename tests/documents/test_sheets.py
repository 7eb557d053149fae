"""Sheets as they are made and written: lines, bands, and what an item must bring."""

from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from fields_said import fields_said
from hypothesis import given
from hypothesis import strategies as st
from refusing import refused
from small_plans import MUST, TITLE

import careplan as cp
from careplan import writing as w
from careplan.documents.encoded import ways

ROOM, VENUE = cp.facts(cp.Room), cp.facts(cp.Venue)
LINE = w.question("line", "1", "分数线", plain="八十分", share="八成")


def item(key: str = "a", max_points: Any = 10, **said: Any) -> w.SheetItem:
    return w.SheetItem(clause=MUST, key=key, label=TITLE, max_points=max_points, **said)


def band(key: str, least: Any) -> w.Band:
    return w.Band(clause=MUST, key=key, label=TITLE, least=least)


def sheet(*items: w.SheetItem, **said: Any) -> w.Scorecard:
    return w.Scorecard(clause=MUST, key="s", title=TITLE, items=items or (item(),), **said)


# --- shares ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("share", "zh", "en"),
    [
        (w.percent(80), "80%", "80%"),
        (w.percent(62.5), "62.5%", "62.5%"),
        # 66.66... % would be no exact number, and what is about the line is not the line.
        (w.Share(Fraction(2, 3)), "3分之2", "2/3"),
        (w.Share(1), "100%", "100%"),
        (w.percent(0), "0%", "0%"),
    ],
)
def test_a_share_is_said_in_per_cent_where_that_is_exact(share: w.Share, zh: str, en: str) -> None:
    assert (share.told("zh"), share.told("en")) == (zh, en)


def test_a_share_is_exact() -> None:
    assert w.percent(80) == w.Share(Fraction(4, 5)) == w.Share(Decimal("0.8"))
    assert w.percent(80).value == Decimal("0.8")


@pytest.mark.parametrize(
    ("number", "code"),
    [(100.5, "too_large"), (-1, "too_small"), ("80", "text_as_number"), (None, "required")],
)
def test_a_share_of_more_than_all_or_of_what_is_no_number(number: Any, code: str) -> None:
    assert refused(w.percent, number) == [("percent", code)]


def test_a_share_is_at_most_all() -> None:
    with pytest.raises(cp.InvalidInput, match=r"value: must be at most 1, got 1\.5"):
        w.Share(Decimal("1.5"))


# --- what an item must bring ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "floor", "yes_or_no"),
    [
        ({}, None, False),
        ({"least": 6}, 6, False),
        ({"must_pass": True}, 10, False),  # all its points
        ({"must_pass": True, "max_points": 0}, 0, True),
        ({"max_points": 0}, None, False),
    ],
)
def test_what_an_item_must_bring(said: Any, floor: Any, yes_or_no: bool) -> None:
    one = item(**said)
    assert (one.floor, one.yes_or_no) == (floor, yes_or_no)


def test_an_item_asks_and_applies_about_one_noun() -> None:
    one = item(criterion=ROOM.clean, applies=ROOM.independent)
    assert one.noun() is cp.Room
    assert item(applies=ROOM.independent).noun() is cp.Room
    assert sheet(item(applies=ROOM.independent)).noun() is cp.Room
    mixed = item(criterion=ROOM.clean, applies=VENUE.waiting_area)
    assert refused(sheet, mixed) == [("items", "several_nouns")]


# --- lines ----------------------------------------------------------------------------------


def test_a_line_that_differs_by_reading_is_within_the_points_under_each() -> None:
    over = w.choose(LINE, plain=11, share=w.percent(80))
    assert refused(sheet, pass_mark=over, questions=(LINE,)) == [("pass_mark", "too_large")]
    fine = w.choose(LINE, plain=10, share=w.percent(80))
    assert sheet(pass_mark=fine, questions=(LINE,)).pass_mark == fine


def test_bands_are_in_order_under_each_reading_that_takes_both() -> None:
    low = w.choose(LINE, plain=2, share=5)
    # 3 is above 2, and below 5: only under the second reading is the order wrong.
    found = refused(sheet, bands=(band("x", low), band("y", 3)), questions=(LINE,))
    assert found == [("bands[1].least", "not_above")]
    high = w.choose(LINE, plain=3, share=6)
    assert sheet(bands=(band("x", low), band("y", high)), questions=(LINE,)).bands[1].least == high


def test_a_line_that_differs_in_more_ways_than_are_compared_is_refused() -> None:
    options = {f"o{number}": Fraction(number, 1000) for number in range(101)}
    many = w.ByReading("line", options)
    # 100 ways are compared; with one more nothing is said of their order.
    found = refused(sheet, bands=(band("x", many), band("y", 0)))
    assert ("bands[0].least", "too_many") in found
    assert ("bands[1].least", "not_above") not in found
    fewer = w.ByReading("line", dict(list(options.items())[:100]))
    found = refused(sheet, bands=(band("x", fewer), band("y", 0)))
    assert ("bands[0].least", "too_many") not in found
    assert ("bands[1].least", "not_above") in found


@given(st.recursive(st.integers(0, 3), lambda inner: st.builds(
    lambda name, one, other: w.ByReading(name, {"a": one, "b": other}),
    st.sampled_from(["p", "q"]), inner, inner)))  # fmt: skip
def test_every_way_to_read_a_value_is_one_that_picks_it(value: Any) -> None:
    found = list(ways(value))
    for p, q in product("ab", "ab"):
        taken = {"p": p, "q": q}
        fitting = [one for said, one in found if said.items() <= taken.items()]
        expected = value
        while isinstance(expected, w.ByReading):
            expected = expected.options[taken[expected.interpretation]]
        assert fitting == [expected]


# --- written and shown ----------------------------------------------------------------------

PLAN = w.Plan.of(
    "own",
    "验收",
    [
        w.clause("1", "一", "应当", "百分制",
            w.sheet("s", "验收表",
                w.item("fire", "消防", 0, must_pass=True),
                w.item("hygiene", "卫生", 30, least=18),
                w.item("sink", "盥洗", 20, ROOM.clean, applies=ROOM.independent),
                w.item("care", "照护", 50),
                pass_mark=w.choose(LINE, plain=80, share=w.percent(80)),
                bands=[w.band("good", "良好", 80), w.band("best", "优秀", 95, clause="2")])),
        w.clause("2", "二", "应当", "九十五分以上为优秀", w.encoded_with("1")),
        w.clause("3", "三", "应当", "表二",
            w.sheet("t", "登记表", w.item("any", "项目", 10), pass_mark=None)),
        w.clause("4", "四", "应当", "表二分档", w.inside("3", w.band("all", "全部"))),
    ],
    issuer="某县",
    questions=[LINE],
)  # fmt: skip


def test_a_sheet_is_shown_with_all_it_asks() -> None:
    assert fields_said(PLAN.show("1"), "zh") == [
        "评分表",
        "  对象：母婴室",
        "  名称：验收表",
        "  适用于：所有此类对象",
        "  评分项：",
        "    评分项",
        "      项目：消防",
        "      满分：0",
        "      须通过，否则不论总分不合格",
        "    评分项",
        "      项目：卫生",
        "      满分：30",
        "      单项最低分：18",
        "    评分项",
        "      项目：盥洗",
        "      满分：20",
        "      要求：整洁卫生",
        "      适用于：独立设置",
        "    评分项",
        "      项目：照护",
        "      满分：50",
        "  合格线：",
        "    理解为“八十分”：80",
        "    理解为“八成”：适用项目满分的80%",
        "  档次：",
        "    档次",
        "      名称：良好",
        "      分数线：80",
        "    另见二：九十五分以上为优秀",
        "  评分方式：评分人员在零分至满分之间评定",
    ]


def test_a_line_that_is_not_known_is_said_to_be_unknown() -> None:
    assert "  pass mark: not known" in fields_said(PLAN.show("3"), "en")
    assert "  from: not known" in fields_said(PLAN.show("4"), "en")


def test_a_band_stands_under_a_clause_of_its_own() -> None:
    assert [one.id for one in PLAN.show("2").encoding] == ["2"]
    assert PLAN.scorecards["t"].bands[0].clause.number == "4"
    assert cp.codec.loads(cp.codec.dumps(PLAN), cp.Plan) == PLAN


def test_json_of_a_sheet_holds_only_what_it_says() -> None:
    data = cp.codec.unstructure(PLAN)["scorecards"]
    assert set(data[0]["items"][3]) == {"clause", "key", "label", "max_points", "type"}
    assert data[0]["items"][0]["must_pass"] is True
    share = data[0]["pass_mark"]["options"]["share"]
    assert share == {"type": "Share", "value": "0.8"}
    assert "pass_mark" not in data[1]
