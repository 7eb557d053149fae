"""Ledgers of several columns, exact figures, bands, strengths and increments; figures made up.

Each expected value is plain arithmetic on the figures of these ledgers.
"""

from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from refusing import refused
from small_plans import MUST, TITLE

import careplan as cp
from careplan import writing as w
from careplan.audit import find_flaws
from careplan.base.messages import show
from careplan.display.ranges import Range
from careplan.testing import assert_explained, ledger_counts, slot_counts
from careplan.verbs.tracking.ledgers import LedgerProgress
from careplan.verbs.tracking.localities import RowProgress
from careplan.verbs.tracking.totals import TotalProgress

Y2024, Y2025, Y2026 = (date(year, 12, 31) for year in range(2024, 2027))
MET, NOT_MET, UNKNOWN = cp.Outcome.MET, cp.Outcome.NOT_MET, cp.Outcome.UNKNOWN
NOT_APPLICABLE = cp.Outcome.NOT_APPLICABLE

# Two measures: exactly so many institutions, at least so many slots.
PLAN = cp.Plan.of(
    "two_measures",
    "某县托育机构和托位台账",
    [
        w.clause(
            "1",
            "一",
            "应当",
            "各镇机构数和托位数",
            w.ledger(
                "places",
                "机构和托位台账",
                {
                    "甲镇": {
                        "institutions": {2024: w.Between(2, 2), 2025: w.Between(3, 3)},
                        "slots": {2024: 60, 2025: 90},
                    },
                    "乙镇": {
                        "institutions": {2024: w.Between(1, 1), 2025: w.Between(2, 2)},
                        "slots": {2024: 30, 2025: 60},
                    },
                },
                columns=[
                    w.column("institutions", ("机构", "institutions"), "家"),
                    w.column("slots", ("托位", "slots"), "个"),
                ],
                totals={"institutions": {2025: w.Between(5, 5)}, "slots": {2025: 150}},
                acting="各镇",
            ),
        )
    ],
    issuer="某县",
    offices={"各镇": (cp.Body.TOWNSHIP, cp.Level.TOWN)},
)
LEDGER = PLAN.ledgers["places"]
Reported = tuple[str, int | None, int | None]


def on(day: date, *reported: Reported, ledger: w.Ledger = LEDGER) -> LedgerProgress:
    """Track what localities reported that day: institutions and slots, each if it is known."""
    counts: list[cp.SlotCount | cp.LedgerCount] = []
    for name, institutions, slots in reported:
        if institutions is not None:
            counts.append(cp.LedgerCount(name, day, "institutions", institutions))
        if slots is not None:
            counts.append(cp.SlotCount(name, day, slots))
    return cp.track_progress(ledger, counts, on=day)


# --- two measures ---------------------------------------------------------------------------


def test_each_column_has_its_own_answer() -> None:
    found = on(Y2024, ("甲镇", 2, 59), ("乙镇", 2, 30))
    answers = {(row.locality, row.column.key): row.outcome for row in found}
    assert answers == {
        ("甲镇", "institutions"): MET,
        ("甲镇", "slots"): NOT_MET,  # 59 of 60
        ("乙镇", "institutions"): NOT_MET,  # 2, and exactly 1 is due
        ("乙镇", "slots"): MET,
    }
    # By name alone it is the first column.
    assert found["甲镇"] is found["甲镇", "institutions"]
    assert found["甲镇", "slots"].short_of_due == 1
    row = found["乙镇"]
    assert (row.short_of_due, row.over_due, row.short_of_next) == (0, 1, 0)
    assert "2024年底应达恰为1家，超出1家；" in row.explain("zh")
    assert "乙镇 (institutions): 2 institutions" in row.explain("en")
    assert "exactly 1 due by end of 2024, 1 over; " in row.explain("en")
    # 2 + 2 are one over the 1 + 2 that are due; 59 + 30 are one short of 60 + 30.
    assert [(one.outcome, one.low) for one in found.totals] == [(NOT_MET, 4), (NOT_MET, 89)]
    assert found.total is found.totals[0]
    assert (found.total.over_due, found.totals[1].short_of_due) == (Range(1, 1), Range(1, 1))
    assert "超出1家" in found.total.explain("zh")
    assert found.outcome is NOT_MET
    assert len(found) == 4
    assert "甲镇" in found
    assert ("甲镇", "slots") in found
    for strange in (("甲镇", "beds"), ("丙镇", "slots"), "丙镇", 3):
        assert strange not in found


