"""What is to be changed or added, in words: what there is now, and what it must become."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs

import careplan.criteria.nodes as n
from careplan.base.messages import join, say, show
from careplan.criteria.signs import Op
from careplan.criteria.wording.criteria import described, requirement
from careplan.criteria.wording.labels import (
    answer,
    before_noun,
    is_flag,
    items_label,
    label,
    owner_label,
)
from careplan.criteria.wording.requirements import wants_true
from careplan.criteria.wording.values import value_text
from careplan.fields.paths import Path, kind_at, parse_path

_BOUNDS = frozenset(Op) - {Op.EQ, Op.NE}


def change_text(
    noun: type[Any], path: str, observed: object, needed: n.Criterion, language: str
) -> str:
    """Say which fact is to be changed, from what, and to what; what else is needed is left out.

    >>> from careplan.criteria.proxies import facts
    >>> from careplan.nouns.facilities import Room
    >>> change_text(Room, "usable_area_m2", 8, facts(Room).usable_area_m2 >= 10, "zh")
    '将使用面积由8平方米增至10平方米以上（含）'
    """
    steps = parse_path(noun, path)
    asked = [one for one in _each(needed) if _path_of(one) == steps]
    fact = label(noun, steps, language)
    now = None if observed is None else value_text(noun, steps, observed, language)
    if len(asked) == 1:
        if is_flag(noun, steps):
            return _flag_text(asked[0], observed, language)
        said = _to(asked[0], language)
        if said is not None:
            code, parameters = said
            if now is None:
                return say(f"{code}.unknown", language, fact=fact, **parameters)
            return say(code, language, fact=fact, observed=now, **parameters)
    if now is None:
        now = say("none_stated", language)
    wanted = join((requirement(one, language) for one in asked), language)
    if not asked:
        return say("change.any", language, fact=fact, observed=now)
    return say("change.to", language, fact=fact, observed=now, value=wanted)


def add_text(noun: type[Any], path: str, needed: n.Criterion, language: str) -> str:
    """Say which item is to be added, and what is asked of it.

    `path` is that of the new item; what is needed elsewhere is left out.

    >>> from careplan.criteria.proxies import every, facts
    >>> from careplan.criteria.residuals import residual
    >>> from careplan.nouns.facilities import Room, Venue
    >>> room = facts(Room)
    >>> asked = every(facts(Venue).rooms, room.independent & (room.usable_area_m2 >= 10))
    >>> needed = residual(asked, Venue(rooms=[Room()]))
    >>> add_text(Venue, "rooms[0]", needed, "zh")
    '增设1间独立母婴室，使用面积不少于10平方米'
    """
    steps = parse_path(noun, path)
    items = items_label(noun, steps[:-1], language)
    asked = [one for part in _each(needed) if (one := _inside(part, steps)) is not None]
    first = [one for one in asked if _is_so(one)]
    before = "".join(before_noun(one.noun, one.path, language) for one in first)
    rest = [one for one in asked if one not in first]
    if language == "en":  # what it is like follows the noun
        before, rest = "", asked
    said = say("add.one", language, before=before, **items)
    if not rest:
        return said
    joint = say("add.joint", language)
    return say(
        "add.with", language, item=said, rest=joint.join(described(one, language) for one in rest)
    )


def _each(needed: n.Criterion) -> Iterator[n.Criterion]:
    """Yield what must hold together."""
    if isinstance(needed, n.AllOf):
        for part in needed.parts:
            yield from _each(part)
    else:
        yield needed


def _part(node: n.Criterion) -> Any:
    return node.part if isinstance(node, n.Not) else node


def _path_of(node: n.Criterion) -> Path | None:
    return getattr(_part(node), "path", None)


def _is_so(node: n.Criterion) -> bool:
    """Say whether a criterion asks that a yes-or-no fact be so."""
    match node:
        case n.Compare(value=bool()):
            return wants_true(node, positive=True)
        case _:
            return False


def _inside(node: n.Criterion, item: Path) -> Any:
    """Return what a criterion asks of an item, said of the item itself; None if it asks none."""
    match node:
        case n.AllOf(parts) | n.AnyOf(parts):
            inner = [_inside(part, item) for part in parts]
            return None if None in inner else attrs.evolve(node, parts=tuple(inner))
        case n.Not(part):
            found = _inside(part, item)
            return None if found is None else n.Not(found)
        case n.Linear() | n.Elapsed():
            return None
        case _ if node.path[: len(item)] == item and len(node.path) > len(item):
            owner: Any = kind_at(node.noun, item)
            return attrs.evolve(node, noun=owner.noun, path=node.path[len(item) :])
        case _:
            return None


def _flag_text(node: n.Criterion, observed: object, language: str) -> str:
    compared = _part(node)
    wants = wants_true(compared, positive=compared is node)
    whose = owner_label(compared.noun, compared.path, language)
    so, now = (answer(compared.noun, compared.path, language, so=one) for one in (wants, not wants))
    code = "change.flag" if observed is not None else "change.flag.unknown"
    if not whose:
        return say(f"{code}.own", language, observed=now, value=so)
    return say(code, language, owner=whose, observed=now, value=so)


def _to(node: n.Criterion, language: str) -> tuple[str, dict[str, object]] | None:
    """Return how a change is said, and with what; None for what has no form of its own."""
    leaf = _part(node)
    positive = leaf is node
    match leaf:
        case n.Compare():
            op = leaf.op if positive else ~leaf.op
            value = value_text(leaf.noun, leaf.path, leaf.value, language)
            day = "day." if isinstance(leaf.value, date) and op in _BOUNDS else ""
            return f"change.{day}{op.name.lower()}", {"value": value}
        case n.Has(item=item):
            return ("change.has" if positive else "change.has_not"), {"value": show(item, language)}
        case _:
            return None
