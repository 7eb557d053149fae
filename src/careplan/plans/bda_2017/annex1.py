"""Annex 1: how a room is set up, equipped, registered and rewarded."""

from careplan.criteria.nodes import all_of
from careplan.documents.authorities.offices import named
from careplan.documents.encoded import ByReading
from careplan.documents.rules import Benefit, Rule
from careplan.nouns.facilities import Equipment, GrantRecipient
from careplan.plans.bda_2017.clauses import C
from careplan.plans.bda_2017.criteria import AREA_BY_KIND, AREA_OF_10, OF_EITHER_KIND, grant, room
from careplan.plans.bda_2017.offices import OFFICES

RULES = (
    Rule(
        clause=C["a1.1.area"],
        applies=OF_EITHER_KIND,
        requires=ByReading("care_room_area", {"by_source": AREA_OF_10, "sheet": AREA_BY_KIND}),
    ),
    Rule(
        clause=C["a1.1.area"],
        part="setting",
        applies=OF_EITHER_KIND,
        requires=all_of(room.private, room.clean),
    ),
    Rule(
        clause=C["a1.1.1"],
        applies=OF_EITHER_KIND,
        requires=all_of(room.equipment[Equipment.TABLE] >= 1, room.equipment[Equipment.CHAIR] >= 1),
    ),
    Rule(
        clause=C["a1.1.2"],
        applies=OF_EITHER_KIND,
        requires=room.equipment[Equipment.POWER_SOCKET] >= 1,
    ),
    Rule(
        clause=C["a1.1.3"],
        applies=OF_EITHER_KIND,
        requires=all_of(
            room.equipment[Equipment.REFRIGERATOR] >= 1,
            room.equipment[Equipment.MICROWAVE] >= 1,
            room.equipment[Equipment.WATER_DISPENSER] >= 1,
            room.equipment[Equipment.STORAGE_CABINET] >= 1,
            room.equipment[Equipment.DISINFECTION_CABINET] >= 1,
        ),
    ),
    Rule(clause=C["a1.2.1.a"], applies=OF_EITHER_KIND, requires=room.reported_to_union),
    Rule(clause=C["a1.2.2"], applies=OF_EITHER_KIND, requires=room.use_register),
    # Annex 1 repeats the earmark, for unions only, and leaves out the account.
    Rule(
        clause=C["a1.2.3.2"],
        applies=grant.recipient == GrantRecipient.GRASSROOTS_UNION,
        requires=grant.used_for_purpose_only,
    ),
)

BENEFITS = (
    Benefit(
        clause=C["a1.2.1.b"],
        condition=all_of(OF_EITHER_KIND, room.reported_to_union, room.acceptance_passed),
        owed_by=named(OFFICES, "区总工会"),
    ),
)
