"""Shuangliao 2021: mother-and-baby rooms in public places and at employers.

Source: 双辽市2021年公共场所母婴设施建设实施方案. No document number or date is printed.

Limits: the equipment standard (吉林省公共场所母婴设施建设管理规定（试行）) and the five
annexes are named but not part of the text; what they would ask is a declared fact.
Nothing is said of places below 5,000 m2: no area rule is not an exemption. A place
has one category here; one that fits several of the listed kinds owes the same room.
Encoded so far: 二, 四（一）, 四（二） and the room duties of 七.
"""

from datetime import date

from careplan.criteria import all_of, among, any_of, every, facts, not_, some
from careplan.facilities import Employer, EmployerKind, Room, RoomUse, Venue, VenueCategory
from careplan.plan import Plan
from careplan.sources import (
    Document,
    Interpretation,
    Modality,
    Option,
    Text,
    by_number,
    clause_table,
)
from careplan.targets import Measure, Precision, Target
from careplan.verdicts import ByReading, Rule

venue, room, employer = facts(Venue), facts(Room), facts(Employer)

DOCUMENT = Document(
    title=Text(
        zh="双辽市2021年公共场所母婴设施建设实施方案",
        en="Shuangliao plan of 2021 for mother-and-baby facilities in public places",
    ),
    issuer=Text(zh="双辽市", en="City of Shuangliao"),
)

MUST, ENCOURAGED, FACT = Modality.MUST, Modality.ENCOURAGED, Modality.FACT
# fmt: off - a clause is one row
CLAUSES = clause_table(
    (
        "2",
        "二（前言重申）",
        MUST,
        "2021年底前公共场所与用人单位配置实现100%",
        "All public places and employers in scope have facilities by the end of 2021.",
    ),
    (
        "4.1.a",
        "四（一）",
        MUST,
        "建筑面积五千到一万㎡档：独立母婴室使用面积下限6㎡",
        "A listed place of 5,000 to 10,000 m2 has an independent room of at least 6 m2.",
    ),
    (
        "4.1.b",
        "四（一）",
        MUST,
        "建筑面积过一万㎡档：独立母婴室使用面积下限10㎡",
        "A listed place above 10,000 m2 has an independent room of at least 10 m2.",
    ),
    (
        "4.1.c",
        "四（一）",
        FACT,
        "面积规则覆盖的场所清单",
        "The kinds of place the area rule covers.",
    ),
    (
        "4.1.d",
        "四（一）",
        MUST,
        "已建房间要改造完善",
        "Rooms already built are renovated and completed.",
    ),
    (
        "4.1.e",
        "四（一）",
        MUST,
        "女职工多的单位比照设休息哺乳室",
        "Employers with many female employees have a rest and lactation room.",
    ),
    (
        "4.2.a",
        "四（二）",
        MUST,
        "配置以吉林省试行管理规定为准",
        "Equipment follows the provincial trial regulation, which is another text.",
    ),
    (
        "4.2.b",
        "四（二）",
        MUST,
        "醒目处设导向标识",
        "Direction signs stand where they are easily seen.",
    ),
    ("4.2.c", "四（二）", MUST, "新建房间照标准建设", "New rooms are built to the standard."),
    (
        "4.2.d",
        "四（二）",
        MUST,
        "既有房间对标改善",
        "Existing rooms are measured against the standard and improved.",
    ),
    (
        "4.2.e",
        "四（二）",
        ENCOURAGED,
        "鼓励设母婴候乘区与专座",
        "Waiting areas and reserved seats for mothers and infants are encouraged.",
    ),
    (
        "4.2.f",
        "四（二）",
        ENCOURAGED,
        "乘车检票口为母婴旅客开绿色通道",
        "Green channels at boarding and ticket gates for mothers and infants.",
    ),
    (
        "7.2.c",
        "七（二）",
        MUST,
        "日常维护，整洁可用",
        "Day-to-day upkeep keeps rooms clean and usable.",
    ),
)
# fmt: on
_C = by_number(CLAUSES)

EXISTING_ROOMS = Interpretation(
    id="existing_rooms",
    clauses=("4.1.a", "4.1.b", "4.1.d"),
    question=Text(
        zh="面积下限是否也约束已建成的母婴室",
        en="Does the minimum area bind rooms that were already built?",
    ),
    options=(
        Option("bind", Text(zh="同样约束", en="it binds them too")),
        Option(
            "improve",
            Text(
                zh="已建房间面积不足只列为待改善",
                en="an existing room that is too small is only to be improved",
            ),
        ),
    ),
)
PLACE_LIST = Interpretation(
    id="place_list",
    clauses=("4.1.a", "4.1.b", "4.1.c"),
    question=Text(
        zh="场所清单以“等”收尾，是否限于所列",
        en="The list of places ends in 'and so on': is it closed?",
    ),
    options=(
        Option("closed", Text(zh="限于所列", en="only the kinds listed")),
        Option(
            "open",
            Text(
                zh="未列场所由主管部门认定",
                en="other places too, if the authority holds them to be of that kind",
            ),
        ),
    ),
)

