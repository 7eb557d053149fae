"""Whom the text has do something, clause by clause, beside who owes a benefit or hands in.

Names are printed ones. Section 1 prints no subject: it goes on with what the preface has the zone
union's committee do, in the same words (继续推进…建设; 建立母婴关爱室). Annex 1 says the rewards of
section 三 again, for the same unions. Where a sentence names nobody (the register of users, the
notes of the forms) nobody is put in. What recipients of the grant, and units with a new room, owe
is a rule about them as well.
"""

from careplan.base.text import Text
from careplan.documents.authorities.offices import named
from careplan.documents.authorities.tasks import Task
from careplan.documents.clauses import Modality
from careplan.plans.bda_2017.clauses import C
from careplan.plans.bda_2017.offices import OFFICES

COMMITTEE = "区总工会女职工委员会"


def _task(
    number: str, acting: str, zh: str, en: str, *, part: str = "", modality: Modality | None = None
) -> Task:
    return Task(
        clause=C[number],
        part=part,
        title=Text(zh=zh, en=en),
        modality=modality,
        acting=named(OFFICES, acting),
    )


TASKS = (
    _task("0.issue", COMMITTEE, "延续小屋、关爱室项目", "carries on the project of both rooms"),
    _task(
        "0.a",
        COMMITTEE,
        "在基层工会内继续孕期女职工关爱行动",
        "carries on the care action for expectant mothers in grass-roots unions",
        part="care_action",
    ),
    _task(
        "0.a",
        COMMITTEE,
        "在特色园区设关爱室",
        "sets up care rooms in characteristic parks",
        part="care_rooms",
    ),
    _task(
        "1.a",
        COMMITTEE,
        "在女职工满100人的企业推进小屋",
        "drives huts forward in enterprises with at least 100 female employees",
    ),
    _task("1.b", COMMITTEE, "在特色园区设关爱室", "sets up care rooms in characteristic parks"),
    _task("1.c", COMMITTEE, "分批推进，条件成熟者先建", "develops rooms as each batch is ripe"),
    # 供…参照: a standard to go by, which the text does not put as must.
    _task("2", "区总工会", "订立试行标准", "has drawn up the trial standard", part="standard"),
    _task(
        "2",
        "各基层工会 园区物业",
        "参照标准管理和使用房间",
        "manage and use the rooms going by the standard",
        part="use",
        modality=Modality.SHOULD,
    ),
    _task(
        "3.2.c",
        "各基层工会 园区物业",
        "所得资金入账上级补助收入，专款专用",
        "book the grant as income from superior's grants and use it for its purpose only",
    ),
    _task("a1.2.1.a", "各单位", "建成后报区总工会", "report a new room to the zone union"),
    _task(
        "a1.2.1.b",
        "区总工会",
        "按标准验收上报的房间",
        "accepts, by the standard, the rooms reported to it",
        part="acceptance",
    ),
    _task(
        "a1.2.3.1",
        "区总工会",
        "重申：评星级；小屋渐成评优内容之一",
        "again: selects stars, and makes huts one item in choosing models",
    ),
    _task(
        "a1.2.3.2",
        "区总工会",
        "重申：验收合格的小屋给1万元",
        "again: 10 000 yuan for an accepted hut",
        part="grant",
    ),
    _task(
        "a1.2.3.2",
        "各基层工会",
        "重申：资金专款专用",
        "again: use the grant for its purpose only",
        part="earmark",
    ),
    _task(
        "a1.2.3.3",
        "区总工会",
        "重申：为积极的基层工会申请市总牌匾",
        "again: applies for the city union's plaque for an active union",
        part="plaque",
    ),
    _task(
        "a1.2.3.3",
        "市总",
        "重申：配套物资",
        "again: supplies in support of an active union",
        part="supplies",
        modality=Modality.MAY,
    ),
)
