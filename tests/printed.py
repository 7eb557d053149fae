"""What is printed as PDF, as it can be compared with what a page says."""

import unicodedata

# Fonts draw a character and the radical it is with one shape, and PDF names the shape by either.
# The pairs are of Unicode's EquivalentUnifiedIdeograph.txt, for which Python has no name; so it is
# with the wave of a range.
RADICALS = str.maketrans(
    "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻥⻦⻧⻨⻩⻬⻮⻰⻳〜",
    "母民虎西见角贝车长门青韦页风飞食马骨鱼鸟卤麦黄齐齿龙龟~",
)


def plain(text: str) -> str:
    """Return a text without blanks; a radical is the character it is."""
    return "".join(unicodedata.normalize("NFKC", text).translate(RADICALS).split())
