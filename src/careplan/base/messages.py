"""Every sentence the library can say, in Chinese and English, looked up by code.

Results and problems carry a code and parameters; the sentence is made here and
only here, so a text is never parsed back and never differs between two places.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from string import Formatter
from typing import Any

from careplan.base.exact import tidy
from careplan.base.quoting import visible
from careplan.base.sentences.answers import ANSWERS
from careplan.base.sentences.cells import CELLS
from careplan.base.sentences.criticism import CRITICISM
from careplan.base.sentences.intake import INTAKE
from careplan.base.sentences.periods import PERIODS
from careplan.base.sentences.refusals import REFUSALS
from careplan.base.sentences.steps import STEPS
from careplan.base.sentences.tables import TABLES
from careplan.base.sentences.views.asking import ASKING
from careplan.base.sentences.views.assessing import ASSESSING
from careplan.base.sentences.views.comparing import COMPARING
from careplan.base.sentences.views.parts import PARTS
from careplan.base.sentences.views.planning import PLANNING
from careplan.base.sentences.views.registering import REGISTERING
from careplan.base.sentences.views.scoring import SCORING
from careplan.base.sentences.views.tracking import TRACKING
from careplan.base.sentences.words import WORDS

LANGUAGES = ("zh", "en")
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
# A list that a reader can take in is said whole, of a longer one the beginning: a sentence
# must not grow with what is known.
MOST_LISTED = 50
# A number that no decimal holds is said to so many figures, and so many places at most.
FIGURES, MOST_PLACES = 100, 6
LISTED_OF_MORE = 10

TABLE: Mapping[str, tuple[str, str]] = {
    **REFUSALS,
    **ANSWERS,
    **STEPS,
    **PERIODS,
    **TABLES,
    **ASKING,
    **ASSESSING,
    **COMPARING,
    **PARTS,
    **PLANNING,
    **REGISTERING,
    **SCORING,
    **TRACKING,
    **CRITICISM,
    **INTAKE,
    **WORDS,
    **CELLS,
}


def spoken(tag: object) -> str | None:
    """Return the language of ours that a tag of BCP 47 asks for, None if it is another.

    By its first subtag, as in the look-up of RFC 4647, in letters of any case.

    >>> spoken("zh-Hans-CN"), spoken("en-GB"), spoken("ZH"), spoken("fr"), spoken("zh_CN")
    ('zh', 'en', 'zh', None, None)
    """
    if not (isinstance(tag, str) and _TAG.fullmatch(tag)):
        return None
    language = tag.partition("-")[0].lower()
    return language if language in LANGUAGES else None


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
    """Format one value for a reader: numbers, days, enums by label, None as not stated.

    A number is said in full; one that no decimal holds is said to be about so much.

    >>> show(date(2024, 6, 30), "zh"), show(Fraction(41, 3), "zh")
    ('2024年6月30日', '约13.7')

    Every text that becomes part of a sentence passes here, and stays inside of its line.
    """
    # Most are texts already: a member of an enum is none.
    return visible(value if type(value) is str else _text_of(value, language))


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
        case Fraction():
            return _fraction_text(value, language)
        case datetime():
            return value.isoformat()
        case date():
            month = say(f"month.{value.month}", language)
            return say("day", language, year=str(value.year), month=month, day=value.day)
        case _ if hasattr(value, "zh") and hasattr(value, "en"):
            return in_language(value, language)
        case Mapping():
            pairs = (f"{show(k, language)} {show(v, language)}" for k, v in value.items())
            return join(pairs, language)
        case tuple() | frozenset():
            return join(sorted_texts(value, language), language)
        case _:
            return _shown(value)


def _fraction_text(value: Fraction, language: str) -> str:
    """Say a fraction: as a decimal where one holds it, or else to three figures or so."""
    number = tidy(value)
    if not isinstance(number, Fraction):
        return show(number, language)
    places = 1
    while abs(number) * 10**places < FIGURES and places < MOST_PLACES:
        places += 1
    rounded = tidy(Fraction(round(number * 10**places), 10**places))
    return say("about", language, number=rounded)


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
