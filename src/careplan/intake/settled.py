"""A table's columns and lines settled, before any row is read: what each is, and its unit."""

from collections.abc import Iterator, Mapping, Sequence

import attrs

from careplan.base.characters import folded, squeezed
from careplan.base.errors import InvalidInput, Problem
from careplan.base.text import Text
from careplan.fields.kinds import CountKind, FactSpec, FlagKind, ItemsKind, NumberKind
from careplan.intake.asked import Asked
from careplan.intake.cells.taken import Doubt
from careplan.intake.cells.units import Quantity, Unit, unit_of
from careplan.intake.heads.aliases import ALIASES
from careplan.intake.heads.columns import Column
from careplan.intake.heads.headings import HeadingUse, bare
from careplan.intake.heads.layout import Layout, layout
from careplan.intake.places import LOCALITY
from careplan.intake.problems import RowProblem
from careplan.intake.rows.row import Reading
from careplan.intake.rows.sorting import TOTALS, RowKind, Sorted, Sorting, settled
from careplan.intake.table import Table

NUMBERS = (CountKind, NumberKind, ItemsKind)
_NAMES, _PLACES = (
    frozenset(bare(text).name for text in ALIASES[fact].split()) for fact in ("name", LOCALITY)
)


class Settled:
    """What stands fast of a table: the kinds of its lines, and what each column holds.

    `numbers` are the columns that have totals, `added` those that hold no fact and are added up,
    by `sums`; `names` the places of names. `problems` are what is not certain of all that.
    """

    def __init__(self, asked: Asked, table: Table) -> None:
        """Tell the lines apart, and settle what each column holds."""
        self.asked, self.table = asked, table
        found = layout(asked.noun, table.headings, asked.said, asked.outside, table.is_filled)
        self.headings = found.headings
        self.problems = [*table.problems, *found.problems]
        self.unsaid = {one.fact for one in found.problems if one.code == "intake.no_column"}
        sorting = Sorting(
            headings=tuple(map(squeezed, table.headings)),
            text_columns=_text_columns(found),
            naming=_naming(found),
            total_words=asked.total_words,
        )
        self.kinds = settled([sorting.kind_of(cells) for _, cells in table.rows])
        money, spoilt = units_of_lines([*map(sorting.kind_of, table.above), *self.kinds])
        self.columns = tuple(
            attrs.evolve(one, unit=spoilt) if spoilt and _lacks_unit(one) else one
            for one in self._without_codes(found.columns)
        )
        self._refuse_carried()
        self.numbers = tuple(
            one
            for one in self.columns
            if any(isinstance(spec.kind, NUMBERS) for spec in one.specs.values())
        )
        self.sums = {**self._across(), **asked.sums}
        self.added = self._added()
        self.names = frozenset(
            one.place
            for one in found.headings
            if bare(one.text).name in _NAMES or "name" in one.facts
        )
        self.reading = Reading(
            asked.noun,
            self.columns,
            asked.habits,
            places=asked.outside.places,
            currency=asked.currency or money,
            unit_column=asked.unit_column,
            uncertain={
                path
                for one in found.headings
                if one.use is HeadingUse.DOUBLED
                for path in one.facts
            },
        )

    @property
    def is_of_places(self) -> bool:
        """Whether a row is of a place, and not of one of several things in it with names."""
        return not any(
            bare(one.text).name in _NAMES or one.suggestion in _NAMES for one in self.headings
        )

    def _without_codes(self, columns: Sequence[Column]) -> Iterator[Column]:
        """Yield the columns without those of yes or no that hold a code, each a problem."""
        for column in columns:
            code = self._code_in(column)
            if code is None:
                yield column
                continue
            self.problems.append(
                RowProblem(
                    row=None,
                    column=column.heading,
                    value=code,
                    code="intake.heading.code",
                    parameters={},
                    fact=next(iter(column.specs)),
                )
            )

    def _code_in(self, column: Column) -> object:
        """Return a number that is neither 0 nor 1 in a column of yes or no; None without any."""
        if not all(isinstance(spec.kind, FlagKind) for spec in column.specs.values()):
            return None
        habits = self.asked.habits
        for (_, cells), kind in zip(self.table.rows, self.kinds, strict=True):
            word = folded(str(cells[column.place]))
            plain = word.removesuffix(".0")
            known = {"0", "1", *habits.yes, *habits.no}
            if kind.kind is RowKind.ITEM and plain.isdecimal() and not known & {plain, word}:
                return cells[column.place]
        return None

    def _across(self) -> Mapping[int, tuple[int, ...]]:
        """Return what the column of totals of a cross table is the sum of, if all of it is read."""
        if not self.asked.outside.across or any(
            one.use is HeadingUse.UNMATCHED for one in self.headings
        ):
            return {}
        parts = tuple(one.place for one in self.columns if one.each is not None)
        totals = (one.place for one in self.headings if bare(one.text).name in TOTALS)
        return {place: parts for place in totals if place not in parts}

    def _added(self) -> tuple[Column, ...]:
        """Return the columns that hold no fact and are added up, or are the sums, all the same."""
        read = {column.place for column in self.numbers}
        places = dict.fromkeys(
            place for total, parts in self.sums.items() for place in (total, *parts)
        )
        headings = self.table.headings
        return tuple(
            Column(
                place=place,
                heading=headings[place],
                specs={"": FactSpec(NumberKind(step=1), Text(zh=headings[place]))},
                unit=bare(headings[place]).unit,
            )
            for place in places
            if place not in read
        )

    def _refuse_carried(self) -> None:
        wrong = [one for one in self.columns if one.place in self.asked.carry and not one.is_text]
        if wrong:
            raise InvalidInput(
                Problem("carry", "intake.carry_number", column.heading) for column in wrong
            )


def _text_columns(found: Layout) -> frozenset[int]:
    """Return the columns in which a cell may name a total: of texts, and those not read."""
    texts = {column.place for column in found.columns if column.is_text}
    unread = {one.place for one in found.headings if one.use is not HeadingUse.READ}
    return frozenset(texts | unread)


def _naming(found: Layout) -> frozenset[int]:
    """Return the columns that say which place or thing a row is: of localities, and of names."""
    of_places = {
        column.place
        for column in found.columns
        if any(path.rpartition(".")[2] in {LOCALITY, "name"} for path in column.specs)
    }
    called_so = {one.place for one in found.headings if bare(one.text).name in _NAMES | _PLACES}
    return frozenset(of_places | called_so)


def units_of_lines(kinds: Sequence[Sorted]) -> tuple[Unit | None, Doubt | None]:
    """Return the unit of money that lines beside the rows say, and why numbers are not certain.

    Of 元 or 万元 alone the money is; any other unit that is not one may be of some columns, and
    which ones nobody says.
    """
    said = [kind.unit for kind in kinds if kind.unit is not None]
    money: dict[object, Unit] = {}
    for text in said:
        unit = unit_of(text)
        if isinstance(unit, Unit) and unit.quantity is Quantity.MONEY:
            money[unit.factor] = unit
        elif not isinstance(unit, Unit) or unit.factor != 1:
            return None, Doubt("intake.unit_line", {"unit": text})
    if len(money) > 1:
        return None, Doubt("intake.unit_line", {"unit": "、".join(map(str, said))})
    return next(iter(money.values()), None), None


def _lacks_unit(column: Column) -> bool:
    return column.unit is None and any(
        isinstance(spec.kind, CountKind | NumberKind) for spec in column.specs.values()
    )
