"""What the terms of a sum about one row come to: the least and the most, as SQL.

What has no end is null. Whole numbers only: what is measured counts in millionths, and what is
finer, or too large to be so counted, is taken for not stated, so that no answer is wrong for it.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import Protocol

import attrs

import careplan.criteria.nodes as n
import careplan.fields.kinds as k
from careplan.criteria.sums.ends import least
from careplan.fields.paths import Path
from careplan.sql.joining import added
from careplan.sql.scopes import Scope
from careplan.sql.spelling import inexact

MILLIONTHS = 10**6
# Where numbers count in millionths, a number of so much or more is not counted.
TOO_MUCH = 10**9


class Writer(Protocol):
    """What writes a criterion about the rows of a scope; see `truths.truth`."""

    def __call__(self, node: n.Criterion, scope: Scope, *, so: bool = True) -> str:
        """Return it as SQL."""


@attrs.frozen
class Share:
    """A term of a sum, and the whole number it is taken times."""

    factor: int
    term: n.Term


@attrs.frozen
class Ends:
    """The least and the most as SQL, and whether each may be null, that is without an end."""

    low: str
    high: str
    low_open: bool = False
    high_open: bool = False

    def times(self, factor: int) -> "Ends":
        """Return the ends times a whole number, which may turn them round."""
        low, high = (times(factor, end) for end in (self.low, self.high))
        if factor > 0:
            return Ends(low, high, self.low_open, self.high_open)
        return Ends(high, low, self.high_open, self.low_open)


def times(factor: int, number: str) -> str:
    """Return a number times a whole one."""
    if number == "0" or factor == 0:
        return "0"
    if number.isdecimal():
        return str(factor * int(number))
    return number if factor == 1 else f"{factor} * {number}"


def summed(several: Iterable[Ends]) -> Ends:
    """Add ends up."""
    listed = list(several)
    return Ends(
        added(one.low for one in listed if one.low != "0"),
        added(one.high for one in listed if one.high != "0"),
        any(one.low_open for one in listed),
        any(one.high_open for one in listed),
    )


@attrs.frozen
class Reckoner:
    """Reckons terms about the rows of a scope, in units of which `unit` are 1."""

    scope: Scope
    unit: int
    write: Writer

    def value(self, amount: Path) -> str:
        """Return what a term counts where it counts: null if that is not stated."""
        if not amount:
            return str(self.unit)
        column = self.scope.column(amount)
        if isinstance(self.scope.kind(amount), k.CountKind):
            whole = f"CAST({column} AS BIGINT)"
            if self.unit == 1:
                return whole
            return f"(CASE WHEN ABS({column}) < {TOO_MUCH} THEN {whole} * {self.unit} END)"
        scaled = f"{column} * 1e6"
        # A float that is such a number differs by its last bit from one; any other by far more.
        fits = f"ABS({scaled} - ROUND({scaled})) <= ABS({column}) * 5e-10"
        return (
            f"(CASE WHEN ABS({column}) < {TOO_MUCH} AND {fits} "
            f"THEN CAST(ROUND({scaled}) AS BIGINT) END)"
        )

    def least(self, amount: Path) -> int:
        """Return the least that an amount can be."""
        declared = least(self.scope.table.noun, amount) if amount else Fraction(1)
        if (declared * self.unit).denominator != 1:
            raise inexact(declared)
        return int(declared * self.unit)

    def amount(self, amount: Path) -> Ends:
        """Return what an amount comes to where it counts for sure."""
        value = self.value(amount)
        if not amount:
            return Ends(value, value)
        return Ends(f"COALESCE({value}, {self.least(amount)})", value, high_open=True)

    def ends(self, share: Share) -> Ends:
        """Return what a term comes to on each row, times its factor."""
        term = share.term
        sure = self.amount(term.amount)
        if term.where == n.TRUE:
            return sure.times(share.factor)
        so, not_so = (self.write(term.where, self.scope, so=each) for each in (True, False))
        if self.least(term.amount) >= 0:
            low = f"(CASE WHEN {so} THEN {sure.low} ELSE 0 END)"
            high = f"(CASE WHEN {not_so} THEN 0 ELSE {sure.high} END)"
        else:
            counts = f"{so} OR {sure.low} < 0"
            low = f"(CASE WHEN {not_so} THEN 0 WHEN {counts} THEN {sure.low} ELSE 0 END)"
            high = (
                f"(CASE WHEN {not_so} THEN 0 WHEN {so} THEN {sure.high} "
                f"WHEN {sure.high} < 0 THEN 0 ELSE {sure.high} END)"
            )
        return Ends(low, high, high_open=sure.high_open).times(share.factor)
