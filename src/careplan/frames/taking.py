"""What frames are taken, and whether their columns are of types that say what is meant."""

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

import attrs

import careplan.fields.kinds as k
from careplan.base.errors import (
    InvalidInput,
    NotFound,
    Problem,
    UnknownInInput,
    inside,
    not_found,
)
from careplan.base.text import Text, is_text
from careplan.frames.items import Taken
from careplan.frames.lent import narwhals
from careplan.frames.wants import Wants
from careplan.frames.written.held import Form, Held, held_as, wanted
from careplan.layout import ID, PARENT, Column

_KINDS = ("polars", "pandas", "pyarrow", "duckdb", "pyspark")
_A_FRAME = Text(zh="所支持的数据框", en="a frame of polars, pandas, pyarrow, DuckDB or PySpark")
_TO_ARROW = {"written": 'df.convert_dtypes(dtype_backend="pyarrow")'}


@attrs.frozen
class Given:
    """A caller's frame: narwhals' view of it, of pandas as an Arrow table."""

    frame: Any
    path: str
    is_eager: bool
    native: Any

    @property
    def is_pandas(self) -> bool:
        """Whether it is a frame of pandas."""
        return _kind(self.frame) == "pandas"

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(self.frame.collect_schema().names())


def given(frame: object, path: str) -> Given:
    """Return a frame as it is given; raise InvalidInput for what is none that is supported.

    And for one whose columns no name tells apart.
    """
    nw = narwhals()
    try:
        seen = nw.from_native(frame)
    except TypeError:
        seen = None
    except nw.exceptions.DuplicateError:  # pandas' columns are looked at at once
        raise InvalidInput(_misnamed(frame, path)) from None
    if not isinstance(seen, nw.DataFrame | nw.LazyFrame) or _kind(seen) not in _KINDS:
        raise InvalidInput([Problem(path, "wrong_type", frame, {"expected": _A_FRAME})])
    native = nw.to_native(seen)
    if _kind(seen) != "polars" and (problems := _misnamed(native, path)):
        raise InvalidInput(problems)
    return Given(seen, path, isinstance(seen, nw.DataFrame), native)


def _misnamed(native: Any, path: str) -> list[Problem]:
    """Return what is wrong with columns of one name, or with names that are no texts.

    polars has neither.
    """
    names = list(native.column_names if hasattr(native, "column_names") else native.columns)
    said = {"expected": "str"}
    problems = [
        Problem(inside(path, name), "wrong_type", name, said) for name in names if not is_text(name)
    ]
    twice = [name for place, name in enumerate(names) if name in names[:place]]
    return problems + [Problem(inside(path, name), "duplicate", name) for name in twice]


def _kind(seen: Any) -> str:
    return str(seen.implementation.name).lower()


def taken(wants: Wants, frames: Mapping[str, Given], *, as_is: bool = False) -> dict[str, Taken]:
    """Return the frames of all tables that are asked, with how their columns hold their facts.

    What is asked of pandas `as_is` cannot be asked of its categories, where a gap equals nothing.

    Raises NotFound for columns that are not there, InvalidInput for types that do not say what is
    meant: all that is wrong with all frames at once.
    """
    problems: list[Problem] = []
    unknown: list[tuple[str, Any]] = []
    for one in wants.tables:
        if one.table.path not in frames:
            problems.append(Problem(f"children.{one.table.path}", "needs_items", None))
            continue
        frame = frames[one.table.path]
        needed = [column.name for column in one.columns] + _keys(one)
        absent = [name for name in needed if name not in frame.columns]
        unknown += [(frame.path, each) for each in not_found("column", absent, frame.columns)]
        problems += (
            Problem(inside(frame.path, name), "pattern_name", name)
            for name in needed
            if name not in absent and _is_pattern(name, frame)
        )
    if unknown:
        raise _absent(unknown)
    if problems:
        raise InvalidInput(problems)
    found = {
        one.table.path: _taken(one, frames[one.table.path], problems, as_is=as_is)
        for one in wants.tables
    }
    _check_keys(wants, frames, problems)
    if problems:
        raise InvalidInput(problems)
    return found


def _absent(unknown: list[tuple[str, NotFound]]) -> NotFound:
    """Return one error for all columns that are not there, each by the frame that lacks it."""
    first = unknown[0][1]
    if len(unknown) == 1:
        return first
    return UnknownInInput(
        [
            Problem(inside(path, one.name), "not_found", one.name, one.parameters())
            for path, one in unknown
        ],
        first,
    )


def unused_names(frames: Mapping[str, Given]) -> Iterator[str]:
    """Yield names that no column of any frame has."""
    known = {name.casefold() for frame in frames.values() for name in frame.columns}
    return (name for number in count() if (name := f"careplan__{number}") not in known)


def _keys(wants: Wants) -> list[str]:
    return [*([PARENT] if wants.table.path else []), *([ID] if wants.below else [])]


