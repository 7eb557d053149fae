"""Where two texts bound the same fact differently; nothing is merged, and neither is put right."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any

import attrs

from careplan.audit.demands import Demand, demands_of
from careplan.audit.items import of_one_item
from careplan.audit.tiers import bounds_text
from careplan.base.messages import say
from careplan.base.text import Text
from careplan.criteria.regions.bounds import kind_of, natural
from careplan.criteria.regions.spaces import Space, together
from careplan.criteria.regions.spans import ALL, Spans
from careplan.criteria.regions.taken import Taken
from careplan.display.cells import Row, member, text
from careplan.display.result import Shown
from careplan.display.views.parts import Answer, Detail, Grid, Head, Role, View, line, part
from careplan.display.views.words import Mark
from careplan.documents.clauses import Clause
from careplan.documents.coverage import known_of
from careplan.documents.plan import Plan
from careplan.documents.several import plans_apart
from careplan.documents.support import KnownFrom
from careplan.fields.kinds import Kind

# What demands bound, by the noun they ask: the facts, each with whoever bounds it.
_ByFact = dict[tuple[Any, str], list[tuple[Plan, Demand]]]


@attrs.frozen(kw_only=True)
class Side:
    """What one text says of a fact: its plan and clause, the bound, how strongly and how known."""

    plan: Plan
    id: str
    clause: Clause
    bound: Text

    @property
    def known_from(self) -> KnownFrom:
        """How the clause is known."""
        return known_of(self.clause, self.plan.document)

    def told(self, language: str) -> str:
        """Say which text it is, where in it, what it says, how strongly and how that is known."""
        title, known = self.plan.document.title, self.known_from.told(language)
        return say(
            "difference.side",
            language,
            document=title,
            locator=self.clause.locator,
            modality=self.clause.modality,
            bound=self.bound,
            known=known,
        )


@attrs.frozen(kw_only=True, repr=False)
class Difference(Shown):
    """A fact that two texts bound differently, of a subject that both speak of."""

    noun: type[Any]
    fact: str
    sides: tuple[Side, Side]

    def __repr__(self) -> str:
        return f"<Difference: {self.noun.__name__}.{self.fact}, {self._ids()}>"

    def _ids(self) -> str:
        return " / ".join(f"{side.plan.id} {side.id}" for side in self.sides)

    def _view(self, language: str, detail: Detail) -> View:  # noqa: ARG002 - all of it is said
        title = say("view.differences.title", language)
        return View(title=title, answer=Answer(self._said(language), Mark.OPEN))

    def _said(self, language: str) -> str:
        one, other = (side.told(language) for side in self.sides)
        return say("difference", language, one=one, other=other)

    def _rows(self) -> Iterator[Row]:
        for side in self.sides:
            yield {
                "noun": self.noun.__name__,
                "fact": self.fact,
                "plan": side.plan.id,
                "clause": side.id,
                "locator": side.clause.locator,
                **member("modality", side.clause.modality),
                **text("bound", side.bound),
                **member("support", side.known_from.support),
            }


class Differences(tuple[Difference, ...], Shown):  # noqa: SLOT001 - a tuple that shows itself
    """Where texts differ, fact by fact, in the order in which the plans were given."""

    def _view(self, language: str, detail: Detail) -> View:  # noqa: ARG002 - all of it is said
        title = say("view.differences.title", language)
        if not self:
            return View(
                title=title, answer=Answer(say("view.differences.none", language), Mark.GOOD)
            )
        heads = (
            Head(say("view.common.number", language), Role.NUMBER),
            Head(say("view.differences.head.one", language)),
            Head(say("view.differences.head.other", language)),
        )
        lines = tuple(
            line(str(number), *(side.told(language) for side in one.sides))
            for number, one in enumerate(self, start=1)
        )
        said = say("view.differences.count", language, count=len(self))
        return View(
            title=title,
            answer=Answer(said, Mark.OPEN),
            parts=(part(title, Grid(title, heads, lines)),),
        )

    def _rows(self) -> Iterator[Row]:
        for one in self:
            yield from one.records()


def find_differences(plans: Iterable[Plan]) -> Differences:
    """Return where two of several texts bound the same fact of a noun differently.

    Rules, rungs and lines of sheets are compared as they stand by default, wherever both can
    apply to the same subject: the numbers and days they leave to a fact of one and the same noun.
    What one text alone bounds is no difference. Neither is put right by the other, and nothing is
    merged: each side keeps its plan, clause, force and support. The time it takes grows with the
    pairs that bound a fact in common. Raises InvalidInput for anything but plans, and for two with
    one id.

    >>> from careplan.plans import get_plan
    >>> find_differences([get_plan("bda_2017"), get_plan("shuangliao_2021")])
    ()
    """
    bounding: _ByFact = {}
    for plan in plans_apart(plans):
        for demand in demands_of(plan, Taken()):
            if demand.option is None and demand.noun is not None:
                for fact in demand.requires.bounded_facts():
                    bounding.setdefault((demand.noun, fact), []).append((plan, demand))
    found = (
        _compared(noun, fact, one, other)
        for (noun, fact), demands in bounding.items()
        for one, other in combinations(demands, 2)
        if one[0] is not other[0]
    )
    return Differences(one for one in found if one is not None)


def _compared(
    noun: type[Any], fact: str, one: tuple[Plan, Demand], other: tuple[Plan, Demand]
) -> Difference | None:
    """Return what two demands of different plans say of a fact, where that differs."""
    applies = together([one[1].applies, other[1].applies])
    if applies.is_empty():
        return None
    first, second = (together([applies, demand.requires]) for _, demand in (one, other))
    own, its = (_bound(applies, space, fact, kind_of(noun, fact)) for space in (first, second))
    if own is None or its is None or own == its or not of_one_item(first, second, fact):
        return None
    sides = (_side(noun, fact, *one, own), _side(noun, fact, *other, its))
    return Difference(noun=noun, fact=fact, sides=sides)


def _bound(applies: Space, asked: Space, fact: str, kind: Kind) -> Spans | None:
    """Return which values a demand leaves to a fact, None where that is not known or is all."""
    if asked.is_empty() or any(space.is_loose_about(fact) for space in (applies, asked)):
        return None
    bound = asked.allowed(fact)
    nothing = (ALL, natural(kind), applies.allowed(fact))
    return None if bound in nothing else bound


def _side(noun: type[Any], fact: str, plan: Plan, demand: Demand, bound: Spans) -> Side:
    clause = plan.clause(demand.number)
    return Side(plan=plan, id=demand.id, clause=clause, bound=bounds_text(noun, fact, bound))