def test_of_an_exact_total_that_may_be_reached_nothing_is_said_to_lack() -> None:
    # 5 are there of exactly 5 due; the town that is silent may bring more, and that is too many.
    total = on(Y2025, ("甲镇", 5, 90)).total
    assert (total.outcome, total.low, total.high) == (UNKNOWN, 5, None)
    assert (total.short_of_due, total.over_due) == (Range(0, 0), Range(0, None))
    said = "合计（机构）已报不少于5家（其余未报）；2025年底应达恰为5家；无后续目标。"
    assert said in total.explain("zh")
    assert "exactly 5 institutions due by end of 2025; nothing further" in total.explain("en")


@pytest.mark.parametrize(
    ("reported", "institutions", "slots", "whole"),
    [
        # 3 and 90, 2 and 60 are due by 2025: 5 and 150 together.
        ((("甲镇", 3, 90), ("乙镇", 2, 60)), MET, MET, MET),
        ((("甲镇", 3, 100), ("乙镇", 2, 60)), MET, MET, MET),
        ((("甲镇", 4, 90), ("乙镇", 1, 60)), MET, MET, NOT_MET),  # 5 in all, in the wrong places
        ((("甲镇", 3, 90), ("乙镇", None, 60)), UNKNOWN, MET, UNKNOWN),  # the other may have 2
        ((("甲镇", 6, 150), ("乙镇", None, None)), NOT_MET, MET, NOT_MET),  # 6 are too many
        ((), UNKNOWN, UNKNOWN, UNKNOWN),
    ],
)
def test_an_exact_total_and_one_that_is_at_least(
    reported: tuple[Reported, ...], institutions: Any, slots: Any, whole: Any
) -> None:
    found = on(Y2025, *reported)
    assert [one.outcome for one in found.totals] == [institutions, slots]
    assert found.outcome is whole


def test_totals_derived_from_the_rows() -> None:
    # 2 + 1 exactly, 60 + 30 at least; of 2025 both are printed.
    derived, printed = LEDGER.together("institutions")
    assert (derived.value, derived.op, derived.derived) == (3, w.Op.EQ, True)
    assert (printed.value, printed.op, printed.derived) == (5, w.Op.EQ, False)
    assert [(one.value, one.op) for one in LEDGER.together("slots")] == [
        (90, w.Op.GE),
        (150, w.Op.GE),
    ]
    assert LEDGER.milestones == LEDGER.together("institutions")
    assert LEDGER.total(Y2024, "slots").value == 90
    assert LEDGER.total(date(2023, 1, 1)) == w.Milestone(
        date(2023, 1, 1), 0, derived=True, of="institutions"
    )
    with pytest.raises(cp.NotFound) as caught:
        LEDGER.total(Y2024, "slot")
    assert (caught.value.kind, caught.value.suggestion) == ("column", "slots")


def rows_of(*values: Any, totals: Any = (), **said: Any) -> w.Ledger:
    """Make a ledger of slots: of each locality, what it owes by some days."""
    rows = [
        w.LedgerRow(clause=MUST, part=name, locality=name, milestones=milestones)
        for name, milestones in zip("甲乙丙", values, strict=False)
    ]
    facts: dict[str, Any] = {"rows": rows, "totals": totals, "precision": w.Precision.DAY, **said}
    return w.Ledger(clause=MUST, key="slots", title=TITLE, **facts)


def plan_with(ledger: w.Ledger) -> cp.Plan:
    """Make a plan of a ledger."""
    document = w.Document(title=TITLE, issuer=TITLE)
    return cp.Plan(id="own", document=document, clauses=(MUST,), ledgers=(ledger,))


def by(day: date, value: Any, **said: Any) -> w.Milestone:
    return w.Milestone(day, value, **said)


