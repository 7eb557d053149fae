"""Say what would end a breach: the smallest sets of changes a person can make."""

from collections.abc import Iterable, Sequence
from itertools import product
from typing import Any, assert_never

import attrs

from careplan.errors import check_type
from careplan.evaluation import leaf_holds, stated
from careplan.fields import Noun, facts_declared
from careplan.kinds import FactSpec, ItemsKind, TableKind
from careplan.nodes import (
    FALSE,
    TRUE,
    AllOf,
    Among,
    AnyOf,
    Compare,
    Criterion,
    Every,
    Has,
    Leaf,
    Not,
    Path,
    Quantified,
    Some,
    dotted,
)
from careplan.residuals import facts_read, residual
from careplan.sources import Force
from careplan.truth import Outcome, Truth
from careplan.verdicts import Assessment, Change, Finding, Remedy, RemedyOption

# A reader can weigh three alternatives; the smallest come first.
MOST_OPTIONS = 3
# Joining many alternatives multiplies them; only the smallest are carried on.
MOST_CARRIED = 64


def remedies(assessment: Assessment) -> tuple[Remedy, ...]:
    """Say, for each binding finding that is not met, what would end the breach.

    An option is a smallest set of facts a person can change (as the nouns declare) that
    the rule's `requires` reads and its `applies` does not; `needed` is what is left of
    `requires` when they are set free. At most three options, smallest first, adding to a
    collection kept among them. Options are alternatives; several findings add up.
    Raises InvalidInput for anything but an assessment.

    >>> import careplan as cp
    >>> mall = cp.Venue(category=cp.VenueCategory.COMMERCIAL_CENTRE, building_area_m2=12_000,
    ...                 rooms=[cp.Room(independent=True, usable_area_m2=8)])
    >>> [remedy] = cp.remedies(cp.assess(mall, cp.get_plan("shuangliao_2021")))
    >>> [option.needed for option in remedy.options]  # doctest: +NORMALIZE_WHITESPACE
    [Venue.rooms[0].usable_area_m2 >= 10,
     all_of(Venue.rooms[1].independent == True, Venue.rooms[1].usable_area_m2 >= 10)]
    """
    check_type(assessment, Assessment, "assessment")
    return tuple(
        _mend(finding, assessment.subject)
        for finding in assessment.findings
        if finding.force is Force.BINDING and finding.outcome is Outcome.NOT_MET
    )


def _mend(finding: Finding, subject: Noun) -> Remedy:
    kept = facts_read(finding.rule.applies, subject)
    requires = finding.rule.requires
    assert isinstance(requires, Criterion)  # noqa: S101 - a finding's rule is read already
    ways = _Ways(subject, kept).to_mend(requires)
    options = tuple(_option(way, requires, subject) for way in _shortlist(ways))
    against = (e for e in finding.requires_evidence if e.truth is Truth.FALSE)
    return Remedy(finding=finding, options=options, fixed=() if options else tuple(against))


def _shortlist(ways: "Alternatives") -> "Alternatives":
    first, rest = ways[:MOST_OPTIONS], ways[MOST_OPTIONS:]
    added = [way for way in rest if any(isinstance(path[-1], int) for path in way)]
    return [*first[:-1], added[0]] if added else first


def _option(way: "Way", requires: Criterion, subject: Noun) -> RemedyOption:
    paths = sorted(way, key=dotted)
    grown: Any = subject
    changes = []
    for path in paths:
        added = isinstance(path[-1], int)
        if added:
            grown = _with_blank_item(grown, path[:-1])
        changes.append(Change(dotted(path), stated(subject, path) if not added else None, added))
    free = [change.path for change in changes if not change.added]
    return RemedyOption(tuple(changes), residual(requires, grown, free))


def _with_blank_item(subject: Any, path: Path) -> Any:
    """Return the subject with one more item, all of it unstated, in the collection at `path`."""
    name, rest = path[0], path[1:]
    if isinstance(name, int):
        items = tuple(subject)
        return (*items[:name], _with_blank_item(items[name], rest), *items[name + 1 :])
    inner = getattr(subject, str(name))
    kind = facts_declared(type(subject))[str(name)].kind
    if not rest and isinstance(kind, ItemsKind):
        return attrs.evolve(subject, **{str(name): (*inner, kind.noun())})
    return attrs.evolve(subject, **{str(name): _with_blank_item(inner, rest)})


# A way is a set of paths to set free; one that ends in the number of an item that is
# not there yet means adding it. Alternatives are ways, smallest first.
Way = frozenset[Path]
Alternatives = list[Way]


@attrs.frozen
class _Ways:
    """Finds the smallest ways to make a criterion not false (or, denied, not true)."""

    subject: Noun
    kept: frozenset[str]

    def to_mend(self, node: Criterion, at: Path = (), *, positive: bool = True) -> Alternatives:
        match node:
            case Compare() | Among() | Has():
                return self._of_leaf(node, at, positive=positive)
            case Not(part):
                return self.to_mend(part, at, positive=not positive)
            case AllOf(parts) | AnyOf(parts):
                inner = [self.to_mend(part, at, positive=positive) for part in parts]
                return _joint(inner) if isinstance(node, AllOf) is positive else _either(inner)
            case Some() | Every():
                return self._of_items(node, at, positive=positive)
            case _:
                assert_never(node)

    def _of_leaf(self, leaf: Leaf, at: Path, *, positive: bool) -> Alternatives:
        path = at + leaf.path
        observed = stated(self.subject, path)
        if observed is None or leaf_holds(leaf, observed) is positive:
            return [frozenset()]
        can_change = self._declared(path).changeable and dotted(path) not in self.kept
        return [frozenset({path})] if can_change else []

    def _of_items(self, node: Quantified, at: Path, *, positive: bool) -> Alternatives:
        path = at + node.path
        items: Sequence[object] | None = stated(self.subject, path)
        if items is None:
            return [frozenset()]
        inner = [
            self.to_mend(node.where, (*path, index), positive=positive)
            for index in range(len(items))
        ]
        if isinstance(node, Every) is positive:
            return _joint(inner)
        kind = self._declared(path).kind
        assert isinstance(kind, ItemsKind)  # noqa: S101 - the criterion was checked when built
        helps = residual(node.where, kind.noun()) != (FALSE if positive else TRUE)
        if kind.growable and helps and dotted(path) not in self.kept:
            inner.append([frozenset({(*path, len(items))})])
        return _either(inner)

    def _declared(self, path: Path) -> FactSpec:
        owner: Any = self.subject
        spec: FactSpec | None = None
        for step in path:
            if type(step) is str:
                spec = facts_declared(type(owner))[step]
            if spec is not None and isinstance(spec.kind, TableKind):
                break
            owner = getattr(owner, step) if type(step) is str else owner[step]
        assert spec is not None  # noqa: S101 - a path begins with a name
        return spec


def _either(alternatives: Iterable[Alternatives]) -> Alternatives:
    return _smallest(way for ways in alternatives for way in ways)


def _joint(alternatives: Iterable[Alternatives]) -> Alternatives:
    joined: Alternatives = [frozenset()]
    for ways in alternatives:
        joined = _smallest(one | other for one, other in product(joined, ways))
    return joined


def _smallest(ways: Iterable[Way]) -> Alternatives:
    """Drop every way that contains another; keep the order among ways of one size."""
    kept: Alternatives = []
    for way in sorted(dict.fromkeys(ways), key=len):
        if not any(smaller <= way for smaller in kept):
            kept.append(way)
    return kept[:MOST_CARRIED]
