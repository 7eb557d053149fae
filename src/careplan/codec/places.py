"""Where something wrong with JSON stands, in words: by the labels of the nouns it holds."""

import re
from collections.abc import Iterable, Iterator

import attrs

import careplan.fields.kinds as k
import careplan.fields.shapes as s
from careplan.base.errors import NotFound, Problem
from careplan.base.messages import say
from careplan.base.refusing.phrases import Both
from careplan.base.refusing.places import place_said, within
from careplan.criteria.wording.labels import asked_label
from careplan.fields.declaring import Noun, measure_of, noun_label
from careplan.fields.paths import parse_path

_ITEM = re.compile(r"\[([0-9]+)\]\.?")
_WHETHER = "是否"
_STEP = re.compile(r"\.?[^.\[\]]+|\[[^\]]*\]")


def placed(problems: Iterable[Problem], shape: s.Shape) -> Iterator[Problem]:
    """Yield problems of data that is read as a noun, or a list of them, with their places."""
    noun, several = _noun_of(shape)
    for problem in problems:
        said = None if noun is None else place_in(noun, problem.path, several=several)
        yield problem if said is None else attrs.evolve(problem, place=Both(said))


def _noun_of(shape: s.Shape) -> tuple[type[Noun] | None, bool]:
    match shape:
        case k.PartKind(cls) | k.ItemsKind(cls) | s.ListOf(k.PartKind(cls)):
            several = not isinstance(shape, k.PartKind)
            return (cls if issubclass(cls, Noun) else None), several
        case _:
            return None, False


def place_in(noun: type[Noun], path: str, *, several: bool = False) -> str | None:
    """Say a path of data of a noun by the facts on it, as far as it names any; None if it cannot.

    >>> from careplan.nouns.facilities import Room, Venue
    >>> place_in(Venue, "rooms[0].usable_area_m2"), place_in(Room, "[1].clean", several=True)
    ('第1间母婴室的使用面积', '第2间母婴室是否整洁卫生')
    """
    item = _ITEM.match(path) if several else None
    if item is None:
        return _inside(noun, path)
    number, measure = str(int(item[1]) + 1), measure_of(noun)
    owner = say("item", "zh", items=noun_label(noun), number=number, measure=measure)
    rest = path[item.end() :]
    if not rest:
        return owner
    fact = _inside(noun, rest) or place_said(rest)
    if fact.startswith(_WHETHER):  # 第2间母婴室是否整洁卫生
        return f"{owner}{fact}"
    return say("of", "zh", owner=owner, fact=fact)


def _inside(noun: type[Noun], path: str) -> str | None:
    end, known = 0, None
    for step in _STEP.finditer(path):
        try:
            known = parse_path(noun, path[: step.end()])
        except NotFound:
            break
        end = step.end()
    return None if known is None else within(asked_label(noun, known, "zh"), path[end:])
