"""The display of registration paths: the answer, questions, paths, steps, who is in charge."""

from collections.abc import Iterator

import careplan.display.views.parts as p
from careplan.base.messages import join, say
from careplan.base.text import Labelled, Text
from careplan.base.truth import Truth
from careplan.criteria.evidence import witnesses
from careplan.criteria.wording.asking import fact_question
from careplan.display.phrases import seen_text
from careplan.display.views.headings import numeral
from careplan.display.views.parts import cell, line, part
from careplan.display.views.words import Mark, Strong, Tag, Words
from careplan.documents.wording.citing import Otherwise, readings_part, source_of
from careplan.fields.declaring import noun_label
from careplan.nouns.applicants import Applicant
from careplan.nouns.bodies import Party
from careplan.verbs.registering.finding import Found
from careplan.verbs.registering.narrowing import (
    Left,
    left_by_answers,
    read_as_taken,
    read_otherwise,
)
from careplan.verbs.registering.path import RegistrationPath
from careplan.verbs.registering.possible import Possible
from careplan.verbs.registering.walking import alike, walked


def paths_view(one: Possible, language: str, detail: p.Detail) -> p.View:
    """Return the display of registration paths."""
    document = None if one.plan is None else one.plan.document
    # What was read from JSON knows the title alone.
    source = source_of(document, language) or source_of(None, language, one.document.get(language))
    parts = [*_not_in_force(one, language), *_asked(one, language), *_paths(one, language)]
    parts += [*_steps(one, language), *_in_charge(one, language)]
    parts += _readings(one, language, everything=detail is p.Detail.ALL)
    grounds = tuple(ground.get(language) for ground in one.grounds)
    return p.View(
        title=say("view.paths.title", language, noun=_noun(one)),
        source=source,
        answer=_answer(one, language),
        parts=tuple(parts),
        notes=grounds,
    )


def _noun(one: Possible) -> Text:
    """Return what registers: an institution, where an applicant asks."""
    noun = type(one.subject)
    return Party.INSTITUTION.label if noun is Applicant else noun_label(noun)


# --- the answer -----------------------------------------------------------------------------


def _answer(one: Possible, language: str) -> p.Answer:
    count, noun = len(one.paths), _noun(one)
    if one.conflict is not None:
        seen = dict.fromkeys(seen_text(each, language) for each in witnesses(one.conflict))
        said = say("view.paths.conflict", language, facts=join(seen, language))
        return p.Answer(said, Mark.BAD, say("view.paths.conflict.word", language))
    if not (one.registration_stated and one.registration and one.registration.routes):
        said = say("view.paths.not_stated", language, noun=noun)
        return p.Answer(said, Mark.NONE, say("view.paths.not_stated.word", language))
    if count == 0:
        said = say("view.paths.none", language)
        return p.Answer(said, Mark.NONE, say("view.paths.none.word", language))
    if one.missing:
        asked = len(one.missing)
        code = "view.paths.open" if count > 1 else "view.paths.one_open"
        said = say(code, language, noun=noun, count=count, asked=asked)
        return p.Answer(said, Mark.OPEN, say("view.path.open", language))
    settled = say("view.path.settled", language)
    if count == 1:
        office = one.paths[0].office(language)
        return p.Answer(say("view.path.at", language, office=office), Mark.GOOD, settled)
    offices = join(dict.fromkeys(path.office(language) for path in one.paths), language)
    return p.Answer(say("view.paths.any", language, offices=offices), Mark.GOOD, settled)


def _not_in_force(one: Possible, language: str) -> Iterator[p.Part]:
    if one.in_force is Truth.FALSE or one.in_force is Truth.UNKNOWN:
        said = say(f"in_force.{one.in_force.value}", language, on=one.on)
        mark = Mark.BAD if one.in_force is Truth.FALSE else Mark.OPEN
        yield part("", p.Paragraph(Tag(mark, said)))


# --- questions, each with what its answers leave --------------------------------------------


def _asked(one: Possible, language: str) -> Iterator[p.Part]:
    listed = list(dict.fromkeys((*one.missing, *(m for path in one.paths for m in path.missing))))
    if not listed:
        return
    heads = (
        p.Head(say("view.common.number", language), p.Role.NUMBER),
        p.Head(say("view.common.question.head", language), p.Role.NAME),
        p.Head(say("view.paths.head.answer", language)),
        p.Head(say("view.paths.head.left", language)),
    )
    lines = [
        each
        for number, path in enumerate(listed, start=1)
        for each in _question(one, path, number, language)
    ]
    title = say("view.common.asked", language, count=len(listed))
    yield part(title, p.Grid(title, heads, tuple(lines), one_line=True))


