"""What a second evaluator is told of sums, and what of them no case asks it.

It adds up what each term comes to at least and at most. Where terms share a fact, or are whole,
careplan may know more.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import careplan.criteria.nodes as n
from careplan.base.exact import Exact, tidy
from careplan.base.truth import Truth
from careplan.criteria.evaluation import looked_at
from careplan.criteria.evidence import Evidence, witnesses
from careplan.criteria.nodes import Criterion
from careplan.criteria.steps import Facts
from careplan.criteria.sums.ends import amount_path, least
from careplan.criteria.sums.tallies import Tally, truth_by_ends
from careplan.fields.paths import dotted


def minimums(value: Any) -> dict[str, Exact]:
    """Return the minimum of each fact that a sum in a value adds up, where it is not 0.

    By its noun and path, `[*]` for any item: `{"Crew.cots[*].warmth": -5}`.
    """
    found = {
        _name(node, term): tidy(low)
        for node in _sums(value)
        for _, term in node.terms
        if term.amount and (low := least(node.noun, amount_path(term)))
    }
    return dict(sorted(found.items()))


def settled_by_ends(criteria: Iterable[Criterion], subject: object, on: date | None) -> bool:
    """Say whether the ends of each sum settle what is settled of it for a subject."""
    asked = [one for one in criteria if any(True for _ in _sums(one))]
    seen = (looked_at(one, Facts(subject, on)).evidence for one in asked)
    return all(_is_plain(piece) for pieces in seen for piece in witnesses(pieces))


def _is_plain(piece: Evidence) -> bool:
    node = piece.required.part if isinstance(piece.required, n.Not) else piece.required
    if piece.truth is Truth.UNKNOWN or not isinstance(node, n.Linear):
        return True
    return isinstance(piece.observed, Tally) and truth_by_ends(node, piece.observed) is not None


def _name(node: n.Linear, term: n.Term) -> str:
    over = f"{dotted(term.over)}[*]." if term.over else ""
    return f"{node.noun.__name__}.{over}{dotted(term.amount)}"


def _sums(value: Any) -> Iterator[n.Linear]:
    """Yield every sum in a value, also in items and in what a sum asks."""
    match value:
        case Mapping():
            for inner in value.values():
                yield from _sums(inner)
        case list() | tuple():
            for inner in value:
                yield from _sums(inner)
        case n.AllOf(parts=parts) | n.AnyOf(parts=parts):
            yield from _sums(parts)
        case n.Not(part=part):
            yield from _sums(part)
        case n.Some(where=where) | n.Every(where=where):
            yield from _sums(where)
        case n.Linear(terms=terms):
            yield value
            yield from _sums([term.where for _, term in terms])
