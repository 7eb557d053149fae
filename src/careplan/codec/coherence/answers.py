"""Whether a result that was read can be one that careplan gives: only such a result is shown.

A class of answer does not check itself, because verbs make answers of sound parts. What a
file says of paths, evidence and days is checked here, against what the result itself holds.
"""

from collections.abc import Iterator

from careplan.base.errors import InvalidInput, Problem
from careplan.codec.coherence.answered import of_answered
from careplan.codec.coherence.comparing import among, of_paths, same, wrong_noun
from careplan.codec.coherence.days import of_days, of_due, of_steps
from careplan.codec.coherence.evidence import of_evidence
from careplan.codec.coherence.figures import of_roll_up
from careplan.codec.coherence.findings import about, of_finding, of_ladder, of_subject
from careplan.codec.coherence.periods import of_periods
from careplan.codec.coherence.progress import of_progress
from careplan.codec.coherence.scores import of_grades, of_score
from careplan.criteria.evidence import Evidence
from careplan.criteria.nodes import (
    Not,
    noun_of,
)
from careplan.nouns.care.groups import ClassGroup, ClassKind
from careplan.verbs.agenda import Agenda
from careplan.verbs.assessing.assessments import Assessment
from careplan.verbs.assessing.findings import BenefitFinding, DefinitionFinding, Finding
from careplan.verbs.assessing.ladders import LadderFinding
from careplan.verbs.assessing.owing import Owed
from careplan.verbs.chaining.answered import Answered
from careplan.verbs.class_kind import AGES, ClassKindAnswer
from careplan.verbs.comparing.disagreements import Disagreements
from careplan.verbs.figures.groups import RollUp
from careplan.verbs.figures.splitting import Split, unfit
from careplan.verbs.forms import FormCheck
from careplan.verbs.grading import Graded
from careplan.verbs.limits import Due
from careplan.verbs.periods.rows import PeriodProgress
from careplan.verbs.periods.tables import ProgressTable
from careplan.verbs.periods.totals import PeriodTotal
from careplan.verbs.registering.dates import PathDue
from careplan.verbs.registering.finding import worded
from careplan.verbs.registering.path import RegistrationPath
from careplan.verbs.registering.paths import RegistrationPaths
from careplan.verbs.remedies.remedy import Remedy
from careplan.verbs.scoring.scores import Score
from careplan.verbs.tracking.ledgers import LedgerProgress
from careplan.verbs.tracking.localities import RowProgress
from careplan.verbs.tracking.targets import TargetProgress
from careplan.verbs.tracking.totals import TotalProgress


def incoherences(made: object) -> Iterator[Problem]:
    """Yield what an object of a result says that does not fit what it holds."""
    match made:
        case Evidence(required=Not(node)) | Evidence(required=node):
            yield from of_evidence(made, node)
        case Answered():
            yield from of_answered(made)
        case Finding() | BenefitFinding() | DefinitionFinding():
            yield from of_finding(made)
        case LadderFinding():
            yield from of_ladder(made)
        case Assessment() | Owed():
            yield from of_subject(made)
        case Graded():
            yield from of_grades(made)
        case Remedy():
            yield from _of_remedy(made)
        case Score():
            yield from of_score(made)
        case RegistrationPath(noun=noun, steps=steps):
            about = noun_of(made.condition)
            if about is not None and not issubclass(noun, about):
                yield wrong_noun("noun", noun, about)
            yield from of_paths(noun, made.missing)
            yield from of_steps(steps)
        case Due():
            yield from of_due(made)
        case PathDue():
            yield from of_days(made)
        case RegistrationPaths(subject=subject):
            yield from of_paths(type(subject), made.missing)
            for index, found in enumerate(made.paths):
                yield from _of_wording(found, made, f"paths[{index}].")
        case TargetProgress() | RowProgress() | TotalProgress() | LedgerProgress():
            yield from of_progress(made)
        case ClassKindAnswer():
            yield from _of_class_kind(made)
        case Split(weights=weights):
            yield from unfit(weights)
        case PeriodProgress() | PeriodTotal() | ProgressTable():
            yield from of_periods(made)
        case RollUp():
            yield from of_roll_up(made)
        case Disagreements(a=a, b=b) if not (isinstance(a, type(b)) or isinstance(b, type(a))):
            yield wrong_noun("b", type(b), type(a))
        case FormCheck(form=form):
            known = {field.key for field in form.fields}
            yield from among((problem.path for problem in made.problems), known, "problems")
        case Agenda(start=start, end=end) if end < start:
            yield Problem("end", "before_start", end, {"other": start})


def _of_remedy(made: Remedy) -> Iterator[Problem]:
    finding = made.finding
    for index, option in enumerate(made.options):
        at = f"options[{index}]"
        changed = (change.path for change in option.changes)
        yield from of_paths(about(finding).noun(), changed, f"{at}.changes", ".path")
        if option.ends:
            yield from among([finding.number], {*option.ends}, f"{at}.ends")
    if made.options and (made.fixed or made.cut):
        name = "fixed" if made.fixed else "cut"
        other = {"other_field": "options", "other": len(made.options)}
        yield Problem(name, "contradiction", getattr(made, name), other)


def _of_class_kind(made: ClassKindAnswer) -> Iterator[Problem]:
    """Yield ages no class has, missing ones that are stated, kinds that are not each there once."""
    ages = {path: getattr(made, path) for path in AGES}
    try:
        ClassGroup(**ages)
    except InvalidInput as refused:
        yield from refused.problems
    unstated = {path for path, age in ages.items() if age is None}
    yield from among(made.missing, unstated, "missing")
    in_order = tuple(kind for kind in ClassKind if kind in made.possible)
    yield from same(made.possible, in_order, "possible")


def _of_wording(path: RegistrationPath, made: RegistrationPaths, at: str) -> Iterator[Problem]:
    """Yield what a path of a subject says that is of another noun or another document."""
    rules = made.registration if made.registration_stated else None
    scope = None if rules is None else rules.scope
    yield from same(path.noun.__name__, type(made.subject).__name__, f"{at}noun")
    wording = (None, None) if scope is None else worded(scope, made.subject)
    for name, expected in zip(("business_scope", "unworded"), wording, strict=True):
        if getattr(path, name) is not None:
            yield from same(getattr(path, name), expected, f"{at}{name}")
