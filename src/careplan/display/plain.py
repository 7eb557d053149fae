"""Texts that Markdown takes as texts: escaped, on one line; tables and nested lists of them."""

import re
from collections.abc import Iterable
from html import escape

from careplan.base.quoting import visible


def nested(lines: Iterable[str]) -> str:
    r"""Return indented lines as a nested list of Markdown, every text escaped.

    A line that is further in than the one before is part of it, however far in it is.

    >>> print(nested(["- a", "    *b*", "  c"]))
    - \- a
      - \*b\*
      - c
    """
    told = []
    above: list[int] = []  # how far in each line is that this one is part of
    for line in lines:
        depth = len(line) - len(line.lstrip(" "))
        above = [*(one for one in above if one < depth), depth]
        told.append(f"{'  ' * (len(above) - 1)}- {plain(line)}")
    return "\n".join(told)


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
    return begun(inner(text))


def begun(escaped: str) -> str:
    """Return what is escaped so that it may begin a line or an item."""
    # What would begin a list or underline a heading, at the start of a line only.
    return re.sub(r"^([-+=]|\d+(?=[.)]))", _backslashed, escaped)


def inner(text: str) -> str:
    """Return the same for what begins no line, as a cell of a table."""
    one_line = visible(" ".join(text.split()))
    return re.sub(r"([\\`*_\[\]|~$#!])", r"\\\1", escape(one_line, quote=False))


def _backslashed(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"
