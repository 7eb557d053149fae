"""How one fact is looked at: it is read, and tested."""

import operator
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, assert_never

import careplan.criteria.nodes as n
from careplan.base.text import Labelled
from careplan.criteria.evidence import Evidence
from careplan.criteria.looking.looks import FALSE, TRUE, UNKNOWN, Look, Seen
from careplan.criteria.signs import Op
from careplan.criteria.steps import Facts, stated
from careplan.fields.paths import Path, dotted

NOT_STATED: Seen = (UNKNOWN, None)


class LeafLook(Look):
    """How one fact is looked at."""

    __slots__ = ("_few", "_holds", "_pieces", "_step", "_steps")

    def __init__(self, node: n.Leaf) -> None:
        """Prepare how the fact is read and tested."""
        super().__init__(node, dotted(node.path), has_few=_has_few_values(node))
        self._few: Any = _class_asked(node) if self.has_few else None
        self._steps = node.path
        # Mostly a fact of the object itself.
        self._step: Any = node.path[0] if len(node.path) == 1 else None
        self._holds = _test(node)
        self._pieces: dict[Any, Evidence] = {}

    def see(self, item: Any, facts: Facts, at: Path) -> Seen:  # noqa: ARG002 - sums ask
        """Read the fact, and test it."""
        step = self._step
        observed = stated(item, self._steps) if step is None else getattr(item, step)
        if observed is None:
            return NOT_STATED
        truth = TRUE if self._holds(observed) else FALSE
        if self.has_few and observed.__class__ is not self._few:
            return truth, _Other(observed)
        return truth, observed

    def piece(self, seen: Seen, facts: Facts, *, positive: bool) -> Evidence:  # noqa: ARG002 - sums ask
        """Return what was seen as one piece."""
        truth, observed = seen
        if observed.__class__ is _Other:
            return self._made(truth, observed.value, positive=positive)
        if observed is not None and not self.has_few:
            return self._made(truth, observed, positive=positive)
        # What has few values says the same of each subject, and is made once.
        found = self._pieces.get((observed, positive))
        if found is None:
            found = self._made(truth, observed, positive=positive)
            self._pieces[observed, positive] = found
        return found

    def missing(self, seen: Seen, facts: Facts) -> Iterable[str]:  # noqa: ARG002 - sums ask
        """Return the fact itself."""
        return (self.path,)


class _Other:
    """What was seen in a noun that declares a fact of few values anew, of another kind.

    It is like nothing else that was seen: 1 equals yes, and a text the member of its value.
    """

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value


def _class_asked(leaf: n.Leaf) -> type[Any]:
    """Return the class of the values of a fact that has few."""
    return type(leaf.value if isinstance(leaf, n.Compare) else next(iter(leaf.values), None))  # type: ignore[union-attr]  # no Has has few


def _has_few_values(leaf: n.Leaf) -> bool:
    """Say whether a fact is yes or no, or a member of an enum."""
    if isinstance(leaf, n.Compare):
        return isinstance(leaf.value, bool | Labelled)
    return isinstance(leaf, n.Among) and all(isinstance(one, Labelled) for one in leaf.values)


def _test(leaf: n.Leaf) -> Callable[[Any], object]:
    """Return what says of a value that is stated whether it is as a leaf requires."""
    match leaf:
        case n.Compare(op=op, value=value):
            if isinstance(value, Labelled):
                return partial(_is_member if op is Op.EQ else _is_no_member, value)
            # The literal stands first: what is more than it, it is less than.
            return partial(_TURNED[op], value)
        case n.Among(values=values):
            return values.__contains__
        case n.Has(item=item):
            return lambda observed: item in observed
        case _:
            assert_never(leaf)


_TURNED: dict[Op, Callable[[Any, Any], Any]] = {
    Op.GE: operator.le,
    Op.GT: operator.lt,
    Op.LE: operator.ge,
    Op.LT: operator.gt,
    Op.EQ: operator.eq,
    Op.NE: operator.ne,
}


def _is_member(member: Labelled, observed: object) -> bool:
    return observed is member or member == observed


def _is_no_member(member: Labelled, observed: object) -> bool:
    return observed is not member and member != observed
