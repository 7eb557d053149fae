"""Every sentence the library can say, in Chinese and English, looked up by code.

Results and problems carry a code and parameters; the sentence is made here and
only here, so a text is never parsed back and never differs between two places.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from string import Formatter
from typing import Any

from careplan.base.criticism import CRITICISM
from careplan.base.quoting import visible
from careplan.base.refusals import REFUSALS
from careplan.base.sentences import SENTENCES

LANGUAGES = ("zh", "en")
# A list that a reader can take in is said whole, of a longer one the beginning: a sentence
# must not grow with what is known.
MOST_LISTED = 50
LISTED_OF_MORE = 10

TABLE: Mapping[str, tuple[str, str]] = {
    **REFUSALS,
    **SENTENCES,
    **CRITICISM,
    # Names that are looked up.
    "not_found": ("没有名为{name}的{kind}{hint}", "no {kind} named {name}{hint}"),
    "did_you_mean": ("；是否指{suggestion}？", "; did you mean {suggestion}?"),
    "known_are": ("；现有：{known}", "; known: {known}"),
    "kind.attribute": ("事实", "fact"),
    "kind.language": ("语言", "language"),
    "kind.plan": ("方案", "plan"),
    "kind.clause": ("条款", "clause"),
    "kind.finding": ("结论", "finding"),
    "kind.interpretation": ("读法问题", "interpretation"),
    "kind.option": ("读法选项", "option"),
    "kind.item": ("评分项", "sheet item"),
    "kind.grade": ("等级", "grade"),
    "kind.key": ("条目", "entry"),
    "kind.office": ("部门名称", "office"),
    "kind.meeting": ("会议", "meeting"),
    "kind.field": ("表格栏目", "field"),
    "kind.locality": ("镇街", "locality"),
    "kind.step": ("步骤", "step"),
    "kind.path": ("事实路径", "fact path"),
    # Words for criteria.
    "all": ("（{parts}）", "({parts})"),
    "all.joint": ("且", " and "),
    "any.joint": ("或", " or "),
    "required.compare": ("{op}{value}", "{op} {value}"),
    "required.among": ("为{values}之一", "one of {values}"),
    "required.not_among": ("不为{values}", "none of {values}"),
    "required.has": ("包括{item}", "including {item}"),
    "required.has_not": ("不包括{item}", "without {item}"),
    "true": ("恒成立", "always true"),
    "false": ("恒不成立", "never true"),
    "flag.true": ("{fact}：是", "{fact}: yes"),
    "flag.false": ("{fact}：否", "{fact}: no"),
    "compare": ("{fact}{op}{value}", "{fact} {op} {value}"),
    "among": ("{fact}属于{values}", "{fact} is one of {values}"),
    "not_among": ("{fact}不属于{values}", "{fact} is none of {values}"),
    "has": ("{fact}包括{item}", "{fact} include {item}"),
    "has_not": ("{fact}不包括{item}", "{fact} do not include {item}"),
    "some": ("{items}中至少一项满足：{part}", "at least one {items} with {part}"),
    "some.any": ("至少有一项{items}", "at least one {items}"),
    "none": ("{items}中没有一项满足：{part}", "no {items} with {part}"),
    "none.any": ("没有{items}", "no {items}"),
    "every": ("每一项{items}均满足：{part}", "every {items} with {part}"),
    "some_fails": ("{items}中有不满足的：{part}", "not every {items} with {part}"),
    # Elapsed time; which days belong to it, and where it ends on a day that is missing, come last.
    "elapsed": ("自{start}至{end}满{period}{how}", "at least {period} from {start} to {end}{how}"),
    "not_elapsed": (
        "自{start}至{end}不满{period}{how}",
        "less than {period} from {start} to {end}{how}",
    ),
    "elapsed.both_days": ("（首尾两日均计）", " (both days count)"),
    "elapsed.next": (
        "（无对应日的，以次月1日为准）",
        " (a missing day is the 1st of the next month)",
    ),
    "elapsed.years": ("{number}年", "{number} years"),
    "elapsed.year": ("{number}年", "{number} year"),
    "elapsed.months": ("{number}个月", "{number} months"),
    "elapsed.month": ("{number}个月", "{number} month"),
    "elapsed.days": ("{number}日", "{number} days"),
    "elapsed.day": ("{number}日", "{number} day"),
    "elapsed.joint": ("零", " and "),
    "elapsed.seen": ("自{start}至{end}", "from {start} to {end}"),
    "elapsed.day_of": ("{fact}（{day}）", "{fact} ({day})"),
    "day_asked": ("所问之日", "the day asked"),
    # A sum, by its comparison: of two sides, of a number of items, of criteria that hold.
    "sum.ge": ("{left}不少于{right}", "{left} ≥ {right}"),
    "sum.gt": ("{left}多于{right}", "{left} > {right}"),
    "sum.le": ("{left}不多于{right}", "{left} ≤ {right}"),
    "sum.lt": ("{left}少于{right}", "{left} < {right}"),
    "sum.eq": ("{left}等于{right}", "{left} = {right}"),
    "sum.ne": ("{left}不等于{right}", "{left} ≠ {right}"),
    "sum.so": ("{required}，即{needed}", "{required}, so {needed}"),
    "sum.joint": ("+", " + "),
    "sum.times": ("{what}×{factor}", "{factor} × {what}"),
    "sum.which": ("满足（{where}）的{items}", "{items} with ({where})"),
    "sum.which.flag": ("{flag}的{items}", "{items} with ({flag}: yes)"),
    "sum.count": ("{items}数", "number of {items}"),
    "sum.total": ("{items}{fact}合计", "total {fact} of {items}"),
    "sum.given": ("{fact}（以{where}为限）", "{fact} (if {where})"),
    "sum.holds": ("（{where}）", "({where})"),
    "sum.term": ("{what}：{value}", "{what}: {value}"),
    "sum.terms.joint": ("；", "; "),
    "sum.between": ("{low}至{high}", "{low} to {high}"),
    "count.ge": ("{items}不少于{number}项", "at least {number} {items}"),
    "count.gt": ("{items}多于{number}项", "more than {number} {items}"),
    "count.le": ("{items}不多于{number}项", "at most {number} {items}"),
    "count.lt": ("{items}少于{number}项", "fewer than {number} {items}"),
    "count.eq": ("{items}为{number}项", "exactly {number} {items}"),
    "count.ne": ("{items}不为{number}项", "not {number} {items}"),
    "these.ge": (
        "以下{count}项中至少{number}项：{parts}",
        "at least {number} of these {count}: {parts}",
    ),
    "these.gt": (
        "以下{count}项中多于{number}项：{parts}",
        "more than {number} of these {count}: {parts}",
    ),
    "these.le": (
        "以下{count}项中至多{number}项：{parts}",
        "at most {number} of these {count}: {parts}",
    ),
    "these.lt": (
        "以下{count}项中少于{number}项：{parts}",
        "fewer than {number} of these {count}: {parts}",
    ),
    "these.eq": (
        "以下{count}项中恰有{number}项：{parts}",
        "exactly {number} of these {count}: {parts}",
    ),
    "these.ne": (
        "以下{count}项中非恰有{number}项：{parts}",
        "not {number} of these {count}: {parts}",
    ),
    "item": ("{items}{number}", "{items} {number}"),
    "of": ("{owner}的{fact}", "{fact} of {owner}"),
    "of_key": ("{fact}（{key}）", "{fact} ({key})"),
    # Values.
    "none_stated": ("未说明", "not stated"),
    "yes": ("是", "yes"),
    "no": ("否", "no"),
    "empty": ("无", "none"),
    "list.joint": ("、", ", "),
    "list.more": ("{listed}……另有{count}项", "{listed}, ... and {count} more"),
    "range.least": ("至少{low}", "at least {low}"),
    "range.most": ("至多{high}", "at most {high}"),
    "count_of": ("{count}项", "{count} listed"),
}


@cache
def _needed(code: str) -> frozenset[str]:
    return frozenset(
        name for template in TABLE[code] for _, name, _, _ in Formatter().parse(template) if name
    )


def needed(code: object) -> frozenset[str] | None:
    """Return the parameters that the sentence for `code` names; None if there is no such."""
    return _needed(code) if isinstance(code, str) and code in TABLE else None


def say(code: str, language: str, /, **parameters: object) -> str:
    """Return the sentence for `code` in `language`, parameters formatted for it."""
    template = TABLE[code][LANGUAGES.index(language)]
    shown = {name: show(value, language) for name, value in parameters.items()}
    return template.format(**shown)


def show(value: object, language: str) -> str:
    """Format one value for a reader: numbers in full, enums by label, None as not stated.

    Every text that becomes part of a sentence passes here, and stays inside of its line.
    """
    return visible(_text_of(value, language))


def _text_of(value: object, language: str) -> str:
    match value:
        case None:
            return say("none_stated", language)
        case bool():
            return say("yes" if value else "no", language)
        case Enum():  # before a text, which a member may be as well
            return in_language(getattr(value, "label", None), language, value.name)
        case str():
            return value
        case int() | Decimal():
            # English groups thousands; Chinese official figures are printed without.
            grouped = "," if language == "en" else ""
            return _shown(value, f"{grouped}{'f' if isinstance(value, Decimal) else 'd'}")
        case Fraction() if value.denominator == 1:
            return show(value.numerator, language)
        case Fraction():
            return f"{value.numerator}/{value.denominator}"
        case date():
            return value.isoformat()
        case _ if hasattr(value, "zh") and hasattr(value, "en"):
            return in_language(value, language)
        case Mapping():
            pairs = (f"{show(k, language)} {show(v, language)}" for k, v in value.items())
            return join(pairs, language)
        case tuple() | frozenset():
            return join(sorted_texts(value, language), language)
        case _:
            return _shown(value)


def in_language(phrase: Any, language: str, otherwise: str = "") -> str:
    """Return what a phrase says in "zh" or "en", or else the name it goes by otherwise.

    Where nobody wrote the English, the reader is given the Chinese, and told so.
    """
    said = getattr(phrase, language, otherwise)
    return f"{phrase.zh} [zh]" if said is None and language == "en" else str(said)


def _shown(value: object, form: str = "") -> str:
    try:
        return format(value, form)
    except Exception:  # noqa: BLE001 - a foreign value may raise anything (a huge int does)
        return f"<{type(value).__name__}>"


def sorted_texts(values: Iterable[object], language: str) -> list[str]:
    """Format values; those of a set in a stable order."""
    texts = [show(value, language) for value in values]
    return sorted(texts) if isinstance(values, frozenset) else texts


def listed(names: Iterable[object], language: str) -> str:
    """Name what is known in a sentence: of more than fifty, ten and how many more there are."""
    known = tuple(names)
    if len(known) <= MOST_LISTED:
        return join(sorted_texts(known, language), language)
    first = join(sorted_texts(known[:LISTED_OF_MORE], language), language)
    return say("list.more", language, listed=first, count=len(known) - LISTED_OF_MORE)


def join(texts: Iterable[str], language: str) -> str:
    """Join texts with the language's list mark; nothing at all is said as 'none'."""
    shown = (show(text, language) for text in texts)
    return say("list.joint", language).join(shown) or say("empty", language)
