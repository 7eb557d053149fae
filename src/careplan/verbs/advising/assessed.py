"""An assessment shown: the answer, what was stated, what is wrong, what to ask, and the rest."""

from collections.abc import Iterator

import attrs

from careplan.base.messages import join, say, show
from careplan.base.truth import Outcome
from careplan.display.views.parts import Answer, Detail, Listing, Nested, Part, View
from careplan.display.views.words import Words
from careplan.documents.clauses import Force
from careplan.documents.wording.citing import reading_lines
from careplan.fields.declaring import noun_label
from careplan.verbs.advising.breaches import Duty, bound, breaches_part, broken
from careplan.verbs.advising.noting import note_of, notes_of, source_of, title_of
from careplan.verbs.advising.offers import (
    advice_part,
    benefits_part,
    definitions_part,
    idle,
    kept_part,
)
from careplan.verbs.advising.phrasing import (
    MARK_OF,
    begun,
    clause_item,
    ended,
    is_empty,
    listing,
    nothing,
    small,
    word_of,
    wrongs,
)
from careplan.verbs.advising.questions import (
    Question,
    Waiting,
    ask_of,
    questions_of,
    questions_part,
    waits,
)
from careplan.verbs.advising.rereading import alternatives, readings_part
from careplan.verbs.advising.stating import stated_part
from careplan.verbs.assessing.assessments import Assessment
from careplan.verbs.assessing.several import Assessments

# So many breaches are said in the sentence that answers; of more, the first and how many more.
MOST_SAID = 3


def assessment_view(assessment: Assessment, language: str, detail: Detail) -> View:
    """Return how an assessment is shown."""
    parts: tuple[Part, ...] = ()
    notes: tuple[str, ...] = ()
    if detail is not Detail.SHORT:
        parts = tuple(_parts(assessment, language, detail))
        notes = tuple(ended(one, language) for one in notes_of(assessment, language, detail))
    return View(
        title=title_of(assessment.subject, language),
        source=source_of(assessment.plan, assessment.document, language),
        answer=answer_of(assessment, language),
        parts=parts,
        notes=notes,
    )


def answer_of(assessment: Assessment, language: str) -> Answer:
    """Return the sentence that answers, behind the outcome."""
    outcome = assessment.outcome
    mark, word = MARK_OF[outcome], word_of(outcome, language)
    return Answer(_sentence(assessment, language), mark, word)


def _sentence(assessment: Assessment, language: str) -> str:
    asked = questions_asked(assessment)
    match assessment.outcome:
        case Outcome.NOT_MET:
            return _wrong(assessment, asked, language)
        case Outcome.UNKNOWN:
            first = ask_of(assessment.subject, asked[0], language)
            code = "assessed.state" if len(asked) > 1 else "assessed.state.one"
            return say(code, language, count=len(asked), question=first)
        case Outcome.MET:
            met = [one for one in assessment.findings if _counts(one, Outcome.MET)]
            code = "assessed.all_kept" if len(met) > 1 else "assessed.all_kept.one"
            return say(code, language, count=len(met))
        case _ if not assessment.found:
            return say("assessment.silent", language)
        case _ if not any(one.force is Force.BINDING for one in assessment.findings):
            return say("assessed.no_duty", language)
        case _:
            return say("assessed.none_applies", language)


def _counts(finding: Duty, outcome: Outcome) -> bool:
    return finding.force is Force.BINDING and finding.outcome is outcome


def _wrong(assessment: Assessment, asked: tuple[Question, ...], language: str) -> str:
    """Say what is wrong, each thing once, and how much is still to be stated."""
    seen = dict.fromkeys(
        said
        for one in broken(assessment)
        for said in wrongs(bound(one).requires_evidence, language)
    )
    said = (
        [begun(next(iter(seen)), language), *list(seen)[1:MOST_SAID]]
        if seen
        else [say("assessed.broken.count", language, count=len(broken(assessment)))]
    )
    if len(seen) > MOST_SAID:
        said.append(say("assessed.wrong.more", language, count=len(seen) - MOST_SAID))
    if asked:
        code = "assessed.also" if len(asked) > 1 else "assessed.also.one"
        said.append(say(code, language, count=len(asked)))
    return say("assessed.sentence", language, said=say("way.joint", language).join(said))


def waiting_in(assessment: Assessment) -> Iterator[Waiting]:
    """Yield the binding duties that wait for facts."""
    for one in assessment.findings:
        if one.force is Force.BINDING and one.missing:
            yield waits(one)


def questions_asked(assessment: Assessment) -> tuple[Question, ...]:
    """Return the questions that are open for the binding duties."""
    return questions_of(waiting_in(assessment))


