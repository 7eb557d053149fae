"""What hostile and large inputs cost grows with their size: counted in calls, not in time.

`docs/en/costs.md` has the same inputs with measured seconds.
"""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import attrs
import large_plans as large
import pytest
from asking import ROUTES, plan, registered, step
from counting import MOST, calls, same_hash

import careplan as cp
from careplan import writing as w
from careplan.audit import at_odds, find_flaws
from careplan.base.errors import MAX_PROBLEMS
from careplan.criteria.regions import spaces
from careplan.criteria.regions.completions import MOST_COMPLETIONS
from careplan.criteria.soundness import MAX_DEPTH
from careplan.documents.clauses import read_as
from careplan.testing.cases.boundaries import boundary_cases, decisive_cases
from careplan.verbs.remedies.levers import MOST_CARRIED
from careplan.verbs.remedies.remedying import MOST_JOINED, MOST_OPTIONS, MOST_TRIED

venue = cp.facts(cp.Venue)
DAY = date(2024, 12, 31)


def _brackets(size: int) -> Callable[[], object]:
    return lambda: cp.codec.loads("[" * size, cp.Venue)


def _pairs_of_brackets(size: int) -> Callable[[], object]:
    return lambda: cp.codec.loads("[" + "[]," * size + "[]]", tuple[cp.Room, ...])


def _nothing_listed(size: int) -> Callable[[], object]:
    return lambda: cp.Venue(rooms=[None] * size)  # type: ignore[list-item]  # that is tried


def _same_hash(size: int) -> Callable[[], object]:
    texts = [str(value) for value in same_hash(size)]
    among = {"type": "Among", "noun": "Venue", "path": "building_area_m2", "values": texts}
    return lambda: cp.codec.structure(among, cp.Criterion)


def _numbers(size: int) -> Callable[[], object]:
    texts = [str(Fraction(3 * n + 1, 3)) for n in range(size)]
    among = {"type": "Among", "noun": "Venue", "path": "building_area_m2", "values": texts}
    return lambda: cp.codec.structure(among, cp.Criterion)


def _growing_join(size: int) -> Callable[[], object]:
    def work() -> Any:
        criterion: Any = cp.all_of()
        for number in range(size):
            criterion = criterion & (venue.building_area_m2 > number)
        return criterion

    return work


def _repeated_join(size: int) -> Callable[[], object]:
    def work() -> Any:
        criterion: Any = venue.building_area_m2 > 5
        for _ in range(size):
            criterion = criterion & venue.waiting_area
        return criterion

    return work


def _wide_plan(size: int) -> Callable[[], object]:
    title = cp.Text(zh="甲", en="A.")
    clauses = [w.Clause(str(n), "一", w.Modality.MUST, title) for n in range(size)]
    criterion = cp.some(venue.rooms, cp.facts(cp.Room).usable_area_m2 >= 10)
    rules = [w.Rule(clause=clause, requires=criterion) for clause in clauses]
    document = w.Document(title=title, issuer=title)
    return lambda: cp.Plan(id="p", document=document, clauses=clauses, rules=rules)  # type: ignore[arg-type]  # lists


def _plan_read(size: int) -> Callable[[], object]:
    data = cp.codec.unstructure(_wide_plan(size)())
    return lambda: cp.codec.structure(data, cp.Plan)


def _rooms_read(size: int) -> Callable[[], object]:
    data = {"rooms": [{"usable_area_m2": "8.5", "independent": True}] * size}
    return lambda: cp.codec.structure(data, cp.Venue)


def _rooms_misspelt(size: int) -> Callable[[], object]:
    data = {"rooms": [{"usabel_area_m2": "8.5", "independent": "false"}] * size}
    return lambda: cp.codec.structure(data, cp.Venue)


