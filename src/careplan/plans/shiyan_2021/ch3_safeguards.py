"""Chapter 三: planning, the joint conference, demonstration, supervision; it closes with no list."""

from careplan import writing as w
from careplan.criteria.proxies import facts
from careplan.nouns.care.institutions import Institution

# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("3.1.a", "三（一）", w.MUST, "纳入规划和目标责任考核",
        "Infant care enters development plans and the target responsibility assessment.",
        w.task(acting="各地 各部门"), title=("纳入规划和目标责任考核", "care in planning and assessment")),
    # Who sets the conference up is not said; what it is for is.
    w.clause("3.1.b", "三（一）", w.MUST, "建立市级联席会议制度",
        "A city-level joint conference coordinates infant care work.",
        w.encoded_with("a1.2.b"),
        w.task(("统筹协调全市照护服务工作", "coordinate care work in the whole city"), acting="联席会议")),

    w.clause("3.2.a", "三（二）", w.MUST, "推进标准化建设和示范机构",
        "Standardises institutions and develops a batch of demonstration institutions and community facilities.",
        w.target("demonstrations_developed",
            ("发展的示范机构和社区设施", "demonstration institutions and community facilities developed"),
            w.Measure.WORDS, value=None, due=None)),
    # Taking it among the practical-matters projects is the counties' to do.
    w.clause("3.2.b", "三（二）", w.ENCOURAGED, "鼓励把普惠照护点纳入政府实事项目",
        "Encourages counties to take inclusive care points into the government's practical-matters projects.",
        w.benefit(condition=facts(Institution).inclusive, owed_by="各县市区"),
        title=("普惠照护点纳入民生实事项目", "care points among practical projects")),
    w.clause("3.2.c", "三（二）", w.MUST, "宣传推广典型经验",
        "Good examples are publicised.",
        w.declined("要求宣传，没有写明由谁做（本章没有分工名单）、做到什么程度",
            "publicity: nobody is named, the chapter closes with no list, nothing is measured")),

    # The sentence asks two things; to supervise and assess comes back, and is a duty.
    w.clause("3.3.a", "三（三）", w.MUST, "定期督导和考核评估",
        "Counties and departments regularly supervise and assess infant care work.",
        w.task(("落实监管责任", "answer for supervision"), part="supervision", acting="各县市区 各相关部门"),
        w.regular("supervise_and_assess", ("督导和考核评估", "supervise and assess the work"), acting="各县市区 各相关部门")),
    w.clause("3.3.b", "三（三）", w.MUST, "履职不力或发生事故的依法追责",
        "Failure in duty or a safety accident leads to liability by law.",
        w.declined("责任由法律法规规定，本文没有可核对的条件，也没有写明由谁追究",
            "liability lies in laws outside the text, which states no condition and names no one to hold anybody liable")),
)
# fmt: on
