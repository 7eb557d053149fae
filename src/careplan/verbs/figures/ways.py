"""What is asked of each item that is rolled up: a fact, a key of a row, or a caller's function."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from operator import attrgetter
from typing import Any

import attrs

from careplan.base.errors import NotFound, Problem, beside
from careplan.base.exact import MAX_MAGNITUDE
from careplan.base.refusing.values import class_said
from careplan.base.text import Text, is_text
from careplan.criteria.proxies import Fact, noun_asked, path_of
from careplan.criteria.steps import stated
from careplan.criteria.wording.labels import fact_label
from careplan.fields.checking import read, refuse
from careplan.fields.kinds import (
    CountKind,
    ItemsKind,
    Kind,
    NumberKind,
    PartKind,
    TableKind,
)
from careplan.fields.paths import kind_at, parse_path
from careplan.verbs.figures.unknown import Unknown

Way = str | Fact | Callable[[Any], object]
ONE_OR_TWO = (1, 2)
# What is added up may fall, where a caller's own rows hold changes.
FIGURE = NumberKind(step=1, minimum=-MAX_MAGNITUDE)
_EXPECTED = Text(
    zh="事实路径、事实（“facts(...)”）或函数", en="a path, a fact of facts(...) or a function"
)
AN_ITEM = Text(zh="名词对象或映射表", en="a noun or a mapping")
_A_KEY = Text(zh="文本、枚举项、是否、数或日期", en="a text, a member, a flag, a number or a day")


@attrs.define
class Asked:
    """One way to ask an item, and what it found on the way: labels, and keys that rows have."""

    way: Any
    path: str  # where it stands among the arguments: "by", "of[1]"
    kinds: tuple[type[Kind], ...]
    refused: str  # the code for a fact of another kind
    label: Text | None = None
    known: tuple[str, ...] = ()
    is_known: bool = False
    unknown: NotFound | None = None

    @property
    def name(self) -> str:
        """The path of a fact, or the key of a row; of a function its own name."""
        if isinstance(self.way, Fact):
            return path_of(self.way)
        return self.way if is_text(self.way) else getattr(self.way, "__name__", self.path)

    @property
    def said(self) -> Text:
        """What it is called: by the label of the fact, or else by its name."""
        return Text(zh=self.name, en=self.name) if self.label is None else self.label

    @property
    def is_function(self) -> bool:
        """Whether it is a caller's own function, which says itself what it takes."""
        return callable(self.way) and not isinstance(self.way, Fact)

    def of_class(self, cls: type[Any], at: str, problems: list[Problem]) -> Callable[[Any], Any]:
        """Return how items of a class answer; what is wrong is added, and then none does."""
        if self.is_function:
            return self.way  # type: ignore[no-any-return]  # what the caller's function returns
        return self._of_row if issubclass(cls, Mapping) else self._of_noun(cls, at, problems)

    def _of_noun(self, cls: type[Any], at: str, problems: list[Problem]) -> Callable[[Any], Any]:
        if isinstance(self.way, Fact) and not issubclass(cls, noun_asked(self.way)):
            expected = {"expected": class_said(noun_asked(self.way))}
            problems.append(Problem(at, "wrong_type", cls.__name__, expected))
            return nothing
        try:
            path = parse_path(cls, self.name)
        except NotFound as error:
            self.unknown = error
            problems.append(Problem(self.path, "not_found", self.name, error.parameters()))
            return nothing
        if not isinstance(kind_at(cls, path), self.kinds):
            problems.append(Problem(self.path, self.refused, self.name))
            return nothing
        if self.label is None:
            zh, en = (fact_label(cls, self.name, language) for language in ("zh", "en"))
            self.label = Text(zh=zh, en=en)
        if len(path) == 1:
            return attrgetter(str(path[0]))
        return lambda item: stated(item, path)

    def _of_row(self, row: Mapping[Any, Any]) -> object:
        if self.name in row:
            self.is_known = True
            return row[self.name]
        self.known = self.known or tuple(key for key in row if is_text(key))
        return None

    @property
    def is_figure(self) -> bool:
        """Whether it is added up, and not what items are grouped by."""
        return self.refused == "no_figure"

    @property
    def plain(self) -> type[Any]:
        """The class of most of its values: a text to group by, a number to add."""
        return int if self.is_figure else str

    def is_beyond(self, value: Any) -> bool:
        """Say whether a plain value has to be refused all the same."""
        return self.is_figure and not -MAX_MAGNITUDE <= value <= MAX_MAGNITUDE

    def read(self, value: object, at: str, problems: list[Problem]) -> Any:
        """Return a value that is stated in its one form."""
        return (figure if self.is_figure else group)(value, self, at, problems)

    def misspelt(self) -> list[Problem]:
        """Return a problem if there were rows and none of them has the key."""
        if self.is_known or not self.known:
            return []
        self.unknown = NotFound("key", self.name, self.known)
        return [Problem(self.path, "not_found", self.name, self.unknown.parameters())]


def nothing(_: object) -> None:
    """Answer for an item that cannot be asked."""


GROUPING = tuple(kind for kind in Kind.__args__ if kind not in {PartKind, ItemsKind, TableKind})


def ways_by(given: object, problems: list[Problem]) -> list[Asked]:
    """Return the one or two ways that items are grouped by."""
    return _ways(given, "by", GROUPING, "no_group", problems)


def ways_of(given: object, problems: list[Problem]) -> list[Asked]:
    """Return what is added up: one figure, or a part and its whole."""
    return _ways(given, "of", (NumberKind, CountKind), "no_figure", problems)


def _ways(
    given: object, path: str, kinds: tuple[Any, ...], code: str, problems: list[Problem]
) -> list[Asked]:
    several = given if isinstance(given, tuple | list) else (given,)
    if len(several) not in ONE_OR_TWO:
        refuse(problems, path, "wrong_type", given, expected=_EXPECTED)
        return []
    asked = []
    for index, way in enumerate(several):
        at = path if several is not given else f"{path}[{index}]"
        if not (is_text(way) or isinstance(way, Fact) or callable(way)):
            refuse(problems, at, "wrong_type", way, expected=_EXPECTED)
        asked.append(Asked(way, at, kinds, code))
    return asked


def figure(value: object, asked: Asked, at: str, problems: list[Problem]) -> Any:
    """Return a figure exactly; None if it is not stated, or not known yet."""
    if isinstance(value, Unknown):
        return None
    return read(FIGURE, value, beside(at, asked.name), problems)


def group(value: object, asked: Asked, at: str, problems: list[Problem]) -> Any:
    """Return what an item is grouped by, a set of members as a frozen one; None if not stated."""
    if is_key(value):
        return value
    if isinstance(value, set | frozenset) and all(isinstance(one, str) for one in value):
        return frozenset(value)
    before = len(problems)
    number = read(FIGURE, value, beside(at, asked.name), problems)
    for index in range(before, len(problems)):
        if problems[index].code == "wrong_type":
            problems[index] = attrs.evolve(problems[index], parameters={"expected": _A_KEY})
    return number


def is_key(value: object) -> bool:
    """Say whether a value is one to group by as it stands: no number, which has one form."""
    day = isinstance(value, date) and not isinstance(value, datetime)
    return value is None or isinstance(value, bool | str) or day
