"""Turn results into text for people, in Chinese or English. Text is never parsed back."""

from collections.abc import Iterable, Iterator
from typing import Any, assert_never

from careplan.errors import check_language
from careplan.evaluation import Evidence
from careplan.messages import join, say
from careplan.nodes import TRUE, Leaf, Not, Quantified
from careplan.progress import LedgerProgress, RowProgress, TargetProgress, TotalProgress
from careplan.routing import PathStep, RegistrationPath, RegistrationPaths
from careplan.scoring import Score
from careplan.sources import Clause, Force, Modality, Reading, Text
from careplan.targets import Milestone
from careplan.truth import Outcome, Truth
from careplan.verdicts import (
    Assessment,
    BenefitFinding,
    Change,
    Finding,
    Remedy,
)
from careplan.wording import describe, label, requirement, value_text

INDENT = "  "


Explained = (
    Assessment
    | Finding
    | BenefitFinding
    | Remedy
    | Score
    | TargetProgress
    | LedgerProgress
    | RowProgress
    | TotalProgress
    | RegistrationPaths
    | RegistrationPath
)


def explain(result: Any, language: str) -> str:
    """Say a result in "zh" or "en", line by line; raises NotFound for another language."""
    check_language(language)
    return "\n".join(_lines(result, language))


def _lines(result: Explained, language: str) -> Iterator[str]:
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
        case LedgerProgress():
            yield from _ledger(result, language)
        case RowProgress():
            yield _row(result, language)
        case TotalProgress():
            yield _total(result, language)
        case RegistrationPaths():
            yield from _registration(result, language)
        case RegistrationPath():
            yield from _path(result, language)
        case _:
            assert_never(result)


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


def _ledger(progress: LedgerProgress, language: str) -> Iterator[str]:
    ledger = progress.ledger
    head = say("ledger", language, title=ledger.title, locator=ledger.clause.locator)
    yield f"{head} {say('as_of', language, on=progress.on)}"
    if ledger.note is not None:
        yield INDENT + ledger.note.get(language)
    yield from _indented(_row(row, language) for row in progress.rows)
    yield INDENT + _total(progress.total, language)


def _row(row: RowProgress, language: str) -> str:
    said = say(
        "ledger.row",
        language,
        locality=row.locality,
        outcome=row.outcome,
        reached=row.reached,
        due=_milestone(row.due, language),
        next=_milestone(row.next, language),
    )
    notes = [say("ledger.stale", language)] if row.stale else []
    if row.short_of_due:
        notes.append(say("ledger.short_of_due", language, short=row.short_of_due))
    if row.short_of_next:
        pace = row.pace_per_month
        notes.append(say("ledger.short_of_next", language, short=row.short_of_next, pace=pace))
    return join([said, *notes], language)


def _total(total: TotalProgress, language: str) -> str:
    high = total.high if total.high is not None else say("ledger.no_bound", language)
    return say(
        "ledger.total",
        language,
        outcome=total.outcome,
        reported=total.reported,
        localities=total.localities,
        low=total.low,
        high=high,
        due=_milestone(total.due, language),
        next=_milestone(total.next, language),
    )


def _milestone(milestone: Milestone | None, language: str) -> str:
    if milestone is None:
        return say("empty", language)
    code = "milestone.derived" if milestone.derived else "milestone"
    return say(code, language, slots=milestone.slots, due=milestone.due)


def _registration(found: RegistrationPaths, language: str) -> Iterator[str]:
    code = (
        "registration"
        if found.registration is not None and found.registration.routes
        else ("registration.none")
    )
    yield say(code, language, document=found.document, count=len(found.paths))
    lines: list[str] = []
    for path in found.paths:
        lines += _path(path, language)
    if found.conflict is not None:
        facts = join(
            (f"{_name(e, language)} {_observed(e, language)}" for e in found.conflict), language
        )
        lines.append(say("registration.conflict", language, facts=facts))
    if not found.registration_stated:
        lines.append(say("registration.not_stated", language))
    for code in ("managed_by", "supervised_by", "guided_by", "filing_office", "deferred_to"):
        value = getattr(found, code)
        if value is not None:
            lines.append(say(f"registration.{code}", language, value=value))
    if found.unassigned:
        lines.append(say("registration.unassigned", language, value=found.unassigned))
    if found.missing:
        noun = type(found.subject)
        named = (
            say("fact", language, label=label(noun, (path,), language), path=path)
            for path in found.missing
        )
        lines.append(say("registration.missing", language, facts=join(named, language)))
    yield from _indented(lines)
    yield from _readings(found.readings, language)


def _path(path: RegistrationPath, language: str) -> Iterator[str]:
    yield say(
        "path",
        language,
        registrar=path.registrar,
        level=path.level,
        locator=path.clause.locator,
        number=path.route.id,
    )
    if path.condition != TRUE:
        yield INDENT + say("path.if", language, condition=describe(path.condition, language))
    if path.business_scope is not None:
        yield INDENT + say("path.scope", language, scope=path.business_scope)
    yield from _indented(_step(step, language) for step in path.steps)


def _step(step: PathStep, language: str) -> str:
    limit = say("step.no_limit", language)
    if step.time_limit_days is not None:
        limit = say("step.limit", language, days=step.time_limit_days)
    return say(
        "step",
        language,
        action=step.action,
        actor=step.actor,
        before=step.before,
        locator=step.clause.locator,
        limit=limit,
    )
