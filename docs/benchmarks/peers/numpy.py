"""numpy, written by hand: each criterion is a pair of masks, where it is so and where it may be."""

from collections.abc import Callable
from typing import Any

import attrs
import numpy as np

from benchmarks import by_hand as told
from benchmarks.drawn import Column, Drawn
from careplan.nouns.facilities import VenueCategory


@attrs.frozen(eq=False)
class Masks:
    """Where something surely is so, and where it could be; `&`, `|`, `~` are Kleene's."""

    sure: Any
    could: Any

    def __and__(self, other: "Masks") -> "Masks":
        return Masks(self.sure & other.sure, self.could & other.could)

    def __or__(self, other: "Masks") -> "Masks":
        return Masks(self.sure | other.sure, self.could | other.could)

    def __invert__(self) -> "Masks":
        return Masks(~self.could, ~self.sure)


def where(column: Column, found: Any) -> Masks:
    """Return masks of what is found of a column's values."""
    return Masks(found & column.stated, found | ~column.stated)


def flag(column: Column) -> Masks:
    """Return masks of a flag."""
    return where(column, column.values)


def among(column: Column, members: Any) -> Masks:
    """Return masks of a member being one of several: a table of the codes says so."""
    table = np.array([one in members for one in column.members])
    return where(column, table[column.values])


def ladder(drawn: Drawn) -> Masks:
    """Return the answers of the room ladder."""
    largest = drawn.columns["largest_room_m2"]
    six, ten = (where(largest, largest.values >= size) for size in (6, 10))
    return kept(drawn, six, ten)


def rooms(drawn: Drawn) -> Masks:
    """Return the answers of the ladder room by room: what they show is summed up by their venue."""
    number, usable = drawn.columns["rooms"], drawn.inner["usable_area_m2"]

    def has_room_of(square_metres: int) -> Masks:
        each = flag(drawn.inner["independent"]) & where(usable, usable.values >= square_metres)
        sure, could = (
            np.bincount(drawn.owner[one], minlength=drawn.rows) > 0
            for one in (each.sure, each.could)
        )
        return Masks(sure & number.stated, could | ~number.stated)

    return kept(drawn, has_room_of(6), has_room_of(10))


def kept(drawn: Drawn, six: Masks, ten: Masks) -> Masks:
    """Return that a place has the room it is to have, given whether it has one of a size."""
    columns, coach = drawn.columns, VenueCategory.COACH_STATION
    kind, area, grade = (
        columns[name] for name in ("category", "building_area_m2", "coach_station_grade")
    )
    meant = (
        among(kind, told.LISTED)
        | (among(kind, {coach}) & where(grade, grade.values <= 2))
        | (~among(kind, told.OUTSIDE | {coach}) & flag(columns["treated_as_listed"]))
    )
    lower = where(area, (area.values >= 5_000) & (area.values <= 10_000))
    upper = where(area, area.values > 10_000)
    return ~meant | ((~lower | six) & (~upper | ten))


def sheet(drawn: Drawn) -> Masks:
    """Return the answers of the acceptance sheet: points that are sure, and points to be had."""
    columns = drawn.columns

    def has(name: str) -> Masks:
        column = columns[f"equipment__{name}"]
        return where(column, column.values >= 1)

    area = columns["area_m2"]
    supplies = [columns[f"supplies__{one}"] for one in ("hand_and_mouth_wipes", "cleaning_cloths")]
    items = [
        (15, where(area, area.values >= 10)),
        (5, flag(columns["private"])),
        (10, flag(columns["clean"])),
        *((5, flag(columns[f"free_of_{name}"])) for name in ("clutter", "dust", "odour")),
        (10, has("table") & has("chair")),
        (10, has("refrigerator")),
        *((5, has(name)) for name in ("power_socket", "microwave", "water_dispenser")),
        *((5, has(name)) for name in ("storage_cabinet", "disinfection_cabinet")),
        (5, flag(supplies[0]) & flag(supplies[1])),
        (5, flag(columns["use_register"]) & flag(columns["ledger_kept"])),
    ]
    low = np.zeros(drawn.rows, np.int16)
    high = np.zeros(drawn.rows, np.int16)
    for points, item in items:
        low += np.int16(points) * item.sure
        high += np.int16(points) * item.could
    return Masks(low >= 80, high >= 80)


def twelve(drawn: Drawn) -> Masks:
    """Return the answers of the duty of twelve facts."""
    columns = drawn.columns
    women, pregnant = columns["female_employees"], columns["pregnant_or_nursing_employees"]
    yes = {name: flag(one) for name, one in columns.items() if one.values.dtype == bool}
    owes = (
        among(columns["kind"], told.EMPLOYERS)
        & (
            where(women, women.values >= 100)
            | yes["many_female_employees"]
            | where(pregnant, pregnant.values >= 5)
        )
        & yes["conditions_allow"]
    )
    cares = (
        yes["flexible_hours"]
        & yes["keeps_jobs"]
        & yes["breastfeeding_time"]
        & (yes["eases_care"] | yes["offers_care"])
        & (yes["care_on_site"] | yes["runs_care_institution"])
    )
    return ~owes | cares


def values(masks: Masks) -> list[bool | None]:
    """Return masks as answers."""
    pairs = zip(masks.sure.tolist(), masks.could.tolist(), strict=True)
    return [True if sure else None if could else False for sure, could in pairs]


WRITTEN: dict[str, Callable[[Drawn], Masks]] = {
    "ladder": ladder,
    "sheet": sheet,
    "twelve": twelve,
    "rooms": rooms,
}
