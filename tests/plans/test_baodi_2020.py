"""Baodi 2020, answers by hand from the text. Locators stand beside each."""

from datetime import date
from typing import Any

import pytest
from goals import only
from local_names import names

import careplan as cp
from careplan import writing as w
from careplan.documents.clauses import Force

PLAN = cp.get_plan("baodi_2020")
MET, NOT_MET = cp.Outcome.MET, cp.Outcome.NOT_MET
UNKNOWN, NOT_APPLICABLE = cp.Outcome.UNKNOWN, cp.Outcome.NOT_APPLICABLE
OPEN, NOT_OPEN = cp.Availability.OPEN, cp.Availability.NOT_OPEN


def find(number: str, subject: Any, **readings: str) -> cp.Outcome:
    """Return the outcome of one clause about a subject."""
    return cp.assess(subject, PLAN, readings=readings).finding(number).outcome


def asked_of(body: cp.Body | str, **readings: str) -> dict[str, list[str]]:
    """Return what is asked of a body or an office: ids by role, each once."""
    found: dict[str, list[str]] = {}
    for one in PLAN.tasks_of(body, readings=readings):
        ids = found.setdefault(one.role.value, [])
        if one.id not in ids:
            ids.append(one.id)
    return found


def test_every_clause_is_encoded_or_declined() -> None:
    coverage = PLAN.coverage()
    assert (len(PLAN.clauses), coverage.complete) == (41, True)
    assert coverage.declined == (
        *("0.issue", "0.addressees", "0.basis.1", "0.basis.2"),
        *("1.b", "3.3"),  # slogans and a principle; 三（一） says what government does
        *("4.1.basis.1", "4.1.basis.2", "4.1.basis.3", "4.1.basis.4"),  # laws cited
        "4.3.d",  # 积极探索
    )


def test_fifteen_named_members_and_nobody_who_convenes() -> None:
    [conference] = PLAN.councils  # 四（五）3
    assert names(conference.members) == (
        "区委编办 区发展改革委 区教育局 公安宝坻分局 区民政局 区财政局 区人力社保局 "
        "区规划和自然资源局 区住建委 区应急局 区市场监管局 区政务服务办 区税务局 区金融局 "
        "区消防支队"
    )
    assert len({office.body for office in conference.members}) == 15
    assert conference.open_list  # 等相关部门
    assert conference.office_at == PLAN.office("区卫生健康委")
    assert conference.office_at not in conference.members
    assert (conference.convenor, conference.lead, conference.meetings) == (None, None, ())
    assert conference.numbers == ("4.5.3.a", "4.5.3.b")


TOWNS = "街道办事处 镇人民政府"
NINE = "教育 公安 民政 人力社保 住房城乡建设 卫生健康 应急管理 市场监管 消防救援"


def test_who_answers_for_what() -> None:
    roles = {
        task.id: tuple(names(task.offices(role)) for role in cp.Role)[:4]
        for task in PLAN.tasks
        if task.number != "4.5.2.a"
    }
    assert roles == {  # lead, support, territorial, acting
        "3.1": ("", "", "", "政府"),  # 三（一）: 政府及社会 … 提供科学养育指导
        "3.4": ("", "", "街镇政府", ""),  # 三（四）: 以属地为主，在街镇政府的领导下
        "4.1.a": ("", "", "", ""),  # 四（一）: 全面落实 … has no subject
        "4.1.b": ("", "", "", "医疗保健机构"),
        "4.1.c": ("", "", "", ""),  # 加强对婴幼儿家庭的育儿指导 has none either
        "4.2.b/guidance": ("", "", "", "区人民政府"),  # 四（二） with 四（五）1: 指导街镇
        "4.2.b/towns": ("", "", "", "街镇"),
        "4.2.c": ("", "", "", ""),  # 充分发挥网格化 … 作用: whose is not said
        "4.3.a": ("", "", "", "工会组织"),  # 四（三）: 工会组织负责推动, which is no 牵头
        "4.3.b": ("", "", "", "用人单位"),  # 鼓励用人单位兴办
        "4.4.b": ("", "", "", "相关职能部门"),  # 四（四）
        "4.4.c": ("", "", "", "相关职能部门"),  # 督促落实
        "4.4.d/check": ("", "", "", "相关职能部门"),  # 监督检查
        "4.5.1.a": ("", "", "", "区人民政府"),  # 四（五）1
        "4.5.1.b": ("", "", "", "区人民政府"),
        "4.5.2.b": ("", NINE, "", TOWNS),  # 四（五）2: 会同 … 依法查处; 牵头 is on supervision
        "4.5.2.c/helpers": ("", "社区卫生服务中心 派出所 市场监管所", "", ""),
        "4.5.3.a/problems": ("", "", "", "联席会议"),  # 四（五）3: 研究解决 … 重大问题
        "4.5.3.c": ("", "工会 共青团 妇联 计划生育协会 相关行业组织", "", ""),
        "4.5.3.d": ("区卫生健康委", "相关部门", "", ""),  # 由区卫生健康委牵头
    }
    opened = {task.id for task in PLAN.tasks if task.open_list}
    assert opened == {"4.5.2.a", "4.5.2.b", "4.5.2.c/helpers", "4.5.3.c"}


