"""Texts that Markdown takes as texts: escaped, on one line; tables and nested lists of them."""

import re
from collections.abc import Iterable
from html import escape

from careplan.base.quoting import visible


def nested(lines: Iterable[str]) -> str:
    r"""Return indented lines as a nested list of Markdown, every text escaped.

    >>> print(nested(["- a", "  *b*"]))
    - \- a
      - \*b\*
    """
    told = ((len(line) - len(line.lstrip(" ")), line.lstrip(" ")) for line in lines)
    return "\n".join(f"{' ' * depth}- {plain(text)}" for depth, text in told)


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
    one_line = visible(" ".join(text.split()))
    return re.sub(r"([\\`*_\[\]|~$#!])", r"\\\1", escape(one_line, quote=False))


def _backslashed(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"
