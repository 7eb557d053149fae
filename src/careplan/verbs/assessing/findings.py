"""What one rule, one benefit or one definition says about a subject, with its evidence."""

from collections.abc import Iterator
from typing import ClassVar

import attrs

from careplan.base.messages import say
from careplan.base.text import Text
from careplan.base.truth import Availability, Outcome, Truth
from careplan.criteria.evidence import Evidence
from careplan.display.cells import Row, empty, member, names, text
from careplan.display.phrases import INDENT, MARKS, evidence_lines, indented, missing_lines
from careplan.display.result import Result
from careplan.documents.citing import cited, clause_line, reading_lines, readings
from careplan.documents.clauses import Clause, Force, Modality, Reading
from careplan.documents.rules import Benefit, Definition, Rule

FOUND_SHOWN = "number locator summary_zh summary_en outcome availability falls_under missing"


@attrs.frozen(kw_only=True, repr=False)
class Finding(Result):
    """What one rule says about a subject, with the evidence for both of its halves."""

    shown: ClassVar[str] = FOUND_SHOWN

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

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All that was looked at: for whom the rule is, then what it asks."""
        return (*self.applies_evidence, *self.requires_evidence)

    def told(self, language: str) -> Iterator[str]:
        """Yield what the finding says, without the readings taken."""
        yield clause_line(self.clause, self.number, self.outcome, language)
        if self.force is Force.ADVISORY:
            yield INDENT + self._advisory(language)
        yield from indented(evidence_lines("applies", self.applies_evidence, language))
        if self.outcome is not Outcome.NOT_APPLICABLE:
            yield from indented(evidence_lines("requires", self.requires_evidence, language))
        if self.note is not None:
            yield INDENT + self.note.get(language)
        yield from indented(missing_lines(self.missing, self.evidence, language))

    def _advisory(self, language: str) -> str:
        reason = self.rule.advisory
        if reason is None:
            modality = self.clause.modality
            reason = Text(
                zh=say("advisory.modality", "zh", modality=modality),
                en=say("advisory.modality", "en", modality=modality),
            )
        return say("advisory", language, reason=reason)

    def _lines(self, language: str) -> Iterator[str]:
        yield from self.told(language)
        yield from reading_lines(self.readings, language)

    def row(self) -> Row:
        """Return the finding as one flat row."""
        own: Row = {
            **member("force", self.force),
            **member("outcome", self.outcome),
            "applies": str(self.applies.value),
            "requires": str(self.requires.value),
            **text("note", self.note),
        }
        return _row("finding", self, own)

    def _rows(self) -> Iterator[Row]:
        yield self.row()


@attrs.frozen(kw_only=True, repr=False)
class BenefitFinding(Result):
    """Whether one benefit is open to a subject, and what is still to be stated."""

    shown: ClassVar[str] = FOUND_SHOWN

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

    def told(self, language: str) -> Iterator[str]:
        """Yield what the finding says, without the readings taken."""
        yield clause_line(self.clause, self.number, self.availability, language)
        amount = self.benefit.amount_yuan
        if amount is not None:
            yield INDENT + say("benefit.amount", language, amount=amount)
        if self.modality is not Modality.MUST:
            yield INDENT + say("benefit.no_claim", language, modality=self.modality)
        yield from indented(evidence_lines("condition", self.evidence, language))
        yield from indented(missing_lines(self.missing, self.evidence, language))

    def _lines(self, language: str) -> Iterator[str]:
        yield from self.told(language)
        yield from reading_lines(self.readings, language)

    def row(self) -> Row:
        """Return the finding as one flat row."""
        own: Row = {
            **member("modality", self.modality),
            **member("availability", self.availability),
            "entitled": str(self.entitled.value),
            "amount_yuan": self.benefit.amount_yuan,
        }
        return _row("benefit", self, own)

    def _rows(self) -> Iterator[Row]:
        yield self.row()


@attrs.frozen(kw_only=True, repr=False)
class DefinitionFinding(Result):
    """Whether a subject falls under a term of the document, and what is still to be stated."""

    shown: ClassVar[str] = FOUND_SHOWN

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

    def told(self, language: str) -> Iterator[str]:
        """Yield what the finding says, without the readings taken."""
        yield say(
            "definition",
            language,
            mark=MARKS[self.falls_under],
            locator=self.clause.locator,
            number=self.number,
            term=self.definition.term,
        )
        yield from indented(missing_lines(self.missing, self.evidence, language))

    def _lines(self, language: str) -> Iterator[str]:
        yield from self.told(language)
        yield from reading_lines(self.readings, language)

    def row(self) -> Row:
        """Return the finding as one flat row."""
        own: Row = {
            **text("term", self.definition.term),
            "falls_under": str(self.falls_under.value),
        }
        return _row("definition", self, own)

    def _rows(self) -> Iterator[Row]:
        yield self.row()


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


Found = Finding | BenefitFinding | DefinitionFinding

# What findings, benefits and definitions do not share; each leaves the others' columns empty.
_OWN = (
    "force force_zh force_en outcome outcome_zh outcome_en applies requires note_zh note_en "
    "availability availability_zh availability_en entitled amount_yuan "
    "term_zh term_en falls_under"
)


def _row(kind: str, found: Found, own: Row) -> Row:
    return {
        "kind": kind,
        "number": found.number,
        **cited(found.clause),
        **text("summary", found.clause.summary),
        **member("modality", found.clause.modality),
        **empty(_OWN),
        **own,
        "missing": names(found.missing),
        "readings": readings(found.readings),
    }