@pytest.mark.parametrize("number", ["4.1.a", "4.1.c", "4.2.c"])
def test_nobody_is_made_up_where_the_text_names_nobody(number: str) -> None:
    # 四（一） first and third paragraph, 四（二） third: no subject, and none before them.
    [task] = PLAN.encoded_by(number)
    assert isinstance(task, w.Task)
    assert task.offices() == ()
    assert task.title is not None
    assert "nobody" in task.title.get("en")
    assert "nobody" in task.clause.summary.get("en")
    assert "未写由谁" in task.title.zh
    assert number not in PLAN.matrix()


def test_who_leads_is_who_the_text_says_leads() -> None:
    # 牵头 stands twice: 四（五）2 of the towns' daily supervision, 3 of the health commission.
    led = [one for one in PLAN.assignments() if one.role is cp.Role.LEAD]
    assert [(one.number, one.office.name) for one in led] == [
        ("4.5.2.a", "街道办事处"),
        ("4.5.2.a", "镇人民政府"),
        ("4.5.3.d", "区卫生健康委"),
    ]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        # 四（四）: 机构编制部门、民政部门、市场监管部门、卫健部门做好 … 注册登记、备案工作
        ("机构编制部门", cp.Body.STAFFING),
        ("民政部门", cp.Body.CIVIL_AFFAIRS),
        ("市场监管部门", cp.Body.MARKET_REGULATION),
        ("卫健部门", cp.Body.HEALTH),
    ],
)
def test_four_offices_register_and_file(name: str, body: cp.Body) -> None:
    for asked in (name, body):
        [found] = [one for one in PLAN.tasks_of(asked) if one.number == "4.4.a"]
        assert (found.office.name, found.role) == (name, cp.Role.ACTING)
        assert found.origin.value == "route"
    assert set(PLAN.matrix()["4.4.a"]) == {
        *(cp.Body.STAFFING, cp.Body.CIVIL_AFFAIRS, cp.Body.MARKET_REGULATION, cp.Body.HEALTH)
    }


SUPPORTING = {"support": ["4.5.2.b"]}  # 四（五）2: 会同
REGISTERING = {"acting": ["4.4.a"]}  # 四（四）


