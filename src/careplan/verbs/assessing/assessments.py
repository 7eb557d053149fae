"""What a plan says about a subject: its findings in the document's order."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, TypeVar

import attrs

from careplan.base.errors import NotFound, check_type, look_up
from careplan.base.frozenmap import frozen
from careplan.base.messages import say
from careplan.base.text import Text
from careplan.base.truth import Outcome, Truth
from careplan.display.cells import Row
from careplan.display.lazily import Lazily, source_of
from careplan.display.result import Result
from careplan.documents.clauses import Force, Reading
from careplan.documents.plan import Plan
from careplan.documents.wording.made import made_lines
from careplan.fields.shapes import aside, left_out
from careplan.fields.subjects import About, Subject, Subject_co
from careplan.verbs.assessing.findings import (
    BenefitFinding,
    DefinitionFinding,
    Finding,
    Found,
)
from careplan.verbs.assessing.ladders import LadderFinding
from careplan.verbs.assessing.showing import view_by
from careplan.verbs.chaining.answered import Answered, answered_cells

if TYPE_CHECKING:
    from careplan.display.views.parts import Detail, View


class _Outcome(Lazily):
    """Keeps the outcome, which is no field: it says nothing that the findings do not."""

    __slots__ = ("_outcome",)
    _outcome: Outcome


@frozen(kw_only=True, repr=False)
class Assessment(_Outcome, Result, About[Subject_co]):
    """What a plan says about a subject: findings in the document's order, benefits, readings.

    A ladder of duties is one finding, and each of its rungs is found under its own number.
    `definitions` says which terms of the document the subject falls under. `on` is the day asked,
    if it was given: up to it time is counted where the document counts it, and what is not in
    force on it is left out: `not_in_force` names it. `in_force` says whether the document is, on
    that day; one that is not, or of which nobody knows, is asked all the same. `plan` is the plan
    that was asked, None in an answer that was read from JSON. `only` are the numbers below which
    it was narrowed, if it was. `answered` is what other plans answered for this one, of the facts
    that it reads, where the caller asked for that; `subject` is what the caller gave.
    """

    plan_id: str
    document: Text
    subject: Subject_co
    findings: tuple[Finding | LadderFinding, ...]
    benefits: tuple[BenefitFinding, ...]
    definitions: tuple[DefinitionFinding, ...] = ()
    readings: tuple[Reading, ...]
    on: date | None = None
    in_force: Truth | None = attrs.field(default=None, metadata=left_out())
    not_in_force: tuple[str, ...] = attrs.field(default=(), metadata=left_out())
    may_be_superseded_by: Text | None = attrs.field(default=None, metadata=left_out())
    answered: tuple[Answered, ...] = attrs.field(default=(), metadata=left_out())
    plan: Plan | None = aside()
    only: tuple[str, ...] = aside(())

    @property
    def outcome(self) -> Outcome:
        """NOT_MET if a binding finding is, else UNKNOWN if one is, else MET.

        NOT_APPLICABLE if no binding rule applies. Advice and benefits do not count.
        """
        known = getattr(self, "_outcome", None)
        if known is None:  # it was made by hand, or of another
            known = worst_of(one.outcome for one in self.findings if one.force is Force.BINDING)
            object.__setattr__(self, "_outcome", known)
        return known

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts to state next: those of every binding finding that is still unknown."""
        source = source_of(self)
        if source is not None:  # no finding is made for it
            missing: tuple[str, ...] = source.missing()
            return missing
        binding = (f for f in self.findings if f.force is Force.BINDING)
        return tuple(dict.fromkeys(path for finding in binding for path in finding.missing))

    @property
    def found(self) -> tuple[Found, ...]:
        """All of it: findings, then benefits, then definitions."""
        return (*self.findings, *self.benefits, *self.definitions)

    def finding(self, number: str) -> Finding | LadderFinding:
        """Return the finding of a clause number such as "4.1.b"; raises NotFound.

        The number of a rung, too: its finding is about that rung alone.
        """
        return _by_number(tuple(_each(self.findings)), number)

    def benefit(self, number: str) -> BenefitFinding:
        """Return the benefit of a clause number such as "3.2.a"; raises NotFound."""
        return _by_number(self.benefits, number)

    def definition(self, number: str) -> DefinitionFinding:
        """Return whether the subject falls under the term a clause defines; raises NotFound."""
        return _by_number(self.definitions, number)

    def under(self, number: str) -> "Assessment[Subject_co]":
        """Return the same assessment of only the clauses numbered `number` or below it."""
        check_type(number, str, "number")
        found = narrowed(self, number)
        if not found.found:
            known = (*_each(self.findings), *self.benefits, *self.definitions)
            raise NotFound("finding", number, [found.number for found in known])
        return found

    def _view(self, language: str, detail: "Detail") -> "View":
        return view_by("assessed.assessment_view", self, language, detail)

    def _made(self, language: str) -> tuple[str, ...]:
        return made_lines(language, self.plan, on=self.on, readings=self.readings)

    def _lines(self, language: str) -> Iterator[str]:
        yield say("assessment", language, document=self.document, outcome=self.outcome)

    def _rows(self) -> Iterator[Row]:
        return self.rows(answered=bool(self.answered))

    def rows(self, *, answered: bool) -> Iterator[Row]:
        """Yield its rows; with `answered` each has a column for what other plans answered."""
        more = answered_cells(()) if answered else {}
        for found in self.found:
            for row in found.records():
                yield {"plan_id": self.plan_id, **row, **{key: row.get(key) for key in more}}


