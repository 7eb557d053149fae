"""Flaws: each kind is found where it was put, and not in the sound twin of the same plan."""

from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from goals import one_figure
from small_plans import clauses_of

from careplan.audit import find_flaws, unread_facts
from careplan.audit.flaws import Flaw, Severity
from careplan.audit.tiers import bounds_text
from careplan.base.errors import InvalidInput, NotFound
from careplan.base.text import Text
from careplan.base.truth import Outcome
from careplan.criteria.nodes import FALSE, all_of, any_of, not_
from careplan.criteria.proxies import every, facts, has, path_of, some
from careplan.criteria.regions.bounds import interval, kind_of, natural, union
from careplan.criteria.signs import Op
from careplan.documents.authorities.calendar import Deadline, Duty, Stage
from careplan.documents.authorities.offices import office_table
from careplan.documents.authorities.routes import Registration, Route, Step
from careplan.documents.authorities.tasks import Council, Task
from careplan.documents.clauses import (
    Document,
    Interpretation,
    Modality,
    Option,
    by_number,
)
from careplan.documents.encoded import ByReading
from careplan.documents.periods import Precision, month
from careplan.documents.periods import one_day as on_day
from careplan.documents.plan import Plan
from careplan.documents.rules import Benefit, Definition, Rule
from careplan.documents.scales.ledgers import Ledger, LedgerRow
from careplan.documents.scales.milestones import Milestone
from careplan.documents.scales.sheets import Scorecard, SheetItem
from careplan.fields.declaring import Noun, count, day
from careplan.nouns.applicants import Applicant
from careplan.nouns.bodies import Body, Level, Party
from careplan.nouns.counts import Measure
from careplan.nouns.facilities import Equipment, Room, RoomUse, Venue, VenueCategory
from careplan.plans import get_plan, plan_ids
from careplan.verbs.assessing.eligibility import assess

NAMED = Text(zh="名称", en="name")
CLAUSES = clauses_of(
    ("1", "一", Modality.MUST, "甲", "A."),
    ("2", "二", Modality.MUST, "乙", "B."),
    ("3", "三", Modality.MUST, "丙", "C."),
)
C = by_number(CLAUSES)
OFFICES = office_table(("县卫健局", Body.HEALTH, Level.COUNTY), ("县教育局", Body.EDUCATION))
HEALTH, EDUCATION = OFFICES.values()
AREA = Interpretation(
    id="area",
    clauses=("1", "2"),
    question=NAMED,
    options=(Option("usable", NAMED), Option("gross", NAMED)),
)


@attrs.frozen(kw_only=True)
class Permit(Noun):
    """A permit: a fictitious noun with a day and a count from one."""

    issued_on: date | None = day("发证日期", "issued on")
    grade: int | None = count("等级", "grade", minimum=1)
    visits: int | None = count("检查次数", "visits")


venue, room, permit, applicant = facts(Venue), facts(Room), facts(Permit), facts(Applicant)


def make(**parts: Any) -> Plan:
    """Make a plan whose clauses are all declined unless a part encodes them."""
    whole: dict[str, Any] = {
        "id": "own",
        "document": Document(title=NAMED, issuer=NAMED),
        "clauses": CLAUSES,
    }
    bare = Plan(**{**whole, **parts})
    if "not_encoded" in parts:
        return bare
    return attrs.evolve(bare, not_encoded=dict.fromkeys(bare.coverage().missing, NAMED))


def flaws_of(**parts: Any) -> list[tuple[str, str, tuple[str, ...], str]]:
    """Return severity, code, clauses and detail of every flaw of a plan."""
    return [(f.severity.value, f.code, f.clauses, f.detail) for f in find_flaws(make(**parts))]


def rule(number: str, requires: Any, applies: Any = None, **parts: Any) -> Rule:
    """Make a rule that applies everywhere unless said otherwise."""
    if applies is not None:
        parts["applies"] = applies
    return Rule(clause=C[number], requires=requires, **parts)


def test_a_plan_that_declines_everything_has_no_flaw() -> None:
    assert flaws_of() == []
    assert flaws_of(clauses=()) == []


# --- clauses ---------------------------------------------------------------------------------


def test_a_clause_neither_encoded_nor_declined() -> None:
    one = rule("1", all_of(venue.waiting_area))
    found = flaws_of(rules=(one,), not_encoded={"2": NAMED})
    assert found == [("error", "unencoded", ("3",), "")]
    assert flaws_of(rules=(one,), not_encoded={"2": NAMED, "3": NAMED}) == []


def test_a_clause_declined_in_vain() -> None:
    one = rule("1", all_of(venue.waiting_area))
    reasons = dict.fromkeys("1239", NAMED)
    # 1 is encoded all the same, and there is no clause 9.
    assert flaws_of(rules=(one,), not_encoded=reasons) == [
        ("error", "declined_in_vain", ("1",), ""),
        ("error", "declined_in_vain", ("9",), ""),
    ]


# --- bodies ----------------------------------------------------------------------------------

