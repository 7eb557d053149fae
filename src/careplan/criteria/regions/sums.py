"""Whether sums can come out as asked where each fact is bounded by itself."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from careplan.base.exact import ratio
from careplan.criteria.nodes import TRUE, Linear, Several, Term
from careplan.criteria.regions.bounds import interval
from careplan.criteria.regions.spans import INFINITY, Span, Spans
from careplan.criteria.sums.ends import Ends, added, hull, is_whole, scaled
from careplan.fields.paths import dotted


def can_come_out(several: Iterable[tuple[Several, bool]], values: Mapping[str, Any]) -> bool:
    """Say whether the sums among several can hold (or, with False, not hold); never wrongly no.

    Each sum has the ends that the bounds of its facts leave; what several ask of the same terms
    is met at once. Only plain facts take the bounds in `values`: two items that are asked for may
    be one and the same, and what is asked of one bounds no other.
    """
    asked: dict[Any, Spans] = {}
    for node, positive in several:
        if not isinstance(node, Linear):
            continue
        key = node.noun, frozenset(node.terms)
        if key not in asked:
            asked[key] = _between(added(_ends(node, values)))
        asked[key] &= interval(node.op if positive else ~node.op, node.bound, whole=False)
    return not any(one.is_empty() for one in asked.values())


def _ends(node: Linear, values: Mapping[str, Any]) -> Iterable[Ends]:
    for factor, term in node.terms:
        yield scaled(_narrowed(node, term, values), ratio(factor))


def _narrowed(node: Linear, term: Term, values: Mapping[str, Any]) -> Ends:
    """Return the ends of a term; ends that do not belong count as if they did: that is wider."""
    low, high = hull(node.noun, term)
    known = values.get(dotted(term.amount)) if not term.over and term.where == TRUE else None
    if not isinstance(known, Spans) or not known.parts:
        return low, high
    first, last = known.parts[0].low, known.parts[-1].high
    if isinstance(last, Fraction) and is_whole(node.noun, term):
        last -= 1  # a count fills the numbers up to the next
    low = first if isinstance(first, Fraction) else low
    return low, last if isinstance(last, Fraction) else high


def _between(ends: Ends) -> Spans:
    low, high = ends
    return Spans.of([Span(-INFINITY if low is None else low, INFINITY if high is None else high)])
