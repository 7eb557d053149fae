"""No language stands in a sentence of the other, and nothing of a program in either.

Looked for in all that results of every sort, and answers about many subjects, say in full.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from test_said import answers

from careplan.display.result import Shown

# What Chinese texts write in Latin letters: units and the one code of a standard.
LATIN = {"JGJ39", "JGJ", "m", "LC"}
# Of a county that a sample makes up, and of readings that it gives.
ISO_DAY = re.compile(r"\b\d{4}-\d{2}(-\d{2})?\b")
FRACTION = re.compile(r"(?<![\d/])\d+/\d+(?![\d/])")
PATH = re.compile(r"\[[a-z0-9_]*\]|\b\w+\.\w+\[|\b[a-z]+_[a-z_]+\b")
TELEGRAM = re.compile("：[是否](?=$|[（）；，、。 ])")
TELEGRAM_EN = re.compile(r": (yes|no)(?=$|[;,.)])")
CHINESE_POINTS = re.compile("[，。；：？！（）“”《》、…]")
# English keeps the locators of a Chinese text, and what nobody put into English.
KEPT = re.compile(
    r"[一二三四五六七八九十〇]+(（[^）]*）)*[\d.．、]*|附件\d*|第[^ ]{1,4}(部分|章|条)|（[^）]*）"
)


def latin(text: str) -> set[str]:
    return set(re.findall(r"[A-Za-z][A-Za-z0-9]*", text)) - LATIN


def faults(zh: str, en: str) -> Iterator[tuple[str, str]]:
    for line in zh.split("\n"):
        if latin(line):
            yield "latin", line
        for name, pattern in (("day", ISO_DAY), ("fraction", FRACTION), ("telegram", TELEGRAM)):
            if pattern.search(line):
                yield name, line
    for line in en.replace("[zh]", "").split("\n"):
        if PATH.search(line) or ISO_DAY.search(line) or FRACTION.search(line):
            yield "program", line
        if TELEGRAM_EN.search(line):
            yield "telegram", line
        if CHINESE_POINTS.search(line):
            yield "points", line


if __name__ == "__main__":
    seen: set[tuple[str, str]] = set()
    for name, one in answers():
        for detail in ("normal", "all"):
            given = {"detail": detail} if isinstance(one, Shown) else {}
            for fault in faults(one.explain("zh", **given), one.explain("en", **given)):
                if fault not in seen:
                    seen.add(fault)
                    print(*fault, sep="\t")