def ledger_of(size: int) -> w.Ledger:
    """Make a ledger of so many localities that owe ten slots each."""
    title = cp.Text(zh="台账", en="ledger")
    clause = w.Clause("1", "一", w.Modality.MUST, title)
    rows = tuple(
        w.LedgerRow(
            clause=clause, part=str(n), locality=f"第{n}镇", milestones=(w.Milestone(DAY, 10),)
        )
        for n in range(size)
    )
    return w.Ledger(clause=clause, key="k", title=title, precision=w.Precision.YEAR_END, rows=rows)


class Named(str):
    """A name whose comparisons are calls, so that they are counted."""

    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        return str.__eq__(self, other)


def _counts(size: int) -> Callable[[], object]:
    ledger = ledger_of(size)
    for row in ledger.rows:  # a field keeps plain texts only
        object.__setattr__(row, "locality", Named(row.locality))
    counts = [cp.SlotCount(f"第{n}镇", DAY, 10) for n in range(size)]
    return lambda: cp.track_progress(ledger, counts, on=DAY)


def _rows_by_name(size: int) -> Callable[[], object]:
    ledger = ledger_of(size)
    names = [row.locality for row in ledger.rows]
    report = cp.track_progress(ledger, [], on=DAY)
    return lambda: [(report[name], name in report, ledger.row(name)) for name in names]


def _totals(size: int) -> Callable[[], object]:
    report = cp.track_progress(ledger_of(size), [], on=DAY)
    whole = report.total
    return lambda: [(whole.low, whole.high, whole.outcome, whole.short_of_due) for _ in report.rows]


def _milestones(size: int) -> Callable[[], object]:
    ledger = ledger_of(2)
    days = [date.fromordinal(DAY.toordinal() + n) for n in range(size)]
    milestones = tuple(w.Milestone(day, n) for n, day in enumerate(days))
    rows = tuple(attrs.evolve(row, milestones=milestones) for row in ledger.rows)
    grown = attrs.evolve(ledger, rows=rows, totals=milestones[::2])
    return lambda: cp.track_progress(grown, [], on=days[-1]).explain("en")


def _ledger_as_table(size: int) -> Callable[[], object]:
    return lambda: ledger_of(size).table()


def _report_as_table(size: int) -> Callable[[], object]:
    report = cp.track_progress(ledger_of(size), [], on=DAY)
    return report.table


def _table_written(size: int) -> Callable[[], object]:
    table = ledger_of(size).table()
    return lambda: (table.to_csv(), table.to_markdown(), table._repr_html_(), table.records())


def _columns_of_records(size: int) -> Callable[[], object]:
    records = cp.track_progress(ledger_of(size), [], on=DAY).records()
    return lambda: (cp.table(records), cp.columns(records))


def _ledger_said(size: int) -> Callable[[], object]:
    ledger = ledger_of(size)
    counts = [cp.SlotCount(f"第{n}镇", DAY, n) for n in range(size)]
    report = cp.track_progress(ledger, counts, on=DAY)
    return lambda: (report.explain("zh"), report.records())


def _ledger_written(size: int) -> Callable[[], object]:
    report = cp.track_progress(ledger_of(size), [], on=DAY)
    return lambda: (report.to_html("zh"), report.to_markdown("en"))


def _rooms_said(size: int) -> Callable[[], object]:
    """Return what is said of so many rooms, each with an area of its own that is too small."""
    rooms = [cp.Room(usable_area_m2=Fraction(n + 1, size), independent=True) for n in range(size)]
    assessment = cp.assess(cp.Venue(rooms=rooms), cp.get_plan("dawa_2023"))
    return lambda: (assessment.explain("zh", detail="all"), assessment.to_html("en", detail="all"))


def _periods(size: int) -> Callable[[], object]:
    """Return a table of a row and a count for each of so many localities in each quarter."""
    ledger, quarters = ledger_of(size), cp.quarters(2024)
    counts = [cp.SlotCount(f"第{n}镇", one.end, n) for n in range(size) for one in quarters]

    def work() -> object:
        table = cp.progress_table(ledger, counts, periods=quarters)
        return table.explain("zh"), table.records()

    return work


