"""In which order plans are asked: what answers a fact before what reads it."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from graphlib import CycleError, TopologicalSorter

from careplan.base.errors import InvalidInput, Problem
from careplan.base.messages import join


def in_order(reads: Mapping[str, AbstractSet[str]], wish: Mapping[str, str]) -> tuple[str, ...]:
    """Return the ids of plans, each behind those that answer what it reads.

    `reads` are the facts that each plan reads, `wish` the plan that answers each fact. A plan that
    reads what it answers itself reads it as the subject states it. Raises InvalidInput for plans
    that wait for each other in a circle.

    >>> in_order({"a": {"x"}, "b": {"y"}, "c": set()}, {"x": "b", "y": "c"})
    ('c', 'b', 'a')
    """
    before = {
        one: [by for fact, by in wish.items() if fact in facts and by != one and by in reads]
        for one, facts in reads.items()
    }
    try:
        return tuple(TopologicalSorter(before).static_order())
    except CycleError as error:
        circle = error.args[1]
        raise InvalidInput([Problem("answer", "answers_in_a_circle", join(circle, "en"))]) from None
