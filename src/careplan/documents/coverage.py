"""What of a document is encoded, and what its objects and clauses cannot be together."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from careplan.base.errors import Problem
from careplan.base.foreign import Hosted
from careplan.base.frozenmap import frozen
from careplan.base.messages import say
from careplan.base.text import Text
from careplan.display.cells import Row, member, text
from careplan.display.result import Shown
from careplan.documents.clauses import Clause, Interpretation
from careplan.documents.rules import Cited, Rule, Under, unread_by
from careplan.documents.scales.ladders import Ladder
from careplan.documents.wording.made import Sourced, made_lines
from careplan.fields.shapes import aside

if TYPE_CHECKING:
    from careplan.display.views.parts import Answer, Detail, Grid, View
    from careplan.documents.clauses import Document
    from careplan.documents.support import KnownFrom, Support


@frozen(kw_only=True, repr=False)
class Coverage(Shown, Hosted):
    """Clause numbers of a plan: encoded, declined with a reason, missing, and declined in vain.

    `clauses` are those of the plan, by number, and `plan` it is; None when read from JSON.
    """

    encoded: tuple[str, ...]
    declined: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    clauses: Mapping[str, Clause] | None = aside()
    plan: Sourced | None = aside()

    def __repr__(self) -> str:
        return f"<Coverage: {self.explain('en', detail='short').splitlines()[0]}>"

    @property
    def complete(self) -> bool:
        """Whether every clause is encoded or declined, and nothing is declined in vain."""
        return not self.missing and not self.extra

    @property
    def known(self) -> "Mapping[Support, tuple[str, ...]]":
        """The numbers of the clauses by how well it is known what they say.

        >>> from careplan.plans import get_plan
        >>> {how.value: len(all) for how, all in get_plan("bda_2017").coverage().known.items()}
        {'own_text': 43}
        """
        found: dict[Support, tuple[str, ...]] = {}
        for number, clause in (self.clauses or {}).items():
            how = self._support(clause)
            found[how] = (*found.get(how, ()), number)
        return found

    @property
    def _document(self) -> "Document | None":
        return None if self.plan is None else self.plan.document

    def answer(self, language: str) -> "Answer":
        """Say how much is encoded."""
        from careplan.display.views.parts import Answer
        from careplan.display.views.words import Mark

        said = say(
            "view.coverage",
            language,
            count=len(self.encoded) + len(self.declined) + len(self.missing),
            encoded=len(self.encoded),
            declined=len(self.declined),
            missing=len(self.missing),
        )
        word = say(f"view.coverage.{'complete' if self.complete else 'open'}", language)
        return Answer(said, Mark.GOOD if self.complete else Mark.OPEN, word)

    def _made(self, language: str) -> tuple[str, ...]:
        return made_lines(language, self.plan)

    def _view(self, language: str, detail: "Detail") -> "View":
        from careplan.display.views.parts import Detail, View, part
        from careplan.documents.wording.citing import source_of

        states = {"missing": self.missing, "extra": self.extra, "declined": self.declined}
        if detail is Detail.ALL:
            states["encoded"] = self.encoded
        parts = []
        for state, numbers in states.items():
            if numbers:
                title = say(f"view.coverage.{state}", language, count=len(numbers))
                parts.append(part(title, self._grid(title, numbers, language)))
        clauses, document = (self.clauses or {}).values(), self._document
        return View(
            title=say("view.coverage.title", language),
            source=source_of(document, language),
            answer=self.answer(language),
            parts=tuple(parts),
            notes=tuple(counted_by_support(clauses, document, language)),
        )

    def _grid(self, title: str, numbers: tuple[str, ...], language: str) -> "Grid":
        from careplan.display.views.parts import Grid, Head, Role, line

        heads = (
            Head(say("view.common.number", language), Role.NUMBER),
            Head(say("view.plan.head.clause", language), Role.NAME),
            Head(say("view.plan.head.summary", language)),
        )
        lines = tuple(
            line(str(place), *self._said(number, language))
            for place, number in enumerate(numbers, start=1)
        )
        return Grid(title, heads, lines, one_line=True)

    def _said(self, number: str, language: str) -> tuple[str, str]:
        clause = self._clause(number)
        # What there is no clause for goes by the number its author gave it.
        return (number, "") if clause is None else (clause.locator, clause.summary.get(language))

    def _clause(self, number: str) -> Clause | None:
        return None if self.clauses is None else self.clauses.get(number)

    def _support(self, clause: Clause) -> "Support":
        return known_of(clause, self._document).support

    def _rows(self) -> Iterator[Row]:
        for state in ("missing", "extra", "declined", "encoded"):
            for number in getattr(self, state):
                clause = self._clause(number)
                yield {
                    "number": number,
                    "locator": None if clause is None else clause.locator,
                    **text("summary", None if clause is None else clause.summary),
                    "state": state,
                    **member("support", None if clause is None else self._support(clause)),
                }


def coverage_of(
    clauses: Sequence[Clause], objects: Iterable[Cited], reasons: Mapping[str, Text]
) -> Coverage:
    """Return what of the clauses objects encode, and for what of the rest there is a reason."""
    encoded = {c.number for one in objects for c in (one.clause, *one.also)}
    # An empty reason is none; one in Chinese alone is one.
    said = {n: (why.zh, why.get("en")) for n, why in reasons.items()}
    declined = {n for n, texts in said.items() if all(text.strip() for text in texts)}
    numbers = [clause.number for clause in clauses]
    return Coverage(
        encoded=tuple(n for n in numbers if n in encoded),
        declined=tuple(n for n in numbers if n in declined and n not in encoded),
        missing=tuple(n for n in numbers if n not in encoded and n not in declined),
        extra=tuple(n for n in reasons if n not in numbers or n in encoded),
        clauses={clause.number: clause for clause in clauses},
    )


def uncited(
    clauses: Iterable[Clause], questions: Iterable[Interpretation], objects: Iterable[Cited]
) -> Iterable[Problem]:
    """Yield each object and each question that cites a clause there is not."""
    registered = set(clauses)
    for cited in objects:
        for clause in (cited.clause, *cited.also):
            if clause not in registered:
                yield Problem(cited.id, "uncited", clause.number)
    numbers = {clause.number for clause in registered}
    for question in questions:
        for number in sorted(set(question.clauses) - numbers):
            yield Problem(question.id, "uncited", number)


def unread(questions: Iterable[Interpretation], objects: Iterable[Cited]) -> Iterable[Problem]:
    """Yield each object that depends on a question, or an option of one, there is not."""
    known = {question.id: question for question in questions}
    for cited in objects:
        for problem in unread_by(cited, known):
            yield attrs.evolve(problem, path=cited.id)


def duties_of(
    rules: Iterable[Rule], ladders: Iterable[Ladder]
) -> Iterator[tuple[str, Under | None]]:
    """Yield what findings go by: rules, ladders, and their rungs, with the option of each."""
    yield from ((one.id, one.under) for one in rules)
    for ladder in ladders:
        yield ladder.id, ladder.under
        yield from ((rung.id, rung.under or ladder.under) for rung in ladder.rungs)


def repeated(kind: str, names: Iterable[tuple[str, Under | None]]) -> Iterable[Problem]:
    """Yield each name of a kind that stands twice, under one option or under none."""
    for (name, _), times in Counter(names).items():
        if times > 1:
            yield Problem(f"{kind} {name}", "duplicate", name)


def known_of(clause: Clause, document: "Document | None") -> "KnownFrom":
    """Return how a clause is known: as it says, as its document does, or from its own text."""
    from careplan.documents.support import OWN

    by_document = None if document is None else document.known_from
    return clause.known_from or by_document or OWN


def counted_by_support(
    clauses: Iterable[Clause], document: "Document | None", language: str
) -> Iterator[str]:
    """Yield how clauses are known and how many are known so, the pages left out of account."""
    counted = Counter(known_of(clause, document).told(language) for clause in clauses)
    for said, count in counted.items():
        yield say("support.clauses", language, said=said, count=count)
