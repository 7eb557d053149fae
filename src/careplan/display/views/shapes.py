"""A picture as shapes on a canvas, drawn without ids, patterns or scripts.

A picture never holds a figure that the text beside it lacks. One in a row of a table says nothing
itself; one that stands alone has an `alt`, a sentence that says all it shows.
"""

from collections.abc import Iterable

from careplan.base.frozenmap import frozen
from careplan.base.text import Unordered

Length = float


class Ink(Unordered):
    """What a shape is painted with: the tokens of the sheet, by their use."""

    FILL = ("fill", "实有", "have")
    TRACK = ("track", "底", "track")
    INK = ("ink", "要求", "required")
    EDGE = ("edge", "边线", "outline")
    LINE = ("line", "细线", "hairline")
    PAPER = ("paper", "底色", "paper")
    MUTE = ("mute", "说明", "remark")


@frozen
class Box:
    """A rectangle; `filled`, or only its outline, which stays inside of it."""

    x: Length
    y: Length
    width: Length
    height: Length
    ink: Ink = Ink.FILL
    filled: bool = True
    stroke: Length = 1


@frozen
class Hatch:
    """A hatched rectangle with its outline: open within known bounds."""

    x: Length
    y: Length
    width: Length
    height: Length
    gap: Length = 5


@frozen
class Stroke:
    """A line through points; a step line, an arrow or a rule."""

    points: tuple[tuple[Length, Length], ...]
    ink: Ink = Ink.INK
    width: Length = 1
    dashed: bool = False


@frozen
class Area:
    """A filled shape between points, such as a diamond."""

    points: tuple[tuple[Length, Length], ...]
    ink: Ink = Ink.INK


@frozen
class Label:
    """A text in a picture; `anchor` is "start", "middle" or "end".

    The figures of one that is not `muted` stand in the text of the display as well; what is muted
    is a scale.
    """

    x: Length
    y: Length
    text: str
    size: Length = 11
    anchor: str = "start"
    muted: bool = False
    strong: bool = False
    haloed: bool = False


Shape = Box | Hatch | Stroke | Area | Label


@frozen
class Picture:
    """Shapes on a canvas of a width and height; `alt` is what it shows, where it stands alone."""

    width: Length
    height: Length
    shapes: tuple[Shape, ...]
    alt: str = ""


def picture(width: Length, height: Length, shapes: Iterable[Shape], alt: str = "") -> Picture:
    """Return a picture of shapes, in the order in which they are painted."""
    return Picture(width, height, tuple(shapes), alt)


def diamond(x: Length, y: Length, size: Length, ink: Ink = Ink.INK) -> Area:
    """Return a diamond about a point: a date."""
    return Area(((x - size, y), (x, y - size), (x + size, y), (x, y + size)), ink)