BY_HEALTH: dict[str, dict[str, Any]] = {
    "task": {"tasks": (Task(clause=C["1"], support=(HEALTH,)),)},
    "stage": {
        "stages": (
            Stage(
                clause=C["1"],
                key="stage",
                title=NAMED,
                period=month(2021, 6),
                tasks=(Task(clause=C["2"], acting=(HEALTH,)),),
            ),
        )
    },
    "member": {"councils": (Council(clause=C["1"], key="c", name="组", members=(HEALTH,)),)},
    "lead": {"councils": (Council(clause=C["1"], key="c", name="组", lead=HEALTH),)},
    "office": {"councils": (Council(clause=C["1"], key="c", name="组", office_at=HEALTH),)},
    "recipient": {
        "deadlines": (
            Deadline(
                clause=C["1"],
                key="d",
                title=NAMED,
                period=on_day(date(2021, 6, 30)),
                recipient=HEALTH,
            ),
        )
    },
    "duty": {"duties": (Duty(clause=C["1"], key="d", title=NAMED, acting=(HEALTH,)),)},
    "route": {
        "registration": Registration(
            clause=C["1"],
            routes=(
                Route(
                    clause=C["2"],
                    registrar=Body.HEALTH,
                    level=None,
                    condition=all_of(applicant.in_special_zone),
                ),
            ),
        )
    },
    "benefit": {"benefits": (Benefit(clause=C["1"], condition=all_of(), owed_by=(HEALTH,)),)},
    "target": {
        "targets": (
            one_figure(
                clause=C["1"],
                key="t",
                title=NAMED,
                measure=Measure.WORDS,
                value=None,
                due=None,
                acting=(HEALTH,),
            ),
        )
    },
    "ledger": {
        "ledgers": (
            Ledger(
                clause=C["1"],
                key="l",
                title=NAMED,
                rows=(),
                precision=Precision.DAY,
                acting=(HEALTH,),
            ),
        )
    },
    "filing": {"registration": Registration(clause=C["1"], filing_office=Body.HEALTH)},
    "unassigned": {"registration": Registration(clause=C["1"], unassigned=(Body.HEALTH,))},
}


@pytest.mark.parametrize("parts", BY_HEALTH.values(), ids=BY_HEALTH)
def test_a_body_with_a_name_and_nothing_to_do(parts: dict[str, Any]) -> None:
    idle = ("note", "idle_body", (), "县教育局")
    assert flaws_of(offices=OFFICES, **parts) == [idle]
    assert flaws_of(offices={"县卫健局": HEALTH}, **parts) == []
    assert ("note", "idle_body", (), "县卫健局") in flaws_of(offices=OFFICES)


def test_institutions_that_take_a_step_are_not_idle() -> None:
    offices = office_table(("托育机构", Body.INSTITUTIONS))
    step = Step(
        clause=C["2"], key="s", action=NAMED, actor=Party.INSTITUTION, before=Party.REGISTRAR
    )
    registration = Registration(clause=C["1"], steps=(step,))
    assert flaws_of(offices=offices, registration=registration) == []
    assert flaws_of(offices=offices) == [("note", "idle_body", (), "托育机构")]


def test_all_names_of_an_idle_body_are_said() -> None:
    offices = office_table(("教育局", Body.EDUCATION), ("教体局", Body.EDUCATION))
    assert flaws_of(offices=offices) == [("note", "idle_body", (), "教育局, 教体局")]


# --- ledgers and sheets ----------------------------------------------------------------------

Y1, Y2 = date(2021, 12, 31), date(2022, 12, 31)


def ledger(east: tuple[int, int], west: tuple[int, int], *totals: Milestone) -> dict[str, Any]:
    """Make a ledger of two towns and two years."""
    rows = tuple(
        LedgerRow(
            clause=C[number],
            locality=name,
            milestones=(Milestone(Y1, slots[0]), Milestone(Y2, slots[1])),
        )
        for number, name, slots in (("2", "东镇", east), ("3", "西镇", west))
    )
    return {
        "ledgers": (
            Ledger(
                clause=C["1"],
                key="slots",
                title=NAMED,
                rows=rows,
                totals=totals,
                precision=Precision.YEAR_END,
            ),
        )
    }


def test_a_ledger_that_falls() -> None:
    assert flaws_of(**ledger((5, 9), (4, 3))) == [("error", "ledger_falls", ("3",), "西镇")]
    assert flaws_of(**ledger((5, 9), (4, 4))) == []  # standing still is no fall


def test_a_total_that_is_no_sum() -> None:
    # 5 + 4 = 9, and 9 + 6 = 15.
    right, wrong = Milestone(Y1, 9), Milestone(Y2, 16)
    assert flaws_of(**ledger((5, 9), (4, 6), right, wrong)) == [
        ("error", "ledger_total", ("1",), "2022-12-31: 16 / 15")
    ]
    assert flaws_of(**ledger((5, 9), (4, 6), right, Milestone(Y2, 15))) == []


def sheet(total_points: int | None) -> dict[str, Any]:
    """Make a sheet of 40 and 60 points."""
    items = tuple(
        SheetItem(
            clause=C[number],
            key=number,
            label=NAMED,
            max_points=points,
            criterion=all_of(room.clean),
        )
        for number, points in (("2", 40), ("3", 60))
    )
    return {
        "scorecards": (
            Scorecard(
                clause=C["1"],
                key="sheet",
                title=NAMED,
                items=items,
                pass_mark=60,
                total_points=total_points,
            ),
        )
    }


