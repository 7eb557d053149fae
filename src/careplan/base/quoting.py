"""A caller's value as it can be shown, and kept: short, on one line, and safe to hand on."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from unicodedata import category

from careplan.base.exact import NotExact, exact

# A value is quoted in a message only so far: inputs can be large or hostile.
QUOTE_LIMIT = 60
DEPTH = 5  # of what is kept of lists inside of lists
MAX_KEPT = 1_000  # of the text of an answer


class Quoted(str):
    """What a value looked like, standing in for one that cannot leave the process."""

    __slots__ = ()

    def __repr__(self) -> str:
        return visible(self)


def portable(value: object, depth: int = DEPTH) -> object:
    """Return an answer that cannot change and that any process and file can hold.

    A number is kept exactly; what is none of a form's values is kept as what it looked like.
    """
    if value is None or type(value) in {bool, date}:
        return value
    if type(value) is str and len(value) <= MAX_KEPT and _is_encodable(value):
        return value
    if type(value) is tuple and depth > 0:
        return tuple(portable(one, depth - 1) for one in value[:QUOTE_LIMIT])
    try:
        return exact(value)
    except NotExact:
        return Quoted(quote(value))


def _is_encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:  # half of a surrogate pair
        return False
    return True


def quote(value: object) -> str:
    """Show a caller's value in a message, shortened, on one line; never raises."""
    try:
        # A decimal or fraction is shown as a number, never written out in full.
        number = isinstance(value, Decimal | Fraction)
        text = str.__str__(str(value) if number else repr(_start(value)))
    except Exception:  # noqa: BLE001 - a foreign __repr__ may raise anything (huge ints do)
        text = f"<{type(value).__name__}>"
    text = visible(text[: QUOTE_LIMIT + 1])  # a foreign repr may hold anything
    return text if len(text) <= QUOTE_LIMIT else text[: QUOTE_LIMIT - 1] + "…"


def _start(value: object) -> object:
    """Return as much of a value as a quotation can show: its cost must not grow with the value."""
    if type(value) in (str, bytes, list, tuple):
        return value[:QUOTE_LIMIT]  # type: ignore[index]  # a sequence
    if type(value) is dict:
        return dict(islice(value.items(), QUOTE_LIMIT))
    return value


# Controls (C0, DEL, C1), formats (marks of direction, zero width, tags), halves of a surrogate
# pair, and what ends a line or a paragraph. Spaces, also the ideographic one, stay, as do
# characters of private use and variation selectors: rare Chinese names are written with them.
_ACTING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def visible(text: str) -> str:
    r"""Return a text in which what cannot be seen, or begins a line, is written as an escape.

    A backslash stays as it is, so that what was shown once is shown the same again.

    >>> print(visible("甲镇\n总计：符合"))
    甲镇\n总计：符合
    """
    plain = str.__str__(text)  # of a class made of str, nothing but the characters is taken
    if plain.isprintable():
        return plain
    return "".join(_escaped(one) if category(one) in _ACTING else one for one in plain)


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode()
