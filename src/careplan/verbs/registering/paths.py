"""The offices still possible for a subject, the steps there, and what would narrow them."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any, ClassVar

import attrs

from careplan.base.messages import join, say
from careplan.base.text import Text
from careplan.base.truth import Truth
from careplan.criteria.evidence import Evidence, witnesses
from careplan.criteria.nodes import TRUE, Criterion
from careplan.criteria.wording import describe, fact_asked
from careplan.display.cells import Row, empty, member, names, paths_of
from careplan.display.phrases import INDENT, indented, seen_text
from careplan.display.result import Result
from careplan.documents.authorities.routes import Oversight, Registration, Route
from careplan.documents.authorities.workdays import WorkCalendar
from careplan.documents.clauses import Clause, Reading
from careplan.documents.plan import Plan
from careplan.documents.wording.citing import cited, in_force_lines, reading_lines, readings
from careplan.fields.declaring import Noun
from careplan.fields.shapes import aside, left_out
from careplan.nouns.applicants import Applicant
from careplan.nouns.bodies import AnyBody, Level
from careplan.verbs.registering.dates import PathDue, dated
from careplan.verbs.registering.steps import PathStep, next_steps, standing_steps

PATH_SHOWN = "path registrar_zh registrar_en level_zh level_en condition_zh steps"
_PATH = (
    "path registrar registrar_zh registrar_en level level_zh level_en clause locator "
    "condition_zh condition_en business_scope steps missing"
)


@attrs.frozen(kw_only=True, repr=False)
class RegistrationPath(Result):
    """One office that may register the applicant.

    `condition` is what is left of the route's condition; `missing` the facts of `noun` that
    it and the wording still need. `business_scope` is the wording to register; None where
    none is asked for, the modes are not stated, or it cannot be written: `unworded` are then
    the modes that have no word in the document, and nothing if none is offered.
    """

    shown: ClassVar[str] = PATH_SHOWN

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

    def told(self, language: str) -> Iterator[str]:
        """Yield what the path says: office, condition, wording, steps."""
        yield say(
            "path",
            language,
            registrar=self.registrar,
            level=self.level,
            locator=self.clause.locator,
            number=self.route.id,
        )
        if self.condition != TRUE:
            yield INDENT + say("path.if", language, condition=describe(self.condition, language))
        if self.business_scope is not None:
            yield INDENT + say("path.scope", language, scope=self.business_scope)
        if self.unworded is not None:
            yield INDENT + say("path.unworded", language, modes=self.unworded)
        yield from indented(step.told(language) for step in self.steps)
        yield from indented(asked_lines(self.noun, self.missing, "missing", language))

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

    def _lines(self, language: str) -> Iterator[str]:
        yield from self.told(language)

    def _rows(self) -> Iterator[Row]:
        yield self.row()


@attrs.frozen(kw_only=True, repr=False)
class RegistrationPaths(Result):
    """All offices still possible for a subject, and what would narrow them.

    `conflict` is the evidence of facts that cannot be together, None if there are none.
    For a noun that the routes are not about, such as a toddler class, there is no path, and
    who manages, supervises and guides it is said instead; where it registers is not stated.
    `on` is the day asked, if it was given, and `in_force` whether the document is on that day.
    """

    shown: ClassVar[str] = PATH_SHOWN

    document: Text
    subject: Noun
    registration: Registration | None
    paths: tuple[RegistrationPath, ...] = ()
    missing: tuple[str, ...] = ()
    conflict: tuple[Evidence, ...] | None = None
    oversight: Oversight | None = None
    managed_by: AnyBody | None = None
    readings: tuple[Reading, ...] = ()
    on: date | None = attrs.field(default=None, metadata=left_out())
    in_force: Truth | None = attrs.field(default=None, metadata=left_out())
    plan: Plan | None = aside()

    @property
    def supervised_by(self) -> AnyBody | None:
        """Who supervises the sector, for a subject without a route."""
        return None if self.oversight is None else self.oversight.supervised_by

    @property
    def guided_by(self) -> AnyBody | None:
        """Who gives professional guidance, for a subject without a route.

        None for an early-education centre that has no toddler class to guide.
        """
        if self.oversight is None or getattr(self.subject, "has_toddler_class", None) is False:
            return None
        return self.oversight.guided_by

    @property
    def unassigned(self) -> tuple[AnyBody, ...]:
        """The offices the document names without saying for whom."""
        return self.registration.unassigned if self._routed else ()  # type: ignore[union-attr]

    @property
    def filing_office(self) -> AnyBody | None:
        """The office institutions file with, where the document names one."""
        return self.registration.filing_office if self._routed else None  # type: ignore[union-attr]

    @property
    def deferred_to(self) -> str | None:
        """The document the details are left to."""
        return self.registration.deferred_to if self._routed else None  # type: ignore[union-attr]

    @property
    def registration_stated(self) -> bool:
        """Whether the document says anything about where such a subject registers."""
        return self._routed

    @property
    def _routed(self) -> bool:
        rules = self.registration
        return rules is not None and isinstance(self.subject, rules.noun())

    def _lines(self, language: str) -> Iterator[str]:
        """Say the paths still possible, who is in charge, and what would narrow them."""
        code = (
            "registration"
            if self.registration is not None and self.registration.routes
            else ("registration.none")
        )
        yield say(code, language, document=self.document, count=len(self.paths))
        yield from in_force_lines(self.in_force, self.on, language)
        lines: list[str] = []
        for path in self.paths:
            lines += path.told(language)
        if self.conflict is not None:
            seen = (seen_text(one, language) for one in witnesses(self.conflict))
            facts = join(seen, language)
            lines.append(say("registration.conflict", language, facts=facts))
        if not self.registration_stated:
            lines.append(say("registration.not_stated", language))
        for code in ("managed_by", "supervised_by", "guided_by", "filing_office", "deferred_to"):
            value = getattr(self, code)
            if value is not None:
                lines.append(say(f"registration.{code}", language, value=value))
        if self.unassigned:
            lines.append(say("registration.unassigned", language, value=self.unassigned))
        if self.missing:
            lines += asked_lines(type(self.subject), self.missing, "registration.missing", language)
        yield from indented(lines)
        yield from reading_lines(self.readings, language)

    def _rows(self) -> Iterator[Row]:
        """Yield the paths, or one row without a path: who is in charge, and what contradicts."""
        whole: Row = {
            **member("managed_by", self.managed_by),
            **member("supervised_by", self.supervised_by),
            **member("guided_by", self.guided_by),
            **member("filing_office", self.filing_office),
            "deferred_to": self.deferred_to,
            "conflict": None if self.conflict is None else paths_of(self.conflict),
            "narrowing": names(self.missing),
            "readings": readings(self.readings),
        }
        for row in [path.row() for path in self.paths] or [empty(_PATH)]:
            yield {**row, **whole}


def asked_lines(
    noun: type[Any], missing: tuple[str, ...], code: str, language: str
) -> Iterator[str]:
    """Say which facts are still to be stated, in the sentence `code`."""
    if missing:
        named = (fact_asked(noun, path, language) for path in missing)
        yield say(code, language, facts=join(named, language))
