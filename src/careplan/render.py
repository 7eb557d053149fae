"""Turn results into text for people, in Chinese or English. Text is never parsed back."""

from collections.abc import Iterable, Iterator

from careplan.errors import check_language
from careplan.evaluation import Evidence
from careplan.messages import join, say, show
from careplan.nodes import Leaf, Not, Quantified
from careplan.progress import TargetProgress
from careplan.scoring import Score
from careplan.sources import Clause, Force, Modality, Reading, Text
from careplan.truth import Outcome, Truth
from careplan.verdicts import (
    Assessment,
    BenefitFinding,
    Change,
    Finding,
    Remedy,
    Result,
)
from careplan.wording import describe, label, requirement, value_text

INDENT = "  "


def explain(result: Result, language: str) -> str:
    """Say a result in "zh" or "en", line by line; raises NotFound for another language."""
    check_language(language)
    return "\n".join(_lines(result, language))


def _lines(result: object, language: str) -> Iterator[str]:
    match result:
        case Assessment():
            yield from _assessment(result, language)
        case Finding():
            yield from _finding(result, language)
            yield from _readings(result.readings, language)
        case BenefitFinding():
            yield from _benefit(result, language)
            yield from _readings(result.readings, language)
        case Remedy():
            yield from _remedy(result, language)
        case Score():
            yield from _score(result, language)
        case TargetProgress():
            yield from _target(result, language)
        case _:
            yield show(result, language)


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (INDENT + line for line in lines)


def _clause(clause: Clause, number: str, outcome: object, language: str) -> str:
    return say(
        "clause",
        language,
        locator=clause.locator,
        number=number,
        summary=clause.summary,
        outcome=outcome,
    )


def _assessment(assessment: Assessment, language: str) -> Iterator[str]:
    yield say("assessment", language, document=assessment.document, outcome=assessment.outcome)
    if not assessment.findings and not assessment.benefits:
        yield INDENT + say("assessment.silent", language)
    for finding in assessment.findings:
        yield from _indented(_finding(finding, language))
    for benefit in assessment.benefits:
        yield from _indented(_benefit(benefit, language))
    evidence = (piece for finding in assessment.findings for piece in _seen(finding))
    yield from _missing(assessment.missing, evidence, language)
    yield from _readings(assessment.readings, language)


def _finding(finding: Finding, language: str) -> Iterator[str]:
    yield _clause(finding.clause, finding.number, finding.outcome, language)
    if finding.force is Force.ADVISORY:
        yield INDENT + _advisory(finding, language)
    yield from _indented(_evidence("applies", finding.applies_evidence, language))
    if finding.outcome is not Outcome.NOT_APPLICABLE:
        yield from _indented(_evidence("requires", finding.requires_evidence, language))
    elif finding.rule.otherwise is not None:
        yield INDENT + finding.rule.otherwise.get(language)
    yield from _indented(_missing(finding.missing, _seen(finding), language))


def _seen(finding: Finding) -> tuple[Evidence, ...]:
    return (*finding.applies_evidence, *finding.requires_evidence)


def _advisory(finding: Finding, language: str) -> str:
    reason = finding.rule.advisory
    if reason is None:
        modality = finding.clause.modality
        reason = Text(
            zh=say("advisory.modality", "zh", modality=modality),
            en=say("advisory.modality", "en", modality=modality),
        )
    return say("advisory", language, reason=reason)


def _benefit(found: BenefitFinding, language: str) -> Iterator[str]:
    yield _clause(found.clause, found.number, found.availability, language)
    amount = found.benefit.amount_yuan
    if amount is not None:
        yield INDENT + say("benefit.amount", language, amount=amount)
    if found.clause.modality is not Modality.MUST:
        yield INDENT + say("benefit.no_claim", language, modality=found.clause.modality)
    yield from _indented(_evidence("condition", found.evidence, language))
    yield from _indented(_missing(found.missing, found.evidence, language))


MARKS = {Truth.TRUE: "✓", Truth.FALSE: "✗", Truth.UNKNOWN: "?"}


def _evidence(part: str, evidence: Iterable[Evidence], language: str) -> Iterator[str]:
    for piece in evidence:
        yield say(
            f"evidence.{part}",
            language,
            mark=MARKS[piece.truth],
            fact=_name(piece, language),
            observed=_observed(piece, language),
            required=requirement(piece.required, language),
        )


def _looked_at(piece: Evidence) -> Leaf | Quantified:
    node = piece.required.part if isinstance(piece.required, Not) else piece.required
    assert isinstance(node, Leaf | Quantified)  # noqa: S101 - evidence is never of a join
    return node


def _name(piece: Evidence, language: str) -> str:
    node = _looked_at(piece)
    return label(node.noun, node.path, language)


def _observed(piece: Evidence, language: str) -> str:
    node = _looked_at(piece)
    return value_text(node.noun, node.path, piece.observed, language)


def _missing(
    missing: tuple[str, ...], evidence: Iterable[Evidence], language: str
) -> Iterator[str]:
    if missing:
        labels = {piece.path: _name(piece, language) for piece in evidence}
        named = (say("fact", language, label=labels[path], path=path) for path in missing)
        yield say("missing", language, facts=join(named, language))


def _readings(readings: Iterable[Reading], language: str) -> Iterator[str]:
    for reading in readings:
        others = [o.text for o in reading.interpretation.options if o != reading.option]
        yield say(
            "reading",
            language,
            question=reading.interpretation.question,
            text=reading.option.text,
            others=tuple(others),
            id=f"{reading.interpretation.id}={reading.option.id}",
        )


def _remedy(remedy: Remedy, language: str) -> Iterator[str]:
    finding = remedy.finding
    if not remedy.options:
        facts = (f"{_name(e, language)} {_observed(e, language)}" for e in remedy.fixed)
        yield say("remedy.none", language, number=finding.number, fixed=join(facts, language))
        return
    yield say("remedy", language, locator=finding.clause.locator, number=finding.number)
    for option in remedy.options:
        changes = join((_change(c, language) for c in option.changes), language)
        needed = describe(option.needed, language)
        yield INDENT + say("remedy.option", language, changes=changes, needed=needed)


def _change(change: Change, language: str) -> str:
    if change.added:
        return say("remedy.add", language, path=change.path)
    return say("remedy.change", language, path=change.path, observed=change.observed)


def _score(score: Score, language: str) -> Iterator[str]:
    yield say(
        "score" if score.low != score.high else "score.exact",
        language,
        title=score.sheet.title,
        low=score.low,
        high=score.high,
        pass_mark=score.sheet.pass_mark,
        locator=score.sheet.clause.locator,
        outcome=score.outcome,
    )
    for item in score.items:
        mark = item.low if item.low == item.high else say("score.open", language)
        yield INDENT + say(
            "score.item",
            language,
            locator=item.item.clause.locator,
            item=item.item.label,
            mark=mark,
            maximum=item.item.max_points,
        )
    if score.needed is None:
        yield INDENT + say("score.out_of_reach", language)
    else:
        code = "score.needed" if score.needed != 0 else "score.enough"
        yield INDENT + say(code, language, needed=score.needed)
    yield from _indented(_readings(score.readings, language))


def _target(progress: TargetProgress, language: str) -> Iterator[str]:
    target = progress.target
    yield _clause(target.clause, target.id, progress.outcome, language)
    yield INDENT + say(
        "target",
        language,
        title=target.title,
        figure=progress.figure,
        op=target.op,
        value=target.value,
        measure=target.measure,
        due=target.due,
    )
