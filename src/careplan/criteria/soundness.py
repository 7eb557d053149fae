"""Whether a criterion can mean what it says: what `criteria` checks as one is written.

A criterion that was built of nodes by hand, or read from a file, is checked here: that its
facts are those its nouns declare, its literals of their kinds, its operators fit for them.
"""

from collections.abc import Mapping
from typing import Any, assert_never, get_args

import attrs

from careplan.base.errors import InvalidCriterion, InvalidInput, NotFound, Problem, beside
from careplan.base.text import Labelled, Text
from careplan.criteria.nodes import (
    AllOf,
    Among,
    AnyOf,
    Compare,
    Criterion,
    Every,
    Has,
    Node,
    Not,
    Op,
    Some,
    as_criterion,
    nouns_of,
)
from careplan.fields.checking import MAX_SAME_HASH, keeper, read, refuse, same_hash
from careplan.fields.declaring import Noun
from careplan.fields.kinds import (
    ChoiceKind,
    ChoicesKind,
    CountKind,
    DayKind,
    FlagKind,
    ItemsKind,
    Kind,
    NumberKind,
    TextKind,
)
from careplan.fields.paths import MAX_INDEX, dotted, kind_at

# Whatever follows a criterion recurses into it.
MAX_DEPTH = 100
_ORDERED = (NumberKind, CountKind, DayKind)
_SINGLE = (*_ORDERED, FlagKind, ChoiceKind, TextKind)
_WANTED: Mapping[type[Any], tuple[tuple[type, ...], Text]] = {
    Compare: (_SINGLE, Text(zh="单个值", en="a single value")),
    Among: (_SINGLE, Text(zh="单个值", en="a single value")),
    Has: ((ChoicesKind,), Text(zh="集合", en="a set")),
    Some: ((ItemsKind,), Text(zh="列表", en="a collection")),
    Every: ((ItemsKind,), Text(zh="列表", en="a collection")),
}
_NODES = frozenset(get_args(Criterion))
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
        node = as_criterion(value)
    except InvalidCriterion:
        return refuse(problems, path, "wrong_type", value, expected=_A_CRITERION)
    if type(node) not in _NODES:  # a class made of one of ours, which no verb knows
        return refuse(problems, path, "wrong_type", value, expected=_A_CRITERION)
    before = len(problems)
    sound = _read_node(node, path, problems, depth)
    return mark_checked(sound) if len(problems) == before else sound


def sound(criterion: object) -> Criterion:
    """Return a criterion; raise InvalidInput for one built by hand that means nothing.

    What is no criterion at all raises InvalidCriterion. One that was checked is not checked again.
    """
    node = as_criterion(criterion)
    problems: list[Problem] = []
    checked: Criterion = read_criterion(node, "", problems)
    if problems:
        raise InvalidInput(problems)
    return checked


def checked_depth(value: object) -> int:
    """Return how deep a criterion goes that was checked already; 0 for anything else."""
    return getattr(value, "_depth", 0) if isinstance(value, Node) else 0


def mark_checked(node: Criterion) -> Criterion:
    """Remember of a criterion whose parts were checked that it was, too."""
    match node:
        case AllOf(parts) | AnyOf(parts):
            below = max(map(checked_depth, parts), default=0)
        case Not(part) | Some(where=part) | Every(where=part):
            below = checked_depth(part)
        case _:
            below = 0
    object.__setattr__(node, "_depth", below + 1)
    return node


def _read_node(node: Criterion, path: str, problems: list[Problem], depth: int) -> Any:
    match node:
        case AllOf(parts) | AnyOf(parts):
            if not isinstance(parts, tuple):
                at = beside(path, "parts")
                return refuse(problems, at, "wrong_type", parts, expected=_A_TUPLE)
            return _read_join(node, path, problems, depth)
        case Not(part):
            inner = read_criterion(part, beside(path, "part"), problems, depth + 1)
            return node if inner is part else Not(inner)
        case Compare() | Among() | Has() | Some() | Every():
            return _read_about(node, path, problems, depth)
        case _:
            assert_never(node)


def _read_join(node: AllOf | AnyOf, path: str, problems: list[Problem], depth: int) -> Any:
    before, kept, room = len(problems), node.parts, MAX_DEPTH - depth
    # Most parts were checked before they were joined.
    if not all(0 < checked_depth(part) < room for part in kept):
        kept = tuple(
            read_criterion(part, beside(path, f"parts[{index}]"), problems, depth + 1)
            for index, part in enumerate(kept)
        )
    if len(problems) == before and len(nouns_of(kept)) > 1:
        problems.append(Problem(beside(path, "parts"), "several_nouns", kept))
    same = all(one is other for one, other in zip(kept, node.parts, strict=True))
    return node if same else attrs.evolve(node, parts=kept)


