"""polars, written by hand: null is unknown, and `&`, `|`, `~` are Kleene's."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from benchmarks import by_hand as told


def listed(members: Any) -> list[str]:
    """Return the values of members of an enum."""
    return sorted(str(one.value) for one in members)


def ladder(frames: dict[str, Any]) -> Any:
    """Return the answers of the room ladder."""
    largest = import_module("polars").col("largest_room_m2")
    return frames[""].select(kept=kept(largest >= 6, largest >= 10))


def rooms(frames: dict[str, Any]) -> Any:
    """Return the answers of the ladder room by room: they are grouped once, and joined."""
    col = import_module("polars").col
    large = [col("independent") & (col("usable_area_m2") >= size) for size in (6, 10)]
    sizes = (
        frames["rooms"]
        .group_by("parent")
        .agg(six=large[0].any(ignore_nulls=False), ten=large[1].any(ignore_nulls=False))
    )
    # No room at all is no room of a size; rooms that are not stated leave it open.
    six, ten = ((col("rooms") != 0) & col(name) for name in ("six", "ten"))
    joined = frames[""].join(
        sizes, left_on="id", right_on="parent", how="left", maintain_order="left"
    )
    return joined.select(kept=kept(six, ten))


def kept(six: Any, ten: Any) -> Any:
    """Return that a place has the room it is to have, given whether it has one of a size."""
    col = import_module("polars").col
    kind, area = col("category"), col("building_area_m2")
    meant = (
        kind.is_in(listed(told.LISTED))
        | ((kind == "coach_station") & (col("coach_station_grade") <= 2))
        | (~kind.is_in([*listed(told.OUTSIDE), "coach_station"]) & col("treated_as_listed"))
    )
    return ~meant | ((~area.is_between(5_000, 10_000) | six) & (~(area > 10_000) | ten))


def sheet(frames: dict[str, Any]) -> Any:
    """Return the answers of the acceptance sheet: points that are sure, and points to be had."""
    pl: Any = import_module("polars")

    def has(name: str) -> Any:
        return pl.col(f"equipment__{name}") >= 1

    items = [
        (15, pl.col("area_m2") >= 10),
        (5, pl.col("private")),
        (10, pl.col("clean")),
        *((5, pl.col(f"free_of_{name}")) for name in ("clutter", "dust", "odour")),
        (10, has("table") & has("chair")),
        (10, has("refrigerator")),
        *((5, has(name)) for name in ("power_socket", "microwave", "water_dispenser")),
        *((5, has(name)) for name in ("storage_cabinet", "disinfection_cabinet")),
        (5, pl.col("supplies__hand_and_mouth_wipes") & pl.col("supplies__cleaning_cloths")),
        (5, pl.col("use_register") & pl.col("ledger_kept")),
    ]
    none = pl.lit(0, pl.Int16)
    low = high = none
    for points, item in items:
        brought = pl.lit(points, pl.Int16)
        low += pl.when(item).then(brought).otherwise(none)
        high += pl.when(~item).then(none).otherwise(brought)
    passed = pl.when(low >= 80).then(True).when(high < 80).then(False)  # noqa: FBT003 - a literal of polars
    return frames[""].select(kept=passed)


def twelve(frames: dict[str, Any]) -> Any:
    """Return the answers of the duty of twelve facts."""
    pl: Any = import_module("polars")
    col = pl.col
    owes = (
        col("kind").is_in(listed(told.EMPLOYERS))
        & (
            (col("female_employees") >= 100)
            | col("many_female_employees")
            | (col("pregnant_or_nursing_employees") >= 5)
        )
        & col("conditions_allow")
    )
    cares = (
        col("flexible_hours")
        & col("keeps_jobs")
        & col("breastfeeding_time")
        & (col("eases_care") | col("offers_care"))
        & (col("care_on_site") | col("runs_care_institution"))
    )
    return frames[""].select(kept=~owes | cares)


WRITTEN: dict[str, Callable[[dict[str, Any]], Any]] = {
    "ladder": ladder,
    "rooms": rooms,
    "sheet": sheet,
    "twelve": twelve,
}
