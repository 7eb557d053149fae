"""Each rule and benefit of a plan as it stands under the choices of readings that change it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import product
from math import prod

from careplan.documents.clauses import Interpretation
from careplan.documents.plan import Plan
from careplan.documents.rules import Benefit, Rule

# Choices of readings tried of one rule: those that several interpretations make multiply.
MOST_READINGS = 64
Options = Mapping[str, list[str]]


def variants(plan: Plan) -> Iterator[tuple[Rule | Benefit, Mapping[str, str]]]:
    """Yield each rule and benefit as it stands under each reading that changes it."""
    default = plan.read_as()
    for cited, options in _declared(plan):
        seen = set()
        few = _are_few(options)
        for readings in _choices(options) if few else _one_by_one(options, default):
            now = cited.read(readings)
            if cited.holds_under(readings) and now not in seen:
                seen.add(now)
                yield now, readings


def not_all_read(plan: Plan, covered: Collection[str]) -> Iterator[str]:
    """Yield the rules and benefits, if they have cases, that were not read in every way."""
    for cited, options in _declared(plan):
        if cited.id in covered and not _are_few(options):
            yield f"{cited.id}: {' '.join(options)}"


def options_of(questions: Iterable[Interpretation]) -> Options:
    """Return the options of each question."""
    return {one.id: [option.id for option in one.options] for one in questions}


def readings_of(
    questions: Iterable[Interpretation], used: frozenset[str]
) -> Iterator[dict[str, str]]:
    """Yield every way to read the questions that are used."""
    yield from _choices(options_of(one for one in questions if one.id in used))


def _choices(options: Options) -> Iterator[dict[str, str]]:
    for chosen in product(*options.values()):
        yield dict(zip(options, chosen, strict=True))


def _declared(plan: Plan) -> Iterator[tuple[Rule | Benefit, Options]]:
    """Yield each rule and benefit with the options of the questions it is read by."""
    options = options_of(plan.interpretations)
    declared: tuple[Rule | Benefit, ...] = (*plan.rules, *plan.benefits)
    for cited in declared:
        yield cited, {name: options[name] for name in sorted(cited.interpretations())}


def _are_few(options: Options) -> bool:
    return prod(map(len, options.values())) <= MOST_READINGS


def _one_by_one(options: Options, default: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Yield the defaults, then each other option beside them."""
    own = {name: default[name] for name in options}
    yield own
    for name, several in options.items():
        yield from ({**own, name: one} for one in several if one != own[name])
