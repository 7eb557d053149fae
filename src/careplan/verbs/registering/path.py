"""One office that may register the applicant, and the steps there."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

import attrs

from careplan.base.messages import say
from careplan.base.text import Text
from careplan.criteria.nodes import TRUE, Criterion
from careplan.criteria.wording.asking import fact_question
from careplan.criteria.wording.criteria import describe
from careplan.display.cells import Row, member, names
from careplan.display.result import Result
from careplan.display.views.parts import Answer, Detail, Facts, Listing, Part, View, part
from careplan.display.views.words import Mark, Tag
from careplan.documents.authorities.routes import Route
from careplan.documents.authorities.workdays import WorkCalendar
from careplan.documents.clauses import Clause
from careplan.documents.wording.citing import cited
from careplan.fields.declaring import Noun
from careplan.nouns.applicants import Applicant
from careplan.nouns.bodies import AnyBody, Level
from careplan.verbs.registering.dates import PathDue, dated
from careplan.verbs.registering.steps import PathStep, next_steps, standing_steps
from careplan.verbs.registering.walking import office_text, walked


@attrs.frozen(kw_only=True, repr=False)
class RegistrationPath(Result):
    """One office that may register the applicant.

    `condition` is what is left of the route's condition; `missing` the facts of `noun` that
    it and the wording still need. `business_scope` is the wording to register; None where
    none is asked for, the modes are not stated, or it cannot be written: `unworded` are then
    the modes that have no word in the document, and nothing if none is offered.
    """

    noun: type[Noun] = Applicant
    route: Route
    condition: Criterion
    missing: tuple[str, ...]
    business_scope: str | None
    steps: tuple[PathStep, ...]
    unworded: tuple[Text, ...] | None = None

    @property
    def registrar(self) -> AnyBody:
        """The office that registers."""
        return self.route.registrar

    @property
    def level(self) -> Level | None:
        """The level of the office; None if the document does not name it."""
        return self.route.level

    @property
    def clause(self) -> Clause:
        """The clause that names the office."""
        return self.route.clause

    def next(self, done: Collection[str] = ()) -> tuple[PathStep, ...]:
        """Return the steps open once the steps in `done` are done.

        A step is done or open, never overdue. Of alternatives all are open until one is done,
        and what waits for something each time is in `standing`. Raises NotFound for an unknown
        step, InvalidInput for a step done before one that it follows, or beside one that it may
        be taken in place of.
        """
        return next_steps(self.steps, done)

    def standing(self, done: Collection[str] = ()) -> tuple[PathStep, ...]:
        """Return the steps to be taken each time something happens, once `done` are done.

        Raises as `next`.
        """
        return standing_steps(self.steps, done)

    def due(
        self,
        start: date | None,
        calendar: WorkCalendar | None = None,
        *,
        done: Mapping[str, date] | None = None,
        events: Mapping[str, date] | None = None,
    ) -> PathDue:
        """Return by which day each step is to be taken.

        `start` is the day on which the path begins: limits of its first steps are counted from
        it, and first steps without one are taken on it. `done` are the days on which steps were
        done, `events` those on which something happened that a standing step waits for, both by
        the step's id. A limit is counted from the day on which what comes before was done, and
        otherwise from the last day it may be. Raises NotFound for an unknown step, InvalidInput
        for what is no day or no calendar, or a step done before one that it follows.
        """
        return dated(self.steps, start, calendar, done, events)

    def row(self) -> Row:
        """Return the path as one flat row."""
        return {
            "path": self.route.id,
            **member("registrar", self.registrar),
            **member("level", self.level),
            **cited(self.clause),
            "condition_zh": describe(self.condition, "zh"),
            "condition_en": describe(self.condition, "en"),
            "business_scope": self.business_scope,
            "steps": names(step.id for step in self.steps),
            "missing": names(self.missing),
        }

    def office(self, language: str) -> str:
        """Say the office, with its level where the document names one."""
        return office_text(self.registrar, self.level, language)

    def case(self, language: str) -> str:
        """Say in which case it is the office that registers."""
        if self.condition == TRUE:
            return say("view.path.always", language)
        return describe(self.condition, language)

    def scope(self, language: str) -> str:
        """Say which business scope is to be registered, or that it cannot be worded."""
        if self.business_scope is not None:
            return self.business_scope
        if self.unworded is None:
            return ""
        return say("view.path.unworded", language, modes=self.unworded)

    def _view(self, language: str, detail: Detail) -> View:  # noqa: ARG002 - all of it is said
        return View(
            title=say("view.path.title", language),
            source=say("view.common.source", language, document=self.clause.locator, locator=""),
            answer=self._answer(language),
            parts=tuple(self._parts(language)),
        )

    def _answer(self, language: str) -> Answer:
        office = self.office(language)
        if self.condition == TRUE:
            settled = say("view.path.settled", language)
            return Answer(say("view.path.at", language, office=office), Mark.GOOD, settled)
        said = say("view.path.if", language, office=office, case=self.case(language))
        return Answer(said, Mark.OPEN, say("view.path.open", language))

    def _parts(self, language: str) -> Iterator[Part]:
        if self.missing:
            asked = [fact_question(self.noun, path, language) for path in self.missing]
            listed = tuple(Tag(Mark.OPEN, one) for one in asked)
            title = say("view.common.asked", language, count=len(asked))
            yield part(title, Listing(listed, numbered=True))
        scope = self.scope(language)
        if scope:
            yield part("", Facts(((say("view.path.scope", language), scope),)))
        if self.steps:
            yield part(say("view.path.steps", language), walked([self.steps], language))

    def _rows(self) -> Iterator[Row]:
        yield self.row()
