"""What a number counts or measures, and by how much it is written smaller."""

import re
from functools import lru_cache

import attrs

from careplan.base.characters import squeezed
from careplan.base.exact import Exact
from careplan.base.text import Labelled
from careplan.fields.kinds import CountKind, FactSpec
from careplan.intake.cells.taken import Doubt


class Quantity(Labelled):
    """What a number may be a number of; a rate is of one thing for each of another."""

    NUMBER = ("number", "数", "a number")
    COUNT = ("count", "个数", "a count")
    AREA = ("area", "面积", "an area")
    MONEY = ("money", "金额", "an amount of money")
    LENGTH = ("length", "长度", "a length")
    PERCENT = ("percent", "百分比", "a percentage")
    PER_MILLE = ("per_mille", "千分比", "a rate per thousand")
    MONTHS = ("months", "月数", "months")
    YEARS = ("years", "年数", "years")
    DAYS = ("days", "天数", "days")
    HOURS = ("hours", "小时数", "hours")
    POINTS = ("points", "分数", "points")
    RATE = ("rate", "单价或比率", "a rate")


@attrs.frozen(kw_only=True)
class Unit:
    """A unit as it is written: of what, and how many of the base unit it is.

    Base units are one, square metres, yuan and metres. A multiple alone (万) is of NUMBER; of a
    rate the text is in one form, whose parts are in order.
    """

    quantity: Quantity
    factor: Exact = 1
    text: str
    noun: str = ""


_MULTIPLES = {
    "": 1,
    "百": 100,
    "千": 1_000,
    "万": 10_000,
    "百万": 1_000_000,
    "千万": 10_000_000,
    "亿": 100_000_000,
}
# Longest first, so that 百万 is not 百 of 万.
_BY_LENGTH = sorted(_MULTIPLES, key=len, reverse=True)
_COUNTED = frozenset(
    {
        *"个人家间所处名位张把台只套座户次班组件辆棟栋床",
        *("人次", "托位", "个托位", "床位", "个班"),
    }
)
# Who is counted, and what has room for one of them: a slot is often counted in persons.
PERSONS = frozenset("人名位")
SLOTS = frozenset({"托位", "个托位"})
_NOUNS = {
    **dict.fromkeys(_COUNTED, Quantity.COUNT),
    **dict.fromkeys(("平方米", "平米", "m2", "平方公尺"), Quantity.AREA),
    **dict.fromkeys(("元", "圆", "人民币元"), Quantity.MONEY),
    **dict.fromkeys(("米", "m", "公尺"), Quantity.LENGTH),
    **dict.fromkeys(("%", "百分比"), Quantity.PERCENT),
    **dict.fromkeys(("‰", "千分比"), Quantity.PER_MILLE),
    **dict.fromkeys(("个月", "か月", "ヶ月"), Quantity.MONTHS),
    "年": Quantity.YEARS,
    "天": Quantity.DAYS,
    **dict.fromkeys(("小时", "小時"), Quantity.HOURS),
    "分": Quantity.POINTS,
    "": Quantity.NUMBER,
}
# Units people write that are of something else, or of they do not say what.
_REFUSED = {"平方": "平方米", "平": "平方米", "方": None, "亩": None, "公顷": None, "坪": None} | (
    dict.fromkeys(("m3", "立方米", "¥", "$", "美元", "块", "港元", "cm", "厘米", "公里", "km"))
)
_FORMS = str.maketrans("萬億個間處圓畝頃張隻戶組輛臺", "万亿个间处圆亩顷张只户组辆台")
_SLASHES = re.compile("[/／∕·•・]|每")
MOST = 20  # characters of a unit


@lru_cache(maxsize=1_024)
def unit_of(text: str) -> Unit | Doubt | None:
    """Return the unit a text names, why it is none to reckon with, or None: it names no unit.

    >>> unit_of("万元").factor, unit_of("㎡").quantity, unit_of("元/人·月").text
    (10000, Quantity.AREA, '元/人/月')
    >>> unit_of("平方").suggestion, unit_of("托育机构")
    ('平方米', None)
    """
    bare = squeezed(text).translate(_FORMS).replace("M2", "m2")
    if not bare or len(bare) > MOST:
        return None
    if _SLASHES.search(bare):
        return _rate(bare)
    for multiple in _BY_LENGTH:
        if bare.startswith(multiple):
            found = _noun(bare, bare.removeprefix(multiple), _MULTIPLES[multiple])
            if found is not None:
                return found
    return None


def _noun(bare: str, noun: str, factor: int) -> Unit | Doubt | None:
    if noun in _REFUSED:
        meant = _REFUSED[noun] and bare.removesuffix(noun) + _REFUSED[noun]
        return Doubt("cell.unit_refused", {"unit": bare}, meant)
    if noun not in _NOUNS:
        return None
    return Unit(quantity=_NOUNS[noun], factor=factor, text=bare, noun=noun)


def _rate(bare: str) -> Unit | None:
    """Return a rate, the things it is for each of in one order: 元/人·月 is 元/月/人."""
    amount, *each = _SLASHES.split(bare)
    first = unit_of(amount)
    if not isinstance(first, Unit) or not each or not all(each):
        return None
    return attrs.evolve(first, quantity=Quantity.RATE, text="/".join([amount, *sorted(each)]))


@lru_cache(maxsize=1_024)
def fact_unit(spec: FactSpec) -> Unit:
    """Return the unit a fact is kept in: what its declaration names, or else one.

    >>> from careplan.nouns.facilities import Room
    >>> from careplan.fields.declaring import facts_declared
    >>> fact_unit(facts_declared(Room)["area_m2"]).quantity
    Quantity.AREA
    """
    counted = isinstance(spec.kind, CountKind)
    if spec.unit is None:
        return Unit(quantity=Quantity.COUNT if counted else Quantity.NUMBER, text="")
    found = unit_of(spec.unit.zh)
    if isinstance(found, Unit):
        return found
    return Unit(quantity=Quantity.COUNT if counted else Quantity.NUMBER, text=spec.unit.zh)
