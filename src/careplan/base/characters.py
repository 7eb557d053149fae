"""One form for characters that mean the same: width, blanks, what cannot be seen.

NFKC is no whole answer. It makes 2611 of 261¹, so raised and encircled digits are looked for
first; and it leaves 〇, the dashes and 台 and 臺 as they are, so what tells these apart
stays told.
"""

from unicodedata import category, decomposition, normalize

# What stands in a text and is not seen: controls that are no blanks, formats (zero width, marks of
# direction, byte-order mark, soft hyphen). Blanks of any kind are category Zs, or end a line.
_UNSEEN = frozenset({"Cc", "Cf"})
_LINE_ENDS = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85")
_RAISED = ("<super>", "<sub>", "<circle>")
_OF_WIDTH = ("<wide>", "<narrow>", "<font>")


def plain(text: str) -> str:
    r"""Return a text in NFKC without what is not seen, its blanks one for one.

    >>> plain("\ufeff４０\xa0㎡")
    '40 m2'
    """
    if text.isprintable():  # then it has none of them, and this is asked of every cell
        return normalize("NFKC", text)
    return normalize("NFKC", "".join(one for one in text if not is_unseen(one)))


def folded(text: str) -> str:
    r"""Return a text as words are compared: `plain`, runs of blanks as one, none at its ends.

    >>> folded("  总　\u200b计 ")
    '总 计'
    """
    return " ".join(plain(text).split())


def squeezed(text: str) -> str:
    """Return a text without any blank: 总 计 is 总计.

    >>> squeezed("总 计")
    '总计'
    """
    return "".join(plain(text).split())


def is_unseen(character: str) -> bool:
    """Say whether a character is neither seen nor a blank."""
    return category(character) in _UNSEEN and character not in _LINE_ENDS


def raised(text: str) -> str:
    """Return the characters that would become digits of the number before them.

    Raised, lowered, encircled and vulgar ones: all that NFKC would write as more than they are.
    The square of m² is part of a unit, and stays.

    >>> raised("261¹"), raised("6①"), raised("180m²"), raised("12㎡"), raised("１２")
    ('¹', '①', '', '', '')
    """
    found = []
    for place, one in enumerate(text):
        if one.isascii() or not _is_raised(one):
            continue
        if one in "²³" and text[place - 1 : place] in {"m", "M", "ｍ"}:
            continue
        found.append(one)
    return "".join(found)


def _is_raised(character: str) -> bool:
    made_of = decomposition(character)
    if made_of.startswith(_OF_WIDTH):
        return False
    digits_first = normalize("NFKC", character)[0].isdecimal() and not character.isdecimal()
    return made_of.startswith(_RAISED) or category(character) == "No" or digits_first


def mended(text: str) -> str:
    """Return a name with its look-alikes mended: radicals and compatibility ideographs.

    Brackets, commas and full-width letters of the name stay as they are written; blanks and what
    is not seen go at its ends only.

    >>> mended(" ⼤⽂街道（试点） ")
    '大文街道（试点）'
    """
    return "".join(map(_ideograph, trimmed(text)))


def trimmed(text: str) -> str:
    """Return a text without blanks, and what is not seen, at its ends."""
    start, end = 0, len(text)
    while start < end and _is_nothing(text[start]):
        start += 1
    while start < end and _is_nothing(text[end - 1]):
        end -= 1
    return text[start:end]


def _is_nothing(character: str) -> bool:
    return character.isspace() or is_unseen(character)


def _ideograph(character: str) -> str:
    meant = normalize("NFKC", character)
    return (
        meant
        if len(meant) == 1 and "\u3400" <= meant <= "\U0003ffff" and not _is_ruled(character)
        else character
    )


def _is_ruled(character: str) -> bool:
    """Say whether it is a letter or sign of full or half width, or an encircled ideograph."""
    return decomposition(character).startswith((*_OF_WIDTH, *_RAISED))
