"""Sums by group: what is stated is added, the rest counted; each value is plain arithmetic."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from refusing import refused

import careplan as cp
from careplan import codec
from careplan.results import GroupSum, RollUp

PUBLIC, PRIVATE = cp.OwnershipMode.PUBLIC, cp.OwnershipMode.PRIVATE
NURSERIES = [
    cp.Institution(inclusive=True, ownership_mode=PUBLIC, slots=80),
    cp.Institution(inclusive=True, ownership_mode=PRIVATE),
    cp.Institution(inclusive=False, ownership_mode=PRIVATE, slots=40),
    cp.Institution(ownership_mode=PUBLIC, slots=0),
]
institution = cp.facts(cp.Institution)


def figures(one: GroupSum) -> tuple[Any, ...]:
    return one.sum, one.stated, one.items


@pytest.mark.parametrize(
    ("by", "of"),
    [
        ("inclusive", "slots"),
        (institution.inclusive, institution.slots),
        (lambda one: one.inclusive, lambda one: one.slots),
    ],
)
def test_nurseries_by_a_fact(by: Any, of: Any) -> None:
    sums = cp.roll_up(NURSERIES, by=by, of=of)
    assert [one.keys for one in sums] == [(True,), (False,), (None,)]
    # 80 and one that does not say; 40; 0, which is stated.
    assert [figures(one) for one in sums] == [(80, 1, 2), (40, 1, 1), (0, 1, 1)]
    assert figures(sums.total) == (120, 3, 4)
    assert (sums[True].unstated, sums[None].sum, len(sums)) == (1, 0, 3)
    assert sums.columns == ()


def test_a_sum_of_what_nobody_states_is_none_and_no_zero() -> None:
    sums = cp.roll_up([cp.Institution(inclusive=True)] * 22, by="inclusive", of="slots")
    assert figures(sums[True]) == (None, 0, 22)
    assert sums.explain("zh") == (
        "按普惠汇总托位数：合计未说明（22项中0项已说明）。\n"
        "是；托位数：未说明（22项中0项已说明）\n"
        "合计；托位数：未说明（22项中0项已说明）"
    )
    assert "yes; slots: not stated (stated by 0 of 22)" in sums.explain("en")
    nothing = cp.roll_up([], by="inclusive", of="slots")
    assert nothing.explain("zh") == "按inclusive汇总slots：合计未说明（0项中0项已说明）。"
    assert figures(cp.roll_up([], by="inclusive", of="slots").total) == (None, 0, 0)


def test_two_facts_make_a_table_with_totals_both_ways() -> None:
    sums = cp.roll_up(NURSERIES, by=("inclusive", "ownership_mode"), of="slots")
    assert figures(sums[True, PUBLIC]) == (80, 1, 1)
    assert figures(sums[True, PRIVATE]) == (None, 0, 1)
    assert figures(sums[False, PUBLIC]) == (None, 0, 0)  # there is no such nursery
    assert figures(sums[True]) == (80, 1, 2)
    assert figures(sums.column(PUBLIC)) == (80, 2, 2)  # 80 and 0
    assert figures(sums.column(PRIVATE)) == (40, 1, 2)
    assert sums.explain("zh").split("\n") == [
        "按普惠、举办方式汇总托位数：合计120（4项中3项已说明）。",
        "是；公办：80；民办：未说明（1项中0项已说明）；合计：80（2项中1项已说明）",
        "否；公办：—；民办：40；合计：40",
        "未说明；公办：0；民办：—；合计：0",
        "合计；公办：80；民办：40（2项中1项已说明）；合计：120（4项中3项已说明）",
    ]
    rows = sums.records()
    assert [(row["kind"], row["group_zh"], row["across_zh"], row["sum"]) for row in rows] == [
        ("group", "是", "公办", 80),
        ("group", "是", "民办", None),
        ("group", "否", "民办", 40),
        ("group", "未说明", "公办", 0),
        ("subtotal", "是", None, 80),
        ("subtotal", "否", None, 40),
        ("subtotal", "未说明", None, 0),
        ("subtotal", None, "公办", 80),
        ("subtotal", None, "民办", 40),
        ("total", None, None, 120),
    ]


def test_shares_add_up_as_parts_over_wholes() -> None:
    on = date(2021, 12, 31)
    measured = [
        cp.Measurement(on=on, part=37, whole=40),
        cp.Measurement(on=on, part=5, whole=20),
        cp.Measurement(on=on, value=100),
    ]
    sums = cp.roll_up(measured, by="on", of=("part", "whole"))
    # 42 of 60 are 70 percent; the mean of 92.5 and 25 would be 58.75. What states a value alone
    # says neither part nor whole.
    total = sums[on]
    assert (total.sum, total.whole, total.share) == (42, 60, Decimal("0.7"))
    assert (total.stated, total.items) == (2, 3)
    assert "60中有42，占70%（3项中2项已说明）" in sums.explain("zh")
    assert "42 of 60, 70 % in all (stated by 2 of 3)" in sums.explain("en")
    assert sums.explain("zh").startswith("按日期汇总部分占总体的比例：")


def test_a_part_without_its_whole_adds_to_neither() -> None:
    stated = ((3, None), (None, 9), (1, 3))
    rows = [{"d": "甲", "p": part, "w": whole} for part, whole in stated]
    one = cp.roll_up(rows, by="d", of=("p", "w"))["甲"]
    assert (one.sum, one.whole, one.share, one.stated) == (1, 3, Fraction(1, 3), 1)
    assert "3中有1，占约33.3%" in cp.roll_up(rows, by="d", of=("p", "w")).explain("zh")


def test_there_is_no_share_of_nothing() -> None:
    sums = cp.roll_up([{"d": "甲", "p": 0, "w": 0}], by="d", of=("p", "w"))
    assert (sums["甲"].share, sums["甲"].sum) == (None, 0)
    assert "甲; p as a share of w: 0 of 0" in sums.explain("en")


ROWS = [
    {"district": "甲区", "slots": 20, "open": True},
    {"district": "乙区", "slots": Decimal("0.1"), "open": 1},
    {"district": "甲区", "slots": 0.2},
    {"district": None, "open": False},
]


def test_rows_are_added_exactly_and_a_key_that_lacks_is_not_stated() -> None:
    with localcontext(prec=2):
        sums = cp.roll_up(ROWS, by="district", of="slots")
    assert [(one.keys, *figures(one)) for one in sums] == [
        (("甲区",), Decimal("20.2"), 2, 2),
        (("乙区",), Decimal("0.1"), 1, 1),
        ((None,), None, 0, 1),
    ]
    assert sums.total.sum == Decimal("20.3")
    assert sums.explain("en").startswith("slots by district: 20.3 in all")


def test_many_columns_stand_below_each_other() -> None:
    rows = [{"t": "甲", "k": f"第{n}类", "n": n} for n in range(1, 10)]
    lines = cp.roll_up([*rows, {"t": "乙", "k": "第1类", "n": 5}], by=("t", "k"), of="n").explain()
    assert lines.split("\n")[1:3] == ["甲；k：第1类；n：1", "甲；k：第2类；n：2"]
    # 乙 has one of nine, and the others are not made up: 9 + 1 rows, and 45 + 5.
    assert len(lines.split("\n")) == 1 + 10 + 1
    assert lines.endswith("合计；n：50")


def test_yes_is_another_group_than_one() -> None:
    sums = cp.roll_up(ROWS, by="open", of="slots")
    assert [one.keys[0] for one in sums] == [True, 1, None, False]
    assert figures(sums[True]) == (20, 1, 1)
    assert figures(sums[1]) == (Decimal("0.1"), 1, 1)
    assert figures(sums[False]) == (None, 0, 1)
    with pytest.raises(cp.NotFound):
        sums[0]


def test_what_falls_may_be_added_and_a_set_is_one_group() -> None:
    uses = frozenset({cp.RoomUse.MUMMY_HUT, cp.RoomUse.CARE_ROOM})
    rooms = [cp.Room(use=set(uses), area_m2=12), cp.Room(use=cp.RoomUse.MUMMY_HUT, area_m2=9)]
    assert cp.roll_up(rooms, by="use", of="area_m2")[uses].sum == 12
    changes = cp.roll_up([{"q": 1, "n": -7}, {"q": 1.0, "n": 3}], by="q", of="n")
    assert figures(changes[1]) == (-4, 2, 2)
    held = cp.roll_up([{"u": {"甲", "乙"}, "n": 3}], by="u", of="n")
    assert held[frozenset({"甲", "乙"})].sum == 3


def test_a_function_needs_no_noun_and_gives_its_name() -> None:
    def year(one: object) -> int:
        return one.day.year  # type: ignore[attr-defined, no-any-return]

    days = [Visit(date(2024, 5, 1)), Visit(date(2024, 6, 1))]
    sums = cp.roll_up(days, by=year, of=lambda _: 1)
    assert (sums[2024].sum, sums.by[0].zh) == (2, "year")


@attrs.frozen
class Visit:
    """What is no noun."""

    day: date


def test_nouns_of_two_classes_that_share_a_fact_are_added_together() -> None:
    on = date(2024, 6, 30)
    counts = [cp.SlotCount("甲镇", on, 20), cp.LedgerCount("甲镇", on, "slots", 5)]
    sums = cp.roll_up(counts, by="locality", of=lambda one: one.number)
    assert (sums["甲镇"].sum, sums.by[0].zh) == (25, "镇街")


# --- what is refused ------------------------------------------------------------------------


def test_a_misspelt_fact_or_key_is_not_taken_as_not_stated() -> None:
    with pytest.raises(cp.NotFound) as fact:
        cp.roll_up(NURSERIES, by="inclusiv", of="slots")
    assert fact.value.suggestion == "inclusive"
    with pytest.raises(cp.InvalidInput) as keys:
        cp.roll_up(ROWS, by="distric", of=("slots", "slot"))
    assert [(one.path, one.code) for one in keys.value.problems] == [
        ("by", "not_found"),
        ("of[1]", "not_found"),
    ]
    assert "是否指“district”" in keys.value.problems[0].text("zh")


@pytest.mark.parametrize(
    ("arguments", "problems"),
    [
        ({"by": "premises"}, [("by", "no_group")]),
        ({"items": [cp.Venue()], "by": "rooms", "of": "daily_visitors"}, [("by", "no_group")]),
        ({"of": "inclusive"}, [("of", "no_figure")]),
        ({"by": 5}, [("by", "wrong_type")]),
        ({"by": ("inclusive", None)}, [("by[1]", "wrong_type")]),
        ({"of": ()}, [("of", "wrong_type")]),
        ({"of": ("slots", "slots", "slots")}, [("of", "wrong_type")]),
        ({"by": cp.facts(cp.Room).use}, [("items[0]", "wrong_type")]),
        ({"items": "甲"}, [("items", "wrong_type")]),
        ({"items": [None]}, [("items[0]", "none_inside")]),
        ({"items": [Visit(date(2024, 5, 1))] * 2}, [("items[0]", "wrong_type")]),
        ({"of": lambda _: "7"}, [(f"items[{n}].<lambda>", "text_as_number") for n in range(4)]),
        (
            {"items": NURSERIES[:1], "by": lambda _: datetime(2024, 5, 1)},  # noqa: DTZ001 - no day
            [("items[0].<lambda>", "wrong_type")],
        ),
        (
            {"items": NURSERIES[:1], "by": lambda _: float("nan")},
            [("items[0].<lambda>", "not_finite")],
        ),
        ({"items": NURSERIES[:1], "by": lambda _: ["甲"]}, [("items[0].<lambda>", "wrong_type")]),
        ({"items": [{"a": 10**15, "b": 1}] * 2, "by": "b", "of": "a"}, [("of", "out_of_range")]),
        (
            {
                # 1 over n, n + p, n + 2p ... hash alike: p is what Python reckons hashes by.
                "items": [{"a": Fraction(1, 2 + n * (2**61 - 1)), "b": 1} for n in range(1, 43)]
                + [
                    {"a": Fraction(2, 4 + n * 2 * (2**61 - 1) + 2**61 - 1), "b": 1}
                    for n in range(20)
                ],
                "by": "a",
                "of": "b",
            },
            [("by", "same_hash")],
        ),
    ],
)
def test_what_cannot_be_added_is_refused(
    arguments: dict[str, Any], problems: list[tuple[str, str]]
) -> None:
    asked = {"items": NURSERIES, "by": "inclusive", "of": "slots", **arguments}
    assert sorted(refused(cp.roll_up, asked.pop("items"), **asked)) == sorted(problems)


@pytest.mark.parametrize("asked", ["甲", ["甲"], (True, "丙"), (True, PUBLIC, PUBLIC)])
def test_a_group_that_is_not_there_is_named(asked: Any) -> None:
    sums = cp.roll_up(NURSERIES, by=("inclusive", "ownership_mode"), of="slots")
    with pytest.raises(cp.NotFound):
        sums[asked]


# --- laws -----------------------------------------------------------------------------------

NUMBERS = st.none() | st.integers(0, 10_000) | st.fractions(0, 100, max_denominator=8)
ITEMS = st.lists(
    st.fixed_dictionaries(
        {
            "a": st.sampled_from([None, "甲", "乙", True, 1, date(2024, 5, 1), PUBLIC]),
            "b": st.sampled_from([None, "丙", False]),
            "p": NUMBERS,
            "w": NUMBERS,
        }
    )
)


def totals(sums: RollUp) -> Iterator[tuple[GroupSum, ...]]:
    yield sums.rows
    yield sums.cells
    if sums.columns:
        yield sums.columns


@given(ITEMS, st.sampled_from(["a", ("a", "b")]), st.sampled_from(["p", ("p", "w")]))
def test_totals_both_ways_are_the_sum_of_what_is_stated(
    items: list[dict[str, Any]], by: Any, of: Any
) -> None:
    sums = cp.roll_up(items, by=by, of=of)
    asked = (of,) if isinstance(of, str) else of
    counted = [one for one in items if all(one[name] is not None for name in asked)]
    for parts in totals(sums):
        assert sum(one.items for one in parts) == sums.total.items == len(items)
        assert sum(one.stated for one in parts) == sums.total.stated == len(counted)
        for name, figure in zip(asked, ("sum", "whole"), strict=False):
            stated = [getattr(one, figure) for one in parts if one.stated]
            whole = sum((Fraction(one[name]) for one in counted), start=Fraction(0))
            assert sum(map(Fraction, stated)) == whole
            assert getattr(sums.total, figure) == (whole if counted else None)
    assert codec.loads(codec.dumps(sums), RollUp) == sums


# --- from a file ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("was", "claimed", "problems"),
    [
        (
            '"items":1',
            '"items":0',
            [("cells[0].items", "not_positive"), ("cells[0].stated", "too_large")],
        ),
        ('"stated":1', '"stated":2', [("cells[0].stated", "too_large")]),
        ('"stated":1', '"stated":0', [("cells[0].sum", "contradiction")]),
        ('"sum":20', '"sum":null', [("cells[0].sum", "required")]),
        ('"items":["甲"]', '"items":["甲","乙"]', [("cells[0].keys", "other_answer")]),
        (
            '"items":["甲"]',
            '"items":[{"type":"list","items":[]}]',
            [("cells[0].keys", "no_group")],
        ),
        ('"items":["甲"]', '"items":["乙"]', [("cells", "duplicate")]),
        ('"of":[{"en":"n","zh":"n"}]', '"of":[]', [("of", "other_answer")]),
    ],
)
def test_a_file_cannot_claim_sums_of_no_items(
    was: str, claimed: str, problems: list[tuple[str, str]]
) -> None:
    text = codec.dumps(cp.roll_up([{"d": "甲", "n": 20}, {"d": "乙", "n": 3}], by="d", of="n"))
    assert was in text
    assert refused(codec.loads, text.replace(was, claimed, 1), RollUp) == problems


def test_a_figure_that_is_not_known_yet_is_not_stated() -> None:
    needed = [
        {"town": "甲", "slots": 3},
        {"town": "乙", "slots": cp.slots_required(None, per_thousand=4)},
    ]
    total = cp.roll_up(needed, by="town", of="slots").total
    assert (total.sum, total.stated, total.items) == (3, 1, 2)
    assert cp.table(needed).rows == (("甲", 3), ("乙", None))


def test_a_table_of_sums_is_headed_by_what_was_asked() -> None:
    places = [cp.Institution(inclusive=True, slots=80), cp.Institution(slots=2)]
    table = cp.roll_up(places, by="inclusive", of="slots").table("zh")
    assert [column.title("zh") for column in table.columns][:2] == ["行别", "普惠"]
    assert table.columns[-1].title("zh") == "托位数"
    rows = [{"区": "甲", "型": "公", "成": 3, "总": 4}]
    shares = cp.roll_up(rows, by=("区", "型"), of=("成", "总")).table("zh")
    titles = [column.title("zh") for column in shares.columns]
    assert [titles[1], titles[2], *titles[-3:-1]] == ["区", "型", "成", "总"]


def test_a_fact_of_a_part_is_taken_by_its_path() -> None:
    equipped = cp.Premises(fire_equipment=True)
    built = [
        cp.Institution(slots=20, premises=equipped),
        cp.Institution(slots=30, premises=equipped),
    ]
    sums = cp.roll_up([*built, cp.Institution(slots=5)], by="premises.fire_equipment", of="slots")
    assert figures(sums[True])[0] == 50  # 20 + 30
    assert figures(sums.total)[0] == 55
