"""Dawa 2023: what is asked of whom, sentence by sentence. Locators stand beside each."""

from datetime import date

import pytest
from goals import only

import careplan as cp
from careplan import writing as w
from careplan.documents.clauses import Force

PLAN = cp.get_plan("dawa_2023")
Body, Role = cp.Body, cp.Role
MUST, SHOULD = w.Modality.MUST, w.Modality.SHOULD
ENCOURAGED, MAY = w.Modality.ENCOURAGED, w.Modality.MAY


def asked(number: str, **readings: str) -> list[str]:
    """Say what one clause asks of each office: id, name as printed, role, origin."""
    return [
        f"{one.id} {one.office.name} {one.role.value} {one.origin.value}"
        for one in PLAN.assignments(readings=readings)
        if one.number == number
    ]


def ids(name: str | cp.Body, role: cp.Role | None = None) -> list[str]:
    """Return the ids of what is asked of a body, without the 22 lists themselves."""
    found = PLAN.tasks_of(name, role=role)
    return [one.id for one in found if not one.id.endswith(".resp")]


# --- 二: the towns ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "number",
    [
        "2.1",  # 各镇街要…大力开展…示范点创建活动: governs 1-4 below it
        "2.1.1",
        "2.1.2",
        "2.1.3",
        "2.1.4",
        "2.2",  # 各镇街要根据自己实际情况，每年增加…
        "2.3",  # 2023年，各镇街…要建有…机构
        "a2.0",  # the ledger's column is 镇街名称
    ],
)
@pytest.mark.parametrize("unit", ["each_town", "whole_district"])
@pytest.mark.parametrize("yearly", ["all", "supply_only"])
def test_the_towns_are_to_reach_what_chapter_2_asks(number: str, unit: str, yearly: str) -> None:
    found = [
        one
        for one in PLAN.assignments(readings={"pilot_unit": unit, "every_year": yearly})
        if one.number == number
    ]
    # 2.2 asks for supply, and for cost and enrolment, as a duty or as a goal without a time.
    assert len(found) == (2 if number == "2.2" else 1)
    assert {(one.office.name, one.body, one.role) for one in found} == {
        ("各镇街", Body.TOWNSHIP, Role.ACTING)
    }


@pytest.mark.parametrize("number", ["2.4.a", "2.4.b", "2.4.c", "2.4.d", "2.4.e"])
def test_nobody_is_named_for_the_rates_of_2025(number: str) -> None:
    assert asked(number) == []  # 二（四）: 到2025年，…率达到…; no subject and no list


def test_one_town_has_its_own_row_and_what_all_towns_have() -> None:
    mine = PLAN.tasks_of("大洼街道")
    rows = [one for one in mine if isinstance(one.source, w.LedgerRow)]
    assert [(one.number, one.office.name) for one in rows] == [("a2.2", "大洼街道")]  # 第2行
    assert [one.slots for one in rows[0].source.milestones] == [80, 241, 369]  # type: ignore[union-attr]
    # 各镇街, and 镇(街道) of 三（五）2, are the town too; of the other fourteen rows it has none.
    others = [one for one in mine if one not in rows]
    assert {one.office.name for one in others} == {"各镇街", "镇(街道)"}
    every_town = [one for one in PLAN.tasks_of(Body.TOWNSHIP) if not one.office.own_name]
    assert others == every_town
    with pytest.raises(cp.NotFound):
        PLAN.tasks_of("临港经济开发区")  # addressed, and without a row


@pytest.mark.parametrize("locality", [row.locality for row in PLAN.ledgers["slots"].rows])
def test_each_row_is_its_towns_task(locality: str) -> None:
    (row,) = (one for one in PLAN.tasks_of(locality) if isinstance(one.source, w.LedgerRow))
    assert (row.office.name, row.body, row.role) == (locality, Body.TOWNSHIP, Role.ACTING)
    assert row.clause.summary.zh.startswith(f"{locality}：")  # 附件2


