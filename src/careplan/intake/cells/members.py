"""A cell of one member of an enum, or of several: by what it is called, and not by what is near."""

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import ceil

from careplan.base.characters import folded, plain, squeezed
from careplan.base.nearness import nearest
from careplan.base.text import Labelled, names_of
from careplan.intake.cells.habits import Habits
from careplan.intake.cells.marks import worded
from careplan.intake.cells.taken import Doubt, Taken

Enums = type[Labelled] | tuple[type[Labelled], ...]

# Another word for a member, by its own label: what certainly means the same.
_SYNONYMS = {
    "公建民营": "公办民营",
    "非营利": "非营利性",
    "营利": "营利性",
    "民办非企业单位": "社会服务机构（民办非企业单位）",
    "社会服务机构": "社会服务机构（民办非企业单位）",
    "其它": "其他",
    "个体户": "个体工商户",
    **dict.fromkeys(("乳儿", "乳儿组"), "乳儿班"),
    **dict.fromkeys(("混合班", "混龄班"), "混合编班"),
    **dict.fromkeys(("机构负责人", "托育机构负责人"), "负责人"),
    **dict.fromkeys(("保安", "保安员"), "保安人员"),
    **dict.fromkeys(("专科", "大学专科", "大学专科学历", "大专学历"), "大专"),
    **dict.fromkeys(("大学本科", "大学本科学历", "本科学历"), "本科"),
    **dict.fromkeys(("硕士研究生", "博士研究生", "研究生学历"), "研究生"),
    **dict.fromkeys(("高中", "中专", "职高", "技校", "初中", "小学"), "低于大专"),
}
# What a wider or a foreign word was probably meant for: suggested, and never taken.
_MEANT = {
    "医疗卫生机构": "医院",
    "托班": "幼儿园",
    "盈利": "营利性",
    "盈利性": "营利性",
    "非盈利": "非营利性",
    "非盈利性": "非营利性",
    "公设民营": "公办民营",
    "公設民營": "公办民营",
    "公辦": "公办",
    "民辦": "民办",
    "公立": "公办",
    "私立": "民办",
    **dict.fromkeys(("公司", "有限公司", "有限责任公司", "股份有限公司"), "企业"),
    **dict.fromkeys(("合作社", "专业合作社", "农民合作社"), "农民专业合作社"),
    **dict.fromkeys(("园长", "院长", "所长"), "负责人"),
    **dict.fromkeys(("保育员", "保育师", "育婴员", "育婴师", "照护人员"), "保育人员"),
    **dict.fromkeys(("保健员", "保健医", "保健医生", "卫生保健员"), "卫生保健人员"),
    # 以下 includes the number that it follows (Civil Code 1259), and often is not meant so.
    **dict.fromkeys(("大专以下", "专科以下"), "低于大专"),
    **dict.fromkeys(("高职", "高职高专"), "大专"),
    "学士": "本科",
    **dict.fromkeys(("硕士", "博士"), "研究生"),
}
_OPENED, _CLOSED = re.escape("(〖[【〔"), re.escape(")〗]】〕")
_NOTE = rf"[{_OPENED}]([^{_OPENED}{_CLOSED}]{{0,200}})[{_CLOSED}]"
_OTHER = re.compile(rf"其[他它]((?: ?{_NOTE})*)")
# What parts several values in some table or other; a label may hold the words among them.
_PARTED = re.compile("[、,;/|┋∕\n]")
_JOINED = re.compile("[、,;/|┋∕\n +&和及与]+")
_NONE = frozenset({"无", "無", "没有", "none"})
_MOST_SAID = 10  # parts of a cell
_LEAST_BEGUN, _BEGUN = 4, Fraction(2, 3)  # of a word: how much of it a label begins with


def member_cell(raw: object, enums: Enums, habits: Habits) -> Taken | Doubt:
    """Return the member a cell names: by value, name, label or synonym, whatever their width.

    其他（…） is the member OTHER, with a note of what stands in the brackets.

    >>> from careplan.nouns.care.institutions import Setting
    >>> member_cell("社区 ", Setting, Habits()).value
    Setting.COMMUNITY
    >>> member_cell("用人单位办托", Setting, Habits()).suggestion
    Setting.EMPLOYER
    """
    value = worded(raw, habits)
    if isinstance(value, Labelled) or not isinstance(value, str):
        return _of_no_text(value, enums, habits)
    return _member(value, _known(enums, habits))


def members_cell(raw: object, enums: Enums, habits: Habits) -> Taken | Doubt:
    """Return the complete set of members a cell names, parted by the separators of the caller's.

    >>> from careplan.nouns.care.institutions import ServiceMode
    >>> sorted(members_cell("半日托、全日托", ServiceMode, Habits()).value, key=str)
    [ServiceMode.FULL_DAY, ServiceMode.HALF_DAY]
    >>> members_cell("全日托/半日托", ServiceMode, Habits()).suggestion
    '全日托、半日托'
    """
    value = worded(raw, habits)
    if isinstance(value, Labelled) or not isinstance(value, str):
        one = _of_no_text(value, enums, habits)
        stated = isinstance(one, Taken) and one.value is not None
        return Taken(frozenset({one.value})) if stated else one  # type: ignore[union-attr]
    if squeezed(value).casefold() in _NONE:
        return Doubt("cell.none_or_not_stated")
    return _members(value, _known(enums, habits), habits)


