"""Chapter 二（二）3 to 6: kindergarten, employer, medical and rural care."""

from functools import partial

from careplan import writing as w
from careplan.criteria.nodes import all_of
from careplan.criteria.proxies import among, facts
from careplan.nouns.care.institutions import Institution, ProfitStatus, Setting
from careplan.nouns.care.people import Child
from careplan.nouns.estates import Community, Kindergarten, MedicalInstitution
from careplan.nouns.facilities import Employer, EmployerKind
from careplan.plans.shiyan_2021.ch2_2_1_2_communities import RURAL_WITH_NEED

institution, employer, child = facts(Institution), facts(Employer), facts(Child)
kindergarten, medical = facts(Kindergarten), facts(MedicalInstitution)
community = facts(Community)

UPPER_AGE = w.question(
    "upper_age", "2.2.3.b 2.2.3.d 2.2.5.a",
    "“2—3岁”“0—3岁”的上限是否包括已满三岁的幼儿",
    "Does '2-3' or '0-3' years take in a child who has turned three?",
    before_birthday=("未满三周岁", "until the third birthday"),
    age_three=("三周岁在内", "the whole age of three as well"),
)  # fmt: skip

EMPLOYERS = {EmployerKind.STATE_ORGAN, EmployerKind.ENTERPRISE, EmployerKind.PUBLIC_INSTITUTION}

# The lists that close the items.
item_3 = partial(w.task, lead="各县市区 市教育局", support="市卫健委")
item_4 = partial(
    w.task,
    lead="市总工会 市妇联",
    support="市人社局 市行政审批局 市民政局 市市场监管局 市卫健委",
)
item_5 = partial(w.task, lead="市卫健委", support="市总工会")
item_6 = partial(w.task, lead="各县市区", support="市卫健委")

# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("2.2.3.a", "二（二）3", w.SHOULD, "支持托幼一体化",
        "Pools care resources and supports integrating nursery and kindergarten.",
        item_3(),
        title=("支持托幼一体化", "integrate nursery and kindergarten")),
    w.clause("2.2.3.b", "二（二）3", w.ENCOURAGED, "鼓励新建幼儿园设置适当比例的托班",
        "Encourages counties able to do so to give new kindergartens a suitable share of classes for two to three year olds.",
        w.encoded_with("2.2.3.d"),
        w.duty(
            # Able must be the county, here; in the next sentence it is the kindergarten.
            applies=all_of(kindergarten.new, kindergarten.county_conditions_allow),
            requires=all_of(kindergarten.toddler_class, kindergarten.suitable_share)),
        item_3(acting="各县市区"),
        title=("鼓励新建幼儿园设置托班", "toddler classes in new kindergartens")),
    w.clause("2.2.3.c", "二（二）3", w.MUST, "教育部门制定托班的具体措施",
        "The education authority makes concrete measures for toddler classes.",
        w.task(acting="教育部门"), title=("教育部门制定托班具体措施", "measures for toddler classes")),
    w.clause("2.2.3.d", "二（二）3", w.ENCOURAGED, "鼓励利用现有资源开设托班",
        "Encourages kindergartens able to do so to open toddler classes for two to three year olds with what they already have.",
        w.term("2—3岁幼儿", "children aged two to three", part="age", also="2.2.3.b",
            criterion=w.choose(UPPER_AGE,
                before_birthday=all_of(child.age_months >= 24, child.age_months < 36),
                age_three=all_of(child.age_months >= 24, child.age_months < 48))),
        w.duty(applies=kindergarten.conditions_allow, requires=kindergarten.toddler_class),
        w.task(acting="教育部门"), title=("鼓励利用现有资源开设托班", "toddler classes with what there is")),
    w.clause("2.2.3.resp", "二（二）3", w.MUST, "幼儿园托班：牵头2家、配合1家",
        "Assigns toddler classes in kindergartens; lead: counties, education authority; supporting: health authority.",
        item_3(),
        title=("幼儿园托班分工", "toddler classes in kindergartens: who leads and supports")),

    w.clause("2.2.4.a", "二（二）4", w.ENCOURAGED, "鼓励用人单位提供福利性照护",
        "Encourages employers to offer welfare care for their staff, alone or jointly, with trade union and women's federation help.",
        w.duty(applies=among(employer.kind, EMPLOYERS), requires=employer.offers_care),
        item_4(acting="工会 妇联 机关、企事业单位"),
        title=("鼓励用人单位办福利性照护", "welfare care by employers")),
    # No sentence says who supports; those owe it who lead the item. What is open to an employer
    # (2.2.4.c) is owed by nobody.
    w.clause("2.2.4.b", "二（二）4", w.SHOULD, "支持与街道、社区合办非营利机构",
        "Supports employers that open non-profit institutions jointly with their sub-district or community.",
        w.benefit(condition=employer.joint_non_profit_institution, owed_by="市总工会 市妇联"),
        item_4(acting="用人单位 街道 社区"),
        title=("支持与街道社区合办非营利机构", "non-profit institutions with communities")),
    w.clause("2.2.4.c", "二（二）4", w.MAY, "有条件的可对外开放",
        "Employer services may open to the public where conditions allow.",
        w.benefit(condition=all_of(employer.offers_care, employer.conditions_allow))),
    w.clause("2.2.4.resp", "二（二）4", w.MUST, "单位照护服务：牵头2家、配合5家",
        "Assigns employer-provided care; lead: trade union, women's federation; supporting: human resources authority, administrative approval office, civil affairs authority, market regulator, health authority.",
        item_4(),
        title=("单位照护服务分工", "employer-provided care: who leads and supports")),

    w.clause("2.2.5.a", "二（二）5", w.ENCOURAGED, "鼓励医疗卫生机构设立照护场所",
        "Encourages maternal-child hospitals, children's hospitals and community health centres to set up care places for children up to three.",
        w.term("0—3岁婴幼儿", "infants up to three years", part="age",
            criterion=w.choose(UPPER_AGE, before_birthday=child.age_months < 36, age_three=child.age_months < 48)),
        w.duty(applies=medical.conditions_allow, requires=medical.care_place),
        item_5(acting="妇幼保健院、儿童医院、社区卫生服务中心等医疗机构"),
        title=("鼓励医疗机构设立照护场所", "places of care in medical institutions")),
    w.clause("2.2.5.b", "二（二）5", w.ENCOURAGED, "鼓励其支持周边的照护机构",
        "Encourages the same medical institutions to support nearby care institutions.",
        w.duty(applies=medical.conditions_allow, requires=medical.supports_nearby_institutions),
        item_5(acting="妇幼保健院、儿童医院、社区卫生服务中心等医疗机构"),
        title=("支持医疗机构带动周边机构", "support for institutions nearby")),
    w.clause("2.2.5.resp", "二（二）5", w.MUST, "医疗延伸服务：牵头1家、配合1家",
        "Assigns extended services of medical institutions; lead: health authority; supporting: trade union.",
        item_5(),
        title=("医疗延伸服务分工", "extended services of medical institutions: who leads and supports")),

    w.clause("2.2.6.a", "二（二）6", w.MUST, "农村重点开展家庭照护指导",
        "Rural areas, as needed, concentrate on guidance for care in the family.",
        item_6(),
        title=("农村重点开展家庭照护指导", "guidance for families in the country")),
    w.clause("2.2.6.b", "二（二）6", w.MUST, "农村综合服务设施统筹考虑照护配套",
        "Where care is needed, rural service buildings plan care facilities in.",
        w.duty(
            # Only where a rural service building is planned or built is there anything to plan in.
            applies=all_of(RURAL_WITH_NEED, community.service_building_under_way),
            requires=community.care_in_service_building),
        item_6(),
        title=("农村综合设施统筹照护需求", "care in rural service buildings")),
    w.clause("2.2.6.c", "二（二）6", w.SHOULD, "利用闲置资源，以委托或购买服务支持非营利机构",
        "Uses rural public facilities, idle schools and idle offices and supports non-profit institutions by commission or purchase of service.",
        w.benefit(owed_by="各县市区",
            condition=all_of(institution.setting == Setting.RURAL, institution.profit_status == ProfitStatus.NON_PROFIT)),
        item_6(),
        title=("利用闲置资源支持非营利机构", "idle premises for non-profit institutions")),
    w.clause("2.2.6.resp", "二（二）6", w.MUST, "农村照护支持：牵头1家、配合1家",
        "Assigns care services in rural areas; lead: counties; supporting: health authority.",
        item_6(),
        title=("农村照护支持分工", "care services in rural areas: who leads and supports")),
)
# fmt: on
