"""Where one fact decides a sum: each fact of it that is compared once the others are stated.

10 children are stated: then carers stand below, at and above 4. Where items are counted or added
up see `items`.
"""

from collections.abc import Iterator
from typing import Any

import careplan.criteria.nodes as n
from careplan.criteria.residuals import residual
from careplan.criteria.steps import paths_asked
from careplan.fields.paths import Path, dotted


def facts_of_sum(node: n.Linear) -> Iterator[tuple[Path, Path]]:
    """Yield the path of what may decide a sum: facts, collections counted, amounts of items.

    Beside it stands how much of its end is a fact of items.
    """
    terms = [term for _, term in node.terms]
    for path in dict.fromkeys(paths_asked(node)):
        of_items = dict.fromkeys(term.amount for term in terms if term.over == path)
        yield from (((*path, *amount), amount) for amount in of_items or [()])


def compared(node: n.Asking, fact: Path, subject: Any) -> tuple[n.Leaf, bool] | None:
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
