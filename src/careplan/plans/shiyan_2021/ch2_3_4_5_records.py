"""Chapter 二（三）4 and 5: the information system with its yearly review, and staff training."""

from functools import partial

from careplan import writing as w
from careplan.criteria.nodes import all_of
from careplan.criteria.proxies import facts
from careplan.nouns.care.people import StaffMember

staff = facts(StaffMember)

# The lists that close the items.
item_4 = partial(w.task, lead="各县市区", support="市卫健委 市行政审批局 市民政局 市市场监管局")
item_5 = partial(w.task, lead="市人社局 市教育局", support="市卫健委")

# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("2.3.4.a", "二（三）4", w.MUST, "推进数据共享，推广应用信息系统",
        "Departments share more data and put the institution information system to use, online and offline together.",
        item_4(),
        title=("推进数据共享、应用信息系统", "share data, use the information system")),
    # The text names the yearly review, but neither its day nor who holds it.
    w.clause("2.3.4.b", "二（三）4", w.MUST, "登记、备案、年审、变更、注销、评估在信息系统办理",
        "The system handles registration, filing, annual review, change of data, deregistration and quality assessment.",
        w.encoded_with("2.3.3.a 2.3.3.e"),
        w.regular("annual_review", ("机构年审", "yearly review of institutions"), every=w.Interval(12)),
        item_4(),
        title=("登记备案等事项在线办理", "registration and filing in the system")),
    w.clause("2.3.4.resp", "二（三）4", w.MUST, "信息互通：牵头1家、配合4家",
        "Assigns information exchange; lead: counties; supporting: health authority, administrative approval office, civil affairs authority, market regulator.",
        item_4(),
        title=("信息互通分工", "information exchange: who leads and supports")),

    w.clause("2.3.5.a", "二（三）5", w.MUST, "从业人员列入紧缺职业和补贴培训目录",
        "Care workers enter the list of urgently needed occupations and the list of subsidised training.",
        item_5(),
        title=("纳入紧缺职业和补贴培训目录", "urgent occupations, subsidised training")),
    # The sentence names nobody; those who lead the item owe it.
    w.clause("2.3.5.b", "二（三）5", w.MUST, "纳入培训计划并落实两项补贴",
        "Nursery and infant-care workers join the government training plan; those who qualify receive training and skill-appraisal subsidies.",
        # The plan takes in occupations; nobody has a place in it by that alone.
        w.benefit(part="plan", condition=staff.works_in_care, owed_by="市人社局 市教育局", modality=w.SHOULD),
        # Amounts, and who qualifies, lie in other rules.
        w.benefit(part="subsidies", condition=all_of(staff.works_in_care, staff.meets_subsidy_rules), owed_by="市人社局 市教育局"),
        item_5(),
        title=("纳入培训计划、落实两项补贴", "training plan and two subsidies")),
    w.clause("2.3.5.c", "二（三）5", w.MUST, "院校按需开设照护专业",
        "Universities and vocational schools, technical schools included, open care majors according to demand.",
        item_5(acting="高等院校和职业院校"),
        title=("院校按需开设照护专业", "universities and schools open care majors")),
    w.clause("2.3.5.d", "二（三）5", w.MUST, "开展法律、职业道德、安全和技能培训",
        "Workers are trained in law, professional ethics, safety and vocational skills.",
        item_5(),
        title=("法律、职业道德和技能培训", "training in law, ethics, safety and skills")),
    w.clause("2.3.5.e", "二（三）5", w.MUST, "保障从业人员合法权益",
        "The lawful rights of care workers are protected.",
        item_5(),
        title=("保障从业人员权益", "protect the rights of care workers")),
    w.clause("2.3.5.resp", "二（三）5", w.MUST, "人才培养：牵头2家、配合1家",
        "Assigns training of staff; lead: human resources authority, education authority; supporting: health authority.",
        item_5(),
        title=("人才培养分工", "training of staff: who leads and supports")),
)
# fmt: on
