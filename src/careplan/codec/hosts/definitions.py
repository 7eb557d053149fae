"""A schema of ours in a schema that pydantic makes: each definition becomes one of pydantic's.

So a reference leads to where pydantic puts them all: "$defs" of a model, or the components of
an OpenAPI document.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from types import NoneType
from typing import Any, TypeAlias, get_args

import attrs

from careplan.base.text import Labelled
from careplan.codec import schema
from careplan.fields.declaring import Noun

_AT = "#/$defs/"
Schema = dict[str, Any]
_Describe = Callable[[Any, Any], Any]
# A schema that refers to definitions, these, and what pydantic keeps each by.
_Described: TypeAlias = tuple[Schema, Mapping[str, Schema], Mapping[str, str]]
_MAX_KEPT = 256  # types, of all models of a process


@attrs.frozen
class Asked:
    """A type that is described, what is known where it is read, and in which words.

    The nouns of a union are said beside it, in their order: unions of another order are equal.
    """

    source: Any
    members: tuple[type[Noun], ...]
    nouns: tuple[type[Noun], ...]
    enums: tuple[type[Labelled], ...]
    language: str
    spelling: str

    @property
    def name(self) -> str:
        """What the type is called."""
        of_members = "_or_".join(one.__name__ for one in self.members)
        return of_members or getattr(self.source, "__name__", "Criterion")

    def schema(self) -> Schema:
        """Return its schema, complete in itself."""
        told = attrs.asdict(self, recurse=False)
        members, source = told.pop("members"), told.pop("source")
        return _choice(members, source, told) if members else schema(source, **told)


def _choice(members: Iterable[type[Noun]], source: Any, told: Mapping[str, Any]) -> Schema:
    """Return the schema of a union of nouns: each but the first has to say its class."""
    first, *others = (schema(one, **told) for one in members)
    definitions = {name: one for whole in (first, *others) for name, one in whole["$defs"].items()}
    ways: list[Schema] = [{"$ref": first["$ref"]}]
    ways += [{"$ref": one["$ref"], "required": ["type"]} for one in others]
    if NoneType in get_args(source):
        ways.append({"type": "null"})
    return {"$defs": definitions, "anyOf": ways}


def described(asked: Asked) -> Mapping[str, list[_Describe]]:
    """Return the metadata by which pydantic describes a type by the schema of it.

    pydantic calls the function when a schema is asked for, and not before: each time that it
    meets the type, so what was described once is kept. What is no reference itself becomes a
    definition of the type's name. Where definitions of one name differ, theirs hold what is said
    of the whole schema, and which of a caller's own names they know.
    """

    def describe_in(_: object, handler: Any) -> Any:
        return _given(*description_of(asked), handler)

    # What is under "pydantic_js_functions" would be put in the place of each reference to it.
    return {"pydantic_js_annotation_functions": [describe_in]}


@lru_cache(maxsize=_MAX_KEPT)
def description_of(asked: Asked) -> _Described:
    """Describe a type, for all documents that have it: none of them changes what is kept."""
    schema, definitions = _named(asked.schema(), asked.name)
    met = _met(schema, definitions)
    said = [one for one in (asked.language, asked.spelling) if one not in {"zh", "value"}]
    own = {one.__name__ for one in (*asked.nouns, *asked.enums)}
    return schema, met, {name: _ref(name, met, said, own) for name in met}


def _named(whole: Schema, name: str) -> tuple[Schema, Mapping[str, Schema]]:
    """Return a schema that refers to its definitions, and these.

    A plan or a result says its version only as a whole: that becomes a definition beside the one
    of its class, as something else may hold it.
    """
    schema = {key: one for key, one in whole.items() if key not in {"$defs", "$schema"}}
    definitions: Mapping[str, Schema] = whole["$defs"]
    if schema.keys() == {"$ref"}:
        return schema, definitions
    return {"$ref": f"{_AT}.{name}"}, {**definitions, f".{name}": schema}


def _given(
    schema: Schema, definitions: Mapping[str, Schema], refs: Mapping[str, str], handler: Any
) -> Any:
    """Give pydantic the definitions that a schema needs; return it with its own references."""

    def refer(to: str, handler: Any) -> Any:
        ref = refs[to.removeprefix(_AT)]
        return handler({"type": "definition-ref", "schema_ref": ref})

    def one(name: str) -> Schema:
        def describe(_: object, handler: Any) -> Any:
            return _replaced(definitions[name], lambda to: refer(to, handler))

        metadata = {"pydantic_js_functions": [describe]}
        return {"type": "any", "ref": refs[name], "metadata": metadata}

    listed = [one(name) for name in definitions]
    handler({"type": "definitions", "definitions": listed, "schema": {"type": "any"}})
    return _replaced(schema, lambda to: refer(to, handler))


def _ref(
    name: str, definitions: Mapping[str, Schema], said: Sequence[str], own: Iterable[str]
) -> str:
    """Return what pydantic keeps a definition by; the last part of it is its name.

    Definitions of one name that say something else, here or further in, have two. pydantic calls
    them by all the parts: so the parts before say by what they differ.
    """
    held = {name: definitions[name], **_met(definitions[name], definitions)}
    text = json.dumps(held, sort_keys=True)
    whole = ("whole",) if name.startswith(".") else ()
    owned = sorted(one for one in own if one != name and json.dumps(one) in text)
    parts = ("careplan", *whole, *said, *owned, name.strip(".").replace(".", "_"))
    return f"{'.'.join(parts)}:{sha256(text.encode()).hexdigest()[:16]}"


def _met(schema: Schema, definitions: Mapping[str, Schema]) -> dict[str, Schema]:
    """Return the definitions that a schema refers to, and these in turn."""
    met: dict[str, Schema] = {}
    left = [schema]
    for one in left:  # it grows by what each refers to
        for to in _references(one):
            name = to.removeprefix(_AT)
            if name not in met:
                met[name] = definitions[name]
                left.append(met[name])
    return met


def _references(schema: Any) -> Iterator[str]:
    match schema:
        case {"$ref": str(to)}:
            yield to
        case dict():
            for one in schema.values():
                yield from _references(one)
        case list():
            for one in schema:
                yield from _references(one)


def _replaced(schema: Any, refer: Callable[[str], Any]) -> Any:
    """Return a schema with something else in the place of each reference."""
    match schema:
        case {"$ref": str(to), **beside}:
            return {**refer(to), **beside}
        case dict():
            return {key: _replaced(one, refer) for key, one in schema.items()}
        case list():
            return [_replaced(one, refer) for one in schema]
        case _:
            return schema
