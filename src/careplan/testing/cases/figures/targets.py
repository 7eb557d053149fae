"""Cases of targets: each figure by its date, measured as a value or as a part of a whole."""

import math
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from careplan.base.exact import Exact, ratio
from careplan.documents.plan import Plan
from careplan.documents.scales.milestones import Milestone
from careplan.documents.scales.targets import Target
from careplan.fields.kinds import Kind, NumberKind
from careplan.fields.paths import kind_at
from careplan.nouns.counts import BASE, Measure, Measurement
from careplan.testing.cases.days import DAY
from careplan.testing.cases.face.case import BoundaryCase
from careplan.testing.cases.face.wanted import Parts, Wanted
from careplan.testing.cases.figures.due import Reported, Series
from careplan.testing.cases.figures.ledgers import under
from careplan.testing.cases.figures.stands import Stand, stands
from careplan.testing.cases.pivots import PLACES, Place

# One of so many more or less is nearer to the figure than what is said rounded.
_WHOLE = 10_000_000


def of_targets(plan: Plan) -> Iterator[Parts]:
    """Yield what there are cases of."""
    yield from ((target,) for target in plan.targets.values())


def target_cases(plan: Plan, wanted: Wanted) -> Iterator[BoundaryCase]:
    """Yield the cases of the targets that are asked for."""
    for target in filter(wanted.takes, plan.targets.values()):
        series = Series(target.owed, stays=target.measure is Measure.COUNT)
        own: dict[str, Any] = {"plan_id": plan.id, "cited": target, "whole": target}
        own["readings"] = under(target)
        dated = [one for one in series.milestones if one.due is not None]
        # What has no date decides only where nothing has one, and of several the strongest.
        for milestone in dated or [series.deciding(DAY)]:
            for stand in _tried(target, series, milestone):
                reported = None if stand.figure is None else (stand.at, stand.figure)
                yield BoundaryCase(
                    **own,
                    leaf=milestone,
                    path="value",
                    place=stand.place,
                    value=stand.figure,
                    subject=_measured(reported),
                    on=stand.on,
                    expected=series.outcome(stand.on, reported),
                )
            yield from _parts(target, series, milestone, own)


def _tried(target: Target, series: Series, milestone: Milestone) -> Iterator[Stand]:
    day = _day_of(milestone)
    if milestone.value is None:  # a goal in words: no figure says how it stands
        yield Stand(Place.AS_ASKED, day, day, 0)
        yield Stand(Place.UNSTATED, day, day, None)
        return
    kind = kind_of(target)
    for stand in stands(series, milestone, day, kind, lambda one: may_be(target, one)):
        dated = stand.place not in {Place.STALE, Place.BEFORE, Place.AFTER}
        if dated or milestone.due is not None:
            yield stand
        if stand.place is Place.BELOW and milestone.due is not None and series.stays:
            # A count that stays is not stale where it had reached its milestone, else it is.
            yield Stand(Place.STALE, day, day - timedelta(days=1), stand.figure)


def _parts(
    target: Target, series: Series, milestone: Milestone, own: dict[str, Any]
) -> Iterator[BoundaryCase]:
    """Yield a part of a whole that is the figure exactly, and one less and one more."""
    if target.measure in {Measure.COUNT, Measure.WORDS} or milestone.value is None:
        return
    day = _day_of(milestone)
    for end in dict.fromkeys(milestone.ends):
        share = ratio(end) / BASE[target.measure]
        times = math.ceil(_WHOLE / share.denominator)
        whole = share.denominator * times
        for steps, place in PLACES.items():
            part = share.numerator * times + steps
            if part < 0:
                continue
            measured = Measurement(on=day, part=part, whole=whole)
            if any(target.misfits(measured)):
                continue
            figure = ratio(part) / whole * BASE[target.measure]
            yield BoundaryCase(
                **own,
                leaf=milestone,
                path="part",
                place=place,
                value=part,
                subject=(measured,),
                on=day,
                expected=series.outcome(day, (day, figure)),
            )


def _measured(reported: Reported | None) -> tuple[Measurement, ...]:
    return () if reported is None else (Measurement(on=reported[0], value=reported[1]),)


def _day_of(milestone: Milestone) -> date:
    # What has no date is never due, on whatever day one asks.
    return DAY if milestone.due is None else milestone.due


def kind_of(target: Target) -> Kind:
    """Return the kind of a target's figures."""
    counted = target.measure is Measure.COUNT
    return NumberKind(step=1) if counted else kind_at(Measurement, ("value",))


def may_be(target: Target, figure: Exact) -> bool:
    """Say whether a target can be measured as a figure."""
    return not any(target.misfits(Measurement(on=DAY, value=figure)))
