"""A caller's msgspec Structs on a cattrs converter: msgspec itself builds no type of careplan's.

msgspec is imported once a Struct is there, which it has imported already.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from cattrs import Converter
from cattrs import errors as c

from careplan.codec.problems import Hook


def is_struct(cls: Any) -> bool:
    """Say whether a class is a Struct of msgspec."""
    return isinstance(cls, type) and hasattr(cls, "__struct_config__")


def struct_reader(cls: Any, converter: Converter) -> Hook:
    """Return the hook that reads a Struct: by the names it has in JSON, with its defaults.

    The key of its tag, if it has one, must say its tag; keys that it does not have are refused.
    """
    from msgspec.structs import fields  # noqa: PLC0415 - a Struct is there

    config = cls.__struct_config__
    # A Struct may hold itself: what reads its fields is made once it is needed.
    hook_of = cache(converter.get_structure_hook)
    read = {one.encode_name: one for one in fields(cls)}

    def read_struct(data: Any, _: object = None) -> Any:
        if not isinstance(data, Mapping):
            raise TypeError(_READING)
        errors: list[Exception] = []
        made: dict[str, Any] = {}
        extra = {key for key in data if key not in read and key != config.tag_field}
        if extra:
            errors.append(c.ForbiddenExtraKeysError("", cls, extra))
        if config.tag_field is not None and data.get(config.tag_field) != config.tag:
            errors.append(_noted(ValueError(), config.tag_field, type(config.tag)))
        for key, field in read.items():
            try:
                if key in data or field.required:
                    made[field.name] = hook_of(field.type)(data[key], field.type)
            except Exception as error:  # noqa: BLE001 - whatever a hook of the caller's raises
                errors.append(_noted(error, key, field.type))
        try:
            if not errors:
                return cls(**made)
        except Exception as error:  # noqa: BLE001 - whatever the class raises of itself
            errors.append(error)
        raise c.ClassValidationError(_READING, errors, cls)

    return read_struct


def struct_writer(cls: Any, converter: Converter) -> Hook:
    """Return the hook that writes a Struct as an object, as msgspec would name its fields."""
    from msgspec import NODEFAULT  # noqa: PLC0415 - a Struct is there
    from msgspec.structs import fields  # noqa: PLC0415 - the same

    config = cls.__struct_config__
    tag = {} if config.tag_field is None else {config.tag_field: config.tag}
    written = fields(cls)

    def is_left_out(field: Any, value: Any) -> bool:
        if not config.omit_defaults or field.required:
            return False
        made = field.default if field.default_factory is NODEFAULT else field.default_factory()
        return type(value) is type(made) and bool(value == made)

    def write_struct(struct: Any) -> dict[str, Any]:
        held = [(field, getattr(struct, field.name)) for field in written]
        return tag | {
            field.encode_name: converter.unstructure(value, unstructure_as=field.type)
            for field, value in held
            if not is_left_out(field, value)
        }

    return write_struct


_READING = "while reading a Struct"


def _noted(error: Exception, key: str, cls: Any) -> Exception:
    error.add_note(c.AttributeValidationNote(f"in {key}", key, cls))
    return error
