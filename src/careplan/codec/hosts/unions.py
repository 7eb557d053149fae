"""A noun in the place of another, and in a union of several: it says its class as "type"."""

from collections.abc import Mapping
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from careplan.codec.known import Known
from careplan.codec.problems import OWN_NOUNS, Hook, by_name, refusal
from careplan.codec.text import without
from careplan.codec.unstructuring import write_noun_name
from careplan.fields.declaring import Noun, facts_declared


def write_in_place(place: Any, write: Hook, value: Any) -> Any:
    """Write a value where a noun may stand, so that it is read back as itself.

    `write` writes it as it is alone, and so is what is of this very noun. Another says its class.
    """
    data = write(value)
    if not isinstance(value, Noun) or type(value) is place:
        return data
    name = write_noun_name(type(value))
    if place is Noun:
        return {"type": name, "facts": data}
    if "type" in data:
        raise refusal("shadows", name)
    return {"type": name, **data}


def is_noun(cls: Any) -> bool:
    """Say whether a class is a noun, or `Noun` itself."""
    return isinstance(cls, type) and issubclass(cls, Noun)


def nouns_of(cls: Any) -> tuple[type[Noun], ...]:
    """Return the nouns of a union that has nothing but nouns, and None; of all else none.

    >>> from careplan import Room, Venue
    >>> nouns_of(Venue | Room | None), nouns_of(Venue | None), nouns_of(Venue | int)
    ((<class 'careplan...Venue'>, <class 'careplan...Room'>), (), ())
    """
    if get_origin(cls) not in {Union, UnionType}:
        return ()
    members = tuple(one for one in get_args(cls) if one is not NoneType)
    nouns = all(is_noun(one) and one is not Noun for one in members)
    return members if nouns and len(members) > 1 else ()


def is_choice(cls: Any) -> bool:
    """Say whether a type is a union of several nouns."""
    return bool(nouns_of(cls))


def union_reader(cls: Any, read: Hook, known: Known) -> Hook:
    """Return the hook that reads a union of nouns: what says no class is the first of them."""
    members = nouns_of(cls)
    kinds = {name: one for noun in members for name, one in known.kinds_of(noun).items()}

    def read_one(value: Any, _: object = None) -> Any:
        if value is None and NoneType in get_args(cls):
            return None
        if not isinstance(value, Mapping) or value.get("type") is None:
            return read(value, members[0])
        noun = by_name(value["type"], kinds, "type", OWN_NOUNS)
        # What says the class is no fact, also where the noun has one of that name.
        return read(without(value, "type") if "type" in facts_declared(noun) else value, noun)

    return read_one
