"""Notice, preamble and chapters 一 to 三: who is supported, goals for 2020 and 2025, principles."""

from datetime import date

from careplan import writing as w
from careplan.criteria.proxies import facts
from careplan.nouns.care.institutions import Institution

institution = facts(Institution)

CITED_ONLY = w.declined(
    "只列为依据，其文本不在本文件内", "cited as a basis; its text is not part of the document"
)

# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("0.issue", "通知", w.FACT, "印发信息：经会议审议，日期和公开属性",
        "Identifies the notice: passed by the 99th district head's office meeting, issued on 31 December 2020, public.",
        w.declined("标题、机关和日期见文件信息；会议和公开属性不产生要求",
            "title, issuer and date are the document's own data; the rest asks for nothing")),
    w.clause("0.addressees", "通知", w.FACT, "受文单位：街道、镇、区直部门",
        "Addressed to sub-district offices, town governments and district departments.",
        w.declined("受文单位；各自的任务在正文各条",
            "who is written to; what each is to do stands in the clauses themselves")),
    w.clause("0.basis.1", "前言", w.FACT, "依据：国务院办公厅指导意见",
        "Cites the State Council general office guidance on care for children under three.",
        CITED_ONLY),
    w.clause("0.basis.2", "前言", w.FACT, "依据：天津市实施细则",
        "Cites Tianjin's detailed implementation rules.",
        CITED_ONLY),

    # Social organisations, enterprises, public institutions and individuals: no kind of
    # provider is left out, so only the condition is asked, which the text does not describe.
    # Only this sentence says whose support it is: the district's.
    w.clause("1.a", "一", w.SHOULD, "支持符合条件的单位、社会组织和个人举办照护服务",
        "Supports social organisations, enterprises and institutions, and individuals who meet the conditions in offering care in many forms.",
        w.benefit(condition=institution.conditions_allow, owed_by="我区"),
        title=("支持多元主体举办照护服务", "support many kinds of provider")),
    w.clause("1.b", "一", w.FACT, "四项工作思路",
        "Sums up the approach: government leads, departments help, forms are flexible, demonstration pulls; system territorial, plural and regulated.",
        w.declined("工作思路的概括，没有要求", "the approach in slogans; it asks for nothing")),

    # Issued on the last day of the year it sets the target for.
    w.clause("2.1.a", "二", w.MUST, "2020年目标：建成2家示范机构",
        "In 2020 two institutions with demonstration effect are built.",
        w.target("demonstration_institutions",
            ("建成具有示范效应的机构", "institutions with demonstration effect built"),
            w.Measure.COUNT, value=2, due=date(2020, 12, 31), precision=w.Precision.YEAR)),
    w.clause("2.1.b", "二", w.MUST, "2020年初步建立工作机制、提升指导能力",
        "In 2020 a working mechanism is first set up and family guidance ability rises.",
        w.target("mechanism_2020",
            ("初建工作机制、提升指导能力", "a mechanism first set up, family guidance ability raised"),
            w.Measure.WORDS, value=None, due=date(2020, 12, 31), precision=w.Precision.YEAR)),
    w.clause("2.2", "二", w.MUST, "2025年服务体系基本形成",
        "In 2025 a diverse system covering town and country is basically formed; family guidance ability and care level are clearly raised.",
        w.target("system_2025",
            ("覆盖城乡的多元体系基本形成", "a diverse system for town and country basically formed"),
            w.Measure.WORDS, value=None, due=date(2025, 12, 31), precision=w.Precision.YEAR)),

    # 政府及社会: society is no office.
    w.clause("3.1", "三（一）", w.FACT, "家庭为主、机构补充",
        "Family care comes first, government and society guide families, and institutions complement them.",
        w.task(("指导家庭科学养育婴幼儿",
            "guides families in raising infants well, as society does"), acting="政府")),
    w.clause("3.2", "三（二）", w.SHOULD, "政策引导、普惠在先",
        "Policy guides, public resources are pooled and inclusive institutions come first.",
        w.benefit(condition=institution.inclusive)),
    w.clause("3.3", "三（三）", w.FACT, "安全健康为前提",
        "Infants' safety and health are the precondition; supervision keeps institutions in order.",
        w.declined("原则性表述，没有主体、条件或尺度",
            "a principle: it names no addressee, no condition and no measure")),
    w.clause("3.4", "三（四）", w.FACT, "街镇属地管理，分城乡、分区域施策",
        "Institutions are managed territorially under town and sub-district leadership, with attention to local differences.",
        w.task(territorial="街镇政府"), title=("街镇属地管理", "territorial management by the towns")),
)
# fmt: on
