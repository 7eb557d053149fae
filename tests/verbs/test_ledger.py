"""Progress against the slot ledger: Dawa annex 2, cumulative counts of 15 localities."""

from datetime import date, datetime
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from slot_counts import COUNTS, DAWA, LEDGER, NAMES, track

import careplan as cp
from careplan import writing as w
from careplan.verbs.tracking.milestones import position

TOWN = "大洼街道"  # row 2: 80, 241, 369


def test_the_example_of_the_design() -> None:
    rep = track(date(2024, 9, 30), (TOWN, date(2024, 6, 30), 200))
    row = rep[TOWN]
    assert row.due is not None
    assert row.next is not None
    assert (row.due.slots, row.next.slots) == (80, 241)
    # 241 - 200 = 41 short; 30 September to 31 December is three whole months.
    assert (row.outcome, row.short_of_due, row.short_of_next) == (cp.Outcome.MET, 0, 41)
    assert row.pace_per_month == Fraction(41, 3)
    total = rep.total
    assert (total.reported, total.localities, total.low, total.high) == (1, 15, 200, None)


def test_the_sums_of_the_ledger_by_hand() -> None:
    first = 49 + 80 + 109 + 14 + 26 + 15 + 14 + 12 + 17 + 19 + 19 + 16 + 16 + 10 + 5
    second = 148 + 241 + 328 + 44 + 79 + 46 + 43 + 38 + 50 + 57 + 57 + 49 + 49 + 30 + 17
    third = 220 + 369 + 499 + 64 + 115 + 66 + 62 + 53 + 73 + 82 + 83 + 70 + 70 + 43 + 23
    assert (first, second, third) == (421, 1_276, 1_892)
    owed = [LEDGER.total(due) for due in LEDGER.dates()]
    assert [(m.slots, m.derived) for m in owed] == [
        (421, True),  # 附件2 prints no yearly totals
        (1_276, True),
        (1_892, False),  # 合计 1892
    ]
    # The heading's trap: the years are cumulative, for adding them would exceed the target.
    assert first + second + third > 1_892
    assert all(a.slots < b.slots for row in LEDGER.rows for a, b in pairwise(row.milestones))
    assert LEDGER.note is not None


@pytest.mark.parametrize(
    ("on", "due", "coming"),
    [
        # 2023年, 2024年, 2025年 end on 31 December; the milestone's own day is due.
        (date(2023, 12, 30), None, 80),
        (date(2023, 12, 31), 80, 241),
        (date(2024, 1, 1), 80, 241),
        (date(2024, 12, 31), 241, 369),
        (date(2025, 12, 30), 241, 369),
        (date(2025, 12, 31), 369, None),
        (date(2026, 11, 21), 369, None),
    ],
)
def test_due_and_next(on: date, due: int | None, coming: int | None) -> None:
    row = track(on)[TOWN]
    assert (row.due and row.due.slots, row.next and row.next.slots) == (due, coming)
    total = track(on).total
    sums = {None: None, 80: 421, 241: 1_276, 369: 1_892}
    assert (total.due and total.due.slots, total.next and total.next.slots) == (
        sums[due],
        sums[coming],
    )
    outcome = cp.Outcome.NOT_APPLICABLE if due is None else cp.Outcome.UNKNOWN
    assert row.outcome is total.outcome is outcome


@pytest.mark.parametrize(
    ("slots", "outcome", "short"),
    [(79, cp.Outcome.NOT_MET, 1), (80, cp.Outcome.MET, 0), (81, cp.Outcome.MET, 0)],
)
def test_a_count_against_what_is_due(slots: int, outcome: cp.Outcome, short: int) -> None:
    row = track(date(2024, 3, 1), (TOWN, date(2023, 12, 31), slots))[TOWN]
    assert (row.outcome, row.short_of_due, row.stale) == (outcome, short, False)


