"""Shiyan 2021, who does what: by hand from the text. Locators stand beside each."""

import pytest

import careplan as cp
from careplan import writing as w

PLAN = cp.get_plan("shiyan_2021")
Body, Role, Level = cp.Body, cp.Role, cp.Level
SHOULD, ENCOURAGED, MUST = w.Modality.SHOULD, w.Modality.ENCOURAGED, w.Modality.MUST


def names(offices: tuple[w.Office, ...]) -> str:
    return "、".join(office.name for office in offices)


def task(number: str) -> w.Task:
    """Return the one task of a clause."""
    (found,) = (one for one in PLAN.encoded_by(number) if isinstance(one, w.Task))
    return found


def duties(number: str) -> tuple[w.Task, ...]:
    """Return the tasks of a clause, one for each duty it prints."""
    return tuple(one for one in PLAN.encoded_by(number) if isinstance(one, w.Task))


# --- who does what: the 26 lists (牵头单位；责任单位) ---

LISTS = (
    ("2.1.1", "市人社局", "市卫健委、市总工会、市妇联"),
    ("2.1.2", "市人社局", "市总工会、市妇联"),
    ("2.1.3", "市卫健委", "市教育局、团市委、市妇联"),
    ("2.1.4", "各县市区", "市自然资源和规划局"),
    ("2.1.5", "各县市区、市财政局、市税务局", "市发改委、市卫健委、市民政局"),
    ("2.1.6", "各县市区", "市发改委、市财政局、市地方金融工作局、十堰银保监分局"),
    ("2.1.7", "市卫健委", ""),
    ("2.1.8", "各县市区", "市发改委、市市场监管局"),
    ("2.2.1", "各县市区、市发改委、市卫健委", "市行政审批局、市民政局、市市场监管局"),
    ("2.2.2.1", "各县市区、市卫健委、市民政局", "市自然资源和规划局、市住建局"),
    ("2.2.2.2", "各县市区、市自然资源和规划局", "市住建局、市教育局、市民政局、市卫健委"),
    ("2.2.2.3", "各县市区", "市民政局、市自然资源和规划局、市住建局、市卫健委"),
    ("2.2.3", "各县市区、市教育局", "市卫健委"),
    (
        "2.2.4",
        "市总工会、市妇联",
        "市人社局、市行政审批局、市民政局、市市场监管局、市卫健委",
    ),
    ("2.2.5", "市卫健委", "市总工会"),
    ("2.2.6", "各县市区", "市卫健委"),
    ("2.3.1", "各县市区", "市自然资源和规划局、市发改委"),
    ("2.3.2", "各县市区", "市自然资源和规划局、市住建局、市卫健委、市总工会"),
    (
        "2.3.3",
        "各县市区、市委编办、市行政审批局、市民政局、市市场监管局",
        "市卫健委、市教育局",
    ),
    ("2.3.4", "各县市区", "市卫健委、市行政审批局、市民政局、市市场监管局"),
    ("2.3.5", "市人社局、市教育局", "市卫健委"),
    ("2.4.1", "各县市区、市卫健委", "市行政审批局、市市场监管局、市民政局"),
    (
        "2.4.2",
        "各县市区",
        (
            "市发改委、市卫健委、市教育局、市公安局、市民政局、市人社局、市市场监管局、市住建局、"
            "市应急管理局、市总工会、团市委、市妇联、市计生协"
        ),
    ),
    ("2.4.3", "市卫健委", ""),
    ("2.4.4", "各县市区", "市发改委、市教育局、市市场监管局"),
    # The semicolon after the counties stands before 责任单位, so the four bureaus lead too.
    (
        "2.4.5",
        "各县市区、市行政审批局、市民政局、市市场监管局、市人社局",
        "市卫健委、市公安局、市教育局",
    ),
)


@pytest.mark.parametrize(("item", "lead", "support"), LISTS)
def test_the_lists(item: str, lead: str, support: str) -> None:
    found = task(f"{item}.resp")
    assert (names(found.lead), names(found.support)) == (lead, support)
    assert (found.acting, found.territorial, found.open_list) == ((), (), False)


def test_there_are_26_lists() -> None:
    lists = [one.number for one in PLAN.tasks if one.number.endswith(".resp")]
    assert lists == [f"{item}.resp" for item, _, _ in LISTS]
    assert len(lists) == 26


