"""Read JSON-like data: one cattrs converter, with a hook for each shape and class.

cattrs makes the function that reads a class, refuses keys it does not have, and collects what
the hooks of its fields refuse; the classes check what their fields cannot be together.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, assert_never

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

from careplan.base.errors import InvalidInput
from careplan.base.text import Text
from careplan.codec.coherence import incoherences
from careplan.codec.containers import (
    check_object,
    list_of,
    map_of,
    maybe,
    read_pair,
    read_tag,
    set_of,
    table_of,
    whole_object,
    without,
)
from careplan.codec.criteria import criterion_reader, noun_reader
from careplan.codec.known import known_names
from careplan.codec.leaves import leaf_reader, member_reader
from careplan.codec.problems import Each, Hook, check_keys, refuse, refuse_name
from careplan.codec.values import value_reader
from careplan.display.result import Result
from careplan.documents.encoded import ByReading, Encoded
from careplan.documents.plan import Plan
from careplan.documents.rules import Cited
from careplan.fields.declaring import Noun
from careplan.fields.kinds import (
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
from careplan.fields.shapes import (
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
    OneOf,
    PairOf,
    Shape,
    fields_of,
)

# What a result says of itself, written beside what it holds, for readers without careplan.
SAID = ("outcome", "availability")


# Of plans and results. Plans of an older format are read as well, results are not.
FORMAT = 4


def has_version(cls: Any) -> bool:
    """Say whether a class is written with the version of the format at its top."""
    return isinstance(cls, type) and issubclass(cls, Plan | Result)


def is_tagged(cls: type[Any]) -> bool:
    """Say whether objects of a class carry their class's name."""
    return issubclass(cls, Cited | Result | Plan | ByReading)


def said_by(cls: type[Any]) -> tuple[str, ...]:
    """Return what objects of a class say of themselves beside what they hold."""
    return tuple(name for name in SAID if issubclass(cls, Result) and hasattr(cls, name))


def keys_of(cls: type[Any]) -> tuple[str, ...]:
    """Return the keys an object of a class may have."""
    tag = ("type",) if is_tagged(cls) else ()
    return (*tag, *(field.name for field in fields_of(cls)), *said_by(cls))


