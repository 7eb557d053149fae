"""Where one fact decides a sum: each fact of it that is compared once the others are stated.

10 children are stated: then carers stand below, at and above 4. Of a number of items that is
asked for, the items themselves do: one fewer, as many, and one more.
"""

from collections.abc import Callable
from typing import Any

import careplan.criteria.nodes as n
from careplan.base.exact import ratio
from careplan.base.truth import Truth
from careplan.criteria.evaluation import evaluate
from careplan.criteria.residuals import residual
from careplan.criteria.steps import paths_asked, stated
from careplan.fields.kinds import ItemsKind
from careplan.fields.paths import Path, dotted, kind_at

# How many items, and whether the sum is then so.
Sizes = tuple[tuple[bool, Callable[[Any], Any]], ...]


def facts_of_sum(node: n.Linear) -> tuple[Path, ...]:
    """Return what of a sum may decide: its facts, and the collections it is about."""
    return tuple(dict.fromkeys(paths_asked(node)))


def compared(node: n.Several, fact: Path, subject: Any) -> tuple[n.Leaf, bool] | None:
    """Return what a sum, or a period, asks of one fact beside all that the subject states.

    With it stands whether the sum is so where the leaf is. None if that fact does not decide,
    or not by itself.
    """
    left = residual(node, subject, [dotted(fact)])
    positive = not isinstance(left, n.Not)
    leaf = left.part if isinstance(left, n.Not) else left
    if isinstance(leaf, n.Compare | n.Among | n.Has) and leaf.path == fact:
        return leaf, positive
    return None


def sizes(node: n.Linear, fact: Path, subject: Any) -> Sizes:
    """Return one item fewer than a sum asks for, as many, and one more; nothing of a total."""
    [(factor, term), *others] = node.terms
    items = stated(subject, fact)
    counts = not others and not term.amount and term.over == fact
    if not counts or not items or evaluate(term.where, items[0]).truth is not Truth.TRUE:
        return ()
    asked = ratio(node.bound) / ratio(factor)
    around = (int(asked) + step for step in (-1, 0, 1))
    return tuple((node.op.holds(size, asked), _so_many(items[0], size)) for size in around)


def is_collection(node: n.Linear, fact: Path) -> bool:
    """Say whether what decides a sum is a collection."""
    return isinstance(kind_at(node.noun, fact), ItemsKind)


def _so_many(item: Any, size: int) -> Callable[[Any], Any]:
    return lambda _: (item,) * size
