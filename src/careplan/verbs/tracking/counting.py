"""Counts of a ledger: whether they are of it, and in which order they stand."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import chain
from typing import NoReturn

import attrs

from careplan.base.errors import InvalidInput, NotFound, Problem, UnknownInInput, not_found
from careplan.base.exact import Exact
from careplan.documents.scales.ledgers import Ledger
from careplan.nouns.counts import SLOTS, SlotCount
from careplan.verbs.tracking.newest import Count, Newest, Place, by_column, place_of


@attrs.frozen(eq=False)
class Counted:
    """The counts of a ledger up to a day, the oldest first, and the newest of each place."""

    counts: tuple[Count, ...]
    newest: Newest


def counted(listed: tuple[Count, ...], ledger: Ledger, on: date, later: str) -> Counted:
    """Return the counts of a ledger up to a day.

    Raises InvalidInput for what is not of the ledger, two figures of one day, and a count after
    `on` unless `later` is "ignore".
    """
    by_day = _by_day(listed)
    newest: Newest = defaultdict(dict)
    columns = {column.key for column in ledger.columns}
    rows = {row.locality for row in ledger.rows}
    is_plain = set(map(type, listed)) == {SlotCount}
    # There are few days: what is of one of them stands in its order, as in a sorting of all.
    for day in sorted(by_day):
        each = {SLOTS: by_day[day]} if is_plain else by_column(by_day[day])
        for of, several in each.items():
            localities = [one.locality for one in several]
            # What is not sound is looked at once more, to say all that is wrong.
            late = day > on and later == "refuse"
            if late or of not in columns or _differ(localities, several):
                _refuse(listed, ledger, on, later)
            if day <= on:
                newest[of].update(zip(localities, several, strict=True))
            elif not rows.issuperset(localities):
                _refuse(listed, ledger, on, later)
    if not all(rows.issuperset(found) for found in newest.values()):
        _refuse(listed, ledger, on, later)
    return Counted(
        tuple(chain.from_iterable(by_day[day] for day in sorted(by_day) if day <= on)),
        newest,
    )


def _by_day(counts: tuple[Count, ...]) -> dict[date, list[Count]]:
    found: dict[date, list[Count]] = defaultdict(list)
    last: date | None = None
    for one in counts:
        if (day := one.on) is not last:  # counts of one day stand together, mostly
            last, add = day, found[day].append
        add(one)
    return found


def _differ(localities: list[str], counts: list[Count]) -> bool:
    """Say whether two counts of one column and day say different numbers of a locality."""
    if len(set(localities)) == len(localities):
        return False
    known: dict[str, int] = {}
    pairs = zip(localities, counts, strict=True)
    return any(known.setdefault(name, one.number) != one.number for name, one in pairs)


def _refuse(listed: tuple[Count, ...], ledger: Ledger, on: date, later: str) -> NoReturn:
    """Raise InvalidInput that lists all that is wrong with counts."""
    strange = strangers(listed, ledger)
    problems = [problem for problem, _ in strange]
    problems += clashes(((place_of(one), one.on, one.number) for one in listed), on, later)
    if strange:
        raise UnknownInInput(problems, strange[0][1])
    raise InvalidInput(problems)


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
