"""How Sphinx builds the site: one configuration for both trees of pages, docs/zh and docs/en.

`nox -s docs` builds both. The pages are Markdown that reads well by itself, so what only a site
needs is added here: in which order the pages stand, and where links out of a tree lead.
"""

import inspect
import os
import re
from pathlib import Path
from typing import Any

import attrs

import careplan as cp
from careplan.criteria.nodes import Node
from careplan.criteria.wording.asking import fact_question
from careplan.fields.declaring import facts_declared

DOCS = Path(__file__).parent.parent
language = os.environ["CAREPLAN_DOCS"]  # "zh" or "en", the name of the tree
TREE = DOCS / language

project = "careplan"
author = "The careplan authors"
project_copyright = author
version = release = cp.__version__
extensions = ["myst_nb", "sphinx.ext.autodoc"]
html_theme = "furo"
html_title = f"careplan {release}"
FONTS = 'system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif'
MONOSPACE = 'ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace'
html_theme_options = {
    "light_css_variables": {"font-stack": FONTS, "font-stack--monospace": MONOSPACE},
}
html_static_path = ["static"]
html_css_files = ["site.css"]
html_show_sphinx = False
html_copy_source = html_show_sourcelink = False
exclude_patterns = ["_build"]
SPHINX_LANGUAGES = {"zh": "zh_CN", "en": "en"}

myst_heading_anchors = 4
myst_links_external_new_tab = False

# The notebooks are run anew in every build; an error in one fails it.
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_show_tb = True
nb_execution_timeout = 300
nb_merge_streams = True

default_role = "code"  # docstrings are written as Markdown is: `x` is code
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
autodoc_class_signature = "mixed"
python_use_unqualified_type_names = True
# The reference has what is public; types that signatures name beside it have no page.
nitpick_ignore_regex = [(r"py:.*", r".*")]

# The parts of the table of contents, each with its heading, and their pages in order.
PARTS = {
    ("", ""): ("tutorial",),
    ("按任务查找", "How to"): (
        *("howto/assess", "howto/score", "howto/route", "howto/progress", "howto/report"),
        *("howto/rows", "howto/web", "howto/speed", "howto/frames", "howto/tables-at-scale"),
        *("howto/testkit", "howto/county-without-a-document", "howto/add-a-document"),
    ),
    ("示例笔记", "Notebooks"): (
        *("notebooks/district_desk", "notebooks/registry", "notebooks/trade_union"),
        *("notebooks/room_finder", "notebooks/planner", "notebooks/clerk"),
    ),
    ("已收录的文件", "The documents"): tuple(f"documents/{name}" for name in cp.plan_ids()),
    ("国家文件", "National texts"): tuple(f"national/{name}" for name in cp.national_plan_ids()),
    ("查阅", "To look up"): (
        *("readings", "flaws", "places", "glossary", "periods", "tables", "codec"),
        *("conformance", "differential", "costs", "benchmarks", "design", "tour"),
    ),
    ("参考", "Reference"): (
        *("reference/verbs", "reference/nouns", "reference/criteria", "reference/writing"),
        *("reference/results", "reference/tools"),
    ),
}

FENCED = re.compile(r"(^```.*?^```[ ]*$)", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[(?P<text>[^\]]*)\]\((?P<to>[^)#\s]+)(?P<at>#[^)]*)?\)")


def contents() -> str:
    """Return the hidden table of contents: the pages that the tree has."""
    made = ""
    for (zh, en), names in PARTS.items():
        there = [name for name in names if (TREE / f"{name}.md").is_file()]
        if there:
            heading = f":caption: {zh if language == 'zh' else en}\n" if en else ""
            made += "\n```{toctree}\n:hidden:\n" + heading + "\n" + "\n".join(there) + "\n```\n"
    return made


def led(link: re.Match[str], page: Path) -> str:
    """Return a link as the site needs it: out of the tree there are pages of the other one."""
    to = link["to"]
    if "://" in to:
        return link[0]
    target = (page.parent / to).resolve()
    if target.is_relative_to(TREE):
        return link[0]
    if target.suffix == ".md" and target.is_relative_to(DOCS):
        path = Path(os.path.relpath(target.with_suffix(".html"), page.parent)).as_posix()
        return f'<a href="{path}{link["at"] or ""}">{link["text"]}</a>'
    # What lies beside the docs is named; a program is handed on; the site lists no folder.
    return link[0] if target.suffix == ".py" else link["text"]


def read(_: Any, name: str, source: list[str]) -> None:
    """Make what the site needs of the text of a page."""
    page = TREE / f"{name}.md"
    parts = FENCED.split(source[0])
    parts[::2] = [LINK.sub(lambda link: led(link, page), part) for part in parts[::2]]
    # Where an example is run its last output ends before a blank line; a page needs none.
    parts[1::2] = [re.sub(r"\n+(```[ ]*)$", r"\n\1", part) for part in parts[1::2]]
    source[0] = "".join(parts) + (contents() if name == "index" else "")


def facts(_app: Any, what: str, _name: str, thing: Any, _options: Any, lines: list[str]) -> None:
    """Add to what a noun says of itself its facts: what they are called, and how they are asked.

    Each stands in both languages, the question below the label, as answers ask it.
    """
    if what != "class" or not issubclass(thing, cp.Noun) or thing is cp.Noun:
        return
    lines += ["", ".. list-table::", "   :header-rows: 1", "   :widths: 24 12 28 36", ""]
    rows = [[["fact"], ["kind"], ["zh"], ["en"]]]
    for name, spec in facts_declared(thing).items():
        kind = type(spec.kind).__name__.removesuffix("Kind").lower()
        asked = ([spec.label.get(one), fact_question(thing, name, one)] for one in ("zh", "en"))
        rows.append([[f"``{name}``"], [kind], *asked])
    for row in rows:
        for number, (first, *below) in enumerate(row):
            lines.append(f"   {'-' if number else '* -':>3} {first}")
            lines.extend(line for one in below for line in ("", f"       {one}"))
    lines.append("")


def signature(
    _app: Any,
    what: str,
    _name: str,
    thing: Any,
    _options: Any,
    said: str | None,
    returned: str | None,
) -> tuple[str | None, str | None]:
    """Leave out of a signature a criterion that is a default: no signature is so long."""
    for one in default_criteria(thing) if what in {"class", "function"} else ():
        said = said and said.replace(repr(one), "...")
    return said, returned


def default_criteria(thing: Any) -> list[Any]:
    """Return the criteria that are defaults of a class or a function."""
    if isinstance(thing, type):
        found = [one.default for one in attrs.fields(thing)] if attrs.has(thing) else []
    else:
        found = [one.default for one in inspect.signature(thing).parameters.values()]
    return [one for one in found if isinstance(one, Node)]


def setup(app: Any) -> None:
    """Have every page pass `read` first, and the reference `facts` and `signature`."""
    app.connect("source-read", read)
    app.connect("autodoc-process-docstring", facts)
    app.connect("autodoc-process-signature", signature)
    app.config.language = SPHINX_LANGUAGES[language]