@pytest.mark.parametrize("points", [99, 101])
def test_a_sheet_whose_points_are_not_its_total(points: int) -> None:
    assert flaws_of(**sheet(points)) == [("error", "sheet_total", ("1",), f"{points} / 100")]


@pytest.mark.parametrize("points", [100, None])
def test_a_sheet_whose_points_add_up_or_that_prints_no_total(points: int | None) -> None:
    assert flaws_of(**sheet(points)) == []


# --- rules that cannot be --------------------------------------------------------------------

IN_USE = all_of(venue.waiting_area)


@pytest.mark.parametrize(
    ("applies", "requires", "code"),
    [
        # Over 10 and under 10; 99 and 100 leave no count between them.
        (all_of(venue.building_area_m2 > 10, venue.building_area_m2 < 10), IN_USE, "never_applies"),
        (all_of(venue.daily_visitors > 99, venue.daily_visitors < 100), IN_USE, "never_applies"),
        (all_of(IN_USE, not_(IN_USE)), IN_USE, "never_applies"),
        (FALSE, IN_USE, "never_applies"),
        (IN_USE, not_(IN_USE), "never_met"),
        (venue.building_area_m2 < 10, venue.building_area_m2 >= 10, "never_met"),
        (None, FALSE, "never_met"),
        (some(venue.rooms), not_(some(venue.rooms)), "never_met"),
        (IN_USE, some(venue.rooms, all_of(room.clean, not_(room.clean))), "never_met"),
        # The sound twins.
        (all_of(venue.building_area_m2 >= 10, venue.building_area_m2 <= 10), IN_USE, None),
        (all_of(venue.daily_visitors > 98, venue.daily_visitors < 100), IN_USE, None),
        (not_(IN_USE), IN_USE, "never_met"),  # it applies only where it is broken
        (venue.building_area_m2 < 10, venue.building_area_m2 >= 9, None),
        (
            None,
            all_of(  # in one room or one each: Dawa asks employers for three uses
                some(venue.rooms, has(room.use, RoomUse.NURSERY)),
                some(venue.rooms, has(room.use, RoomUse.LACTATION)),
            ),
            None,
        ),
        (  # one room each: none is both
            None,
            all_of(some(venue.rooms, room.area_m2 < 5), some(venue.rooms, room.area_m2 > 10)),
            None,
        ),
        (None, every(venue.rooms, FALSE), None),  # met where there is no room
    ],
)
def test_a_rule_that_can_never_apply_or_be_met(applies: Any, requires: Any, code: str) -> None:
    expected = [] if code is None else [("error", code, ("1",), "")]
    assert flaws_of(rules=(rule("1", requires, applies),)) == expected


def test_rules_are_read_under_every_reading() -> None:
    impossible = not_(IN_USE)
    by_area = ByReading("area", {"usable": IN_USE, "gross": impossible})
    assert flaws_of(interpretations=(AREA,), rules=(rule("1", by_area, IN_USE),)) == [
        ("error", "never_met", ("1",), "")
    ]
    turned = ByReading("area", {"usable": impossible, "gross": IN_USE})
    assert flaws_of(interpretations=(AREA,), rules=(rule("1", turned, IN_USE),)) == [
        ("error", "never_met", ("1",), "")
    ]
    # A rule that holds under the other option only is looked at under it.
    other = rule("2", impossible, IN_USE, under=("area", "gross"))
    used = rule("1", IN_USE, under=("area", "usable"))
    assert flaws_of(interpretations=(AREA,), rules=(used, other)) == [
        ("error", "never_met", ("2",), "")
    ]


# --- tiers -----------------------------------------------------------------------------------


def tiers(*applies: Any, asks: Any = None) -> dict[str, Any]:
    """Make a rule per tier, each asking for a room of its own size."""
    return {
        "rules": tuple(
            rule(str(n), some(venue.rooms, room.area_m2 >= 10 * n) if asks is None else asks, one)
            for n, one in enumerate(applies, 1)
        )
    }


SIZE = venue.building_area_m2
GAPS: dict[str, tuple[Any, Any, list[str]]] = {
    "none": (SIZE < 5_000, SIZE >= 5_000, []),
    "none by denial": (SIZE < 5_000, not_(SIZE < 5_000), []),
    "one number": (SIZE < 5_000, SIZE > 5_000, ["[5000, 5000]"]),
    "between": (SIZE <= 4_000, SIZE >= 5_000, ["(4000, 5000)"]),
    "below": (
        all_of(SIZE >= 5_000, SIZE <= 10_000),
        SIZE > 10_000,
        ["[0, 5000)"],  # Shuangliao's tiers
    ),
    "above": (SIZE < 5_000, all_of(SIZE >= 5_000, SIZE <= 10_000), ["(10000, ∞)"]),
    "two": (
        all_of(SIZE >= 1, SIZE < 2.5),
        SIZE > 3.5,
        ["[0, 1)", "[2.5, 3.5]"],
    ),
}


@pytest.mark.parametrize(("one", "other", "gaps"), GAPS.values(), ids=GAPS)
def test_a_gap_between_tiers(one: Any, other: Any, gaps: list[str]) -> None:
    assert flaws_of(**tiers(one, other)) == [
        ("note", "gap", ("1", "2"), f"building_area_m2 {gap}") for gap in gaps
    ]


