"""Targets as series: operators, bands, strengths and increments, each against plain arithmetic."""

from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest
from goals import one_figure
from hypothesis import given
from hypothesis import strategies as st
from refusing import refused
from small_plans import MUST, TITLE
from unmade import lines_said

import careplan as cp
from careplan import writing as w
from careplan.testing import assert_explained
from careplan.verbs.tracking.targets import TargetProgress

Y2021, Y2022, Y2023, Y2024 = (date(year, 12, 31) for year in range(2021, 2025))
MET, NOT_MET, UNKNOWN = cp.Outcome.MET, cp.Outcome.NOT_MET, cp.Outcome.UNKNOWN
NOT_APPLICABLE = cp.Outcome.NOT_APPLICABLE
STRIVEN_FOR, EXPECTED = w.Strength.STRIVEN_FOR, w.Strength.EXPECTED


def series(*milestones: w.Milestone, **said: Any) -> w.Target:
    """Make a target that counts things."""
    facts: dict[str, Any] = {"measure": w.Measure.COUNT, **said}
    return w.Target(clause=MUST, key="built", title=TITLE, milestones=milestones, **facts)


def on(day: date, target: w.Target, *measured: tuple[date, Any]) -> TargetProgress:
    """Track what was measured on some days."""
    reports = [cp.Measurement(on=when, value=value) for when, value in measured]
    return cp.track_progress(target, reports, on=day)


# --- the figures ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "op", "met", "not_met"),
    [
        (5, w.Op.GE, (5, 6), (4,)),  # 以上 includes its number
        (5, w.Op.GT, (6,), (5, 4)),  # 超过 does not
        (5, w.Op.LE, (5, 0), (6,)),
        (5, w.Op.LT, (4,), (5,)),
        (5, w.Op.EQ, (5,), (4, 6)),
        (w.Between(5, 8), w.Op.GE, (5, 8), (4, 9)),
        (w.Between(5, 8, below=True), w.Op.GE, (5, 7), (8,)),
    ],
)
def test_a_figure_at_below_and_above(value: Any, op: w.Op, met: Any, not_met: Any) -> None:
    target = series(w.Milestone(Y2021, value, op=op))
    assert [on(Y2021, target, (Y2021, one)).outcome for one in met] == [MET] * len(met)
    assert {on(Y2021, target, (Y2021, one)).outcome for one in not_met} == {NOT_MET}


def test_how_far_off_a_band_is() -> None:
    target = series(w.Milestone(Y2021, w.Between(5, 8)))
    # 5 - 3 and 11 - 8, from the nearer end; nothing within.
    assert [on(Y2021, target, (Y2021, one)).short_by for one in (3, 5, 8, 11)] == [2, 0, 0, 3]
    [row] = on(Y2021, target, (Y2021, 3)).records()
    assert (row["op"], row["target_value"]) == (None, None)
    assert (row["target_low"], row["target_high"]) == (5, 8)
    assert "2021年底应达5至8。" in on(Y2021, target).explain("zh")


def test_a_count_within_a_band_may_leave_it_and_one_that_is_at_least_so_many_stays() -> None:
    for value, stale in ((w.Between(5, 8), True), (w.Between(5), False), (5, False)):
        found = on(Y2021, series(w.Milestone(Y2021, value)), (date(2021, 6, 30), 6))
        assert found.stale is stale
        assert found.outcome is (UNKNOWN if stale else MET)


# --- how strongly ---------------------------------------------------------------------------

# Binding 10 by 2021, striven for 12 by the same day, expected 20 by 2022, binding 15 by 2023.
MIXED = series(
    w.Milestone(Y2021, 12, strength=STRIVEN_FOR),
    w.Milestone(Y2021, 10),
    w.Milestone(Y2022, 20, strength=EXPECTED),
    w.Milestone(Y2023, 15),
)


@pytest.mark.parametrize(
    ("day", "due", "following"),
    [
        (date(2021, 12, 30), None, 10),  # of two on one date the binding one is next
        (Y2021, 10, 20),
        (Y2022, 10, 15),  # what is only expected takes nothing from what binds
        (Y2023, 15, None),
    ],
)
def test_the_strongest_decides(day: date, due: int | None, following: int | None) -> None:
    found = on(day, MIXED, (day, 11))
    assert (found.due and found.due.value, found.next and found.next.value) == (due, following)
    expected = {None: NOT_APPLICABLE, 10: MET, 15: NOT_MET}[due]
    assert found.outcome is expected


