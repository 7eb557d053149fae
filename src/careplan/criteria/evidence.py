"""What was looked at to answer a criterion: pieces of evidence, grouped as the criterion asks.

A criterion that asks for all of several things yields a piece for each of them. One that is
content with any of several yields one piece for the whole, with what was seen inside it, so
that no piece claims more than is asked.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from careplan.base.errors import AmbiguousTruth
from careplan.base.foreign import Hosted
from careplan.base.frozenmap import frozen
from careplan.base.truth import Truth
from careplan.criteria.nodes import (
    AllOf,
    AnyOf,
    Criterion,
    Elapsed,
    Every,
    Linear,
    Not,
    Some,
    Term,
)
from careplan.criteria.steps import paths_asked
from careplan.criteria.sums.ends import amount_path
from careplan.criteria.sums.tallies import Tally
from careplan.fields.kinds import ItemsKind
from careplan.fields.paths import ON, Path, dotted, kind_at, spec_at


@frozen
class Evidence(Hosted):
    """One thing looked at: what was observed at `path`, beside what is required there.

    `observed` is None if not stated. A piece with `parts` is about several things: all of
    them are asked for, or any one of them (`is_any`); its `path` is the collection they are
    items of, or empty, and what was observed stands in the parts. `unless` are alternatives
    that nobody can bring about (how old a room is): the rest is asked only where none of them
    holds. Of the parts, those are kept that decide. `truth` is whether what was observed is as
    required. Of a sum `path` is empty, and `observed` a Tally: what each of its terms comes to;
    of elapsed time it is empty, too, and `observed` the pair of days, the first and the last.
    """

    path: str
    observed: object
    required: Criterion
    truth: Truth
    parts: "tuple[Evidence, ...]" = ()
    unless: "tuple[Evidence, ...]" = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """The paths of the facts looked at; of a group, those of its parts are not among them."""
        if isinstance(self.observed, Tally):
            return self.observed.facts
        asked = self.required.part if isinstance(self.required, Not) else self.required
        if isinstance(asked, Elapsed):
            return tuple(map(dotted, paths_asked(asked)))
        if isinstance(asked, Some | Every) and self.path and not self.is_group:
            return tuple(map(dotted, paths_asked(asked)))  # with the day asked, if it counts to it
        return (self.path,) if self.path else ()

    @property
    def is_group(self) -> bool:
        """Whether the piece is about several things."""
        return bool(self.parts or self.unless)

    @property
    def is_any(self) -> bool:
        """Whether any one of several parts is enough; otherwise all of them are asked for."""
        return self.is_group and is_any(self.required)


@frozen
class Evaluation(Hosted):
    """The truth of a criterion about a subject, and what decides it, in reading order.

    Alternatives that failed are left out where another one held, and parts that held
    are left out where another one failed.
    """

    truth: Truth
    evidence: tuple[Evidence, ...]

    def __bool__(self) -> bool:
        raise AmbiguousTruth(self)


def witnesses(evidence: Iterable[Evidence]) -> Iterator[Evidence]:
    """Yield the single facts and sums looked at, out of their groups: exceptions before the rest.

    >>> from careplan.criteria.proxies import facts
    >>> from careplan.criteria.evaluation import evaluate
    >>> from careplan.nouns.facilities import Venue
    >>> venue = facts(Venue)
    >>> looked_at = evaluate(venue.waiting_area | venue.reserved_seats, Venue()).evidence
    >>> [piece.path for piece in witnesses(looked_at)]
    ['waiting_area', 'reserved_seats']
    """
    for piece in evidence:
        if piece.is_group:
            yield from witnesses((*piece.unless, *piece.parts))
        elif piece.facts:  # a part that is always true looks at nothing
            yield piece


def exceptions(alternatives: Iterable[Criterion]) -> tuple[Criterion, ...]:
    """Return the alternatives that nobody can bring about, if there are others beside them."""
    listed = tuple(alternatives)
    fixed = tuple(one for one in listed if not is_changeable(one))
    return fixed if len(fixed) < len(listed) else ()


def alternatives(criterion: Criterion) -> tuple[Criterion, ...]:
    """Return the criteria any one of which is enough, of a join that is content with one."""
    denied = isinstance(criterion, Not)
    join = criterion.part if isinstance(criterion, Not) else criterion
    assert isinstance(join, AllOf | AnyOf)  # noqa: S101 - only a join has alternatives
    return tuple(Not(part) for part in join.parts) if denied else join.parts


def is_any(criterion: Criterion) -> bool:
    """Say whether a criterion of several parts, or items, is content with one of them."""
    positive = not isinstance(criterion, Not)
    node = criterion.part if isinstance(criterion, Not) else criterion
    return isinstance(node, AllOf | Every) is not positive


def is_changeable(node: Criterion) -> bool:
    """Say whether a person can change anything that a criterion reads."""
    known: bool | None = getattr(node, "_changeable", None)
    if known is None:
        known = _is_changeable(node)
        object.__setattr__(node, "_changeable", known)
    return known


def _is_changeable(node: Criterion) -> bool:
    match node:
        case AllOf(parts) | AnyOf(parts):
            return any(map(is_changeable, parts))
        case Not(part):
            return is_changeable(part)
        case Some(where=where) | Every(where=where):
            return _is_growable(node.noun, node.path) or is_changeable(where)
        case Linear(noun=noun, terms=terms):
            return any(_is_term_changeable(noun, term) for _, term in terms)
        case Elapsed(noun=noun):  # nobody brings about the day asked
            facts = (path for path in paths_asked(node) if path != ON)
            return any(spec_at(noun, path).changeable for path in facts)
        case _:
            return spec_at(node.noun, node.path).changeable


def _is_growable(noun: type[Any], path: Path) -> bool:
    kind = kind_at(noun, path)
    return isinstance(kind, ItemsKind) and kind.growable


def _is_term_changeable(noun: type[Any], term: Term) -> bool:
    if term.amount and spec_at(noun, amount_path(term)).changeable:
        return True
    return bool(term.over and _is_growable(noun, term.over)) or is_changeable(term.where)
