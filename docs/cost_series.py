"""A series of every public function: how it is called with an input of n, and for which n.

`docs/measure_costs.py` measures them for docs/en/costs.md, `tests/test_cost_series.py` counts their
calls, and asks that each public function is here or in `BOUNDED`. A new function gets one line:
in `SERIES` what makes a call of it with an input of n, or in `BOUNDED` why there is no such n.
"""

import json
from collections.abc import Callable
from datetime import date
from importlib import import_module
from typing import Any, NamedTuple

import attrs

import careplan as cp
import careplan.testing as t
from careplan import writing as w
from careplan.audit import find_differences, find_flaws
from careplan.fields.declaring import flag

Work = Callable[[], object]
SIZES = (100, 400, 1_600)
FEW = (20, 80, 320)
DAY = date(2024, 12, 31)
TITLE = cp.Text(zh="甲", en="A.")
CLAUSE = w.Clause("1", "一", w.Modality.MUST, TITLE)
DOCUMENT = w.Document(title=TITLE, issuer=TITLE)
venue, room = cp.facts(cp.Venue), cp.facts(cp.Room)
SMALL_AREA = 8
SMALL = cp.Room(independent=True, usable_area_m2=SMALL_AREA)


class Series(NamedTuple):
    """A function, what there are n of, what makes a call of it, and for which n it is measured.

    `power` is how it grows: with n, or with n * n where `why` says so.
    """

    function: str
    of: str
    make: Callable[[int], Work]
    sizes: tuple[int, ...] = SIZES
    power: int = 1
    why: str = ""


# --- inputs of n --------------------------------------------------------------------------------


def parts(number: int) -> list[Any]:
    """Return different comparisons of one fact."""
    return [venue.building_area_m2 > n for n in range(number)]


def rooms(number: int) -> cp.Venue:
    """Return a venue with rooms."""
    return cp.Venue(building_area_m2=12_000, rooms=[SMALL] * number)


def rules(number: int) -> cp.Plan:
    """Return a plan of rules: tiers of areas, each with a room of its own size."""
    each = [w.Clause(str(n), "一", w.Modality.MUST, TITLE) for n in range(number)]
    area = venue.building_area_m2
    asked = tuple(
        w.Rule(
            clause=clause,
            applies=cp.all_of(area >= 10 * n, area < 10 * n + 10),
            requires=cp.some(venue.rooms, room.usable_area_m2 >= 5 + n),
        )
        for n, clause in enumerate(each)
    )
    return cp.Plan(id="p", document=DOCUMENT, clauses=tuple(each), rules=asked)


def copies(number: int) -> list[cp.Plan]:
    """Return plans that differ in nothing but their ids."""
    plan = cp.get_plan("bda_2017")
    return [attrs.evolve(plan, id=f"p{n}") for n in range(number)]


def routes(number: int) -> Work:
    """Return the paths of an applicant of n yes-or-no facts, a route each; nothing is kept."""
    named = {f"f{place}": flag("事实", "fact") for place in range(number)}
    noun = attrs.make_class("Applicant", named, bases=(cp.Noun,), frozen=True, kw_only=True)
    each = tuple(
        w.Route(
            clause=CLAUSE,
            part=str(place),
            registrar=cp.Body.HEALTH,
            level=None,
            condition=getattr(cp.facts(noun), name),
        )
        for place, name in enumerate(named)
    )
    asked = w.Registration(clause=CLAUSE, routes=each, conflict=cp.any_of())
    plan = cp.Plan(id="p", document=DOCUMENT, clauses=(CLAUSE,), registration=asked)
    return lambda: cp.registration_paths(noun(), attrs.evolve(plan))


def form(number: int) -> Work:
    """Return the check of a form of n fields, all of which are filled."""
    fields = tuple(w.FormField(key=f"f{n}", label=TITLE) for n in range(number))
    one = w.Form(clause=CLAUSE, key="k", title=TITLE, fields=fields)
    answers = {field.key: "甲" for field in fields}
    return lambda: cp.check_form(one, answers)


def sheet(number: int) -> w.Scorecard:
    """Return a sheet of n items."""
    items = tuple(
        w.SheetItem(clause=CLAUSE, part=str(n), key=f"i{n}", label=TITLE, max_points=10)
        for n in range(number)
    )
    return w.Scorecard(clause=CLAUSE, key="k", title=TITLE, items=items, pass_mark=5)