def test_the_weaker_ones_are_reported_beside_it() -> None:
    found = on(Y2022, MIXED, (Y2022, 11))
    assert [one.outcome for one in found.standings] == [NOT_MET, MET, NOT_MET, NOT_APPLICABLE]
    said = found.explain("zh")
    assert "2021年底：未达标；应达：12（力争）" in said
    assert "2022年底：未达标；应达：20（预期）" in said
    assert said.splitlines()[0].endswith("；2021年底应达10，已达到；2023年底目标15。")
    rows = found.records()
    assert [row["strength"] for row in rows] == ["striven_for", "binding", "expected", "binding"]
    assert [row["forecast"] for row in rows] == [False, False, True, False]
    assert [row["decides"] for row in rows] == [False, True, False, False]
    assert_explained(found)


def test_where_nothing_binds_the_next_strongest_decides() -> None:
    target = series(
        w.Milestone(Y2021, 20, strength=EXPECTED), w.Milestone(Y2021, 12, strength=STRIVEN_FOR)
    )
    assert on(Y2021, target, (Y2021, 12)).outcome is MET
    assert on(Y2021, target, (Y2021, 11)).outcome is NOT_MET


@pytest.mark.parametrize(
    ("strength", "zh", "en"),
    [
        (STRIVEN_FOR, "力争达到，不是约束性指标", "striven for, and not binding"),
        (EXPECTED, "仅为预计数，不是义务", "a forecast, not a duty"),
    ],
)
def test_of_one_figure_it_is_said_how_it_is_meant(strength: w.Strength, zh: str, en: str) -> None:
    scope = cp.Text(zh="公共场所", en="public places")
    target = series(w.Milestone(Y2021, 10, strength=strength, scope=scope))
    found = on(Y2021, target)
    for language, expected in (
        ("zh", ["范围：公共场所。", f"{zh}。"]),
        ("en", ["of: public places.", f"{en}."]),
    ):
        lines = lines_said(found, language)[-2:]
        assert all(line.endswith(one) for line, one in zip(lines, expected, strict=True))


def test_a_goal_in_words_says_them() -> None:
    target = series(
        w.Milestone(Y2021, None, words=cp.Text(zh="基本成型", en="basically formed")),
        measure=w.Measure.WORDS,
    )
    said = on(Y2021, target)
    assert "目标为文字表述：基本成型（2021年底）" in said.explain("zh")
    assert "the goal is in words: basically formed (end of 2021)" in said.explain("en")
    both = series(*target.milestones, w.Milestone(Y2022, None), measure=w.Measure.WORDS)
    assert "2021年底：无法量化；应达：基本成型" in on(Y2021, both).explain("zh")


def test_what_has_no_date_decides_where_nothing_has() -> None:
    undated = w.Milestone(None, 10)
    assert on(Y2021, series(undated), (Y2021, 9)).outcome is UNKNOWN
    assert on(Y2021, series(undated), (Y2021, 10)).outcome is MET
    both = series(w.Milestone(Y2022, 12), undated)
    assert on(Y2021, both, (Y2021, 10)).outcome is NOT_APPLICABLE  # 12 are due in a year
    found = on(Y2022, both, (Y2022, 11))
    assert [one.outcome for one in found.standings] == [NOT_MET, MET]
    assert "未定期限" in found.explain("zh")


# --- increments -----------------------------------------------------------------------------

ADDED = series(
    w.Milestone(Y2021, 10),
    w.Milestone(Y2022, 5, op=w.Op.EQ),
    w.Milestone(Y2023, w.Between(4, 6)),
    increments=True,
)


def test_increments_add_up() -> None:
    # 10 at least; 10 + 5 at least, for the first has no upper end; 15 + 4.
    assert [(one.value, one.op, one.derived) for one in ADDED.owed] == [
        (10, w.Op.GE, False),
        (15, w.Op.GE, True),
        (19, w.Op.GE, True),
    ]
    assert on(Y2022, ADDED, (Y2022, 15)).outcome is MET
    assert on(Y2022, ADDED, (Y2022, 14)).short_by == 1
    exact = attrs.evolve(ADDED, milestones=ADDED.milestones[1:])
    # Exactly 5, then 5 and 4 to 6.
    assert [one.value for one in exact.owed] == [5, w.Between(9, 11)]


def test_a_base_is_what_there_was_before() -> None:
    based = attrs.evolve(ADDED, base=30)
    assert [one.value for one in based.owed] == [40, 45, 49]  # 30 + 10, + 5, + 4
    assert on(Y2021, based, (Y2021, 40)).outcome is MET
    assert on(Y2021, based, (Y2021, 39)).outcome is NOT_MET
    assert "应达数为原有30加逐期累加；统计数应为总数" in on(Y2021, based).explain("zh")
    assert "统计数应为起算以来的新增" in on(Y2021, ADDED).explain("zh")
    assert "on top of the 30 there were before" in on(Y2021, based).explain("en")


