"""What a document demands or grants, as data, and what a verb answers about a subject.

A `Rule` is a duty of the subject; a `Benefit` is what others owe the subject. Both
point at a clause by number. Verbs turn them into `Finding` and `BenefitFinding`, which
hold the clause itself, so that a result explains itself without its plan.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

import attrs

from careplan.errors import AmbiguousTruth, NotFound, look_up
from careplan.evaluation import Evidence
from careplan.exact import Exact
from careplan.frozenmap import FrozenMap
from careplan.nodes import TRUE, Criterion, as_criterion, noun_of
from careplan.sources import Clause, Force, Modality, Reading, Text
from careplan.truth import Availability, Outcome, Truth

Under = tuple[str, str]


def _frozen(options: Mapping[str, Any]) -> Mapping[str, Any]:
    return FrozenMap(options)


@attrs.frozen
class ByReading:
    """A value that depends on the option taken of an interpretation, named by its id."""

    interpretation: str
    options: Mapping[str, Any] = attrs.field(converter=_frozen)


def pick(value: Any, readings: Mapping[str, str]) -> Any:
    """Return the value that holds under `readings` (interpretation id: option id)."""
    while isinstance(value, ByReading):
        value = value.options[readings[value.interpretation]]
    return value


def by_readings_in(value: object) -> "Iterator[ByReading]":
    """Yield everything in a value, or inside it, that depends on a reading."""
    match value:
        case ByReading(options=options):
            yield value
            yield from by_readings_in(tuple(options.values()))
        case Cited():
            yield from by_readings_in(value.own_values())
        case tuple():
            for inner in value:
                yield from by_readings_in(inner)


def interpretations_in(value: object) -> frozenset[str]:
    """Return the ids of the interpretations a value, or anything inside it, depends on."""
    return frozenset(dependent.interpretation for dependent in by_readings_in(value))


def to_criterion(value: object) -> Criterion | ByReading:
    """Take a criterion, a boolean fact, or one of these by reading."""
    if isinstance(value, ByReading):
        return ByReading(
            value.interpretation,
            {option: to_criterion(inner) for option, inner in value.options.items()},
        )
    return as_criterion(value)


@attrs.frozen(kw_only=True)
class Cited:
    """What every object of a plan has: its clause, and the reading it holds under, if any.

    `part` tells several objects of one clause apart; the id is "number" or "number/part".
    `also` are clauses that say the same again and are encoded with it.
    """

    clause: Clause
    also: tuple[Clause, ...] = ()
    part: str = ""
    under: Under | None = None

    @property
    def id(self) -> str:
        """The clause number, with the part behind a slash where there are several."""
        return f"{self.clause.number}/{self.part}" if self.part else self.clause.number

    @property
    def number(self) -> str:
        """The clause number."""
        return self.clause.number

    @property
    def numbers(self) -> tuple[str, ...]:
        """The id, and the numbers of the clauses that say the same again."""
        return (self.id, *(clause.number for clause in self.also))

    def holds_under(self, readings: Mapping[str, str]) -> bool:
        """Say whether the object holds under `readings`."""
        return self.under is None or readings[self.under[0]] == self.under[1]

    def own_values(self) -> tuple[Any, ...]:
        """Return the values of all fields."""
        return tuple(getattr(self, field.name) for field in attrs.fields(type(self)))

    def with_parts(self) -> "Iterator[Cited]":
        """Yield the object and every cited object inside it."""
        yield self
        for value in self.own_values():
            for inner in value if isinstance(value, tuple) else (value,):
                if isinstance(inner, Cited):
                    yield from inner.with_parts()

    def interpretations(self) -> frozenset[str]:
        """Return the ids of all interpretations the object depends on."""
        inner = {one.under for one in self.with_parts() if one.under is not None}
        return frozenset(name for name, _ in inner) | interpretations_in(self)


@attrs.frozen(kw_only=True)
class Rule(Cited):
    """A duty of the subject: where `applies` holds, `requires` must hold.

    `advisory` is the reason why a clause that says must is taken as advice only;
    `otherwise` is what to say where the rule does not apply, if that is easily misread.
    """

    applies: Criterion | ByReading = attrs.field(default=TRUE, converter=to_criterion)
    requires: Criterion | ByReading = attrs.field(converter=to_criterion)
    advisory: Text | None = None
    otherwise: Text | None = None

    def read(self, readings: Mapping[str, str]) -> "Rule":
        """Return the rule as it stands under `readings`."""
        return attrs.evolve(
            self, applies=pick(self.applies, readings), requires=pick(self.requires, readings)
        )

    def noun(self) -> type[Any] | None:
        """Return the noun the rule is about."""
        return _noun_in(self.applies) or _noun_in(self.requires)

    @property
    def force(self) -> Force:
        """Whether the rule binds: must and must not do, unless a reason is given."""
        binding = self.clause.modality in {Modality.MUST, Modality.PROHIBITED}
        return Force.BINDING if binding and self.advisory is None else Force.ADVISORY


@attrs.frozen(kw_only=True)
class Benefit(Cited):
    """What others owe or may give the subject if `condition` holds; never a duty of its own.

    `amount_yuan` is None where the text states no amount.
    """

    condition: Criterion | ByReading = attrs.field(converter=to_criterion)
    amount_yuan: Exact | None = None

    def read(self, readings: Mapping[str, str]) -> "Benefit":
        """Return the benefit as it stands under `readings`."""
        return attrs.evolve(self, condition=pick(self.condition, readings))

    def noun(self) -> type[Any] | None:
        """Return the noun the benefit is about."""
        return _noun_in(self.condition)


@attrs.frozen(kw_only=True)
class Definition(Cited):
    """What a document means by a term; `criterion` says who falls under it, if facts can."""

    term: Text
    criterion: Criterion | ByReading = attrs.field(default=TRUE, converter=to_criterion)


def _noun_in(value: Criterion | ByReading) -> type[Any] | None:
    if isinstance(value, ByReading):
        return next((noun for v in value.options.values() if (noun := _noun_in(v))), None)
    return noun_of(value)


@attrs.frozen(kw_only=True)
class Result:
    """What all results share: no truth of their own, and words for them."""

    def __bool__(self) -> bool:
        raise AmbiguousTruth(self)

    def explain(self, language: str = "en") -> str:
        """Say the whole result in "zh" or "en"; raises NotFound for another language."""
        from careplan.render import explain  # noqa: PLC0415 - display only

        return explain(self, language)


@attrs.frozen(kw_only=True)
class Finding(Result):
    """What one rule says about a subject, with the evidence for both of its halves."""

    rule: Rule
    applies: Truth
    requires: Truth
    applies_evidence: tuple[Evidence, ...]
    requires_evidence: tuple[Evidence, ...]
    missing: tuple[str, ...]
    readings: tuple[Reading, ...]

    @property
    def number(self) -> str:
        """The rule's id: its clause number, with a part behind a slash where there are several."""
        return self.rule.id

    @property
    def numbers(self) -> tuple[str, ...]:
        """All numbers the finding goes by."""
        return self.rule.numbers

    @property
    def clause(self) -> Clause:
        """The clause the rule encodes."""
        return self.rule.clause

    @property
    def force(self) -> Force:
        """Whether the rule binds or advises."""
        return self.rule.force

    @property
    def outcome(self) -> Outcome:
        """NOT_APPLICABLE if the rule does not apply, else "not applies, or requires"."""
        if self.applies is Truth.FALSE:
            return Outcome.NOT_APPLICABLE
        return _OUTCOME[~self.applies | self.requires]