def _of_no_text(value: object, enums: Enums, habits: Habits) -> Taken | Doubt:
    if isinstance(value, Taken | Doubt):
        return value
    if isinstance(value, enums):
        return Taken(value)
    if isinstance(value, bool) or not isinstance(value, int | Decimal | Fraction):
        return Doubt("cell.no_member")
    # A sheet keeps the sign 9 as a number; most numbers are codes of which it says nothing.
    member = _known(enums, habits).get(str(value))
    return Doubt("cell.code") if member is None else Taken(member)


def _member(text: str, known: Mapping[str, Labelled]) -> Taken | Doubt:
    word = squeezed(text)
    if (member := known.get(word)) is not None:
        return Taken(member)
    if (other := _other(text, known)) is not None:
        return other
    parts = [one for one in _PARTED.split(word) if one]
    if parts and all(one.isdecimal() for one in parts):
        return Doubt("cell.code")
    if len(parts) > 1:
        said = tuple(known.get(one, one) for one in parts[:_MOST_SAID])
        return Doubt("cell.several_members", {"members": said})
    return Doubt("cell.no_member", suggestion=_suggested(word, known))


def _known(enums: Enums, habits: Habits) -> Mapping[str, Labelled]:
    """Return the members of some enums by all that names them, the caller's synonyms first."""
    listed = enums if isinstance(enums, tuple) else (enums,)
    own = {squeezed(word): one for word, one in habits.synonyms.items() if isinstance(one, listed)}
    return {**_words(listed), **own} if own else _words(listed)


@lru_cache(maxsize=64)
def _words(enums: tuple[type[Labelled], ...]) -> dict[str, Labelled]:
    """Return members by all that names them in a table; a name of two members is none."""
    named = {squeezed(name): one for name, one in names_of(enums).items()}
    for short, label in _SYNONYMS.items():
        if (member := named.get(squeezed(label))) is not None:
            named.setdefault(short, member)
    return named


def _other(text: str, known: Mapping[str, Labelled]) -> Taken | None:
    """Return OTHER with what is said of it in brackets: 其他（请注明：）〖公办幼儿园〗."""
    match = _OTHER.fullmatch(folded(text))
    others = {one for one in known.values() if one.name == "OTHER"}
    if match is None or len(others) != 1:
        return None
    said = re.findall(_NOTE, match[1])
    notes = tuple(one for one in said if one.strip() and not one.startswith("请注明"))
    return Taken(others.pop(), notes)


def _suggested(word: str, known: Mapping[str, Labelled]) -> Labelled | None:
    """Return the member that was probably meant, if it is one."""
    if (meant := known.get(_MEANT.get(word, ""))) is not None:
        return meant
    found = _held(word, known) or _wider(word, known) or _begun(word, known)
    if len(found) > 1:
        return None
    return found.pop() if found else nearest(word, known)


def _held(word: str, known: Mapping[str, Labelled]) -> set[Labelled]:
    """Return the members whose names a word holds, not denied, and not within a longer one."""
    names = [one for one in known if len(one) > 1 and one in word]
    outer = [one for one in names if not any(one != other and one in other for other in names)]
    return {known[one] for one in outer if not word[: word.index(one)].endswith(("非", "不", "未"))}


def _wider(word: str, known: Mapping[str, Labelled]) -> set[Labelled]:
    """Return the members of whose names a word is a part."""
    return {known[one] for one in known if len(word) > 1 and word in one}


def _begun(word: str, known: Mapping[str, Labelled]) -> set[Labelled]:
    """Return the members whose names begin with most of a word: 政务服务大厅, 政务服务中心."""
    most = max(_LEAST_BEGUN, ceil(len(word) * _BEGUN))
    return {known[one] for one in known if len(word) >= most and one.startswith(word[:most])}


def _members(text: str, known: Mapping[str, Labelled], habits: Habits) -> Taken | Doubt:
    parts = [text]
    for separator in map(plain, habits.separators):
        parts = [one for part in parts for one in plain(part).split(separator)]
    found: list[Taken] = []
    for part in parts:
        one = _member(part, known)
        if isinstance(one, Doubt):
            return _otherwise_parted(text, known) or one
        found.append(one)
    notes = tuple(note for one in found for note in one.notes)
    return Taken(frozenset(one.value for one in found), notes)


def _otherwise_parted(text: str, known: Mapping[str, Labelled]) -> Doubt | None:
    """Return what a text says if it is written with another separator, or one too many."""
    parts = [one for one in _JOINED.split(folded(text)) if one]
    if not parts or not all(isinstance(_member(one, known), Taken) for one in parts):
        return None
    return Doubt("cell.separator", suggestion="、".join(parts))
