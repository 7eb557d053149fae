"""careplan: Chinese local policy on childcare and mother-and-baby rooms as a pure domain model.

>>> import careplan as cp
>>> cp.assess(cp.Employer(), cp.get_plan("shuangliao_2021")).outcome
Outcome.UNKNOWN

Here stand the verbs, the nouns with their enums, what criteria are written with, and the errors.
What an author of a document needs is `careplan.writing`; the types of answers are
`careplan.results`. Nothing is loaded until it is used: names are resolved on first access,
documents when `get_plan` is called.
"""

from importlib import import_module
from typing import TYPE_CHECKING

# Several names a line: the formatter would give each of them one.
# fmt: off
if TYPE_CHECKING:
    from careplan import (
        audit as audit, codec as codec, frames as frames, intake as intake, results as results,
        sql as sql, writing as writing,
    )
    from careplan.base.errors import (
        AmbiguousTruth as AmbiguousTruth, CareplanError as CareplanError,
        InvalidCriterion as InvalidCriterion, InvalidInput as InvalidInput, NotFound as NotFound,
        Problem as Problem, UnknownFact as UnknownFact, UnknownInInput as UnknownInInput,
    )
    from careplan.base.foreign import stated as stated
    from careplan.base.text import Text as Text
    from careplan.base.truth import Availability as Availability, Outcome as Outcome, Truth as Truth
    from careplan.criteria.evaluation import evaluate as evaluate
    from careplan.criteria.nodes import (
        Criterion as Criterion, all_of as all_of, any_of as any_of, not_ as not_,
    )
    from careplan.criteria.proxies import (
        Fact as Fact, among as among, count as count, elapsed as elapsed, every as every,
        facts as facts, has as has, some as some, total as total,
    )
    from careplan.criteria.residuals import facts_of as facts_of, residual as residual
    from careplan.criteria.sums.writing import at_least as at_least
    from careplan.criteria.wording.asking import fact_question as fact_question
    from careplan.criteria.wording.criteria import describe as describe
    from careplan.criteria.wording.labels import fact_label as fact_label
    from careplan.display.languages import preferred_language as preferred_language
    from careplan.display.tables.columns import Column as Column, ColumnKind as ColumnKind
    from careplan.display.tables.table import Table as Table
    from careplan.display.version import __version__ as __version__
    from careplan.documents.authorities.workdays import WorkCalendar as WorkCalendar
    from careplan.documents.plan import Plan as Plan
    from careplan.fields.declaring import Noun as Noun
    from careplan.fields.paths import fact_spec as fact_spec
    from careplan.nouns.applicants import (
        Applicant as Applicant, EarlyEducationCentre as EarlyEducationCentre,
        Filing as Filing, ToddlerClass as ToddlerClass,
    )
    from careplan.nouns.bodies import Body as Body, Level as Level, Party as Party, Role as Role
    from careplan.nouns.care.groups import (
        ClassGroup as ClassGroup, ClassKind as ClassKind, FamilyPoint as FamilyPoint,
    )
    from careplan.nouns.care.institutions import (
        CreditCodeSign as CreditCodeSign, Disclosure as Disclosure,
        HealthSystem as HealthSystem, Institution as Institution, LegalForm as LegalForm,
        OwnershipMode as OwnershipMode, ProfitStatus as ProfitStatus,
        ServiceMode as ServiceMode, Setting as Setting,
    )
    from careplan.nouns.care.nursing import NursingEmployee as NursingEmployee
    from careplan.nouns.care.people import (
        Child as Child, Diploma as Diploma, StaffMember as StaffMember, StaffRole as StaffRole,
        age_in_months as age_in_months,
    )
    from careplan.nouns.care.premises import (
        Premises as Premises, PremisesRoom as PremisesRoom, RoomGroup as RoomGroup, Site as Site,
    )
    from careplan.nouns.counts import (
        LedgerCount as LedgerCount,
        Measurement as Measurement,
        SlotCount as SlotCount,
    )
    from careplan.nouns.estates import (
        Community as Community, CommunityKind as CommunityKind, Kindergarten as Kindergarten,
        LandPlot as LandPlot, MedicalInstitution as MedicalInstitution,
        ResidentialArea as ResidentialArea,
    )
    from careplan.nouns.facilities import (
        Employer as Employer, EmployerKind as EmployerKind, Equipment as Equipment, Grant as Grant,
        GrantRecipient as GrantRecipient, Room as Room, RoomUse as RoomUse, Supply as Supply,
        Venue as Venue, VenueCategory as VenueCategory,
    )
    from careplan.plans import (
        get_plan as get_plan, national_plan_ids as national_plan_ids, plan_ids as plan_ids,
    )
    from careplan.verbs.agenda import agenda as agenda, next_due as next_due
    from careplan.verbs.assessing.eligibility import (
        assess as assess, in_force as in_force,
    )
    from careplan.verbs.assessing.owing import owed as owed
    from careplan.verbs.class_kind import class_kind as class_kind
    from careplan.verbs.compiled import compiled as compiled
    from careplan.verbs.comparing.disagreements import disagreements as disagreements
    from careplan.verbs.outcomes import outcomes as outcomes
    from careplan.verbs.periods.asking import progress_table as progress_table
    from careplan.verbs.periods.calendar import (
        half_years as half_years, months as months, quarters as quarters, years as years,
    )
    from careplan.verbs.remedies.remedying import remedies as remedies
    from careplan.verbs.figures.grouping import roll_up as roll_up
    from careplan.verbs.figures.slots import (
        slots_per_thousand as slots_per_thousand, slots_required as slots_required,
    )
    from careplan.verbs.figures.splitting import split_slots as split_slots
    from careplan.verbs.forms import check_form as check_form
    from careplan.verbs.grading import grade as grade
    from careplan.verbs.limits import due_on as due_on
    from careplan.verbs.registering.routing import registration_paths as registration_paths
    from careplan.verbs.responsibility import matrix as matrix, tasks_of as tasks_of
    from careplan.verbs.scoring.scoring import minimum_marks as minimum_marks
    from careplan.verbs.scoring.scoring import score as score
    from careplan.verbs.tabling import columns as columns, table as table
    from careplan.verbs.tracking.progress import track_progress as track_progress
