"""Which criterion is legal: one that can mean what it says.

Its facts are those its nouns declare, its literals of their kinds, its operators fit for them.
Proxies ask here as a criterion is written; one that was built of nodes by hand, or read from a
file, is checked here as a whole.
"""

from collections.abc import Mapping
from typing import Any, assert_never, get_args

import attrs

import careplan.criteria.nodes as n
import careplan.fields.kinds as k
from careplan.base.errors import InvalidCriterion, InvalidInput, NotFound, Problem, beside
from careplan.base.refusing.values import class_said, noun_given
from careplan.base.text import Labelled, Text
from careplan.criteria.elapsing import read_elapsed
from careplan.criteria.signs import Op
from careplan.criteria.steps import moved
from careplan.criteria.sums.checking import SumReader
from careplan.fields.checking import MAX_SAME_HASH, keeper, read, refuse, same_hash
from careplan.fields.declaring import Noun
from careplan.fields.paths import MAX_INDEX, dotted, kind_at

# Whatever follows a criterion recurses into it.
MAX_DEPTH = 100
_ORDERED = (k.NumberKind, k.CountKind, k.DayKind)
SINGLE = (*_ORDERED, k.FlagKind, k.ChoiceKind, k.TextKind)
_A_VALUE, _A_LIST = Text(zh="单个值", en="a single value"), Text(zh="列表", en="a collection")
# The kinds of fact that a node can speak of, and how they are called.
WANTED: Mapping[type[Any], tuple[tuple[type, ...], Text]] = {
    n.Compare: (SINGLE, _A_VALUE),
    n.Among: (SINGLE, _A_VALUE),
    n.Has: ((k.ChoicesKind,), Text(zh="集合", en="a set")),
    n.Some: ((k.ItemsKind,), _A_LIST),
    n.Every: ((k.ItemsKind,), _A_LIST),
    n.Linear: ((k.NumberKind, k.CountKind), Text(zh="数", en="a number or a count")),
    n.Elapsed: ((k.DayKind,), Text(zh="日期", en="a day")),
}
_NODES = frozenset(get_args(n.Criterion))
_A_CRITERION = Text(zh="判据", en="a criterion")
_A_TUPLE = Text(zh="判据的元组", en="a tuple of criteria")
_A_PATH = Text(zh="事实路径的元组", en="a tuple that names a fact")
_VALUES = Text(zh="至少有一项的集合", en="a frozenset of at least one value")


def read_criterion(value: object, path: str, problems: list[Problem], depth: int = 0) -> Any:
    """Return a criterion with its literals in their kinds' form; add what is wrong with it."""
    known = checked_depth(value)
    if depth + max(known, 1) > MAX_DEPTH:
        return refuse(problems, path, "too_deep", None, maximum=MAX_DEPTH)
    if known:
        return value
    try:
        node = n.as_criterion(value)
    except InvalidCriterion:
        return refuse(problems, path, "wrong_type", value, expected=_A_CRITERION)
    if type(node) not in _NODES:  # a class made of one of ours, which no verb knows
        return refuse(problems, path, "wrong_type", value, expected=_A_CRITERION)
    before = len(problems)
    sound = _read_node(node, path, problems, depth)
    return mark_checked(sound) if len(problems) == before else sound


def sound(criterion: object) -> n.Criterion:
    """Return a criterion; raise InvalidInput for one built by hand that means nothing.

    What is no criterion at all raises InvalidCriterion. One that was checked is not checked again.
    """
    node = n.as_criterion(criterion)
    problems: list[Problem] = []
    checked: n.Criterion = read_criterion(node, "", problems)
    if problems:
        raise InvalidInput(problems)
    return checked


def about(
    node: n.Criterion, noun: type[Any], path: str, problems: list[Problem], depth: int = 0
) -> Any:
    """Return a criterion about a base of `noun` as one about `noun`; add what is wrong with it.

    Its facts are facts of `noun` as well, but that may have declared them anew, with other words.
    """
    if n.noun_of(node) in {None, noun}:
        return node
    return read_criterion(moved(node, noun), path, problems, depth)


def written_about(node: n.Criterion, noun: type[Any]) -> n.Criterion:
    """Do the same while it is written: raise InvalidCriterion for what is wrong with it."""
    problems: list[Problem] = []
    made: n.Criterion = about(node, noun, "", problems)
    if problems:
        wrong = "; ".join(problem.text("en") for problem in problems)
        raise InvalidCriterion(
            f"{node!r} cannot be asked of {noun.__name__}, which declares its fact anew: {wrong}"
        )
    return made


