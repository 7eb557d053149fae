"""What is wrong with terms and grades: that nobody can have, or that add nothing to a lower one."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, pairwise

from careplan.audit.demands import each_reading
from careplan.audit.flaws import Flaw, Severity, in_words
from careplan.criteria.nodes import all_of, not_
from careplan.criteria.regions.taken import can_hold, can_surely_hold
from careplan.documents.encoded import pick
from careplan.documents.plan import Plan
from careplan.documents.scales.grades import Grading


def classes_at_odds(plan: Plan) -> Iterator[Flaw]:
    """Yield what is wrong with terms and gradings under any of their readings, each once."""
    found: dict[Flaw, None] = {}
    for term in plan.definitions:
        for _, readings in each_reading(plan, term.interpretations()):
            if term.holds_under(readings) and not can_hold(pick(term.criterion, readings)):
                found[Flaw(Severity.ERROR, "term_never", (term.id,))] = None
    for grading in plan.gradings.values():
        for _, readings in each_reading(plan, grading.interpretations()):
            if grading.holds_under(readings):
                found |= dict.fromkeys(_grades(grading, readings))
    yield from found


def _grades(grading: Grading, readings: Mapping[str, str]) -> Iterable[Flaw]:
    """Find grades that nobody can have: asking too much, or superseded whatever they ask."""
    reached = grading.at_least(readings)
    above = [criterion for _, criterion in reached[1:]]
    for place, (grade, criterion) in enumerate(reached):
        beyond = [not_(above[place])] if grading.exclusive and place < len(above) else []
        if not can_hold(all_of(criterion, *beyond)):
            yield Flaw(Severity.ERROR, "grade_never", (grade.id,), grade.key, words=grade.title)
    if grading.exclusive:
        yield from _overlapping(grading, readings)
        return
    for (lower, has), (upper, has_more) in pairwise(reached):
        # Whoever has the lower one has the upper: written too early, or without a condition.
        if can_hold(has_more) and not can_hold(all_of(has, not_(has_more))):
            keys = f"{lower.key} = {upper.key}"
            said = in_words("flaw.pair", one=lower.title, other=upper.title)
            yield Flaw(Severity.ERROR, "grade_adds_nothing", (lower.id, upper.id), keys, words=said)


def _overlapping(grading: Grading, readings: Mapping[str, str]) -> Iterator[Flaw]:
    held = [one for one in grading.grades if one.holds_under(readings)]
    for one, other in combinations(held, 2):
        if can_surely_hold(all_of(pick(one.criterion, readings), pick(other.criterion, readings))):
            keys = f"{one.key} / {other.key}"
            said = in_words("flaw.pair", one=one.title, other=other.title)
            yield Flaw(Severity.WARNING, "grades_overlap", (one.id, other.id), keys, words=said)
