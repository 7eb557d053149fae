"""Turn results into text for people, in Chinese or English. Text is never parsed back."""

from collections.abc import Iterable, Iterator
from typing import Any, assert_never

from careplan.errors import check_language
from careplan.evidence import Evidence, alternatives, exceptions, witnesses
from careplan.forms import FormCheck
from careplan.ledgers import LedgerProgress, RowProgress, TotalProgress
from careplan.messages import join, say
from careplan.nodes import any_of
from careplan.phrases import (
    INDENT,
    clause_line,
    fact_name,
    indented,
    observed_text,
    reading_lines,
)
from careplan.progress import TargetProgress
from careplan.reporting import (
    agenda_lines,
    form_lines,
    ledger_lines,
    path_lines,
    registration_lines,
    row_line,
    target_lines,
    total_line,
)
from careplan.routing import RegistrationPath, RegistrationPaths
from careplan.scheduling import Agenda
from careplan.scoring import ItemScore, Score
from careplan.sources import Force, Modality
from careplan.text import Text
from careplan.truth import Outcome, Truth
from careplan.verdicts import (
    Assessment,
    BenefitFinding,
    Change,
    DefinitionFinding,
    Finding,
    Remedy,
    RemedyOption,
)
from careplan.visible import visible
from careplan.wording import describe, fact_label, requirement

Explained = (
    Assessment
    | Finding
    | BenefitFinding
    | DefinitionFinding
    | Remedy
    | Score
    | TargetProgress
    | LedgerProgress
    | RowProgress
    | TotalProgress
    | RegistrationPaths
    | Agenda
    | FormCheck
    | RegistrationPath
)


def explain(result: Any, language: str) -> str:
    """Say a result in "zh" or "en", line by line; raises NotFound for another language.

    Whatever a text holds, it begins no line and moves no cursor: see `visible`.
    """
    check_language(language)
    return "\n".join(map(visible, _lines(result, language)))


def _lines(result: Explained, language: str) -> Iterator[str]:
    match result:
        case Assessment():
            yield from _assessment(result, language)
        case Finding():
            yield from _finding(result, language)
            yield from reading_lines(result.readings, language)
        case BenefitFinding():
            yield from _benefit(result, language)
            yield from reading_lines(result.readings, language)
        case DefinitionFinding():
            yield from _definition(result, language)
            yield from reading_lines(result.readings, language)
        case Remedy():
            yield from _remedy(result, language)
        case Score():
            yield from _score(result, language)
        case TargetProgress():
            yield from target_lines(result, language)
        case LedgerProgress():
            yield from ledger_lines(result, language)
        case RowProgress():
            yield row_line(result, language)
        case TotalProgress():
            yield total_line(result, language)
        case Agenda():
            yield from agenda_lines(result, language)
        case FormCheck():
            yield from form_lines(result, language)
        case RegistrationPaths():
            yield from registration_lines(result, language)
        case RegistrationPath():
            yield from path_lines(result, language)
        case _:
            assert_never(result)


def _assessment(assessment: Assessment, language: str) -> Iterator[str]:
    yield say("assessment", language, document=assessment.document, outcome=assessment.outcome)
    if not (assessment.findings or assessment.benefits or assessment.definitions):
        yield INDENT + say("assessment.silent", language)
    elif assessment.findings and not any(f.force is Force.BINDING for f in assessment.findings):
        yield INDENT + say("assessment.no_duty", language)
    for finding in assessment.findings:
        yield from indented(_finding(finding, language))
    for benefit in assessment.benefits:
        yield from indented(_benefit(benefit, language))
    for definition in assessment.definitions:
        yield from indented(_definition(definition, language))
    evidence = (piece for finding in assessment.findings for piece in _seen(finding))
    yield from _missing(assessment.missing, evidence, language)
    yield from reading_lines(assessment.readings, language)


def _finding(finding: Finding, language: str) -> Iterator[str]:
    yield clause_line(finding.clause, finding.number, finding.outcome, language)
    if finding.force is Force.ADVISORY:
        yield INDENT + _advisory(finding, language)
    yield from indented(_evidence("applies", finding.applies_evidence, language))
    if finding.outcome is not Outcome.NOT_APPLICABLE:
        yield from indented(_evidence("requires", finding.requires_evidence, language))
    if finding.note is not None:
        yield INDENT + finding.note.get(language)
    yield from indented(_missing(finding.missing, _seen(finding), language))


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
    yield clause_line(found.clause, found.number, found.availability, language)
    amount = found.benefit.amount_yuan
    if amount is not None:
        yield INDENT + say("benefit.amount", language, amount=amount)
    if found.modality is not Modality.MUST:
        yield INDENT + say("benefit.no_claim", language, modality=found.modality)
    yield from indented(_evidence("condition", found.evidence, language))
    yield from indented(_missing(found.missing, found.evidence, language))


# Where one alternative that holds may stand for the whole: "applies if" it does, and it does.
_SUFFICIENT = {"applies", "condition"}
# What stands under something asked of several things.
_NESTED = {"part", "exception"}
MARKS = {Truth.TRUE: "✓", Truth.FALSE: "✗", Truth.UNKNOWN: "?"}


def _definition(found: DefinitionFinding, language: str) -> Iterator[str]:
    yield say(
        "definition",
        language,
        mark=MARKS[found.falls_under],
        locator=found.clause.locator,
        number=found.number,
        term=found.definition.term,
    )
    yield from indented(_missing(found.missing, found.evidence, language))


