"""What an object of a document asks, written about one noun.

A document of a county's own may ask facts of ours beside those of a noun made of ours: all of
it is then about the latter, so whoever interprets the object finds one noun in it.
"""

from collections.abc import Iterator
from typing import Any

import attrs

import careplan.fields.kinds as k
import careplan.fields.shapes as s
from careplan.base.errors import Problem, beside, inside
from careplan.criteria.nodes import Alternatives, Criterion, Node, nouns_of
from careplan.criteria.soundness import about
from careplan.fields.declaring import made_of_all


def written_about_one(one: Any, problems: list[Problem]) -> dict[str, Any]:
    """Return the fields of an object, by name, that change where all it asks is of one noun.

    That is the noun that is made of all others; without one nothing changes. What cannot be asked
    of it, as it declares the fact anew, is added to `problems`.
    """
    nouns = nouns_of(_criteria_in(one))
    noun = made_of_all(nouns) if len(nouns) > 1 else None
    return {} if noun is None else _fields(one, noun, "", problems)


_ASKING: dict[type[Any], tuple[str, ...]] = {}


def _asking(cls: type[Any]) -> tuple[str, ...]:
    """Return the names of the fields in which objects of a class hold criteria."""
    if cls not in _ASKING:
        _ASKING[cls] = tuple(one.name for one in s.fields_of(cls) if _may_ask(one.shape))
    return _ASKING[cls]


def _may_ask(shape: s.Shape) -> bool:
    match shape:
        case s.Maybe(inner) | s.ListOf(inner) | s.ByOption(inner):
            return _may_ask(inner)
        case k.PartKind(cls):
            return bool(_asking(cls))
        case _:
            return isinstance(shape, s.AnyCriterion)


def _criteria_in(value: Any) -> Iterator[Criterion]:
    """Yield each criterion of an object, under every reading, and those of what it holds."""
    match value:
        case Node():
            yield value  # type: ignore[misc]  # a criterion is a node
        case Alternatives():
            for option in value.options.values():  # type: ignore[attr-defined]  # ByReading
                yield from _criteria_in(option)
        case tuple():
            for inner in value:
                yield from _criteria_in(inner)
        case None:
            pass
        case _:
            for name in _asking(type(value)):
                yield from _criteria_in(getattr(value, name))


def _fields(one: Any, noun: type[Any], path: str, problems: list[Problem]) -> dict[str, Any]:
    """Return the fields of an object that change where its criteria are about a noun."""
    fields = {name: getattr(one, name) for name in _asking(type(one))}
    made = {
        name: _about(inner, noun, beside(path, name), problems) for name, inner in fields.items()
    }
    return {name: inner for name, inner in made.items() if inner is not fields[name]}


def _about(value: Any, noun: type[Any], path: str, problems: list[Problem]) -> Any:
    match value:
        case Node():
            return about(value, noun, path, problems)  # type: ignore[arg-type]  # a criterion
        case Alternatives():
            options = value.options.items()  # type: ignore[attr-defined]  # ByReading
            at = beside(path, "options")
            made = {name: _about(one, noun, inside(at, name), problems) for name, one in options}
            same = all(made[name] is one for name, one in options)
            return value if same else attrs.evolve(value, options=made)  # type: ignore[misc]  # it
        case tuple():
            each = enumerate(value)
            listed = tuple(_about(one, noun, f"{path}[{place}]", problems) for place, one in each)
            same = all(one is other for one, other in zip(listed, value, strict=True))
            return value if same else listed
        case None:
            return None
        case _:
            before = len(problems)
            changed = _fields(value, noun, path, problems)
            return attrs.evolve(value, **changed) if changed and len(problems) == before else value
