"""One cell of a row as what its column holds: each by the kind of the fact, each read once."""

from typing import Any

import careplan.fields.kinds as k
from careplan.base.text import Text
from careplan.fields.kinds import FactSpec
from careplan.intake.cells.days import day_cell
from careplan.intake.cells.flags import flag_cell
from careplan.intake.cells.habits import Habits
from careplan.intake.cells.marks import text_cell
from careplan.intake.cells.members import member_cell, members_cell
from careplan.intake.cells.numbers import number_cell
from careplan.intake.cells.taken import Doubt, Taken
from careplan.intake.cells.units import Unit
from careplan.intake.heads.columns import Column
from careplan.intake.heads.headings import bare, names_of_facts
from careplan.intake.places import LOCALITY, Places

_MOST_KEPT = 100_000  # readings of different cells: what is read again need not be
_ASKS = ("是否", "有无", "有無")
_COUNTS = ("数", "数量", "數", "數量")
_HOW_MANY = FactSpec(k.CountKind(), Text(zh="个数", en="number"))


class Cells:
    """How the cells of one table are read, and what they have said so far."""

    def __init__(
        self, noun: type[Any], habits: Habits, places: Places | None, currency: Unit | None
    ) -> None:
        """Keep what every cell is read by."""
        self.habits, self.places, self.currency = habits, places, currency
        self._known: dict[tuple[int, str, str], Taken | Doubt] = {}
        self._labels = names_of_facts(noun)

    def of(
        self, column: Column, path: str, spec: FactSpec, raw: object, unit: Unit | Doubt | None
    ) -> Taken | Doubt:
        """Return what a cell says of a fact; the same cell is read once."""
        if type(raw) is not str or unit is not None:
            return self._read(column, path, spec, raw, unit)
        key = (column.place, path, raw)
        if key not in self._known:
            found = self._read(column, path, spec, raw, unit)
            if isinstance(found, Doubt) and not isinstance(spec.kind, k.TextKind):
                found = self._labelled(raw) or found
            if len(self._known) >= _MOST_KEPT:
                return found
            self._known[key] = found
        return self._known[key]

    def _read(
        self, column: Column, path: str, spec: FactSpec, raw: object, unit: Unit | Doubt | None
    ) -> Taken | Doubt:
        habits = self.habits
        match spec.kind:
            case k.CountKind() | k.NumberKind():
                taken = _of_both(column.unit, unit)
                if isinstance(taken, Doubt):
                    empty = number_cell(raw, spec, habits, currency=self.currency)
                    return empty if _says_nothing(empty) else taken
                return number_cell(raw, spec, habits, heading_unit=taken, currency=self.currency)
            case k.FlagKind():
                return flag_cell(raw, spec, habits)
            case k.DayKind():
                return _day(day_cell(raw, habits), raw, habits)
            case k.ChoiceKind(enum):
                return member_cell(raw, (enum,), habits)
            case k.ChoicesKind(enum):
                return members_cell(raw, enum, habits)
            case k.TextKind():
                found = text_cell(raw, habits)
                is_place = self.places is not None and path.rpartition(".")[2] == LOCALITY
                return self._place(found) if is_place else found
            case _:  # items: a part or a table by itself is no column
                return self._items(raw, spec, column)

    def _place(self, found: Taken | Doubt) -> Taken | Doubt:
        if isinstance(found, Doubt) or found.value is None:
            return found
        assert self.places is not None  # noqa: S101 - asked before
        resolved = self.places.known.resolve(str(found.value))
        if resolved.locality is not None:
            return Taken(resolved.locality, (*found.notes, *resolved.notes))
        code = resolved.code or "place.unknown"
        return Doubt(code, suggestion=resolved.candidates or None)

    def _items(self, raw: object, spec: FactSpec, column: Column) -> Taken | Doubt:
        """Return how many items there are; "no" is none, "yes" is not how many.

        Under a heading that asks whether there are any, 1 is yes, and another number a code;
        under one that counts them, 无 may be none or not stated, as in any number.
        """
        heading = bare(column.heading).name
        asks = heading.startswith(_ASKS)
        number = number_cell(raw, _HOW_MANY, self.habits)
        if column.unit is not None or heading.endswith(_COUNTS):
            return number
        if isinstance(number, Taken) and (number.value is None or number.notes or not asks):
            return number
        flag = flag_cell(number.value if isinstance(number, Taken) else raw, spec, self.habits)
        if isinstance(flag, Doubt):
            return number if isinstance(number, Doubt) else flag
        return Taken(None, ("是",)) if flag.value else Taken(0, flag.notes)

    def _labelled(self, raw: str) -> Doubt | None:
        """Return the doubt of a cell that holds a label and its value."""
        label, mark, value = raw.replace("：", ":").partition(":")
        name = bare(label).name
        if not mark or name not in self._labels:
            return None
        return Doubt("intake.label_in_cell", suggestion=value.strip() or None)


def _day(found: Taken | Doubt, raw: object, habits: Habits) -> Taken | Doubt:
    """Return a day, or the last day of what is less exact if that is what the table means."""
    span = found.parameters.get("span") if isinstance(found, Doubt) else None
    if habits.last_day and isinstance(span, tuple):
        return Taken(span[1], (str(raw),))
    return found


def _of_both(heading: Unit | Doubt | None, row: Unit | Doubt | None) -> Unit | Doubt | None:
    """Return the unit that a heading and a row say, if they do not say two."""
    if heading is None or row is None or isinstance(heading, Doubt) or heading == row:
        return row if heading is None else heading
    if isinstance(row, Doubt):
        return row
    return Doubt("cell.two_units", {"unit": heading.text, "other": row.text})


def _says_nothing(found: Taken | Doubt) -> bool:
    return isinstance(found, Taken) and found.value is None
