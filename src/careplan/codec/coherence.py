"""Whether a result that was read can be one that careplan gives: only such a result is shown.

A class of answer does not check itself, because verbs make answers of sound parts. What a
file says of paths, evidence and days is checked here, against what the result itself holds.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, get_args

import attrs

from careplan.base.errors import NotFound, Problem, beside
from careplan.base.text import Text
from careplan.base.truth import Truth, truth_of, truth_of_all, truth_of_any
from careplan.criteria.evaluation import evaluate
from careplan.criteria.evidence import Evidence, is_any, is_changeable, witnesses
from careplan.criteria.nodes import (
    FALSE,
    AllOf,
    AnyOf,
    Criterion,
    Elapsed,
    Leaf,
    Linear,
    Not,
    Quantified,
    Some,
    noun_of,
)
from careplan.criteria.residuals import facts_of
from careplan.criteria.steps import Facts, leaf_holds
from careplan.criteria.sums.tallies import Tally, truth_by_ends
from careplan.documents.clauses import readings_used
from careplan.documents.rules import interpretations_in
from careplan.documents.scales.sheets import Marking
from careplan.fields.checking import listing, read
from careplan.fields.declaring import Noun
from careplan.fields.paths import ON, dotted, kind_at, parse_path
from careplan.verbs.agenda import Agenda
from careplan.verbs.assessing.assessments import Assessment
from careplan.verbs.assessing.findings import BenefitFinding, DefinitionFinding, Finding
from careplan.verbs.assessing.ladders import LadderFinding
from careplan.verbs.assessing.owing import Owed
from careplan.verbs.assessing.remedy import Remedy
from careplan.verbs.forms import FormCheck
from careplan.verbs.grading import Graded, grade
from careplan.verbs.pathways import RegistrationPath, RegistrationPaths
from careplan.verbs.routing import worded
from careplan.verbs.scoring.marks import condition_of, missing_of, shown_by
from careplan.verbs.scoring.scores import Score
from careplan.verbs.scoring.scoring import questions_used
from careplan.verbs.tracking.ledgers import LedgerProgress
from careplan.verbs.tracking.localities import RowProgress
from careplan.verbs.tracking.progress import TargetProgress
from careplan.verbs.tracking.totals import TotalProgress

# Between which time passes.
_DAYS = ("start", "end")
_OF_ONE_FACT = (*get_args(Leaf), *get_args(Quantified))
_LADDER_READ = Text(zh="按读法确定的分档义务", en="a ladder under the readings taken")
# Each class of finding: what it is about, and which evidence it has for which criterion of that.
_LOOKED_AT: Mapping[type[Any], tuple[str, Mapping[str, str]]] = {
    Finding: ("rule", {"applies": "applies_evidence", "requires": "requires_evidence"}),
    BenefitFinding: ("benefit", {"condition": "evidence"}),
    DefinitionFinding: ("definition", {"criterion": "evidence"}),
}


def incoherences(made: object) -> Iterator[Problem]:
    """Yield what an object of a result says that does not fit what it holds."""
    match made:
        case Evidence(required=Not(node)) | Evidence(required=node):
            yield from _of_evidence(made, node)
        case Finding() | BenefitFinding() | DefinitionFinding():
            yield from _of_finding(made)
        case LadderFinding():
            yield from _of_ladder(made)
        case Assessment() | Owed():
            yield from _of_subject(made)
        case Graded():
            yield from _of_grades(made)
        case Remedy():
            yield from _of_remedy(made)
        case Score():
            yield from _of_score(made)
        case RegistrationPath(noun=noun, steps=steps):
            about = noun_of(made.condition)
            if about is not None and not issubclass(noun, about):
                yield _wrong_noun("noun", noun, about)
            yield from _of_paths(noun, made.missing)
            known = {step.id for step in steps}
            for index, step in enumerate(steps):
                yield from _among(step.after, known, f"steps[{index}].after")
        case RegistrationPaths(subject=subject):
            yield from _of_paths(type(subject), made.missing)
            for index, found in enumerate(made.paths):
                yield from _of_wording(found, made, f"paths[{index}].")
        case TargetProgress(target=target, on=on, measured=measured) if measured is not None:
            if measured.on > on:
                yield Problem("measured", "after_on", measured.on, {"on": on})
            for problem in target.misfits(measured):
                yield attrs.evolve(problem, path=beside("measured", problem.path))
        case RowProgress(row=row, count=count, on=on) if count is not None:
            yield from _same(count.locality, row.locality, "count.locality")
            if count.on > on:
                yield Problem("count.on", "after_on", count.on, {"on": on})
        case TotalProgress(ledger=ledger) | LedgerProgress(ledger=ledger):
            yield from _same(tuple(one.row for one in made.rows), ledger.rows, "rows")
            for index, one in enumerate(made.rows):
                yield from _same(one.on, made.on, f"rows[{index}].on")
        case FormCheck(form=form):
            known = {field.key for field in form.fields}
            yield from _among((problem.path for problem in made.problems), known, "problems")
        case Agenda(start=start, end=end) if end < start:
            yield Problem("end", "before_start", end, {"other": start})


def _same(given: object, expected: object, path: str) -> Iterator[Problem]:
    if given != expected:
        yield Problem(path, "other_answer", given, {"expected": expected})


def _among(given: Iterable[str], known: set[str], path: str) -> Iterator[Problem]:
    strange = [name for name in given if name not in known]
    options = {"options": listing(sorted(known))} if strange else {}
    yield from (Problem(path, "not_an_option", name, options) for name in strange)


def _wrong_noun(path: str, given: object, noun: type[Any] | None) -> Problem:
    said = given.__name__ if isinstance(given, type) else given
    return Problem(path, "wrong_noun", said, {"expected": "" if noun is None else noun.__name__})


def _of_paths(
    noun: type[Any] | None, paths: Iterable[str], at: str = "missing", rest: str = ""
) -> Iterator[Problem]:
    """Yield a problem for each path that names no fact of the noun."""
    for index, path in enumerate(paths):
        if path == dotted(ON):  # the day asked
            continue
        try:
            if noun is None:
                raise NotFound("path", path, ())  # noqa: TRY301 - the same answer as below
            parse_path(noun, path)
        except NotFound as error:
            yield Problem(f"{at}[{index}]{rest}", "not_found", path, error.parameters())


def _of_remedy(made: Remedy) -> Iterator[Problem]:
    finding = made.finding
    for index, option in enumerate(made.options):
        at = f"options[{index}]"
        changed = (change.path for change in option.changes)
        yield from _of_paths(_about(finding).noun(), changed, f"{at}.changes", ".path")
        if option.ends:
            yield from _among([finding.number], {*option.ends}, f"{at}.ends")
    if made.options and (made.fixed or made.cut):
        name = "fixed" if made.fixed else "cut"
        other = {"other_field": "options", "other": len(made.options)}
        yield Problem(name, "contradiction", getattr(made, name), other)


def _of_wording(path: RegistrationPath, made: RegistrationPaths, at: str) -> Iterator[Problem]:
    """Yield what a path of a subject says that is of another noun or another document."""
    rules = made.registration if made.registration_stated else None
    scope = None if rules is None else rules.scope
    yield from _same(path.noun.__name__, type(made.subject).__name__, f"{at}noun")
    wording = (None, None) if scope is None else worded(scope, made.subject)
    for name, expected in zip(("business_scope", "unworded"), wording, strict=True):
        if getattr(path, name) is not None:
            yield from _same(getattr(path, name), expected, f"{at}{name}")


def _of_finding(made: Finding | BenefitFinding | DefinitionFinding) -> Iterator[Problem]:
    about, places = _LOOKED_AT[type(made)]
    cited = getattr(made, about)
    evidence = {name: getattr(made, place) for name, place in places.items()}
    seen = (piece for pieces in evidence.values() for piece in witnesses(pieces))
    looked_at = {path for piece in seen for path in piece.facts}
    # What is still to be stated was looked at.
    yield from _among(made.missing, looked_at, "missing")
    for name, place in places.items():
        yield from _of_witnesses(getattr(cited, name), evidence[name], place, cited.noun())


def _about(made: Any) -> Any:
    """Return the object of a document that a finding is about."""
    if isinstance(made, LadderFinding):
        return made.ladder
    return getattr(made, _LOOKED_AT[type(made)][0])


def _of_rules(finding: Any, at: str) -> Iterator[tuple[str, Any]]:
    """Yield a finding and where it stands; of a ladder each of its rungs."""
    if not isinstance(finding, LadderFinding):
        yield at, finding
        return
    for index, rung in enumerate(finding.rungs):
        yield f"{at}.rungs[{index}]", rung


def _of_ladder(made: LadderFinding) -> Iterator[Problem]:
    """Yield what a ladder says that its rungs do not."""
    ladder = made.ladder
    if interpretations_in(ladder):  # it would not say which of its rungs bind
        yield Problem("ladder", "wrong_type", ladder.id, {"expected": _LADDER_READ})
        return
    yield from _same(tuple(one.rule for one in made.rungs), ladder.rules(), "rungs")
    looked_at = {path for piece in witnesses(made.evidence) for path in piece.facts}
    yield from _among(made.missing, looked_at, "missing")
    binds = {one.applies for one in made.rungs}
    for sure in (Truth.TRUE, Truth.FALSE):
        if sure in binds and (sure is Truth.TRUE or len(binds) == 1):
            yield from _same(made.applies, sure, "applies")


def _of_witnesses(
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
            yield _wrong_noun(f"{place}[{index}].required", about, noun)


def _of_evidence(piece: Evidence, node: Criterion) -> Iterator[Problem]:
    if piece.is_group or (isinstance(node, AllOf | AnyOf) and not piece.path):
        yield from _of_group(piece, node)
    elif isinstance(node, _OF_ONE_FACT):
        yield from _of_one(piece, node)
    elif isinstance(node, Linear):
        yield from _of_sum(piece, node)
    elif isinstance(node, Elapsed):
        yield from _of_days(piece, node)
    else:
        yield Problem("required", "not_one_fact", piece.required)


def _of_group(piece: Evidence, node: Criterion) -> Iterator[Problem]:
    """Yield what is wrong with several things looked at together: they decide as one."""
    yield from _same(piece.path, dotted(getattr(node, "path", ())), "path")
    yield from _same(piece.observed, None, "observed")
    quantified = isinstance(node, Quantified) and not piece.unless
    if not (quantified or isinstance(node, AllOf | AnyOf)):
        yield Problem("required", "not_one_fact", piece.required)
    if piece.unless and not is_any(piece.required):
        yield Problem("unless", "not_one_fact", piece.required)
    for name, fixed in (("unless", True), ("parts", False)):
        for index, one in enumerate(getattr(piece, name) if piece.unless else ()):
            if is_changeable(one.required) is fixed:  # an exception is what nobody brings about
                yield Problem(f"{name}[{index}].required", "not_one_fact", one.required)
    truths = [one.truth for one in (*piece.unless, *piece.parts)]
    truth = truth_of_any(truths) if is_any(piece.required) else truth_of_all(truths)
    yield from _same(piece.truth, truth, "truth")
    for name in ("parts", "unless"):
        for index, one in enumerate(getattr(piece, name)):
            about = noun_of(one.required)
            if about not in {None, noun_of(node)}:
                yield _wrong_noun(f"{name}[{index}].required", about, noun_of(node))


def _of_one(piece: Evidence, leaf: Leaf | Quantified) -> Iterator[Problem]:
    yield from _same(piece.path, dotted(leaf.path), "path")
    found: list[Problem] = []
    read(kind_at(leaf.noun, leaf.path), piece.observed, "observed", found)
    yield from found
    if not found:
        truth = _truth(leaf, piece.observed)
        yield from _same(piece.truth, truth if piece.required is leaf else ~truth, "truth")


def _of_sum(piece: Evidence, node: Linear) -> Iterator[Problem]:
    """Yield what of a sum was seen that does not fit its terms, or settles it otherwise."""
    seen = piece.observed
    yield from _same(piece.path, "", "path")
    if not isinstance(seen, Tally) or len(seen.terms) != len(node.terms):
        yield Problem("observed", "wrong_type", seen, {"expected": f"Tally({len(node.terms)})"})
        return
    for index, one in enumerate(seen.terms):
        if one.low is not None and one.high is not None and one.low > one.high:
            low = {"minimum": one.low}
            yield Problem(f"observed.terms[{index}]", "too_small", one.high, low)
            return
    yield from _of_paths(node.noun, seen.facts, "observed.facts")
    truth = truth_by_ends(node, seen)
    if truth is not None:  # what the ends leave open, a fact that stands twice may settle
        expected = truth_of(truth)
        yield from _same(piece.truth, expected if piece.required is node else ~expected, "truth")


def _of_days(piece: Evidence, node: Elapsed) -> Iterator[Problem]:
    """Yield what of elapsed time was seen that is no pair of days, or settles it otherwise."""
    seen = piece.observed
    yield from _same(piece.path, "", "path")
    if not isinstance(seen, tuple) or len(seen) != len(_DAYS) or not all(map(_is_day, seen)):
        yield Problem("observed", "wrong_type", seen, {"expected": "(date | None, date | None)"})
        return
    if isinstance(node.start, date):
        yield from _same(seen[0], node.start, "observed")
    passed = node.period.passed(*seen)
    truth = Truth.UNKNOWN if passed is None else truth_of(passed)
    yield from _same(piece.truth, truth if piece.required is node else ~truth, "truth")


def _is_day(one: object) -> bool:
    return one is None or (isinstance(one, date) and not isinstance(one, datetime))


def _of_day_asked(
    made: Assessment | Owed, finding: Finding | BenefitFinding | DefinitionFinding, at: str
) -> Iterator[Problem]:
    """Yield what a finding says of another day than the one asked."""
    for place in _LOOKED_AT[type(finding)][1].values():
        for piece in witnesses(getattr(finding, place)):
            node = piece.required.part if isinstance(piece.required, Not) else piece.required
            if isinstance(node, Elapsed) and node.end is None:
                seen = piece.observed
                last = seen[-1] if isinstance(seen, tuple) and seen else None
                yield from _same(last, made.on, f"{at}.{place}")


def _truth(leaf: Leaf | Quantified, observed: Any) -> Truth:
    if observed is None:
        return Truth.UNKNOWN
    if isinstance(leaf, Leaf):
        return truth_of(leaf_holds(leaf, observed))
    truths = [evaluate(leaf.where, item).truth for item in observed]
    return truth_of_any(truths) if isinstance(leaf, Some) else truth_of_all(truths)


def _of_subject(made: Assessment | Owed) -> Iterator[Problem]:
    for place in ("findings", "benefits", "definitions", "duties"):
        for index, finding in enumerate(getattr(made, place, ())):
            noun = _about(finding).noun()
            if noun is not None and not isinstance(made.subject, noun):
                yield _wrong_noun(f"{place}[{index}]", made.subject, noun)
            for at, one in _of_rules(finding, f"{place}[{index}]"):
                yield from _of_day_asked(made, one, at)


def _of_grades(made: Graded) -> Iterator[Problem]:
    """Yield what a grading says of its subject that is not so."""
    noun = made.grading.noun() or Noun
    if not isinstance(made.subject, noun):
        yield _wrong_noun("subject", made.subject, noun)
        return
    again = grade(made.subject, made.grading, readings=made.taken(), on=made.on)
    for name in ("readings", "grades", "evidence", "needed"):
        yield from _same(getattr(made, name), getattr(again, name), name)


def _of_score(made: Score) -> Iterator[Problem]:
    sheet, taken = made.sheet, made.taken()
    items = tuple(one.item for one in made.items)
    if items != sheet.items:  # what others would ask of a room is no question
        yield from _same(items, sheet.items, "items")
        return
    used = readings_used(sheet.questions, questions_used(sheet, taken), taken)
    yield from _same(made.readings, used, "readings")
    for index, one in enumerate(made.items):
        if one.high > one.item.max_points:
            most = {"maximum": one.item.max_points}
            yield Problem(f"items[{index}].high", "too_large", one.high, most)
        if one.high < one.low:
            yield Problem(f"items[{index}].high", "too_small", one.high, {"minimum": one.low})
    room, noun = made.room, sheet.noun() or Noun
    if room is not None and not isinstance(room, noun):
        yield _wrong_noun("room", room, noun)
    elif room is not None and evaluate(sheet.applies, room, on=made.on).truth is Truth.FALSE:
        yield Problem("room", "not_on_sheet", room, {"value": sheet.title})
    else:
        yield from _of_marks(made, taken)


def _of_marks(made: Score, taken: Mapping[str, str]) -> Iterator[Problem]:
    """Yield what the items say of a room that is not so."""
    room = made.room if made.marking is Marking.ALL_OR_NOTHING else None
    facts = Facts(made.room, made.on)
    for index, one in enumerate(made.items):
        at = f"items[{index}]."
        condition = condition_of(one.item, facts, taken)
        yield from _same(one.condition, condition, f"{at}condition")
        shown, asked = (None, ()) if room is None else shown_by(facts, one.item, taken)
        if condition == FALSE:
            yield from _same((one.low, one.high, one.yes), (0, 0, None), f"{at}low")
        elif one.item.yes_or_no and shown is not None:
            yield from _same(one.yes, shown, f"{at}yes")
        elif shown is not None:
            yield from _same((one.low, one.high), (shown, shown), f"{at}low")
        if not one.item.yes_or_no:
            yield from _same(one.yes, None, f"{at}yes")
        expected = missing_of(condition, asked if one.is_open else ())
        yield from _same(one.missing, expected, f"{at}missing")