@pytest.mark.parametrize(
    ("name", "body", "beside"),
    [
        # 四（五）3: fifteen named, and what else is asked of each under another name.
        ("区委编办", cp.Body.STAFFING, REGISTERING),
        ("区发展改革委", cp.Body.DEVELOPMENT_REFORM, {}),
        ("区教育局", cp.Body.EDUCATION, SUPPORTING),
        ("公安宝坻分局", cp.Body.PUBLIC_SECURITY, SUPPORTING),
        ("区民政局", cp.Body.CIVIL_AFFAIRS, {**REGISTERING, **SUPPORTING}),
        ("区财政局", cp.Body.FINANCE, {}),
        ("区人力社保局", cp.Body.HUMAN_RESOURCES, SUPPORTING),
        ("区规划和自然资源局", cp.Body.NATURAL_RESOURCES, {}),
        ("区住建委", cp.Body.HOUSING_CONSTRUCTION, SUPPORTING),
        ("区应急局", cp.Body.EMERGENCY, SUPPORTING),
        ("区市场监管局", cp.Body.MARKET_REGULATION, {**REGISTERING, **SUPPORTING}),
        ("区政务服务办", cp.Body.GOVERNMENT_SERVICES, {}),
        ("区税务局", cp.Body.TAX, {}),
        ("区金融局", cp.Body.LOCAL_FINANCE, {}),
        ("区消防支队", cp.Body.FIRE_RESCUE, SUPPORTING),
    ],
)
def test_each_of_fifteen_members_is_found(
    name: str, body: cp.Body, beside: dict[str, list[str]]
) -> None:
    # 4.5.3.a sets the conference up and hosts its office; 4.5.3.b says who its members are.
    assert asked_of(name) == {"member": ["4.5.3.b"], **beside}
    [member] = PLAN.tasks_of(body, role=cp.Role.MEMBER)
    assert (member.office.name, member.numbers) == (name, ("4.5.3.b", "4.5.3.a"))
    assert PLAN.matrix()["4.5.3.b"][body] == (member,)


def test_the_health_commission_hosts_and_leads_and_is_no_member() -> None:
    # 四（四） registers; 四（五）2 helps; 3 办公室设在区卫生健康委, 由区卫生健康委牵头. One body
    # under three names, two of them at the district's level and one without a level.
    health = {"acting": ["4.4.a", "4.5.3.a"], "support": ["4.5.2.b"], "lead": ["4.5.3.d"]}
    for asked in (cp.Body.HEALTH, "区卫生健康委", "卫生健康", "卫健部门"):
        assert asked_of(asked) == health
    assert asked_of("联席会议") == asked_of(cp.Body.COUNCIL) == {"acting": ["4.5.3.a/problems"]}


def test_towns_are_one_body_under_four_names() -> None:
    towns = {
        "territorial": ["3.4"],  # 三（四）: 在街镇政府的领导下
        "acting": ["4.2.b/towns", "4.5.2.b", "4.5.2.c"],  # 四（二）, 四（五）2: 查处, 协调 … 掌握
        "lead": ["4.5.2.a"],  # 四（五）2: 牵头组织实施
    }
    for asked in ("街道办事处", "镇人民政府", "街镇", "街镇政府", cp.Body.TOWNSHIP):
        assert asked_of(asked) == towns


@pytest.mark.parametrize(
    ("name", "tasks"),
    [
        # 四（五）2: 协调区域内社区卫生服务中心、派出所、市场监管所等. They are of a town's area:
        # what is asked of the district's police or regulator is not asked of them, but what is
        # asked of medical institutions (四（一）) and regulators of no level (四（四）) may be.
        ("派出所", {"support": ["4.5.2.c/helpers"]}),
        ("社区卫生服务中心", {"acting": ["4.1.b"], "support": ["4.5.2.c/helpers"]}),
        ("市场监管所", {"acting": ["4.4.a"], "support": ["4.5.2.c/helpers"]}),
        # 工会组织 and 工会 are one body.
        ("工会组织", {"acting": ["4.3.a"], "support": ["4.5.3.c"]}),
        ("计划生育协会", {"support": ["4.5.3.c"]}),
        ("用人单位", {"acting": ["4.3.b"]}),
        ("托育机构", {"acting": ["4.4.d"]}),
        ("相关职能部门", {"acting": ["4.4.b", "4.4.c", "4.4.d/check"], "support": ["4.5.3.d"]}),
        # 政府 (三（一）) and 我区 (一) are the district government as well.
        ("区人民政府", {"acting": ["1.a", "3.1", "4.2.b/guidance", "4.5.1.a", "4.5.1.b"]}),
    ],
)
def test_what_is_asked_of_everybody_else(name: str, tasks: dict[str, list[str]]) -> None:
    assert asked_of(name) == tasks


def test_support_is_owed_by_whom_the_sentence_names() -> None:
    # 一: 我区 … 支持; 三（二） and 四（三） support without a subject, or only permit (可).
    owing = {one.id: names(one.owed_by) for one in PLAN.benefits}
    assert owing == {"1.a": "我区", "3.2": "", "4.3.b/open_to_neighbours": "", "4.3.e": ""}
    # 二: the goals name nobody.
    assert {target.acting for target in PLAN.targets.values()} == {()}


