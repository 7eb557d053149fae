"""A clause as a page shows it: what it says, what encodes it in words, and what it leaves open."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import attrs

from careplan.base.frozenmap import frozen
from careplan.base.messages import join, say
from careplan.base.text import Text
from careplan.display.cells import Row, member, names, text
from careplan.display.phrases import indented
from careplan.display.result import Shown
from careplan.display.views.parts import (
    Answer,
    Detail,
    Grid,
    Head,
    Nested,
    Part,
    Role,
    View,
    line,
    part,
)
from careplan.display.views.words import Mark, Strong
from careplan.documents.clauses import Clause, Interpretation
from careplan.documents.rules import Cited
from careplan.documents.wording.citing import source_of
from careplan.documents.wording.labels import KINDS
from careplan.documents.wording.layers import layers, sign
from careplan.documents.wording.made import Sourced, made_lines
from careplan.documents.wording.objects import knowing, object_lines

if TYPE_CHECKING:
    from careplan.documents.support import KnownFrom


@frozen(kw_only=True)
class ClauseShown(Shown):
    """A clause with all that is known of it: what `plan.show` returns.

    `encoding` are the objects that encode it, `within` the object that each of them is a part of,
    `reason` why nothing does, and `questions` what is open in it or in what encodes it.
    """

    clause: Clause
    encoding: tuple[Cited, ...]
    within: tuple[Cited | None, ...]
    reason: Text | None
    questions: tuple[Interpretation, ...]
    plan: Sourced | None = attrs.field(default=None, eq=False, repr=False)

    def __repr__(self) -> str:
        return f"<ClauseShown: {self.explain('en').splitlines()[0]}>"

    @property
    def known_from(self) -> "KnownFrom":
        """How the clause is known: as it says, or as its document does, or from its own text.

        >>> from careplan.plans import get_plan
        >>> get_plan("shuangliao_2021").show("4.1.a").known_from.told("en")
        'read from the text itself'
        """
        from careplan.documents.coverage import known_of

        return known_of(self.clause, None if self.plan is None else self.plan.document)

    def _made(self, language: str) -> tuple[str, ...]:
        return made_lines(language, self.plan)

    def _view(self, language: str, detail: Detail) -> View:
        parts = [part(*self._layers(language))] if self.encoding else []
        parts += self._readings(language)
        lines = tuple(self._encoded(language))
        if detail is Detail.ALL and lines:
            parts.append(part(say("view.clause.fields", language), Nested(lines)))
        document = None if self.plan is None else self.plan.document
        return View(
            title=say("view.clause.title", language, locator=self.clause.locator),
            source=source_of(document, language, self.clause.locator),
            answer=self._answer(language),
            parts=tuple(parts),
            notes=tuple(self._noted(language)),
        )

    def _noted(self, language: str) -> Iterator[str]:
        from careplan.documents.support import OWN

        if self.known_from != OWN:
            yield self.known_from.told_whole(language)
        if self.encoding:
            yield say("view.clause.note", language)

    def _answer(self, language: str) -> Answer:
        said = {"modality": self.clause.modality, "summary": self.clause.summary}
        if self.reason is not None:
            told = say("view.clause.declined", language, **said, reason=self.reason)
            return Answer(told, Mark.NONE, say("view.clause.declined.word", language))
        if not self.encoding:
            told = say("view.clause.alone", language, **said)
            return Answer(told, Mark.OPEN, say("view.clause.missing.word", language))
        counted = Counter(KINDS[type(one).__name__].get(language) for one in self.encoding)
        if len(self.encoding) == 1:
            return Answer(say("view.clause.holds.one", language, **said, kind=next(iter(counted))))
        kinds = join(
            (say("view.clause.kind", language, kind=k, count=n) for k, n in counted.items()),
            language,
        )
        count = len(self.encoding)
        return Answer(say("view.clause.holds", language, **said, count=count, kinds=kinds))

    def _layers(self, language: str) -> tuple[str, Grid]:
        taken = {question.id: question.default for question in self.questions}
        grid = layers(self.clause, self.encoding, taken, language)
        return say("view.clause.layers", language), grid

    def _readings(self, language: str) -> Iterator[Part]:
        """Yield what is left open, the reading taken, the others, and the layers they touch."""
        if not self.questions:
            return
        heads = (
            Head(say("view.common.question.head", language), Role.NAME),
            Head(say("view.clause.default", language)),
            Head(say("view.common.reading.other", language)),
            Head(say("view.clause.touches", language)),
        )
        lines = tuple(
            line(
                one.question.get(language),
                Strong(one.options[0].text.get(language)),
                say("view.joint", language).join(o.text.get(language) for o in one.options[1:]),
                "".join(self._touched(one)),
            )
            for one in self.questions
        )
        title = say("view.clause.readings", language, count=len(lines))
        yield part(title, Grid(title, heads, lines))

    def _touched(self, question: Interpretation) -> Iterator[str]:
        for number, (one, whole) in enumerate(zip(self.encoding, self.within, strict=True), 1):
            under = None if whole is None or whole.under is None else whole.under[0]
            if question.id in one.interpretations() or question.id == under:
                yield sign(number)

    def _encoded(self, language: str) -> Iterator[str]:
        asked = {question.id: question for question in self.questions}
        keyed = knowing(asked, (*self.encoding, *self.within))
        shown = {id(one) for one in self.encoding}
        for one, outer in zip(self.encoding, self.within, strict=True):
            if id(outer) in shown:  # where it is said as well
                continue
            yield from object_lines(one, self.clause, keyed, language)
            if outer is not None:
                kind = KINDS[type(outer).__name__]
                inside = say("shown.within", language, kind=kind)
                yield from indented((inside, *_under(outer, asked, language)))

    def _rows(self) -> Iterable[Row]:
        kinds = dict.fromkeys(type(one).__name__ for one in self.encoding)
        yield {
            **self.clause.records()[0],
            "encoded_by": names(kinds) or None,
            **text("not_encoded", self.reason),
            **member("support", self.known_from.support),
            "questions": names(question.id for question in self.questions) or None,
        }


def _under(outer: Cited, asked: Mapping[str, Interpretation], language: str) -> Iterator[str]:
    if outer.under is not None:
        name, option = outer.under
        yield say("shown.under", language, option=asked[name].option(option).text)
