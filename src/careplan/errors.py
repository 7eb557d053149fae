"""The errors careplan raises: one base class, data as attributes, text from `messages`.

`InvalidInput` lists every problem of an input at once. `NotFound` suggests the
nearest known name. A wrong call signature stays Python's own TypeError.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from enum import Enum
from fractions import Fraction
from typing import TypeVar

import attrs

from careplan.frozenmap import FrozenMap
from careplan.messages import LANGUAGES, say, show

# A value is quoted in a message only so far: inputs can be large or hostile.
QUOTE_LIMIT = 60
_PORTABLE = (type(None), bool, int, float, str, bytes, Decimal, Fraction, date, Enum)
_T = TypeVar("_T")


class CareplanError(ValueError):
    """Base of every error careplan raises about what it was given."""


class AmbiguousTruth(CareplanError):
    """Something with three possible truths was used where Python wants two."""

    def __init__(self, given: object) -> None:
        """Name what was given and what to ask instead."""
        self.given = type(given).__name__
        if hasattr(given, "outcome") or hasattr(given, "availability"):
            advice = "look at its outcome, e.g. `a.outcome is Outcome.MET`"
        elif isinstance(given, Enum):
            advice = "compare it, e.g. `x is Truth.TRUE`"
        else:
            advice = (
                "join criteria with all_of, any_of, not_ (or & | ~), write a range as two "
                "comparisons, and evaluate them about a subject"
            )
        super().__init__(f"{self.given} has no yes-or-no truth; {advice}")

    def __reduce__(self) -> tuple[object, ...]:
        # What was given need not be picklable, and is not needed again.
        return _again, (type(self), self.args), {"given": self.given}


def _again(cls: type[Exception], arguments: tuple[object, ...]) -> Exception:
    return cls.__new__(cls, *arguments)


class InvalidCriterion(CareplanError):
    """A criterion was written that cannot mean anything, e.g. `== None` or order on an enum."""


class NotFound(CareplanError):
    """A name is not known. `.kind`, `.name`, `.known` and `.suggestion` are data."""

    def __init__(self, kind: str, name: object, known: Iterable[str]) -> None:
        """Remember the name and find the nearest known one."""
        self.kind = kind
        self.name = name
        self.known = tuple(known)
        near = get_close_matches(name, self.known, n=1, cutoff=0.5) if type(name) is str else []
        self.suggestion = near[0] if near else None
        ValueError.__init__(self, self.text("en"))

    def text(self, language: str) -> str:
        """Say it in `language` ("zh" or "en")."""
        kind = say(f"kind.{self.kind}", check_language(language))
        hint = self.hint(language)
        return say("not_found", language, kind=kind, name=quote(self.name), hint=hint)

    def parameters(self) -> dict[str, object]:
        """Return what a Problem about this name needs."""
        code = f"kind.{self.kind}"
        return {
            "kind": _Both(say(code, "zh"), say(code, "en")),
            "name": quote(self.name),
            "hint": _Both(self.hint("zh"), self.hint("en")),
        }

    def hint(self, language: str) -> str:
        """Say the suggestion, or else what is known, in `language`."""
        check_language(language)
        if self.suggestion is not None:
            return say("did_you_mean", language, suggestion=self.suggestion)
        return say("known_are", language, known=self.known) if self.known else ""

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), (self.kind, _portable(self.name), self.known)


@attrs.frozen
class _Both:
    """A phrase in both languages, for the table of messages to pick from."""

    zh: str
    en: str


class UnknownFact(NotFound, AttributeError):  # type: ignore[misc]  # `name` may be any object
    """A noun has no such fact; also an AttributeError, so `hasattr` works on proxies."""


def _frozen(parameters: Mapping[str, object]) -> Mapping[str, object]:
    return FrozenMap(parameters)


@attrs.frozen
class Problem:
    """One thing wrong with an input: where, a stable code, the value, and what is allowed."""

    path: str
    code: str
    value: object
    parameters: Mapping[str, object] = attrs.field(factory=dict, converter=_frozen)

    def text(self, language: str) -> str:
        """Say it in `language` ("zh" or "en"), path first."""
        check_language(language)
        plain = isinstance(self.value, date)
        value = show(self.value, language) if plain else quote(self.value)
        said = say(self.code, language, **{"value": value, "hint": "", **self.parameters})
        return f"{self.path}: {said}" if self.path else said


class Quoted(str):
    """What a value looked like, standing in for one that cannot leave the process."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def _portable(value: object) -> object:
    return value if _can_leave(value) else Quoted(quote(value))


def _can_leave(value: object) -> bool:
    if isinstance(value, list | tuple | set | frozenset):
        return all(map(_can_leave, value))
    return isinstance(value, _PORTABLE)


class InvalidInput(CareplanError):
    """An input is not usable; `.problems` lists everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems as data; the message lists them all."""
        self.problems = tuple(problems)
        ValueError.__init__(self, "\n".join(problem.text("en") for problem in self.problems))

    def to_records(self) -> list[dict[str, object]]:
        """Return the problems for a form: path, code, value (shortened), and the text in zh and en.

        The paths are those of `missing`: rooms[0].usable_area_m2.

        >>> from careplan.facilities import Room
        >>> try:
        ...     Room(usable_area_m2=-1)
        ... except InvalidInput as error:
        ...     error.to_records()[0]["en"]
        'usable_area_m2: must be at least 0, got -1'
        """
        return [
            {
                "path": problem.path,
                "code": problem.code,
                "value": _shortened(problem.value),
                **{language: problem.text(language) for language in LANGUAGES},
            }
            for problem in self.problems
        ]

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), (self._portable(),)

    def _portable(self) -> tuple[Problem, ...]:
        """Return the problems with values any process can read: a lock or a generator cannot go."""
        return tuple(
            attrs.evolve(problem, value=_portable(problem.value)) for problem in self.problems
        )


class UnknownInInput(InvalidInput, NotFound):
    """An input with unknown names in it: all problems, and the first name as a NotFound."""

    def __init__(self, problems: Iterable[Problem], unknown: NotFound) -> None:
        """Keep the problems and what is known instead of the first unknown name."""
        NotFound.__init__(self, unknown.kind, unknown.name, unknown.known)
        InvalidInput.__init__(self, problems)

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), (self._portable(), NotFound(self.kind, _portable(self.name), self.known))


def _shortened(value: object) -> object:
    """Return what any form can show: yes or no, a short text, or nothing."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str) and len(value) <= QUOTE_LIMIT and value.isprintable():
        return str(value)
    return quote(value)


def quote(value: object) -> str:
    """Show a caller's value in a message, shortened; never raises."""
    try:
        # A decimal or fraction is shown as a number, never written out in full.
        text = str(value) if isinstance(value, Decimal | Fraction) else repr(value)
    except Exception:  # noqa: BLE001 - a foreign __repr__ may raise anything (huge ints do)
        text = f"<{type(value).__name__}>"
    return text if len(text) <= QUOTE_LIMIT else text[: QUOTE_LIMIT - 1] + "…"


def check_language(language: object) -> str:
    """Return `language` if it is "zh" or "en"; raise NotFound otherwise."""
    if isinstance(language, str) and language in LANGUAGES:
        return language
    raise NotFound("language", language, LANGUAGES)


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


def check_type(value: object, expected: type, path: str) -> None:
    """Raise InvalidInput unless `value` is an `expected`, naming the argument."""
    if not isinstance(value, expected):
        parameters = {"expected": expected.__name__}
        raise InvalidInput([Problem(path, "wrong_type", value, parameters)])