def _counts_of_a_period(size: int) -> Callable[[], object]:
    """Return a table of few localities and periods, and of so many counts."""
    ledger = ledger_of(2)
    days = [date.fromordinal(date(1990, 1, 1).toordinal() + n) for n in range(size)]
    counts = [cp.SlotCount("第1镇", day, 5) for day in days]
    return lambda: cp.progress_table(ledger, counts, periods=cp.years(1990, 2020))


def _rolled_up(size: int) -> Callable[[], object]:
    items = [cp.SlotCount(f"第{n}镇", date(2024, n % 12 + 1, 1), n) for n in range(size)]

    def work() -> object:
        sums = cp.roll_up(items, by=("locality", "on"), of="slots")
        return sums.explain("zh"), sums.records(), [sums[one.keys] for one in sums.cells]

    return work


def _split(size: int) -> Callable[[], object]:
    weights = {f"第{n}镇": n + 1 for n in range(size)}
    return lambda: cp.split_slots(10_000, weights).explain("zh")


def _counts_misspelt(size: int) -> Callable[[], object]:
    ledger = ledger_of(size)
    counts = [cp.SlotCount(f"第{n}街", DAY, 10) for n in range(size)]
    return lambda: cp.track_progress(ledger, counts, on=DAY)


def _readings_misspelt(size: int) -> Callable[[], object]:
    title = cp.Text(zh="甲", en="A.")
    options = (w.Option("yes", title), w.Option("no", title))
    asked = [
        w.Interpretation(id=f"question_{n}", clauses=(), question=title, options=options)
        for n in range(size)
    ]
    readings = {f"qestion_{n}": "yes" for n in range(size)}
    return lambda: read_as(asked, readings)


def _answers_misspelt(size: int) -> Callable[[], object]:
    title = cp.Text(zh="甲", en="A.")
    clause = w.Clause("1", "一", w.Modality.MUST, title)
    fields = tuple(
        w.FormField(key=f"key_{n}", label=title, type=w.FieldType.TEXT) for n in range(size)
    )
    form = w.Form(clause=clause, key="form", title=title, fields=fields)
    return lambda: cp.check_form(form, {f"kez_{n}": "x" for n in range(size)})


def _steps_of_registrars(size: int) -> Callable[[], object]:
    """Return the assignments of as many steps of the registrar as there are routes."""
    steps = tuple(step(f"step_{n}", cp.Party.REGISTRAR) for n in range(size))
    routes = tuple(attrs.evolve(ROUTES[0], part=f"route_{n}") for n in range(size))
    return plan(**registered(routes=routes, steps=steps)).assignments


