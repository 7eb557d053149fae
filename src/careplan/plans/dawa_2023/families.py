"""Chapters 三（一）-（三）: employers, public places, employers' care, kindergarten classes."""

from careplan.criteria import all_of, among, any_of, facts, has, some
from careplan.estates import Kindergarten
from careplan.facilities import Employer, EmployerKind, Room, RoomUse, Venue, VenueCategory
from careplan.institutions import Institution, ServiceMode
from careplan.plans.dawa_2023.clauses import C
from careplan.text import Text
from careplan.verdicts import Benefit, ByReading, Definition, Rule

employer, room, venue = facts(Employer), facts(Room), facts(Venue)
kindergarten, institution = facts(Kindergarten), facts(Institution)

HAS_NURSERY = some(employer.rooms, has(room.use, RoomUse.NURSERY))
HAS_LACTATION_ROOM = some(employer.rooms, has(room.use, RoomUse.LACTATION))
HAS_SPECIAL_CARE_ROOM = some(employer.rooms, has(room.use, RoomUse.SPECIAL_CARE))
# Four kinds are printed; the others are stations, shops, culture or tourism by their names.
LISTED = among(
    venue.category,
    {
        VenueCategory.STATION,
        VenueCategory.SHOP,
        VenueCategory.HOSPITAL,
        VenueCategory.CULTURE_OR_TOURISM,
        VenueCategory.COACH_STATION,
        VenueCategory.COMMERCIAL_CENTRE,
        VenueCategory.CULTURAL_CENTRE,
        VenueCategory.SCENIC_AREA,
    },
)

RULES = (
    Rule(clause=C["3.1.1.b"], requires=employer.eases_care),
    # Every employer: no head count, no area.
    Rule(
        clause=C["3.1.2.b"],
        requires=ByReading(
            "employer_rooms",
            {
                "all_three": all_of(HAS_NURSERY, HAS_LACTATION_ROOM, HAS_SPECIAL_CARE_ROOM),
                "any_one": any_of(HAS_NURSERY, HAS_LACTATION_ROOM, HAS_SPECIAL_CARE_ROOM),
            },
        ),
    ),
    Rule(clause=C["3.1.2.c"], requires=employer.breastfeeding_time),
    # No area is stated, and what basic equipment is: a declared fact.
    Rule(
        clause=C["3.1.2.d"],
        applies=ByReading(
            "place_list",
            {
                "closed": all_of(LISTED, venue.mothers_and_infants_stay),
                "open": all_of(
                    any_of(LISTED, venue.treated_as_listed), venue.mothers_and_infants_stay
                ),
            },
        ),
        requires=some(venue.rooms, room.basic_equipment),
    ),
    Rule(
        clause=C["3.3.1.a"],
        applies=among(
            employer.kind,
            {
                EmployerKind.STATE_ORGAN,
                EmployerKind.ENTERPRISE,
                EmployerKind.PUBLIC_INSTITUTION,
            },
        ),
        requires=all_of(employer.offers_care, employer.care_is_inclusive),
        advisory=Text(
            zh="同款下一句对同类单位只作鼓励，取较弱的一句",
            en="the next sentence only encourages such employers; the weaker one is taken",
        ),
    ),
    # Alone or jointly, at work or near it; social organisations too, so any kind of employer.
    Rule(
        clause=C["3.3.1.b"],
        applies=employer.young_workers_concentrated,
        requires=all_of(employer.offers_care, employer.care_is_inclusive),
    ),
    Rule(
        clause=C["3.3.3.a"],
        applies=kindergarten.conditions_allow,
        requires=kindergarten.toddler_class,
    ),
    Rule(
        clause=C["3.3.3.b"],
        applies=kindergarten.new,
        requires=all_of(kindergarten.toddler_class, kindergarten.suitable_share),
    ),
)

BENEFITS = (
    # Leave to take in neighbours' children; which conditions is not said.
    Benefit(
        clause=C["3.3.1.c"],
        condition=all_of(employer.offers_care, employer.conditions_allow),
    ),
)

DEFINITIONS = (
    # Said once, for this list and all that follow; tasks.py keeps the printed order.
    Definition(
        clause=C["3.0.leadrule"],
        term=Text(
            zh="牵头单位：责任单位名单的第一位；各镇街负属地责任",
            en="lead: the first of a list of units; towns answer for their territory",
        ),
    ),
    # The list ends in "and so on", hence OTHER.
    Definition(
        clause=C["3.3.2.b"],
        term=Text(zh="机构可提供的照护形式", en="modes of care an institution may offer"),
        criterion=any_of(*(has(institution.service_modes, mode) for mode in ServiceMode)),
    ),
)
