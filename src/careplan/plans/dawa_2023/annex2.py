"""Annex 2: the slots each of 15 localities owes by the end of 2023, 2024 and 2025.

The printed column is headed "slots per thousand" and holds slot counts. The years are
cumulative: each row's last figure equals its target, and adding the years would exceed it.
Only the total of 1,892 for 2025 is printed; yearly totals are derived by the library.
"""

from datetime import date

from careplan import writing as w

DATES = (date(2023, 12, 31), date(2024, 12, 31), date(2025, 12, 31))
LOCALITIES = (
    ("二界沟街道", 49, 148, 220),
    ("大洼街道", 80, 241, 369),
    ("田家街道", 109, 328, 499),
    ("榆树街道", 14, 44, 64),
    ("王家街道", 26, 79, 115),
    ("田庄台镇", 15, 46, 66),
    ("东风镇", 14, 43, 62),
    ("新开镇", 12, 38, 53),
    ("清水镇", 17, 50, 73),
    ("新兴镇", 19, 57, 82),
    ("西安镇", 19, 57, 83),
    ("新立镇", 16, 49, 70),
    ("唐家镇", 16, 49, 70),
    ("平安镇", 10, 30, 43),
    ("赵圈河镇", 5, 17, 23),
)

# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    # The column of localities is headed "towns" (镇街名称), and the table a ledger of tasks.
    w.clause("a2.0", "附件2 表头", w.FACT, "台账栏目：序号、镇街、总指标、年度、托位、备注",
        "Gives the layout of the ledger: number, town, total target 2023-2025, yearly split (year, places), remarks.",
        w.ledger("slots", ("三年托位数台账（2023至2025）", "slots by 2023, 2024 and 2025"),
            also="a2.total", precision=w.Precision.YEAR, acting="各镇街",
            totals=(w.Milestone(date(2025, 12, 31), 1_892),),
            note=("表头称“千人口托位数”，所列实为托位数；各年为累计数",
                "the column is headed 'per thousand' but holds slot counts, cumulative by year"))),
    *(
        w.clause(f"a2.{n}", f"附件2 第{n}行", w.MUST, f"{name}：三年累计{by_2023}/{by_2024}/{by_2025}",
            f"Ledger row {n}: {name} is to have {by_2023} places by 2023, {by_2024} by 2024 and {by_2025} by 2025 (cumulative).",
            w.inside("a2.0", w.row(name, *map(w.Milestone, DATES, (by_2023, by_2024, by_2025)))),
            title=(f"{name}托位目标", f"slots to reach in {name}"))
        for n, (name, by_2023, by_2024, by_2025) in enumerate(LOCALITIES, start=1)
    ),
    w.clause("a2.total", "附件2 合计行", w.MUST, "合计1892个托位",
        "Total row: 1892 places for 2023-2025; no yearly totals are printed.",
        w.encoded_with("a2.0")),

    w.clause("0.footer", "页脚", w.FACT, "网页的版权和备案信息，不属方案内容",
        "Web page footer with host, copyright, site and record numbers; not part of the plan.",
        w.declined("网页页脚，非方案内容", "the footer of a web page, no part of the plan")),
)
# fmt: on