def test_the_nine_departments_join_the_violations_only() -> None:
    # 四（五）2: by word order 会同 goes with 查处; the other reading carries it to supervision.
    [alone] = [t for t in PLAN.tasks if t.under == ("nine_departments", "violations")]
    [joined] = [t for t in PLAN.tasks if t.under == ("nine_departments", "supervision_too")]
    assert (alone.number, names(alone.lead), alone.support) == ("4.5.2.a", TOWNS, ())
    assert (joined.number, joined.lead, names(joined.support)) == ("4.5.2.a", alone.lead, NINE)
    assert set(PLAN.matrix()["4.5.2.a"]) == {cp.Body.TOWNSHIP}
    other = PLAN.matrix(readings={"nine_departments": "supervision_too"})["4.5.2.a"]
    assert len(other) == 1 + 9
    assert [one.role for one in other[cp.Body.EDUCATION]] == [cp.Role.SUPPORT]
    assert asked_of(cp.Body.EDUCATION)["support"] == ["4.5.2.b"]
    both = asked_of(cp.Body.EDUCATION, nine_departments="supervision_too")["support"]
    assert both == ["4.5.2.a", "4.5.2.b"]


def test_duties_without_an_interval() -> None:
    duties = {duty.number: duty for duty in PLAN.duties}
    assert {number: names(duty.acting) for number, duty in duties.items()} == {
        "4.4.d": "托育机构",  # 四（四）: 定期公示
        "4.5.2.c": "街道办事处 镇人民政府",  # 四（五）2: 及时掌握
    }
    assert {duty.every for duty in duties.values()} == {None}
    agenda = cp.agenda(PLAN, date(2021, 1, 1), date(2021, 12, 31))
    assert ([*agenda.entries], [d.number for d in agenda.unscheduled]) == (
        [],
        ["4.4.d", "4.5.2.c"],
    )
    yearly = cp.next_due(duties["4.4.d"], date(2024, 2, 29), every=w.Interval(12))
    assert yearly == date(2025, 2, 28)


AREA_FACTS = (
    "care_facility_planned",
    "safety_facility_planned",
    "meets_standards",
    "fits_kindergarten_provision",
)


@pytest.mark.parametrize("lacking", AREA_FACTS)
def test_new_residential_areas(lacking: str) -> None:
    # 四（二）: 新建居住区, by standards, with regard to kindergartens, care and safety facilities.
    all_there: dict[str, Any] = dict.fromkeys(AREA_FACTS, True)
    assert find("4.2.a", cp.ResidentialArea(new=True, **all_there)) is MET
    broken = {**all_there, lacking: False}
    assert find("4.2.a", cp.ResidentialArea(new=True, **broken)) is NOT_MET
    assert find("4.2.a", cp.ResidentialArea(new=False, **broken)) is NOT_APPLICABLE
    silent = cp.assess(cp.ResidentialArea(new=True, **{**all_there, lacking: None}), PLAN)
    assert (silent.outcome, silent.missing) == (UNKNOWN, (lacking,))


def test_no_rule_on_acceptance_or_handing_over() -> None:
    # 四（二） asks neither: that is another document's.
    asked = cp.assess(cp.ResidentialArea(new=True), PLAN).missing
    assert set(asked) == set(AREA_FACTS)


@pytest.mark.parametrize(
    ("runs", "able", "finding", "opening"),
    [
        # 四（三）: 鼓励兴办; 有条件的可向附近居民开放.
        (True, True, MET, OPEN),
        (True, False, MET, NOT_OPEN),
        (False, True, NOT_MET, NOT_OPEN),
        (None, True, UNKNOWN, cp.Availability.UNKNOWN),
    ],
)
def test_employers(
    runs: bool | None, able: bool, finding: cp.Outcome, opening: cp.Availability
) -> None:
    a = cp.assess(cp.Employer(runs_care_institution=runs, conditions_allow=able), PLAN)
    found, permitted = a.finding("4.3.b"), a.benefit("4.3.b/open_to_neighbours")
    assert (found.outcome, found.force) == (finding, Force.ADVISORY)
    assert (permitted.availability, permitted.entitled) == (opening, cp.Truth.FALSE)


