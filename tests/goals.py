"""Targets of one milestone, written and changed as if the figure were the target's own."""

from typing import Any

import attrs

from careplan import writing as w

OF_THE_FIGURE = tuple(field.name for field in attrs.fields(w.Milestone))


def only(target: w.Target) -> w.Milestone:
    """Return the one milestone of a target."""
    [milestone] = target.milestones
    return milestone


def one_figure(**said: Any) -> w.Target:
    """Make a target of one milestone; what is said of the figure stands beside the rest."""
    figure = {name: said.pop(name) for name in OF_THE_FIGURE if name in said}
    return w.Target(milestones=(w.Milestone(**figure),), **said)


def changed(target: w.Target, **said: Any) -> w.Target:
    """Return a target of one milestone with its figure, or what is said beside it, changed."""
    figure = {name: said.pop(name) for name in OF_THE_FIGURE if name in said}
    return attrs.evolve(target, milestones=(attrs.evolve(only(target), **figure),), **said)
