"""Beijing Economic-Technological Development Area 2017: mummy huts and care rooms.

Source: 北京经济技术开发区总工会《关于推进“爱心妈咪小屋”、母婴关爱室建设的通知》. No
document number or date is printed.

Limits: "characteristic park", "active" and "ripe" are undefined and taken as declared
facts. Main text and annexes disagree on the area of a care room and on who gets the
grant; each disagreement is an interpretation. No points per piece of equipment are made
up: 40 points stand for seven printed items. Encoded so far: main text 1 and 3, annexes 1
and 4.
"""

from datetime import date

from careplan.criteria import all_of, among, any_of, facts, has, some
from careplan.facilities import (
    Employer,
    EmployerKind,
    Equipment,
    Grant,
    GrantRecipient,
    Room,
    RoomUse,
    Supply,
    Venue,
    VenueCategory,
)
from careplan.plan import Plan
from careplan.sheets import Marking, Scorecard, SheetItem
from careplan.sources import Clause, Document, Interpretation, Modality, Option, Text, by_number
from careplan.targets import Measure, Precision, Target
from careplan.verdicts import Benefit, ByReading, Rule

room, employer, venue, grant = facts(Room), facts(Employer), facts(Venue), facts(Grant)

DOCUMENT = Document(
    title=Text(
        zh="关于推进“爱心妈咪小屋”、母婴关爱室建设的通知",
        en="Notice on mummy huts and mother-and-baby care rooms",
    ),
    issuer=Text(
        zh="北京经济技术开发区总工会",
        en="Trade union of the Beijing Economic-Technological Development Area",
    ),
)

