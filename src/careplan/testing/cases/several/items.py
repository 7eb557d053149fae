"""Where the items of a collection decide a sum: how many there are, or how much one of them is.

The last item is the one that decides. Of a count it is there so many times as the sum turns at;
of a total its amount is what the other items leave: beside a room of 8 m2 one of 7.99, 8 and
8.01 for 16. What is expected is added up, item by item.
"""

import math
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from itertools import islice, product
from typing import Any, assert_never

import attrs

import careplan.criteria.nodes as n
from careplan.base.errors import InvalidInput
from careplan.base.exact import ratio, tidy
from careplan.base.truth import Truth
from careplan.criteria.evaluation import evaluate
from careplan.criteria.residuals import left_of_term
from careplan.criteria.signs import Op
from careplan.criteria.steps import Facts, simplify_all, simplify_not, stated
from careplan.criteria.sums.ends import FLIPPED, item_noun, least
from careplan.fields.kinds import CountKind
from careplan.fields.paths import Path, kind_at
from careplan.testing.cases.solving import satisfying
from careplan.testing.vocabulary import near, restated

# Choices of what an item is counted for, and of items in a subject, that are tried of one sum.
_MOST_SORTS = 16
_MOST_BASES = 24
# Items that are counted: where a sum turns at more of them it has no case.
MOST_ITEMS = 50
# Among how many items a total is shared, tried in this order.
_SHARED = (2, 1, 3, 5, 10)
# How far a number of items, or an amount, is from where the sum turns, and the sum there.
Stands = tuple[tuple[int, bool, Callable[[Any], Any]], ...]


def bases(node: n.Linear, over: Path, amount: Path, subject: Any) -> Iterator[Any]:
    """Yield a subject with items of which the last may decide: by its amount, if one is named.

    Beside it stand items that do not count and, of a total, one with about half of what is asked.
    """
    if not _terms(node, over):  # it is read, and neither counted nor added up
        return
    tried = (
        _changed(filled, over, _set_to((*beside, one)))
        for filled in _filled(node, over, subject)
        for one in _deciding(node, over, filled)
        for beside in _beside(node, over, amount, filled, one)
    )
    yield from islice((made for made in tried if made is not None), _MOST_BASES)


def stands(node: n.Linear, over: Path, amount: Path, subject: Any) -> Stands:
    """Return where the sum turns as the last item does, and one step to each side."""
    if not stated(subject, over) or not _terms(node, over):
        return ()
    if amount:
        return _stands_of_amount(node, over, amount, subject)
    return _stands_of_number(node, over, subject)


def nothing_counts(node: n.Linear, over: Path) -> n.Criterion:
    """Return that no item of a collection counts, whatever else is asked of the items."""
    return n.Every(node.noun, over, _idle(node, over))


def sums_aside(node: n.Criterion, *, positive: bool = True) -> n.Criterion:
    """Return a criterion as it is once each sum over items in it comes out as asked."""
    match node:
        case n.AllOf(parts) | n.AnyOf(parts):
            return type(node)(tuple(sums_aside(part, positive=positive) for part in parts))
        case n.Not(part):
            return n.Not(sums_aside(part, positive=not positive))
        case n.Some(where=where) | n.Every(where=where):
            return attrs.evolve(node, where=sums_aside(where, positive=positive))
        case n.Linear(terms=terms) if any(term.over for _, term in terms):
            return n.TRUE if positive else n.FALSE
        case n.Compare() | n.Among() | n.Has() | n.Linear() | n.Elapsed():
            return node
        case _:
            assert_never(node)


