"""What holds a fact that decides, not stated: a list of rooms, a part or a table left blank."""

from collections.abc import Iterable, Iterator
from typing import Any

from careplan.base.errors import InvalidInput
from careplan.fields.kinds import ItemsKind
from careplan.fields.paths import Path, kind_at
from careplan.testing.cases.pivots import Pivot, Place
from careplan.testing.vocabulary import restated


def left_blank(fact: Pivot, found: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the subject without what holds the fact, outermost first.

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
            yield {**one, "path": _name(fact.noun, held), "subject": made}


def _name(noun: type[Any], path: Path) -> str:
    """Return the path as cases name it: `[*]` is any item of a collection."""
    said = ""
    for length, step in enumerate(path, start=1):
        said += f".{step}" if said else str(step)
        if length < len(path) and isinstance(kind_at(noun, path[:length]), ItemsKind):
            said += "[*]"
    return said