def test_a_gap_between_parts_of_one_clause_and_where_no_number_is_asked() -> None:
    left_out = "building_area_m2 [4000, 5000)"
    yes_or_no = flaws_of(**tiers(SIZE < 4_000, SIZE >= 5_000, asks=IN_USE))
    assert yes_or_no == [("note", "gap", ("1", "2"), left_out)]
    asked = some(venue.rooms, room.area_m2 >= 10)
    parts = (rule("1", asked, SIZE < 4_000, part="a"), rule("1", asked, SIZE >= 5_000, part="b"))
    assert flaws_of(rules=parts) == [("note", "gap", ("1",), left_out)]


def test_no_gap_where_a_rule_stands_alone_or_covers_everything() -> None:
    # One rule alone is no table of tiers.
    assert flaws_of(**tiers(SIZE >= 5_000)) == []
    asked = some(venue.rooms, room.area_m2 >= 10)
    # A tier of all numbers is none: every size is covered, and no size is told apart.
    assert flaws_of(**tiers(SIZE >= 0, SIZE >= 5_000, asks=asked)) == []
    # A rule about another noun has its own tiers.
    other = rule("2", room.area_m2 >= 5, room.usable_area_m2 < 10)
    assert flaws_of(rules=(rule("1", asked, SIZE < 4_000), other)) == []


def test_tiers_of_counts_leave_nothing_between_neighbours() -> None:
    def by_grade(one: Any, other: Any) -> list[tuple[str, str, tuple[str, ...], str]]:
        two = (rule("1", permit.visits >= 1, one), rule("2", permit.visits >= 2, other))
        return flaws_of(rules=two)

    assert by_grade(permit.grade <= 2, permit.grade >= 3) == []
    assert by_grade(permit.grade <= 2, permit.grade > 2) == []
    # A count n stands for [n, n + 1), and grades begin with 1: grade 2 is left out.
    gap = ("note", "gap", ("1", "2"), "grade [2, 3)")
    assert by_grade(permit.grade == 1, permit.grade > 2) == [gap]
    from_two = by_grade(permit.grade > 1, permit.grade >= 3)
    assert [flaw[3] for flaw in from_two if flaw[1] == "gap"] == ["grade [1, 2)"]


def test_tiers_of_days() -> None:
    def by_day(one: Any, other: Any) -> list[str]:
        two = (rule("1", permit.visits >= 1, one), rule("2", permit.visits >= 2, other))
        return [detail for _, code, _, detail in flaws_of(rules=two) if code == "gap"]

    new_year, issued = date(2022, 1, 1), permit.issued_on
    assert by_day(issued < new_year, issued >= new_year) == []
    # 31 December 2021 is the last day before it.
    assert by_day(issued <= new_year - timedelta(days=1), issued >= new_year) == []
    gap = ["issued_on [2021-12-31, 2022-01-01)"]
    assert by_day(issued < new_year - timedelta(days=1), issued >= new_year) == gap
    assert by_day(issued < new_year, issued < date(2022, 6, 1)) == ["issued_on [2022-06-01, ∞)"]


def test_tiers_that_overlap() -> None:
    # Between 4,000 and 5,000 both rooms are asked for: 10 and 20 m2.
    found = flaws_of(**tiers(SIZE <= 5_000, SIZE >= 4_000))
    detail = "rooms[*].area_m2: [10, ∞) / [20, ∞)"
    bounds = ("warning", "different_bounds", ("1", "2"), detail)
    assert found == [
        bounds,
        ("warning", "overlap", ("1", "2"), "building_area_m2 [4000, 5000]"),
    ]
    # At 5,000 alone, and not at all.
    assert flaws_of(**tiers(SIZE <= 5_000, SIZE >= 5_000)) == [
        bounds,
        ("warning", "overlap", ("1", "2"), "building_area_m2 [5000, 5000]"),
    ]
    assert flaws_of(**tiers(SIZE < 5_000, SIZE >= 5_000)) == []
    # One tier twice differs in what it asks for only.
    assert bounds in (found := flaws_of(**tiers(SIZE >= 5_000, SIZE >= 5_000)))
    assert "overlap" not in [code for _, code, _, _ in found]


# --- two clauses about one fact --------------------------------------------------------------

