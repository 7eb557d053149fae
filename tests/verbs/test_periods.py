"""A ledger period by period: by the newest counts, as `track_progress` answers on each last day."""

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from refusing import refused
from slot_counts import COUNTS, LEDGER, NAMES

import careplan as cp
from careplan import codec
from careplan import writing as w
from careplan.base.messages import show
from careplan.documents.periods import Period, Precision, month, one_day
from careplan.results import PeriodProgress, PeriodTotal, ProgressTable, Range

TOWN, OTHER = "大洼街道", "田家街道"
MARCH, JUNE = date(2024, 3, 29), date(2024, 6, 28)
Q1, Q2, Q3, Q4 = QUARTERS = cp.quarters(2024)


def table(*counts: tuple[str, date, int], periods: Iterable[Period] = QUARTERS) -> ProgressTable:
    """Make a table of Dawa's ledger of counts given as plain rows."""
    return cp.progress_table(LEDGER, [cp.SlotCount(*count) for count in counts], periods=periods)


def ledger_of(entry: Any) -> w.Ledger:
    """Return the one ledger of a document of a made-up county."""
    clauses = [w.clause("1", "一", "应当", "各镇任务", entry)]
    plan = cp.Plan.of("p", "某县通知", clauses, issuer="某县人民政府")
    return next(iter(plan.ledgers.values()))


# --- the periods ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("made", "number", "length", "precision"),
    [
        (cp.months, 12, 1, Precision.MONTH),
        (cp.quarters, 4, 3, Precision.QUARTER),
        (cp.half_years, 2, 6, Precision.MONTH),
        (cp.years, 1, 12, Precision.YEAR),
    ],
)
@pytest.mark.parametrize("last", [None, 2024, 2026])
def test_periods_cover_their_years_without_a_gap(
    made: Any, number: int, length: int, precision: Precision, last: int | None
) -> None:
    periods = made(2024, last)
    assert len(periods) == number * (3 if last == 2026 else 1)
    assert periods[0].start == date(2024, 1, 1)
    assert periods[-1].end == date(2024 if last is None else last, 12, 31)
    for one, after in pairwise(periods):
        assert one.end + timedelta(days=1) == after.start
    for one in periods:
        months = 12 * (one.end.year - one.start.year) + one.end.month - one.start.month + 1
        assert (months, one.precision) == (length, precision)


def test_periods_are_called_as_people_call_them() -> None:
    assert [one.told("zh") for one in QUARTERS] == [
        *("2024年第一季度", "2024年第二季度", "2024年第三季度", "2024年第四季度")
    ]
    assert [one.told("en") for one in cp.years(2023, 2024)] == ["2023", "2024"]
    assert cp.months(2024)[1] == month(2024, 2)
    assert cp.months(2024)[1].end == date(2024, 2, 29)  # a leap year
    assert cp.half_years(2023)[0] == month(2023, 1, until=6)


@pytest.mark.parametrize("made", [cp.months, cp.quarters, cp.half_years, cp.years])
def test_what_is_no_year_is_refused(made: Any) -> None:
    assert refused(made, "2024") == [("first", "text_as_number"), ("last", "text_as_number")]
    assert refused(made, 0, 10_000) == [("first", "too_small"), ("last", "too_large")]
    assert refused(made, 2025, 2024) == [("last", "not_in_order")]
    assert made(9999)[-1].end == date.max


# --- rows -----------------------------------------------------------------------------------

# Annex 2: 大洼街道 80 slots by the end of 2023, 241 by the end of 2024, 369 by the end of 2025.
HISTORY = (
    (TOWN, date(2024, 3, 29), 90),
    (TOWN, date(2024, 5, 31), 210),
    (TOWN, date(2024, 6, 28), 200),
    (TOWN, date(2024, 12, 31), 190),
)


