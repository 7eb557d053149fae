"""JSON in and out, strictly: `structure`, `unstructure`, `loads`, `dumps`, `schema`, `converter`.

For nouns, criteria, everything a plan holds, whole plans, and results. Nothing is coerced and
nothing guessed: what is wrong is one `InvalidInput` that lists every problem with its path.

- Null, or a key left out, is "not stated". An enum is written by value and read by value, name,
  or zh or en label. A whole number is a number (3.0 is 3); a decimal or a fraction is written
  as a text ("4.5", "41/3"). Numbers are read as numbers or as texts alike. A day is
  "2021-06-30".
- Criteria, rules, plans and results carry their class as "type". Plans and results carry the
  version of the format as "format" as well; plans of an older one are read, results are not.
- A criterion names its noun: one of careplan, or of the `nouns` a caller passes. Members of a
  caller's own enums are read where it passes these as `enums`: a body, or what was observed.
- A result says its "outcome" (or "availability") for readers without careplan. What it says is
  checked against what it holds, so that whatever was read can be shown.
- The same object always gives the same text, and the text an equal object.

The limits are in `text`. `converter` gives the same to a caller's own cattrs classes.
"""

from collections.abc import Iterable
from functools import partial
from itertools import islice
from typing import Any, TypeAlias, TypeVar, overload

from cattrs import Converter

from careplan.base.errors import (
    MAX_PROBLEMS,
    InvalidInput,
    Problem,
    check_language,
    check_type,
    look_up,
)
from careplan.base.text import Labelled, Text
from careplan.codec.filled import filled
from careplan.codec.hosts.converting import converter_of
from careplan.codec.hosts.knowing import Knowing
from careplan.codec.known import FORMAT, versions_of
from careplan.codec.older import said_today
from careplan.codec.places import placed
from careplan.codec.problems import REFUSED, problems_of
from careplan.codec.schemas.forms import FormSchema
from careplan.codec.schemas.told import SPELLINGS, Told
from careplan.codec.schemas.whole import DIALECT, HERE, Schemas
from careplan.codec.structuring import Reader, reader
from careplan.codec.text import TOO_DEEP, are_sound, parse, too_large, write
from careplan.codec.unstructuring import Writer, unreadable
from careplan.criteria.nodes import Criterion
from careplan.display.result import Result
from careplan.documents.encoded import Encoded
from careplan.fields.checking import entries_of
from careplan.fields.declaring import Noun
from careplan.fields.kinds import PartKind
from careplan.fields.shapes import ListOf, Shape, shape_of

__all__ = [
    "FORMAT",
    "Knowing",
    "converter",
    "dumps",
    "loads",
    "schema",
    "structure",
    "unstructure",
]

_T = TypeVar("_T")
_Nouns: TypeAlias = Iterable[type[Noun]]
_Enums: TypeAlias = Iterable[type[Labelled]]
_Objects: TypeAlias = Noun | Criterion | Encoded | Result  # each is written as an object
_WRITER = Writer()
_NONE: tuple[()] = ()
_FORMED = Text(zh="一类具体的对象（如场所）或其列表", en="a noun such as Venue, or a tuple of one")


@overload
def structure(
    data: object, cls: type[_T], *, nouns: _Nouns = (), enums: _Enums = (), form: bool = False
) -> _T: ...
@overload
def structure(
    data: object, cls: Any, *, nouns: _Nouns = (), enums: _Enums = (), form: bool = False
) -> Any: ...
def structure(
    data: object, cls: Any, *, nouns: _Nouns = (), enums: _Enums = (), form: bool = False
) -> Any:
    """Return the object of `cls` that JSON-like data describes.

    `cls` is a noun, `careplan.Plan`, any class a plan or a result holds, a result, `Criterion`,
    or a tuple of these (`tuple[Venue, ...]`). Raises InvalidInput that lists every problem. A type
    checker knows what comes back; of a union it has to be told: `found: Criterion = loads(...)`.

    With `form` the data is a filled-in form about a noun, or a tuple of one: texts by the path of
    each fact, as a mapping or as the pairs a browser posts. A blank is not stated, yes and no are
    words, a set is one name posted several times; `rooms` = "0" says that there is no room.

    >>> import careplan as cp
    >>> cp.codec.structure({"category": "医院", "rooms": [{"area_m2": "7.50"}]}, cp.Venue).rooms
    (Room(use=None, independent=None, ..., area_m2=Decimal('7.5'), ...),)
    >>> cp.codec.structure({"rooms": [{"independent": "false"}], "romms": 1}, cp.Venue)
    Traceback (most recent call last):
    ...
    careplan.base.errors.InvalidInput: romms: is not a known key; did you mean rooms?; known: ...
    rooms[0].independent: expected true or false, got 'false'
    >>> posted = [("category", "医院"), ("building_area_m2", " "), ("rooms[0].independent", "是")]
    >>> venue = cp.codec.structure(posted, cp.Venue, form=True)
    >>> venue.building_area_m2, venue.rooms[0].independent
    (None, True)
    """
    shape = shape_of(cls)
    if form:
        return _of_form(data, cls, shape, _reader(nouns, enums))
    return _structured(data, cls, shape, _reader(nouns, enums))


