"""HTML that cannot be forgotten to be escaped: a class of text, and what alone makes it."""

import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import Final

from careplan.base.quoting import visible

VOID: Final = frozenset({"meta", "br", "path", "rect"})  # of SVG those that hold nothing


class Html(str):
    """Markup that is finished: made by `el`, `joined` and `sheet_of` alone, never by hand."""

    __slots__ = ()


Attributes = Mapping[str, str | None]


def el(tag: str, attributes: Attributes | None = None, *children: str) -> Html:
    """Return an element; each child that is not markup is escaped, as is each attribute.

    An attribute of None is left out.

    >>> el("p", {"class": "a&b", "lang": None}, "<i>", el("b", {}, "x"))
    '<p class="a&amp;b">&lt;i&gt;<b>x</b></p>'
    """
    given = attributes or {}
    told = "".join(f' {k}="{_escaped(v)}"' for k, v in given.items() if v is not None)
    if tag in VOID:
        return Html(f"<{tag}{told}{'/' if tag in {'path', 'rect'} else ''}>")
    return Html(f"<{tag}{told}>{joined(children)}</{tag}>")


def joined(children: Iterable[str]) -> Html:
    """Return pieces one after the other, each that is not markup escaped."""
    return Html("".join(one if isinstance(one, Html) else _escaped(one) for one in children))


def sheet_of(rules: str) -> Html:
    """Return a sheet of styles as an element: the one text that is not escaped, as it is ours."""
    if "<" in rules:
        raise ValueError(rules)
    return Html(f"<style>{rules}</style>")


def classes(*names: str) -> str | None:
    """Return names of classes as an attribute has them, None without any."""
    return " ".join(filter(None, names)) or None


# What Unicode says is no character, of each of its planes the last two among them.
_NONE = re.compile(
    "[\ufdd0-\ufdef"
    + "".join(map(chr, range(0xFFFE, 0x110000, 0x10000)))
    + "".join(map(chr, range(0xFFFF, 0x110000, 0x10000)))
    + "]"
)


def _escaped(text: str) -> str:
    return escape(_NONE.sub(_shown, visible(text)), quote=True)


def _shown(none: re.Match[str]) -> str:
    """Return what is no character as it may stand in HTML: as an escape."""
    code = ord(none[0])
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - as above