def test_a_row_says_what_was_reached_due_and_changed() -> None:
    rows = [table(*HISTORY)[TOWN, period] for period in QUARTERS]
    assert [row.reached for row in rows] == [90, 200, 200, 190]
    assert [row.counted_in_period for row in rows] == [True, True, False, True]
    assert [row.counted_on for row in rows] == [
        *(date(2024, 3, 29), date(2024, 6, 28), date(2024, 6, 28), date(2024, 12, 31))
    ]
    # Nobody counted in the third quarter: that is no "nothing changed".
    assert [row.change for row in rows] == [None, 110, None, -10]
    assert [row.compared_on for row in rows] == [
        *(None, date(2024, 3, 29), None, date(2024, 6, 28))
    ]
    assert [row.fell for row in rows] == [False, False, False, True]
    assert [row.due.value if row.due else None for row in rows] == [80, 80, 80, 241]
    assert [row.next.value if row.next else None for row in rows] == [241, 241, 241, 369]
    assert [row.short_of_due for row in rows] == [0, 0, 0, 51]
    assert [row.outcome for row in rows] == [cp.Outcome.MET] * 3 + [cp.Outcome.NOT_MET]
    # 151 in nine months, 41 in six and in three, 369 - 190 in twelve.
    assert [row.pace_per_month for row in rows] == [
        *(Fraction(151, 9), Fraction(41, 6), Fraction(41, 3), Fraction(179, 12))
    ]
    assert table(*HISTORY).fallen == (table(*HISTORY)[TOWN, Q4],)
    assert (rows[0].locality, rows[0].column.key, rows[0].stale) == (TOWN, "slots", False)


def test_without_a_count_nothing_is_reached_and_nothing_changed() -> None:
    row = table(*HISTORY)[OTHER, Q2]
    assert (row.reached, row.counted_on, row.change) == (None, None, None)
    assert (row.counted_in_period, row.fell, row.outcome) == (False, False, cp.Outcome.UNKNOWN)
    assert row.explain("en").startswith(
        f"Awaited: {Q2.told('en')}: 田家街道: no report; 109 slots due "
    )
    assert "short" not in row.explain("en")
    # The first count there is is no rise from nothing.
    late = table((OTHER, date(2024, 5, 1), 40))
    assert [late[OTHER, one].change for one in QUARTERS] == [None] * 4


def test_the_first_and_the_last_day_belong_to_a_period() -> None:
    days = (date(2024, 3, 31), date(2024, 4, 1), date(2024, 6, 30), date(2024, 7, 1))
    for day, period in zip(days, (Q1, Q2, Q2, Q3), strict=True):
        made = table((TOWN, day, 90))
        assert [one for one in QUARTERS if made[TOWN, one].counted_in_period] == [period]
        assert made[TOWN, period].reached == 90


def test_an_older_count_stands_and_may_be_stale() -> None:
    made = table((TOWN, date(2023, 12, 30), 90))  # a day before what is due
    assert (made[TOWN, Q1].reached, made[TOWN, Q1].stale) == (90, True)
    assert (made[TOWN, Q1].counted_in_period, made[TOWN, Q1].short_of_due) == (False, None)
    kept = table((TOWN, date(2023, 12, 31), 90))
    assert (kept[TOWN, Q1].stale, kept[TOWN, Q1].short_of_due) == (False, 0)


def test_periods_by_hand_may_leave_gaps_and_later_counts_are_of_none() -> None:
    periods = (month(2024, 2), one_day(date(2024, 6, 28)))
    made = table(*HISTORY, periods=iter(periods))
    assert [made[TOWN, one].reached for one in periods] == [None, 200]
    assert (len(made), len(made.counts)) == (30, 1)  # 15 localities, two periods
    assert tuple(made) == made.rows
    # A count between two periods is known by the second, and not of it.
    between = table(*HISTORY[:2], periods=(month(2024, 3), month(2024, 6)))
    row = between[TOWN, between.periods[1]]
    assert (row.reached, row.counted_in_period, row.change) == (210, False, None)


def test_a_row_says_itself() -> None:
    made = table(*HISTORY)
    assert made[TOWN, Q2].explain("zh") == (
        f"已达标：{Q2.told('zh')}：大洼街道现有200个（{show(JUNE, 'zh')}）；"
        "2023年底应达80个，已达到；2024年底目标241个，尚差41个，每月约需新增7个；"
        f"较{show(MARCH, 'zh')}增加110。\n"
        "依据：附件2 第2行"
    )
    # The day says that it is of the period before.
    assert f"大洼街道现有200个（{show(JUNE, 'zh')}）；" in made[TOWN, Q3].explain("zh")
    assert f"；较{show(JUNE, 'zh')}减少10。" in made[TOWN, Q4].explain("zh")
    assert f"10 fewer than on {show(JUNE, 'en')}" in made[TOWN, Q4].explain("en")
    same = table(*HISTORY[:1], (TOWN, date(2024, 6, 30), 90))
    assert same[TOWN, Q2].change == 0
    assert f"；与{show(MARCH, 'zh')}持平。" in same[TOWN, Q2].explain("zh")


