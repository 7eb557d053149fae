"""What a clause asks, layer by layer: how strongly, of whom, what, and what it is used for."""

from collections.abc import Iterable, Mapping
from typing import Any

import careplan.display.views.parts as p
from careplan.base.messages import join, say
from careplan.base.text import Text
from careplan.criteria.nodes import TRUE
from careplan.criteria.wording.criteria import describe
from careplan.display.views.parts import line
from careplan.documents.authorities.routes import Registration, Step
from careplan.documents.clauses import Clause
from careplan.documents.encoded import pick
from careplan.documents.rules import Cited
from careplan.documents.wording.labels import KINDS
from careplan.fields.declaring import noun_label

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
WORDED = ("title", "label", "term", "name")  # what says of an object what it is about


def sign(number: int) -> str:
    """Return the sign of a layer, from 1: a number in a circle, as far as there are such."""
    return CIRCLED[number - 1] if number <= len(CIRCLED) else f"({number})"


def layers(
    clause: Clause, listed: Iterable[Cited], taken: Mapping[str, str], language: str
) -> p.Grid:
    """Return the layers of a clause as a grid, as the readings taken have them."""
    heads = (
        p.Head(say("view.clause.head.layer", language), p.Role.NAME),
        p.Head(say("view.clause.head.force", language), p.Role.STATE),
        p.Head(say("view.clause.head.who", language)),
        p.Head(say("view.clause.head.what", language)),
        p.Head(say("view.clause.head.use", language)),
    )
    lines = tuple(
        line(
            sign(number),
            force_of(one).get(language),
            _who(one, taken, language),
            _what(clause, one, taken, language),
            _use(one, language),
        )
        for number, one in enumerate(listed, start=1)
    )
    return p.Grid(say("view.clause.layers", language), heads, lines)


def force_of(one: Cited) -> Text:
    """Return how strongly an object speaks: whether it binds, or as its clause says it."""
    said: Any = getattr(one, "force", None) or getattr(one, "modality", None)
    label: Text = (said or one.clause.modality).label
    return label


def _who(one: Any, taken: Mapping[str, str], language: str) -> str:
    """Say whom it speaks of: subjects that are so, or offices."""
    asked = getattr(one, "applies", getattr(one, "who", None))
    noun = one.noun() if callable(getattr(one, "noun", None)) else None
    if asked is not None:
        criterion = pick(asked, taken)
        if criterion != TRUE:
            said = describe(criterion, language)
            if noun is None:
                return said
            # Brackets in brackets are hard to read.
            code = "view.clause.those_who" if "（" in said or "(" in said else "view.clause.those"
            return say(code, language, noun=noun_label(noun), which=said)
        if noun is not None:
            return say("view.clause.every", language, noun=noun_label(noun))
    roles = (getattr(one, name, ()) for name in ("lead", "support", "territorial", "acting"))
    listed = [office for role in roles for office in (role if isinstance(role, tuple) else [role])]
    names = dict.fromkeys(office.name for office in listed if office is not None)
    return join(names, language) if names else say("view.common.nothing", language)


def _what(clause: Clause, one: Any, taken: Mapping[str, str], language: str) -> str:
    """Say what it asks: of a fact, or in the words for it."""
    requires = getattr(one, "requires", None)
    if requires is not None:
        return describe(pick(requires, taken), language)
    said = next((text for name in WORDED if (text := getattr(one, name, None)) is not None), None)
    if said is None and clause != one.clause:
        said = _under_another(clause, one)
    told: str = (said if isinstance(said, Text) else one.clause.summary).get(language)
    return told


def _under_another(clause: Clause, one: Cited) -> Text | None:
    """Return what is said of a registration, or of its step, under a clause that is not its own.

    Its own clause speaks of one office, where the other may speak of another one.
    """
    match one:
        case Step(action=action):
            return action
        case Registration():
            return clause.summary
        case _:
            return None


def _use(one: Any, language: str) -> str:
    """Say what it is used for: to check subjects, or as what kind of object it stands."""
    noun = one.noun() if hasattr(one, "requires") else None
    if noun is not None:
        return say("view.clause.check", language, noun=noun_label(noun))
    return KINDS[type(one).__name__].get(language)