MEMBERS = (
    "市委编办、市发改委、市教育局、市公安局、市民政局、市财政局、市人社局、市自然资源和规划局、"
    "市住建局、市卫健委、市应急管理局、市税务局、市行政审批局、市市场监管局、市总工会、团市委、"
    "市妇联、市消防救援支队、市计划生育协会"
)


def test_every_member_unit_has_its_own_entry() -> None:
    # 附件 四（一）-（十九）: the nineteen of 附件 二, in the same order.
    entries = [duties(f"a1.4.{place}") for place in range(1, 20)]
    units = [{names(duty.offices()) for duty in entry} for entry in entries]
    assert "、".join(unit for (unit,) in units) == MEMBERS


# 附件 四: how many things each entry asks, counted in the text.
ENTRIES = (4, 5, 9, 5, 7, 2, 6, 4, 4, 15, 2, 1, 2, 8, 7, 3, 8, 2, 3)


@pytest.mark.parametrize(("place", "number_of_duties"), [*enumerate(ENTRIES, 1)])
def test_one_object_for_each_duty_of_an_entry(place: int, number_of_duties: int) -> None:
    entry = duties(f"a1.4.{place}")
    assert len(entry) == number_of_duties
    assert len({duty.id for duty in entry}) == len({duty.title for duty in entry}) == len(entry)
    assert all(duty.title is not None and duty.modality is not None for duty in entry)


def test_the_duties_of_education_and_civil_affairs() -> None:
    # 附件 四（三）: 指导, 加强 …管理, 指导公立, 支持民办, 负责 …培训, 指导 …院校, 加快培养, and
    # 支持配合 for the pool of experts and, with it, for the guidance of families.
    education = [(duty.part, duty.modality) for duty in duties("a1.4.3")]
    assert education == [
        ("integration", MUST),
        ("management", MUST),
        ("public_kindergartens", MUST),
        ("private_kindergartens", SHOULD),
        ("training", MUST),
        ("majors", MUST),
        ("graduates", MUST),
        ("expert_pool", SHOULD),
        ("family_guidance", SHOULD),
    ]
    # 附件 四（五）: 负责指导 …法人登记、规范管理, 推送, 配合 …风险防范, 纳入 …规划, 拓展, and
    # 支持和引导.
    civil_affairs = [(duty.part, duty.modality) for duty in duties("a1.4.5")]
    assert civil_affairs == [
        ("registration", MUST),
        ("regulation", MUST),
        ("push", MUST),
        ("risk", MUST),
        ("planning", MUST),
        ("facilities", MUST),
        ("private_providers", SHOULD),
    ]
    asked = PLAN.tasks_of("市民政局", role=Role.ACTING)
    titles = {one.id: one.title.get("en") for one in asked}
    assert titles["a1.4.5/risk"].startswith("help the competent units prevent risks")


def test_how_strongly_the_annex_asks() -> None:
    softened = {
        duty.id: duty.modality
        for place in range(1, 20)
        for duty in duties(f"a1.4.{place}")
        if duty.modality is not MUST
    }
    assert softened == {
        "a1.4.1/support": SHOULD,  # （一） 支持和引导
        "a1.4.2/building": SHOULD,  # （二） 支持
        "a1.4.2/demonstration": SHOULD,  # 重点支持
        "a1.4.2/policy": SHOULD,  # 支持配合
        "a1.4.2/credit": SHOULD,  # 支持配合
        "a1.4.3/private_kindergartens": SHOULD,  # （三） 支持
        "a1.4.3/expert_pool": SHOULD,  # 支持配合
        "a1.4.3/family_guidance": SHOULD,
        "a1.4.5/private_providers": SHOULD,  # （五） 支持和引导
        "a1.4.10/private_providers": SHOULD,  # （十） 支持和引导
        "a1.4.10/medical_institutions": ENCOURAGED,  # 鼓励
        "a1.4.14/inclusive_care": SHOULD,  # （十四） 配合 …支持
        "a1.4.14/private_providers": SHOULD,  # 引导
        "a1.4.15/medical_institutions": SHOULD,  # （十五） 协调支持
    }
    # 牵头 is printed three times: （七） leave, （十） the pool of experts and supervision.
    led = [duty.id for place in range(1, 20) for duty in duties(f"a1.4.{place}") if duty.lead]
    assert led == ["a1.4.7/leave", "a1.4.10/expert_pool", "a1.4.10/supervision"]


