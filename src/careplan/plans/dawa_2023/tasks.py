"""Who leads, supports, acts and answers for a territory, clause by clause; annex 1 is beside.

A row is: clause, lead, support, acting, territorial; names as printed, in the printed order.
"等" at the end of the supporting offices stands for a list the text leaves open. The first
office of a list leads (3.0.leadrule), and every list ends with the towns' responsibility.
A sentence without a subject is answered for by the list that closes its item. Chapter 二（四）
has neither subject nor list: nobody is named for the rates of 2025.
"""

import attrs

from careplan.base.text import Text
from careplan.documents.authorities.offices import Office, named
from careplan.documents.authorities.tasks import task_table
from careplan.documents.clauses import Modality
from careplan.plans.dawa_2023.annex1 import TASKS as ANNEX_1
from careplan.plans.dawa_2023.clauses import C
from careplan.plans.dawa_2023.offices import OFFICES

# fmt: off
LISTS = task_table(
    C,
    OFFICES,
    ("3.1.1.resp", "区人力资源社会保障局", "区总工会 区妇联 等", "", "各镇街"),
    ("3.1.2.resp", "区卫生健康局", "区发展改革局 区住房城乡建设局 市公安局大洼分局 区总工会 区妇联 等", "", "各镇街"),
    ("3.1.3.resp", "区卫生健康局", "区委宣传部 区教育局 区总工会 团区委 区妇联 等", "", "各镇街"),
    ("3.2.1.resp", "区发展改革局", "区财政局 区卫生健康局 区住房城乡建设局 等", "", "各镇街"),
    ("3.2.2.resp", "区民政局", "区教育局 区卫生健康局 区妇联 等", "", "各镇街"),
    ("3.2.3.resp", "区民政局", "区卫生健康局 区教育局 团区委 区妇联 等", "", "各镇街"),
    ("3.3.1.resp", "区总工会", "团区委 区民政局 区发展改革局 等", "", "各镇街"),
    ("3.3.2.resp", "区教育局", "区民政局 区人力资源社会保障局 区卫生健康局 等", "", "各镇街"),
    ("3.3.3.resp", "区教育局", "区发展改革局 区财政局 区住房城乡建设局 等", "", "各镇街"),
    ("3.4.1.resp", "市自然资源局大洼分局", "区发展和改革局 区民政局 区住房和城乡建设局 等", "", "各镇街"),
    ("3.4.2.resp", "市自然资源局大洼分局", "区发展改革局 区住房城乡建设局 区卫生健康局 区应急局 等", "", "各镇街"),
    ("3.4.3.resp", "区住房城乡建设局", "市自然资源局大洼分局 区应急局 等", "", "各镇街"),
    ("3.4.4.resp", "区住房城乡建设局", "等", "", "各镇街"),
    ("3.4.5.resp", "区住房城乡建设局", "区卫生健康局 区应急局 等", "", "各镇街"),
    ("3.5.1.resp", "区民政局", "区委编办 区市场监管局 区卫生健康局 等", "", "各镇街"),
    ("3.5.2.resp", "区卫生健康局", "区教育局 市公安局大洼分局 区民政局 区人力资源社会保障局 区市场监管局 区应急局 等", "", "各镇街"),
    ("3.5.3.resp", "区卫生健康局", "等", "", "各镇街"),
    ("3.5.4.resp", "区卫生健康局", "区教育局 市公安局大洼分局 区人力资源社会保障局 区市场监管局 区应急局 等", "", "各镇街"),
    ("4.1.resp", "区税务局", "区发展改革局 区财政局 等", "", "各镇街"),
    ("4.2.resp", "市自然资源局大洼分局", "等", "", "各镇街"),
    ("4.3.resp", "区财政局", "区卫生健康局 区发展改革局 区教育局 区人力资源社会保障局 等", "", "各镇街"),
    ("4.4.resp", "区教育局", "市公安局大洼分局 区人力资源社会保障局 区卫生健康局 区总工会 等", "", "各镇街"),
)

