"""A type of careplan's as pydantic has it: how it is read, written, refused and described.

The functions here are called by pydantic alone, so that it is there when it is imported.
"""

from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any, TypeAlias

from careplan.base.errors import InvalidInput, Problem, check_language, look_up
from careplan.base.text import Labelled, Text
from careplan.codec import converter, structure, unstructure
from careplan.codec.hosts.definitions import Asked, described
from careplan.codec.hosts.lines import lines_of
from careplan.codec.hosts.unions import is_noun, nouns_of, write_in_place
from careplan.codec.known import own_names
from careplan.codec.schemas.told import SPELLINGS
from careplan.codec.tagged import NODES
from careplan.criteria.nodes import Compare, Criterion, Node
from careplan.fields.declaring import Noun

_Known: TypeAlias = tuple[tuple[type[Noun], ...], tuple[type[Labelled], ...]]
_A_CLASS = Text(zh="本库的类", en="a class of careplan, as in `Annotated[Plan, ...] | None`")
_MEMBER = "pydantic_internal_union_tag_key"  # what a union's error names a member of it by


def core_schema(
    source: Any,
    nouns: tuple[type[Noun], ...] = (),
    enums: tuple[type[Labelled], ...] = (),
    language: str = "zh",
    spelling: str = "value",
) -> Any:
    """Return the core schema of a type that `structure` reads, with these nouns and enums.

    An object of the type is taken as it is, JSON-like data is read; objects are written where
    JSON is asked for. A noun of a caller's is known with all that it holds. Its JSON Schema is
    that of `schema`. What is wrong with what is known or how it is described is raised at once.
    """
    from pydantic_core import core_schema as made  # noqa: PLC0415 - only pydantic asks for this

    members = nouns_of(source)
    if not (isinstance(source, type) or source == Criterion or members):
        raise InvalidInput([Problem("source", "wrong_type", source, {"expected": _A_CLASS})])
    if nouns or enums:  # what is wrong with these is the model's fault, not that of what it reads
        converter(nouns=nouns, enums=enums)
    look_up("spelling", spelling, SPELLINGS)
    known = (_with_own(source, nouns), enums)
    read = _node_of(source, known) if _is_node(source) else partial(_read, source, known)
    asked = Asked(source, members, *known, check_language(language), spelling)
    member = "criterion" if _is_node(source) else asked.name
    place = members[0] if members else source
    return made.no_info_plain_validator_function(
        _called(asked.name, read),
        metadata={**described(asked), _MEMBER: member},
        serialization=made.plain_serializer_function_ser_schema(
            _called(asked.name, partial(write_in_place, place, unstructure)), when_used="json"
        ),
    )


def _called(name: str, function: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Name a function after the type: what pydantic says of a function is seen by clients."""
    function.__name__ = name
    return function


def _with_own(source: Any, nouns: tuple[type[Noun], ...]) -> tuple[type[Noun], ...]:
    """Return the nouns that are known where a type is read: a caller's own is among them."""
    ours = {"Noun", *own_names().nouns}
    held = nouns_of(source) or (source,)
    new = [one for one in held if is_noun(one) and one.__name__ not in ours]
    return tuple(dict.fromkeys((*nouns, *new)))


@lru_cache(maxsize=64)
def _converter(nouns: tuple[type[Noun], ...], enums: tuple[type[Labelled], ...]) -> Any:
    """Return the converter that reads a union of nouns where these are known."""
    return converter(nouns=nouns, enums=enums)


def _read(source: Any, known: _Known, value: Any) -> Any:
    """Take an object of a type as it is, or read one; raise pydantic's error, line by line."""
    if isinstance(value, source):
        return value
    nouns, enums = known
    try:
        if nouns_of(source):
            return _converter(nouns, enums).structure(value, source)
        return structure(value, source, nouns=nouns, enums=enums)
    except InvalidInput as error:
        raise _refused(source, lines_of(error)) from None


def _refused(source: Any, lines: list[Any]) -> Exception:
    """Return pydantic's error: where a model is read, its lines stand among the model's."""
    from pydantic_core import ValidationError  # noqa: PLC0415 - only pydantic asks for this

    title = getattr(source, "__name__", str(source))
    return ValidationError.from_exception_data(title, lines)


def _is_node(source: Any) -> bool:
    return isinstance(source, type) and issubclass(source, Node)


def _node_of(source: type[Node], known: _Known) -> Callable[[Any], Any]:
    """Return what reads one of the nodes that a criterion may be.

    pydantic tries them all, and lists what each refuses: so each reads its own data, and the
    first alone what is of none.
    """

    def read(value: Any) -> Any:
        tag = value.get("type") if isinstance(value, dict) else None
        if isinstance(value, source) or tag == source.__name__:
            return _read(source, known, value)
        of_another = isinstance(value, Node) or tag in tuple(NODES)
        if source is Compare and not of_another:
            return _read(source, known, value)
        raise _refused(source, [])

    return read
