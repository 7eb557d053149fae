"""What tables by period, sums by group, splits and figures that cannot be reckoned say.

Each sentence in Chinese and English; the parts in braces are named.
"""

from collections.abc import Mapping

PERIODS: Mapping[str, tuple[str, str]] = {
    # A ledger period by period.
    "not_after_period": (
        "须在上一期结束（{other}）之后，给出的是{value}",
        "must be after the period before it ends ({other}), got {value}",
    ),
    "kind.period": ("期间", "period"),
    "period": ("{period}：{said}", "{period}: {said}"),
    "period.coverage": (
        "{localities}个地方中，本期有统计的{counted}个",
        "{counted} of {localities} counted in the period",
    ),
    "period.rise": ("较{than}增加{change}", "{change} more than {than}"),
    "period.fall": ("较{than}减少{change}", "{change} fewer than {than}"),
    "period.same": ("与{than}持平", "as many as {than}"),
    "period.than_count": ("{on}", "on {on}"),
    "period.than_before": ("上期末", "at the end of the period before"),
    # A figure that cannot be said yet.
    "unknown_figure": (
        "{figure}：尚不能计算，待补充：{missing}",
        "{figure}: not known; state {missing} first",
    ),
    "not_reckoned": (
        "尚未知，不能参与计算或比较，请先补充",
        "is not known; state it first",
    ),
    # A total that is split.
    "split": (
        "将{total}按{count}个地方的权数分配（最大余数法），合计恰为{total}",
        "{total} split by the weights of {count} (largest remainder); they sum to {total}",
    ),
    "split.tied": (
        "余数相同，按所列次序在前者得余额：{names}",
        "equal remainders, so the first as listed were given one more: {names}",
    ),
    # Sums by group.
    "no_figure": ("{value}不是数量，不能相加", "{value} is no number, and does not add up"),
    "no_group": ("不能按{value}分组", "{value} is nothing to group by"),
    "roll_up.ratio": ("{part}占{whole}的比例", "{part} as a share of {whole}"),
    "roll_up.share": ("{whole}中有{part}，占{percent}%", "{part} of {whole}, {percent} %"),
    "roll_up.parts": ("{whole}中有{part}", "{part} of {whole}"),
    "roll_up.total": ("合计", "total"),
    "about": ("约{number}", "about {number}"),
}
