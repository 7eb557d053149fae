"""What all rows of a ledger owe together, so strongly, in one column: as printed, or derived."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import attrs

from careplan.base.exact import Exact
from careplan.base.frozenmap import frozen
from careplan.documents.scales.between import Between
from careplan.documents.scales.milestones import Milestone, Strength, stated_as, summed
from careplan.documents.scales.sums import Ends

Sums = Mapping[date, Between | None]


def date_of(milestone: Milestone) -> date:
    """Return the date of a milestone of a ledger, which refuses one without a date."""
    assert milestone.due is not None  # noqa: S101 - as above
    return milestone.due


@frozen
class Together:
    """The milestones of one column and one strength: of each row, and those printed of all."""

    of: str
    strength: Strength
    rows: tuple[tuple[Milestone, ...], ...]
    totals: tuple[Milestone, ...]

    @classmethod
    def among(
        cls,
        of: str,
        strength: Strength,
        rows: Iterable[Iterable[Milestone]],
        totals: Iterable[Milestone],
    ) -> "Together":
        """Return those of a column and a strength among all milestones of a ledger."""

        def kept(listed: Iterable[Milestone]) -> tuple[Milestone, ...]:
            return tuple(one for one in listed if (one.of, one.strength) == (of, strength))

        return cls(of, strength, tuple(map(kept, rows)), kept(totals))

    def sums(self, *, increments: bool) -> dict[date, Between | None]:
        """Return what the rows come to by each date; increments, what they add at that date.

        None where nothing is said of any end: some rows owe at most so many, others nothing yet.
        """
        dates = sorted({date_of(one) for listed in (*self.rows, self.totals) for one in listed})
        silent, grown = Ends.of(None), dict.fromkeys(dates, Ends())
        for listed in self.rows:
            before = silent
            for one in listed:
                ends = Ends.of(one.counted)
                grown[date_of(one)] = grown[date_of(one)].plus(ends.minus(before))
                before = silent if increments else ends
        found, ends = dict[date, Between | None](), Ends(len(self.rows))
        for due, change in grown.items():
            at = ends.plus(change)
            found[due] = at.figures()
            ends = ends if increments else at
        return found

    def cumulative(self) -> Iterator[Milestone]:
        """Yield what is owed by each date: as printed, or the sum, and never less than before."""
        printed = self._printed()
        latest: Milestone | None = None
        for due, figures in self.sums(increments=False).items():
            if due in printed:
                latest = printed[due]
                yield latest
            elif latest is not None and least(figures) < least(latest.counted):
                yield attrs.evolve(latest, due=due, derived=True)
            elif figures is not None:
                yield self._derived(due, figures)

    def added(self, base: Exact | None) -> Iterator[Milestone]:
        """Yield what increments come to by each date, on top of what there was before."""
        sums = self.sums(increments=True).items()
        derived = {due: self._derived(due, one) for due, one in sums if one is not None}
        steps: Sequence[tuple[date, Milestone]] = sorted({**derived, **self._printed()}.items())
        return summed((one for _, one in steps), base, whole=True)

    def _printed(self) -> dict[date, Milestone]:
        return {date_of(one): one for one in self.totals}

    def _derived(self, due: date, figures: Between) -> Milestone:
        value, op = stated_as(figures)
        return Milestone(due, value, derived=True, op=op, strength=self.strength, of=self.of)


def least(figures: Between | None) -> Exact:
    """Return the low end of figures, 0 where they have none."""
    return 0 if figures is None or figures.low is None else figures.low