def test_what_the_conference_is_to_do() -> None:
    # 附件 一: eight functions beside the yearly work plan, which comes back.
    assert [duty.part for duty in duties("a1.1")] == [
        *("coordinate", "policy", "guide", "problems"),
        *("alignment", "press", "report", "assigned"),
    ]
    asked = [one.id for one in PLAN.tasks_of("联席会议")]
    assert asked.count("a1.1") == 1  # the plan
    # 附件 三（四）: minutes; the lead refers, the city government decides.
    assert [(duty.part, names(duty.acting)) for duty in duties("a1.3.4.a")] == [
        ("minutes", "联席会议"),
        ("refer", "市卫健委"),
        ("decide", "市人民政府"),
    ]


@pytest.mark.parametrize(
    ("number", "acting"),
    [
        ("1.d", "茅箭区、张湾区"),  # 一
        ("1.e", "各县市区"),  # 一: 各县市区普遍开展…，建成一批…
        ("1.f", "各县市区"),
        ("1.g", ""),  # 全市: nobody is named
        ("2.1.1.c", "用工单位"),  # 二（一）1 倡导用工单位
        ("2.1.3.a", "医院、高校、妇幼保健机构"),  # 依托医院、高校、妇幼保健等机构
        ("2.1.4.a", "各县市区"),  # 二（一）4 各县市区要
        ("2.1.5.a", "各县市区"),
        ("2.1.5.c", "各县市区"),  # 二（一）5 由各县市区主导
        ("2.1.5.e", "财政部门"),
        ("2.1.7.a", "卫生健康部门、妇幼保健、疾病预防控制、卫生监督等机构"),
        ("2.1.8", "各县市区"),
        ("2.2.2.3.b", "城镇社区"),  # 二（二）2（3） 城镇社区…基本建有; 农村社区…重点建设
        ("2.2.2.3.c", "农村社区"),
        ("2.2.3.b", "各县市区"),  # 鼓励有条件的县市区
        ("2.2.3.c", "教育部门"),
        ("2.2.3.d", "教育部门"),  # 教育部门制定…，鼓励支持
        ("2.2.4.a", "工会、妇联、机关、企事业单位"),
        # 支持用人单位与所在街道、社区联合举办; the support is the leads' to give.
        ("2.2.4.b", "市总工会、市妇联、用人单位、街道、社区"),
        ("2.2.5.b", "妇幼保健院、儿童医院、社区卫生服务中心等医疗机构"),
        ("2.3.1.a", "各县市区"),
        ("2.3.2.a", "各县市区"),  # 各县市区要…规划并新建
        ("2.3.3.g", "教育部门"),  # 由教育部门落实; who guides is 2.3.3.i
        ("2.3.3.h", "教育部门"),  # 教育部门履行行业监管责任
        ("2.3.1.c", "各县市区"),
        ("2.3.3.i", "卫健部门"),
        ("2.3.5.c", "高等院校和职业院校"),
        ("2.4.2.a", "各县市区人民政府"),
        ("2.4.2.b", "各相关部门"),
        ("2.4.2.c", "婴幼儿照护服务机构"),  # 机构是安全管理责任主体
        ("2.4.2.d", "婴幼儿照护服务机构"),
        ("2.4.2.e", "婴幼儿照护服务机构"),
        ("2.4.2.g", "各职能部门"),
        ("2.4.3.a", "婴幼儿照护服务机构"),  # 二（四）3 负主体责任
        ("2.4.3.b", "婴幼儿照护服务机构、妇幼保健机构"),
        ("2.4.3.e", "妇幼保健机构、疾病预防控制机构、卫生监督机构"),
        ("2.4.4.b", "婴幼儿照护服务机构"),
        ("2.4.4.c", "婴幼儿照护服务机构、相关部门"),  # 由相关部门提出指导性收费标准
        ("2.4.4.d", "市场监管部门"),
        ("3.1.a", "各地、各部门"),
        ("3.2.b", "各县市区"),  # 鼓励各县市区
        ("3.3.a", "各县市区、各相关部门"),
        ("a1.4.0.a", "联席会议办公室、市卫健委"),
        ("a1.4.0.d", "市卫健委"),  # 代章
        ("a1.5.1", "成员单位"),
        ("a1.5.3", "各县市区"),
    ],
)
def test_who_acts(number: str, acting: str) -> None:
    asked = (one for one in PLAN.assignments() if one.number == number)
    offices = dict.fromkeys(one.office for one in asked if one.role is Role.ACTING)
    assert names(tuple(offices)) == acting


