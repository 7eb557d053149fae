"""Which column holds which fact: whole headings are matched, and what is not certain is said.

A heading matches a fact if, without blanks, note marks, a closing colon and one unit in brackets,
it is the fact's label, its name or one of its aliases; never if it only contains one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

import attrs

from careplan.base.characters import folded, squeezed
from careplan.base.exact import marks_missing
from careplan.base.nearness import nearest
from careplan.base.text import Labelled
from careplan.fields.declaring import facts_declared
from careplan.fields.kinds import ItemsKind, PartKind
from careplan.intake.cells.taken import Doubt
from careplan.intake.cells.units import Unit, unit_of
from careplan.intake.heads.aliases import ALIASES, SET_ASIDE

LEVELS = "/"  # between the levels of a heading of several


class HeadingUse(Labelled):
    """What became of a column."""

    READ = ("read", "已读", "read")
    SET_ASIDE = ("set_aside", "不读", "set aside")
    UNMATCHED = ("unmatched", "未对应", "unmatched")
    REPEATED = ("repeated", "重复", "repeated")
    DOUBLED = ("doubled", "一事两栏", "doubled")


@attrs.frozen(kw_only=True)
class Heading:
    """A column's heading as it was printed, what became of it, and the facts it holds by path."""

    place: int
    text: str
    use: HeadingUse
    facts: tuple[str, ...] = ()
    suggestion: str | None = None


@attrs.frozen
class Bare:
    """A heading without what is not its name, and the unit that it says."""

    name: str
    unit: Unit | Doubt | None = None


_LEVEL = re.compile(
    rf"(?:[(（\[][^()（）\[\]]{{0,20}}[)）\]]|[^{LEVELS}])+"
)  # 元/月 in brackets is one
_NOTE = re.compile(r"(?:\[\d{1,2}\]|[\[(]?(?:[Nn]ote|注)\s?\d{1,2}[\])]?|\((?:注|note)\))$")
_GROUP = re.compile(r"^(.+?)[(\[]([^()\[\]]{1,20})[)\]]$")
_MARKS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫※*†‡"
_END = ":：?？;；。."


@lru_cache(maxsize=4096)
def bare(heading: str) -> Bare:
    """Return a heading's name without blanks and marks, and its unit.

    >>> bare("常住人口（万人）").name, bare("托位数 ①").name, bare("普惠托位 数量").name
    ('常住人口', '托位数', '普惠托位数量')
    """
    parts = [_part(part) for part in _LEVEL.findall(heading)]
    units = [part.unit for part in parts if part.unit is not None]
    unit = units[0] if len(set(map(repr, units))) == 1 else None
    if len(parts) > 1 and len(set(map(repr, units))) > 1:
        unit = Doubt("cell.unit_unknown")  # two levels that say different units
    return Bare(LEVELS.join(part.name for part in parts if part.name), unit)


def _part(text: str) -> Bare:
    name = squeezed(folded(text.translate(_WITHOUT_MARKS))).strip(_END)
    name = _NOTE.sub("", name).strip(_END)
    found = _GROUP.match(name)
    if found is None:
        return Bare(name.casefold())
    inside = found[2].removeprefix("单位").removeprefix("單位").lstrip(":：")
    unit = unit_of(inside)
    return Bare(name.casefold()) if unit is None else Bare(found[1].strip(_END).casefold(), unit)


_WITHOUT_MARKS = dict.fromkeys(map(ord, _MARKS))


def names_of_facts(noun: type[Any]) -> Mapping[str, tuple[str, ...]]:
    """Return the facts of a noun, and of its parts, by every name that a heading may have.

    The facts of a part go after the noun's own: a name of both is the noun's.
    """
    own = _names(noun, "")
    parts = {
        name: spec.kind.noun
        for name, spec in facts_declared(noun).items()
        if isinstance(spec.kind, PartKind)
    }
    for name, inner in parts.items():
        for one, paths in _names(inner, f"{name}.").items():
            own.setdefault(one, paths)
    return own


