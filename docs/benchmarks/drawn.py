"""The subjects that every way is asked about, drawn by a seed: columns first, then objects.

What is not stated is drawn as well, so each column is its values beside a mask of what is stated.
Areas are multiples of a half, which a float, a Decimal and every engine hold alike.
"""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

import attrs
import numpy as np

import careplan as cp

SEED = 20_261_127
ROOMS_AT_MOST = 3
KINDS = tuple(cp.VenueCategory)
EMPLOYERS = tuple(cp.EmployerKind)
EQUIPMENT = tuple(cp.Equipment)[:8]
SUPPLIES = tuple(cp.Supply)


@attrs.frozen(eq=False)
class Column:
    """Values of a fact, one a row, and where they are stated; `members` are those of an enum."""

    values: Any
    stated: Any
    members: tuple[Any, ...] = ()

    def cell(self, row: int) -> Any:
        """Return the value as a fact states it: a member, a flag, an exact number, or None."""
        if not self.stated[row]:
            return None
        value = self.values[row]
        if self.members:
            return self.members[value]
        if isinstance(value, np.bool_):
            return bool(value)
        return int(value) if float(value).is_integer() else Decimal(float(value))

    def plain(self, row: int) -> Any:
        """Return the value as JSON has it, which is how peers of Python take facts."""
        value = self.cell(row)
        if self.members and value is not None:
            return value.value
        return float(value) if isinstance(value, Decimal) else value


Columns = Mapping[str, Column]


@attrs.frozen(eq=False)
class Drawn:
    """The columns of a task's subjects, and those of the rooms in them, if any.

    `owner` is for each room the row of its venue; `rooms` of `columns` is then their number.
    """

    columns: Columns
    inner: Columns = attrs.field(factory=dict)
    owner: Any = None

    @property
    def rows(self) -> int:
        """How many subjects there are."""
        return len(next(iter(self.columns.values())).values)


class Drawing:
    """Draws columns of so many rows, in the order they are asked for."""

    def __init__(self, rows: int, seed: int) -> None:
        self.rows = rows
        self.random = np.random.default_rng(seed)

    def stated(self, blank: float) -> Any:
        """Draw where a fact is stated."""
        return self.random.random(self.rows) >= blank

    def flag(self, yes: float, blank: float) -> Column:
        """Draw a flag that is so often yes."""
        return Column(self.random.random(self.rows) < yes, self.stated(blank))

    def count(self, below: int, blank: float, least: int = 0) -> Column:
        """Draw whole numbers from the least up, below a bound."""
        return Column(self.random.integers(least, below, self.rows), self.stated(blank))

    def area(self, below: int, blank: float) -> Column:
        """Draw areas in steps of a half."""
        return Column(self.random.integers(0, 2 * below, self.rows) / 2, self.stated(blank))

    def member(self, members: tuple[Any, ...], blank: float) -> Column:
        """Draw members of an enum, each as often."""
        drawn = self.random.integers(0, len(members), self.rows)
        return Column(drawn, self.stated(blank), members)


def kinds_and_areas(draw: Drawing) -> dict[str, Column]:
    """Draw what says whether a public place is to have a room, and how large."""
    return {
        "category": draw.member(KINDS, 0.1),
        "coach_station_grade": draw.count(5, 0.2, least=1),
        "treated_as_listed": draw.flag(0.5, 0.2),
        "building_area_m2": draw.area(16_000, 0.1),
    }


def places(rows: int, seed: int = SEED) -> Drawn:
    """Draw public places with the area of their largest independent room; 0 where there is none."""
    draw = Drawing(rows, seed)
    columns = kinds_and_areas(draw)
    largest = draw.area(16, 0.1)
    none = draw.flag(0.3, 0).values
    columns["largest_room_m2"] = Column(np.where(none, 0, largest.values), largest.stated)
    return Drawn(columns)


def venues(rows: int, seed: int = SEED) -> Drawn:
    """Draw public places with up to three rooms each; one in ten does not state its rooms."""
    draw = Drawing(rows, seed)
    columns = kinds_and_areas(draw) | {"rooms": draw.count(ROOMS_AT_MOST + 1, 0.1)}
    number = np.where(columns["rooms"].stated, columns["rooms"].values, 0)
    owner = np.repeat(np.arange(rows), number)
    inside = Drawing(len(owner), seed + 1)
    inner = {"independent": inside.flag(0.7, 0.1), "usable_area_m2": inside.area(16, 0.1)}
    return Drawn(columns, inner, owner)


