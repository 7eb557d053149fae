"""A table of the caller's as HTML, in the look of the displays: headings in levels, and cards."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from careplan.base.messages import say
from careplan.display.written.grids import MOST_ON_A_SHEET, SHORT, width
from careplan.display.written.markup import Html, classes, el, joined
from careplan.display.written.pages import framed, notes

Levels = tuple[str, ...]


def html_of_table(
    columns: Sequence[tuple[Levels, bool]],
    rows: Sequence[Sequence[str]],
    remarks: tuple[str, ...],
    language: str,
    title: str,
    *,
    page: bool,
) -> str:
    """Return rows of texts under columns, each of whether it holds figures, with what they are."""
    name = title or say("view.table", language)
    above = el("h1" if page else "h3", {"class": "title"}, title) if title else ""
    told = el("div", {"class": "wide"}, _table(columns, rows)) if columns else ""
    return framed(joined((above, told, notes(remarks, language))), name, language, page=page)


def _table(columns: Sequence[tuple[Levels, bool]], rows: Sequence[Sequence[str]]) -> Html:
    looks = [
        "n" if figures else "nb" if _short(row[index] for row in rows) else ""
        for index, (_, figures) in enumerate(columns)
    ]
    labels = ["/".join(filter(None, levels)) for levels, _ in columns]
    body = (
        el("tr", {}, *(_cell(*one) for one in zip(looks, labels, row, strict=True))) for row in rows
    )
    long = "long" if len(rows) > MOST_ON_A_SHEET else ""
    head = (el("tr", {}, *line) for line in _head(columns))
    return el(
        "table",
        {"class": classes("stack", long)},
        el("thead", {}, *head),
        el("tbody", {}, *body),
    )


def _short(texts: Iterator[str]) -> bool:
    return all(width(text) <= SHORT for text in texts)


def _cell(look: str, label: str, text: str) -> Html:
    return el("td", {"class": look or None, "data-l": label if text else None}, text)


def _head(columns: Sequence[tuple[Levels, bool]]) -> Iterator[list[Html]]:
    """Yield the lines of a head: what columns beside each other share above stands over them once.

    The lowest level of each column stands over it alone, down to the rows.
    """
    depth = max((len(levels) for levels, _ in columns), default=0)
    for level in range(depth):
        # What is shared, and of a column that ends here or above its place: it is shared with none.
        places = [
            (levels[: level + 1], place if len(levels) <= level + 1 else None)
            for place, (levels, _) in enumerate(columns)
        ]
        groups = ((shared, len(list(same))) for shared, same in groupby(places))
        yield [
            _over(above[level], across, 1)
            if place is None
            else _over(above[level], 1, depth - level, figures=columns[place][1])
            for (above, place), across in groups
            if len(above) > level
        ]


def _over(heading: str, across: int, down: int, *, figures: bool = False) -> Html:
    spans = {
        "rowspan": str(down) if down > 1 else None,
        "colspan": str(across) if across > 1 else None,
    }
    scope = "colgroup" if across > 1 else "col"
    return el("th", {"scope": scope, "class": "n" if figures else None, **spans}, heading)
