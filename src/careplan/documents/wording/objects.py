"""What encodes a clause, in words: every field of every object, so that a reader can check it.

It goes by the shapes that objects declare, so no field is left out and a new kind of object
needs no more than its labels.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

import careplan.criteria.nodes as n
from careplan.base.frozenmap import frozen
from careplan.base.messages import join, say, show
from careplan.base.text import Text
from careplan.criteria.wording.criteria import describe
from careplan.display.phrases import indented
from careplan.documents.authorities.calendar import Interval
from careplan.documents.authorities.forms import Form, FormField
from careplan.documents.authorities.limits import Limit
from careplan.documents.authorities.offices import Office
from careplan.documents.authorities.routes import Registration, Step
from careplan.documents.authorities.scopes import BusinessScope, ModeWords
from careplan.documents.clauses import Clause, Interpretation
from careplan.documents.encoded import ByReading, Encoded
from careplan.documents.periods import Period, Validity
from careplan.documents.rules import Cited, Definition, Read, Rule
from careplan.documents.scales.between import Between
from careplan.documents.scales.grades import Grading
from careplan.documents.scales.ladders import Ladder
from careplan.documents.scales.milestones import Milestone, Strength
from careplan.documents.scales.sheets import Band, Scorecard, Share
from careplan.documents.scales.targets import Target
from careplan.documents.wording.labels import KINDS, field_label
from careplan.documents.wording.milestones import (
    due_text,
    figure_text,
    joined,
    notes,
    required_text,
)
from careplan.fields.declaring import Noun, noun_label
from careplan.fields.shapes import fields_of
from careplan.nouns.counts import SLOTS


@frozen
class Known:
    """What objects name by keys: questions, and the fields and steps beside them."""

    questions: Mapping[str, Interpretation]
    names: Mapping[str, Text] = attrs.field(factory=dict)

    def named(self, *keys: str) -> tuple[Text | str, ...]:
        """Return what is said for keys."""
        return tuple(self.names.get(key, key) for key in keys)


def knowing(questions: Mapping[str, Interpretation], objects: Iterable[Cited | None]) -> Known:
    """Return what objects name by keys, where they stand beside each other."""
    names: dict[str, Text] = {}
    for one in objects:
        if isinstance(one, Form):
            names |= {field.key: field.label for field in one.fields}
        elif isinstance(one, Registration):
            names |= {step.key: step.action for step in one.steps}
    return Known(questions, names)


def object_lines(one: Cited, home: Clause, known: Known, language: str) -> Iterator[str]:
    """Say an object: what kind it is, under which reading it holds, and what it holds.

    Parts that do not encode the clause `home` are named by where they stand.
    """
    yield KINDS[type(one).__name__].get(language)
    yield from indented(_body(one, home, known, language))


def _body(one: Cited, home: Clause, known: Known, language: str) -> Iterator[str]:
    if one.under is not None:
        question, option = known.questions[one.under[0]], one.under[1]
        yield say("shown.under", language, option=question.option(option).text)
    if isinstance(one, Rule | Ladder):
        yield _stated("shown.force", one.force, language)
    noun = one.noun() if isinstance(one, Read | Grading | Scorecard) else None
    if noun is not None:
        yield _stated("shown.noun", noun_label(noun), language)
    for label, value in _fields(one, known, language):
        yield from _field(label, value, home, known, language)


def _stated(code: str, value: object, language: str) -> str:
    return say("shown.field", language, label=say(code, language), value=value)


def _fields(one: Any, known: Known, language: str) -> Iterator[tuple[str, Any]]:
    """Yield the label and the value of each field that says something."""
    for field in fields_of(type(one)):
        value, label = getattr(one, field.name), field_label(type(one), field.name)
        if label is None:
            continue
        if field.left_out and value == field.default:
            continue
        match one, field.name, value:
            case (Scorecard(), "pass_mark", None) | (Band(), "least", None):
                value = say("shown.not_known", language)
            case _ if _is_silent(value):
                continue
            case Target(milestones=(single,)), "milestones", _:
                yield from _of_milestone(single, language)
                continue
            case Definition(), "criterion", n.TRUE:  # no fact says who falls under the term
                continue
            case Step() | FormField(), "after" | "total_of", keys:
                value = known.named(*keys)
            case Step(), "instead_of", key:
                value = known.named(key)
            case FormField(), "only_if", (key, _):
                value = say("shown.only_if", language, field=known.named(key))
            case ModeWords(), "words", pairs:
                value = tuple(word for _, word in pairs)
            case ModeWords(), "pattern", pattern:
                value = _pattern(pattern, language)
            case _, "applies" | "who", n.TRUE:
                value = say("shown.everyone", language)
        yield show(label, language), value


def _pattern(pattern: str, language: str) -> str:
    """Say a pattern with the names of what it takes."""
    base, modes = show(field_label(BusinessScope, "base"), language), say("shown.modes", language)
    return pattern.replace("{base}", base).replace("{modes}", modes)


def _of_milestone(one: Milestone, language: str) -> Iterator[tuple[str, Any]]:
    """Yield the fields of the single milestone of a target."""
    strength = None if one.strength is Strength.BINDING else one.strength
    value = None if one.value is None else required_text(one, language)
    said = {"value": value, "words": one.words, "due": one.due, "precision": one.precision}
    for name, told in {**said, "scope": one.scope, "strength": strength}.items():
        if told is not None:
            yield show(field_label(Milestone, name), language), told


def _milestone(one: Milestone, language: str) -> str:
    said = [one.of] if one.of != SLOTS else []
    said += notes(one, language)
    if one.precision is not None:
        said.append(show(one.precision, language))
    if one.derived:
        said.append(say("shown.derived", language))
    figure = figure_text(one, language)
    if said:
        figure = say("milestone", language, figure=figure, notes=joined(said, language))
    return say("shown.milestone", language, due=due_text(one, language), figure=figure)


def _is_silent(value: object) -> bool:
    # A mark that is not set, and an empty list: what the text does not say. Zero is a figure.
    empty = isinstance(value, Mapping) and not value
    return value is None or value is False or empty or value in ((), "")


def _field(label: str, value: Any, home: Clause, known: Known, language: str) -> Iterator[str]:
    match value:
        case ByReading(interpretation=name, options=options):
            yield say("shown.list", language, label=label)
            for option, chosen in options.items():
                text = known.questions[name].option(option).text
                said = say("shown.option", language, option=text)
                yield from indented(_field(said, chosen, home, known, language))
        case n.AllOf() | n.AnyOf():
            yield from _criterion(label, value, language)
        case Cited():
            yield say("shown.list", language, label=label)
            yield from indented(_inner(value, home, known, language))
        case (Encoded(), *_) if not isinstance(value[0], Office):
            yield say("shown.list", language, label=label)
            for inner in value:
                yield from indented(_inner(inner, home, known, language))
        case _:
            yield _stated_as(label, value, known, language)


def _criterion(label: str, node: n.Criterion, language: str) -> Iterator[str]:
    """Say a criterion: on one line, or part by part where joins stand in joins."""
    match node:
        case n.AllOf(parts) | n.AnyOf(parts) if any(map(_is_join, parts)):
            joint = say("shown.all" if isinstance(node, n.AllOf) else "shown.any", language)
            yield say("shown.field", language, label=label, value=joint) if label else joint
            for part in parts:
                yield from indented(_criterion("", part, language))
        case _:
            said = describe(node, language)
            yield say("shown.field", language, label=label, value=said) if label else said


def _is_join(node: n.Criterion) -> bool:
    """Say whether a part asks several things: of the subject, or of each of its items."""
    match node:
        case n.AllOf(parts) | n.AnyOf(parts):
            return len(parts) > 1
        case n.Not(part):
            return _is_join(part)
        case n.Some(where=where) | n.Every(where=where):
            return where != n.TRUE
        case _:
            return False


def _inner(inner: Any, home: Clause, known: Known, language: str) -> Iterator[str]:
    if not isinstance(inner, Cited):
        yield _said(inner, known, language)
    elif home in (inner.clause, *inner.also):
        yield from object_lines(inner, home, known, language)
    else:
        yield say("shown.part", language, **_of_clause(inner.clause))


def _said(value: Any, known: Known, language: str) -> str:
    """Say a value on one line."""
    match value:
        case n.Node():
            return describe(value, language)
        case Office(name=name):
            return name
        case Clause():
            return say("shown.clause", language, **_of_clause(value))
        case Period() | Validity() | Limit() | Between():
            return value.told(language)
        case Share():
            return say("shown.share", language, share=value.told(language))
        case Interval(months=months):
            return say("shown.months", language, months=months)
        case Milestone():
            return _milestone(value, language)
        case Mapping():
            said = (f"{key} {show(one, language)}" for key, one in value.items())
            return join(said, language)
        case type() if issubclass(value, Noun):
            return show(noun_label(value), language)
        case Encoded() if not isinstance(value, Cited):
            fields = _fields(value, known, language)
            return say("shown.between", language).join(_plainly(fields, known, language))
        case tuple():
            return join((_said(one, known, language) for one in value), language)
        case _:
            return show(value, language)


def _plainly(fields: Iterable[tuple[str, Any]], known: Known, language: str) -> Iterator[str]:
    for label, value in fields:
        yield _stated_as(label, value, known, language)


def _stated_as(label: str, value: Any, known: Known, language: str) -> str:
    """Say a field; one that is only marked, by its label alone."""
    if value is True:
        return label
    return say("shown.field", language, label=label, value=_said(value, known, language))


def _of_clause(clause: Clause) -> dict[str, object]:
    return {"locator": clause.locator, "summary": clause.summary}
