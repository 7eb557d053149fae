"""What a flat row is made of: plain cells, and how labels, texts and names become cells."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction

from careplan.evidence import Evidence, witnesses
from careplan.sources import Clause, Reading
from careplan.text import Labelled, Text

Cell = str | bool | int | Decimal | Fraction | date | None
Row = dict[str, Cell]


def member(name: str, one: Labelled | None) -> Row:
    """Return an enum's member as its value, and as people read it."""
    if one is None:
        return {name: None, f"{name}_zh": None, f"{name}_en": None}
    return {name: str(one.value), **text(name, one.label)}


def text(name: str, said: Text | None) -> Row:
    """Return a text in both languages."""
    zh, en = (None, None) if said is None else (said.zh, said.en)
    return {f"{name}_zh": zh, f"{name}_en": en}


def empty(columns: str) -> Row:
    """Return columns, named in one text, without a value."""
    return dict.fromkeys(columns.split())


def names(several: Iterable[str]) -> str:
    """Return several names in one cell."""
    return ", ".join(several)


def cited(clause: Clause) -> Row:
    """Return where a row comes from."""
    return {"clause": clause.number, "locator": clause.locator}


def readings(taken: Iterable[Reading]) -> str:
    """Return the readings taken, as question=option."""
    return names(f"{one.interpretation.id}={one.option.id}" for one in taken)


def paths_of(evidence: Iterable[Evidence]) -> str:
    """Return the paths looked at, each once."""
    return names(dict.fromkeys(piece.path for piece in witnesses(evidence)))
