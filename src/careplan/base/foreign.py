"""A data frame's cell as a fact: frames have marks and types of their own for what is stated.

No frame is imported: its marks are known by their names, numpy's values by their module.
"""

from datetime import date, datetime, time
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