def test_a_sentence_that_names_nobody_takes_its_list() -> None:
    pairs = [
        *(("2.1.1.a", "2.1.1"), ("2.1.1.b", "2.1.1"), ("2.1.4.d", "2.1.4"), ("2.1.5.d", "2.1.5")),
        *((f"2.1.6.{letter}", "2.1.6") for letter in "abcd"),
        *((f"2.2.1.{letter}", "2.2.1") for letter in "acd"),
        *((f"2.2.2.2.{letter}", "2.2.2.2") for letter in "abd"),
        *(("2.2.3.a", "2.2.3"), ("2.2.4.b", "2.2.4"), ("2.2.6.a", "2.2.6"), ("2.3.2.b", "2.3.2")),
        *((f"2.3.5.{letter}", "2.3.5") for letter in "abcde"),
        *((f"2.4.1.{letter}", "2.4.1") for letter in "abcd"),
        *(("2.4.2.h", "2.4.2"), ("2.4.5.a", "2.4.5"), ("2.4.5.b", "2.4.5")),
    ]
    for number, item in pairs:
        assert task(number).lead == task(f"{item}.resp").lead
        assert task(number).support == task(f"{item}.resp").support


def test_offices_with_tasks_and_seats() -> None:
    # 二（一）6 gives two bureaus a task and 附件 二 no seat; the fire unit the other way round.
    seats = {office.body for office in PLAN.councils[0].members}
    for body in (Body.LOCAL_FINANCE, Body.BANKING_INSURANCE_REGULATION):
        # The four sentences of the item name nobody, so that its list answers for each.
        assert [one.number for one in PLAN.tasks_of(body)] == [
            *("2.1.6.a", "2.1.6.b", "2.1.6.c", "2.1.6.d", "2.1.6.resp"),
        ]
        assert body not in seats
    assert Body.FIRE_RESCUE in seats
    # 市计生协 and 市计划生育协会 are one body.
    association = PLAN.tasks_of(Body.FAMILY_PLANNING_ASSOCIATION)
    own = [one.id for one in association if one.role is not Role.MEMBER]
    assert own == [
        *("2.4.2.f", "2.4.2.h", "2.4.2.resp"),
        *("a1.4.19/education", "a1.4.19/social_supervision", "a1.4.19/services"),
    ]
    assert PLAN.office("市计生协").body is PLAN.office("市计划生育协会").body
    led = PLAN.tasks_of(Body.EDUCATION, role=Role.LEAD)
    assert [one.number for one in led if one.number.endswith(".resp")] == [
        "2.2.3.resp",
        "2.3.5.resp",
    ]
    (finance,) = PLAN.matrix()["2.1.6.resp"][Body.FINANCE]
    assert finance.role is Role.SUPPORT


def test_the_fire_service_has_a_members_tasks_and_its_own() -> None:
    # 附件 二 seats it; what 附件 三 to 五 ask of 成员单位 is asked of it, 四（十八） of it alone.
    asked = PLAN.tasks_of("市消防救援支队")
    assert [(one.id, one.role.value) for one in asked] == [
        ("a1.2.b", "member"),
        ("a1.3.2/attend", "member"),
        ("a1.3.3/attend", "member"),
        ("a1.4.0.b", "member"),
        ("a1.4.0.c/propose", "member"),
        ("a1.4.18/inspection", "acting"),
        ("a1.4.18/awareness", "acting"),
        ("a1.5.1", "member"),
        ("a1.5.2", "member"),
    ]
    through = {one.through for one in asked if one.role is Role.MEMBER and one.number != "a1.2.b"}
    assert through == {PLAN.councils[0]}


