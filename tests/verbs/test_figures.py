"""Figures that cannot be said yet, and a total that is split; each value is plain arithmetic."""

from decimal import localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from refusing import refused

import careplan as cp
from careplan import codec
from careplan.results import Split, Unknown

# Nantong, census of 2020, 南通市第七次全国人口普查公报（第二号）: 7,726,635 people in all.
NANTONG = {
    "崇川区": 1_183_740,
    "开发区": 332_273,
    "通州区": 1_258_739,
    "海门区": 991_782,
    "如东县": 880_006,
    "启东市": 967_313,
    "如皋市": 1_238_448,
    "海安市": 874_334,
}


# --- what is not known ----------------------------------------------------------------------


def test_what_is_required_of_an_unknown_population_is_unknown() -> None:
    needed = cp.slots_required(None, per_thousand=4.5)
    assert isinstance(needed, Unknown)
    assert needed.missing == ("population",)
    assert needed.explain("zh") == "所需托位数：尚不能计算，待补充：人口数"
    assert needed.explain("en") == "slots required: not known; state the population first"
    assert cp.slots_required(0, per_thousand=4.5) == 0  # nobody is a figure, and needs none


@pytest.mark.parametrize(
    ("figure", "missing"),
    [
        (cp.slots_required(420_444, per_thousand=None), ("per_thousand",)),
        (cp.slots_required(None, per_thousand=None), ("population", "per_thousand")),
        (cp.slots_per_thousand(None, 100_000), ("slots",)),
        (cp.slots_per_thousand(473, None), ("population",)),
        (cp.slots_per_thousand(None, None), ("slots", "population")),
    ],
)
def test_an_unknown_names_all_that_is_missing(figure: Unknown, missing: tuple[str, ...]) -> None:
    assert figure.missing == missing
    assert figure.records()[0]["missing"] == ", ".join(missing)


NEEDED: Any = cp.slots_required(None, per_thousand=4.5)


@pytest.mark.parametrize(
    "use",
    [
        lambda: NEEDED + 1,
        lambda: sum([1, NEEDED]),
        lambda: 2 * NEEDED,
        lambda: NEEDED / 2,
        lambda: 100 - NEEDED,
        lambda: -NEEDED,
        lambda: int(NEEDED),
        lambda: float(NEEDED),
        lambda: range(NEEDED),
        lambda: round(NEEDED),
        lambda: NEEDED > 100,
        lambda: NEEDED <= 100,
        lambda: max(100, NEEDED),
    ],
)
def test_nothing_is_reckoned_with_an_unknown(use: Any) -> None:
    assert refused(use) == [("population", "not_reckoned")]


def test_an_unknown_is_neither_yes_nor_no_and_no_number() -> None:
    with pytest.raises(cp.AmbiguousTruth):
        bool(NEEDED)
    assert NEEDED != 0
    assert cp.slots_required(None, per_thousand=4) == NEEDED
    assert cp.slots_per_thousand(473, None) != NEEDED  # which is another figure


def test_what_is_wrong_is_said_before_what_is_missing() -> None:
    call: Any = cp.slots_required
    assert refused(call, None, per_thousand="4.5") == [("per_thousand", "text_as_number")]
    assert refused(call, -1, per_thousand=None) == [("population", "too_small")]


# --- a total that is split ------------------------------------------------------------------


def test_the_districts_of_nantong_sum_to_the_city() -> None:
    total = cp.slots_required(sum(NANTONG.values()), per_thousand=4.5)
    assert total == 34_770  # 34,769.8575
    each_rounded_up = [cp.slots_required(one, per_thousand=4.5) for one in NANTONG.values()]
    assert sum(each_rounded_up) == 34_775
    split = cp.split_slots(total, NANTONG)
    # Of 崇川区 34,770 x 1,183,740 / 7,726,635 = 5,326.85...; the whole parts sum to 34,766, so four
    # are left, for .926 (启东市), .851 (崇川区), .519 (海安市) and .348 (通州区).
    assert dict(split.slots) == {
        "崇川区": 5_327,
        "开发区": 1_495,
        "通州区": 5_664,
        "海门区": 4_463,
        "如东县": 3_960,
        "启东市": 4_353,
        "如皋市": 5_573,
        "海安市": 3_935,
    }
    assert sum(split.slots.values()) == 34_770
    assert split.tied == ()
    part = split["崇川区"]
    assert part.quota == Fraction(34_770 * 1_183_740, 7_726_635)
    assert (part.floor, part.slots) == (5_326, 5_327)
    assert part.remainder == Fraction(34_770 * 1_183_740, 7_726_635) - 5_326
    assert "崇川区；权数：1183740；按比例应得：约5326.9；分得：5327" in split.explain("zh")


