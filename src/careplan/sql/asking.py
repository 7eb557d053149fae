"""The texts: of a criterion one expression, of a plan one query, of a noun the tables."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, assert_never

import careplan.criteria.nodes as n
import careplan.fields.kinds as k
from careplan.base.errors import InvalidInput, NotFound, Problem, check_type
from careplan.base.text import is_text
from careplan.criteria.elapsing import day_asked
from careplan.criteria.soundness import sound
from careplan.documents.encoded import ByReading, pick
from careplan.documents.plan import Plan
from careplan.fields.checking import entries_of
from careplan.fields.declaring import Noun
from careplan.layout import ID, PARENT, NounTable, table_of
from careplan.sql.joining import checked
from careplan.sql.outcomes import asked_of, whole_outcome
from careplan.sql.scopes import Names, Scope
from careplan.sql.spelling import spelling_of
from careplan.sql.truths import truth

OUTCOME = "outcome"


def text(
    criterion: n.Given | ByReading,
    *,
    table: str,
    columns: Mapping[str, str] | None = None,
    tables: Mapping[str, str] | None = None,
    on: date | None = None,
    readings: Mapping[str, str] | None = None,
    id: str = ID,  # noqa: A002 - what the column is called
    parent: str = PARENT,
    dialect: str | None = None,
) -> str:
    """Return a criterion as one boolean expression of SQL: null is unknown.

    `table` is what its rows are called in the query it goes into: the table, or its alias there.
    How facts lie in columns says `careplan.layout`; `columns` names those that are called
    otherwise. `tables` names the tables of collections, {"rooms": "venue_rooms"}: their rows name
    by `parent` the `id` of the row they belong to. `on` is the day asked, and `readings` takes the
    options of what differs by reading. A NaN in a column of floats is no null: most databases take
    it for the greatest number, so make null of it first.

    The text is right for SQLite, DuckDB, PostgreSQL and Spark (which reads names in "" once its
    session sets `spark.sql.ansi.enabled` and `spark.sql.ansi.doubleQuotedIdentifiers`). `dialect`
    names one of them, "sqlite", "duckdb", "postgres" or "spark", to have it as that one writes.
    Every name is quoted, so that no text of a caller's becomes SQL.

    Raises NotFound for another dialect and for what no column holds, InvalidInput for what no
    database could answer exactly: a decimal of more than 15 digits or a whole number of more than
    64 bits, a text with NUL or (unless the dialect is named) a backslash, a sum whose terms share
    too many facts, and what is nested deeper than databases read.

    >>> import careplan as cp
    >>> room = cp.facts(cp.Room)
    >>> text(room.independent & (room.usable_area_m2 >= 6), table="rooms")
    '("rooms"."independent" AND ("rooms"."usable_area_m2" >= CAST(6 AS INTEGER)))'
    """
    asked = _read(criterion, readings)
    day = day_asked(on)
    noun = n.noun_of(asked)
    spelling = spelling_of(dialect)
    _check_names({"table": table, "id": id, "parent": parent})
    named = _named(tables, "tables")
    laid = table_of(Noun) if noun is None else table_of(noun, columns)
    if noun is not None:
        _check_tables(named, laid)
    scope = Scope(laid, table, Names(spelling, named, id, parent, day, table), beside=False)
    return checked(truth(asked, scope))


def query(
    plan: Plan,
    noun: type[Noun],
    *,
    tables: Mapping[str, str],
    columns: Mapping[str, str] | None = None,
    id: str = ID,  # noqa: A002 - what the column is called
    parent: str = PARENT,
    readings: Mapping[str, str] | None = None,
    on: date | None = None,
    dialect: str | None = None,
) -> str:
    """Return what a plan says of each row of a table, as one SELECT of SQL.

    Its columns are the row's `id`, "outcome", and one for each duty by its number (a ladder is
    one): met, not_met, unknown or not_applicable, as `careplan.assess` finds them. `tables` names
    the table of the noun by "" and those of collections by their paths: {"": "venues", "rooms":
    "venue_rooms"}. Everything else is as `text` has it.

    Raises what `text` raises, and NotFound for an unknown reading.

    >>> import careplan as cp
    >>> plan = cp.get_plan("shuangliao_2021")
    >>> made = query(plan, cp.Venue, tables={"": "venues", "rooms": "venue_rooms"})
    >>> made.startswith('SELECT "t"."id" AS "id", CASE WHEN')
    True
    """
    check_type(plan, Plan, "plan")
    day = day_asked(on)
    spelling = spelling_of(dialect)
    _check_names({"id": id, "parent": parent})
    named = _named(tables, "tables")
    laid = table_of(noun, columns)
    _check_tables(named, laid)
    scope = Scope(laid, "s", Names(spelling, named, id, parent, day))
    duties = asked_of(plan, noun, readings, day)
    _check_outputs([id, OUTCOME, *(one.id for one in duties)])
    known: dict[n.Criterion, str] = {}
    columns_made: dict[str, str] = {}
    for criterion in dict.fromkeys(each for one in duties for each in one.criteria()):
        found = checked(truth(criterion, scope))
        if found in {"TRUE", "FALSE"}:
            known[criterion] = found
            continue
        short = columns_made.setdefault(found, f"c{len(columns_made)}")
        known[criterion] = f"{spelling.name('t')}.{spelling.name(short)}"
    own = scope.own(id)
    inner = [f"{own} AS {spelling.name('id')}"]
    inner += [f"{found} AS {spelling.name(short)}" for found, short in columns_made.items()]
    outer = [f"{spelling.name('t')}.{spelling.name('id')} AS {spelling.name(id)}"]
    outer.append(f"{checked(whole_outcome(duties, known))} AS {spelling.name(OUTCOME)}")
    outer += [f"{checked(one.outcome(known))} AS {spelling.name(one.id)}" for one in duties]
    rows = f"SELECT {', '.join(inner)} FROM {scope.source()}"
    return f"SELECT {', '.join(outer)} FROM ({rows}) AS {spelling.name('t')}"


def schema(
    noun: type[Noun],
    *,
    tables: Mapping[str, str],
    columns: Mapping[str, str] | None = None,
    id: str = ID,  # noqa: A002 - what the column is called
    parent: str = PARENT,
    dialect: str | None = None,
) -> tuple[str, ...]:
    """Return a CREATE TABLE for each table that `tables` names, with all columns of its noun.

    Numbers have 16 digits before the point and 6 after it. In SQLite the types see to it that
    numbers are compared as such, however they came in. Raises what `text` raises.

    >>> import careplan as cp
    >>> made = schema(cp.Venue, tables={"": "venues", "rooms": "venue_rooms"})
    >>> made[1][:56]
    'CREATE TABLE "venue_rooms" ("id" BIGINT, "parent" BIGINT'
    """
    spelling = spelling_of(dialect)
    _check_names({"id": id, "parent": parent})
    named = _named(tables, "tables")
    laid = table_of(noun, columns)
    _check_tables(named, laid)
    words = "STRING" if dialect == "spark" else "VARCHAR"
    made = []
    for each in laid.tables:
        if each.path not in named:
            continue
        typed = {id: "BIGINT"} | ({parent: "BIGINT"} if each.path else {})
        typed |= {one.name: _type(one.kind, words) for one in each.columns.values()}
        listed = ", ".join(f"{spelling.name(name)} {kind}" for name, kind in typed.items())
        made.append(f"CREATE TABLE {spelling.name(named[each.path])} ({listed})")
    return tuple(made)


def _type(kind: k.Kind, words: str) -> str:
    match kind:
        case k.FlagKind():
            return "BOOLEAN"
        case k.CountKind() | k.ItemsKind():
            return "BIGINT"
        case k.NumberKind():
            return "DECIMAL(22, 6)"
        case k.DayKind():
            return "DATE"
        case k.ChoiceKind() | k.TextKind() | k.ChoicesKind() | k.TableKind() | k.PartKind():
            # The last three have columns for what is inside of them, and none of their own.
            return words
        case _:
            assert_never(kind)


def _read(criterion: object, readings: Mapping[str, str] | None) -> n.Criterion:
    taken = {} if readings is None else _named(readings, "readings")
    while isinstance(criterion, ByReading):
        name = criterion.interpretation
        if name not in taken:
            raise InvalidInput([Problem(f"readings[{name}]", "required", None)])
        if taken[name] not in criterion.options:
            raise NotFound("option", taken[name], criterion.options)
        criterion = pick(criterion, taken)
    return sound(criterion)


def _named(given: object, path: str) -> dict[str, str]:
    entries = entries_of({} if given is None else given)
    if entries is None:
        expected = {"expected": "Mapping[str, str]"}
        raise InvalidInput([Problem(path, "wrong_type", given, expected)])
    _check_names({f"{path}[{key}]": value for key, value in entries})
    return dict(entries)


def _check_names(given: Mapping[str, Any]) -> None:
    problems = []
    for path, name in given.items():
        if not is_text(name):
            problems.append(Problem(path, "wrong_type", name, {"expected": "str"}))
        elif not name.strip():
            problems.append(Problem(path, "blank", name))
    if problems:
        raise InvalidInput(problems)


def _check_tables(named: Iterable[str], laid: NounTable) -> None:
    known = [each.path for each in laid.tables]
    for path in named:
        if path not in known:
            raise NotFound("path", path, known)


def _check_outputs(names: Iterable[str]) -> None:
    """Refuse two columns of the answer that most databases take for one."""
    seen: set[str] = set()
    for name in names:
        if name.casefold() in seen:
            raise InvalidInput([Problem("id", "name_taken", name)])
        seen.add(name.casefold())
