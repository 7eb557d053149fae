"""Grades: what a document calls a subject by how much of a list it fulfils: stars, classes."""

from collections.abc import Iterable, Mapping
from datetime import date

import attrs

from careplan.base.errors import Problem, look_up
from careplan.base.frozenmap import frozen
from careplan.base.text import Text
from careplan.criteria.nodes import Criterion, all_of, any_of
from careplan.documents.clauses import Document, Interpretation
from careplan.documents.encoded import ByReading, duplicates, given, pick
from careplan.documents.rules import Cited, nouns_in, unread_by
from careplan.fields.declaring import Noun
from careplan.fields.shapes import NAME, aside, at_least_one, kept

_FEWEST = 2


@frozen(kw_only=True)
class Grade(Cited):
    """One grade: its name, and what it asks of a subject beside what lower grades ask."""

    key: str = attrs.field(metadata=kept(NAME))
    title: Text
    criterion: Criterion | ByReading = attrs.field(converter=given)


@frozen(kw_only=True)
class Grading(Cited):
    """The grades of a document, the lowest first.

    Each asks for all that the lower ones ask, and more; of `exclusive` grades each says alone
    who has it, and of two that could be had the higher counts. `questions` are the
    interpretations the grades depend on, so that a grading is asked without its plan.
    """

    key: str = attrs.field(metadata=kept(NAME))
    title: Text
    grades: tuple[Grade, ...] = attrs.field(metadata=at_least_one(Grade))
    exclusive: bool = False
    questions: tuple[Interpretation, ...] = ()
    document: Document | None = aside()

    def _contradictions(self) -> Iterable[Problem]:
        if len(self.grades) < _FEWEST:
            yield Problem("grades", "one_grade", len(self.grades))
        yield from duplicates("grades", (one.key for one in self.grades))
        yield from duplicates("questions", (one.id for one in self.questions))
        known = {one.id: one for one in self.questions}
        unknown = (problem for one in self.with_parts() for problem in unread_by(one, known))
        yield from dict.fromkeys(attrs.evolve(one, path="questions") for one in unknown)
        if len({noun for one in self.grades for noun in nouns_in(one.criterion)}) > 1:
            yield Problem("grades", "several_nouns", None)

    def noun(self) -> type[Noun] | None:
        """Return the noun the grades are about; None if they ask nothing of a subject."""
        return next((noun for one in self.grades for noun in nouns_in(one.criterion)), None)

    def grade(self, key: object) -> Grade:
        """Return the grade called `key`, or raise NotFound."""
        return look_up("grade", key, {one.key: one for one in self.grades})

    def at_least(
        self, readings: Mapping[str, str], on: date | None = None
    ) -> tuple[tuple[Grade, Criterion], ...]:
        """Return each grade that holds, with what says that a subject has it or a higher one.

        On a day, if one is given. n grades have n * n / 2 parts in all.
        """
        grades = [one for one in self.grades if one.holds_under(readings, on)]
        asked: list[Criterion] = [pick(one.criterion, readings) for one in grades]
        if self.exclusive:
            reached = [any_of(*asked[place:]) for place in range(len(asked))]
            return tuple(zip(grades, reached, strict=True))
        return tuple((one, all_of(*asked[:place])) for place, one in enumerate(grades, start=1))
