"""Classes of criteria and documents tell whoever asks that they are there, once they are made.

So a test kit knows how each is drawn before a program that uses it has loaded any of them.
"""

from collections.abc import Callable
from typing import Any

_Tell = Callable[[type[Any]], object]
_MADE: list[type[Any]] = []
_TOLD: list[_Tell] = []


def made(cls: type[Any]) -> None:
    """Say that a class was made."""
    _MADE.append(cls)
    for tell in _TOLD:
        tell(cls)


def of_each_class(tell: _Tell) -> None:
    """Call `tell` with every class that was made, and with those that are made from now on."""
    for cls in _MADE:
        tell(cls)
    _TOLD.append(tell)
