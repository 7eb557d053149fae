"""What one rule, one benefit or one definition says about a subject, with its evidence."""

from abc import abstractmethod
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from careplan.base.exact import Exact
from careplan.base.frozenmap import frozen
from careplan.base.messages import say
from careplan.base.text import Text
from careplan.base.truth import Availability, Outcome, Truth
from careplan.criteria.evidence import Evidence
from careplan.display.cells import Row, empty, member, names, text
from careplan.display.lazily import Lazily
from careplan.display.phrases import INDENT, MARKS, evidence_lines, indented, missing_lines
from careplan.display.result import Result
from careplan.documents.clauses import Clause, Force, Modality, Reading
from careplan.documents.rules import Benefit, Cited, Consequence, Definition, Rule
from careplan.documents.scales.between import Between
from careplan.documents.wording.citing import (
    cited,
    clause_line,
    consequence_lines,
    following_cells,
    readings,
    within_lines,
)
from careplan.fields.declaring import Noun
from careplan.fields.shapes import left_out
from careplan.verbs.assessing.showing import view_by
from careplan.verbs.chaining.answered import Answered, answered_cells, answered_lines

if TYPE_CHECKING:
    from careplan.display.views.parts import Detail, View
    from careplan.documents.scales.amounts import Amount

# What findings, benefits and definitions do not share; each leaves the others' columns empty.
_OWN = (
    "force force_zh force_en outcome outcome_zh outcome_en applies requires note_zh note_en "
    "availability availability_zh availability_en entitled amount_yuan "
    "amount_low_yuan amount_high_yuan per_zh per_en total_low_yuan total_high_yuan "
    "consequences_zh consequences_en "
    "term_zh term_en falls_under"
)


class Found(Lazily, Result):
    """What is said about a subject by one object of a document: a rule, benefit or definition.

    What `assess` finds knows its truth at once, and works out what explains it on first look.
    """

    __slots__ = ()
    kind: ClassVar[str]
    missing: tuple[str, ...]
    readings: tuple[Reading, ...]

    @property
    @abstractmethod
    def encoded(self) -> Cited:
        """The object of the document."""

    @property
    @abstractmethod
    def answered(self) -> tuple[Answered, ...]:
        """What other plans answered of the facts that it reads, where the caller asked for that."""

    @property
    def noun(self) -> type[Noun]:
        """The noun whose facts it names: what it is about, or of what was answered the subject's.

        What a plan waits for that answers a fact may be of a noun made of the one it is about.
        """
        encoded: Any = self.encoded
        about: type[Noun] = encoded.noun()
        return self.answered[0].noun if self.answered else about

    @property
    def number(self) -> str:
        """The object's id: its clause number, and a part behind a slash where it has several."""
        return self.encoded.id

    @property
    def numbers(self) -> tuple[str, ...]:
        """All numbers it goes by: the annex may say the main text again."""
        return self.encoded.numbers

    @property
    def clause(self) -> Clause:
        """The clause that is encoded."""
        return self.encoded.clause

    @abstractmethod
    def told(self, language: str) -> Iterator[str]:
        """Yield what is found, without the readings taken."""

    def _missing_lines(self, language: str) -> Iterator[str]:
        """Say what is still to be stated; what another plan waits for was not looked at here."""
        seen: tuple[Evidence, ...] = self.evidence  # type: ignore[attr-defined]  # all have it
        return missing_lines(self.missing, seen, language, self.noun)

    @abstractmethod
    def _own(self) -> Row:
        """Return what only this kind has."""

    def _view(self, language: str, detail: "Detail") -> "View":
        return view_by("others.found_view", self, language, detail)

    def _lines(self, language: str) -> Iterator[str]:
        return self.told(language)  # what it is called by in a terminal; its view says the rest

    def row(self) -> Row:
        """Return what is found as one flat row."""
        return {
            "kind": self.kind,
            "number": self.number,
            **cited(self.clause),
            **text("summary", self.clause.summary),
            **member("modality", self.clause.modality),
            **empty(_OWN),
            **self._own(),
            "missing": names(self.missing),
            "readings": readings(self.readings),
            **(answered_cells(self.answered) if self.answered else {}),
        }

    def _rows(self) -> Iterator[Row]:
        yield self.row()


