"""Marks and pictures: drawn alone, of known colours, and never the only place of a figure."""

import re
from typing import Any

import pytest

from careplan.display.views.shapes import (
    Area,
    Box,
    Hatch,
    Ink,
    Label,
    Shape,
    Stroke,
    diamond,
    picture,
)
from careplan.display.views.words import Mark
from careplan.display.written.drawing import SIGNS, colour, sign, svg
from careplan.display.written.sheet import LIGHT


def drawn(*shapes: Shape) -> str:
    """Return shapes as they are drawn, without their canvas."""
    return svg(picture(10, 10, shapes)).partition(">")[2].removesuffix("</svg>")


def attributes(markup: str) -> dict[str, str]:
    """Return the attributes of the first element."""
    return dict(re.findall(r' ([a-zA-Z-]+)="([^"]*)"', markup.partition(">")[0]))


@pytest.mark.parametrize("mark", Mark)
def test_every_mark_is_drawn_as_no_other(mark: Mark) -> None:
    assert [one for one in Mark if SIGNS[one] == SIGNS[mark]] == [mark]
    assert 'aria-hidden="true"' in sign(mark)
    assert colour(mark) in {"", "bad", "open", "good", "mute"}


def test_no_mark_has_no_colour() -> None:
    assert colour(None) == ""


def test_a_picture_alone_says_what_it_shows_and_any_other_says_nothing() -> None:
    alone = attributes(svg(picture(10, 5.5, [], '甲"乙')))
    assert (alone["role"], alone["aria-label"]) == ("img", "甲&quot;乙")
    assert (alone["viewBox"], alone["width"], alone["height"]) == ("0 0 10 5.5", "10", "5.5")
    assert "aria-hidden" not in alone
    beside = attributes(svg(picture(10, 5, [])))
    assert beside["aria-hidden"] == "true"
    assert "role" not in beside


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        (Box(1, 2, 3, 4), {"class": "f-fill", "fill": LIGHT["fill"], "width": "3"}),
        # An outline stays inside: half its width from each side.
        (
            Box(0, 0, 10, 5, Ink.EDGE, filled=False, stroke=2),
            {"class": "s-edge", "fill": "none", "x": "1", "width": "8", "height": "3"},
        ),
        (Box(0, 0, 1, 1, filled=False, stroke=2), {"width": "0", "height": "0"}),
        (Stroke(((0, 0), (1, 2 / 3))), {"d": "M0 0L1 0.67", "stroke": LIGHT["ink"]}),
        (Stroke(((0, 0), (1, 1)), dashed=True), {"stroke-dasharray": "3 2"}),
        (Area(((0, 0), (1, 0), (0, 1)), Ink.PAPER), {"d": "M0 0L1 0L0 1z", "class": "f-paper"}),
        (diamond(5, 5, 2), {"d": "M3 5L5 3L7 5L5 7z"}),
        (Box(0, 0, 1, 1, Ink.TRACK), {"class": "f-track", "fill": LIGHT["band"]}),
    ],
)
def test_a_shape_shows_without_the_sheet(shape: Shape, expected: dict[str, Any]) -> None:
    assert expected.items() <= attributes(drawn(shape)).items()


def test_a_label_is_a_text() -> None:
    told = drawn(Label(1, 2, "<甲>", 12, "end", muted=True, strong=True, haloed=True))
    assert told.endswith(">&lt;甲&gt;</text>")
    assert attributes(told)["class"] == "m h"
    assert attributes(told)["font-weight"] == "600"
    assert "class" not in attributes(drawn(Label(0, 0, "甲")))


def test_hatching_stays_inside_of_its_box() -> None:
    told = drawn(Hatch(10, 4, 17, 12, 5))
    path = re.findall(r'd="([^"]*)"', told)[0]
    points = [(float(x), float(y)) for x, y in re.findall(r"([\d.]+) ([\d.]+)", path)]
    assert len(points) == 10  # from 3, 8, 13, 18 and 23; the one from -2 only meets a corner
    assert all(10 <= x <= 27 and 4 <= y <= 16 for x, y in points)
    # Each is a diagonal: as far up as to the right.
    ends = zip(points[::2], points[1::2], strict=True)
    assert all(x2 - x1 == pytest.approx(y1 - y2) for (x1, y1), (x2, y2) in ends)
    assert attributes(drawn(Hatch(0, 0, 0, 5)))["width"] == "0"
