"""The errors careplan raises: one base class, data as attributes, text from `messages`.

`InvalidInput` lists every problem of an input at once. `NotFound` suggests the
nearest known name. A wrong call signature stays Python's own TypeError.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from itertools import islice
from typing import Any, TypeVar

import attrs

from careplan.base.exact import marks_missing
from careplan.base.frozenmap import FrozenMap, frozen
from careplan.base.messages import LANGUAGES, listed, needed, say, show, spoken
from careplan.base.nearness import nearest
from careplan.base.quoting import quote, visible
from careplan.base.refusing.leaving import leaving, shortened
from careplan.base.refusing.phrases import Both, by_names, is_phrase, is_said, phrase
from careplan.base.refusing.places import in_clause, place_said
from careplan.base.refusing.values import (
    class_said,
    names_said,
    parameter_said,
    value_said,
)

_PLAIN = re.compile(r"\w{1,60}")  # a key that a path names as it is
MAX_PROBLEMS = 1_000  # to list: inputs can be large or hostile
# Of many unknown names in one call, so many are compared with the known ones.
MAX_SUGGESTIONS = 5
_T = TypeVar("_T")


class CareplanError(ValueError):
    """Base of every error careplan raises about what it was given."""


class AmbiguousTruth(CareplanError):
    """Something with three possible truths was used where Python wants two."""

    def __init__(self, given: object) -> None:
        """Name what was given and what to ask instead."""
        self.given = type(given).__name__
        advice = _advice(given)
        super().__init__(visible(f"{self.given} has no yes-or-no truth; {advice}"))

    def __reduce__(self) -> tuple[object, ...]:
        # What was given need not be picklable, and is not needed again.
        return _again, (type(self), self.args), {"given": self.given}


# What the answers of results are called, of each the first that it has.
_ANSWERS = ("outcome", "availability", "falls_under", "truth")


def _advice(given: object) -> str:
    """Say what to ask instead, in names that the caller can write down as they stand."""
    if isinstance(given, Enum):
        return f"compare it, e.g. `x is {_first_member(given)}`"
    for name in _ANSWERS:
        answer = getattr(given, name, None)
        if isinstance(answer, Enum):
            return f"look at its {name}, e.g. `a.{name} is {_first_member(answer)}`"
    if hasattr(type(given), "explain"):
        return "look at what it holds, as `explain` and `records` say it"
    return (
        "join criteria with all_of, any_of, not_ (or & | ~), write a range as two "
        "comparisons, and evaluate them about a subject"
    )


def _first_member(one: Enum) -> str:
    return f"{type(one).__name__}.{next(iter(type(one))).name}"


def _again(cls: type[Exception], arguments: tuple[object, ...]) -> Exception:
    return cls.__new__(cls, *arguments)


class InvalidCriterion(CareplanError):
    """A criterion was written that cannot mean anything, e.g. `== None` or order on an enum."""

    def __init__(self, message: str) -> None:
        """Say what was written, on one line whatever its names hold."""
        super().__init__(visible(message))


class NotFound(CareplanError):
    """A name is not known. `.kind`, `.name`, `.known` and `.suggestion` are data."""

    def __init__(
        self,
        kind: str,
        name: object,
        known: Iterable[str],
        *,
        suggest: bool = True,
        meant: str | None = None,
    ) -> None:
        """Remember the name and, unless told not to or what was `meant`, find the nearest one."""
        self.kind = kind
        self.name = name
        self.known = tuple(known)
        names = {one: one for one in self.known if isinstance(one, str)} if suggest else {}
        self.suggestion = nearest(name, names) if meant is None else meant
        ValueError.__init__(self, self.text("en"))

    def text(self, language: str) -> str:
        """Say it in `language` ("zh" or "en")."""
        language = check_language(language)
        kind = say(f"kind.{self.kind}", language)
        name = value_said(self.name) if language == "zh" else quote(self.name)
        return say("not_found", language, kind=kind, name=name, hint=self.hint(language))

    def parameters(self) -> dict[str, object]:
        """Return what a Problem about this name needs."""
        code = f"kind.{self.kind}"
        return {
            "kind": Both(say(code, "zh"), say(code, "en")),
            "name": Both(value_said(self.name), quote(self.name)),
            "hint": Both(self.hint("zh"), self.hint("en")),
        }

    def hint(self, language: str) -> str:
        """Say the suggestion, or else what is known, in `language`."""
        language = check_language(language)
        if self.suggestion is not None:
            meant = parameter_said(self.suggestion) if language == "zh" else self.suggestion
            return say("did_you_mean", language, suggestion=meant)
        known = names_said(self.known) if language == "zh" else listed(self.known, language)
        return say("known_are", language, known=known) if self.known else ""

    def __reduce__(self) -> tuple[object, ...]:
        # What was meant may have been known to the caller only.
        made = {"suggestion": self.suggestion, "args": self.args}
        return type(self), (self.kind, leaving(self.name), self.known), made


class UnknownFact(NotFound, AttributeError):  # type: ignore[misc]  # `name` may be any object
    """A noun has no such fact; also an AttributeError, so `hasattr` works on proxies."""


@frozen
class Problem:
    """One thing wrong with an input: where, a stable code, the value, and what is allowed.

    Of a problem with a clause the parameter `locator` says where that stands in the text.
    `message` is the sentence for a code of a caller's own: a `Text`, a pair (zh, en), or Chinese
    alone. Raises InvalidInput unless `code` is one of careplan's, without a message and with the
    parameters its sentence names, or is not and has one.

    `place` is what people call the path: the label of the fact, where its noun is known. Without
    one, Chinese says its word for an argument or field of that name, or else the path, in “”.
    `other_place` is the same of the parameter `other_field`. For a program `located` says the path.

    >>> Problem("berths", "own.berths", 2, message=("只有渡口有泊位", "no pier")).text("zh")
    '“berths”：只有渡口有泊位'
    """

    path: str
    code: str
    value: object
    parameters: Mapping[str, object] = attrs.field(factory=dict)
    message: Any = attrs.field(default=None, converter=phrase, kw_only=True)
    place: Any = attrs.field(default=None, kw_only=True, eq=False, repr=False)
    other_place: Any = attrs.field(default=None, kw_only=True, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Refuse what could not be said."""
        wanted, said = needed(self.code), by_names(self.parameters)
        if self.message is not None:
            wanted = self._own_sentence()
        known = said is not None and wanted is not None and wanted <= {"value", "hint", *said}
        if said is not None and known and isinstance(self.path, str):
            object.__setattr__(self, "parameters", FrozenMap(said))
            return
        found = []
        if not isinstance(self.path, str):
            found.append(Problem("path", "wrong_type", self.path, {"expected": "str"}))
        if wanted is None:
            found.append(Problem("code", "no_such_code", self.code))
        if said is None:
            expected = {"expected": "Mapping[str, object]"}
            found.append(Problem("parameters", "wrong_type", self.parameters, expected))
        elif wanted is not None and not known:
            absent = ", ".join(sorted(wanted - {"value", "hint", *said}))
            found.append(Problem("parameters", "no_parameter", absent))
        raise InvalidInput(found)

    def _own_sentence(self) -> frozenset[str]:
        """Return what parameters an own sentence needs, which is none; refuse what is no such."""
        found = []
        if not (is_phrase(self.message) and is_said(self.message)):
            found.append(Problem("message", "wrong_type", self.message, {"expected": "Text"}))
        if not isinstance(self.code, str) or not self.code.strip():
            found.append(Problem("code", "wrong_type", self.code, {"expected": "str"}))
        elif needed(self.code) is not None:  # whoever asks by code would take it for ours
            found.append(Problem("code", "shadows", self.code))
        if found:
            raise InvalidInput(found)
        return frozenset()

    def text(self, language: str) -> str:
        """Say it in `language` to whoever stated it: first what people call the place."""
        said, language = self.sentence(language), check_language(language)
        locator = self.parameters.get("locator")
        if language == "zh":
            place = self._place() if locator is None else in_clause(self.path, str(locator))
            return f"{place}：{said}" if place else said
        if locator is None and self.place is not None:
            return f"{show(self.place, 'en')}: {said}"
        return self._after_path(said)

    def located(self) -> str:
        """Say it in English with its path first, for whoever wrote the program."""
        return self._after_path(self._in_english(named=False))

    def _after_path(self, said: str) -> str:
        place, locator = visible(self.path), self.parameters.get("locator")
        if locator is not None:
            place = f"{place} ({visible(str(locator))})".lstrip()
        return f"{place}: {said}" if place else said

    def _place(self) -> str:
        if self.place is not None:
            return show(self.place, "zh")
        # A key that is none has no word, even if another thing of that name has.
        return place_said(self.path, to_the_letter=self.code == "unknown_key")

    def sentence(self, language: str) -> str:
        """Say it without its place, for a form that shows it beside the field."""
        if check_language(language) == "en":
            return self._in_english(named=True)
        if self.message is not None:
            return show(self.message, "zh")
        given = {name: parameter_said(one) for name, one in self.parameters.items()}
        if isinstance(other := self.parameters.get("other_field"), str):  # a path, too
            other_place = self.other_place
            given["other_field"] = place_said(other) if other_place is None else other_place
        return say(self.code, "zh", **{"value": value_said(self.value), "hint": "", **given})

    def _in_english(self, *, named: bool) -> str:
        if self.message is not None:
            return show(self.message, "en")
        value = show(self.value, "en") if isinstance(self.value, date) else quote(self.value)
        given = {"value": value, "hint": "", **self.parameters}
        if named and self.other_place is not None:
            given["other_field"] = self.other_place
        return say(self.code, "en", **given)


