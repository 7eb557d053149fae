"""Whether the days an answer gives can be those of the time limits and steps it holds."""

from collections.abc import Iterator

import attrs

from careplan.base.errors import Problem
from careplan.codec.coherence.comparing import among, same
from careplan.documents.authorities.limits import DAYS, WORKING_DAYS
from careplan.documents.authorities.routes import circle
from careplan.verbs.limits import Due
from careplan.verbs.registering.dates import PathDue
from careplan.verbs.registering.steps import PathStep


def of_due(made: Due) -> Iterator[Problem]:
    """Yield a last day that is not counted from the start, or too early to be."""
    limit, counted = made.limit, made.counted_to
    if limit.unit is WORKING_DAYS:
        yield from same(counted, made.day, "counted_to")
        earliest = attrs.evolve(limit, unit=DAYS).reckoned(made.start)
    else:
        earliest = limit.reckoned(made.start)
        yield from same(counted, earliest, "counted_to")
    if made.day is not None and (earliest is None or made.day < earliest):
        yield Problem("day", "before_start", made.day, {"other": earliest})


def of_days(made: PathDue) -> Iterator[Problem]:
    """Yield what is wrong with the steps that are dated, and what took the place of one."""
    yield from of_steps(tuple(one.step for one in made))
    known = {one.step.id for one in made}
    for index, one in enumerate(made):
        taken = [] if one.replaced_by is None else [one.replaced_by]
        yield from among(taken, known, f"steps[{index}].replaced_by")


def of_steps(steps: tuple[PathStep, ...]) -> Iterator[Problem]:
    """Yield what steps follow that is no step of theirs, or goes round in a circle."""
    known = {step.id for step in steps}
    for index, step in enumerate(steps):
        yield from among(step.follows, known, f"steps[{index}].after")
    around = circle({step.id: step.follows for step in steps})
    if around:
        yield Problem("steps", "cycle", around)