@attrs.frozen(kw_only=True)
class BenefitFinding(Result):
    """Whether one benefit is open to a subject, and what is still to be stated."""

    benefit: Benefit
    condition: Truth
    evidence: tuple[Evidence, ...]
    missing: tuple[str, ...]
    readings: tuple[Reading, ...]

    @property
    def number(self) -> str:
        """The benefit's id."""
        return self.benefit.id

    @property
    def numbers(self) -> tuple[str, ...]:
        """All numbers the finding goes by: the annex may say the main text again."""
        return self.benefit.numbers

    @property
    def clause(self) -> Clause:
        """The clause the benefit encodes."""
        return self.benefit.clause

    @property
    def availability(self) -> Availability:
        """Open, not open, or unknown."""
        return _AVAILABILITY[self.condition]

    @property
    def entitled(self) -> Truth:
        """Whether the subject can claim it: only where the clause says must."""
        return self.condition if self.clause.modality is Modality.MUST else Truth.FALSE


_OUTCOME = {
    Truth.TRUE: Outcome.MET,
    Truth.FALSE: Outcome.NOT_MET,
    Truth.UNKNOWN: Outcome.UNKNOWN,
}
_AVAILABILITY = {
    Truth.TRUE: Availability.OPEN,
    Truth.FALSE: Availability.NOT_OPEN,
    Truth.UNKNOWN: Availability.UNKNOWN,
}


