"""Read JSON-like data: one cattrs converter, with a hook for each shape and class.

cattrs makes the function that reads a class, refuses keys it does not have, and collects what
the hooks of its fields refuse; the classes check what their fields cannot be together.
"""

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any, assert_never

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

import careplan.codec.hooks as h
import careplan.codec.problems as p
import careplan.fields.kinds as k
import careplan.fields.shapes as s
from careplan.base.errors import InvalidInput
from careplan.base.text import Labelled, Text
from careplan.codec.coherence.answers import incoherences
from careplan.codec.known import is_tagged, known_names, said_by
from careplan.codec.tagged import criterion_reader, value_reader
from careplan.codec.text import without
from careplan.documents.encoded import ByReading, Encoded
from careplan.fields.checking import entries_of
from careplan.fields.declaring import Noun

_TEXT = h.leaf_reader(k.TextKind())
_STATED_COUNT = h.maybe(h.leaf_reader(k.CountKind()))


class Reader:
    """The hooks that read what may hold these nouns and members, on one converter."""

    def __init__(self, nouns: tuple[type[Noun], ...], enums: tuple[type[Labelled], ...]) -> None:
        """Make a converter; its functions for classes are made when they are first needed."""
        self.nouns = nouns
        self.enums = enums
        self.known = known_names(nouns, enums)
        self.converter = Converter(forbid_extra_keys=True, detailed_validation=True)
        self.converter.register_structure_hook_factory(attrs.has, self._of_class)
        self._kept: dict[s.Shape, p.Hook] = {}
        self._criterion = criterion_reader(self.known)
        self._value = value_reader(self.known, self._noun)

    def kept_hook(self, shape: s.Shape) -> p.Hook:
        """Return the hook that reads data of a shape, made once."""
        if (kept := self._kept.get(shape)) is None:
            kept = self._kept[shape] = self.hook(shape)
        return kept

    def hook(self, shape: s.Shape) -> p.Hook:
        """Return the hook that reads data of a shape."""
        match shape:
            case s.Maybe(inner):
                return h.maybe(self.hook(inner))
            case k.NumberKind() | k.CountKind() | k.FlagKind() | k.TextKind() | k.DayKind():
                return h.leaf_reader(shape)
            case k.ChoiceKind(enum):
                return self._member(enum)
            case s.ChoiceOf(enums):
                return self._member(*enums)
            case k.ChoicesKind(enum, or_one):
                return h.set_of(h.member_reader(enum), or_one=or_one)
            case k.TableKind(enum):
                return h.map_of(h.member_reader(enum), _STATED_COUNT, stated=True)
            case k.PartKind(cls):
                return self._object(cls)
            case k.ItemsKind(cls):
                return h.list_of(self._object(cls))
            case s.ListOf(item) | s.Keyed(item):
                return h.list_of(self.hook(item), with_none=isinstance(item, s.AnyValue))
            case s.MapOf(item):
                return h.map_of(_TEXT, self.hook(item))
            case s.PairOf():
                return h.read_pair
            case s.OneOf(classes):
                hooks = {cls.__name__: self._object(cls) for cls in classes}
                return lambda value, _=None: p.by_tag(value, hooks)(value)
            case s.ByOption(inner, only):
                return self._by_option(inner, only=only)
            case s.NumberOr(cls):
                number, made = h.leaf_reader(k.NumberKind(step=1)), self._object(cls)
                return lambda value, _=None: (made if isinstance(value, Mapping) else number)(value)
            case s.AnyCriterion():
                return self._criterion
            case s.NounName():
                return h.named(self.known.nouns, p.OWN_NOUNS)
            case s.AnyNoun():
                return self._noun
            case s.AnyValue():
                return self._value
            case _:
                assert_never(shape)

    def _member(self, *enums: type[Labelled]) -> p.Hook:
        """Return the hook for members of enums, or of those derived from what has no member."""
        is_open = any(not len(enum) for enum in enums)
        return h.member_reader(*self.known.options(*enums), own=p.OWN_ENUMS if is_open else None)

    def _object(self, cls: type[Any]) -> p.Hook:
        """Return the hook for objects of a class, made when needed: a class may hold itself."""
        return _late(lambda: self.converter.get_structure_hook(cls))

    def _of_class(self, cls: type[Any]) -> p.Hook:
        """Make the function that reads objects of a class: a factory of hooks for cattrs."""
        return self._made(cls, {field.name: self.hook(field.shape) for field in s.fields_of(cls)})

    def _made(self, cls: type[Any], hooks: Mapping[str, p.Hook]) -> p.Hook:
        """Make the function that reads objects of a class by the hooks of its fields."""
        overrides: dict[str, Any] = {
            name: override(struct_hook=hook) for name, hook in hooks.items()
        }
        overrides |= {name: override(omit=True) for name in s.fields_aside(cls)}
        made: p.Hook = make_dict_structure_fn(s.resolved(cls), self.converter, **overrides)
        if issubclass(cls, Noun):
            read = self._or_made_of_it(cls, _plainly(cls, hooks, made))
        else:
            read = _answering(cls, made)

        def read_whole(value: Any, _: object = None) -> Any:
            """Look at the whole before its fields: that it is one, and no key stands twice."""
            if type(value) is dict:
                return read(value)
            p.check_object(value)
            each = p.Each()
            p.check_twice(value, each)
            whole = each.take(read, dict(entries_of(value) or ()), "")
            each.close()
            return whole

        return read_whole

    def _or_made_of_it(self, noun: type[Any], made: p.Hook) -> p.Hook:
        """Read an object of a noun, or of one derived from it, which then says so."""
        if "type" in {field.name for field in s.fields_of(noun)}:
            return made
        kinds = self.known.kinds_of(noun)

        def read(value: Mapping[Any, Any]) -> Any:
            if "type" not in value:
                return made(value)
            kind, rest = p.by_tag(value, kinds, p.OWN_NOUNS), without(value, "type")
            return made(rest) if kind is noun else self.converter.structure(rest, kind)

        return read

    def _by_option(self, inner: s.Shape, *, only: bool) -> p.Hook:
        """Read a shape, or what it is by reading; an option may differ by reading in turn."""
        plain = self.hook(inner)

        def make() -> p.Hook:
            options = h.map_of(_TEXT, self._by_option(inner, only=False))
            return self._made(ByReading, {"interpretation": _TEXT, "options": options})

        differing = _late(make)

        def read(value: Any, _: object = None) -> Any:
            depends = isinstance(value, Mapping) and value.get("type") == ByReading.__name__
            return differing(value) if depends or only else plain(value)

        return read

    def _noun(self, value: Any, _: object = None) -> Any:
        p.check_object(value)
        each = p.Each()
        p.check_keys(value, ("facts",), each)
        known = self.known.nouns
        noun = each.take(lambda value: p.by_tag(value, known, p.OWN_NOUNS), value, "")
        facts = value.get("facts")
        if noun is not None and facts is not None:
            facts = each.take(lambda one: self.converter.structure(one, noun), facts, "facts")
        each.close()
        return facts


