"""Texts of callers as they can be shown: what would act on a reader's screen is seen instead.

A title with a line break forges a line of a report, an escape sequence moves the cursor of a
terminal, a mark of direction turns "不符合" around, and what has no width makes two names look
alike. None of it belongs into a short Chinese or English text.
"""

from unicodedata import category

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