def _names(noun: type[Any], before: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, spec in facts_declared(noun).items():
        if isinstance(spec.kind, PartKind | ItemsKind) and name not in ALIASES:
            continue
        said = (name, spec.label.zh, spec.label.en or name, *ALIASES.get(name, "").split())
        for one in {bare(text).name for text in said}:
            found[one] = (*found.get(one, ()), f"{before}{name}")
    return found


def stacked(rows: Sequence[Sequence[object]]) -> tuple[str, ...]:
    """Return headings of several levels as one text each, level by level.

    A cell that is merged over several columns stands in the first of them; it is said of those
    after it that have a heading below.

    >>> stacked([["名称", "性质", None], [None, "公办", "民办"]])
    ('名称', '性质/公办', '性质/民办')
    """
    width = max(map(len, rows), default=0)
    cells = [[_text(row[n]) if n < len(row) else "" for n in range(width)] for row in rows]
    said = [list(row) for row in cells]
    for level, row in enumerate(said[:-1]):
        last = ""
        for n in range(width):
            below = any(lower[n] for lower in cells[level + 1 :])
            begins_anew = any(upper[n] for upper in cells[:level])
            last = row[n] or ("" if begins_anew or not below else last)
            row[n] = last
    return tuple(LEVELS.join(part for part in column if part) for column in zip(*said, strict=True))


def heading_text(key: object) -> str:
    """Return a heading as a text; one of several levels, as frames have them, level by level."""
    if isinstance(key, tuple):
        return LEVELS.join(filter(None, map(_text, key)))
    return _text(key)


def _text(cell: object) -> str:
    if cell is None or marks_missing(cell):  # a frame's blank
        return ""
    return str.__str__(cell) if isinstance(cell, str) else str(cell)


@attrs.frozen
class Named:
    """The headings of a table, to be found by what a caller calls them.

    >>> headings = Named(("镇街", "托位数（个）"))
    >>> headings.called("托位数"), headings.called(0), headings.called("年")
    ((1,), (0,), ())
    """

    texts: tuple[str, ...]

    def called(self, name: object) -> tuple[int, ...]:
        """Return the places of the columns that a caller calls so.

        By place, by heading as it is printed, or by heading without its blanks and unit.
        """
        if type(name) is int:
            return (name,) if 0 <= name < len(self.texts) else ()
        if not isinstance(name, str | tuple):
            return ()
        text = heading_text(name)
        return self._by_text.get(text) or self._by_name.get(bare(text).name, ())

    @cached_property
    def _by_text(self) -> Mapping[str, tuple[int, ...]]:
        return _places(self.texts)

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[int, ...]]:
        return _places(bare(text).name for text in self.texts)


def _places(names: Iterable[str]) -> Mapping[str, tuple[int, ...]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, name in enumerate(names):
        found[name].append(place)
    return {name: tuple(places) for name, places in found.items()}


def meant(heading: str, known: Mapping[str, str]) -> str | None:
    """Return what the name that a heading was probably meant for stands for: a suggestion.

    Mirrored pages put the sound of every character in brackets; without those it may be known.
    """
    without = re.sub(r"\([^()]{1,10}\)", "", squeezed(folded(heading))).casefold()
    return known.get(without) or nearest(bare(heading).name, known)


def repeated(headings: Iterable[str]) -> Mapping[str, tuple[int, ...]]:
    """Return the headings that stand more than once, with their places; blank ones are none."""
    several = _places(headings).items()
    return {text: places for text, places in several if len(places) > 1 and squeezed(text)}


def set_aside(heading: str) -> bool:
    """Say whether a heading is of a column that holds no fact: a serial, an address, a name."""
    return bare(heading).name in ASIDE


ASIDE = {bare(text).name: text for text in SET_ASIDE}
