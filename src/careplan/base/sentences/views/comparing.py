"""What the comparison of two sources says, in Chinese and English, by code."""

from collections.abc import Mapping

COMPARING: Mapping[str, tuple[str, str]] = {
    "disagreements.title": ("{what}两份资料的比对", "Two sources compared: {what}"),
    "disagreements.none": (
        "{a}与{b}一致，没有不同之处",
        "{a} and {b} agree; nothing is stated differently",
    ),
    "disagreements.both": ("{count}项两者说法不同", "stated differently: {count}"),
    "disagreements.only_by": ("{count}项仅{name}有", "only in {name}: {count}"),
    "disagreements.by": ("仅{name}有", "only in {name}"),
    "disagreements.only": ("{all}（仅此有：{only}）", "{all} (only here: {only})"),
    "disagreements.elsewhere": ("{b}中为{item}", "{item} in {b}"),
    "disagreements.no_item": ("未列", "not listed"),
    "disagreements.head.fact": ("事实", "Fact"),
    "disagreements.head.stated_by": ("情况", "How they differ"),
    "disagreements.note": ("前者为{a}，后者为{b}", "the first is {a}, the second {b}"),
}
