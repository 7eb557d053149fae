"""The face for the types of answers: what the verbs of `careplan` return, for annotations.

>>> import careplan as cp
>>> from careplan import results
>>> assessment = cp.assess(cp.Venue(), cp.get_plan("shuangliao_2021"))
>>> isinstance(assessment, results.Assessment)
True
"""

from careplan.criteria.evidence import Evaluation, Evidence
from careplan.display.ranges import Range
from careplan.display.result import Result
from careplan.display.tables.frames import Columns
from careplan.documents.authorities.assignments import Assignment, Origin
from careplan.documents.clauses import Force, Reading
from careplan.fields.kinds import FactSpec
from careplan.verbs.agenda import Agenda
from careplan.verbs.assessing.assessments import Assessment
from careplan.verbs.assessing.findings import BenefitFinding, DefinitionFinding, Finding, Found
from careplan.verbs.assessing.ladders import LadderFinding
from careplan.verbs.assessing.owing import Owed
from careplan.verbs.assessing.several import Assessments, NotAsked
from careplan.verbs.chaining.answered import Answered
from careplan.verbs.class_kind import ClassKindAnswer
from careplan.verbs.comparing.disagreement import Disagreement, StatedBy
from careplan.verbs.comparing.disagreements import Disagreements
from careplan.verbs.compiled import Compiled
from careplan.verbs.figures.groups import GroupSum, RollUp
from careplan.verbs.figures.splitting import Split, SplitPart, Weight
from careplan.verbs.figures.unknown import Unknown
from careplan.verbs.forms import FormCheck
from careplan.verbs.grading import Graded, GradeFound
from careplan.verbs.limits import Due
from careplan.verbs.outcomes import Outcomes
from careplan.verbs.periods.rows import PeriodProgress
from careplan.verbs.periods.tables import ProgressTable
from careplan.verbs.periods.totals import PeriodTotal
from careplan.verbs.planning.entries import AgendaEntry
from careplan.verbs.registering.dates import PathDue, StepDue
from careplan.verbs.registering.path import RegistrationPath
from careplan.verbs.registering.paths import RegistrationPaths
from careplan.verbs.registering.steps import PathStep
from careplan.verbs.remedies.remedy import Change, Remedy, RemedyOption
from careplan.verbs.scoring.items import ItemScore
from careplan.verbs.scoring.scores import Score
from careplan.verbs.tracking.ledgers import LedgerProgress
from careplan.verbs.tracking.localities import RowProgress
from careplan.verbs.tracking.targets import TargetProgress
from careplan.verbs.tracking.totals import TotalProgress

# Several names a line: the formatter would give each of them one.
# fmt: off
__all__ = [
    "Agenda", "AgendaEntry", "Answered", "Assessment", "Assessments", "Assignment",
    "BenefitFinding", "Change", "ClassKindAnswer", "Columns", "Compiled", "DefinitionFinding",
    "Disagreement", "Disagreements", "Due", "Evaluation", "Evidence", "FactSpec", "Finding",
    "Force", "FormCheck", "Found", "GradeFound", "Graded", "GroupSum", "ItemScore",
    "LadderFinding", "LedgerProgress", "NotAsked", "Origin", "Outcomes", "Owed", "PathDue",
    "PathStep", "PeriodProgress", "PeriodTotal", "ProgressTable", "Range", "Reading",
    "RegistrationPath", "RegistrationPaths",
    "Remedy", "RemedyOption", "Result", "RollUp", "RowProgress", "Score", "Split", "SplitPart",
    "StatedBy", "StepDue", "TargetProgress", "TotalProgress", "Unknown", "Weight",
]
# fmt: on
