"""All nouns of careplan, in one list: what a file may name, and what test data are made of."""

from careplan.fields.declaring import Noun
from careplan.nouns.applicants import Applicant, EarlyEducationCentre, ToddlerClass
from careplan.nouns.counts import LedgerCount, Measurement, SlotCount
from careplan.nouns.estates import (
    Community,
    Kindergarten,
    LandPlot,
    MedicalInstitution,
    ResidentialArea,
)
from careplan.nouns.facilities import Employer, Grant, Room, Venue
from careplan.nouns.institutions import Institution, Premises, Site
from careplan.nouns.people import Child, StaffMember

NOUNS: tuple[type[Noun], ...] = (
    *(Applicant, Child, Community, EarlyEducationCentre, Employer, Grant, Institution),
    *(
        Kindergarten,
        LandPlot,
        LedgerCount,
        Measurement,
        MedicalInstitution,
        Premises,
        ResidentialArea,
        Room,
    ),
    *(Site, SlotCount, StaffMember, ToddlerClass, Venue),
)
