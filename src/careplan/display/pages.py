"""Results as HTML and Markdown for notebooks: what they say, then their rows, all escaped.

Names and texts come from callers and may be hostile; nothing of them is taken as markup.
"""

import re
from collections.abc import Iterable, Mapping
from html import escape
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
    head = "".join(f"<th>{escape(key)}</th>" for key in table[0])
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(_cell(value))}</td>" for value in row.values()) + "</tr>"
        for row in table
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


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
    rows: list[Iterable[str]] = [map(plain, table[0]), ["---"] * len(table[0])]
    rows += [[plain(_cell(value)) for value in row.values()] for row in table]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def plain(text: str) -> str:
    """Return a text on one line, with nothing in it that Markdown or HTML would act on."""
    one_line = " ".join(text.split())
    marked = re.sub(r"([\\`*_\[\]|~$#!])", r"\\\1", escape(one_line, quote=False))
    # What would begin a list or underline a heading, at the start of a line only.
    return re.sub(r"^([-+=]|\d+(?=[.)]))", _backslashed, marked)


def _backslashed(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


def _cell(value: Any) -> str:
    return "" if value is None else show(value, "en")