@pytest.mark.parametrize(
    ("able", "has_class", "outcome"),
    [
        # 四（三）: 有条件的公办、民办幼儿园开设托班
        (True, True, MET),
        (True, False, NOT_MET),
        (False, False, NOT_APPLICABLE),
        (None, False, UNKNOWN),
    ],
)
def test_kindergartens(able: bool | None, has_class: bool, outcome: cp.Outcome) -> None:
    subject = cp.Kindergarten(conditions_allow=able, toddler_class=has_class)
    found = cp.assess(subject, PLAN).finding("4.3.c")
    assert (found.outcome, found.force) == (outcome, Force.ADVISORY)


@pytest.mark.parametrize(
    ("months", "under_three", "three_too"),
    [
        (23, False, False),
        (24, True, True),
        (35, True, True),
        (36, False, True),
        (47, False, True),
        (48, False, False),
    ],
)
def test_two_to_three(months: int, under_three: bool, three_too: bool) -> None:
    # 四（三）: 招收2至3岁的幼儿; the upper end is open.
    [age] = PLAN.definitions
    assert isinstance(age.criterion, w.ByReading)
    child = cp.Child(age_months=months)
    for option, expected in (("under_three", under_three), ("three_too", three_too)):
        truth = cp.evaluate(age.criterion.options[option], child).truth
        assert truth is (cp.Truth.TRUE if expected else cp.Truth.FALSE)


@pytest.mark.parametrize(
    ("number", "fact"),
    [
        ("1.a", "conditions_allow"),  # 一: 支持符合条件的 …
        ("3.2", "inclusive"),  # 三（二）: 优先支持普惠性
        ("4.3.e", "run_by_social_forces"),  # 四（三）: 支持社会力量举办
    ],
)
def test_support_is_no_entitlement(number: str, fact: str) -> None:
    for stated, availability in ((True, OPEN), (False, NOT_OPEN), (None, cp.Availability.UNKNOWN)):
        facts: dict[str, Any] = {fact: stated}
        found = cp.assess(cp.Institution(**facts), PLAN).benefit(number)
        assert (found.availability, found.entitled) == (availability, cp.Truth.FALSE)
        assert found.benefit.amount_yuan is None


def test_systems_under_both_readings() -> None:
    # 四（四）: 卫生保健健康检查 stands without a mark between.
    five = cp.Institution(health_systems=set(cp.HealthSystem) - {cp.HealthSystem.HEALTH_CARE})
    assert find("4.4.c", five) is MET
    assert find("4.4.c", five, health_systems="two") is NOT_MET
    assert find("4.4.c", cp.Institution(health_systems=[])) is NOT_MET


@pytest.mark.parametrize("lacking", cp.Disclosure)
def test_each_of_five_items_is_made_public(lacking: cp.Disclosure) -> None:
    # 四（四）: 收费项目和标准、保育照护、膳食营养、卫生保健、安全保卫
    assert find("4.4.d", cp.Institution(published=list(cp.Disclosure))) is MET
    assert find("4.4.d", cp.Institution(published=set(cp.Disclosure) - {lacking})) is NOT_MET


def test_targets() -> None:
    # 二: two institutions in 2020, issued on its last day; the rest are goals in words.
    two = cp.track_progress(
        PLAN.targets["demonstration_institutions"],
        [cp.Measurement(on=date(2020, 12, 31), value=2)],
        on=date(2020, 12, 31),
    )
    assert two.outcome is MET
    assert PLAN.document.issued_on == only(PLAN.targets["demonstration_institutions"]).due
    for key, due in (("mechanism_2020", 2020), ("system_2025", 2025)):
        target = PLAN.targets[key]
        assert (only(target).value, only(target).due) == (None, date(due, 12, 31))
        goal = cp.track_progress(target, [], on=date(due, 12, 31))
        assert goal.outcome is cp.Outcome.NOT_MEASURABLE


def test_offices_go_by_their_local_name() -> None:
    assert PLAN.office("区金融局").body is cp.Body.LOCAL_FINANCE
    assert PLAN.office("卫健部门").body is PLAN.office("区卫生健康委").body is cp.Body.HEALTH
