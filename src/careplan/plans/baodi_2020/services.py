"""Chapters 一, 三 and 四（二）-（三）: who is supported, new areas, employers, kindergartens."""

from careplan.base.text import Text
from careplan.criteria.nodes import all_of
from careplan.criteria.proxies import facts
from careplan.documents.authorities.offices import named
from careplan.documents.clauses import Modality
from careplan.documents.encoded import ByReading
from careplan.documents.rules import Benefit, Definition, Rule
from careplan.nouns.estates import Kindergarten, ResidentialArea
from careplan.nouns.facilities import Employer
from careplan.nouns.institutions import Institution
from careplan.nouns.people import Child
from careplan.plans.baodi_2020.clauses import C
from careplan.plans.baodi_2020.offices import OFFICES

institution, employer, child = facts(Institution), facts(Employer), facts(Child)
area, kindergarten = facts(ResidentialArea), facts(Kindergarten)

RULES = (
    # No ratio is given, and no rule on acceptance or handing over.
    Rule(
        clause=C["4.2.a"],
        applies=area.new,
        requires=all_of(
            area.care_facility_planned,
            area.safety_facility_planned,
            area.meets_standards,
            area.fits_kindergarten_provision,
        ),
    ),
    Rule(clause=C["4.3.b"], requires=employer.runs_care_institution),
    Rule(
        clause=C["4.3.c"],
        applies=kindergarten.conditions_allow,
        requires=kindergarten.toddler_class,
    ),
)

BENEFITS = (
    # Social organisations, enterprises, public institutions and individuals: no kind of
    # provider is left out, so only the condition is asked, which the text does not describe.
    # Only this sentence says whose support it is: the district's.
    Benefit(
        clause=C["1.a"],
        condition=institution.conditions_allow,
        owed_by=named(OFFICES, "我区"),
    ),
    Benefit(clause=C["3.2"], condition=institution.inclusive),
    # 可: a permission, of which nobody falls short.
    Benefit(
        clause=C["4.3.b"],
        part="open_to_neighbours",
        condition=all_of(employer.runs_care_institution, employer.conditions_allow),
        modality=Modality.MAY,
    ),
    Benefit(clause=C["4.3.e"], condition=institution.run_by_social_forces),
)

DEFINITIONS = (
    Definition(
        clause=C["4.3.c"],
        part="age",
        term=Text(zh="2至3岁的幼儿", en="children aged two to three"),
        criterion=ByReading(
            "toddler_age",
            {
                "under_three": all_of(child.age_months >= 24, child.age_months < 36),
                "three_too": all_of(child.age_months >= 24, child.age_months < 48),
            },
        ),
    ),
)