CLAUSES = (
    Clause(
        "1.a",
        "1",
        Modality.MUST,
        Text(
            zh="女职工满百人企业为推进对象",
            en="The hut drive covers enterprises in the zone with at least 100 female employees.",
        ),
    ),
    Clause(
        "1.b",
        "1",
        Modality.MUST,
        Text(
            zh="特色园区建关爱室",
            en="Care rooms are set up in characteristic parks.",
        ),
    ),
    Clause(
        "1.c",
        "1",
        Modality.MUST,
        Text(
            zh="分批推进，条件成熟者先建",
            en="Rooms are developed batch by batch as each batch is ripe.",
        ),
    ),
    Clause(
        "1.d",
        "1",
        Modality.SHOULD,
        Text(
            zh="全年预计建成10个",
            en="Ten huts and care rooms are expected to be built in the year.",
        ),
    ),
    Clause(
        "3.1.a",
        "三1",
        Modality.SHOULD,
        Text(
            zh="适时评星级小屋与关爱室",
            en="Star-grade huts and care rooms will be selected at a suitable time.",
        ),
    ),
    Clause(
        "3.1.b",
        "三1",
        Modality.SHOULD,
        Text(
            zh="小屋建设渐成评优内容之一",
            en="Building huts gradually becomes one item in choosing model units and outstanding individuals for women workers' work.",
        ),
    ),
    Clause(
        "3.2.a",
        "三2",
        Modality.MUST,
        Text(
            zh="合格小屋、关爱室获一万元支持",
            en="Each accepted hut or care room gets 10 000 yuan from the zone union.",
        ),
    ),
    Clause(
        "3.2.b",
        "三2",
        Modality.MUST,
        Text(
            zh="资金用于配置物资",
            en="The money is for buying the needed supplies.",
        ),
    ),
    Clause(
        "3.2.c",
        "三2",
        Modality.MUST,
        Text(
            zh="入账上级补助收入，专款专用",
            en="Recipients book the money as income from superior's grants and use it for its purpose only.",
        ),
    ),
    Clause(
        "3.3.a",
        "三3",
        Modality.MUST,
        Text(
            zh="区总工会为积极的基层工会申请市总牌匾",
            en="For an active union the zone union applies for the municipal union's 'mummy room' plaque.",
        ),
    ),
    Clause(
        "3.3.b",
        "三3",
        Modality.MAY,
        Text(
            zh="可享市总配套物资",
            en="Such unions may enjoy supplies supported by the municipal union.",
        ),
    ),
    Clause(
        "a1.1.area",
        "附件1 一",
        Modality.MUST,
        Text(
            zh="两类房间面积下限10㎡，私密干净",
            en="Room area is at least 10 m2 for both kinds; the setting is private and clean.",
        ),
    ),
    Clause(
        "a1.1.1",
        "附件1 一1",
        Modality.MUST,
        Text(
            zh="桌椅",
            en="Tables and chairs.",
        ),
    ),
    Clause(
        "a1.1.2",
        "附件1 一2",
        Modality.MUST,
        Text(
            zh="电源插座",
            en="Power sockets for breast pumps and the like.",
        ),
    ),
    Clause(
        "a1.1.3",
        "附件1 一3",
        Modality.MUST,
        Text(
            zh="冰箱等五种电器柜具",
            en="Refrigerator, microwave, water dispenser, storage and disinfection cabinet.",
        ),
    ),
    Clause(
        "a1.2.1.a",
        "附件1 二（一）",
        Modality.MUST,
        Text(
            zh="建后上报区总工会",
            en="After setting up a room the unit reports it to the zone union.",
        ),
    ),
    Clause(
        "a1.2.1.b",
        "附件1 二（一）",
        Modality.MUST,
        Text(
            zh="验收合格发统一标识",
            en="After acceptance by the standard the zone union issues a unified mark.",
        ),
    ),
    Clause(
        "a1.2.2",
        "附件1 二（二）",
        Modality.MUST,
        Text(
            zh="使用登记制度",
            en="Users of the room are registered.",
        ),
    ),
    Clause(
        "a1.2.3.1",
        "附件1 二（三）1",
        Modality.SHOULD,
        Text(
            zh="重申星级评选与评优",
            en="Restates the star selection and the model-unit item.",
        ),
    ),
    Clause(
        "a1.2.3.2",
        "附件1 二（三）2",
        Modality.MUST,
        Text(
            zh="合格小屋获一万元，专款专用",
            en="Accepted huts get 10 000 yuan for supplies; unions use it for its purpose only.",
        ),
    ),
    Clause(
        "a1.2.3.3",
        "附件1 二（三）3",
        Modality.MUST,
        Text(
            zh="重申牌匾与配套物资",
            en="Restates the plaque and the municipal supplies.",
        ),
    ),
    Clause(
        "a4.1",
        "附件4 面积",
        Modality.MUST,
        Text(
            zh="面积20分：小屋10㎡、关爱室20㎡",
            en="Area item worth 20 points: at least 10 m2 for a hut, at least 20 m2 for a care room.",
        ),
    ),
    Clause(
        "a4.1.hut",
        "附件4 面积",
        Modality.MUST,
        Text(
            zh="小屋面积下限10㎡",
            en="Area line for a hut: at least 10 m2.",
        ),
    ),
    Clause(
        "a4.1.care",
        "附件4 面积",
        Modality.MUST,
        Text(
            zh="关爱室面积下限20㎡",
            en="Area line for a care room: at least 20 m2.",
        ),
    ),
    Clause(
        "a4.2",
        "附件4 整洁度",
        Modality.MUST,
        Text(
            zh="整洁度20分",
            en="Cleanliness item worth 20 points: tidy, no clutter, dust or smell.",
        ),
    ),
    Clause(
        "a4.3",
        "附件4 设施配置",
        Modality.MUST,
        Text(
            zh="设施配置40分，七类设备",
            en="Equipment item worth 40 points: table and chairs, refrigerator, microwave, disinfection cabinet, water dispenser, storage cabinet, socket.",
        ),
    ),
    Clause(
        "a4.4",
        "附件4 护理材料",
        Modality.MUST,
        Text(
            zh="护理材料10分",
            en="Care materials item worth 10 points: hand and mouth wipes, cleaning cloths and the like.",
        ),
    ),
    Clause(
        "a4.5",
        "附件4 管理制度",
        Modality.MUST,
        Text(
            zh="管理制度10分：登记与台帐",
            en="Management item worth 10 points: users registered and a ledger kept.",
        ),
    ),
    Clause(
        "a4.total",
        "附件4 总分",
        Modality.FACT,
        Text(
            zh="总分100",
            en="Total is 100 points.",
        ),
    ),
    Clause(
        "a4.pass",
        "附件4 注",
        Modality.MUST,
        Text(
            zh="90分及以上为合格",
            en="A score of at least 90 points is a pass.",
        ),
    ),
    Clause(
        "a4.plaque",
        "附件4 注",
        Modality.MUST,
        Text(
            zh="合格单位统一挂牌",
            en="Passed rooms are given a uniform plate by the zone union.",
        ),
    ),
)
_C = by_number(CLAUSES)

