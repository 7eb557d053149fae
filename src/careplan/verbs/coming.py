"""What a duty comes to, without evidence: its criteria as functions, joined as its finding is."""

from datetime import date

from careplan.base.truth import Outcome
from careplan.criteria.compiling.functions import Comes, outcome_of_duty, truth_of_node
from careplan.documents.encoded import pick
from careplan.documents.rules import Rule
from careplan.documents.scales.ladders import Ladder

_OUTCOMES = {True: Outcome.MET, False: Outcome.NOT_MET, None: Outcome.UNKNOWN}


def outcome_by_rule(rule: Rule) -> Comes:
    """Return what says what a rule comes to that was read: `Finding.outcome`."""
    return outcome_of_duty(pick(rule.applies, {}), pick(rule.requires, {}))


def outcome_by_ladder(ladder: Ladder) -> Comes:
    """Return what says what a ladder comes to that was read: `LadderFinding.outcome`.

    From the highest rung down to the first that surely applies, for none below it may bind.
    """
    whoever = truth_of_node(pick(ladder.who, {}))
    rungs = tuple(
        (truth_of_node(pick(rung.applies, {})), truth_of_node(pick(rung.requires, {})))
        for rung in reversed(ladder.rungs)
    )

    def outcome(subject: object, on: date | None) -> Outcome:
        who = whoever(subject, on)
        if who is False:
            return Outcome.NOT_APPLICABLE
        kept: set[bool | None] = set()  # what is said by the rungs that may bind
        owed = False
        for applies, requires in rungs:
            binds = applies(subject, on)
            if binds is not False:
                kept.add(requires(subject, on))
            if binds:
                owed = True
                break
        if not kept:
            return Outcome.NOT_APPLICABLE
        what = kept.pop() if len(kept) == 1 else None
        if what or (owed and who):
            return _OUTCOMES[what]
        return Outcome.UNKNOWN

    return outcome
