"""What is owed, a grade, a single finding and a remedy, each shown by itself."""

from collections.abc import Iterator
from typing import Any, assert_never

from careplan.base.messages import say, show
from careplan.base.truth import Outcome, Truth
from careplan.criteria.wording.criteria import describe
from careplan.display.phrases import INDENT
from careplan.display.views.parts import (
    Answer,
    Detail,
    Grid,
    Head,
    Line,
    Listing,
    Nested,
    Part,
    Role,
    View,
    line,
)
from careplan.display.views.words import Cited, Mark, Tag, Words
from careplan.documents.encoded import pick
from careplan.documents.wording.citing import reading_lines
from careplan.verbs.advising.breaches import about, in_the_way, option_items
from careplan.verbs.advising.noting import source_of, validity_notes
from careplan.verbs.advising.phrasing import (
    MARK_OF,
    begun,
    ended,
    failing,
    nothing,
    now,
    said_of,
    small,
    tag_of,
    wrongs,
)
from careplan.verbs.advising.questions import Waiting, ask_for, questions_of, questions_part
from careplan.verbs.advising.stating import stated_part
from careplan.verbs.assessing.findings import BenefitFinding, DefinitionFinding, Finding, Found
from careplan.verbs.assessing.ladders import LadderFinding
from careplan.verbs.assessing.owing import Owed
from careplan.verbs.grading import Graded, GradeFound
from careplan.verbs.remedies.remedy import Remedy


def owed_view(owed: Owed, language: str, detail: Detail) -> View:
    """Return what is owed as a table, what binds for sure first said."""
    waiting = (Waiting(owed.unsettled(one), one.clause.locator) for one in owed.duties)
    asked = questions_of(waiting)
    sure = sum(one.applies is Truth.TRUE for one in owed.duties)
    notes = validity_notes(owed.in_force, owed.not_in_force, owed.plan, owed.on, language)
    parts: tuple[Part, ...] = ()
    if detail is not Detail.SHORT:
        title = say("owed.title", language)
        grid = Grid(title, _owed_heads(language), tuple(_owed_lines(owed, language)))
        parts = (
            stated_part(owed.subject, owed.on, language),
            Part(title, (grid if owed.duties else nothing(language),)),
            questions_part(owed.subject, asked, language),
            *_readings(owed.readings, language, detail),
        )
    return View(
        title=begun(say("owed.title", language), language),
        source=source_of(owed.plan, owed.document, language),
        answer=_owed_answer(sure, len(owed.duties) - sure, language),
        parts=parts,
        notes=tuple(ended(one, language) for one in notes),
    )


def _owed_answer(sure: int, may: int, language: str) -> Answer:
    """Say how many duties bind, and how many may."""
    if may:
        code = "owed.answer.open" if sure else "owed.answer.may"
        parameters = {"sure": sure, "open": may} if sure else {"open": may}
        return Answer(say(code, language, **parameters), Mark.OPEN, say("owed.open", language))
    if sure:
        return Answer(
            say("owed.answer", language, sure=sure), Mark.GOOD, say("owed.sure", language)
        )
    return Answer(say("owed.answer.none", language), Mark.NONE, say("owed.none", language))


def _owed_heads(language: str) -> tuple[Head, ...]:
    return (
        Head(say("assessed.clause", language), Role.NAME),
        Head(say("assessed.required", language)),
        Head(say("owed.binds", language), Role.STATE),
    )


def _owed_lines(owed: Owed, language: str) -> Iterator[Line]:
    for duty in owed.duties:
        sure = duty.applies is Truth.TRUE
        asked = describe(pick(duty.rule.requires, {}), language)
        yield line(
            Cited(duty.clause.locator),
            (
                said_of(duty.clause, language),
                *small((begun(asked, language), *about(duty, language)), language),
            ),
            Tag(Mark.GOOD, say("owed.sure", language))
            if sure
            else Tag(Mark.OPEN, say("owed.open", language)),
        )


def _readings(readings: object, language: str, detail: Detail) -> Iterator[Part]:
    """Yield the readings taken, where all that was looked at is asked for."""
    lines = tuple(reading_lines(readings, language))  # type: ignore[arg-type]
    if detail is Detail.ALL and lines:
        yield Part(say("assessed.all_readings", language), (Nested(lines),))


def graded_view(graded: Graded, language: str, detail: Detail) -> View:
    """Return a grade: which it is or may be, each grade, and what the next one needs."""
    parts: list[Part] = []
    if detail is not Detail.SHORT:
        waiting = (Waiting(one.missing, one.grade.clause.locator) for one in graded.grades)
        grid = Grid(
            show(graded.grading.title, language),
            (
                Head(say("graded.each", language), Role.NAME),
                Head(say("assessed.clause", language)),
                Head(say("graded.state", language), Role.STATE),
            ),
            tuple(_grade_line(one, language) for one in graded.grades),
        )
        parts = [
            stated_part(graded.subject, graded.on, language),
            Part(say("graded.all", language), (grid,)),
            *_next_grade(graded, language),
            questions_part(graded.subject, questions_of(waiting), language),
            *_readings(graded.readings, language, detail),
        ]
    return View(
        title=begun(show(graded.grading.title, language), language),
        source=say("assessed.at", language, locator=graded.grading.clause.locator),
        answer=_grade_answer(graded, language),
        parts=tuple(parts),
    )


