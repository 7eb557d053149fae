"""The headings of the parts of a display, numbered where there are many: 一、二、三."""

from collections.abc import Iterable, Iterator

from careplan.display.views.parts import Part

NUMERALS = "一二三四五六七八九十"
MANY = 4  # parts are numbered from so many on


def headings(parts: Iterable[Part], language: str) -> Iterator[str]:
    """Yield the headings of parts, numbered where there are four or more."""
    listed = tuple(parts)
    titled = [one for one in listed if one.title]
    numbers = iter(_numbers(len(titled), language))
    return (f"{next(numbers)}{one.title}" if one.title else "" for one in listed)


def _numbers(count: int, language: str) -> list[str]:
    if count < MANY or language != "zh":
        return [""] * count
    return [f"{numeral(index)}、" for index in range(1, count + 1)]


def numeral(number: int) -> str:
    """Return a number up to 99 in Chinese.

    >>> numeral(3), numeral(10), numeral(12), numeral(20), numeral(31)
    ('三', '十', '十二', '二十', '三十一')
    """
    tens, ones = divmod(number, 10)
    above = "" if tens == 0 else "十" if tens == 1 else f"{NUMERALS[tens - 1]}十"
    return above + (NUMERALS[ones - 1] if ones else "")
