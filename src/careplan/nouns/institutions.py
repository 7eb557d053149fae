"""Childcare institutions, their sites and premises: the facts the documents' clauses read.

Profit status, legal form and being inclusive (普惠) are three separate facts: a document
may ask about one and be silent on the others.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import attrs

from careplan.base.text import Labelled, Text
from careplan.fields.declaring import Noun, choice, choices, count, flag, part

SLOTS = Text(zh="个托位", en="slots")


class ProfitStatus(Labelled):
    """Whether an institution may distribute profit."""

    NON_PROFIT = ("non_profit", "非营利性", "non-profit")
    FOR_PROFIT = ("for_profit", "营利性", "for-profit")


class LegalForm(Labelled):
    """What kind of legal person an institution is; which says whether it may be for-profit."""

    PUBLIC_INSTITUTION = ("public_institution", "事业单位", "public institution")
    SOCIAL_SERVICE_ORGANISATION = (
        "social_service_organisation",
        "社会服务机构（民办非企业单位）",
        "social service organisation",
    )
    COMPANY = ("company", "企业", "company")
    OTHER = ("other", "其他", "other")


class OwnershipMode(Labelled):
    """Who built and who runs an institution."""

    PUBLIC = ("public", "公办", "public")
    PUBLIC_BUILT_PRIVATELY_RUN = (
        "public_built_privately_run",
        "公办民营",
        "public-built privately run",
    )
    PRIVATE_WITH_PUBLIC_AID = ("private_with_public_aid", "民办公助", "private with public aid")
    PRIVATE = ("private", "民办", "private")


class Setting(Labelled):
    """Where an institution works."""

    COMMUNITY = ("community", "社区", "community")
    EMPLOYER = ("employer", "用人单位", "employer")
    KINDERGARTEN = ("kindergarten", "幼儿园", "kindergarten")
    MEDICAL = ("medical", "医疗机构", "medical institution")
    RURAL = ("rural", "农村", "rural area")
    OTHER = ("other", "其他", "other")


class ServiceMode(Labelled):
    """How long children are cared for; the documents' lists are open, hence OTHER."""

    FULL_DAY = ("full_day", "全日托", "full-day care")
    HALF_DAY = ("half_day", "半日托", "half-day care")
    HOURLY = ("hourly", "计时托", "hourly care")
    TEMPORARY = ("temporary", "临时托", "temporary care")
    OTHER = ("other", "其他", "other care")


class RoomGroup(Labelled):
    """The three parts of premises."""

    INFANT_LIVING = ("infant_living", "婴幼儿生活用房", "rooms infants live in")
    SERVICE_MANAGEMENT = ("service_management", "服务管理用房", "rooms for service and management")
    LOGISTICS = ("logistics", "后勤保障用房", "rooms for logistics")


class PremisesRoom(Labelled):
    """Rooms and areas of premises; lists of them are open, so a building may have others too."""

    DINING = ("dining", "用餐区", "dining area")
    SLEEPING = ("sleeping", "睡眠区", "sleeping area")
    BREASTFEEDING = ("breastfeeding", "母乳喂养区", "breastfeeding area")
    PLAY = ("play", "游戏区", "play area")
    WASHING = ("washing", "盥洗区", "washing area")
    STORAGE = ("storage", "储物区", "storage area")
    HEALTH_ROOM = ("health_room", "保健室", "health room")
    OFFICE = ("office", "办公室", "office")
    SECURITY_ROOM = ("security_room", "安保室", "security room")
    KITCHEN = ("kitchen", "厨房", "kitchen")
    STOREROOM = ("storeroom", "库房", "storeroom")
    DISINFECTION_ROOM = ("disinfection_room", "消毒房", "disinfection room")


class HealthSystem(Labelled):
    """Health systems an institution keeps."""

    HEALTH_CARE = ("health_care", "卫生保健制度", "health care")
    HEALTH_CHECK = ("health_check", "健康检查制度", "health checks")
    HYGIENE_AND_DISINFECTION = (
        "hygiene_and_disinfection",
        "卫生消毒制度",
        "hygiene and disinfection",
    )
    INFECTIOUS_DISEASE = ("infectious_disease", "传染病防控制度", "infectious disease control")
    COMMON_DISEASE = ("common_disease", "常见病预防制度", "common disease prevention")
    FOOD_SAFETY = ("food_safety", "食品安全制度", "food safety")


class Disclosure(Labelled):
    """What an institution makes public."""

    CHARGES = ("charges", "收费项目和标准", "charges and their standards")
    CARE = ("care", "照护服务", "care")
    DIET = ("diet", "膳食营养", "diet and nutrition")
    HEALTH_CARE = ("health_care", "卫生保健", "health care")
    SECURITY = ("security", "安全保卫", "security")


@attrs.frozen(kw_only=True)
class Site(Noun):
    """Where an institution stands. The texts give no distances: each is a declared fact."""

    __label__ = Text(zh="选址", en="site")
    __measure__ = "处"

    good_conditions: bool | None = flag("条件较好", "good conditions")
    suitable_environment: bool | None = flag("环境适宜", "suitable environment")
    convenient_transport: bool | None = flag("交通便利", "convenient transport")
    residents_concentrated: bool | None = flag("居民相对集中", "residents live close together")
    good_public_order: bool | None = flag("周边治安良好", "good public order around")
    away_from_pollution: bool | None = flag("远离污染源", "away from sources of pollution")
    near_fuel_station: bool | None = flag("临近加油（气）站", "adjoins a fuel or gas station")
    near_pipeline: bool | None = flag("临近输油输气管道", "adjoins an oil or gas pipeline")
    crossed_by_power_corridor: bool | None = flag(
        "高压供电走廊穿越", "crossed by a high-voltage corridor"
    )


