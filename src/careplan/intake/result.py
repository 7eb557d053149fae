"""What was read from a table: items, what was set aside, and every cell that is not certain."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

import attrs

from careplan.base.errors import InvalidInput, Problem
from careplan.base.messages import join, say, show
from careplan.base.quoting import quote
from careplan.base.text import Text
from careplan.display.cells import Row, names, text
from careplan.display.result import Result
from careplan.display.views.parts import (
    Answer,
    Detail,
    Grid,
    Head,
    Paragraph,
    Role,
    View,
    line,
    part,
)
from careplan.display.views.words import Mark, Tag
from careplan.fields.declaring import noun_label
from careplan.fields.subjects import About, Subject_co
from careplan.intake.heads.headings import Heading
from careplan.intake.problems import RowProblem
from careplan.intake.rows.sorting import RowKind
from careplan.intake.rows.totals import TotalCheck
from careplan.intake.table import is_blank

_SHOWN = 20  # problems in words: all of them stand in the rows


@attrs.frozen(kw_only=True)
class ReadRow(About[Subject_co]):
    """A row and what it says: its number from 1, its cells as they were, and its items.

    `notes` are by heading what stood beside a value and must not be lost: 约, 其中乳儿班10.
    """

    number: int
    raw: Mapping[str, Any]
    items: tuple[Subject_co, ...]
    notes: Mapping[str, tuple[str, ...]]


@attrs.frozen(kw_only=True)
class SetAside:
    """A row that is no item: its number from 1, what kind of row it is, and its cells."""

    number: int
    kind: RowKind
    raw: Mapping[str, Any]


@attrs.frozen(kw_only=True, repr=False)
class Intake(Result, About[Subject_co]):
    """What a table says: items of a noun, rows set aside, headings, totals and problems.

    `rows` are those that say items, each with its number and raw cells; `items` are all of theirs
    in order. What has a problem is not stated; a row without a fact that an item needs says none.
    """

    noun: type[Subject_co]
    rows: tuple[ReadRow[Subject_co], ...]
    skipped: tuple[SetAside, ...]
    problems: tuple[RowProblem, ...]
    headings: tuple[Heading, ...]
    totals: tuple[TotalCheck, ...]
    language: str = "zh"

    @cached_property
    def items(self) -> tuple[Subject_co, ...]:
        """All items in order, ready for the verbs."""
        return tuple(item for row in self.rows for item in row.items)

    def row_of(self, item: object) -> ReadRow[Subject_co]:
        """Return the row that an item, this very one, was read from; raises InvalidInput."""
        if (row := self._rows_by_item.get(id(item))) is None:
            raise InvalidInput([Problem("item", "wrong_type", item, {"expected": "items[n]"})])
        return row

    @cached_property
    def _rows_by_item(self) -> Mapping[int, ReadRow[Subject_co]]:
        return {id(item): row for row in self.rows for item in row.items}

    def explain(self, language: str | None = None, *, detail: str = "normal") -> str:
        """Say the whole of it, in the language that it was read in unless another is named."""
        named = self.language if language is None else language
        return Result.explain(self, named, detail=detail)

    def _view(self, language: str, detail: Detail) -> View:
        """Return how much was read, what is not certain, then what was set aside."""
        everything = detail is Detail.ALL
        parts = []
        if self.problems:
            title = say("view.intake.problems", language, count=len(self.problems))
            shown = self.problems if everything else self.problems[:_SHOWN]
            rest = self._more(len(self.problems) - len(shown), language)
            parts.append(part(title, _problems(title, shown, language), rest))
        if self.skipped:
            title = say("view.intake.set_aside", language, count=len(self.skipped))
            aside = self.skipped if everything else self.skipped[:_SHOWN]
            rest = self._more(len(self.skipped) - len(aside), language)
            parts.append(part(title, _set_aside(title, aside, language), rest))
        word = say(f"view.intake.{'open' if self.problems else 'sound'}", language)
        mark = Mark.OPEN if self.problems else Mark.GOOD
        return View(
            title=say("view.intake.title", language, noun=noun_label(self.noun)),
            answer=Answer(self._read(language), mark, word),
            parts=tuple(parts),
        )

    def _read(self, language: str) -> str:
        return say(
            "intake",
            language,
            noun=noun_label(self.noun),
            rows=len(self.rows) + len(self.skipped),
            items=len(self.items),
            skipped=len(self.skipped),
            problems=len(self.problems),
        )

    def _more(self, count: int, language: str) -> Paragraph | None:
        return Paragraph(say("intake.more", language, count=count), muted=True) if count else None

    def _rows(self) -> Iterator[Row]:
        """Yield one row per problem."""
        for problem in self.problems:
            suggestion = problem.suggestion
            listed = suggestion if isinstance(suggestion, tuple) else (suggestion,)
            yield {
                "row": problem.row,
                "heading": problem.column,
                "value": None if problem.value is None else quote(problem.value),
                "code": problem.code,
                "fact": problem.fact,
                **text("problem", Text(zh=problem.sentence("zh"), en=problem.sentence("en"))),
                **text("allowed", problem.allowed),
                "suggestion": None if suggestion is None else names(map(str, listed)),
            }


def _problems(title: str, shown: tuple[RowProblem, ...], language: str) -> Grid:
    heads = (
        Head(say("view.intake.head.row", language), Role.NAME),
        Head(say("view.intake.head.column", language)),
        Head(say("view.intake.head.value", language)),
        Head(say("view.intake.head.problem", language)),
        Head(say("view.intake.head.allowed", language)),
    )
    lines = tuple(
        line(
            say("view.intake.whole", language) if one.row is None else _numbered(one.row, language),
            one.column or "",
            "" if one.value is None else show(one.value, language),
            Tag(Mark.OPEN, one.sentence(language)),
            "" if one.allowed is None else one.allowed.get(language),
        )
        for one in shown
    )
    return Grid(title, heads, lines, one_line=True)


def _set_aside(title: str, shown: tuple[SetAside, ...], language: str) -> Grid:
    heads = (
        Head(say("view.intake.head.row", language), Role.NAME),
        Head(say("view.intake.head.kind", language)),
        Head(say("view.intake.head.cells", language)),
    )
    lines = []
    for row in shown:
        stated = [show(cell, language) for cell in row.raw.values() if not is_blank(cell)]
        kind = row.kind.label.get(language)
        lines.append(line(_numbered(row.number, language), kind, join(stated[:3], language)))
    return Grid(title, heads, tuple(lines), one_line=True)


def _numbered(row: int, language: str) -> str:
    return say("intake.row", language, row=row)
