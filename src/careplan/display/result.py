"""The base of what says itself, and of all answers: words, rows and pages for them.

A class says what it is in `_view` or `_lines`, and in `_rows`. An answer is had without what shows
it: that is imported when it is first shown, here and in `_view`.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal, overload

import attrs

from careplan.base.errors import AmbiguousTruth, check_language, look_up
from careplan.base.foreign import Hosted
from careplan.base.frozenmap import frozen
from careplan.base.quoting import visible
from careplan.base.text import Text

if TYPE_CHECKING:
    from careplan.display.cells import PlainRow, Row
    from careplan.display.tables.table import Table
    from careplan.display.views.parts import Detail, View


class Shown(ABC):
    """What says itself: in lines of text, in flat rows, and as a page in a notebook."""

    __slots__ = ()

    def _lines(self, language: str) -> Iterator[str]:  # noqa: ARG002 - as in `_view`
        """Yield what it says, line by line; what has a view of its own says nothing here."""
        yield from ()

    @abstractmethod
    def _rows(self) -> "Iterable[Row]":
        """Yield it as flat rows."""

    def explain(self, language: str = "zh", *, detail: str = "normal") -> str:
        """Say it in lines of text, the answer first, in Chinese unless asked otherwise.

        `language` is a tag such as "zh", "zh-CN", "en" or "en-GB". With detail "short" it is the
        answer alone; with "all" what does not apply, and all that was looked at, is said too.
        Raises NotFound for another language or detail.

        Whatever a text holds, it begins no line and moves no cursor: see `visible`.
        """
        from careplan.display.written.lines import lines_of

        spoken = check_language(language)
        return "\n".join(map(visible, lines_of(self._seen(spoken, detail), spoken)))

    @overload
    def records(self, *, safe: bool = False, plain: Literal[False] = False) -> "list[Row]": ...
    @overload
    def records(self, *, safe: bool = False, plain: Literal[True]) -> "list[PlainRow]": ...
    def records(self, *, safe: bool = False, plain: bool = False) -> list[Any]:
        """Return flat rows for a data frame, each with the same keys; never nested.

        A cell is a text, bool, exact number (int, Decimal, Fraction), date or None. A
        member of an enum is its value, with its labels in columns `_zh` and `_en`.

        Texts are data, kept as they are. A spreadsheet that opens them runs one that begins
        with =, +, - or @ (or a tab, or a line break) as a formula. With `safe` such a text
        gets an apostrophe in front, and line breaks and other controls become escapes.

        With `plain` the rows go into JSON as they are, also by a web framework: a cell is a text,
        bool, int or None. Numbers stay exact, so one that is not whole is a text ("18.5", and a
        fraction "41/3"), never a float; a day is a text as in ISO 8601.

        >>> import careplan as cp
        >>> from datetime import date
        >>> ledger = cp.get_plan("dawa_2023").ledgers["slots"]
        >>> counts = [cp.SlotCount("大洼街道", date(2024, 6, 30), 200)]
        >>> rows = cp.track_progress(ledger, counts, on=date(2024, 9, 30)).records()
        >>> [rows[1][key] for key in ("locality", "outcome", "outcome_zh", "short_of_next")]
        ['大洼街道', 'met', '符合', 41]
        >>> rows = cp.track_progress(ledger, counts, on=date(2024, 9, 30)).records(plain=True)
        >>> [rows[1][key] for key in ("reached", "counted_on", "pace_per_month")]
        [200, '2024-06-30', '41/3']
        """
        from careplan.display.cells import written

        return list(written(self._rows(), safe=safe, plain=plain))

    def table(self, language: str = "zh") -> "Table":
        """Return its rows as a table for people, in "zh" or "en": headings, cells, units, notes.

        The columns are those of `records()` in their order, of a text or a member the one that is
        in the language; one in which no row has anything is left out. Notes say what a reader
        must know. Raises NotFound for another language.

        >>> import careplan as cp
        >>> from datetime import date
        >>> ledger = cp.get_plan("dawa_2023").ledgers["slots"]
        >>> counts = [cp.SlotCount("大洼街道", date(2024, 6, 30), 200)]
        >>> table = cp.track_progress(ledger, counts, on=date(2024, 9, 30)).table()
        >>> [column.title("zh") for column in table.columns][:6]
        ['类别', '地方', '统计项目', '条款', '出处', '截至日期']
        >>> table.rows[1][6], table.rows[1][6].value
        ('符合', 'met')
        """
        from careplan.display.tables.laid import laid_out

        return laid_out(self._rows(), check_language(language), self._notes())

    def _notes(self) -> Iterator[Text]:
        """Yield what a reader of its table must be told."""
        yield from ()

    def to_html(self, language: str = "zh", *, detail: str = "normal", page: bool = False) -> str:
        """Return it as HTML: a fragment with its style, or with `page` a whole page that prints.

        Every text is escaped; there is no script, no id, and nothing from elsewhere. `language` and
        `detail` are as in `explain`.
        """
        from careplan.display.written.pages import html_of

        spoken = check_language(language)
        return html_of(self._seen(spoken, detail), spoken, page=page)

    def to_markdown(self, language: str = "zh", *, detail: str = "normal") -> str:
        """Return it as Markdown, every text escaped; `language`, `detail` are as in `explain`."""
        from careplan.display.written.marked import markdown_of

        spoken = check_language(language)
        return markdown_of(self._seen(spoken, detail), spoken)

    def _repr_html_(self) -> str:
        """Show it in a notebook, in Chinese."""
        return self.to_html()

    def _repr_markdown_(self) -> str:
        """Show it where Markdown is read, in Chinese."""
        return self.to_markdown()

    def _seen(self, language: str, detail: str) -> "View":
        """Return its view in as much detail as is asked for."""
        from careplan.display.views.parts import Detail

        asked = look_up("detail", detail, {str(one.value): one for one in Detail})
        view = self._view(language, asked)
        if asked is Detail.SHORT:
            return attrs.evolve(view, parts=(), notes=())
        return attrs.evolve(view, made=self._made(language))

    def _made(self, language: str) -> tuple[str, ...]:  # noqa: ARG002 - those who know say it
        """Return by what it was made, line by line: what knows its document says so."""
        return ()

    def _view(self, language: str, detail: "Detail") -> "View":  # noqa: ARG002 - those who use it have a view of their own
        """Return how it is shown: its lines, where it has no display of its own."""
        from careplan.display.views.parts import Nested, Part, View

        first, *rest = self._lines(language)
        return View(title=first, parts=(Part("", (Nested(tuple(rest)),)),) if rest else ())


def table_of(several: "Sequence[tuple[Row, Shown]]", language: str) -> "Table":
    """Return several of what says itself as one table, the rows of each behind cells of its own."""
    from careplan.display.tables.laid import laid_out

    rows = ({**own, **row} for own, one in several for row in one.records())
    notes = (note for _, one in several for note in one._notes())  # noqa: SLF001 - as above
    return laid_out(rows, language, dict.fromkeys(notes))


@frozen(kw_only=True)
class Result(Shown, Hosted):
    """What all answers share: no truth of their own, and words for them."""

    def __bool__(self) -> bool:
        raise AmbiguousTruth(self)

    def _notes(self) -> Iterator[Text]:
        """Yield the day asked, where the answer is for one."""
        from careplan.display.tables.laid import noted

        on = getattr(self, "on", None)
        if on is not None:
            yield noted("table.on", on=on)

    def __repr__(self) -> str:
        # What has a view of its own may have no lines.
        first = next(self._lines("en"), None) or self.explain("en", detail="short").split("\n")[0]
        return f"<{type(self).__name__}: {visible(first)}>"
