"""Chapter 二（二）1 and 2: private providers, and care in communities and residential areas."""

from datetime import date
from functools import partial

from careplan import writing as w
from careplan.criteria.nodes import all_of, any_of, not_
from careplan.criteria.proxies import facts, has
from careplan.nouns.bodies import Body
from careplan.nouns.care.institutions import Institution, ProfitStatus, ServiceMode, Setting
from careplan.nouns.estates import Community, CommunityKind, ResidentialArea

institution, community, area = facts(Institution), facts(Community), facts(ResidentialArea)

# Said of rural communities as needed, and of demonstration institutions and community
# facilities. The word tells what work concentrates on; of no single one it says that it must.
EMPHASIS = w.question(
    "emphasis", "2.2.1.d 2.2.2.3.c",
    "“重点扶持”“重点建设”只定工作重点，还是对每一个都适用",
    "Does 'mainly' (support, build) only set priorities, or hold for each one concerned?",
    priority=("只定工作重点，不逐个要求", "it sets priorities and asks it of no single one"),
    each=(
        "每一个都适用：有需要的农村社区应建，所列机构设施应得扶持",
        "each one: a rural community with need must build, each one listed is supported",
    ),
)  # fmt: skip

RURAL_WITH_NEED = all_of(community.kind == CommunityKind.RURAL, community.needs_care)
TO_BE_SUPPORTED_FIRST = any_of(institution.demonstration, institution.setting == Setting.COMMUNITY)
HAS_FACILITY = all_of(area.new, area.care_facility_planned)

# No sentence says who supports private providers; those owe it who lead the item.
PRIVATE_PROVISION = "各县市区 市发改委 市卫健委"
# The lists that close the items.
item_1 = partial(w.task, lead=PRIVATE_PROVISION, support="市行政审批局 市民政局 市市场监管局")
item_2_1 = partial(w.task, lead="各县市区 市卫健委 市民政局", support="市自然资源和规划局 市住建局")
item_2_2 = partial(
    w.task, lead="各县市区 市自然资源和规划局", support="市住建局 市教育局 市民政局 市卫健委"
)
item_2_3 = partial(w.task, lead="各县市区", support="市民政局 市自然资源和规划局 市住建局 市卫健委")

# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("2.2.1.a", "二（二）1", w.SHOULD, "引导社会力量按需求和场地、供餐条件举办机构，支持非营利项目",
        "Guides private providers to open institutions that fit family demand, site and meal conditions, and supports non-profit projects open to the public.",
        w.benefit(condition=institution.run_by_social_forces, owed_by=PRIVATE_PROVISION),
        w.benefit(part="non_profit", owed_by=PRIVATE_PROVISION,
            condition=all_of(institution.profit_status == ProfitStatus.NON_PROFIT, institution.open_to_public)),
        item_1(),
        title=("引导社会力量按需举办机构", "guide private providers by demand")),
    # The list is open, so a mode outside it has no name here.
    w.clause("2.2.1.b", "二（二）1", w.FACT, "四种服务形式",
        "Names four care modes: full-day, half-day, hourly and temporary.",
        w.term("所列托育形式：全日托、半日托、计时托、临时托",
            "the care modes listed: full-day, half-day, hourly, temporary",
            criterion=any_of(
                has(institution.service_modes, ServiceMode.FULL_DAY),
                has(institution.service_modes, ServiceMode.HALF_DAY),
                has(institution.service_modes, ServiceMode.HOURLY),
                has(institution.service_modes, ServiceMode.TEMPORARY)))),
    w.clause("2.2.1.c", "二（二）1", w.ENCOURAGED, "鼓励单独或联合举办普惠机构",
        "Encourages counties, communities and social organisations to open inclusive institutions alone or jointly.",
        w.benefit(condition=institution.inclusive, owed_by=PRIVATE_PROVISION),
        item_1(acting="各县市区 社区 社会组织"),
        title=("鼓励单独或联合办普惠机构", "inclusive institutions, alone or jointly")),
    w.clause("2.2.1.d", "二（二）1", w.SHOULD, "重点扶持示范机构和社区设施",
        "Focuses support on demonstration institutions with a guidance function and on community facilities.",
        # A preference nobody can claim, unless "mainly" is taken to hold for each one listed.
        w.benefit(under=(EMPHASIS, "priority"), condition=TO_BE_SUPPORTED_FIRST, owed_by=PRIVATE_PROVISION),
        w.benefit(under=(EMPHASIS, "each"), condition=TO_BE_SUPPORTED_FIRST, owed_by=PRIVATE_PROVISION, modality=w.MUST),
        w.target("supported_demonstrations",
            ("重点扶持的示范机构和社区设施", "demonstration institutions and community facilities given support"),
            w.Measure.WORDS, value=None, due=None),
        item_1(),
        title=("重点扶持示范机构和社区设施", "demonstration and community care first")),
    w.clause("2.2.1.resp", "二（二）1", w.MUST, "社会力量办机构：牵头3家、配合3家",
        "Assigns private provision of care institutions; lead: counties, development and reform authority, health authority; supporting: administrative approval office, civil affairs authority, market regulator.",
        item_1(),
        title=("社会力量办机构分工", "private provision of care institutions: who leads and supports")),

    w.clause("2.2.2.1.a", "二（二）2（1）", w.MUST, "社区照护纳入公共服务，保障用地用房",
        "Community care becomes a main part of community public services, with land and premises secured.",
        item_2_1(),
        title=("社区照护纳入公共服务", "community care in public services")),
    w.clause("2.2.2.1.b", "二（二）2（1）", w.SHOULD, "引导社会力量到社区举办机构",
        "Guides private providers to open institutions inside communities.",
        w.benefit(condition=all_of(institution.run_by_social_forces, institution.setting == Setting.COMMUNITY),
            owed_by="各县市区 市卫健委 市民政局"),
        item_2_1(),
        title=("引导社会力量进社区举办机构", "private providers inside communities")),
    w.clause("2.2.2.1.resp", "二（二）2（1）", w.MUST, "社区照护机构：牵头3家、配合2家",
        "Assigns community care institutions; lead: counties, health authority, civil affairs authority; supporting: natural resources authority, housing and construction authority.",
        item_2_1(),
        title=("社区照护机构分工", "community care institutions: who leads and supports")),

    # The share of facility to residents is left to standards outside the text.
    w.clause("2.2.2.2.a", "二（二）2（2）", w.MUST, "新建居住区配建与常住人口相适应的照护设施",
        "New residential areas plan and build care facilities and safety facilities that match the resident population.",
        w.duty(applies=area.new,
            requires=all_of(area.care_facility_planned, area.safety_facility_planned, area.fits_population, area.meets_standards)),
        item_2_2(),
        title=("新建居住区配建照护设施", "care facilities in new housing areas")),
    # Acceptance and delivery are named, planning and construction are not.
    w.clause("2.2.2.2.b", "二（二）2（2）", w.MUST, "照护设施与住宅一同验收、交付",
        "Facilities are accepted and delivered at the same time as the housing.",
        w.duty(applies=HAS_FACILITY, requires=all_of(area.accepted_with_housing, area.delivered_with_housing)),
        item_2_2(),
        title=("设施与住宅同步验收交付", "acceptance and delivery with the housing")),
    w.clause("2.2.2.2.c", "二（二）2（2）", w.MAY, "可与幼儿园合建并移交教育部门",
        "A facility may be built together with the attached kindergarten and is then handed over as a whole to the county education authority.",
        w.encoded_with("2.2.2.2.d"),
        w.benefit(condition=HAS_FACILITY)),
    w.clause("2.2.2.2.d", "二（二）2（2）", w.MUST, "移交对象随建设方式而定：独立建设的无偿移交卫健部门，合建的随幼儿园移交教育部门",
        "The recipient follows the way of building: an independently built facility passes, land and title, free of charge to the county health authority; one built with a kindergarten goes with it (previous sentence).",
        # To build together is a choice; who then receives the facility is none. Free of
        # charge is said of the independent facility only.
        w.duty(part="with_kindergarten", also="2.2.2.2.c",
            applies=all_of(HAS_FACILITY, area.combined_with_kindergarten),
            requires=area.handed_over_to == Body.EDUCATION),
        w.duty(
            applies=all_of(HAS_FACILITY, area.independently_built, not_(area.combined_with_kindergarten)),
            requires=all_of(area.handed_over_to == Body.HEALTH, area.handed_over_free),
            otherwise=w.note(all_of(HAS_FACILITY, not_(area.combined_with_kindergarten)),
                "文件只规定独立建设和与幼儿园合建两种移交对象",
                "the text names a recipient for two ways of building only: alone, or with a kindergarten")),
        item_2_2(),
        title=("照护设施的移交", "handing over of care facilities")),
    w.clause("2.2.2.2.resp", "二（二）2（2）", w.MUST, "新建小区配套：牵头2家、配合4家",
        "Assigns facilities in new residential areas; lead: counties, natural resources authority; supporting: housing and construction authority, education authority, civil affairs authority, health authority.",
        item_2_2(),
        title=("新建小区配套分工", "facilities in new residential areas: who leads and supports")),

    w.clause("2.2.2.3.a", "二（二）2（3）", w.MUST, "老旧小区改造兼顾照护需求",
        "Renewal of old housing areas takes care needs into account and adapts shared areas.",
        w.task(acting="各县市区"), title=("老旧小区改造兼顾照护需求", "care needs in renewing old housing areas")),
    w.clause("2.2.2.3.b", "二（二）2（3）", w.MUST, "2025年底前城镇社区基本建有照护设施",
        "By the end of 2025 urban communities basically have a care facility, obtained by purchase, exchange, lease or similar.",
        # The target counts communities; of one that has no facility it can only be said that most
        # are to have one by then.
        w.duty(part="community", applies=community.kind == CommunityKind.URBAN, requires=community.care_facility,
            advisory=("到2025年底“基本”建有，没有说明比例，也就不约束单个社区",
                "'basically' by the end of 2025 gives no share, so no single community is bound")),
        # "Basically" gives no share; the date stands before the urban clause only.
        w.target("urban_communities", ("建有照护设施的城镇社区", "urban communities with a care facility"),
            w.Measure.WORDS, value=None, due=date(2025, 12, 31), precision=w.Precision.YEAR_END, acting="城镇社区"),
        item_2_3(),
        title=("城镇社区基本建有照护设施", "a care facility in urban communities")),
    w.clause("2.2.2.3.c", "二（二）2（3）", w.MUST, "农村社区按需重点建设早期发展中心",
        "Rural communities, as needed, mainly build early development centres for infants.",
        w.duty(under=(EMPHASIS, "priority"), applies=RURAL_WITH_NEED, requires=community.early_development_centre,
            advisory=("“重点”只定工作重点，不约束单个社区", "'mainly' sets priorities and binds no single community")),
        w.duty(under=(EMPHASIS, "each"), applies=RURAL_WITH_NEED, requires=community.early_development_centre),
        # As needed: neither a number nor a date.
        w.target("rural_centres", ("建有早期发展中心的农村社区", "rural communities with an early development centre"),
            w.Measure.WORDS, value=None, due=None, acting="农村社区"),
        item_2_3(),
        title=("农村社区建设早期发展中心", "development centres in rural communities")),
    w.clause("2.2.2.3.d", "二（二）2（3）", w.MUST, "兼顾随迁婴幼儿的需求",
        "Facilities take account of infants who move in with new residents.",
        w.duty(applies=community.care_facility, requires=community.facility_considers_migrants),
        item_2_3(),
        title=("兼顾随迁婴幼儿需求", "infants who move in are considered")),
    w.clause("2.2.2.3.resp", "二（二）2（3）", w.MUST, "老城区设施完善：牵头1家、配合4家",
        "Assigns facilities in old and existing residential areas; lead: counties; supporting: civil affairs authority, natural resources authority, housing and construction authority, health authority.",
        item_2_3(),
        title=("老城区设施完善分工", "facilities in old and existing residential areas: who leads and supports")),
)
# fmt: on
