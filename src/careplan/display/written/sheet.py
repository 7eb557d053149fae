"""The sheet of styles: colours by their use, in light and dark, and the rules, built once.

Its scope is a class three times over, so that it outranks what JupyterLab says of tables. Light
and dark follow the host, by what each host calls them, and the reader's wish elsewhere; paper is
always light. `:is()` is written out, as browsers before 2021 drop a rule that holds it.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

import careplan.display.written.rules as r
from careplan.display.views.shapes import Ink

LIGHT: Mapping[str, str] = {
    "ink": "#1b1d1f",
    "mute": "#575d63",
    "paper": "#ffffff",
    "band": "#f2f4f6",
    "line": "#c4cad0",
    "edge": "#6b7278",
    "fill": "#2f5d8c",
    "bad": "#b01e17",
    "open": "#7f4d00",
    "good": "#1b6638",
}
DARK: Mapping[str, str] = {
    "ink": "#e8e6e3",
    "mute": "#a9afb6",
    "paper": "#1b1d20",
    "band": "#272b30",
    "line": "#444a51",
    "edge": "#8d959d",
    "fill": "#78a9d8",
    "bad": "#ff9c90",
    "open": "#efb95f",
    "good": "#7fd09b",
}
SCOPE = ".careplan.careplan.careplan"
# JupyterLab and nbconvert, VS Code (where what the reader wishes does not follow the editor), and
# the themes of Sphinx.
LIGHT_HOSTS = (
    *("[data-jp-theme-light=true]", ".vscode-light", ".vscode-high-contrast-light"),
    "[data-theme=light]",
)
DARK_HOSTS = (
    *("[data-jp-theme-light=false]", ".vscode-dark"),
    ".vscode-high-contrast:not(.vscode-high-contrast-light)",
    "[data-theme=dark]",
)


def token(ink: Ink) -> str:
    """Return the name of the colour that an ink is: a track is a band."""
    return "band" if ink is Ink.TRACK else str(ink.value)


@cache
def sheet(*, page: bool = False) -> str:
    """Return the sheet of a fragment, or with what a whole page adds."""
    light, dark = _tokens(LIGHT), _tokens(DARK)
    rules = (r.WORDS, r.TABLES, r.BLOCKS, _inks(), r.NARROW, r.PRINT, r.PAGE if page else "")
    return "".join(
        (
            f"{SCOPE}{{{light}}}",
            f"@media (prefers-color-scheme:dark){{{SCOPE}{{{dark}}}}}",
            f"{_within(LIGHT_HOSTS)}{{{light}}}",
            f"{_within(DARK_HOSTS)}{{{dark}}}",
            *map(scoped, rules),
            f"@media print{{{SCOPE}{SCOPE}{{{light}}}}}",
        )
    )


def _tokens(colours: Mapping[str, str]) -> str:
    return "".join(f"--c-{name}:{colour};" for name, colour in colours.items())


def _within(hosts: tuple[str, ...]) -> str:
    return ",".join(f"{host} {SCOPE}" for host in hosts)


def _inks() -> str:
    """Return the rules of what pictures are painted with: f- fills, s- strokes."""
    return "".join(
        f"& .f-{ink.value}{{fill:var(--c-{token(ink)})}}\n"
        f"& .s-{ink.value}{{stroke:var(--c-{token(ink)});fill:none}}\n"
        for ink in Ink
    )


def scoped(rules: str) -> str:
    """Return rules with their scope and choices written out, without line breaks.

    >>> scoped("& :is(ul,ol)>li{margin:0}").count(".careplan.careplan.careplan ")
    2
    """
    flat = "".join(line.strip() for line in rules.splitlines())
    return re.sub(r"(&[^{}@]*)\{", _written_out, flat).replace("&", SCOPE)


def _written_out(rule: re.Match[str]) -> str:
    return ",".join(one for selector in _split(rule[1]) for one in _choices(selector)) + "{"


def _split(selectors: str) -> Iterator[str]:
    """Yield the selectors between commas that stand in no brackets."""
    return (one[0] for one in re.finditer(r"(?:\([^()]*\)|[^,()])+", selectors))


def _choices(selector: str) -> Iterator[str]:
    before, found, after = selector.partition(":is(")
    if not found:
        yield selector
        return
    inside, _, rest = after.partition(")")
    for one in inside.split(","):
        yield from _choices(f"{before}{one}{rest}")
