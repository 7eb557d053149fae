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
UNSTATED = (0.0, 0.05, 0.3, 0.7)
MOST_REPAIRS = 12


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
        state = states.drawn(noun, chance.choice(UNSTATED))
        if sort < SORTS - 1 and criteria:
            node = criteria[turn % len(criteria)]
            states.led(
                noun, state, node, wanted=sort == 0 or (sort > 1 and chance.random() < 1 / 2)
            )
            if sort > 1:
                states.blanked(noun, state, node)
        found.append(made(noun, state))
    return found


def made(noun: type[Any], state: State) -> Noun:
    """Return the subject of a state; what its noun refuses beside the rest is not stated."""
    state = dict(state)
    for _ in range(MOST_REPAIRS):
        try:
            one: Noun = noun(**_given(noun, state))
        except InvalidInput as error:
            names = {problem.path.partition(".")[0].partition("[")[0] for problem in error.problems}
            for name in names & state.keys() or set(state):
                if not facts_declared(noun)[name].required:
                    del state[name]
        else:
            return one
    raise AssertionError(f"no {noun.__name__} can be made of {state}")


def _given(noun: type[Noun], state: State) -> dict[str, Any]:
    given: dict[str, Any] = {}
    for name, value in state.items():
        match facts_declared(noun)[name].kind:
            case k.PartKind(part):
                given[name] = made(part, value)
            case k.ItemsKind(item):
                given[name] = tuple(made(item, one) for one in value)
            case _:
                given[name] = value
    return given