def _parts(assessment: Assessment, language: str, detail: Detail) -> Iterator[Part]:
    subject = assessment.subject
    yield stated_part(subject, assessment.on, language)
    if not assessment.found:
        return
    yield breaches_part(assessment, language)
    yield questions_part(subject, questions_asked(assessment), language)
    yield from further_parts(assessment, language)
    yield readings_part(alternatives(assessment), language)
    if detail is Detail.ALL:
        yield from all_parts(assessment, language)


def further_parts(assessment: Assessment, language: str) -> Iterator[Part]:
    """Yield what is kept, advised and open to the subject."""
    yield kept_part(assessment, language)
    parts = (advice_part(assessment, language), benefits_part(assessment, language))
    yield from (one for one in parts if one is not None)
    if not assessment.findings and not assessment.benefits:
        terms = definitions_part(assessment, language)
        if terms is not None:
            yield terms


def all_parts(assessment: Assessment, language: str) -> Iterator[Part]:
    """Yield what does not apply, under which terms the subject falls, and all looked at."""
    items = (
        clause_item(
            MARK_OF[Outcome.NOT_APPLICABLE],
            one.clause,
            language,
            *small(note_of(one, language), language),
        )
        for one in idle(assessment)
    )
    yield listing(say("assessed.idle", language), items, language)
    terms = definitions_part(assessment, language)
    if terms is not None and (assessment.findings or assessment.benefits):
        yield terms
    lines = [line for one in assessment.found for line in one.told(language)]
    yield Part(say("assessed.evidence", language), (Nested(tuple(lines)),))
    taken = tuple(reading_lines(assessment.readings, language))
    block = Nested(taken) if taken else nothing(language)
    yield Part(say("assessed.all_readings", language), (block,))


def assessments_view(several: Assessments, language: str, detail: Detail) -> View:
    """Return how assessments by several plans are shown: the worst outcome, then each."""
    listed = several.assessments
    parts: tuple[Part, ...] = ()
    notes: tuple[str, ...] = ()
    if detail is not Detail.SHORT:
        parts = tuple(_parts_of_several(several, language, detail))
        notes = tuple(_notes_of_several(several, language, detail))
    noun = noun_label(type(listed[0].subject)) if listed else say("assessed.subject", language)
    answer = Answer(
        _sentence_of_several(several, language),
        MARK_OF[several.outcome],
        word_of(several.outcome, language),
    )
    title = begun(say("assessed.title", language, noun=noun), language)
    return View(
        title=title, source=_sources(several, language), answer=answer, parts=parts, notes=notes
    )


def _sources(several: Assessments, language: str) -> Words:
    titles = join((show(one.document, language) for one in several), language)
    return say("assessed.source", language, document=titles) if len(several) else ""


def _sentence_of_several(several: Assessments, language: str) -> str:
    if not len(several):
        return say("assessed.several.none", language)
    told = (
        say("view.pair", language, label=one.document, value=word_of(one.outcome, language))
        for one in several
    )
    said = say("way.joint", language).join(told)
    return say("assessed.sentence", language, said=said)


def _parts_of_several(several: Assessments, language: str, detail: Detail) -> Iterator[Part]:
    for first in several.assessments[:1]:
        yield stated_part(first.subject, several.on, language)
    wrong = [one for one in several if broken(one)]
    yield from (_part_of(one, language, breaches_part(one, language)) for one in wrong)
    for first in several.assessments[:1]:
        if not wrong:
            yield breaches_part(first, language)
        asked = questions_of(
            attrs.evolve(waiting, locator=_placed(one, waiting.locator, language))
            for one in several
            for waiting in waiting_in(one)
        )
        yield questions_part(first.subject, asked, language)
    for one in several:
        parts = [*further_parts(one, language)]
        if found := alternatives(one):
            parts.append(readings_part(found, language))
        if detail is Detail.ALL:
            parts += all_parts(one, language)
        # Of each document only what it says: there would be a page of nothing.
        yield from (_part_of(one, language, each) for each in parts if not is_empty(each, language))
    if several.not_asked:
        lines = tuple(begun(one.told(language), language) for one in several.not_asked)
        yield Part(say("assessed.not_asked", language), (Listing(lines),))


def _part_of(assessment: Assessment, language: str, part: Part) -> Part:
    """Return a part with the document in its heading."""
    label = show(assessment.document, language)
    return attrs.evolve(part, title=say("view.pair", language, label=label, value=part.title))


def _placed(assessment: Assessment, locator: str, language: str) -> str:
    return say("assessed.of_document", language, document=assessment.document, locator=locator)


def _notes_of_several(several: Assessments, language: str, detail: Detail) -> Iterator[str]:
    for one in several:
        for note in notes_of(one, language, detail):
            yield ended(say("view.pair", language, label=one.document, value=note), language)
