"""What is kept, what is advised, and what support is open or may be: items below each other."""

from collections.abc import Iterator

from careplan.base.messages import say
from careplan.base.text import Text
from careplan.base.truth import Availability, Outcome, Truth
from careplan.criteria.wording.labels import fact_label
from careplan.display.views.parts import Part
from careplan.display.views.words import Mark, Words
from careplan.documents.clauses import Force, Modality
from careplan.documents.scales.amounts import yuan
from careplan.documents.wording.citing import within_lines
from careplan.fields.declaring import Noun
from careplan.verbs.advising.breaches import Duty, about, bound
from careplan.verbs.advising.phrasing import (
    MARK_OF,
    begun,
    clause_item,
    listing,
    small,
    wrongs,
)
from careplan.verbs.advising.questions import asked_beside
from careplan.verbs.assessing.assessments import Assessment
from careplan.verbs.assessing.findings import BenefitFinding, DefinitionFinding, Found
from careplan.verbs.chaining.answered import answered_lines


def kept_part(assessment: Assessment, language: str) -> Part:
    """Return the binding duties that are kept."""
    kept = (
        bound(one)
        for one in assessment.findings
        if one.force is Force.BINDING and one.outcome is Outcome.MET
    )
    items = (
        clause_item(Mark.GOOD, one.clause, language, *small(about(one, language), language))
        for one in kept
    )
    return listing(say("assessed.kept", language), items, language)


def advice_part(assessment: Assessment, language: str) -> Part | None:
    """Return what is only advised, whether it is followed; None where nothing of it applies."""
    subject = assessment.subject
    items = [
        _advice(bound(one), subject, language)
        for one in assessment.findings
        if one.force is Force.ADVISORY and one.outcome is not Outcome.NOT_APPLICABLE
    ]
    return listing(say("assessed.advice", language), items, language) if items else None


def _advice(finding: Duty, subject: Noun, language: str) -> Words:
    beside = [_reason(finding, language), *about(finding, language)]
    if finding.outcome is Outcome.NOT_MET:
        seen = wrongs(finding.requires_evidence, language)
        beside += (begun(one, language) for one in seen)
    beside += asked_beside(subject, finding.missing, language)
    # What is only advised is no breach.
    mark = Mark.TIP if finding.outcome is Outcome.NOT_MET else MARK_OF[finding.outcome]
    return clause_item(mark, finding.clause, language, *small(beside, language))


def _reason(finding: Duty, language: str) -> str:
    reason: Text | None = getattr(finding.encoded, "advisory", None)
    if reason is not None:
        return reason.get(language)
    return say("advisory.modality", language, modality=finding.clause.modality)


def benefits_part(assessment: Assessment, language: str) -> Part:
    """Return the support that is open, or may be."""
    subject = assessment.subject
    items = (
        benefit_item(one, subject, language)
        for one in assessment.benefits
        if one.availability is not Availability.NOT_OPEN
    )
    return listing(say("assessed.benefits", language), items, language)


def benefit_item(found: BenefitFinding, subject: Noun, language: str) -> Words:
    """Return a benefit: whether it is open, what it comes to, whether it can be claimed."""
    beside = [
        *answered_lines(found.answered, found.evidence, language),
        *(line.strip() for line in within_lines(found.benefit, language)),
        *_amounts(found, subject, language),
    ]
    if found.modality is not Modality.MUST:
        beside.append(say("benefit.no_claim", language, modality=found.modality))
    paths = dict.fromkeys((*found.missing, *found.missing_units))
    beside += asked_beside(subject, paths, language)
    mark = MARK_OF[found.availability]
    return clause_item(mark, found.clause, language, *small(beside, language))


def _amounts(found: BenefitFinding, subject: Noun, language: str) -> Iterator[str]:
    amount, per, total = found.benefit.amount_yuan, found.benefit.per, found.total_yuan
    if amount is not None:
        yield say("benefit.amount", language, amount=yuan(amount, per, language))
    if per is not None and total is not None and found.condition is not Truth.FALSE:
        unit = fact_label(type(subject), str(found.benefit.units), language)
        said = yuan(total, None, language)
        yield say("benefit.total", language, unit=unit, units=found.units, amount=said)


def definitions_part(assessment: Assessment, language: str) -> Part | None:
    """Return under which terms of the document the subject falls; None if it may under none."""
    subject = assessment.subject
    items = [
        _term(one, subject, language)
        for one in assessment.definitions
        if one.falls_under is not Truth.FALSE
    ]
    return listing(say("assessed.terms", language), items, language) if items else None


def _term(found: DefinitionFinding, subject: Noun, language: str) -> Words:
    term = say(f"assessed.term.{found.falls_under.value}", language, term=found.definition.term)
    beside = [
        term,
        *answered_lines(found.answered, found.evidence, language),
        *(line.strip() for line in within_lines(found.definition, language)),
        *asked_beside(subject, found.missing, language),
    ]
    mark = MARK_OF[found.falls_under]
    return clause_item(mark, found.clause, language, *small(beside, language))


def idle(assessment: Assessment) -> tuple[Found, ...]:
    """Return what does not apply, or is not open, to the subject."""
    return tuple(
        one
        for one in assessment.found
        if _state(one) in {Outcome.NOT_APPLICABLE, Availability.NOT_OPEN, Truth.FALSE}
    )


def _state(found: object) -> object:
    match found:
        case BenefitFinding():
            return found.availability
        case DefinitionFinding():
            return found.falls_under
        case _:
            return found.outcome  # type: ignore[attr-defined]
