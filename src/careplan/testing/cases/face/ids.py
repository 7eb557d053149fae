"""Ids of cases: short, in ASCII, the same from run to run, and each only once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction

import attrs

from careplan.base.truth import Outcome
from careplan.documents.rules import Cited
from careplan.documents.scales.grades import Grading
from careplan.documents.scales.ledgers import Ledger
from careplan.documents.scales.milestones import Milestone
from careplan.documents.scales.sheets import Scorecard
from careplan.testing.cases.face.case import BoundaryCase
from careplan.testing.cases.pivots import Place

# What stands in an id as it is, beside letters and digits: no runner of tests escapes it.
_PLAIN = "._/-"
_PART, _READ_AS, _NUMBER = "-", "+", ":"
_LONGEST = 40  # characters of a value


def with_ids(cases: Iterable[BoundaryCase]) -> tuple[BoundaryCase, ...]:
    """Return cases with their ids: the rule's id, what decides, and where it stands to that.

    Of several that this does not tell apart each says the value, too, then a number; last the
    readings, if they are told apart by these only.
    """
    listed = list(cases)
    wholes = {id(case.whole): case.whole for case in listed}
    parts = dict(pair for whole in wholes.values() for pair in _parts_of_one_id(whole))
    stems: dict[str, list[int]] = {}
    for index, case in enumerate(listed):
        stems.setdefault(_stem(case, parts.get(id(case.cited))), []).append(index)
    ids: dict[int, str] = {}
    for stem, places in stems.items():
        for name, alike in _told_apart(stem, {place: listed[place] for place in places}):
            ids |= _by_readings(name, {place: listed[place] for place in alike})
    return tuple(attrs.evolve(case, id=ids[index]) for index, case in enumerate(listed))


def without_readings(case: BoundaryCase) -> str:
    """Return an id without what it says of the readings."""
    return case.id.partition(_READ_AS)[0]


def _stem(case: BoundaryCase, part: str | None) -> str:
    """Return the id of what is cited, what decides, by when, and where it stands."""
    parts = [case.number, *([] if part is None else [part]), _path(case.path)]
    if isinstance(case.leaf, Milestone):
        parts.append("undated" if case.leaf.due is None else case.leaf.due.isoformat())
    parts.append(str(case.place.value))
    if case.place is Place.UNSTATED and case.expected is Outcome.MET:
        parts.append(case.expected.value)  # beside it is the one that is not known
    return _PART.join(map(_plain, parts))


def _parts_of_one_id(whole: object) -> Iterator[tuple[int, str]]:
    """Yield the rows of a ledger that share an id, by their places, and such bands and grades."""
    named: list[tuple[Cited, str]] = []
    others: list[str] = []  # ids of what has cases itself
    match whole:
        case Ledger(id=own, rows=rows):
            named = [(row, f"row{place}") for place, row in enumerate(rows, start=1)]
            others = [own]
        case Scorecard(id=own, bands=bands):
            named = [(band, band.key) for band in bands]
            others = [own]
        case Grading(grades=grades):
            named = [(grade, grade.key) for grade in grades]
        case _:
            pass
    sharing = Counter([one.id for one, _ in named] + others)
    yield from ((id(one), name) for one, name in named if sharing[one.id] > 1)


def _path(path: str) -> str:
    """Return a path without its brackets, which many runners read as a sign."""
    return path.replace("[*]", "").replace("[", ".").replace("]", "")


def _told_apart(stem: str, cases: Mapping[int, BoundaryCase]) -> Iterator[tuple[str, list[int]]]:
    """Yield names with those cases that only readings tell apart."""
    if not _clash(cases.values()):
        yield stem, list(cases)
        return
    named: dict[str, list[int]] = {}
    for place, case in cases.items():
        said = _said(case.value)
        named.setdefault(_PART.join((stem, said)) if said else stem, []).append(place)
    for name, alike in named.items():
        seen: dict[frozenset[tuple[str, str]], int] = {}
        numbered: dict[int, list[int]] = {}
        for place in alike:
            key = frozenset(cases[place].readings.items())
            seen[key] = seen.get(key, 0) + 1
            numbered.setdefault(seen[key], []).append(place)
        for number, places in numbered.items():
            yield name if number == 1 else f"{name}{_NUMBER}{number}", places


def _clash(cases: Iterable[BoundaryCase]) -> bool:
    """Say whether two cases are read in one way, so that readings do not tell them apart."""
    ways = [frozenset(case.readings.items()) for case in cases]
    return len(set(ways)) < len(ways)


def _by_readings(name: str, cases: Mapping[int, BoundaryCase]) -> dict[int, str]:
    if len(cases) == 1:
        return dict.fromkeys(cases, name)
    asked = dict.fromkeys(question for case in cases.values() for question in case.readings)
    told = [
        question
        for question in asked
        if len({case.readings.get(question) for case in cases.values()}) > 1
    ]
    return {
        place: _READ_AS.join((name, *_read_as(case.readings, told)))
        for place, case in cases.items()
    }


def _read_as(readings: Mapping[str, str], told: Iterable[str]) -> Iterator[str]:
    said = (f"{question}.{readings[question]}" for question in told if question in readings)
    yield from map(_plain, said)


def _said(value: object) -> str:
    """Return a value that is short to say; nothing for others, such as items."""
    match value:
        case bool():
            return str(value).lower()
        case Enum():
            return _plain(str(value.value))
        case int() | Decimal() | Fraction() | date() | str():
            return _plain(str(value)[:_LONGEST])
        case _:
            return ""


def _plain(text: str) -> str:
    """Return a text in letters, digits and few signs; what is none of these by its number."""
    return "".join(map(_sign, text))


def _sign(char: str) -> str:
    if char == " ":
        return "_"
    return char if char.isascii() and (char.isalnum() or char in _PLAIN) else f"u{ord(char):04x}"
