"""A cattrs converter for a caller's classes that hold careplan's: attrs, dataclasses, Structs.

What it cannot read is one `InvalidInput`, each problem with its path from the top.
"""

from datetime import date
from functools import partial
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

from cattrs import Converter

from careplan.base.errors import InvalidInput
from careplan.base.text import Labelled
from careplan.codec.hosts.refused import refused
from careplan.codec.hosts.structs import (
    is_struct,
    is_struct_choice,
    struct_choice_reader,
    struct_reader,
    struct_writer,
)
from careplan.codec.hosts.unions import (
    is_choice,
    is_noun,
    nouns_of,
    union_reader,
    write_in_place,
)
from careplan.codec.known import Known, is_tagged
from careplan.codec.problems import Hook
from careplan.criteria.nodes import Criterion, Node
from careplan.documents.encoded import ByReading
from careplan.fields.declaring import Noun

_T = TypeVar("_T")


class HostConverter(Converter):
    """A cattrs converter that says all that is wrong with a whole at once."""

    def structure(self, obj: Any, cl: type[_T]) -> _T:
        """Return the object of a class that data describes; raise InvalidInput otherwise."""
        try:
            return super().structure(obj, cl)
        except InvalidInput:
            raise
        except Exception as error:  # cattrs groups what it found, or raises what it met first
            raise InvalidInput(refused(error, obj, cl)) from error


def converter_of(read: Hook, write: Hook, known: Known) -> HostConverter:
    """Return a converter that reads and writes careplan's classes by these two functions.

    Keys that a class does not have are refused, of the caller's classes as of careplan's. A day
    of the caller's classes is read and written as one of careplan's. A noun in a union of several
    is the first of them, or says its class, which is one of those or `known`.
    """
    made = HostConverter(forbid_extra_keys=True)
    made.register_structure_hook_func(is_ours, read)
    made.register_unstructure_hook_func(is_ours, write)
    # An enum is a text as well, which cattrs would ask its own hook of a class about.
    made.register_structure_hook(Labelled, read)
    made.register_unstructure_hook(Labelled, write)
    made.register_unstructure_hook_factory(is_noun, lambda cls: partial(write_in_place, cls, write))
    made.register_structure_hook_factory(is_choice, lambda cls: union_reader(cls, read, known))
    made.register_unstructure_hook_factory(
        is_choice, lambda cls: partial(write_in_place, nouns_of(cls)[0], write)
    )
    made.register_structure_hook_func(_is_day, read)
    made.register_unstructure_hook_func(_is_day, date.isoformat)
    made.register_unstructure_hook_func(
        _is_anything, lambda value: value if _is_anything(type(value)) else made.unstructure(value)
    )
    made.register_structure_hook_factory(
        is_struct_choice, lambda cls: struct_choice_reader(cls, made)
    )
    made.register_structure_hook_factory(is_struct, lambda cls: struct_reader(cls, made))
    made.register_unstructure_hook_factory(is_struct, lambda cls: struct_writer(cls, made))
    return made


def _is_day(cls: Any) -> bool:
    return cls is date  # a moment is a day to Python alone


def _is_anything(cls: Any) -> bool:
    return cls is object


def is_ours(cls: Any) -> bool:
    """Say whether a class is one that `careplan.codec` reads, or derived from one."""
    if get_origin(cls) in {Union, UnionType}:
        return {*get_args(cls)} - {NoneType} == {*get_args(Criterion)}
    if not isinstance(cls, type):
        return False
    made_of = issubclass(cls, Noun | Node | ByReading | Labelled) or is_tagged(cls)
    return made_of or cls.__module__.partition(".")[0] == "careplan"
