"""Chapter 三（四） and （五）: site, design, rooms, fire, entry, supervision, hygiene, safety.

No distance, area or list of standards is stated; each is a declared fact. The three parts of
premises are asked for; the rooms named in each are examples (等), shown beside and never a breach.
Registration goes by profit status, with annex 1; its details are another text's.
Who is to do it stands at the head of some sentences: that is a task beside their rule.
"""

from careplan import writing as w
from careplan.criteria.nodes import all_of, not_
from careplan.criteria.proxies import facts, has
from careplan.nouns.applicants import Applicant
from careplan.nouns.bodies import Body, Party
from careplan.nouns.care.institutions import Institution, ProfitStatus
from careplan.nouns.care.people import StaffMember
from careplan.nouns.care.premises import PremisesRoom, RoomGroup
from careplan.nouns.estates import Community, CommunityKind
from careplan.plans.dawa_2023.offices import by_list

institution, community = facts(Institution), facts(Community)
applicant, staff = facts(Applicant), facts(StaffMember)
site, premises = institution.site, institution.premises

YEARLY_EVENT = w.question(
    "yearly_event", "3.5.3.b",
    "每年一次的培训和体检是否须覆盖每名从业人员",
    "Training and health check once a year: one event, or one for each worker?",
    one_event=("一年组织一次，面向从业人员", "one event a year, open to those who work"),
    each_worker=("每名从业人员当年各一次", "each worker once within the year"),
)  # fmt: skip

# The list that also answers for sentences without a subject.
SUPERVISION = (
    "区卫生健康局 区教育局 市公安局大洼分局 区民政局 区人力资源社会保障局 区市场监管局 区应急局"
)
INSTITUTIONS = "婴幼儿照护服务机构"

# The rooms named in brackets, each behind the part it belongs to.
NAMED_IN = {
    RoomGroup.INFANT_LIVING: (
        PremisesRoom.DINING,
        PremisesRoom.SLEEPING,
        PremisesRoom.BREASTFEEDING,
        PremisesRoom.PLAY,
        PremisesRoom.WASHING,
        PremisesRoom.STORAGE,
    ),
    RoomGroup.SERVICE_MANAGEMENT: (
        PremisesRoom.HEALTH_ROOM,
        PremisesRoom.OFFICE,
        PremisesRoom.SECURITY_ROOM,
    ),
    RoomGroup.LOGISTICS: (
        PremisesRoom.KITCHEN,
        PremisesRoom.STOREROOM,
        PremisesRoom.DISINFECTION_ROOM,
    ),
}
# One for each room, so that an answer says of every one whether it is there.
NAMED_ROOMS = tuple(
    w.term(
        f"设有{named.label.zh}（举例，属{group.label.zh}）",
        f"has a room named as an example: {named.label.en} ({group.label.en})",
        part=named.value,
        criterion=has(premises.rooms_or_areas, named),
    )
    for group, rooms in NAMED_IN.items()
    for named in rooms
)

# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("3.4.1.a", "三（四）1", w.MUST, "镇街按住建部标准统筹规划社区设施",
        "Towns plan community facilities by the standards of the housing and construction ministry.",
        w.task(acting="各镇街"), title=("镇街按标准统筹规划社区设施", "plan community facilities by the standards")),
    w.clause("3.4.1.b", "三（四）1", w.MUST, "兼顾随迁婴幼儿的需求",
        "Urban facilities take account of migrant workers' infants.",
        w.duty(applies=institution.urban, requires=institution.considers_migrant_infants),
        # "Institutions and facilities": a facility is its community's.
        w.duty(part="facility",
            applies=all_of(community.kind == CommunityKind.URBAN, community.care_facility),
            requires=community.facility_considers_migrants)),
    w.clause("3.4.1.c", "三（四）1", w.MUST, "规划细则按省级文件执行",
        "Detail of planning follows the provincial opinions.",
        w.encoded_with("0.basis.2")),
    w.clause("3.4.1.resp", "三（四）1", w.MUST, "统筹城乡：牵头1家、配合3家",
        "Assigns planning for town and country; lead: natural resources authority; supporting: development and reform authority, civil affairs authority, housing and construction authority.",
        by_list("市自然资源局大洼分局 区发展和改革局 区民政局 区住房和城乡建设局"), title=("统筹城乡分工", "planning for town and country: who leads and supports")),
    w.clause("3.4.2.a", "三（四）2", w.MUST, "选址的五项正面条件",
        "The site must have good conditions and environment, easy transport, concentrated residents and good public order.",
        w.duty(requires=all_of(
            site.good_conditions,
            site.suitable_environment,
            site.convenient_transport,
            site.residents_concentrated,
            site.good_public_order)),
        w.task(acting=INSTITUTIONS), title=("选址的五项条件", "five conditions of a site")),
    w.clause("3.4.2.b", "三（四）2", w.MUST, "选址远离污染源",
        "The site keeps away from sources of pollution.",
        w.duty(requires=site.away_from_pollution),
        w.task(acting=INSTITUTIONS), title=("选址远离污染源", "a site away from pollution")),
    w.clause("3.4.2.c", "三（四）2", w.PROHIBITED, "不得临近加油气站和输油输气管道",
        "The site must not adjoin fuel or gas stations or oil and gas pipelines.",
        w.duty(requires=all_of(not_(site.near_fuel_station), not_(site.near_pipeline))),
        w.task(acting=INSTITUTIONS), title=("不得临近加油气站和油气管道", "no site by fuel stations or pipelines")),
    w.clause("3.4.2.d", "三（四）2", w.PROHIBITED, "高压供电走廊不得穿越机构",
        "No high-voltage supply corridor may cross the institution.",
        w.duty(requires=not_(site.crossed_by_power_corridor))),
    w.clause("3.4.2.resp", "三（四）2", w.MUST, "选址：牵头1家、配合4家",
        "Assigns siting; lead: natural resources authority; supporting: development and reform authority, housing and construction authority, health authority, emergency management authority.",
        by_list("市自然资源局大洼分局 区发展改革局 区住房城乡建设局 区卫生健康局 区应急局"), title=("选址分工", "siting: who leads and supports")),
    w.clause("3.4.3.a", "三（四）3", w.MUST, "设计、布局、设备以安全为先",
        "Design, layout and equipment put safety first.",
        w.duty(requires=premises.safety_first_design)),
    w.clause("3.4.3.b", "三（四）3", w.MUST, "新建、改扩建须符合JGJ39和抗震、消防标准",
        "New, converted and extended institutions strictly follow JGJ39 and the state seismic and fire standards.",
        w.duty(applies=institution.newly_built_or_altered,
            requires=all_of(
                premises.meets_nursery_design_code,
                premises.meets_seismic_standard,
                premises.meets_fire_standard))),
    w.clause("3.4.3.resp", "三（四）3", w.MUST, "设计规范：牵头1家、配合2家",
        "Assigns design; lead: housing and construction authority; supporting: natural resources authority, emergency management authority.",
        by_list("区住房城乡建设局 市自然资源局大洼分局 区应急局"), title=("设计规范分工", "design: who leads and supports")),
    w.clause("3.4.4.a", "三（四）4", w.MUST, "三类用房和房间清单",
        "Premises consist of three parts: infant living rooms, service management rooms and logistics rooms, each with listed rooms.",
        w.duty(requires=all_of(
            has(premises.room_groups, RoomGroup.INFANT_LIVING),
            has(premises.room_groups, RoomGroup.SERVICE_MANAGEMENT),
            has(premises.room_groups, RoomGroup.LOGISTICS))),
        *NAMED_ROOMS),
    # The area itself is left to the provincial opinions.
    w.clause("3.4.4.b", "三（四）4", w.MUST, "面积细则按省级文件执行",
        "Area detail follows the provincial opinions.",
        w.encoded_with("0.basis.2"),
        w.duty(requires=premises.meets_provincial_area_rules)),
    w.clause("3.4.4.resp", "三（四）4", w.MUST, "场所面积：牵头1家、无配合单位",
        "Assigns premises; lead: housing and construction authority; no supporting unit named.",
        by_list("区住房城乡建设局"), title=("场所面积分工", "premises: who leads and supports")),
    w.clause("3.4.5.a", "三（四）5", w.MUST, "设置疏散通道和消防器材",
        "Institutions provide evacuation routes and fire equipment as law and technical standards require.",
        w.duty(requires=all_of(premises.evacuation_route, premises.fire_equipment)),
        w.task(acting=INSTITUTIONS), title=("疏散通道与消防器材", "evacuation routes and fire equipment")),
    w.clause("3.4.5.b", "三（四）5", w.MUST, "配备防寒、防暑基本设施",
        "Institutions have basic equipment against cold and heat.",
        w.duty(requires=all_of(premises.cold_protection, premises.heat_protection)),
        w.task(acting=INSTITUTIONS), title=("防寒防暑基本设施", "equipment against cold and heat")),
    w.clause("3.4.5.resp", "三（四）5", w.MUST, "配套设施：牵头1家、配合2家",
        "Assigns supporting facilities; lead: housing and construction authority; supporting: health authority, emergency management authority.",
        by_list("区住房城乡建设局 区卫生健康局 区应急局"), title=("配套设施分工", "supporting facilities: who leads and supports")),

    w.clause("3.5.1.a", "三（五）1", w.MUST, "登记信息及时推送同级卫健部门",
        "The registering office pushes registration data without delay to the health authority of the same level.",
        w.inside("3.5.1.b/registration",
            w.step("push", ("把登记信息推送给同级卫健部门",
                "push the registration record to the health authority of the same level"),
                actor=Party.REGISTRAR, before=Body.HEALTH, after="register", promptly=True))),
    w.clause("3.5.1.b", "三（五）1", w.MUST, "准入和登记细则按省级文件执行",
        "Entry and registration detail follows the provincial opinions.",
        w.encoded_with("0.basis.2"),
        w.registration(part="registration", unassigned=(Body.STAFFING,), deferred_to="辽政办发〔2020〕12号",
            routes=(
                w.route(Body.CIVIL_AFFAIRS, None, applicant.profit_status == ProfitStatus.NON_PROFIT, clause="a1.5"),
                w.route(Body.MARKET_REGULATION, None, applicant.profit_status == ProfitStatus.FOR_PROFIT, clause="a1.14"),
                # "Within its powers", of either profit status; nothing takes the others' powers away.
                w.route(Body.ADMIN_APPROVAL, None, applicant.approval_office_has_power, clause="a1.4")),
            steps=(w.step("register", ("注册登记", "register"),
                part="register", actor=Party.INSTITUTION, before=Party.REGISTRAR),)),
        w.duty(requires=institution.meets_provincial_rules),
        title=("按省级文件办理准入和登记", "entry and registration by the province's rules")),
    w.clause("3.5.1.resp", "三（五）1", w.MUST, "准入管理：牵头1家、配合3家",
        "Assigns entry management; lead: civil affairs authority; supporting: staffing office, market regulator, health authority.",
        by_list("区民政局 区委编办 区市场监管局 区卫生健康局"), title=("准入管理分工", "entry management: who leads and supports")),

    w.clause("3.5.2.a", "三（五）2", w.MUST, "逐步建立五项监管制度",
        "Five systems are gradually set up: publication, quality assessment, inspection, safety assurance, liability.",
        by_list(SUPERVISION), title=("逐步建立五项监管制度", "set up five systems of supervision")),
    w.clause("3.5.2.b", "三（五）2", w.MUST, "用信息化手段全程监管",
        "Online means are used for full supervision of institutions.",
        by_list(SUPERVISION), title=("以信息化手段全程监管", "supervise online from start to end")),
    # The levels that the text binds together act.
    w.clause("3.5.2.c", "三（五）2", w.MUST, "建立三级联动的综合监管机制",
        "A three-level mechanism (district, town, village or community) covers daily safety patrol, credit assessment and handling of violations.",
        by_list(SUPERVISION, acting="区 镇(街道) 村(社区)"),
        title=("三级联动综合监管", "supervision on three levels")),
    # The sentence names nobody: the offices of its item's list.
    w.clause("3.5.2.d", "三（五）2", w.MUST, "定期考核服务质量和安全",
        "Institutions' service quality and safety are assessed regularly.",
        w.regular("quality_and_safety_assessment",
            ("机构服务质量和安全保障考核评估", "assess the quality and safety of institutions"), acting=SUPERVISION),
        by_list(SUPERVISION), title=("定期考核服务质量与安全", "assess service quality and safety")),
    w.clause("3.5.2.resp", "三（五）2", w.MUST, "监督管理：牵头1家、配合6家",
        "Assigns supervision; lead: health authority; supporting: education authority, public security authority, civil affairs authority, human resources authority, market regulator, emergency management authority.",
        by_list(SUPERVISION), title=("监督管理分工", "supervision: who leads and supports")),

    w.clause("3.5.3.a", "三（五）3", w.MUST, "三类卫生机构指导、监督卫生保健工作",
        "The district maternal-child, disease-control and supervision bodies guide, advise and inspect hygiene work.",
        w.task(acting="区妇幼保健机构 疾病预防控制机构 卫生监督机构"), title=("三类机构指导监督卫生保健", "guide and inspect hygiene")),
    w.clause("3.5.3.b", "三（五）3", w.MUST, "每年组织一次从业人员培训和体检",
        "Once a year the district health department organises hygiene training and a health check for care workers.",
        w.regular("staff_training_and_health_check",
            ("组织从业人员卫生保健培训和体检", "hygiene training and health check of those who work in care"),
            acting="区卫健部门", every=w.Interval(12)),
        *(
            w.benefit(part=part, owed_by="区卫健部门",
                condition=w.choose(YEARLY_EVENT,
                    one_event=staff.works_in_care,
                    each_worker=all_of(staff.works_in_care, not_(had_this_year))))
            for part, had_this_year in (
                ("training", staff.hygiene_trained_this_year),
                ("health_check", staff.health_check_this_year),
            )
        ),
        title=("每年一次卫生保健培训和体检", "yearly hygiene training and health check")),
    w.clause("3.5.3.c", "三（五）3", w.MUST, "定期检查卫生保健工作",
        "Hygiene inspections of institutions take place regularly.",
        w.regular("hygiene_inspection", ("机构卫生保健检查", "inspect the hygiene of institutions"),
            acting="区卫健部门")),
    w.clause("3.5.3.d", "三（五）3", w.MUST, "抽查抽检，通报问题并督促整改",
        "The health department makes spot checks, circulates problems and has them corrected.",
        w.task(acting="区卫生健康部门"), title=("抽查抽检、通报并督促整改", "spot checks and corrections")),
    w.clause("3.5.3.resp", "三（五）3", w.MUST, "卫生保健：牵头1家、无配合单位",
        "Assigns hygiene and health care; lead: health authority; no supporting unit named.",
        by_list("区卫生健康局"), title=("卫生保健分工", "hygiene and health care: who leads and supports")),
    w.clause("3.5.4.a", "三（五）4", w.MUST, "机构对安全和健康负主体责任",
        "Institutions bear primary responsibility for infants' safety and health.",
        w.task(acting=INSTITUTIONS), title=("机构对安全和健康负主体责任", "responsibility for safety and health")),
    w.clause("3.5.4.b", "三（五）4", w.MUST, "建立安全制度，配备设施、器材和安保人员",
        "Institutions keep safety systems, safety facilities, equipment and guards.",
        w.duty(requires=all_of(
            institution.safety_systems, institution.safety_equipment, institution.security_guards)),
        w.task(acting=INSTITUTIONS), title=("建立安全制度、配备设施安保", "safety systems, equipment and guards")),
    w.clause("3.5.4.c", "三（五）4", w.MUST, "安全管理细则按省级文件执行",
        "Safety detail follows the provincial opinions.",
        w.encoded_with("0.basis.2"),
        w.duty(requires=institution.meets_provincial_safety_rules)),
    w.clause("3.5.4.resp", "三（五）4", w.MUST, "安全责任：牵头1家、配合5家",
        "Assigns safety responsibility; lead: health authority; supporting: education authority, public security authority, human resources authority, market regulator, emergency management authority.",
        by_list("区卫生健康局 区教育局 市公安局大洼分局 区人力资源社会保障局 区市场监管局 区应急局"), title=("安全责任分工", "safety responsibility: who leads and supports")),
)
# fmt: on