def test_equal_remainders_go_by_the_order_given_and_that_is_said() -> None:
    split = cp.split_slots(10, {"甲镇": 2, "乙镇": 1, "丙镇": 1, "丁镇": 0})
    # 5, 2.5 and 2.5: one is left, for the first of two equal halves.
    assert [part.slots for part in split] == [5, 3, 2, 0]
    assert split.tied == ("乙镇", "丙镇")
    assert "余数相同，按所列次序在前者得余额：乙镇、丙镇" in split.explain("zh")
    turned = cp.split_slots(10, {"丙镇": 1, "乙镇": 1, "甲镇": 2})
    assert dict(turned.slots) == {"丙镇": 3, "乙镇": 2, "甲镇": 5}


def test_equal_remainders_that_all_go_up_are_no_tie() -> None:
    # 2.5, 2.5 and 5 of 10; and 8 by 5:5:6 is 2.5, 2.5 and 3, where one of two goes up.
    assert cp.split_slots(7, {"甲镇": 1, "乙镇": 1, "丙镇": 5}).tied == ()
    # 9 by 3:3:3:1 is 2.7, 2.7, 2.7 and 0.9: three are left, and .9 is the largest.
    split = cp.split_slots(9, {"甲镇": 3, "乙镇": 3, "丙镇": 3, "丁镇": 1})
    assert ([part.slots for part in split], split.tied) == ([3, 3, 2, 1], ("甲镇", "乙镇", "丙镇"))


def test_a_weight_that_is_not_stated_is_not_guessed() -> None:
    weights: Any = {"甲镇": None, "乙镇": 5, "丙镇": None, "丁镇": -1, "戊镇": True}
    assert refused(cp.split_slots, -1, weights) == [
        ("total", "too_small"),
        ("weights.甲镇", "required"),
        ("weights.丙镇", "required"),
        ("weights.丁镇", "too_small"),
        ("weights.戊镇", "bool_as_number"),
    ]


@pytest.mark.parametrize("weights", [{}, {"甲镇": 0}, {"甲镇": 0, "乙镇": 0}])
def test_nothing_is_split_by_no_weight(weights: Any) -> None:
    assert refused(cp.split_slots, 10, weights) == [("weights", "not_positive")]


def test_a_split_names_whom_it_does_not_know() -> None:
    with pytest.raises(cp.NotFound) as unknown:
        cp.split_slots(10, NANTONG)["海门市"]
    assert unknown.value.kind == "key"
    assert len(cp.split_slots(10, NANTONG)) == 8


@given(
    st.integers(0, 100_000),
    st.dictionaries(
        st.text("甲乙丙丁", min_size=1), st.fractions(0, 1_000, max_denominator=50), min_size=1
    ).filter(lambda weights: any(weights.values())),
)
def test_a_split_adds_up_and_is_nearest_to_the_quotas(
    total: int, weights: dict[str, Fraction]
) -> None:
    with localcontext(prec=3):
        split = cp.split_slots(total, weights)
    whole = sum(weights.values())
    assert list(split.slots) == list(weights)
    assert sum(split.slots.values()) == total
    for part in split:
        assert part.quota == total * weights[part.name] / whole
        assert part.slots - part.floor in {0, 1}  # it stays within its quota
        assert part.slots == part.floor or part.remainder > 0
    up = [part.remainder for part in split if part.slots > part.floor]
    down = [part.remainder for part in split if part.slots == part.floor]
    assert not up or not down or min(up) >= max(down)
    back: Split = codec.loads(codec.dumps(split), Split)
    assert (back, back.parts) == (split, split.parts)


def test_a_file_cannot_claim_a_split_by_nothing() -> None:
    text = codec.dumps(cp.split_slots(10, {"甲镇": 0, "乙镇": 1}))
    wrong = text.replace('"number":1', '"number":0').replace("乙", "甲")
    assert refused(codec.loads, wrong, Split) == [
        ("weights", "duplicate"),
        ("weights", "not_positive"),
    ]
