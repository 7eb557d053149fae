"""Each rule, rung and benefit of a plan under the choices of readings that change it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import product
from math import prod

from careplan.documents.clauses import Interpretation
from careplan.documents.plan import Plan
from careplan.documents.rules import Benefit, Cited, Rule
from careplan.documents.scales.ladders import Ladder
from careplan.testing.cases.face.wanted import Wanted

# Choices of readings tried of one rule: those that several interpretations make multiply.
MOST_READINGS = 64
Options = Mapping[str, list[str]]


def variants(plan: Plan, wanted: Wanted) -> Iterator[tuple[Rule | Benefit, Mapping[str, str]]]:
    """Yield each rule and benefit that is asked for, under each reading that changes it.

    A rung of a ladder is the rule that it is where it binds.
    """
    default = plan.read_as()
    for cited, options in _declared(plan):
        if not any(wanted.takes(*parts) for parts in _parts(cited)):
            continue
        seen = set()
        for readings in ways_to_read(options, default):
            if not cited.holds_under(readings):
                continue
            now = cited.read(readings)
            if now not in seen:
                seen.add(now)
                each = now.rules() if isinstance(now, Ladder) else (now,)
                above = (cited,) if isinstance(cited, Ladder) else ()
                yield from ((one, readings) for one in each if wanted.takes(one, *above))


def asked_of_facts(plan: Plan) -> Iterator[tuple[Cited, ...]]:
    """Yield all that has cases of facts, a rung with its ladder beside it, and the ladder."""
    for cited, _ in _declared(plan):
        yield from _parts(cited)


def _parts(cited: Rule | Ladder | Benefit) -> Iterator[tuple[Cited, ...]]:
    if isinstance(cited, Ladder):
        yield from ((rung, cited) for rung in cited.rungs)
    else:
        yield (cited,)


def not_all_read(plan: Plan, covered: Collection[str]) -> Iterator[str]:
    """Yield the rules and benefits, if they have cases, that were not read in every way."""
    for cited, options in _declared(plan):
        names = ids_of(cited) if not _are_few(options) else ()
        yield from (f"{name}: {' '.join(options)}" for name in names if name in covered)


def ids_of(cited: Rule | Ladder | Benefit) -> tuple[str, ...]:
    """Return the ids that have cases: of a ladder those of its rungs."""
    return tuple(one.id for one in cited.rungs) if isinstance(cited, Ladder) else (cited.id,)


def ways_to_read(options: Options, default: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Yield every choice of readings where these are few, else one option at a time."""
    return _choices(options) if _are_few(options) else _one_by_one(options, default)


def options_of(questions: Iterable[Interpretation]) -> Options:
    """Return the options of each question."""
    return {one.id: [option.id for option in one.options] for one in questions}


def readings_of(
    questions: Iterable[Interpretation], used: frozenset[str]
) -> Iterator[dict[str, str]]:
    """Yield the ways to read the questions that are used: see `ways_to_read`."""
    asked = [one for one in questions if one.id in used]
    yield from ways_to_read(options_of(asked), {one.id: one.default for one in asked})


def not_read(name: str, questions: Iterable[Interpretation], used: frozenset[str]) -> Iterator[str]:
    """Yield what is called `name` with the questions that are used, if not every way is read."""
    options = options_of(one for one in questions if one.id in used)
    if not _are_few(options):
        yield f"{name}: {' '.join(options)}"


def _choices(options: Options) -> Iterator[dict[str, str]]:
    for chosen in product(*options.values()):
        yield dict(zip(options, chosen, strict=True))


def _declared(plan: Plan) -> Iterator[tuple[Rule | Ladder | Benefit, Options]]:
    """Yield each rule, ladder and benefit with the options of the questions it is read by."""
    options = options_of(plan.interpretations)
    declared: tuple[Rule | Ladder | Benefit, ...] = (*plan.rules, *plan.ladders, *plan.benefits)
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
