"""Ledgers, as their author writes them: rows, or a mapping of localities to what they owe."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Unpack

from careplan.base.errors import InvalidInput, Problem, inside
from careplan.base.quoting import quote
from careplan.base.text import Text, Words, text_of
from careplan.criteria.signs import Op
from careplan.documents.chapters.drafts import Cites, Draft, Inner, Offices, draft
from careplan.documents.chapters.figures.targets import end_of_year
from careplan.documents.periods import Precision
from careplan.documents.scales.between import Between
from careplan.documents.scales.ledgers import SLOTS_COLUMN, Column, Ledger, LedgerRow
from careplan.documents.scales.milestones import Milestone, stated_as
from careplan.fields.checking import entries_of, refuse, required
from careplan.fields.shapes import NAME
from careplan.nouns.counts import SLOTS

# Owed by a locality by each of these days, or by the end of each of these years; or in each column.
Slots = Mapping[date, int | Between] | Mapping[int, int | Between]
Owed = Slots | Mapping[str, Slots]
_DAY_OR_YEAR = Text(zh="日期或年份", en="a date or a year")


def column(key: str, label: Words, unit: Words | None = None) -> Column:
    """Return what a ledger counts in one of its columns: see `Column`.

    >>> column("institutions", ("机构", "institutions"), "家").unit.zh
    '家'
    """
    counted_in = None if unit is None else text_of(unit)
    return Column(key=key, label=text_of(label), unit=counted_in)


def ledger(
    key: str,
    title: Words,
    *rows: Draft[LedgerRow] | Mapping[str, Owed],
    columns: Iterable[Column] = (SLOTS_COLUMN,),
    increments: bool = False,
    precision: Precision | None = None,
    totals: Iterable[Milestone] | Owed = (),
    note: Words | None = None,
    acting: Offices = "",
    **cites: Unpack[Cites],
) -> Draft[Ledger]:
    """Write what each locality owes by which date: see `Ledger`. `acting` are offices as printed.

    A mapping of localities to how many slots they owe by which day, or by the end of which year,
    stands for a row of each; of several columns, a mapping of each column to such a mapping. A
    number is at least owed, `Between(5, 5)` exactly. `precision` must be given, unless all is
    owed by the end of years. Raises InvalidInput for a mapping that holds anything else, and
    names the locality.

    >>> ledger("slots", ("托位数", "slots"), row("甲镇", clause="2"), precision=Precision.YEAR).cls
    <class 'careplan.documents.scales.ledgers.Ledger'>
    >>> made = ledger("slots", "托位数", {"甲镇": {2025: 20, 2024: 10}}).fields["rows"][0]
    >>> made.fields["part"], [one.value for one in made.fields["milestones"]]
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
        columns=tuple(columns) if isinstance(columns, Iterable) else columns,
        increments=increments,
        rows=made,
        totals=printed,
        precision=precision,
        note=note,
        acting=acting,
    )


def _by_years(rows: Iterable[Any]) -> bool:
    """Say whether all that is owed is owed by the end of years."""
    owed = [
        part
        for one in rows
        for slots in (one.values() if isinstance(one, Mapping) else [0])
        for part in _by_column(slots).values()
    ]
    return bool(owed) and all(
        isinstance(slots, Mapping) and {type(by) for by in slots} == {int} for slots in owed
    )


def _by_column(owed: Any) -> Mapping[str, Any]:
    """Return what is owed by its column: as it is written, or of slots."""
    named = isinstance(owed, Mapping) and any(isinstance(one, Mapping) for one in owed.values())
    return owed if named else {SLOTS: owed}


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
    """Return how many are owed by which day, in order; what is wrong is added to `found`."""
    made = list[Milestone]()
    for of, slots in _by_column(owed).items():
        path = at if of == SLOTS else inside(at, of)
        made += _of_column(of, slots, path, found)
    return sorted(made, key=lambda one: one.due or date.max)


def _of_column(of: str, owed: Any, at: str, found: list[Problem]) -> Iterator[Milestone]:
    entries = entries_of(owed)
    if entries is None:
        refuse(found, at, "wrong_type", owed, expected="Mapping[date | int, int]")
    for by, number in entries or ():
        due = end_of_year(by)
        path = f"{at}[{due if type(due) is date else quote(due)}]"
        if type(due) is not date:
            refuse(found, path, "wrong_type", by, expected=_DAY_OR_YEAR)
            continue
        if number is None:
            found.append(Problem(f"{path}.value", "required", None))
            continue
        value, op = stated_as(number) if isinstance(number, Between) else (number, Op.GE)
        try:
            yield Milestone(due, value, op=op, of=of)
        except InvalidInput as error:
            found += error.inside(path)


def row(
    locality: str,
    *milestones: Milestone,
    base: int | Mapping[str, int] | None = None,
    **inner: Unpack[Inner],
) -> Draft[LedgerRow]:
    """Write one locality of a ledger, its milestones in order of date: see `LedgerRow`.

    `base` is what there was before, where the ledger holds increments: of slots, or by column.

    >>> row("甲镇", Milestone(date(2025, 12, 31), 20)).fields["milestones"][0].value
    20
    """
    stated = {} if base is None else base if isinstance(base, Mapping) else {SLOTS: base}
    return draft(LedgerRow, inner, locality=locality, milestones=milestones, base=stated)