class InvalidInput(CareplanError):
    """An input is not usable; `.problems` lists everything that is wrong with it.

    Of more than a thousand problems a thousand are listed, and that there are more. The message
    names each by its path, for a program; `text` and `to_records` by its label, for people.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems as data; the message lists them all."""
        self.problems: tuple[Problem, ...] = tuple(islice(problems, MAX_PROBLEMS + 1))
        if len(self.problems) > MAX_PROBLEMS:
            more = Problem("", "more_problems", None)
            self.problems = (*self.problems[:MAX_PROBLEMS], more)
        ValueError.__init__(self, "\n".join(problem.located() for problem in self.problems))

    def text(self, language: str) -> str:
        """Say every problem in `language`, a line each, to whoever stated it.

        >>> from careplan.nouns.facilities import Room
        >>> try:
        ...     Room(usable_area_m2=-1, clean="yes")
        ... except InvalidInput as error:
        ...     error.text("zh").splitlines()
        ['使用面积：不得小于0，给出的是-1', '是否整洁卫生：应为“是”或“否”，给出的是“yes”']
        """
        return "\n".join(problem.text(language) for problem in self.problems)

    def inside(self, path: str) -> list[Problem]:
        """Return the problems as those of something that stands at `path`."""
        return [attrs.evolve(one, path=beside(path, one.path)) for one in self.problems]

    def to_records(self) -> list[dict[str, object]]:
        """Return the problems for a form: path, code, value (shortened), and the text in zh and en.

        The paths are those of `missing`: rooms[0].usable_area_m2. The texts say the labels.

        >>> from careplan.nouns.facilities import Room
        >>> try:
        ...     Room(usable_area_m2=-1)
        ... except InvalidInput as error:
        ...     error.to_records()[0]["en"]
        'usable area: must be at least 0, got -1'
        """
        return [
            {
                "path": visible(problem.path),
                "code": problem.code,
                "value": shortened(problem.value),
                **{language: problem.text(language) for language in LANGUAGES},
            }
            for problem in self.problems
        ]

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), (self._portable(),)

    def _portable(self) -> tuple[Problem, ...]:
        """Return the problems with values any process can read: a lock or a generator cannot go."""
        return tuple(
            Problem(
                problem.path,
                problem.code,
                leaving(problem.value),
                {name: leaving(value) for name, value in problem.parameters.items()},
                message=problem.message,
                place=problem.place,
                other_place=problem.other_place,
            )
            for problem in self.problems
        )


