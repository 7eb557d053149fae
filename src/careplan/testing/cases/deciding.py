"""Subjects on which one fact decides, and what is to be answered of each."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from careplan.base.errors import InvalidInput
from careplan.base.truth import Truth
from careplan.criteria.evaluation import evaluate
from careplan.criteria.nodes import TRUE
from careplan.criteria.regions.taken import Taken
from careplan.fields.kinds import ItemsKind
from careplan.fields.paths import Path, kind_at
from careplan.testing.cases.face.case import Answer
from careplan.testing.cases.pivots import Pivot, Place
from careplan.testing.cases.solving import satisfying
from careplan.testing.vocabulary import restated

# What is answered where the deciding fact makes its half true, false, or is not stated.
Answers = tuple[Answer, Answer, Answer | None]
# A fact that may decide: beside what, and what is then answered.
Ways = tuple[tuple[Pivot, Answers], ...]
_AROUND = {Place.BELOW, Place.AT, Place.ABOVE}


def where_it_decides(ways: Ways, taken: Taken, *, unstated: bool) -> list[dict[str, Any]]:
    """Return the places of the fact in the first subject on which it decides.

    Of the items of a sum it is the first on which it stands below, at and above, if there is one.
    """
    best: list[dict[str, Any]] = []
    for pivot, answers in ways:
        for subject in _subjects(pivot, taken):
            found = list(_places(pivot, subject, answers))
            if len({one["expected"] for one in found}) <= 1:
                continue
            # Stating the fact gave two answers, so without it none is certain.
            missing = _changed(subject, pivot, pivot.unstated()) if unstated else {}
            if missing and answers[2] is not None:
                found.append({**missing, "place": Place.UNSTATED, "expected": answers[2]})
            if not pivot.of_items() or {one["place"] for one in found} >= _AROUND:
                return found
            best = best or found
    return best


def left_blank(
    fact: Pivot, found: Iterable[dict[str, Any]]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each path of what holds the fact, outermost first, and the subject without that.

    `found` are the places of the fact. Where stating it gave two answers, and not stating it
    none that is certain, so does not stating what holds it: that may be stated in both ways.

    >>> from careplan import get_plan
    >>> from careplan.testing.cases.boundaries import decisive_cases
    >>> cases = decisive_cases(get_plan("shuangliao_2021"), only="4.1.b")
    >>> blank = next(case for case in cases if case.path == "rooms")
    >>> blank.id, blank.subject.rooms, blank.expected
    ('4.1.b-rooms-unstated+existing_rooms.bind+place_list.closed', None, Outcome.UNKNOWN)
    """
    for one in found:
        if one["place"] is not Place.UNSTATED:
            continue
        for length in range(1, len(fact.path)):
            held = fact.path[:length]
            try:
                made = restated(one["subject"], held, lambda _: None)
            except InvalidInput:  # it has to be stated
                continue
            yield _name(fact.noun, held), {**one, "subject": made}


def _name(noun: type[Any], path: Path) -> str:
    """Return the path as cases name it: `[*]` is any item of a collection."""
    said = ""
    for length, step in enumerate(path, start=1):
        said += f".{step}" if said else str(step)
        if length < len(path) and isinstance(kind_at(noun, path[:length]), ItemsKind):
            said += "[*]"
    return said


def _subjects(pivot: Pivot, taken: Taken) -> Iterator[Any]:
    """Yield subjects in which a fact may decide."""
    for seed in pivot.seeds():
        for subject in satisfying(pivot.noun, seed, taken):
            yield from pivot.bases(subject)


def _places(pivot: Pivot, subject: Any, answers: Answers) -> Iterator[dict[str, Any]]:
    for place, holds, changes in pivot.points(subject):
        expected = answers[0] if holds is pivot.positive else answers[1]
        for change in changes:
            changed = _changed(subject, pivot, change)
            # The leaf's own value must not matter to what stands beside it.
            if changed and evaluate(pivot.beside(TRUE), changed["subject"]).truth is Truth.TRUE:
                yield {**changed, "place": place, "expected": expected}
                break


def _changed(subject: Any, pivot: Pivot, change: Callable[[Any], Any]) -> dict[str, Any]:
    """Return the subject with the fact changed and its value, or nothing if it cannot be so."""
    try:
        made, value = pivot.changed(subject, change)
    except InvalidInput:
        return {}
    return {"subject": made, "value": value}
