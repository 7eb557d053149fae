"""What clauses demand, under each reading: the rules, and the items of score sheets."""

from collections.abc import Iterator
from typing import Any

import attrs

from careplan.criteria.nodes import TRUE, AllOf, Criterion, noun_of
from careplan.criteria.regions.spaces import Space
from careplan.criteria.regions.taken import Taken
from careplan.criteria.residuals import facts_of
from careplan.documents.encoded import pick
from careplan.documents.plan import Plan
from careplan.documents.rules import Cited

Option = tuple[str, str] | None  # of an interpretation, beside the defaults; None: these alone


@attrs.frozen(kw_only=True)
class Demand:
    """What one object asks (`requires`) of which subjects (`applies`), under one reading.

    `wording` is the same number for demands that require the same; `place` is the object's
    place in the plan, `option` what is read otherwise than by default.
    """

    id: str
    number: str
    applies: Space
    requires: Space
    wording: int
    reads: tuple[str, ...]
    noun: type[Any] | None
    depends_on: frozenset[str]
    place: int
    option: Option


def demands_of(plan: Plan, taken: Taken) -> Iterator[Demand]:
    """Yield each demand by default, and as it stands under each option it depends on."""
    others = {i.id: [option.id for option in i.options[1:]] for i in plan.interpretations}
    default, wordings = plan.read_as(), dict[Criterion, int]()
    for place, (cited, applies, requires) in enumerate(_asked(plan)):
        depends_on = cited.interpretations()
        own = {name: default[name] for name in depends_on}
        options = [(name, option) for name in sorted(own) for option in others[name]]
        for option in (None, *options):
            read = own if option is None else {**own, option[0]: option[1]}
            if cited.holds_under(read):
                asked_of, asked = pick(applies, read), pick(requires, read)
                spaces = taken.space(asked_of), taken.space(asked)
                yield Demand(
                    id=cited.id,
                    number=cited.number,
                    applies=spaces[0],
                    requires=spaces[1],
                    wording=wordings.setdefault(asked, len(wordings)),
                    reads=facts_of(asked),
                    noun=noun_of(AllOf((asked_of, asked))),
                    depends_on=depends_on,
                    place=place,
                    option=option,
                )


def _asked(plan: Plan) -> Iterator[tuple[Cited, Any, Any]]:
    """Yield each rule and item, what it applies to and what it asks, before it is read."""
    yield from ((rule, rule.applies, rule.requires) for rule in plan.rules)
    ruled = {clause for rule in plan.rules for clause in (rule.clause, *rule.also)}
    for sheet in plan.scorecards.values():
        for item in sheet.items:
            # A line that stands as a rule as well speaks through the rule.
            if item.criterion is not None and ruled.isdisjoint((item.clause, *item.also)):
                asked_of = sheet.applies if item.applies == TRUE else sheet.applies & item.applies
                yield item, asked_of, item.criterion