NURSERY, LACTATION = has(room.use, RoomUse.NURSERY), has(room.use, RoomUse.LACTATION)
BOUNDS: dict[str, tuple[tuple[Any, Any], tuple[Any, Any], str | None]] = {
    "everywhere": (
        (room.area_m2 >= 10, None),
        (room.area_m2 >= 20, None),
        "area_m2: [10, ∞) / [20, ∞)",
    ),
    "both directions": (
        (room.area_m2 >= 10, None),
        (room.area_m2 < 20, None),
        "area_m2: [10, ∞) / [0, 20)",
    ),
    "bound in or out": (
        (room.area_m2 >= 10, None),
        (room.area_m2 > 10, None),
        "area_m2: [10, ∞) / (10, ∞)",
    ),
    "several pieces": (
        (any_of(room.area_m2 < 5, room.area_m2 > 9), None),
        (room.area_m2 >= 20, None),
        "area_m2: [0, 5) (9, ∞) / [20, ∞)",
    ),
    "overlapping kinds": (
        (room.area_m2 >= 10, any_of(NURSERY, LACTATION)),
        (room.area_m2 >= 20, NURSERY),
        "area_m2: [10, ∞) / [20, ∞)",
    ),
    "uses that one room may have": (
        (room.area_m2 >= 10, NURSERY),
        (room.area_m2 >= 20, LACTATION),
        "area_m2: [10, ∞) / [20, ∞)",
    ),
    "counts": (
        (room.equipment[Equipment.CHAIR] >= 2, None),
        (room.equipment[Equipment.CHAIR] >= 4, None),
        "equipment[chair]: [2, ∞) / [4, ∞)",
    ),
    # No flaw: the same bound, kinds that exclude each other, other facts, alternatives
    # that leave the fact open, a bound the subjects fulfil by themselves.
    "same": ((room.area_m2 >= 10, None), (not_(room.area_m2 < 10), None), None),
    "other kinds": (
        (venue.building_area_m2 >= 10, venue.category == VenueCategory.SCENIC_AREA),
        (venue.building_area_m2 >= 20, venue.category == VenueCategory.HOSPITAL),
        None,
    ),
    "kind and not": ((room.area_m2 >= 10, NURSERY), (room.area_m2 >= 20, not_(NURSERY)), None),
    "other facts": ((room.area_m2 >= 10, None), (room.usable_area_m2 >= 20, None), None),
    "open": ((room.area_m2 >= 10, None), (any_of(room.area_m2 >= 20, room.clean), None), None),
    "asks nothing": ((room.area_m2 >= 0, None), (room.area_m2 >= 20, None), None),
    "by itself": (
        (room.area_m2 >= 10, room.area_m2 >= 15),
        (room.area_m2 >= 20, room.area_m2 >= 15),
        None,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("one", "other", "detail"), BOUNDS.values(), ids=BOUNDS)
def test_two_clauses_that_bound_one_fact(
    one: tuple[Any, Any], other: tuple[Any, Any], detail: str | None
) -> None:
    expected = [] if detail is None else [("warning", "different_bounds", ("1", "2/part"), detail)]
    found = flaws_of(rules=(rule("1", *one), rule("2", *other, part="part")))
    assert [flaw for flaw in found if flaw[1] != "gap"] == expected


def test_one_clause_may_ask_in_parts_and_of_several_nouns() -> None:
    ten, twenty = room.area_m2 >= 10, room.area_m2 >= 20
    assert flaws_of(rules=(rule("1", ten, part="a"), rule("1", twenty, part="b"))) == [
        ("warning", "different_bounds", ("1/a", "1/b"), "area_m2: [10, ∞) / [20, ∞)")
    ]
    inside = some(venue.rooms, twenty)
    assert flaws_of(rules=(rule("1", ten), rule("2", inside))) == []


def test_days_are_said_as_days() -> None:
    one, other = permit.issued_on >= date(2021, 6, 1), permit.issued_on < date(2022, 1, 1)
    found = flaws_of(rules=(rule("1", one), rule("2", other)))
    detail = "issued_on: [2021-06-01, ∞) / [0001-01-01, 2022-01-01)"
    assert found == [("warning", "different_bounds", ("1", "2"), detail)]


# --- stages ----------------------------------------------------------------------------------


def stages(*periods: Any) -> dict[str, Any]:
    """Make a stage of each period."""
    return {
        "stages": tuple(
            Stage(clause=C[str(n)], key=str(n), title=NAMED, period=period)
            for n, period in enumerate(periods, 1)
        )
    }


def test_stages_that_overlap() -> None:
    overlap = ("note", "stages_overlap", ("1", "2"), "")
    assert flaws_of(**stages(month(2021, 6, until=7), month(2021, 7, until=9))) == [overlap]
    # One day in common, and none.
    shared = on_day(date(2021, 6, 30))
    assert flaws_of(**stages(month(2021, 6), shared)) == [overlap]
    assert flaws_of(**stages(month(2021, 6), month(2021, 7))) == []


def test_stages_with_a_gap() -> None:
    gap = ("note", "stages_gap", ("1", "2"), "2021-07-01 - 2021-08-31")
    assert flaws_of(**stages(month(2021, 6), month(2021, 9))) == [gap]
    # A gap of one day, and none over the end of a year.
    first, second = on_day(date(2021, 6, 1)), on_day(date(2021, 6, 3))
    assert flaws_of(**stages(second, first))[0][3] == "2021-06-02 - 2021-06-02"
    assert flaws_of(**stages(month(2021, 12), month(2022, 1))) == []
    assert flaws_of(**stages(month(2021, 6))) == []


# --- readings --------------------------------------------------------------------------------


def test_an_option_that_nothing_uses() -> None:
    both = {"interpretations": (AREA,)}
    usable = rule("1", IN_USE, under=("area", "usable"))
    gross = rule("1", IN_USE, under=("area", "gross"))
    unused = ("warning", "unused_option", ("1", "2"))
    assert flaws_of(**both) == [(*unused, "area=usable"), (*unused, "area=gross")]
    assert flaws_of(**both, rules=(usable,)) == [(*unused, "area=gross")]
    assert flaws_of(**both, rules=(gross,)) == [(*unused, "area=usable")]
    assert flaws_of(**both, rules=(usable, gross)) == []
    by_area = ByReading("area", {"usable": IN_USE, "gross": venue.reserved_seats})
    assert flaws_of(**both, rules=(rule("1", by_area),)) == []
    assert flaws_of(**both, benefits=(Benefit(clause=C["1"], condition=by_area),)) == []


# --- what a flaw says ------------------------------------------------------------------------

FAULTY = make(
    rules=(rule("1", room.area_m2 >= 10), rule("2", room.area_m2 >= 20)),
    offices={"县卫健局": HEALTH},
    not_encoded={},
)


def test_flaws_are_said_in_chinese_and_english() -> None:
    assert [flaw.text("en") for flaw in find_flaws(FAULTY)] == [
        "error 3: neither encoded nor declined with a reason",
        "note: named, but nothing reads it: 县卫健局",
        (
            "warning 1, 2: different bounds for one fact of one subject: "
            "area at least 10 m2, elsewhere at least 20 m2"
        ),
    ]
    chinese = [flaw.text("zh") for flaw in find_flaws(FAULTY)]
    assert chinese[0] == "错误 3: 条款既未编码也未说明理由"
    assert [text.split()[0].strip(":") for text in chinese] == ["错误", "说明", "警告"]


def words_of(**parts: Any) -> list[tuple[str | None, str | None]]:
    """Return what is said beside the sentence of each flaw that says more than a name."""
    found = (flaw.words for flaw in find_flaws(make(**parts)))
    return [(one.zh, one.en) for one in found if one is not None]


def test_figures_and_days_are_said_in_words() -> None:
    asked = some(venue.rooms, room.area_m2 >= 10), some(venue.rooms, room.area_m2 >= 20)
    overlapping = (rule("1", asked[0], SIZE <= 5_000), rule("2", asked[1], SIZE > 4_000))
    assert words_of(rules=overlapping) == [
        (
            "母婴室的面积不少于10平方米，另一处不少于20平方米",
            "area of room at least 10 m2, elsewhere at least 20 m2",
        ),
        (
            "建筑面积超过4000平方米且不超过5000平方米",
            "building area more than 4,000 m2 and at most 5,000 m2",
        ),
    ]
    june = stages(month(2021, 6), month(2021, 9))
    days = ("2021年7月1日至2021年8月31日", "1 July 2021 to 31 August 2021")
    assert words_of(**june) == [days]
    totals = ledger((5, 9), (4, 6), Milestone(Y2, 16))
    assert words_of(**totals) == [("2022年底分别为16、15", "16 and 15 by end of 2022")]
    option = f"{NAMED.zh}——{NAMED.zh}"
    assert [zh for zh, _ in words_of(interpretations=(AREA,))] == [option, option]


@pytest.mark.parametrize(
    ("fact", "sets", "zh"),
    [
        ("grade", [(Op.EQ, 2)], "等级为2"),
        ("grade", [(Op.GE, 1)], "等级"),
        ("grade", [(Op.LT, 3)], "等级不超过2"),
        ("grade", [(Op.EQ, 2), (Op.GE, 5)], "等级为2或不少于5"),
        ("issued_on", [(Op.GE, date(2021, 12, 31))], "发证日期不早于2021年12月31日"),
    ],
)
def test_bounds_are_said_of_a_fact(fact: str, sets: list[tuple[Op, Any]], zh: str) -> None:
    # Of whole ones the last is named; the end that a fact has anyhow is not: grades begin with 1.
    spans = union(interval(op, value, whole=True) for op, value in sets)
    kind = kind_of(Permit, fact)
    assert bounds_text(Permit, fact, spans & natural(kind)).zh == zh


ALL_CODES = [
    "unencoded",
    "declined_in_vain",
    "idle_body",
    "ledger_falls",
    "ledger_total",
    "sheet_total",
    "never_applies",
    "never_met",
    "never_open",
    "gap",
    "overlap",
    "different_bounds",
    "contradictory",
    "not_compared",
    "not_taken_apart",
    "ledger_dates",
    "ledger_below_rows",
    "idle_reading",
    "stages_overlap",
    "stages_gap",
    "unused_option",
]


@pytest.mark.parametrize("code", ALL_CODES)
def test_every_kind_of_flaw_has_words(code: str) -> None:
    flaw = Flaw(Severity.NOTE, code, ("1",), "x")
    assert flaw.text("zh") != flaw.text("en")
    with pytest.raises(NotFound) as caught:
        flaw.text("fr")
    assert (caught.value.kind, caught.value.known) == ("language", ("zh", "en"))


def test_a_flaw_is_a_value() -> None:
    [first, *_] = find_flaws(FAULTY)
    assert first == Flaw(Severity.ERROR, "unencoded", ("3",))
    assert hash(first) == hash(Flaw(Severity.ERROR, "unencoded", ("3",)))


@pytest.mark.parametrize("odd", [None, "bda_2017", [FAULTY], Plan, 1], ids=repr)
def test_only_a_plan_has_flaws(odd: Any) -> None:
    with pytest.raises(InvalidInput) as caught:
        find_flaws(odd)
    assert [(p.path, p.code) for p in caught.value.problems] == [("plan", "wrong_type")]


# --- facts that nothing reads ----------------------------------------------------------------


def unread(*rules: Any, **parts: Any) -> set[str]:
    """Return the facts that a plan of these rules does not read."""
    return set(unread_facts([make(rules=rules, **parts)]))


PERMIT = {"Permit.issued_on", "Permit.grade", "Permit.visits"}


@pytest.mark.parametrize(
    ("criterion", "read"),
    [
        (permit.grade >= 1, {"grade"}),
        (not_(permit.grade >= 1), {"grade"}),
        (all_of(permit.grade >= 1, permit.visits >= 1), {"grade", "visits"}),
        (any_of(permit.grade >= 1, not_(permit.visits >= 1)), {"grade", "visits"}),
    ],
)
def test_facts_that_no_criterion_reads(criterion: Any, read: set[str]) -> None:
    assert unread(rule("1", criterion)) == PERMIT - {f"Permit.{name}" for name in read}


def test_facts_are_read_wherever_a_criterion_stands() -> None:
    grade, visits, issued = permit.grade >= 1, permit.visits >= 1, permit.issued_on > date.min
    assert unread(rule("1", grade, visits)) == {"Permit.issued_on"}
    by_area = ByReading("area", {"usable": visits, "gross": issued})
    assert unread(rule("1", by_area), interpretations=(AREA,)) == {"Permit.grade"}
    benefit = Benefit(clause=C["1"], condition=grade)
    defined = Definition(clause=C["1"], term=NAMED, criterion=visits)
    assert unread(benefits=(benefit,), definitions=(defined,)) == {"Permit.issued_on"}
    paid = Benefit(
        clause=C["1"], condition=grade, amount_yuan=5, per=NAMED, units=path_of(permit.visits)
    )
    assert unread(benefits=(paid,)) == {"Permit.issued_on"}  # visits are what it is paid for


def test_facts_of_items_and_of_several_plans() -> None:
    found = unread(rule("1", some(venue.rooms, room.equipment[Equipment.TABLE] >= 1)))
    assert {"Venue.rooms", "Room.equipment"}.isdisjoint(found)
    assert {"Venue.waiting_area", "Room.clean"} <= found
    one, other = make(rules=(rule("1", permit.grade >= 1),)), make(rules=(rule("1", IN_USE),))
    both = unread_facts([one, other])
    assert {"Permit.issued_on", "Permit.visits", "Venue.rooms"} <= set(both)
    assert {"Permit.grade", "Venue.waiting_area"}.isdisjoint(both)
    assert len(both) == len(set(both))
    assert unread_facts([make()]) == ()  # no criterion, no noun


# --- the documents ---------------------------------------------------------------------------


def test_the_ten_and_twenty_square_metres_of_beijing_are_found() -> None:
    # 附件1 一 asks for 10 m2, 附件4 for 20 m2 of a care room: a1.1.area and a4.1.care. And for
    # 10 m2 of a hut: a room may be hut and care room at once, and then owes 20.
    flaws = [f for f in find_flaws(get_plan("bda_2017")) if f.code == "different_bounds"]
    assert flaws == [
        Flaw(
            Severity.WARNING,
            "different_bounds",
            clauses,
            "area_m2: [10, ∞) / [20, ∞)",
        )
        for clauses in (("a1.1.area", "a4.1.care"), ("a4.1.hut", "a4.1.care"))
    ]
    both = Room(use=[RoomUse.MUMMY_HUT, RoomUse.CARE_ROOM], area_m2=15)
    found = assess(both, get_plan("bda_2017"))
    assert found.finding("a4.1.hut").outcome is Outcome.MET
    assert found.finding("a4.1.care").outcome is Outcome.NOT_MET


def test_the_gap_of_shuangliao_is_found() -> None:
    # 四（一）: tiers from 5,000 m2 and over 10,000 m2; nothing is said of smaller places.
    flaws = [f for f in find_flaws(get_plan("shuangliao_2021")) if f.code == "gap"]
    assert [(f.severity, f.detail) for f in flaws] == [
        (Severity.NOTE, "building_area_m2 [0, 5000)")
    ]
    assert {"4.1.a", "4.1.b"} <= set(flaws[0].clauses)


@pytest.mark.parametrize("plan_id", plan_ids())
def test_every_document_can_be_audited(plan_id: str) -> None:
    flaws = find_flaws(get_plan(plan_id))
    assert {flaw.code for flaw in flaws} <= set(ALL_CODES)
    # No rule of a document contradicts itself.
    assert not {"never_applies", "never_met"} & {flaw.code for flaw in flaws}
    for flaw in flaws:
        assert flaw.text("zh") != flaw.text("en")


def test_the_facts_of_the_documents_that_nothing_reads() -> None:
    found = unread_facts(map(get_plan, plan_ids()))
    assert {"Venue.building_area_m2", "Room.area_m2", "Room.usable_area_m2"}.isdisjoint(found)


# --- faults that need two things to be seen ----------------------------------------------------


def test_demands_that_exclude_each_other() -> None:
    two = (rule("1", IN_USE), rule("2", not_(IN_USE)))
    assert flaws_of(rules=two) == [("error", "contradictory", ("1", "2"), "")]
    apart = (rule("1", IN_USE, SIZE < 5), rule("2", not_(IN_USE), SIZE >= 5))
    assert flaws_of(rules=apart) == []


def test_a_benefit_that_is_never_open() -> None:
    never = all_of(SIZE > 10, SIZE < 5)
    assert flaws_of(benefits=(Benefit(clause=C["1"], condition=never),)) == [
        ("error", "never_open", ("1",), "")
    ]
    assert flaws_of(benefits=(Benefit(clause=C["1"], condition=SIZE > 10),)) == []


def test_a_reading_that_changes_nothing() -> None:
    same = ByReading("area", {"usable": IN_USE, "gross": IN_USE})
    found = flaws_of(interpretations=(AREA,), rules=(rule("1", same),))
    assert [(code, detail) for _, code, _, detail in found] == [("idle_reading", "area")]


def test_an_item_of_a_sheet_against_a_rule() -> None:
    title = Text(zh="表", en="sheet")
    ten = SheetItem(
        clause=C["2"], key="area", label=title, max_points=10, criterion=room.area_m2 >= 10
    )
    sheet = Scorecard(clause=C["2"], part="s", key="s", title=title, items=(ten,), pass_mark=5)
    found = flaws_of(rules=(rule("1", room.area_m2 >= 20),), scorecards=(sheet,))
    assert [(code, clauses) for _, code, clauses, _ in found] == [("different_bounds", ("1", "2"))]


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        # 9 are owed by the end of 2021, 15 by the end of 2022: a city's figure may be more.
        (Milestone(date(2022, 6, 30), 9), []),
        (Milestone(date(2022, 6, 30), 100), []),
        (Milestone(date(2023, 12, 31), 100), []),
        (Milestone(date(2021, 6, 30), 0), []),
        (
            Milestone(date(2022, 6, 30), 8),
            [("error", "ledger_below_rows", ("1",), "2022-06-30: 8 / 9")],
        ),
        (
            Milestone(date(2023, 12, 31), 14),
            [("error", "ledger_below_rows", ("1",), "2023-12-31: 14 / 15")],
        ),
    ],
)
def test_a_total_without_a_split_is_no_flaw_unless_the_rows_owe_more(
    total: Milestone, expected: list[Any]
) -> None:
    assert flaws_of(**ledger((5, 9), (4, 6), total)) == expected


