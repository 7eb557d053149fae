"""What one ladder of duties says about a subject: one answer, and the rungs it rests on."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from careplan.base.frozenmap import frozen
from careplan.base.messages import say
from careplan.base.text import Text
from careplan.base.truth import Outcome, Truth
from careplan.criteria.evidence import Evidence
from careplan.display.cells import Row, member, text
from careplan.display.phrases import INDENT, indented
from careplan.documents.clauses import Clause, Force, Reading
from careplan.documents.rules import Cited, Consequence
from careplan.documents.scales.ladders import Ladder
from careplan.documents.wording.citing import (
    clause_line,
    consequence_lines,
    following_cells,
    within_lines,
)
from careplan.verbs.assessing.findings import Finding, Found, outcome_of
from careplan.verbs.chaining.answered import Answered, answered_cells


@frozen(kw_only=True, repr=False)
class LadderFinding(Found):
    """What a ladder says about a subject: counted once, with a finding for each rung.

    `applies` says whether any rung binds. A rung that is superseded by a higher one is not
    applicable. While it is open which rung binds, the answer holds whichever it is: met if
    every rung that may bind is kept, not met if some rung binds and every one that may is broken.
    """

    kind: ClassVar[str] = "ladder"

    ladder: Ladder
    applies: Truth
    rungs: tuple[Finding, ...]
    missing: tuple[str, ...]
    readings: tuple[Reading, ...]
    note: Text | None = None

    @property
    def encoded(self) -> Cited:
        """The ladder."""
        return self.ladder

    @property
    def force(self) -> Force:
        """Whether the ladder binds or advises."""
        return self.ladder.force

    @property
    def binding(self) -> tuple[Finding, ...]:
        """The rungs that bind as far as is known: one once that is settled, the lowest first."""
        return tuple(one for one in self.rungs if one.applies is not Truth.FALSE)

    @property
    def cited(self) -> tuple[Clause, ...]:
        """The clauses of the rungs that may bind."""
        return tuple(one.clause for one in self.binding)

    @property
    def requires(self) -> Truth:
        """Whether what is owed is kept: true, or false, where every rung that may bind says so."""
        return kept_by((one.applies, one.requires) for one in self.rungs)

    @property
    def outcome(self) -> Outcome:
        """NOT_APPLICABLE if no rung binds, else "none binds, or what is owed is kept"."""
        return outcome_of(self.applies, self.requires)

    @property
    def answered(self) -> tuple[Answered, ...]:
        """What other plans answered of the facts that its rungs read, each once."""
        return tuple(dict.fromkeys(fact for one in self.rungs for fact in one.answered))

    @property
    def consequences(self) -> tuple[Consequence, ...]:
        """What follows, where what is owed is not kept."""
        return self.ladder.consequences if self.outcome is Outcome.NOT_MET else ()

    @property
    def applies_evidence(self) -> tuple[Evidence, ...]:
        """What was looked at to say which rung binds, rung by rung."""
        return tuple(piece for one in self.rungs for piece in one.applies_evidence)

    @property
    def requires_evidence(self) -> tuple[Evidence, ...]:
        """What was looked at of what the rungs that may bind ask."""
        return tuple(piece for one in self.binding for piece in one.requires_evidence)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All that was looked at, rung by rung."""
        return tuple(piece for one in self.rungs for piece in one.evidence)

    def told(self, language: str) -> Iterator[str]:
        """Yield what the ladder says and its rungs, without the readings taken."""
        yield clause_line(self.clause, self.number, self.outcome, language)
        yield from within_lines(self.ladder, language)
        rungs = tuple(one.clause.summary for one in self.binding)
        if rungs:
            settled = {one.applies for one in self.binding} == {Truth.TRUE}
            code = "ladder.binds" if settled else "ladder.may_bind"
            yield INDENT + say(code, language, numbers=rungs)
        if self.note is not None:
            yield INDENT + self.note.get(language)
        yield from indented(consequence_lines(self.consequences, language))
        for rung in self.rungs:
            yield from indented(rung.told(language))
        yield from indented(self._missing_lines(language))

    def answered_lines(self, language: str) -> Iterator[str]:
        """Yield what other plans answered of what was looked at, each once."""
        return iter(
            dict.fromkeys(line for one in self.rungs for line in one.answered_lines(language))
        )

    def _own(self) -> Row:
        return {
            **member("force", self.force),
            **member("outcome", self.outcome),
            "applies": str(self.applies.value),
            "requires": str(self.requires.value),
            **text("note", self.note),
            **following_cells(self.consequences),
        }

    def _rows(self) -> Iterator[Row]:
        """Yield the ladder, then its rungs, which are no findings to be counted beside it."""
        yield self.row()
        more = answered_cells(()) if self.answered else {}
        for one in self.rungs:
            row = one.row()
            yield {**row, **{key: row.get(key) for key in more}, "kind": "rung"}


def kept_by(rungs: Iterable[tuple[Truth, Truth]]) -> Truth:
    """Return whether what is owed is kept, of each rung whether it binds and whether it is kept.

    True, or false, where every rung that may bind says so.
    """
    truths = {kept for binds, kept in rungs if binds is not Truth.FALSE} or {Truth.TRUE}
    return truths.pop() if len(truths) == 1 else Truth.UNKNOWN