def _structured(data: object, cls: Any, shape: Shape, chosen: Reader) -> Any:
    large = too_large(data)
    if large is not None:
        raise InvalidInput([large])
    read = chosen.kept_hook(shape)
    entries = None if isinstance(data, dict) else entries_of(data)
    given = data if entries is None else dict(entries)
    try:
        return read(said_today(given, cls, chosen.known.nouns))
    except (*REFUSED, RecursionError) as error:
        raise InvalidInput(placed(problems_of(error), shape)) from None


def _of_form(data: object, cls: Any, shape: Shape, chosen: Reader) -> Any:
    """Read a form; what is wrong with it as one stands beside what is wrong with what it says."""
    _check_formed(cls, shape)
    form = filled(data, shape, chosen.known)
    found = list(placed(form.problems, shape))
    try:
        made = _structured(form.data, cls, shape, chosen)
    except InvalidInput as error:
        found += form.in_form(error.problems, lambda problems: placed(problems, shape))
    if found:
        raise InvalidInput(found)
    return made


def _check_formed(cls: Any, shape: Shape) -> None:
    """Refuse what no form can be about."""
    match shape:
        case PartKind(noun) | ListOf(PartKind(noun)) if issubclass(noun, Noun):
            return
    raise InvalidInput([Problem("cls", "wrong_type", cls, {"expected": _FORMED})])


@overload
def unstructure(obj: _Objects) -> dict[str, Any]: ...
@overload
def unstructure(obj: Labelled) -> str: ...
@overload
def unstructure(obj: tuple[object, ...]) -> list[Any]: ...
@overload
def unstructure(obj: object) -> Any: ...
def unstructure(obj: object) -> Any:
    """Return an object as JSON-like data: what `structure` reads back as an equal object.

    Raises InvalidInput, each problem with its path, for what could not be read back: an object
    of no class of careplan, an answer at odds with what it holds, a text no file can hold.

    >>> import careplan as cp
    >>> cp.codec.unstructure(cp.Room(area_m2=7.50, supplies={cp.Supply.CLEANING_CLOTHS}))
    {'area_m2': '7.5', 'supplies': ['cleaning_cloths']}
    """
    try:
        found = list(islice(_WRITER.unwritable(obj), MAX_PROBLEMS + 1))
        data: Any = None if found else _WRITER.write(obj)
    except RecursionError:
        raise InvalidInput([TOO_DEEP]) from None
    large = too_large(data)
    if large is not None:
        found.append(large)
    elif not are_sound(data):
        found += unreadable(data)
    if found:
        raise InvalidInput(found)
    return {"format": FORMAT, **data} if versions_of(type(obj)) else data


@overload
def loads(text: str, cls: type[_T], *, nouns: _Nouns = (), enums: _Enums = ()) -> _T: ...
@overload
def loads(text: str, cls: Any, *, nouns: _Nouns = (), enums: _Enums = ()) -> Any: ...
def loads(text: str, cls: Any, *, nouns: _Nouns = (), enums: _Enums = ()) -> Any:
    """Return the object of `cls` that a JSON text describes; see `structure`.

    A number with a point is read exactly. Raises InvalidInput for what is no JSON, a key
    that stands twice, or a text beyond the limits, too.

    >>> import careplan as cp
    >>> cp.codec.loads('{"slots": 3.0, "on": "2024-06-30", "locality": "甲"}', cp.SlotCount).slots
    3
    """
    return structure(parse(text), cls, nouns=nouns, enums=enums)


