"""What a finding, or an answer made of findings, says that its evidence does not."""

from collections.abc import Iterator, Mapping
from typing import Any

from careplan.base.errors import Problem
from careplan.base.text import Text
from careplan.base.truth import Truth, truth_of_all
from careplan.codec.coherence.answered import of_answers_read, of_answers_taken
from careplan.codec.coherence.comparing import among, same, wrong_noun
from careplan.criteria.evaluation import looked_at
from careplan.criteria.evidence import Evidence, witnesses
from careplan.criteria.nodes import Criterion, noun_of
from careplan.criteria.residuals import facts_of
from careplan.criteria.steps import Facts, counts_to_day
from careplan.documents.rules import interpretations_in
from careplan.verbs.assessing.assessments import Assessment
from careplan.verbs.assessing.findings import BenefitFinding, DefinitionFinding, Finding, Found
from careplan.verbs.assessing.ladders import LadderFinding
from careplan.verbs.assessing.owing import Owed
from careplan.verbs.chaining.applying import as_answered

_LADDER_READ = Text(zh="按所采用的理解确定的分档义务", en="a ladder under the readings taken")

# Each class of finding: what it is about, and which evidence it has for which criterion of that.
_LOOKED_AT: Mapping[type[Any], tuple[str, Mapping[str, str]]] = {
    Finding: ("rule", {"applies": "applies_evidence", "requires": "requires_evidence"}),
    BenefitFinding: ("benefit", {"condition": "evidence"}),
    DefinitionFinding: ("definition", {"criterion": "evidence"}),
}

# Where a finding says whether a criterion holds, if not under the criterion's name.
_TRUTHS = {"criterion": "falls_under"}


def of_finding(made: Finding | BenefitFinding | DefinitionFinding) -> Iterator[Problem]:
    """Yield what a finding asks that was not looked at, and what is wrong with what was."""
    about, places = _LOOKED_AT[type(made)]
    cited = getattr(made, about)
    evidence = {name: getattr(made, place) for name, place in places.items()}
    seen = (piece for pieces in evidence.values() for piece in witnesses(pieces))
    seen_at = {path for piece in seen for path in piece.facts}
    # What is still to be stated was looked at, or another plan that answers waits for it.
    yield from among(made.missing, seen_at | _waited_for(made), "missing")
    yield from of_answers_read(made, tuple(one for pieces in evidence.values() for one in pieces))
    for name, place in places.items():
        yield from of_witnesses(getattr(cited, name), evidence[name], place, cited.noun())
        if evidence[name]:
            truth = truth_of_all([piece.truth for piece in evidence[name]])
            yield from same(getattr(made, _TRUTHS.get(name, name)), truth, _TRUTHS.get(name, name))


def about(made: Any) -> Any:
    """Return the object of a document that a finding is about."""
    if isinstance(made, LadderFinding):
        return made.ladder
    return getattr(made, _LOOKED_AT[type(made)][0])


def of_ladder(made: LadderFinding) -> Iterator[Problem]:
    """Yield what a ladder says that its rungs do not."""
    ladder = made.ladder
    if interpretations_in(ladder):  # it would not say which of its rungs bind
        yield Problem("ladder", "wrong_type", ladder.id, {"expected": _LADDER_READ})
        return
    yield from same(tuple(one.rule for one in made.rungs), ladder.rules(), "rungs")
    seen_at = {path for piece in witnesses(made.evidence) for path in piece.facts}
    yield from among(made.missing, seen_at | _waited_for(made), "missing")
    binds = {one.applies for one in made.rungs}
    for sure in (Truth.TRUE, Truth.FALSE):
        if sure in binds and (sure is Truth.TRUE or len(binds) == 1):
            yield from same(made.applies, sure, "applies")


def _waited_for(made: Found) -> set[str]:
    return {path for one in made.answered for path in one.missing}


def _of_rules(finding: Any, at: str) -> Iterator[tuple[str, Any]]:
    """Yield a finding and where it stands; of a ladder each of its rungs."""
    if not isinstance(finding, LadderFinding):
        yield at, finding
        return
    for index, rung in enumerate(finding.rungs):
        yield f"{at}.rungs[{index}]", rung


def of_witnesses(
    criterion: Any, evidence: tuple[Evidence, ...], place: str, noun: type[Any] | None
) -> Iterator[Problem]:
    """Yield what is wrong with what was looked at for a criterion: nothing, or another noun."""
    if not isinstance(criterion, Criterion):  # by reading: of no single criterion
        return
    if facts_of(criterion) and not evidence:
        yield Problem(place, "nothing_listed", evidence)
    for index, piece in enumerate(evidence):
        about = noun_of(piece.required)
        if about is None and not piece.facts:
            continue  # what is always or never so is about nothing
        if noun is None or about is None or not issubclass(about, noun):
            yield wrong_noun(f"{place}[{index}].required", about, noun)


def of_subject(made: Assessment | Owed) -> Iterator[Problem]:
    """Yield the findings that are about another noun, or of another day, than the one asked."""
    answered = getattr(made, "answered", ())
    if isinstance(made, Assessment):
        problems = list(of_answers_taken(made))
        yield from problems
        if problems:
            return
    subject = as_answered(made.subject, answered)
    for place in ("findings", "benefits", "definitions", "duties"):
        for index, finding in enumerate(getattr(made, place, ())):
            noun = about(finding).noun()
            if noun is not None and not isinstance(made.subject, noun):
                yield wrong_noun(f"{place}[{index}]", made.subject, noun)
                continue
            for at, one in _of_rules(finding, f"{place}[{index}]"):
                yield from _of_day_asked(one, Facts(subject, made.on), at)
            if isinstance(finding, BenefitFinding):
                counted = finding.benefit.counted(made.subject)
                yield from same(finding.units, counted, f"{place}[{index}].units")
    if made.on is None and made.in_force is not None:
        other = {"other_field": "on", "other": None}
        yield Problem("in_force", "contradiction", made.in_force, other)


def _of_day_asked(finding: Any, facts: Facts, at: str) -> Iterator[Problem]:
    """Yield what a finding saw on another day than the one asked: it is looked at again."""
    name, places = _LOOKED_AT[type(finding)]
    for criterion, place in places.items():
        asked = getattr(getattr(finding, name), criterion)
        if isinstance(asked, Criterion) and counts_to_day(asked):
            seen = looked_at(asked, facts).evidence
            yield from same(getattr(finding, place), seen, f"{at}.{place}")
