"""The tasks: each a criterion, and a small document whose only duties it is.

The room ladder is that of clauses 4.1.a and 4.1.b of Shuangliao: who is to have a room, and how
large, beside the largest room there is. The sheet is annex 4 of BDA line by line, each thing an
item of its own. The duty of twelve facts is written like the duties of employers in the plans,
each fact asked once. A fourth task, beside the three, asks the same two clauses as they stand: of
all rooms of a place, which lie in a table of their own.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import attrs

import careplan as cp
from benchmarks import by_hand, drawn
from careplan import writing as w
from careplan.base.exact import Number
from careplan.criteria.nodes import Criterion, Term
from careplan.criteria.signs import Op
from careplan.criteria.sums.canonical import linear

venue, room, employer = cp.facts(cp.Venue), cp.facts(cp.Room), cp.facts(cp.Employer)


@attrs.frozen(eq=False)
class Task:
    """A question about a noun; `by_hand` answers it as a programmer would write it."""

    key: str
    title: cp.Text
    noun: type[Any]
    drawn: Callable[[int], drawn.Drawn]
    by_hand: Callable[[Any], bool | None]
    plan: cp.Plan

    criterion: Criterion


@attrs.frozen(kw_only=True)
class Place(cp.Venue):
    """A public place of which the largest independent room is known, or that it has none: 0."""

    __label__ = cp.Text(zh="公共场所", en="public place")
    __measure__ = "处"

    largest_room_m2: Number | None = w.number(
        "最大独立母婴室的使用面积",
        "usable area of its largest independent room",
        unit=w.SQUARE_METRES,
        changeable=True,
    )


place = cp.facts(Place)


def rungs(*, of_rooms: bool) -> tuple[cp.Plan, Criterion]:
    """Return clauses 4.1.a and 4.1.b of Shuangliao as a document, and what keeps both at once.

    Who is meant stands once in the criterion, as anybody would write it who asks both at once; in
    the document each clause is complete. What is required is asked of all rooms, or of the largest.
    """
    plan = cp.get_plan("shuangliao_2021")
    taken = plan.read_as(None)
    # Under the readings taken each half of a rule is a criterion.
    lower: Any
    upper: Any
    lower, upper = (one.read(taken) for one in plan.rules if one.id in {"4.1.a", "4.1.b"})
    if not of_rooms:
        lower = attrs.evolve(lower, requires=place.largest_room_m2 >= SMALLER, otherwise=())
        upper = attrs.evolve(upper, requires=place.largest_room_m2 >= LARGER, otherwise=())
    clauses = (lower.clause, upper.clause)
    key = "rooms" if of_rooms else "ladder"
    made = cp.Plan(id=key, document=plan.document, clauses=clauses, rules=(lower, upper))
    listed, *sizes = lower.applies.parts
    _, *larger = upper.applies.parts
    kept = (
        cp.any_of(cp.not_(cp.all_of(*sizes)), lower.requires),
        cp.any_of(cp.not_(cp.all_of(*larger)), upper.requires),
    )
    return made, cp.any_of(cp.not_(listed), cp.all_of(*kept))


SMALLER, LARGER = 6, 10  # square metres, from 5,000 m2 of building and above 10,000


def document(key: str, title: cp.Text, applies: Any, requires: Any) -> cp.Plan:
    """Return a document of one clause, which is one duty."""
    clause = w.Clause("1", "一", w.Modality.MUST, title)
    rule = w.Rule(clause=clause, applies=applies, requires=requires)
    about = w.Document(title=title, issuer=title)
    return cp.Plan(id=key, document=about, clauses=(clause,), rules=(rule,))


PASS_MARK = 80
ITEMS: tuple[tuple[int, Any], ...] = (
    (15, room.area_m2 >= 10),
    (5, room.private),
    (10, room.clean),
    (5, room.free_of_clutter),
    (5, room.free_of_dust),
    (5, room.free_of_odour),
    (
        10,
        cp.all_of(room.equipment[cp.Equipment.TABLE] >= 1, room.equipment[cp.Equipment.CHAIR] >= 1),
    ),
    (5, room.equipment[cp.Equipment.POWER_SOCKET] >= 1),
    (10, room.equipment[cp.Equipment.REFRIGERATOR] >= 1),
    (5, room.equipment[cp.Equipment.MICROWAVE] >= 1),
    (5, room.equipment[cp.Equipment.WATER_DISPENSER] >= 1),
    (5, room.equipment[cp.Equipment.STORAGE_CABINET] >= 1),
    (5, room.equipment[cp.Equipment.DISINFECTION_CABINET] >= 1),
    (
        5,
        cp.all_of(
            cp.has(room.supplies, cp.Supply.HAND_AND_MOUTH_WIPES),
            cp.has(room.supplies, cp.Supply.CLEANING_CLOTHS),
        ),
    ),
    (5, cp.all_of(room.use_register, room.ledger_kept)),
)
PASSED = linear(
    cp.Room,
    [
        (Fraction(points), Term(where=w_.__criterion__() if hasattr(w_, "__criterion__") else w_))
        for points, w_ in ITEMS
    ],
    Op.GE,
    Fraction(PASS_MARK),
)
EMPLOYERS = {
    cp.EmployerKind.STATE_ORGAN,
    cp.EmployerKind.ENTERPRISE,
    cp.EmployerKind.PUBLIC_INSTITUTION,
}
OWES_CARE = cp.all_of(
    cp.among(employer.kind, EMPLOYERS),
    cp.any_of(
        employer.female_employees >= 100,
        employer.many_female_employees,
        employer.pregnant_or_nursing_employees >= 5,
    ),
    employer.conditions_allow,
)
CARES = cp.all_of(
    employer.flexible_hours,
    employer.keeps_jobs,
    employer.breastfeeding_time,
    cp.any_of(employer.eases_care, employer.offers_care),
    cp.any_of(employer.care_on_site, employer.runs_care_institution),
)

LADDER = cp.Text(zh="母婴室面积阶梯", en="room ladder")
SHEET = cp.Text(zh="验收评分表", en="acceptance sheet")
TWELVE = cp.Text(zh="十二项条件", en="twelve conditions")
ROOMS = cp.Text(zh="阶梯，逐间查看", en="ladder, room by room")


def tasks() -> tuple[Task, ...]:
    """Return the three tasks, and the fourth beside them."""
    steps, step = rungs(of_rooms=False)
    clauses, kept = rungs(of_rooms=True)
    sheet = document("sheet", SHEET, cp.all_of(), PASSED)
    twelve = document("twelve", TWELVE, OWES_CARE, CARES)
    duty = cp.any_of(cp.not_(OWES_CARE), CARES)
    return (
        Task("ladder", LADDER, Place, drawn.places, by_hand.keeps_ladder, steps, step),
        Task("sheet", SHEET, cp.Room, drawn.rooms, by_hand.passes_sheet, sheet, PASSED),
        Task("twelve", TWELVE, cp.Employer, drawn.employers, by_hand.keeps_twelve, twelve, duty),
        Task("rooms", ROOMS, cp.Venue, drawn.venues, by_hand.keeps_area_rule, clauses, kept),
    )


THREE = ("ladder", "sheet", "twelve")  # what the limits are about
