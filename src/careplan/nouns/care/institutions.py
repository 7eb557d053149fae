"""Childcare institutions: the facts the documents' clauses read.

Profit status, legal form and being inclusive (普惠) are three separate facts: a document
may ask about one and be silent on the others.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from careplan.base.exact import Number
from careplan.base.frozenmap import frozen
from careplan.base.text import Labelled, Text
from careplan.fields.declaring import (
    DAYS,
    HOURS,
    PERSONS,
    Noun,
    choice,
    choices,
    count,
    flag,
    items,
    number,
    part,
)
from careplan.nouns.bodies import Body
from careplan.nouns.care.groups import ClassGroup
from careplan.nouns.care.people import Child, StaffMember
from careplan.nouns.care.premises import Premises, Site

SLOTS = Text(zh="个托位", en="slots")


class ProfitStatus(Labelled):
    """Whether an institution may distribute profit."""

    NON_PROFIT = ("non_profit", "非营利性", "non-profit")
    FOR_PROFIT = ("for_profit", "营利性", "for-profit")


class LegalForm(Labelled):
    """In what legal form an institution is run; which says whether it may be for-profit.

    A sole trader, a partnership and a sole-ownership enterprise are no legal persons (Civil Code,
    articles 54 and 102); who registers them says that they are for-profit.
    """

    PUBLIC_INSTITUTION = ("public_institution", "事业单位", "public institution")
    SOCIAL_SERVICE_ORGANISATION = (
        "social_service_organisation",
        "社会服务机构（民办非企业单位）",
        "social service organisation",
    )
    COMPANY = ("company", "企业", "company")
    SOLE_TRADER = ("sole_trader", "个体工商户", "sole trader")
    PARTNERSHIP = ("partnership", "合伙企业", "partnership")
    SOLE_OWNERSHIP = ("sole_ownership", "个人独资企业", "sole-ownership enterprise")
    COOPERATIVE = ("cooperative", "农民专业合作社", "farmers' co-operative")
    OTHER = ("other", "其他", "other")


class CreditCodeSign(Labelled):
    """The first character of an institution's unified social credit code: who gave the code."""

    STAFFING = ("1", "1（机构编制）", "1 (staffing)")
    CIVIL_AFFAIRS = ("5", "5（民政）", "5 (civil affairs)")
    MARKET_REGULATION = ("9", "9（市场监管）", "9 (market regulation)")
    OTHER = ("other", "其他", "another character")


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


