"""The readings that matter: those whose other option would change an outcome, and to what."""

from collections.abc import Iterable, Iterator

import attrs

from careplan.base.messages import join, say
from careplan.base.truth import Availability, Outcome, Truth
from careplan.display.views.parts import Grid, Head, Line, Part, Role, line
from careplan.display.views.words import Muted, Piece, Strong, Tag
from careplan.documents.clauses import Force, Option, Reading
from careplan.verbs.advising.phrasing import (
    MARK_OF,
    counted,
    inside,
    nothing,
    said_of,
    small,
    word_of,
)
from careplan.verbs.assessing.asking import asked_of
from careplan.verbs.assessing.assessments import Assessment, narrowed
from careplan.verbs.assessing.findings import BenefitFinding, DefinitionFinding, Finding, Found
from careplan.verbs.assessing.ladders import LadderFinding

_APART = (Outcome.NOT_APPLICABLE, Availability.NOT_OPEN, Truth.FALSE)


@attrs.frozen
class State:
    """How a clause is answered, and whether it is only advice."""

    found: Outcome | Availability | Truth
    advised: bool = False


@attrs.frozen
class Changed:
    """A clause that would be answered otherwise: how it is, and how it would be."""

    found: Found
    before: State | None
    after: State | None

    @property
    def is_answered_otherwise(self) -> bool:
        """Whether more changes than that it binds or advises."""
        return self.before is None or self.after is None or self.before.found != self.after.found


@attrs.frozen
class Alternative:
    """The other option of a reading, and what would change if it were taken."""

    reading: Reading
    option: Option
    before: Outcome
    after: Outcome
    changed: tuple[Changed, ...]


def alternatives(assessment: Assessment) -> tuple[Alternative, ...]:
    """Return the other options of the readings taken that would change an outcome.

    The plan is asked once more for each option, so there are none without a plan.
    """
    if assessment.plan is None:
        return ()
    return tuple(
        found
        for reading in assessment.readings
        for option in reading.interpretation.options
        if option != reading.option
        if (found := _alternative(assessment, reading, option)) is not None
    )


def _alternative(assessment: Assessment, reading: Reading, option: Option) -> Alternative | None:
    taken = {one.interpretation.id: one.option.id for one in assessment.readings}
    other = _again(assessment, {**taken, reading.interpretation.id: option.id})
    changed = tuple(_changed(assessment, other))
    answered = any(one.is_answered_otherwise for one in changed)
    if not answered and other.outcome is assessment.outcome:
        return None
    return Alternative(reading, option, assessment.outcome, other.outcome, changed)


def _again(assessment: Assessment, taken: dict[str, str]) -> Assessment:
    """Ask the plan again; of an assessment of some clauses only, about those alone."""
    assert assessment.plan is not None  # noqa: S101 - asked only where there is one
    subject, on = assessment.subject, assessment.on
    asked = asked_of(assessment.plan, type(subject), taken, on)
    other = asked.about(
        assessment.plan, subject, on, assessment.in_force, given=assessment.answered
    )
    for number in assessment.only:
        other = narrowed(other, number)
    return other


def _changed(assessment: Assessment, other: Assessment) -> Iterator[Changed]:
    assert assessment.plan is not None  # noqa: S101 - as above
    before, after = ({one.number: one for one in each.found} for each in (assessment, other))
    changed: list[Changed] = []
    for number, found in {**after, **before}.items():
        old, new = _state(before.get(number)), _state(after.get(number))
        if old != new and not (_is_idle(old) and _is_idle(new)):
            changed.append(Changed(found, old, new))
    if not changed:
        return
    places = {clause: place for place, clause in enumerate(assessment.plan.clauses)}
    yield from sorted(changed, key=lambda one: places[one.found.clause])


def _is_idle(state: State | None) -> bool:
    return state is None or state.found in _APART


def _state(found: Found | None) -> State | None:
    match found:
        case BenefitFinding():
            return State(found.availability)
        case DefinitionFinding():
            return State(found.falls_under)
        case Finding() | LadderFinding():
            return State(found.outcome, found.force is Force.ADVISORY)
        case _:
            return None


def readings_part(found: Iterable[Alternative], language: str) -> Part:
    """Return the readings that matter as a table."""
    listed, title = tuple(found), say("assessed.readings", language)
    if not listed:
        return Part(title, (nothing(language),))
    heads = (
        Head(say("assessed.question", language), Role.NAME),
        Head(say("assessed.taken", language)),
        Head(say("assessed.other", language)),
        Head(say("assessed.if_other", language)),
    )
    lines = tuple(_line(one, language) for one in listed)
    return Part(counted(title, len(listed), language), (Grid(title, heads, lines),))


def _line(one: Alternative, language: str) -> Line:
    places = join(dict.fromkeys(each.found.clause.locator for each in one.changed), language)
    return line(
        (
            one.reading.interpretation.question.get(language),
            Muted(say("assessed.places", language, places=places)),
        ),
        Strong(one.reading.option.text.get(language)),
        one.option.text.get(language),
        tuple(_then(one, language)),
    )


def _then(one: Alternative, language: str) -> Iterator[Piece]:
    """Yield what the outcome would become, and of which clauses."""
    if one.before is one.after:
        yield say("assessed.same", language)
    else:
        yield say("assessed.from", language)
        yield Tag(MARK_OF[one.before], inside(word_of(one.before, language), language))
        yield say("assessed.to", language)
        yield Tag(MARK_OF[one.after], inside(word_of(one.after, language), language))
    yield from small((_turns(each, language) for each in one.changed), language)


def _turns(each: Changed, language: str) -> str:
    """Say how a clause would be answered instead."""
    clause = each.found.clause
    placed = {
        "locator": clause.locator,
        "summary": said_of(clause, language).removesuffix("."),
    }
    if not each.is_answered_otherwise:
        return say(f"assessed.force.{_force(each)}", language, **placed)
    return say(
        "assessed.turns",
        language,
        **placed,
        before=_state_in_words(each.before, language),
        after=_state_in_words(each.after, language),
    )


def _force(changed: Changed) -> str:
    """Return what becomes of a clause that is answered alike: it only advises, or binds."""
    return "advises" if changed.after is not None and changed.after.advised else "binds"


def _state_in_words(state: State | None, language: str) -> str:
    if state is None:
        return say("assessed.none", language)
    if isinstance(state.found, Truth):
        return say(f"assessed.falls.{state.found.value}", language)
    word = inside(word_of(state.found, language), language)
    return say("assessed.advised", language, state=word) if state.advised else word