def test_years_are_printed_without_a_day() -> None:
    # 二（三） 2023年; 二（四） 到2025年; the ledger's 2023年, 2024年, 2025年
    dated = [(one.number, only(one)) for one in PLAN.targets.values() if one.dates()]
    assert {(number[:3], one.due, one.precision) for number, one in dated} == {
        ("2.3", date(2023, 12, 31), w.Precision.YEAR),
        ("2.4", date(2025, 12, 31), w.Precision.YEAR),
    }
    assert PLAN.ledgers["slots"].precision is w.Precision.YEAR


# --- 三、四: sentences with a subject, and those that their list answers for ------------------


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        # 三（二）1: 各级政府要创造有利条件，…支持和引导社会力量依托社区…
        (
            "3.2.1.c",
            ["3.2.1.c/support 各级政府 acting benefit", "3.2.1.c 各级政府 acting task"],
        ),
        ("3.4.1.a", ["3.4.1.a 各镇街 acting task"]),  # 各镇街要…统筹规划
        # 三（五）1: 登记机关应及时…推送: those that register by annex 1
        (
            "3.5.1.a",
            [
                "3.5.1.a 民政部门 acting step",
                "3.5.1.a 市场监管部门 acting step",
                "3.5.1.a 行政审批部门 acting step",
            ],
        ),
        # 区委编办 stands in the list of entry, and of whom it registers the text says nothing
        (
            "3.5.1.b",
            [
                "3.5.1.b/registration 机构编制 acting route",
                "3.5.1.b/register 婴幼儿照护服务机构 acting step",
            ],
        ),
        # 三（五）3: 区卫健部门每年组织1次…培训和健康体检
        (
            "3.5.3.b",
            [
                "3.5.3.b/training 区卫健部门 acting benefit",
                "3.5.3.b/health_check 区卫健部门 acting benefit",
                "3.5.3.b 区卫健部门 acting duty",
            ],
        ),
        ("4.2.a", ["4.2.a 各级政府 acting benefit"]),  # 各级政府要将…用地…纳入
        # 指标分配要适当…倾斜, no subject: 四（二）'s list
        (
            "4.2.b",
            [
                "4.2.b 市自然资源局大洼分局 acting benefit",
                "4.2.b/quotas 市自然资源局大洼分局 lead task",
                "4.2.b/quotas 各镇街 territorial task",
            ],
        ),
        ("4.2.c", ["4.2.c 市自然资源局大洼分局 acting benefit"]),
        ("4.2.d", ["4.2.d 市自然资源局大洼分局 acting benefit"]),
        ("4.3.a", ["4.3.a 财政部门 acting task"]),  # 财政部门要…
        ("4.3.b", ["4.3.b 政府 acting benefit"]),  # 政府可以通过购买服务…
        ("4.3.d", ["4.3.d 各级政府 acting task"]),  # 各级政府要加大筹资力度
        ("4.4.a", ["4.4.a 各级政府 acting task"]),
        ("4.4.b", ["4.4.b 中等职业学校 acting task"]),
        ("5.1", ["5.1 各级政府 acting task"]),  # 各级政府要加强…组织领导
        # 五（三）: 各相关部门和各级政府要切实履行…; which departments is not said
        ("5.3.a", ["5.3.a 各相关部门 acting task", "5.3.a 各级政府 acting task"]),
    ],
)
def test_who_is_asked(number: str, expected: list[str]) -> None:
    assert asked(number) == expected


@pytest.mark.parametrize(
    ("number", "owed_by"),
    [
        # 四（一） 落实…税费优惠政策: no subject, so its list
        ("4.1.a", "区税务局 区发展改革局 区财政局"),
        # 四（三） 可按照…标准，给予培训费补贴: no subject, so its list
        ("4.3.c", "区财政局 区卫生健康局 区发展改革局 区教育局 区人力资源社会保障局"),
        # 三（二）2 支持和引导社会力量依托社区…: no subject, so its list
        ("3.2.2/support", "区民政局 区教育局 区卫生健康局 区妇联"),
        ("a1.8/quota", "自然资源部门"),  # 附件1 第8段
        ("a1.8/priority", "自然资源部门"),
        ("3.3.1.c", ""),  # 可向附近居民开放: leave to the employer, owed by nobody
    ],
)
def test_who_owes_a_benefit(number: str, owed_by: str) -> None:
    (benefit,) = (one for one in PLAN.benefits if one.id == number)
    assert " ".join(office.name for office in benefit.owed_by) == owed_by