def _is_pattern(name: str, frame: Given) -> bool:
    """Say whether a name stands for several columns in polars, for all in SQL, a part in Spark."""
    if _kind(frame.frame) == "pyspark" and not {".", "`"}.isdisjoint(name):
        return True
    return name == "*" or (name.startswith("^") and name.endswith("$"))


def _taken(wants: Wants, frame: Given, problems: list[Problem], *, as_is: bool) -> Taken:
    is_pandas = frame.is_pandas
    if is_pandas:
        frame = _as_arrow(wants, frame, problems, as_is=as_is)
    schema = frame.frame.collect_schema()
    held: dict[str, Held] = {}
    for column in wants.columns:
        if column.name not in schema:  # refused already
            continue
        own = _own_type(frame, column.name)
        is_empty = own.lower() in {"null", '"null"', "void"}
        one = held_as(column, schema[column.name], empty=is_empty, guarded=not frame.is_eager)
        if one is None:
            problems.append(_refused(frame, column, schema[column.name]))
        else:
            plain = one.form is Form.PLAIN and str(schema[column.name]) == "String"
            held[column.name] = attrs.evolve(
                one,
                as_text=own == "string_view",
                has_members=plain and not is_pandas,
            )
    empty = [one for one in held.values() if one.form is Form.EMPTY]
    if frame.is_eager and empty:  # Arrow joins no column of nothing
        cast = frame.frame.with_columns(*(one.values() for one in empty))
        return Taken(cast, held)
    return Taken(frame.frame, held)


def _own_type(frame: Given, name: str) -> str:
    """Return what the frame itself calls the type of a column."""
    native = frame.native
    match _kind(frame.frame):
        case "polars":
            return str(native.collect_schema()[name])
        case "pyarrow":
            return str(native.schema.field(name).type)
        case "duckdb":
            return str(native.types[native.columns.index(name)])
        case _:
            return str(dict(native.dtypes)[name])


def _refused(frame: Given, column: Column, dtype: Any) -> Problem:
    path, said = inside(frame.path, column.name), {"expected": wanted(column.kind)}
    if str(dtype) == "Float32" and isinstance(column.kind, k.NumberKind | k.CountKind):
        return Problem(path, "single_precision", str(dtype), said)
    if str(dtype).startswith("Datetime") and isinstance(column.kind, k.DayKind):
        return Problem(path, "moment_column", str(dtype), said)
    return Problem(path, "column_type", str(dtype), said)


def _as_arrow(wants: Wants, frame: Given, problems: list[Problem], *, as_is: bool) -> Given:
    """Return pandas' columns as an Arrow table; refuse types in which a gap is a value."""
    nw = narwhals()
    named = [column.name for column in wants.columns]
    native = frame.native
    classic = [name for name in named if _is_classic(native[name].dtype, as_is=as_is)]
    problems += (
        Problem(inside(frame.path, name), "classic_type", str(native[name].dtype), _TO_ARROW)
        for name in classic
    )
    kept = [name for name in dict.fromkeys((*named, *_keys(wants))) if name not in classic]
    table = nw.from_native(native.loc[:, kept]).to_arrow()
    return attrs.evolve(frame, frame=nw.from_native(table), native=table)


def _is_classic(dtype: Any, *, as_is: bool) -> bool:
    """Say whether a type of pandas is numpy's, or has NaN for what is not stated."""
    if as_is and type(dtype).__name__ == "CategoricalDtype":
        return True
    if type(dtype).__module__.startswith("numpy"):
        return True
    # The texts of pandas 3 have NaN for a gap, and compare it as "no".
    return type(dtype).__name__ == "StringDtype" and isinstance(dtype.na_value, float)


def _check_keys(wants: Wants, frames: Mapping[str, Given], problems: list[Problem]) -> None:
    """Refuse what names a row otherwise than the row is named."""
    for child in wants.below:
        above = frames[wants.table.path].frame.collect_schema()[ID]
        frame = frames[child.table.path]
        below = frame.frame.collect_schema()[PARENT]
        if above != below:
            said = {"expected": Text(zh=f"“{above}”", en=f"{above}, as the ids are")}
            problems.append(Problem(inside(frame.path, PARENT), "column_type", str(below), said))
        _check_keys(child, frames, problems)


def beside(frame: Given, answers: Any) -> Any:
    """Return a caller's eager frame with columns put beside its own."""
    nw = narwhals()
    if _kind(frame.frame) != "pandas":
        return nw.to_native(nw.concat([frame.frame, answers], how="horizontal"))
    arrow_type = frame.frame.__native_namespace__().ArrowDtype
    made = nw.to_native(answers).to_pandas(types_mapper=arrow_type)
    made.index = frame.native.index
    return frame.native.assign(**{name: made[name] for name in made.columns})
