"""What every display of an answer says beside it: its title, on what it stands, its notes."""

from collections.abc import Iterator
from datetime import date

from careplan.base.messages import join, say
from careplan.base.text import Text
from careplan.base.truth import Outcome, Truth
from careplan.display.views.parts import Detail
from careplan.display.views.words import Words
from careplan.documents.clauses import Document, Force
from careplan.documents.plan import Plan
from careplan.documents.wording.citing import in_force_lines, known_lines
from careplan.fields.declaring import Noun, noun_label
from careplan.verbs.advising.breaches import about
from careplan.verbs.advising.offers import idle
from careplan.verbs.advising.phrasing import begun
from careplan.verbs.assessing.assessments import Assessment


def title_of(subject: Noun, language: str) -> str:
    """Return what is shown: the checklist of what is assessed."""
    return begun(say("assessed.title", language, noun=noun_label(type(subject))), language)


def source_of(plan: Plan | None, document: Text, language: str) -> Words:
    """Return on what an answer stands: the document, and its number if it has one."""
    return source_of_document(None if plan is None else plan.document, document, language)


def source_of_document(document: Document | None, title: Text, language: str) -> Words:
    """Return on what an answer stands: a document by its title, and its number if it has one."""
    if document is None or document.number is None:
        return say("assessed.source", language, document=title)
    number = document.number
    return say("assessed.source.number", language, document=title, number=number)


def note_of(found: object, language: str) -> Iterator[str]:
    """Yield the note that a finding has, if it has one."""
    note = getattr(found, "note", None)
    if note is not None:
        yield note.get(language)


def notes_of(assessment: Assessment, language: str, detail: Detail) -> Iterator[str]:
    """Yield what a reader must know beside: validity, what is left out, what was not looked at."""
    held, out, plan, on = (
        assessment.in_force,
        assessment.not_in_force,
        assessment.plan,
        assessment.on,
    )
    yield from validity_notes(held, out, plan, on, language)
    if assessment.may_be_superseded_by is not None:
        other = assessment.may_be_superseded_by
        yield say("assessments.may_be", language, document=assessment.document, other=other)
    for one in assessment.findings:  # the others say it where they stand
        if one.force is Force.BINDING and one.outcome is Outcome.UNKNOWN:
            for line in about(one, language):
                yield say("assessed.note", language, locator=one.clause.locator, note=line)
    left = idle(assessment)
    if detail is not Detail.ALL:
        if assessment.outcome is Outcome.NOT_APPLICABLE:  # what may be misread as exempt
            yield from dict.fromkeys(
                say("assessed.note", language, locator=one.clause.locator, note=note)
                for one in left
                for note in note_of(one, language)
            )
        if left:
            code = "assessed.left_out" if len(left) > 1 else "assessed.left_out.one"
            yield say(code, language, count=len(left))
    yield from known_lines((one.clause for one in assessment.found if one not in left), language)
    if assessment.plan is None and assessment.readings:
        yield say("assessed.without_plan", language)


def validity_notes(
    in_force: Truth | None,
    left_out: tuple[str, ...],
    plan: Plan | None,
    on: date | None,
    language: str,
) -> Iterator[str]:
    """Yield whether the document is in force on the day, and what of it is not."""
    yield from (line.strip() for line in in_force_lines(in_force, on, language))
    if not left_out:
        return
    if plan is None:
        yield say("assessed.lapsed.count", language, on=on, count=len(left_out))
        return
    cited = (*plan.rules, *plan.ladders, *plan.benefits, *plan.definitions)
    places = dict.fromkeys(one.clause.locator for one in cited if one.id in left_out)
    yield say("assessed.lapsed", language, on=on, locators=join(places, language))
