"""The pictures of a score: one bar of the whole with its line, and a bar for each item."""

from fractions import Fraction

import careplan.display.views.shapes as v
from careplan.base.exact import Exact, ratio, tidy
from careplan.base.messages import say
from careplan.documents.scales.sheets import Line, Share
from careplan.verbs.scoring.items import ItemScore
from careplan.verbs.scoring.marked import Marked

WIDTH, TOP, HEIGHT = 440, 24, 22  # of the bar of the whole
ROW, BAR = 168, 14  # of the bar of an item: the heaviest item fills it
EDGE = 45  # labels stay so far from the sides, and twice as far from each other
KEYS = ("have", "open", "lost", "line")


def whole(one: Marked, alt: str, language: str) -> v.Picture | None:
    """Return the bar of the whole: what is had, open and lost, and the line to pass."""
    most = ratio(one.possible[1])
    if most == 0:
        return None
    low, high = _at(one.low, most), _at(one.high, most)
    shapes: list[v.Shape] = [v.Box(1, TOP, WIDTH - 2, HEIGHT, v.Ink.TRACK)]
    shapes += [v.Box(1, TOP, low - 1, HEIGHT)] if low > 1 else []
    shapes += [v.Hatch(low, TOP, high - low, HEIGHT, 6)] if high > low else []
    shapes.append(v.Box(1, TOP, WIDTH - 2, HEIGHT, v.Ink.EDGE, filled=False))
    shapes += _line(one, most, language)
    had = max(low / 2, EDGE)
    if low > 1:
        text = say("view.score.have", language, points=one.low)
        shapes.append(v.Label(had, 64, text, 12, "middle"))
    if high > low:
        text = say("view.score.open", language, points=open_points(one))
        at = (low + high) / 2
        at = min(max(at, had + 2 * EDGE if low > 1 else EDGE), WIDTH - EDGE)
        shapes.append(v.Label(at, 64, text, 12, "middle"))
    return v.picture(WIDTH, 74, shapes, alt)


def _at(points: Exact | Fraction, most: Fraction) -> float:
    return float(1 + ratio(points) * (WIDTH - 2) / most)


def open_points(one: Marked) -> Exact:
    """Return how many points are open: between what is had and what can be had."""
    return tidy(ratio(one.high) - ratio(one.low))


def points_of(one: Marked, line: Line | None) -> Fraction | None:
    """Return a line in points; None where it depends on which items apply."""
    match line:
        case Share(value=share):
            least, most = map(ratio, one.possible)
            return ratio(share) * most if least == most else None
        case None:
            return None
        case _:
            return ratio(line)


def _line(one: Marked, most: Fraction, language: str) -> list[v.Shape]:
    """Return the line to pass, where it stands on the bar."""
    points = points_of(one, one.pass_mark)
    if points is None or points > most:
        return []
    x = _at(points, most)
    text = say("view.score.line", language, points=tidy(points))
    label = v.Label(min(max(x, EDGE), WIDTH - EDGE), 12, text, 12, "middle", strong=True)
    return [v.Stroke(((x, 16), (x, 52)), v.Ink.INK, 2.2), label]


def of_item(one: ItemScore, heaviest: Exact) -> v.Picture | None:
    """Return the bar of an item, all on one scale per point, so that its weight is seen."""
    points = ratio(one.item.max_points)
    if points == 0 or one.is_out:
        return None
    scale = ROW / ratio(heaviest)
    width, low, high = (float(ratio(each) * scale) for each in (points, one.low, one.high))
    shapes: list[v.Shape] = [v.Box(0, 3, width, BAR, v.Ink.TRACK)]
    shapes += [v.Box(0, 3, low, BAR)] if low > 0 else []
    shapes += [v.Hatch(low, 3, high - low, BAR)] if high > low else []
    shapes.append(v.Box(0.5, 3.5, width - 1, BAR - 1, v.Ink.EDGE, filled=False))
    return v.picture(ROW, 20, shapes)


def signs(one: Marked) -> dict[str, v.Picture]:
    """Return what the signs of the bars look like, by what they mean: those that are used."""
    box = v.Box(0, 0, 18, 10)
    edge = v.Box(0.5, 0.5, 17, 9, v.Ink.EDGE, filled=False)
    known = {
        "have": v.picture(18, 10, (box,)),
        "open": v.picture(18, 10, (v.Hatch(0, 0, 18, 10),)),
        "lost": v.picture(18, 10, (v.Box(0, 0, 18, 10, v.Ink.TRACK), edge)),
        "line": v.picture(4, 12, (v.Stroke(((2, 0), (2, 12)), v.Ink.INK, 2.2),)),
    }
    used = {
        "have": one.low != 0,
        "open": one.low != one.high,
        "lost": one.high != one.possible[1],
        "line": points_of(one, one.pass_mark) is not None,
    }
    return {name: known[name] for name in known if used[name]}
