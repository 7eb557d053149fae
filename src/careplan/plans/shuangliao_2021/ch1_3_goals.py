"""Title, preamble and chapters 一 to 三: the goal for 2021, and who answers for what.

Who leads is who the text says leads (牵头). A sentence without a subject goes with that of the
sentence before it in its paragraph.
"""

from datetime import date

from careplan import writing as w

CITED_ONLY = w.declined(
    "只列为依据，其文本不在本文件内", "cited as a basis; its text is not part of the document"
)
# 统一领导 is said of the city government, over all of 三（二）; it is no 牵头.
LEADERSHIP = w.task(
    ("统筹领导全市建设工作", "leads the work of the whole city"), acting="市政府", part="leadership"
)

# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("0.plan", "标题", w.FACT, "2021年双辽公共场所母婴设施方案的基本信息",
        "Identifies the plan: a one-year (2021) programme of Shuangliao for mother-infant facilities in public places.",
        w.declined("标题和制定机关见文件信息；未印文号和日期",
            "title and issuer are the document's own data; no number or date is printed")),
    w.clause("0.basis.1", "前言", w.FACT, "依据：吉林省2021年民生实事文件",
        "Cites the 2021 provincial arrangement of practical livelihood matters as legal basis.",
        CITED_ONLY),
    w.clause("0.basis.2", "前言", w.FACT, "依据：四平市同一主题的方案",
        "Cites the Siping city plan of 2021 for mother-infant facilities in public places as legal basis.",
        CITED_ONLY),
    w.clause("1", "一", w.FACT, "服务对象与空间品质的指导性表述",
        "States the guiding idea: private, clean, comfortable and safe rest places for women preparing for pregnancy, pregnant or lactating, at work and in public.",
        w.declined("指导思想，没有要求；受益人群各条不同，不合并",
            "a guiding idea that asks for nothing; who benefits differs by clause and is not merged")),
    w.clause("2", "二（前言重申）", w.MUST, "2021年底前公共场所和用人单位的配置率达到100%",
        "By the end of 2021 every public place and employer in scope of the standards then in force is to have mother-infant facilities.",
        w.target("coverage",
            ("公共场所和用人单位母婴设施配置率", "public places and employers with mother-and-baby facilities"),
            w.Measure.PERCENT, value=100, due=date(2021, 12, 31), precision=w.Precision.YEAR_END)),

    w.clause("3.1.a", "三（一）", w.MUST, "行业主管部门负主体责任，制定规划、标准和管理责任",
        "Makes each sector authority the principal responsible party, which must draw up a sector plan and settle building standards and management responsibility.",
        w.task(acting="行业主管部门"), title=("行业主管部门承担主体责任", "sector authorities are responsible")),
    w.clause("3.1.b", "三（一）", w.MUST, "落实本部门直属单位的母婴室建设",
        "The authority must see to rooms in the units directly under it.",
        w.task(acting="行业主管部门"), title=("落实直属单位母婴室建设", "rooms in units directly under them")),
    w.clause("3.1.c", "三（一）", w.MUST, "检查本行业、本系统的建设情况",
        "The authority must also inspect room construction across its own sector and system.",
        w.task(acting="行业主管部门"), title=("检查本行业本系统建设情况", "inspect construction in the sector")),
    w.clause("3.2.a", "三（二）", w.MUST, "归责原则：场所由谁管理，设施就由谁建设",
        "Allocation rule: whoever manages a place builds its facility, under the unified leadership of the city government.",
        w.task(acting="场所管理者"),
        LEADERSHIP,
        title=("谁管理、谁建设", "whoever manages a place builds")),
    w.clause("3.2.b", "三（二）", w.MUST, "属地统筹，加大投入，完善服务网络",
        "Territorial management: supervise, push progress, pool resources, raise input and complete the service system.",
        w.task(territorial="属地"),
        LEADERSHIP,
        title=("属地统筹、加大投入", "territorial management and input")),
    w.clause("3.2.c", "三（二）", w.ENCOURAGED, "鼓励社会组织参与服务供给",
        "Encourages social organisations to take part so that providers become diverse.",
        w.task(acting="社会组织和团体"), title=("鼓励社会组织参与供给", "social organisations take part")),
    # Only area gets a figure, in 四（一）. The factors have no weights and no thresholds, so
    # nothing is asked of a place or an employer: those who build are to weigh them.
    w.clause("3.3", "三（三）", w.MUST, "按配置标准建设完善，并权衡四项因素：人流量、场所面积、母婴停留情况、单位孕期和哺乳期女职工人数（未尽列举）",
        "Facilities are built to the standard, weighing four factors: a place's area, its footfall, how mothers and infants stay there, and an employer's number of pregnant and nursing employees (others are not excluded).",
        w.task(acting="各部门 各行业"), title=("按标准并综合四项因素分类建设", "build to the standard, weighing four factors")),
)
# fmt: on
