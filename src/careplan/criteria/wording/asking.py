"""The question that asks for a fact, in words a person can answer."""

from contextlib import suppress
from typing import Any, assert_never

import careplan.fields.kinds as k
from careplan.base.errors import NotFound, check_language
from careplan.base.messages import say, show
from careplan.base.text import Labelled
from careplan.criteria.wording.labels import label
from careplan.fields.declaring import OWNER, Noun, facts_declared, measure_of, noun_label
from careplan.fields.paths import ON, Path, dotted, parse_path, spec_at


def fact_question(noun: type[Noun], path: str, language: str) -> str:
    """Return the question that asks for what a dotted path of `missing` names.

    It is the one its noun gives (`ask`), or else made of the fact's kind, label and unit. Raises
    NotFound for a path the noun does not have.

    >>> from careplan.nouns.facilities import Venue
    >>> fact_question(Venue, "building_area_m2", "zh")
    '建筑面积是多少平方米？'
    >>> fact_question(Venue, "rooms[0].existing", "en")
    'Was room 1 already there, or is it new?'
    >>> fact_question(Venue, "on", "zh")
    '要问的是哪一天？'
    """
    language = check_language(language)
    if path == dotted(ON) and path not in facts_declared(noun):
        return say("ask.day_asked", language)
    noun, steps = _found(noun, path)
    match steps[-1]:
        case int():
            return say("ask.item", language, fact=label(noun, steps, language))
        case Labelled() as key:
            owner, several = _owner(noun, steps[:-2], language), _several(key, language)
            return say("ask.entry", language, owner=owner, measure=measure_of(key), key=several)
        case _:
            return _of_fact(noun, steps, language)


def _found(noun: type[Any], path: str) -> tuple[type[Any], Path]:
    """Return the noun that has a path, and the path: what a noun is derived from may have it.

    A document about venues asks for what a venue's rooms have; those of a derived noun may be
    of a kind without it.
    """
    try:
        return noun, parse_path(noun, path)
    except NotFound:
        for base in noun.__mro__[1:]:
            if issubclass(base, Noun) and base is not Noun:
                with suppress(NotFound):
                    return base, parse_path(base, path)
        raise


def _of_fact(noun: type[Any], path: Path, language: str) -> str:
    """Return the question for a fact itself, not for an item or an entry of it."""
    spec = spec_at(noun, path)
    owner = _owner(noun, path[:-1], language)
    if spec.ask is not None:
        # Without English the Chinese is asked, marked as such, and of the owner in Chinese.
        of_whom = owner if spec.ask.en is not None else _owner(noun, path[:-1], "zh")
        return _filled(show(spec.ask, language), of_whom)
    fact, short = label(noun, path, language), show(spec.label, language)
    match spec.kind:
        case k.FlagKind():
            return say("ask.flag", language, owner=owner, fact=short)
        case k.NumberKind() if spec.unit is not None:
            return say("ask.measured", language, fact=fact, unit=spec.unit)
        case k.NumberKind():
            return say("ask.number", language, fact=fact)
        case k.CountKind() if spec.unit is not None:
            return say("ask.counted", language, fact=fact, unit=spec.unit)
        case k.CountKind():
            return say("ask.count", language, fact=fact)
        case k.ChoiceKind() | k.TextKind():
            return say("ask.choice", language, fact=fact)
        case k.ChoicesKind():
            return say("ask.choices", language, fact=fact)
        case k.DayKind():
            return say("ask.day", language, fact=fact)
        case k.PartKind():
            return say("ask.part", language, fact=fact)
        case k.ItemsKind(item):
            several, measure = _several(spec.label, language), measure_of(item)
            return say("ask.items", language, owner=owner, measure=measure, fact=several)
        case k.TableKind():
            return say("ask.table", language, fact=fact)
        case _:
            assert_never(spec.kind)


def _filled(asked: str, owner: str) -> str:
    """Fill in whose fact it is; where Chinese names nobody, the 的 behind it goes as well."""
    placeholder = f"{{{OWNER}}}"
    plain = asked if owner else asked.replace(f"{placeholder}的", "")
    said = plain.format(**{OWNER: owner})
    return said[:1].upper() + said[1:]


def _owner(noun: type[Any], path: Path, language: str) -> str:
    """Say whose fact is asked for: an item, a part; of the subject itself only in English."""
    if not path:
        return "" if language == "zh" else say("ask.the", language, owner=noun_label(noun))
    said = label(noun, path, language)
    return said if isinstance(path[-1], int) else say("ask.the", language, owner=said)


def _several(counted: object, language: str) -> str:
    """Say several of a thing, as English counts it: cots, taps with hot water."""
    one = show(counted, language)
    if language == "zh" or one.endswith("]"):  # marked as Chinese
        return one
    what, joint, rest = one.partition(" with ")
    return f"{_plural(what)}{joint}{rest}"


def _plural(word: str) -> str:
    if word.endswith(("ch", "sh", "ss", "x")):
        return f"{word}es"
    if word.endswith("s"):
        return word
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}s"
