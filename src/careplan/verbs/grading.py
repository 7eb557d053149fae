"""Grade a subject: from which grade to which, as far as facts are stated, and what is next."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain

import attrs

from careplan.base.errors import InvalidInput, Problem, check_type, look_up
from careplan.base.foreign import Hosted
from careplan.base.messages import say, show
from careplan.base.refusing.values import class_said
from careplan.base.text import Text
from careplan.base.truth import Truth
from careplan.criteria.elapsing import day_asked
from careplan.criteria.evaluation import looked_at
from careplan.criteria.evidence import Evidence, witnesses
from careplan.criteria.nodes import Criterion, Linear, Not
from careplan.criteria.regions.taken import can_hold
from careplan.criteria.residuals import residual
from careplan.criteria.steps import Facts
from careplan.criteria.sums.tallies import Tally, in_the_way
from careplan.criteria.wording.criteria import describe
from careplan.display.cells import Row, names, text
from careplan.display.result import Result
from careplan.display.views.parts import Detail, View
from careplan.documents.clauses import Reading, read_as, readings_used
from careplan.documents.scales.grades import Grade, Grading
from careplan.documents.wording.citing import cited, readings
from careplan.documents.wording.made import made_lines
from careplan.fields.declaring import Noun
from careplan.fields.subjects import About, Subject, Subject_co
from careplan.verbs.assessing.duties import missing
from careplan.verbs.assessing.showing import view_by


@attrs.frozen(kw_only=True)
class GradeFound(Hosted):
    """Whether a subject has a grade or a higher one, and which facts would say so."""

    grade: Grade
    has: Truth
    missing: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, repr=False)
class Graded(Result, About[Subject_co]):
    """Which grade a subject has, as far as is known: from `low` to `high`, both by their keys.

    `evidence` and `needed` are about the next grade: the one above `low`. `on` is the
    day asked, if it was given.
    """

    grading: Grading
    subject: Subject_co
    grades: tuple[GradeFound, ...]
    evidence: tuple[Evidence, ...] = ()
    needed: Criterion | None = None
    readings: tuple[Reading, ...]
    on: date | None = None

    @property
    def low(self) -> str | None:
        """The grade that is certain; None if none is."""
        return _highest(self.grades, {Truth.TRUE})

    @property
    def high(self) -> str | None:
        """The grade that is still possible; None if none is."""
        return _highest(self.grades, {Truth.TRUE, Truth.UNKNOWN})

    @property
    def settled(self) -> bool:
        """Whether the grade is known, be it that there is none."""
        return self.low == self.high

    @property
    def grade(self) -> str | None:
        """The grade once it is settled; None before, and where there is none."""
        return self.low if self.settled else None

    @property
    def next(self) -> Grade | None:
        """The grade above the one that is certain; None if that is the highest."""
        return next((one.grade for one in self.grades if one.has is not Truth.TRUE), None)

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts to state next, to know the grade; none once it is settled."""
        return tuple(dict.fromkeys(path for one in self.grades for path in one.missing))

    def found(self, key: object) -> GradeFound:
        """Return what is found of the grade called `key`, or raise NotFound."""
        return look_up("grade", key, {one.grade.key: one for one in self.grades})

    def taken(self) -> dict[str, str]:
        """Return the option taken of each question of the grading; the default of one not used."""
        said = {one.interpretation: one.option.id for one in self.readings}
        return {one.id: said.get(one, one.default) for one in self.grading.questions}

    def _made(self, language: str) -> tuple[str, ...]:
        return made_lines(language, self.grading, on=self.on, readings=self.readings)

    def _view(self, language: str, detail: Detail) -> View:
        return view_by("others.graded_view", self, language, detail)

    def _lines(self, language: str) -> Iterator[str]:
        grading = self.grading
        yield say(
            "graded",
            language,
            title=grading.title,
            locator=grading.clause.locator,
            grade=self.known(language),
        )

    def known(self, language: str) -> str:
        """Say the grade, or from which to which it may be."""
        low, high = (self._title(key, language) for key in (self.low, self.high))
        if self.settled:
            return low
        if self.low is None:
            return say("graded.at_most", language, high=high)
        return say("graded.between", language, low=low, high=high)

    def _title(self, key: str | None, language: str) -> str:
        if key is None:
            return say("graded.none", language)
        return show(self.grading.grade(key).title, language)

    def _rows(self) -> Iterator[Row]:
        asked, needed = self.needed, None
        if asked is not None:
            needed = Text(zh=describe(asked, "zh"), en=describe(asked, "en"))
        for one in self.grades:
            yield {
                "grading": self.grading.key,
                "key": one.grade.key,
                **cited(one.grade.clause),
                **text("title", one.grade.title),
                "has_grade": str(one.has.value),
                "missing": names(one.missing),
                "grade_low": self.low,
                "grade_high": self.high,
                "grade": self.grade,
                "grade_settled": self.settled,
                **text("grade_needed", needed),
                "readings": readings(self.readings),
            }


