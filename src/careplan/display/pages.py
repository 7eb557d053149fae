"""Results as HTML and Markdown for notebooks: what they say, then their rows, all escaped.

Names and texts come from callers and may be hostile; nothing of them is taken as markup.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Any

from careplan.base.messages import show
from careplan.display.cells import Row

LANGUAGES = ("zh", "en")


def html(said: Mapping[str, str], table: list[Row]) -> str:
    """Return what is said, by language, and rows as an HTML fragment, every text escaped.

    >>> import careplan as cp
    >>> form = cp.get_plan("bda_2017").forms["mummy_hut"]
    >>> check = cp.check_form(form, {"location_kind": "<b>"})
    >>> "<td>&#x27;&lt;b&gt;&#x27;</td>" in check._repr_html_()
    True
    """
    details = "".join(_details(text, language) for language, text in said.items())
    return f'<div class="careplan">{details}{_html_table(table)}</div>'


def _details(said: str, language: str) -> str:
    """Fold what a result says under its first line."""
    first, _, rest = escape(said).partition("\n")
    if not rest:
        return f'<p lang="{language}">{first}</p>'
    return (
        f'<details lang="{language}"><summary>{first}</summary>'
        f'<pre style="white-space: pre-wrap">{rest}</pre></details>'
    )


def _html_table(table: list[Row]) -> str:
    if not table:
        return ""
    return html_table([(key,) for key in table[0]], (map(_cell, row.values()) for row in table))


def html_table(head: Sequence[tuple[str, ...]], body: Iterable[Iterable[str]]) -> str:
    """Return a table, every text escaped; a heading of several levels stands on as many lines.

    >>> html_table([("a",), ("b", "c"), ("b", "d")], [])[:54]
    '<table><thead><tr><th rowspan="2">a</th><th colspan="2'
    """
    lines = "".join(f"<tr>{line}</tr>" for line in _head(head))
    rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in body)
    told = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<table><thead>{lines}</thead><tbody>{told}</tbody></table>"


def _head(head: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Yield the lines of a head: what columns beside each other share above stands over them once.

    The lowest level of each column stands over it alone, down to the rows.
    """
    depth = max(map(len, head), default=0)
    for level in range(depth):
        # What is shared, and of a column that ends here or above its place: it is shared with none.
        places = [
            (levels[: level + 1], place if len(levels) <= level + 1 else None)
            for place, levels in enumerate(head)
        ]
        groups = ((shared, len(list(same))) for shared, same in groupby(places))
        yield "".join(
            _over(above[level], across, 1 if alone is None else depth - level)
            for (above, alone), across in groups
            if len(above) > level
        )


def _over(heading: str, across: int, down: int) -> str:
    spans = (("rowspan", down), ("colspan", across))
    told = "".join(f' {name}="{number}"' for name, number in spans if number > 1)
    return f"<th{told}>{escape(heading)}</th>"


def markdown(said: Mapping[str, str], table: list[Row]) -> str:
    """Return the same as Markdown, every text escaped: what is said as lists, then the rows.

    >>> import careplan as cp
    >>> form = cp.get_plan("bda_2017").forms["mummy_hut"]
    >>> "| '&lt;b&gt;' |" in cp.check_form(form, {"location_kind": "<b>"})._repr_markdown_()
    True
    """
    lists = map(_listed, said.values())
    return "\n\n".join(filter(None, (*lists, _markdown_table(table)))) + "\n"


def _listed(said: str) -> str:
    """Return lines as a nested list under the first, in bold."""
    first, *rest = said.split("\n")
    title = f"**{plain(first)}**"
    return f"{title}\n\n{nested(rest)}" if rest else title


def nested(lines: Iterable[str]) -> str:
    r"""Return indented lines as a nested list of Markdown, every text escaped.

    >>> print(nested(["- a", "  *b*"]))
    - \- a
      - \*b\*
    """
    told = ((len(line) - len(line.lstrip(" ")), line.lstrip(" ")) for line in lines)
    return "\n".join(f"{' ' * depth}- {plain(text)}" for depth, text in told)


def _markdown_table(table: list[Row]) -> str:
    if not table:
        return ""
    body = ([plain(_cell(value)) for value in row.values()] for row in table)
    return markdown_table(map(plain, table[0]), body)


def markdown_table(
    head: Iterable[str], body: Iterable[Iterable[str]], figures: Iterable[bool] = ()
) -> str:
    """Return a table of texts that are escaped; columns of figures stand to the right.

    >>> print(markdown_table(["town", "slots"], [["A", "20"]], [False, True]))
    | town | slots |
    | --- | ---: |
    | A | 20 |
    """
    titles = tuple(head)
    sides = tuple("---:" if one else "---" for one in figures)
    lines = (titles, sides or ["---"] * len(titles), *body)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def plain(text: str) -> str:
    """Return a text on one line, with nothing in it that Markdown or HTML would act on."""
    # What would begin a list or underline a heading, at the start of a line only.
    return re.sub(r"^([-+=]|\d+(?=[.)]))", _backslashed, inner(text))


def inner(text: str) -> str:
    """Return the same for what begins no line, as a cell of a table."""
    one_line = " ".join(text.split())
    return re.sub(r"([\\`*_\[\]|~$#!])", r"\\\1", escape(one_line, quote=False))


def _backslashed(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


def _cell(value: Any) -> str:
    return "" if value is None else show(value, "en")
