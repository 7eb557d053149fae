"""All nouns of careplan, in one list: what a file may name, and what test data are made of."""

from careplan.fields.declaring import Noun
from careplan.nouns.applicants import Applicant, EarlyEducationCentre, Filing, ToddlerClass
from careplan.nouns.care.groups import ClassGroup, FamilyPoint
from careplan.nouns.care.institutions import Institution
from careplan.nouns.care.nursing import NursingEmployee
from careplan.nouns.care.people import Child, StaffMember
from careplan.nouns.care.premises import Premises, Site
from careplan.nouns.counts import LedgerCount, Measurement, SlotCount
from careplan.nouns.estates import (
    Community,
    Kindergarten,
    LandPlot,
    MedicalInstitution,
    ResidentialArea,
)
from careplan.nouns.facilities import Employer, Grant, Room, Venue

NOUNS: tuple[type[Noun], ...] = (
    *(Applicant, Child, ClassGroup, Community, EarlyEducationCentre, Employer, FamilyPoint),
    *(Filing, Grant, Institution, Kindergarten, LandPlot, LedgerCount, Measurement),
    *(MedicalInstitution, NursingEmployee, Premises, ResidentialArea, Room),
    *(Site, SlotCount, StaffMember, ToddlerClass, Venue),
)
