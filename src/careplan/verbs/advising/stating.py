"""What was stated of a subject, as pairs of a label and a value: to be checked before believing."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import careplan.fields.kinds as k
from careplan.base.messages import MOST_LISTED, join, say, show, sorted_texts
from careplan.criteria.nodes import Compare
from careplan.criteria.signs import Op
from careplan.criteria.wording.criteria import describe
from careplan.criteria.wording.labels import fact_label, label
from careplan.criteria.wording.values import value_text
from careplan.display.views.parts import Facts, Part
from careplan.fields.declaring import Noun, facts_declared, measure_of
from careplan.verbs.advising.phrasing import begun, nothing


def stated_part(subject: Noun, on: date | None, language: str) -> Part:
    """Return what was stated, and the day asked."""
    pairs = [*_day(subject, on, language), *_pairs(subject, language)]
    block = Facts(tuple(pairs)) if pairs else nothing(language)
    return Part(say("assessed.stated", language), (block,))


def _day(subject: Noun, on: date | None, language: str) -> Iterator[tuple[str, str]]:
    if on is not None and "on" not in facts_declared(type(subject)):
        yield begun(fact_label(type(subject), "on", language), language), show(on, language)


def _pairs(subject: Noun, language: str) -> Iterator[tuple[str, str]]:
    """Yield each fact; what is so or not so is said together, as a person would."""
    flags = []
    for name, spec in facts_declared(type(subject)).items():
        value = getattr(subject, name)
        if value is None:
            continue
        if isinstance(value, bool):
            flags.append(_flag(type(subject), name, value, language))
            continue
        heading = begun(show(spec.label, language), language)
        if isinstance(spec.kind, k.ItemsKind) and len(value) > 1:
            yield heading, _number(spec.kind, len(value), language)
            yield from _items(subject, name, value, language)
        else:
            yield heading, stated_value(type(subject), name, spec.kind, value, language)
    if flags:
        yield say("assessed.flags", language), say("assessed.joint", language).join(flags)


def _flag(noun: type[Noun], name: str, value: bool, language: str) -> str:  # noqa: FBT001 - private
    return describe(Compare(noun, (name,), Op.EQ, value), language)


def _items(
    subject: Noun, name: str, items: tuple[Noun, ...], language: str
) -> Iterator[tuple[str, str]]:
    """Yield each item of several; of very many the first, and how many more there are."""
    for place, item in enumerate(items[:MOST_LISTED]):
        yield (
            begun(label(type(subject), (name, place), language), language),
            stated_phrase(item, language),
        )
    if len(items) > MOST_LISTED:
        more = say("assessed.more", language, count=len(items) - MOST_LISTED)
        yield begun(show(facts_declared(type(subject))[name].label, language), language), more


def stated_value(noun: type[Noun], name: str, kind: k.Kind, value: Any, language: str) -> str:
    """Say all that a fact holds: items and parts by what is stated of them."""
    match kind:
        case k.ItemsKind():
            if not value:
                return say("empty", language)
            number = _number(kind, len(value), language)
            phrases = join((stated_phrase(one, language) for one in value), language)
            return say("assessed.stated.items", language, number=number, phrases=phrases)
        case k.PartKind():
            return stated_phrase(value, language)
        case k.ChoicesKind():
            return join(sorted_texts(value, language), language)
        case k.TableKind():
            return join(
                (
                    say("assessed.stated.each", language, fact=key, value=number)
                    for key, number in value.items()
                ),
                language,
            )
        case _:
            return value_text(noun, (name,), value, language)


def _number(kind: k.ItemsKind, count: int, language: str) -> str:
    measure = measure_of(kind.noun)
    return say("assessed.items", language, count=count, measure=measure)


def stated_phrase(item: Noun, language: str) -> str:
    """Say all that is stated of an item, in one phrase."""
    noun = type(item)
    said = []
    for name, spec in facts_declared(noun).items():
        value = getattr(item, name)
        if value is None:
            continue
        if isinstance(value, bool):
            said.append(_flag(noun, name, value, language))
        else:
            told = stated_value(noun, name, spec.kind, value, language)
            chosen = isinstance(spec.kind, k.ChoiceKind | k.ChoicesKind)
            code = "assessed.stated.is" if chosen else "assessed.stated.each"
            said.append(say(code, language, fact=spec.label, value=told))
    joint = say("assessed.joint", language)
    return joint.join(said) or say("assessed.unstated", language)
