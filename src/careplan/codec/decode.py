"""Read data of a shape: everything that is wrong is found, each with its path."""

from collections.abc import Mapping
from typing import Any, assert_never

import attrs

from careplan.codec.deriving import fields_of, is_tagged
from careplan.codec.known import Context
from careplan.codec.leaves import leaf, member, nearest, shown, text
from careplan.codec.limits import Doubled, beside, hint, inside
from careplan.codec.nodes import Criteria
from careplan.codec.shapes import (
    AnyCriterion,
    AnyNoun,
    AnyValue,
    ByOption,
    ChoiceOf,
    Keyed,
    ListOf,
    MapOf,
    Maybe,
    NounName,
    ObjectOf,
    OneOf,
    PairOf,
    Shape,
)
from careplan.codec.values import observed
from careplan.errors import InvalidCriterion, InvalidInput, Problem
from careplan.fields import Noun
from careplan.frozenmap import FrozenMap
from careplan.kinds import (
    ChoiceKind,
    ChoicesKind,
    CountKind,
    DayKind,
    FlagKind,
    ItemsKind,
    NumberKind,
    PartKind,
    TableKind,
    TextKind,
)
from careplan.rules import ByReading
from careplan.sources import Text
from careplan.verdicts import Result

_AN_OBJECT = Text(zh="对象", en="an object")
_A_LIST = Text(zh="列表", en="a list")
_A_PAIR = Text(zh="两个文本的列表", en="a list of two texts")
# What a result says of itself, written beside what it holds, for readers without careplan.
SAID = ("outcome", "availability")
PAIR = 2


