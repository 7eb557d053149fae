"""What a plan asks of a noun under some readings: prepared once, and asked of every subject."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, ClassVar, TypeVar

from careplan.base.frozenmap import frozen
from careplan.base.text import Text
from careplan.base.truth import Truth
from careplan.display.lazily import lazily
from careplan.documents.clauses import Clause, Force, Reading, readings_used
from careplan.documents.encoded import pick
from careplan.documents.plan import Plan
from careplan.documents.rules import Benefit, Cited, Definition, Read, Rule
from careplan.documents.scales.ladders import Ladder
from careplan.fields.declaring import Noun
from careplan.verbs.assessing.assessments import Assessment, worst_of
from careplan.verbs.assessing.duties import LadderAsked, RuleAsked
from careplan.verbs.assessing.findings import BenefitFinding, DefinitionFinding
from careplan.verbs.assessing.seeing import Looked, Questions
from careplan.verbs.chaining.answered import Answered

_C = TypeVar("_C", Rule, Ladder, Benefit, Definition)


@frozen
class OfferAsked:
    """A benefit that was read, and the place of its condition among the questions."""

    benefit: Benefit
    condition: int
    readings: tuple[Reading, ...]

    def find(self, looked: Looked) -> BenefitFinding:
        """Say whether the benefit is open to a subject."""
        truth = looked.truth(self.condition)
        return lazily(
            BenefitFinding,
            _OneSeen(self.condition, looked),
            {
                "benefit": self.benefit,
                "condition": truth,
                "readings": self.readings,
                "units": self.benefit.counted(looked.facts.subject),
            },
        )


@frozen
class TermAsked:
    """A definition that was read, and the place of its criterion among the questions."""

    term: Definition
    criterion: int
    readings: tuple[Reading, ...]

    def find(self, looked: Looked) -> DefinitionFinding:
        """Say whether a subject falls under the term."""
        return lazily(
            DefinitionFinding,
            _OneSeen(self.criterion, looked),
            {
                "definition": self.term,
                "falls_under": looked.truth(self.criterion),
                "readings": self.readings,
            },
        )


class _OneSeen:
    """Works out what explains what one criterion comes to."""

    __slots__ = ("_looked", "_place")
    later: ClassVar[tuple[str, ...]] = ("evidence", "missing", "answered")

    def __init__(self, place: int, looked: Looked) -> None:
        self._place = place
        self._looked = looked

    def worked_out(self, name: str) -> Mapping[str, Any]:
        found: dict[str, Any] = {"missing": self._looked.missing((self._place,))}
        if name != "missing":
            found["evidence"] = self._looked.evidence(self._place)
            found["answered"] = self._looked.answered((self._place,))
        return found


@frozen
class PlanAsked:
    """What a plan says about a noun under some readings, each with the readings it depends on."""

    questions: Questions
    findings: tuple[RuleAsked | LadderAsked, ...]
    binding: tuple[RuleAsked | LadderAsked, ...]
    benefits: tuple[OfferAsked, ...]
    definitions: tuple[TermAsked, ...]
    readings: tuple[Reading, ...]
    left_out: tuple[str, ...]

    def about(
        self,
        plan: Plan,
        subject: Any,
        on: date | None,
        in_force: Truth | None,
        superseded_by: Text | None = None,
        *,
        given: tuple[Answered, ...] = (),
    ) -> Assessment[Any]:
        """Return what the plan says about a subject, its outcome at once.

        `given` is what other plans answered of its facts; the subject of the answer stays as it is.
        """
        if given:
            from careplan.verbs.chaining.applying import as_answered

            looked = self.questions.asked_of(as_answered(subject, given), on)
            looked.given = given
        else:
            looked = self.questions.asked_of(subject, on)
        return lazily(
            Assessment,
            _PlanSeen(self, looked),
            {
                "plan_id": plan.id,
                "document": plan.document.title,
                "subject": subject,
                "readings": self.readings,
                "on": on,
                "in_force": in_force,
                "not_in_force": self.left_out,
                "may_be_superseded_by": superseded_by,
                "plan": plan,
                "only": (),
                "_outcome": worst_of([one.outcome(looked) for one in self.binding]),
            },
        )


class _PlanSeen:
    """Makes the findings of an assessment, each of what is asked under the same name."""

    __slots__ = ("_asked", "_looked")
    later: ClassVar[tuple[str, ...]] = ("findings", "benefits", "definitions", "answered")

    def __init__(self, asked: PlanAsked, looked: Looked) -> None:
        self._asked = asked
        self._looked = looked

    def worked_out(self, name: str) -> Mapping[str, Any]:
        if name == "answered":
            return {name: self._looked.given}
        asked = getattr(self._asked, name)
        return {name: tuple([one.find(self._looked) for one in asked])}

    def missing(self) -> tuple[str, ...]:
        """Return the facts to state next, of the binding duties, each once."""
        binding = self._asked.binding
        return tuple(dict.fromkeys(path for one in binding for path in one.missing(self._looked)))


def asked_of(
    plan: Plan, noun: type[Noun], readings: Mapping[str, str] | None, on: date | None
) -> PlanAsked:
    """Return what does not depend on the subject; the plan keeps it for the next one.

    Raises NotFound for an unknown reading.
    """
    may_hold = None if on is None else _may_hold(plan, on)
    if readings is None:
        key = (asked_of, noun, may_hold)
        return plan.once(key, lambda: _as_read(plan, noun, plan.read_as(), on, may_hold))
    return _as_read(plan, noun, plan.read_as(readings), on, may_hold)


def duties_read(
    plan: Plan, noun: type[Noun], readings: Mapping[str, str] | None, on: date | None
) -> tuple[Rule | Ladder, ...]:
    """Return the rules and ladders that are asked of a noun, as they are read, in their order.

    Raises NotFound for an unknown reading.
    """
    found = asked_of(plan, noun, readings, on).findings
    return tuple(one.rule if isinstance(one, RuleAsked) else one.ladder for one in found)


def _may_hold(plan: Plan, on: date) -> tuple[bool, ...] | None:
    """Return what of that which has a time of its own may be in force on a day; None if all of it.

    Many days come to the same, and of most plans all.
    """

    def dated() -> tuple[Cited, ...]:
        asked = (*plan.rules, *plan.ladders, *plan.benefits, *plan.definitions)
        return tuple(one for whole in asked for one in whole.with_parts() if one.within is not None)

    found = tuple([one.may_be_in_force(on) for one in plan.once((_may_hold,), dated)])
    return None if all(found) else found


def _as_read(
    plan: Plan,
    noun: type[Noun],
    taken: Mapping[str, str],
    on: date | None,
    may_hold: tuple[bool, ...] | None,
) -> PlanAsked:
    key = (asked_of, noun, may_hold, *taken.values())
    return plan.once(key, lambda: _prepared(plan, noun, taken, on))


def _prepared(plan: Plan, noun: type[Noun], taken: Mapping[str, str], on: date | None) -> PlanAsked:
    questions = Questions()
    place = questions.place
    duties = tuple(_duties(plan, noun, taken, on, questions))
    benefits = tuple(
        OfferAsked(one, place(pick(one.condition, {})), used)
        for one, used in _about(plan.benefits, plan, noun, taken, on)
    )
    terms = tuple(
        TermAsked(one, place(pick(one.criterion, {})), used)
        for one, used in _about(plan.definitions, plan, noun, taken, on)
    )
    each = (reading for one in (*duties, *benefits, *terms) for reading in one.readings)
    used = {reading.interpretation.id for reading in each}
    return PlanAsked(
        questions=questions,
        findings=duties,
        binding=tuple(one for one in duties if one.force is Force.BINDING),
        benefits=benefits,
        definitions=terms,
        readings=readings_used(plan.interpretations, used, taken),
        left_out=tuple(_not_in_force(plan, noun, taken, on)),
    )


def _not_in_force(
    plan: Plan, noun: type[Noun], taken: Mapping[str, str], on: date | None
) -> Iterator[str]:
    """Yield the ids of what would be asked of a noun, and is not in force on the day."""
    for cited in (*plan.rules, *plan.ladders, *plan.benefits, *plan.definitions):
        if _is_about(cited, noun) and cited.holds_under(taken) and not cited.may_be_in_force(on):
            yield cited.id


def _is_about(cited: Read, noun: type[Noun]) -> bool:
    about = cited.noun()
    return about is not None and issubclass(noun, about)


def _duties(
    plan: Plan,
    noun: type[Noun],
    taken: Mapping[str, str],
    on: date | None,
    questions: Questions,
) -> Iterable[RuleAsked | LadderAsked]:
    """Return rules and ladders, these among the rules where their clauses stand."""
    place = questions.place
    rules = [RuleAsked.of(*one, place) for one in _about(plan.rules, plan, noun, taken, on)]
    ladders = [LadderAsked.of(*one, place) for one in _about(plan.ladders, plan, noun, taken, on)]
    if not ladders:
        return rules
    order = {clause: place for place, clause in enumerate(plan.clauses)}
    placed: list[tuple[Clause, RuleAsked | LadderAsked]] = [
        *((one.rule.clause, one) for one in rules),
        *((one.ladder.clause, one) for one in ladders),
    ]
    return [one for _, one in sorted(placed, key=lambda pair: order[pair[0]])]


def _about(
    objects: Iterable[_C],
    plan: Plan,
    noun: type[Noun],
    taken: Mapping[str, str],
    on: date | None,
) -> Iterator[tuple[_C, tuple[Reading, ...]]]:
    for cited in objects:
        if _is_about(cited, noun) and cited.holds_under(taken, on):
            used = readings_used(plan.interpretations, cited.interpretations(), taken)
            yield cited.read(taken, on), used
