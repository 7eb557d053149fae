"""How names and values are written in SQL: quoted whatever they hold, and exact.

One text is right for SQLite, DuckDB, PostgreSQL and Spark; for a database that is named, names
and texts are written in its own way.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import assert_never

import attrs

from careplan.base.errors import InvalidInput, NotFound, Problem
from careplan.base.exact import Exact
from careplan.base.text import Labelled

# What a column of floats tells apart, and what a column of whole numbers holds.
MAX_DIGITS = 15
MAX_WHOLE = 2**63 - 1


@attrs.frozen
class Spelling:
    """How a database quotes names, and whether a backslash in a text means something to it.

    None where that is not the same in all of them, so that no such text can be written.
    """

    quote: str = '"'
    backslash: str | None = "\\"

    def name(self, given: str) -> str:
        """Return a name in quotes; raise InvalidInput for one that no database can have."""
        if not given.strip():
            raise InvalidInput([Problem("name", "blank", given)])
        # Spark puts a variable of its session where it finds one, in names as well.
        if not _is_plain(given) or _VARIABLE in given:
            raise InvalidInput([Problem("name", "not_in_sql.name", given)])
        return self.quote + given.replace(self.quote, self.quote * 2) + self.quote

    def text(self, given: str) -> str:
        """Return a text in quotes; raise InvalidInput for one that cannot be written."""
        if not _is_plain(given):
            raise InvalidInput([Problem("criterion", "not_in_sql.text", given)])
        if "\\" in given and self.backslash is None:
            raise InvalidInput([Problem("criterion", "not_in_sql.backslash", given)])
        doubled = given.replace("'", "''").replace("\\", self.backslash or "")
        parts = doubled.split(_VARIABLE)
        if len(parts) == 1:
            return f"'{doubled}'"
        # "$" stands at the end of one text and "{" begins the next.
        return f"({' || '.join(_apart(parts))})"

    def value(self, given: bool | Exact | str | date | Labelled) -> str:  # noqa: FBT001 - what a fact is compared with
        """Return a literal; raise InvalidInput for one that not all databases compare exactly.

        A day is its text, which every database compares with a column of days.
        """
        match given:
            case bool():
                return "TRUE" if given else "FALSE"
            case Labelled():
                return self.text(str(given.value))
            case str():
                return self.text(given)
            case date():
                return f"'{given.isoformat()}'"
            case int():
                return whole(given)
            case Decimal():
                return _decimal(given)
            case Fraction():
                raise inexact(given)
            case _:
                assert_never(given)


# Half of a character (a surrogate) is no text; NUL ends one.
def _is_plain(given: str) -> bool:
    return "\x00" not in given and not any("\ud800" <= one <= "\udfff" for one in given)


_VARIABLE = "${"


def _apart(parts: Sequence[str]) -> list[str]:
    last = len(parts) - 1
    return [
        "'" + ("{" if place else "") + part + ("$" if place < last else "") + "'"
        for place, part in enumerate(parts)
    ]


def whole(number: int) -> str:
    """Return a whole number; one that compares as a number with a text, too, in SQLite."""
    if abs(number) > MAX_WHOLE:
        raise inexact(number)
    size = "INTEGER" if abs(number) < 2**31 else "BIGINT"
    return f"CAST({number} AS {size})"


def _decimal(number: Decimal) -> str:
    _, digits, exponent = number.as_tuple()
    places = -int(exponent)
    width = max(len(digits), places)
    if len(digits) > MAX_DIGITS or width > 2 * MAX_DIGITS:
        raise inexact(number)
    return f"CAST({number:f} AS DECIMAL({width}, {places}))"


def inexact(number: Exact) -> InvalidInput:
    """Return what is raised for a number that some database would compare as another one."""
    return InvalidInput([Problem("criterion", "not_in_sql.number", number)])


COMMON = Spelling(backslash=None)
SPELLINGS: Mapping[str, Spelling] = {
    "sqlite": Spelling(),
    "duckdb": Spelling(),
    "postgres": Spelling(),
    "spark": Spelling("`", "\\\\"),
}


def spelling_of(dialect: object) -> Spelling:
    """Return how a database writes, or what all of them read where none is named.

    Raises NotFound for any other.
    """
    if dialect is None:
        return COMMON
    if isinstance(dialect, str) and dialect in SPELLINGS:
        return SPELLINGS[dialect]
    raise NotFound("dialect", dialect, SPELLINGS, suggest=False)