@given(
    st.lists(st.integers(0, 50), min_size=1, max_size=4), st.none() | st.integers(0, 50), st.data()
)
def test_what_is_due_of_increments_is_their_sum(
    added: list[int], base: int | None, data: st.DataObject
) -> None:
    milestones = [w.Milestone(date(2021 + n, 12, 31), one) for n, one in enumerate(added)]
    target = series(*milestones, increments=True, base=base)
    until = data.draw(st.integers(1, len(added)))
    due, figure = sum(added[:until]) + (base or 0), data.draw(st.integers(0, 250))
    day = date(2020 + until, 12, 31)
    found = on(day, target, (day, figure))
    assert found.outcome is (MET if figure >= due else NOT_MET)
    assert found.short_by == max(0, due - figure)


# --- what a series cannot be ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "problems"),
    [
        ({"op": w.Op.NE}, [("op", "not_an_option")]),
        ({"value": w.Between(1, 2), "op": w.Op.LE}, [("op", "contradiction")]),
        ({"value": None, "op": w.Op.LE}, [("op", "contradiction")]),
        ({"words": cp.Text(zh="基本建成")}, [("words", "contradiction")]),
        (
            {"op": w.Op.NE, "words": cp.Text(zh="基本建成")},
            [("op", "not_an_option"), ("words", "contradiction")],
        ),
        ({"of": " "}, [("of", "blank")]),
    ],
)
def test_a_milestone_that_is_none(said: Any, problems: list[tuple[str, str]]) -> None:
    assert refused(w.Milestone, **{"due": Y2021, "value": 5, **said}) == problems


@pytest.mark.parametrize(
    ("milestones", "said", "problems"),
    [
        ((), {}, [("milestones", "nothing_listed")]),
        (
            (w.Milestone(Y2022, 5), w.Milestone(Y2021, 5), w.Milestone(Y2022, 6)),
            {},
            [("milestones", "out_of_order"), ("milestones[2]", "same_milestone")],
        ),
        # What has no date stands last; a report does not say of what scope it is.
        ((w.Milestone(None, 5), w.Milestone(Y2021, 5)), {}, [("milestones", "out_of_order")]),
        (
            (w.Milestone(Y2021, 5), w.Milestone(Y2021, 6, scope=cp.Text(zh="甲"))),
            {},
            [("milestones[1]", "same_milestone")],
        ),
        (
            (w.Milestone(Y2021, 101), w.Milestone(Y2022, w.Between(90, 120))),
            {"measure": w.Measure.PERCENT},
            [("milestones[0].value", "too_large"), ("milestones[1].value", "too_large")],
        ),
        # 60 + 50 are more than all.
        (
            (w.Milestone(Y2021, 60), w.Milestone(Y2022, 50)),
            {"measure": w.Measure.PERCENT, "increments": True},
            [("milestones[1].value", "too_large")],
        ),
        ((w.Milestone(Y2021, 5),), {"base": 3}, [("base", "contradiction")]),
        (
            (w.Milestone(Y2021, None), w.Milestone(Y2022, 5, strength=EXPECTED)),
            {"increments": True},
            [("increments", "contradiction"), ("milestones[1].strength", "contradiction")],
        ),
        (
            (w.Milestone(Y2021, 5, of="institutions"),),
            {},
            [("milestones[0].of", "contradiction")],
        ),
    ],
)
def test_a_series_that_is_none(milestones: Any, said: Any, problems: list[tuple[str, str]]) -> None:
    assert refused(series, *milestones, **said) == problems


def test_what_is_written_twice_is_refused_where_it_stands() -> None:
    both: Any = w.target
    problems = refused(
        both, "t", "甲", w.Measure.COUNT, w.milestone(2021, 5), value=5, due=None, op=w.Op.LE
    )
    assert problems == [(f"t.{name}", "contradiction") for name in ("value", "due", "op")]
    assert refused(both, "t", "甲", w.Measure.COUNT, value="5", due="2025") == [
        ("t.due", "wrong_type"),
        ("t.value", "text_as_number"),
    ]


# --- edges ----------------------------------------------------------------------------------


def test_a_series_is_written_and_read() -> None:
    for target in (MIXED, ADDED, attrs.evolve(ADDED, base=Decimal("2.5"))):
        data = cp.codec.dumps(target)
        assert cp.codec.loads(data, w.Target) == target
        found = on(Y2022, target, (Y2022, 14))
        assert cp.codec.loads(cp.codec.dumps(found), TargetProgress) == found


def test_what_says_no_more_than_its_default_is_left_out() -> None:
    said: dict[str, Any] = {"key": "t", "title": TITLE, "measure": w.Measure.COUNT}
    plain = one_figure(clause=MUST, value=5, due=Y2021, **said)
    data = cp.codec.unstructure(plain)
    assert data["milestones"] == [{"due": "2021-12-31", "value": 5, "derived": False}]
    assert "increments" not in data
    assert "base" not in data
