"""What is left to ask of a subject that was changed, in the fewest words."""

from collections.abc import Iterator
from datetime import date

import careplan.criteria.nodes as n
from careplan.criteria.regions.taken import can_hold, can_surely_hold
from careplan.criteria.residuals import left_by
from careplan.criteria.signs import Op
from careplan.criteria.steps import simplify_all, stated
from careplan.fields.declaring import Noun
from careplan.fields.paths import Path
from careplan.verbs.remedies.levers import Changed, Way

_BOUNDS = {Op.GE, Op.GT, Op.LE, Op.LT}


def needed_for(
    requires: n.Criterion, way: Way, subject: Noun, on: date | None = None
) -> n.Criterion | None:
    """Return what is left to ask; None unless facts are found with which all of it holds.

    Of several new items it says what each of them is to be.
    """
    changed = Changed(subject, way, on=on)
    if max(changed.added.values(), default=0) > 1:
        changed.pinned = _each_its_own(requires, changed)
    # What was not found with certainty is not offered: whoever brings it about must be done.
    left = left_by(requires, changed)
    return left if can_surely_hold(left) else None


def _each_its_own(requires: n.Criterion, changed: Changed) -> dict[tuple[int, Path], int]:
    """Give each criterion that asks for an item the first new item that can be that as well."""
    # Two clauses may each ask for "a room": one new room does for both where it can be both, else
    # it is said which is which. Without that each item would be left "this one or that one".
    pinned: dict[tuple[int, Path], int] = {}
    asked: dict[tuple[Path, int], list[n.Criterion]] = {}
    without_new = Changed(changed.subject, changed.free, on=changed.on)
    for node, wanted in asking_for_an_item(requires, positive=True):
        items = stated(changed.subject, node.path) or ()
        if left_by(n.Some(node.noun, node.path, wanted), without_new) != n.FALSE:
            continue  # one that is there may do
        for place in range(len(items), len(items) + changed.added.get(node.path, 0)):
            so_far = asked.setdefault((node.path, place), [])
            if can_hold(simplify_all([*so_far, wanted])):
                so_far.append(wanted)
                pinned[id(node), node.path] = place
                break
    return pinned


def asking_for_an_item(
    node: n.Criterion, *, positive: bool
) -> Iterator[tuple[n.Quantified, n.Criterion]]:
    """Yield the parts that one item satisfies, with what that item must be."""
    match node:
        case n.AllOf(parts) | n.AnyOf(parts):
            for part in parts:
                yield from asking_for_an_item(part, positive=positive)
        case n.Not(part):
            yield from asking_for_an_item(part, positive=not positive)
        case n.Some(where=where) if positive:
            yield node, where
        case n.Every(where=where) if not positive:
            yield node, n.Not(where)


def shortened(needed: n.Criterion) -> n.Criterion:
    """Leave out alternatives of which one is asked for anyway: several breaches ask alike."""
    parts = needed.parts if isinstance(needed, n.AllOf) else (needed,)
    asked: set[n.Criterion] = {part for part in parts if not isinstance(part, n.AnyOf)}
    return simplify_all(part for part in parts if not _goes_without_saying(part, asked))


def _goes_without_saying(part: n.Criterion, asked: set[n.Criterion]) -> bool:
    match part:
        case n.AnyOf(parts):
            return any(_conjuncts(one) <= asked for one in parts)
        case n.Compare(noun, path, op, value):
            others = (one for one in asked if isinstance(one, n.Compare) and one != part)
            same = (one for one in others if (one.noun, one.path, one.op) == (noun, path, op))
            # The stricter bound is asked as well.
            return op in _BOUNDS and any(op.holds(one.value, value) for one in same)
        case _:
            return False


def _conjuncts(node: n.Criterion) -> set[n.Criterion]:
    return set(node.parts) if isinstance(node, n.AllOf) else {node}
