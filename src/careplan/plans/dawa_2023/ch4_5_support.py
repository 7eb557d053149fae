"""Chapters 四 and 五: what is given, and who sees to it. No amount or rate is stated.

`owed_by` is the sentence's own subject; for one without a subject, the list of its item.
"""

from careplan import writing as w
from careplan.criteria.nodes import all_of, any_of
from careplan.criteria.proxies import facts
from careplan.nouns.care.institutions import Institution, ProfitStatus
from careplan.nouns.care.people import StaffMember
from careplan.nouns.estates import LandPlot
from careplan.plans.dawa_2023.offices import by_list

institution, plot, staff = facts(Institution), facts(LandPlot), facts(StaffMember)

# The lists that also answer for sentences without a subject.
TAXES = "区税务局 区发展改革局 区财政局"
LAND = "市自然资源局大洼分局"
FUNDING = "区财政局 区卫生健康局 区发展改革局 区教育局 区人力资源社会保障局"
TALENT = "区教育局 市公安局大洼分局 区人力资源社会保障局 区卫生健康局 区总工会"

FOR_CARE = any_of(plot.for_care_facility, plot.for_institution)
FOR_NON_PROFIT = all_of(
    plot.for_institution, plot.institution_profit_status == ProfitStatus.NON_PROFIT
)

# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    # National and provincial rules decide who qualifies: a declared fact.
    w.clause("4.1.a", "四（一）", w.MUST, "落实国家和省的税费优惠",
        "National and provincial tax and fee relief for community family services is applied.",
        w.benefit(condition=institution.qualifies_for_tax_relief, owed_by=TAXES),
        title=("落实国家和省税费优惠", "tax and fee relief")),
    w.clause("4.1.b", "四（一）", w.MUST, "税费优惠细则按省级文件执行",
        "Detail of the relief follows the provincial opinions.",
        w.encoded_with("0.basis.2")),
    w.clause("4.1.resp", "四（一）", w.MUST, "政策保障：牵头1家、配合2家",
        "Assigns policy support; lead: tax authority; supporting: development and reform authority, finance authority.",
        by_list(TAXES), title=("政策保障分工", "policy support: who leads and supports")),

    w.clause("4.2.a", "四（二）", w.MUST, "照护用地纳入规划和年度计划并优先保障",
        "Care land enters the territorial plan and the yearly land plan and is secured first.",
        w.benefit(condition=FOR_CARE, owed_by="各级政府"),
        title=("用地纳入规划和年度计划", "land for care in the plans")),
    # This sentence speaks of institutions' land only; annex 1 (a1.8) adds facilities'.
    # "Suitably": a preference without a figure, which nobody can claim.
    w.clause("4.2.b", "四（二）", w.MUST, "农用地转用和新增用地指标适当倾斜",
        "Quotas for farmland conversion and new land lean suitably towards care institutions.",
        w.benefit(condition=plot.for_institution, owed_by=LAND, modality=w.SHOULD),
        # What the land office must do, as in annex 1; the holder of a plot can claim nothing of it.
        by_list(LAND, ("转用、新增指标向照护机构适当倾斜",
            "lean quotas of farmland conversion and new land suitably towards institutions"), part="quotas"),
        title=("农转用和新增用地指标倾斜", "land quotas lean towards care")),
    w.clause("4.2.c", "四（二）", w.SHOULD, "引导利用低效、闲置土地",
        "Guides the use of inefficient or idle land for care.",
        w.benefit(condition=all_of(FOR_CARE, plot.inefficient_or_idle), owed_by=LAND),
        title=("引导利用低效、闲置土地", "use inefficient or idle land")),
    w.clause("4.2.d", "四（二）", w.MAY, "符合划拨目录的用地可以划拨",
        "Land of care facilities and of non-profit institutions that fits the allocation catalogue may be allocated.",
        w.benefit(
            condition=all_of(any_of(plot.for_care_facility, FOR_NON_PROFIT), plot.fits_allocation_catalogue),
            owed_by=LAND),
        title=("符合目录的用地可划拨", "allocation of land that fits the catalogue")),
    w.clause("4.2.resp", "四（二）", w.MUST, "用地保障：牵头1家、无配合单位",
        "Assigns land; lead: natural resources authority; no supporting unit named.",
        by_list(LAND), title=("用地保障分工", "land: who leads and supports")),

    w.clause("4.3.a", "四（三）", w.MUST, "照护管理经费列入财政预算",
        "Costs of care management enter government budgets and cover office work, supervision and guidance, and research.",
        w.task(acting="财政部门"), title=("照护管理经费纳入财政预算", "costs of management in the budget")),
    w.clause("4.3.b", "四（三）", w.MAY, "非营利普惠机构可通过购买服务获得支持",
        "Non-profit inclusive institutions run by private providers may be supported by purchase of services and similar means.",
        w.benefit(owed_by="政府",
            condition=all_of(
                institution.run_by_social_forces,
                institution.profit_status == ProfitStatus.NON_PROFIT,
                institution.inclusive)),
        title=("非营利普惠机构可获购买服务", "purchase of services from non-profit institutions")),
    # The rate is that of the programme for scarce skills, another text.
    w.clause("4.3.c", "四（三）", w.MAY, "参加培训且鉴定合格的可获补贴",
        "Care workers who train as nursery or infant-care workers and pass appraisal may receive a training subsidy at the shortage-training rate.",
        w.benefit(owed_by=FUNDING,
            condition=all_of(staff.works_in_care, staff.trained_as_carer, staff.passed_appraisal)),
        title=("培训并鉴定合格可获补贴", "training subsidy after appraisal")),
    w.clause("4.3.d", "四（三）", w.MUST, "筹集资金、使用产业经费支持产教融合",
        "Governments must raise more funds and use industry development funds and the like for integration of training and business.",
        w.task(acting="各级政府"), title=("多方筹资支持产教融合", "funds to join training and business")),
    w.clause("4.3.e", "四（三）", w.SHOULD, "引导社会资金多元投入",
        "Social capital is guided into care for diverse funding.",
        by_list(FUNDING), title=("引导社会资金多元投入", "guide social capital into care")),
    w.clause("4.3.resp", "四（三）", w.MUST, "财政保障：牵头1家、配合4家",
        "Assigns finance; lead: finance authority; supporting: health authority, development and reform authority, education authority, human resources authority.",
        by_list(FUNDING), title=("财政保障分工", "finance: who leads and supports")),

    w.clause("4.4.a", "四（四）", w.MUST, "从业人员纳入急需紧缺人才培训规划",
        "Care staff enter the training plan as urgently needed talent.",
        w.task(acting="各级政府"), title=("纳入急需紧缺人才培训规划", "care staff in the training plan")),
    w.clause("4.4.b", "四（四）", w.MUST, "中等职业学校按需开设专业",
        "Secondary vocational schools open care majors by demand and set enrolment, courses and content sensibly.",
        w.task(acting="中等职业学校"), title=("中等职业学校按需开设专业", "vocational schools open care majors")),
    # "When suitable" is said of the base; the training carries no such word.
    w.clause("4.4.c", "四（四）", w.SHOULD, "适时建立基地、开展培训",
        "A training base is set up when suitable and workers are trained in ethics, law, safety and skills.",
        by_list(TALENT, ("适时建立培训基地", "set up a training base when suitable"), part="base"),
        by_list(TALENT, ("培训职业道德、法律、安全和技能",
            "train those who work in care in ethics, law, safety and skills"), part="training", modality=w.MUST)),
    w.clause("4.4.d", "四（四）", w.SHOULD, "支持家政企业开展照护培训",
        "Domestic service companies are supported to train for care work as rules allow.",
        by_list(TALENT), title=("支持家政企业开展照护培训", "domestic service companies train for care")),
    w.clause("4.4.resp", "四（四）", w.MUST, "人才培养：牵头1家、配合4家",
        "Assigns training of professionals; lead: education authority; supporting: public security authority, human resources authority, health authority, trade union.",
        by_list(TALENT), title=("人才培养分工", "training of professionals: who leads and supports")),

    w.clause("5.1", "五（一）", w.MUST, "纳入规划和目标责任考核",
        "Governments strengthen leadership and put infant care into planning and the target responsibility assessment.",
        w.task(acting="各级政府"), title=("纳入规划和目标责任考核", "care in planning and assessment")),
    w.clause("5.2", "五（二）", w.MUST, "卫健部门牵头，15个部门协同",
        "Health leads; fifteen other departments refine measures, work together and jointly guide and supervise.",
        w.task(lead="卫生健康部门",
            support="机构编制 发展改革 教育 公安 民政 财政 人社 自然资源 住房城乡建设 应急管理 市场监管 税务 工会 共青团 妇联 等"),
        title=("卫健部门牵头、多部门协同", "departments work together under health")),
    w.clause("5.3.a", "五（三）", w.MUST, "落实主体责任，建立督导评估机制",
        "By territory and division of work the departments concerned and governments of every level carry main responsibility for orderly development and safety supervision; an evaluation and supervision mechanism is set up.",
        w.task(acting="各相关部门 各级政府"), title=("落实主体责任、建立督导机制", "responsibility, and a mechanism of supervision")),
    w.clause("5.3.b", "五（三）", w.MUST, "失职并造成事故的依法追责",
        "If failure in duty leads to an accident, the persons concerned are held liable by law.",
        w.declined("两项条件须同时具备（失职且发生事故），后果由未列名的法律法规决定",
            "failure and accident together lead to what laws it does not name provide")),
    w.clause("5.3.c", "五（三）", w.SHOULD, "发挥媒体监督作用",
        "The media's scrutiny is to help measures take effect.",
        w.declined("对媒体监督的期望", "a hope placed in the media")),
)
# fmt: on
