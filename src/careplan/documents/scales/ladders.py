"""Ladders of duties: rungs in rising order, of which the highest that applies binds.

A text that asks for 6 square metres from 5,000 and for 10 above 10,000, by area or by visitors,
means one duty: a place that is small and crowded owes what the higher rung asks, and not both.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Self

import attrs

from careplan.base.errors import Problem
from careplan.base.frozenmap import frozen
from careplan.base.text import Text
from careplan.criteria.nodes import FALSE, TRUE, Criterion, all_of, any_of, not_
from careplan.documents.clauses import Force
from careplan.documents.encoded import ByReading, duplicates, given, pick
from careplan.documents.rules import (
    Consequence,
    Otherwise,
    Read,
    Rule,
    following,
    force_of,
    notes,
    nouns_in,
)
from careplan.fields.declaring import Noun
from careplan.fields.shapes import at_least_one, left_out

_FEWEST = 2


@frozen(kw_only=True)
class Rung(Read):
    """One step of a ladder: the subjects it applies to, and what it requires of them.

    It binds where no higher rung applies, and is cited by its own clause.
    """

    applies: Criterion | ByReading = attrs.field(converter=given)
    requires: Criterion | ByReading = attrs.field(converter=given)

    @property
    def force(self) -> Force:
        """Whether its clause binds."""
        return force_of(self.clause)


@frozen(kw_only=True)
class Ladder(Read):
    """A duty in rungs, the least demanding first: the highest rung that applies binds.

    `who` is what all rungs ask of a subject before they apply: said once, so that an answer
    does not wait for it in two places. All rungs bind, or all advise, as their clauses speak;
    `advisory`, `otherwise` and `consequences` are as those of a `Rule`. Ladder and rungs have
    each their own id.
    """

    who: Criterion | ByReading = attrs.field(default=TRUE, converter=given)
    rungs: tuple[Rung, ...] = attrs.field(metadata=at_least_one(Rung))
    advisory: Text | None = None
    otherwise: tuple[Otherwise, ...] = attrs.field(default=(), converter=notes)
    consequences: tuple[Consequence, ...] = attrs.field(default=(), metadata=left_out())

    def _contradictions(self) -> Iterable[Problem]:
        if len(self.rungs) < _FEWEST:
            yield Problem("rungs", "one_rung", len(self.rungs))
            return
        for same in duplicates("rungs", (self.id, *(one.id for one in self.rungs))):
            yield attrs.evolve(same, code="same_id", parameters={"written": 'part="..."'})
        if self.advisory is None and len({one.force for one in self.rungs}) > 1:
            yield Problem("rungs", "several_forces", None)
        if len({noun for one in self._asked() for noun in nouns_in(one)}) > 1:
            yield Problem("rungs", "several_nouns", None)

    def _asked(self) -> list[Criterion | ByReading]:
        halves = (half for one in self.rungs for half in (one.applies, one.requires))
        return [self.who, *halves, *(note.when for note in self.otherwise)]

    @property
    def force(self) -> Force:
        """Whether the ladder binds: as its rungs do, unless a reason is given."""
        return self.rungs[0].force if self.advisory is None else Force.ADVISORY

    def noun(self) -> type[Noun] | None:
        """Return the noun the ladder is about; None if no fact says of whom it holds."""
        return next((noun for one in self._asked() for noun in nouns_in(one)), None)

    def read(self, readings: Mapping[str, str], on: date | None = None) -> Self:
        """Return the ladder under `readings`; a rung that does not hold then applies to nobody."""
        rungs = (
            one if one.holds_under(readings, on) else attrs.evolve(one, applies=FALSE)
            for one in self.rungs
        )
        read = tuple(one.read(readings) for one in rungs)
        whole = following(super().read(readings, on), readings, on)
        return attrs.evolve(whole, rungs=read)

    @property
    def owed(self) -> Criterion:
        """What says that some rung binds, of a ladder that was read."""
        return all_of(pick(self.who, {}), any_of(*(pick(one.applies, {}) for one in self.rungs)))

    def rules(self) -> tuple[Rule, ...]:
        """Return each rung as the rule it is where it binds, of a ladder that was read.

        A rung binds where all rungs ask for the subject, it applies, and none above it does: n
        rungs have n * n / 2 parts in all.
        """
        return tuple(
            Rule(
                clause=rung.clause,
                also=rung.also,
                part=rung.part,
                under=rung.under,
                applies=all_of(
                    pick(self.who, {}),
                    pick(rung.applies, {}),
                    *(not_(pick(above.applies, {})) for above in self.rungs[place:]),
                ),
                requires=rung.requires,
                advisory=self.advisory,
            )
            for place, rung in enumerate(self.rungs, start=1)
        )
