"""A county's document, and a noun of its own, whose author wrote not one word of English."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import attrs

import careplan as cp
from careplan import writing as w

YEAR_END = date(2027, 12, 31)
HAN = re.compile(r"[\u4e00-\u9fff]+")


class Stand(w.Labelled):
    """Where a stall stands: two members have a label, one is called by its value."""

    HALL = ("hall", "室内")
    STREET = ("street", "街边")
    SQUARE = ("广场",)


@attrs.frozen(kw_only=True)
class Stall(w.Noun):
    """A noun with a fact of every kind that has a label."""

    area_m2: w.Number | None = w.number("面积", unit=w.Text(zh="平方米"))
    beds: int | None = w.count("床位")
    clean: bool | None = w.flag("整洁", changeable=True)
    stand: Stand | None = w.choice(Stand, "位置")
    seen: frozenset[Stand] | None = w.choices(Stand, "去过")
    opened_on: date | None = w.day("开张日")
    owner: str | None = w.words("摊主")
    room: cp.Room | None = w.part(cp.Room, "母婴室")
    rooms: tuple[cp.Room, ...] | None = w.items(cp.Room, "各室")
    stock: Mapping[Stand, int] | None = w.table(Stand, "库存")


@attrs.frozen(kw_only=True)
class Keeper(cp.Applicant):
    """An applicant with a fact of the county's own."""

    trusted: bool | None = w.flag("守信")


stall, keeper = cp.facts(Stall), cp.facts(Keeper)
OFFICES = w.office_table(("卫健局", cp.Body.HEALTH), ("各镇", cp.Body.TOWNSHIP, cp.Level.TOWN))
AREA = w.question("area", "1", "何为面积", usable="使用面积", plain=("所报面积", "as reported"))
SLOTS = {"甲镇": {YEAR_END: 20, date(2026, 12, 31): 10}, "乙镇": {YEAR_END: 30}}
ROUTE = w.route(cp.Body.CIVIL_AFFAIRS, None, keeper.trusted)
FILED = w.step("file", "备案", actor=cp.Party.INSTITUTION, before=cp.Body.HEALTH)

# fmt: off
CHAPTERS = (
    w.clause("1", "一", "应当", "摊位设母婴室",
        w.duty(applies=stall.stand != Stand.SQUARE, requires=stall.clean & (stall.area_m2 >= 6),
            otherwise=w.note(stall.stand == Stand.SQUARE, "广场另行规定")),
        w.duty(part="advice", requires=w.choose(AREA, usable=stall.beds > 1, plain=stall.beds > 2),
            advisory="宜有床位")),
    w.clause("2", "二", "可以", "整洁的可获补助",
        w.benefit(condition=stall.clean, owed_by="卫健局", amount_yuan=100)),
    w.clause("3", "三", "must", "托位",
        w.target("rate", "覆盖率", w.Measure.PERCENT, value=50, due=YEAR_END),
        w.ledger("slots", "托位台账", SLOTS, precision=w.Precision.YEAR_END, acting="各镇",
            note="为累计数")),
    w.clause("4", "四", "应当", "先登记后备案", w.registration(routes=(ROUTE,), steps=(FILED,))),
    w.clause("5", "五", "应当", "卫健局牵头",
        w.task("检查摊位", lead="卫健局"),
        w.council("group", "协调组",
            w.meeting("all", "全体会议", chaired_by="组长", least_per_year=1),
            convenor="副县长", deputies=("局长", "镇长"), liaison="科长", office_director="主任"),
        w.stage("work", "实施阶段", w.month(2027, 3), w.task("动员", part="a", acting="卫健局")),
        w.deadline("plan", "报送计划", w.month(2027, 4), acting="卫健局"),
        w.regular("table", "季度报表", acting="卫健局", every=w.Interval(3))),
    w.clause("6", "六", "FACT", "附表",
        w.sheet("stall", "评分表", w.item("tidy", "整洁", 20, stall.clean), pass_mark=10),
        w.form("filing", "备案表",
            w.blank("name", "名称"), w.blank("beds", "床位", w.FieldType.COUNT),
            w.blank("at", "位置", w.FieldType.CHOICE, "室内", "室外", required=False)),
        w.term("婴幼儿", criterion=stall.clean)),
    w.clause("7", "七", w.FACT, "口号", w.declined("没有可执行的内容")),
)
# fmt: on
PLAN = w.Plan.of(
    "county",
    w.Document(title="某县摊位方案", issuer="某县"),
    CHAPTERS,
    questions=(AREA,),
    offices=OFFICES,
)
DIRTY = Stall(area_m2=5, beds=2, clean=False, stand=Stand.STREET)
NAMES = ("甲镇", "乙镇", "卫健局", "各镇", "协调组", "室内", "室外")  # as printed, in no language
LOCATORS = "一二三四五六七"


def unmarked(said: str) -> list[str]:
    """Return the Chinese in an English sentence that is neither marked nor a printed name."""
    rest = re.sub(r"[\u4e00-\u9fff]+ \[zh\]", "", said)
    for name in NAMES:
        rest = rest.replace(name, "")
    return [one for one in HAN.findall(rest) if one.strip(LOCATORS)]


def texts_of(value: Any) -> Iterator[w.Text]:
    """Yield every text that an object of a document holds."""
    if isinstance(value, w.Text):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from texts_of(inner)
    elif isinstance(value, Mapping):
        yield from texts_of(tuple(value.values()))
    elif attrs.has(type(value)):
        yield from texts_of(tuple(getattr(value, one.name) for one in attrs.fields(type(value))))
