"""Measure what docs/en/costs.md lists: seconds by size of input, and ratios, all in one run.

`nox -s costs` prints the tables; they are pasted into the page by hand, since no two machines
measure alike. What must not change (twice the input, twice the calls) is tests/test_costs.py.
"""

import csv
import io
import json
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from fractions import Fraction
from typing import Any

import attrs
from cost_series import BOUNDED
from cost_series import SERIES as FUNCTIONS

import careplan as cp
from careplan import writing as w
from careplan.audit import find_flaws
from careplan.base.errors import CareplanError
from careplan.base.nearness import nearest
from careplan.fields.declaring import flag
from careplan.testing.cases.boundaries import boundary_cases, decisive_cases

venue, room = cp.facts(cp.Venue), cp.facts(cp.Room)
Work = Callable[[], object]


def seconds(work: Work, times: int = 3, clock: Callable[[], float] = time.process_time) -> float:
    """Return the shortest of several runs, in time of the processor: others may use it as well.

    A refusal is as good as an answer.
    """
    best = float("inf")
    for _ in range(times):
        before = clock()
        with suppress(CareplanError):
            work()
        best = min(best, clock() - before)
    return best


def of_one_hash(number: int) -> list[str]:
    """Return fractions, as JSON has them, whose hash is that of 1/3."""
    modulus, wanted = 2**61 - 1, hash(Fraction(1, 3))
    denominators = range(10**19, 10**19 + 50 * number)
    values = (Fraction(wanted * one % modulus, one) for one in denominators)
    return [str(value) for value in values if hash(value) == wanted][:number]


def grown(number: int) -> Any:
    """Join bounds one by one."""
    criterion: Any = cp.all_of()
    for bound in range(number):
        criterion = criterion & (venue.building_area_m2 > bound)
    return criterion


def among(texts: list[str]) -> Work:
    """Return the reading of a criterion that lists numbers."""
    data = {"type": "Among", "noun": "Venue", "path": "building_area_m2", "values": texts}
    return lambda: cp.codec.structure(data, cp.Criterion)


def rooms(number: int) -> Work:
    """Return the reading of a venue with rooms."""
    text = json.dumps({"rooms": [{"usable_area_m2": "8.5", "independent": True}] * number})
    return lambda: cp.codec.loads(text, cp.Venue)


def routed(number: int, *, apart: bool) -> Work:
    """Return the paths of an applicant of n yes-or-no facts, none of which is stated.

    The facts are asked for by one route together, or by a route each.
    """
    facts = {f"f{place}": flag("事实", "fact") for place in range(number)}
    noun = attrs.make_class("Applicant", facts, bases=(cp.Noun,), frozen=True, kw_only=True)
    flags = [getattr(cp.facts(noun), name) for name in facts]
    title = cp.Text(zh="甲", en="A.")
    clause = w.Clause("1", "一", w.Modality.MUST, title)
    routes = tuple(
        w.Route(clause=clause, part=str(place), registrar=cp.Body.HEALTH, level=None, condition=one)
        for place, one in enumerate(flags if apart else [cp.all_of(*flags)])
    )
    rules = w.Registration(clause=clause, routes=routes, conflict=cp.any_of())
    document = w.Document(title=title, issuer=title)
    plan = cp.Plan(id="p", document=document, clauses=(clause,), registration=rules)
    return lambda: cp.registration_paths(noun(), attrs.evolve(plan))  # of which nothing is kept


def dated(number: int) -> Work:
    """Return the last days of n steps in a chain, each with three working days."""
    title = cp.Text(zh="甲", en="A.")
    clause = w.Clause("1", "一", w.Modality.MUST, title)
    steps = tuple(
        w.Step(
            clause=clause,
            part=f"s{n}",
            key=f"s{n}",
            action=title,
            actor=cp.Party.INSTITUTION,
            before=cp.Party.REGISTRAR,
            after=(f"s{n - 1}",) if n else (),
            limit=w.limit(3, w.WORKING_DAYS),
        )
        for n in range(number)
    )
    route = w.Route(
        clause=clause, part="r", registrar=cp.Body.HEALTH, level=None, condition=cp.all_of()
    )
    rules = w.Registration(clause=clause, routes=(route,), steps=steps)
    document = w.Document(title=title, issuer=title)
    plan = cp.Plan(id="p", document=document, clauses=(clause,), registration=rules)
    path = cp.registration_paths(cp.Applicant(), plan).paths[0]
    weekends = cp.WorkCalendar(known=(date(2000, 1, 1), date(2999, 12, 31)))
    return lambda: path.due(date(2024, 12, 31), weekends)