def checked_about(criterion: object, subject: object) -> n.Criterion:
    """Return a criterion that is sound and about the subject's noun, or raise InvalidInput."""
    node: n.Criterion = criterion if checked_depth(criterion) else sound(criterion)  # type: ignore[assignment]  # checked
    noun = n.noun_of(node)
    if noun is not None and not isinstance(subject, noun):
        raise InvalidInput(
            [Problem("subject", "wrong_noun", subject, {"expected": class_said(noun)})]
        )
    return node


def checked_depth(value: object) -> int:
    """Return how deep a criterion goes that was checked already; 0 for anything else."""
    return getattr(value, "_depth", 0) if isinstance(value, n.Node) else 0


def mark_checked(node: n.Criterion) -> n.Criterion:
    """Remember of a criterion whose parts were checked that it was, too."""
    match node:
        case n.AllOf(parts) | n.AnyOf(parts):
            below = max(map(checked_depth, parts), default=0)
        case n.Not(part) | n.Some(where=part) | n.Every(where=part):
            below = checked_depth(part)
        case n.Linear(terms=terms):
            below = max(checked_depth(term.where) for _, term in terms)
        case _:
            below = 0
    object.__setattr__(node, "_depth", below + 1)
    return node


def _read_node(node: n.Criterion, path: str, problems: list[Problem], depth: int) -> Any:
    match node:
        case n.AllOf(parts) | n.AnyOf(parts):
            if not isinstance(parts, tuple):
                at = beside(path, "parts")
                return refuse(problems, at, "wrong_type", parts, expected=_A_TUPLE)
            return _read_join(node, path, problems, depth)
        case n.Not(part):
            inner = read_criterion(part, beside(path, "part"), problems, depth + 1)
            return node if inner is part else n.Not(inner)
        case n.Compare() | n.Among() | n.Has() | n.Some() | n.Every():
            return _read_about(node, path, problems, depth)
        case n.Linear():
            return _read_sum(node, path, problems, depth)
        case n.Elapsed():
            known = _is_noun(node.noun, path, problems)
            return read_elapsed(node, path, problems, _is_path) if known else node
        case _:
            assert_never(node)


def _read_sum(node: n.Linear, path: str, problems: list[Problem], depth: int) -> Any:
    if not _is_noun(node.noun, path, problems):
        return node

    def read(where: Any, at: str) -> Any:
        return read_criterion(where, at, problems, depth + 1)

    def of_noun(where: Any, noun: type[Any], at: str) -> Any:
        return about(where, noun, at, problems, depth + 1)

    return SumReader(node.noun, problems, read, _is_path, of_noun).sum(node, path)


def _read_join(node: n.AllOf | n.AnyOf, path: str, problems: list[Problem], depth: int) -> Any:
    before, kept, room = len(problems), node.parts, MAX_DEPTH - depth
    # Most parts were checked before they were joined.
    if not all(0 < checked_depth(part) < room for part in kept):
        kept = tuple(
            read_criterion(part, beside(path, f"parts[{index}]"), problems, depth + 1)
            for index, part in enumerate(kept)
        )
    if len(problems) == before and len(n.nouns_of(kept)) > 1:
        problems.append(Problem(beside(path, "parts"), "several_nouns", kept))
    same = all(one is other for one, other in zip(kept, node.parts, strict=True))
    return node if same else attrs.evolve(node, parts=kept)


def fits(op: Op, kind: k.Kind) -> bool:
    """Say whether an operator fits a kind: what has no order is equal or is not."""
    return op in {Op.EQ, Op.NE} or isinstance(kind, _ORDERED)


def misfit(kind: k.ItemsKind, where: n.Criterion) -> type[Any] | None:
    """Return the noun that a criterion asks about and that items are not; None if it fits."""
    nouns = n.nouns_of((where,))
    return next((noun for noun in nouns if not issubclass(kind.noun, noun)), None)


def literal(kind: k.Kind, value: object, path: str, problems: list[Problem]) -> Any:
    """Return what a fact of a kind is compared with in its one form; of a set, one item."""
    if value is None:
        return refuse(problems, path, "required", None)
    item = k.ChoiceKind(kind.enum) if isinstance(kind, k.ChoicesKind) else kind
    return read(item, value, path, problems)