def _evidence(part: str, evidence: Iterable[Evidence], language: str) -> Iterator[str]:
    for piece in evidence:
        yield from _piece(part, piece, language)


def _piece(part: str, piece: Evidence, language: str) -> Iterator[str]:
    """Say one thing looked at; several together under what is asked of them."""
    inside = (*piece.unless, *piece.parts)
    if part in _SUFFICIENT and inside and piece.is_any and piece.truth is Truth.TRUE:
        for inner in inside:
            yield from _piece(part, inner, language)
        return
    mark = MARKS[piece.truth]
    if piece.is_group and part in _NESTED:
        if not piece.is_any and len(inside) == 1:  # of all that is asked, this one decides
            yield from _piece(part, inside[0], language)
            return
        yield _of_what_follows(part, piece, mark, language)
    elif not piece.path or piece.is_group:
        yield _asked_together(part, piece, mark, language)
    else:
        yield say(
            f"evidence.{part}",
            language,
            mark=mark,
            fact=fact_name(piece, language),
            observed=observed_text(piece, language),
            required=requirement(piece.required, language),
        )
    for inner in piece.unless:
        beside = "part" if part in _SUFFICIENT else "exception"
        yield from indented(_piece(beside, inner, language))
    for inner in piece.parts:
        yield from indented(_piece("part", inner, language))


def _of_what_follows(part: str, piece: Evidence, mark: str, language: str) -> str:
    # What is asked is said at the top, once: said again at each level, it would outgrow the rest.
    how = "any" if piece.is_any else "all"
    if not piece.path:
        return say(f"evidence.{part}.{how}", language, mark=mark)
    return say(f"evidence.{part}.{how}_of", language, mark=mark, items=fact_name(piece, language))


def _asked_together(part: str, piece: Evidence, mark: str, language: str) -> str:
    # That a duty applies, or a benefit is open, has no exceptions: it has alternatives.
    if not piece.unless or part != "requires":
        said = describe(piece.required, language)
        return say(f"evidence.{part}.joined", language, mark=mark, required=said)
    each = alternatives(piece.required)
    unless = exceptions(each)
    rest = any_of(*(one for one in each if one not in unless))
    return say(
        "evidence.requires.unless",
        language,
        mark=mark,
        unless=describe(any_of(*unless), language),
        required=describe(rest, language),
    )


def _missing(
    missing: tuple[str, ...], evidence: Iterable[Evidence], language: str
) -> Iterator[str]:
    if missing:
        labels = {piece.path: fact_name(piece, language) for piece in witnesses(evidence)}
        named = (say("fact", language, label=labels[path], path=path) for path in missing)
        yield say("missing", language, facts=join(named, language))


def _remedy(remedy: Remedy, language: str) -> Iterator[str]:
    finding = remedy.finding
    if not remedy.options:
        against = witnesses(remedy.fixed)
        facts = (f"{fact_name(e, language)} {observed_text(e, language)}" for e in against)
        code = "remedy.cut" if remedy.cut else "remedy.none"
        yield say(code, language, number=finding.number, fixed=join(facts, language))
        return
    yield say("remedy", language, locator=finding.clause.locator, number=finding.number)
    for option in remedy.options:
        changes = join((_change(c, language) for c in option.changes), language)
        needed = describe(option.needed, language)
        said = say("remedy.option", language, changes=changes, needed=needed)
        others = tuple(number for number in option.ends if number != finding.number)
        if others:
            said += _also_ended(option, others, language)
        yield INDENT + said
    if remedy.elsewhere:
        yield INDENT + say(
            "remedy.elsewhere", language, numbers=remedy.elsewhere, number=finding.number
        )


def _also_ended(option: RemedyOption, others: tuple[str, ...], language: str) -> str:
    if option.all_ended is None or option.all_ended == option.needed:
        return say("remedy.ends", language, numbers=others)
    asked = describe(option.all_ended, language)
    return say("remedy.ends_with", language, numbers=others, needed=asked)


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
        yield from indented(indented(_unsettled(score, item, language)))
    if score.needed is None:
        yield INDENT + say("score.out_of_reach", language)
    else:
        code = "score.needed" if score.needed != 0 else "score.enough"
        yield INDENT + say(code, language, needed=score.needed)
    yield from indented(_room_ignored(score, language))
    yield from indented(reading_lines(score.readings, language))


def _unsettled(score: Score, item: ItemScore, language: str) -> Iterator[str]:
    """Name the facts of the room that would settle an item."""
    if item.missing:
        labels = {path: fact_label(type(score.room), path, language) for path in item.missing}
        named = (say("fact", language, label=labels[path], path=path) for path in labels)
        yield say("missing", language, facts=join(named, language))


def _room_ignored(score: Score, language: str) -> Iterator[str]:
    """Say that a room set no mark, and under which readings it would."""
    if not score.room_ignored:
        return
    yield say("score.room_ignored", language)
    questions = {question.id: question for question in score.sheet.questions}
    for readings in score.room_counts_under:
        texts = tuple(questions[name].option(option).text for name, option in readings.items())
        named = ", ".join(f"{name}={option}" for name, option in readings.items())
        yield say("score.room_counts", language, id=named, text=texts)
