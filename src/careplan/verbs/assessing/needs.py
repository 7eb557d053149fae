"""What is left to ask of a subject that was changed, in the fewest words."""

from collections.abc import Iterator

from careplan.criteria.evaluation import stated
from careplan.criteria.nodes import (
    FALSE,
    AllOf,
    AnyOf,
    Compare,
    Criterion,
    Every,
    Not,
    Op,
    Quantified,
    Some,
)
from careplan.criteria.regions.taken import can_hold, can_surely_hold
from careplan.criteria.residuals import left_by, simplify_all
from careplan.fields.declaring import Noun
from careplan.fields.paths import Path
from careplan.verbs.assessing.levers import Changed, Way

_BOUNDS = {Op.GE, Op.GT, Op.LE, Op.LT}


def needed_for(requires: Criterion, way: Way, subject: Noun) -> Criterion | None:
    """Return what is left to ask; None unless facts are found with which all of it holds.

    Of several new items it says what each of them is to be.
    """
    changed = Changed(subject, way)
    if max(changed.added.values(), default=0) > 1:
        changed.pinned = _each_its_own(requires, changed)
    left = left_by(requires, changed)
    return left if can_surely_hold(left) else None


def _each_its_own(requires: Criterion, changed: Changed) -> dict[tuple[int, Path], int]:
    """Give each criterion that asks for an item the first new item that can be that as well."""
    pinned: dict[tuple[int, Path], int] = {}
    asked: dict[tuple[Path, int], list[Criterion]] = {}
    without_new = Changed(changed.subject, changed.free)
    for node, wanted in asking_for_an_item(requires, positive=True):
        items = stated(changed.subject, node.path) or ()
        if left_by(Some(node.noun, node.path, wanted), without_new) != FALSE:
            continue  # one that is there may do
        for place in range(len(items), len(items) + changed.added.get(node.path, 0)):
            so_far = asked.setdefault((node.path, place), [])
            if can_hold(simplify_all([*so_far, wanted])):
                so_far.append(wanted)
                pinned[id(node), node.path] = place
                break
    return pinned


def asking_for_an_item(
    node: Criterion, *, positive: bool
) -> Iterator[tuple[Quantified, Criterion]]:
    """Yield the parts that one item satisfies, with what that item must be."""
    match node:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from asking_for_an_item(part, positive=positive)
        case Not(part):
            yield from asking_for_an_item(part, positive=not positive)
        case Some(where=where) if positive:
            yield node, where
        case Every(where=where) if not positive:
            yield node, Not(where)


def shortened(needed: Criterion) -> Criterion:
    """Leave out alternatives of which one is asked for anyway: several breaches ask alike."""
    parts = needed.parts if isinstance(needed, AllOf) else (needed,)
    asked: set[Criterion] = {part for part in parts if not isinstance(part, AnyOf)}
    return simplify_all(part for part in parts if not _goes_without_saying(part, asked))


def _goes_without_saying(part: Criterion, asked: set[Criterion]) -> bool:
    match part:
        case AnyOf(parts):
            return any(_conjuncts(one) <= asked for one in parts)
        case Compare(noun, path, op, value):
            others = (one for one in asked if isinstance(one, Compare) and one != part)
            same = (one for one in others if (one.noun, one.path, one.op) == (noun, path, op))
            # The stricter bound is asked as well.
            return op in _BOUNDS and any(op.holds(one.value, value) for one in same)
        case _:
            return False


def _conjuncts(node: Criterion) -> set[Criterion]:
    return set(node.parts) if isinstance(node, AllOf) else {node}