DAY = date(2024, 12, 31)
CLAUSE = w.Clause("1", "一", w.Modality.MUST, cp.Text(zh="甲", en="A."))


def ledger_of(localities: int, milestones: int = 1) -> w.Ledger:
    """Make a ledger of so many localities, each with so many milestones."""
    days = [date.fromordinal(DAY.toordinal() - n) for n in reversed(range(milestones))]
    owed = tuple(w.Milestone(due, 10 + n) for n, due in enumerate(days))
    rows = (
        w.LedgerRow(clause=CLAUSE, part=str(n), locality=f"第{n}镇", milestones=owed)
        for n in range(localities)
    )
    title = cp.Text(zh="台账", en="ledger")
    return w.Ledger(
        clause=CLAUSE, key="k", title=title, precision=w.Precision.DAY, rows=tuple(rows)
    )


def counted(number: int, kind: str = "镇") -> Work:
    """Return the tracking of a count of each of so many localities, or of names near them."""
    ledger = ledger_of(number)
    counts = [cp.SlotCount(f"第{n}{kind}", DAY, 10) for n in range(number)]
    return lambda: cp.track_progress(ledger, counts, on=DAY)


def looked_up(number: int) -> Work:
    """Return the look-up of every row of a report."""
    ledger = ledger_of(number)
    report = cp.track_progress(ledger, [], on=DAY)
    return lambda: [report[row.locality] for row in ledger.rows]


def summed(number: int) -> Work:
    """Return the total of a ledger of so many milestones."""
    ledger = ledger_of(2, number)
    return lambda: cp.track_progress(attrs.evolve(ledger), [], on=DAY).total.outcome


def compared(number: int) -> Work:
    """Return the search of a name among so many of sixty characters that are all near it."""
    known = {f"{'ab' * 27}{n:06}": n for n in range(number)}
    return lambda: nearest("ab" * 27 + "xxxxxx", known)


def plan_of(halves: Iterable[tuple[Any, Any]]) -> cp.Plan:
    """Make a plan of one rule for each pair of what it applies to and what it requires."""
    title = cp.Text(zh="甲", en="A.")
    pairs = [
        (w.Clause(str(n), "一", w.Modality.MUST, title), *half) for n, half in enumerate(halves)
    ]
    rules = tuple(w.Rule(clause=one, applies=who, requires=what) for one, who, what in pairs)
    clauses = tuple(one for one, _, _ in pairs)
    document = w.Document(title=title, issuer=title)
    return cp.Plan(id="large", document=document, clauses=clauses, rules=rules)


