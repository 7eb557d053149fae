"""Annex 2: the slots each of 15 localities owes by the end of 2023, 2024 and 2025.

The printed column is headed "slots per thousand" and holds slot counts. The years are
cumulative: each row's last figure equals its target, and adding the years would exceed it.
Only the total of 1,892 for 2025 is printed; yearly totals are derived by the library.
"""

from datetime import date

from careplan.base.text import Text
from careplan.documents.authorities.offices import named
from careplan.documents.targets import Ledger, LedgerRow, Milestone, Precision
from careplan.plans.dawa_2023.clauses import C
from careplan.plans.dawa_2023.offices import OFFICES

DATES = (date(2023, 12, 31), date(2024, 12, 31), date(2025, 12, 31))

LEDGER = Ledger(
    clause=C["a2.0"],
    also=(C["a2.total"],),
    key="slots",
    title=Text(zh="三年托位数台账（2023至2025）", en="slots by 2023, 2024 and 2025"),
    precision=Precision.YEAR,
    # The column of localities is headed "towns" (镇街名称), and the table a ledger of tasks.
    acting=named(OFFICES, "各镇街"),
    rows=tuple(
        LedgerRow(
            clause=C[f"a2.{number}"],
            locality=locality,
            milestones=tuple(map(Milestone, DATES, slots)),
        )
        for number, (locality, *slots) in enumerate(
            (
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
            ),
            start=1,
        )
    ),
    totals=(Milestone(date(2025, 12, 31), 1_892),),
    note=Text(
        zh="表头称“千人口托位数”，所列实为托位数；各年为累计数",
        en="the column is headed 'per thousand' but holds slot counts, cumulative by year",
    ),
)
