"""Where something stands, in words: the path itself is data, and what a program is told.

A fact is named by its label, which whoever knows its noun hands on (`Problem.place`). Of other
paths each name has its Chinese word here, or else the path stands in “”, as it is to be looked for.
"""

import re
from typing import Any

from careplan.base.quoting import visible
from careplan.base.refusing.names import ARGUMENTS
from careplan.base.refusing.values import as_written

_STEP = r"\.?([^.\[\]]+)|\[([0-9]+)\]|\[([^\]]*)\]"
_NUMBER = r"[a-z]?[0-9]+(\.([0-9]+|[a-z])\b)*(/\w+)?\.?"
_ITEM = "第{}项"
_ROW = "行"


def place_said(path: str, *, to_the_letter: bool = False) -> str:
    """Say a path of no fact.

    >>> place_said("on", to_the_letter=True)
    '“on”'
    >>> place_said("clauses[0].summary"), place_said("romms"), place_said("on")
    ('条款第1项的摘要', '“romms”', '所问之日')
    """
    steps = _steps(path)
    names = [name for name, _, _ in steps if name]
    if to_the_letter or steps == [] or any(name not in ARGUMENTS for name in names):
        return f"“{visible(path)}”" if path else ""
    return _said(steps)


def in_clause(path: str, locator: str) -> str:
    """Say what stands in a clause of a document; its number in the path is said by its locator.

    >>> in_clause("4.1.b.requires", "四（一）"), in_clause("4.1.b/area", "四（一）")
    ('四（一）的要求', '四（一）')
    """
    rest = place_said(re.sub(_NUMBER, "", path, count=1))
    return f"{visible(locator)}的{rest}" if rest else visible(locator)


def within(owner: Any, rest: str) -> str:
    """Say what stands inside of something that has a label; the rest of its path is no fact.

    >>> within("用途", "[1]"), within("母婴室", "['x']")
    ('用途第2项', '母婴室的“x”')
    """
    said = _said(_steps(rest))
    if not said or said.startswith("第"):
        return f"{owner}{said}"
    return f"{owner}的{said}"


def within_english(owner: str, rest: str) -> str:
    """Say the same in English.

    >>> within_english("use", "[1]"), within_english("room 1", ".romm")
    ('use, item 2', "room 1, 'romm'")
    """
    steps = (_step_english(index, name or key) for name, index, key in _steps(rest))
    return ", ".join((owner, *steps))


def _step_english(index: str, name: str) -> str:
    if index:
        return f"item {int(index) + 1}"
    return name if name.startswith(("'", '"')) else repr(name)


def _steps(path: str) -> list[tuple[str, str, str]]:
    return re.findall(_STEP, visible(path))


def _said(steps: list[tuple[str, str, str]]) -> str:
    said = ""
    for name, index, key in steps:
        number = int(index) + 1 if index else 0
        if index and said.endswith(_ROW):
            said = f"{said.removesuffix(_ROW)}第{number}{_ROW}"
        elif index:
            said += _ITEM.format(number)
        else:
            word = ARGUMENTS.get(name) or as_written(name) if name else _key(key)
            said += f"的{word}" if said else word
    return said


def _key(key: str) -> str:
    word = as_written(key)
    return word if word.startswith("“") else f"“{word}”"
