"""Chapter 二（四）: safety, health, charges, who may work here, and what comes back.

The text sets no cap on charges, so none is computed.
"""

from functools import partial

from careplan import writing as w
from careplan.criteria.nodes import all_of, any_of, not_
from careplan.criteria.proxies import facts
from careplan.nouns.care.institutions import Institution, ProfitStatus
from careplan.nouns.care.people import Child, StaffMember

institution, child, staff = facts(Institution), facts(Child), facts(StaffMember)

GOODS_ACTOR = w.question(
    "goods_actor", "2.4.2.f",
    "照护用品的评估与监测由谁承担，文件没有写明",
    "Who assesses and monitors care goods? The text names nobody.",
    unnamed=("未指明，不约束机构", "nobody named: it binds no institution"),
    institution=("由机构承担", "the institution"),
)  # fmt: skip
CHECK_YEAR = w.question(
    "check_year", "2.4.3.c",
    "“每年”按自然年还是按上次体检后十二个月",
    "Is 'each year' the calendar year, or twelve months since the last check?",
    calendar=("自然年", "the calendar year"),
    rolling=("十二个月之内", "within twelve months"),
)  # fmt: skip
CHARGES_PUBLISHED = w.question(
    "charges_published", "2.4.4.b",
    "明码标价并公示是否也约束非营利性机构",
    "Must non-profit institutions mark and publish their charges too?",
    for_profit=("按语法只约束营利性机构", "by grammar, for-profit only"),
    all=("一并约束", "both kinds"),
)  # fmt: skip
QUESTIONS = (GOODS_ACTOR, CHECK_YEAR, CHARGES_PUBLISHED)

FOR_PROFIT = institution.profit_status == ProfitStatus.FOR_PROFIT
NON_PROFIT = institution.profit_status == ProfitStatus.NON_PROFIT
GRADUAL = ("文件要求逐步实行，没有期限", "to be introduced gradually, without a date")
INSTITUTIONS = w.task(acting="婴幼儿照护服务机构")
THREE_BODIES = "妇幼保健机构 疾病预防控制机构 卫生监督机构"

# The lists that close the items.
item_1 = partial(w.task, lead="各县市区 市卫健委", support="市行政审批局 市市场监管局 市民政局")
item_2 = partial(
    w.task,
    lead="各县市区",
    support="市发改委 市卫健委 市教育局 市公安局 市民政局 市人社局 市市场监管局 市住建局 市应急管理局 市总工会 团市委 市妇联 市计生协",
)
item_5 = partial(
    w.task,
    lead="各县市区 市行政审批局 市民政局 市市场监管局 市人社局",
    support="市卫健委 市公安局 市教育局",
)

# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("2.4.1.a", "二（四）1", w.MUST, "按标准和规范严格准入",
        "Entry of institutions is controlled strictly by setting standard and management norm.",
        w.encoded_with("2.3.3.f"),
        item_1(),
        title=("按标准和规范严格准入", "strict control of entry")),
    w.clause("2.4.1.b", "二（四）1", w.MUST, "审核人员资质、收费和财务管理",
        "Staff qualification, charges and financial management are reviewed and managed continuously.",
        item_1(),
        title=("审核人员资质、收费和财务", "review staff, charges and finances")),
    w.clause("2.4.1.c", "二（四）1", w.MUST, "建立备案登记、信息公示、质量评估三项制度",
        "Three systems are set up: filing registration, information publication, quality assessment.",
        item_1(),
        title=("建立备案、公示、评估制度", "filing, publication and assessment")),
    w.clause("2.4.1.d", "二（四）1", w.SHOULD, "探索把不良信用记入平台并联合奖惩",
        "Explores entering bad credit records of institutions and staff into local and national credit platforms, with joint reward and joint punishment.",
        item_1(),
        title=("探索信用记录与联合奖惩", "credit records and joint penalties")),
    w.clause("2.4.1.e", "二（四）1", w.MUST, "及时公布达标机构和检查情况",
        "The health authority promptly publishes which institutions meet the standard and the results of inspections.",
        w.regular("publish_inspections", ("公布达标机构和检查情况", "publish institutions up to standard and inspections"),
            acting="卫生健康部门")),
    w.clause("2.4.1.resp", "二（四）1", w.MUST, "动态监管：牵头2家、配合3家",
        "Assigns dynamic supervision; lead: counties, health authority; supporting: administrative approval office, market regulator, civil affairs authority.",
        item_1(),
        title=("动态监管分工", "dynamic supervision: who leads and supports")),

    w.clause("2.4.2.a", "二（四）2", w.MUST, "县级政府对准入、安全和发展负主要责任",
        "County governments bear main responsibility for entry qualification, safety supervision and orderly development.",
        w.task(acting="各县市区人民政府"), title=("县级政府负主要责任", "county governments are responsible")),
    w.clause("2.4.2.b", "二（四）2", w.MUST, "部门按职责监管，排查隐患、防控风险",
        "Departments bear supervision duty by remit, search for hazards and control risks.",
        w.task(acting="各相关部门"), title=("部门监管、排查隐患", "departments supervise and search for hazards")),
    # Presence only: no number of guards and no list of equipment is stated.
    w.clause("2.4.2.c", "二（四）2", w.MUST, "机构是安全责任主体，建立制度、配备设施和安保",
        "Institutions are the safety-responsible party: they set up safety systems and provide safety facilities, equipment and guards.",
        w.duty(requires=all_of(institution.safety_systems, institution.safety_equipment, institution.security_guards)),
        INSTITUTIONS,
        title=("机构承担安全主体责任", "institutions answer for safety")),
    w.clause("2.4.2.d", "二（四）2", w.ENCOURAGED, "鼓励为每名在托婴幼儿投保",
        "Encourages buying safety liability insurance for each infant in care.",
        w.duty(applies=child.admitted, requires=child.insured),
        INSTITUTIONS,
        title=("鼓励为婴幼儿投保", "encourage insurance of each infant")),
    w.clause("2.4.2.e", "二（四）2", w.MUST, "逐步实行资格准入和污点禁入",
        "Institutions gradually apply professional qualification entry and a ban on persons with a stained record, to prevent child abuse.",
        w.duty(requires=all_of(institution.qualification_entry, institution.stained_record_ban), advisory=GRADUAL),
        w.duty(part="person", applies=staff.stained_record, requires=not_(staff.works_in_care), advisory=GRADUAL),
        INSTITUTIONS,
        title=("逐步实行资格准入和污点禁入", "qualification entry and a ban on stained records")),
    # The sentence names nobody: its item's list answers, unless it is read as the institution's.
    w.clause("2.4.2.f", "二（四）2", w.MUST, "对照护用品作安全评估和风险监测",
        "Goods used in care undergo strict safety assessment and risk monitoring.",
        w.duty(under=(GOODS_ACTOR, "unnamed"), requires=institution.goods_assessed,
            advisory=("文件没有写明由谁承担", "the text does not say whose duty it is")),
        w.duty(under=(GOODS_ACTOR, "institution"), requires=institution.goods_assessed),
        item_2(under=(GOODS_ACTOR, "unnamed")),
        w.task(under=(GOODS_ACTOR, "institution"), acting="婴幼儿照护服务机构"),
        title=("用品安全评估和风险监测", "safety of goods used in care")),
    w.clause("2.4.2.g", "二（四）2", w.MUST, "加大对违法行为的查处",
        "Departments step up investigation of unlawful conduct by institutions.",
        w.task(acting="各职能部门"), title=("加大违法行为查处力度", "step up investigation")),
    w.clause("2.4.2.h", "二（四）2", w.MUST, "发生事故的依法追责",
        "After a safety accident the persons concerned are held liable by law.",
        item_2(),
        title=("事故依法追责", "liability after an accident")),
    w.clause("2.4.2.resp", "二（四）2", w.MUST, "安全管理责任：牵头1家、配合13家",
        "Assigns safety management; lead: counties; supporting: development and reform authority, health authority, education authority, public security authority, civil affairs authority, human resources authority, market regulator, housing and construction authority, emergency management authority, trade union, youth league, women's federation, family planning association.",
        item_2(),
        title=("安全管理责任分工", "safety management: who leads and supports")),

    w.clause("2.4.3.a", "二（四）3", w.MUST, "机构对婴幼儿健康负主体责任",
        "The institution bears primary responsibility for the health of the infants and does hygiene and disease prevention work.",
        INSTITUTIONS,
        title=("机构对婴幼儿健康负主体责任", "institutions answer for health")),
    # How old the check may be on admission is not stated.
    w.clause("2.4.3.b", "二（四）3", w.MUST, "经妇幼保健机构体检合格方可入托",
        "An infant may be admitted only after passing a health check at a maternal and child health institution.",
        w.duty(applies=child.admitted, requires=child.health_check_passed),
        w.task(acting="婴幼儿照护服务机构 妇幼保健机构"), title=("体检合格方可入托", "admission after a health check")),
    w.clause("2.4.3.c", "二（四）3", w.MUST, "在托婴幼儿每年体检一次",
        "Each infant has one health check a year.",
        w.duty(applies=child.admitted,
            requires=w.choose(CHECK_YEAR, calendar=child.health_check_this_year, rolling=child.health_check_within_12_months)),
        w.regular("child_health_check", ("在托婴幼儿健康体检", "health check of every infant in care"),
            acting="婴幼儿照护服务机构", every=w.Interval(12))),
    w.clause("2.4.3.d", "二（四）3", w.MUST, "组织从业人员卫生保健培训和体检",
        "Maternal-child, disease-control and health-supervision bodies see to hygiene training and health checks of care workers.",
        w.regular("staff_hygiene_training", ("从业人员卫生保健培训", "hygiene training of staff"),
            part="training", acting=THREE_BODIES),
        w.regular("staff_health_check", ("从业人员健康体检", "health check of staff"),
            part="health_check", acting=THREE_BODIES)),
    w.clause("2.4.3.e", "二（四）3", w.MUST, "指导监督卫生保健，防控疾病",
        "The same bodies guide, advise and inspect hygiene work and prevent infectious and common disease.",
        w.task(acting=THREE_BODIES), title=("指导监督卫生保健、防控疾病", "guide hygiene, prevent disease")),
    w.clause("2.4.3.resp", "二（四）3", w.MUST, "卫生保健疾控：牵头1家、无配合单位",
        "Assigns health care and disease control; lead: health authority; no supporting unit named.",
        w.task(lead="市卫健委"), title=("卫生保健疾控分工", "health care and disease control: who leads and supports")),

    w.clause("2.4.4.a", "二（四）4", w.MUST, "营利机构的收费由市场调节",
        "Charges of for-profit institutions follow the market and are set fairly on cost, demand, social affordability and development needs.",
        w.duty(applies=FOR_PROFIT, requires=institution.charges_set_fairly),
        INSTITUTIONS,
        title=("营利机构收费由市场调节", "charges of for-profit institutions")),
    w.clause("2.4.4.b", "二（四）4", w.MUST, "明码标价并公示",
        "Prices are clearly marked and made public.",
        w.duty(requires=institution.charges_marked_and_published,
            applies=w.choose(CHARGES_PUBLISHED, for_profit=FOR_PROFIT, all=any_of(FOR_PROFIT, NON_PROFIT))),
        INSTITUTIONS,
        title=("明码标价并公示", "prices marked and made public")),
    w.clause("2.4.4.c", "二（四）4", w.SHOULD, "非营利机构收费参照公办幼儿园提出指导标准",
        "Charges of non-profit institutions take public kindergartens' charges and pricing as reference; the departments concerned propose a guidance level.",
        w.duty(applies=NON_PROFIT, requires=institution.charges_follow_guidance),
        w.task(acting="婴幼儿照护服务机构 相关部门"), title=("提出非营利机构收费指导标准", "guidance level for non-profit charges")),
    w.clause("2.4.4.d", "二（四）4", w.MUST, "市场监管部门加强价格监管",
        "The market regulator strengthens price supervision by law.",
        w.task(acting="市场监管部门"), title=("加强价格监管", "supervise prices")),
    w.clause("2.4.4.resp", "二（四）4", w.MUST, "抑制过高收费：牵头1家、配合3家",
        "Assigns curbing excessive charges; lead: counties; supporting: development and reform authority, education authority, market regulator.",
        w.task(lead="各县市区", support="市发改委 市教育局 市市场监管局"), title=("抑制过高收费分工", "curbing excessive charges: who leads and supports")),

    w.clause("2.4.5.a", "二（四）5", w.MUST, "人员资格准入依法分步推行",
        "Professional qualification entry for staff is introduced gradually by law.",
        w.duty(applies=staff.works_in_care, requires=staff.qualified, advisory=GRADUAL),
        item_5(),
        title=("分步推行人员资格准入", "qualification of staff, step by step")),
    w.clause("2.4.5.b", "二（四）5", w.PROHIBITED, "虐童者和直接管理者终身禁入",
        "Persons who abuse children and their direct managers are barred from the sector for life.",
        # For life, and without a date to begin: apart from the stained record of 二（四）2.
        w.duty(applies=any_of(staff.abuse_found, staff.managed_abuser), requires=not_(staff.works_in_care)),
        # Prohibited is it to the persons (a rule); the item's list has to keep them out.
        item_5(("对虐童者与直接管理者终身禁入", "bar abusers and their managers for life"), modality=w.MUST)),
    w.clause("2.4.5.resp", "二（四）5", w.MUST, "人员准入：牵头5家、配合3家",
        "Assigns staff entry rules; lead: counties, administrative approval office, civil affairs authority, market regulator, human resources authority; supporting: health authority, public security authority, education authority.",
        item_5(),
        title=("人员准入分工", "staff entry rules: who leads and supports")),
)
# fmt: on
