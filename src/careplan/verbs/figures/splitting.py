"""A whole total split by weights: whole parts that come to exactly the total."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cached_property

import attrs

from careplan.base.errors import InvalidInput, Problem, look_up
from careplan.base.exact import Exact, Number, ratio, tidy
from careplan.base.foreign import Hosted
from careplan.base.frozenmap import FrozenMap
from careplan.base.messages import join, say
from careplan.display.cells import Row
from careplan.display.result import Result
from careplan.display.views.parts import Answer, Detail, Part, View
from careplan.documents.encoded import duplicates, read_shape
from careplan.fields.checking import required
from careplan.fields.kinds import CountKind, NumberKind
from careplan.fields.shapes import MapOf
from careplan.verbs.figures.nearly import nearly
from careplan.verbs.figures.shown import Share, split_grid
from careplan.verbs.tracking.shown.words import sentence


@attrs.frozen(kw_only=True)
class Weight(Hosted):
    """How much of a total a name has a claim to, beside the others."""

    name: str
    number: Exact


@attrs.frozen(kw_only=True)
class SplitPart(Hosted):
    """What one name is given: its exact share (`quota`), and that rounded down or up."""

    name: str
    weight: Exact
    quota: Exact
    slots: int
    tied: bool

    @property
    def floor(self) -> int:
        """The whole part of the quota, which it is given in any case."""
        return ratio(self.quota).__floor__()

    @property
    def remainder(self) -> Exact:
        """What of the quota is no whole slot: the largest are given one more."""
        return tidy(ratio(self.quota) - self.floor)


@attrs.frozen(kw_only=True, repr=False)
class Split(Result):
    """A total split by the largest remainder; `split[name]` is a part, `split.slots` all of them.

    Each part is its quota rounded down; what is left goes one by one to the largest remainders.
    Of equal ones those listed first are given it: `tied` names them all.
    """

    total: int
    weights: tuple[Weight, ...]  # and no mapping: their order decides between equal remainders

    @cached_property
    def parts(self) -> tuple[SplitPart, ...]:
        """The parts, in the order of the weights."""
        whole = sum(ratio(one.number) for one in self.weights)
        quotas = {one.name: self.total * ratio(one.number) / whole for one in self.weights}
        rest = {name: quota % 1 for name, quota in quotas.items()}
        left = int(sum(rest.values()))
        ordered = sorted(rest, key=lambda name: -rest[name])
        up = set(ordered[:left])
        tied = _tied(rest, ordered, left)
        return tuple(
            SplitPart(
                name=one.name,
                weight=one.number,
                quota=tidy(quotas[one.name]),
                slots=quotas[one.name].__floor__() + (one.name in up),
                tied=one.name in tied,
            )
            for one in self.weights
        )

    @property
    def slots(self) -> Mapping[str, int]:
        """What each name is given, whole; their sum is the total."""
        return FrozenMap({part.name: part.slots for part in self.parts})

    @property
    def tied(self) -> tuple[str, ...]:
        """The names of equal remainders between which the order decided."""
        return tuple(part.name for part in self.parts if part.tied)

    def __iter__(self) -> Iterator[SplitPart]:
        return iter(self.parts)

    def __len__(self) -> int:
        return len(self.parts)

    def __getitem__(self, name: str) -> SplitPart:
        return look_up("key", name, self._by_name)

    @cached_property
    def _by_name(self) -> Mapping[str, SplitPart]:
        return {part.name: part for part in self.parts}

    def _view(self, language: str, detail: Detail) -> View:  # noqa: ARG002 - it leaves nothing out
        """Show what each name is given, and between which the order decided."""
        said = say("split", language, total=self.total, count=len(self.parts))
        shares = (
            Share(one.name, one.weight, nearly(one.quota, language), one.slots)
            for one in self.parts
        )
        tied = join(self.tied, language) if self.tied else ""
        return View(
            title=say("figures.split", language),
            answer=Answer(sentence([said], language)),
            parts=(Part("", (split_grid(self.total, shares, language),)),),
            notes=(sentence([say("split.tied", language, names=tied)], language),) if tied else (),
        )

    def _rows(self) -> Iterator[Row]:
        for part in self.parts:
            yield {
                "name": part.name,
                "weight": part.weight,
                "quota": part.quota,
                "floor": part.floor,
                "remainder": part.remainder,
                "slots": part.slots,
                "tied": part.tied,
            }


def split_slots(total: int, weights: Mapping[str, Number]) -> Split:
    """Split a whole number of slots by weights, such as populations, so that the parts add up.

    By the largest remainder: rounding every part up would come to more than the total. Raises
    InvalidInput, all problems at once, for a total that is no count, a weight that is not
    stated (a place whose population is unknown has no share) or below 0, and weights of 0 only.

    >>> people = {"甲镇": 1_000, "乙镇": 1_000, "丙镇": 1_000}
    >>> dict(split_slots(10, people).slots), split_slots(10, people).tied
    ({'甲镇': 4, '乙镇': 3, '丙镇': 3}, ('甲镇', '乙镇', '丙镇'))
    """
    problems: list[Problem] = []
    taken = required(CountKind(), total, "total", problems)
    kept = read_shape(MapOf(NumberKind(step=1)), weights, "weights", problems)
    if problems:
        raise InvalidInput(problems)
    listed = tuple(Weight(name=name, number=number) for name, number in kept.items())
    problems += unfit(listed)
    if problems:
        raise InvalidInput(problems)
    return Split(total=taken, weights=listed)


def unfit(weights: tuple[Weight, ...]) -> Iterator[Problem]:
    """Yield why nothing can be split by weights: all are 0, there is none, or a name is twice."""
    yield from duplicates("weights", (one.name for one in weights))
    if not any(one.number for one in weights):
        yield Problem("weights", "not_positive", 0)


def _tied(rest: Mapping[str, Fraction], ordered: list[str], left: int) -> set[str]:
    """Return the names between which only the order decides: some are given one, some none."""
    if left == 0 or rest[ordered[left - 1]] != rest[ordered[left]]:
        return set()
    return {name for name in ordered if rest[name] == rest[ordered[left]]}
