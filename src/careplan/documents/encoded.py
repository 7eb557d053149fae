"""The base of what encodes a document: every field is read and checked when the object is made.

So an object that exists can be interpreted by every verb: lists have become tuples, numbers
exact, criteria are sound, and whatever was wrong was said at once.
"""

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, ClassVar

import attrs

import careplan.fields.kinds as k
import careplan.fields.shapes as s
from careplan.base.errors import AmbiguousTruth, InvalidInput, Problem, beside, inside
from careplan.base.foreign import Hosted
from careplan.base.frozenmap import FrozenMap, frozen
from careplan.base.refusing.values import class_said
from careplan.base.text import Text
from careplan.criteria.nodes import Alternatives, as_criterion
from careplan.criteria.proxies import Fact
from careplan.criteria.soundness import MAX_DEPTH, read_criterion
from careplan.documents.named import Directory
from careplan.documents.one_noun import written_about_one
from careplan.fields.checking import (
    MAX_ITEMS,
    elements,
    entries_of,
    read,
    read_instance,
    read_member,
    refuse,
)
from careplan.fields.declaring import Noun
from careplan.fields.digests import digest_of
from careplan.fields.telling import advise, made

_A_LIST = Text(zh="列表", en="a list or tuple")
_A_MAP = Text(zh="映射表", en="a mapping of names")
_KEYED = Text(zh="以键区分的对象", en="objects, or a mapping of each by its own key")
_BY_READING = Text(zh="按条文理解取值（“ByReading”）", en="a ByReading")
_A_PAIR = Text(zh="两个文本", en="two texts")
_PAIR = 2


@frozen
class ByReading(Hosted, Alternatives):
    """A value that depends on the option taken of an interpretation, named by its id.

    Joined with a criterion by `&` or `|` each of its options is; two of one question are joined
    option by option. Raises InvalidInput where one question has other options in the two. As a
    criterion, it is not true or false by itself.
    """

    __shape__: ClassVar[s.ByOption] = s.ByOption(s.AnyCriterion(), only=True)
    interpretation: str
    options: Mapping[str, Any] = attrs.field()

    def __attrs_post_init__(self) -> None:
        """Refuse a name that is none, and options that are none."""
        found: list[Problem] = []
        read_instance(self.interpretation, str, "interpretation", found)
        entries = entries_of(self.options)
        if entries is None or not all(type(option) is str for option, _ in entries):
            refuse(found, "options", "wrong_type", self.options, expected="Mapping[str, object]")
        elif not entries:
            found.append(Problem("options", "nothing_listed", self.options))
        if found or entries is None:
            raise InvalidInput(found)
        # A yes-or-no fact stands for the criterion that it is true: that can be compared.
        taken = {key: as_criterion(one) if isinstance(one, Fact) else one for key, one in entries}
        object.__setattr__(self, "options", FrozenMap(taken))

    def __bool__(self) -> bool:
        raise AmbiguousTruth(self)

    def __and__(self, other: object) -> "ByReading":
        return self._joined(other, operator.and_)

    def __or__(self, other: object) -> "ByReading":
        return self._joined(other, operator.or_)

    def __rand__(self, other: object) -> "ByReading":
        return self._each(lambda one: other & one)

    def __ror__(self, other: object) -> "ByReading":
        return self._each(lambda one: other | one)

    def __invert__(self) -> "ByReading":
        return self._each(operator.invert)

    def _joined(self, other: object, join: Callable[[Any, Any], Any]) -> "ByReading":
        name = self.interpretation
        joined = {
            option: join(one, _read(other, name, option, tuple(self.options)))
            for option, one in self.options.items()
        }
        return ByReading(name, joined)

    def _each(self, made: Callable[[Any], Any]) -> "ByReading":
        options = {option: made(one) for option, one in self.options.items()}
        return ByReading(self.interpretation, options)


made(ByReading)  # no object of a document, and no node of a criterion


def _read(value: object, question: str, option: str, options: tuple[str, ...]) -> Any:
    """Return a value as it stands where one question is answered by an option of these."""
    if not isinstance(value, ByReading):
        return value
    if value.interpretation == question:
        if set(value.options) != set(options):
            other, given = {"other": question}, ", ".join(value.options)
            raise InvalidInput([Problem("", "other_options", given, other)])
        return _read(value.options[option], question, option, options)
    return value._each(lambda one: _read(one, question, option, options))  # noqa: SLF001 - its own kind


