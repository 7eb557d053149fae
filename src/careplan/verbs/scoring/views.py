"""The display of a score: the answer, the bar of the whole, the items, and what is open."""

from collections.abc import Iterator
from itertools import chain

import careplan.display.views.parts as p
from careplan.base.exact import Exact, ratio, tidy
from careplan.base.messages import join, say
from careplan.base.truth import Outcome, Truth
from careplan.display.views.parts import cell, line, part
from careplan.display.views.words import Mark, Strong, Tag, Words
from careplan.documents.scales.sheets import Share
from careplan.documents.wording.citing import Otherwise, readings_part, source_of, told
from careplan.verbs.scoring.bars import of_item, open_points, points_of, signs, whole
from careplan.verbs.scoring.items import ItemScore
from careplan.verbs.scoring.marked import Marked
from careplan.verbs.scoring.otherwise import Rescored, changes, otherwise

MARKS = {
    Outcome.MET: Mark.GOOD,
    Outcome.NOT_MET: Mark.BAD,
    Outcome.UNKNOWN: Mark.OPEN,
}


def score_view(one: Marked, language: str, detail: p.Detail) -> p.View:
    """Return the display of a score."""
    everything = detail is p.Detail.ALL
    parts = [_bar(one, language, everything=everything), *_asked(one, language)]
    parts += [*_bands(one, language), *_readings(one, language, everything=everything)]
    return p.View(
        title=one.sheet.title.get(language),
        source=source_of(one.sheet.document, language, one.sheet.clause.locator),
        answer=p.Answer(
            answered(one, language),
            MARKS.get(one.outcome, Mark.NONE),
            say(f"view.score.word.{one.outcome.value}", language),
        ),
        parts=tuple(parts),
        notes=tuple(_notes(one, language, everything=everything)),
    )


# --- the answer -----------------------------------------------------------------------------


def answered(one: Marked, language: str) -> str:
    """Say in sentences what the marks come to, and what that still takes."""
    if one.outcome is Outcome.NOT_APPLICABLE:
        return say("view.score.for_none", language)
    said = say("view.score.stop", language, said=_joined(_sums(one, language), language))
    rest = (say("view.score.stop", language, said=each) for each in _standing(one, language))
    return told((said, *rest), language)


def _joined(texts: Iterator[str], language: str) -> str:
    return say("view.score.joint", language).join(texts)


def _sums(one: Marked, language: str) -> Iterator[str]:
    settled = one.low == one.high
    code = "view.score.points" if settled else "view.score.points.range"
    yield say(code, language, low=one.low, high=one.high)
    whole_sheet = (one.sheet.max_points,) * 2
    if one.possible != whole_sheet or isinstance(one.pass_mark, Share):
        yield say("view.score.of", language, points=_range(*one.possible, language))
    match one.pass_mark:
        case None:
            yield say("view.score.no_line", language)
        case Share():
            yield _share(one, one.pass_mark, language)
        case points:
            yield say("view.score.line", language, points=points)


def _share(one: Marked, mark: Share, language: str) -> str:
    """Say a line that is a share, and what that is in points where it is settled."""
    share, points = mark.told(language), points_of(one, mark)
    if points is None:
        return say("view.score.line.share", language, share=share)
    return say("view.score.line.share.so", language, share=share, points=tidy(points))


def _standing(one: Marked, language: str) -> Iterator[str]:
    """Say what cannot be mended, or what the open items must bring."""
    labels = {each.item.key: each.item.label for each in one.items}
    if one.standing.applying.may_be_none:
        yield say("view.score.may_be_none", language)
    if one.failed_items:
        items = tuple(labels[key] for key in one.failed_items)
        yield say("view.score.vetoed", language, items=items)
    elif one.outcome is Outcome.NOT_MET:
        settled = one.low == one.high
        yield say("view.score.below" if settled else "view.score.out_of_reach", language)
    elif one.items_to_pass:
        items = tuple(labels[key] for key in one.items_to_pass)
        yield say("view.score.to_pass", language, items=items)
    needed = one.needed
    if needed is not None and needed != 0:
        yield _needed(one, needed, language)
    elif one.outcome is Outcome.MET and one.open_items:
        yield say("view.score.enough", language)


