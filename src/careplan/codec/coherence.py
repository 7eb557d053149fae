"""Whether a result that was read can be one that careplan gives: only such a result is shown.

A class of answer does not check itself, because verbs make answers of sound parts. What a
file says of paths, evidence and days is checked here, against what the result itself holds.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, get_args

import attrs

from careplan.base.errors import NotFound, Problem, beside
from careplan.base.truth import Truth, truth_of, truth_of_all, truth_of_any
from careplan.criteria.evaluation import evaluate, leaf_holds
from careplan.criteria.evidence import Evidence, is_any, is_changeable, witnesses
from careplan.criteria.nodes import AllOf, AnyOf, Criterion, Leaf, Not, Quantified, Some, noun_of
from careplan.criteria.residuals import facts_of
from careplan.documents.clauses import readings_used
from careplan.documents.sheets import Marking
from careplan.fields.checking import listing, read
from careplan.fields.declaring import Noun
from careplan.fields.paths import dotted, kind_at, parse_path
from careplan.verbs.agenda import Agenda
from careplan.verbs.assessing.assessments import Assessment
from careplan.verbs.assessing.findings import BenefitFinding, DefinitionFinding, Finding
from careplan.verbs.assessing.remedy import Remedy
from careplan.verbs.forms import FormCheck
from careplan.verbs.pathways import RegistrationPath, RegistrationPaths
from careplan.verbs.routing import worded
from careplan.verbs.scoring import Score, questions_used, shown_by
from careplan.verbs.tracking.ledgers import LedgerProgress
from careplan.verbs.tracking.localities import RowProgress
from careplan.verbs.tracking.progress import TargetProgress
from careplan.verbs.tracking.totals import TotalProgress

_OF_ONE_FACT = (*get_args(Leaf), *get_args(Quantified))


def incoherences(made: object) -> Iterator[Problem]:
    """Yield what an object of a result says that does not fit what it holds."""
    match made:
        case Evidence():
            yield from _of_evidence(made)
        case Finding() | BenefitFinding() | DefinitionFinding():
            yield from _of_finding(made)
        case Assessment():
            yield from _of_subject(made)
        case Remedy(finding=finding):
            for index, option in enumerate(made.options):
                for place, change in enumerate(option.changes):
                    at = f"options[{index}].changes[{place}].path"
                    yield from _of_path(finding.rule.noun(), change.path, at)
                if option.ends:
                    yield from _among([finding.number], {*option.ends}, f"options[{index}].ends")
            if made.options and (made.fixed or made.cut):
                name = "fixed" if made.fixed else "cut"
                other = {"other_field": "options", "other": len(made.options)}
                yield Problem(name, "contradiction", getattr(made, name), other)
        case Score():
            yield from _of_score(made)
        case RegistrationPath():
            about = noun_of(made.condition)
            if about is not None and not issubclass(made.noun, about):
                parameters = {"expected": about.__name__}
                yield Problem("noun", "wrong_noun", made.noun.__name__, parameters)
            for index, path in enumerate(made.missing):
                yield from _of_path(made.noun, path, f"missing[{index}]")
            known = {step.id for step in made.steps}
            for index, step in enumerate(made.steps):
                yield from _among(step.after, known, f"steps[{index}].after")
        case RegistrationPaths():
            for index, path in enumerate(made.missing):
                yield from _of_path(type(made.subject), path, f"missing[{index}]")
            for index, found in enumerate(made.paths):
                yield from _of_wording(found, made, f"paths[{index}]")
        case TargetProgress(target=target, on=on, measured=measured) if measured is not None:
            yield from _of_day(measured.on, on, "measured")
            for problem in target.misfits(measured):
                yield attrs.evolve(problem, path=beside("measured", problem.path))
        case RowProgress(row=row, count=count) if count is not None:
            yield from _same(count.locality, row.locality, "count.locality")
            yield from _of_day(count.on, made.on, "count.on")
        case TotalProgress(ledger=ledger) | LedgerProgress(ledger=ledger):
            yield from _same(tuple(one.row for one in made.rows), ledger.rows, "rows")
            for index, one in enumerate(made.rows):
                yield from _same(one.on, made.on, f"rows[{index}].on")
        case FormCheck(form=form):
            known = {field.key for field in form.fields}
            yield from _among((problem.path for problem in made.problems), known, "problems")
        case Agenda(start=start, end=end) if end < start:
            yield Problem("end", "before_start", end, {"other": start})


def _of_wording(path: RegistrationPath, made: RegistrationPaths, at: str) -> Iterator[Problem]:
    """Yield what a path of a subject says that is of another noun or another document."""
    rules = made.registration if made.registration_stated else None
    scope = None if rules is None else rules.scope
    yield from _same(path.noun.__name__, type(made.subject).__name__, f"{at}.noun")
    wording, strange = (None, None) if scope is None else worded(scope, made.subject)
    if path.business_scope is not None:
        yield from _same(path.business_scope, wording, f"{at}.business_scope")
    if path.unworded is not None:
        yield from _same(path.unworded, strange, f"{at}.unworded")


def _same(given: object, expected: object, path: str) -> Iterator[Problem]:
    if given != expected:
        yield Problem(path, "other_answer", given, {"expected": expected})


def _among(given: Iterable[str], known: set[str], path: str) -> Iterator[Problem]:
    strange = [name for name in given if name not in known]
    if strange:
        options = {"options": listing(sorted(known))}
        yield from (Problem(path, "not_an_option", name, options) for name in strange)


def _of_day(day: date, on: date, path: str) -> Iterator[Problem]:
    if day > on:
        yield Problem(path, "after_on", day, {"on": on})


def _of_path(noun: type[Any] | None, path: str, place: str) -> Iterator[Problem]:
    """Yield a problem for a path that names no fact of the noun."""
    try:
        if noun is None:
            raise NotFound("path", path, ())  # noqa: TRY301 - the same answer as below
        parse_path(noun, path)
    except NotFound as error:
        yield Problem(place, "not_found", path, error.parameters())


# Each class of finding: what it is about, and which evidence it has for which criterion of that.
_LOOKED_AT: Mapping[type[Any], tuple[str, Mapping[str, str]]] = {
    Finding: ("rule", {"applies": "applies_evidence", "requires": "requires_evidence"}),
    BenefitFinding: ("benefit", {"condition": "evidence"}),
    DefinitionFinding: ("definition", {"criterion": "evidence"}),
}


def _of_finding(made: Finding | BenefitFinding | DefinitionFinding) -> Iterator[Problem]:
    about, places = _LOOKED_AT[type(made)]
    cited = getattr(made, about)
    looked_at = {
        piece.path for place in places.values() for piece in witnesses(getattr(made, place))
    }
    # What is still to be stated was looked at.
    yield from _among(made.missing, looked_at, "missing")
    for name, place in places.items():
        evidence = getattr(made, place)
        yield from _of_witnesses(getattr(cited, name), evidence, place, cited.noun())


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
        if about is None and not piece.path:
            continue  # what is always or never so is about nothing
        if noun is None or about is None or not issubclass(about, noun):
            name = "" if noun is None else noun.__name__
            found = None if about is None else about.__name__
            yield Problem(f"{place}[{index}].required", "wrong_noun", found, {"expected": name})


def _of_evidence(piece: Evidence) -> Iterator[Problem]:
    required = piece.required
    positive = not isinstance(required, Not)
    node = required.part if isinstance(required, Not) else required
    joined = isinstance(node, AllOf | AnyOf)
    if piece.is_group or (joined and not piece.path):
        yield from _of_group(piece, node)
    elif isinstance(node, _OF_ONE_FACT):
        yield from _of_one(piece, node, positive=positive)
    else:
        yield Problem("required", "not_one_fact", required)


def _of_group(piece: Evidence, node: Criterion) -> Iterator[Problem]:
    """Yield what is wrong with several things looked at together: they decide as one."""
    yield from _same(piece.path, dotted(getattr(node, "path", ())), "path")
    yield from _same(piece.observed, None, "observed")
    joins = isinstance(node, AllOf | AnyOf)
    if not joins and (piece.unless or not isinstance(node, Quantified)):
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
    noun = noun_of(node)
    for name in ("parts", "unless"):
        for index, one in enumerate(getattr(piece, name)):
            about = noun_of(one.required)
            if about not in {None, noun}:
                expected = {"expected": "" if noun is None else noun.__name__}
                found = None if about is None else about.__name__
                yield Problem(f"{name}[{index}].required", "wrong_noun", found, expected)


def _of_one(piece: Evidence, leaf: Leaf | Quantified, *, positive: bool) -> Iterator[Problem]:
    yield from _same(piece.path, dotted(leaf.path), "path")
    found: list[Problem] = []
    read(kind_at(leaf.noun, leaf.path), piece.observed, "observed", found)
    yield from found
    if not found:
        truth = _truth(leaf, piece.observed)
        yield from _same(piece.truth, truth if positive else ~truth, "truth")


def _truth(leaf: Leaf | Quantified, observed: Any) -> Truth:
    if observed is None:
        return Truth.UNKNOWN
    if isinstance(leaf, Leaf):
        return truth_of(leaf_holds(leaf, observed))
    truths = [evaluate(leaf.where, item).truth for item in observed]
    return truth_of_any(truths) if isinstance(leaf, Some) else truth_of_all(truths)


def _of_subject(made: Assessment) -> Iterator[Problem]:
    for place in ("findings", "benefits", "definitions"):
        for index, finding in enumerate(getattr(made, place)):
            noun = getattr(finding, _LOOKED_AT[type(finding)][0]).noun()
            if noun is not None and not isinstance(made.subject, noun):
                parameters = {"expected": noun.__name__}
                yield Problem(f"{place}[{index}]", "wrong_noun", made.subject, parameters)


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
        yield Problem("room", "wrong_noun", room, {"expected": noun.__name__})
    elif room is not None and evaluate(sheet.applies, room).truth is Truth.FALSE:
        yield Problem("room", "not_on_sheet", room, {"value": sheet.title})
    else:
        yield from _of_marks(made, taken)


def _of_marks(made: Score, taken: Mapping[str, str]) -> Iterator[Problem]:
    """Yield what the items say of a room that is not so."""
    room = made.room if made.marking is Marking.ALL_OR_NOTHING else None
    for index, one in enumerate(made.items):
        shown, asked = (None, ()) if room is None else shown_by(room, one.item, taken)
        if shown is not None:
            yield from _same((one.low, one.high), (shown, shown), f"items[{index}].low")
        expected = asked if one.low != one.high else ()
        yield from _same(one.missing, expected, f"items[{index}].missing")
