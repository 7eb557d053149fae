"""careplan: Chinese local policy on childcare and mother-and-baby rooms as a pure domain model.

>>> import careplan as cp
>>> cp.assess(cp.Employer(), cp.get_plan("shuangliao_2021")).outcome
Outcome.UNKNOWN

Nothing is loaded until it is used: names are resolved on first access, documents when
`get_plan` is called.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careplan import codec as codec
    from careplan.assignments import Assignment as Assignment
    from careplan.assignments import Origin as Origin
    from careplan.nodes import Criterion as Criterion
    from careplan.criteria import Fact as Fact
    from careplan.nodes import Op as Op
    from careplan.nodes import all_of as all_of
    from careplan.criteria import among as among
    from careplan.nodes import any_of as any_of
    from careplan.evaluation import evaluate as evaluate
    from careplan.criteria import every as every
    from careplan.criteria import facts as facts
    from careplan.residuals import facts_of as facts_of
    from careplan.criteria import has as has
    from careplan.nodes import not_ as not_
    from careplan.residuals import residual as residual
    from careplan.criteria import some as some
    from careplan.eligibility import assess as assess
    from careplan.errors import AmbiguousTruth as AmbiguousTruth
    from careplan.errors import CareplanError as CareplanError
    from careplan.errors import InvalidCriterion as InvalidCriterion
    from careplan.errors import InvalidInput as InvalidInput
    from careplan.errors import NotFound as NotFound
    from careplan.errors import Problem as Problem
    from careplan.errors import UnknownFact as UnknownFact
    from careplan.errors import UnknownInInput as UnknownInInput
    from careplan.estates import Community as Community
    from careplan.estates import CommunityKind as CommunityKind
    from careplan.estates import Kindergarten as Kindergarten
    from careplan.estates import LandPlot as LandPlot
    from careplan.estates import MedicalInstitution as MedicalInstitution
    from careplan.estates import ResidentialArea as ResidentialArea
    from careplan.evidence import Evaluation as Evaluation
    from careplan.evidence import Evidence as Evidence
    from careplan.facilities import Employer as Employer
    from careplan.facilities import EmployerKind as EmployerKind
    from careplan.facilities import Equipment as Equipment
    from careplan.facilities import Grant as Grant
    from careplan.facilities import GrantRecipient as GrantRecipient
    from careplan.facilities import Room as Room
    from careplan.facilities import RoomUse as RoomUse
    from careplan.facilities import Supply as Supply
    from careplan.facilities import Venue as Venue
    from careplan.facilities import VenueCategory as VenueCategory
    from careplan.fields import Noun as Noun
    from careplan.forms import FieldType as FieldType
    from careplan.forms import Form as Form
    from careplan.forms import FormCheck as FormCheck
    from careplan.forms import FormField as FormField
    from careplan.forms import check_form as check_form
    from careplan.bodies import Body as Body
    from careplan.governance import Council as Council
    from careplan.bodies import Level as Level
    from careplan.governance import Meeting as Meeting
    from careplan.bodies import Office as Office
    from careplan.bodies import Party as Party
    from careplan.bodies import Role as Role
    from careplan.governance import Task as Task
    from careplan.bodies import named as named
    from careplan.bodies import office_table as office_table
    from careplan.governance import task_table as task_table
    from careplan.institutions import Disclosure as Disclosure
    from careplan.institutions import HealthSystem as HealthSystem
    from careplan.institutions import Institution as Institution
    from careplan.institutions import LegalForm as LegalForm
    from careplan.institutions import OwnershipMode as OwnershipMode
    from careplan.institutions import Premises as Premises
    from careplan.institutions import PremisesRoom as PremisesRoom
    from careplan.institutions import ProfitStatus as ProfitStatus
    from careplan.institutions import RoomGroup as RoomGroup
    from careplan.institutions import ServiceMode as ServiceMode
    from careplan.institutions import Setting as Setting
    from careplan.institutions import Site as Site
    from careplan.ledgers import LedgerProgress as LedgerProgress
    from careplan.ranges import Range as Range
    from careplan.ledgers import RowProgress as RowProgress
    from careplan.ledgers import TotalProgress as TotalProgress
    from careplan.people import Child as Child
    from careplan.people import StaffMember as StaffMember
    from careplan.people import age_in_months as age_in_months
    from careplan.plan import Coverage as Coverage
    from careplan.plan import Plan as Plan
    from careplan.plans import get_plan as get_plan
    from careplan.plans import plan_ids as plan_ids
    from careplan.progress import TargetProgress as TargetProgress
    from careplan.progress import track_progress as track_progress
    from careplan.remedying import remedies as remedies
    from careplan.registration import Applicant as Applicant
    from careplan.registration import EarlyEducationCentre as EarlyEducationCentre
    from careplan.registration import Oversight as Oversight
    from careplan.registration import Registration as Registration
    from careplan.registration import Route as Route
    from careplan.registration import Step as Step
    from careplan.registration import ToddlerClass as ToddlerClass
    from careplan.responsibility import matrix as matrix
    from careplan.responsibility import tasks_of as tasks_of
    from careplan.pathways import PathStep as PathStep
    from careplan.pathways import RegistrationPath as RegistrationPath
    from careplan.pathways import RegistrationPaths as RegistrationPaths
    from careplan.routing import registration_paths as registration_paths
    from careplan.schedule import Deadline as Deadline
    from careplan.schedule import Duty as Duty
    from careplan.schedule import Interval as Interval
    from careplan.schedule import Period as Period
    from careplan.schedule import Stage as Stage
    from careplan.schedule import one_day as one_day
    from careplan.schedule import month as month
    from careplan.scheduling import Agenda as Agenda
    from careplan.scheduling import AgendaEntry as AgendaEntry
    from careplan.scheduling import agenda as agenda
    from careplan.scheduling import next_due as next_due
    from careplan.scopes import BusinessScope as BusinessScope
    from careplan.scopes import ModeWords as ModeWords
    from careplan.scoring import ItemScore as ItemScore
    from careplan.scoring import Score as Score
    from careplan.scoring import minimum_marks as minimum_marks
    from careplan.scoring import score as score
    from careplan.sheets import Marking as Marking
    from careplan.sheets import Scorecard as Scorecard
    from careplan.sheets import SheetItem as SheetItem
    from careplan.slots import slots_per_thousand as slots_per_thousand
    from careplan.slots import slots_required as slots_required
    from careplan.sources import Clause as Clause
    from careplan.sources import Document as Document
    from careplan.sources import Force as Force
    from careplan.sources import Interpretation as Interpretation
    from careplan.sources import Modality as Modality
    from careplan.sources import Option as Option
    from careplan.sources import Reading as Reading
    from careplan.text import Text as Text
    from careplan.sources import by_number as by_number
    from careplan.sources import clause_table as clause_table
    from careplan.targets import Ledger as Ledger
    from careplan.targets import LedgerRow as LedgerRow
    from careplan.targets import Measure as Measure
    from careplan.targets import Measurement as Measurement
    from careplan.targets import Milestone as Milestone
    from careplan.targets import Precision as Precision
    from careplan.targets import SlotCount as SlotCount
    from careplan.targets import Target as Target
    from careplan.truth import Availability as Availability
    from careplan.truth import Outcome as Outcome
    from careplan.truth import Truth as Truth
    from careplan.assessments import Assessment as Assessment
    from careplan.rules import Benefit as Benefit
    from careplan.findings import BenefitFinding as BenefitFinding
    from careplan.encoded import ByReading as ByReading
    from careplan.remedy import Change as Change
    from careplan.rules import Definition as Definition
    from careplan.findings import DefinitionFinding as DefinitionFinding
    from careplan.findings import Finding as Finding
    from careplan.rules import Otherwise as Otherwise
    from careplan.remedy import Remedy as Remedy
    from careplan.remedy import RemedyOption as RemedyOption
    from careplan.rules import Rule as Rule
    from careplan.wording import describe as describe
    from careplan.wording import fact_label as fact_label
    from careplan.paths import fact_spec as fact_spec

# Which module each public name lives in. The block above says the same to type checkers;
# a test keeps the two alike.
_NAMES = {
    "": "codec",
    "assignments": "Assignment Origin",
    "nodes": "all_of Criterion Op any_of not_",
    "criteria": "Fact among every facts has some",
    "evaluation": "evaluate",
    "residuals": "facts_of residual",
    "eligibility": "assess",
    "remedying": "remedies",
    "errors": (
        "AmbiguousTruth CareplanError InvalidCriterion InvalidInput NotFound Problem "
        "UnknownFact UnknownInInput"
    ),
    "evidence": "Evaluation Evidence",
    "facilities": (
        "Employer EmployerKind Equipment Grant GrantRecipient Room RoomUse Supply Venue "
        "VenueCategory"
    ),
    "estates": "Community CommunityKind Kindergarten LandPlot MedicalInstitution ResidentialArea",
    "fields": "Noun",
    "forms": "FieldType Form FormCheck FormField check_form",
    "bodies": "Body Level Office Party Role named office_table",
    "governance": "Council Meeting Task task_table",
    "institutions": (
        "Disclosure HealthSystem Institution LegalForm OwnershipMode Premises PremisesRoom "
        "ProfitStatus RoomGroup ServiceMode Setting Site"
    ),
    "paths": "fact_spec",
    "people": "Child StaffMember age_in_months",
    "plan": "Coverage Plan",
    "plans": "get_plan plan_ids",
    "ledgers": "LedgerProgress RowProgress TotalProgress",
    "ranges": "Range",
    "progress": "TargetProgress track_progress",
    "registration": "Applicant EarlyEducationCentre Oversight Registration Route Step ToddlerClass",
    "responsibility": "matrix tasks_of",
    "pathways": "PathStep RegistrationPath RegistrationPaths",
    "routing": "registration_paths",
    "schedule": "Deadline Duty Interval Period Stage month one_day",
    "scheduling": "Agenda AgendaEntry agenda next_due",
    "scopes": "BusinessScope ModeWords",
    "scoring": "ItemScore Score minimum_marks score",
    "sheets": "Marking Scorecard SheetItem",
    "slots": "slots_per_thousand slots_required",
    "sources": (
        "Clause Document Force Interpretation Modality Option Reading by_number clause_table"
    ),
    "text": "Text",
    "targets": "Ledger LedgerRow Measure Measurement Milestone Precision SlotCount Target",
    "truth": "Availability Outcome Truth",
    "assessments": "Assessment",
    "findings": "BenefitFinding DefinitionFinding Finding",
    "remedy": "Change Remedy RemedyOption",
    "rules": "Benefit Definition Otherwise Rule",
    "encoded": "ByReading",
    "wording": "describe fact_label",
}
_HOMES = {name: module for module, names in _NAMES.items() for name in names.split()}

__all__ = sorted(_HOMES)  # noqa: PLE0605 - computed, so that there is one list


if not TYPE_CHECKING:  # a type checker must see that other names do not exist

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            message = f"module 'careplan' has no attribute {name!r}"
            raise AttributeError(message)
        home = _HOMES[name]
        # A module that is public itself has no home but the package.
        module = import_module(f"careplan.{home or name}")
        value: object = getattr(module, name) if home else module
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return list(__all__)