def pick(value: Any, readings: Mapping[str, str]) -> Any:
    """Return the value that holds under `readings` (interpretation id: option id)."""
    while isinstance(value, ByReading):
        value = value.options[readings[value.interpretation]]
    return value


def ways(value: Any) -> Iterator[tuple[dict[str, str], Any]]:
    """Yield each way to read a value: the options that are to be taken, and what it is then.

    >>> which = ByReading("marks", {"plain": 80, "strict": 90})
    >>> list(ways(which))
    [({'marks': 'plain'}, 80), ({'marks': 'strict'}, 90)]
    """
    if not isinstance(value, ByReading):
        yield {}, value
        return
    for option, inner in value.options.items():
        for rest, said in ways(inner):
            if rest.get(value.interpretation, option) == option:
                yield {value.interpretation: option, **rest}, said


@frozen(kw_only=True)
class Encoded(Hosted):
    """Base of every object of a document: reads and checks its fields once, when it is made.

    Criteria about a noun beside those about one made of it are about the latter, in the object
    and in what it holds, unless `several_nouns`.
    """

    several_nouns: ClassVar[bool] = False

    @classmethod
    def __attrs_init_subclass__(cls) -> None:
        advise(cls)
        made(cls)

    def __attrs_post_init__(self) -> None:
        """Bring every field into its one form, or raise InvalidInput with all problems."""
        problems: list[Problem] = []
        for field in s.fields_of(type(self)):
            given = getattr(self, field.name)
            if not field.is_kept(given):
                taken = read_shape(field.shape, given, field.name, problems)
                if taken is not given:
                    object.__setattr__(self, field.name, taken)
        if not problems and not self.several_nouns:
            for name, made in written_about_one(self, problems).items():
                object.__setattr__(self, name, made)
        problems = problems or list(self._contradictions())
        if problems:
            raise InvalidInput(problems)

    @property
    def digest(self) -> str:
        """The SHA-256 of all that it says: equal objects have one, in every process and Python."""
        return digest_of(self)

    def _contradictions(self) -> Iterable[Problem]:
        """Yield what several fields, each fine alone, cannot be together.

        A rule whose halves speak about several nouns raises InvalidCriterion instead.
        """
        return ()


def given(value: Any) -> Any:
    """Take a field's value as it is: tells a type checker that more is taken than is kept."""
    return value


def read_shape(shape: s.Shape, value: object, path: str, problems: list[Problem]) -> Any:
    """Return `value` in the form its shape keeps it; what is wrong is added to `problems`."""
    if value is None and not isinstance(shape, s.Maybe | s.AnyValue):
        return refuse(problems, path, "required", None)
    match shape:
        case s.Maybe(inner):
            return None if value is None else read_shape(inner, value, path, problems)
        case s.ListOf():
            return _read_list(shape, value, path, problems)
        case s.Keyed(item):
            return _read_keyed(item, value, path, problems)
        case s.MapOf(item):
            return _read_map(item, value, path, problems)
        case s.PairOf():
            return _read_pair(value, path, problems)
        case s.OneOf(classes):
            names = " | ".join(cls.__name__ for cls in classes)
            one = isinstance(value, classes)
            return value if one else refuse(problems, path, "wrong_type", value, expected=names)
        case s.ChoiceOf(enums):
            return read_member(enums, value, path, problems)
        case s.ByOption():
            return _read_by_option(shape, value, path, problems)
        case s.NumberOr(cls):
            return value if isinstance(value, cls) else _read_number(cls, value, path, problems)
        case s.AnyCriterion():
            return read_criterion(value, path, problems)
        case s.NounName():
            noun = isinstance(value, type) and issubclass(value, Noun)
            return value if noun else refuse(problems, path, "wrong_type", value, expected="Noun")
        case s.AnyNoun():
            return read_instance(value, Noun, path, problems)
        case s.AnyValue():
            return value
        case _:
            return read(shape, value, path, problems)


