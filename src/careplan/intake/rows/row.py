"""One row of a table as facts: each cell by the kind of fact its column holds."""

from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Any

import attrs

import careplan.fields.kinds as k
from careplan.fields.checking import listing
from careplan.intake.cells.flags import flag_cell
from careplan.intake.cells.habits import Habits
from careplan.intake.cells.marks import text_cell
from careplan.intake.cells.members import member_cell
from careplan.intake.cells.taken import Doubt, Taken
from careplan.intake.cells.units import Unit, unit_of
from careplan.intake.heads.columns import Column
from careplan.intake.places import Places
from careplan.intake.problems import RowProblem, allowed_by
from careplan.intake.rows.cell import Cells
from careplan.intake.rows.making import how_many, spoken_of
from careplan.intake.rows.said import Said, of_cell


class Reading:
    """How the rows of one table are read: its columns, and what stands outside of its cells."""

    def __init__(
        self,
        noun: type[Any],
        columns: Sequence[Column],
        habits: Habits,
        *,
        places: Places | None,
        currency: Unit | None,
        unit_column: int | None,
        uncertain: AbstractSet[str] = frozenset(),
    ) -> None:
        """Keep what every row is read by."""
        self.columns, self.habits = tuple(columns), habits
        self.cells = Cells(noun, habits, places, currency)
        self._unit_column, self._uncertain = unit_column, uncertain

    def said(self, number: int, cells: Sequence[object]) -> Said:
        """Return what a row says."""
        said = Said(number=number)
        unit = self._unit_of_row(cells)
        ticks: defaultdict[str, list[Column]] = defaultdict(list)
        for column in self.columns:
            raw = cells[column.place]
            if column.tick is not None:
                ticks[column.tick.fact].append(column)
            elif len(column.specs) > 1:
                self._of_several(said, column, raw)
            else:
                self._of_one(said, column, raw, unit)
        for fact, listed in ticks.items():
            self._ticked(said, fact, listed, cells)
        for path in [path for path in said.facts if path.endswith("[]")]:
            self._counted(said, path)
        for path in self._uncertain | said.uncertain:
            self._forget(said, path)
        return said

    def _of_one(self, said: Said, column: Column, raw: object, unit: Unit | Doubt | None) -> None:
        ((path, spec),) = column.specs.items()
        kept = how_many(path) if isinstance(spec.kind, k.ItemsKind) else path
        found = self.cells.of(column, path, spec, raw, unit)
        value = said.take(column, () if column.each else (kept,), found, raw)
        if kept != path and isinstance(found, Doubt):
            said.uncertain.add(path)
        if isinstance(spec.kind, k.CountKind | k.NumberKind) or kept != path:
            said.numbers[column.place] = value
        if column.each is not None and value is not None:
            said.own.append((column.each, value))

    def add(self, said: Said, column: Column, raw: object) -> None:
        """Keep the number of a column that holds no fact, to be added up."""
        ((path, spec),) = column.specs.items()
        found = self.cells.of(column, path, spec, raw, None)
        said.numbers[column.place] = said.take(column, (), found, raw)

    def _of_several(self, said: Said, column: Column, raw: object) -> None:
        """Keep what a cell says of whichever of several facts it names a member of."""
        enums = {
            path: spec.kind.enum
            for path, spec in column.specs.items()
            if isinstance(spec.kind, k.ChoiceKind)
        }
        found = member_cell(raw, tuple(enums.values()), self.habits)
        if isinstance(found, Doubt) and found.suggestion is not None:
            # What it was meant for depends on which of the facts is.
            each = [member_cell(raw, enum, self.habits) for enum in enums.values()]
            likely = dict.fromkeys(one.suggestion for one in each if isinstance(one, Doubt))
            meant = tuple(one for one in likely if one is not None)
            found = attrs.evolve(found, suggestion=meant if len(meant) > 1 else found.suggestion)
        paths = (
            ()
            if isinstance(found, Doubt)
            else (path for path, enum in enums.items() if isinstance(found.value, enum))
        )
        said.take(column, paths, found, raw)

    def _ticked(
        self, said: Said, fact: str, columns: Sequence[Column], cells: Sequence[object]
    ) -> None:
        """Keep the member of the one column that is ticked."""
        spec = next(iter(columns[0].specs.values()))
        marks = attrs.evolve(spec, kind=k.FlagKind())
        found = [(one, flag_cell(cells[one.place], marks, self.habits)) for one in columns]
        for one, mark in found:
            said.take(one, (), mark, cells[one.place])
        if any(isinstance(mark, Doubt) for _, mark in found):
            return
        ticked = [one for one, mark in found if isinstance(mark, Taken) and mark.value is True]
        if len(ticked) == 1 and ticked[0].tick is not None:
            said.facts[fact] = ticked[0].tick.member
        elif len(columns) > 1:
            code = "intake.two_ticks" if ticked else "intake.no_tick"
            named = listing(one.heading for one in ticked)
            said.problems.append(
                RowProblem(
                    row=said.number,
                    column=(ticked or columns)[0].heading,
                    value=cells[(ticked or columns)[0].place],
                    code=code,
                    parameters={"fact": spec.label, "ticked": named},
                    fact=fact,
                    allowed=allowed_by(spec),
                )
            )

    def _counted(self, said: Said, key: str) -> None:
        """Compare how many items are stated with those that other columns speak of."""
        path = key.removesuffix("[]")
        number, stated = said.facts[key], spoken_of(said.facts, path)
        if number is None or number >= stated:
            return
        column = next(one for one in self.columns if path in one.specs)
        doubt = Doubt("intake.items_at_odds", {"stated": stated})
        said.problems.append(of_cell(said.number, column, number, doubt))
        said.uncertain.add(path)

    def _forget(self, said: Said, path: str) -> None:
        """State nothing of a collection of which nobody knows how many items it has."""
        inside = f"{path}["
        said.facts = {n: one for n, one in said.facts.items() if not n.startswith(inside)}

    def _unit_of_row(self, cells: Sequence[object]) -> Unit | Doubt | None:
        if self._unit_column is None:
            return None
        said = text_cell(cells[self._unit_column], self.habits)
        if isinstance(said, Doubt) or said.value is None:
            return None if isinstance(said, Taken) else said
        return unit_of(str(said.value)) or Doubt("cell.unit_unknown")
