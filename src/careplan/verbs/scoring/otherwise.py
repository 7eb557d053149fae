"""What the score would be under the other options of the questions it depends on."""

from collections.abc import Iterator

import attrs

from careplan.base.errors import Problem
from careplan.criteria.steps import Facts
from careplan.documents.clauses import Option, Reading
from careplan.documents.encoded import pick
from careplan.documents.scales.sheets import Marking, Scorecard
from careplan.verbs.scoring.items import ItemScore
from careplan.verbs.scoring.marked import Marked
from careplan.verbs.scoring.marks import Judge, Mark, shown_by


@attrs.frozen
class Rescored:
    """What another option of a question would change: the score, or which marks cannot stand.

    `refused` are the items whose marks that option does not allow; `other` is the score without
    them.
    """

    taken: Reading
    option: Option
    other: Marked
    refused: tuple[ItemScore, ...]


def otherwise(one: Marked) -> Iterator[Rescored]:
    """Yield each option that was not taken, with what the same marks would come to under it."""
    given = _marks_of(one)
    for taken in one.readings:
        for option in taken.interpretation.options:
            if option != taken.option:
                yield _under(one, taken, option, given)


def changes(one: Marked, other: Rescored) -> bool:
    """Say whether an option would change the outcome, a sum, a band, or a mark."""
    return bool(other.refused) or _result(one) != _result(other.other)


def _result(one: Marked) -> tuple[object, ...]:
    return one.outcome, one.low, one.high, one.possible_bands


def _under(one: Marked, taken: Reading, option: Option, given: dict[str, Mark]) -> Rescored:
    reading = Reading(taken.interpretation, option)
    readings = tuple(reading if each == taken else each for each in one.readings)
    options = {**one.taken(), taken.interpretation.id: option.id}
    sheet: Scorecard = one.sheet
    problems: list[Problem] = []
    judge = Judge(pick(sheet.marking, options), Facts(one.room, one.on), options, problems)
    items, refused = [], []
    for each in one.items:
        before = len(problems)
        found = judge.score(each.item, given[each.item.key])
        if len(problems) > before:
            refused.append(each)
            found = judge.score(each.item, None)
        items.append(found)
    # The class of the answer is kept, and with it how it says itself.
    other = attrs.evolve(one, items=tuple(items), readings=readings)
    return Rescored(taken, option, other, tuple(refused))


def _marks_of(one: Marked) -> dict[str, Mark]:
    """Return the marks that were given: not those that a room has set."""
    facts, taken = Facts(one.room, one.on), one.taken()
    by_room = one.room is not None and one.marking is Marking.ALL_OR_NOTHING
    given: dict[str, Mark] = {}
    for each in one.items:
        mark = each.yes if each.item.yes_or_no else each.low if each.low == each.high else None
        shown = shown_by(facts, each.item, taken)[0] if by_room else None
        unset = not each.item.yes_or_no and each.item.max_points == 0
        given[each.item.key] = None if each.is_out or unset or shown is not None else mark
    return given
