"""What facts come to by group: sums that say of how many items they are, and totals of them."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

import attrs

from careplan.base.errors import NotFound
from careplan.base.exact import MAX_MAGNITUDE, Exact, ratio, tidy
from careplan.base.foreign import Hosted
from careplan.base.messages import join, say, show
from careplan.base.text import Text
from careplan.display.cells import Row, text
from careplan.display.result import Result
from careplan.display.tables.table import Table
from careplan.display.views.parts import Answer, Detail, View, part
from careplan.fields.kinds import NumberKind
from careplan.fields.shapes import AnyValue, Maybe, kept
from careplan.verbs.figures.nearly import nearly
from careplan.verbs.figures.shown import Sum, Sums

_SORT = Text(zh="行别", en="sort of row")
_FIGURE = kept(Maybe(NumberKind(step=1, minimum=-MAX_MAGNITUDE)))


@attrs.frozen(kw_only=True)
class GroupSum(Hosted):
    """What the items of one group come to: the sum of what is stated, and how many state it.

    `keys` say which group, one for each fact it is grouped by; a total of several groups has
    fewer. `sum` is None where no item states a figure: that is no zero. Of shares it is the sum
    of the parts, beside that of their wholes; an item counts if it states both.
    """

    keys: tuple[object, ...] = attrs.field(metadata=kept(AnyValue()))  # None may be one
    items: int
    stated: int
    sum: Exact | None = attrs.field(metadata=_FIGURE)
    whole: Exact | None = attrs.field(default=None, metadata=_FIGURE)

    @property
    def unstated(self) -> int:
        """How many items state no figure."""
        return self.items - self.stated

    @property
    def share(self) -> Exact | None:
        """The sum of the parts over that of the wholes, exact; None without a whole, or of 0."""
        if self.sum is None or self.whole is None or self.whole == 0:
            return None
        return tidy(ratio(self.sum) / ratio(self.whole))

    def shown(self, language: str) -> Sum:
        """Return what the group comes to, as it is shown."""
        return Sum(self._figure(language), self.items, self.stated)

    def _figure(self, language: str) -> str:
        if self.sum is None or self.whole is None:
            return show(self.sum, language)
        if self.share is None:
            return say("roll_up.parts", language, part=self.sum, whole=self.whole)
        percent = nearly(tidy(100 * ratio(self.share)), language)
        return say("roll_up.share", language, part=self.sum, whole=self.whole, percent=percent)


def added(keys: tuple[object, ...], groups: Iterable[GroupSum]) -> GroupSum:
    """Return what several groups come to together."""
    listed = tuple(groups)
    return GroupSum(
        keys=keys,
        items=sum(one.items for one in listed),
        stated=sum(one.stated for one in listed),
        sum=_sum(one.sum for one in listed),
        whole=_sum(one.whole for one in listed),
    )


def _sum(figures: Iterable[Exact | None]) -> Exact | None:
    stated = [ratio(one) for one in figures if one is not None]
    return tidy(sum(stated, start=ratio(0))) if stated else None


def marked(key: object) -> tuple[bool, object]:
    """Return a key that tells yes from 1, which Python takes for the same."""
    return isinstance(key, bool), key


@attrs.frozen(kw_only=True, repr=False)
class RollUp(Result):
    """Sums by group: `result[key]` is one, and `result[key, key]` where they are by two facts.

    `rows` are by the first fact, `columns` by the second, `total` is all items. Only the
    innermost groups (`cells`) are kept, so that every total is the sum of them. A group that
    is not stated (None) is a group of its own. They stand as they first come in the items.
    """

    by: tuple[Text, ...]
    of: tuple[Text, ...]
    cells: tuple[GroupSum, ...]

    @cached_property
    def rows(self) -> tuple[GroupSum, ...]:
        """A group for each value of the first fact."""
        return self._by(0)

    @cached_property
    def columns(self) -> tuple[GroupSum, ...]:
        """A group for each value of the second fact; none where there is no second."""
        return self._by(1) if len(self.by) > 1 else ()

    @cached_property
    def total(self) -> GroupSum:
        """All items together."""
        return added((), self.cells)

    def column(self, key: object) -> GroupSum:
        """Return what a value of the second fact comes to; raises NotFound for another."""
        return _look_up(key, self._by_column)

    @cached_property
    def _by_row(self) -> dict[object, GroupSum]:
        return {marked(one.keys[0]): one for one in self.rows}

    @cached_property
    def _by_column(self) -> dict[object, GroupSum]:
        return {marked(one.keys[0]): one for one in self.columns}

    @cached_property
    def _cells_of(self) -> tuple[dict[object, list[GroupSum]], ...]:
        """The cells of each value, by the first fact and by the second."""
        found: tuple[dict[object, list[GroupSum]], ...] = tuple({} for _ in self.by)
        for cell in self.cells:
            for place, key in enumerate(cell.keys):
                found[place].setdefault(marked(key), []).append(cell)
        return found

    def _by(self, place: int) -> tuple[GroupSum, ...]:
        each = self._cells_of[place].values()
        return tuple(added((cells[0].keys[place],), cells) for cells in each)

    def __iter__(self) -> Iterator[GroupSum]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, asked: object) -> GroupSum:
        match asked:
            case (first, second):
                keys = (*_look_up(first, self._by_row).keys, *self.column(second).keys)
                nothing = GroupSum(keys=keys, items=0, stated=0, sum=None)
                return self._by_keys.get(tuple(map(marked, keys)), nothing)
            case _:
                return _look_up(asked, self._by_row)

    @cached_property
    def _by_keys(self) -> dict[tuple[object, ...], GroupSum]:
        return {tuple(map(marked, cell.keys)): cell for cell in self.cells}

    def table(self, language: str = "zh") -> Table:
        """Return its rows as a table, under the names of what they are grouped by and added up.

        Raises NotFound for another language.
        """
        made = Result.table(self, language)
        keys = zip(("group", "across", "sum", "whole"), (*self._by_two, *self._of_two), strict=True)
        called = {"kind": _SORT} | {key: name for key, name in keys if name is not None}
        stems = {column.key: column.key.removesuffix(f"_{language}") for column in made.columns}
        columns = (
            attrs.evolve(column, heading=called.get(stems[column.key], column.heading))
            for column in made.columns
        )
        return attrs.evolve(made, columns=tuple(columns))

    @property
    def _by_two(self) -> tuple[Text | None, Text | None]:
        return self.by[0], self.by[1] if len(self.by) > 1 else None

    @property
    def _of_two(self) -> tuple[Text | None, Text | None]:
        return self.of[0], self.of[1] if len(self.of) > 1 else None

    def _view(self, language: str, detail: Detail) -> View:  # noqa: ARG002 - it leaves nothing out
        """Show what all items come to, then each group."""
        of, total = self._of(language), self.total.shown(language)
        by = join((show(one, language) for one in self.by), language)
        sums = Sums(
            by=self.by,
            of=of,
            rows=tuple((show(one.keys[0], language), one.shown(language)) for one in self.rows),
            columns=tuple(
                (show(one.keys[0], language), one.shown(language)) for one in self.columns
            ),
            total=total,
            cell=lambda row, column: self._crossing(row, column).shown(language),
            language=language,
        )
        said = say(
            "figures.total",
            language,
            by=by,
            of=of,
            sum=total.said,
            items=total.items,
            stated=total.stated,
        )
        return View(
            title=say("figures.title", language, by=by, of=of),
            answer=Answer(said),
            parts=(part("", sums.grid()),) if self.cells else (),
        )

    def _crossing(self, row: int, column: int) -> GroupSum:
        return self[self.rows[row].keys[0], self.columns[column].keys[0]]

    def _of(self, language: str) -> str:
        if len(self.of) == 1:
            return show(self.of[0], language)
        return say("roll_up.ratio", language, part=self.of[0], whole=self.of[1])

    def _rows(self) -> Iterator[Row]:
        across = len(self.by) > 1
        for cell in self.cells:
            yield _row("group", cell, *cell.keys)
        if across:
            for row in self.rows:
                yield _row("subtotal", row, *row.keys)
            for column in self.columns:
                yield _row("subtotal", column, _ALL, *column.keys)
        yield _row("total", self.total)


_ALL = object()  # what a total is of, where a group has a key


def _row(kind: str, one: GroupSum, first: Any = _ALL, second: Any = _ALL) -> Row:
    return {
        "kind": kind,
        **text("group", _label(first)),
        **text("across", _label(second)),
        "items": one.items,
        "stated": one.stated,
        "unstated": one.unstated,
        "sum": one.sum,
        "whole": one.whole,
        "share": one.share,
    }


def _label(key: object) -> Text | None:
    return None if key is _ALL else Text(zh=show(key, "zh"), en=show(key, "en"))


def _look_up(key: object, known: dict[object, GroupSum]) -> GroupSum:
    try:
        return known[marked(key)]
    except (KeyError, TypeError):  # what has no hash is no key
        raise NotFound("key", key, [show(one.keys[0], "zh") for one in known.values()]) from None