# --- totals ---------------------------------------------------------------------------------


def test_a_total_says_of_how_many_localities_it_is() -> None:
    made = table(*HISTORY, (OTHER, date(2024, 6, 30), 400))
    total = made.total(Q2)
    assert (total.low, total.high) == (600, None)  # 200 and 400, of thirteen nobody knows
    assert (total.counted, total.reported, total.localities) == (2, 2, 15)
    assert (made.total(Q3).counted, made.total(Q3).low) == (0, 600)
    # Annex 2: 421 by the end of 2023, 1,276 by the end of 2024, neither printed.
    assert total.due is not None
    assert (total.due.value, total.outcome) == (421, cp.Outcome.MET)
    assert (total.change, total.fell) == (None, False)
    # 600 are more than the 421 due; of the 676 to the next date the rest may be there. Six months.
    assert (total.short_of_due, total.pace_per_month) == (Range(0, 0), Range(0, Fraction(676, 6)))
    assert "本期有统计的2" in total.explain("zh")


def test_the_change_of_a_total_is_the_sum_of_changes_that_are_all_known() -> None:
    first = [(name, date(2024, 3, 1), 100) for name in NAMES]
    then = [(name, date(2024, 6, 1), 100 + n) for n, name in enumerate(NAMES)]
    made = table(*first, *then)
    assert made.total(Q2).change == sum(range(15)) == 105
    assert (made.total(Q2).low, made.total(Q2).high) == (1_605, 1_605)
    assert made.total(Q1).change is None
    assert made.total(Q3).change is None  # nobody counted
    fallen = table(*first, *((name, date(2024, 6, 1), 99) for name in NAMES))
    assert (fallen.total(Q2).change, fallen.total(Q2).fell) == (-15, True)
    assert "较上期末减少15。" in fallen.total(Q2).explain("zh")
    assert "15 fewer than at the end of the period before" in fallen.total(Q2).explain("en")
    assert table(*first, *then[1:]).total(Q2).change is None  # one of fifteen is not known
    empty = attrs.evolve(LEDGER, rows=(), totals=LEDGER.totals)
    assert cp.progress_table(empty, [], periods=QUARTERS[1:]).total(Q2).change is None


def test_a_ledger_of_several_columns_has_a_row_and_a_total_of_each() -> None:
    owed = {"甲镇": {"institutions": {2024: 2}, "slots": {2024: 60}}, "乙镇": {"slots": {2024: 30}}}
    columns = [w.column("institutions", "机构"), w.column("slots", "托位")]
    entry = w.ledger("places", "机构和托位台账", owed, columns=columns)
    ledger, day = ledger_of(entry), date(2024, 12, 31)
    counts: list[cp.SlotCount | cp.LedgerCount] = [
        cp.LedgerCount("甲镇", day, "institutions", 2),
        cp.SlotCount("甲镇", day, 50),
        cp.LedgerCount("乙镇", day, "institutions", 1),
    ]
    made = cp.progress_table(ledger, counts, periods=cp.half_years(2024))
    period = made.periods[1]
    assert made["甲镇", period].reached == made["甲镇", "institutions", period].reached == 2
    assert made["甲镇", "slots", period].short_of_due == 10  # 60 - 50
    assert (made.total(period).low, made.total(period, "slots").low) == (3, 50)
    assert [one.column.key for one in made.totals] == ["institutions", "slots"] * 2
    assert "各期末现有（机构）" in made.explain("zh")
    with pytest.raises(cp.NotFound):
        made.total(period, "beds")


# --- the whole ------------------------------------------------------------------------------


def test_a_table_says_how_it_ended_and_what_there_was_in_each_period() -> None:
    lines = table(*HISTORY, periods=(Q1, Q2)).explain("zh").split("\n")
    on = show(Q2.end, "zh")
    assert lines[0].startswith(f"待上报：截至{on}，15个镇街中14个未上报、1个已达标；")
    assert lines[1].startswith("依据：盘锦市大洼区")
    of_town = [line for line in lines if line.strip().startswith(TOWN)]
    # First where it stands, then what it had by the end of each period: 90, and 110 more.
    assert of_town[0].startswith(f"{TOWN}：已达标；现有：6月28日 200；2023年底应达：80；差额：0；")
    q1, q2 = (period.told("zh") for period in (Q1, Q2))
    assert of_town[1] == f"  {TOWN}；{q1}：90；{q2}：增110 200"
    assert LEDGER.note is not None
    assert any(line.endswith(f"{LEDGER.note.zh}。") for line in lines)
    full = table(*((name, date(2024, 3, 1), 100) for name in NAMES), periods=(Q1,))
    assert "未上报" not in full.explain("zh")


