"""A cell of one member of an enum, or of several: by what it is called, and not by what is near."""

import re
from collections.abc import Mapping
from functools import lru_cache

from careplan.base.characters import folded, squeezed
from careplan.base.nearness import nearest
from careplan.base.text import Labelled, names_of
from careplan.intake.cells.habits import Habits
from careplan.intake.cells.marks import worded
from careplan.intake.cells.taken import Doubt, Taken

Enums = type[Labelled] | tuple[type[Labelled], ...]

# The same in all tables that were seen: another word for a member, by the member's own label.
_SYNONYMS = {
    "公建民营": "公办民营",
    "非营利": "非营利性",
    "营利": "营利性",
    "民办非企业单位": "社会服务机构（民办非企业单位）",
    "其它": "其他",
}
# What a wider or another word was probably meant for: suggested, and never taken.
_MEANT = {
    "医疗卫生机构": "医院",
    "托班": "幼儿园",
    "盈利性": "营利性",
    "非盈利性": "非营利性",
    "公设民营": "公办民营",
    "公設民營": "公办民营",
    "公辦": "公办",
    "公立": "公办",
    "私立": "民办",
}
_OTHERS = ("其他", "其它")
_SEPARATORS = "、,，;；/／|｜┋∕\n"
_NONE = frozenset({"无", "無", "没有", "none"})


def member_cell(raw: object, enums: Enums, habits: Habits) -> Taken | Doubt:
    """Return the member a cell names: by value, name, label or synonym, whatever their width.

    其他（…） is the member OTHER, with a note of what stands in the brackets.

    >>> from careplan.nouns.institutions import Setting
    >>> member_cell("社区 ", Setting, Habits()).value
    Setting.COMMUNITY
    >>> member_cell("用人单位办托", Setting, Habits()).suggestion
    Setting.EMPLOYER
    """
    value = worded(raw, habits)
    if isinstance(value, Labelled) or not isinstance(value, str):
        return _of_no_text(value, _all(enums))
    return _member(value, _all(enums), habits)


def members_cell(raw: object, enums: Enums, habits: Habits) -> Taken | Doubt:
    """Return the complete set of members a cell names, parted by the separators of the caller's.

    >>> from careplan.nouns.institutions import ServiceMode
    >>> sorted(members_cell("半日托、全日托", ServiceMode, Habits()).value, key=str)
    [ServiceMode.FULL_DAY, ServiceMode.HALF_DAY]
    >>> members_cell("全日托/半日托", ServiceMode, Habits()).suggestion
    '全日托、半日托'
    """
    value, listed = worded(raw, habits), _all(enums)
    if isinstance(value, Labelled) or not isinstance(value, str):
        one = _of_no_text(value, listed)
        stated = isinstance(one, Taken) and one.value is not None
        return Taken(frozenset({one.value})) if stated else one  # type: ignore[union-attr]
    if squeezed(value).casefold() in _NONE:
        return Doubt("cell.none_or_not_stated")
    return _members(value, listed, habits)


def _all(enums: Enums) -> tuple[type[Labelled], ...]:
    return enums if isinstance(enums, tuple) else (enums,)


def _of_no_text(value: object, enums: tuple[type[Labelled], ...]) -> Taken | Doubt:
    if isinstance(value, Taken | Doubt):
        return value
    return Taken(value) if isinstance(value, enums) else Doubt("cell.code")


def _member(text: str, enums: tuple[type[Labelled], ...], habits: Habits) -> Taken | Doubt:
    word = squeezed(text)
    known = _words(enums) | _synonyms(enums, habits.synonyms)
    if (member := known.get(word)) is not None:
        return Taken(member)
    if (other := _other(text, known)) is not None:
        return other
    if word.isdecimal():
        return Doubt("cell.code")
    parts = [known[one] for one in _parts(word, _SEPARATORS) if one in known]
    if len(parts) > 1:
        return Doubt("cell.several_members", {"members": tuple(parts)})
    return Doubt("cell.no_member", suggestion=_suggested(word, known))


@lru_cache(maxsize=64)
def _words(enums: tuple[type[Labelled], ...]) -> dict[str, Labelled]:
    """Return members by all that names them in a table; a name of two members is none."""
    named = {squeezed(name): one for name, one in names_of(enums).items()}
    for short, label in _SYNONYMS.items():
        if (member := named.get(squeezed(label))) is not None:
            named.setdefault(short, member)
    return named


def _synonyms(
    enums: tuple[type[Labelled], ...], synonyms: Mapping[str, Labelled]
) -> dict[str, Labelled]:
    """Return the caller's synonyms of members of these enums."""
    return {
        squeezed(word): member for word, member in synonyms.items() if isinstance(member, enums)
    }


def _other(text: str, known: Mapping[str, Labelled]) -> Taken | None:
    """Return OTHER with what is said of it in brackets: 其他（请注明：）〖公办幼儿园〗."""
    match = re.fullmatch(r"(其[他它])((?: ?[(〖\[【〔].{0,200}?[)〗\]】〕])+)", folded(text))
    others = {one for one in known.values() if one.name == "OTHER"}
    if match is None or len(others) != 1:
        return None
    said = re.findall(r"[(〖\[【〔](.{0,200}?)[)〗\]】〕]", match[2])
    notes = tuple(one for one in said if not one.startswith("请注明") and one.strip())
    return Taken(others.pop(), notes)


def _parts(word: str, separators: str) -> list[str]:
    return re.split(f"[{re.escape(separators)}]", word)


def _suggested(word: str, known: Mapping[str, Labelled]) -> Labelled | None:
    """Return the member that was probably meant: near, or a label that is part of the other."""
    if (meant := known.get(_MEANT.get(word, ""))) is not None:
        return meant
    return nearest(word, known) or _contained(word, known)


def _contained(word: str, known: Mapping[str, Labelled]) -> Labelled | None:
    """Return the member whose label a word holds, not denied, the longest of them."""
    held = [one for one in known if len(one) > 1 and one in word and not _denied(one, word)]
    if held:
        return known[max(held, key=len)]
    wider = {known[one] for one in known if len(word) > 1 and word in one}
    return wider.pop() if len(wider) == 1 else None


def _denied(label: str, word: str) -> bool:
    return word[: word.index(label)].endswith(("非", "不", "未"))


def _members(text: str, enums: tuple[type[Labelled], ...], habits: Habits) -> Taken | Doubt:
    parts = [text]
    for separator in map(folded, habits.separators):
        parts = [one for part in parts for one in folded(part).split(separator or " ")]
    found = [_member(one, enums, habits) for one in parts]
    taken = [one for one in found if isinstance(one, Taken)]
    if len(taken) == len(found):
        notes = tuple(note for one in taken for note in one.notes)
        return Taken(frozenset(one.value for one in taken), notes)
    doubt = next(one for one in found if isinstance(one, Doubt))
    if doubt.code == "cell.several_members":
        meant = "、".join(one.strip() for one in _parts(folded(text), _SEPARATORS))
        return Doubt("cell.separator", suggestion=meant)
    return doubt
