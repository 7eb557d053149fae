"""The bars of a ledger: what is there, what is due, and what nobody has reported."""

from collections.abc import Iterator

from careplan.display.views.shapes import Box, Hatch, Ink, Picture, Shape, Stroke, picture
from careplan.documents.scales.milestones import Milestone

WIDTH, HEIGHT = 150, 20
TOP, THICK = 4, 12
FULL = WIDTH - 2


def mark_of(milestone: Milestone | None) -> int | None:
    """Return where a milestone stands on a bar: at its low end, or else at its high one."""
    if milestone is None or not milestone.ends:
        return None
    return int(milestone.ends[0])


def bullet(
    reached: int | None, due: int | None, coming: int | None, *, is_open: bool = False
) -> Picture:
    """Return a bar from 0 to what comes next: what is there solid, what is due as a thick line.

    Nothing is known of what is not reached: all of it is hatched; of what is `is_open` the rest.
    """
    full = coming or due or reached or 1
    return picture(WIDTH, HEIGHT, _shapes(reached, due, full, is_open=is_open))


def _shapes(reached: int | None, due: int | None, full: int, *, is_open: bool) -> Iterator[Shape]:
    yield Box(0, TOP, FULL, THICK, Ink.TRACK)
    at = _at(reached or 0, full)
    if reached is None:
        yield Hatch(0, TOP, FULL, THICK)
    else:
        yield Box(0, TOP, at, THICK)
        yield Box(0.5, TOP + 0.5, FULL - 1, THICK - 1, Ink.EDGE, filled=False)
        if is_open and at < FULL:
            yield Hatch(at, TOP, FULL - at, THICK)
        if reached > full:
            yield from (_chevron(WIDTH - 12), _chevron(WIDTH - 7))
    if due is not None:
        x = _at(due, full)
        yield Stroke(((x, 0), (x, HEIGHT)), Ink.PAPER, 4.5)
        yield Stroke(((x, 0), (x, HEIGHT)), Ink.INK, 2.2)


def _at(number: int, full: int) -> float:
    return FULL * min(number / full, 1)


def _chevron(x: float) -> Stroke:
    """Return one of two signs that there is more than the bar can show."""
    return Stroke(((x, 6), (x + 4, 10), (x, 14)), Ink.PAPER, 2)


def key_now() -> Picture:
    """Return the sign of what is there."""
    return picture(18, 10, [Box(0, 0, 18, 10)])


def key_of_unknown() -> Picture:
    """Return the sign of what is not known."""
    return picture(18, 10, [Hatch(0, 0, 18, 10)])


def key_due() -> Picture:
    """Return the sign of what is due."""
    return picture(4, 12, [Stroke(((2, 0), (2, 12)), Ink.INK, 2.2)])


def key_full() -> Picture:
    """Return the sign of the whole bar."""
    return picture(18, 10, [Box(0.5, 0.5, 17, 9, Ink.EDGE, filled=False)])
