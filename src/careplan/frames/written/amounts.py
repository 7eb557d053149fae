"""What the amount of a term comes to in whole numbers: itself, or times a power of ten."""

import math
from decimal import Decimal

import attrs

import careplan.fields.kinds as k
from careplan.base.exact import ratio
from careplan.frames.lent import Expr, holding, narwhals
from careplan.frames.written.held import MOST_FIXED, PLACES, Form, Held
from careplan.frames.written.sight import Tallies

# What one item may come to, and how many there may be, so that their sum is a whole number of
# 64 bits.
MOST_OF_ITEM = 10**12
MOST_ITEMS = 4 * 10**6
# What holds a whole number of 64 bits as a decimal.
_DIGITS = 19


@attrs.frozen
class Ends:
    """The least and the most that a term comes to; null is no end. Of a flag both are its truth."""

    low: Expr
    most: Expr
    is_flag: bool = False


def least_of(held: Held | None) -> int:
    """Return the declared minimum of an amount in whole numbers of its scale; 0 of what counts."""
    if held is not None and isinstance(held.kind, k.NumberKind | k.CountKind):
        least: int = math.floor(ratio(held.kind.minimum) * 10 ** held.places())
        return least
    return 0


def amount(held: Held, within: int) -> Expr:
    """Return an amount in whole numbers of its scale; null beyond what can be reckoned with.

    A float is the decimal that it prints as: one of up to `PLACES` places is found by its whole
    number, which gives the same float once it is divided again. A decimal is found in the same
    way; of more places those have to be zeros. Any other is null.
    """
    nw = narwhals()
    values = held.values()
    if held.form in {Form.FLOAT, Form.DECIMAL}:
        share = float(10 ** held.places())
        whole = (values.cast(nw.Float64) * share).round(0)
        found = (whole >= -MOST_FIXED) & (whole <= MOST_FIXED)
        whole = holding(found, whole).cast(nw.Int64)
        if held.form is Form.FLOAT:
            # By a column: polars divides by a number as it multiplies by its inverse.
            whole = holding(whole / (values * 0 + share) == values, whole)
        elif held.scale > PLACES:  # as decimals: a float does not see the twentieth place
            back = whole.cast(nw.Decimal(_DIGITS, 0)) * Decimal(1).scaleb(-PLACES)
            # Narrow enough to stand beside 20 places in 38 digits.
            whole = holding(back.cast(nw.Decimal(_DIGITS - 1, PLACES)) == values, whole)
        values, most = whole, MOST_FIXED
    elif held.form is Form.WHOLE and held.most <= within:
        return values.cast(nw.Int64)
    else:
        most = held.most
    if most > within:
        fits = values <= within
        values = holding(fits & (values >= -within) if held.signed else fits, values)
    return values.cast(nw.Int64)


def ends_given(value: Expr, holds: Expr, least: int) -> Ends:
    """Return the ends of an amount that counts where something holds."""
    nw = narwhals()
    zero = nw.lit(0, dtype=nw.Int64)
    low, most = value.fill_null(least), value
    if least < 0:
        below = nw.when(low < 0).then(low).otherwise(zero)
        above = nw.when(most < 0).then(zero).otherwise(most)
    else:
        below, above = zero, most
    return Ends(
        nw.when(holds).then(low).when(~holds).then(zero).otherwise(below),
        nw.when(holds).then(most).when(~holds).then(zero).otherwise(above),
    )


def ends_of_items(tallies: Tallies, within: int, least: int) -> Ends:
    """Return what items come to: those not stated may be any number, from none."""
    nw = narwhals()
    stated, yes, unknown = nw.col(tallies.stated), nw.col(tallies.yes), nw.col(tallies.left)
    if tallies.most:
        low = holding(stated & (yes >= -within) & (yes <= within), yes)
        known = stated & (unknown == 0)
        most = nw.col(tallies.most)
        most = holding(known & (most >= -within) & (most <= within), most)
    else:
        low, most = holding(stated, yes), holding(stated, yes + unknown)
    return Ends(low if least < 0 else low.fill_null(0), most)