@lru_cache(maxsize=64)
def reader(nouns: tuple[type[Noun], ...] = (), enums: tuple[type[Labelled], ...] = ()) -> Reader:
    """Return the reader for careplan's nouns and enums and those of a caller."""
    return Reader(nouns, enums)


def _plainly(noun: type[Any], hooks: Mapping[str, p.Hook], made: p.Hook) -> p.Hook:
    """Read an object of a noun in which nothing is wrong; `made` says of any other all that is."""
    needed = frozenset(field.name for field in s.fields_of(noun) if field.required)

    def read(value: Mapping[Any, Any]) -> Any:
        if not needed <= value.keys() or not value.keys() <= hooks.keys():
            return made(value)
        try:
            return noun(**{name: hooks[name](one) for name, one in value.items()})
        except p.REFUSED:
            return made(value)

    return read


def _late(make: Callable[[], p.Hook]) -> p.Hook:
    """Return a hook that is made when it is first needed."""
    made = cache(make)
    return lambda value, _=None: made()(value)


def _answering(cls: type[Any], made: p.Hook) -> p.Hook:
    """Read an object with its class's name, and of an answer check what its class does not."""
    said = said_by(cls)

    def coherent(value: Mapping[Any, Any]) -> Any:
        result = made(value)
        found = list(incoherences(result))
        if found:
            raise InvalidInput(found)
        return result

    fields = made if issubclass(cls, Encoded | Text | ByReading) else coherent
    if not is_tagged(cls):
        return fields

    beside = {"type", *said}

    def read(value: Mapping[Any, Any]) -> Any:
        rest = {key: one for key, one in value.items() if key not in beside}
        if value.get("type") != cls.__name__:
            each = p.Each()
            each.add(p.misnamed("not_a_member", value.get("type"), [cls.__name__]), "type")
            each.take(fields, rest, "")
            each.close()
        result = fields(rest)
        for name in said:
            given, answer = value.get(name), getattr(result, name).value
            if given is not None and given != answer:
                raise p.refusal("other_answer", given, name, expected=answer)
        return result

    return read
