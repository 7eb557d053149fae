"""A view as HTML and as Markdown."""

from html import escape

from careplan.display.pages import nested, plain
from careplan.display.views.parts import View
from careplan.display.written.lines import lines_of


def html_of(view: View, language: str, *, page: bool = False) -> str:
    """Return a view as HTML."""
    assert not page  # noqa: S101 - to come
    told = "".join(f"<p>{escape(line)}</p>" for line in lines_of(view, language))
    return f'<div class="careplan" lang="{language}">{told}</div>'


def markdown_of(view: View, language: str) -> str:
    """Return a view as Markdown."""
    first, *rest = lines_of(view, language)
    return f"**{plain(first)}**\n\n{nested(rest)}\n"
