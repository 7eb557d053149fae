"""What is asked: every criterion of every plan, under every reading that changes it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice, product

import attrs
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

import careplan as cp
import careplan.criteria.nodes as n
from careplan.documents.encoded import pick
from careplan.documents.plan import Plan
from careplan.documents.rules import Rule, criteria_in
from careplan.documents.scales.grades import Grading
from careplan.documents.scales.ladders import Ladder
from careplan.fields.declaring import Noun
from careplan.testing.drawn.criteria import criteria


@attrs.frozen
class Asked:
    """A criterion about a noun, and where it stands."""

    name: str
    noun: type[Noun]
    criterion: n.Criterion


def of_plans(plans: Iterable[Plan]) -> list[Asked]:
    """Return each criterion of plans once: those they hold, and the duties made of them.

    A name is that of the object, with a number where it holds several.
    """
    found: dict[tuple[type[Noun] | None, n.Criterion], Asked] = {}
    for plan in plans:
        for name, criterion in _of_plan(plan):
            noun = n.noun_of(criterion)
            # What asks nothing is about whatever subject there is.
            asked = Asked(f"{plan.id} {name}", cp.Venue if noun is None else noun, criterion)
            found.setdefault((noun, criterion), asked)
    times, numbered = Counter[str](), []
    for asked in found.values():
        times[asked.name] += 1
        numbered.append(attrs.evolve(asked, name=f"{asked.name} ({times[asked.name]})"))
    return numbered


def _of_plan(plan: Plan) -> Iterator[tuple[str, n.Criterion]]:
    for cited in plan.encoded():
        name = f"{type(cited).__name__} {cited.id}"
        for one in criteria_in(cited):
            yield name, one
        for readings in _readings(plan, cited.interpretations()):
            match cited:
                case Rule():
                    yield name, _duty(cited, readings)
                case Ladder():
                    read = cited.read(readings)
                    yield name, read.owed
                    for rule in read.rules():
                        yield name, _duty(rule, readings)
                case Grading():
                    for _, criterion in cited.at_least(readings):
                        yield name, criterion
                case _:
                    pass


def _readings(plan: Plan, names: Iterable[str]) -> Iterator[dict[str, str]]:
    """Yield every way to read what depends on questions, all others as they are by default."""
    asked = [one for one in plan.interpretations if one.id in set(names)]
    usual = {one.id: one.default for one in plan.interpretations}
    for options in product(*(one.options for one in asked)):
        taken = {one.id: option.id for one, option in zip(asked, options, strict=True)}
        yield {**usual, **taken}


def _duty(rule: Rule, readings: dict[str, str]) -> n.Criterion:
    """Return what is true where a rule is kept, or does not apply."""
    return n.any_of(n.not_(pick(rule.applies, readings)), pick(rule.requires, readings))


def drawn(nouns: Iterable[type[Noun]], number: int, taken: int) -> list[Asked]:
    """Return so many criteria, others for each seed: nested, with sums and periods.

    Each asks something, and is there once.
    """
    found: dict[tuple[type[Noun], n.Criterion], None] = {}
    known = st.sampled_from([*nouns])

    @seed(taken)
    @settings(
        max_examples=number * 4,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=[*HealthCheck],
    )
    @given(known.flatmap(lambda noun: st.tuples(st.just(noun), criteria(noun, depth=3))))
    def take(drawn: tuple[type[Noun], n.Criterion]) -> None:
        if n.noun_of(drawn[1]) is not None:
            found.setdefault(drawn)

    take()
    return [
        Asked(f"drawn {place}", noun, criterion)
        for place, (noun, criterion) in enumerate(islice(found, number))
    ]