def _needed(one: Marked, needed: Exact, language: str) -> str:
    bringing = [each for each in one.items if each.lacks_mark and each.low != each.high]
    if not bringing:
        return say("view.score.depends", language)
    if len(bringing) == 1:
        item = bringing[0].item
        most = item.max_points
        return say("view.score.needs", language, item=item.label, most=most, needed=needed)
    return say("view.score.need", language, count=len(bringing), needed=needed)


# --- the items ------------------------------------------------------------------------------


def _bar(one: Marked, language: str, *, everything: bool) -> p.Part:
    listed = [each for each in one.items if everything or not each.is_out]
    said = _joined(chain(_sums(one, language), _to_be_marked(one, language)), language)
    alt = say("view.score.picture", language, said=said)
    drawn = whole(one, alt, language)
    figure = None if drawn is None else p.Figure(drawn)
    key = tuple(
        (sign, say(f"view.score.key.{name}", language)) for name, sign in signs(one).items()
    )
    grid = _grid(one, listed, language, everything=everything) if listed else None
    return part("", figure, p.Key(key) if figure and key else None, grid)


def _to_be_marked(one: Marked, language: str) -> Iterator[str]:
    if (points := open_points(one)) != 0:
        yield say("view.score.open", language, points=points)


def _grid(one: Marked, listed: list[ItemScore], language: str, *, everything: bool) -> p.Grid:
    heaviest = max(each.item.max_points for each in one.items)
    lines = tuple(
        line(
            str(number),
            each.item.label.get(language),
            _maximum(each, language),
            _points(each, language),
            cell(picture=of_item(each, heaviest)),
            _state(each, language),
            *([each.item.clause.locator] if everything else []),
        )
        for number, each in enumerate(listed, start=1)
    )
    return p.Grid(
        say("view.score.grid", language),
        tuple(_heads(language, everything=everything)),
        lines,
        foot=(_total(one, language, everything=everything),),
        right=say("view.score.unit", language),
        one_line=True,
    )


def _heads(language: str, *, everything: bool) -> Iterator[p.Head]:
    yield p.Head(say("view.common.number", language), p.Role.NUMBER)
    yield p.Head(say("view.score.head.item", language), p.Role.NAME)
    yield p.Head(say("view.score.head.most", language), p.Role.FIGURE)
    yield p.Head(say("view.score.head.points", language), p.Role.FIGURE)
    scale = say("view.score.head.scale", language)
    yield p.Head(say("view.score.head.bar", language), p.Role.PICTURE, scale)
    yield p.Head(say("view.common.state", language), p.Role.STATE)
    if everything:
        yield p.Head(say("view.common.locator", language))


def _maximum(each: ItemScore, language: str) -> str:
    if each.item.yes_or_no:
        return say("view.common.nothing", language)
    return say("view.common.figure", language, low=each.item.max_points)


def _points(each: ItemScore, language: str) -> str:
    if each.item.yes_or_no or each.is_out:
        return say("view.common.nothing", language)
    return _range(each.low, each.high, language)


def _range(low: Exact, high: Exact, language: str) -> str:
    code = "view.common.figure" if low == high else "view.common.range"
    return say(code, language, low=low, high=high)


def _state(each: ItemScore, language: str) -> Words:
    mark, code = _standing_of(each)
    most, low, floor = ratio(each.item.max_points), ratio(each.low), each.item.floor
    word = say(f"view.score.state.{code}", language, lost=tidy(most - low), least=floor)
    if each.applies is Truth.UNKNOWN:
        return Tag(Mark.OPEN, say("view.score.may_apply", language, state=word))
    return Tag(mark, word)


def _standing_of(each: ItemScore) -> tuple[Mark, str]:
    """Return how an item stands: a mark, and the word for it."""
    if each.is_out:
        return Mark.NONE, "out"
    if each.lacks_mark:
        needed = each.item.floor is not None
        return Mark.OPEN, "open.must" if needed or each.item.yes_or_no else "open"
    if each.item.yes_or_no:
        return (Mark.GOOD, "passed") if each.yes else (Mark.BAD, "not_passed")
    if each.passed is Truth.FALSE:
        return Mark.BAD, "failed"
    full = ratio(each.low) == ratio(each.item.max_points)
    return (Mark.GOOD, "full") if full else (Mark.NONE, "lost")


