"""Read the desk's CSV files. An empty cell is not stated; every problem names its line."""

import csv
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

import careplan as cp
from careplan import writing as w

_T = TypeVar("_T")
Problems = list[dict[str, object]]

# What the desk's files mean by these words is the desk's to say; careplan guesses nothing.
YES_NO = {"是": True, "否": False, "": None}


def read(path: Path, noun_of: Callable[[Mapping[str, str]], _T]) -> tuple[dict[str, _T], Problems]:
    """Return what each line describes, by the name in its first column, and all problems."""
    found: dict[str, _T] = {}
    problems: Problems = []
    for number, line in _lines(path):
        try:
            found[line["name"]] = noun_of(line)
        except cp.InvalidInput as error:
            problems += [{"line": number, **problem} for problem in error.to_records()]
    return found, problems


def _lines(path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from enumerate(csv.DictReader(file), start=2)  # line 1 holds the names


def venue(line: Mapping[str, str]) -> cp.Venue:
    """Return the venue of a line; the rooms' sizes stand in one cell, "-" means no room."""
    facts: dict[str, object] = {
        "category": line["kind"] or None,
        "building_area_m2": _number(line["area"]),
    }
    if line["rooms"] == "-":
        facts["rooms"] = []
    elif line["rooms"]:
        sizes = line["rooms"].split(";")
        facts["rooms"] = [
            {"usable_area_m2": _number(size), "independent": _yes_no(line["independent"])}
            for size in sizes
        ]
    return cp.codec.structure(facts, cp.Venue)


def applicant(line: Mapping[str, str]) -> cp.Applicant:
    """Return the applicant of a line."""
    return cp.codec.structure(
        {
            "profit_status": line["profit"] or None,
            "approval_powers_merged": _yes_no(line["merged"]),
            "service_modes": line["modes"].split(";") if line["modes"] else None,
        },
        cp.Applicant,
    )


def counts(path: Path, ledger: w.Ledger) -> cp.intake.Intake[cp.SlotCount]:
    """Return how many slots localities reported, and when, with all that is not certain."""
    columns = {"name": "locality", "on": "on", "slots": "slots"}
    rows = [line for _, line in _lines(path)]
    return cp.intake.read(rows, cp.SlotCount, columns, localities=ledger)


def marks(line: Mapping[str, str]) -> dict[str, object]:
    """Return the marks of a line; an empty one is still to be given."""
    return {item: _number(cell) for item, cell in line.items() if item != "name"}


def _yes_no(cell: str) -> object:
    """Return what a word means, and any other word as it stands, to be refused."""
    return YES_NO.get(cell, cell)


def _number(cell: str) -> object:
    """Return a plain numeral as a number, and anything else as it stands, to be refused."""
    if not cell:
        return None
    return int(cell) if cell.isascii() and cell.isdecimal() else cell
