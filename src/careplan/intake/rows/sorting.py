"""What kind of row a row is: an item, or a total, a note, a line that says the unit.

A total is known by its first cell or by a cell of a text column, whole and without blanks (合 计).
What is not surely one of these is an item.
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


TOTALS = frozenset(
    {
        *("合计", "总计", "共计", "合計", "總計", "共計", "计", "計", "市合计", "区合计"),
        *("全市", "全区", "全區", "全县", "全縣", "全省", "total", "grandtotal"),
    }
)
SUBTOTALS = frozenset({"小计", "小計", "市辖区", "市轄區", "subtotal"})
# A note begins so and stands alone in its row.
_NOTE = re.compile(
    r"(?:注|备注|備註|说明|說明|附注|資料來源|资料来源|数据来源|填表人|填表日期|填报|制表|审核|"
    r"备|note|source)s?\d{0,2}[:：.、(（]",
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
        for place, text in stated:
            if place != first and place not in self.text_columns:
                continue
            word = text.strip(":：").casefold()
            if word in TOTALS or word in self.total_words:
                return Sorted(RowKind.TOTAL)
            if word in SUBTOTALS:
                return Sorted(RowKind.SUBTOTAL)
            if place == first and word.startswith("其中"):
                return Sorted(RowKind.OF_WHICH)
        return ITEM

    def _is_heading(self, said: Sequence[tuple[int, str]]) -> bool:
        """Say whether a row repeats the headings, as on the next page of a print."""
        told = [(text, place) for place, text in said if text and place < len(self.headings)]
        alike = sum(text == self.headings[place] for text, place in told)
        return alike >= max(2, (len(told) + 1) // 2)


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

    >>> one = Sorted(RowKind.SUBTOTAL)
    >>> settled([ITEM, one])[1].kind, settled([ITEM, one, ITEM, one])[1].kind
    (RowKind.TOTAL, RowKind.SUBTOTAL)
    """
    found = list(kinds)
    totals = [n for n, one in enumerate(kinds) if one.kind in {RowKind.TOTAL, RowKind.SUBTOTAL}]
    if len(totals) == 1 and RowKind.ITEM not in {one.kind for one in kinds[totals[0] :]}:
        found[totals[0]] = Sorted(RowKind.TOTAL)
    return found


def words(given: Sequence[str]) -> frozenset[str]:
    """Return words of a caller's own in the form that cells are compared in."""
    return frozenset(squeezed(folded(word)).casefold() for word in given)
