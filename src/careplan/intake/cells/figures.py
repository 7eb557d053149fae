"""A figure as it is written: a number, its unit, and what stands round it; or why it is none."""

import re
from decimal import Decimal

import attrs

from careplan.base.characters import is_unseen, plain, raised, squeezed, trimmed
from careplan.base.exact import Exact
from careplan.intake.cells.marks import behind_label
from careplan.intake.cells.numerals import CHARACTERS
from careplan.intake.cells.taken import Doubt
from careplan.intake.cells.units import Unit, unit_of

# Groups of three behind one mark, the same each time; or no groups.
_NUMBER = (
    r"(?P<digits>[0-9]{1,3}(?P<mark>[, ])[0-9]{3}(?:(?P=mark)[0-9]{3})*|[0-9]+)(?P<part>\.[0-9]+)?"
)
_FIGURE = re.compile(
    rf" *(?P<about>大约|约为|约|近|about )? *(?P<sign>[+−-])? ?{_NUMBER}"
    r"(?P<unit>(?:[^0-9]|(?<=[mM])[23])*)",
    re.IGNORECASE,
)
_OPENING, _CLOSING = frozenset("(（[［【〔"), frozenset(")）]］】〕")
_MOST_NOTES = 3
_NONE = frozenset({"无", "無", "没有", "無し", "なし", "none"})
_MARKS = frozenset("×○√✓✔✗✘✕●◎△▲▽□■☑☒〇◯xX✖")
_BOUND = re.compile(
    "以上|以下|以内|以外|至少|至多|最多|最少|不足|不到|不少于|不超过|不低于|不高于|超过|多于|少于"
    "|大于|小于|高于|低于|未满|未満|左右|上下|多|余|餘|逾|超|数|几|若干|[≥≤≧≦><]"
    r"|[0-9][^0-9]{0,3}\+$|^[~≈±]"
)
# A note that says what the number is of: at most so many, or so many for each.
_BOUND_BESIDE = frozenset({"+", "起", "上限", "下限", "封顶", "最高", "最低"})
_EACH_BESIDE = re.compile("[各每/][^0-9]{0,6}|[人户班]均|平均|均")
# A note that says that the number is not, or no more, or not yet, what is asked.
_CHANGES = re.compile(
    "[?？]|(?:已|暂|均|现|全部)?"
    "(?:待|拟|停[业用办]|关闭|撤销|减|增|新增|计划|预计|规划|核定|应为|更正|在建|存疑)"
)
_RANGE = re.compile(r"[0-9][^0-9+]{0,4}[-‐‑–—―−~～〜∼∽至到][^0-9]{0,4}[0-9]")
_SUM = re.compile(r"[0-9][^0-9]{0,2}\+[^0-9]{0,2}[0-9]")
_SEVERAL = re.compile(r"[0-9][^0-9]{0,12}[、;；/／,，┋|。\n][^0-9]{0,12}[0-9]")
_SCIENTIFIC = re.compile(r"[+-]?[0-9](?:\.[0-9]{1,20})?e[+-]?[0-9]{1,2}", re.IGNORECASE)
_LETTERS = re.compile(r"(?=.*[0-9])[0-9OolI.,]{2,20}")
_WIDE_BLANK = re.compile("[0-9\uff10-\uff19]\u3000[0-9\uff10-\uff19]")
_MIXED = re.compile(r"(?P<great>[0-9]{1,6})万(?P<rest>[0-9]{4})[^0-9]{0,4}")
_LEADING = re.compile(rf"{_NUMBER}(?P<rest>[^0-9].*)", re.DOTALL)
_FOOTNOTE = re.compile(r"[※*#†‡§^☆★]+|注[0-9]*|\[[0-9]{1,2}\]|note[0-9]{1,2}", re.IGNORECASE)


@attrs.frozen
class Figure:
    """A number as it stands in a cell: its unit, and notes of what is beside it."""

    number: Exact
    unit: Unit | None = None
    notes: tuple[str, ...] = ()
    written: str = ""
    signed: bool = False
    named: str = ""  # the unit as it stands there


def figure(text: str) -> Figure | Doubt:
    """Return the figure a text is, or why it is none; `suggestion` is then a text to write.

    >>> figure("约1,234.5㎡（估算）").notes
    ('约', '估算')
    >>> figure("6※").suggestion, figure("1300+").code
    ('6', 'cell.bound')
    """
    body, notes = _without_notes(trimmed(text))
    if not body or squeezed(body) in _NONE:
        return Doubt("cell.none_or_not_stated" if body else "cell.not_a_number")
    if set(squeezed(body)) <= _MARKS:
        return Doubt("cell.mark_for_number")
    if found := raised(body):
        return Doubt("cell.raised", {"found": found})
    if any(map(is_unseen, body)):
        return Doubt("cell.unseen", suggestion=plain(body).strip())
    if _WIDE_BLANK.search(body):  # wide enough for two numbers
        return Doubt("cell.grouping")
    match = _FIGURE.fullmatch(plain(body))
    if match is None:
        return _why_not(body)
    return _figure(match, body, notes)


