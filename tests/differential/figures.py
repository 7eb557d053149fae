"""The figures of a run as lines for the terminal, and as the tables of the docs."""

import platform
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import attrs
from differential.running import Count

from careplan.base.text import Text

DOCS = Path(__file__).parents[2] / "docs"
MARKED = re.compile(r"(<!-- figures -->\n).*?(\n<!-- end -->)", re.DOTALL)


@attrs.frozen
class Part:
    """One part of a run: what was asked, of how many subjects, and what each way answered.

    `asked` criteria were asked, and of `full` of them all three answers were seen; of whole plans
    so many findings, and there were `full` plans.
    """

    name: str
    counts: tuple[Count, ...]
    asked: int
    full: int


@attrs.frozen
class Run:
    """A whole run: its seed and its parts."""

    seed: int
    parts: tuple[Part, ...]

    @property
    def mismatches(self) -> int:
        """How many pairs were answered otherwise than by what they are compared with."""
        return sum(count.mismatches for part in self.parts for count in part.counts)


WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "run": "Seed {seed}, CPython {python} on {machine}.",
        "plans": "Criteria of the plans: {asked}; all three answers were seen of {full}.",
        "drawn": "Criteria drawn at random: {asked}; all three answers were seen of {full}.",
        "whole": "Whole plans: {full}, with {asked} findings, each under each reading asked.",
        "small": "Small plans drawn at random: {full}, with {asked} findings.",
        "heads": "| way | runs on | pairs | seconds | criteria refused | mismatches |",
        "not_run": "NOT RUN: {reason}",
        "refused": "Refused, with what is said:",
    },
    "zh": {
        "run": "种子{seed}，CPython {python}，{machine}。",
        "plans": "各方案的条件{asked}个，其中{full}个三种回答都出现过。",
        "drawn": "随机生成的条件{asked}个，其中{full}个三种回答都出现过。",
        "whole": "整份方案{full}份，每种理解分别计算，共{asked}项结论。",
        "small": "随机生成的小方案{full}份，共{asked}项结论。",
        "heads": "| 方式 | 运行于 | 对数 | 秒 | 不接受的条件 | 不一致 |",
        "not_run": "未运行：{reason}",
        "refused": "不接受的，所说的是：",
    },
}


def lines(run: Run, language: str = "en") -> Iterable[str]:
    """Yield a run as Markdown."""
    words = WORDS[language]
    machine = platform.machine()
    yield words["run"].format(seed=run.seed, python=platform.python_version(), machine=machine)
    for part in run.parts:
        yield ""
        yield words[part.name].format(asked=part.asked, full=part.full)
        yield from ("", words["heads"], "|---|---|--:|--:|--:|--:|")
        for count in part.counts:
            yield _row(count, words)
        # Several ways may refuse one criterion with the same words: what most of them count.
        reasons: Counter[Text] = Counter()
        for count in part.counts:
            reasons |= count.refused
        if reasons:
            yield from ("", words["refused"], "")
            yield from (f"- `{_one_line(one.get(language))}` ({reasons[one]})" for one in reasons)


def _row(count: Count, words: Mapping[str, str]) -> str:
    if count.not_run:
        said = words["not_run"].format(reason=_one_line(count.not_run))
        return f"| {count.name} | {said} | | | | |"
    refused = sum(count.refused.values())
    return (
        f"| {count.name} | {count.runs_on} | {count.pairs:,} | {count.seconds:.1f} "
        f"| {refused} | {count.mismatches} |"
    )


def _one_line(text: str) -> str:
    return " ".join(text.split()).replace("|", "/").replace("`", "'")


def written(page: str, run: Run, language: str) -> str:
    """Return a page with the figures of a run between its markers."""
    said = "\n".join(lines(run, language))
    made, times = MARKED.subn(lambda found: f"{found[1]}\n{said}\n{found[2]}", page)
    if times != 1:
        raise ValueError("the page has no marks for the figures, or several")
    return made


def write(run: Run) -> None:
    """Write the figures into both pages."""
    for language in WORDS:
        page = DOCS / language / "differential.md"
        page.write_text(written(page.read_text("utf-8"), run, language), encoding="utf-8")