def rooms(rows: int, seed: int = SEED) -> Drawn:
    """Draw rooms as the acceptance sheet asks about them, most of them nearly in order."""
    draw = Drawing(rows, seed + 2)
    flags = ("private", "clean", "free_of_clutter", "free_of_dust", "free_of_odour")
    columns = {"area_m2": draw.area(40, 0.1)}
    columns |= {name: draw.flag(0.85, 0.1) for name in flags}
    for thing in EQUIPMENT:
        drawn = draw.count(8, 0.1)
        columns[f"equipment__{thing.value}"] = drawn
    stated = draw.stated(0.1)  # a set is stated whole
    for supply in SUPPLIES:
        columns[f"supplies__{supply.value}"] = Column(draw.flag(0.85, 0).values, stated)
    columns |= {name: draw.flag(0.85, 0.1) for name in ("use_register", "ledger_kept")}
    return Drawn(columns)


def employers(rows: int, seed: int = SEED) -> Drawn:
    """Draw employers, as the duty of twelve facts asks about them."""
    draw = Drawing(rows, seed + 3)
    columns = {
        "kind": draw.member(EMPLOYERS, 0.05),
        "female_employees": draw.count(200, 0.1, least=20),
        "pregnant_or_nursing_employees": draw.count(20, 0.1),
    }
    columns |= {name: draw.flag(0.4, 0.1) for name in ("many_female_employees",)}
    columns |= {name: draw.flag(0.9, 0.05) for name in ("conditions_allow",)}
    usual = ("flexible_hours", "keeps_jobs", "breastfeeding_time")
    columns |= {name: draw.flag(0.9, 0.05) for name in usual}
    either = ("eases_care", "offers_care", "care_on_site", "runs_care_institution")
    columns |= {name: draw.flag(0.7, 0.1) for name in either}
    return Drawn(columns)


def cells(columns: Columns, row: int) -> dict[str, Any]:
    """Return the facts of a row by name, with tables and sets put together."""
    facts: dict[str, Any] = {}
    for name, column in columns.items():
        value = column.cell(row)
        outer, _, key = name.partition("__")
        if outer == "equipment":
            if value is not None:
                facts.setdefault(outer, {})[cp.Equipment(key)] = value
        elif outer == "supplies":
            if value is not None:
                facts.setdefault(outer, set()).update({cp.Supply(key)} if value else ())
        elif name != "rooms":
            facts[name] = value
    return facts


def objects(drawn: Drawn, noun: Callable[..., Any], rows: int) -> list[Any]:
    """Return the first rows as nouns."""
    made = []
    for row, inner in zip(range(rows), inside(drawn), strict=False):
        facts = cells(drawn.columns, row)
        if inner is not None:
            facts["rooms"] = [cp.Room(**cells(drawn.inner, one)) for one in inner]
        made.append(noun(**facts))
    return made


def records(drawn: Drawn, rows: int) -> list[dict[str, Any]]:
    """Return the first rows as JSON has them: blanks are None, each fact has a name of its own.

    The supplies are a list of names; a room in a venue is a record of its own.
    """
    made = []
    for row, inner in zip(range(rows), inside(drawn), strict=False):
        record = {name: column.plain(row) for name, column in drawn.columns.items()}
        if "rooms" in record:
            record["rooms"] = (
                None
                if inner is None
                else [
                    {name: column.plain(one) for name, column in drawn.inner.items()}
                    for one in inner
                ]
            )
        made.append(record)
    return made


def inside(drawn: Drawn) -> Iterator[range | None]:
    """Yield for each subject the rows of its rooms; None where it states none."""
    if "rooms" not in drawn.columns:
        yield from [None] * drawn.rows
        return
    at = 0
    number = drawn.columns["rooms"]
    for row in range(drawn.rows):
        if not number.stated[row]:
            yield None
            continue
        yield range(at, at + int(number.values[row]))
        at += int(number.values[row])
