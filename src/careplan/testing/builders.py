"""Builders: a plausible subject with every fact stated, and whatever a test changes of it.

The subject that is built breaks no binding rule of any encoded document, so what a test
overrides is what its outcome is about.

>>> make_venue(building_area_m2=4_999).rooms[0].usable_area_m2
12
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, Protocol, TypeVar, assert_never

import careplan.fields.kinds as k
from careplan.base.errors import Problem
from careplan.base.frozenmap import FrozenMap
from careplan.fields.checking import read
from careplan.fields.declaring import Noun, facts_declared
from careplan.nouns.applicants import Applicant, EarlyEducationCentre, Filing, ToddlerClass
from careplan.nouns.bodies import Body
from careplan.nouns.care.groups import ClassGroup, FamilyPoint
from careplan.nouns.care.institutions import (
    CreditCodeSign,
    Institution,
    LegalForm,
    OwnershipMode,
    ProfitStatus,
    ServiceMode,
    Setting,
)
from careplan.nouns.care.nursing import NursingEmployee
from careplan.nouns.care.people import Child, Diploma, StaffMember
from careplan.nouns.care.premises import Premises, Site
from careplan.nouns.counts import SLOTS, LedgerCount, Measurement, SlotCount
from careplan.nouns.estates import (
    Community,
    Kindergarten,
    LandPlot,
    MedicalInstitution,
    ResidentialArea,
)
from careplan.nouns.facilities import (
    Employer,
    EmployerKind,
    Grant,
    GrantRecipient,
    Room,
    RoomUse,
    Venue,
    VenueCategory,
)
from careplan.testing.agreeing import agreed
from careplan.testing.vocabulary import check_facts, check_noun, kept

_N = TypeVar("_N", bound=Noun)
_N_co = TypeVar("_N_co", bound=Noun, covariant=True)

# Yes is the plain case of a yes-or-no fact; of these, no is.
_NO = frozenset(
    {
        *("abuse_found", "managed_abuser", "stained_record", "paediatric"),
        *("near_fuel_station", "near_pipeline", "crossed_by_power_corridor"),
        *("existing", "approval_powers_merged", "approval_office_has_power", "in_special_zone"),
        *("combined_with_kindergarten", "inefficient_or_idle", "needs_new_quota"),
        *("below_ground", "camera_inside", "refusal_notice_given"),
    }
)
# What a fact of this name is, unless a test says otherwise.
_USUAL: Mapping[str, object] = FrozenMap(
    {
        "age_months": 30,
        "amount_yuan": 10_000,
        "approved_by": Body.EDUCATION,
        "area_m2": 20,
        "building_area_m2": 12_000,
        "category": VenueCategory.HOSPITAL,
        "children": 3,
        "children_in_care": 60,
        "coach_station_grade": 1,
        "credit_code_sign": CreditCodeSign.CIVIL_AFFAIRS,
        "daily_visitors": 2_000,
        "diploma": Diploma.BACHELOR,
        "female_employees": 120,
        "fire_rating": 2,
        "floor_area_m2": 40,
        "handed_over_to": Body.HEALTH,
        "infant_age_months": 8,
        "kind": EmployerKind.ENTERPRISE,
        "institution_profit_status": ProfitStatus.NON_PROFIT,
        "lease_from": date(2023, 1, 1),
        "lease_until": date(2027, 12, 31),
        "legal_form": LegalForm.SOCIAL_SERVICE_ORGANISATION,
        "locality": "大洼街道",
        "number": 80,
        "of": SLOTS,
        "oldest_months": 11,
        "on": date(2024, 6, 30),
        "outdoor_hours_a_day": 2,
        "ownership_mode": OwnershipMode.PUBLIC,
        "pregnant_or_nursing_employees": 10,
        "profit_status": ProfitStatus.NON_PROFIT,
        "registered_with": Body.CIVIL_AFFAIRS,
        "relevant_years": 5,
        "recipient": GrantRecipient.GRASSROOTS_UNION,
        "service_modes": frozenset({ServiceMode.FULL_DAY}),
        "setting": Setting.COMMUNITY,
        "slots": 80,
        "usable_area_m2": 12,
        "value": 100,
        "use": frozenset({RoomUse.MOTHER_AND_BABY}),
        "video_kept_days": 90,
        "window_area_m2": 10,
        "youngest_months": 7,
    }
)


class Builder(Protocol[_N_co]):
    """A builder of one noun: plausible facts, and those given instead."""

    def __call__(self, **facts: object) -> _N_co:
        """Return the noun."""


def build(cls: type[_N], /, **facts: object) -> _N:
    """Return a noun with every fact stated plausibly, and those given instead.

    Of a noun of a caller's own a number is 1 and a choice its first member. What its
    `contradictions` refuse beside the rest is stated otherwise, or not stated if nothing simple
    will do. Of facts of which one excludes the other all are stated that can stand together: a
    measurement has a value, and where part or whole are given these and no value. None leaves a
    fact out. Raises InvalidInput for what is no noun class or no value of
    a fact, NotFound for a fact the noun does not have.

    >>> from careplan import Child
    >>> build(Child, age_months=35).insured
    True
    """
    check_noun(cls)
    check_facts(cls, facts)
    given = kept(cls, facts)
    made: _N = agreed(cls, {**_stated(cls), **given}, frozenset(given), full=True)
    return made


def _builder(cls: type[_N], what: str) -> Builder[_N]:
    def make(**facts: object) -> _N:
        return build(cls, **facts)

    make.__doc__ = f"Return {what}; see `build`."
    return make


make_applicant = _builder(Applicant, "a non-profit applicant for full-day care")
make_child = _builder(Child, "a child of thirty months in care")
make_class_group = _builder(ClassGroup, "an infant class of three children and one carer")
make_community = _builder(Community, "a community with every fact stated")
make_early_education_centre = _builder(
    EarlyEducationCentre, "a centre with a toddler class, approved by the education office"
)
make_employer = _builder(Employer, "an enterprise with the rooms any document asks for")
make_family_point = _builder(FamilyPoint, "a family point of three children and one carer")
make_filing = _builder(Filing, "a filing that conforms, answered and made public")
make_grant = _builder(Grant, "a grant of 10,000 yuan to a grass-roots union")
make_institution = _builder(Institution, "a registered institution on a good site")
make_kindergarten = _builder(Kindergarten, "a kindergarten with every fact stated")
make_land_plot = _builder(LandPlot, "a plot of land with every fact stated")
make_ledger_count = _builder(LedgerCount, "a count of 80 slots in one locality")
make_measurement = _builder(
    Measurement,
    "a measurement of 100; give part and whole, which exclude a value, for a share",
)
make_medical_institution = _builder(MedicalInstitution, "a hospital with every fact stated")
make_nursing_employee = _builder(
    NursingEmployee, "a worker who nurses one infant of eight months, an hour a day"
)
make_premises = _builder(Premises, "premises with every fact stated")
make_residential_area = _builder(ResidentialArea, "a residential area with every fact stated")
make_room = _builder(Room, "a new mother-and-baby room of 12 m2 usable area")
make_site = _builder(Site, "a good site")
make_slot_count = _builder(SlotCount, "a count of 80 slots in one locality")
make_staff_member = _builder(StaffMember, "a qualified member of staff")
make_toddler_class = _builder(ToddlerClass, "a toddler class of a kindergarten")
make_venue = _builder(Venue, "a hospital of 12,000 m2 with one room")


def _stated(cls: type[Any]) -> dict[str, Any]:
    """State every fact of a noun; an employer has a room for each use."""
    declared = facts_declared(cls)
    facts = {name: usual(name, spec.kind) for name, spec in declared.items()}
    if issubclass(cls, Employer):
        room: Any = declared["rooms"].kind.noun  # type: ignore[union-attr]  # items
        uses: Any = facts_declared(room)["use"].kind
        facts["rooms"] = tuple(build(room, use={use}) for use in uses.enum)
    return facts


def usual(name: str, kind: k.Kind) -> Any:
    """Return what a fact usually is: by its name, if its kind holds that, or by its kind."""
    problems: list[Problem] = []
    said = read(kind, _USUAL.get(name), name, problems)
    if said is not None and not problems:
        return said
    match kind:
        case k.FlagKind():
            return name not in _NO
        case k.NumberKind(minimum=minimum) | k.CountKind(minimum):
            return max(1, minimum)
        case k.ChoiceKind(enum):
            return next(iter(enum))
        case k.ChoicesKind(enum):
            return frozenset(enum)
        case k.TableKind(enum):
            return dict.fromkeys(enum, 1)
        case k.DayKind():
            return _USUAL["on"]
        case k.TextKind():
            return "甲"
        case k.PartKind(noun):
            return build(noun)
        case k.ItemsKind(noun):
            return (build(noun),)
        case _:
            assert_never(kind)