def test_a_count_older_than_the_due_date_is_stale() -> None:
    rep = track(date(2024, 1, 15), (TOWN, date(2023, 12, 30), 500))
    row = rep[TOWN]
    assert (row.stale, row.outcome, row.reached) == (True, cp.Outcome.UNKNOWN, 500)
    # What rests on the stale count is unknown, too: 80 and 241 are owed, 500 were there once.
    assert (row.short_of_due, row.short_of_next, row.pace_per_month) == (None, None, None)
    [record] = row.records()
    figures = ("short_of_due", "short_of_next", "pace_per_month")
    assert [record[name] for name in figures] == [None, None, None]
    assert "short" not in row.explain("en")
    assert "差" not in row.explain("zh")
    assert (rep.total.reported, rep.total.low) == (0, 0)
    before = track(date(2023, 12, 30), (TOWN, date(2023, 6, 30), 50))
    assert before[TOWN].stale is False
    assert before.total.low == 50
    # 80 - 50 = 30 short; 30 of 31 December days are gone: 1/31 of a month is left.
    assert before[TOWN].pace_per_month == 30 * 31


def test_nothing_stated_is_unknown_not_zero() -> None:
    row = track(date(2024, 1, 1))[TOWN]
    assert (row.reached, row.short_of_due, row.short_of_next, row.pace_per_month) == (
        None,
        None,
        None,
        None,
    )
    stated_zero = track(date(2024, 1, 1), (TOWN, date(2024, 1, 1), 0))[TOWN]
    assert (stated_zero.outcome, stated_zero.short_of_due) == (cp.Outcome.NOT_MET, 80)


def test_the_newest_count_counts_and_a_fall_is_no_error() -> None:
    row = track(
        date(2024, 9, 30),
        (TOWN, date(2024, 6, 30), 300),
        (TOWN, date(2024, 3, 31), 100),
        (TOWN, date(2024, 9, 30), 250),
        (TOWN, date(2024, 9, 30), 250),  # equal duplicates are one
    )[TOWN]
    assert (row.reached, row.short_of_next, row.pace_per_month) == (250, 0, Fraction(0))


def test_after_the_last_date_there_is_no_pace() -> None:
    row = track(date(2026, 1, 1), (TOWN, date(2026, 1, 1), 300))[TOWN]
    assert (row.outcome, row.short_of_due) == (cp.Outcome.NOT_MET, 69)  # 369 - 300
    assert (row.short_of_next, row.pace_per_month) == (None, None)


def test_totals_as_ranges() -> None:
    on = date(2024, 1, 1)
    all_met = [(row.locality, on, row.milestones[0].slots) for row in LEDGER.rows]
    full = track(on, *all_met).total
    assert (full.reported, full.low, full.high, full.outcome) == (15, 421, 421, cp.Outcome.MET)
    short = track(on, *all_met[1:], (NAMES[0], on, 48)).total
    assert (short.low, short.high, short.outcome) == (420, 420, cp.Outcome.NOT_MET)
    gap = track(on, *all_met[1:]).total
    assert (gap.reported, gap.low, gap.high, gap.outcome) == (14, 372, None, cp.Outcome.UNKNOWN)
    # One locality's surplus may carry the whole, whoever has not reported.
    surplus = track(on, *all_met[1:-1], (NAMES[-1], on, 54)).total
    assert (surplus.low, surplus.high, surplus.outcome) == (421, None, cp.Outcome.MET)


@given(COUNTS, st.integers(0, 14), st.integers(0, 600))
def test_a_total_settled_is_never_unsettled_by_a_further_report(
    counts: list[tuple[str, date, int]], index: int, slots: int
) -> None:
    on = date(2025, 12, 31)
    before = track(on, *counts)
    if before.rows[index].count is None:
        after = track(on, *counts, (NAMES[index], on, slots))
        assert before.total.outcome in {after.total.outcome, cp.Outcome.UNKNOWN}
        assert after.total.low == before.total.low + slots