def test_registration_asks_education_and_health() -> None:
    # 二（三）3: education manages the classes and supervises early education; health guides both.
    assert {"2.3.3.g", "2.3.3.h"} <= {one.number for one in PLAN.tasks_of(Body.EDUCATION)}
    # 卫健部门…开展相关业务指导 is said in 2.3.3.i, of both, and not where education manages.
    health = {one.number for one in PLAN.tasks_of(Body.HEALTH, role=Role.ACTING)}
    assert "2.3.3.i" in health
    assert health.isdisjoint({"2.3.3.g", "2.3.3.h"})
    # 向当地县级卫生健康部门备案: no task of the city's commission.
    county = {one.id for one in PLAN.tasks_of("当地县级卫生健康部门")}
    # 2.3.3.e says so; 2.3.3.a, on non-profit registration, asks nothing of health.
    assert "2.3.3.e" in county
    assert Body.HEALTH not in PLAN.matrix()["2.3.3.a"]
    city = PLAN.tasks_of("市卫健委")
    assert "2.3.3.e" not in {one.id for one in city}
    assert all(one.office.level is not Level.COUNTY for one in city)
    # 附件 四（十三） by default only has the city's office guide; else it registers as well.
    registers = "a1.4.13/city"
    assert registers not in {one.id for one in PLAN.tasks_of("市行政审批局")}
    read = PLAN.tasks_of("市行政审批局", readings={"city_registers": "registers"})
    assert registers in {one.id for one in read}


def test_both_sentences_on_registration_name_the_approval_office() -> None:
    # 二（三）3 在…县级机构编制部门、民政部门或行政审批部门注册登记 (non-profit);
    # 在…县级市场监管部门或行政审批部门注册登记 (for-profit): the county's office, in either.
    asked = PLAN.matrix()
    assert set(asked["2.3.3.a"]) == {
        *(Body.STAFFING, Body.CIVIL_AFFAIRS, Body.ADMIN_APPROVAL, Body.INSTITUTIONS),
    }
    assert set(asked["2.3.3.b"]) == {
        *(Body.MARKET_REGULATION, Body.ADMIN_APPROVAL, Body.INSTITUTIONS),
    }
    for number in ("2.3.3.a", "2.3.3.b"):
        assert {one.office.level for one in asked[number][Body.ADMIN_APPROVAL]} == {Level.COUNTY}
        assert number not in {one.number for one in PLAN.tasks_of("市行政审批局")}


def test_social_organisations_are_encouraged_beside_counties_and_communities() -> None:
    # 二（二）1 鼓励各县市区、社区、社会组织，采取单独或联合的形式举办
    assert [(one.number, one.modality) for one in PLAN.tasks_of("社会组织")] == [
        ("2.2.1.c", ENCOURAGED)
    ]


def test_nobody_who_has_to_keep_abusers_out_is_told_that_it_is_prohibited() -> None:
    # 二（四）5 实行终身禁入: to persons it is prohibited, the offices listed must see to it.
    for asked in PLAN.matrix()["2.4.5.b"].values():
        assert {one.modality for one in asked} == {MUST}
    assert PLAN.clause("2.4.5.b").modality is w.Modality.PROHIBITED


def test_the_conference_coordinates_and_its_office_calls_meetings() -> None:
    # 三（一） 统筹协调全市婴幼儿照护服务工作
    assert "3.1.b" in {one.number for one in PLAN.tasks_of("联席会议")}
    # 附件 三（二） 副召集人或办公室主任…召集…专题会议；三（三） 由联席会议办公室主任主持
    called = {one.id for one in PLAN.tasks_of("联席会议办公室")}
    assert {"a1.3.2/convene", "a1.3.3/chair"} <= called


