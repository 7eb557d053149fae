"""Read and write criteria: {"type": "Compare", "noun": "Venue", "path": ..., "op": ..., ...}.

A criterion that was read was checked as one that is written in code: names, operators and
literals fit the facts their nouns declare.
"""

from collections.abc import Mapping
from typing import Any, get_args

import attrs

from careplan.codec.known import Context
from careplan.codec.leaves import leaf, member, nearest, shown
from careplan.codec.limits import MAX_PATH, hint, inside
from careplan.errors import NotFound, Problem
from careplan.fields import Noun
from careplan.kinds import (
    ChoiceKind,
    ChoicesKind,
    CountKind,
    DayKind,
    FlagKind,
    ItemsKind,
    Kind,
    NumberKind,
    PartKind,
    TableKind,
    TextKind,
)
from careplan.nodes import (
    Criterion,
    Op,
    Path,
    dotted,
    noun_of,
)
from careplan.sources import Text
from careplan.wording import fact_spec, parse_path

NODES: Mapping[str, tuple[str, ...]] = {
    "AllOf": ("parts",),
    "Among": ("noun", "path", "values"),
    "AnyOf": ("parts",),
    "Compare": ("noun", "path", "op", "value"),
    "Every": ("noun", "path", "where"),
    "Has": ("noun", "path", "item"),
    "Not": ("part",),
    "Some": ("noun", "path", "where"),
}
CLASSES: Mapping[str, type[Any]] = {cls.__name__: cls for cls in get_args(Criterion)}

_SINGLE = (NumberKind, CountKind, DayKind, FlagKind, ChoiceKind, TextKind)
_ORDERED = (NumberKind, CountKind, DayKind)
_WANTED: Mapping[str, tuple[tuple[type, ...], Text]] = {
    "Compare": (_SINGLE, Text(zh="单个值", en="a single value")),
    "Among": (_SINGLE, Text(zh="单个值", en="a single value")),
    "Has": ((ChoicesKind,), Text(zh="集合", en="a set")),
    "Some": ((ItemsKind,), Text(zh="列表", en="a collection")),
    "Every": ((ItemsKind,), Text(zh="列表", en="a collection")),
}
_AN_OBJECT = Text(zh="对象", en="an object")
_A_LIST = Text(zh="列表", en="a list")
_VALUES = Text(zh="至少有一项的列表", en="a list of at least one value")