@given(COUNTS)
def test_the_pace_reaches_the_next_milestone(counts: list[tuple[str, date, int]]) -> None:
    on = date(2024, 2, 29)
    past = [count for count in counts if count[1] <= on]
    for row in track(on, *past).rows:
        if row.pace_per_month is not None:
            assert row.reached is not None
            assert row.next is not None
            assert row.next.due is not None
            months = position(row.next.due) - position(on)
            arrived = row.reached + row.pace_per_month * months
            assert arrived == max(row.reached, row.next.slots)


def problems_of(*arguments: Any, **named: Any) -> list[tuple[str, str]]:
    """Return path and code of every problem a call raises."""
    with pytest.raises(cp.InvalidInput) as error:
        cp.track_progress(*arguments, **named)
    return [(problem.path, problem.code) for problem in error.value.problems]


def test_all_problems_at_once() -> None:
    on = date(2024, 9, 30)
    counts = [
        cp.SlotCount(TOWN, date(2024, 10, 1), 5),
        cp.SlotCount(TOWN, on, 5),
        cp.SlotCount(TOWN, on, 6),
        cp.SlotCount("大洼街", on, 5),
        cp.SlotCount("巴黎", on, 5),
    ]
    with pytest.raises(cp.InvalidInput) as error:
        cp.track_progress(LEDGER, counts, on=on)
    assert [(p.path, p.code) for p in error.value.problems] == [
        ("reports[3].locality", "not_found"),
        ("reports[4].locality", "not_found"),
        ("reports[0].on", "after_on"),
        ("reports[2]", "two_figures"),
    ]
    assert isinstance(error.value, cp.NotFound)
    assert error.value.suggestion == TOWN
    assert "大洼街道" in error.value.problems[0].text("zh")
    with pytest.raises(cp.NotFound):
        track(on)["大洼"]
    with pytest.raises(cp.NotFound):
        LEDGER.row("巴黎")
    assert LEDGER.row(TOWN).clause.number == "a2.2"


def test_wrong_arguments() -> None:
    on = date(2024, 9, 30)
    assert problems_of(LEDGER, [cp.Measurement(on=on, value=5)], on=on) == [
        ("reports[0]", "wrong_type")
    ]
    assert problems_of(LEDGER, None, on=on) == [("reports", "required")]
    assert problems_of(LEDGER, [], on=datetime(2024, 9, 30)) == [("on", "datetime_for_date")]  # noqa: DTZ001
    assert problems_of(LEDGER, [], on=None) == [("on", "required")]
    assert problems_of(DAWA, [], on=on) == [("goal", "wrong_type")]
    with pytest.raises(cp.InvalidInput) as key:
        cp.track_progress("slots", [], on=on)  # type: ignore[call-overload]
    assert str(key.value) == "goal: expected Ledger | Target, got 'slots'"
    with pytest.raises(cp.InvalidInput) as count:
        cp.SlotCount(TOWN, None, 3.5)  # type: ignore[arg-type]
    assert [p.path for p in count.value.problems] == ["on", "slots"]


def test_reports_may_be_any_iterable() -> None:
    on = date(2024, 9, 30)
    counts = (cp.SlotCount(name, on, 1) for name in NAMES)
    assert cp.track_progress(LEDGER, counts, on=on).total.low == 15


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_ledger_explains_itself(language: str) -> None:
    rep = track(date(2024, 9, 30), (TOWN, date(2023, 6, 30), 70), ("东风镇", date(2024, 1, 1), 13))
    text = rep.explain(language)
    assert ("1,276" if language == "en" else "1276") in text
    assert all(name in text for name in NAMES)
    assert rep.total.told(language) in text.splitlines()[0]
    done = track(date(2026, 1, 1), *((name, date(2026, 1, 1), 500) for name in NAMES))
    assert "7,500" in done.explain("en")  # 15 x 500


# Rates.


