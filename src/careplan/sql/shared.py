"""Terms of a sum that may meet: of which the same is left, where nothing more is known.

The same area once added and once taken off comes to nothing, whatever it is. That is known only if
such terms are reckoned together; by themselves each could be anything. So for each way in which
their criteria can be so, not so or open, what is left of them is found, and said as a case.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

import attrs

import careplan.criteria.nodes as n
from careplan.base.errors import InvalidInput, Problem
from careplan.criteria.steps import paths_asked, simplify_all, simplify_any, simplify_not
from careplan.fields.paths import Path
from careplan.sql.amounts import Ends, Reckoner, Share, summed, times
from careplan.sql.joining import added, all_of

# So many criteria that are asked in common: each can be in three ways.
_MOST = 3


def too_shared() -> InvalidInput:
    """Return what is raised for terms that may meet in more ways than are written out."""
    return InvalidInput([Problem("criterion", "not_in_sql.shared", None)])


def ends_of(shares: Sequence[Share], reckoner: Reckoner) -> Ends:
    """Return what several terms about the rows of one scope come to on each of them."""
    return summed(
        _together(few, reckoner) if len(few) > 1 else reckoner.ends(few[0])
        for few in _clusters(shares, reckoner)
    )


def may_meet(one: n.Term, other: n.Term) -> bool:
    """Say whether the same may be left of two terms about one thing."""
    same = one.amount == other.amount != ()
    return same or not asked(one.where).isdisjoint(asked(other.where))


def asked(where: n.Criterion) -> frozenset[Path]:
    """Return the paths of what a criterion reads."""
    return frozenset(path for one in n.reads(where) for path in paths_asked(one))


def _clusters(shares: Sequence[Share], reckoner: Reckoner) -> Iterator[list[Share]]:
    """Yield terms that are to be reckoned together; of those that only add up, each alone."""
    waiting = list(shares)
    while waiting:
        found = [waiting.pop(0)]
        for one in found:
            near = [other for other in waiting if may_meet(one.term, other.term)]
            waiting = [other for other in waiting if other not in near]
            found += near
        if _opposed(found, reckoner):
            yield found
        else:
            yield from ([one] for one in found)


def _opposed(shares: Sequence[Share], reckoner: Reckoner) -> bool:
    """Say whether what one of several terms adds another may take off."""
    signs = {one.factor > 0 for one in shares}
    return len(shares) > 1 and (
        len(signs) > 1 or any(reckoner.least(one.term.amount) < 0 for one in shares)
    )


def _together(shares: Sequence[Share], reckoner: Reckoner) -> Ends:
    atoms = _atoms(shares)
    cases: dict[Ends, list[str]] = {}
    for truths in product((True, False, None), repeat=len(atoms)):
        known = dict(zip(atoms, truths, strict=True))
        left: dict[n.Criterion, dict[Path, int]] = {}
        for share in shares:
            where = _left(share.term.where, known)
            amounts = left.setdefault(where, {})
            amounts[share.term.amount] = amounts.get(share.term.amount, 0) + share.factor
        found = summed(
            _sure(amounts, reckoner) if where == n.TRUE else _undecided(amounts, reckoner)
            for where, amounts in left.items()
            if where != n.FALSE
        )
        cases.setdefault(found, []).append(_state(known, reckoner))
    return _by_case(cases)


def _by_case(cases: Mapping[Ends, Sequence[str]]) -> Ends:
    low, high = (
        " ".join(
            f"WHEN {state} THEN {getattr(ends, end)}"
            for ends, states in cases.items()
            for state in states
        )
        for end in ("low", "high")
    )
    opened = (any(one.low_open for one in cases), any(one.high_open for one in cases))
    return Ends(f"(CASE {low} END)", f"(CASE {high} END)", *opened)


def _atoms(shares: Sequence[Share]) -> list[n.Criterion]:
    """Return what the criteria of terms are made of; refuse what cannot be told apart."""
    found = list(dict.fromkeys(atom for one in shares for atom in n.reads(one.term.where)))
    for one, other in combinations(found, 2):
        leaves = isinstance(one, n.Leaf) and isinstance(other, n.Leaf)
        if not (leaves or asked(one).isdisjoint(asked(other))):
            raise too_shared()  # the same may be left of two that differ
    if len(found) > _MOST:
        raise too_shared()
    return list(found)


def _left(where: n.Criterion, known: Mapping[n.Criterion, bool | None]) -> n.Criterion:
    """Return what is left of a criterion where some of what it is made of is known."""
    match where:
        case n.AllOf(parts):
            return simplify_all(_left(part, known) for part in parts)
        case n.AnyOf(parts):
            return simplify_any(_left(part, known) for part in parts)
        case n.Not(part):
            return simplify_not(_left(part, known))
        case _:
            truth = known[where]
            return where if truth is None else n.TRUE if truth else n.FALSE


def _state(known: Mapping[n.Criterion, bool | None], reckoner: Reckoner) -> str:
    """Return that each criterion is so, not so or open, as one case."""
    said = []
    for atom, truth in known.items():
        text = reckoner.write(atom, reckoner.scope, so=truth is not False)
        said.append(f"({text} IS NULL)" if truth is None else text)
    return all_of(said)


def _sure(amounts: Mapping[Path, int], reckoner: Reckoner) -> Ends:
    """Return what terms come to that count for sure."""
    return summed(reckoner.amount(path).times(factor) for path, factor in amounts.items() if factor)


def _undecided(amounts: Mapping[Path, int], reckoner: Reckoner) -> Ends:
    """Return what terms come to that count all of them, or none of them."""
    kept = {path: factor for path, factor in amounts.items() if factor}
    known = added(
        times(factor, f"COALESCE({reckoner.value(path)}, 0)" if path else reckoner.value(path))
        for path, factor in kept.items()
    )
    low, high = (
        f"(CASE WHEN {known} < 0 THEN {known} ELSE 0 END)",
        (f"(CASE WHEN {known} > 0 THEN {known} ELSE 0 END)"),
    )
    several = [Ends(low, high)]
    for path, factor in kept.items():
        if path:
            least = min(reckoner.least(path), 0)
            value = reckoner.value(path)
            lower = f"(CASE WHEN {value} IS NULL THEN {least} ELSE 0 END)" if least else "0"
            higher = f"(CASE WHEN {value} IS NOT NULL THEN 0 END)"
            several.append(Ends(lower, higher, high_open=True).times(factor))
    return summed(several)


def _may_undo(one: Share, other: Share, *, equal: bool) -> bool:
    """Say whether what is left of a term about items may take off what one about all of them adds.

    An amount may be below nothing.
    """
    if other.term.where == n.TRUE:
        return False
    amounts = one.term.amount or other.term.amount
    return equal or bool(amounts) or one.factor * other.factor < 0


@attrs.frozen
class Group:
    """The terms of a sum about one thing: the row itself, or the items of a collection."""

    over: Path
    shares: tuple[Share, ...]


def groups_of(shares: Sequence[Share], *, equal: bool) -> list[Group]:
    """Return the terms by what they are about; refuse those of two groups that may meet.

    What is left of "some of the items" may be what is left of one of them. Where a sum is to
    equal a number, terms of one group are not to meet either: what is left of them is divided.
    """
    found: dict[Path, list[Share]] = {}
    for share in shares:
        found.setdefault(share.term.over, []).append(share)
    for one in found.get((), []):
        below = (other for path in asked(one.term.where) & found.keys() for other in found[path])
        if any(_may_undo(one, other, equal=equal) for other in below):
            raise too_shared()
    if equal:
        for few in found.values():
            if any(may_meet(a.term, b.term) for a, b in combinations(few, 2)):
                raise too_shared()
    return [Group(over, tuple(few)) for over, few in found.items()]
