"""What an answer says, without by what it was made: that is tested by itself."""

from typing import Any


def lines_said(result: Any, language: str = "zh", detail: str = "normal") -> list[str]:
    """Return the lines of an answer up to those that say by what it was made."""
    lines: list[str] = result.explain(language, detail=detail).splitlines()
    made = result._made(language)  # noqa: SLF001 - what its text ends with
    assert tuple(lines[-len(made) :]) == made
    return lines[: -len(made)]
