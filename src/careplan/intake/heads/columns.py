"""What a column of a table holds, as its caller says it: a fact, a tick, or items of its own."""

from collections.abc import Mapping
from typing import Any

import attrs

from careplan.base.errors import InvalidInput, NotFound, Problem, check_type
from careplan.base.frozenmap import FrozenMap
from careplan.base.text import Labelled, is_text
from careplan.criteria.proxies import Fact, path_of
from careplan.fields.checking import refuse, required
from careplan.fields.declaring import facts_declared
from careplan.fields.kinds import ChoiceKind, FactSpec, FlagKind, PartKind, TableKind, TextKind
from careplan.fields.paths import kind_at, parse_path, spec_at


@attrs.frozen
class Tick:
    """One of several columns, in one of which a mark says which member a fact is."""

    fact: str
    member: Labelled | bool


@attrs.frozen
class Each:
    """A column of which every cell makes an item of its own, with facts that stand outside it."""

    fact: str
    given: Mapping[str, Any]


Holds = str | Tick | Each | tuple[str, ...] | None


def tick(fact: str | Fact, member: Labelled | bool) -> Tick:  # noqa: FBT001 - a value of the fact
    """Say that a mark in a column means that a fact is this member, or is so.

    The columns of one fact are read together: one mark among them says the fact, none or two
    are a problem. Raises InvalidInput for anything but a fact and a member, True or False.

    >>> import careplan as cp
    >>> read = cp.intake.read(
    ...     [{"公办": "√", "民办": ""}, {"公办": "√", "民办": "√"}],
    ...     cp.Institution,
    ...     columns={
    ...         "公办": cp.intake.tick("ownership_mode", cp.OwnershipMode.PUBLIC),
    ...         "民办": cp.intake.tick("ownership_mode", cp.OwnershipMode.PRIVATE),
    ...     },
    ... )
    >>> [item.ownership_mode for item in read.items], [p.row for p in read.problems]
    ([OwnershipMode.PUBLIC, None], [2])
    """
    check_type(member, (Labelled, bool), "member")
    return Tick(_path(fact, "fact"), member)


def each(fact: str | Fact, **given: Any) -> Each:
    """Say that every cell of a column makes an item of its own, of which more is given.

    So one row of a table becomes several items: a count for each column of a ledger, or for
    each month. A cell that is not stated makes none. Raises InvalidInput for anything but a fact.

    >>> import careplan as cp
    >>> from datetime import date
    >>> read = cp.intake.read(
    ...     [{"镇街": "甲镇", "6月底": "20", "12月底": "35个"}],
    ...     cp.SlotCount,
    ...     columns={
    ...         "6月底": cp.intake.each("slots", on=date(2024, 6, 30)),
    ...         "12月底": cp.intake.each("slots", on=date(2024, 12, 31)),
    ...     },
    ... )
    >>> [(item.on.month, item.slots) for item in read.items]
    [(6, 20), (12, 35)]
    """
    return Each(_path(fact, "fact"), FrozenMap(given))


def _path(fact: object, argument: str) -> str:
    if isinstance(fact, Fact):
        return path_of(fact)
    if not is_text(fact):
        raise InvalidInput([Problem(argument, "wrong_type", fact, {"expected": "str | Fact"})])
    return str(fact)


@attrs.frozen(kw_only=True)
class Column:
    """One column as it is read: where it stands, and what of the noun it holds.

    `specs` are the facts it may hold by path: none where it is set aside, several where whichever
    a cell names is meant.
    """

    place: int
    heading: str
    specs: Mapping[str, FactSpec]
    unit: Any = None  # a unit of the heading, or why it has none that can be taken
    tick: Tick | None = None
    each: Each | None = None

    @property
    def is_text(self) -> bool:
        """Whether what it holds is a text: only there may a cell name a total, or be carried."""
        return all(
            isinstance(spec.kind, TextKind | ChoiceKind | FlagKind) for spec in self.specs.values()
        )


def spec_of(noun: type[Any], path: str) -> FactSpec:
    """Return how what is at a path is declared; raises NotFound for what no cell can say."""
    steps = parse_path(noun, path)
    kind = kind_at(noun, steps)
    if isinstance(kind, PartKind):
        raise NotFound("path", path, [f"{path}.{name}" for name in facts_declared(kind.noun)])
    if isinstance(kind, TableKind):
        raise NotFound("path", path, [f"{path}[{one.value}]" for one in kind.enum])
    return attrs.evolve(spec_at(noun, steps), kind=kind)


def holds(noun: type[Any], said: object, where: str, problems: list[Problem]) -> Holds:
    """Return what a caller says of a column, checked; what is wrong is added to `problems`."""
    match said:
        case None:
            return None
        case Tick(fact, member):
            _member_of(noun, fact, member, where, problems)
            return said
        case Each(fact, given):
            spec_of(noun, fact)
            for name, value in given.items():
                required(spec_of(noun, name).kind, value, f"{where}.{name}", problems)
            return said
        case tuple():
            paths = tuple(_checked(noun, one, where, problems) for one in said)
            return tuple(path for path in paths if path is not None)
        case _:
            return _checked(noun, said, where, problems)


def _checked(noun: type[Any], said: object, where: str, problems: list[Problem]) -> str | None:
    if not isinstance(said, Fact) and not is_text(said):
        expected = "str | Fact | tuple | tick(...) | each(...) | None"
        problems.append(Problem(where, "wrong_type", said, {"expected": expected}))
        return None
    path = _path(said, where)
    spec_of(noun, path)
    return path


def _member_of(
    noun: type[Any], fact: str, member: object, where: str, problems: list[Problem]
) -> None:
    kind = spec_of(noun, fact).kind
    if isinstance(kind, FlagKind) and isinstance(member, bool):
        return
    if isinstance(kind, ChoiceKind) and isinstance(member, kind.enum):
        return
    allowed = kind.enum.__name__ if isinstance(kind, ChoiceKind) else "bool"
    refuse(problems, where, "wrong_type", member, expected=allowed)
