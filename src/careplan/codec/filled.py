"""A filled-in form as JSON-like data: every value a text, what is blank is not stated.

The name of a field is the path of a fact as `missing` has it: `building_area_m2`,
`rooms[0].usable_area_m2`, `equipment[table]`. A set is one name posted several times. How many
items there are stands under the name of the collection (`rooms` = "0": there is none); without
it those are there of which something is stated. No member of a set, or none of each that a table
counts, is "none" or 无.
"""

import re
from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

import careplan.fields.kinds as k
import careplan.fields.shapes as s
from careplan.base.characters import plain, raised
from careplan.base.errors import InvalidInput, Problem, inside
from careplan.base.text import Labelled, Text, is_text, names_of
from careplan.codec.hooks import A_NUMBER, TRUE_OR_FALSE, leaf_reader
from careplan.codec.known import Known
from careplan.codec.problems import AN_OBJECT, refusal
from careplan.codec.text import MAX_DEPTH, MAX_PATH, MAX_VALUES
from careplan.fields.checking import entries_of
from careplan.fields.declaring import facts_declared

YES = ("true", "是", "yes", "on", "1")  # a ticked box posts "on"
NO = ("false", "否", "no", "off", "0")
NONE = ("none", "无")
MOST_ITEMS = 1_000  # that a form may say there are
_FLAGS = {**dict.fromkeys(YES, True), **dict.fromkeys(NO, False)}
# Says what people call the places of problems.
_Place = Callable[[Iterable[Problem]], Iterable[Problem]]
_STEP = re.compile(r"([^.\[\]]+)|\[(0|[1-9][0-9]{0,8})\]|\[([^\]]*)\]")
_PATH = re.compile(r"([^.\[\]]+|\[[^\]]*\])(\.[^.\[\]]+|\[[^\]]*\])*")
_A_TEXT = Text(zh="文本", en="a text")
# What people are told of, and JSON has otherwise.
_TYPED = (
    (TRUE_OR_FALSE, Text(zh="“是”或“否”", en="yes or no")),
    (A_NUMBER, Text(zh="数", en="a number")),
)
_PAIRS = Text(zh="按字段名列出的文本", en="texts by the names of fields, or pairs of them")
_MAX_TEXTS = 2  # name and text


@attrs.define
class _Field:
    """What was posted under a name, and under the names that begin with it."""

    texts: list[str] = attrs.field(factory=list)
    inner: "dict[str | int, _Field]" = attrs.field(factory=dict)


@attrs.define
class Filled:
    """A form as data, and what is wrong with it as a form.

    By paths of the data: under which numbers items were `moved`, and how members of sets and
    entries of tables are `named`.
    """

    data: Any = None
    problems: list[Problem] = attrs.field(factory=list)
    moved: dict[str, str] = attrs.field(factory=dict)
    named: dict[str, str] = attrs.field(factory=dict)

    def in_form(self, problems: Iterable[Problem], place: _Place) -> Iterator[Problem]:
        """Yield problems of the data as those of the form: by its names, and what they may hold.

        What people call a place is said by its path in the form, items by their numbers in it.
        """
        names = ChainMap(self.named, self.moved)
        for problem in problems:
            expected = problem.parameters.get("expected")
            typed = next((said for one, said in _TYPED if one is expected), expected)
            parameters = {**problem.parameters, **({} if typed is None else {"expected": typed})}
            path = _posted_as(problem.path, self.moved)
            for one in place([attrs.evolve(problem, path=path, parameters=parameters)]):
                yield attrs.evolve(one, path=_posted_as(problem.path, names))


def _posted_as(path: str, posted: Mapping[str, str]) -> str:
    """Return the path in the form of what stands at one of the data."""
    start = path
    while start and start not in posted:
        start = start[: max(start.rfind("."), start.rfind("["), 0)]
    return posted.get(start, start) + path[len(start) :]


