"""Annex 4: the acceptance sheet, one for huts and one for care rooms, and the plate."""

from careplan import writing as w
from careplan.criteria.nodes import all_of
from careplan.criteria.proxies import facts, has
from careplan.nouns.facilities import Equipment, Room, Supply
from careplan.plans.bda_2017.annex1 import AREA_OF_10, AREA_OF_20
from careplan.plans.bda_2017.ch1_2_drive import IS_CARE_ROOM, IS_HUT, OF_EITHER_KIND

room = facts(Room)

MARKING = w.question(
    "marking", "a4.1 a4.2 a4.3 a4.4 a4.5",
    "单项能否得部分分数", "May an item bring a part of its points, or all or nothing?",
    assessor=("由评分人员评定", "the assessor decides the mark"),
    all_or_nothing=("满分或零分", "all or nothing, by the facts"),
)  # fmt: skip

# The printed lines with their points: the same for both kinds of room.
LINES = {
    "area": (("面积", "area"), 20),
    "cleanliness": (("整洁度", "cleanliness"), 20),
    "equipment": (("设施配置", "equipment"), 40),
    "care_materials": (("护理材料", "care materials"), 10),
    "management": (("管理制度", "management"), 10),
}
SCORES = tuple(
    w.blank(
        f"score_{key}",
        f"{zh}（{points}分）：实际得分",
        f"{en} (of {points}): points achieved",
        w.FieldType.NUMBER,
        most=points,
    )
    for key, ((zh, en), points) in LINES.items()
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
POINTS_ONLY = (
    "验收评分的一条线：影响得分，不是义务",
    "a line of the acceptance sheet: it earns points and is no duty of its own",
)
HUT_SHEET, CARE_ROOM_SHEET = SHEETS = ("a4.pass/mummy_hut", "a4.pass/care_room")

# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    # What each item asks and its points are printed; a clerk fills in the union, the points each
    # item achieved, and their sum. The sheet asks neither for the park nor for the kind of room,
    # on which the area line depends: `score` takes the sheet of a kind.
    w.clause("a4.header", "附件4 表头", w.MUST, "验收评分表的表头",
        "Score sheet with union name, item, assessment content, points, points achieved.",
        w.form("acceptance_sheet", ("验收评分表", "acceptance sheet"),
            w.blank("union_name", "工会名称", "name of the union"),
            *SCORES,
            w.blank("total_score", "总分（100分）：实际得分", "total (of 100): points achieved",
                w.FieldType.NUMBER, most=100, total_of=" ".join(one.key for one in SCORES)),
            also="a4.total")),

    w.clause("a4.1", "附件4 面积", w.MUST, "面积20分：小屋满10平方米、关爱室满20平方米",
        "Area item worth 20 points: at least 10 m2 for a hut, at least 20 m2 for a care room.",
        w.inside(HUT_SHEET, w.item("area", *LINES["area"], AREA_OF_10, also="a4.1.hut")),
        w.inside(CARE_ROOM_SHEET, w.item("area", *LINES["area"], AREA_OF_20, also="a4.1.care"))),
    w.clause("a4.1.hut", "附件4 面积", w.MUST, "小屋面积不少于10平方米", "Area line for a hut: at least 10 m2.",
        w.encoded_with("a4.1"),
        w.duty(applies=IS_HUT, requires=AREA_OF_10, advisory=POINTS_ONLY)),
    w.clause("a4.1.care", "附件4 面积", w.MUST, "关爱室面积不少于20平方米", "Area line for a care room: at least 20 m2.",
        w.encoded_with("a4.1"),
        w.duty(applies=IS_CARE_ROOM, requires=AREA_OF_20, advisory=POINTS_ONLY)),
    w.clause("a4.2", "附件4 整洁度", w.MUST, "整洁度20分",
        "Cleanliness item worth 20 points: tidy, no clutter, dust or smell.",
        *(
            w.inside(sheet, w.item("cleanliness", *LINES["cleanliness"],
                all_of(room.clean, room.free_of_clutter, room.free_of_dust, room.free_of_odour)))
            for sheet in SHEETS
        )),
    w.clause("a4.3", "附件4 设施配置", w.MUST, "设施配置40分，共七类设备",
        "Equipment item worth 40 points: table and chairs, refrigerator, microwave, disinfection cabinet, water dispenser, storage cabinet, socket.",
        *(w.inside(sheet, w.item("equipment", *LINES["equipment"], SHEET_EQUIPMENT)) for sheet in SHEETS)),
    w.clause("a4.4", "附件4 护理材料", w.MUST, "护理材料10分",
        "Care materials item worth 10 points: hand and mouth wipes, cleaning cloths and the like.",
        *(
            w.inside(sheet, w.item("care_materials", *LINES["care_materials"],
                all_of(has(room.supplies, Supply.HAND_AND_MOUTH_WIPES), has(room.supplies, Supply.CLEANING_CLOTHS))))
            for sheet in SHEETS
        )),
    w.clause("a4.5", "附件4 管理制度", w.MUST, "管理制度10分：使用登记和台账",
        "Management item worth 10 points: users registered and a ledger kept.",
        *(
            w.inside(sheet, w.item("management", *LINES["management"], all_of(room.use_register, room.ledger_kept)))
            for sheet in SHEETS
        )),
    w.clause("a4.total", "附件4 总分", w.FACT, "总分100", "Total is 100 points.",
        w.encoded_with("a4.header a4.pass")),
    w.clause("a4.pass", "附件4 注", w.MUST, "90分及以上为合格", "A score of at least 90 points is a pass.",
        *(
            w.sheet(key, title, part=key, also="a4.total", applies=kind, pass_mark=90, total_points=100,
                marking=w.choose(MARKING, assessor=w.Marking.ASSESSED, all_or_nothing=w.Marking.ALL_OR_NOTHING))
            for key, title, kind in (
                ("mummy_hut", ("爱心妈咪小屋验收评分", "Acceptance of a mummy hut"), IS_HUT),
                ("care_room", ("母婴关爱室验收评分", "Acceptance of a care room"), IS_CARE_ROOM),
            )
        )),
    w.clause("a4.plaque", "附件4 注", w.MUST, "合格单位由区总工会统一挂牌",
        "Passed rooms are given a uniform plate by the zone union.",
        w.benefit(condition=all_of(OF_EITHER_KIND, room.acceptance_passed), owed_by="区总工会"),
        title=("合格单位统一挂牌", "a uniform plate for rooms that passed")),
)
# fmt: on
