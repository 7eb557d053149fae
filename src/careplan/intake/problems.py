"""What is not certain of a table: where, what stands there, what is allowed, what was meant."""

from collections.abc import Mapping
from typing import Any, assert_never

import attrs

import careplan.fields.kinds as k
from careplan.base.errors import Problem, check_language
from careplan.base.frozenmap import FrozenMap
from careplan.base.messages import LANGUAGES, listed, say
from careplan.base.quoting import visible
from careplan.base.refusing.phrases import Both
from careplan.base.text import Text
from careplan.fields.checking import hint


def _kept(given: Mapping[str, object]) -> Mapping[str, object]:
    return FrozenMap(given)


@attrs.frozen(kw_only=True)
class RowProblem:
    """A cell, a row or a heading that is not certain: where, what stands there, what is allowed.

    `row` is the number of the row among those given, from 1; None of a whole column. `column` is
    the heading as printed; None of a whole row. `suggestion` is what was probably meant, and was
    not taken. `fact` is the path of the fact that is now not stated.
    """

    row: int | None
    column: str | None
    value: object
    code: str
    parameters: Mapping[str, object] = attrs.field(converter=_kept)
    suggestion: object = None
    fact: str | None = None
    allowed: Text | None = None
    message: Any = None  # the sentence for a code of a noun of a caller's own

    def text(self, language: str = "zh") -> str:
        """Say it in "zh" or "en", with its place first; raises NotFound for another language."""
        said, place = self.sentence(language), self._place(language)
        return (
            said if not place else visible(say("intake.problem", language, place=place, said=said))
        )

    def _place(self, language: str) -> str:
        if self.row is None and self.column is None:
            return ""
        at = "row" if self.column is None else "column" if self.row is None else "at"
        return say(f"intake.{at}", language, row=self.row, column=self.column)

    def sentence(self, language: str = "zh") -> str:
        """Say it without its place."""
        return self._problem("").sentence(check_language(language))

    def as_problem(self) -> Problem:
        """Return it as a problem of an input, its place as the path: rows[2].托位数 of row 3."""
        row = "" if self.row is None else f"rows[{self.row - 1}]"
        problem = self._problem(".".join(filter(None, (row, self.column))))
        place = Both(self._place("zh"), self._place("en"))
        return attrs.evolve(problem, place=place if place.zh else None)

    def _problem(self, path: str) -> Problem:
        hinted = {"hint": self._hint()}
        return Problem(
            path, self.code, self.value, {**hinted, **self.parameters}, message=self.message
        )

    def _hint(self) -> Text:
        """Say what was probably meant, in both languages."""
        if not isinstance(self.suggestion, tuple):
            return hint(self.suggestion)
        zh, en = (say("intake.candidates", one, value=self.suggestion) for one in LANGUAGES)
        return Text(zh=zh, en=en)


def allowed_by(spec: k.FactSpec, *, place: bool = False) -> Text:
    """Say what a cell of a fact may hold, in both languages."""
    zh, en = (_allowed(spec, language, place=place) for language in LANGUAGES)
    return Text(zh=zh, en=en)


def _allowed(spec: k.FactSpec, language: str, *, place: bool) -> str:
    kind = spec.kind
    if place:
        return say("intake.allowed.place", language)
    match kind:
        case k.CountKind(minimum) | k.NumberKind(minimum=minimum):
            code = "count" if isinstance(kind, k.CountKind) else "number"
            said = "" if spec.unit is None else spec.unit.get(language)
            unit = said and say("intake.allowed.unit", language, unit=said)
            return say(f"intake.allowed.{code}", language, minimum=minimum, unit=unit)
        case k.ChoiceKind(enum) | k.ChoicesKind(enum):
            options = listed([one.label for one in enum], language)
            several = isinstance(kind, k.ChoicesKind)
            return say(f"intake.allowed.choice{'s' if several else ''}", language, options=options)
        case k.FlagKind():
            return say("intake.allowed.flag", language)
        case k.DayKind():
            return say("intake.allowed.day", language)
        case k.TextKind():
            return say("intake.allowed.text", language)
        case k.ItemsKind() | k.PartKind() | k.TableKind():
            return say("intake.allowed.items", language)
        case _:
            assert_never(kind)
