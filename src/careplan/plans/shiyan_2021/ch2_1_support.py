"""Chapter 二（一）: leave, land, money, prices, loans, insurance and service posts.

No amount, rate or number of days is stated; none is made up.
"""

from functools import partial

from careplan import writing as w
from careplan.criteria.nodes import TRUE, all_of, any_of
from careplan.criteria.proxies import facts
from careplan.nouns.care.institutions import Institution, ProfitStatus
from careplan.nouns.care.people import StaffMember
from careplan.nouns.estates import LandPlot
from careplan.nouns.facilities import Employer

employer, plot, institution = facts(Employer), facts(LandPlot), facts(Institution)
staff = facts(StaffMember)

SUPPORTED = w.question(
    "supported", "2.1.6.a 2.1.6.c 2.1.6.d",
    "价格、贷款、保险支持是否以登记为前提",
    "Are prices, loans and insurance for registered institutions only?",
    every=("文件未设前提", "the text sets no such condition"),
    registered=("限已登记机构", "registered institutions only"),
)  # fmt: skip

FOR_CARE = any_of(plot.for_care_facility, plot.for_institution)
# For-profit institutions are not mentioned here; facilities are, whoever runs them.
FACILITY_OR_NON_PROFIT = any_of(
    plot.for_care_facility,
    all_of(plot.for_institution, plot.institution_profit_status == ProfitStatus.NON_PROFIT),
)
IS_SUPPORTED = w.choose(SUPPORTED, every=TRUE, registered=institution.registered)

# The lists that close the items.
item_1 = partial(w.task, lead="市人社局", support="市卫健委 市总工会 市妇联")
item_2 = partial(w.task, lead="市人社局", support="市总工会 市妇联")
item_3 = partial(w.task, lead="市卫健委", support="市教育局 团市委 市妇联")
item_4 = partial(w.task, lead="各县市区", support="市自然资源和规划局")
item_5 = partial(w.task, lead="各县市区 市财政局 市税务局", support="市发改委 市卫健委 市民政局")
item_6 = partial(
    w.task, lead="各县市区", support="市发改委 市财政局 市地方金融工作局 十堰银保监分局"
)
item_7 = partial(w.task, lead="市卫健委")

