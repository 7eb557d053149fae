"""What a flaw is: how serious, a code, the clauses concerned, and words for it."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from careplan.base.errors import check_language
from careplan.base.messages import join, say
from careplan.base.quoting import visible
from careplan.base.text import Text, Unordered
from careplan.display.cells import Row, member, names, text
from careplan.display.result import Shown
from careplan.display.views.parts import Answer, Detail, Grid, Head, Role, View, line, part
from careplan.display.views.words import Mark
from careplan.documents.wording.citing import source_of
from careplan.documents.wording.made import Sourced, made_lines


class Severity(Unordered):
    """How a flaw is to be taken."""

    ERROR = ("error", "错误", "error")
    WARNING = ("warning", "警告", "warning")
    NOTE = ("note", "说明", "note")


MARKS = {Severity.ERROR: Mark.BAD, Severity.WARNING: Mark.OPEN, Severity.NOTE: Mark.NONE}


@attrs.frozen
class Flaw(Shown):
    """One flaw: how serious, a stable code, the clauses concerned, and what exactly."""

    severity: Severity
    code: str
    clauses: tuple[str, ...]
    detail: str = ""
    # Where the clauses stand in the text, once the plan is known.
    locators: tuple[str, ...] = attrs.field(default=(), eq=False, repr=False)
    # The detail as people say it, where it is more than a name or a number.
    words: Text | None = attrs.field(default=None, eq=False, repr=False)

    def _view(self, language: str, detail: Detail) -> View:  # noqa: ARG002 - all of it is said
        said, word = self._sentence(language), self.severity.label.get(language)
        where = self.where(language)
        return View(
            title=say("view.flaws.title", language),
            source=source_of(None, language, where),
            answer=Answer(said, MARKS[self.severity], word),
        )

    def where(self, language: str) -> str:
        """Say where in the text the clauses stand; by their numbers where that is not known."""
        named = dict.fromkeys(self.locators or self.clauses)
        return join(named, language) if named else ""

    def said(self, language: str) -> str:
        """Say what is wrong, without its clauses."""
        return self._sentence(language)

    def _rows(self) -> Iterator[Row]:
        said = Text(zh=self._sentence("zh"), en=self._sentence("en"))
        yield {
            **member("severity", self.severity),
            "code": self.code,
            "clauses": names(self.clauses),
            "detail": self.detail,
            **text("problem", said),
        }

    def _sentence(self, language: str) -> str:
        detail = self.detail if self.words is None else self.words
        return say(f"flaw.{self.code}", language, detail=detail)

    def text(self, language: str) -> str:
        """Say it in "zh" or "en"; raises NotFound for another language."""
        check_language(language)
        words = (self.severity.label.get(language), ", ".join(self.clauses))
        return visible(f"{' '.join(word for word in words if word)}: {self._sentence(language)}")


def in_words(code: str, **parameters: object) -> Text:
    """Return a sentence in both languages; what is said in either is given as a text."""
    return Text(zh=say(code, "zh", **parameters), en=say(code, "en", **parameters))


class Flaws(tuple[Flaw, ...], Shown):  # noqa: SLOT001 - it keeps the plan beside them
    """Flaws of a plan, in the order in which they were found: a tuple that shows itself.

    `plan` is the one they were found in, where they come from `find_flaws`.
    """

    plan: Sourced | None = None

    @classmethod
    def of(cls, plan: Sourced, found: Iterable[Flaw]) -> "Flaws":
        """Return what was found in a plan."""
        flaws = cls(found)
        flaws.plan = plan
        return flaws

    def _made(self, language: str) -> tuple[str, ...]:
        return made_lines(language, self.plan)

    def _view(self, language: str, detail: Detail) -> View:  # noqa: ARG002 - all of it is said
        by_severity = {
            severity: [one for one in self if one.severity is severity] for severity in Severity
        }
        found = {severity: listed for severity, listed in by_severity.items() if listed}
        parts = []
        for severity, listed in found.items():
            title = say("view.flaws.part", language, severity=severity, count=len(listed))
            parts.append(part(title, _grid(title, listed, language)))
        document = None if self.plan is None else self.plan.document
        return View(
            title=say("view.flaws.title", language),
            source=source_of(document, language),
            answer=_answer(found, language),
            parts=tuple(parts),
        )

    def _rows(self) -> Iterator[Row]:
        for one in self:
            yield from one.records()


def _answer(found: Mapping[Severity, list[Flaw]], language: str) -> Answer:
    if not found:
        return Answer(say("view.flaws.none", language), Mark.GOOD)
    kinds = (
        say("view.flaws.kind", language, severity=severity, count=len(listed))
        for severity, listed in found.items()
    )
    count = sum(map(len, found.values()))
    said = say("view.flaws.count", language, count=count, kinds=join(kinds, language))
    return Answer(said, MARKS[next(iter(found))])


def _grid(title: str, listed: list[Flaw], language: str) -> Grid:
    heads = (
        Head(say("view.common.number", language), Role.NUMBER),
        Head(say("view.plan.head.clause", language), Role.NAME),
        Head(say("view.flaws.head.problem", language)),
    )
    lines = tuple(
        line(
            str(number),
            one.where(language) or say("view.flaws.whole", language),
            one.said(language),
        )
        for number, one in enumerate(listed, start=1)
    )
    return Grid(title, heads, lines, one_line=True)