@pytest.mark.parametrize(
    ("population", "rate", "slots"),
    [
        (420_444, Decimal("4.5"), 1_892),  # 1,891.998 rounded up once
        (7_726_635, 4.5, 34_770),  # 34,769.8575
        (9_314_685, Fraction(9, 2), 41_917),  # 41,916.0825
        (12_748_262, Decimal("4.50"), 57_368),  # 57,367.179
        (100_000, Decimal("4.73"), 473),  # exactly 473: a float's 473.00000000000006 gives 474
        (100_000, 4.73, 473),
        (0, 4.5, 0),
        (1, 0, 0),
        (1, 0.001, 1),
    ],
)
def test_slots_required(population: int, rate: Any, slots: int) -> None:
    with localcontext(prec=5):
        assert cp.slots_required(population, per_thousand=rate) == slots


@given(st.integers(0, 20_000_000), st.fractions(0, 10, max_denominator=1000))
def test_slots_required_is_the_least_that_suffices(population: int, rate: Fraction) -> None:
    slots = cp.slots_required(population, per_thousand=rate)
    assert slots * 1000 >= population * rate
    assert slots == 0 or (slots - 1) * 1000 < population * rate


def test_slots_per_thousand_is_exact() -> None:
    assert cp.slots_per_thousand(473, 100_000) == Decimal("4.73")
    assert cp.slots_per_thousand(1_892, 420_444) == Fraction(1_892_000, 420_444)
    assert cp.slots_per_thousand(1_892, 420_444) >= Fraction(9, 2)
    assert cp.slots_per_thousand(1_891, 420_444) < Fraction(9, 2)


def test_nobody_has_slots_per_thousand_and_one_person_has() -> None:
    assert cp.slots_per_thousand(5, 1) == 5_000  # 5 * 1,000 / 1
    # There is no rate of nobody: the docstring asks for a population of at least 1.
    with pytest.raises(cp.InvalidInput) as nobody:
        cp.slots_per_thousand(5, 0)
    (problem,) = nobody.value.problems
    assert (problem.path, problem.code, problem.value) == ("population", "too_small", 0)
    assert problem.parameters["minimum"] == 1
    assert cp.slots_per_thousand(0, 1) == 0  # no slots are a count as any other


@pytest.mark.parametrize("bad", [True, "7", 1.5, -1, float("nan"), [7]])
def test_bad_populations_and_rates(bad: Any) -> None:
    with pytest.raises(cp.InvalidInput) as required:
        cp.slots_required(bad, per_thousand="4.5")  # type: ignore[call-overload]
    assert {p.path for p in required.value.problems} == {"population", "per_thousand"}
    with pytest.raises(cp.InvalidInput):
        cp.slots_per_thousand(bad, 0)


# The targets of chapter 二（四）.


@pytest.mark.parametrize(
    ("key", "figure", "outcome"),
    [
        ("slots_per_thousand", Decimal("4.5"), cp.Outcome.MET),  # 4.5个
        ("slots_per_thousand", Decimal("4.49"), cp.Outcome.NOT_MET),
        ("health_management", 90, cp.Outcome.MET),  # 90%以上
        ("health_management", Decimal("89.99"), cp.Outcome.NOT_MET),
        ("parenting_guidance", 95, cp.Outcome.MET),  # 95%以上
        ("parenting_guidance", Decimal("94.99"), cp.Outcome.NOT_MET),
        ("community_coverage", 50, cp.Outcome.MET),  # 50%以上
        ("community_coverage", Decimal("49.99"), cp.Outcome.NOT_MET),
        ("clearly_higher", 99, cp.Outcome.NOT_MEASURABLE),  # 明显提高
    ],
)
def test_goals_of_2025(key: str, figure: Any, outcome: cp.Outcome) -> None:
    due = date(2025, 12, 31)
    measured = [cp.Measurement(on=due, value=figure)]
    progress = cp.track_progress(DAWA.targets[key], measured, on=due)
    assert (progress.outcome, progress.figure) == (outcome, figure)
    assert "explain" not in progress.explain("en")


