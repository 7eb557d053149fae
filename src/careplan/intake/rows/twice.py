"""Places that stand in more than one row: of one place there is one count of a thing on a day."""

from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from careplan.fields.declaring import Noun
from careplan.intake.places import LOCALITY
from careplan.intake.problems import RowProblem
from careplan.intake.rows.said import Said


@attrs.frozen(kw_only=True)
class Twice:
    """What stands twice: where a row's place stood before, the items at odds, and the problems.

    Of two items that say different things of one place and day nobody knows which one holds.
    """

    earlier: Mapping[int, Said]  # by number of the row
    at_odds: frozenset[int]  # the identities of the items
    problems: tuple[RowProblem, ...]


def places_twice(rows: Sequence[tuple[Said, Sequence[Noun]]], *, counts: bool) -> Twice:
    """Return what of the rows, each with its items, says something of a place once more.

    Of `counts` one is asked for; of other nouns a place may be said different things.
    """
    first: dict[tuple[Any, ...], tuple[Said, Noun]] = {}
    earlier: dict[int, Said] = {}
    at_odds: set[int] = set()
    problems: dict[int, RowProblem] = {}
    for said, items in rows:
        for item in items:
            key = tuple(getattr(item, name, None) for name in (LOCALITY, "on", "of"))
            before, other = first.setdefault(key, (said, item))
            if other is item or key[0] is None:
                continue
            if before is not said:
                earlier[said.number] = before
            differs = counts and other != item
            if differs:
                at_odds |= {id(other), id(item)}
            code = "intake.two_counts" if differs else "intake.repeated_place"
            problems[said.number] = RowProblem(
                row=said.number,
                column=None,
                value=key[0],
                code=code,
                parameters={"place": key[0], "other": before.number},
            )
    return Twice(earlier=earlier, at_odds=frozenset(at_odds), problems=tuple(problems.values()))
