r"""How a yes-or-no fact reads where it is so, where it is not, and before a noun, by its label.

The first pattern that fits a label in full says it; `\1` is what the group took. The last one of a
language fits any. Labels are written to be read as statements (独立设置; free of dust).
"""

import re
from collections.abc import Mapping
from functools import cache

Forms = tuple[tuple[str, str], ...]


def _forms(*pairs: tuple[str, str]) -> Forms:
    return pairs


# Compiled when a label is first said, each once.
_pattern = cache(re.compile)


# What begins with a verb says what is done, even where it ends with the name of a thing.
_NO_VERB = (
    "(?!设|建|配|开|兴|办|在|正在|与|为|有|无|具|已|经|通过|规划|符合|临近|参加|提供|举办|远离)"
)
_THING = rf"({_NO_VERB}.*(?:设施|器材|人员|通道|专座|（区）|便捷服务|制度|走廊穿越))"
_SORT = rf"((?:普惠性?.+|自有.+|{_NO_VERB}.*(?:用地|居住区|土地|医护人员)|具有.+机构))"
_WHO = (
    "(.*门口|.+位置|使用人员|主管部门|收费|照护用品|经营范围|设施|设计|.+许可权|居民|安全管理|面积"
    "|行政审批部门|岗位培训)"
)
_DOES = (
    "(meet|conform|offer|keep|need|adjoin|run|ease|fit|state|support|serve|add|work|open|take|put)"
)
_SEVERAL = "(residents|passengers|mothers and infants|staff|conditions.*?|charges)"
_DO = "(live|wait|stay|enter|allow|take)"
_NONE_OF = (
    "(?:nameplate|direction sign|evacuation route|waiting hall|ledger|green channel|reserved"
    "|security|safety|fire|protection|non-slip|flexible|suitable|convenient|good)"
)
SO: Mapping[str, Forms] = {
    "zh": _forms(
        (r"(.+)（非.+）", r"\1"),
        (r"普惠", "属于普惠性"),
        (_SORT, r"属于\1"),
        (_THING, r"有\1"),
        (r"(社会力量.+)", r"由\1"),
        (r"(.+)", r"\1"),
    ),
    "en": _forms((r"(.+) \(not .+\)", r"\1"), (r"(.+)", r"\1")),
}
NOT_SO: Mapping[str, Forms] = {
    "zh": _forms(
        (r".+（非(.+)）", r"属于\1"),
        (r"普惠", "不属于普惠性"),
        (_SORT, r"不属于\1"),
        (_THING, r"没有\1"),
        (r"(社会力量.+)", r"不是由\1"),
        (r"(.*?)已(.+)", r"\1未\2"),
        (r"(.*)有条件", r"\1不具备条件"),
        (r"(具有|具备|符合|临近|涉及|属于|面向|适合|需要|供)(.+)", r"不\1\2"),
        (r"位于(.+)", r"不在\1"),
        (r"有(.+)", r"没有\1"),
        (r"无(?!偿|障碍)(.+)", r"有\1"),
        (r"(正常使用)", r"不能\1"),
        (r"(私密|整洁卫生)", r"不够\1"),
        (r"(与.+)(相适应)", r"\1不\2"),
        (r"(.+)较(多|好)", r"\1不\2"),
        (r"(.+)良好", r"\1不好"),
        (r"(.+)(适宜|便利|防滑|适当|合用)", r"\1不\2"),
        (r"(.+职工)(集中)", r"\1不\2"),
        (r"(门)(可.+)", r"\1不\2"),
        # Who or what does it stands first.
        (
            rf"{_WHO}(.+)",
            r"\1未\2",
        ),
        (r"(.+)", r"未\1"),
    ),
    "en": _forms(
        (r".+ \((not .+)\)", r"\1"),
        (r"has (.+)", r"does not have \1"),
        (r"had (.+)", r"did not have \1"),
        (r"passed (.+)", r"did not pass \1"),
        (r"qualifies (.+)", r"does not qualify \1"),
        (
            rf"(.*?)\b{_DOES}s\b(.*)",
            r"\1does not \2\3",
        ),
        (
            rf"{_SEVERAL} {_DO}\b(.*)",
            r"\1 do not \2\3",
        ),
        (r"(an?|the) (.+?) (is|was) (.+)", r"\1 \2 \3 not \4"),
        (r"(.+?) can (.+)", r"\1 cannot \2"),
        (r"(.+?) (is|are|was|were) (.+)", r"\1 \2 not \3"),
        (r"(licensing powers|breastfeeding time|charges|acceptance) (.+)", r"\1 not \2"),
        (r"a (suitable .+)", r"no \1"),
        (
            rf"({_NONE_OF}\b.*)",
            r"no \1",
        ),
        (r"(.+)", r"not \1"),
    ),
}
# Of a label, by what it reads as where it is so.
ASKED: Mapping[str, Forms] = {
    "zh": _forms(
        (r"(为.+)", r"是否\1"),  # for whom: what is asked begins there
        (rf"{_WHO}(.+)", r"\1是否\2"),
        (r"(.+?)(已.+)", r"\1是否\2"),
        (r"(门|.+县市区|行政审批部门)(.+)", r"\1是否\2"),
        (r"(.+职工|条件|环境|交通|.+治安|地面|.+比例)(.+)", r"\1是否\2"),
        (r"(.+)", r"是否\1"),
    ),
    "en": _forms((r"(.+)", r"\1")),
}
BEFORE: Mapping[str, Forms] = {
    "zh": _forms((r"独立设置", "独立"), (r"(.+)（非.+）", r"\1的"), (r"(.+)", r"\1的")),
    "en": _forms((r"(.+)", r"\1")),
}


def form(forms: Mapping[str, Forms], label: str, language: str) -> str:
    """Return a label in one of the forms.

    >>> form(NOT_SO, "独立设置", "zh"), form(NOT_SO, "has a toddler class", "en")
    ('未独立设置', 'does not have a toddler class')
    """
    found = ((_pattern(pattern).fullmatch(label), said) for pattern, said in forms[language])
    return next((match.expand(said) for match, said in found if match is not None), label)
