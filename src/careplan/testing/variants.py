"""Each rule and benefit of a plan as it stands under the choices of readings that change it."""

from collections.abc import Collection, Iterator, Mapping
from itertools import product
from math import prod

from careplan.documents.plan import Plan
from careplan.documents.rules import Benefit, Rule

# Choices of readings tried of one rule: those that several interpretations make multiply.
MOST_READINGS = 64


def variants(plan: Plan) -> Iterator[tuple[Rule | Benefit, Mapping[str, str]]]:
    """Yield each rule and benefit as it stands under each reading that changes it."""
    options = {i.id: [option.id for option in i.options] for i in plan.interpretations}
    default = plan.read_as()
    declared: tuple[Rule | Benefit, ...] = (*plan.rules, *plan.benefits)
    for cited in declared:
        own = {name: options[name] for name in sorted(cited.interpretations())}
        seen = set()
        for readings in _choices(own, default):
            now = cited.read(readings)
            if cited.holds_under(readings) and now not in seen:
                seen.add(now)
                yield now, readings


def _choices(
    options: Mapping[str, list[str]], default: Mapping[str, str]
) -> Iterator[dict[str, str]]:
    """Yield every choice of options; where these are too many, one option off the defaults."""
    if _are_too_many(options):
        own = {name: default[name] for name in options}
        yield own
        for name, several in options.items():
            yield from ({**own, name: one} for one in several if one != own[name])
    else:
        for chosen in product(*options.values()):
            yield dict(zip(options, chosen, strict=True))


def _are_too_many(options: Mapping[str, list[str]]) -> bool:
    return prod(map(len, options.values())) > MOST_READINGS


def not_all_read(plan: Plan, covered: Collection[str]) -> Iterator[str]:
    """Yield the rules and benefits, if they have cases, that were not read in every way."""
    options = {i.id: [option.id for option in i.options] for i in plan.interpretations}
    for cited in (*plan.rules, *plan.benefits):
        own = {name: options[name] for name in sorted(cited.interpretations())}
        if cited.id in covered and _are_too_many(own):
            yield f"{cited.id}: {' '.join(own)}"
