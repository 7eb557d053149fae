"""What each locality owes by which date, and what all of them owe together."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

import attrs

from careplan.base.errors import Problem, inside, look_up
from careplan.base.exact import MAX_MAGNITUDE
from careplan.base.frozenmap import frozen
from careplan.base.text import Text
from careplan.documents.authorities.offices import Office
from careplan.documents.clauses import Document
from careplan.documents.encoded import Encoded, duplicates, given
from careplan.documents.periods import Precision
from careplan.documents.rules import Cited
from careplan.documents.scales.between import Between
from careplan.documents.scales.milestones import (
    Milestone,
    Strength,
    added_alike,
    due_and_next,
    in_order,
    rank,
    summed,
)
from careplan.documents.scales.together import Together, date_of
from careplan.fields.checking import arguments, listing
from careplan.fields.kinds import DayKind
from careplan.fields.shapes import NAME, aside, at_least_one, kept, left_out
from careplan.nouns.counts import SLOTS
from careplan.nouns.localities import Localities, Resolved, resolve

if TYPE_CHECKING:
    from careplan.display.tables.table import Table


@frozen(kw_only=True)
class Column(Encoded):
    """What a ledger counts, by a key of its own."""

    key: str = attrs.field(metadata=kept(NAME))
    label: Text
    unit: Text | None = None


SLOTS_COLUMN = Column(key=SLOTS, label=Text(zh="托位", en="slots"))


@frozen(kw_only=True)
class LedgerRow(Cited):
    """One locality of a ledger with its milestones in order of date, of every column.

    They are cumulative, or, where the ledger says so, increments: `base` is then what there was
    before, by the key of the column.
    """

    locality: str = attrs.field(metadata=kept(NAME))
    milestones: tuple[Milestone, ...]
    base: Mapping[str, int] = attrs.field(factory=dict, converter=given, metadata=left_out())

    def _contradictions(self) -> Iterable[Problem]:
        return _counted("milestones", self.milestones)

    def owed(self, of: str = SLOTS, *, increments: bool = False) -> tuple[Milestone, ...]:
        """Return what is owed in a column by each date; of increments, the sums so far."""
        listed = [one for one in self.milestones if one.of == of]
        added = summed(listed, self.base.get(of), whole=True) if increments else listed
        return tuple(added)


@frozen(kw_only=True)
class Ledger(Cited):
    """What each locality owes by which date, in one column or several: slots, unless it says.

    `totals` are the sums the document prints. A total may be printed for a date on which no row is
    due: the split is not always known. The figures are cumulative, unless they are `increments`:
    then each is what its period adds, and what is due by a date is the sum so far, on top of what
    there was before where every row states its `base`. Counts are of what was added since the start
    where no base is stated, else of the whole.

    `note` warns of what a reader of the printed table gets wrong. `acting` are whom the text
    has reach the figures; where these are towns (各镇街) or the like, each row is then the
    task of its locality.
    """

    key: str = attrs.field(metadata=kept(NAME))
    title: Text
    columns: tuple[Column, ...] = attrs.field(
        default=(SLOTS_COLUMN,), metadata={**at_least_one(Column), **left_out()}
    )
    rows: tuple[LedgerRow, ...]
    totals: tuple[Milestone, ...] = ()
    increments: bool = attrs.field(default=False, metadata=left_out())
    precision: Precision
    note: Text | None = None
    acting: tuple[Office, ...] = ()
    document: Document | None = aside()

    def _contradictions(self) -> Iterable[Problem]:
        # A count of a locality that stands twice would be taken twice.
        yield from duplicates("rows", (row.locality for row in self.rows))
        yield from duplicates("columns", (column.key for column in self.columns))
        yield from _counted("totals", self.totals)
        yield from self._of_no_column()
        yield from self._not_added() if self.increments else self._without_increments()
        for column in self.columns:
            owed = (row.owed(column.key, increments=self.increments) for row in self.rows)
            most = sum(max(map(_end, listed), default=0) for listed in owed)
            if most > MAX_MAGNITUDE:
                yield Problem("rows", "out_of_range", most)

    def _of_no_column(self) -> Iterator[Problem]:
        """Yield a problem for each figure of a column that the ledger does not have."""
        keys = [column.key for column in self.columns]
        strange = [(f"totals[{n}].of", one.of) for n, one in _strange(self.totals, keys)]
        for index, row in enumerate(self.rows):
            at = f"rows[{index}]"
            strange += [
                (f"{at}.milestones[{n}].of", one.of) for n, one in _strange(row.milestones, keys)
            ]
            strange += [(inside(f"{at}.base", of), of) for of in row.base if of not in keys]
        for path, of in strange:
            yield Problem(path, "no_such_column", of, {"options": listing(keys)})

    def _not_added(self) -> Iterator[Problem]:
        """Yield why increments cannot be added up: several strengths, or a base of some rows."""
        yield from added_alike("totals", self.totals)
        stated = [
            column.key
            for column in self.columns
            if any(column.key in row.base for row in self.rows)
        ]
        for index, row in enumerate(self.rows):
            for problem in added_alike("milestones", row.milestones):
                yield attrs.evolve(problem, path=f"rows[{index}].{problem.path}")
            for of in stated:
                if of not in row.base:
                    yield Problem(inside(f"rows[{index}].base", of), "base_of_some", of)

    def _without_increments(self) -> Iterator[Problem]:
        other = {"other_field": "increments", "other": self.increments}
        for index, row in enumerate(self.rows):
            if row.base:
                yield Problem(f"rows[{index}].base", "contradiction", dict(row.base), other)

    def table(self, language: str = "zh") -> "Table":
        """Return what each locality owes by each date as a table for people, in "zh" or "en".

        A row a locality, a column a date and what falls due on it, as printed; where the ledger
        has several columns or strengths these are levels of the heading. Last what the document
        prints for all together, and beside it what the rows come to, unless they agree.
        Raises NotFound for another language.

        >>> from careplan.plans import get_plan
        >>> table = get_plan("dawa_2023").ledgers["slots"].table()
        >>> [column.title("zh") for column in table.columns], table.rows[0]
        (['地方', '2023年', '2024年', '2025年'], ('二界沟街道', 49, 148, 220))
        """
        from careplan.documents.wording.ledgers import ledger_table

        return ledger_table(self, language)

    def row(self, locality: object) -> LedgerRow:
        """Return the row of a locality, or raise NotFound with a suggestion."""
        return look_up("locality", locality, self._rows_by_locality)

    def resolve(self, name: object, within: tuple[str, ...] = ()) -> Resolved:
        """Return the locality of a row that a name surely means, or else who may be meant.

        `within` are the levels above the localities, the highest first: see `Localities`.

        >>> from careplan.plans import get_plan
        >>> get_plan("dawa_2023").ledgers["slots"].resolve("大洼区大洼街道").locality
        '大洼街道'
        """
        return self._localities.resolve(name) if not within else resolve(name, self._known, within)

    @cached_property
    def _localities(self) -> Localities:
        return Localities(self._known)

    @property
    def _known(self) -> Iterable[str]:
        return self._rows_by_locality

    @cached_property
    def _rows_by_locality(self) -> Mapping[str, LedgerRow]:
        return {row.locality: row for row in self.rows}

    def column(self, key: object) -> Column:
        """Return the column of a key, or raise NotFound with a suggestion."""
        return look_up("column", key, {column.key: column for column in self.columns})

    def total(self, due: date, of: str | None = None) -> Milestone:
        """Return what all localities together owe by a date, in the first column or another.

        As printed for that date, or else derived: on a date of the rows the sum of what they
        owe by then, but never less than the total printed before it, since figures are
        cumulative; between two dates what was owed by the first of them.
        Raises InvalidInput for what is no date, NotFound for what is no column.
        """
        arguments(due=(DayKind(), due))
        owed, _ = due_and_next(self.together(of), due)
        if owed is not None and owed.due == due:
            return owed
        if owed is None:
            return Milestone(due, 0, derived=True, of=self._key(of))
        return attrs.evolve(owed, due=due, derived=True)

    @property
    def milestones(self) -> tuple[Milestone, ...]:
        """What all localities together owe by each date, in order, in the first column."""
        return self.together()

    def together(self, of: str | None = None) -> tuple[Milestone, ...]:
        """Return what all localities together owe by each date, in order, in a column.

        As printed, or derived from the rows, where these say of any end what it comes to. In the
        first column, unless another is named; raises NotFound for what is no column.
        """
        return self._together[self._key(of)]

    def _key(self, of: str | None) -> str:
        return (self.columns[0] if of is None else self.column(of)).key

    @cached_property
    def _together(self) -> Mapping[str, tuple[Milestone, ...]]:
        return {column.key: self._of_column(column.key) for column in self.columns}

    def _of_column(self, of: str) -> tuple[Milestone, ...]:
        stated = [row.base[of] for row in self.rows if of in row.base]
        base = sum(stated) if stated else None
        each = [self._strong(of, strength) for strength in Strength]
        found = (one.added(base) if self.increments else one.cumulative() for one in each)
        return tuple(sorted(chain(*found), key=lambda one: (date_of(one), rank(one))))

    def _strong(self, of: str, strength: Strength) -> Together:
        return Together.among(of, strength, (row.milestones for row in self.rows), self.totals)

    def row_sums(
        self, of: str = SLOTS, strength: Strength = Strength.BINDING
    ) -> dict[date, Between | None]:
        """Return what the rows owe together by each date, in a column and so strongly.

        Of increments it is what they add at that date. None where nothing is said of any end:
        some rows owe at most so many, and others nothing yet.
        """
        return self._strong(of, strength).sums(increments=self.increments)

    def dates(self) -> tuple[date, ...]:
        """Return all dates on which something falls due, of a row or of all together, in order."""
        return tuple(sorted({*self.row_dates(), *map(date_of, self.totals)}))

    def row_dates(self, of: str | None = None) -> tuple[date, ...]:
        """Return the dates on which a row falls due, in order; in all columns, or in one."""
        listed = (one for row in self.rows for one in row.milestones)
        return tuple(sorted({date_of(one) for one in listed if of in {None, one.of}}))


def _counted(path: str, milestones: tuple[Milestone, ...]) -> Iterator[Problem]:
    """Yield what is wrong with milestones of what is counted whole, each by a date."""
    yield from in_order(path, milestones)
    for index, one in enumerate(milestones):
        at = f"{path}[{index}]"
        if one.due is None:
            yield Problem(f"{at}.due", "required", None)
        if one.value is None:
            yield Problem(f"{at}.value", "required", None)
        elif broken := [end for end in one.ends if not isinstance(end, int)]:
            yield Problem(f"{at}.value", "not_whole", broken[0])
        elif one.counted is None:
            yield Problem(f"{at}.value", "no_figure", one.value)


def _strange(milestones: tuple[Milestone, ...], keys: list[str]) -> Iterator[tuple[int, Milestone]]:
    return ((n, one) for n, one in enumerate(milestones) if one.of not in keys)


def _end(milestone: Milestone) -> int:
    return max(map(int, milestone.ends), default=0)