@frozen(kw_only=True, repr=False)
class Finding(Found):
    """What one rule says about a subject, with the evidence for both of its halves."""

    kind: ClassVar[str] = "finding"

    rule: Rule
    applies: Truth
    requires: Truth
    applies_evidence: tuple[Evidence, ...]
    requires_evidence: tuple[Evidence, ...]
    missing: tuple[str, ...]
    readings: tuple[Reading, ...]
    note: Text | None = None
    answered: tuple[Answered, ...] = attrs.field(default=(), metadata=left_out())

    @property
    def encoded(self) -> Cited:
        """The rule."""
        return self.rule

    @property
    def force(self) -> Force:
        """Whether the rule binds or advises."""
        return self.rule.force

    @property
    def outcome(self) -> Outcome:
        """NOT_APPLICABLE if the rule does not apply, else "not applies, or requires"."""
        return outcome_of(self.applies, self.requires)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All that was looked at: for whom the rule is, then what it asks."""
        return (*self.applies_evidence, *self.requires_evidence)

    @property
    def consequences(self) -> tuple[Consequence, ...]:
        """What follows, where the duty is not kept."""
        return self.rule.consequences if self.outcome is Outcome.NOT_MET else ()

    def told(self, language: str) -> Iterator[str]:
        """Yield what the finding says, without the readings taken."""
        yield clause_line(self.clause, self.number, self.outcome, language)
        if self.force is Force.ADVISORY:
            yield INDENT + self._advisory(language)
        yield from indented(evidence_lines("applies", self.applies_evidence, language))
        if self.outcome is not Outcome.NOT_APPLICABLE:
            yield from indented(evidence_lines("requires", self.requires_evidence, language))
        yield from indented(self.answered_lines(language))
        yield from self._times(language)
        if self.note is not None:
            yield INDENT + self.note.get(language)
        yield from indented(consequence_lines(self.consequences, language))
        yield from indented(self._missing_lines(language))

    def answered_lines(self, language: str) -> Iterator[str]:
        """Yield what other plans answered of what was looked at; not of what was not asked."""
        asked = () if self.outcome is Outcome.NOT_APPLICABLE else self.requires_evidence
        return answered_lines(self.answered, (*self.applies_evidence, *asked), language)

    def _times(self, language: str) -> Iterator[str]:
        """Say from when until when the rule is in force, and within what time it is to be kept."""
        yield from within_lines(self.rule, language)
        limit = self.rule.limit
        if limit is not None and self.outcome is not Outcome.NOT_APPLICABLE:
            # Whether the time has run out no fact of the rule says.
            code = "finding.limit.open" if self.outcome is Outcome.NOT_MET else "finding.limit"
            yield INDENT + say(code, language, limit=limit.told(language))

    def _advisory(self, language: str) -> str:
        reason = self.rule.advisory
        if reason is None:
            modality = self.clause.modality
            reason = Text(
                zh=say("advisory.modality", "zh", modality=modality),
                en=say("advisory.modality", "en", modality=modality),
            )
        return say("advisory", language, reason=reason)

    def _own(self) -> Row:
        return {
            **member("force", self.force),
            **member("outcome", self.outcome),
            "applies": str(self.applies.value),
            "requires": str(self.requires.value),
            **text("note", self.note),
            **following_cells(self.consequences),
        }


@frozen(kw_only=True, repr=False)
class BenefitFinding(Found):
    """Whether one benefit is open to a subject, and what is still to be stated.

    `units` is how many there are of what the amount is for each of, None if that is not stated.
    """

    kind: ClassVar[str] = "benefit"

    benefit: Benefit
    condition: Truth
    evidence: tuple[Evidence, ...]
    missing: tuple[str, ...]
    readings: tuple[Reading, ...]
    units: Exact | None = attrs.field(default=None, metadata=left_out())
    answered: tuple[Answered, ...] = attrs.field(default=(), metadata=left_out())

    @property
    def encoded(self) -> Cited:
        """The benefit."""
        return self.benefit

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

    @property
    def total_yuan(self) -> "Amount | None":
        """What it comes to, a figure or a band; None where no amount is stated, or not how many.

        It says what the benefit would be; whether it is open is another question.
        """
        from careplan.documents.scales.amounts import times

        amount = self.benefit.amount_yuan
        if amount is None or self.benefit.per is None:
            return amount
        return None if self.units is None else times(amount, self.units)

    def told(self, language: str) -> Iterator[str]:
        """Yield what the finding says, without the readings taken."""
        from careplan.documents.scales.amounts import yuan

        yield clause_line(self.clause, self.number, self.availability, language)
        yield from within_lines(self.benefit, language)
        amount, per, total = self.benefit.amount_yuan, self.benefit.per, self.total_yuan
        if amount is not None:
            yield INDENT + say("benefit.amount", language, amount=yuan(amount, per, language))
        if per is not None and total is not None and self.condition is not Truth.FALSE:
            said = yuan(total, None, language)
            unit = self._unit(language)
            yield INDENT + say("benefit.total", language, unit=unit, units=self.units, amount=said)
        yield from indented(self._uncounted(language))
        if self.modality is not Modality.MUST:
            yield INDENT + say("benefit.no_claim", language, modality=self.modality)
        yield from indented(evidence_lines("condition", self.evidence, language))
        yield from indented(answered_lines(self.answered, self.evidence, language))
        yield from indented(self._missing_lines(language))

    @property
    def missing_units(self) -> tuple[str, ...]:
        """The fact to state to know what it comes to, of a benefit that is open or may be."""
        units = self.benefit.units
        counted = units is None or self.units is not None or self.condition is Truth.FALSE
        return () if counted else (str(units),)

    def _unit(self, language: str) -> str:
        from careplan.criteria.wording.labels import fact_label

        noun, path = self.benefit.noun(), str(self.benefit.units)
        return fact_label(noun, path, language)  # type: ignore[arg-type]  # units are of a noun

    def _uncounted(self, language: str) -> Iterator[str]:
        for _ in self.missing_units:
            fact = self._unit(language)
            yield say("benefit.uncounted", language, fact=fact)

    def _own(self) -> Row:
        from careplan.documents.scales.amounts import ends

        amount = self.benefit.amount_yuan
        (low, high), (least, most) = ends(amount), ends(self.total_yuan)
        return {
            **member("modality", self.modality),
            **member("availability", self.availability),
            "entitled": str(self.entitled.value),
            "amount_yuan": None if isinstance(amount, Between) else amount,
            "amount_low_yuan": low,
            "amount_high_yuan": high,
            **text("per", self.benefit.per),
            "total_low_yuan": least,
            "total_high_yuan": most,
        }


@frozen(kw_only=True, repr=False)
class DefinitionFinding(Found):
    """Whether a subject falls under a term of the document, and what is still to be stated."""

    kind: ClassVar[str] = "definition"

    definition: Definition
    falls_under: Truth
    evidence: tuple[Evidence, ...]
    missing: tuple[str, ...]
    readings: tuple[Reading, ...]
    answered: tuple[Answered, ...] = attrs.field(default=(), metadata=left_out())

    @property
    def encoded(self) -> Cited:
        """The definition."""
        return self.definition

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
        yield from within_lines(self.definition, language)
        yield from indented(answered_lines(self.answered, self.evidence, language))
        yield from indented(self._missing_lines(language))

    def _own(self) -> Row:
        return {
            **text("term", self.definition.term),
            "falls_under": str(self.falls_under.value),
        }


def outcome_of(applies: Truth, requires: Truth) -> Outcome:
    """Return what a duty comes to that applies and is kept as far as is known."""
    return _OUTCOMES[applies, requires]


_OUTCOME = {
    Truth.TRUE: Outcome.MET,
    Truth.FALSE: Outcome.NOT_MET,
    Truth.UNKNOWN: Outcome.UNKNOWN,
}
_OUTCOMES = {
    (applies, requires): Outcome.NOT_APPLICABLE
    if applies is Truth.FALSE
    else _OUTCOME[~applies | requires]
    for applies in Truth
    for requires in Truth
}
_AVAILABILITY = {
    Truth.TRUE: Availability.OPEN,
    Truth.FALSE: Availability.NOT_OPEN,
    Truth.UNKNOWN: Availability.UNKNOWN,
}