def dumps(obj: object) -> str:
    """Return an object as JSON text in its one form; see `unstructure`.

    >>> import careplan as cp
    >>> cp.codec.dumps(cp.Venue(category=cp.VenueCategory.HOSPITAL, rooms=[]))
    '{"category":"hospital","rooms":[]}'
    """
    return write(unstructure(obj))


def schema(
    cls: Any,
    *,
    nouns: _Nouns = (),
    enums: _Enums = (),
    language: str = "zh",
    spelling: str = "any",
    ref_prefix: str = HERE,
    form: bool = False,
) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what `structure` reads as `cls`.

    It says the same field by field. It does not say: keys that stand twice, the size of the
    whole, and what fields cannot be together. Classes and facts have their label as "title", facts
    their question as "description" and their unit as "x-unit", in "zh" or "en".

    A member of an enum is any text that is read. With the spelling "value", "name" or "label" there
    is one text for each, with its label as "title". References begin with `ref_prefix`: for
    "#/components/schemas/" move what stands in "$defs" there. With `form` it is the schema of a
    filled-in form: texts by the paths of facts, without a reference.

    Raises NotFound for another language or spelling, and what `structure` raises for `cls`.

    >>> import careplan as cp
    >>> made = cp.codec.schema(cp.Room, spelling="value")["$defs"]["Room"]["properties"]
    >>> made["independent"]["anyOf"], made["independent"]["title"]
    ([{'type': 'boolean'}, {'type': 'null'}], '独立设置')
    >>> made["area_m2"]["x-unit"], made["supplies"]["anyOf"][0]["items"]["oneOf"][0]
    ('平方米', {'const': 'hand_and_mouth_wipes', 'title': '手口湿巾'})
    """
    look_up("spelling", spelling, SPELLINGS)
    told = Told(check_language(language), spelling)
    check_type(ref_prefix, str, "ref_prefix")
    known = _reader(nouns, enums).known
    if not form:
        return Schemas(known, told, ref_prefix).whole(cls)
    shape = shape_of(cls)
    _check_formed(cls, shape)
    return {"$schema": DIALECT, **FormSchema(known, told).whole(shape)}


def converter(*, nouns: _Nouns = (), enums: _Enums = ()) -> Converter:
    """Return a cattrs converter that reads and writes careplan's classes as this module does.

    For a caller's own classes that hold careplan's: attrs classes, dataclasses, and Structs of
    msgspec. These keep their strictness inside, and keys that a class does not have are refused.
    A day of theirs is read as strictly, and written as one of careplan's; a member of any enum
    derived from `Labelled` is read by value, name or label. In a union of nouns the first is
    written as alone, any other says its class as "type".
    Its `structure` raises InvalidInput that lists every problem with its path from the top.

    >>> import careplan as cp
    >>> cp.codec.converter().unstructure({"venue": cp.Venue(rooms=[])})
    {'venue': {'rooms': []}}
    """
    chosen = _reader(nouns, enums)
    read = partial(structure, nouns=chosen.nouns, enums=chosen.enums)
    return converter_of(read, unstructure, chosen.known)


def _reader(nouns: _Nouns, enums: _Enums) -> Reader:
    """Return the reader for careplan's classes and these; raise InvalidInput for what is none."""
    if nouns is _NONE and enums is _NONE:  # as nearly always
        return reader()
    found: list[Problem] = []
    listed = _classes("nouns", nouns, Noun, found)
    members = _classes("enums", enums, Labelled, found)
    found += [
        Problem(f"enums[{index}]", "nothing_listed", enum)
        for index, enum in enumerate(members)
        if not found and not len(enum)  # a base names no body
    ]
    if found:
        raise InvalidInput(found)
    return reader(listed, members)


def _classes(
    name: str, given: Iterable[type[_T]], base: type[_T], found: list[Problem]
) -> tuple[type[_T], ...]:
    """Return classes derived from a base; what is none is added to `found`."""
    check_type(given, Iterable, name)
    listed = tuple(given)
    found += [
        Problem(f"{name}[{index}]", "wrong_type", cls, {"expected": f"type[{base.__name__}]"})
        for index, cls in enumerate(listed)
        if not (isinstance(cls, type) and issubclass(cls, base))
    ]
    return listed