def test_offices_with_a_name_of_their_own() -> None:
    # 一: the pilots are two districts', not every county's; counties' tasks are theirs too.
    for district in ("茅箭区", "张湾区"):
        numbers = {one.number for one in PLAN.tasks_of(district)}
        assert {"1.d", "1.e", "2.1.5.c"} <= numbers
    # The two zones are written to beside the counties, and are not meant by 各县市区.
    for zone in ("十堰经济技术开发区", "武当山旅游经济特区管委会"):
        assert [one.number for one in PLAN.tasks_of(zone)] == ["3.1.a"]  # 三（一） 各地
    # 二（四）3 names the maternal-child institutions alone for the check before admission.
    assert "2.4.3.b" in {one.number for one in PLAN.tasks_of("妇幼保健机构")}
    assert "2.4.3.b" not in {one.number for one in PLAN.tasks_of("疾病预防控制机构")}
    assert "2.1.7.a" in {one.number for one in PLAN.tasks_of("疾病预防控制机构")}
    rural = {one.number for one in PLAN.tasks_of("农村社区")}
    assert "2.2.2.3.c" in rural
    assert "2.2.2.3.b" not in rural


def test_who_owes_a_benefit() -> None:
    owed = {one.id: names(one.owed_by) for one in PLAN.benefits if one.holds_under(PLAN.read_as())}
    counties, three = "各县市区", "各县市区、市发改委、市卫健委"
    assert owed == {
        "1.c": "",  # 一 names nobody
        "2.1.4.a": counties,  # 二（一）4 各县市区要; b to d have no subject: who leads the item
        "2.1.4.b": counties,
        "2.1.4.c": counties,
        "2.1.4.d": counties,
        "a1.4.8/quota": "市自然资源和规划局",  # 附件 四（八）
        "a1.4.8/priority": "市自然资源和规划局",
        "2.1.5.a": counties,  # 二（一）5 各县市区要
        "2.1.5.d": "各县市区、市财政局、市税务局",
        "2.1.6.a": counties,
        "2.1.6.b": counties,
        "2.1.6.c": "",  # 金融机构 lend, 商业保险机构 insure
        "2.1.6.d": "",
        "2.1.7.b": "市卫健委",
        "2.2.2.2.c": "",  # 可: a choice
        "2.2.1.a": three,
        "2.2.1.a/non_profit": three,
        "2.2.1.c": three,
        "2.2.1.d": three,
        "2.2.2.1.b": "各县市区、市卫健委、市民政局",
        "2.2.4.b": "市总工会、市妇联",
        "2.2.4.c": "",  # 可: a choice
        "2.2.6.c": counties,
        "2.3.5.b/plan": "市人社局、市教育局",
        "2.3.5.b/subsidies": "市人社局、市教育局",
        "3.2.b": counties,
    }


def test_every_clause_that_asks_is_in_the_matrix() -> None:
    # What names nobody, and asks nothing: terms, bases, choices (可), the goal of the whole
    # city, and how the conference is made up.
    without = [one.number for one in PLAN.clauses if one.number not in PLAN.matrix()]
    assert without == [
        *("0.issue", "0.addressees", "0.basis.1", "0.basis.2"),
        *("0.def.infant", "0.def.institution", "1.a", "1.b", "1.c", "1.g"),
        *("2.2.1.b", "2.2.2.2.c", "2.2.4.c", "3.2.a", "3.2.c", "3.3.b"),
        *("a1.0", "a1.2.a", "a1.3.1.a", "a1.3.1.b", "a1.3.1.c"),
    ]


def test_goods_are_assessed_by_the_items_list_or_the_institution() -> None:
    # 二（四）2 对婴幼儿照护服务用品: the sentence names nobody.
    listed = PLAN.matrix()["2.4.2.f"]
    assert Body.INSTITUTIONS not in listed
    assert listed[Body.LOCAL_GOVERNMENT][0].role is Role.LEAD
    own = PLAN.matrix(readings={"goods_actor": "institution"})["2.4.2.f"]
    assert list(own) == [Body.INSTITUTIONS]


def test_summaries_print_no_codes() -> None:
    codes = {body.name for body in Body if "_" in body.name}
    english = " ".join(clause.summary.get("en") for clause in PLAN.clauses)
    assert not any(code in english for code in codes)
    assert "lead: counties; supporting: health authority." in PLAN.clause("2.2.6.resp").summary.get(
        "en"
    )


def test_names_of_offices() -> None:
    assert PLAN.office("市总工会").body is Body.TRADE_UNION
    assert PLAN.office("县市区卫生健康部门").level is Level.COUNTY
    assert PLAN.office("国家卫生健康委").level is Level.NATIONAL
    assert PLAN.office("各县市区").level is Level.COUNTY
