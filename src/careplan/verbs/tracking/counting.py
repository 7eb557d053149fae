"""Counts of a ledger: whether they are of it, and in which order they stand."""

from collections.abc import Iterable
from datetime import date

from careplan.base.errors import InvalidInput, NotFound, Problem, UnknownInInput, not_found
from careplan.base.exact import Exact
from careplan.documents.scales.ledgers import Ledger
from careplan.verbs.tracking.newest import Count, Place, place_of


def in_order(counts: Iterable[Count], ledger: Ledger, on: date, later: str) -> list[Count]:
    """Return the counts of a ledger up to a day, the oldest first.

    Raises InvalidInput for what is not of the ledger, two figures of one day, and a count after
    `on` unless `later` is "ignore".
    """
    listed = tuple(counts)
    strange = strangers(listed, ledger)
    problems = [problem for problem, _ in strange]
    problems += clashes(((place_of(one), one.on, one.number) for one in listed), on, later)
    if strange:
        raise UnknownInInput(problems, strange[0][1])
    if problems:
        raise InvalidInput(problems)
    return sorted((count for count in listed if count.on <= on), key=lambda count: count.on)


def strangers(counts: tuple[Count, ...], ledger: Ledger) -> list[tuple[Problem, NotFound]]:
    """Return a problem for each count of a locality or a column that the ledger does not have."""
    rows = [row.locality for row in ledger.rows]
    columns = [column.key for column in ledger.columns]
    return [
        *_unknown("locality", [count.locality for count in counts], rows),
        *_unknown("of", [count.of for count in counts], columns, "column"),
    ]


def _unknown(
    fact: str, names: list[str], known: list[str], kind: str | None = None
) -> list[tuple[Problem, NotFound]]:
    """Return a problem for each report that names what the ledger does not have."""
    listed = set(known)
    strange = [index for index, name in enumerate(names) if name not in listed]
    unknown = not_found(kind or fact, (names[index] for index in strange), known)
    return [
        (Problem(f"reports[{index}].{fact}", "not_found", one.name, one.parameters()), one)
        for index, one in zip(strange, unknown, strict=False)  # no more are listed
    ]


def clashes(figures: Iterable[tuple[Place, date, Exact]], on: date, later: str) -> list[Problem]:
    """Find figures dated after `on` that are refused, and different ones of one thing and day.

    The thing is a locality and a column, or nothing where there is only one.
    """
    problems = []
    known: dict[tuple[Place, date], Exact] = {}
    for index, (place, day, figure) in enumerate(figures):
        path = f"reports[{index}]"
        if day > on and later == "refuse":
            problems.append(Problem(f"{path}.on", "after_on", day, {"on": on}))
        first = known.setdefault((place, day), figure)
        if first != figure:
            problems.append(Problem(path, "two_figures", figure, {"other": first, "at": day}))
    return problems
