"""What is said of cases that are answered otherwise: the readings once, then a line for each."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from careplan.base.messages import say
from careplan.fields.declaring import Noun, facts_declared
from careplan.testing.cases.face.case import BoundaryCase
from careplan.testing.cases.face.ids import without_readings

Way = frozenset[tuple[str, str]]  # a choice of readings


@attrs.frozen
class Failure:
    """A case, and what was given for it."""

    case: BoundaryCase
    given: object

    @property
    def sort(self) -> tuple[object, ...]:
        """What is the same of a case that fails so under another reading."""
        case = self.case
        where = (without_readings(case), case.path, case.place, briefly(case.value), case.on)
        return (*where, case.expected, repr(self.given))

    @property
    def line(self) -> str:
        """What was stated where, what was expected and given, and of whom; no reading."""
        case = self.case
        on = "" if case.on is None else say("kit.on", "en", on=case.on.isoformat())
        return say(
            "kit.answer",
            "en",
            id=without_readings(case),
            locator=case.clause.locator,
            path=case.path,
            value=briefly(case.value),
            on=on,
            expected=repr(case.expected),
            given=repr(self.given),
            subject=_subject(case),
        )


def failures_told(
    failed: Iterable[Failure], cases: Iterable[BoundaryCase], defaults: Mapping[str, str]
) -> Iterator[str]:
    """Yield the readings that cases fail under, each choice once, and a line for each case."""
    ways: dict[str, dict[Way, None]] = {}
    for case in cases:
        ways.setdefault(case.number, {})[_way(case)] = None
    alike: dict[tuple[object, ...], list[Failure]] = {}
    for one in failed:
        alike.setdefault(one.sort, []).append(one)
    grouped: dict[str, list[str]] = {}
    for several in alike.values():
        first, found = several[0], {_way(one.case) for one in several}
        head = _read_as(found, set(ways[first.case.number]), defaults)
        grouped.setdefault(head, []).append(first.line)
    for head in sorted(grouped, key=lambda one: one != ""):
        yield from (head,) if head else ()
        yield from (f"  {line}" if head else line for line in grouped[head])


def _way(case: BoundaryCase) -> Way:
    return frozenset(case.readings.items())


def _read_as(found: set[Way], tried: set[Way], defaults: Mapping[str, str]) -> str:
    """Say which readings to pass to see it fail; nothing where none have to be."""
    left = _deciding(found, tried, defaults)
    if left != {frozenset()}:
        said = sorted(repr(dict(sorted(way))) for way in left)
        both = say("kit.or", "en").join(say("kit.readings", "en", readings=one) for one in said)
        return say("kit.under", "en", readings=both)
    return say("kit.every_reading", "en") if len(tried) > 1 else ""


def _deciding(found: set[Way], tried: set[Way], defaults: Mapping[str, str]) -> set[Way]:
    """Return the ways without each question of which every option does, and the default too."""
    left = found
    for question in sorted({name for way in found for name, _ in way}):
        fewer = {_aside(way, question) for way in left}
        names = {name for way in fewer for name, _ in way}
        covered = {way for way in tried if _only(way, names) in fewer}
        by_default = (question, defaults.get(question)) in {pair for way in found for pair in way}
        if covered == found and by_default:
            left = fewer
    return left


def _aside(way: Way, question: str) -> Way:
    return frozenset(pair for pair in way if pair[0] != question)


def _only(way: Way, names: set[str]) -> Way:
    return frozenset(pair for pair in way if pair[0] in names)


def _subject(case: BoundaryCase) -> str:
    beside = "" if case.room is None else say("kit.beside", "en", room=briefly(case.room))
    return briefly(case.subject) + beside


def briefly(value: Any) -> str:
    """Return the repr of a value, of a noun without the facts that are not stated.

    >>> from careplan.nouns.facilities import Room
    >>> briefly((Room(area_m2=8),))
    '(Room(area_m2=8),)'
    """
    match value:
        case Noun():
            facts = ((name, getattr(value, name)) for name in facts_declared(type(value)))
            said = (f"{name}={briefly(one)}" for name, one in facts if one is not None)
            return f"{type(value).__name__}({', '.join(said)})"
        case tuple():
            listed = ", ".join(map(briefly, value))
            return f"({listed},)" if len(value) == 1 else f"({listed})"
        case frozenset():
            return f"{{{', '.join(sorted(map(briefly, value)))}}}" if value else "frozenset()"
        case Mapping():
            return f"{{{', '.join(f'{key!r}: {briefly(one)}' for key, one in value.items())}}}"
        case _:
            return repr(value)
