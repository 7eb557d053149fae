"""Which known name was probably meant by one that is not known: what is near, and nothing else.

A slip of the pen leaves most of a name as it was, so a long identifier may have some and a
word of three characters none: `托中班` is another class than `托小班`, and `cn` another
language than `en`. Two names that are as near say nothing about which was meant.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar
from unicodedata import normalize

# Nobody means a name by a longer text, and comparing takes time.
LONGEST_NAME = 60
# A suggestion is a courtesy: what it costs must have an end, however much is known.
MOST_COMPARED = 2_000
MOST_SLIPS = 3
_CHARACTERS_A_SLIP = 4
_SHORTEST = 2  # a single character is short for nothing
_SEPARATORS = dict.fromkeys(map(ord, " _-\t"))
_T = TypeVar("_T")


def nearest(name: object, known: Mapping[str, _T]) -> _T | None:
    """Return what the known name nearest to `name` stands for; None if nothing is near.

    First comes a name that differs only in case, width or what separates its words, then
    the one with the fewest slips (at most one in four characters, and three), then one that
    is shortened or lengthened. Where names that stand for different things are as near:
    None. Names of more than 60 characters are near nothing, and 2,000 are compared at most.

    >>> nearest("Bda 2017", {"bda_2017": 1, "baodi_2020": 2})
    1
    >>> nearest("bulding_area", {"building_area": 1, "usable_area": 2})
    1
    >>> nearest("托中班", {"托小班": 1, "托大班": 2}) is None
    True
    """
    if type(name) is not str or len(name) > LONGEST_NAME:
        return None
    if name in known:
        return known[name]
    given = _bare(name)
    names = [
        (_bare(one), meant)
        for one, meant in islice(known.items(), MOST_COMPARED)
        if len(one) <= LONGEST_NAME
    ]
    for near in (_alike, _with_slips, _shortened):
        found = list(near(given, names)) if given else []
        if found:
            return found[0] if all(meant is found[0] for meant in found) else None
    return None


def _may_be_meant(given: str, name: str) -> bool:
    """Say whether slips may have made one of the other: it begins alike, with the same digits.

    Another year is another document, and what is put before a name may deny it: 非公办,
    non-profit. A first character that was left out denies nothing.
    """
    digits = [sorted(filter(str.isdigit, one)) for one in (given, name)]
    return given[0] in name[:2] and digits[0] == digits[1]


def _bare(name: str) -> str:
    """Return a name without what people leave out or write otherwise."""
    return normalize("NFKC", name).casefold().translate(_SEPARATORS)


def _alike(given: str, names: Sequence[tuple[str, _T]]) -> Iterator[_T]:
    return (meant for one, meant in names if one == given)


def _with_slips(given: str, names: Sequence[tuple[str, _T]]) -> list[_T]:
    """Return what the names that take the fewest slips stand for."""
    best: list[_T] = []
    fewest, characters = MOST_SLIPS, set(given)
    for one, meant in names:
        most = min(fewest, max(len(given), len(one)) // _CHARACTERS_A_SLIP)
        # A slip changes the length by one at most, and two sorts of character.
        others = characters.symmetric_difference(one)
        if abs(len(given) - len(one)) > most or len(others) > 2 * most:
            continue
        needed = slips(given, one) if _may_be_meant(given, one) else most + 1
        if needed < fewest and needed <= most:
            best, fewest = [], needed
        if needed == fewest and needed <= most:
            best.append(meant)
    return best


def slips(given: str, meant: str) -> int:
    """Return how many slips make one text of another.

    A slip is a character too many, too few or wrong, or two neighbours that changed places
    (and were left alone since). A column of the table that slips are usually counted in is
    two numbers here, whose bits say where it rises and falls: H. Hyyrö, A bit-vector
    algorithm for computing Levenshtein and Damerau edit distances, 2003.

    >>> slips("aera", "area"), slips("cn", "en"), slips("", "en")
    (1, 1, 2)
    """
    if not given:
        return len(meant)
    places: dict[str, int] = {}
    for place, character in enumerate(given):
        places[character] = places.get(character, 0) | (1 << place)
    column, last = (1 << len(given)) - 1, 1 << (len(given) - 1)
    rises, falls, level, before = column, 0, 0, 0
    needed = len(given)
    for character in meant:
        here = places.get(character, 0)
        swapped = ((~level & here) << 1) & before
        level = ((((here & rises) + rises) ^ rises) | here | falls | swapped) & column
        up, down = falls | (column & ~(level | rises)), level & rises
        needed += bool(up & last) - bool(down & last)
        up, down = (up << 1) | 1, down << 1
        rises, falls = (down | ~(level | up)) & column, level & up
        before = here
    return needed


def _shortened(given: str, names: Sequence[tuple[str, _T]]) -> Iterator[_T]:
    return (
        meant
        for one, meant in names
        # What was put before a name may deny it; what was left out does not.
        if (len(given) <= len(one) or given[0] == one[:1])
        and _is_short_for(*sorted((given, one), key=len))
    )


def _is_short_for(short: str, name: str) -> bool:
    """Say whether a text is a name's start, or most of it with the rest left out."""
    if len(short) < _SHORTEST:
        return False
    if name.startswith(short):
        return 3 * len(short) >= len(name)
    rest = iter(name)
    most_of_it = 2 * len(short) > len(name) and (name[0] == short[0] or name.endswith(short))
    return most_of_it and all(character in rest for character in short)
