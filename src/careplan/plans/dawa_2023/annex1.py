"""Annex 1: what each of 17 departments has to do, one task for each thing its paragraph asks.

"Is responsible for" (负责) is the annex's word, and what follows it in a paragraph keeps its
strength, unless the paragraph itself speaks less strongly of a part.
"""

from careplan.base.text import Text
from careplan.documents.authorities.offices import named
from careplan.documents.authorities.tasks import Task
from careplan.documents.clauses import Modality
from careplan.plans.dawa_2023.clauses import C
from careplan.plans.dawa_2023.offices import OFFICES

# Paragraphs that ask one thing: the clause's summary says it.
# fmt: off
ONE_THING = (
    ("a1.1", "发展改革部门"),
    ("a1.2", "教育部门"),
    ("a1.4", "行政审批部门"),
    ("a1.11", "应急管理部门"),
    ("a1.13", "税务部门"),
)

SEVERAL_THINGS = (
    ("a1.3", "security", "公安部门", "督导机构做好安防", "guide and supervise the security work of institutions"),
    ("a1.3", "safety", "公安部门", "监管机构的安全管理", "supervise how institutions manage safety"),
    ("a1.5", "registration", "民政部门", "职权之内登记非营利机构", "register non-profit institutions within its powers"),
    ("a1.5", "breaches", "民政部门", "查处社会组织登记中的违法", "deal with breaches of the law on registering social organisations"),
    ("a1.5", "community", "民政部门", "助有条件处将照护列为社区服务", "help bring care into community services where conditions allow"),
    ("a1.6", "support", "财政部门", "以现有资金、渠道支持行业", "support the sector from existing funds and channels"),
    ("a1.6", "towns", "各镇街", "以资金引导，多投人财物", "steer by funds, and put in more staff, material and money"),
    ("a1.7", "training", "人力资源社会保障部门", "培训从业者职业技能", "train those who work in care in their skills"),
    ("a1.7", "certification", "人力资源社会保障部门", "按规定认定技能等级", "certify levels of skill as the rules provide"),
    ("a1.7", "rights", "人力资源社会保障部门", "保障从业者劳动权益", "protect the labour rights of those who work in care"),
    ("a1.8", "supply", "自然资源部门", "优先供应照护用地", "supply land for care first"),
    ("a1.8", "rules", "自然资源部门", "补齐规划方面的规范标准", "complete the norms and standards of planning"),
    ("a1.8", "plans", "自然资源部门", "照护用地入空间规划和年度计划", "put land for care into the territorial plan and the yearly land plan"),
    # What the office must do; the holder of a plot can claim nothing of it (support.py).
    ("a1.8", "quotas", "自然资源部门", "转用、新增指标适当倾斜", "lean quotas of farmland conversion and new land suitably towards care"),
    ("a1.9", "liability", "住房城乡建设部门", "依建设标准落实终身质量责任", "apply building standards with life-long responsibility for quality"),
    ("a1.9", "supervision", "住房城乡建设部门", "监管新建设施的质量安全", "supervise quality and safety of new facilities"),
    ("a1.10", "standards", "卫生健康部门", "订立并落实机构设置、管理规范", "make and apply setting standards and management norms"),
    ("a1.10", "coordination", "卫生健康部门", "协调各部门监管机构", "coordinate the departments that supervise institutions"),
    ("a1.10", "guidance", "卫生健康部门", "指导卫生保健与早期发展", "guide hygiene, health care and early development"),
    ("a1.10", "publicity", "卫生健康部门", "参与宣教和社会监督", "take part in publicity and supervision by society"),
    ("a1.12", "guidance", "消防部门", "指导各部门尽消防监管之责", "guide other departments in their fire supervision"),
    ("a1.12", "inspection", "消防部门", "依法检查纳管场所的消防", "inspect the places under its supervision by law"),
    ("a1.12", "responsibility", "消防部门", "督促场所负起消防主责", "press for primary responsibility for fire safety"),
    ("a1.14", "registration", "市场监管部门", "职权之内登记营利机构", "register for-profit institutions within its powers"),
    ("a1.14", "breaches", "市场监管部门", "查处市场监管领域违法", "deal with breaches of the law on market regulation"),
    ("a1.14", "food_and_medicine", "市场监管部门", "监管各类机构饮食、用药", "supervise food and medicine safety of all institutions"),
    ("a1.15", "welfare", "工会组织", "推动单位办职工福利照护", "move employers to offer care as a welfare benefit"),
    ("a1.15", "points", "工会组织", "督导单位内的照护点", "supervise and guide care points inside employers"),
    ("a1.16", "volunteers", "共青团组织", "建设照护志愿者队伍", "build teams of volunteers for care"),
    ("a1.16", "youth", "共青团组织", "向青年宣传照护知识", "educate young people about care"),
    ("a1.17", "guidance", "妇联组织", "参与指导家庭科学育儿", "take part in giving families parenting guidance"),
    ("a1.17", "ethics", "妇联组织", "向女从业者宣传职业道德", "teach professional ethics to women who work in care"),
    ("a1.17", "rights", "妇联组织", "维护妇女儿童权益", "protect the rights of women and children"),
)
# fmt: on

# "Helps" (协助), "takes part" (参与) without "is responsible", "encourages" (鼓励): the towns of
# a1.6 are encouraged and bound to nothing. In a1.17 "is responsible" governs the taking part.
WEAKER = {
    ("a1.5", "community"): Modality.SHOULD,
    ("a1.6", "towns"): Modality.ENCOURAGED,
    ("a1.10", "publicity"): Modality.SHOULD,
}

TASKS = (
    *(Task(clause=C[number], acting=named(OFFICES, office)) for number, office in ONE_THING),
    *(
        Task(
            clause=C[number],
            part=part,
            title=Text(zh=zh, en=en),
            modality=WEAKER.get((number, part)),
            acting=named(OFFICES, office),
        )
        for number, part, office, zh, en in SEVERAL_THINGS
    ),
)
