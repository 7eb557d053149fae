"""What kind of row a row is: an item, or a total, a note, a line that says the unit.

A total is known by a cell of a text column that is a word for it, whole and without blanks (合 计).
What says which total it is (盘锦市合计, 合计（26家）), and words that elsewhere only say where or
of what (全市, 市辖区), are looked for where a row is named: 全市 may be whom a nursery
serves. What is not surely one of these is an item.
"""

import re
from collections.abc import Sequence

import attrs

from careplan.base.characters import folded, squeezed
from careplan.base.exact import marks_missing
from careplan.base.quoting import quote
from careplan.base.text import Labelled


class RowKind(Labelled):
    """What kind of row a row of a table is."""

    ITEM = ("item", "数据", "item")
    TOTAL = ("total", "合计", "total")
    SUBTOTAL = ("subtotal", "小计", "subtotal")
    OF_WHICH = ("of_which", "其中", "of which")
    NOTE = ("note", "注", "note")
    UNIT_LINE = ("unit_line", "单位", "unit")
    HEADING = ("heading", "栏名", "heading")
    BLANK = ("blank", "空行", "blank")
    UNSTATED = ("unstated", "未说明", "not stated")
    UNREAD = ("unread", "未读", "not read")


_OF_ALL = ("合计", "总计", "共计", "合計", "總計", "共計", "总合计")
_WORDS = frozenset({*_OF_ALL, "计", "計", "total", "grandtotal"})
_AREAS = frozenset(("全市", "全区", "全區", "全县", "全縣", "全省"))
TOTALS = _WORDS | _AREAS
SUBTOTALS = frozenset(("小计", "小計", "subtotal"))
_GROUPS = frozenset(("市辖区", "市轄區"))
# 全市合计, 大洼区小计, 合计（26家）, 合计：26家; a text that goes on is none.
_SAID_OF = re.compile(
    rf"(?P<of>[^0-9]{{0,20}}?)(?P<word>{'|'.join((*_OF_ALL, '小计', '小計'))})数?"
    r"[:：]?[(\[]?[0-9]{0,9}[个家所间处户人项個間處戶項]?[)\]]?"
)
_ROUND_IT = ":：*※#()[]【】"
# A note begins so and stands alone in its row.
_NOTE = re.compile(
    r"(?:注|备注|備註|说明|說明|附注|資料來源|资料来源|数据来源|备|note|source|"
    r"(?:填表|填报|填報|制表|製表|审核|審核|复核|经办|报出|联系|(?:单位|统计)?负责)"
    r"(?:人|单位|部门|日期|时间|电话)?)s?\d{0,2}[:：.、(（]"
    r"|[(（]?(?:单位)?盖章[)）]?$|[(（]?续(?:上?表)?[)）]?$|以上(?:数据|内容)",
    re.IGNORECASE,
)
_UNIT = re.compile(r"(?:金额|金額|计量|計量|面积)?(?:单位|單位)[:：](.{1,20})")


@attrs.frozen
class Sorted:
    """What kind of row a row is; of a line that says the unit, which one."""

    kind: RowKind
    unit: str | None = None


ITEM = Sorted(RowKind.ITEM)