def check_fact(node: type[Any], kind: Kind, fact: str, path: str, problems: list[Problem]) -> bool:
    """Say whether a node of a class can speak of a fact of a kind; add a problem if not."""
    wanted, expected = _WANTED[node]
    if not isinstance(kind, wanted):
        problems.append(Problem(path, "wrong_fact", fact, {"expected": expected}))
    return isinstance(kind, wanted)


def check_op(op: object, kind: Kind, path: str, problems: list[Problem]) -> None:
    """Add a problem for what is no operator, or asks for an order that a kind does not have."""
    if not isinstance(op, Op):
        refuse(problems, path, "wrong_type", op, expected="Op")
    elif op not in {Op.EQ, Op.NE} and not isinstance(kind, _ORDERED):
        problems.append(Problem(path, "no_order", op))


def _read_about(
    node: Compare | Among | Has | Some | Every, path: str, problems: list[Problem], depth: int
) -> Any:
    kind = _kind(node, path, problems)
    if kind is None:
        return node
    if not check_fact(type(node), kind, dotted(node.path), beside(path, "path"), problems):
        return node
    match node:
        case Compare(op=op, value=value):
            check_op(op, kind, beside(path, "op"), problems)
            kept = _literal(kind, value, beside(path, "value"), problems)
            return node if kept is value else attrs.evolve(node, value=kept)
        case Among(values=values):
            return _read_values(node, values, kind, beside(path, "values"), problems)
        case Has(item=item):
            _literal(kind, item, beside(path, "item"), problems)
            return node
        case Some() | Every():
            return _read_items(node, kind, beside(path, "where"), problems, depth)
        case _:
            assert_never(node)


def _read_items(
    node: Some | Every, kind: Any, path: str, problems: list[Problem], depth: int
) -> Any:
    before = len(problems)
    where = read_criterion(node.where, path, problems, depth + 1)
    if len(problems) == before:
        for noun in nouns_of((where,)):
            if not issubclass(kind.noun, noun):
                expected = kind.noun.__name__
                refuse(problems, path, "wrong_noun", noun.__name__, expected=expected)
    return node if where is node.where else attrs.evolve(node, where=where)


def _kind(node: Any, path: str, problems: list[Problem]) -> Kind | None:
    noun, fact = node.noun, node.path
    found = len(problems)
    if not (isinstance(noun, type) and issubclass(noun, Noun)):
        refuse(problems, beside(path, "noun"), "wrong_type", noun, expected="type[Noun]")
    if not isinstance(fact, tuple) or not fact or not all(map(_is_step, fact)):
        refuse(problems, beside(path, "path"), "wrong_type", fact, expected=_A_PATH)
    if len(problems) > found:
        return None
    try:
        return kind_at(noun, fact)
    except NotFound as error:
        problems.append(Problem(beside(path, "path"), "not_found", fact, error.parameters()))
    return None


def _is_step(step: object) -> bool:
    # True and 7.0 equal the numbers 1 and 7, and are no numbers of an item.
    number = type(step) is int and 0 <= step < MAX_INDEX
    return number or type(step) is str or isinstance(step, Labelled)


def _literal(kind: Kind, value: object, path: str, problems: list[Problem]) -> Any:
    if value is None:
        return refuse(problems, path, "required", None)
    return read(
        ChoiceKind(kind.enum) if isinstance(kind, ChoicesKind) else kind, value, path, problems
    )


def _read_values(
    node: Among, values: object, kind: Kind, path: str, problems: list[Problem]
) -> Any:
    if not isinstance(values, frozenset) or not values:
        return refuse(problems, path, "wrong_type", values, expected=_VALUES)
    if all(map(keeper(kind), values)) and not same_hash(tuple(values)):
        return node
    before = len(problems)
    listed = sorted(values, key=repr)  # the order of a set differs between two runs
    kept = tuple(
        _literal(kind, value, f"{path}[{index}]", problems) for index, value in enumerate(listed)
    )
    if len(problems) == before and same_hash(kept):
        problems.append(Problem(path, "same_hash", None, {"maximum": MAX_SAME_HASH}))
    same = all(one is other for one, other in zip(kept, listed, strict=True))
    return node if same or len(problems) > before else attrs.evolve(node, values=frozenset(kept))