EXACT, MOST = {"op": w.Op.EQ}, {"op": w.Op.LE}


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        (by(Y2024, 5), by(Y2024, 3, **EXACT), [by(Y2024, 8, derived=True)]),
        (by(Y2024, 5, **EXACT), by(Y2024, 3, **EXACT), [by(Y2024, 8, derived=True, **EXACT)]),
        (by(Y2024, 5, **MOST), by(Y2024, 3, **MOST), [by(Y2024, 8, derived=True, **MOST)]),
        (
            by(Y2024, w.Between(2, 4)),
            by(Y2024, 3, **EXACT),
            [by(Y2024, w.Between(5, 7), derived=True)],
        ),
        # More than 5 are 6 at least: what is counted is whole.
        (by(Y2024, 5, op=w.Op.GT), by(Y2024, 3), [by(Y2024, 9, derived=True)]),
        # The second owes nothing yet: of exactly 5, at least 5 is left; of at most 5, nothing.
        (
            by(Y2024, 5, **EXACT),
            by(Y2025, 3, **EXACT),
            [by(Y2024, 5, derived=True), by(Y2025, 8, derived=True, **EXACT)],
        ),
        (by(Y2024, 5, **MOST), by(Y2025, 3, **MOST), [by(Y2025, 8, derived=True, **MOST)]),
    ],
)
def test_what_rows_come_to(first: Any, second: Any, together: list[w.Milestone]) -> None:
    assert list(rows_of((first,), (second,)).milestones) == together


def test_a_total_printed_stands_until_the_rows_come_to_more() -> None:
    # Exactly 20 are printed for 2024; the rows come to 8 by 2025 and to 24 by 2026.
    printed = by(Y2024, 20, **EXACT)
    ledger = rows_of((by(Y2025, 5), by(Y2026, 14)), (by(Y2025, 3), by(Y2026, 10)), totals=[printed])
    assert list(ledger.milestones) == [
        printed,
        by(Y2025, 20, derived=True, **EXACT),
        by(Y2026, 24, derived=True),
    ]


def test_what_is_weaker_is_summed_and_reported_by_itself() -> None:
    striven = {"strength": w.Strength.STRIVEN_FOR}
    ledger = rows_of(
        (by(Y2024, 5), by(Y2024, 8, **striven)), (by(Y2024, 3), by(Y2024, 4, **striven))
    )
    found = cp.track_progress(
        ledger, [cp.SlotCount("甲", Y2024, 6), cp.SlotCount("乙", Y2024, 5)], on=Y2024
    )
    assert [row.outcome for row in found] == [MET, MET]
    # 6 are less than the 8 striven for; 6 + 5 = 11, and 8 + 4 = 12 are.
    assert "；2024年底力争8个，未达标；" in found["甲"].explain("zh")
    assert "；2024年底力争4个，已达标；" in found["乙"].explain("zh")
    assert (found.total.due, found.total.outcome) == (by(Y2024, 8, derived=True), MET)
    assert f"；{show(Y2024, 'zh')}力争12个，未达标；" in found.total.explain("zh")
    assert found.outcome is MET


# --- increments -----------------------------------------------------------------------------

# 甲 adds 10, then 5; 乙 adds 4, then nothing that is stated, then 6.
ADDED = rows_of((by(Y2024, 10), by(Y2025, 5)), (by(Y2024, 4), by(Y2026, 6)), increments=True)


def test_increments_of_a_ledger_add_up() -> None:
    found = cp.track_progress(ADDED, [cp.SlotCount("甲", Y2025, 15)], on=Y2025)
    assert found["甲"].due == by(Y2025, 15, derived=True)
    assert (found["甲"].outcome, found["乙"].due) == (MET, by(Y2024, 4))
    assert found["乙"].next == by(Y2026, 10, derived=True)  # 4 + 6
    # 10 + 4, then 5 more, then 6 more.
    assert [one.value for one in ADDED.milestones] == [14, 19, 25]
    assert "各期数为新增数" in found.explain("zh")
    assert "each figure is what its period adds" in found.explain("en")


def test_what_is_added_is_whole() -> None:
    # More than 5, twice, are 6 and 6 at least.
    more = {"op": w.Op.GT}
    ledger = rows_of((by(Y2024, 5, **more), by(Y2025, 5, **more)), increments=True)
    first, second = ledger.rows[0].owed(increments=True)
    assert (first, second) == (by(Y2024, 5, **more), by(Y2025, 12, derived=True))
    assert [one.value for one in ledger.milestones] == [6, 12]


