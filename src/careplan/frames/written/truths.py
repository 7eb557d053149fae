"""A criterion as one expression, in Kleene's logic: null is unknown."""

from datetime import date
from typing import assert_never

import careplan.criteria.nodes as n
from careplan.frames.lent import Expr, folded, holding, narwhals, settled
from careplan.frames.written.days import elapsed
from careplan.frames.written.leaves import column_path, leaf
from careplan.frames.written.sight import Asked, Sight
from careplan.frames.written.sums import summed


def truth(node: n.Criterion, sight: Sight) -> Expr:
    """Return a sound criterion about the noun of a table as an expression over its columns."""
    match node:
        case n.Compare() | n.Among() | n.Has():
            return leaf(node, sight.column(column_path(node)))
        case n.AllOf(parts):
            return folded([truth(part, sight) for part in parts], every=True)
        case n.AnyOf(parts):
            return folded([truth(part, sight) for part in parts], every=False)
        case n.Not(part):
            return ~truth(part, sight)
        case n.Some() | n.Every():
            return _of_items(node, sight)
        case n.Linear():
            return summed(node, sight, truth)
        case n.Elapsed(start=start, end=end):
            begun = start if isinstance(start, date) else sight.column(start).values()
            ended = None if end is None else sight.column(end).values()
            return elapsed(node, begun, ended, sight.on)
        case _:
            assert_never(node)


def _of_items(node: n.Quantified, sight: Sight) -> Expr:
    is_some = isinstance(node, n.Some)
    count = sight.column(node.path).values()
    if node.where == n.TRUE:  # how many there are says it
        return count > 0 if is_some else count >= 0
    nw = narwhals()
    tallies = sight.tally(Asked(node.path, node.where))
    yes, unknown = nw.col(tallies.yes), nw.col(tallies.left)
    if is_some:
        found = settled(yes > 0, yes + unknown == 0, typed=sight.typed)
    else:
        found = settled(yes == count, yes + unknown < count, typed=sight.typed)
    return holding(nw.col(tallies.stated), found)
