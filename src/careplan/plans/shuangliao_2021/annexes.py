"""The five annexes: only their titles are part of the text."""

from careplan import writing as w

TITLE_ONLY = w.declined(
    "附件只有标题，内容缺失，不作补写",
    "an annex known by its title only; nothing is filled in for it",
)

# fmt: off
CLAUSES = (
    w.clause("a1", "附件1", w.FACT, "附件1（协调组名单）只有名称，内容缺失",
        "Names annex 1, the roster of the coordination group, whose content is not part of the text.",
        TITLE_ONLY),
    w.clause("a2", "附件2", w.FACT, "附件2（基础建设清单）只有名称，内容缺失",
        "Names annex 2, the basic construction list, whose content is not part of the text.",
        TITLE_ONLY),
    w.clause("a3", "附件3", w.FACT, "附件3（重点任务清单）只有名称，内容缺失",
        "Names annex 3, the key task list, whose content is not part of the text.",
        TITLE_ONLY),
    w.clause("a4", "附件4", w.FACT, "附件4（季度台帐）只有名称，内容缺失",
        "Names annex 4, the quarterly ledger form, whose content is not part of the text.",
        TITLE_ONLY),
    w.clause("a5", "附件5", w.FACT, "附件5（季度统计表）只有名称，内容缺失",
        "Names annex 5, the quarterly statistics form, whose content is not part of the text.",
        TITLE_ONLY),
)
# fmt: on