def amount_set(amount: Path, change: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return how the amount of the last of some items is changed."""
    return lambda items: (*items[:-1], restated(items[-1], amount, change))


def _stands_of_number(node: n.Linear, over: Path, subject: Any) -> Stands:
    *others, one = stated(subject, over)
    rest = _sum(node, _changed(subject, over, _set_to(tuple(others))))
    whole = _sum(node, subject)
    if rest is None or whole is None or rest == whole:
        return ()
    turn = _turn(node.op, ratio(node.bound) - rest, whole - rest)
    if turn is None or turn > MOST_ITEMS:
        return ()
    changes = [
        (step, _set_to((*others, *(one,) * (turn + step))))
        for step in (-1, 0, 1)
        if turn + step >= 0
    ]
    return _added_up(node, over, subject, changes)


def _stands_of_amount(node: n.Linear, over: Path, amount: Path, subject: Any) -> Stands:
    kind: Any = kind_at(node.noun, (*over, 0, *amount))
    turn = _amount_at_turn(node, over, amount, subject)
    if turn is None:
        return ()
    changes = ((step, amount_set(amount, _set_to(value))) for step, value in near(kind, turn))
    return _added_up(node, over, subject, changes)


def _added_up(
    node: n.Linear,
    over: Path,
    subject: Any,
    changes: Iterable[tuple[int, Callable[[Any], Any]]],
) -> Stands:
    """Say of each change of the items whether the sum is so with it."""
    found = []
    for step, change in changes:
        total = _sum(node, _changed(subject, over, change))
        if total is not None:
            found.append((step, node.op.holds(total, ratio(node.bound)), change))
    return tuple(found)


def _amount_at_turn(node: n.Linear, over: Path, amount: Path, subject: Any) -> Any:
    """Return the amount of the last item at which the sum turns; None if none does."""
    one = stated(subject, over)[-1]
    held, whole = stated(one, amount), _sum(node, subject)
    factor = sum(
        ratio(factor)
        for factor, term in node.terms
        if (term.over, term.amount) == (over, amount) and _counts(term, one)
    )
    if held is None or whole is None or not factor:
        return None
    needed = ratio(node.bound) - whole + factor * ratio(held)
    if isinstance(kind_at(node.noun, (*over, 0, *amount)), CountKind):
        return _turn(node.op, needed, Fraction(factor))
    return tidy(needed / factor)


def _turn(op: Op, needed: Fraction, each: Fraction) -> int | None:
    """Return the whole number at which `each` times it turns around what is needed."""
    number = needed / each
    if number.denominator == 1:
        return int(number)
    one = op if each > 0 else FLIPPED[op]
    if one in {Op.EQ, Op.NE}:
        return None
    return math.ceil(number) if one in {Op.GE, Op.LT} else math.floor(number)


def _sum(node: n.Linear, subject: Any) -> Fraction | None:
    """Add a sum up; None where anything of it is not stated, or there is no such subject."""
    if subject is None:
        return None
    facts = Facts(subject)
    shares = [
        share for factor, term in node.terms for share in left_of_term(factor, term, facts, ())
    ]
    if any(left is not None for _, left in shares):
        return None
    return sum((share for share, _ in shares), Fraction(0))


def _deciding(node: n.Linear, over: Path, subject: Any) -> Iterator[Any]:
    """Yield the items that may be the last: those stated that count, and others of each sort."""
    own = stated(subject, over) or ()
    terms = _terms(node, over)
    counted = (one for one in own if any(_counts(term, one) for term in terms))
    yield from dict.fromkeys((*counted, *_sorts(node, over)))


def _beside(
    node: n.Linear, over: Path, amount: Path, subject: Any, one: Any
) -> Iterator[tuple[Any, ...]]:
    """Yield what may stand beside an item: much first, then only what is stated already."""
    idle = _idle(node, over)
    own = [item for item in stated(subject, over) or () if _holds(idle, item)]
    others = own or list(islice(satisfying(item_noun(node.noun, _terms(node, over)[0]), idle), 1))
    shares = _shares(node, over, amount, subject, one) if amount else [()]
    several = ((*idle_ones, *share) for share in shares for idle_ones in (others, own))
    # Of a share of all items those that do not count stand beside those that do.
    yield from dict.fromkeys((*several, *((other, other) for other in _sorts(node, over))))


def _shares(
    node: n.Linear, over: Path, amount: Path, subject: Any, one: Any
) -> Iterator[tuple[Any, ...]]:
    """Yield items like this one that leave about a half, all, a third ... of it to decide."""
    alone = _changed(subject, over, _set_to((one,)))
    turn = None if alone is None else _amount_at_turn(node, over, amount, alone)
    for number in _SHARED:
        share = 0 if turn is None else math.floor(ratio(turn) / number)
        if number == 1:
            yield ()
        elif share:
            shared = _changed(alone, over, amount_set(amount, _set_to(share)))
            yield from () if shared is None else [stated(shared, over) * (number - 1)]


def _sorts(node: n.Linear, over: Path) -> Iterator[Any]:
    """Yield an item for each choice of what it is counted for, its amounts stated."""
    terms = _terms(node, over)
    noun = item_noun(node.noun, terms[0])
    wheres = tuple(dict.fromkeys(term.where for term in terms))
    choices = list(islice(product((True, False), repeat=len(wheres)), _MOST_SORTS))
    for start, so in product((1, 0), choices):
        asked = [
            where if holds else simplify_not(where) for where, holds in zip(wheres, so, strict=True)
        ]
        for amount in dict.fromkeys(term.amount for term in terms if term.amount):
            low = tidy(max(Fraction(start), least(noun, amount)))
            asked.append(n.Compare(noun, amount, Op.GE, low))
        if any(so):
            yield from islice(satisfying(noun, simplify_all(asked)), 1)


def _filled(node: n.Linear, over: Path, subject: Any) -> Iterator[Any]:
    """Yield the subject with the sum's other collections stated: with an item, or with none."""
    others = [term.over for _, term in node.terms if term.over and term.over != over]
    missing = [path for path in dict.fromkeys(others) if stated(subject, path) is None]
    choices = [[*((one,) for one in islice(_sorts(node, path), 1)), ()] for path in missing]
    for chosen in product(*choices):
        made = subject
        for path, items in zip(missing, chosen, strict=True):
            made = made if made is None else _changed(made, path, _set_to(items))
        if made is not None:
            yield made


def _terms(node: n.Linear, over: Path) -> list[n.Term]:
    return [term for _, term in node.terms if term.over == over]


def _idle(node: n.Linear, over: Path) -> n.Criterion:
    return simplify_all(simplify_not(term.where) for term in _terms(node, over))


def _counts(term: n.Term, item: Any) -> bool:
    return _holds(term.where, item)


def _holds(criterion: n.Criterion, item: Any) -> bool:
    return evaluate(criterion, item).truth is Truth.TRUE


def _changed(subject: Any, over: Path, change: Callable[[Any], Any]) -> Any:
    """Return the subject with the items changed, or None if they cannot be so."""
    if stated(subject, over[:-1]) is None:
        return None
    try:
        return restated(subject, over, change)
    except InvalidInput:
        return None


def _set_to(value: Any) -> Callable[[Any], Any]:
    return lambda _: value