@frozen(kw_only=True)
class Institution(Noun):
    """An institution that cares for children under three (托育机构)."""

    __label__ = Text(zh="托育机构", en="institution")
    __measure__ = "家"

    # fmt: off
    profit_status: ProfitStatus | None = choice(ProfitStatus, "营利性质", "profit status",
        ask=("{owner}是营利性还是非营利性？", "Is {owner} for-profit or non-profit?"))
    legal_form: LegalForm | None = choice(LegalForm, "法人类型", "legal form",
        ask=("{owner}是哪一类法人？", "What kind of legal person is {owner}?"))
    inclusive: bool | None = flag("普惠", "inclusive",
        ask=("{owner}是否为普惠机构？", "Is {owner} inclusive?"))
    ownership_mode: OwnershipMode | None = choice(OwnershipMode, "举办方式", "ownership mode",
        ask=("{owner}是公办还是民办，以哪种方式举办？",
            "Is {owner} public or private, and in what form?"))
    run_by_social_forces: bool | None = flag("社会力量举办", "run by private providers",
        ask=("{owner}是否由社会力量举办？", "Is {owner} run by private providers?"))
    open_to_public: bool | None = flag("面向社会大众", "open to the public",
        ask=("{owner}是否面向社会大众？", "Is {owner} open to the public?"))
    demonstration: bool | None = flag(
        "具有指导功能的示范性机构", "a demonstration institution with a guidance function",
        ask=("{owner}是否为具有指导功能的示范性机构？",
            "Is {owner} a demonstration institution that guides others?"))
    urban: bool | None = flag("位于城镇", "in a town or city",
        ask=("{owner}是否位于城镇？", "Is {owner} in a town or city?"))
    setting: Setting | None = choice(Setting, "举办场所", "setting",
        ask=("{owner}设在什么地方？", "Where is {owner} set up?"))
    service_modes: AbstractSet[ServiceMode] | Sequence[ServiceMode] | None = choices(
        ServiceMode, "服务形式", "service modes", changeable=True,
        ask=("{owner}提供哪些服务形式？", "Which service modes does {owner} offer?"))
    slots: int | None = count("托位数", "slots", unit=SLOTS,
        ask=("{owner}有多少个托位？", "How many slots does {owner} have?"))
    registered: bool | None = flag("已登记", "registered", changeable=True,
        ask=("{owner}是否已登记？", "Is {owner} registered?"))
    filed_with_health: bool | None = flag(
        "已向卫生健康部门备案", "filed with the health authority", changeable=True,
        ask=("{owner}是否已向卫生健康部门备案？", "Is {owner} filed with the health authority?"))
    meets_national_standard: bool | None = flag(
        "符合国家设置标准和管理规范",
        "meets the national setting standard and management norm", changeable=True,
        ask=("{owner}是否符合国家设置标准和管理规范？",
            "Does {owner} meet the national setting standard and management norm?"))
    meets_provincial_rules: bool | None = flag(
        "符合省级规定", "meets the provincial rules", changeable=True,
        ask=("{owner}是否符合省级规定？", "Does {owner} meet the provincial rules?"))
    meets_provincial_safety_rules: bool | None = flag(
        "安全管理符合省级规定", "safety meets the provincial rules", changeable=True,
        ask=("{owner}的安全管理是否符合省级规定？",
            "Does safety at {owner} meet the provincial rules?"))
    qualifies_for_tax_relief: bool | None = flag(
        "符合社区家庭服务业税费优惠条件",
        "qualifies for tax and fee relief of community family services",
        ask=("{owner}是否符合社区家庭服务业税费优惠条件？",
            "Does {owner} qualify for the tax and fee relief of community family services?"))
    scope_states_modes: bool | None = flag(
        "经营范围注明服务形式", "registered scope states the modes", changeable=True,
        ask=("{owner}的经营范围是否注明服务形式？",
            "Does the registered scope of {owner} state its service modes?"))
    health_systems: AbstractSet[HealthSystem] | Sequence[HealthSystem] | None = choices(
        HealthSystem, "卫生保健制度", "health systems", changeable=True,
        ask=("{owner}建立了哪些卫生保健制度？", "Which health systems does {owner} keep?"))
    published: AbstractSet[Disclosure] | Sequence[Disclosure] | None = choices(
        Disclosure, "公示内容", "made public", changeable=True,
        ask=("{owner}公示了哪些内容？", "What does {owner} make public?"))
    newly_built_or_altered: bool | None = flag(
        "新建、改建或扩建", "newly built, altered or extended",
        ask=("{owner}是否为新建、改建或扩建？", "Is {owner} newly built, altered or extended?"))
    site: Site | None = part(Site, "选址", "site",
        ask=("{owner}的选址情况如何？", "What is the site of {owner} like?"))
    premises: Premises | None = part(Premises, "场所", "premises",
        ask=("{owner}的场所情况如何？", "What are the premises of {owner} like?"))
    conditions_allow: bool | None = flag("有条件", "conditions allow (a judgement)",
        ask=("{owner}是否具备提供照护服务的条件？",
            "Do conditions at {owner} allow it to offer care?"))
    safety_systems: bool | None = flag("安全管理制度", "safety systems in place", changeable=True,
        ask=("{owner}是否建立安全管理制度？", "Does {owner} have safety systems in place?"))
    safety_equipment: bool | None = flag(
        "安全设施、器材", "safety facilities and equipment", changeable=True,
        ask=("{owner}是否配备安全设施、器材？",
            "Does {owner} have safety facilities and equipment?"))
    security_guards: bool | None = flag("安保人员", "security guards", changeable=True,
        ask=("{owner}是否配备安保人员？", "Does {owner} have security guards?"))
    qualification_entry: bool | None = flag(
        "实行职业资格准入", "staff enter by professional qualification", changeable=True,
        ask=("{owner}是否实行职业资格准入？",
            "Does {owner} admit staff by professional qualification?"))
    stained_record_ban: bool | None = flag(
        "实行污点禁入", "keeps out people with a stained record", changeable=True,
        ask=("{owner}是否实行污点禁入？", "Does {owner} keep out people with a stained record?"))
    goods_assessed: bool | None = flag(
        "照护用品经安全评估和风险监测", "care goods are assessed and monitored", changeable=True,
        ask=("{owner}的照护用品是否经安全评估和风险监测？",
            "Are the care goods of {owner} assessed and monitored for safety?"))
    considers_migrant_infants: bool | None = flag(
        "考虑随迁婴幼儿需求", "takes account of infants of migrant workers", changeable=True,
        ask=("{owner}是否考虑随迁婴幼儿的需求？",
            "Does {owner} take account of infants of migrant workers?"))
    meets_local_support_rules: bool | None = flag(
        "符合当地扶持办法", "meets the local rules of support",
        ask=("{owner}是否符合当地扶持办法？", "Does {owner} meet the local rules of support?"))
    charges_set_fairly: bool | None = flag(
        "收费按公平合法诚信原则制定", "charges set fairly, lawfully and honestly", changeable=True,
        ask=("{owner}的收费是否按公平合法诚信原则制定？",
            "Are the charges of {owner} set fairly, lawfully and honestly?"))
    charges_marked_and_published: bool | None = flag(
        "明码标价并公示", "charges marked and made public", changeable=True,
        ask=("{owner}是否明码标价并公示？", "Are the charges of {owner} marked and made public?"))
    charges_follow_guidance: bool | None = flag(
        "收费参考公办幼儿园指导标准",
        "charges take the guidance level as reference", changeable=True,
        ask=("{owner}的收费是否参考公办幼儿园指导标准？",
            "Do the charges of {owner} take the public kindergartens' guidance as reference?"))
    registered_with: Body | None = choice(Body, "登记机关", "registered with",
        ask=("{owner}在哪个部门登记？", "With which body is {owner} registered?"))
    credit_code_sign: CreditCodeSign | None = choice(
        CreditCodeSign, "统一社会信用代码首位", "first character of the credit code",
        ask=("{owner}的统一社会信用代码第一位是什么？",
            "What is the first character of the unified social credit code of {owner}?"))
    children_in_care: int | None = count(
        "在托婴幼儿人数", "children in care", unit=PERSONS, changeable=True,
        ask=("{owner}有多少名在托婴幼儿？", "How many children are in the care of {owner}?"))
    classes: Sequence[ClassGroup] | None = items(ClassGroup, "班级", "class",
        ask=("{owner}有哪些班级？各是什么情况？",
            "Which classes does {owner} have, and what is each like?"))
    staff: Sequence[StaffMember] | None = items(StaffMember, "工作人员", "member of staff",
        ask=("{owner}有哪些工作人员？各是什么情况？",
            "Who works in {owner}, and what is known of each?"))
    returned_children: Sequence[Child] | None = items(
        Child, "离开后返回的婴幼儿", "child that came back",
        ask=("{owner}有哪些婴幼儿曾离开机构后又返回？各是什么情况？",
            "Which children left {owner} and came back, and what is known of each?"))
    full_time_health_workers: int | None = count(
        "专职卫生保健人员人数", "full-time health workers", unit=PERSONS, changeable=True,
        ask=("{owner}有多少名专职卫生保健人员？",
            "How many full-time health workers does {owner} have?"))
    part_time_health_workers: int | None = count(
        "兼职卫生保健人员人数", "part-time health workers", unit=PERSONS, changeable=True,
        ask=("{owner}有多少名兼职卫生保健人员？",
            "How many part-time health workers does {owner} have?"))
    health_workers_accepted: bool | None = flag(
        "卫生保健人员比例经认定符合", "number of health workers accepted as in proportion",
        changeable=True,
        ask=("{owner}的专职卫生保健人员比例是否经卫生健康部门认定符合？",
            "Has the health authority accepted the number of health workers of {owner}?"))
    video_kept_days: int | None = count(
        "监控录像保存天数", "days surveillance video is kept", unit=DAYS, changeable=True,
        ask=("{owner}的监控录像保存多少天？",
            "For how many days does {owner} keep its surveillance video?"))
    outdoor_hours_a_day: Number | None = number(
        "每日户外活动时间", "outdoor time a day", unit=HOURS, changeable=True,
        ask=("{owner}的婴幼儿每天户外活动多少小时？",
            "For how many hours a day are the children of {owner} outdoors?"))
    meets_other_national_rules: bool | None = flag(
        "符合国家设置标准和管理规范的其余规定",
        "meets the rest of the national setting standard and management norm", changeable=True,
        ask=("除已列明的各项外，{owner}是否符合国家设置标准和管理规范的其余规定？",
            "Does {owner} meet the rest of the national standard and norm, beyond what is listed?"))
    # fmt: on