def worst_of(outcomes: Iterable[Outcome]) -> Outcome:
    """Return NOT_MET if any is, else UNKNOWN, else MET; NOT_APPLICABLE if there is none such."""
    found = frozenset(outcomes)
    return next((one for one in _WORST_FIRST if one in found), Outcome.NOT_APPLICABLE)


_WORST_FIRST = (Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.MET)


def narrowed(assessment: Assessment[Subject], number: str) -> Assessment[Subject]:
    """Return what `under` does, be it nothing: under another reading nothing may stand there."""
    findings = tuple(f for one in assessment.findings for f in _parts_under(one, number))
    benefits = tuple(b for b in assessment.benefits if _is_under(b, number))
    definitions = tuple(d for d in assessment.definitions if _is_under(d, number))
    kept: tuple[Found, ...] = (*findings, *benefits, *definitions)
    used = {reading for found in kept for reading in found.readings}
    return attrs.evolve(
        assessment,
        findings=findings,
        benefits=benefits,
        definitions=definitions,
        readings=tuple(reading for reading in assessment.readings if reading in used),
        not_in_force=tuple(one for one in assessment.not_in_force if _below(one, number)),
        only=(*assessment.only, number),
    )


def _each(findings: Iterable[Finding | LadderFinding]) -> Iterator[Finding | LadderFinding]:
    """Yield each finding, and behind a ladder its rungs."""
    for finding in findings:
        yield finding
        if isinstance(finding, LadderFinding):
            yield from finding.rungs


def _parts_under(
    finding: Finding | LadderFinding, prefix: str
) -> Iterator[Finding | LadderFinding]:
    """Yield a finding if it is numbered so, or else those of its rungs that are."""
    if _is_under(finding, prefix):
        yield finding
    elif isinstance(finding, LadderFinding):
        yield from (rung for rung in finding.rungs if _is_under(rung, prefix))


def _is_under(finding: Found, prefix: str) -> bool:
    return any(_below(number, prefix) for number in finding.numbers)


def _below(number: str, prefix: str) -> bool:
    return number == prefix or number.startswith((f"{prefix}.", f"{prefix}/"))


_F = TypeVar("_F", bound=Found)


def _by_number(findings: tuple[_F, ...], number: object) -> _F:
    # A clause of several parts, or told twice, is asked for by its number: the part that
    # applies answers, the first of them if several do.
    known: dict[str, _F] = {}
    for finding in findings:
        for name in (*finding.numbers, finding.clause.number):
            if name not in known or _is_idle(known[name]):
                known[name] = finding
    known.update({finding.number: finding for finding in findings})
    return look_up("finding", number, known)


def _is_idle(finding: Found) -> bool:
    return (
        isinstance(finding, Finding | LadderFinding) and finding.outcome is Outcome.NOT_APPLICABLE
    )
