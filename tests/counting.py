"""How often functions are called, and numbers that would be called for often."""

import sys
from collections.abc import Callable
from contextlib import suppress
from fractions import Fraction

from careplan.base.errors import CareplanError


def calls(work: Callable[[], object]) -> int:
    """Count the calls of functions, ours and built in, that a piece of work makes."""
    made = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal made
        made += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        with suppress(CareplanError):
            work()
    finally:
        sys.setprofile(before)
    return made


# Twice the input may cost twice the calls, and a tenth for what does not grow evenly.
MOST = 2.2


def same_hash(number: int) -> list[Fraction]:
    """Return fractions below ten that all have the hash of 1/3."""
    modulus, wanted = 2**61 - 1, hash(Fraction(1, 3))  # sys.hash_info.modulus
    found: list[Fraction] = []
    denominator = 10**19
    while len(found) < number:
        denominator += 1
        value = Fraction(wanted * denominator % modulus, denominator)
        if hash(value) == wanted and value.denominator == denominator:
            found.append(value)
    return found
