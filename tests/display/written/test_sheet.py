"""The sheet: colours that can be read, rules that old browsers take, nothing from elsewhere."""

import re

import pytest

from careplan.display.views.shapes import Ink
from careplan.display.written.sheet import DARK, LIGHT, SCOPE, scoped, sheet, token

READABLE = 4.5  # of WCAG 2.2, 1.4.3: text; 3 is enough for what a shape means (1.4.11)
MEANT = 3


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2 of a colour such as #1b1d1f."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    # The grey that the working group names as the lightest that passes on white.
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
@pytest.mark.parametrize("ground", ["paper", "band"])
def test_what_is_read_can_be_read(tokens: dict[str, str], ground: str) -> None:
    for name in ("ink", "mute", "bad", "open", "good", "fill"):
        assert contrast(tokens[name], tokens[ground]) >= READABLE, name
    assert contrast(tokens["edge"], tokens[ground]) >= MEANT
    assert contrast(tokens["paper"], tokens["fill"]) >= READABLE  # the lead's chip


@pytest.mark.parametrize("page", [False, True])
def test_the_sheet_is_written_out(page: bool) -> None:
    rules = sheet(page=page)
    assert rules is sheet(page=page)
    for odd in ("&", ":is(", "<", "\n", "url(", "!important", "@import", "light-dark("):
        assert odd not in rules
    assert rules.count("{") == rules.count("}")
    assert rules.isprintable()
    assert ("@page" in rules) is page


@pytest.mark.parametrize("page", [False, True])
def test_every_rule_is_of_the_block_alone(page: bool) -> None:
    inside = re.sub(r"@(media|container)[^{]*\{", "", sheet(page=page))
    inside = re.sub(r"@page[^{]*\{(@[a-z-]+\{[^}]*\}|[^{}])*\}", "", inside)
    selectors = re.findall(r"([^{}]+)\{", inside)
    assert len(selectors) > 100
    for one in (one for group in selectors for one in group.split(",")):
        assert SCOPE in one, one


def test_dark_follows_the_host_first_and_paper_is_light() -> None:
    rules = sheet()
    dark, light = DARK["paper"], LIGHT["paper"]
    places = [
        rules.index(f"{SCOPE}{{--c-ink:{LIGHT['ink']}"),
        rules.index("@media (prefers-color-scheme:dark)"),
        rules.index("[data-jp-theme-light=true]"),
        rules.index("[data-jp-theme-light=false]"),
        rules.rindex(f"@media print{{{SCOPE}{SCOPE}{{--c-ink:{LIGHT['ink']}"),
    ]
    assert places == sorted(places)
    # In light, the wish, light hosts, dark hosts, print.
    assert re.findall(r"--c-paper:(#\w+)", rules) == [light, dark, light, dark, light]


def test_every_ink_has_a_colour_and_a_class() -> None:
    for ink in Ink:
        assert token(ink) in LIGHT
        for rule in (f"f-{ink.value}{{fill:", f"s-{ink.value}{{stroke:"):
            assert f"{SCOPE} .{rule}var(--c-{token(ink)})" in sheet()


def test_choices_are_written_out() -> None:
    assert scoped("& :is(ul,ol)>:is(a,b),&.x{m:0}") == (
        f"{SCOPE} ul>a,{SCOPE} ul>b,{SCOPE} ol>a,{SCOPE} ol>b,{SCOPE}.x{{m:0}}"
    )
    assert scoped("@media print{\n & b,\n & :not(.c,.d){m:0}\n}") == (
        f"@media print{{{SCOPE} b,{SCOPE} :not(.c,.d){{m:0}}}}"
    )
