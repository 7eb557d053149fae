"""How a fact of a noun is looked up, given, stated anew, and moved by its finest step."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

import attrs

import careplan.fields.kinds as k
from careplan.base.errors import InvalidInput, Problem, all_unknown, not_found
from careplan.base.exact import ratio, tidy
from careplan.fields.checking import read
from careplan.fields.declaring import Noun, facts_declared
from careplan.fields.paths import Path


def check_noun(cls: object) -> None:
    """Raise InvalidInput unless `cls` is a noun class."""
    if not (isinstance(cls, type) and issubclass(cls, Noun)):
        raise InvalidInput([Problem("cls", "wrong_type", cls, {"expected": "type[Noun]"})])


def check_facts(cls: type[Any], given: Mapping[str, object]) -> None:
    """Raise NotFound, for all names at once, unless `cls` declares every fact given."""
    known = facts_declared(cls)
    unknown = not_found("attribute", (name for name in given if name not in known), known)
    if unknown:
        raise all_unknown("facts", unknown)


def kept(cls: type[Any], given: Mapping[str, object]) -> dict[str, Any]:
    """Return values given for facts as the noun keeps them; None leaves a fact out.

    Raises InvalidInput, all problems at once, for what is no value of its fact.
    """
    declared = facts_declared(cls)
    problems: list[Problem] = []
    made = {}
    for name, one in given.items():
        if one is None and declared[name].required:
            problems.append(Problem(name, "required", None))
        made[name] = read(declared[name].kind, one, name, problems)
    if problems:
        raise InvalidInput(problems)
    return made


def is_measured(kind: k.Kind) -> bool:
    """Say whether values of a kind have an order and a finest step."""
    return isinstance(kind, k.NumberKind | k.CountKind | k.DayKind)


def neighbour(kind: k.Kind, value: Any, steps: int) -> Any:
    """Return the value some steps away: a count or a day has steps of one."""
    if isinstance(kind, k.DayKind):
        return value + timedelta(days=steps)
    step = kind.step if isinstance(kind, k.NumberKind) else 1
    return tidy(ratio(value) + steps * ratio(step))


def near(kind: k.Kind, value: Any) -> Iterator[tuple[int, Any]]:
    """Yield a value with both its neighbours, each beside its steps away from it.

    The calendar's first day has none before it, and the last none after it.
    """
    for steps in (-1, 0, 1):
        with suppress(OverflowError):
            yield steps, neighbour(kind, value, steps)


def around(kind: k.Kind, value: Any) -> list[Any]:
    """Return a value with both its neighbours, as far as a fact of this kind can have them."""
    return [one for _, one in near(kind, value) if is_possible(kind, one)]


def is_possible(kind: k.Kind, value: Any) -> bool:
    """Say whether a fact of this kind can have the value."""
    return isinstance(value, date) or ratio(value) >= ratio(getattr(kind, "minimum", 0))


def restated(subject: Any, path: Path, change: Callable[[Any], Any]) -> Any:
    """Return the subject with the fact at `path` changed, in every item of a collection.

    Raises InvalidInput if the subject cannot be so.
    """
    name, rest = str(path[0]), path[1:]
    inner = getattr(subject, name)
    kind = facts_declared(type(subject))[name].kind
    if not rest:
        value = change(inner)
    elif isinstance(kind, k.TableKind):
        table = {} if inner is None else inner
        value = {**table, rest[0]: change(table.get(rest[0]))}
    elif isinstance(kind, k.ItemsKind):
        value = tuple(restated(item, rest, change) for item in inner)
    else:
        value = restated(inner, rest, change)
    return attrs.evolve(subject, **{name: value})