def check_fact(
    node: type[Any], kind: k.Kind, fact: str, path: str, problems: list[Problem]
) -> bool:
    """Say whether a node of a class can speak of a fact of a kind; add a problem if not."""
    wanted, expected = WANTED[node]
    if not isinstance(kind, wanted):
        problems.append(Problem(path, "wrong_fact", fact, {"expected": expected}))
    return isinstance(kind, wanted)


def check_op(op: object, kind: k.Kind, path: str, problems: list[Problem]) -> None:
    """Add a problem for what is no operator, or asks for an order that a kind does not have."""
    if not isinstance(op, Op):
        refuse(problems, path, "wrong_type", op, expected="Op")
    elif not fits(op, kind):
        problems.append(Problem(path, "no_order", op))


def _read_about(
    node: n.Leaf | n.Quantified,
    path: str,
    problems: list[Problem],
    depth: int,
) -> Any:
    kind = _kind(node, path, problems)
    if kind is None:
        return node
    if not check_fact(type(node), kind, dotted(node.path), beside(path, "path"), problems):
        return node
    match node:
        case n.Compare(op=op, value=value):
            check_op(op, kind, beside(path, "op"), problems)
            kept = literal(kind, value, beside(path, "value"), problems)
            return node if kept is value else attrs.evolve(node, value=kept)
        case n.Among(values=values):
            return _read_values(node, values, kind, beside(path, "values"), problems)
        case n.Has(item=item):
            literal(kind, item, beside(path, "item"), problems)
            return node
        case n.Some() | n.Every():
            return _read_items(node, kind, beside(path, "where"), problems, depth)
        case _:
            assert_never(node)


def _read_items(
    node: n.Some | n.Every, kind: Any, path: str, problems: list[Problem], depth: int
) -> Any:
    before = len(problems)
    where = read_criterion(node.where, path, problems, depth + 1)
    if len(problems) == before and (noun := misfit(kind, where)) is not None:
        said = {"expected": class_said(kind.noun), "value": noun_given(noun)}
        problems.append(Problem(path, "wrong_noun", noun.__name__, said))
    if len(problems) == before:
        where = about(where, kind.noun, path, problems, depth + 1)
    return node if where is node.where else attrs.evolve(node, where=where)


def _kind(node: Any, path: str, problems: list[Problem]) -> k.Kind | None:
    noun, fact = node.noun, node.path
    found = len(problems)
    _is_noun(noun, path, problems)
    if not _is_path(fact):
        refuse(problems, beside(path, "path"), "wrong_type", fact, expected=_A_PATH)
    if len(problems) > found:
        return None
    try:
        return kind_at(noun, fact)
    except NotFound as error:
        problems.append(Problem(beside(path, "path"), "not_found", fact, error.parameters()))
    return None


def _is_noun(noun: Any, path: str, problems: list[Problem]) -> bool:
    """Say whether a node's noun is one; add a problem if not."""
    known = isinstance(noun, type) and issubclass(noun, Noun)
    if not known:
        refuse(problems, beside(path, "noun"), "wrong_type", noun, expected="type[Noun]")
    return known


def _is_path(fact: object) -> bool:
    return isinstance(fact, tuple) and bool(fact) and all(map(_is_step, fact))


def _is_step(step: object) -> bool:
    # True and 7.0 equal the numbers 1 and 7, and are no numbers of an item.
    number = type(step) is int and 0 <= step < MAX_INDEX
    return number or type(step) is str or isinstance(step, Labelled)


def _read_values(
    node: n.Among, values: object, kind: k.Kind, path: str, problems: list[Problem]
) -> Any:
    if not isinstance(values, frozenset) or not values:
        return refuse(problems, path, "wrong_type", values, expected=_VALUES)
    if all(map(keeper(kind), values)):  # counts, days, members: no many of them share a hash
        return node
    before = len(problems)
    listed = sorted(values, key=repr)  # the order of a set differs between two runs
    kept = tuple(
        literal(kind, value, f"{path}[{index}]", problems) for index, value in enumerate(listed)
    )
    if len(problems) == before and same_hash(kept):
        problems.append(Problem(path, "same_hash", None, {"maximum": MAX_SAME_HASH}))
    same = all(one is other for one, other in zip(kept, listed, strict=True))
    return node if same or len(problems) > before else attrs.evolve(node, values=frozenset(kept))
