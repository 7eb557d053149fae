"""What an answer says of facts that other plans answered, and that cannot be so."""

from collections.abc import Iterator

from careplan.base.errors import Problem
from careplan.base.truth import Outcome
from careplan.codec.coherence.comparing import among, of_paths, same, wrong_noun
from careplan.criteria.evidence import Evidence, witnesses
from careplan.criteria.residuals import facts_of
from careplan.documents.encoded import duplicates
from careplan.documents.rules import criteria_in
from careplan.fields.kinds import FlagKind
from careplan.fields.paths import kind_at, parse_path
from careplan.verbs.assessing.assessments import Assessment
from careplan.verbs.assessing.findings import BenefitFinding, DefinitionFinding, Finding
from careplan.verbs.chaining.answered import Answered

_FLAG = {"expected": "bool"}
# What an assessment comes to.
_OUTCOMES = {"met", "not_met", "unknown", "not_applicable"}


def of_answered(made: Answered) -> Iterator[Problem]:
    """Yield what is wrong with a fact that was answered: no such fact, or what no outcome has."""
    unknown = list(of_paths(made.noun, [made.fact], "fact"))
    yield from unknown
    if not unknown and not _is_flag(made):
        yield Problem("fact", "wrong_type", made.fact, _FLAG)
    yield from of_paths(made.noun, made.missing)
    yield from among([str(made.outcome.value)], _OUTCOMES, "outcome")
    other = {"other_field": "outcome", "other": made.outcome}
    if made.missing and made.outcome is not Outcome.UNKNOWN:
        yield Problem("missing", "contradiction", len(made.missing), other)
    if bool(made.clauses) is (made.outcome is Outcome.NOT_APPLICABLE):
        yield Problem("clauses", "contradiction", len(made.clauses), other)


def _is_flag(made: Answered) -> bool:
    path = parse_path(made.noun, made.fact)
    return len(path) == 1 and isinstance(kind_at(made.noun, path), FlagKind)


def of_answers_read(
    made: Finding | BenefitFinding | DefinitionFinding, seen: tuple[Evidence, ...]
) -> Iterator[Problem]:
    """Yield what a finding says was answered that it does not read, or saw otherwise."""
    read = {fact for one in criteria_in(made.encoded) for fact in facts_of(one)}
    yield from among((one.fact for one in made.answered), read, "answered")
    values = {one.fact: one.value for one in made.answered}
    for piece in witnesses(seen):
        if piece.path in values:
            yield from same(piece.observed, values[piece.path], "answered")


def of_answers_taken(made: Assessment) -> Iterator[Problem]:
    """Yield what was answered for a subject that it states otherwise, or of another noun."""
    yield from duplicates("answered", (one.fact for one in made.answered))
    for index, one in enumerate(made.answered):
        if one.noun is not type(made.subject):
            yield wrong_noun(f"answered[{index}].noun", one.noun, type(made.subject))
            continue
        stated = getattr(made.subject, one.fact, None)
        if stated is not None:
            yield from same(one.value, stated, f"answered[{index}].outcome")
    for name in ("findings", "benefits", "definitions"):
        for index, found in enumerate(getattr(made, name)):
            taken = {one.fact for one in made.answered if one in found.answered}
            named = (one.fact for one in found.answered)
            yield from among(named, taken, f"{name}[{index}].answered")
