"""Where something wrong with a noun stands, in words: the label of its fact, and what is inside."""

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any

import attrs

from careplan.base.errors import Problem
from careplan.base.messages import LANGUAGES, say
from careplan.base.refusing.phrases import Both
from careplan.base.text import Labelled, Text, text_of
from careplan.fields.kinds import FactSpec, FlagKind, ItemsKind, TableKind

_HEAD = r"(?s)(\w+)(\[([^\]]*)\])?(.*)"
_COUNTED = "数量"  # of a table: what is counted names itself (桌子), not the table (设施数量)


def placed(problem: Any, noun: type[Any], facts: Any) -> Any:
    """Return a problem of a noun's own, placed by the label of the fact that its path begins with.

    >>> from careplan.nouns.facilities import Room
    >>> from careplan.fields.declaring import facts_declared
    >>> placed(Problem("supplies[1]", "blank", ""), Room, facts_declared(Room)).text("zh")
    '护理材料第2项：不得为空白'
    """
    from careplan.base.refusing.places import within, within_english

    if not isinstance(problem, Problem) or problem.place is not None:
        return problem
    found = re.fullmatch(_HEAD, problem.path)
    spec: FactSpec | None = None if found is None else facts.get(found[1])
    if found is None or spec is None:
        return problem
    problem = _beside(problem, facts)
    if "." in problem.path:  # in an item or a part: what that is called is said above the fields
        place_in: Any = import_module("careplan.criteria.wording.placing").place_in
        return attrs.evolve(problem, place=place_in(noun, problem.path))
    zh, en, rest = _asked(spec), spec.label.get("en"), problem.path[found.end(1) :]
    if (member := _member(spec, found[3])) is not None:
        rest = found[4]
        en = say("of_key", "en", fact=spec.label, key=member)
        counted = spec.label.zh.endswith(_COUNTED)
        zh = member.label.zh if counted else say("of_key", "zh", fact=spec.label, key=member)
    elif isinstance(spec.kind, ItemsKind) and (found[3] or "").isdecimal():
        rest = found[4]
        zh, en = (_item(spec, spec.kind, int(found[3]), language) for language in LANGUAGES)
    return attrs.evolve(problem, place=Both(within(zh, rest), within_english(en, rest)))


def yielded(noun: type[Any], contradictions: Any) -> list[Problem]:
    """Return the problems that a noun's own `contradictions` gave.

    Raises TypeError, with the noun's name, where they gave anything else.

    >>> yielded(Problem, ["four carers at most"])
    Traceback (most recent call last):
    ...
    TypeError: Problem.contradictions yields problems, not str: yield Problem(path, code, value)
    """
    listed = list(contradictions) if isinstance(contradictions, Iterable) else [contradictions]
    for one in listed:
        if not isinstance(one, Problem):
            name, given = f"{noun.__name__}.contradictions", type(one).__name__
            message = f"{name} yields problems, not {given}: yield Problem(path, code, value)"
            raise TypeError(message)
    return listed


def _item(spec: FactSpec, kind: ItemsKind, index: int, language: str) -> str:
    measure = Text(zh=text_of(kind.noun.__measure__).zh, en="")
    return say("item", language, items=spec.label, number=str(index + 1), measure=measure)


def _asked(spec: FactSpec) -> str:
    """Say in Chinese what a fact is called where its value is spoken of: 是否独立设置."""
    from careplan.base.sentences.denials import ASKED, SO, form

    said = spec.label.zh
    return form(ASKED, form(SO, said, "zh"), "zh") if isinstance(spec.kind, FlagKind) else said


def _beside(problem: Problem, facts: Any) -> Problem:
    """Say by its label what other fact a problem speaks of."""
    other = problem.parameters.get("other_field")
    if not isinstance(other, str) or other not in facts:
        return problem
    return attrs.evolve(problem, other_place=facts[other].label)


def _member(spec: FactSpec, key: str | None) -> Labelled | None:
    if not isinstance(spec.kind, TableKind):
        return None
    return next((one for one in spec.kind.enum if one.value == key), None)
