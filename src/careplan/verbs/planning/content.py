"""The lines of calendar text: texts escaped, and long lines folded, as RFC 5545 asks."""

from collections.abc import Iterator

from careplan.base.quoting import visible

OCTETS = 75  # of a line at most, without what ends it


def escaped(text: str) -> str:
    r"""Return a text as the value of a property: a line break in it is written as \n.

    What cannot be seen, or acts on a terminal, is written as an escape, as everywhere.

    >>> print(escaped("a; b, c\\d\nnext"))
    a\; b\, c\\d\nnext
    """
    lines = (visible(line) for line in text.split("\n"))
    return r"\n".join(_marked(line) for line in lines)


def _marked(line: str) -> str:
    for sign in ("\\", ";", ","):
        line = line.replace(sign, f"\\{sign}")
    return line


def folded(line: str) -> Iterator[str]:
    """Yield a line in parts of 75 octets at most, none of which cuts a character.

    Each part but the first begins with a blank, which belongs to no text.

    >>> [len(part.encode()) for part in folded("托" * 40)]
    [75, 46]
    """
    part, room = "", OCTETS
    for character in line:
        octets = len(character.encode())
        if octets > room:
            yield part
            part, room = " ", OCTETS - 1
        part += character
        room -= octets
    yield part