def test_a_rate_from_its_parts() -> None:
    due = date(2025, 12, 31)
    measured = [cp.Measurement(on=due, part=1_892, whole=420_444)]
    progress = cp.track_progress(DAWA.targets["slots_per_thousand"], measured, on=due)
    assert progress.outcome is cp.Outcome.MET
    assert progress.figure == Fraction(1_892_000, 420_444)
    short = [cp.Measurement(on=due, part=1_891, whole=420_444)]
    late = cp.track_progress(DAWA.targets["slots_per_thousand"], short, on=due)
    assert late.outcome is cp.Outcome.NOT_MET


def test_counted_goals_and_goals_in_words() -> None:
    baodi = cp.get_plan("baodi_2020").targets
    due = date(2020, 12, 31)  # issued on the last day of its own target year
    built = [cp.Measurement(on=due, value=2)]
    assert cp.track_progress(baodi["demonstration_institutions"], built, on=due).outcome is (
        cp.Outcome.MET
    )
    words = cp.track_progress(baodi["system_2025"], built, on=date(2025, 12, 31))
    assert (words.outcome, words.figure) == (cp.Outcome.NOT_MEASURABLE, 2)
    in_town = DAWA.targets["institution_in_town"]
    one = [cp.Measurement(on=date(2023, 12, 31), value=1)]
    assert cp.track_progress(in_town, one, on=date(2023, 12, 31)).outcome is cp.Outcome.MET


def test_progress_is_read_row_by_row() -> None:
    found = track(date(2024, 9, 30))
    assert [row.locality for row in found] == NAMES
    assert len(found) == len(NAMES)
    assert TOWN in found
    assert "大洼" not in found


def test_a_locality_or_a_milestone_that_cannot_be_is_refused() -> None:
    with pytest.raises(cp.InvalidInput) as twice:
        attrs.evolve(LEDGER, rows=(*LEDGER.rows, LEDGER.rows[0]))
    assert [(p.path, p.code) for p in twice.value.problems] == [("rows", "duplicate")]
    with pytest.raises(cp.InvalidInput) as wrong:
        attrs.evolve(LEDGER.rows[0].milestones[0], value=-1)
    assert [p.path for p in wrong.value.problems] == ["value"]


def test_of_a_whole_history_only_what_was_there_on_the_day_counts() -> None:
    """DESIGN, Progress: a count after `on` is an error; `later="ignore"` lets a history pass."""
    history = [cp.SlotCount(TOWN, date(2024, 6, 30), 200), cp.SlotCount(TOWN, date(2025, 6, 30), 9)]
    asked = date(2024, 9, 30)
    passed = cp.track_progress(LEDGER, history, on=asked, later="ignore")
    assert passed == cp.track_progress(LEDGER, history[:1], on=asked)
    target = next(one for one in DAWA.targets.values() if one.measure is w.Measure.COUNT)
    figures = [cp.Measurement(on=date(2024, 1, 1), value=0), cp.Measurement(on=asked, value=9)]
    early = cp.track_progress(target, figures, on=date(2024, 2, 1), later="ignore")
    assert early == cp.track_progress(target, figures[:1], on=date(2024, 2, 1))


def test_what_is_ignored_is_still_checked() -> None:
    clashing = [cp.SlotCount(TOWN, date(2025, 6, 30), slots) for slots in (9, 10)]
    with pytest.raises(cp.InvalidInput) as caught:
        cp.track_progress(LEDGER, clashing, on=date(2024, 9, 30), later="ignore")
    assert [(p.path, p.code) for p in caught.value.problems] == [("reports[1]", "two_figures")]
    with pytest.raises(cp.InvalidInput) as unknown:
        cp.track_progress(LEDGER, [], on=date(2024, 9, 30), later="skip")
    assert [(p.path, p.code) for p in unknown.value.problems] == [("later", "not_an_option")]
