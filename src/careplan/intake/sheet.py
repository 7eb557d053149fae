"""One table as it is read: its lines told apart, its columns settled, its rows made items."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from careplan.base.characters import folded, squeezed
from careplan.base.errors import InvalidInput, Problem
from careplan.base.frozenmap import FrozenMap
from careplan.base.text import Text, is_text
from careplan.fields.declaring import Noun, facts_declared
from careplan.fields.kinds import CountKind, FactSpec, FlagKind, ItemsKind, NumberKind
from careplan.intake.asked import Asked
from careplan.intake.cells.taken import Doubt
from careplan.intake.cells.units import Quantity, Unit, unit_of
from careplan.intake.heads.aliases import ALIASES
from careplan.intake.heads.columns import Column
from careplan.intake.heads.headings import HeadingUse, bare
from careplan.intake.heads.layout import Layout, layout
from careplan.intake.places import LOCALITY
from careplan.intake.problems import RowProblem, allowed_by
from careplan.intake.result import Intake, ReadRow, SetAside
from careplan.intake.rows.making import made
from careplan.intake.rows.row import Reading, Said
from careplan.intake.rows.sorting import TOTALS, RowKind, Sorted, Sorting, settled
from careplan.intake.rows.sums import not_the_sums
from careplan.intake.rows.totals import Counted, checked
from careplan.intake.rows.twice import places_twice
from careplan.intake.table import Table, is_blank
from careplan.nouns.counts import LedgerCount, SlotCount

_MANY = 3  # columns: of fewer, one cell may be all that a row has
_NUMBERS = (CountKind, NumberKind, ItemsKind)
_TOTALS = (RowKind.TOTAL, RowKind.SUBTOTAL)
_NAMES, _PLACES = (
    frozenset(bare(text).name for text in ALIASES[fact].split()) for fact in ("name", LOCALITY)
)


class Sheet:
    """The steps from rows to items, each on what the one before found."""

    def __init__(self, asked: Asked, table: Table) -> None:
        """Tell the lines apart and settle what each column holds."""
        self.asked, self.table = asked, table
        found = layout(asked.noun, table.headings, asked.said, asked.outside, table.is_filled)
        self.problems = [*table.problems, *found.problems]
        sorting = Sorting(
            headings=tuple(map(squeezed, table.headings)),
            text_columns=_text_columns(found),
            naming=_naming(found),
            total_words=asked.total_words,
        )
        self.kinds = settled([sorting.kind_of(cells) for _, cells in table.rows])
        money, spoilt = units_of_lines([*map(sorting.kind_of, table.above), *self.kinds])
        self.headings = found.headings
        columns = tuple(
            attrs.evolve(one, unit=spoilt) if spoilt and _lacks_unit(one) else one
            for one in self._without_codes(found.columns)
        )
        self.numbers = tuple(
            one for one in columns if any(isinstance(s.kind, _NUMBERS) for s in one.specs.values())
        )
        self.own = any(column.each is not None for column in columns)
        specs = facts_declared(asked.noun).items()
        self.needed = [name for name, spec in specs if spec.required]
        self.unsaid = {one.fact for one in found.problems if one.code == "intake.no_column"}
        self.reading = Reading(
            asked.noun,
            columns,
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
        self.names = [
            one.place
            for one in found.headings
            if bare(one.text).name in _NAMES or "name" in one.facts
        ]
        self.counted = {column.place for column in self.numbers}
        self.sums = {**self._across(found, columns), **asked.sums}
        self.added = self._added()
        self._refuse_carried(columns)

    def read(self) -> Intake:
        """Return what the table says."""
        kept: list[ReadRow] = []
        skipped: list[SetAside] = []
        counted: list[Counted] = []
        items: list[tuple[Said, Sequence[Noun]]] = []
        raws: dict[int, FrozenMap[str, Any]] = {}
        for (number, cells), kind, carried in zip(
            self.table.rows, self.kinds, self._carried(), strict=True
        ):
            raw = FrozenMap(self.table.raw(cells))
            if kind.kind is not RowKind.ITEM:
                if kind.kind in _TOTALS:
                    counted.append(Counted(said=self._total(number, cells), kind=kind.kind))
                skipped.append(SetAside(number=number, kind=kind.kind, raw=raw))
                continue
            said = self._said(number, carried)
            made_of = tuple(self._items(said)) if self._is_item(cells) else ()
            self.problems += said.problems
            counted.append(Counted(said=said, kind=RowKind.ITEM))
            items.append((said, made_of))
            raws[number] = raw
        counts = issubclass(self.asked.noun, SlotCount | LedgerCount)
        twice = places_twice(items if counts or self._is_of_places() else [], counts=counts)
        for said, found in items:
            sound = tuple(item for item in found if id(item) not in twice.at_odds)
            number, raw = said.number, raws[said.number]
            if sound:
                notes = FrozenMap(said.notes)
                kept.append(ReadRow(number=number, raw=raw, items=sound, notes=notes))
            else:
                unread = said.problems or found or not self.reading.columns
                why = RowKind.UNREAD if unread else RowKind.UNSTATED
                skipped.append(SetAside(number=number, kind=why, raw=raw))
        skipped.sort(key=lambda one: one.number)
        marked = [attrs.evolve(one, earlier=twice.earlier.get(one.said.number)) for one in counted]
        checks, differing = checked(marked, self.numbers)
        self.problems += [*twice.problems, *differing]
        return Intake(
            noun=self.asked.noun,
            rows=tuple(kept),
            skipped=tuple(skipped),
            problems=tuple(self.problems),
            headings=self.headings,
            totals=tuple(checks),
            language=self.asked.language,
        )

    def _total(self, number: int, cells: Sequence[object]) -> Said:
        """Return the numbers of a total; of its other cells nothing is asked."""
        said = self._said(number, cells)
        headings = {column.heading for column in (*self.numbers, *self.added)}
        self.problems += (one for one in said.problems if one.column in headings)
        return said

    def _said(self, number: int, cells: Sequence[object]) -> Said:
        """Return what a row says, and what of it does not add up."""
        said = self.reading.said(number, cells)
        for column in self.added:
            self.reading.add(said, column, cells[column.place])
        said.problems += not_the_sums(said, self.sums, self.table.headings)
        return said

    def _is_item(self, cells: Sequence[object]) -> bool:
        """Say whether a row is one of the table's, and not a line below it.

        A single text in a row of many columns is a remark, unless it stands under the names.
        """
        if not self.reading.columns:
            return False
        filled = [place for place, cell in enumerate(cells) if not is_blank(cell)]
        alone = len(filled) == 1 and len(cells) >= _MANY and is_text(cells[filled[0]])
        return not alone or filled[0] in self.names or filled[0] in self.counted

    def _items(self, said: Said) -> Iterator[Noun]:
        """Yield the items that a row says; what it cannot be is a problem of the row."""
        noun, given = self.asked.noun, self.asked.outside.given
        stated = {**said.facts, **given}
        each = (
            ({**stated, **one.given, one.fact: value} for one, value in said.own)
            if self.own
            else (stated,)
        )
        for facts in each:
            if lacks := [name for name in self.needed if facts.get(name) is None]:
                self._incomplete(said, lacks)
                continue
            try:
                yield made(noun, facts)
            except InvalidInput as error:
                said.problems += (self._at_odds(said, one) for one in error.problems)

    def _incomplete(self, said: Said, lacks: Sequence[str]) -> None:
        """Say of a number without a place or a day that nobody knows whose it is."""
        doubted = {problem.fact for problem in said.problems}
        counted = any(value is not None for value in said.numbers.values())
        specs = facts_declared(self.asked.noun)
        for name in lacks:
            said_once = name in doubted | self.unsaid
            if counted and not said_once and not isinstance(specs[name].kind, _NUMBERS):
                said.problems.append(
                    RowProblem(
                        row=said.number,
                        column=None,
                        value=None,
                        code="intake.lacks",
                        parameters={"fact": specs[name].label},
                        fact=name,
                        allowed=allowed_by(specs[name]),
                    )
                )

    def _at_odds(self, said: Said, problem: Problem) -> RowProblem:
        """Return what is wrong with the facts of a row together, at the column of the first."""
        headings = {
            path: column.heading for column in self.reading.columns for path in column.specs
        }
        return RowProblem(
            row=said.number,
            column=headings.get(problem.path),
            value=problem.value,
            code=problem.code,
            parameters=problem.parameters,
            fact=problem.path,
            message=problem.message,
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

    def _is_of_places(self) -> bool:
        """Say whether a row is of a place, and not of one of several things in it with names."""
        return not any(
            bare(one.text).name in _NAMES or one.suggestion in _NAMES for one in self.headings
        )

    def _across(self, found: Layout, columns: Sequence[Column]) -> Mapping[int, tuple[int, ...]]:
        """Return what the column of totals of a cross table is the sum of, if all of it is read."""
        if not self.asked.outside.across or any(
            one.use is HeadingUse.UNMATCHED for one in found.headings
        ):
            return {}
        parts = tuple(one.place for one in columns if one.each is not None)
        totals = (one.place for one in found.headings if bare(one.text).name in TOTALS)
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

    def _refuse_carried(self, columns: Sequence[Column]) -> None:
        wrong = [one for one in columns if one.place in self.asked.carry and not one.is_text]
        if wrong:
            raise InvalidInput(
                Problem("carry", "intake.carry_number", column.heading) for column in wrong
            )

    def _carried(self) -> Iterator[Sequence[object]]:
        """Yield the cells of each row, blank ones of a group as above, up to the next total."""
        above: dict[int, object] = {}
        for (_, cells), kind in zip(self.table.rows, self.kinds, strict=True):
            if kind.kind is not RowKind.ITEM:
                if kind.kind in _TOTALS:
                    above.clear()
                yield cells
                continue
            taken = list(cells)
            for place in self.asked.carry:
                if squeezed(str(cells[place] if cells[place] is not None else "")):
                    above[place] = cells[place]
                else:
                    taken[place] = above.get(place, cells[place])
            yield taken


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