@attrs.frozen
class Decoder:
    """Reads data, and adds what is wrong with it to the context's problems."""

    context: Context
    versioned: bool = False  # the outermost object says the version of the format

    def read(self, shape: Shape, value: object, path: str) -> Any:
        """Return the value as its shape keeps it; after a problem it must not be used."""
        if value is None and not isinstance(shape, Maybe | AnyValue):
            return self._refuse(path, "required", value)
        match shape:
            case Maybe(inner):
                return None if value is None else self.read(inner, value, path)
            case NumberKind() | CountKind() | FlagKind() | TextKind() | DayKind():
                return leaf(shape, value, path, self.context)
            case ChoiceKind(enum):
                return member((enum,), value, path, self.context)
            case ChoiceOf(enums):
                return member(enums, value, path, self.context)
            case ChoicesKind(enum):
                before = len(self.context.problems)
                listed = self._items(ChoiceKind(enum), value, path)
                # A member that stands twice is in the set: nothing is lost.
                return value if len(self.context.problems) > before else frozenset(listed)
            case TableKind():
                return self._table(shape, value, path)
            case PartKind(noun) | ObjectOf(noun):
                return self._object(noun, value, path)
            case ItemsKind(noun):
                return self._items(ObjectOf(noun), value, path)
            case ListOf(item) | Keyed(item):
                return self._items(item, value, path)
            case MapOf(item):
                return self._map(item, value, path)
            case PairOf():
                return self._pair(value, path)
            case OneOf(classes):
                return self._one_of(classes, value, path)
            case ByOption():
                return self._by_option(shape, value, path)
            case AnyCriterion():
                return Criteria(self.context).read(value, path)
            case NounName():
                return Criteria(self.context).noun(value, path)
            case AnyNoun():
                return self._noun(value, path)
            case AnyValue():
                return observed(value, path, self.context, self._noun)
            case _:
                assert_never(shape)

    def _refuse(self, path: str, code: str, value: object, **parameters: object) -> Any:
        self.context.problems.append(Problem(path, code, value, parameters))
        return value

    def mapping(self, value: object, path: str) -> Mapping[Any, Any]:
        """Return an object's keys and values, none for what is no object."""
        if not isinstance(value, Mapping):
            self._refuse(path, "wrong_type", value, expected=_AN_OBJECT)
            return {}
        for key in value.twice if isinstance(value, Doubled) else ():
            self._refuse(inside(path, key), "duplicate_key", value[key])
        return value

    def _items(self, item: Shape, value: object, path: str) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            self._refuse(path, "wrong_type", value, expected=_A_LIST)
            return ()
        kept = []
        for index, inner in enumerate(value):
            at = f"{path}[{index}]"
            if inner is None and not isinstance(item, AnyValue):
                self._refuse(at, "none_inside", inner)
            else:
                kept.append(self.read(item, inner, at))
        return tuple(kept)

    def _pair(self, value: object, path: str) -> Any:
        if not isinstance(value, list | tuple) or len(value) != PAIR:
            return self._refuse(path, "wrong_type", value, expected=_A_PAIR)
        return self._items(TextKind(), value, path)

    def _map(self, item: Shape, value: object, path: str) -> Any:
        kept = {}
        for key, inner in self.mapping(value, path).items():
            at = inside(path, key)
            text(key, at, self.context)
            kept[key] = self.read(item, inner, at)
        return kept

    def _table(self, table: TableKind, value: object, path: str) -> Any:
        counts: dict[Any, int] = {}
        for key, inner in self.mapping(value, path).items():
            known = member((table.enum,), key, inside(path, key), self.context)
            at = f"{path}[{known.value}]" if isinstance(known, table.enum) else inside(path, key)
            if known in counts:
                self._refuse(at, "duplicate_key", key)
            counts[known] = self.read(Maybe(CountKind()), inner, at)
        return FrozenMap({key: n for key, n in counts.items() if n is not None})

    def keys(self, value: object, path: str, known: tuple[str, ...]) -> Mapping[Any, Any]:
        """Return an object, after a problem for each key that it cannot have."""
        data = self.mapping(value, path)
        for key in data:
            if key not in known:
                near = nearest(key, known)
                options = shown(known)
                self._refuse(
                    inside(path, key), "unknown_key", key, hint=hint(near), options=options
                )
        return data

    def tag(self, data: Mapping[Any, Any], path: str, known: tuple[str, ...]) -> str | None:
        """Return the "type" an object has, if it is a known one."""
        given = data.get("type")
        if given is None:
            self._refuse(inside(path, "type"), "required", None)
        elif not isinstance(given, str) or given not in known:
            suggestion = hint(nearest(given, known))
            options = shown(known)
            at = inside(path, "type")
            self._refuse(at, "not_a_member", given, options=options, hint=suggestion)
        else:
            return given
        return None

    def _one_of(self, classes: tuple[type[Any], ...], value: object, path: str) -> Any:
        by_name = {cls.__name__: cls for cls in classes}
        data = self.mapping(value, path)
        if not isinstance(value, Mapping):
            return value
        name = self.tag(data, path, tuple(by_name))
        return value if name is None else self._object(by_name[name], value, path)

    def _object(self, cls: type[Any], value: object, path: str) -> Any:
        if not isinstance(value, Mapping):
            return self._refuse(path, "wrong_type", value, expected=_AN_OBJECT)
        before = len(self.context.problems)
        fields = fields_of(cls)
        tags = ("type",) if is_tagged(cls) else ()
        top = ("format",) if self.versioned and not path else ()
        said = [name for name in SAID if issubclass(cls, Result) and hasattr(cls, name)]
        data = self.keys(value, path, (*top, *tags, *(field.name for field in fields), *said))
        if tags:
            self.tag(data, path, (cls.__name__,))
        facts = {}
        for field in fields:
            at = inside(path, field.name)
            if field.name in data:
                facts[field.name] = self.read(field.shape, data[field.name], at)
            elif field.required:
                self._refuse(at, "required", None)
        if len(self.context.problems) > before:
            return value
        return self._agrees(self._make(cls, facts, value, path), said, data, path)

    def _make(self, cls: type[Any], facts: dict[str, Any], value: object, path: str) -> Any:
        """Make an object of sound parts; what they cannot be together is a problem of it."""
        try:
            return cls(**facts)
        except InvalidInput as error:
            for problem in error.problems:
                at = beside(path, problem.path)
                self.context.problems.append(attrs.evolve(problem, path=at))
        except InvalidCriterion:  # the halves of a rule speak about different nouns
            self._refuse(path, "several_nouns", value)
        return value

    def _agrees(self, made: Any, said: list[str], data: Mapping[Any, Any], path: str) -> Any:
        for name in said if isinstance(made, Result) else ():
            answer = getattr(made, name)
            given = data.get(name)
            if given is not None and given != answer.value:
                at = inside(path, name)
                self._refuse(at, "other_answer", given, expected=answer.value)
        return made

    def _by_option(self, shape: ByOption, value: object, path: str) -> Any:
        depends = isinstance(value, Mapping) and value.get("type") == ByReading.__name__
        if not depends and not shape.only:
            return self.read(shape.inner, value, path)
        before = len(self.context.problems)
        data = self.keys(value, path, ("type", "interpretation", "options"))
        self.tag(data, path, (ByReading.__name__,))
        at = inside(path, "interpretation")
        name = self.read(TextKind(), data.get("interpretation"), at)
        inner = MapOf(ByOption(shape.inner))
        options = self.read(inner, data.get("options"), inside(path, "options"))
        return value if len(self.context.problems) > before else ByReading(name, options)

    def _noun(self, value: object, path: str) -> Any:
        data = self.keys(value, path, ("type", "facts"))
        if not isinstance(value, Mapping):
            return value
        name = self.tag(data, path, tuple(self.context.nouns))
        if name is None:
            return value
        noun: type[Noun] = self.context.nouns[name]
        return self.read(ObjectOf(noun), data.get("facts"), inside(path, "facts"))