def filled(form: object, shape: s.Shape, known: Known) -> Filled:
    """Return what a form says of a noun, or of a list of one, as data for it."""
    made, root = Filled(), _Field()
    for name, text in _posted(form, made.problems):
        _put(root, name, text)
    made.data = _Reading(made, known).of(shape, root, "", "")
    if made.data is None:  # nothing is stated
        made.data = [] if isinstance(shape, s.ListOf) else {}
    return made


def _posted(form: object, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    """Yield each name with a text; a mapping may have a list of texts under one."""
    for name, given in _pairs(form):
        several = isinstance(given, list | tuple)
        for text in given if several else (given,):
            if is_text(text):
                yield name, text.strip()
            elif text is not None:
                problems += refusal("wrong_type", text, name, expected=_A_TEXT).problems


def _pairs(form: Any) -> list[tuple[str, Any]]:
    entries = entries_of(form)
    if entries is None and not isinstance(form, str | bytes):
        try:
            entries = [tuple(pair) for pair in form]
        except Exception:  # noqa: BLE001 - a foreign iterable may raise anything
            entries = None
    if entries is None or any(len(one) != _MAX_TEXTS or not is_text(one[0]) for one in entries):
        raise refusal("wrong_type", form, expected=_PAIRS)
    if len(entries) > MAX_VALUES:
        raise InvalidInput([Problem("", "too_many", None, {"maximum": MAX_VALUES})])
    return entries


def _put(root: _Field, name: str, text: str) -> None:
    place = root
    for step in _steps(name):
        place = place.inner.setdefault(step, _Field())
    if text:
        place.texts.append(text)


def _steps(name: str) -> list[str | int]:
    """Return the steps of a path; what is none is one step, to be refused as it stands."""
    is_path = len(name) <= MAX_PATH and _PATH.fullmatch(name) is not None
    found = list(_STEP.finditer(name)) if is_path else []
    if not is_path or len(found) > MAX_DEPTH:
        return [name]
    return [int(one[2]) if one[2] else one[1] or one[3] for one in found]


@attrs.frozen
class _Reading:
    """Makes data of fields by what the noun declares; what it does not know it hands on.

    What it makes stands `at` a path of the data, and was `posted` under a path of the form.
    """

    made: Filled
    known: Known

    def of(self, shape: Any, field: _Field, at: str, posted: str) -> Any:
        """Return the data of a field; None if nothing of it is stated."""
        if isinstance(shape, k.TableKind):
            return self._table(shape.enum, field, at, posted)
        if field.texts and field.inner and not isinstance(shape, k.ItemsKind):
            self._refuse("wrong_type", field, posted, expected=AN_OBJECT)
        match shape:
            case k.PartKind(noun) if not field.texts:
                return self._object(noun, field, at, posted)
            case k.ItemsKind(noun) | s.ListOf(k.PartKind(noun)):
                return self._items(noun, field, at, posted)
            case _ if field.inner:
                return _raw(field)
            case k.ChoicesKind(enum):
                return [] if _is_none(field, enum) else self._several(field, at, posted)
            case k.FlagKind():
                said = self._one(field, posted)
                return None if said is None else _FLAGS.get(said, said)
            case k.NumberKind() | k.CountKind() | k.DayKind():
                said = self._one(field, posted)
                return said if said is None or raised(said) else plain(said)
            case _:
                return self._one(field, posted)

    def _several(self, field: _Field, at: str, posted: str) -> Any:
        """Return the members of a set: each was posted under its name."""
        self.made.named |= {f"{at}[{place}]": posted for place in range(len(field.texts))}
        return field.texts or None

    def _table(self, enum: type[Labelled], field: _Field, at: str, posted: str) -> Any:
        members = names_of((enum,))
        entries = {}
        for step, one in field.inner.items():
            key, there = str(step), f"{posted}[{step}]"
            # A key that is no member is refused, blank or not, and named as any other key.
            here = f"{at}[{members[key].value}]" if key in members else inside(at, key)
            said = self.of(k.CountKind(), one, here, there)
            if said is not None or key not in members:
                self.made.named[here] = there
                entries[key] = said
        if not entries and _is_none(field, enum):  # of each there is none
            return dict.fromkeys((str(member.value) for member in enum), 0)
        if entries and field.texts:
            self._refuse("wrong_type", field, posted, expected=AN_OBJECT)
        return entries or _raw(_Field(field.texts))

    def _object(self, noun: type[Any], field: _Field, at: str, posted: str) -> Any:
        declared = facts_declared(self._noun(noun, field))
        data: dict[Any, Any] = {}
        for name, inner in field.inner.items():
            places = inside(at, name), inside(posted, name)
            if name in declared:
                data[name] = self.of(declared[str(name)].kind, inner, *places)
            elif (raw := _raw(inner)) is not None or name != "type":
                data[name] = raw  # no fact: to be refused, blank or not
        stated = (one is not None or key not in declared for key, one in data.items())
        return data if any(stated) else None

    def _noun(self, noun: type[Any], field: _Field) -> type[Any]:
        """Return the noun that is asked for, or the one made of it that the form names."""
        named = field.inner.get("type", _Field()).texts
        kind = self.known.kinds_of(noun).get(named[0]) if len(named) == 1 else None
        return noun if kind is None or "type" in facts_declared(noun) else kind

    def _items(self, noun: type[Any], field: _Field, at: str, posted: str) -> Any:
        number = self._number(field, posted)
        rows = {index: one for index, one in field.inner.items() if isinstance(index, int)}
        for name in (one for one in field.inner if one not in rows):  # of no item
            there = inside(posted, name) if str(name).isidentifier() else f"{posted}[{name}]"
            self._refuse("no_item", field.inner[name], there)
        items: list[Any] = []
        for index in sorted(rows if number is None else {*rows, *range(number)}):
            here, there = f"{at}[{len(items)}]", f"{posted}[{index}]"
            item = self.of(k.PartKind(noun), rows.get(index, _Field()), here, there)
            if item is None and (number is None or index >= number):
                continue
            if number is not None and index >= number:
                self._refuse("beyond_number", field, there, number=number)
            if here != there:
                self.made.moved[here] = there
            items.append({} if item is None else item)
        return items if items or number is not None else None

    def _number(self, field: _Field, posted: str) -> int | None:
        """Return how many items a form says there are; None if it does not, or not in earnest."""
        said = self._one(field, posted)
        if said is None:
            return None
        try:
            number: int = _COUNT(plain(said))
        except InvalidInput as error:
            self.made.problems += error.inside(posted)
            return None
        if number > MOST_ITEMS:
            self.made.problems.append(Problem(posted, "too_many", number, {"maximum": MOST_ITEMS}))
            return None
        return number

    def _refuse(self, code: str, field: _Field, posted: str, **said: object) -> None:
        self.made.problems.append(Problem(posted, code, _shown(field), said))

    def _one(self, field: _Field, posted: str) -> str | None:
        """Return the one text of a field; of several none is taken."""
        if len(field.texts) > 1:
            self._refuse("duplicate_key", field, posted)
        return field.texts[0] if field.texts else None


_COUNT = leaf_reader(k.CountKind())


def _is_none(field: _Field, enum: type[Labelled]) -> bool:
    """Say whether it is stated that there is none, by a word that is no member."""
    return len(field.texts) == 1 and field.texts[0] in {*NONE}.difference(names_of((enum,)))


def _shown(field: _Field) -> object:
    return field.texts[-1] if field.texts else None


def _raw(field: _Field) -> Any:
    """Return what was posted as it is, for whoever reads the data to refuse."""
    if field.inner:
        return {str(step): _raw(one) for step, one in field.inner.items()}
    return field.texts[0] if len(field.texts) == 1 else field.texts or None
