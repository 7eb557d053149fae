"""Score sheets: items with their points, the mark that passes, and bands of points.

Sources differ on whether an item is marked freely or all or nothing, on what must pass whatever
the points, and on whom an item is for; some print no mark to pass. That is data.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property
from itertools import islice, pairwise
from typing import Any, TypeVar

import attrs

from careplan.base.errors import Problem, look_up
from careplan.base.exact import Exact, ratio, tidy
from careplan.base.frozenmap import frozen, keep
from careplan.base.messages import say
from careplan.base.text import Labelled, Text
from careplan.criteria.nodes import TRUE, Criterion, noun_of
from careplan.documents.clauses import Document, Interpretation
from careplan.documents.encoded import ByReading, Encoded, duplicates, given, pick, ways
from careplan.documents.rules import Cited, nouns_in, unread_by
from careplan.fields.declaring import Noun
from careplan.fields.shapes import NAME, aside, at_least_one, kept, left_out


class Marking(Labelled):
    """How the points of an item may be given."""

    ASSESSED = (
        "assessed",
        "评分人员在零分至满分之间评定",
        "the assessor gives any mark up to the maximum",
    )
    ALL_OR_NOTHING = ("all_or_nothing", "满分或零分", "all points or none")


@frozen
class Share(Encoded):
    """A share of the points of the items that apply, as a fraction of 1: four fifths is 0.8.

    >>> Share(0.8).told("en")
    '80%'
    """

    value: Exact

    def _contradictions(self) -> Iterable[Problem]:
        if ratio(self.value) > 1:
            yield Problem("value", "too_large", self.value, {"maximum": 1})

    def told(self, language: str) -> str:
        """Say it in per cent where that is exact, and as a fraction where it is not."""
        share = ratio(self.value)
        percent = tidy(share * 100)
        if isinstance(percent, Fraction):
            return say("share", language, part=share.numerator, whole=share.denominator)
        return say("share.percent", language, share=percent)


_T = TypeVar("_T")
MOST_KEPT = 64  # of what was found out about a sheet: a day under some readings takes one place
MOST_WAYS = 100  # to read one line: bands are compared in every pair of them
Line = Exact | Share  # from where on a sheet passes, or a band begins


@frozen(kw_only=True)
class SheetItem(Cited):
    """One line of a sheet. `criterion` is what it asks of the subject, as far as facts can say.

    Without one no fact brings its points: the assessor gives them. An item for some subjects
    only says in `applies` for whom; for others it leaves the points reached and the points there
    are. `least` is the least mark of its own, without which the sheet fails whatever the
    points. An item that `must_pass` needs all its points; one without points is passed or
    not, yes or no.
    """

    key: str = attrs.field(metadata=kept(NAME))
    label: Text
    max_points: Exact
    criterion: Criterion | ByReading | None = attrs.field(default=None, converter=given)
    applies: Criterion | ByReading = attrs.field(default=TRUE, converter=given, metadata=left_out())
    must_pass: bool = attrs.field(default=False, metadata=left_out())
    least: Exact | None = None

    def _contradictions(self) -> Iterable[Problem]:
        if self.least is None:
            return
        if self.must_pass:
            other = {"other_field": "must_pass", "other": self.must_pass}
            yield Problem("least", "contradiction", self.least, other)
        if self.least == 0:
            yield Problem("least", "not_positive", self.least)
        elif ratio(self.least) > ratio(self.max_points):
            yield Problem("least", "too_large", self.least, {"maximum": self.max_points})

    @property
    def yes_or_no(self) -> bool:
        """Whether it has no points and is only passed or not."""
        return self.must_pass and self.max_points == 0

    @property
    def floor(self) -> Exact | None:
        """The points without which the sheet fails; None if the item may bring any."""
        return self.max_points if self.must_pass else self.least

    def nouns(self) -> tuple[type[Noun], ...]:
        """Return the nouns the item asks about: one, unless it contradicts itself."""
        asked = (self.criterion, self.applies)
        return tuple(noun for one in asked if one is not None for noun in nouns_in(one))

    def noun(self) -> type[Noun] | None:
        """Return the noun the item asks about."""
        return next(iter(self.nouns()), None)


@frozen(kw_only=True)
class Band(Cited):
    """A band of points, from `least` on up to the next band's; None if no cut point is known."""

    key: str = attrs.field(metadata=kept(NAME))
    label: Text
    least: Exact | Share | ByReading | None = None


