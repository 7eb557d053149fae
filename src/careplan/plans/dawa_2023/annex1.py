"""Annex 1: what each of 17 departments has to do, one task for each thing its paragraph asks.

"Is responsible for" (负责) is the annex's word, and what follows it in a paragraph keeps its
strength, unless the paragraph itself speaks less strongly of a part. Where a paragraph asks one
thing, the clause's summary says it.
"""

from careplan import writing as w
from careplan.plans.dawa_2023.ch4_5_support import FOR_CARE

# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("0.annexes", "附件目录", w.FACT, "两份附件的目录",
        "Names two annexes: division of work among departments and the places ledger 2023-2025.",
        w.declined("附件目录；两份附件已分别编入", "names two annexes, each of which is encoded itself")),

    w.clause("a1.1", "附件1 第1段", w.MUST, "把照护服务纳入发展规划",
        "Brings infant care into development planning.",
        w.task(acting="发展改革部门"), title=("纳入发展规划", "take care into development planning")),
    w.clause("a1.2", "附件1 第2段", w.MUST, "负责照护人才培养",
        "Trains staff for infant care.",
        w.task(acting="教育部门"), title=("负责照护人才培养", "train staff for care")),
    w.clause("a1.3", "附件1 第3段", w.MUST, "指导安全防范、监管安全管理",
        "Guides security work of institutions and supervises their safety management.",
        w.task(("督导机构做好安防", "guide and supervise the security work of institutions"), part="security", acting="公安部门"),
        w.task(("监管机构的安全管理", "supervise how institutions manage safety"), part="safety", acting="公安部门")),
    w.clause("a1.4", "附件1 第4段", w.MUST, "依职权办理法人登记",
        "Registers institutions as legal persons within its powers.",
        w.encoded_with("3.5.1.b"),
        w.task(acting="行政审批部门"), title=("依职权办理法人登记", "register legal persons")),
    # "Helps" (协助): less than "is responsible".
    w.clause("a1.5", "附件1 第5段", w.MUST, "非营利机构登记、违法查处和社区服务",
        "Registers non-profit institutions within its powers, handles breaches of social-organisation registration law, and helps bring care into community services.",
        w.encoded_with("3.5.1.b"),
        w.task(("依职权登记非营利机构", "register non-profit institutions within its powers"), part="registration", acting="民政部门"),
        w.task(("查处社会组织登记违法行为", "deal with breaches of the law on registering social organisations"), part="breaches", acting="民政部门"),
        w.task(("推动照护纳入社区服务", "help bring care into community services where conditions allow"), part="community", acting="民政部门", modality=w.SHOULD),
        title=("非营利机构登记与查处", "register non-profit institutions")),
    # The towns are encouraged (鼓励) and bound to nothing.
    w.clause("a1.6", "附件1 第6段", w.MUST, "资金支持行业，引导镇街投入",
        "Supports the sector from existing funds; towns are encouraged to add staff, material and money.",
        w.task(("以现有资金、渠道支持行业", "support the sector from existing funds and channels"), part="support", acting="财政部门"),
        w.task(("以资金引导增加人财物投入", "steer by funds, and put in more staff, material and money"), part="towns", acting="各镇街", modality=w.ENCOURAGED)),
    w.clause("a1.7", "附件1 第7段", w.MUST, "技能培训、等级认定、权益保障",
        "Trains workers, carries out skill level certification, protects labour rights.",
        w.task(("开展从业人员职业技能培训", "train those who work in care in their skills"), part="training", acting="人力资源社会保障部门"),
        w.task(("按规定认定技能等级", "certify levels of skill as the rules provide"), part="certification", acting="人力资源社会保障部门"),
        w.task(("保障从业人员劳动权益", "protect the labour rights of those who work in care"), part="rights", acting="人力资源社会保障部门")),
    w.clause("a1.8", "附件1 第8段", w.MUST, "优先供地，规划和指标倾斜",
        "Supplies land first, completes planning rules, includes care land in plans and leans quotas towards it.",
        w.task(("优先供应照护用地", "supply land for care first"), part="supply", acting="自然资源部门"),
        w.task(("完善规划方面的规范标准", "complete the norms and standards of planning"), part="rules", acting="自然资源部门"),
        w.task(("照护用地纳入规划和年度计划", "put land for care into the territorial plan and the yearly land plan"), part="plans", acting="自然资源部门"),
        # What the office must do; the holder of a plot can claim nothing of it (`quota`, below).
        w.task(("转用、新增指标适当倾斜", "lean quotas of farmland conversion and new land suitably towards care"), part="quotas", acting="自然资源部门"),
        w.benefit(part="quota", condition=FOR_CARE, owed_by="自然资源部门", modality=w.SHOULD),
        w.benefit(part="priority", condition=FOR_CARE, owed_by="自然资源部门"),
        title=("供地优先、规划和指标倾斜", "land first, in plans and quotas")),
    w.clause("a1.9", "附件1 第9段", w.MUST, "落实工程标准和质量终身责任",
        "Applies engineering standards and life-long quality responsibility and supervises safety of new facilities.",
        w.task(("落实建设标准和质量终身责任", "apply building standards with life-long responsibility for quality"), part="liability", acting="住房城乡建设部门"),
        w.task(("监管新建设施的质量安全", "supervise quality and safety of new facilities"), part="supervision", acting="住房城乡建设部门")),
    # "Takes part" (参与) without "is responsible".
    w.clause("a1.10", "附件1 第10段", w.MUST, "制定标准规范、协调监管、指导业务",
        "Makes and applies setting standards and management norms, coordinates supervision, guides hygiene and early development, joins publicity and social supervision.",
        w.task(("制定并落实设置标准和管理规范", "make and apply setting standards and management norms"), part="standards", acting="卫生健康部门"),
        w.task(("协调各部门监管机构", "coordinate the departments that supervise institutions"), part="coordination", acting="卫生健康部门"),
        w.task(("指导卫生保健与早期发展", "guide hygiene, health care and early development"), part="guidance", acting="卫生健康部门"),
        w.task(("参与宣传教育和社会监督", "take part in publicity and supervision by society"), part="publicity", acting="卫生健康部门", modality=w.SHOULD)),
    w.clause("a1.11", "附件1 第11段", w.MUST, "重特大事故的应急处置",
        "Handles emergency response to major accidents of institutions.",
        w.task(acting="应急管理部门"), title=("重特大事故应急处置", "emergency response to major accidents")),
    w.clause("a1.12", "附件1 第12段", w.MUST, "消防工作的指导和监督检查",
        "Guides others in fire supervision, inspects the places under its control and presses for fire responsibility.",
        w.task(("指导各部门落实消防监管责任", "guide other departments in their fire supervision"), part="guidance", acting="消防部门"),
        w.task(("依法检查所管场所的消防安全", "inspect the places under its supervision by law"), part="inspection", acting="消防部门"),
        w.task(("督促场所落实消防主体责任", "press for primary responsibility for fire safety"), part="responsibility", acting="消防部门")),
    w.clause("a1.13", "附件1 第13段", w.MUST, "落实税收优惠",
        "Applies tax relief.",
        w.task(acting="税务部门"), title=("落实税收优惠", "apply the tax relief")),
    w.clause("a1.14", "附件1 第14段", w.MUST, "营利机构登记、违法查处、饮食用药监管",
        "Registers for-profit institutions within its powers, handles breaches of market law, supervises food and medicine safety of all institutions.",
        w.encoded_with("3.5.1.b"),
        w.task(("依职权登记营利机构", "register for-profit institutions within its powers"), part="registration", acting="市场监管部门"),
        w.task(("查处市场监管领域违法行为", "deal with breaches of the law on market regulation"), part="breaches", acting="市场监管部门"),
        w.task(("监管各类机构饮食和用药安全", "supervise food and medicine safety of all institutions"), part="food_and_medicine", acting="市场监管部门"),
        title=("营利机构登记、查处与食药监管", "register for-profit institutions, supervise the market")),
    w.clause("a1.15", "附件1 第15段", w.MUST, "推动福利性照护，督导单位内的照护点",
        "Promotes welfare care by employers and supervises care points inside employers.",
        w.task(("推动用人单位办福利性照护", "move employers to offer care as a welfare benefit"), part="welfare", acting="工会组织"),
        w.task(("督导单位内的照护点", "supervise and guide care points inside employers"), part="points", acting="工会组织")),
    w.clause("a1.16", "附件1 第16段", w.MUST, "志愿者队伍和青年宣传教育",
        "Builds volunteer teams and educates young people.",
        w.task(("建设照护志愿者队伍", "build teams of volunteers for care"), part="volunteers", acting="共青团组织"),
        w.task(("向青年宣传照护知识", "educate young people about care"), part="youth", acting="共青团组织")),
    # "Is responsible" governs the taking part.
    w.clause("a1.17", "附件1 第17段", w.MUST, "家庭育儿指导和权益维护",
        "Joins in family guidance, ethics of women workers, and protection of women's and children's rights.",
        w.task(("参与指导家庭科学育儿", "take part in giving families parenting guidance"), part="guidance", acting="妇联组织"),
        w.task(("向女性从业人员宣传职业道德", "teach professional ethics to women who work in care"), part="ethics", acting="妇联组织"),
        w.task(("维护妇女儿童权益", "protect the rights of women and children"), part="rights", acting="妇联组织")),
)
# fmt: on