@attrs.frozen(kw_only=True)
class Premises(Noun):
    """The building of an institution and what it is fitted with."""

    __label__ = Text(zh="场所设施", en="premises")
    __measure__ = "处"

    safety_first_design: bool | None = flag(
        "设计以安全为先", "design puts safety first", changeable=True
    )
    meets_nursery_design_code: bool | None = flag(
        "符合《托儿所、幼儿园建筑设计规范》", "meets the nursery design code JGJ39", changeable=True
    )
    meets_seismic_standard: bool | None = flag(
        "符合抗震标准", "meets seismic standards", changeable=True
    )
    meets_fire_standard: bool | None = flag("符合消防标准", "meets fire standards", changeable=True)
    room_groups: AbstractSet[RoomGroup] | Sequence[RoomGroup] | None = choices(
        RoomGroup, "用房组成", "groups of rooms", changeable=True
    )
    rooms_or_areas: AbstractSet[PremisesRoom] | Sequence[PremisesRoom] | None = choices(
        PremisesRoom, "所设房间和区域", "rooms and areas", changeable=True
    )
    meets_provincial_area_rules: bool | None = flag(
        "面积符合省级规定", "area meets the provincial rules", changeable=True
    )
    evacuation_route: bool | None = flag("安全疏散通道", "evacuation route", changeable=True)
    fire_equipment: bool | None = flag("消防设施器材", "fire equipment", changeable=True)
    cold_protection: bool | None = flag("防寒保暖设施", "protection against cold", changeable=True)
    heat_protection: bool | None = flag("防暑降温设施", "protection against heat", changeable=True)


@attrs.frozen(kw_only=True)
class Institution(Noun):
    """An institution that cares for children under three (托育机构)."""

    __label__ = Text(zh="托育机构", en="institution")
    __measure__ = "家"

    profit_status: ProfitStatus | None = choice(ProfitStatus, "营利性质", "profit status")
    legal_form: LegalForm | None = choice(LegalForm, "法人类型", "legal form")
    inclusive: bool | None = flag("普惠", "inclusive")
    ownership_mode: OwnershipMode | None = choice(OwnershipMode, "举办方式", "ownership mode")
    run_by_social_forces: bool | None = flag("社会力量举办", "run by private providers")
    open_to_public: bool | None = flag("面向社会大众", "open to the public")
    demonstration: bool | None = flag(
        "具有指导功能的示范性机构", "a demonstration institution with a guidance function"
    )
    urban: bool | None = flag("位于城镇", "in a town or city")
    setting: Setting | None = choice(Setting, "举办场所", "setting")
    service_modes: AbstractSet[ServiceMode] | Sequence[ServiceMode] | None = choices(
        ServiceMode, "服务形式", "service modes", changeable=True
    )
    slots: int | None = count("托位数", "slots", unit=SLOTS)
    registered: bool | None = flag("已登记", "registered", changeable=True)
    filed_with_health: bool | None = flag(
        "已向卫生健康部门备案", "filed with the health authority", changeable=True
    )
    meets_national_standard: bool | None = flag(
        "符合国家设置标准和管理规范",
        "meets the national setting standard and management norm",
        changeable=True,
    )
    meets_provincial_rules: bool | None = flag(
        "符合省级规定", "meets the provincial rules", changeable=True
    )
    meets_provincial_safety_rules: bool | None = flag(
        "安全管理符合省级规定", "safety meets the provincial rules", changeable=True
    )
    qualifies_for_tax_relief: bool | None = flag(
        "符合社区家庭服务业税费优惠条件",
        "qualifies for tax and fee relief of community family services",
    )
    scope_states_modes: bool | None = flag(
        "经营范围注明服务形式", "registered scope states the modes", changeable=True
    )
    health_systems: AbstractSet[HealthSystem] | Sequence[HealthSystem] | None = choices(
        HealthSystem, "卫生保健制度", "health systems", changeable=True
    )
    published: AbstractSet[Disclosure] | Sequence[Disclosure] | None = choices(
        Disclosure, "公示内容", "made public", changeable=True
    )
    newly_built_or_altered: bool | None = flag(
        "新建、改建或扩建", "newly built, altered or extended"
    )
    site: Site | None = part(Site, "选址", "site")
    premises: Premises | None = part(Premises, "场所", "premises")
    conditions_allow: bool | None = flag("有条件", "conditions allow (a judgement)")
    safety_systems: bool | None = flag("安全管理制度", "safety systems in place", changeable=True)
    safety_equipment: bool | None = flag(
        "安全设施、器材", "safety facilities and equipment", changeable=True
    )
    security_guards: bool | None = flag("安保人员", "security guards", changeable=True)
    qualification_entry: bool | None = flag(
        "实行职业资格准入", "staff enter by professional qualification", changeable=True
    )
    stained_record_ban: bool | None = flag(
        "实行污点禁入", "keeps out people with a stained record", changeable=True
    )
    goods_assessed: bool | None = flag(
        "照护用品经安全评估和风险监测", "care goods are assessed and monitored", changeable=True
    )
    considers_migrant_infants: bool | None = flag(
        "考虑随迁婴幼儿需求", "takes account of infants of migrant workers", changeable=True
    )
    meets_local_support_rules: bool | None = flag(
        "符合当地扶持办法", "meets the local rules of support"
    )
    charges_set_fairly: bool | None = flag(
        "收费按公平合法诚信原则制定", "charges set fairly, lawfully and honestly", changeable=True
    )
    charges_marked_and_published: bool | None = flag(
        "明码标价并公示", "charges marked and made public", changeable=True
    )
    charges_follow_guidance: bool | None = flag(
        "收费参考公办幼儿园指导标准",
        "charges take the guidance level as reference",
        changeable=True,
    )