def grading(number: int) -> w.Grading:
    """Return n grades, each with a larger area than those below it."""
    grades = tuple(
        w.Grade(
            clause=CLAUSE,
            part=str(n),
            key=f"g{n}",
            title=TITLE,
            criterion=venue.building_area_m2 > 100 * n,
        )
        for n in range(number)
    )
    return w.Grading(clause=CLAUSE, key="k", title=TITLE, grades=grades)


def ledger(number: int) -> w.Ledger:
    """Return a ledger of n localities."""
    rows = tuple(
        w.LedgerRow(
            clause=CLAUSE, part=str(n), locality=f"第{n}镇", milestones=(w.Milestone(DAY, 10),)
        )
        for n in range(number)
    )
    return w.Ledger(clause=CLAUSE, key="k", title=TITLE, precision=w.Precision.DAY, rows=rows)


def counts(number: int) -> list[cp.SlotCount]:
    """Return a count of each of n localities."""
    return [cp.SlotCount(f"第{n}镇", DAY, 10) for n in range(number)]


def report(number: int) -> Any:
    """Return where a ledger of n localities stands."""
    return cp.track_progress(ledger(number), counts(number), on=DAY)


def tracked(number: int) -> Work:
    """Return the tracking of a ledger of n localities, to its outcome."""
    one, listed = ledger(number), counts(number)
    return lambda: cp.track_progress(one, listed, on=DAY).outcome


def by_quarter(number: int) -> Work:
    """Return a table of four quarters for n localities."""
    one, listed, periods = ledger(number), counts(number), cp.quarters(2024)
    return lambda: cp.progress_table(one, listed, periods=periods).rows


def broken(number: int) -> Work:
    """Return the remedies for n rooms, none of which is as large as is asked."""
    larger = cp.some(venue.rooms, room.usable_area_m2 >= 2 * SMALL_AREA)
    asked = w.Rule(clause=CLAUSE, requires=larger)
    plan = cp.Plan(id="p", document=DOCUMENT, clauses=(CLAUSE,), rules=(asked,))
    found = cp.assess(cp.Venue(rooms=[SMALL] * number), plan)
    return lambda: cp.remedies(found)


def of(make: Callable[[int], Any], ask: Callable[[Any], object]) -> Callable[[int], Work]:
    """Return what makes a call of a function with an input that is made before."""

    def made(number: int) -> Work:
        one = make(number)
        return lambda: ask(one)

    return made


def of_plan(ask: Callable[[cp.Plan], object]) -> Callable[[int], Work]:
    """Return what asks something of a plan of n rules, of which nothing is kept."""
    return of(rules, lambda plan: ask(attrs.evolve(plan)))


def of_criterion(ask: Callable[[Any], object]) -> Callable[[int], Work]:
    """Return what does something with a criterion of n comparisons."""
    return of(lambda number: cp.all_of(*parts(number)), ask)


def within(ask: Callable[[Any], object]) -> Callable[[int], Work]:
    """Return what asks of items that n comparisons hold."""
    return lambda number: lambda: ask(cp.all_of(*[room.area_m2 > n for n in range(number)]))


def years(ask: Callable[[int, int], object]) -> Callable[[int], Work]:
    """Return what makes the periods of n years."""
    return lambda number: lambda: ask(2000, 1999 + number)


def read_rows(number: int) -> Work:
    """Return the reading of n rows, each of a locality, a day and a number of its own."""
    one = ledger(number)
    rows = [{"镇街": f"第{n}镇", "统计日期": DAY, "托位数": n} for n in range(number)]
    return lambda: cp.intake.read(rows, cp.SlotCount, localities=one)


def differing(number: int) -> Work:
    """Return how two venues of n rooms differ."""
    one, other = rooms(number), cp.Venue(building_area_m2=11_000, rooms=[SMALL] * number)
    return lambda: cp.disagreements(one, other, names=("甲", "乙"))


