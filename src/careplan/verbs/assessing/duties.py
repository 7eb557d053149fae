"""Ask what a duty comes to for a subject: a rule by itself, a ladder rung by rung."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar

from careplan.base.frozenmap import frozen
from careplan.base.text import Text
from careplan.base.truth import Outcome, Truth, truth_of
from careplan.criteria.nodes import FALSE, TRUE, Criterion
from careplan.criteria.residuals import facts_of, left_by
from careplan.criteria.steps import Facts, simplify_all, simplify_any, simplify_not
from careplan.display.lazily import lazily
from careplan.documents.clauses import Force, Reading
from careplan.documents.encoded import pick
from careplan.documents.rules import Otherwise, Rule
from careplan.documents.scales.ladders import Ladder
from careplan.verbs.assessing.findings import Finding, outcome_of
from careplan.verbs.assessing.ladders import LadderFinding, kept_by
from careplan.verbs.assessing.seeing import Looked

Place = Callable[[Criterion], int]
# When each holds, by its place among the questions, and what it says.
Notes = tuple[tuple[int, Text], ...]
_ANSWERS = (True, False, None)
_OUTCOMES = {
    (applies, requires): outcome_of(truth_of(applies), truth_of(requires))
    for applies in _ANSWERS
    for requires in _ANSWERS
}


@frozen
class RuleAsked:
    """A rule that was read, and the places of its halves among the questions."""

    rule: Rule
    applies: int
    requires: int
    readings: tuple[Reading, ...]
    notes: Notes

    @classmethod
    def of(cls, rule: Rule, readings: tuple[Reading, ...], place: Place) -> "RuleAsked":
        """Return a rule as it is asked; no reading is left to take."""
        applies, requires = place(pick(rule.applies, {})), place(pick(rule.requires, {}))
        return cls(rule, applies, requires, readings, _notes(rule.otherwise, place))

    @property
    def force(self) -> Force:
        """Whether the rule binds or advises."""
        return self.rule.force

    def outcome(self, looked: Looked) -> Outcome:
        """Say what the rule comes to for a subject."""
        answers = looked.answers
        return _OUTCOMES[answers[self.applies], answers[self.requires]]

    def missing(self, looked: Looked) -> tuple[str, ...]:
        """Return what is still to be stated; nothing is, once it is settled.

        It is asked of the duty as a whole: a fact that would show that the rule does not apply
        settles it as well as one that shows that it is kept.
        """
        if self.outcome(looked) is not Outcome.UNKNOWN:
            return ()
        return looked.missing((self.applies, self.requires))

    def find(self, looked: Looked) -> Finding:
        """Say what the rule comes to for a subject, and leave what explains it for later."""
        applies, requires = looked.truth(self.applies), looked.truth(self.requires)
        known: dict[str, Any] = {
            "rule": self.rule,
            "applies": applies,
            "requires": requires,
            "readings": self.readings,
            "note": _note(self.notes, applies, looked),
        }
        if self.outcome(looked) is not Outcome.UNKNOWN:
            known["missing"] = ()
        return lazily(Finding, _RuleSeen(self, looked), known)


class _RuleSeen:
    """Works out what explains what a rule comes to."""

    __slots__ = ("_asked", "_looked")
    later: ClassVar[tuple[str, ...]] = (
        *("applies_evidence", "requires_evidence", "missing", "answered"),
    )

    def __init__(self, asked: RuleAsked, looked: Looked) -> None:
        self._asked = asked
        self._looked = looked

    def worked_out(self, name: str) -> Mapping[str, Any]:
        """Return what is missing by itself; who asks for evidence asks for that as well."""
        asked, looked = self._asked, self._looked
        missing = asked.missing(looked)
        if name == "missing":
            return {"missing": missing}
        return {
            "applies_evidence": looked.evidence(asked.applies),
            "requires_evidence": looked.evidence(asked.requires),
            "missing": missing,
            "answered": looked.answered((asked.applies, asked.requires)),
        }


@frozen
class LadderAsked:
    """A ladder that was read, and its rungs as the rules they are where they bind."""

    ladder: Ladder
    owed: int
    rungs: tuple[RuleAsked, ...]
    readings: tuple[Reading, ...]
    notes: Notes

    @classmethod
    def of(cls, ladder: Ladder, readings: tuple[Reading, ...], place: Place) -> "LadderAsked":
        """Return a ladder as it is asked; no reading is left to take."""
        rungs = tuple(RuleAsked.of(rule, readings, place) for rule in ladder.rules())
        notes = _notes(ladder.otherwise, place)
        return cls(ladder, place(ladder.owed), rungs, readings, notes)

    @property
    def force(self) -> Force:
        """Whether the ladder binds or advises."""
        return self.ladder.force

    def outcome(self, looked: Looked) -> Outcome:
        """Say what the ladder comes to for a subject."""
        truths = [(looked.truth(one.applies), looked.truth(one.requires)) for one in self.rungs]
        return outcome_of(looked.truth(self.owed), kept_by(truths))

    def missing(self, looked: Looked) -> tuple[str, ...]:
        """Return what is still to be stated; nothing is, once it is settled."""
        if self.outcome(looked) is not Outcome.UNKNOWN:
            return ()
        return looked.instead(facts_of(_left(self.ladder, looked.facts)))

    def find(self, looked: Looked) -> LadderFinding:
        """Say what the ladder comes to for a subject, and leave what explains it for later."""
        applies = looked.truth(self.owed)
        known: dict[str, Any] = {
            "ladder": self.ladder,
            "applies": applies,
            "rungs": tuple([one.find(looked) for one in self.rungs]),
            "readings": self.readings,
            "note": _note(self.notes, applies, looked),
        }
        if self.outcome(looked) is not Outcome.UNKNOWN:
            known["missing"] = ()
        return lazily(LadderFinding, _LadderSeen(self, looked), known)


class _LadderSeen:
    """Works out what is still to be stated for a ladder."""

    __slots__ = ("_asked", "_looked")
    later: ClassVar[tuple[str, ...]] = ("missing",)

    def __init__(self, asked: LadderAsked, looked: Looked) -> None:
        self._asked = asked
        self._looked = looked

    def worked_out(self, name: str) -> Mapping[str, Any]:
        return {name: self._asked.missing(self._looked)}


def _left(ladder: Ladder, facts: Facts) -> Criterion:
    """Return what is left of "nothing is owed, or what is owed is kept".

    The rungs from the lowest: what is kept so far is kept as well with a rung that applies and is
    kept, and with one that does not apply; the last pair says that it is kept on either, which
    "if it applies, what it requires, else what is so far" alone does not know while that is open.
    """
    kept: Criterion = TRUE
    owed: Criterion = FALSE
    for rung in ladder.rungs:
        applies = left_by(pick(rung.applies, {}), facts)
        asked = left_by(pick(rung.requires, {}), facts)
        if applies == TRUE:  # whatever is below it is superseded, and no longer asked for
            kept, owed = asked, TRUE
            continue
        either = simplify_any([kept, simplify_all([applies, asked])])
        kept = simplify_all([simplify_any([simplify_not(applies), asked]), either])
        owed = simplify_any([owed, applies])
    whoever = simplify_all([left_by(pick(ladder.who, {}), facts), owed])
    return simplify_any([simplify_not(whoever), kept])


def _notes(listed: Iterable[Otherwise], place: Place) -> Notes:
    return tuple((place(one.when), one.text) for one in listed)


def _note(notes: Notes, applies: Truth, looked: Looked) -> Text | None:
    """Return what it means that a duty does not apply: the first note that holds, if any does."""
    # "Does not apply" is what a clerk misreads as "is exempt": only then is there a note.
    if applies is not Truth.FALSE:
        return None
    return next((said for place, said in notes if looked.answers[place] is True), None)


def missing(criterion: Any, truth: Truth, facts: Facts) -> tuple[str, ...]:
    """Return what is still to be stated; nothing is, once the truth is settled."""
    return facts_of(left_by(criterion, facts)) if truth is Truth.UNKNOWN else ()
