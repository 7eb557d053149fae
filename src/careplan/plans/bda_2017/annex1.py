"""Annex 1: how a room is set up, equipped, registered and rewarded.

It says the rewards of section 三 again, for the same unions. Who is to keep the register of
users the sentence does not say, so nobody is put in. What units with a new room and recipients
of the grant owe is a rule about them, and their task as well.
"""

from careplan import writing as w
from careplan.criteria.nodes import all_of, any_of, not_
from careplan.criteria.proxies import facts
from careplan.nouns.facilities import Equipment, Grant, GrantRecipient, Room
from careplan.plans.bda_2017.ch1_2_drive import IS_CARE_ROOM, OF_EITHER_KIND

room, grant = facts(Room), facts(Grant)

CARE_ROOM_AREA = w.question(
    "care_room_area", "a1.1.area a4.1.care",
    "母婴关爱室的面积：附件1为10平方米，附件4为20平方米",
    "Area of a care room: 10 m2 in annex 1, 20 m2 in annex 4",
    by_source=("各按出处：设置10平方米，评分20平方米", "each by its source: 10 to set up, 20 for the points"),
    sheet=("设置也须20平方米", "20 m2 to set up as well"),
)  # fmt: skip
AREA_MEASURE = w.question(
    "area_measure", "a1.1.area a4.1",
    "“面积”未说明是使用面积还是建筑面积", "'Area' is said without usable or gross: which area counts?",
    plain=("按所报面积", "the area as it is reported"),
    usable=("按使用面积", "the usable area"),
)  # fmt: skip

AREA_OF_10 = w.choose(AREA_MEASURE, plain=room.area_m2 >= 10, usable=room.usable_area_m2 >= 10)
AREA_OF_20 = w.choose(AREA_MEASURE, plain=room.area_m2 >= 20, usable=room.usable_area_m2 >= 20)
# A room that is both a hut and a care room is to be as large as a care room.
AREA_BY_KIND = w.choose(
    AREA_MEASURE,
    plain=all_of(room.area_m2 >= 10, any_of(not_(IS_CARE_ROOM), room.area_m2 >= 20)),
    usable=all_of(room.usable_area_m2 >= 10, any_of(not_(IS_CARE_ROOM), room.usable_area_m2 >= 20)),
)

# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("a1.1.area", "附件1 一", w.MUST, "两类房间面积均不少于10平方米，私密、干净",
        "Room area is at least 10 m2 for both kinds; the setting is private and clean.",
        w.duty(applies=OF_EITHER_KIND, requires=w.choose(CARE_ROOM_AREA, by_source=AREA_OF_10, sheet=AREA_BY_KIND)),
        w.duty(part="setting", applies=OF_EITHER_KIND, requires=all_of(room.private, room.clean))),
    w.clause("a1.1.1", "附件1 一1", w.MUST, "配备桌椅", "Tables and chairs.",
        w.duty(applies=OF_EITHER_KIND,
            requires=all_of(room.equipment[Equipment.TABLE] >= 1, room.equipment[Equipment.CHAIR] >= 1))),
    w.clause("a1.1.2", "附件1 一2", w.MUST, "配备电源插座", "Power sockets for breast pumps and the like.",
        w.duty(applies=OF_EITHER_KIND, requires=room.equipment[Equipment.POWER_SOCKET] >= 1)),
    w.clause("a1.1.3", "附件1 一3", w.MUST, "配备冰箱等五种电器和柜具",
        "Refrigerator, microwave, water dispenser, storage and disinfection cabinet.",
        w.duty(applies=OF_EITHER_KIND,
            requires=all_of(
                room.equipment[Equipment.REFRIGERATOR] >= 1,
                room.equipment[Equipment.MICROWAVE] >= 1,
                room.equipment[Equipment.WATER_DISPENSER] >= 1,
                room.equipment[Equipment.STORAGE_CABINET] >= 1,
                room.equipment[Equipment.DISINFECTION_CABINET] >= 1))),

    w.clause("a1.2.1.a", "附件1 二（一）", w.MUST, "建成后上报区总工会",
        "After setting up a room the unit reports it to the zone union.",
        w.duty(applies=OF_EITHER_KIND, requires=room.reported_to_union),
        w.task(("建成后报区总工会", "report a new room to the zone union"), acting="各单位")),
    w.clause("a1.2.1.b", "附件1 二（一）", w.MUST, "验收合格后发放统一标识",
        "After acceptance by the standard the zone union issues a unified mark.",
        w.benefit(condition=all_of(OF_EITHER_KIND, room.reported_to_union, room.acceptance_passed), owed_by="区总工会"),
        w.task(("按标准验收上报的房间", "accepts, by the standard, the rooms reported to it"),
            part="acceptance", acting="区总工会"),
        title=("验收合格发放统一标识", "a uniform mark after acceptance")),
    w.clause("a1.2.2", "附件1 二（二）", w.MUST, "建立使用登记制度", "Users of the room are registered.",
        w.duty(applies=OF_EITHER_KIND, requires=room.use_register)),
    w.clause("a1.2.3.1", "附件1 二（三）1", w.SHOULD, "重申星级评选和评优内容",
        "Restates the star selection and the model-unit item.",
        w.encoded_with("3.1.a 3.1.b"),
        w.task(("重申：评星级、纳入评优", "again: selects stars, and makes huts one item in choosing models"),
            acting="区总工会")),
    w.clause("a1.2.3.2", "附件1 二（三）2", w.MUST, "合格小屋获一万元，专款专用",
        "Accepted huts get 10 000 yuan for supplies; unions use it for its purpose only.",
        w.encoded_with("3.2.a"),
        w.task(("重申：验收合格的小屋给1万元", "again: 10 000 yuan for an accepted hut"), part="grant", acting="区总工会"),
        # Annex 1 repeats the earmark, for unions only, and leaves out the account.
        w.duty(applies=grant.recipient == GrantRecipient.GRASSROOTS_UNION, requires=grant.used_for_purpose_only),
        w.task(("重申：资金专款专用", "again: use the grant for its purpose only"), part="earmark", acting="各基层工会")),
    w.clause("a1.2.3.3", "附件1 二（三）3", w.MUST, "重申牌匾和配套物资",
        "Restates the plaque and the municipal supplies.",
        w.encoded_with("3.3.a 3.3.b"),
        w.task(("重申：为基层工会申请牌匾", "again: applies for the city union's plaque for an active union"),
            part="plaque", acting="区总工会"),
        w.task(("重申：配套物资", "again: supplies in support of an active union"),
            part="supplies", modality=w.MAY, acting="市总")),
)
# fmt: on
