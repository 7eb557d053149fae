"""What other libraries and careplan are to each other, and none of them is imported for it.

A data frame's cell as a fact: its marks are known by their names, numpy's values by their module.
What stands in a caller's pydantic model: pydantic asks a class for it by the name of a method.
"""

from datetime import date, datetime, time
from importlib import import_module
from numbers import Real
from typing import Any

from careplan.base.exact import BOOL_NAMES, marks_missing


def stated(cell: Any) -> Any:
    """Return a cell of a data frame as a fact: a gap is None, 200.0 the whole number 200.

    NaN, NaT and pandas' NA are None: not stated. Frames write whole numbers beside a gap as
    floats and days as timestamps, so a float without a fraction becomes an int, a midnight
    without a zone its date. numpy's truth values and numbers become Python's. What says more
    than that (12.5, a time of day, a zone), or is a text ("n/a", "否"), is returned as it is, for
    a noun to take or refuse: nothing is guessed.

    >>> import careplan as cp
    >>> cp.stated(float("nan")), cp.stated(200.0), cp.stated(12.5)
    (None, 200, 12.5)
    >>> cp.stated(datetime(2024, 6, 30)), cp.stated(datetime(2024, 6, 30, 8))
    (datetime.date(2024, 6, 30), datetime.datetime(2024, 6, 30, 8, 0))
    """
    if marks_missing(cell):
        return None
    if isinstance(cell, datetime):
        return cell.date() if _is_midnight(cell) else cell
    if type(cell).__module__ == "numpy":
        return _of_numpy(cell)
    return _whole(cell) if type(cell) is float else cell


def _is_midnight(moment: datetime) -> bool:
    # pandas' moments have nanoseconds, of which their time of day says nothing.
    nanosecond = getattr(moment, "nanosecond", 0)
    return moment.tzinfo is None and moment.time() == time() and nanosecond == 0


def _of_numpy(cell: Any) -> Any:
    name = type(cell).__name__
    if name in BOOL_NAMES:
        return bool(cell)
    if name == "datetime64":
        day = cell.astype("datetime64[D]")
        plain = day.item()  # a number, beyond the years that Python counts
        return plain if day == cell and isinstance(plain, date) else cell
    if not isinstance(cell, Real) or name == "timedelta64":
        return cell
    return _whole(cell)


def _whole(number: Any) -> Any:
    if number.is_integer():
        return int(number)
    # A float of another size is read as it prints, which Python's would not be.
    return float(number) if isinstance(number, float) else number


class Hosted:
    """What a pydantic model of a caller may have as the type of a field."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: object) -> Any:
        """Tell pydantic how it is read, written and described: as `careplan.codec` does it."""
        return core_schema_of(source)


def core_schema_of(source: Any, **known: Any) -> Any:
    """Return pydantic's own description of a type of careplan's; only pydantic asks for it."""
    # JSON stands above: how it is read is looked up once it is asked for.
    return import_module("careplan.codec.hosts.fields").core_schema(source, **known)
