"""Subjects about which criteria are asked, so that each answer is seen of nearly every one."""

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any

from differential.near import Values, mentioned
from differential.states import State, States

import careplan.criteria.nodes as n
import careplan.fields.kinds as k
from careplan.base.errors import InvalidInput
from careplan.fields.declaring import Noun, facts_declared

# Of four subjects in turn: led to yes, led to no, led and then blanked, and at random.
SORTS = 4
ROWS = 1_000  # of a batch, at most
UNSTATED = (0.0, 0.05, 0.3, 0.7)
TRIES = 20


def subjects(
    chance: Random,
    noun: type[Noun],
    criteria: Sequence[n.Criterion],
    number: int,
    on: date | None = None,
) -> list[Noun]:
    """Return so many subjects of a noun, led to what each criterion about it may say in turn."""
    states = States(Values(chance, mentioned(criteria)), on)
    offset = chance.randrange(10**6)
    found: list[Noun] = []
    for index in range(number):
        turn, sort = divmod(index + offset, SORTS)
        led = sort < SORTS - 1 and bool(criteria)
        node = criteria[turn % len(criteria)] if led else n.TRUE
        wanted = sort == 0 or (sort > 1 and chance.random() < 1 / 2)
        found.append(_one(states, noun, node, wanted=wanted, blanked=sort > 1))
    return found


def _one(
    states: States, noun: type[Noun], node: n.Criterion, *, wanted: bool, blanked: bool
) -> Noun:
    """Return a subject led to what is wanted; drawn anew where what must be stated contradicts."""
    chance = states.values.chance
    for unstated in (chance.choice(UNSTATED), *(chance.choice(UNSTATED[:2]) for _ in range(TRIES))):
        state = states.drawn(noun, unstated)
        states.led(noun, state, node, wanted=wanted)
        if blanked:
            states.blanked(noun, state, node)
        subject = made(noun, state)
        if subject is not None:
            return subject
    raise AssertionError(f"no {noun.__name__} was made")


def made(noun: type[Any], state: State) -> Noun | None:
    """Return the subject of a state; of what its noun refuses together one is not stated.

    None if that makes none: what must be stated is refused.
    """
    state = dict(state)
    while True:
        try:
            one: Noun = noun(**_given(noun, state))
        except InvalidInput as error:
            paths = [problem.path for problem in error.problems]
            names = [path.partition(".")[0].partition("[")[0] for path in paths]
            free = [name for name in state if not facts_declared(noun)[name].required]
            if not free:
                return None
            del state[next((name for name in names if name in free), free[0])]
        else:
            return one


def _given(noun: type[Noun], state: State) -> dict[str, Any]:
    given: dict[str, Any] = {}
    for name, value in state.items():
        match facts_declared(noun)[name].kind:
            case k.PartKind(part):
                given[name] = made(part, value)
            case k.ItemsKind(item):
                items = (made(item, one) for one in value)
                given[name] = tuple(one for one in items if one is not None)
            case _:
                given[name] = value
    return given
