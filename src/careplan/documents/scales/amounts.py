"""Amounts of money as a text states them: a figure or a band, for the whole or for each unit."""

from collections.abc import Iterator
from typing import Any

from careplan.base.errors import NotFound, Problem
from careplan.base.exact import Exact, ratio, tidy
from careplan.base.messages import say
from careplan.base.text import Text
from careplan.documents.scales.between import Between
from careplan.fields.kinds import CountKind, NumberKind
from careplan.fields.paths import kind_at, parse_path

Amount = Exact | Between
_A_NUMBER = Text(zh="数量或数值", en="a count or a number")


def times(amount: Amount, units: Exact) -> Amount:
    """Return an amount for so many units, exact.

    >>> times(Between(500, 800), 3)
    Between(low=1500, high=2400, above=False, below=False)
    """
    if not isinstance(amount, Between):
        return tidy(ratio(amount) * ratio(units))
    if units == 0:  # of none there is nothing, whatever belongs to the band
        return 0
    low, high = (
        None if end is None else tidy(ratio(end) * ratio(units))
        for end in (amount.low, amount.high)
    )
    return Between(low, high, above=amount.above, below=amount.below)


def yuan(amount: Amount, per: Text | None, language: str) -> str:
    """Say an amount in yuan, and for each of what, if it is for each of something.

    >>> yuan(Between(5_000), None, "zh"), yuan(Between(500, 800, below=True), None, "zh")
    ('5000元以上', '500元以上不满800元')
    """
    if isinstance(amount, Between):
        said = amount.told(language, "amount")  # 5000元以上, not 5000以上元
    else:
        said = say("amount", language, amount=amount)
    return said if per is None else say("amount.each", language, amount=said, per=per)


def ends(amount: Amount | None) -> tuple[Exact | None, Exact | None]:
    """Return what an amount is at least and at most, None where that is not bounded or stated."""
    if isinstance(amount, Between):
        return amount.low, amount.high
    return amount, amount


def uncounted(path: str, noun: type[Any] | None) -> Iterator[Problem]:
    """Yield why the units at a path cannot be counted: no such fact of the noun, or no number."""
    try:
        kind = None if noun is None else kind_at(noun, parse_path(noun, path))
    except NotFound as error:
        yield Problem("units", "not_found", path, error.parameters())
        return
    if not isinstance(kind, CountKind | NumberKind):
        yield Problem("units", "wrong_fact", path, {"expected": _A_NUMBER})