# The text names nobody who is to do these: the list of their paragraph answers for them.
# Where it names whom they rely on, or the levels they bind together, those act.
BY_LIST = {
    "3.1.1.resp": (("3.1.1.a", ""),),
    "3.1.2.resp": (("3.1.2.a", ""),),
    "3.1.3.resp": (
        ("3.1.3.a", ""),
        # 各级: the district's own is one of them.
        ("3.1.3.b", "各级妇幼保健机构 区妇幼保健机构 社区卫生服务中心(站) 婴幼儿照护服务机构"),
        ("3.1.3.c", ""),
    ),
    "3.2.1.resp": (("3.2.1.a", ""),),
    "3.2.2.resp": (("3.2.2", ""),),
    "3.2.3.resp": (("3.2.3", ""),),
    "3.3.2.resp": (("3.3.2.a", ""),),
    "3.5.2.resp": (
        ("3.5.2.a", ""),
        ("3.5.2.b", ""),
        ("3.5.2.c", "区 镇(街道) 村(社区)"),
        ("3.5.2.d", ""),
    ),
    "4.3.resp": (("4.3.e", ""),),
    "4.4.resp": (("4.4.d", ""),),
}
# Nobody is named here either, and the sentence asks two things, or one beside its rule or benefit.
PARTS_BY_LIST = (
    ("3.1.1.resp", "3.1.1.c", "return", None, "保障脱产父母复岗，帮其就业", "protect the return to work of parents who left it to care, and help them find work"),
    ("3.1.1.resp", "3.1.1.c", "flexible_work", Modality.ENCOURAGED, "鼓励灵活多样地就业", "encourage flexible work of many forms"),
    ("3.1.2.resp", "3.1.2.d", "facilities", None, "推进公共场所的母婴设施", "advance facilities for mothers and infants in public places"),
    # What the land office must do, as in annex 1; the holder of a plot can claim nothing of it.
    ("4.2.resp", "4.2.b", "quotas", None, "转用、新增指标向照护机构适当倾斜", "lean quotas of farmland conversion and new land suitably towards institutions"),
    # "When suitable" is said of the base; the training carries no such word.
    ("4.4.resp", "4.4.c", "base", None, "时机合适时建培训基地", "set up a training base when suitable"),
    ("4.4.resp", "4.4.c", "training", Modality.MUST, "加强从业者德、法、安全、技能培训", "train those who work in care in ethics, law, safety and skills"),
)

NAMED = task_table(
    C,
    OFFICES,
    # Beside their rules: who is to do it stands at the head of these sentences.
    ("3.1.1.b", "", "", "用人单位", ""),
    ("3.1.2.b", "", "", "用人单位", ""),
    ("3.1.2.c", "", "", "用人单位", ""),
    ("3.3.1.a", "", "", "机关、企事业单位", ""),
    ("3.3.1.b", "", "", "社会组织 用人单位", ""),
    ("3.4.2.a", "", "", "婴幼儿照护服务机构", ""),
    ("3.4.2.b", "", "", "婴幼儿照护服务机构", ""),
    ("3.4.2.c", "", "", "婴幼儿照护服务机构", ""),
    ("3.4.5.a", "", "", "婴幼儿照护服务机构", ""),
    ("3.4.5.b", "", "", "婴幼儿照护服务机构", ""),
    ("3.5.4.b", "", "", "婴幼儿照护服务机构", ""),
    ("3.2.1.c", "", "", "各级政府", ""),
    ("3.4.1.a", "", "", "各镇街", ""),
    ("3.5.3.a", "", "", "区妇幼保健机构 疾病预防控制机构 卫生监督机构", ""),
    ("3.5.3.d", "", "", "区卫生健康部门", ""),
    ("3.5.4.a", "", "", "婴幼儿照护服务机构", ""),
    ("4.3.a", "", "", "财政部门", ""),
    ("4.3.d", "", "", "各级政府", ""),
    ("4.4.a", "", "", "各级政府", ""),
    ("4.4.b", "", "", "中等职业学校", ""),
    ("5.1", "", "", "各级政府", ""),
    ("5.2", "卫生健康部门", "机构编制 发展改革 教育 公安 民政 财政 人社 自然资源 住房城乡建设 应急管理 市场监管 税务 工会 共青团 妇联 等", "", ""),
    ("5.3.a", "", "", "各相关部门 各级政府", ""),
)
# fmt: on

_LIST = {one.number: one for one in LISTS}


def offices_of(number: str) -> tuple[Office, ...]:
    """Return the offices of the list that closes an item, in its order."""
    return (*_LIST[number].lead, *_LIST[number].support)


TASKS = (
    *LISTS,
    *(
        attrs.evolve(_LIST[number], clause=C[sentence], acting=named(OFFICES, acting))
        for number, sentences in BY_LIST.items()
        for sentence, acting in sentences
    ),
    *(
        attrs.evolve(
            _LIST[number],
            clause=C[sentence],
            part=part,
            title=Text(zh=zh, en=en),
            modality=modality,
        )
        for number, sentence, part, modality, zh, en in PARTS_BY_LIST
    ),
    *NAMED,
    *ANNEX_1,
)
