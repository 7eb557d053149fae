"""JSON in and out, strictly: `structure`, `unstructure`, `loads`, `dumps`, `schema`, `converter`.

For nouns, criteria, everything a plan holds, whole plans, and results. Nothing is coerced and
nothing guessed: what is wrong is one `InvalidInput` that lists every problem with its path.

- Null, or a key left out, is "not stated". An enum is written by value and read by value, name,
  or zh or en label. A whole number is a number (3.0 is 3); a decimal or a fraction is written
  as a text ("4.5", "41/3") and a decimal read as a number too. A day is "2021-06-30".
- Criteria, rules, plans and results carry their class as "type". Plans and results carry the
  version of the format as "format" as well, and no other version is read.
- A criterion names its noun: one of careplan, or of the `nouns` a caller passes.
- A result says its "outcome" (or "availability") for readers without careplan; it is checked.
- The same object always gives the same text.

The limits are in `limits`. `converter` gives the same to a caller's own cattrs classes.
"""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, overload

from careplan.codec.converter import make_converter
from careplan.codec.decode import Decoder
from careplan.codec.deriving import FORMAT, has_version, shape_of
from careplan.codec.encode import Encoder
from careplan.codec.known import context
from careplan.codec.limits import Enough, too_large
from careplan.codec.schemas import Schemas
from careplan.codec.text import parse, write
from careplan.errors import InvalidInput, Problem
from careplan.fields import Noun

__all__ = ["FORMAT", "converter", "dumps", "loads", "schema", "structure", "unstructure"]

_T = TypeVar("_T")


@overload
def structure(data: object, cls: type[_T], *, nouns: Iterable[type[Noun]] = ()) -> _T: ...
@overload
def structure(data: object, cls: Any, *, nouns: Iterable[type[Noun]] = ()) -> Any: ...
def structure(data: object, cls: Any, *, nouns: Iterable[type[Noun]] = ()) -> Any:
    """Return the object of `cls` that JSON-like data describes.

    `cls` is a noun, `careplan.Plan`, any class a plan or a result holds, a result, `Criterion`,
    or a tuple of these (`tuple[Venue, ...]`). Raises InvalidInput that lists every problem.

    >>> import careplan as cp
    >>> cp.codec.structure({"category": "医院", "rooms": [{"area_m2": "7.50"}]}, cp.Venue).rooms
    (Room(use=None, independent=None, ..., area_m2=Decimal('7.5'), ...),)
    >>> cp.codec.structure({"rooms": [{"independent": "false"}], "romms": 1}, cp.Venue)
    Traceback (most recent call last):
    ...
    careplan.errors.InvalidInput: romms: is not a known key; did you mean rooms?; known: ...
    rooms[0].independent: expected true or false, got 'false'
    """
    shape = shape_of(cls)
    large = too_large(data)
    if large is not None:
        raise InvalidInput([large])
    known = context(nouns)
    decoder = Decoder(known, versioned=has_version(cls))
    if has_version(cls) and isinstance(data, Mapping):
        _check_version(data)
    try:
        made = decoder.read(shape, data, "")
    except Enough:
        made = None
    if known.problems:
        raise InvalidInput(known.problems)
    return made


def unstructure(obj: object) -> Any:
    """Return an object as JSON-like data: what `structure` reads back as an equal object.

    Raises InvalidInput for what careplan does not write, or what no text could hold.

    >>> import careplan as cp
    >>> cp.codec.unstructure(cp.Room(area_m2=7.50, supplies={cp.Supply.CLEANING_CLOTHS}))
    {'area_m2': '7.5', 'supplies': ['cleaning_cloths']}
    """
    encoder = Encoder()
    try:
        data = encoder.write(obj, "")
    except Enough:
        data = None
    if encoder.problems:
        raise InvalidInput(encoder.problems)
    return {"format": FORMAT, **data} if has_version(type(obj)) else data


def loads(text: str, cls: Any, *, nouns: Iterable[type[Noun]] = ()) -> Any:
    """Return the object of `cls` that a JSON text describes; see `structure`.

    A number with a point is read exactly. Raises InvalidInput for what is no JSON, a key
    that stands twice, or a text beyond the limits, too.

    >>> import careplan as cp
    >>> cp.codec.loads('{"slots": 3.0, "on": "2024-06-30", "locality": "甲"}', cp.SlotCount).slots
    3
    """
    return structure(parse(text), cls, nouns=nouns)


def dumps(obj: object) -> str:
    """Return an object as JSON text in its one form; see `unstructure`.

    >>> import careplan as cp
    >>> cp.codec.dumps(cp.Venue(category=cp.VenueCategory.HOSPITAL, rooms=[]))
    '{"category":"hospital","rooms":[]}'
    """
    return write(unstructure(obj))


def schema(cls: Any, *, nouns: Iterable[type[Noun]] = ()) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what `structure` reads as `cls`.

    It says the same field by field. It does not say: keys that stand twice, sizes (of texts,
    numbers, the whole), and what fields cannot be together.

    >>> import careplan as cp
    >>> cp.codec.schema(cp.Room)["$defs"]["Room"]["properties"]["independent"]["anyOf"][0]
    {'type': 'boolean'}
    """
    return Schemas(context(nouns)).whole(cls)


def converter(*, nouns: Iterable[type[Noun]] = ()) -> Any:
    """Return a cattrs converter that reads and writes careplan's classes as this module does.

    For a caller's own classes that hold careplan's; these keep their strictness inside.

    >>> import careplan as cp
    >>> cp.codec.converter().unstructure({"venue": cp.Venue(rooms=[])})
    {'venue': {'rooms': []}}
    """
    chosen = tuple(nouns)
    return make_converter(lambda data, cls: structure(data, cls, nouns=chosen), unstructure)


def _check_version(data: Mapping[Any, Any]) -> None:
    given = data.get("format")
    if given is None:
        raise InvalidInput([Problem("format", "required", None)])
    if type(given) is not int or given != FORMAT:
        raise InvalidInput([Problem("format", "other_version", given, {"expected": FORMAT})])