LISTED = any_of(
    among(
        venue.category,
        {
            VenueCategory.TRANSPORT_HUB,
            VenueCategory.COMMERCIAL_CENTRE,
            VenueCategory.HOSPITAL,
            VenueCategory.INTEGRATED_PASSENGER_HUB,
            VenueCategory.CULTURAL_CENTRE,
            VenueCategory.COMMUNITY_SERVICE_CENTRE,
            VenueCategory.GOVERNMENT_SERVICE_CENTRE,
            VenueCategory.SCENIC_AREA,
            VenueCategory.AMUSEMENT_VENUE,
        },
    ),
    # Grade 1 is the highest, so "grade two or above" is a number of at most 2.
    all_of(
        venue.category == VenueCategory.COACH_STATION,
        venue.coach_station_grade <= 2,
    ),
)
# A coach station is listed with its grade, so the open list cannot bring in a lower one.
LISTED_OR_LIKE = any_of(
    LISTED, all_of(venue.category != VenueCategory.COACH_STATION, venue.treated_as_listed)
)
LOWER_TIER = all_of(venue.building_area_m2 >= 5_000, venue.building_area_m2 <= 10_000)
UPPER_TIER = venue.building_area_m2 > 10_000
HAS_ROOM_OF_6 = some(venue.rooms, all_of(room.independent, room.usable_area_m2 >= 6))
HAS_ROOM_OF_10 = some(venue.rooms, all_of(room.independent, room.usable_area_m2 >= 10))
HAS_EXISTING_ROOM = some(venue.rooms, room.existing)
HAS_ROOM_FOR_ITS_SIZE = any_of(
    all_of(LOWER_TIER, HAS_ROOM_OF_6), all_of(UPPER_TIER, HAS_ROOM_OF_10)
)
FOR_PASSENGERS = among(
    venue.category,
    {
        VenueCategory.TRANSPORT_HUB,
        VenueCategory.COACH_STATION,
        VenueCategory.INTEGRATED_PASSENGER_HUB,
    },
)
NO_AREA_RULE = Text(
    zh="五千平方米以下文件没有面积规定；这不等于免除",
    en="below 5,000 m2 the document has no area rule; that is not an exemption",
)

RULES = (
    Rule(
        clause=_C["4.1.a"],
        applies=ByReading(
            "place_list",
            {
                "closed": all_of(LISTED, LOWER_TIER),
                "open": all_of(LISTED_OR_LIKE, LOWER_TIER),
            },
        ),
        requires=ByReading(
            "existing_rooms",
            {
                "bind": HAS_ROOM_OF_6,
                "improve": some(
                    venue.rooms,
                    all_of(room.independent, any_of(room.usable_area_m2 >= 6, room.existing)),
                ),
            },
        ),
        otherwise=NO_AREA_RULE,
    ),
    Rule(
        clause=_C["4.1.b"],
        applies=ByReading(
            "place_list",
            {
                "closed": all_of(LISTED, UPPER_TIER),
                "open": all_of(LISTED_OR_LIKE, UPPER_TIER),
            },
        ),
        requires=ByReading(
            "existing_rooms",
            {
                "bind": HAS_ROOM_OF_10,
                "improve": some(
                    venue.rooms,
                    all_of(room.independent, any_of(room.usable_area_m2 >= 10, room.existing)),
                ),
            },
        ),
    ),
    # The yardstick of this sentence is area; equipment is measured by 4.2.d.
    Rule(
        clause=_C["4.1.d"],
        under=("existing_rooms", "bind"),
        applies=all_of(LISTED, venue.building_area_m2 >= 5_000, HAS_EXISTING_ROOM),
        requires=HAS_ROOM_FOR_ITS_SIZE,
    ),
    Rule(
        clause=_C["4.1.d"],
        under=("existing_rooms", "improve"),
        applies=all_of(LISTED, venue.building_area_m2 >= 5_000, HAS_EXISTING_ROOM),
        requires=HAS_ROOM_FOR_ITS_SIZE,
        advisory=Text(
            zh="按此读法，已建房间面积不足属待改善，不属违反",
            en="under this reading a small existing room is to be improved, not in breach",
        ),
    ),
    Rule(
        clause=_C["4.1.e"],
        applies=all_of(
            among(
                employer.kind,
                {
                    EmployerKind.STATE_ORGAN,
                    EmployerKind.ENTERPRISE,
                    EmployerKind.PUBLIC_INSTITUTION,
                },
            ),
            employer.many_female_employees,
        ),
        requires=some(employer.rooms, room.use == RoomUse.REST_AND_LACTATION),
    ),
    Rule(
        clause=_C["4.2.b"],
        applies=some(venue.rooms),
        requires=every(venue.rooms, room.direction_sign),
    ),
    Rule(
        clause=_C["4.2.c"],
        applies=some(venue.rooms, not_(room.existing)),
        requires=every(venue.rooms, any_of(room.existing, room.meets_provincial_standard)),
    ),
    Rule(
        clause=_C["4.2.d"],
        applies=some(venue.rooms, room.existing),
        requires=every(venue.rooms, any_of(not_(room.existing), room.meets_provincial_standard)),
    ),
    Rule(
        clause=_C["4.2.e"],
        applies=FOR_PASSENGERS,
        requires=all_of(venue.waiting_area, venue.reserved_seats),
    ),
    # Grammar leaves open whether "encourage" still governs this half; so it is advice.
    Rule(clause=_C["4.2.f"], applies=FOR_PASSENGERS, requires=venue.priority_boarding),
    Rule(
        clause=_C["7.2.c"],
        applies=some(venue.rooms),
        requires=every(venue.rooms, all_of(room.clean, room.in_normal_use)),
    ),
)

TARGETS = (
    Target(
        clause=_C["2"],
        key="coverage",
        title=Text(
            zh="公共场所和用人单位母婴设施配置率",
            en="public places and employers with mother-and-baby facilities",
        ),
        measure=Measure.PERCENT,
        value=100,
        due=date(2021, 12, 31),
        precision=Precision.YEAR_END,
    ),
)

PLAN = Plan(
    id="shuangliao_2021",
    document=DOCUMENT,
    clauses=CLAUSES,
    interpretations=(EXISTING_ROOMS, PLACE_LIST),
    rules=RULES,
    targets=TARGETS,
)