# A clause is one block: what encodes it, or why nothing does, stands beneath it. Who owes a
# benefit is its sentence's subject, or the leads of its item's list if it has none.
# fmt: off
CLAUSES = (
    w.clause("2.1.1.a", "二（一）1", w.MUST, "全面落实产假和护理假",
        "Maternity and care leave laid down by the state must be carried out in full.",
        item_1(),
        title=("落实产假和护理假", "maternity and care leave in full")),
    w.clause("2.1.1.b", "二（一）1", w.SHOULD, "探索建立与照护相配套的育儿假等假期",
        "Explore and set up parental leave and maternity-rest leave that fit with infant care.",
        item_1(),
        title=("探索建立育儿假等假期", "explore parental leave")),
    w.clause("2.1.1.c", "二（一）1", w.ENCOURAGED, "倡导弹性工时，为脱产照护的职工保留岗位",
        "Advocates shift arrangements and flexible hours, and keeping jobs open for employees who leave work to care for an infant.",
        w.duty(requires=all_of(employer.flexible_hours, employer.keeps_jobs)),
        item_1(acting="用工单位"),
        title=("倡导弹性工时、保留岗位", "flexible hours, and jobs kept open")),
    w.clause("2.1.1.resp", "二（一）1", w.MUST, "产休假：牵头1家、配合3家",
        "Assigns maternity and care leave; lead: human resources authority; supporting: health authority, trade union, women's federation.",
        item_1(),
        title=("产休假分工", "maternity and care leave: who leads and supports")),

    w.clause("2.1.2", "二（一）2", w.MUST, "为重返岗位的父母提供就业服务",
        "Parents who left work to care for an infant receive information, job guidance and vocational training when returning.",
        item_2(),
        title=("为重返岗位的父母提供就业服务", "help parents return to work")),
    w.clause("2.1.2.resp", "二（一）2", w.MUST, "就业扶持：牵头1家、配合2家",
        "Assigns employment support; lead: human resources authority; supporting: trade union, women's federation.",
        item_2(),
        title=("就业扶持分工", "employment support: who leads and supports")),

    w.clause("2.1.3.a", "二（一）3", w.MUST, "依托医院、高校、妇幼机构开展育儿指导",
        "Parenting guidance is delivered in several ways through hospitals, universities and mother-and-child-care institutions.",
        item_3(acting="医院 高校 妇幼保健机构"),
        title=("依托专业机构开展育儿指导", "parenting guidance by professionals")),
    w.clause("2.1.3.b", "二（一）3", w.MUST, "规范指导内容，建立网络和制度，广泛宣传",
        "Guidance content is standardised, a network and rules are set up and knowledge is publicised.",
        item_3(),
        title=("规范指导内容、建立服务网络", "standardise guidance, set up a network")),
    w.clause("2.1.3.resp", "二（一）3", w.MUST, "家庭照护指导：牵头1家、配合3家",
        "Assigns scientific care guidance for families; lead: health authority; supporting: education authority, youth league, women's federation.",
        item_3(),
        title=("家庭照护指导分工", "scientific care guidance for families: who leads and supports")),

    w.clause("2.1.4.a", "二（一）4", w.MUST, "照护用地纳入规划和年度计划并优先保障",
        "Building land for care institutions and facilities enters the territorial plan (or land-use and urban-rural plans) and the yearly land plan and is secured first.",
        w.benefit(condition=FOR_CARE, owed_by="各县市区"),
        title=("用地纳入规划和年度计划", "land for care in the plans")),
    # "Suitably": a preference without a figure, which nobody can claim.
    w.clause("2.1.4.b", "二（一）4", w.MUST, "农用地转用和新增用地指标适当倾斜",
        "Quotas for farmland conversion and new land lean suitably towards care institutions.",
        w.benefit(condition=plot.for_institution, owed_by="各县市区", modality=w.SHOULD),
        item_4(),
        title=("农转用和新增用地指标倾斜", "land quotas lean towards care")),
    w.clause("2.1.4.c", "二（一）4", w.SHOULD, "引导利用低效、闲置土地",
        "Guide the use of inefficient or idle land for care facilities.",
        w.benefit(condition=all_of(FOR_CARE, plot.inefficient_or_idle), owed_by="各县市区"),
        item_4(),
        title=("引导利用低效、闲置土地", "use inefficient or idle land")),
    w.clause("2.1.4.d", "二（一）4", w.MAY, "符合划拨目录的用地可以划拨",
        "Land of care facilities and of non-profit institutions that fits the allocation catalogue may be provided by allocation.",
        w.benefit(condition=all_of(FACILITY_OR_NON_PROFIT, plot.fits_allocation_catalogue), owed_by="各县市区"),
        item_4(),
        title=("符合目录的用地可划拨", "allocation of land that fits the catalogue")),
    w.clause("2.1.4.resp", "二（一）4", w.MUST, "用地保障：牵头1家、配合1家",
        "Assigns land for care services; lead: counties; supporting: natural resources authority.",
        item_4(),
        title=("用地保障分工", "land for care services: who leads and supports")),

    # Whom a county supports, and who is relieved of tax, lies in other rules: declared facts.
    w.clause("2.1.5.a", "二（一）5", w.MUST, "按财权和事权划分加大投入",
        "Counties raise funding under the split of fiscal powers and spending, by subsidies, sector guidance and similar means.",
        w.benefit(condition=institution.meets_local_support_rules, owed_by="各县市区"),
        title=("按财权事权加大投入", "more funding under the fiscal split")),
    w.clause("2.1.5.b", "二（一）5", w.SHOULD, "为建设项目争取中央预算内投资",
        "Strive for central budget investment in care projects.",
        w.task(acting="各县市区"), title=("争取中央预算内投资", "strive for central investment")),
    # No date stands here; the end of 2021 belongs to 一.
    w.clause("2.1.5.c", "二（一）5", w.MUST, "每个县市区主导建设一家普惠示范试点机构",
        "Each county leads the building of one inclusive demonstration pilot institution with a guidance function in its area.",
        w.target("pilot_per_county",
            ("县市区普惠示范试点机构",
                "inclusive demonstration pilots with a guidance function, in one county"),
            w.Measure.COUNT, value=1, due=None, acting="各县市区")),
    # It is owed by the leads of the item: the sentence on tax relief has no subject of its own.
    w.clause("2.1.5.d", "二（一）5", w.MUST, "落实社区家庭服务业的税费优惠",
        "National tax and fee relief for community family services, nurseries included, is applied.",
        w.benefit(also="a1.4.12", condition=institution.qualifies_for_tax_relief, owed_by="各县市区 市财政局 市税务局"),
        item_5(),
        title=("落实社区家庭服务税费优惠", "tax and fee relief")),
    w.clause("2.1.5.e", "二（一）5", w.MUST, "以现有资金支持行业，保障日常工作经费",
        "Finance authorities support the sector from existing funds and secure the running costs of day-to-day service management.",
        w.task(acting="财政部门"), title=("以现有资金支持并保障经费", "existing funds, and running costs secured")),
    w.clause("2.1.5.resp", "二（一）5", w.MUST, "政策支持力度：牵头3家、配合3家",
        "Assigns policy and funding support; lead: counties, finance authority, tax authority; supporting: development and reform authority, health authority, civil affairs authority.",
        item_5(),
        title=("政策支持力度分工", "policy and funding support: who leads and supports")),

    w.clause("2.1.6.a", "二（一）6", w.MUST, "水电气热执行居民价格",
        "Electricity, water, gas and heating of nursery institutions are charged at residential prices.",
        w.benefit(condition=IS_SUPPORTED, owed_by="各县市区"),
        item_6(),
        title=("水电气热执行居民价格", "residential prices of utilities")),
    w.clause("2.1.6.b", "二（一）6", w.ENCOURAGED, "鼓励对普惠机构给予建设、运营补贴或以奖代补",
        "Encourages construction subsidy, operating subsidy or reward in place of subsidy for inclusive institutions.",
        w.benefit(condition=institution.inclusive, owed_by="各县市区"),
        item_6(),
        title=("普惠机构建设、运营补贴和奖补", "subsidies for inclusive institutions")),
    # Banks lend and insurers insure, no offices of the plan; the item's list has them encouraged.
    w.clause("2.1.6.c", "二（一）6", w.ENCOURAGED, "鼓励提供低息贷款",
        "Encourages low-interest loans to care institutions.",
        w.benefit(condition=IS_SUPPORTED),
        item_6(),
        title=("鼓励低息贷款", "encourage low-interest loans")),
    w.clause("2.1.6.d", "二（一）6", w.ENCOURAGED, "鼓励开发综合责任保险",
        "Encourages insurers to develop comprehensive liability cover for care institutions.",
        w.benefit(condition=IS_SUPPORTED),
        item_6(),
        title=("鼓励开发综合责任保险", "encourage liability cover")),
    w.clause("2.1.6.resp", "二（一）6", w.MUST, "政策性补贴：牵头1家、配合4家",
        "Assigns policy subsidies; lead: counties; supporting: development and reform authority, finance authority, local finance authority, banking and insurance regulator.",
        item_6(),
        title=("政策性补贴分工", "policy subsidies: who leads and supports")),

    w.clause("2.1.7.a", "二（一）7", w.MUST, "三类卫生机构按职责分工指导和监督",
        "Maternal-child, disease-control and health-supervision bodies guide, advise and inspect the hygiene work of care institutions by their remit.",
        w.task(acting="卫生健康部门 妇幼保健、疾病预防控制、卫生监督等机构"), title=("三类卫生机构分工指导监督", "guide and inspect hygiene by remit")),
    # Hours count as grass-roots service; how they are credited is not stated.
    w.clause("2.1.7.b", "二（一）7", w.ENCOURAGED, "鼓励作为儿科医护人员的基层服务点并计入服务时间",
        "Encourages making care institutions grass-roots service posts for paediatric staff, with service hours credited as grass-roots service time.",
        w.benefit(condition=all_of(staff.paediatric, staff.serves_at_care_institution), owed_by="市卫健委"),
        item_7(),
        title=("作为儿科医护人员基层服务点", "service posts for paediatric staff")),
    w.clause("2.1.7.resp", "二（一）7", w.MUST, "婴幼儿健康管理：牵头1家、无配合单位",
        "Assigns infant health management; lead: health authority; no supporting unit named.",
        item_7(),
        title=("婴幼儿健康管理分工", "infant health management: who leads and supports")),

    w.clause("2.1.8", "二（一）8", w.MUST, "支持用品、餐饮、配送等关联产业",
        "Counties guide and support related industries (infant goods, meals, delivery) so that supplies and food are safe, reliable and steady.",
        w.task(acting="各县市区"), title=("支持用品、餐饮等关联产业", "support related industries")),
    w.clause("2.1.8.resp", "二（一）8", w.MUST, "关联产业：牵头1家、配合2家",
        "Assigns related industries; lead: counties; supporting: development and reform authority, market regulator.",
        w.task(lead="各县市区", support="市发改委 市市场监管局"), title=("关联产业分工", "related industries: who leads and supports")),
)
# fmt: on