@pytest.mark.parametrize(
    ("number", "item"),
    [
        ("3.1.1.a", "3.1.1"),  # 依法全面落实产休假政策
        ("3.1.1.c/return", "3.1.1"),
        ("3.1.1.c/flexible_work", "3.1.1"),
        ("3.1.2.a", "3.1.2"),
        ("3.1.2.d/facilities", "3.1.2"),  # 加强公共场所母婴设施建设
        ("3.1.3.a", "3.1.3"),
        ("3.1.3.b", "3.1.3"),
        ("3.1.3.c", "3.1.3"),
        ("3.2.1.a", "3.2.1"),  # 新建、改扩建一批…设施
        ("3.2.2", "3.2.2"),
        ("3.2.3", "3.2.3"),
        ("3.3.2.a", "3.3.2"),
        ("3.5.2.a", "3.5.2"),
        ("3.5.2.b", "3.5.2"),
        ("3.5.2.c", "3.5.2"),
        ("3.5.2.d", "3.5.2"),  # 定期…考核评估
        ("4.2.b/quotas", "4.2"),
        ("4.3.e", "4.3"),
        ("4.4.c/base", "4.4"),
        ("4.4.c/training", "4.4"),
        ("4.4.d", "4.4"),  # 支持家政企业按照规定开展…培训
    ],
)
def test_a_sentence_without_a_subject_takes_the_list_of_its_item(number: str, item: str) -> None:
    (task,) = (one for one in PLAN.tasks if one.id == number)
    (listed,) = (one for one in PLAN.tasks if one.id == f"{item}.resp")
    assert (task.lead, task.support) == (listed.lead, listed.support)
    assert (task.territorial, task.open_list) == (listed.territorial, True)


def test_the_same_words_on_quotas_bind_alike() -> None:
    # 四（二） and 附件1第8段: 指标分配要适当…倾斜: 要 binds to what nobody can claim
    said = {
        one.id: one.modality
        for one in PLAN.tasks_of(Body.NATURAL_RESOURCES)
        if one.number in {"4.2.b", "a1.8"} and one.id.split("/")[-1] != "priority"
    }
    assert said["4.2.b/quotas"] is said["a1.8/quotas"] is MUST
    assert said["4.2.b"] is said["a1.8/quota"] is SHOULD  # the benefits


@pytest.mark.parametrize(
    ("number", "modality"),
    [
        ("3.1.1.c/return", MUST),  # 保障…重返工作岗位的权利
        ("3.1.1.c/flexible_work", ENCOURAGED),  # 鼓励多种形式灵活就业
        ("4.4.c/base", SHOULD),  # 适时建立…基地
        ("4.4.c/training", MUST),  # 加强…培训, without 适时
        ("4.4.d", SHOULD),  # 支持家政企业…
        ("3.2.1.c", MUST),  # 各级政府要创造有利条件
        ("3.2.1.c/support", SHOULD),  # 支持和引导
        ("3.2.2/support", SHOULD),  # 支持和引导
        ("4.3.b", MAY),  # 政府可以
    ],
)
def test_how_strongly_a_part_is_asked(number: str, modality: w.Modality) -> None:
    assert {one.modality for one in PLAN.assignments() if one.id == number} == {modality}


@pytest.mark.parametrize(
    ("social", "setting", "availability"),
    [
        # 三（二）1, 2: 社会力量, and 依托社区
        (True, cp.Setting.COMMUNITY, cp.Availability.OPEN),
        (False, cp.Setting.COMMUNITY, cp.Availability.NOT_OPEN),
        (True, cp.Setting.EMPLOYER, cp.Availability.NOT_OPEN),
        (True, None, cp.Availability.UNKNOWN),
    ],
)
@pytest.mark.parametrize("number", ["3.2.1.c/support", "3.2.2/support"])
def test_private_providers_in_communities_are_supported(
    number: str, social: bool, setting: cp.Setting | None, availability: cp.Availability
) -> None:
    provider = cp.Institution(run_by_social_forces=social, setting=setting)
    found = cp.assess(provider, PLAN).benefit(number)
    assert (found.availability, found.entitled) == (availability, cp.Truth.FALSE)  # no measure


