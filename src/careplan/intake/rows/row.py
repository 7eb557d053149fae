"""One row of a table as facts: each cell by the kind of fact its column holds."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

import attrs

import careplan.fields.kinds as k
from careplan.base.messages import LANGUAGES, join
from careplan.base.text import Text
from careplan.fields.kinds import FactSpec
from careplan.intake.cells.days import day_cell
from careplan.intake.cells.flags import flag_cell
from careplan.intake.cells.habits import Habits
from careplan.intake.cells.marks import text_cell
from careplan.intake.cells.members import member_cell, members_cell
from careplan.intake.cells.numbers import number_cell
from careplan.intake.cells.taken import Doubt, Taken
from careplan.intake.cells.units import Unit, unit_of
from careplan.intake.heads.columns import Column, Each
from careplan.intake.heads.headings import bare, names_of_facts
from careplan.intake.places import LOCALITY, Places
from careplan.intake.problems import RowProblem, allowed_by
from careplan.intake.rows.making import how_many, spoken_of

_MOST_KEPT = 100_000  # readings of different cells: what is read again need not be
_ASKS = ("是否", "有无", "有無")
_COUNTS = ("数", "数量", "數", "數量")
_HOW_MANY = FactSpec(k.CountKind(), Text(zh="个数", en="number"))


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
            self.problems.append(_of_cell(self.number, column, raw, found))
            return None
        if found.notes:
            self.notes[column.heading] = found.notes
        for path in paths:
            self.facts[path] = found.value
        return found.value


def _of_cell(number: int, column: Column, raw: object, doubt: Doubt) -> RowProblem:
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
        self.noun, self.habits, self.places = noun, habits, places
        self.columns, self.currency, self.unit_column = tuple(columns), currency, unit_column
        self._known: dict[tuple[int, str, str], Taken | Doubt] = {}
        self._labels = names_of_facts(noun)
        self._uncertain = uncertain

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
        found = self._cell(column, path, spec, raw, unit)
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
        found = self._cell(column, path, spec, raw, None)
        said.numbers[column.place] = said.take(column, (), found, raw)

    def _cell(
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
            meant = dict.fromkeys(one.suggestion for one in each if isinstance(one, Doubt))
            meant.pop(None, None)
            found = attrs.evolve(
                found, suggestion=tuple(meant) if len(meant) > 1 else next(iter(meant))
            )
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
            named = _named(one.heading for one in ticked)
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
        said.problems.append(_of_cell(said.number, column, number, doubt))
        said.uncertain.add(path)

    def _forget(self, said: Said, path: str) -> None:
        """State nothing of a collection of which nobody knows how many items it has."""
        inside = f"{path}["
        said.facts = {n: one for n, one in said.facts.items() if not n.startswith(inside)}

    def _unit_of_row(self, cells: Sequence[object]) -> Unit | Doubt | None:
        if self.unit_column is None:
            return None
        said = text_cell(cells[self.unit_column], self.habits)
        if isinstance(said, Doubt) or said.value is None:
            return None if isinstance(said, Taken) else said
        return unit_of(str(said.value)) or Doubt("cell.unit_unknown")


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


def _named(names: Iterable[str]) -> Text:
    listed = tuple(names)
    zh, en = (join(listed, language) for language in LANGUAGES)
    return Text(zh=zh, en=en)
