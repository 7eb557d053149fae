"""Chapters 三（四） and 三（五）1, 4: site, design, rooms, fire, cold and heat, entry, safety.

No distance, area or list of standards is stated; each is a declared fact. The three parts of
premises are asked for; the rooms named in each are examples (等), shown beside and never a breach.
"""

from careplan.base.text import Text
from careplan.criteria.nodes import all_of, not_
from careplan.criteria.proxies import facts, has
from careplan.documents.rules import Definition, Rule
from careplan.nouns.estates import Community, CommunityKind
from careplan.nouns.institutions import Institution, PremisesRoom, RoomGroup
from careplan.plans.dawa_2023.clauses import C

institution, community = facts(Institution), facts(Community)
site, premises = institution.site, institution.premises

# The rooms named in brackets, each behind the part it belongs to.
NAMED_IN = {
    RoomGroup.INFANT_LIVING: (
        PremisesRoom.DINING,
        PremisesRoom.SLEEPING,
        PremisesRoom.BREASTFEEDING,
        PremisesRoom.PLAY,
        PremisesRoom.WASHING,
        PremisesRoom.STORAGE,
    ),
    RoomGroup.SERVICE_MANAGEMENT: (
        PremisesRoom.HEALTH_ROOM,
        PremisesRoom.OFFICE,
        PremisesRoom.SECURITY_ROOM,
    ),
    RoomGroup.LOGISTICS: (
        PremisesRoom.KITCHEN,
        PremisesRoom.STOREROOM,
        PremisesRoom.DISINFECTION_ROOM,
    ),
}

RULES = (
    Rule(
        clause=C["3.4.1.b"],
        applies=institution.urban,
        requires=institution.considers_migrant_infants,
    ),
    # "Institutions and facilities": a facility is its community's.
    Rule(
        clause=C["3.4.1.b"],
        part="facility",
        applies=all_of(community.kind == CommunityKind.URBAN, community.care_facility),
        requires=community.facility_considers_migrants,
    ),
    Rule(
        clause=C["3.4.2.a"],
        requires=all_of(
            site.good_conditions,
            site.suitable_environment,
            site.convenient_transport,
            site.residents_concentrated,
            site.good_public_order,
        ),
    ),
    Rule(clause=C["3.4.2.b"], requires=site.away_from_pollution),
    Rule(
        clause=C["3.4.2.c"],
        requires=all_of(not_(site.near_fuel_station), not_(site.near_pipeline)),
    ),
    Rule(clause=C["3.4.2.d"], requires=not_(site.crossed_by_power_corridor)),
    Rule(clause=C["3.4.3.a"], requires=premises.safety_first_design),
    Rule(
        clause=C["3.4.3.b"],
        applies=institution.newly_built_or_altered,
        requires=all_of(
            premises.meets_nursery_design_code,
            premises.meets_seismic_standard,
            premises.meets_fire_standard,
        ),
    ),
    Rule(
        clause=C["3.4.4.a"],
        requires=all_of(
            has(premises.room_groups, RoomGroup.INFANT_LIVING),
            has(premises.room_groups, RoomGroup.SERVICE_MANAGEMENT),
            has(premises.room_groups, RoomGroup.LOGISTICS),
        ),
    ),
    # The area itself is left to the provincial opinions.
    Rule(clause=C["3.4.4.b"], requires=premises.meets_provincial_area_rules),
    Rule(clause=C["3.4.5.a"], requires=all_of(premises.evacuation_route, premises.fire_equipment)),
    Rule(clause=C["3.4.5.b"], requires=all_of(premises.cold_protection, premises.heat_protection)),
    Rule(clause=C["3.5.1.b"], requires=institution.meets_provincial_rules),
    Rule(
        clause=C["3.5.4.b"],
        requires=all_of(
            institution.safety_systems, institution.safety_equipment, institution.security_guards
        ),
    ),
    Rule(clause=C["3.5.4.c"], requires=institution.meets_provincial_safety_rules),
)

# One for each room, so that an answer says of every one whether it is there.
DEFINITIONS = tuple(
    Definition(
        clause=C["3.4.4.a"],
        part=named.value,
        term=Text(
            zh=f"设有{named.label.zh}（举例，属{group.label.zh}）",
            en=f"has a room named as an example: {named.label.en} ({group.label.en})",
        ),
        criterion=has(premises.rooms_or_areas, named),
    )
    for group, rooms in NAMED_IN.items()
    for named in rooms
)
