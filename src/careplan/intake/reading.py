"""Read a table: rows in, items and problems out, nothing guessed silently."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, TypedDict, Unpack

from careplan.base.errors import InvalidInput
from careplan.base.text import Labelled
from careplan.documents.scales.ledgers import Ledger
from careplan.fields.subjects import Subject
from careplan.intake.asked import asked
from careplan.intake.cells.habits import Habits
from careplan.intake.result import Intake
from careplan.intake.sheet import Sheet
from careplan.intake.table import Headings, table_of


class Writing(TypedDict, total=False):
    """How a table is written, as `Habits` has it."""

    not_stated: Sequence[str]
    withheld: Sequence[str]
    yes: Sequence[str]
    no: Sequence[str]
    separators: Sequence[str]
    synonyms: Mapping[str, Labelled]
    numerals: bool
    serials: bool
    roc: bool
    last_day: bool
    blank_is_zero: bool
    blank_is_no: bool


def read(
    rows: Iterable[Any],
    noun: type[Subject],
    columns: Mapping[Any, Any] | None = None,
    *,
    headings: Headings = None,
    skip: int = 0,
    language: str = "zh",
    on_problem: Literal["collect", "raise"] = "collect",
    localities: Ledger | Iterable[str] | None = None,
    within: Iterable[str] = (),
    places_in_headings: bool = False,
    given: Mapping[str, Any] | None = None,
    currency: str | None = None,
    unit_column: Any = None,
    carry: Iterable[Any] = (),
    total_words: Iterable[str] = (),
    sums: Mapping[Any, Iterable[Any]] | None = None,
    **written: Unpack[Writing],
) -> Intake[Subject]:
    """Return what rows of a table say of a noun, and every cell that is not certain.

    Rows are mappings by heading, or lists whose first row is the headings (`headings` are those of
    lists without any, or how many first rows they are; `skip` lines stand above them). Whole
    headings are matched with the facts; what `columns` says of one goes before: by heading or
    place, the path of a fact, several of which whichever a cell names is meant, `tick`, `each`, or
    None for a column that is not read.

    `localities` are those that the fact `locality` may be, and `within` the levels above them, the
    highest first; with `places_in_headings` a column is of one. `given` are facts that stand
    outside the rows, `currency` the unit of money where no cell says it, `unit_column` the column
    that says a row's unit. A blank cell of a column of `carry` stands for the one above it.
    `total_words` are what a total is called beside 合计, 小计, 全市; `sums` columns that are to be
    the sums of others. The rest is said of `Habits`.

    A cell that is not certain is a problem and its fact not stated. With `on_problem="raise"` any
    problem raises InvalidInput, all at once; so does what is wrong with an argument.

    >>> import careplan as cp
    >>> from datetime import date
    >>> rows = [
    ...     {"镇街": "大洼区大洼街道", "现有托位（个）": "２００"},
    ...     {"镇街": "王家镇", "现有托位（个）": "30余"},
    ...     {"镇街": "合 计", "现有托位（个）": "230"},
    ... ]
    >>> read = cp.intake.read(
    ...     rows,
    ...     cp.SlotCount,
    ...     localities=cp.get_plan("dawa_2023").ledgers["slots"],
    ...     given={"on": date(2024, 6, 30)},
    ... )
    >>> read.items
    (SlotCount(locality='大洼街道', on=datetime.date(2024, 6, 30), slots=200),)
    >>> [(p.row, p.column, p.value, p.suggestion) for p in read.problems][:1]
    [(2, '镇街', '王家镇', ('王家街道', '唐家镇'))]
    """
    table = table_of(rows, headings, skip)
    wanted = asked(
        noun,
        table,
        Habits(**written),
        language=language,
        on_problem=on_problem,
        columns=columns,
        localities=localities,
        within=within,
        places_in_headings=places_in_headings,
        given=given,
        currency=currency,
        unit_column=unit_column,
        carry=carry,
        total_words=total_words,
        sums=sums,
    )
    found: Intake[Any] = Sheet(wanted, table).read()
    if on_problem == "raise" and found.problems:
        raise InvalidInput(problem.as_problem() for problem in found.problems)
    return found