def grade(
    subject: Subject,
    grading: Grading,
    *,
    readings: Mapping[str, str] | None = None,
    on: date | None = None,
) -> Graded[Subject]:
    """Say which grade of `grading` a subject has, as far as its facts are stated.

    `needed` is what the facts not stated, and those that stand in the way, would have to be
    for the next grade, whoever may change them; None if there is none, or the facts that stay
    exclude it. `on` is the day asked, up to which elapsed time is counted; grades not in force on
    it are left out, and whether the whole is in force is not asked. Raises InvalidInput for a
    subject the grades are not about, a grading that is none or an `on` that is no day, NotFound
    for an unknown reading.

    >>> import careplan as cp
    >>> from careplan import writing as w
    >>> room = cp.facts(cp.Room)
    >>> base = w.grade("base", "基本", room.clean)
    >>> four = w.grade("four", "四星", room.area_m2 >= 16, part="4")
    >>> chapter = w.clause("1", "一", "应当", "评星", w.grading("stars", "星级", base, four))
    >>> stars = w.Plan.of("own", "办法", chapter, issuer="某县").gradings["stars"]
    >>> found = cp.grade(cp.Room(clean=True, area_m2=15), stars)
    >>> found.grade, found.needed
    ('base', Room.area_m2 >= 16)
    >>> found = cp.grade(cp.Room(clean=True), stars)
    >>> found.low, found.high, found.grade, found.missing
    ('base', 'four', None, ('area_m2',))
    """
    check_type(subject, Noun, "subject")
    check_type(grading, Grading, "grading")
    noun = grading.noun()
    if noun is not None and not isinstance(subject, noun):
        expected = {"expected": class_said(noun)}
        raise InvalidInput([Problem("subject", "wrong_noun", subject, expected)])
    facts = Facts(subject, day_asked(on))
    taken = read_as(grading.questions, readings)
    asked = grading.at_least(taken, facts.on)
    seen = [looked_at(criterion, facts) for _, criterion in asked]
    found = tuple(
        GradeFound(grade=one, has=given.truth, missing=missing(criterion, given.truth, facts))
        for (one, criterion), given in zip(asked, seen, strict=True)
    )
    place = next((n for n, one in enumerate(found) if one.has is not Truth.TRUE), None)
    return Graded(
        grading=grading,
        subject=subject,
        grades=found,
        evidence=() if place is None else seen[place].evidence,
        needed=None if place is None else _needed(asked[place][1], seen[place].evidence, facts),
        readings=readings_used(grading.questions, grading.interpretations(), taken),
        on=facts.on,
    )


def _highest(grades: tuple[GradeFound, ...], truths: set[Truth]) -> str | None:
    """Return the key of the last grade of those, from the first, that are so."""
    keys = [one.grade.key for one in grades if one.has in truths]
    return keys[-1] if keys else None


def _needed(criterion: Criterion, evidence: tuple[Evidence, ...], facts: Facts) -> Criterion | None:
    """Return what is left of a criterion once the facts against it are set free."""
    against = [one for one in witnesses(evidence) if one.truth is Truth.FALSE]
    for free in (map(_in_the_way, against), (one.facts for one in against)):
        paths = frozenset(chain.from_iterable(free))
        left = residual(criterion, facts.subject, free=paths, on=facts.on)
        if can_hold(left):
            return left
    return None


def _in_the_way(piece: Evidence) -> tuple[str, ...]:
    node = piece.required.part if isinstance(piece.required, Not) else piece.required
    if not (isinstance(node, Linear) and isinstance(piece.observed, Tally)):
        return piece.facts
    return in_the_way(node, piece.observed, positive=node is piece.required)
