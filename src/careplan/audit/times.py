"""What is at odds in time: stages that overlap or leave gaps, and what is never in force."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import combinations

import attrs

from careplan.audit.flaws import Flaw, Severity, in_words
from careplan.base.messages import say
from careplan.base.text import Text
from careplan.criteria.regions.spans import Span, Spans
from careplan.documents.periods import DRAFT, IN_FORCE
from careplan.documents.plan import Plan


def stages_at_odds(plan: Plan) -> Iterator[Flaw]:
    """Compare the stages' periods as sets of days."""
    for one, other in combinations(plan.stages, 2):
        if one.period.overlaps(other.period.start, other.period.end):
            yield Flaw(Severity.NOTE, "stages_overlap", (one.number, other.number))
    days = Spans.of(
        Span(_day(stage.period.start), _day(stage.period.end) + 1, high_in=False)
        for stage in plan.stages
    )
    for before, after in zip(days.parts, days.parts[1:], strict=False):
        start, end = date.fromordinal(int(before.high)), date.fromordinal(int(after.low) - 1)
        numbers = tuple(stage.number for stage in plan.stages)
        said = in_words("flaw.days", start=start, end=end)
        yield Flaw(Severity.NOTE, "stages_gap", numbers, f"{start} - {end}", words=said)


def never_in_force(plan: Plan) -> Iterator[Flaw]:
    """Find what is in force only while its document, or the object it is a part of, is not."""
    held = plan.document.in_force
    if held is not None and held.status is DRAFT:  # a draft is looked at as it is to be
        held = attrs.evolve(held, status=IN_FORCE)
    for cited in plan.encoded():
        for part in cited.with_parts():
            own, whole = part.within, held if part is cited else cited.within
            if own is not None and whole is not None and not own.meets(whole):
                detail = f"{own.interval()}, {whole.interval()}"
                said = Text(
                    **{
                        language: say(
                            "flaw.times",
                            language,
                            own=own.told(language),
                            whole=whole.told(language),
                        )
                        for language in ("zh", "en")
                    }
                )
                yield Flaw(Severity.WARNING, "never_in_force", (part.id,), detail, words=said)


def _day(when: date) -> Fraction:
    return Fraction(when.toordinal())
