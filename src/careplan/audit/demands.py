"""What clauses demand, under each reading: rules, rungs of ladders, items of score sheets."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from careplan.criteria.nodes import TRUE, AllOf, Criterion, noun_of
from careplan.criteria.regions.spaces import Space
from careplan.criteria.regions.taken import Taken
from careplan.criteria.residuals import facts_of
from careplan.documents.encoded import pick
from careplan.documents.periods import Validity
from careplan.documents.plan import Plan
from careplan.documents.rules import Cited, Rule
from careplan.documents.scales.ladders import Ladder

Option = tuple[str, str] | None  # of an interpretation, beside the defaults; None: these alone


@attrs.frozen(kw_only=True)
class Demand:
    """What one object asks (`requires`) of which subjects (`applies`), under one reading.

    `asked` are the criteria of both. `wording` is the same number for demands that require the
    same; `place` is the object's place in the plan, `option` what is read otherwise than by
    default.
    A rung asks of those whom no higher rung asks. `within` is from when until when it is in force.
    """

    id: str
    number: str
    applies: Space
    requires: Space
    asked: tuple[Criterion, Criterion]
    wording: int
    reads: tuple[str, ...]
    noun: type[Any] | None
    depends_on: frozenset[str]
    place: int
    option: Option
    is_rung: bool = False
    within: tuple[Validity, ...] = ()


def each_reading(plan: Plan, names: Iterable[str]) -> Iterator[tuple[Option, Mapping[str, str]]]:
    """Yield the defaults of these questions, then every other option of each beside them."""
    options: dict[str, list[str]] = plan.once(
        ("options",),
        lambda: {i.id: [option.id for option in i.options] for i in plan.interpretations},
    )
    own = {name: options[name][0] for name in sorted(names)}
    yield None, own
    for name in own:
        yield from (((name, option), {**own, name: option}) for option in options[name][1:])


def demands_of(plan: Plan, taken: Taken) -> Iterator[Demand]:
    """Yield each demand by default, and as it stands under each option it depends on."""
    wordings = dict[Criterion, int]()
    for place, (whole, read) in enumerate(_asked(plan)):
        depends_on = whole.interpretations()
        for option, readings in each_reading(plan, depends_on):
            cited, asked_of, asked = read(readings)
            if whole.holds_under(readings) and cited.holds_under(readings):
                spaces = taken.space(asked_of), taken.space(asked)
                yield Demand(
                    id=cited.id,
                    number=cited.number,
                    applies=spaces[0],
                    requires=spaces[1],
                    asked=(asked_of, asked),
                    wording=wordings.setdefault(asked, len(wordings)),
                    reads=facts_of(asked),
                    noun=noun_of(AllOf((asked_of, asked))),
                    depends_on=depends_on,
                    place=place,
                    option=option,
                    is_rung=isinstance(whole, Ladder),
                    within=tuple(one for one in (whole.within, cited.within) if one is not None),
                )


# An object under readings: what is cited, of whom it asks, and what.
Read = Callable[[Mapping[str, str]], tuple[Cited, Criterion, Criterion]]


def _asked(plan: Plan) -> Iterator[tuple[Cited, Read]]:
    """Yield each rule, rung and item with how it is read, beside what says whether it holds."""
    yield from ((rule, _of_halves(rule, rule.applies, rule.requires)) for rule in plan.rules)
    for ladder in plan.ladders:
        kept: dict[tuple[str, ...], tuple[Rule, ...]] = {}
        yield from ((ladder, _of_rung(ladder, place, kept)) for place in range(len(ladder.rungs)))
    ruled = {clause for rule in plan.rules for clause in (rule.clause, *rule.also)}
    for sheet in plan.scorecards.values():
        for item in sheet.items:
            # A line that stands as a rule as well speaks through the rule.
            if item.criterion is not None and ruled.isdisjoint((item.clause, *item.also)):
                asked_of = sheet.applies if item.applies == TRUE else sheet.applies & item.applies
                yield item, _of_halves(item, asked_of, item.criterion)


def _of_halves(cited: Cited, applies: Any, requires: Any) -> Read:
    return lambda readings: (cited, pick(applies, readings), pick(requires, readings))


def _of_rung(ladder: Ladder, place: int, kept: dict[tuple[str, ...], tuple[Rule, ...]]) -> Read:
    """Return how a rung is read; what all rungs are under a choice of options is kept."""

    def read(readings: Mapping[str, str]) -> tuple[Cited, Criterion, Criterion]:
        taken = tuple(readings.values())
        if taken not in kept:
            kept[taken] = ladder.read(readings).rules()
        rule = kept[taken][place]
        return rule, pick(rule.applies, {}), pick(rule.requires, {})

    return read