# fmt: on

# Which module each public name lives in. The block above says the same to type checkers;
# a test keeps the two alike.
_NAMES = {
    "": "audit codec frames intake results sql writing",
    "base.errors": (
        "AmbiguousTruth CareplanError InvalidCriterion InvalidInput NotFound Problem "
        "UnknownFact UnknownInInput"
    ),
    "base.foreign": "stated",
    "base.text": "Text",
    "base.truth": "Availability Outcome Truth",
    "criteria.evaluation": "evaluate",
    "criteria.nodes": "Criterion all_of any_of not_",
    "criteria.proxies": "Fact among count elapsed every facts has some total",
    "criteria.residuals": "facts_of residual",
    "criteria.sums.writing": "at_least",
    "criteria.wording.asking": "fact_question",
    "criteria.wording.criteria": "describe",
    "criteria.wording.labels": "fact_label",
    "display.languages": "preferred_language",
    "display.tables.columns": "Column ColumnKind",
    "display.tables.table": "Table",
    "display.version": "__version__",
    "documents.authorities.workdays": "WorkCalendar",
    "documents.plan": "Plan",
    "fields.declaring": "Noun",
    "fields.paths": "fact_spec",
    "nouns.applicants": "Applicant EarlyEducationCentre Filing ToddlerClass",
    "nouns.bodies": "Body Level Party Role",
    "nouns.care.groups": "ClassGroup ClassKind FamilyPoint",
    "nouns.care.institutions": (
        "CreditCodeSign Disclosure HealthSystem Institution LegalForm OwnershipMode ProfitStatus "
        "ServiceMode Setting"
    ),
    "nouns.care.nursing": "NursingEmployee",
    "nouns.care.people": ("Child Diploma StaffMember StaffRole age_in_months"),
    "nouns.care.premises": "Premises PremisesRoom RoomGroup Site",
    "nouns.counts": "LedgerCount Measurement SlotCount",
    "nouns.estates": (
        "Community CommunityKind Kindergarten LandPlot MedicalInstitution ResidentialArea"
    ),
    "nouns.facilities": (
        "Employer EmployerKind Equipment Grant GrantRecipient Room RoomUse Supply Venue "
        "VenueCategory"
    ),
    "plans": "get_plan national_plan_ids plan_ids",
    "verbs.agenda": "agenda next_due",
    "verbs.assessing.eligibility": "assess in_force",
    "verbs.assessing.owing": "owed",
    "verbs.class_kind": "class_kind",
    "verbs.compiled": "compiled",
    "verbs.comparing.disagreements": "disagreements",
    "verbs.outcomes": "outcomes",
    "verbs.periods.asking": "progress_table",
    "verbs.periods.calendar": "half_years months quarters years",
    "verbs.remedies.remedying": "remedies",
    "verbs.figures.grouping": "roll_up",
    "verbs.figures.slots": "slots_per_thousand slots_required",
    "verbs.figures.splitting": "split_slots",
    "verbs.forms": "check_form",
    "verbs.grading": "grade",
    "verbs.limits": "due_on",
    "verbs.registering.routing": "registration_paths",
    "verbs.responsibility": "matrix tasks_of",
    "verbs.scoring.scoring": "minimum_marks score",
    "verbs.tabling": "columns table",
    "verbs.tracking.progress": "track_progress",
}
_HOMES = {name: module for module, names in _NAMES.items() for name in names.split()}

__all__ = sorted(_HOMES.keys() - {"__version__"})  # noqa: PLE0605 - computed, so that there is one list


def _advice(name: str) -> str:
    """Say where a name that is not here lives, or which one was probably meant."""
    faces = {face: import_module(f"careplan.{face}").__all__ for face in _NAMES[""].split()}
    known = {one: f"careplan.{face}.{one}" for face, names in faces.items() for one in names}
    if name in known:
        return f"; it stands in {known[name].rpartition('.')[0]}"
    known |= {one: f"careplan.{one}" for one in __all__}
    near = import_module("careplan.base.nearness").nearest(name, known)
    if near is None:
        # `acess`: two slips of five are more than names of documents may have.
        alike = import_module("difflib").get_close_matches(name, known, n=1, cutoff=0.72)
        near = known[alike[0]] if alike and alike[0][0] == name[0] else None
    return "" if near is None else f"; did you mean {near}?"


if not TYPE_CHECKING:  # a type checker must see that other names do not exist

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            # Tools ask every module for names of their own, such as __wrapped__.
            advice = "" if name.startswith("_") else _advice(name)
            message = f"module 'careplan' has no attribute {name!r}{advice}"
            raise AttributeError(message)
        home = _HOMES[name]
        # A module that is public itself has no home but the package.
        module = import_module(f"careplan.{home or name}")
        value: object = getattr(module, name) if home else module
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return list(__all__)
