"""One table as it is read: its rows made items, its totals compared, its places looked at."""

from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from careplan.base.errors import InvalidInput, Problem
from careplan.base.frozenmap import FrozenMap
from careplan.base.text import is_text
from careplan.fields.declaring import Noun, facts_declared
from careplan.intake.asked import Asked
from careplan.intake.problems import RowProblem, allowed_by
from careplan.intake.result import Intake, ReadRow, SetAside
from careplan.intake.rows.making import made
from careplan.intake.rows.said import Said
from careplan.intake.rows.sorting import RowKind
from careplan.intake.rows.sums import not_the_sums
from careplan.intake.rows.totals import Counted, checked
from careplan.intake.rows.twice import places_twice
from careplan.intake.settled import NUMBERS, Settled
from careplan.intake.table import Table, is_blank
from careplan.nouns.counts import LedgerCount, SlotCount

_MANY = 3  # columns: of fewer, one cell may be all that a row has
_TOTALS = (RowKind.TOTAL, RowKind.SUBTOTAL)


class Sheet:
    """The steps from rows to items, each on what the one before found."""

    def __init__(self, asked: Asked, table: Table) -> None:
        """Settle the table's columns and lines."""
        self.asked, self.table = asked, table
        self.settled = Settled(asked, table)
        self.reading = self.settled.reading
        self.problems = self.settled.problems
        self.counted = {column.place for column in self.settled.numbers}
        self.own = any(column.each is not None for column in self.settled.columns)
        specs = facts_declared(asked.noun).items()
        self.needed = [name for name, spec in specs if spec.required]

    def read(self) -> Intake:
        """Return what the table says."""
        kept: list[ReadRow] = []
        skipped: list[SetAside] = []
        counted: list[Counted] = []
        items: list[tuple[Said, Sequence[Noun]]] = []
        raws: dict[int, FrozenMap[str, Any]] = {}
        for (number, cells), kind, carried in zip(
            self.table.rows, self.settled.kinds, self._carried(), strict=True
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
        twice = places_twice(items if counts or self.settled.is_of_places else [], counts=counts)
        for said, found in items:
            sound = tuple(item for item in found if id(item) not in twice.at_odds)
            number, raw = said.number, raws[said.number]
            if sound:
                notes = FrozenMap(said.notes)
                kept.append(ReadRow(number=number, raw=raw, items=sound, notes=notes))
            else:
                unread = said.problems or found or self.settled.unsaid or not self.reading.columns
                why = RowKind.UNREAD if unread else RowKind.UNSTATED
                skipped.append(SetAside(number=number, kind=why, raw=raw))
        skipped.sort(key=lambda one: one.number)
        marked = [attrs.evolve(one, earlier=twice.earlier.get(one.said.number)) for one in counted]
        checks, differing = checked(marked, self.settled.numbers)
        self.problems += [*twice.problems, *differing]
        return Intake(
            noun=self.asked.noun,
            rows=tuple(kept),
            skipped=tuple(skipped),
            problems=tuple(self.problems),
            headings=self.settled.headings,
            totals=tuple(checks),
            language=self.asked.language,
        )

    def _total(self, number: int, cells: Sequence[object]) -> Said:
        """Return the numbers of a total; of its other cells nothing is asked."""
        said = self._said(number, cells)
        headings = {column.heading for column in (*self.settled.numbers, *self.settled.added)}
        self.problems += (one for one in said.problems if one.column in headings)
        return said

    def _said(self, number: int, cells: Sequence[object]) -> Said:
        """Return what a row says, and what of it does not add up."""
        said = self.reading.said(number, cells)
        for column in self.settled.added:
            self.reading.add(said, column, cells[column.place])
        said.problems += not_the_sums(said, self.settled.sums, self.table.headings)
        return said

    def _is_item(self, cells: Sequence[object]) -> bool:
        """Say whether a row is one of the table's, and not a line below it.

        A single text in a row of many columns is a remark, unless it stands under the names.
        """
        if not self.reading.columns:
            return False
        filled = [place for place, cell in enumerate(cells) if not is_blank(cell)]
        alone = len(filled) == 1 and len(cells) >= _MANY and is_text(cells[filled[0]])
        return not alone or filled[0] in self.settled.names or filled[0] in self.counted

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
            said_once = name in doubted | self.settled.unsaid
            if counted and not said_once and not isinstance(specs[name].kind, NUMBERS):
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

    def _carried(self) -> Iterator[Sequence[object]]:
        """Yield the cells of each row, blank ones of a group as above, up to the next total."""
        above: dict[int, object] = {}
        for (_, cells), kind in zip(self.table.rows, self.settled.kinds, strict=True):
            if kind.kind is not RowKind.ITEM:
                if kind.kind in _TOTALS:
                    above.clear()
                yield cells
                continue
            taken = list(cells)
            for place in self.asked.carry:
                if is_blank(cells[place]):
                    taken[place] = above.get(place, cells[place])
                else:
                    above[place] = cells[place]
            yield taken