def _total(one: Marked, language: str, *, everything: bool) -> p.Line:
    left = _joined(_left(one, language), language)
    state: Words = Tag(Mark.OPEN, left) if left else ""
    return line(
        "",
        say("view.common.total", language),
        Strong(_range(*one.possible, language)),
        Strong(_range(one.low, one.high, language)),
        "",
        state,
        *([""] if everything else []),
    )


def _left(one: Marked, language: str) -> Iterator[str]:
    """Yield how many items are to be marked, and how many points are open, as the bar shows.

    Points of an item that is marked are open where it may not apply.
    """
    if one.open_items:
        yield say("view.score.left", language, count=len(one.open_items))
    if (points := open_points(one)) != 0:
        yield say("view.score.left.points", language, points=points)


# --- what is open, bands, readings, notes ---------------------------------------------------


def _asked(one: Marked, language: str) -> Iterator[p.Part]:
    """Yield the questions whose answers would settle items, each once, with these."""
    noun = one.sheet.noun()
    found: dict[str, list[str]] = {}
    for each in one.items:
        for asked in each.asked(noun, language):
            found.setdefault(asked, []).append(each.item.label.get(language))
    if not found:
        return
    heads = (
        p.Head(say("view.common.number", language), p.Role.NUMBER),
        p.Head(say("view.common.question.head", language), p.Role.NAME),
        p.Head(say("view.score.head.settles", language)),
    )
    lines = tuple(
        line(str(number), Tag(Mark.OPEN, asked), join(items, language))
        for number, (asked, items) in enumerate(found.items(), start=1)
    )
    title = say("view.common.asked", language, count=len(found))
    yield part(title, p.Grid(title, heads, lines, one_line=True))


def _bands(one: Marked, language: str) -> Iterator[p.Part]:
    """Yield which bands are possible, and what the next one takes."""
    if not one.sheet.bands:
        return
    listed = [p.Paragraph(_band(one, language))]
    if one.next_band is not None:
        needed, label = one.needed_for_next, one.next_band.label
        code = "view.score.next" if one.low != one.high else "view.score.next_up"
        listed.append(p.Paragraph(say(code, language, needed=needed, band=label)))
    yield part(say("view.score.bands", language), *listed)


def _band(one: Marked, language: str) -> str:
    if all(band.least is None for band in one.sheet.bands):
        bands = tuple(band.label for band in one.sheet.bands)
        return say("view.score.no_cuts", language, bands=bands)
    if one.high_band is None:
        return say("view.score.no_band", language)
    if one.band is not None:
        return say("view.score.band", language, band=one.band.label)
    bands = tuple(band.label for band in one.possible_bands)
    code = "view.score.bands.or_none" if one.low_band is None else "view.score.bands.possible"
    return say(code, language, bands=bands)


def _readings(one: Marked, language: str, *, everything: bool) -> Iterator[p.Part]:
    """Yield what another reading would change; with `everything`, also those that change none."""
    listed = [each for each in otherwise(one) if everything or changes(one, each)]
    said = (Otherwise(each.taken, each.option, _effect(one, each, language)) for each in listed)
    yield from readings_part(said, language)


def _effect(one: Marked, other: Rescored, language: str) -> str:
    """Say what another reading would change."""
    if not changes(one, other):
        return say("view.common.reading.same", language)
    said = []
    if other.refused:
        items = tuple(each.item.label for each in other.refused)
        said.append(say("view.score.refused", language, items=items))
    if other.other.outcome is not one.outcome:
        word = say(f"view.score.word.{other.other.outcome.value}", language)
        said.append(say("view.common.reading.becomes", language, outcome=word))
    points = _range(other.other.low, other.other.high, language)
    if points != _range(one.low, one.high, language):
        said.append(say("view.score.becomes", language, points=points))
    if other.other.possible_bands != one.possible_bands and not said:
        bands = tuple(band.label for band in other.other.possible_bands)
        said.append(say("view.score.bands.possible", language, bands=bands))
    return say("view.joint", language).join(said)


def _notes(one: Marked, language: str, *, everything: bool) -> Iterator[str]:
    if any(each.low != each.high for each in one.items if not each.is_out):
        yield say("view.score.note.open", language)
    if one.pass_mark is None:
        yield say("view.score.note.no_line", language)
    if one.room_ignored:
        noted = "view.score.note.room.other" if one.room_counts_under else "view.score.note.room"
        yield say(noted, language)
    left = sum(each.is_out for each in one.items)
    if left and not everything:
        yield say("view.score.note.out", language, count=left)