@attrs.frozen
class Criteria:
    """Reads criteria, and adds what is wrong with them to the context's problems."""

    context: Context

    def read(self, value: object, path: str) -> Any:
        """Return the criterion an object describes."""
        if not isinstance(value, Mapping):
            return self._refuse(path, "wrong_type", value, expected=_AN_OBJECT)
        before = len(self.context.problems)
        name = self._tag(value, path)
        if name is None:
            return value
        for key in getattr(value, "twice", ()):
            self._refuse(inside(path, key), "duplicate_key", value[key])
        known = NODES[name]
        for key in value:
            if key not in ("type", *known):
                near, options = hint(nearest(key, known)), shown(known)
                self._refuse(inside(path, key), "unknown_key", key, hint=near, options=options)
        given = {key: value.get(key) for key in known}
        for key, inner in given.items():
            if inner is None:
                self._refuse(inside(path, key), "required", None)
        made = self._node(name, given, path)
        return value if len(self.context.problems) > before else CLASSES[name](**made)

    def noun(self, value: object, path: str) -> Any:
        """Return the noun a name stands for."""
        nouns = self.context.nouns
        if isinstance(value, str) and value in nouns:
            return nouns[value]
        near, options = hint(nearest(value, nouns)), shown(nouns)
        return self._refuse(path, "not_a_member", value, options=options, hint=near)

    def _refuse(self, path: str, code: str, value: object, **parameters: object) -> Any:
        self.context.problems.append(Problem(path, code, value, parameters))
        return value

    def _tag(self, value: Mapping[Any, Any], path: str) -> str | None:
        given, at = value.get("type"), inside(path, "type")
        if isinstance(given, str) and given in NODES:
            return given
        if given is None:
            self._refuse(at, "required", None)
        else:
            near, options = hint(nearest(given, NODES)), shown(NODES)
            self._refuse(at, "not_a_member", given, options=options, hint=near)
        return None

    def _node(self, name: str, given: dict[str, Any], path: str) -> dict[str, Any]:
        if name in {"AllOf", "AnyOf"}:
            return {"parts": self._parts(given["parts"], inside(path, "parts"))}
        if name == "Not":
            return {"part": self._part(given["part"], inside(path, "part"))}
        return self._about(name, given, path)

    def _part(self, value: object, path: str) -> Any:
        return None if value is None else self.read(value, path)

    def _parts(self, value: object, path: str) -> Any:
        if not isinstance(value, list | tuple):
            return value is not None and self._refuse(path, "wrong_type", value, expected=_A_LIST)
        parts = tuple(self.read(part, f"{path}[{index}]") for index, part in enumerate(value))
        nouns = {
            noun
            for part in parts
            if isinstance(part, Criterion) and (noun := noun_of(part)) is not None
        }
        if len(nouns) > 1:
            self._refuse(path, "several_nouns", value)
        return parts

    def _about(self, name: str, given: dict[str, Any], path: str) -> dict[str, Any]:
        """Read a node about a fact: the fact first, for what may be said of it depends on it."""
        noun, where = given["noun"], inside(path, "where")
        found = None if noun is None else self.noun(noun, inside(path, "noun"))
        fact: Path = ()
        kind: Kind | None = None
        if isinstance(found, type) and given["path"] is not None:
            fact, kind = self._fact(found, given["path"], inside(path, "path"))
        wanted, expected = _WANTED[name]
        if kind is not None and not isinstance(kind, wanted):
            at = inside(path, "path")
            self._refuse(at, "wrong_fact", given["path"], expected=expected)
            kind = None
        made: dict[str, Any] = {"noun": found, "path": fact}
        match name:
            case "Compare":
                made["op"] = self._op(given["op"], kind, inside(path, "op"))
                made["value"] = self._literal(kind, given["value"], inside(path, "value"))
            case "Among":
                made["values"] = self._literals(kind, given["values"], inside(path, "values"))
            case "Has":
                made["item"] = self._literal(kind, given["item"], inside(path, "item"))
            case _:
                made["where"] = self._part(given["where"], where)
                self._fits(kind, made["where"], where)
        return made

    def _fact(self, noun: type[Noun], text: object, path: str) -> tuple[Path, Kind | None]:
        try:
            fact = _parsed(noun, text)
        except NotFound as error:
            self._refuse(path, "not_found", text, **error.parameters())
            return (), None
        kind = fact_spec(noun, dotted(fact)).kind
        if isinstance(kind, TableKind) and not isinstance(fact[-1], str):
            return fact, CountKind()
        if isinstance(kind, ItemsKind) and isinstance(fact[-1], int):
            return fact, PartKind(kind.noun)
        return fact, kind

    def _op(self, value: object, kind: Kind | None, path: str) -> Any:
        if value is None:
            return None
        op = member((Op,), value, path, self.context)
        equal = op is Op.EQ or op is Op.NE
        if kind is not None and isinstance(op, Op) and not equal and not isinstance(kind, _ORDERED):
            self._refuse(path, "no_order", value)
        return op

    def _literal(self, kind: Kind | None, value: object, path: str) -> Any:
        match kind:
            case ChoiceKind(enum) | ChoicesKind(enum) if value is not None:
                return member((enum,), value, path, self.context)
            case NumberKind() | CountKind() | FlagKind() | TextKind() | DayKind() if (
                value is not None
            ):
                return leaf(kind, value, path, self.context)
            case _:  # not given, or of a fact that is none
                return value

    def _literals(self, kind: Kind | None, value: object, path: str) -> Any:
        if value is None:
            return None
        if not isinstance(value, list | tuple) or not value:
            return self._refuse(path, "wrong_type", value, expected=_VALUES)
        before = len(self.context.problems)
        listed = []
        for index, one in enumerate(value):
            at = f"{path}[{index}]"
            if one is None:
                self._refuse(at, "none_inside", one)
            listed.append(self._literal(kind, one, at))
        sound = kind is not None and len(self.context.problems) == before
        return frozenset(listed) if sound else value

    def _fits(self, kind: Kind | None, where: object, path: str) -> None:
        if isinstance(kind, ItemsKind) and isinstance(where, Criterion):
            noun = noun_of(where)
            if noun is not None and noun is not kind.noun:
                expected = kind.noun.__name__
                self._refuse(path, "wrong_noun", noun.__name__, expected=expected)


def _parsed(noun: type[Noun], text: object) -> Path:
    """Read a path, which is written in one way only; raise NotFound for any other."""
    if not isinstance(text, str) or len(text) > MAX_PATH:
        raise NotFound("path", text, ())
    path = parse_path(noun, text)
    if dotted(path) != text:
        raise NotFound("path", text, [dotted(path)])
    return path
