"""How one fact is asked: the shortest text that says what `steps.leaf_holds` says.

Truth values and members of our enums are known by identity first: comparing these is a call.
What is neither (a noun may declare the fact anew) is compared as it is everywhere.
"""

from typing import Any, assert_never

import careplan.criteria.nodes as n
from careplan.base.text import Labelled
from careplan.criteria.compiling.names import Names
from careplan.criteria.compiling.pieces import OfFact
from careplan.criteria.signs import Op

_FEW = 3  # members that are looked at one by one
_NOT_STATED = "is not None"


def asked(piece: OfFact, root: str, names: Names, *, surely: bool) -> tuple[str, str]:
    """Return the text that is true where the piece holds, or may hold; and that it is not known.

    The second is for wherever the first was read.
    """
    leaf, held = piece.leaf, names.new("v")
    first = f"({held} := {names.loaded(leaf.path, root)})"
    stated = "is not None and" if surely else "is None or"
    match leaf:
        case n.Compare(value=bool()):
            text = _of_flag(leaf, held, first, surely=surely, positive=piece.positive)
            return text, f"{held} is None"
        case n.Compare(op=op, value=value):
            test = f"{held} {op.value} {names.constant(value)}"
            if _is_known_by_identity(value) and op in {Op.EQ, Op.NE}:
                test = _of_member(op, held, test, names, value)
        case n.Among(values=values):
            test = f"{held} in {names.constant(values)}"
            members = sorted(values, key=repr)
            if len(members) <= _FEW and all(map(_is_known_by_identity, members)):
                test = _of_members(held, test, names, members)
        case n.Has(item=item):
            test = f"{names.constant(item)} in {held}"
        case _:
            assert_never(leaf)
    test = f"({test})" if piece.positive else f"not ({test})"
    return f"({first} {stated} {test})", f"{held} is None"


def _of_flag(leaf: n.Compare, held: str, first: str, *, surely: bool, positive: bool) -> str:
    """Return what asks a yes or no: the value that is asked for, the other one, or a comparison."""
    wanted = (leaf.op is Op.EQ) is positive
    yes = bool(leaf.value) is wanted
    compared = f"{'' if positive else 'not '}{held} {leaf.op.value} {leaf.value!r}"
    unstated = f"{held} is None or " if not surely else f"{held} is not None and "
    return f"({first} is {yes} or {unstated}{held} is not {not yes} and {compared})"


def _is_known_by_identity(value: object) -> bool:
    """Say whether a literal is a member that equals no other member: its enum says no more."""
    cls: Any = type(value)
    return isinstance(value, Labelled) and (cls.__eq__, cls.__ne__) == (
        Labelled.__eq__,
        Labelled.__ne__,
    )


def _of_member(op: Op, held: str, test: str, names: Names, value: object) -> str:
    name, enum = names.constant(value), names.constant(type(value))
    if op is Op.EQ:
        return f"{held} is {name} or {held}.__class__ is not {enum} and {test}"
    return f"{held} is not {name} and ({held}.__class__ is {enum} or {test})"


def _of_members(held: str, test: str, names: Names, members: list[Any]) -> str:
    listed = " or ".join(f"{held} is {names.constant(one)}" for one in members)
    enum = names.constant(type(members[0]))
    return f"{listed} or {held}.__class__ is not {enum} and {test}"
