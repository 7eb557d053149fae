"""Plans misread as programs misread them, and answers that take blanks, zeros and old counts."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeVar

import attrs

import careplan as cp
import careplan.criteria.nodes as n
from careplan import writing as w
from careplan.criteria.signs import Op
from careplan.documents.encoded import ByReading
from careplan.fields.declaring import Noun, facts_declared
from careplan.fields.kinds import FlagKind
from careplan.fields.paths import kind_at
from careplan.testing import BoundaryCase
from careplan.testing.vocabulary import is_measured

Answer = Callable[[BoundaryCase], object]
_T = TypeVar("_T")
# 超过 read as 以上, 不满 as 以下, and the other way round.
MISREAD = {Op.GE: Op.GT, Op.GT: Op.GE, Op.LE: Op.LT, Op.LT: Op.LE}


def misread(value: _T) -> _T:
    """Return a criterion, a milestone or what holds some with each bound read the other way."""
    found: Any = value
    match value:
        case n.Compare(noun=noun, path=path, op=op) if op in MISREAD:
            if is_measured(kind_at(noun, path)):
                found = attrs.evolve(value, op=MISREAD[op])
        case n.AllOf(parts=parts) | n.AnyOf(parts=parts):
            found = type(value)(tuple(map(misread, parts)))
        case n.Not(part=part):
            found = n.Not(misread(part))
        case n.Some(where=where) | n.Every(where=where):
            found = attrs.evolve(value, where=misread(where))
        case n.Linear(op=op) if op in MISREAD:
            found = attrs.evolve(value, op=MISREAD[op])
        case ByReading(options=options):
            found = attrs.evolve(value, options={k: misread(one) for k, one in options.items()})
        case w.Rule():
            found = attrs.evolve(
                value, applies=misread(value.applies), requires=misread(value.requires)
            )
        case w.Benefit():
            found = attrs.evolve(value, condition=misread(value.condition))
        case w.Milestone(value=int() | Decimal(), op=op) if op in MISREAD:
            found = attrs.evolve(value, op=MISREAD[op])
        case w.Target():
            found = attrs.evolve(value, milestones=tuple(map(misread, value.milestones)))
        case w.LedgerRow():
            found = attrs.evolve(value, milestones=tuple(map(misread, value.milestones)))
        case w.Ledger():
            rows = tuple(map(misread, value.rows))
            found = attrs.evolve(value, rows=rows, totals=tuple(map(misread, value.totals)))
        case _:
            pass
    return found  # type: ignore[no-any-return]  # of the same class


def misread_plan(plan: cp.Plan) -> cp.Plan:
    """Return a plan with every bound read the other way: of facts, targets and ledgers."""
    return attrs.evolve(
        plan,
        rules=tuple(map(misread, plan.rules)),
        benefits=tuple(map(misread, plan.benefits)),
        targets={key: misread(one) for key, one in plan.targets.items()},
        ledgers={key: misread(one) for key, one in plan.ledgers.items()},
    )


def a_year_late(milestones: tuple[w.Milestone, ...]) -> tuple[w.Milestone, ...]:
    """Return milestones each with the figure of the one before it, the first with its own."""
    before = (milestones[0], *milestones[:-1])
    return tuple(
        attrs.evolve(one, value=other.value, op=other.op)
        for one, other in zip(milestones, before, strict=True)
    )


def of_last_year(plan: cp.Plan) -> cp.Plan:
    """Return a plan whose ledgers are read one column too far to the left."""
    return attrs.evolve(
        plan,
        ledgers={
            key: attrs.evolve(
                ledger,
                rows=tuple(
                    attrs.evolve(row, milestones=a_year_late(row.milestones)) for row in ledger.rows
                ),
            )
            for key, ledger in plan.ledgers.items()
        },
    )


def by(plan: cp.Plan) -> Answer:
    """Answer as careplan does by a plan."""
    return lambda case: case.answer(plan)


def blank_is_no(plan: cp.Plan) -> Answer:
    """Answer as if every box that is not ticked were a no."""

    def answer(case: BoundaryCase) -> object:
        subject = case.subject
        return attrs.evolve(case, subject=_ticked(subject)).answer(plan)

    return answer


def _ticked(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(_ticked, value))
    if not isinstance(value, Noun):
        return value
    facts: dict[str, Any] = {}
    for name, spec in facts_declared(type(value)).items():
        stated = getattr(value, name)
        facts[name] = (
            False if stated is None and isinstance(spec.kind, FlagKind) else _ticked(stated)
        )
    try:
        return attrs.evolve(value, **facts)
    except cp.InvalidInput:  # some boxes exclude each other: as it was
        return value


def missing_mark_is_zero(plan: cp.Plan) -> Answer:
    """Answer as if what has no mark had brought nothing."""

    def answer(case: BoundaryCase) -> object:
        if not isinstance(case.whole, w.Scorecard):
            return case.expected
        marks: Mapping[str, Any] = case.subject
        zeros = {
            item.key: marks.get(item.key, False if item.yes_or_no else 0)
            for item in case.whole.items
            if item.applies == n.TRUE or item.key in marks
        }
        return attrs.evolve(case, subject=zeros).answer(plan)

    return answer


def old_is_taken(plan: cp.Plan) -> Answer:
    """Answer as if every report were of the day asked."""

    def answer(case: BoundaryCase) -> object:
        if not isinstance(case.whole, w.Ledger | w.Target):
            return case.expected
        redated = tuple(attrs.evolve(one, on=case.on) for one in case.subject)
        return attrs.evolve(case, subject=redated).answer(plan)

    return answer


def nothing_reported_is_none(plan: cp.Plan) -> Answer:
    """Answer as if a locality that reported nothing had nothing."""

    def answer(case: BoundaryCase) -> object:
        if not isinstance(case.whole, w.Ledger):
            return case.expected
        assert case.on is not None
        known = {one.locality for one in case.subject}
        counted = [
            cp.LedgerCount(row.locality, case.on, case.path, 0)
            for row in case.whole.rows
            if row.locality not in known
        ]
        return attrs.evolve(case, subject=(*case.subject, *counted)).answer(plan)

    return answer


def swapped(value: _T) -> _T:
    """Return a criterion, or a rule or benefit that holds some, with "any" for "all" and back."""
    found: Any = value
    match value:
        case n.AllOf(parts=parts) | n.AnyOf(parts=parts):
            found = type(value)(tuple(map(swapped, parts)))
        case n.Not(part=part):
            found = n.Not(swapped(part))
        case n.Some(noun=noun, path=path, where=where):
            found = n.Every(noun, path, where)
        case n.Every(noun=noun, path=path, where=where):
            found = n.Some(noun, path, where)
        case ByReading(options=options):
            found = attrs.evolve(value, options={k: swapped(one) for k, one in options.items()})
        case w.Rule():
            found = attrs.evolve(value, requires=swapped(value.requires))
        case w.Benefit():
            found = attrs.evolve(value, condition=swapped(value.condition))
        case _:
            pass
    return found  # type: ignore[no-any-return]  # of the same class


def none_is_unknown(plan: cp.Plan) -> Answer:
    """Answer as `if not rooms: unknown` does: as if a list with nothing in it were not stated."""

    def answer(case: BoundaryCase) -> object:
        if not isinstance(case.subject, Noun):
            return case.expected
        lists = {name: None for name in facts_declared(type(case.subject))
                 if getattr(case.subject, name) == ()}  # fmt: skip
        return attrs.evolve(case, subject=attrs.evolve(case.subject, **lists)).answer(plan)

    return answer


def one_count(plan: cp.Plan, choose: Callable[[Sequence[Any]], Any]) -> Answer:
    """Answer as if the count chosen, of several of one place or target, were the newest one."""

    def answer(case: BoundaryCase) -> object:
        if isinstance(case.cited, w.Ledger) or not isinstance(case.whole, w.Ledger | w.Target):
            return case.expected
        chosen = (choose(case.subject),) if case.subject else ()
        newest = tuple(attrs.evolve(one, on=max(each.on for each in case.subject))
                       for one in chosen)  # fmt: skip
        return attrs.evolve(case, subject=newest).answer(plan)

    return answer
