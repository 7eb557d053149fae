"""What a verb answers about a subject: findings with their evidence, an assessment, remedies.

A result holds the rule and its clause, so that it explains itself without its plan.
"""

from collections.abc import Iterable
from typing import Any, TypeVar

import attrs

from careplan.errors import AmbiguousTruth, NotFound, check_type, look_up
from careplan.evidence import Evidence
from careplan.nodes import Criterion
from careplan.rules import (
    Benefit,
    Definition,
    Rule,
)
from careplan.shapes import AnyNoun, kept
from careplan.sources import Clause, Force, Modality, Reading
from careplan.text import Text
from careplan.truth import Availability, Outcome, Truth


@attrs.frozen(kw_only=True)
class Result:
    """What all results share: no truth of their own, and words for them."""

    def __bool__(self) -> bool:
        raise AmbiguousTruth(self)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self.explain('en').splitlines()[0]}>"

    def explain(self, language: str = "en") -> str:
        """Say the whole result in "zh" or "en"; raises NotFound for another language."""
        from careplan.render import explain  # noqa: PLC0415 - display only

        return explain(self, language)

    def records(self, *, safe: bool = False) -> list[dict[str, Any]]:
        """Return flat rows for a data frame, each with the same keys; never nested.

        A cell is a text, bool, exact number (int, Decimal, Fraction), date or None. A
        member of an enum is its value, with its labels in columns `_zh` and `_en`.

        Texts are data, kept as they are. A spreadsheet that opens them runs one that begins
        with =, +, - or @ (or a tab, or a line break) as a formula. With `safe` such a text
        gets an apostrophe in front, and line breaks and other controls become escapes.
        """
        from careplan.rows import records  # noqa: PLC0415 - display only

        return list(records(self, safe=safe))

    def _repr_html_(self) -> str:
        """Show the result in a notebook: what it says in both languages, then its rows."""
        from careplan.display import html  # noqa: PLC0415 - display only

        return html(self)

    def _repr_markdown_(self) -> str:
        """Show the result where Markdown is read: what it says, then its rows."""
        from careplan.display import markdown  # noqa: PLC0415 - display only

        return markdown(self)


@attrs.frozen(kw_only=True, repr=False)
class Finding(Result):
    """What one rule says about a subject, with the evidence for both of its halves."""

    rule: Rule
    applies: Truth
    requires: Truth
    applies_evidence: tuple[Evidence, ...]
    requires_evidence: tuple[Evidence, ...]
    missing: tuple[str, ...]
    readings: tuple[Reading, ...]
    note: Text | None = None

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


@attrs.frozen(kw_only=True, repr=False)
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
        """Whether the subject can claim it: only where the text says must."""
        return self.condition if self.modality is Modality.MUST else Truth.FALSE

    @property
    def modality(self) -> Modality:
        """How strongly the text speaks of this benefit."""
        return self.benefit.modality or self.clause.modality


@attrs.frozen(kw_only=True, repr=False)
class DefinitionFinding(Result):
    """Whether a subject falls under a term of the document, and what is still to be stated."""

    definition: Definition
    falls_under: Truth
    evidence: tuple[Evidence, ...]
    missing: tuple[str, ...]
    readings: tuple[Reading, ...]

    @property
    def number(self) -> str:
        """The definition's id."""
        return self.definition.id

    @property
    def numbers(self) -> tuple[str, ...]:
        """All numbers the finding goes by."""
        return self.definition.numbers

    @property
    def clause(self) -> Clause:
        """The clause the definition encodes."""
        return self.definition.clause


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


@attrs.frozen(kw_only=True, repr=False)
class Assessment(Result):
    """What a plan says about a subject: findings in the document's order, benefits, readings.

    `definitions` says which terms of the document the subject falls under.
    """

    plan_id: str
    document: Text
    subject: Any = attrs.field(metadata=kept(AnyNoun()))
    findings: tuple[Finding, ...]
    benefits: tuple[BenefitFinding, ...]
    definitions: tuple[DefinitionFinding, ...] = ()
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

    def definition(self, number: str) -> DefinitionFinding:
        """Return whether the subject falls under the term a clause defines; raises NotFound."""
        return _by_number(self.definitions, number)

    def under(self, number: str) -> "Assessment":
        """Return the same assessment of only the clauses numbered `number` or below it."""
        check_type(number, str, "number")
        findings = tuple(f for f in self.findings if _is_under(f, number))
        benefits = tuple(b for b in self.benefits if _is_under(b, number))
        definitions = tuple(d for d in self.definitions if _is_under(d, number))
        kept: tuple[Found, ...] = (*findings, *benefits, *definitions)
        if not kept:
            known: tuple[Found, ...] = (*self.findings, *self.benefits, *self.definitions)
            raise NotFound("finding", number, _numbers(known))
        used = {reading for found in kept for reading in found.readings}
        readings = tuple(reading for reading in self.readings if reading in used)
        return attrs.evolve(
            self,
            findings=findings,
            benefits=benefits,
            definitions=definitions,
            readings=readings,
        )


Found = Finding | BenefitFinding | DefinitionFinding


def _is_under(finding: Found, prefix: object) -> bool:
    below = (f"{prefix}.", f"{prefix}/")
    return any(number == prefix or number.startswith(below) for number in finding.numbers)


_F = TypeVar("_F", bound=Found)


def _by_number(findings: tuple[_F, ...], number: object) -> _F:
    # A clause of several parts, or told twice, is asked for by its number: the part that
    # applies answers, the first of them if several do.
    known: dict[str, _F] = {}
    for finding in findings:
        for name in (*finding.numbers, finding.clause.number):
            if name not in known or _is_idle(known[name]):
                known[name] = finding
    known.update({finding.number: finding for finding in findings})
    return look_up("finding", number, known)


def _is_idle(finding: Found) -> bool:
    return isinstance(finding, Finding) and finding.outcome is Outcome.NOT_APPLICABLE


def _numbers(findings: Iterable[Found]) -> list[str]:
    return [finding.number for finding in findings]


@attrs.frozen
class Change:
    """One fact to change, or one item to add to a collection (`added`)."""

    path: str
    observed: object
    added: bool = False


@attrs.frozen
class RemedyOption:
    """Facts that, changed together, end a breach; `needed` is what they must then be.

    `ends` are the numbers of all breaches that the change can end, and `all_ended` is what is
    needed for that.
    """

    changes: tuple[Change, ...]
    needed: Criterion
    ends: tuple[str, ...] = ()
    all_ended: Criterion | None = None


@attrs.frozen(kw_only=True, repr=False)
class Remedy(Result):
    """What would end the breach of one finding: any one of `options`.

    Options that end an earlier breach as well stand there: `elsewhere` are the numbers of
    these. Without options no fact that a person can change would mend it, unless the search was
    `cut`: there are more ways than were tried. `fixed` then holds the facts that stand in the
    way.
    """

    finding: Finding
    options: tuple[RemedyOption, ...]
    fixed: tuple[Evidence, ...] = ()
    elsewhere: tuple[str, ...] = ()
    cut: bool = False
