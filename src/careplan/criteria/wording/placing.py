"""Where something wrong with a noun stands, in words: by the labels of the nouns it holds."""

import re

from careplan.base.errors import NotFound
from careplan.base.messages import say
from careplan.base.refusing.phrases import Both
from careplan.base.refusing.places import place_said, within, within_english
from careplan.criteria.wording.labels import asked_label, is_flag, label
from careplan.fields.declaring import Noun, measure_of, noun_label
from careplan.fields.paths import Path, parse_path

_ITEM = re.compile(r"\[([0-9]+)\]\.?")
_WHETHER = "是否"
_STEP = re.compile(r"\.?[^.\[\]]+|\[[^\]]*\]")


def place_in(noun: type[Noun], path: str, *, several: bool = False) -> Both | None:
    """Say a path of data of a noun by the facts on it, as far as it names any; None if it cannot.

    >>> from careplan.nouns.facilities import Room, Venue
    >>> place_in(Venue, "rooms[0].usable_area_m2").zh, place_in(Room, "[1].clean", several=True).zh
    ('第1间母婴室的使用面积', '第2间母婴室是否整洁卫生')
    >>> place_in(Venue, "rooms[0].usable_area_m2").en, place_in(Room, "[1].clean", several=True).en
    ('usable area of room 1', 'mother-and-baby room 2: clean and hygienic')
    """
    item = _ITEM.match(path) if several else None
    if item is None:
        return _inside(noun, path)
    index, rest = int(item[1]), path[item.end() :]
    if not rest:
        return Both(_item(noun, index, "zh"), _item(noun, index, "en"))
    fact = _inside(noun, rest) or Both(place_said(rest))
    return Both(_in_item(noun, index, fact.zh), _of_item(noun, index, rest, fact.en))


def _item(noun: type[Noun], index: int, language: str) -> str:
    number, measure = str(index + 1), measure_of(noun)
    return say("item", language, items=noun_label(noun), number=number, measure=measure)


def _in_item(noun: type[Noun], index: int, fact: str) -> str:
    owner = _item(noun, index, "zh")
    if fact.startswith(_WHETHER):  # 第2间母婴室是否整洁卫生
        return f"{owner}{fact}"
    return say("of", "zh", owner=owner, fact=fact)


def _of_item(noun: type[Noun], index: int, rest: str, fact: str | None) -> str:
    owner = _item(noun, index, "en")
    if fact is None:  # a key that is no fact
        return within_english(owner, rest)
    code = "of.flag" if _is_flag(noun, rest) else "of"
    return say(code, "en", owner=owner, fact=fact)


def _is_flag(noun: type[Noun], path: str) -> bool:
    known = _known(noun, path)[0]
    return known is not None and is_flag(noun, known)


def _inside(noun: type[Noun], path: str) -> Both | None:
    known, rest = _known(noun, path)
    if known is None:
        return None
    zh, en = asked_label(noun, known, "zh"), label(noun, known, "en")
    return Both(within(zh, rest), within_english(en, rest))


def _known(noun: type[Noun], path: str) -> tuple[Path | None, str]:
    """Return as much of a path as the noun has, and the rest."""
    end, known = 0, None
    for step in _STEP.finditer(path):
        try:
            known = parse_path(noun, path[: step.end()])
        except NotFound:
            break
        end = step.end()
    return known, path[end:]
