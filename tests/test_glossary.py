"""The glossary names what there is, and calls it as the library does."""

import re
from enum import Enum
from pathlib import Path
from typing import Any

import attrs
import pytest

import careplan as cp
from careplan import results, writing
from careplan.base.text import Text
from careplan.criteria.signs import Op
from careplan.fields.declaring import facts_declared

PAGE = (Path(__file__).parent.parent / "docs" / "en" / "glossary.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.splitlines()
    if re.match(r"\| [^|]+ \| [^|]+ \| `", line)
]
WORDS = [row for row in ROWS if row[1] not in {"included", "not included"}]
BOUNDS = [row for row in ROWS if row[1] in {"included", "not included"}]
NAMED = sorted({*re.findall(r"`([A-Z]\w+(?:\.\w+)?)`", PAGE), *re.findall(r"`cp\.(\w+)`", PAGE)})


def named(identifier: str) -> Any:
    """Return what a name of the glossary stands for: an object, a fact's spec, or a field."""
    owner, _, inner = identifier.partition(".")
    face = next(face for face in (cp, results, writing) if owner in face.__all__)
    thing = getattr(face, owner)
    if not inner or issubclass(thing, Enum):
        return getattr(thing, inner) if inner else thing
    return facts_declared(thing).get(inner) or attrs.fields_dict(thing)[inner]


def test_the_tables_are_read() -> None:
    assert len(WORDS) > 60
    assert len(BOUNDS) == 6
    assert len(ROWS) == sum(line.startswith("| ") for line in PAGE.splitlines()) - len(
        re.findall(r"^\|---", PAGE, re.MULTILINE)
    )  # a header for each rule, and no row was missed


@pytest.mark.parametrize("identifier", NAMED)
def test_every_name_is_one_of_the_library(identifier: str) -> None:
    assert named(identifier) is not None


@pytest.mark.parametrize("row", WORDS, ids=lambda row: row[2])
def test_a_word_is_the_label_of_what_it_names(row: list[str]) -> None:
    zh, en, identifier, _ = row
    label = getattr(named(identifier.strip("`")), "label", None)
    assert label in {None, Text(zh=zh, en=en)}
    # Only classes, and fields of what a document holds, have none.
    assert label is not None or identifier.strip("`") in CLASSES


CLASSES = {
    "Clause.title",
    *("Plan", "Clause", "Reading", "RegistrationPath", "Registration.filing_office"),
    *("BusinessScope", "Council", "Task", "Ledger", "SlotCount", "Scorecard", "Form"),
    *("ToddlerClass", "EarlyEducationCentre", "Ladder", "Grading"),
    *("ToddlerClass", "EarlyEducationCentre", "SheetItem.must_pass", "Scorecard.bands", "Share"),
}


@pytest.mark.parametrize("row", BOUNDS, ids=lambda row: row[0])
def test_a_word_includes_its_number_or_does_not(row: list[str]) -> None:
    op = named(row[2].strip("`"))
    assert isinstance(op, Op)
    assert op.holds(5, 5) is (row[1] == "included")


def test_no_word_stands_for_two_things_unsaid() -> None:
    pairs = [(row[0], row[1]) for row in WORDS]
    assert len(set(pairs)) == len(pairs)