class UnknownInInput(InvalidInput, NotFound):
    """An input with unknown names in it: all problems, and the first name as a NotFound."""

    def __init__(self, problems: Iterable[Problem], unknown: NotFound) -> None:
        """Keep the problems and what is known instead of the first unknown name."""
        self.kind, self.name, self.known = unknown.kind, unknown.name, unknown.known
        self.suggestion = unknown.suggestion
        InvalidInput.__init__(self, problems)

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), (self._portable(), NotFound(self.kind, leaving(self.name), self.known))


def inside(path: str, key: object) -> str:
    """Return the path of a key of an object."""
    if type(key) is not str or not _PLAIN.fullmatch(key):
        return f"{path}[{quote(key)}]"
    return f"{path}.{key}" if path else key


def beside(path: str, rest: str) -> str:
    """Return the path of something whose own path starts inside an object."""
    return f"{path}.{rest}" if path and rest and not rest.startswith("[") else path + rest


def check_language(language: object) -> str:
    """Return the language of ours that a tag asks for; raise NotFound otherwise."""
    if (known := spoken(language)) is not None:
        return known
    raise NotFound("language", language, LANGUAGES)


def not_found(kind: str, names: Iterable[object], known: Iterable[str]) -> list[NotFound]:
    """Return an error for each name of an argument that was not found, as many as are listed.

    They share what is known, and the first five have a suggestion: n names that are looked
    for among n others must not cost n times n.
    """
    shared = tuple(known)
    return [
        NotFound(kind, name, shared, suggest=index < MAX_SUGGESTIONS)
        for index, name in enumerate(islice(names, MAX_PROBLEMS + 1))
    ]


def all_unknown(where: str, unknown: list[NotFound]) -> NotFound:
    """Return one error for all names that were not found in an argument."""
    if len(unknown) == 1:
        return unknown[0]
    problems = [
        Problem(f"{where}.{quote(one.name)}", "not_found", one.name, one.parameters())
        for one in unknown
    ]
    return UnknownInInput(problems, unknown[0])


def look_up(kind: str, name: object, known: Mapping[str, _T]) -> _T:
    """Return what is known by `name`; raise NotFound with a suggestion otherwise."""
    if isinstance(name, str) and name in known:
        return known[name]
    raise NotFound(kind, name, known)


def check_type(value: object, expected: type | tuple[type, ...], path: str) -> None:
    """Raise InvalidInput unless `value` is of a type expected, naming the argument and them all."""
    if not isinstance(value, expected):
        classes = expected if isinstance(expected, tuple) else (expected,)
        said = [class_said(cls) for cls in classes]
        names = Both("或".join(one.zh for one in said), " | ".join(str(one.en) for one in said))
        code = "blank_mark" if marks_missing(value) else "wrong_type"
        raise InvalidInput([Problem(path, code, value, {"expected": names})])