def test_totals_are_compared_by_the_ends_that_both_state() -> None:
    # Exactly 9 printed where at least 5 and 4 are owed; at most 9 where nothing is said of all.
    exactly, most = (Milestone(Y1, 9, op=op) for op in (Op.EQ, Op.LE))
    assert flaws_of(**ledger((5, 9), (4, 6), exactly)) == []
    part = ledger((5, 9), (4, 6))["ledgers"][0]
    rows = (
        attrs.evolve(part.rows[0], milestones=(Milestone(Y1, 5, op=Op.LE),)),
        attrs.evolve(part.rows[1], milestones=(Milestone(Y2, 4, op=Op.LE),)),
    )
    open_ends = attrs.evolve(part, rows=rows, totals=(most,))
    assert {flaw[1] for flaw in flaws_of(ledgers=(open_ends,))} == {"ledger_dates"}
    # At most 5 and 4 by the second year are 9, and 8 are printed.
    wrong = attrs.evolve(open_ends, totals=(Milestone(Y2, 8, op=Op.LE),))
    assert ("error", "ledger_total", ("1",), "2022-12-31: -8 / -9") in flaws_of(ledgers=(wrong,))


def test_increments_may_fall() -> None:
    falling = attrs.evolve(ledger((5, 3), (4, 2))["ledgers"][0], increments=True)
    totals = (Milestone(Y1, 9), Milestone(Y2, 5))  # 5 + 4 and 3 + 2 are added
    assert flaws_of(ledgers=(attrs.evolve(falling, totals=totals),)) == []