def test_a_base_is_on_top_of_which_they_add_up() -> None:
    before = zip(ADDED.rows, (7, 2), strict=True)
    rows = tuple(attrs.evolve(row, base={"slots": number}) for row, number in before)
    based = attrs.evolve(ADDED, rows=rows)
    found = cp.track_progress(based, [cp.SlotCount("甲", Y2024, 16)], on=Y2024)
    assert found["甲"].due == by(Y2024, 17, derived=True)  # 7 + 10
    assert (found["甲"].outcome, found["甲"].short_of_due) == (NOT_MET, 1)
    assert [one.value for one in based.milestones] == [23, 28, 34]  # 7 + 2 on top of 14, 19, 25
    plan = plan_with(based)
    assert "原有数：slots 7" in plan.show("1").explain("zh", detail="all")


def test_a_total_of_increments_is_printed_for_its_period() -> None:
    # 20 are added in 2025, as printed, where the rows come to 5: 14 + 20 = 34, then 6 more.
    ledger = attrs.evolve(ADDED, totals=(by(Y2025, 20),))
    assert [(one.value, one.derived) for one in ledger.milestones] == [
        (14, True),
        (34, True),
        (40, True),
    ]
    assert [flaw.code for flaw in find_flaws(plan_with(ledger))] == [
        *["ledger_dates"] * 2,  # neither adds in every year
        "ledger_total",
    ]


# --- properties -----------------------------------------------------------------------------

_FIGURES = st.one_of(
    st.tuples(st.sampled_from([w.Op.GE, w.Op.LE, w.Op.EQ]), st.integers(0, 9)).map(
        lambda one: by(Y2024, one[1], op=one[0])
    ),
    st.tuples(st.integers(0, 9), st.integers(0, 5)).map(
        lambda one: by(Y2024, w.Between(one[0], one[0] + one[1]))
    ),
)
_COUNTS = st.none() | st.integers(0, 12)


@given(_FIGURES, st.lists(_COUNTS, min_size=3, max_size=3))
def test_a_total_is_settled_by_all_that_the_counts_can_come_to(
    printed: w.Milestone, counts: list[int | None]
) -> None:
    """Whoever gave no count has from none to 40, which is above every figure."""
    ledger = rows_of((), (), (), totals=(printed,))
    given_counts = [
        cp.SlotCount(name, Y2024, count)
        for name, count in zip("甲乙丙", counts, strict=True)
        if count is not None
    ]
    total = cp.track_progress(ledger, given_counts, on=Y2024).total
    known = sum(count for count in counts if count is not None)
    possible = {known} if None not in counts else set(range(known, known + 41))
    figures = printed.figures
    assert figures is not None
    holding = {figures.holds(number) for number in possible}
    expected = UNKNOWN if len(holding) > 1 else MET if True in holding else NOT_MET
    assert total.outcome is expected


@given(
    st.lists(st.integers(0, 9), min_size=3, max_size=3),
    st.lists(_COUNTS, min_size=3, max_size=3),
    st.integers(0, 2),
    st.integers(0, 12),
)
def test_one_more_report_never_turns_a_settled_minimum(
    owed: list[int], counts: list[int | None], index: int, more: int
) -> None:
    ledger = rows_of(*((by(Y2024, one),) for one in owed))

    def total(listed: list[int | None]) -> cp.Outcome:
        named = zip("甲乙丙", listed, strict=True)
        reports = [cp.SlotCount(name, Y2024, n) for name, n in named if n is not None]
        return cp.track_progress(ledger, reports, on=Y2024).total.outcome

    if counts[index] is None:
        added = [more if place == index else one for place, one in enumerate(counts)]
        assert total(counts) in {total(added), UNKNOWN}


@given(st.data())
def test_counts_are_drawn_at_the_milestones(data: st.DataObject) -> None:
    count = data.draw(ledger_counts(LEDGER))
    assert count.locality in {"甲镇", "乙镇"}
    assert count.of in {"institutions", "slots"}
    assert count.number in {0, 1, 2, 3, 4}  # 1 to 3 institutions, and their neighbours
    assert data.draw(slot_counts(LEDGER)).slots in {29, 30, 31, 59, 60, 61, 89, 90, 91}
    assert data.draw(ledger_counts(of="beds")).of == "beds"


# --- what cannot be -------------------------------------------------------------------------


