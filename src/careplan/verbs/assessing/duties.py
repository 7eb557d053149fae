"""Ask what a duty comes to for a subject: a rule by itself, a ladder rung by rung."""

from collections.abc import Iterable
from typing import Any

import attrs

from careplan.base.text import Text
from careplan.base.truth import Outcome, Truth
from careplan.criteria.evaluation import looked_at, truth_by
from careplan.criteria.nodes import FALSE, TRUE, Criterion, any_of, not_
from careplan.criteria.residuals import facts_of, left_by
from careplan.criteria.steps import Facts, simplify_all, simplify_any, simplify_not
from careplan.documents.clauses import Reading
from careplan.documents.encoded import pick
from careplan.documents.rules import Otherwise, Rule
from careplan.documents.scales.ladders import Ladder
from careplan.verbs.assessing.findings import Finding
from careplan.verbs.assessing.ladders import LadderFinding


@attrs.frozen
class RuleAsked:
    """A rule that was read, and its duty: that it does not apply, or what it requires.

    What is missing is asked of the duty as a whole: a fact that would show that the rule does
    not apply settles it as well as one that shows that it is kept.
    """

    rule: Rule
    duty: Criterion
    readings: tuple[Reading, ...]

    @classmethod
    def of(cls, rule: Rule, readings: tuple[Reading, ...]) -> "RuleAsked":
        """Return a rule as it is asked; no reading is left to take."""
        duty = any_of(not_(pick(rule.applies, {})), pick(rule.requires, {}))
        return cls(rule, duty, readings)

    def find(self, facts: Facts) -> Finding:
        """Say what the rule comes to for a subject, on the day asked."""
        rule = self.rule
        who = looked_at(pick(rule.applies, {}), facts)
        what = looked_at(pick(rule.requires, {}), facts)
        return Finding(
            rule=rule,
            applies=who.truth,
            requires=what.truth,
            applies_evidence=who.evidence,
            requires_evidence=what.evidence,
            missing=missing(self.duty, ~who.truth | what.truth, facts),
            readings=self.readings,
            note=_note(rule.otherwise, who.truth, facts),
        )


@attrs.frozen
class LadderAsked:
    """A ladder that was read, and its rungs as the rules they are where they bind."""

    ladder: Ladder
    rungs: tuple[RuleAsked, ...]
    readings: tuple[Reading, ...]

    @classmethod
    def of(cls, ladder: Ladder, readings: tuple[Reading, ...]) -> "LadderAsked":
        """Return a ladder as it is asked; no reading is left to take."""
        rungs = tuple(RuleAsked.of(rule, readings) for rule in ladder.rules())
        return cls(ladder, rungs, readings)

    def find(self, facts: Facts) -> LadderFinding:
        """Say what the ladder comes to for a subject, on the day asked."""
        owed = truth_by(self.ladder.owed, facts)
        found = LadderFinding(
            ladder=self.ladder,
            applies=owed,
            rungs=tuple(one.find(facts) for one in self.rungs),
            missing=(),
            readings=self.readings,
            note=_note(self.ladder.otherwise, owed, facts),
        )
        if found.outcome is not Outcome.UNKNOWN:
            return found
        return attrs.evolve(found, missing=facts_of(_left(self.ladder, facts)))


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


def _note(notes: Iterable[Otherwise], applies: Truth, facts: Facts) -> Text | None:
    # "Does not apply" is what a clerk misreads as "is exempt": only then is there a note.
    if applies is not Truth.FALSE:
        return None
    holding = (one.text for one in notes if truth_by(one.when, facts) is Truth.TRUE)
    return next(holding, None)


def missing(criterion: Any, truth: Truth, facts: Facts) -> tuple[str, ...]:
    """Return what is still to be stated; nothing is, once the truth is settled."""
    return facts_of(left_by(criterion, facts)) if truth is Truth.UNKNOWN else ()