def test_increments_say_that_they_add_up() -> None:
    ledger = ledger_of(w.ledger("slots", "新增托位", {"甲镇": {2024: 5}}, increments=True))
    made = cp.progress_table(ledger, [], periods=[Q1])
    assert "各期数为新增数" in made.explain("zh")


def test_the_rows_of_a_table_stand_period_by_period_with_totals_last() -> None:
    rows = table(*HISTORY, periods=(Q1, Q2)).records()
    assert [row["kind"] for row in rows] == [*(["locality"] * 15), "total"] * 2
    assert [row["period_zh"] for row in rows[14:18]] == ["2024年第一季度"] * 2 + [
        "2024年第二季度"
    ] * 2
    (row,) = (row for row in rows if row["locality"] == TOWN and row["start"] == Q2.start)
    assert (row["end"], row["reached"], row["changed_by"]) == (Q2.end, 200, 110)
    assert (row["counted_in_period"], row["fell"], row["counted_localities"]) == (True, False, None)
    assert (rows[-1]["counted_localities"], rows[-1]["counted_in_period"]) == (1, None)


@pytest.mark.parametrize("asked", [(TOWN, month(2024, 1)), (TOWN, "2024-Q1"), ("大洼", Q1)])
def test_what_a_table_does_not_have_is_named(asked: Any) -> None:
    with pytest.raises(cp.NotFound) as unknown:
        table(*HISTORY)[asked]
    assert unknown.value.known


def test_wrong_arguments_are_named_together() -> None:
    call: Any = cp.progress_table
    assert refused(call, LEDGER, [5], periods=[5]) == [
        ("reports[0]", "wrong_type"),
        ("periods[0]", "wrong_type"),
    ]
    assert refused(call, LEDGER, [], periods=[]) == [("periods", "nothing_listed")]
    assert refused(call, LEDGER, [], periods=[Q2, Q1, Q1]) == [
        ("periods[1].start", "not_after_period"),
        ("periods[2].start", "not_after_period"),
    ]
    touching = Period(date(2024, 6, 30), date(2024, 9, 30), Precision.DAY)
    assert refused(call, LEDGER, [], periods=[Q2, touching]) == [
        ("periods[1].start", "not_after_period")
    ]
    assert refused(call, "slots", [], periods=[Q1]) == [("ledger", "wrong_type")]
    strange = [cp.SlotCount("大洼", date(2024, 1, 1), 5)]
    assert refused(call, LEDGER, strange, periods=[Q1]) == [("reports[0].locality", "not_found")]
    twice = [cp.SlotCount(TOWN, date(2025, 1, 1), n) for n in (5, 6)]  # later, and wrong as well
    assert refused(call, LEDGER, twice, periods=[Q1]) == [("reports[1]", "two_figures")]


# --- laws -----------------------------------------------------------------------------------

PERIODS = st.sampled_from(
    [
        QUARTERS,
        cp.months(2024),
        cp.years(2023, 2025),
        cp.half_years(2023, 2024),
        (month(2023, 3), month(2024, 1, until=5), one_day(date(2025, 12, 31))),
    ]
)


@given(COUNTS, PERIODS)
def test_each_period_is_answered_as_on_its_last_day(
    counts: list[tuple[str, date, int]], periods: tuple[Period, ...]
) -> None:
    made = table(*counts, periods=periods)
    given_counts = [cp.SlotCount(*count) for count in counts]
    for period in periods:
        report = cp.track_progress(LEDGER, given_counts, on=period.end, later="ignore")
        assert made.report(period) == report
        assert tuple(row.standing for row in made.rows if row.period == period) == report.rows
        assert made.total(period).standing == report.total
        for row in report.rows:
            assert made[row.locality, period].standing == row


