"""Chinese numerals, strictly: 二百三十三 is one, 五万八 may be two, 六千六二百 is none."""

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_STEPS = {"十": 10, "百": 100, "千": 1_000}
_GREAT = (("亿", 10**8), ("万", 10**4))
_FORMS = str.maketrans("〇两兩萬億", "零二二万亿")
CHARACTERS = frozenset("零〇一二两兩三四五六七八九十百千万萬亿億廿卅")
_LONGEST = 24  # characters; what is written by hand is shorter


def numeral(text: str) -> int | None:
    """Return the number a numeral writes, or None for what is none, or not written as one is.

    A numeral is read, and is one if the number read is written so: with every 零, and no unit out
    of its order. 两 is 二, 廿 is 二十, and 十 at the beginning is 一十.

    >>> numeral("二百三十三"), numeral("二千零八"), numeral("廿三"), numeral("一百卅万")
    (233, 2008, 23, 1300000)
    >>> numeral("六千六二百六十七"), numeral("五万八"), numeral("二〇二四")
    (None, None, None)
    """
    if not text or len(text) > _LONGEST or not set(text) <= CHARACTERS:
        return None
    meant = text.translate(_FORMS).replace("廿", "二十").replace("卅", "三十")
    if meant.startswith("十"):
        meant = f"一{meant}"
    value = _read(meant)
    return value if meant == written(value) else None


def _read(text: str) -> int:
    """Return what a text adds up to as a numeral, in order or not."""
    for mark, size in _GREAT:
        before, found, after = text.partition(mark)
        if found:
            return _read(before) * size + _read(after)
    total = digit = 0
    for one in text:
        if one in _STEPS:
            total += (digit or 1) * _STEPS[one]
            digit = 0
        else:
            digit = _DIGITS.index(one)
    return total + digit


def written(value: int) -> str:
    """Return a whole number from 0 as a numeral.

    >>> written(10508), written(20), written(0)
    ('一万零五百零八', '二十', '零')
    """
    if value == 0:
        return _DIGITS[0]
    for mark, size in _GREAT:
        if value >= size:
            rest = value % size
            gap = _DIGITS[0] if 0 < rest < size // 10 else ""
            return written(value // size) + mark + gap + (written(rest) if rest else "")
    return _below_ten_thousand(value)


def _below_ten_thousand(value: int) -> str:
    said = ""
    for place, digit in zip(range(3, -1, -1), f"{value:04d}", strict=True):
        if digit != "0":
            said += _DIGITS[int(digit)] + _UNITS[place]
        elif said and not said.endswith(_DIGITS[0]):
            said += _DIGITS[0]
    return said.rstrip(_DIGITS[0])