GRANT_KINDS = Interpretation(
    id="grant_kinds",
    clauses=("3.2.a", "a1.2.3.2"),
    question=Text(
        zh="资金支持是否包括母婴关爱室", en="Is the grant paid for care rooms, or for huts only?"
    ),
    options=(
        Option("main_text", Text(zh="正文：两类均可", en="main text: huts and care rooms")),
        Option("annex", Text(zh="附件1：只限妈咪小屋", en="annex 1: huts only")),
    ),
)
CARE_ROOM_AREA = Interpretation(
    id="care_room_area",
    clauses=("a1.1.area", "a4.1.care"),
    question=Text(
        zh="母婴关爱室的面积：附件1为10平方米，附件4为20平方米",
        en="Area of a care room: 10 m2 in annex 1, 20 m2 in annex 4",
    ),
    options=(
        Option(
            "by_source",
            Text(
                zh="各按出处：设置10平方米，评分20平方米",
                en="each by its source: 10 to set up, 20 for the points",
            ),
        ),
        Option("sheet", Text(zh="设置也须20平方米", en="20 m2 to set up as well")),
    ),
)
AREA_MEASURE = Interpretation(
    id="area_measure",
    clauses=("a1.1.area", "a4.1"),
    question=Text(
        zh="“面积”未说明是使用面积还是建筑面积",
        en="'Area' is said without usable or gross: which area counts?",
    ),
    options=(
        Option("plain", Text(zh="按所报面积", en="the area as it is reported")),
        Option("usable", Text(zh="按使用面积", en="the usable area")),
    ),
)
MARKING = Interpretation(
    id="marking",
    clauses=("a4.1", "a4.2", "a4.3", "a4.4", "a4.5"),
    question=Text(
        zh="单项能否得部分分数", en="May an item bring a part of its points, or all or nothing?"
    ),
    options=(
        Option("assessor", Text(zh="由评分人评定", en="the assessor decides the mark")),
        Option("all_or_nothing", Text(zh="全得或全不得", en="all or nothing, by the facts")),
    ),
)
TEN_ROOMS = Interpretation(
    id="ten_rooms",
    clauses=("1.d",),
    question=Text(
        zh="“10个”是合计还是各10个", en="Are the ten rooms both kinds together, or ten of each?"
    ),
    options=(
        Option("together", Text(zh="合计", en="both kinds together")),
        Option("each", Text(zh="各10个", en="ten of each kind")),
    ),
)

