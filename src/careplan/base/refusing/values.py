"""What a Chinese sentence says of a caller's value: by its label, or as written, in “”.

What stands in “” is to be taken to the letter: what was given, or a name to write as it stands.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

from careplan.base.messages import MOST_LISTED, in_language, listed, show
from careplan.base.quoting import QUOTE_LIMIT, quote, visible
from careplan.base.refusing.names import CLASSES
from careplan.base.refusing.phrases import Both

_NUMERAL = "[-0-9.,/]+"
_LATIN = "[A-Za-z]"
_REPR = r"(?s)(['\"])(.*)\1"
_CUT = "…"
_SAID = (type(None), bool, int, Decimal, Fraction, date, Mapping)  # as `show` says it


def value_said(value: object) -> str:
    """Say a value that was given.

    >>> value_said("x"), value_said(3.9), value_said(True), value_said(None), value_said([])
    ('“x”', '3.9', '“是”', '空值', '“[]”')
    """
    match value:
        case None:
            return "空值"
        case bool():
            return f"“{show(value, 'zh')}”"
        case Enum():
            label = getattr(value, "label", None)
            return in_language(label, "zh") or as_written(value.name)
        case str():
            return f"“{_start(str.__str__(value))}”"
        case datetime():
            return f"“{value.isoformat()}”"
        case date():
            return show(value, "zh")
        case type():
            return show(class_said(value), "zh")
        case _:
            said = quote(value)
            return said if re.fullmatch(_NUMERAL, said) else f"“{said}”"


def _start(text: str) -> str:
    said = visible(text[: QUOTE_LIMIT + 1])
    return said if len(said) <= QUOTE_LIMIT else said[: QUOTE_LIMIT - 1] + _CUT


def as_written(text: str) -> str:
    """Put a name that holds Latin letters into “”, without the marks that Python writes.

    >>> as_written("'romms'"), as_written("一年级"), as_written("“x”")
    ('“romms”', '一年级', '“x”')
    """
    bare = re.fullmatch(_REPR, text)
    if bare is not None:
        return f"“{bare[2]}”"
    return f"“{text}”" if re.search(_LATIN, text) and "“" not in text else text


def names_said(names: Iterable[object]) -> str:
    """Name what is known, each name as it is to be written.

    >>> names_said(["zh", "en"])
    '“zh”、“en”'
    """
    known = tuple(names)
    # What is beyond what a sentence may list is only counted: it need not be worded.
    said = [parameter_said(one) for one in known[:MOST_LISTED]]
    return listed([*said, *known[MOST_LISTED:]], "zh")


def parameter_said(given: Any) -> object:
    """Say a parameter of a problem; a phrase, a number or a day is said as `say` does.

    >>> parameter_said("str | Plan"), parameter_said(("a", "b"))
    ('文本或方案', ('“a”', '“b”'))
    """
    if isinstance(given, type):
        return show(class_said(given), "zh")
    if isinstance(given, tuple | list):
        return tuple(parameter_said(one) for one in given)
    if isinstance(given, frozenset):
        return frozenset(parameter_said(one) for one in given)
    if isinstance(given, Enum) or not isinstance(given, (*_SAID, str)):
        return given if hasattr(given, "zh") and hasattr(given, "en") else value_said(given)
    if not isinstance(given, str):
        return given
    text = str.__str__(given)
    classes = text.split(" | ")
    if all(one in CLASSES for one in classes):
        return "或".join(dict.fromkeys(CLASSES[one] for one in classes))
    return as_written(text)


def noun_given(noun: type[Any]) -> Both:
    """Return what a sentence says of a noun that was given: its label; in English, its name."""
    return Both(zh=class_said(noun).zh, en=quote(noun.__name__))


def class_said(cls: type[Any]) -> Both:
    """Return what objects of a class are called: a noun by its label; in English, its name.

    >>> class_said(int)
    Both(zh='整数', en='int')
    """
    own = getattr(cls, "__label__", None)
    if own is not None:
        said = own[0] if isinstance(own, tuple) else getattr(own, "zh", own)
        return Both(zh=str(said), en=cls.__name__)
    return Both(zh=CLASSES.get(cls.__name__) or as_written(cls.__name__), en=cls.__name__)
