"""Truths joined in SQL: as flat as can be, since databases read only so deep."""

import re
from collections.abc import Iterable

from careplan.base.errors import InvalidInput, Problem

TRUE, FALSE, UNKNOWN = "TRUE", "FALSE", "CAST(NULL AS BOOLEAN)"
# SQLite counts each sign of a row of joined parts as a level, and takes 1,000.
_WIDEST = 100
# What is quoted; a quote inside of it is doubled.
_QUOTED = re.compile("'[^']*'|\"[^\"]*\"|`[^`]*`")
_BRACKETS = re.compile("[()]")
_DEEP = 8
# So many brackets inside of each other its parser takes, with what stands between them.
MAX_BRACKETS = 40


def all_of(parts: Iterable[str]) -> str:
    """Return "all of these"; of nothing, true."""
    return _joined(list(dict.fromkeys(parts)), "AND", TRUE, FALSE)


def any_of(parts: Iterable[str]) -> str:
    """Return "one of these"; of nothing, false."""
    return _joined(list(dict.fromkeys(parts)), "OR", FALSE, TRUE)


def deny(truth: str) -> str:
    """Return the denial of what is written already."""
    opposite = {TRUE: FALSE, FALSE: TRUE, UNKNOWN: UNKNOWN}
    return opposite.get(truth) or f"(NOT {truth})"


def added(parts: Iterable[str]) -> str:
    """Return a sum; of nothing, 0."""
    listed = list(parts)
    while len(listed) > _WIDEST:
        listed = [added(few) for few in _few(listed)]
    if not listed:
        return "0"
    return listed[0] if len(listed) == 1 else f"({' + '.join(listed)})"


def checked(text: str) -> str:
    """Return SQL that is not too deep; raise InvalidInput for what some database cannot read."""
    if depth_of(text) > MAX_BRACKETS:
        raise InvalidInput([Problem("criterion", "not_in_sql.deep", None)])
    return text


def depth_of(text: str) -> int:
    """Return how many brackets stand inside of each other, those in quotes left out."""
    depth = deepest = 0
    for one in _BRACKETS.findall(_QUOTED.sub("", text)):
        depth += 1 if one == "(" else -1
        deepest = max(deepest, depth)
    return deepest


def _joined(parts: list[str], word: str, nothing: str, decides: str) -> str:
    if decides in parts:
        return decides
    parts = [part for part in parts if part != nothing]
    if not parts:
        return nothing
    if max(map(depth_of, parts)) > _DEEP:
        # Deep parts stand first: the least is then still open where a parser is inside of them.
        parts.sort(key=depth_of, reverse=True)
    while len(parts) > _WIDEST:
        parts = [_joined(few, word, nothing, decides) for few in _few(parts)]
    return parts[0] if len(parts) == 1 else f"({f' {word} '.join(parts)})"


def _few(parts: list[str]) -> list[list[str]]:
    return [parts[start : start + _WIDEST] for start in range(0, len(parts), _WIDEST)]
