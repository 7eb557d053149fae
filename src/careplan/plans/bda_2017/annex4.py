"""Annex 4: the acceptance sheet, one for huts and one for care rooms, and the plate."""

from careplan.base.text import Text
from careplan.criteria.nodes import all_of
from careplan.criteria.proxies import has
from careplan.documents.authorities.offices import named
from careplan.documents.encoded import ByReading
from careplan.documents.rules import Benefit, Rule
from careplan.documents.sheets import Marking, Scorecard, SheetItem
from careplan.nouns.facilities import Equipment, Supply
from careplan.plans.bda_2017.clauses import C
from careplan.plans.bda_2017.criteria import (
    AREA_OF_10,
    AREA_OF_20,
    IS_CARE_ROOM,
    IS_HUT,
    OF_EITHER_KIND,
    room,
)
from careplan.plans.bda_2017.offices import OFFICES
from careplan.plans.bda_2017.readings import AREA_MEASURE, MARKING

POINTS_ONLY = Text(
    zh="验收评分的一条线：影响得分，不是义务",
    en="a line of the acceptance sheet: it earns points and is no duty of its own",
)

RULES = (
    Rule(clause=C["a4.1.hut"], applies=IS_HUT, requires=AREA_OF_10, advisory=POINTS_ONLY),
    Rule(clause=C["a4.1.care"], applies=IS_CARE_ROOM, requires=AREA_OF_20, advisory=POINTS_ONLY),
)

BENEFITS = (
    Benefit(
        clause=C["a4.plaque"],
        condition=all_of(OF_EITHER_KIND, room.acceptance_passed),
        owed_by=named(OFFICES, "区总工会"),
    ),
)

# The printed seven: table and chairs are one of them.
SHEET_EQUIPMENT = all_of(
    room.equipment[Equipment.TABLE] >= 1,
    room.equipment[Equipment.CHAIR] >= 1,
    room.equipment[Equipment.REFRIGERATOR] >= 1,
    room.equipment[Equipment.MICROWAVE] >= 1,
    room.equipment[Equipment.DISINFECTION_CABINET] >= 1,
    room.equipment[Equipment.WATER_DISPENSER] >= 1,
    room.equipment[Equipment.STORAGE_CABINET] >= 1,
    room.equipment[Equipment.POWER_SOCKET] >= 1,
)
OTHER_ITEMS = (
    SheetItem(
        clause=C["a4.2"],
        key="cleanliness",
        label=Text(zh="整洁度", en="cleanliness"),
        max_points=20,
        criterion=all_of(room.clean, room.free_of_clutter, room.free_of_dust, room.free_of_odour),
    ),
    SheetItem(
        clause=C["a4.3"],
        key="equipment",
        label=Text(zh="设施配置", en="equipment"),
        max_points=40,
        criterion=SHEET_EQUIPMENT,
    ),
    SheetItem(
        clause=C["a4.4"],
        key="care_materials",
        label=Text(zh="护理材料", en="care materials"),
        max_points=10,
        criterion=all_of(
            has(room.supplies, Supply.HAND_AND_MOUTH_WIPES),
            has(room.supplies, Supply.CLEANING_CLOTHS),
        ),
    ),
    SheetItem(
        clause=C["a4.5"],
        key="management",
        label=Text(zh="管理制度", en="management"),
        max_points=10,
        criterion=all_of(room.use_register, room.ledger_kept),
    ),
)
BY_MARKING = ByReading(
    "marking", {"assessor": Marking.ASSESSED, "all_or_nothing": Marking.ALL_OR_NOTHING}
)
SCORECARDS = tuple(
    Scorecard(
        clause=C["a4.pass"],
        also=(C["a4.total"],),
        part=key,
        key=key,
        title=title,
        applies=applies,
        items=(
            SheetItem(
                clause=C["a4.1"],
                also=(clause,),
                key="area",
                label=Text(zh="面积", en="area"),
                max_points=20,
                criterion=area,
            ),
            *OTHER_ITEMS,
        ),
        pass_mark=90,
        total_points=100,
        marking=BY_MARKING,
        questions=(AREA_MEASURE, MARKING),
    )
    for key, title, applies, clause, area in (
        (
            "mummy_hut",
            Text(zh="爱心妈咪小屋验收评分", en="Acceptance of a mummy hut"),
            IS_HUT,
            C["a4.1.hut"],
            AREA_OF_10,
        ),
        (
            "care_room",
            Text(zh="母婴关爱室验收评分", en="Acceptance of a care room"),
            IS_CARE_ROOM,
            C["a4.1.care"],
            AREA_OF_20,
        ),
    )
)
