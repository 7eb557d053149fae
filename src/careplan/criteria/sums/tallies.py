"""What was seen of a sum: what each of its terms comes to, at least and at most."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

import attrs

import careplan.criteria.nodes as n
from careplan.base.exact import Exact, ratio, tidy
from careplan.criteria.sums.ends import Ends, added, hull, scaled, settled
from careplan.fields.paths import dotted


@attrs.frozen
class Tallied:
    """What one term comes to before its factor: `low` is `high` once it is known.

    None is a number that nothing bounds.
    """

    low: Exact | None
    high: Exact | None


@attrs.frozen
class Tally:
    """What the terms of a sum come to, in their order, and the paths of the facts looked at."""

    terms: tuple[Tallied, ...]
    facts: tuple[str, ...]


def tally_of(
    node: n.Linear,
    opened: Sequence[Iterable[tuple[Fraction, n.Term | None]]],
    left: n.Criterion,
) -> Tally:
    """Say what was seen of a sum: of each term the shares that are known, and what is left.

    `node` is written about the subject; `left` is what is left of it.
    """
    terms = []
    for (factor, _), parts in zip(node.terms, opened, strict=True):
        shares = ((share / ratio(factor), term) for share, term in parts)
        low, high = added(_ends(node, share, term) for share, term in shares)
        terms.append(Tallied(_tidied(low), _tidied(high)))
    asked = (path for one in (node, *n.reads(left)) for path in n.paths_asked(one))
    return Tally(tuple(terms), tuple(dict.fromkeys(map(dotted, asked))))


def truth_by_ends(node: n.Linear, tally: Tally) -> bool | None:
    """Say what the ends of the terms settle by themselves; None where they do not."""
    several = (
        scaled((_ratio(one.low), _ratio(one.high)), ratio(factor))
        for (factor, _), one in zip(node.terms, tally.terms, strict=True)
    )
    return settled(node.op, added(several), ratio(node.bound))


def _ends(node: n.Linear, share: Fraction, term: n.Term | None) -> Ends:
    if term is None or not share:
        return share, share
    return scaled(hull(node.noun, term), share)


def _tidied(number: Fraction | None) -> Exact | None:
    return None if number is None else tidy(number)


def _ratio(number: Exact | None) -> Fraction | None:
    return None if number is None else ratio(number)