@frozen(kw_only=True)
class Scorecard(Cited):
    """A score sheet of a document. Cited by the clause that sets the mark to pass.

    `applies` says which subjects the sheet is for; `marking` how an item may be marked;
    `pass_mark` is in points or a share of what applies, None if no mark to pass is known;
    `bands` stand from the lowest to the highest, and all have a cut point or none has.
    `total_points` is the sum the document prints. `questions` are the interpretations
    the sheet depends on, so that it scores alone.
    """

    key: str = attrs.field(metadata=kept(NAME))
    title: Text
    applies: Criterion = attrs.field(default=TRUE, converter=given)
    items: tuple[SheetItem, ...] = attrs.field(metadata=at_least_one(SheetItem))
    pass_mark: Exact | Share | ByReading | None = None
    bands: tuple[Band, ...] = ()
    total_points: Exact | None = None
    marking: Marking | ByReading = Marking.ASSESSED
    questions: tuple[Interpretation, ...] = ()
    document: Document | None = aside()

    def _contradictions(self) -> Iterable[Problem]:
        yield from duplicates("items", (item.key for item in self.items))
        yield from self._beyond("pass_mark", self.pass_mark)
        yield from self._bands()
        yield from duplicates("questions", (question.id for question in self.questions))
        known = {question.id: question for question in self.questions}
        unknown = (problem for one in self.with_parts() for problem in unread_by(one, known))
        yield from dict.fromkeys(attrs.evolve(one, path="questions") for one in unknown)
        if len(set(self._nouns())) > 1:
            yield Problem("items", "several_nouns", None)

    def _beyond(self, path: str, line: Line | ByReading | None) -> Iterator[Problem]:
        """Yield a problem for points that all items together do not bring."""
        said = [one for _, one in islice(ways(line), MOST_WAYS + 1)]
        if len(said) > MOST_WAYS:
            yield Problem(path, "too_many", None, {"maximum": MOST_WAYS})
        for one in dict.fromkeys(said):
            if not isinstance(one, Share | None) and ratio(one) > ratio(self.max_points):
                yield Problem(path, "too_large", one, {"maximum": self.max_points})

    def _bands(self) -> Iterator[Problem]:
        yield from duplicates("bands", (band.key for band in self.bands))
        stated = [band.least is not None for band in self.bands]
        for index, band in enumerate(self.bands):
            path = f"bands[{index}].least"
            if any(stated) and band.least is None:
                yield Problem(path, "required", None)
            yield from self._beyond(path, band.least)
        if all(stated) and not any(_of_many(band.least) for band in self.bands):
            for index, (below, band) in enumerate(pairwise(self.bands), start=1):
                found = _out_of_order(f"bands[{index}].least", below.least, band.least)
                yield from dict.fromkeys(found)

    @property
    def max_points(self) -> Exact:
        """The points of all items together."""
        return tidy(sum((ratio(item.max_points) for item in self.items), ratio(0)))

    def _nouns(self) -> Iterator[type[Any]]:
        about = noun_of(self.applies)
        yield from () if about is None else (about,)
        yield from (noun for item in self.items for noun in item.nouns())

    def noun(self) -> type[Noun] | None:
        """Return the noun the sheet is about; None if it asks nothing of a subject."""
        return next(self._nouns(), None)

    def once(self, key: tuple[object, ...], make: Callable[[], _T]) -> _T:
        """Return what was made for a key before, or make it: what no subject changes is kept.

        The key holds all that it depends on beside the sheet. What is kept is no part of the sheet.
        """
        kept = self._kept
        made: _T | None = kept.get(key)
        return keep(kept, key, make(), MOST_KEPT) if made is None else made

    @cached_property
    def _kept(self) -> dict[tuple[object, ...], Any]:
        return {}

    def cuts(
        self, readings: Mapping[str, str], on: date | None = None
    ) -> tuple[tuple[Band, Line | None], ...]:
        """Return the bands under `readings`, on a day if given, each with where it begins."""
        bands = (band for band in self.bands if band.holds_under(readings, on))
        return tuple((band, pick(band.least, readings)) for band in bands)

    def item(self, key: object) -> SheetItem:
        """Return the item called `key`, or raise NotFound."""
        return look_up("item", key, {item.key: item for item in self.items})


def _of_many(line: Line | ByReading | None) -> bool:
    return len([*islice(ways(line), MOST_WAYS + 1)]) > MOST_WAYS


def _out_of_order(path: str, below: Any, least: Any) -> Iterator[Problem]:
    """Yield what is wrong with the cut point of a band, given that of the band below."""
    for taken, low in ways(below):
        for also, high in ways(least):
            if any(taken.get(name, option) != option for name, option in also.items()):
                continue  # no reading takes both
            one, other = (each.value if isinstance(each, Share) else each for each in (low, high))
            if isinstance(low, Share) is not isinstance(high, Share):
                yield Problem(path, "other_measure", other, {"other": one})
            elif ratio(other) <= ratio(one):
                yield Problem(path, "not_above", other, {"other": one})