@attrs.frozen(kw_only=True)
class Sorting:
    """By what rows of one table are told apart: its headings, its text columns, further words."""

    headings: tuple[str, ...]
    text_columns: frozenset[int]
    naming: frozenset[int] = frozenset()  # the columns that say which place or thing a row is
    total_words: frozenset[str] = frozenset()

    def kind_of(self, cells: Sequence[object]) -> Sorted:
        """Say what kind of row these cells are."""
        said = [(place, _plain(cell)) for place, cell in enumerate(cells)]
        stated = [(place, text) for place, text in said if text]
        if not stated:
            return Sorted(RowKind.BLANK)
        beside = _beside_the_rows([text for _, text in stated])
        if beside is not None:
            return beside
        if self._is_heading(said):
            return Sorted(RowKind.HEADING)
        first = stated[0][0]
        worded = next((place for place, text in stated if not text.isdecimal()), first)
        named = [text for place, text in stated if place in self.naming and not text.isdecimal()]
        for place, text in stated:
            if place != first and place not in self.text_columns:
                continue
            word = text.strip(_ROUND_IT).casefold()
            if word in _WORDS or word in self.total_words:
                return Sorted(RowKind.TOTAL)
            if word in SUBTOTALS:
                return Sorted(RowKind.SUBTOTAL)
            if place not in {first, worded} and place not in self.naming:
                continue
            if word.startswith("其中"):
                return Sorted(RowKind.OF_WHICH)
            if (kind := _kind_of_name(word, named)) is not None:
                return Sorted(kind)
        return ITEM

    def _is_heading(self, said: Sequence[tuple[int, str]]) -> bool:
        """Say whether a row repeats the headings, as on the next page of a print.

        In a row of an item a mark may be what stands above it, 普惠 under 普惠, but not its name.
        """
        told = [text == self.headings[place] for place, text in said if text]
        return told[0] and sum(told) >= max(2, (len(told) + 1) // 2)


def _kind_of_name(word: str, named: Sequence[str]) -> RowKind | None:
    """Return the kind of total that a row is by what it is called, if it is one."""
    if (said := _SAID_OF.fullmatch(word)) is not None:
        of_all = said["word"] in _OF_ALL and said["of"] in {"", *_AREAS}
        return RowKind.TOTAL if of_all else RowKind.SUBTOTAL
    # 市辖区 is a level above many an item, too, which another column then names.
    if word not in _AREAS | _GROUPS or not set(named) <= _AREAS | _GROUPS:
        return None
    return RowKind.TOTAL if word in _AREAS else RowKind.SUBTOTAL


def _beside_the_rows(stated: Sequence[str]) -> Sorted | None:
    """Return what kind of line stands beside the rows: notes alone, or the unit, or neither."""
    units = [found for text in stated if (found := _UNIT.fullmatch(text.strip("()")))]
    notes = sum(_NOTE.match(text) is not None for text in stated)
    if len(units) + notes < len(stated):
        return None
    return Sorted(RowKind.UNIT_LINE, units[0][1]) if units else Sorted(RowKind.NOTE)


def _plain(cell: object) -> str:
    """Return a cell as words are compared: without blanks; of a blank cell nothing."""
    if isinstance(cell, str):
        return squeezed(folded(cell))
    return "" if cell is None or marks_missing(cell) else quote(cell)


def settled(kinds: Sequence[Sorted]) -> list[Sorted]:
    """Return the kinds of a table's rows, of which one 小计 at the end of all is the total.

    So is one that follows another with no item between them: of those, both cannot be.

    >>> one = Sorted(RowKind.SUBTOTAL)
    >>> settled([ITEM, one])[1].kind, settled([ITEM, one, ITEM, one])[3].kind
    (RowKind.TOTAL, RowKind.SUBTOTAL)
    >>> settled([ITEM, one, ITEM, one, one])[4].kind
    RowKind.TOTAL
    """
    found = list(kinds)
    marks = [(n, one.kind) for n, one in enumerate(kinds) if one.kind in _ADDED]
    *before, (last, kind) = marks or [(0, RowKind.ITEM)]
    others = [one for _, one in before if one is not RowKind.ITEM]
    if kind is RowKind.SUBTOTAL and (not others or before[-1][1] is RowKind.SUBTOTAL):
        found[last] = Sorted(RowKind.TOTAL)
    return found


_ADDED = frozenset({RowKind.ITEM, RowKind.TOTAL, RowKind.SUBTOTAL})


def words(given: Sequence[str]) -> frozenset[str]:
    """Return words of a caller's own in the form that cells are compared in."""
    return frozenset(squeezed(folded(word)).casefold() for word in given)
