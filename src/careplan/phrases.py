"""Pieces that several reports are made of: clause lines, facts in words, readings."""

from collections.abc import Iterable, Iterator

from careplan.evidence import Evidence
from careplan.messages import say
from careplan.nodes import Leaf, Not, Quantified
from careplan.sources import Clause, Reading
from careplan.wording import label, value_text

INDENT = "  "


def indented(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines one step further in."""
    return (INDENT + line for line in lines)


def clause_line(clause: Clause, number: str, outcome: object, language: str) -> str:
    """Say a clause: where it stands, its number, our summary, and the outcome."""
    return say(
        "clause",
        language,
        locator=clause.locator,
        number=number,
        summary=clause.summary,
        outcome=outcome,
    )


def _looked_at(piece: Evidence) -> Leaf | Quantified:
    node = piece.required.part if isinstance(piece.required, Not) else piece.required
    assert isinstance(node, Leaf | Quantified)  # noqa: S101 - evidence is never of a join
    return node


def fact_name(piece: Evidence, language: str) -> str:
    """Say which fact was looked at."""
    node = _looked_at(piece)
    return label(node.noun, node.path, language)


def observed_text(piece: Evidence, language: str) -> str:
    """Say what was observed, with its unit."""
    node = _looked_at(piece)
    return value_text(node.noun, node.path, piece.observed, language)


def reading_lines(readings: Iterable[Reading], language: str) -> Iterator[str]:
    """Yield each reading taken beside its alternatives."""
    for reading in readings:
        others = [o.text for o in reading.interpretation.options if o != reading.option]
        yield say(
            "reading",
            language,
            question=reading.interpretation.question,
            text=reading.option.text,
            others=tuple(others),
            id=f"{reading.interpretation.id}={reading.option.id}",
        )
