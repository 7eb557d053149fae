"""Marks and pictures as SVG: no ids, patterns or links, so that many stand on one page.

Each shape has attributes beside its class, so that a host which takes styles away shows it right.
"""

from collections.abc import Iterator
from typing import assert_never

from careplan.display.views.shapes import Area, Box, Hatch, Ink, Label, Picture, Shape, Stroke
from careplan.display.views.words import Mark
from careplan.display.written.markup import Html, classes, el, joined
from careplan.display.written.sheet import LIGHT, token

RING = "M1.8 8a6.2 6.2 0 1 0 12.4 0a6.2 6.2 0 1 0-12.4 0z"
DISC = "M1 8a7 7 0 1 0 14 0a7 7 0 1 0-14 0z"
POINT = "M5.2 8a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0-5.6 0z"
DOT = "M7 11.6a1 1 0 1 0 2 0a1 1 0 1 0-2 0z"
HOOK = "M5.9 6.4a2.1 2.1 0 1 1 3 1.9q-.9.4-.9 1.3"
DASHES = "2.6 1.7"

# Drawn in a square of 16, so that no font decides how they look: how, how thick, and what.
SIGNS: dict[Mark, tuple[tuple[str, float, str], ...]] = {
    Mark.BAD: (("cu", 0, "M2 2h12v12H2z"), ("ps", 1.8, "M5 5l6 6M11 5l-6 6")),
    Mark.OPEN: (("dashed", 1.5, RING), ("cs", 1.6, HOOK), ("cu", 0, DOT)),
    Mark.GOOD: (("cs", 1.5, RING), ("cs", 1.8, "M4.8 8.2l2.4 2.4 4.2-4.8")),
    Mark.DONE: (("cu", 0, DISC), ("ps", 1.9, "M4.6 8.2l2.4 2.5 4.4-5")),
    Mark.NOW: (("cs", 2, RING), ("cu", 0, POINT)),
    Mark.WAIT: (("dashed", 1.5, RING),),
    Mark.NONE: (("cs", 2, "M4 8h8"),),
    Mark.TIP: (("cs", 1.5, "M8 1.8L14.2 8 8 14.2 1.8 8z"),),
}
COLOURS = {
    Mark.BAD: "bad",
    Mark.OPEN: "open",
    Mark.GOOD: "good",
    Mark.DONE: "good",
    Mark.WAIT: "mute",
    Mark.NONE: "mute",
}


def sign(mark: Mark) -> Html:
    """Return a mark, drawn; the word beside it says the same."""
    canvas = {"viewBox": "0 0 16 16", "width": "16", "height": "16", "aria-hidden": "true"}
    return el("svg", {**canvas}, *(_stroke_of_sign(*one) for one in SIGNS[mark]))


def _stroke_of_sign(how: str, width: float, path: str) -> Html:
    if how == "cu":
        return el("path", {"class": "cu", "fill": "currentColor", "d": path})
    return el(
        "path",
        {
            "class": "ps" if how == "ps" else "cs",
            "fill": "none",
            "stroke": LIGHT["paper"] if how == "ps" else "currentColor",
            "stroke-width": _n(width),
            "stroke-dasharray": DASHES if how == "dashed" else None,
            "d": path,
        },
    )


def colour(mark: Mark | None) -> str:
    """Return the class of the colour of a mark, none for one in plain ink."""
    return "" if mark is None else COLOURS.get(mark, "")


def svg(picture: Picture) -> Html:
    """Return a picture: one that says what it shows is an image, any other is decoration."""
    told = {"role": "img", "aria-label": picture.alt} if picture.alt else {"aria-hidden": "true"}
    width, height = _n(picture.width), _n(picture.height)
    canvas = {"viewBox": f"0 0 {width} {height}", "width": width, "height": height}
    return el("svg", {**canvas, **told}, *map(_drawn, picture.shapes))


def _drawn(shape: Shape) -> Html:
    match shape:
        case Box():
            return _box(shape)
        case Hatch():
            return _hatched(shape)
        case Stroke(points, ink, width, dashed):
            path = "M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in points)
            return _line(ink, width, path, dashes="3 2" if dashed else None)
        case Area(points, ink):
            path = "M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in points) + "z"
            return el("path", {**_filled(ink), "d": path})
        case Label():
            return _label(shape)
        case _:
            assert_never(shape)


def _box(box: Box) -> Html:
    if box.filled:
        return el("rect", {**_filled(box.ink), **_sides(box.x, box.y, box.width, box.height)})
    half = box.stroke / 2
    inside = (box.x + half, box.y + half, box.width - box.stroke, box.height - box.stroke)
    return el("rect", {**_outlined(box.ink, box.stroke), **_sides(*inside)})


def _hatched(hatch: Hatch) -> Html:
    """Return diagonals clipped to the box by arithmetic, on its ground and in its outline."""
    box = Box(hatch.x, hatch.y, hatch.width, hatch.height, Ink.TRACK)
    return joined(
        (
            _box(box),
            _line(Ink.FILL, 1, "".join(_diagonals(hatch))),
            _box(Box(hatch.x, hatch.y, hatch.width, hatch.height, Ink.FILL, filled=False)),
        )
    )


def _diagonals(hatch: Hatch) -> Iterator[str]:
    left, right, height = hatch.x, hatch.x + hatch.width, hatch.height
    bottom = hatch.y + height
    start = left - height
    while start < right:
        a, b = max(start, left), min(start + height, right)
        if b > a:
            ends = (a, bottom - (a - start), b, bottom - (b - start))
            yield "M{} {}L{} {}".format(*map(_n, ends))
        start += hatch.gap


def _line(ink: Ink, width: float, path: str, dashes: str | None = None) -> Html:
    return el("path", {**_outlined(ink, width), "stroke-dasharray": dashes, "d": path})


def _label(label: Label) -> Html:
    return el(
        "text",
        {
            "x": _n(label.x),
            "y": _n(label.y),
            "font-size": _n(label.size),
            "text-anchor": label.anchor,
            "font-weight": "600" if label.strong else None,
            "class": classes("m" if label.muted else "", "h" if label.haloed else ""),
            "fill": LIGHT["mute" if label.muted else "ink"],
        },
        label.text,
    )


def _filled(ink: Ink) -> dict[str, str | None]:
    return {"class": f"f-{ink.value}", "fill": LIGHT[token(ink)]}


def _outlined(ink: Ink, width: float) -> dict[str, str | None]:
    return {
        "class": f"s-{ink.value}",
        "fill": "none",
        "stroke": LIGHT[token(ink)],
        "stroke-width": _n(width),
    }


def _sides(x: float, y: float, width: float, height: float) -> dict[str, str | None]:
    return {"x": _n(x), "y": _n(y), "width": _n(max(width, 0)), "height": _n(max(height, 0))}


def _n(length: float) -> str:
    """Return a coordinate, as short as it may be.

    >>> _n(1), _n(0.5), _n(1 / 3)
    ('1', '0.5', '0.33')
    """
    return f"{round(float(length), 2):g}"