def test_all_that_is_wrong_with_reports_is_said_at_once() -> None:
    counts: list[cp.SlotCount | cp.LedgerCount] = [
        cp.LedgerCount("甲镇", Y2024, "institution", 2),
        cp.LedgerCount("甲镇", Y2024, "institutions", 2),
        cp.LedgerCount("甲镇", Y2024, "institutions", 3),
        cp.LedgerCount("甲镇", Y2024, "slots", 2),  # another column of the same day
        cp.SlotCount("甲镇", Y2024, 3),  # the same column, said otherwise
        cp.SlotCount("丙镇", Y2025, 3),
    ]
    with pytest.raises(cp.InvalidInput) as caught:
        cp.track_progress(LEDGER, counts, on=Y2024)
    assert [(one.path, one.code) for one in caught.value.problems] == [
        ("reports[5].locality", "not_found"),
        ("reports[0].of", "not_found"),
        ("reports[2]", "two_figures"),
        ("reports[4]", "two_figures"),
        ("reports[5].on", "after_on"),
    ]
    assert "是否指“institutions”？" in caught.value.problems[1].text("zh")
    with pytest.raises(cp.NotFound):
        on(Y2024)["甲镇", "beds"]


@pytest.mark.parametrize(
    ("said", "problems"),
    [
        (
            {"columns": [w.column("a", "甲"), w.column("a", "乙")]},
            [
                ("columns", "duplicate"),
                *((f"rows[{n}].milestones[{m}].of", "no_such_column") for n, m in ((0, 0), (1, 0))),
            ],
        ),
        ({"columns": []}, [("columns", "nothing_listed")]),
        ({"totals": [by(Y2024, 5, of="beds")]}, [("totals[0].of", "no_such_column")]),
        (
            {"totals": [by(Y2024, 5), by(Y2024, 6, **EXACT)]},
            [("totals[1]", "same_milestone")],
        ),
        # A ledger counts whole things, each by a date.
        (
            {
                "totals": [
                    w.milestone(2024, 1.5),
                    w.milestone(2025, w.Between(1, 2, above=True, below=True)),
                    w.milestone(2026, 0, op=w.Op.LT),
                    w.milestone(None),
                ]
            },
            [
                ("totals[0].value", "not_whole"),
                ("totals[1].value", "no_figure"),
                ("totals[2].value", "no_figure"),
                ("totals[3].due", "required"),
                ("totals[3].value", "required"),
            ],
        ),
        (
            {
                "increments": True,
                "totals": [by(Y2024, 5), by(Y2025, 5, strength=w.Strength.EXPECTED)],
            },
            [("totals[1].strength", "contradiction")],
        ),
    ],
)
def test_a_ledger_that_is_none(said: Any, problems: list[tuple[str, str]]) -> None:
    ledger = rows_of((by(Y2024, 5),), (by(Y2024, 5),))
    assert refused(attrs.evolve, ledger, **said) == problems


def test_what_there_was_before_is_said_of_all_or_of_none() -> None:
    first, second = ADDED.rows
    based = attrs.evolve(first, base={"slots": 3, "beds": 4})
    assert refused(attrs.evolve, ADDED, rows=[based, second]) == [
        ("rows[0].base.beds", "no_such_column"),
        ("rows[1].base.slots", "base_of_some"),
    ]
    plain = attrs.evolve(ADDED, increments=False)
    with_base = [attrs.evolve(one, base={"slots": 3}) for one in plain.rows]
    assert refused(attrs.evolve, plain, rows=with_base) == [
        ("rows[0].base", "contradiction"),
        ("rows[1].base", "contradiction"),
    ]
    uneven = attrs.evolve(
        first, milestones=(by(Y2024, 5), by(Y2025, 5, strength=w.Strength.EXPECTED))
    )
    assert refused(attrs.evolve, ADDED, rows=[uneven, second]) == [
        ("rows[0].milestones[1].strength", "contradiction")
    ]


def test_what_is_wrong_with_a_mapping_of_columns_names_the_column() -> None:
    owed: Any = {"甲镇": {"institutions": {2024: "2"}, "slots": {2024: 3}}}
    assert refused(w.ledger, "l", "台账", owed) == [
        ("l.甲镇.institutions[2024-12-31].value", "text_as_number")
    ]


# --- edges ----------------------------------------------------------------------------------