def _steps_dated(size: int) -> Callable[[], object]:
    """Return the last days of a chain of steps, and what is open next."""
    first, *rest = (step(f"step_{n}", cp.Party.INSTITUTION) for n in range(size))
    chained = [attrs.evolve(first, limit=w.limit(3, w.DAYS))]
    chained += (
        attrs.evolve(one, after=(f"step_{n}",), limit=w.limit(3, w.DAYS))
        for n, one in enumerate(rest)
    )
    found = plan(**registered(routes=ROUTES[:1], steps=tuple(chained)))
    path = cp.registration_paths(cp.Applicant(), found).paths[0]
    weekends = cp.WorkCalendar(known=(date(2000, 1, 1), date(2999, 12, 31)))
    return lambda: (path.due(DAY, weekends), path.next([one.id for one in path.steps[: size // 2]]))


def _offices_misspelt(size: int) -> Callable[[], object]:
    rows = [(f"县{n}局", cp.Body.HEALTH) for n in range(size)]
    return lambda: w.office_table(*rows, own_names=" ".join(f"县{n}厅" for n in range(size)))


def _looked_at(look: Callable[[Any], object], make: Callable[[int], Any]) -> Any:
    """Make the plan beforehand, and return what is then looked for in it."""

    def of_size(size: int) -> Callable[[], object]:
        plan = make(size)
        return lambda: look(plan)

    return of_size


def _of_one_fact(size: int) -> cp.Plan:
    return large.joined(size, large.of_one_fact)


def _of_three_facts(size: int) -> cp.Plan:
    return large.joined(size, large.of_three_facts)


def _of_items(size: int) -> cp.Plan:
    return large.joined(size, large.of_items)


def _rows(size: int, cell: Callable[[int], tuple[object, object]]) -> Callable[[], object]:
    rows = [dict(zip(("镇街", "托位数（个）"), cell(n), strict=True)) for n in range(size)]
    towns = [f"{n + 1_000}镇" for n in range(size)]
    given = {"on": DAY}
    return lambda: cp.intake.read(rows, cp.SlotCount, localities=towns, given=given)


def _rows_of_counts(size: int) -> Callable[[], object]:
    return _rows(size, lambda n: (f"{n + 1_000}镇", f"{n + 1_000}个"))


def _rows_of_one_town(size: int) -> Callable[[], object]:
    return _rows(size, lambda n: ("1000镇", n))


def _rows_in_doubt(size: int) -> Callable[[], object]:
    return _rows(size, lambda n: (f"{n + 1_000}镇", f"{n}余"))


def _subtotals(size: int) -> Callable[[], object]:
    return _rows(size, lambda n: ("小计" if n % 2 else f"{n + 1_000}镇", 1))


def _names_near_others(size: int) -> Callable[[], object]:
    return _rows(size, lambda n: (f"{n + 1_000}街道", 1))


def _headings(size: int) -> Callable[[], object]:
    row = {f"托位书{n}": n for n in range(size)}
    return lambda: cp.intake.read([row], cp.Institution)


@pytest.mark.parametrize(
    ("make", "size"),
    [
        (_brackets, 5_000),
        (_pairs_of_brackets, 200),
        (_nothing_listed, 200),
        (_same_hash, 200),
        (_numbers, 200),
        (_growing_join, 200),
        (_repeated_join, 200),
        (_wide_plan, 50),
        (_plan_read, 50),
        (_rooms_read, 100),
        (_rooms_misspelt, 100),
        (_counts, 100),
        (_rows_by_name, 100),
        (_totals, 100),
        (_milestones, 100),
        (_ledger_said, 100),
        (_ledger_written, 100),
        (_rooms_said, 100),
        (_periods, 100),
        (_counts_of_a_period, 1_000),
        (_rolled_up, 100),
        (_split, 100),
        (_ledger_as_table, 100),
        (_report_as_table, 100),
        (_table_written, 100),
        (_columns_of_records, 100),
        (_rows_of_counts, 100),
        (_rows_of_one_town, 100),
        (_rows_in_doubt, 100),
        (_subtotals, 100),
        (_headings, 50),
        (_names_near_others, 300),
        (_counts_misspelt, 100),
        (_readings_misspelt, 100),
        (_answers_misspelt, 100),
        (_offices_misspelt, 100),
        (_steps_of_registrars, 50),
        (_steps_dated, 50),
    ],
)
def test_twice_the_input_costs_twice_the_calls(
    make: Callable[[int], Callable[[], object]], size: int
) -> None:
    calls(make(size // 2))  # what is made once and kept is no part of the growth
    once, twice = (calls(make(times * size)) for times in (1, 2))
    assert twice <= MOST * once


def test_no_member_is_looked_for_beyond_what_is_listed() -> None:
    names: Any = ["cleaning_cloth"] * MAX_PROBLEMS
    # A thousand problems are listed; a thousand more cost their places, and no search.
    once, twice = (calls(lambda n=n: cp.Room(supplies=names * n)) for n in (1, 2))  # type: ignore[misc]  # a lambda
    assert twice < 1.5 * once


def test_what_is_said_of_a_misspelt_name_does_not_grow_with_what_is_known() -> None:
    def said(localities: int) -> str:
        with pytest.raises(cp.UnknownInInput) as caught:
            cp.track_progress(ledger_of(localities), [cp.SlotCount("？", DAY, 10)] * 20, on=DAY)
        assert len(caught.value.known) == localities
        return str(caught.value)

    # 100 - 10 = 90 and 2,000 - 10 = 1,990 more: three characters more a line.
    assert len(said(2_000)) == len(said(100)) + 20 * (len("1,990") - len("90"))


@pytest.mark.parametrize(
    ("make", "size"),
    [
        # Rules that do not touch, or ask for the same: what each costs, and no pair.
        (_looked_at(find_flaws, large.tiers), 60),
        (_looked_at(find_flaws, large.categories), 60),
        (_looked_at(find_flaws, large.alike), 60),
        (_looked_at(find_flaws, large.read_in_many_ways), 60),
        (_looked_at(boundary_cases, large.tiers), 8),
        (_looked_at(decisive_cases, large.tiers), 8),
        (_looked_at(decisive_cases, large.overlapping), 8),
        (_looked_at(decisive_cases, large.read_in_many_ways), 4),
        # Alternatives that multiply: no more than MOST_REGIONS of them are carried on.
        (_looked_at(find_flaws, _of_one_fact), 32),
        (_looked_at(find_flaws, _of_three_facts), 32),
        (_looked_at(find_flaws, _of_items), 32),
    ],
)
def test_twice_the_plan_costs_twice_the_calls(
    make: Callable[[int], Callable[[], object]], size: int
) -> None:
    calls(make(size // 2))
    once, twice = (calls(make(times * size)) for times in (1, 2))
    assert twice <= MOST * once


@pytest.mark.parametrize(
    ("make", "most"),
    # Of n facts of one rule each decides about n others: n * n. Where each asks for an item of
    # its own, the subject has n items with n bounds.
    [(_of_one_fact, MOST**2), (_of_three_facts, MOST**2), (_of_items, MOST**3)],
)
def test_what_one_rule_costs_is_bounded(make: Callable[[int], cp.Plan], most: float) -> None:
    once, twice = (calls(_looked_at(decisive_cases, make)(size)) for size in (4, 8))
    assert twice <= most * once


def test_twice_the_rungs_cost_four_times_the_calls() -> None:
    # A rung binds where no higher one does: n rungs have n * n / 2 parts.
    once, twice = (calls(_looked_at(find_flaws, large.rungs)(size)) for size in (16, 32))
    assert twice <= MOST**2 * once


def test_items_and_bands_do_not_multiply() -> None:
    # The band that is reached is found by halving: one look at all items more.
    once, twice = (calls(_looked_at(find_flaws, large.banded)(size)) for size in (60, 120))
    assert twice <= 2.5 * once


def test_pairs_that_differ_are_compared_up_to_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    # 20 rules make 190 pairs, 40 make 780: of both 150 are compared, and twice the rules cost
    # no more than twice the calls.
    monkeypatch.setattr(at_odds, "MOST_PAIRS", 150)
    once, twice = (calls(_looked_at(find_flaws, large.overlapping)(size)) for size in (20, 40))
    assert twice <= MOST * once


def test_calls_are_counted() -> None:
    def quadratic(size: int) -> None:
        for _ in range(size):
            for _ in range(size):
                len("")

    once, twice = calls(lambda: quadratic(20)), calls(lambda: quadratic(40))
    assert twice > MOST * once


def test_the_limits_are_those_that_the_page_names() -> None:
    # The page: "the smallest 64 ... are carried on, 64 are tried, ten are named, and each is
    # tried on the next 32 breaches"; "which ten yes-or-no facts make"; "at most 100"; "beyond 128".
    assert (MOST_CARRIED, MOST_TRIED, MOST_OPTIONS, MOST_JOINED) == (64, 64, 10, 32)
    assert MOST_COMPLETIONS == 2**10
    assert (MAX_DEPTH, spaces.MOST_REGIONS, spaces.MOST_WAYS) == (100, 128, 16)
