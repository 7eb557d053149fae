"""A district's quarterly table of subsidies: sixteen columns, heads of three levels, 万元.

The institutions and figures are made up. What is owed for whom another program knows: here stand
the amounts in yuan, and no rate. Run it to see the file: `python docs/examples/subsidy_table.py`.
"""

from collections.abc import Sequence
from typing import Any

import careplan as cp

TEXT, FLAG = cp.ColumnKind.TEXT, cp.ColumnKind.FLAG
WHOLE, NUMBER = cp.ColumnKind.WHOLE, cp.ColumnKind.NUMBER
NOTES = [
    "此表一式三份，县级卫生健康部门留存一份",
    "空白为未填报，不是零；有机构未填报的栏目不合计",
]


def of_children(order: str, key: str, months: Sequence[int]) -> list[cp.Column]:
    """Return the columns for second or third children: who attended by month, and the subsidy.

    Its cells are yuan, and it is printed in units of ten thousand.
    """
    attended = f"每月实际收托0-3岁婴幼儿（{order}人数）"
    heading = f"本季度{order}补贴金额"
    return [
        *(cp.Column(f"{key}_{month}", [attended, f"{month}月"], WHOLE) for month in months),
        cp.Column(f"{key}_yuan", heading, NUMBER, unit="万元", per_unit=10_000),
    ]


def columns(months: Sequence[int]) -> list[cp.Column]:
    """Return the columns of a quarter: who, of what kind, and how much."""
    return [
        cp.Column("place", "序号", WHOLE),
        cp.Column("name", "机构名称", TEXT),
        cp.Column("contact", "机构负责人及联系电话", TEXT),
        cp.Column("institution", ["机构性质", "类型", "托育机构"], FLAG),
        cp.Column("kindergarten_class", ["机构性质", "类型", "幼儿园托班"], FLAG),
        cp.Column("public", ["机构性质", "举办类别", "公办"], FLAG),
        cp.Column("private", ["机构性质", "举办类别", "民办"], FLAG),
        cp.Column("inclusive_slots", "普惠性托位数", WHOLE, unit="个"),
        *of_children("二孩", "second", months),
        *of_children("三孩", "third", months),
    ]


# Each from its name on; the second does not report how many of its slots are inclusive.
INSTITUTIONS = [
    ["晨光托育中心", None, True, False, False, True, 45, 6, 7, 7, 4_200, 1, 1, 2, 1_500],
    ["河湾幼儿园", None, False, True, True, False, None, 10, 9, 11, 6_050, 0, 0, 0, 0],
]


def table(institutions: Sequence[Sequence[Any]], months: Sequence[int] = (4, 5, 6)) -> cp.Table:
    """Return the table of a quarter: the institutions, and the sums of what all of them report."""
    heads = columns(months)
    rows = [[place, *cells] for place, cells in enumerate(institutions, start=1)]
    summed = {
        head.key: _sum([row[index] for row in rows])
        for index, head in enumerate(heads)
        if head.kind in {WHOLE, NUMBER}
    }
    total = {**summed, "place": None, "name": "合计"}
    return cp.Table(columns=heads, rows=[*rows, total], notes=NOTES)


def _sum(cells: Sequence[Any]) -> Any:
    # What one of them does not report nobody can add up.
    return None if None in cells else sum(cells)


if __name__ == "__main__":
    print(table(INSTITUTIONS).to_csv(notes=True), end="")