def tiers(number: int, kinds: int) -> cp.Plan:
    """Make rules that do not touch: tiers of areas for each of several kinds of place."""
    area, places = venue.building_area_m2, list(cp.VenueCategory)[:kinds]
    return plan_of(
        (
            (venue.category == places[n % kinds])
            & (area >= 10 * (n // kinds))
            & (area < 10 * (n // kinds) + 10),
            cp.some(venue.rooms, room.independent & (room.usable_area_m2 >= 5 + n)),
        )
        for n in range(number)
    )


def overlapping(number: int) -> cp.Plan:
    """Make rules of which every two apply together and differ."""
    return plan_of(
        (venue.building_area_m2 >= 10 * n, cp.some(venue.rooms, room.usable_area_m2 >= 5 + n))
        for n in range(number)
    )


def alternatives(number: int, several: Callable[[int], tuple[Any, ...]]) -> cp.Plan:
    """Make a rule that asks for a conjunction of alternatives."""
    return plan_of([(cp.all_of(), cp.all_of(*(cp.any_of(*several(n)) for n in range(number))))])


def about_one_fact(number: int) -> cp.Plan:
    """Make alternatives of two bounds of one number."""
    area = venue.building_area_m2
    return alternatives(number, lambda n: (area > 10 * n, area == 10 * n + 1))


def about_three_facts(number: int) -> cp.Plan:
    """Make alternatives of three bounds of three numbers."""
    return alternatives(
        number,
        lambda n: (
            venue.daily_visitors > n,
            venue.building_area_m2 > n,
            venue.coach_station_grade <= 5 + n,
        ),
    )


def about_items(number: int) -> cp.Plan:
    """Make alternatives that ask for some room, of every room, or for an area."""
    return alternatives(
        number,
        lambda n: (
            cp.some(venue.rooms, room.usable_area_m2 >= 5 + n),
            cp.every(venue.rooms, room.area_m2 >= 5 + n),
            venue.building_area_m2 < 1000 + n,
        ),
    )


PLANS: list[tuple[str, Callable[[int], cp.Plan], Iterable[int]]] = [
    ("n tiers of one kind of place", lambda n: tiers(n, 1), (50, 100, 200, 400, 800)),
    ("n tiers of ten kinds of place", lambda n: tiers(n, 10), (50, 100, 200, 400, 800)),
    ("n rules that all overlap and differ", overlapping, (50, 100, 200, 400, 800)),
    ("n alternatives about one fact, all asked", about_one_fact, (4, 8, 16, 32)),
    ("n alternatives about three facts, all asked", about_three_facts, (4, 8, 16, 32)),
    ("n alternatives about items, all asked", about_items, (4, 8, 16)),
]


def plans_table() -> list[str]:
    """Return the table of processor seconds that looking over a whole plan takes, each once."""
    looks = (find_flaws, boundary_cases, decisive_cases)
    lines = [f"| plan | n | {' | '.join(f'`{look.__name__}`' for look in looks)} |"]
    lines.append("|---|---|---|---|---|")
    for name, make, sizes in PLANS:
        for size in sizes:
            plan = make(size)
            taken = [seconds(lambda: look(plan), 1) for look in looks]  # noqa: B023 - called at once
            lines.append(f"| {name} | {size} | {' | '.join(f'{one:.2f}' for one in taken)} |")
    return lines


def asked_of_rooms(ors: int, number: int) -> Work:
    """Return the remedies for so many rooms, none of which is what so many alternatives ask."""
    room = cp.facts(cp.Room)
    asked = cp.all_of(
        *(
            cp.any_of(
                cp.some(venue.rooms, room.usable_area_m2 >= 10 + n),
                cp.some(venue.rooms, cp.all_of(room.clean, room.usable_area_m2 >= 9 + n)),
            )
            for n in range(ors)
        )
    )
    rule = w.Rule(clause=CLAUSE, requires=asked)
    document = w.Document(title=CLAUSE.summary, issuer=CLAUSE.summary)
    plan = cp.Plan(id="p", document=document, clauses=(CLAUSE,), rules=(rule,))
    small = [cp.Room(usable_area_m2=n % 90 / 10, clean=False) for n in range(number)]
    found = cp.assess(cp.Venue(rooms=small), plan)
    return lambda: cp.remedies(found)


def nested(depth: int) -> Work:
    """Return the evaluation of a criterion that is nested so deep."""
    criterion: Any = venue.waiting_area
    for number in range(depth // 3):
        both = cp.all_of(criterion, venue.daily_visitors > number)
        criterion = cp.not_(cp.any_of(both, venue.reserved_seats))
    return lambda: cp.evaluate(criterion, cp.Venue())


SERIES: list[tuple[str, Callable[[int], Work], Iterable[int]]] = [
    (
        "`loads('[' * n)`, refused",
        lambda n: lambda: cp.codec.loads("[" * n, cp.Venue),
        (10**5, 10**6, 10**7),
    ),
    (
        "`loads('[[],[],...]')` with n lists, refused",
        lambda n: lambda: cp.codec.loads("[" + "[]," * n + "[]]", cp.Venue),
        (10**4, 10**5, 10**6),
    ),
    (
        "`Venue(rooms=[None] * n)`, refused",
        lambda n: lambda: cp.Venue(rooms=[None] * n),  # type: ignore[list-item]  # refused
        (10**3, 10**4, 10**5),
    ),
    (
        "n numbers of one hash in a list, refused",
        lambda n: among(of_one_hash(n)),
        (500, 1000, 2000),
    ),
    (
        "n different numbers in a list",
        lambda n: among([f"{3 * k + 1}/3" for k in range(n)]),
        (10**3, 10**4, 10**5),
    ),
    ("`c = c & x`, n different x", lambda n: lambda: grown(n), (1_000, 3_000, 10_000)),
    ("a venue of n rooms read", rooms, (10**2, 10**3, 10**4)),
    ("a criterion nested n deep, evaluated", nested, (12, 24, 48, 96)),
    ("remedies, n ORs over 16 rooms", lambda n: asked_of_rooms(n, 16), (4, 8, 16, 32)),
    ("remedies, 16 ORs over n rooms", lambda n: asked_of_rooms(16, n), (16, 64, 256)),
    ("paths, a route of n facts", lambda n: routed(n, apart=False), (5, 10, 20, 40)),
    ("paths, n routes of a fact", lambda n: routed(n, apart=True), (10, 100, 1_000)),
    ("the days of n steps in a chain", dated, (100, 1_000, 4_000)),
    ("`track_progress`, n localities, n counts", counted, (250, 1_000, 4_000)),
    ("`report[name]` for n names", looked_up, (1_000, 4_000, 16_000)),
    ("the total of n milestones", summed, (250, 1_000, 4_000)),
    (
        "n counts of names unknown among n, refused",
        lambda n: counted(n, "街"),
        (250, 1_000, 4_000),
    ),
    ("one name beside n near ones of 60 characters", compared, (10**3, 10**4, 10**5)),
]


def series_table() -> list[str]:
    """Return the table of seconds by size."""
    lines = ["| input | n | seconds | microseconds each |", "|---|---|---|---|"]
    for name, make, sizes in SERIES:
        for size in sizes:
            taken = seconds(make(size))
            lines.append(f"| {name} | {size} | {taken:.4f} | {taken / size * 1e6:.2f} |")
    return lines


def functions_table() -> list[str]:
    """Return the table of microseconds for each of the n that every function is asked of."""
    lines = ["| function | of n | n | microseconds for each |", "|---|---|---|---|"]
    for one in FUNCTIONS:
        each = [seconds(one.make(size), 5) / size * 1e6 for size in one.sizes]
        sizes, taken = (", ".join(map(str, listed)) for listed in (one.sizes, map(rounded, each)))
        lines.append(f"| `{short(one.function)}` | {one.of} | {sizes} | {taken} |")
    return lines


def rounded(number: float) -> str:
    """Return a number of microseconds: of less than ten a place behind the point."""
    return f"{number:.1f}" if number < 10 else f"{number:.0f}"  # noqa: PLR2004 - as above


def bounds_list() -> list[str]:
    """Return what bounds each of the other functions, and which grow otherwise."""
    by_why: dict[str, list[str]] = {}
    for name, why in BOUNDED.items():
        by_why.setdefault(why, []).append(f"`{short(name)}`")
    lines = [f"- {why}: {', '.join(names)}." for why, names in by_why.items()]
    grown = [one for one in FUNCTIONS if one.power > 1]
    return [*lines, *(f"- n * n: `{short(one.function)}`, as {one.why}." for one in grown)]


def short(function: str) -> str:
    """Name a function as a program that imports careplan does."""
    return function.removeprefix("careplan.")


def ratio_table() -> list[str]:
    """Return how many times as long as JSON alone reading and writing take."""
    mall = cp.Venue(
        category=cp.VenueCategory.COMMERCIAL_CENTRE,
        building_area_m2=12_000,
        rooms=[cp.Room(independent=True, usable_area_m2=8)],
    )
    found = cp.assess(mall, cp.get_plan("shuangliao_2021"))
    things = [("a venue with a room", mall), ("an assessment", found)]
    things += [(f"the plan {name}", cp.get_plan(name)) for name in cp.plan_ids()]
    lines = ["| what | characters | read / `json.loads` | written / `json.dumps` |"]
    lines.append("|---|---|---|---|")
    for name, thing in things:
        text = cp.codec.dumps(thing)
        data = json.loads(text)
        times = max(5, 20_000 // len(text))
        read = seconds(lambda: cp.codec.loads(text, type(thing)), times)  # noqa: B023 - called at once
        written = seconds(lambda: cp.codec.dumps(thing), times)  # noqa: B023 - called at once
        parsed = seconds(lambda: json.loads(text), times)  # noqa: B023 - called at once
        dumped = seconds(lambda: json.dumps(data), times)  # noqa: B023 - called at once
        lines.append(f"| {name} | {len(text)} | {read / parsed:.0f} | {written / dumped:.0f} |")
    return lines


def rows_table() -> list[str]:
    """Return how long tables of n rows take to be read, beside the reader of csv alone."""
    ledger = cp.get_plan("dawa_2023").ledgers["slots"]
    towns = [row.locality for row in ledger.rows]
    lines = [
        "| rows | cells that differ | seconds | microseconds a row | read / `csv.DictReader` |"
    ]
    lines.append("|---|---|---|---|---|")
    for size, different in ((1_000, 1_000), (10_000, 10_000), (100_000, 1_000), (100_000, 100_000)):
        text = "镇街,统计日期,托位数（个）\n" + "".join(
            f"{towns[n % len(towns)]},{2000 + n % 20}年{n % 12 + 1}月1日,{n % different}个\n"
            for n in range(size)
        )
        parsed = seconds(lambda: list(csv.DictReader(io.StringIO(text))))  # noqa: B023 - called at once
        rows = list(csv.DictReader(io.StringIO(text)))
        taken = seconds(lambda: cp.intake.read(rows, cp.SlotCount, localities=ledger))  # noqa: B023 - called at once
        each = f"{taken / size * 1e6:.1f} | {taken / parsed:.0f}"
        lines.append(f"| {size} | {different} | {taken:.2f} | {each} |")
    return lines


def ledgers_table() -> list[str]:
    """Return what a ledger of 40,000 localities takes, beside a loop that keeps the newest."""
    localities, days = 40_000, [date.fromordinal(DAY.toordinal() - 30 * n) for n in range(20)]
    ledger = ledger_of(localities)
    counts = [cp.SlotCount(f"第{n}镇", day, 10) for day in days for n in range(localities)]

    def loop() -> dict[str, cp.SlotCount]:
        newest: dict[str, cp.SlotCount] = {}
        for one in counts:
            best = newest.get(one.locality)
            if best is None or one.on > best.on:
                newest[one.locality] = one
        return newest

    asked: list[tuple[str, Work]] = [
        ("the loop", loop),
        ("`track_progress`", lambda: cp.track_progress(ledger, counts, on=DAY)),
        ("... to its outcome", lambda: cp.track_progress(ledger, counts, on=DAY).outcome),
        (
            "`progress_table` of four quarters",
            lambda: cp.progress_table(ledger, counts, periods=cp.quarters(2024)),
        ),
        (
            "`roll_up` by locality",
            lambda: cp.roll_up(counts, by="locality", of="slots"),
        ),
    ]
    # All in turn, three times: what else runs slows all of them.
    best = dict.fromkeys((name for name, _ in asked), float("inf"))
    for _ in range(3):
        for name, work in asked:
            best[name] = min(best[name], seconds(work, 1))
    lines = ["| 40 000 localities, 20 counts each | seconds | times the loop |", "|---|---|---|"]
    whole = best["the loop"]
    return lines + [f"| {name} | {one:.2f} | {one / whole:.1f} |" for name, one in best.items()]


if __name__ == "__main__":
    parts = (
        series_table,
        functions_table,
        bounds_list,
        plans_table,
        ratio_table,
        rows_table,
        ledgers_table,
    )
    print("\n\n".join("\n".join(part()) for part in parts))
