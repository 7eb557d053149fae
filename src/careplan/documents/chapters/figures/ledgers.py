"""Ledgers, as their author writes them: rows, or a mapping of localities to what they owe."""

from collections.abc import Iterable, Mapping
from datetime import MAXYEAR, MINYEAR, date
from typing import Any, Unpack

from careplan.base.errors import InvalidInput, Problem, inside
from careplan.base.quoting import quote
from careplan.base.text import Text, Words
from careplan.documents.chapters.drafts import Cites, Draft, Inner, Offices, draft
from careplan.documents.periods import Precision
from careplan.documents.scales.targets import Ledger, LedgerRow, Milestone
from careplan.fields.checking import entries_of, refuse, required
from careplan.fields.shapes import NAME

# Owed by a locality, all in all, by each of these days, or by the end of each of these years.
Slots = Mapping[date, int] | Mapping[int, int]
_DAY_OR_YEAR = Text(zh="日期或年份", en="a date or a year")


def ledger(
    key: str,
    title: Words,
    *rows: Draft[LedgerRow] | Mapping[str, Slots],
    precision: Precision | None = None,
    totals: Iterable[Milestone] | Slots = (),
    note: Words | None = None,
    acting: Offices = "",
    **cites: Unpack[Cites],
) -> Draft[Ledger]:
    """Write what each locality owes by which date: see `Ledger`. `acting` are offices as printed.

    A mapping of localities to how many slots they owe by which day, or by the end of which year,
    stands for a row of each. `precision` must be given, unless all is owed by the end of years.
    Raises InvalidInput for a mapping that holds anything else, and names the locality.

    >>> ledger("slots", ("托位数", "slots"), row("甲镇", clause="2"), precision=Precision.YEAR).cls
    <class 'careplan.documents.scales.targets.Ledger'>
    >>> made = ledger("slots", "托位数", {"甲镇": {2025: 20, 2024: 10}}).fields["rows"][0]
    >>> made.fields["part"], [one.slots for one in made.fields["milestones"]]
    ('甲镇', [10, 20])
    """
    made, printed = _rows(key, rows), _totals(key, totals)
    dated = (*rows, {"": totals}) if totals else rows
    if precision is None and _by_years(dated):
        precision = Precision.YEAR_END
    return draft(
        Ledger,
        cites,
        key=key,
        title=title,
        rows=made,
        totals=printed,
        precision=precision,
        note=note,
        acting=acting,
    )


def _by_years(rows: Iterable[Any]) -> bool:
    """Say whether all that is owed is owed by the end of years."""
    owed = [slots for one in rows for slots in (one.values() if isinstance(one, Mapping) else [0])]
    return bool(owed) and all(
        isinstance(slots, Mapping) and {type(by) for by in slots} == {int} for slots in owed
    )


def _rows(key: str, given: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return rows, those of a mapping made of its entries; what is no row is left to its plan."""
    found: list[Problem] = []
    made: list[Any] = []
    for one in given:
        entries = entries_of(one)
        made += [one] if entries is None else (_row(key, *each, found) for each in entries)
    if found:
        raise InvalidInput(found)
    return tuple(made)


def _row(key: str, locality: Any, owed: Any, found: list[Problem]) -> Draft[LedgerRow]:
    at = inside(str(key), locality)
    required(NAME, locality, at, found)
    return row(locality, *_milestones(owed, at, found), part=locality)


def _totals(key: str, given: Any) -> Any:
    """Return milestones, those of a mapping made of its entries; others are left to the ledger."""
    if not isinstance(given, Mapping):
        return tuple(given) if isinstance(given, Iterable) else given
    found: list[Problem] = []
    made = _milestones(given, f"{key}.totals", found)
    if found:
        raise InvalidInput(found)
    return tuple(made)


def _milestones(owed: Any, at: str, found: list[Problem]) -> list[Milestone]:
    """Return how many slots are owed by which day, in order; what is wrong is added to `found`."""
    entries, made = entries_of(owed), list[Milestone]()
    if entries is None:
        refuse(found, at, "wrong_type", owed, expected="Mapping[date | int, int]")
    for by, slots in entries or ():
        due = date(by, 12, 31) if type(by) is int and MINYEAR <= by <= MAXYEAR else by
        path = f"{at}[{due if type(due) is date else quote(due)}]"
        if type(due) is not date:
            refuse(found, path, "wrong_type", by, expected=_DAY_OR_YEAR)
            continue
        try:
            made.append(Milestone(due, slots))
        except InvalidInput as error:
            found += error.inside(path)
    return sorted(made, key=lambda one: one.due)


def row(locality: str, *milestones: Milestone, **inner: Unpack[Inner]) -> Draft[LedgerRow]:
    """Write one locality of a ledger, its milestones in order of date: see `LedgerRow`.

    >>> row("甲镇", Milestone(date(2025, 12, 31), 20)).fields["milestones"][0].slots
    20
    """
    return draft(LedgerRow, inner, locality=locality, milestones=milestones)
