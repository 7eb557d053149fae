"""Chapters 三（一）-（三）: employers, public places, employers' care, kindergarten classes."""

from careplan.base.text import Text
from careplan.criteria.nodes import all_of, any_of, not_
from careplan.criteria.proxies import among, facts, has, some
from careplan.documents.encoded import ByReading
from careplan.documents.places import NOT_LISTED, of_kinds
from careplan.documents.rules import Benefit, Definition, Otherwise, Rule
from careplan.nouns.estates import Kindergarten
from careplan.nouns.facilities import Employer, EmployerKind, Room, RoomUse, Venue, VenueCategory
from careplan.nouns.institutions import Institution, ServiceMode
from careplan.plans.dawa_2023.clauses import C

employer, room, venue = facts(Employer), facts(Room), facts(Venue)
kindergarten, institution = facts(Kindergarten), facts(Institution)

HAS_NURSERY = some(employer.rooms, has(room.use, RoomUse.NURSERY))
HAS_LACTATION_ROOM = some(employer.rooms, has(room.use, RoomUse.LACTATION))
HAS_SPECIAL_CARE_ROOM = some(employer.rooms, has(room.use, RoomUse.SPECIAL_CARE))
PRINTED = {
    VenueCategory.STATION,
    VenueCategory.SHOP,
    VenueCategory.HOSPITAL,
    VenueCategory.CULTURE_OR_TOURISM,
}
LISTED = of_kinds(venue.category, PRINTED, venue.treated_as_listed)
LISTED_OR_LIKE = of_kinds(venue.category, PRINTED, venue.treated_as_listed, open_list=True)
# A room for the public's mothers and infants (母婴室), and a care room (母婴关爱室) is one by its
# name. Rooms for an employer's own staff are not, a mummy hut among them, unless they serve as
# such as well; a room of which nobody says what it is for may be one.
FOR_MOTHERS_AND_INFANTS = any_of(
    has(room.use, RoomUse.MOTHER_AND_BABY), has(room.use, RoomUse.CARE_ROOM)
)

ONLY_ENCOURAGED = Text(
    zh="按此读法，下一句对同类单位只作鼓励，本句不另加约束",
    en="under this reading the next sentence only encourages such employers, so this one does",
)
CARE_FOR_STAFF = tuple(
    Rule(
        clause=C["3.3.1.a"],
        under=("employer_care", option),
        applies=among(
            employer.kind,
            {
                EmployerKind.STATE_ORGAN,
                EmployerKind.ENTERPRISE,
                EmployerKind.PUBLIC_INSTITUTION,
            },
        ),
        requires=all_of(employer.offers_care, employer.care_is_inclusive),
        advisory=advisory,
    )
    for option, advisory in (("advice", ONLY_ENCOURAGED), ("binds", None))
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
                "open": all_of(LISTED_OR_LIKE, venue.mothers_and_infants_stay),
            },
        ),
        requires=some(venue.rooms, all_of(FOR_MOTHERS_AND_INFANTS, room.basic_equipment)),
        otherwise=Otherwise(when=not_(LISTED), text=NOT_LISTED),
    ),
    *CARE_FOR_STAFF,
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
    # Public and private alike: no kindergarten is left out.
    Rule(clause=C["3.3.3.c"], requires=kindergarten.adds_inclusive_places),
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
