"""What criteria tell apart of a subject: of two that are alike in it the same is left of each.

An area of 40 or of 41 is one state where no criterion has its bound between them, so that there
are few states however many subjects there are.
"""

from collections.abc import Callable, Hashable, Iterable
from operator import attrgetter
from typing import Any

import attrs

import careplan.criteria.nodes as n
from careplan.criteria.residuals import left_by
from careplan.criteria.steps import Facts, leaf_holds, stated
from careplan.fields.kinds import ChoiceKind, ChoicesKind, FlagKind
from careplan.fields.paths import Path, kind_at

_FEW = FlagKind | ChoiceKind | ChoicesKind  # of which there are few values


@attrs.frozen(eq=False)
class States:
    """Reads the state of a subject.

    `few` returns the facts of few values as they are. Of the other facts with what is asked of each
    it is read what holds, and of items, sums and time what is left.
    """

    few: Callable[[Any], Hashable]
    many: tuple[tuple[Path, tuple[n.Leaf, ...]], ...]
    several: tuple[n.Criterion, ...]

    @classmethod
    def of(
        cls, noun: type[Any], criteria: Iterable[n.Criterion], also: Iterable[Path] = ()
    ) -> "States":
        """Return what reads the states of a noun that criteria, and facts of few values, tell."""
        few = dict.fromkeys(also)
        many: dict[Path, dict[n.Leaf, None]] = {}
        several: dict[n.Criterion, None] = {}
        for one in (asked for criterion in criteria for asked in n.reads(criterion)):
            if not isinstance(one, n.Leaf):
                several[one] = None
            elif len(one.path) == 1 and isinstance(kind_at(noun, one.path), _FEW):
                few[one.path] = None
            else:
                many.setdefault(one.path, {})[one] = None
        return cls(
            _getter([str(path[0]) for path in few]),
            tuple((path, tuple(leaves)) for path, leaves in many.items()),
            tuple(several),
        )

    def read(self, seen: Facts) -> Hashable:
        """Return the state of a subject, to find what is known of it by."""
        state = self.few(seen.subject)
        if not (self.many or self.several):
            return state
        held = [_held(stated(seen.subject, path), leaves) for path, leaves in self.many]
        return (state, *held, *[left_by(one, seen) for one in self.several])


def _getter(names: list[str]) -> Callable[[Any], Hashable]:
    return attrgetter(*names) if names else lambda _: ()


def _held(value: Any, leaves: tuple[n.Leaf, ...]) -> tuple[bool, ...] | None:
    return None if value is None else tuple([leaf_holds(leaf, value) for leaf in leaves])
