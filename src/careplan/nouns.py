"""All nouns of careplan, in one list: what a file may name, and what test data are made of."""

from careplan.estates import Community, Kindergarten, LandPlot, MedicalInstitution, ResidentialArea
from careplan.facilities import Employer, Grant, Room, Venue
from careplan.fields import Noun
from careplan.institutions import Institution, Premises, Site
from careplan.people import Child, StaffMember
from careplan.registration import Applicant, EarlyEducationCentre, ToddlerClass
from careplan.targets import Measurement, SlotCount

NOUNS: tuple[type[Noun], ...] = (
    *(Applicant, Child, Community, EarlyEducationCentre, Employer, Grant, Institution),
    *(Kindergarten, LandPlot, Measurement, MedicalInstitution, Premises, ResidentialArea, Room),
    *(Site, SlotCount, StaffMember, ToddlerClass, Venue),
)
