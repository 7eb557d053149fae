"""A caller's msgspec Structs on a cattrs converter: msgspec itself builds no type of careplan's.

msgspec is imported once a Struct is there, which it has imported already.
"""

from collections.abc import Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from cattrs import Converter
from cattrs import errors as c

from careplan.base.errors import InvalidInput
from careplan.codec.problems import Hook, check_object, misnamed, refusal


def is_struct(cls: Any) -> bool:
    """Say whether a class is a Struct of msgspec."""
    return isinstance(cls, type) and hasattr(cls, "__struct_config__")


def is_struct_choice(cls: Any) -> bool:
    """Say whether a type is a union of Structs that have tags under one key, and None."""
    members = _structs_of(cls)
    keys = {one.__struct_config__.tag_field for one in members}
    return len(members) > 1 and len(keys) == 1 and None not in keys


def struct_choice_reader(cls: Any, converter: Converter) -> Hook:
    """Return the hook that reads a union of Structs by the tag that data says."""
    members = _structs_of(cls)
    key = members[0].__struct_config__.tag_field
    tags = [one.__struct_config__.tag for one in members]

    def read_one(data: Any, _: object = None) -> Any:
        if data is None and NoneType in get_args(cls):
            return None
        check_object(data)
        for tag, member in zip(tags, members, strict=True):
            if _says(data.get(key), tag):
                return converter.structure(data, member)
        raise _mistagged(data, key, tags, key)

    return read_one


def _structs_of(cls: Any) -> tuple[Any, ...]:
    """Return the members of a union that has nothing but Structs, and None; of all else none."""
    if get_origin(cls) not in {Union, UnionType}:
        return ()
    members = tuple(one for one in get_args(cls) if one is not NoneType)
    return members if all(map(is_struct, members)) else ()


def _says(said: Any, tag: Any) -> bool:
    return type(said) is type(tag) and bool(said == tag)  # True is no tag 1


def _mistagged(data: Any, key: str, tags: list[Any], at: str = "") -> InvalidInput:
    """Return the error of data without its tag, or with one of none of these."""
    if data.get(key) is None:
        return refusal("required", None, at)
    return misnamed("not_a_member", data[key], [str(one) for one in tags], at)


def struct_reader(cls: Any, converter: Converter) -> Hook:
    """Return the hook that reads a Struct: by the names it has in JSON, with its defaults.

    The key of its tag, if it has one, must say its tag; keys that it does not have are refused.
    """
    from msgspec.structs import fields  # noqa: PLC0415 - a Struct is there

    config = cls.__struct_config__
    key_of_tag = config.tag_field
    # A Struct may hold itself: what reads its fields is made once it is needed.
    hook_of = cache(converter.get_structure_hook)
    read = {one.encode_name: (one, _stated(one.type)) for one in fields(cls)}

    def read_struct(data: Any, _: object = None) -> Any:
        if not isinstance(data, Mapping):
            raise TypeError(_READING)
        errors: list[Exception] = []
        made: dict[str, Any] = {}
        extra = {key for key in data if key not in read and key != key_of_tag}
        if extra:
            errors.append(c.ForbiddenExtraKeysError("", cls, extra))
        if key_of_tag is not None and not _says(data.get(key_of_tag), config.tag):
            error = _mistagged(data, key_of_tag, [config.tag])
            errors.append(_noted(error, key_of_tag, type(config.tag)))
        for key, (field, held) in read.items():
            try:
                if key in data or field.required:
                    made[field.name] = hook_of(held)(data[key], held)
            except Exception as error:  # noqa: BLE001 - whatever a hook of the caller's raises
                errors.append(_noted(error, key, held))
        try:
            if not errors:
                return cls(**made)
        except Exception as error:  # noqa: BLE001 - whatever the class raises of itself
            errors.append(error)
        raise c.ClassValidationError(_READING, errors, cls)

    return read_struct


def struct_writer(cls: Any, converter: Converter) -> Hook:
    """Return the hook that writes a Struct as an object, as msgspec would name its fields."""
    from msgspec import NODEFAULT, UNSET  # noqa: PLC0415 - a Struct is there
    from msgspec.structs import fields  # noqa: PLC0415 - the same

    config = cls.__struct_config__
    tag = {} if config.tag_field is None else {config.tag_field: config.tag}
    written = [(one, _stated(one.type)) for one in fields(cls)]

    def is_left_out(field: Any, value: Any) -> bool:
        if value is UNSET:
            return True
        if not config.omit_defaults or field.required:
            return False
        made = field.default if field.default_factory is NODEFAULT else field.default_factory()
        return type(value) is type(made) and bool(value == made)

    def write_struct(struct: Any) -> dict[str, Any]:
        values = [(field, held, getattr(struct, field.name)) for field, held in written]
        return tag | {
            field.encode_name: converter.unstructure(value, unstructure_as=held)
            for field, held, value in values
            if not is_left_out(field, value)
        }

    return write_struct


def _stated(cls: Any) -> Any:
    """Return the type of what a field holds where it is set."""
    from msgspec import UnsetType  # noqa: PLC0415 - a Struct is there

    held = get_args(cls)
    if get_origin(cls) not in {Union, UnionType} or UnsetType not in held:
        return cls
    return Union[tuple(one for one in held if one is not UnsetType)]  # noqa: UP007 - of as many


_READING = "while reading a Struct"


def _noted(error: Exception, key: str, cls: Any) -> Exception:
    error.add_note(c.AttributeValidationNote(f"in {key}", key, cls))
    return error
