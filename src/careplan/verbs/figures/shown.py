"""Sums by group and a split total as grids."""

from collections.abc import Callable, Iterable, Iterator

import attrs

import careplan.display.views.parts as p
from careplan.base.exact import Exact
from careplan.base.messages import say, show
from careplan.base.text import Text
from careplan.display.views.words import Small, Words

SIDE_BY_SIDE = 8  # groups of the second fact: more have no room beside each other


@attrs.frozen
class Sum:
    """What a group comes to, in words, and how many of how many items state it."""

    said: str
    items: int
    stated: int

    def words(self, language: str) -> Words:
        """Return the sum, with how many items state it, where not all do."""
        if self.items == 0:  # there is no such group, which is no zero
            return say("tracking.dash", language)
        if self.stated == self.items:
            return self.said
        stated = say("figures.stated", language, items=self.items, stated=self.stated)
        return (self.said, Small(stated))


@attrs.frozen(kw_only=True)
class Sums:
    """Sums by one fact or by two, in one language: rows, columns, and a total both ways."""

    by: tuple[Text, ...]
    of: str
    rows: tuple[tuple[str, Sum], ...]
    columns: tuple[tuple[str, Sum], ...]
    total: Sum
    cell: Callable[[int, int], Sum]
    language: str

    def grid(self) -> p.Grid:
        """Return the rows, with the columns beside each other where they have room."""
        crossed = 0 < len(self.columns) <= SIDE_BY_SIDE
        heads = self._crossed() if crossed else self._plain()
        lines = self._beside() if crossed else self._below()
        together = say("roll_up.total", self.language)
        total = self.total.words(self.language)
        if crossed:
            sums = (one.words(self.language) for _, one in self.columns)
            foot = p.line(together, *sums, total)
        else:
            foot = p.line(together, *([""] if self.columns else []), total)
        return p.Grid(self.of, tuple(heads), tuple(lines), foot=(foot,), one_line=True)

    def _crossed(self) -> Iterator[p.Head]:
        yield p.Head(show(self.by[0], self.language), p.Role.NAME)
        for name, _ in self.columns:
            yield p.Head(name, p.Role.FIGURE)
        yield p.Head(say("roll_up.total", self.language), p.Role.FIGURE)

    def _beside(self) -> Iterator[p.Line]:
        for n, (name, total) in enumerate(self.rows):
            cells = (self.cell(n, m).words(self.language) for m in range(len(self.columns)))
            yield p.line(name, *cells, total.words(self.language))

    def _plain(self) -> Iterator[p.Head]:
        for place, fact in enumerate(self.by):
            yield p.Head(show(fact, self.language), p.Role.WORDS if place else p.Role.NAME)
        yield p.Head(self.of, p.Role.FIGURE)

    def _below(self) -> Iterator[p.Line]:
        for n, (name, total) in enumerate(self.rows):
            if not self.columns:
                yield p.line(name, total.words(self.language))
            for m, (column, _) in enumerate(self.columns):
                one = self.cell(n, m)
                if one.items:
                    yield p.line(name, column, one.words(self.language))


@attrs.frozen
class Share:
    """What one name is given of a total: its weight, its exact share, and how many."""

    name: str
    weight: Exact
    quota: str
    slots: int


def split_grid(total: int, shares: Iterable[Share], language: str) -> p.Grid:
    """Return what each name is given of a total, and all of them together."""
    return p.Grid(
        label=say("figures.split", language),
        heads=(
            p.Head(say("figures.name", language), p.Role.NAME),
            p.Head(say("figures.weight", language), p.Role.FIGURE),
            p.Head(say("figures.quota", language), p.Role.FIGURE),
            p.Head(say("figures.given", language), p.Role.FIGURE),
        ),
        lines=tuple(
            p.line(one.name, show(one.weight, language), one.quota, show(one.slots, language))
            for one in shares
        ),
        foot=(p.line(say("roll_up.total", language), "", "", show(total, language)),),
        one_line=True,
    )