IS_HUT = room.use == RoomUse.MUMMY_HUT
IS_CARE_ROOM = room.use == RoomUse.CARE_ROOM
OF_EITHER_KIND = among(room.use, {RoomUse.MUMMY_HUT, RoomUse.CARE_ROOM})
AREA_OF_10 = ByReading(
    "area_measure", {"plain": room.area_m2 >= 10, "usable": room.usable_area_m2 >= 10}
)
AREA_OF_20 = ByReading(
    "area_measure", {"plain": room.area_m2 >= 20, "usable": room.usable_area_m2 >= 20}
)
AREA_BY_KIND = ByReading(
    "area_measure",
    {
        "plain": all_of(room.area_m2 >= 10, any_of(IS_HUT, room.area_m2 >= 20)),
        "usable": all_of(room.usable_area_m2 >= 10, any_of(IS_HUT, room.usable_area_m2 >= 20)),
    },
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
POINTS_ONLY = Text(
    zh="验收评分的一条线：影响得分，不是义务",
    en="a line of the acceptance sheet: it earns points and is no duty of its own",
)

RULES = (
    Rule(
        clause=_C["1.a"],
        applies=all_of(employer.kind == EmployerKind.ENTERPRISE, employer.female_employees >= 100),
        requires=some(employer.rooms, IS_HUT),
        advisory=Text(
            zh="划定推进范围，不是验收或资助的条件",
            en="the scope of a drive, not a condition of acceptance or grant",
        ),
    ),
    Rule(
        clause=_C["1.b"],
        applies=venue.category == VenueCategory.CHARACTERISTIC_PARK,
        requires=some(venue.rooms, IS_CARE_ROOM),
        advisory=Text(
            zh="第1部分规定成熟一批、发展一批，没有期限",
            en="section 1 develops rooms batch by batch as each is ripe, without a date",
        ),
    ),
    Rule(
        clause=_C["3.2.c"],
        applies=among(
            grant.recipient,
            {GrantRecipient.GRASSROOTS_UNION, GrantRecipient.PARK_PROPERTY_MANAGER},
        ),
        requires=all_of(grant.booked_as_superior_subsidy, grant.used_for_purpose_only),
    ),
    Rule(
        clause=_C["a1.1.area"],
        applies=OF_EITHER_KIND,
        requires=ByReading("care_room_area", {"by_source": AREA_OF_10, "sheet": AREA_BY_KIND}),
    ),
    Rule(
        clause=_C["a1.1.area"],
        part="setting",
        applies=OF_EITHER_KIND,
        requires=all_of(room.private, room.clean),
    ),
    Rule(
        clause=_C["a1.1.1"],
        applies=OF_EITHER_KIND,
        requires=all_of(
            room.equipment[Equipment.TABLE] >= 1, room.equipment[Equipment.CHAIR] >= 1
        ),
    ),
    Rule(
        clause=_C["a1.1.2"],
        applies=OF_EITHER_KIND,
        requires=room.equipment[Equipment.POWER_SOCKET] >= 1,
    ),
    Rule(
        clause=_C["a1.1.3"],
        applies=OF_EITHER_KIND,
        requires=all_of(
            room.equipment[Equipment.REFRIGERATOR] >= 1,
            room.equipment[Equipment.MICROWAVE] >= 1,
            room.equipment[Equipment.WATER_DISPENSER] >= 1,
            room.equipment[Equipment.STORAGE_CABINET] >= 1,
            room.equipment[Equipment.DISINFECTION_CABINET] >= 1,
        ),
    ),
    Rule(clause=_C["a1.2.1.a"], applies=OF_EITHER_KIND, requires=room.reported_to_union),
    Rule(clause=_C["a1.2.2"], applies=OF_EITHER_KIND, requires=room.use_register),
    # Annex 1 repeats the earmark, for unions only, and leaves out the account.
    Rule(
        clause=_C["a1.2.3.2"],
        applies=grant.recipient == GrantRecipient.GRASSROOTS_UNION,
        requires=grant.used_for_purpose_only,
    ),
    Rule(clause=_C["a4.1.hut"], applies=IS_HUT, requires=AREA_OF_10, advisory=POINTS_ONLY),
    Rule(clause=_C["a4.1.care"], applies=IS_CARE_ROOM, requires=AREA_OF_20, advisory=POINTS_ONLY),
)

BENEFITS = (
    Benefit(clause=_C["3.1.a"], also=(_C["a1.2.3.1"],), condition=OF_EITHER_KIND),
    Benefit(
        clause=_C["3.1.b"], also=(_C["a1.2.3.1"],), condition=some(employer.rooms, IS_HUT)
    ),
    # One grant, told twice; 3.2.b says what it is for.
    Benefit(
        clause=_C["3.2.a"],
        also=(_C["3.2.b"], _C["a1.2.3.2"]),
        condition=ByReading(
            "grant_kinds",
            {
                "main_text": all_of(OF_EITHER_KIND, room.acceptance_passed),
                "annex": all_of(IS_HUT, room.acceptance_passed),
            },
        ),
        amount_yuan=10_000,
    ),
    Benefit(
        clause=_C["3.3.a"], also=(_C["a1.2.3.3"],), condition=employer.active_in_hut_work
    ),
    Benefit(
        clause=_C["3.3.b"], also=(_C["a1.2.3.3"],), condition=employer.active_in_hut_work
    ),
    Benefit(
        clause=_C["a1.2.1.b"],
        condition=all_of(OF_EITHER_KIND, room.reported_to_union, room.acceptance_passed),
    ),
    Benefit(clause=_C["a4.plaque"], condition=all_of(OF_EITHER_KIND, room.acceptance_passed)),
)

OTHER_ITEMS = (
    SheetItem(
        clause=_C["a4.2"],
        key="cleanliness",
        label=Text(zh="整洁度", en="cleanliness"),
        max_points=20,
        criterion=all_of(
            room.clean, room.free_of_clutter, room.free_of_dust, room.free_of_odour
        ),
    ),
    SheetItem(
        clause=_C["a4.3"],
        key="equipment",
        label=Text(zh="设施配置", en="equipment"),
        max_points=40,
        criterion=SHEET_EQUIPMENT,
    ),
    SheetItem(
        clause=_C["a4.4"],
        key="care_materials",
        label=Text(zh="护理材料", en="care materials"),
        max_points=10,
        criterion=all_of(
            has(room.supplies, Supply.HAND_AND_MOUTH_WIPES),
            has(room.supplies, Supply.CLEANING_CLOTHS),
        ),
    ),
    SheetItem(
        clause=_C["a4.5"],
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
        clause=_C["a4.pass"],
        also=(_C["a4.total"],),
        part=key,
        key=key,
        title=title,
        applies=applies,
        items=(
            SheetItem(
                clause=_C["a4.1"],
                also=(clause,),
                key="area",
                label=Text(zh="面积", en="area"),
                max_points=20,
                criterion=area,
            ),
            *OTHER_ITEMS,
        ),
        pass_mark=90,
        marking=BY_MARKING,
        questions=(AREA_MEASURE, MARKING),
    )
    for key, title, applies, clause, area in (
        (
            "mummy_hut",
            Text(zh="爱心妈咪小屋验收评分", en="Acceptance of a mummy hut"),
            IS_HUT,
            _C["a4.1.hut"],
            AREA_OF_10,
        ),
        (
            "care_room",
            Text(zh="母婴关爱室验收评分", en="Acceptance of a care room"),
            IS_CARE_ROOM,
            _C["a4.1.care"],
            AREA_OF_20,
        ),
    )
)

TARGETS = tuple(
    Target(
        clause=_C["1.d"],
        part=key,
        under=("ten_rooms", option),
        key=key,
        title=title,
        measure=Measure.COUNT,
        value=10,
        due=date(2017, 12, 31),
        precision=Precision.YEAR,
        forecast=True,
    )
    for key, option, title in (
        ("rooms", "together", Text(zh="建成小屋和关爱室", en="huts and care rooms built")),
        ("mummy_huts", "each", Text(zh="建成爱心妈咪小屋", en="mummy huts built")),
        ("care_rooms", "each", Text(zh="建成母婴关爱室", en="care rooms built")),
    )
)

PLAN = Plan(
    id="bda_2017",
    document=DOCUMENT,
    clauses=CLAUSES,
    interpretations=(GRANT_KINDS, CARE_ROOM_AREA, AREA_MEASURE, MARKING, TEN_ROOMS),
    rules=RULES,
    benefits=BENEFITS,
    scorecards=SCORECARDS,
    targets=TARGETS,
)