def _question(one: Possible, path: str, number: int, language: str) -> Iterator[p.Line]:
    noun = type(one.subject)
    asked: Words = Tag(Mark.OPEN, fact_question(noun, path, language))
    answers = left_by_answers(one, path) if path in one.missing and one.paths else ()
    if not answers:
        beside = "" if path in one.missing else say("view.paths.beside", language)
        yield line(str(number), asked, "", beside)
        return
    height = len(answers)
    first: tuple[p.Entry | None, ...] = (cell(str(number), down=height), cell(asked, down=height))
    for answer in answers:
        yield line(*first, _said(answer, language), _named(one, answer.paths, language))
        first = (None, None)


def _said(left: Left, language: str) -> str:
    if isinstance(left.answer, Labelled):
        return left.answer.label.get(language)
    return say("yes" if left.answer else "no", language)


def _named(one: Possible, left: tuple[str, ...], language: str) -> str:
    """Name the paths that are left by their numbers."""
    numbers = {path.route.id: index for index, path in enumerate(one.paths, start=1)}
    known = [_numeral(numbers[name], language) for name in left if name in numbers]
    return join(known, language) if known else say("view.paths.none_left", language)


def _numeral(number: int, language: str) -> str:
    return numeral(number) if language == "zh" else str(number)


# --- paths and steps ------------------------------------------------------------------------


def path_name(index: int, language: str) -> str:
    """Name a path by its number, from 1."""
    return say("view.paths.path", language, number=_numeral(index, language))


def _paths(one: Possible, language: str) -> Iterator[p.Part]:
    if not one.paths:
        return
    scoped = any(path.scope(language) for path in one.paths)
    heads = [
        p.Head(say("view.paths.head.path", language), p.Role.NAME),
        p.Head(say("view.paths.head.office", language)),
        p.Head(say("view.paths.head.case", language)),
        *([p.Head(say("view.path.scope", language))] if scoped else []),
        p.Head(say("view.common.locator", language)),
    ]
    lines = tuple(
        line(
            path_name(index, language),
            Strong(path.office(language)),
            path.case(language),
            *([path.scope(language)] if scoped else []),
            path.clause.locator,
        )
        for index, path in enumerate(one.paths, start=1)
    )
    title = say("view.paths.paths", language, count=len(one.paths))
    yield part(title, p.Grid(title, tuple(heads), lines))


def _steps(one: Possible, language: str) -> Iterator[p.Part]:
    listed = [path for path in one.paths if path.steps]
    if not listed:
        return
    if len(listed) == 1:
        yield part(say("view.path.steps", language), walked([listed[0].steps], language))
    elif alike([(path.registrar, path.steps) for path in listed]):
        registrars = {path.registrar for path in listed}
        steps = walked([path.steps for path in listed], language, registrars=registrars)
        yield part(say("view.paths.steps.alike", language), steps)
    else:
        for index, path in enumerate(one.paths, start=1):
            name = path_name(index, language)
            title = say("view.paths.steps.of", language, path=name, office=path.office(language))
            yield part(title, walked([path.steps], language))


# --- who is in charge, and readings ---------------------------------------------------------


def _in_charge(one: Possible, language: str) -> Iterator[p.Part]:
    said = {
        say("view.paths.managed_by", language): one.managed_by,
        say("view.paths.supervised_by", language): one.supervised_by,
        say("view.paths.guided_by", language): one.guided_by,
        say("view.paths.filing_office", language): one.filing_office,
    }
    pairs = [(label, body.label.get(language)) for label, body in said.items() if body is not None]
    if one.deferred_to is not None:
        pairs.append((say("view.paths.deferred_to", language), one.deferred_to))
    if one.unassigned:
        named = join((body.label.get(language) for body in one.unassigned), language)
        pairs.append((say("view.paths.unassigned", language), named))
    if pairs:
        yield part(say("view.paths.in_charge", language), p.Facts(tuple(pairs)))


def _readings(one: Possible, language: str, *, everything: bool) -> Iterator[p.Part]:
    listed = []
    taken = _result(read_as_taken(one).paths) if one.readings else ()
    for reading, option, found in read_otherwise(one):
        changed = _result(found.paths) != taken
        if changed or everything:
            effect = _effect(one, found, language, changed=changed)
            listed.append(Otherwise(reading, option, effect))
    yield from readings_part(listed, language)


def _result(paths: tuple[RegistrationPath, ...]) -> tuple[object, ...]:
    return tuple((each.route.id, each.business_scope, each.unworded) for each in paths)


def _effect(one: Possible, found: Found, language: str, *, changed: bool) -> str:
    """Say what another reading would change: which paths there are, or what is registered."""
    if not changed:
        return say("view.common.reading.same", language)
    ids = [[path.route.id for path in paths] for paths in (one.paths, found.paths)]
    if ids[0] != ids[1]:
        offices = join(dict.fromkeys(path.office(language) for path in found.paths), language)
        return say("view.paths.becomes", language, count=len(found.paths), offices=offices)
    scopes = dict.fromkeys(filter(None, (path.scope(language) for path in found.paths)))
    return say("view.paths.scope_becomes", language, scopes=join(scopes, language))