def test_every_edge_knows_the_columns() -> None:
    assert find_flaws(PLAN) == ()
    assert cp.codec.loads(cp.codec.dumps(PLAN), cp.Plan) == PLAN
    found = on(Y2024, ("甲镇", 2, 59))
    assert_explained(found)
    for one, cls in (
        (found, LedgerProgress),
        (found["甲镇", "slots"], RowProgress),
        (found["甲镇"], RowProgress),
        (found["乙镇"], RowProgress),
        (found.totals[1], TotalProgress),
    ):
        assert cp.codec.loads(cp.codec.dumps(one), cls) == one
    said = found.explain("zh").splitlines()
    # A grid for each column, under its name; of 乙镇 nothing is known in either.
    first, second = said.index("一、机构"), said.index("二、托位")
    assert said[first + 2].startswith("  乙镇：待上报；现有：未上报；2024年底应达：恰为1；差额：—")
    assert said[first + 3].startswith("  甲镇：已达标；现有：2；2024年底应达：恰为2；差额：0")
    assert said[second + 2].startswith("  甲镇：未达标；现有：59；2024年底应达：60；差额：1")
    assert "合计（机构）" in said[0]
    assert [(row["kind"], row["column"]) for row in found.records()][-3:] == [
        ("locality", "slots"),
        ("total", "institutions"),
        ("total", "slots"),
    ]
    # Of what it is stands with a row by itself, unless it is slots.
    assert found["甲镇"].explain("en").startswith("Met: 甲镇 (institutions): ")
    assert found["甲镇", "slots"].explain("en").startswith("Not met: 甲镇: ")
    assert found.total.explain("en").startswith("Awaited: Total (institutions): ")
    shown = PLAN.show("1").explain("zh", detail="all")
    assert "代号：institutions；项目：机构；单位：家" in shown
    assert "2024年12月31日：恰为2（institutions）" in shown


def test_a_result_that_does_not_fit_its_ledger_is_refused() -> None:
    data = cp.codec.unstructure(on(Y2024, ("甲镇", 2, 59)))
    first = data["rows"][0]
    first["column"]["key"] = "beds"  # of which nothing is owed, and this is no count
    assert refused(cp.codec.structure, first | {"format": data["format"]}, RowProgress) == [
        ("count.of", "other_answer")
    ]
    first |= {"count": None, "outcome": "not_applicable"}
    data["rows"][1]["increments"] = True
    data["outcome"] = "unknown"
    assert refused(cp.codec.structure, data, LedgerProgress) == [
        ("rows[0].column", "other_answer"),
        ("rows[1].increments", "other_answer"),
    ]
    total = cp.codec.unstructure(on(Y2024).totals[1])
    total["column"]["key"] = "beds"
    assert refused(cp.codec.structure, total, TotalProgress) == [
        ("column", "not_an_option"),
        ("rows[0].column", "other_answer"),
        ("rows[1].column", "other_answer"),
    ]


def test_a_total_that_is_over_before_all_reported_is_over_by_at_least_that() -> None:
    # Of exactly 5 one town has 7, and the other may have more: with its 2 there are 4 over.
    part = on(date(2026, 1, 5), ("甲镇", 7, 50))
    assert part.totals[0].over_due == Range(2, None)
    assert "差额：至少超2" in part.explain("zh")
    assert "至少超出2家" in part.explain("zh")
    assert "at least 2 institutions over" in part.explain("en")
    whole = on(date(2026, 1, 5), ("甲镇", 7, 50), ("乙镇", 2, 100))
    assert "差额：超4" in whole.explain("zh")
    assert "至少超" not in whole.explain("zh")


def test_what_is_over_an_exact_figure_to_come_is_not_said_to_reach_it() -> None:
    # By the end of 2025 there are to be exactly 5, of which 甲镇 is to have 3 and has 4.
    found = on(date(2025, 6, 30), ("甲镇", 4, 90), ("乙镇", 2, 60))
    assert "2025年底目标恰为5家，超出1家" in found.explain("zh")
    assert "2025年底目标恰为3家，超出1家" in found["甲镇", "institutions"].explain("zh")
    assert "2025年底目标恰为2家，已达到" in found["乙镇", "institutions"].explain("zh")
    # 7 of one town are over by 2 at least, whatever the other has.
    part = on(date(2025, 6, 30), ("甲镇", 7, 90))
    assert "2025年底目标恰为5家，至少超出2家" in part.explain("zh")
    # 5 of one town are as many as there are to be, unless the other has any.
    just = on(date(2025, 6, 30), ("甲镇", 5, 90))
    assert "2025年底目标恰为5家；" in just.explain("zh")