def test_three_bodies_of_health_and_the_one_of_every_level() -> None:
    # 三（一）3 各级妇幼保健机构…等; 三（五）3 区妇幼保健机构、疾病预防控制机构、卫生监督机构
    assert ids("区妇幼保健机构") == ["3.1.3.b", "3.5.3.a"]
    found = [one for one in PLAN.tasks_of("卫生监督机构") if one.number == "3.5.3.a"]
    assert [one.office.name for one in found] == ["卫生监督机构"]
    # 三（一）3 relies on neither of the other two.
    assert ids("疾病预防控制机构") == ids("卫生监督机构") == ["3.5.3.a"]
    assert ids("各级妇幼保健机构") == ["3.1.3.b"]


def test_the_ministry_whose_standards_are_cited_is_asked_nothing() -> None:
    # 三（四）1: 各镇街要按照住房城乡建设部制定的标准和规范
    assert ids("住房城乡建设部") == []
    # 五（二）, 附件1第9段 and the lists of 三 name one office of the district
    district = ids("区住房城乡建设局")
    assert {"5.2", "a1.9/liability", "a1.9/supervision"} <= set(district)
    assert (
        ids("住房城乡建设部门")
        == ids("区住房和城乡建设局")
        == district
        == ids(Body.HOUSING_CONSTRUCTION)
    )


# --- 五, 附件1 --------------------------------------------------------------------------------

ANNEX = (
    # Each row: part, how strongly, and the words of the paragraph.
    ("a1.1", "发展改革部门", (("", MUST),)),
    ("a1.2", "教育部门", (("", MUST),)),
    ("a1.3", "公安部门", (("security", MUST), ("safety", MUST))),  # 监督指导…，对…监管
    ("a1.4", "行政审批部门", (("", MUST),)),
    # 依职权负责…登记及依法查处…，协助推动…
    ("a1.5", "民政部门", (("registration", MUST), ("breaches", MUST), ("community", SHOULD))),
    ("a1.6", "财政部门", (("support", MUST),)),  # 第一句: 财政部门负责…予以支持
    ("a1.6", "各镇街", (("towns", ENCOURAGED),)),  # 第二句: 鼓励各镇街…
    # 负责…培训。按规定开展…认定，依法保障…权益
    (
        "a1.7",
        "人力资源社会保障部门",
        (("training", MUST), ("certification", MUST), ("rights", MUST)),
    ),
    # 优先保障土地供应，完善…规范和标准。纳入…规划和…计划，指标要适当…倾斜
    (
        "a1.8",
        "自然资源部门",
        (("supply", MUST), ("rules", MUST), ("plans", MUST), ("quotas", MUST)),
    ),
    ("a1.9", "住房城乡建设部门", (("liability", MUST), ("supervision", MUST))),
    # 负责制定落实…，协调…，负责…业务指导。参与宣传教育和社会监督
    (
        "a1.10",
        "卫生健康部门",
        (("standards", MUST), ("coordination", MUST), ("guidance", MUST), ("publicity", SHOULD)),
    ),
    ("a1.11", "应急管理部门", (("", MUST),)),
    # 负责指导…，依法…开展…检查，督促落实…
    ("a1.12", "消防部门", (("guidance", MUST), ("inspection", MUST), ("responsibility", MUST))),
    ("a1.13", "税务部门", (("", MUST),)),
    # 依职权负责…登记。负责依法查处…，对…饮食用药安全进行监管
    (
        "a1.14",
        "市场监管部门",
        (("registration", MUST), ("breaches", MUST), ("food_and_medicine", MUST)),
    ),
    ("a1.15", "工会组织", (("welfare", MUST), ("points", MUST))),  # 负责推动…，对…监督和指导
    ("a1.16", "共青团组织", (("volunteers", MUST), ("youth", MUST))),  # 负责…队伍建设及…宣传教育
    # 负责参与…指导服务，加强…职业道德宣传和…维权服务
    ("a1.17", "妇联组织", (("guidance", MUST), ("ethics", MUST), ("rights", MUST))),
)