def duplicates(path: str, names: Iterable[str]) -> Iterable[Problem]:
    """Yield a problem for each name that stands more than once, in the order they stand."""
    seen: dict[str, int] = {}
    for name in names:
        seen[name] = seen.get(name, 0) + 1
    yield from (Problem(path, "duplicate", name) for name, times in seen.items() if times > 1)


def _read_list(shape: s.ListOf, value: object, path: str, problems: list[Problem]) -> Any:
    if isinstance(value, AbstractSet):  # what is numbered in paths must have an order
        return refuse(problems, path, "wrong_type", value, expected=_A_LIST)
    before = len(problems)
    taken: tuple[Any, ...]
    if isinstance(value, list | tuple) and _are_all(shape.item, value):
        taken = tuple(value)
    else:
        listed = elements(value, path, problems)
        taken = tuple(
            one if one is None else read_shape(shape.item, one, f"{path}[{index}]", problems)
            for index, one in enumerate(listed)
        )
    if shape.filled and not taken and len(problems) == before:
        problems.append(Problem(path, "nothing_listed", value))
    kept = shape.kept_as
    if type(value) is not kept:
        return kept(taken)
    is_same = len(taken) == len(value) and all(map(operator.is_, taken, value))
    return value if is_same else kept(taken)


def _are_all(shape: s.Shape, listed: Sequence[object]) -> bool:
    """Say whether all that is listed is of the classes asked for: each class is looked at once."""
    match shape:
        case s.OneOf(classes) | k.PartKind(classes) if len(listed) <= MAX_ITEMS:
            return all(issubclass(one, classes) for one in set(map(type, listed)))
        case _:
            return False


def _read_keyed(item: s.Shape, value: object, path: str, problems: list[Problem]) -> Any:
    given = value
    if isinstance(value, Mapping):
        entries = entries_of(value)
        given = None if entries is None else [one for _, one in entries]
        if entries is None or any(getattr(one, "key", None) != key for key, one in entries):
            return refuse(problems, path, "wrong_type", value, expected=_KEYED)
    before = len(problems)
    listed = _read_list(s.ListOf(item), given, path, problems)
    if len(problems) == before:
        problems += duplicates(path, (one.key for one in listed))
    return value if len(problems) > before else Directory({one.key: one for one in listed})


def _read_map(item: s.Shape, value: object, path: str, problems: list[Problem]) -> Any:
    entries = entries_of(value)
    if entries is None or not all(type(key) is str for key, _ in entries):
        return refuse(problems, path, "wrong_type", value, expected=_A_MAP)
    return FrozenMap(
        {key: read_shape(item, one, inside(path, key), problems) for key, one in entries}
    )


def _read_number(cls: type[Any], value: object, path: str, problems: list[Problem]) -> Any:
    """Return an exact number; what is wrong with it says that an object of a class may be there."""
    found: list[Problem] = []
    number = read(k.NumberKind(step=1), value, path, found)
    expected = {
        "expected": Text(zh=f"数或{class_said(cls).zh}", en=f"a number or a {cls.__name__}")
    }
    problems += (
        attrs.evolve(one, parameters=expected) if one.code == "wrong_type" else one for one in found
    )
    return number


def _read_pair(value: object, path: str, problems: list[Problem]) -> Any:
    if isinstance(value, tuple | list) and [type(one) for one in value] == [str] * _PAIR:
        return tuple(value)
    return refuse(problems, path, "wrong_type", value, expected=_A_PAIR)


def _read_by_option(
    shape: s.ByOption, value: object, path: str, problems: list[Problem], depth: int = 0
) -> Any:
    if not isinstance(value, ByReading):
        if shape.only and not depth:
            return refuse(problems, path, "wrong_type", value, expected=_BY_READING)
        return read_shape(shape.inner, value, path, problems)
    if depth == MAX_DEPTH:
        return refuse(problems, path, "too_deep", None, maximum=MAX_DEPTH)
    at = beside(path, "options")
    taken = {
        option: _read_by_option(shape, inner, inside(at, option), problems, depth + 1)
        for option, inner in value.options.items()
    }
    same = all(taken[option] is inner for option, inner in value.options.items())
    return value if same else ByReading(value.interpretation, taken)
