"""Results as HTML and Markdown for notebooks: what they say, then their rows, all escaped.

Names and texts come from callers and may be hostile; nothing of them is taken as markup.
"""

import re
from collections.abc import Iterable
from html import escape
from typing import Any

from careplan.cells import Row
from careplan.messages import show
from careplan.render import explain
from careplan.rows import records
from careplan.verdicts import Result

_CLAUSE = ("number", "locator", "summary_zh", "summary_en")
_FOUND = (*_CLAUSE, "outcome", "availability", "falls_under", "missing")
_PATH = ("path", "registrar_zh", "registrar_en", "level_zh", "level_en", "condition_zh", "steps")
_COUNTED = ("locality", "outcome", "outcome_zh", "counted_on", "reached", "due_on", "due_slots")
_PROGRESS = (*_COUNTED, "short_of_due", "next_on", "next_slots", "short_of_next", "pace_per_month")
# The columns to show of each result: few enough to read; the rest is in `records()`.
SHOWN: dict[str, tuple[str, ...]] = {
    "Assessment": _FOUND,
    "Finding": _FOUND,
    "BenefitFinding": _FOUND,
    "DefinitionFinding": _FOUND,
    "Remedy": ("option", "change", "add", "observed_en", "needed_zh", "needed_en", "fixed"),
    "Score": ("item", "label_zh", "label_en", "low_points", "high_points", "max_points"),
    "TargetProgress": ("target", "figure", "op", "target_value", "due_on", "outcome", "short_by"),
    "LedgerProgress": _PROGRESS,
    "RowProgress": _PROGRESS,
    "TotalProgress": ("outcome", "reported", "localities", "low", "high", "due_on", "due_slots"),
    "RegistrationPaths": _PATH,
    "RegistrationPath": _PATH,
    "Agenda": ("start", "end", "precision", "kind", "title_zh", "title_en", "locator"),
    "FormCheck": ("field", "label_zh", "label_en", "code", "answer"),
}
LANGUAGES = ("zh", "en")


def html(result: Result) -> str:
    """Return a result as an HTML fragment, every text escaped.

    >>> import careplan as cp
    >>> form = cp.get_plan("bda_2017").forms["mummy_hut"]
    >>> "<td>&#x27;&lt;b&gt;&#x27;</td>" in html(cp.check_form(form, {"location_kind": "<b>"}))
    True
    """
    said = "".join(_details(explain(result, language), language) for language in LANGUAGES)
    return f'<div class="careplan">{said}{_html_table(_shown(result))}</div>'


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


def markdown(result: Result) -> str:
    """Return a result as Markdown, every text escaped: what it says as lists, then its rows.

    >>> import careplan as cp
    >>> form = cp.get_plan("bda_2017").forms["mummy_hut"]
    >>> "| '&lt;b&gt;' |" in markdown(cp.check_form(form, {"location_kind": "<b>"}))
    True
    """
    said = (_listed(explain(result, language)) for language in LANGUAGES)
    return "\n\n".join(filter(None, (*said, _markdown_table(_shown(result))))) + "\n"


def _listed(said: str) -> str:
    """Return lines as a nested list under the first, in bold."""
    first, *rest = said.split("\n")
    lines = []
    for line in rest:
        text = line.lstrip(" ")
        lines.append(f"{' ' * (len(line) - len(text))}- {_plain(text)}")
    title = f"**{_plain(first)}**"
    return "\n".join((title, "", *lines)) if lines else title


def _markdown_table(table: list[Row]) -> str:
    if not table:
        return ""
    rows: list[Iterable[str]] = [map(_plain, table[0]), ["---"] * len(table[0])]
    rows += [[_plain(_cell(value)) for value in row.values()] for row in table]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _plain(text: str) -> str:
    """Return a text on one line, with nothing in it that Markdown or HTML would act on."""
    one_line = " ".join(text.split())
    marked = re.sub(r"([\\`*_\[\]|~$#!])", r"\\\1", escape(one_line, quote=False))
    # What would begin a list or underline a heading, at the start of a line only.
    return re.sub(r"^([-+=]|\d+(?=[.)]))", _backslashed, marked)


def _backslashed(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


def _shown(result: Result) -> list[Row]:
    """Return the rows of a result with the columns that are shown."""
    columns = SHOWN[type(result).__name__]
    return [{key: row[key] for key in columns} for row in records(result)]


def _cell(value: Any) -> str:
    return "" if value is None else show(value, "en")