@pytest.mark.parametrize(("number", "office", "parts"), ANNEX)
def test_annex_1_duty_by_duty(
    number: str, office: str, parts: tuple[tuple[str, w.Modality], ...]
) -> None:
    found = [
        one
        for one in PLAN.assignments()
        if one.number == number and isinstance(one.source, w.Task) and one.office.name == office
    ]
    assert [(one.source.part, one.modality) for one in found] == list(parts)
    titles = [one.title for one in found]
    assert len({title.zh for title in titles}) == len({title.en for title in titles}) == len(parts)
    assert {one.role for one in found} == {Role.ACTING}


def test_annex_1_is_whole() -> None:
    tasks = [one for one in PLAN.tasks if one.number.startswith("a1.")]
    assert len(tasks) == sum(len(parts) for _, _, parts in ANNEX)
    # 17 paragraphs, each of one department; the towns' sentence stands in finance's (第6段).
    paragraphs = {one.number: one.acting[0].body for one in tasks if one.part != "towns"}
    assert len(paragraphs) == len(set(paragraphs.values())) == 17
    assert all(one.lead == one.support == () and len(one.acting) == 1 for one in tasks)


def test_the_towns_are_encouraged_and_finance_is_bound() -> None:
    # 附件1 第6段: two sentences, two subjects
    (finance,) = (one for one in PLAN.tasks_of("财政部门") if one.number == "a1.6")
    (towns,) = (one for one in PLAN.tasks_of(Body.TOWNSHIP) if one.number == "a1.6")
    assert (finance.id, finance.modality) == ("a1.6/support", MUST)
    assert (towns.id, towns.modality) == ("a1.6/towns", ENCOURAGED)


def test_what_is_asked_of_offices_with_few_clauses() -> None:
    assert ids(Body.FIRE_RESCUE) == ["a1.12/guidance", "a1.12/inspection", "a1.12/responsibility"]
    # It registers by annex 1, so it pushes the record as well.
    assert ids(Body.ADMIN_APPROVAL) == ["3.5.1.a", "a1.4", "a1.4"]
    assert ids(Body.STAFFING) == ["3.5.1.b/registration", "5.2"]
    assert ids("区委编办", Role.SUPPORT) == ["5.2"]  # beside the list of 三（五）1
    assert ids(Body.DEPARTMENTS) == ["5.3.a"]
    assert ids(Body.COMMUNITIES) == ["3.5.2.c"]


def test_employers_and_institutions_are_asked_where_they_head_the_sentence() -> None:
    # 三（一）1 用人单位应…, 2 用人单位要…, 三（三）1 机关、企事业单位要…, 鼓励支持…用人单位.
    employers = {one.number: one.modality for one in PLAN.tasks_of(Body.EMPLOYERS)}
    assert set(employers) == {"3.1.1.b", "3.1.2.b", "3.1.2.c", "3.3.1.a", "3.3.1.b"}
    assert employers["3.3.1.b"] is w.Modality.ENCOURAGED
    # 三（四）2, 5 and 三（五）4: 婴幼儿照护服务机构应选择…, 要按照…设置…, 配备安全设施.
    institutions = {one.number for one in PLAN.tasks_of("婴幼儿照护服务机构")}
    assert {"3.4.2.a", "3.4.2.b", "3.4.2.c", "3.4.5.a", "3.4.5.b", "3.5.4.b"} <= institutions


@pytest.mark.parametrize(
    ("adds", "outcome"), [(True, "met"), (False, "not_met"), (None, "unknown")]
)
def test_kindergartens_are_encouraged_to_add_inclusive_places(
    adds: bool | None, outcome: str
) -> None:
    # 三（三）3 鼓励公办和民办幼儿园通过改建、扩建等方式，增加…供给: advice to each.
    finding = cp.assess(cp.Kindergarten(adds_inclusive_places=adds), PLAN).finding("3.3.3.c")
    assert finding.outcome.value == outcome
    assert finding.force is Force.ADVISORY
