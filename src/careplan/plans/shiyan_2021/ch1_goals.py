"""The notice, the foreword and chapter 一: what the terms mean, what is to be reached when."""

from datetime import date

from careplan import writing as w
from careplan.criteria.nodes import all_of
from careplan.criteria.proxies import facts
from careplan.nouns.care.institutions import Institution
from careplan.nouns.care.people import Child

child, institution = facts(Child), facts(Institution)

UNDER_THREE = w.question(
    "under_three", "0.def.infant",
    "“3岁以下”是否包括已满三岁的幼儿",
    "Does 'three years and under' take in a child who has turned three?",
    before_birthday=("未满三周岁", "until the third birthday"),
    age_three=("三周岁在内", "the whole age of three as well"),
)  # fmt: skip

CITED_ONLY = w.declined(
    "所引文件的正文不在本文之内", "a cited basis whose text is not part of this document"
)

# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("0.issue", "通知", w.FACT, "印发通知：经市政府同意，下发执行",
        "Identifies the notice: agreed by the city government and issued to counties, two special zones and departments for execution.",
        w.declined("印发信息，见文件记录（标题、日期）",
            "how the notice was issued; title and date are in the document record")),
    w.clause("0.addressees", "通知", w.FACT, "受文单位：县市区、两特区、市直部门",
        "Addressed to county-level governments, the two special zones and the city departments.",
        w.declined("受文单位，请其遵照执行；各自的任务在正文各条，名称可按单位查得",
            "addressees, asked to carry the plan out; what each is to do stands in the clauses, and their names are among the offices")),
    w.clause("0.basis.1", "前言", w.FACT, "依据：国务院办公厅2019年第15号指导意见",
        "Cites the State Council general office guidance of 2019 on care for children under three.",
        CITED_ONLY),
    w.clause("0.basis.2", "前言", w.FACT, "依据：湖北省2020年实施意见",
        "Cites the provincial implementation opinions of 2020.",
        CITED_ONLY),
    w.clause("0.def.infant", "前言", w.FACT, "婴幼儿指三岁以下的儿童",
        "Defines infant as a child under three years.",
        w.term("婴幼儿", "infant",
            criterion=w.choose(UNDER_THREE, before_birthday=child.age_months < 36, age_three=child.age_months < 48))),
    w.clause("0.def.institution", "全文", w.FACT, "“照护机构”与“托育机构”混用",
        "The text uses care institution, nursery institution and infant care institution without distinguishing them.",
        w.term("婴幼儿照护服务机构（又称托育机构、婴幼儿照护机构）",
            "care institution (also called nursery or infant-care institution)")),

    w.clause("1.a", "一", w.FACT, "四组基本原则",
        "Lists four pairs of principles: family first with nurseries as complement, policy guided and inclusive first, safe and scientific, territorial and differentiated.",
        w.declined("原则性口号，没有具体要求", "principles, worded as slogans")),
    w.clause("1.b", "一", w.FACT, "四大体系，对应任务部分的四章",
        "Names the four systems that structure the task list: policy support, service supply, standards, supervision.",
        w.term("四个体系：政策支持、服务供给、标准规范、监督管理",
            "four systems: policy support, supply, standards, supervision")),
    # Private providers are encouraged and supported in this; nobody is named who does so.
    w.clause("1.c", "一", w.ENCOURAGED, "鼓励社会力量举办普惠照护",
        "Encourages and supports private providers of inclusive infant care.",
        w.benefit(condition=all_of(institution.run_by_social_forces, institution.inclusive))),
    w.clause("1.d", "一", w.MUST, "城区两个区先行开展示范试点",
        "Demonstration pilots run in the two urban districts.",
        w.task(acting="茅箭区 张湾区"), title=("两个城区先行开展示范试点", "pilots in the two urban districts")),
    # "Generally", "a batch" and "basically" carry no number: what exists can be shown, not judged.
    w.clause("1.e", "一", w.MUST, "2021年底前各县市区普遍开展家庭育儿指导",
        "By the end of 2021 every county generally offers family guidance on scientific parenting.",
        w.target("family_guidance",
            ("普遍开展家庭育儿指导的县市区", "counties that generally offer family guidance"),
            w.Measure.WORDS, value=None, due=date(2021, 12, 31), precision=w.Precision.YEAR_END, acting="各县市区")),
    w.clause("1.f", "一", w.MUST, "2021年底前建成一批示范性普惠机构",
        "By the end of 2021 a batch of inclusive, standard-conforming institutions with demonstration effect is built.",
        w.target("demonstration_institutions",
            ("建成达标的示范性普惠机构", "inclusive institutions up to standard, with demonstration effect"),
            w.Measure.WORDS, value=None, due=date(2021, 12, 31), precision=w.Precision.YEAR_END, acting="各县市区")),
    w.clause("1.g", "一", w.MUST, "2025年覆盖城乡的体系基本成型",
        "By 2025 a diverse care system covering town and country is basically formed and service level clearly raised.",
        w.target("system_2025",
            ("城乡照护服务体系基本成型",
                "a system for town and country basically formed, service and demand better met"),
            w.Measure.WORDS, value=None, due=date(2025, 12, 31), precision=w.Precision.YEAR)),
)
# fmt: on