def _grade_answer(graded: Graded, language: str) -> Answer:
    """Say the grade; while it is open, from which to which it may be."""
    known = graded.known(language)
    if not graded.settled:
        may = say("graded.may", language, grade=known)
        return Answer(may, Mark.OPEN, say("assessed.open", language))
    mark = Mark.NONE if graded.low is None else Mark.GOOD
    return Answer("", mark, begun(known, language))


def _grade_line(one: GradeFound, language: str) -> Line:
    state = say(f"graded.has.{one.has.value}", language)
    return line(
        begun(show(one.grade.title, language), language),
        Cited(one.grade.clause.locator),
        Tag(MARK_OF[one.has], state),
    )


def _next_grade(graded: Graded, language: str) -> Iterator[Part]:
    """Yield what stands in the way of the next grade, and what it takes."""
    if graded.next is None:
        return
    seen = dict.fromkeys(now(piece, language) for piece in failing(graded.evidence))
    items = [*seen]
    if graded.needed is not None:
        needed = describe(graded.needed, language)
        items.append((say("graded.takes", language, needed=needed),))
    title = say("graded.next", language, title=graded.next.title)
    yield Part(title, (Listing(tuple(items)) if items else nothing(language),))


def remedy_view(remedy: Remedy, language: str, detail: Detail) -> View:
    """Return what would end a breach, as numbered options of which one is enough."""
    finding = remedy.finding
    noun = finding.noun
    count = len(remedy.options)
    if count:
        code = "remedy.answer" if count > 1 else "remedy.answer.one"
        answer = Answer(say(code, language, count=count), Mark.TIP)
    else:
        answer = Answer(remedy.outlook(language), Mark.BAD)
    parts: tuple[Part, ...] = ()
    if detail is not Detail.SHORT:
        options = tuple(_options(remedy, noun, language))
        items = options or in_the_way(remedy, language)
        parts = (Part("", (Listing(items, numbered=bool(count)),)),)
    return View(
        title=say("remedy.title", language, summary=said_of(finding.clause, language)),
        source=say("assessed.at", language, locator=finding.clause.locator),
        answer=answer,
        parts=parts,
        notes=(ended(say("remedy.or", language), language),) if remedy.elsewhere else (),
    )


def _options(remedy: Remedy, noun: type[Any], language: str) -> Iterator[Words]:
    """Yield each option, with how many more breaches it ends, and what that takes."""
    number = remedy.finding.number
    items = option_items(remedy, noun, language)
    for option, said in zip(remedy.options, items, strict=True):
        more = sum(one != number for one in option.ends)
        beside = [say("remedy.also", language, count=more)] if more else []
        if more and option.all_ended not in {None, option.needed}:
            asked = describe(option.all_ended, language)
            beside.append(say("assessed.then", language, needed=asked))
        yield (said, *small(beside, language))


# All sorts of what is found; a type checker sees to it that each is answered.
AnyFound = Finding | LadderFinding | BenefitFinding | DefinitionFinding


def found_view(found: AnyFound, language: str, detail: Detail) -> View:
    """Return one finding, benefit or term: how it stands, and all that was looked at."""
    parts: tuple[Part, ...] = ()
    if detail is not Detail.SHORT:
        _, *rest = found.told(language)
        lines = (
            *(one.removeprefix(INDENT) for one in rest),
            *reading_lines(found.readings, language),
        )
        parts = (Part("", (Nested(lines),)),) if lines else ()
    return View(
        title=begun(said_of(found.clause, language), language),
        source=say("assessed.at", language, locator=found.clause.locator),
        answer=_answer(found, language),
        parts=parts,
    )


def _answer(found: AnyFound, language: str) -> Answer:
    match found:
        case Finding() | LadderFinding():
            tag, broken = tag_of(found.outcome, language), found.outcome is Outcome.NOT_MET
            seen = wrongs(found.requires_evidence if broken else (), language)
        case BenefitFinding():
            tag, seen = tag_of(found.availability, language), ()
        case DefinitionFinding():
            word = say(f"assessed.falls.{found.falls_under.value}", language)
            tag, seen = (
                Tag(MARK_OF[found.falls_under], begun(word, language)),
                (found.definition.term.get(language),),
            )
        case _:
            assert_never(found)
    said = say("way.joint", language).join(
        begun(one, language) for one in (*seen, *_asked(found, language))
    )
    return Answer(said, tag.mark, tag.word)


def _asked(found: Found, language: str) -> Iterator[str]:
    """Yield what is to be stated: the first question, and how many there are."""
    if found.missing:
        first = ask_for(found.noun, found.missing[0], language)
        count = len(found.missing)
        code = "assessed.state" if count > 1 else "assessed.state.one"
        yield say(code, language, count=count, question=first)
