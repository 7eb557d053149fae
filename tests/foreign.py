"""Stand-ins for what is installed only where it is compared with: pandas (`nox -s frameworks`)."""

from typing import NoReturn


class NAType:
    """As pandas' NA: known by its name, equal to nothing, and neither true nor false."""

    def __eq__(self, other: object) -> "NAType":  # type: ignore[override]
        return self

    def __hash__(self) -> int:
        return 1

    def __bool__(self) -> NoReturn:
        raise TypeError