class Reader:
    """The hooks that read what may hold these nouns, on one converter."""

    def __init__(self, nouns: tuple[type[Noun], ...]) -> None:
        """Make a converter; its functions for classes are made when they are first needed."""
        self.nouns = nouns
        self.known = known = known_names(nouns)
        self.converter = Converter(forbid_extra_keys=True, detailed_validation=True)
        self.converter.register_structure_hook_factory(attrs.has, self._of_class)
        self._being_made: set[type[Any]] = set()
        self._criterion = criterion_reader(known)
        self._noun_name = noun_reader(known)
        self._value = value_reader(known, self._noun)

    def hook(self, shape: Shape) -> Hook:
        """Return the hook that reads data of a shape."""
        match shape:
            case Maybe(inner):
                return maybe(self.hook(inner))
            case NumberKind() | CountKind() | FlagKind() | TextKind() | DayKind():
                return leaf_reader(shape)
            case ChoiceKind(enum):
                return member_reader((enum,))
            case ChoiceOf(enums):
                return member_reader(enums)
            case ChoicesKind(enum, or_one):
                return set_of(member_reader((enum,)), or_one=or_one)
            case TableKind():
                return table_of(shape)
            case PartKind(cls):
                return self._object(cls)
            case ItemsKind(cls):
                return list_of(self._object(cls))
            case ListOf(item) | Keyed(item):
                return list_of(self.hook(item), with_none=isinstance(item, AnyValue))
            case MapOf(item):
                return map_of(self.hook(item))
            case PairOf():
                return read_pair
            case OneOf(classes):
                return self._one_of({cls.__name__: cls for cls in classes})
            case ByOption():
                return self._by_option(shape)
            case AnyCriterion():
                return self._criterion
            case NounName():
                return self._noun_name
            case AnyNoun():
                return self._noun
            case AnyValue():
                return self._value
            case _:
                assert_never(shape)

    def _object(self, cls: type[Any]) -> Hook:
        """Return the hook for objects of a class."""
        if cls in self._being_made:  # it holds objects of its own class
            return lambda value, _=None: self.converter.get_structure_hook(cls)(value, cls)
        return self.converter.get_structure_hook(cls)

    def _of_class(self, cls: type[Any]) -> Any:
        """Make the function that reads objects of a class: a factory of hooks for cattrs."""
        self._being_made.add(cls)
        hooks: dict[str, Any] = {
            field.name: override(struct_hook=self.hook(field.shape)) for field in fields_of(cls)
        }
        self._being_made.discard(cls)
        made = make_dict_structure_fn(cls, self.converter, **hooks)
        if issubclass(cls, Noun):
            return whole_object(cls, self._or_made_of_it(cls, made))
        read = _coherent(cls, made)
        return whole_object(cls, _tagged(cls, read) if is_tagged(cls) else read)

    def _or_made_of_it(self, noun: type[Any], made: Any) -> Any:
        """Read an object of a noun, or of one derived from it, which then says so."""
        if "type" in {field.name for field in fields_of(noun)}:
            return lambda value: made(value, noun)
        kinds = self.known.kinds_of(noun)

        def read(value: Mapping[Any, Any]) -> Any:
            if "type" not in value:
                return made(value, noun)
            name = value["type"]
            if type(name) is not str or name not in kinds:
                refuse_name("not_a_member", name, kinds, "type")
            rest = without(value, ("type",))
            return made(rest, noun) if kinds[name] is noun else self._object(kinds[name])(rest)

        return read

    def _one_of(self, classes: Mapping[str, type[Any]]) -> Hook:
        def read(value: Any, _: object = None) -> Any:
            check_object(value)
            return self._object(classes[read_tag(value, tuple(classes))])(value)

        return read

    def _by_option(self, shape: ByOption) -> Hook:
        plain = self.hook(shape.inner)
        made: list[Any] = []

        def read(value: Any, _: object = None) -> Any:
            depends = isinstance(value, Mapping) and value.get("type") == ByReading.__name__
            if not depends and not shape.only:
                return plain(value)
            if not made:  # when it is first needed: an option may differ by reading in turn
                options = map_of(self._by_option(ByOption(shape.inner)))
                hooks: dict[str, Any] = {
                    "interpretation": override(struct_hook=leaf_reader(TextKind())),
                    "options": override(struct_hook=options),
                }
                inner = make_dict_structure_fn(ByReading, self.converter, **hooks)
                made.append(
                    whole_object(ByReading, _tagged(ByReading, _coherent(ByReading, inner)))
                )
            return made[0](value)

        return read

    def _noun(self, value: Any, _: object = None) -> Any:
        check_object(value)
        each = Each(Noun)
        check_keys(value, ("facts",), each)
        name = each.take(lambda data: read_tag(data, tuple(self.known.nouns)), value, "")
        facts = None
        if name is not None and value.get("facts") is not None:
            facts = each.take(self._object(self.known.nouns[name]), value["facts"], "facts")
        each.close()
        return facts


@lru_cache(maxsize=64)
def reader(nouns: tuple[type[Noun], ...] = ()) -> Reader:
    """Return the reader for careplan's nouns and those of a caller."""
    return Reader(nouns)


def _tagged(cls: type[Any], made: Hook) -> Hook:
    """Read an object that carries its class's name and, if a result, what it says of itself."""
    said = said_by(cls)
    beside = ("type", *said)
    known = (cls.__name__,)

    def read(value: Mapping[Any, Any]) -> Any:
        rest = without(value, beside)
        if value.get("type") != cls.__name__:
            each = Each(cls)
            each.take(lambda data: read_tag(data, known), value, "")
            each.take(made, rest, "")
            each.close()
        result = made(rest)
        for name in said:
            given, answer = value.get(name), getattr(result, name).value
            if given is not None and given != answer:
                refuse("other_answer", given, name, expected=answer)
        return result

    return read


def _coherent(cls: type[Any], made: Any) -> Hook:
    """Make an object, and check of an answer what its class does not check itself."""
    if issubclass(cls, Encoded | Text | ByReading):
        return lambda value: made(value, cls)

    def read(value: Any) -> Any:
        result = made(value, cls)
        if found := list(incoherences(result)):
            raise InvalidInput(found)
        return result

    return read
