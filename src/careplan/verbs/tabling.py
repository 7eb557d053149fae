"""What there is to hand on, as a table for people: answers, lists of them, and flat records."""

from collections.abc import Mapping
from typing import Any

from careplan.base.errors import InvalidInput, Problem, check_language, inside
from careplan.base.text import Text, is_text
from careplan.display.result import Shown, table_of
from careplan.display.tables.frames import Columns, columns_of
from careplan.display.tables.laid import laid_out
from careplan.display.tables.table import Table
from careplan.documents.authorities.assignments import Assignment
from careplan.documents.scales.ledgers import Ledger
from careplan.documents.wording.assigned import matrix_table
from careplan.fields.checking import elements, entries_of, refuse
from careplan.nouns.bodies import AnyBody
from careplan.verbs.figures.unknown import Unknown

_A_TABLE = Text(
    zh="答案、方案、台账，由条款、分工、缺陷或答案组成的列表，职责矩阵，或记录的列表",
    en=(
        "an answer, a plan, a ledger, a list of clauses, assignments, flaws or answers, a matrix, "
        "or a list of records"
    ),
)
_A_KEY = Text(zh="文本", en="a text")
# What `matrix` of a plan, or of several, has clauses by.
_Key = str | tuple[str, str]
_Row = Mapping[AnyBody, tuple[Assignment, ...]]


def table(what: Any, language: str = "zh") -> Table:
    """Return what a verb answers, or a list of it, as a table for people, in "zh" or "en".

    Takes whatever has a `table` of its own (answers, plans, ledgers, clauses); lists of clauses,
    assignments, flaws and answers, whose rows follow each other; what `tasks_of` says of several
    plans; a matrix, a row a clause and a column a body, in its cells the roles; and a list of
    flat records, as `records()` returns them, with columns of your own beside them. Columns of
    `records()` get their heading, kind and unit by their key, others are called by it.

    Raises InvalidInput for anything else, NotFound for another language.

    >>> import careplan as cp
    >>> plan = cp.get_plan("shuangliao_2021")
    >>> led = cp.table(plan.tasks_of(cp.Body.HEALTH, role=cp.Role.LEAD))
    >>> [column.title("zh") for column in led.columns][:5]
    ['编号', '条款', '出处', '名称', '单位']
    >>> cp.table([{"venue": "甲", "outcome": cp.Outcome.MET}], "en").rows
    (('甲', 'met'),)
    """
    check_language(language)
    match what:
        case Shown() | Ledger():
            return what.table(language)
        case Mapping():
            return _of_mapping(what, language)
        case _:
            return _of_list(what, language)


def columns(what: Any) -> Columns:
    """Return the columns of what a verb answers, for a data frame: kinds, and types that hold them.

    Takes what `table` takes, and a table; of whatever has `records()` the keys are those of its
    rows. `.pandas`, `.polars` and `.arrow` are the types by key, see `Columns`, of which the last
    two import their library: none is needed otherwise. Raises InvalidInput as `table` does.

    >>> import careplan as cp
    >>> sheet = cp.get_plan("bda_2017").scorecards["care_room"]
    >>> typed = cp.columns(cp.score(sheet, {"area": 20}))
    >>> [typed.pandas[key] for key in ("item", "open", "low_points", "outcome")]
    ['string', 'boolean', 'Float64', 'category']
    """
    match what:
        case Table():
            return columns_of(what.records(), {one.key: one.kind for one in what.columns})
        case Mapping() | Ledger():
            return columns(table(what))
        case Shown():
            return columns_of(what.records())
        case _:
            listed = _listed(what)
            own = ([dict(one)] if isinstance(one, Mapping) else one.records() for one in listed)
            return columns_of(row for rows in own for row in rows)


def _of_list(what: Any, language: str) -> Table:
    listed = _listed(what)
    if listed and isinstance(listed[0], Shown):
        return table_of([({}, one) for one in listed], language)
    return laid_out(listed, language)


def _listed(what: Any) -> list[Any]:
    """Return what is listed: all of it says itself, or all of it are records."""
    problems: list[Problem] = []
    listed: list[Any] = elements(what, "what", problems)
    says_itself = bool(listed) and isinstance(listed[0], Shown)
    for index, one in enumerate(listed):
        if one is not None and not isinstance(one, Shown if says_itself else Mapping):
            refuse(problems, f"what[{index}]", "wrong_type", one, expected=_A_TABLE)
        elif isinstance(one, Mapping) and set(map(type, one)) != {str}:
            strange = (key for key in one if not is_text(key))
            problems += (_no_key(f"what[{index}]", key) for key in strange)
    if problems:
        raise InvalidInput(problems)
    return listed if says_itself else [_stated(row) for row in listed]


def _stated(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a record in which a figure that nobody can say yet is blank, as what is not stated."""
    return {key: None if isinstance(cell, Unknown) else cell for key, cell in row.items()}


def _no_key(path: str, key: object) -> Problem:
    return Problem(inside(path, key), "wrong_type", key, {"expected": _A_KEY})


def _of_mapping(what: Mapping[Any, Any], language: str) -> Table:
    entries = entries_of(what)
    if entries is not None and all(_is_of_plan(key, asked) for key, asked in entries):
        listed = [({"plan_id": plan_id}, one) for plan_id, asked in entries for one in asked]
        return table_of(listed, language)
    if entries is not None and all(_is_row(key, row) for key, row in entries):
        return matrix_table(entries, language)
    raise InvalidInput([Problem("what", "wrong_type", what, {"expected": _A_TABLE})])


def _is_of_plan(key: object, asked: object) -> bool:
    """Say whether this is what `tasks_of` says of one of several plans."""
    return is_text(key) and isinstance(asked, tuple) and all(isinstance(a, Shown) for a in asked)


def _is_row(key: object, row: object) -> bool:
    """Say whether this is a row of a matrix: what a clause asks of each body."""
    match key:
        case str() | (str(), str()) if isinstance(row, Mapping) and row:
            return all(_is_cell(body, asked) for body, asked in row.items())
        case _:
            return False


def _is_cell(body: object, asked: object) -> bool:
    listed = asked if isinstance(asked, tuple) else ()
    of_body = isinstance(body, AnyBody) and bool(listed)
    return of_body and all(isinstance(one, Assignment) for one in listed)
