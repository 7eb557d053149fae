"""A clause as a page shows it: what it says, what encodes it in words, and what it leaves open."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from careplan.base.messages import say
from careplan.base.text import Text
from careplan.display.cells import Row, names, text
from careplan.display.phrases import indented
from careplan.display.result import Shown
from careplan.documents.clauses import Clause, Interpretation
from careplan.documents.rules import Cited
from careplan.documents.wording.labels import KINDS
from careplan.documents.wording.objects import object_lines


@attrs.frozen(kw_only=True)
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

    def __repr__(self) -> str:
        return f"<ClauseShown: {self.explain('en').splitlines()[0]}>"

    def _lines(self, language: str) -> Iterator[str]:
        yield self.clause.explain(language)
        yield from indented(self._encoded(language))

    def _encoded(self, language: str) -> Iterator[str]:
        asked = {question.id: question for question in self.questions}
        shown = {id(one) for one in self.encoding}
        for one, outer in zip(self.encoding, self.within, strict=True):
            if id(outer) in shown:  # where it is said as well
                continue
            yield from object_lines(one, self.clause, asked, language)
            if outer is not None:
                kind = KINDS[type(outer).__name__]
                inside = say("shown.within", language, kind=kind, id=outer.id)
                yield from indented((inside, *_under(outer, asked, language)))
        if self.reason is not None:
            yield say("shown.not_encoded", language, reason=self.reason)
        elif not self.encoding:
            yield say("shown.nothing", language)
        for question in self.questions:
            yield from _question_lines(question, language)

    def _rows(self) -> Iterable[Row]:
        kinds = dict.fromkeys(type(one).__name__ for one in self.encoding)
        yield {
            **self.clause.records()[0],
            "encoded_by": names(kinds) or None,
            **text("not_encoded", self.reason),
            "questions": names(question.id for question in self.questions) or None,
        }


def _under(outer: Cited, asked: Mapping[str, Interpretation], language: str) -> Iterator[str]:
    if outer.under is not None:
        name, option = outer.under
        yield say("shown.under", language, option=asked[name].option(option).text)


def _question_lines(question: Interpretation, language: str) -> Iterator[str]:
    yield say("shown.question", language, question=question.question, id=question.id)
    for option in question.options:
        code = "shown.taken" if option.id == question.default else "shown.other"
        yield from indented((say(code, language, option=option.text, id=option.id),))