def framed(number: int) -> Work:
    """Return the outcomes of n rows of a frame, of venues whose areas are known."""
    polars = import_module("polars")  # only who has frames has it
    area = venue.building_area_m2
    rule = w.Rule(clause=CLAUSE, applies=area >= number // 2, requires=area < number)
    plan = cp.Plan(id="p", document=DOCUMENT, clauses=(CLAUSE,), rules=(rule,))
    frame = polars.DataFrame({"building_area_m2": range(number)})
    return lambda: cp.frames.outcomes(frame, plan, noun=cp.Venue)


def calendar(number: int) -> Work:
    """Return the end of n working days, of which each is looked at."""
    known = cp.WorkCalendar(known=(date(2000, 1, 1), date(2999, 12, 31)))
    limit = w.limit(number, w.WORKING_DAYS)
    return lambda: cp.due_on(limit, DAY, known)


# --- the functions ------------------------------------------------------------------------------

PAIRS = "plans are compared in pairs, which supersedes which"
SIDES = "texts are compared in pairs that bound a fact in common"
GRADES = "the highest grade asks what all below it ask"

SERIES: tuple[Series, ...] = (
    Series(
        "careplan.agenda",
        "years",
        lambda n: (
            lambda: cp.agenda(cp.get_plan("shiyan_2021"), date(2020, 1, 1), date(2019 + n, 12, 31))
        ),
        (5, 20, 80),
    ),
    Series("careplan.all_of", "parts", of(parts, lambda listed: cp.all_of(*listed))),
    Series(
        "careplan.among",
        "values",
        lambda n: lambda: cp.among(venue.building_area_m2, range(n)),
    ),
    Series("careplan.any_of", "parts", of(parts, lambda listed: cp.any_of(*listed))),
    Series("careplan.assess", "rules", of_plan(lambda plan: cp.assess(rooms(1), plan).outcome)),
    Series("careplan.at_least", "parts", of(parts, lambda listed: cp.at_least(2, *listed))),
    Series("careplan.check_form", "fields", form),
    Series("careplan.columns", "rows", of(report, cp.columns)),
    Series("careplan.compiled", "parts", of_criterion(cp.compiled)),
    Series("careplan.count", "parts", within(lambda where: cp.count(venue.rooms, where) >= 1)),
    Series("careplan.describe", "parts", of_criterion(lambda one: cp.describe(one, "zh"))),
    Series("careplan.disagreements", "rooms of each", differing),
    Series("careplan.due_on", "working days", calendar),
    Series("careplan.evaluate", "parts", of_criterion(lambda one: cp.evaluate(one, cp.Venue()))),
    Series("careplan.every", "parts", within(lambda where: cp.every(venue.rooms, where))),
    Series("careplan.facts_of", "parts", of_criterion(cp.facts_of)),
    Series(
        "careplan.grade",
        "grades",
        of(grading, lambda one: cp.grade(cp.Venue(building_area_m2=50), one).grade),
        (5, 20, 80),
        2,
        GRADES,
    ),
    Series("careplan.half_years", "years", years(cp.half_years)),
    Series(
        "careplan.in_force",
        "plans",
        of(copies, lambda plans: cp.in_force(plans, DAY)),
        (10, 40, 160),
        2,
        PAIRS,
    ),
    Series("careplan.matrix", "plans", of(copies, cp.matrix), (5, 20, 80)),
    Series("careplan.minimum_marks", "items", of(sheet, cp.minimum_marks), FEW),
    Series("careplan.months", "years", years(cp.months)),
    Series(
        "careplan.outcomes",
        "subjects",
        of(
            lambda n: [rooms(1)] * n,
            lambda each: list(cp.outcomes(each, cp.get_plan("shuangliao_2021"))),
        ),
    ),
    Series("careplan.owed", "rules", of_plan(lambda plan: cp.owed(rooms(1), plan)), FEW),
    Series(
        "careplan.preferred_language",
        "languages",
        lambda n: lambda: cp.preferred_language(",".join(f"x{k};q=0.5" for k in range(n))),
    ),
    Series("careplan.progress_table", "localities", by_quarter),
    Series("careplan.quarters", "years", years(cp.quarters)),
    Series("careplan.registration_paths", "routes", routes, FEW),
    Series("careplan.remedies", "rooms", broken, FEW),
    Series("careplan.residual", "parts", of_criterion(lambda one: cp.residual(one, cp.Venue()))),
    Series(
        "careplan.roll_up",
        "items",
        of(counts, lambda listed: cp.roll_up(listed, by="locality", of="slots").total),
    ),
    Series(
        "careplan.score",
        "items",
        of(sheet, lambda one: cp.score(one, {item.key: 5 for item in one.items}).outcome),
        FEW,
    ),
    Series("careplan.some", "parts", within(lambda where: cp.some(venue.rooms, where))),
    Series(
        "careplan.split_slots",
        "localities",
        lambda n: lambda: cp.split_slots(10 * n, {f"第{k}镇": k + 1 for k in range(n)}),
    ),
    Series("careplan.table", "rows", of(report, cp.table)),
    Series(
        "careplan.tasks_of",
        "plans",
        of(copies, lambda plans: cp.tasks_of(plans, cp.Body.HEALTH)),
        (5, 20, 80),
    ),
    Series(
        "careplan.total",
        "parts",
        within(lambda where: cp.total(venue.rooms, room.area_m2, where) >= 1),
    ),
    Series("careplan.track_progress", "localities", tracked),
    Series("careplan.years", "years", years(cp.years)),
    Series("careplan.codec.dumps", "rooms", of(rooms, cp.codec.dumps)),
    Series(
        "careplan.codec.loads",
        "rooms",
        of(lambda n: cp.codec.dumps(rooms(n)), lambda text: cp.codec.loads(text, cp.Venue)),
    ),
    Series(
        "careplan.codec.structure",
        "rooms",
        of(
            lambda n: json.loads(cp.codec.dumps(rooms(n))),
            lambda data: cp.codec.structure(data, cp.Venue),
        ),
    ),
    Series("careplan.codec.unstructure", "rooms", of(rooms, cp.codec.unstructure)),
    Series("careplan.intake.read", "rows", read_rows),
    Series("careplan.frames.columns_asked", "rules", of_plan(cp.frames.columns_asked), FEW),
    Series("careplan.frames.expression", "parts", of_criterion(cp.frames.expression)),
    Series("careplan.frames.outcomes", "rows", framed, (1_000, 10_000, 100_000)),
    Series(
        "careplan.sql.text", "parts", of_criterion(lambda one: cp.sql.text(one, table="venues"))
    ),
    Series(
        "careplan.sql.query",
        "rules",
        of_plan(lambda plan: cp.sql.query(plan, cp.Venue, tables={"": "venues", "rooms": "rooms"})),
        FEW,
    ),
    Series(
        "careplan.audit.find_differences",
        "plans",
        of(copies, find_differences),
        (3, 6, 12),
        2,
        SIDES,
    ),
    Series("careplan.audit.find_flaws", "rules", of_plan(find_flaws), (10, 40, 160)),
    Series(
        "careplan.testing.assert_explained",
        "localities",
        of(report, t.assert_explained),
        FEW,
    ),
    Series("careplan.testing.boundary_cases", "rules", of_plan(t.boundary_cases), (10, 40, 160)),
    Series(
        "careplan.testing.build", "rooms", lambda n: lambda: t.build(cp.Venue, rooms=[SMALL] * n)
    ),
    Series("careplan.testing.class_cases", "rules", of_plan(t.class_cases), (10, 40, 160)),
    Series("careplan.testing.conformance", "rules", of_plan(t.conformance), (10, 40, 160)),
    Series("careplan.testing.decisive_cases", "rules", of_plan(t.decisive_cases), (10, 40, 160)),
)

NUMBERS = "a few numbers or days, of at most so many digits"
ONE_NODE = "one node of a criterion"
A_NOUN = "one fact of a noun, by a path of at most a few steps"
KEPT = "what is kept of the five plans, or read once"
CLASSES = "the classes it is about, and those that are named"
DRAWN = "a strategy: Hypothesis bounds what it draws"
ONE_OBJECT = "one object of a few facts; of many items as `build`"

# Those that return strategies.
DRAWING = (
    *("applicants", "children", "class_groups", "communities", "criteria"),
    *("early_education_centres", "employers", "family_points", "filings"),
    *("grants", "institutions", "kindergartens", "land_plots", "ledger_counts", "measurements"),
    *("medical_institutions", "nouns", "nursing_employees", "plans", "premises"),
    *("residential_areas", "rooms", "sites"),
    *("slot_counts", "staff_members", "toddler_classes", "values", "venues"),
)
BOUNDED: dict[str, str] = {
    "careplan.age_in_months": NUMBERS,
    "careplan.class_kind": NUMBERS,
    "careplan.elapsed": ONE_NODE,
    "careplan.fact_label": A_NOUN,
    "careplan.fact_question": A_NOUN,
    "careplan.fact_spec": A_NOUN,
    "careplan.facts": A_NOUN,
    "careplan.get_plan": KEPT,
    "careplan.has": ONE_NODE,
    "careplan.national_plan_ids": KEPT,
    "careplan.next_due": NUMBERS,
    "careplan.not_": ONE_NODE,
    "careplan.plan_ids": KEPT,
    "careplan.slots_per_thousand": NUMBERS,
    "careplan.slots_required": NUMBERS,
    "careplan.stated": NUMBERS,
    "careplan.codec.converter": CLASSES,
    "careplan.codec.schema": CLASSES,
    "careplan.sql.schema": CLASSES,
    "careplan.intake.each": A_NOUN,
    "careplan.intake.tick": A_NOUN,
    **{f"careplan.testing.{name}": ONE_OBJECT for name in t.__all__ if name.startswith("make_")},
    **{f"careplan.testing.{name}": DRAWN for name in DRAWING},
}