@attrs.frozen(kw_only=True)
class Assessment(Result):
    """What a plan says about a subject: findings in the document's order, benefits, readings."""

    plan_id: str
    document: Text
    subject: Any
    findings: tuple[Finding, ...]
    benefits: tuple[BenefitFinding, ...]
    readings: tuple[Reading, ...]

    @property
    def outcome(self) -> Outcome:
        """NOT_MET if a binding finding is, else UNKNOWN if one is, else MET.

        NOT_APPLICABLE if no binding rule applies. Advice and benefits do not count.
        """
        outcomes = {f.outcome for f in self.findings if f.force is Force.BINDING}
        for outcome in (Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.MET):
            if outcome in outcomes:
                return outcome
        return Outcome.NOT_APPLICABLE

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts to state next: those of every binding finding that is still unknown."""
        binding = (f for f in self.findings if f.force is Force.BINDING)
        return tuple(dict.fromkeys(path for finding in binding for path in finding.missing))

    def finding(self, number: str) -> Finding:
        """Return the finding of a clause number such as "4.1.b"; raises NotFound."""
        return _by_number(self.findings, number)

    def benefit(self, number: str) -> BenefitFinding:
        """Return the benefit of a clause number such as "3.2.a"; raises NotFound."""
        return _by_number(self.benefits, number)

    def under(self, number: str) -> "Assessment":
        """Return the same assessment of only the clauses numbered `number` or below it."""
        findings = tuple(f for f in self.findings if _is_under(f, number))
        benefits = tuple(b for b in self.benefits if _is_under(b, number))
        if not findings and not benefits:
            raise NotFound("clause", number, _numbers((*self.findings, *self.benefits)))
        kept: tuple[Finding | BenefitFinding, ...] = (*findings, *benefits)
        used = {reading for found in kept for reading in found.readings}
        readings = tuple(reading for reading in self.readings if reading in used)
        return attrs.evolve(self, findings=findings, benefits=benefits, readings=readings)


def _is_under(finding: "Finding | BenefitFinding", prefix: object) -> bool:
    below = (f"{prefix}.", f"{prefix}/")
    return any(number == prefix or number.startswith(below) for number in finding.numbers)


_F = TypeVar("_F", bound=Finding | BenefitFinding)


def _by_number(findings: tuple[_F, ...], number: object) -> _F:
    # Of several that a number names, the first: a restated clause comes with the one it restates.
    known = {name: finding for finding in reversed(findings) for name in finding.numbers}
    return look_up("finding", number, known)


def _numbers(findings: Iterable[Finding | BenefitFinding]) -> list[str]:
    return [finding.number for finding in findings]


@attrs.frozen
class Change:
    """One fact to change, or one item to add to a collection (`added`)."""

    path: str
    observed: object
    added: bool = False


@attrs.frozen
class RemedyOption:
    """Facts that, changed together, end a breach; `needed` is what they must then be."""

    changes: tuple[Change, ...]
    needed: Criterion


@attrs.frozen(kw_only=True)
class Remedy(Result):
    """What would end the breach of one finding: any one of `options`.

    Without options no fact that a person can change would mend it; `fixed` then holds
    the facts that stand in the way.
    """

    finding: Finding
    options: tuple[RemedyOption, ...]
    fixed: tuple[Evidence, ...] = ()