def test_printed_totals_that_fall() -> None:
    totals = (Milestone(date(2023, 6, 30), 30), Milestone(date(2023, 12, 31), 20))
    assert flaws_of(**ledger((5, 9), (4, 6), *totals)) == [
        ("error", "ledger_falls", ("1",), "2023-12-31: 20 / 30")
    ]


def test_a_ledger_of_totals_alone() -> None:
    rows = (LedgerRow(clause=C["2"], locality="东镇", milestones=()),)
    found = flaws_of(
        ledgers=(attrs.evolve(ledger((5, 9), (4, 6), Milestone(Y1, 100))["ledgers"][0], rows=rows),)
    )
    assert found == []


def test_a_ledger_of_uneven_dates_and_a_total_on_another_day() -> None:
    first, last = date(2023, 12, 31), date(2024, 12, 31)
    rows = tuple(
        LedgerRow(
            clause=C["1"],
            part=name,
            locality=name,
            milestones=tuple(Milestone(due, 5) for due in dates),
        )
        for name, dates in (("甲镇", (first, last)), ("乙镇", (first,)))
    )
    title = Text(zh="台账", en="ledger")
    ledger = Ledger(
        clause=C["2"],
        key="slots",
        title=title,
        precision=Precision.YEAR,
        rows=rows,
        totals=(Milestone(date(2024, 6, 30), 10),),
    )
    found = flaws_of(ledgers=(ledger,))
    assert [(code, detail) for _, code, _, detail in found] == [
        ("ledger_dates", "乙镇"),  # 5 + 5 are owed by then: the total is as printed
    ]


def test_an_empty_reason_is_none() -> None:
    found = flaws_of(not_encoded={"1": Text(zh=" ", en="")})
    assert ("error", "unencoded", ("1",), "") in found