@given(COUNTS, PERIODS)
def test_totals_are_those_of_their_rows(
    counts: list[tuple[str, date, int]], periods: tuple[Period, ...]
) -> None:
    made = table(*counts, periods=periods)
    for total in made.totals:
        rows = [row for row in made.rows if row.period == total.period]
        due = date.min if total.due is None or total.due.due is None else total.due.due
        fresh = [
            row.reached
            for row in rows
            if row.reached is not None and row.counted_on is not None and row.counted_on >= due
        ]
        assert (total.low, total.reported) == (sum(fresh), len(fresh))
        assert total.counted == sum(
            any(name == row.locality and row.period.overlaps(day, day) for name, day, _ in counts)
            for row in rows
        )
        changes = [row.change for row in rows]
        known = sum(one for one in changes if one is not None)
        assert total.change == (None if None in changes else known)


@given(COUNTS)
def test_changes_add_up_to_what_there_is_more(counts: list[tuple[str, date, int]]) -> None:
    made = table(*counts, periods=cp.months(2023, 2025))
    for name in NAMES:
        rows = [row for row in made.rows if row.locality == name]
        reached = [row.reached for row in rows if row.reached is not None]
        changes = [row.change for row in rows if row.change is not None]
        assert sum(changes) == (reached[-1] - reached[0] if reached else 0)


@given(COUNTS, PERIODS)
def test_a_table_is_read_as_it_was_written(
    counts: list[tuple[str, date, int]], periods: tuple[Period, ...]
) -> None:
    made = table(*counts, periods=periods)
    again: ProgressTable = codec.loads(codec.dumps(made), ProgressTable)
    assert again == made
    assert again.records() == made.records()
    assert cp.progress_table(LEDGER, made.counts, periods=periods) == made


# --- from a file ----------------------------------------------------------------------------


def claimed(one: Any, **changed: Any) -> list[tuple[str, str]]:
    """Return why a result that was changed is refused when it is read."""
    data = codec.unstructure(one)
    for path, value in changed.items():
        *way, last = path.split("__")
        inner: Any = data
        for step in way:
            inner = inner[int(step) if step.isdigit() else step]
        inner[last] = value
    return refused(codec.structure, data, type(one))


def test_a_file_cannot_claim_other_rows() -> None:
    made = table(*HISTORY)
    row = made[TOWN, Q2]
    assert claimed(row, period__end="2024-06-29") == [("standing.on", "other_answer")]
    assert claimed(row, before__on="2024-04-01") == [("period.start", "not_after_period")]
    assert claimed(row, standing__count=None, standing__outcome="unknown", outcome="unknown") == [
        ("standing.count", "other_answer")
    ]
    older, newer = (codec.unstructure(made[TOWN, one])["standing"]["count"] for one in (Q1, Q2))
    assert claimed(made[TOWN, Q3], standing__count=older, before__count=newer) == [
        ("standing.count", "other_answer")
    ]
    other = codec.unstructure(made[OTHER, Q1].standing)
    del other["format"]
    assert claimed(row, before=other) == [("before.row", "other_answer")]
    first = made[TOWN, Q1]
    assert codec.loads(codec.dumps(first), PeriodProgress) == first
    total = made.total(Q2)
    assert codec.loads(codec.dumps(total), PeriodTotal) == total
    assert claimed(total, rows__0__period__start="2024-04-02") == [
        ("rows[0].period", "other_answer")
    ]
    assert claimed(total, rows=[]) == [("rows", "other_answer")]


def test_a_file_cannot_claim_other_counts() -> None:
    made = table(*HISTORY)
    written = codec.unstructure(made)["counts"]
    assert claimed(made, counts=written[::-1]) == [("counts", "other_answer")]
    before = {"locality": TOWN, "on": "2024-06-01", "slots": 7, "type": "SlotCount"}
    assert claimed(made, counts=[*written[:1], before, *written[1:]]) == [
        ("counts", "other_answer")
    ]
    assert claimed(made, counts__0__locality="大洼") == [("reports[0].locality", "not_found")]
    assert claimed(made, counts__2__on="2025-01-01") == [("reports[2].on", "after_on")]
    assert claimed(made, periods=[]) == [("periods", "nothing_listed")]
    assert claimed(made, periods=codec.unstructure(made)["periods"][::-1])[0] == (
        "periods[1].start",
        "not_after_period",
    )


def test_a_table_is_asked_for_a_locality_and_a_period() -> None:
    with pytest.raises(cp.NotFound, match="period"):
        table(*HISTORY, periods=(Q1,))[TOWN]  # type: ignore[index]
