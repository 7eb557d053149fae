"""What one row of a table says, as far as it has been read."""

from collections.abc import Iterable
from typing import Any

import attrs

from careplan.intake.cells.taken import Doubt, Taken
from careplan.intake.heads.columns import Column, Each
from careplan.intake.problems import RowProblem, allowed_by


@attrs.define(kw_only=True)
class Said:
    """What one row says: facts by path, items of columns that make their own, notes, problems."""

    number: int
    facts: dict[str, Any] = attrs.field(factory=dict)
    own: list[tuple[Each, Any]] = attrs.field(factory=list)
    notes: dict[str, tuple[str, ...]] = attrs.field(factory=dict)
    problems: list[RowProblem] = attrs.field(factory=list)
    numbers: dict[int, Any] = attrs.field(factory=dict)  # by place of the column, for the totals
    uncertain: set[str] = attrs.field(factory=set)  # collections of which the number is in doubt

    def take(self, column: Column, paths: Iterable[str], found: Taken | Doubt, raw: object) -> Any:
        """Keep what a cell says, or why it says nothing, and return its value."""
        if isinstance(found, Doubt):
            self.problems.append(of_cell(self.number, column, raw, found))
            return None
        if found.notes:
            self.notes[column.heading] = found.notes
        for path in paths:
            self.facts[path] = found.value
        return found.value


def of_cell(number: int, column: Column, raw: object, doubt: Doubt) -> RowProblem:
    """Return the problem of a cell that is not read, with what may stand there."""
    path, spec = next(iter(column.specs.items()))
    return RowProblem(
        row=number,
        column=column.heading,
        value=raw,
        code=doubt.code,
        parameters=doubt.parameters,
        suggestion=doubt.suggestion,
        fact=path,
        allowed=allowed_by(spec, place=doubt.code.startswith("place.")),
    )