def _figure(match: re.Match[str], body: str, notes: tuple[str, ...]) -> Figure | Doubt:
    digits, part = match["digits"], match["part"] or ""
    bare = re.sub("[, ]", "", digits)
    if bare != "0" and bare.startswith("0"):
        return Doubt("cell.leading_zero", suggestion=f"{bare.lstrip('0') or '0'}{part}")
    unit, said = unit_of(match["unit"]), match["unit"].strip()
    beside = [(one, found) for one in notes if (found := unit_of(one)) is not None]
    if said == "" and len(beside) == 1:
        ((said, unit),) = beside
        body, notes, beside = f"{body}{said}", tuple(one for one in notes if one != said), []
    if said and unit is None:
        return _why_not(body)
    if isinstance(unit, Doubt):
        meant = None if unit.suggestion is None else f"{digits}{part}{unit.suggestion}"
        return attrs.evolve(unit, suggestion=meant)
    if any(isinstance(one, Doubt) or one.factor != 1 for _, one in beside):
        return Doubt("cell.multiplied_twice")
    told = [squeezed(one) for one in notes]
    if any(_BOUND.fullmatch(one) or one in _BOUND_BESIDE for one in told):
        return Doubt("cell.bound")
    if any(map(_EACH_BESIDE.fullmatch, told)):
        return Doubt("cell.each")
    if any(map(_CHANGES.match, told)):
        return Doubt("cell.changed", suggestion=f"{digits}{part}")
    about = (match["about"] or "").strip()
    sign = "-" if match["sign"] in {"-", "−"} else ""
    return Figure(
        number=Decimal(f"{sign}{bare}{part}"),
        signed=match["sign"] is not None,
        named=said,
        unit=unit,
        notes=((about,) if about else ()) + notes,
        written=" ".join(body.split()),
    )


def _without_notes(text: str) -> tuple[str, tuple[str, ...]]:
    """Part a text from the notes in brackets at its end, of which either half may be wide."""
    notes: list[str] = []
    while text and len(notes) < _MOST_NOTES and (place := _opening(text)) is not None:
        notes.insert(0, trimmed(text[place + 1 : -1]))
        text = trimmed(text[:place])
    return text, tuple(one for one in notes if one)


def _opening(text: str) -> int | None:
    """Return where the bracket opens that closes at the end of a text."""
    depth = 0
    for place in range(len(text) - 1, -1, -1):
        depth += (text[place] in _CLOSING) - (text[place] in _OPENING)
        if depth <= 0:
            return place if place < len(text) - 1 else None
    return None


def _why_not(body: str) -> Doubt:
    """Return why a text is no figure, and what may have been meant."""
    text = plain(body).strip()
    bare = squeezed(body)
    if isinstance(unit_of(bare), Unit):
        return Doubt("cell.unit_alone", {"unit": bare})
    if (rest := behind_label(text)) is not None:
        found = figure(rest)
        return Doubt(
            "cell.label_inside", suggestion=found.written if isinstance(found, Figure) else None
        )
    for code, pattern in (
        ("cell.scientific", _SCIENTIFIC),
        ("cell.letter_in_number", _LETTERS),
    ):
        if pattern.fullmatch(bare) and not re.fullmatch("[0-9.,]+", bare):
            return Doubt(code, suggestion=_meant_digits(bare))
    return _why_not_one(text, bare)


def _meant_digits(bare: str) -> str:
    if "e" in bare.lower():
        return f"{Decimal(bare):f}"
    return bare.translate(str.maketrans("OolI", "0011"))


def _why_not_one(text: str, bare: str) -> Doubt:
    """Say why a text is not one number: it is several, a bound of one, or more than one."""
    if mixed := _MIXED.fullmatch(bare.replace("萬", "万")):
        return Doubt(
            "cell.mixed_numeral", suggestion=str(int(mixed["great"]) * 10_000 + int(mixed["rest"]))
        )
    if "各" in bare or "每" in bare:
        return Doubt("cell.each")
    if re.fullmatch(r"[0-9., ]+", text):
        return Doubt("cell.grouping")
    for code, pattern in (("cell.range", _RANGE), ("cell.sum", _SUM), ("cell.several", _SEVERAL)):
        if pattern.search(bare):
            return Doubt(code)
    if _BOUND.search(bare) and _counts(bare):
        return Doubt("cell.bound")
    if (leading := _LEADING.match(text)) is not None:
        number, rest = leading["digits"] + (leading["part"] or ""), leading["rest"].strip()
        if _FOOTNOTE.fullmatch(squeezed(rest)):
            return Doubt("cell.footnote", suggestion=number)
        return Doubt("cell.text_after", {"rest": rest}, None if _says_more(rest) else number)
    return Doubt("cell.not_a_number")


def _counts(bare: str) -> bool:
    return any(one in CHARACTERS or one.isdecimal() for one in bare)


def _says_more(rest: str) -> bool:
    """Say whether what follows a number may change it: a word, another number, an operator."""
    return rest[:1].isalnum() or rest[:1] in "_'’×*" or any(map(str.isdecimal, rest))
