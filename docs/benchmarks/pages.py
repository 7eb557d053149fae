"""The page: what was measured as tables, in Chinese and in English, with all that it rests on."""

import re
from collections.abc import Iterable, Mapping, Sequence

import attrs

import careplan as cp
from benchmarks.by_table import POLARS
from benchmarks.cold import NOTHING, Cold
from benchmarks.contenders import BY_HAND
from benchmarks.limits import Limit, Measured
from benchmarks.measuring import Series
from benchmarks.texts import EN as EN_PAGE
from benchmarks.texts import ZH as ZH_PAGE

ZH = {
    "Python by hand": "手写 Python",
    "cp.assess, outcome": "cp.assess，到结论",
    "cp.assess, explained": "cp.assess，全部说明",
    "zen-engine, expression": "zen-engine，表达式",
    "zen-engine, decision graph": "zen-engine，决策图",
    "cp.frames.expression, polars": "cp.frames.expression，polars",
    "cp.frames.expression, polars lazy": "cp.frames.expression，polars 惰性",
    "cp.frames.outcomes, polars": "cp.frames.outcomes，polars",
    "cp.sql.text, DuckDB": "cp.sql.text，DuckDB",
    "cp.sql.query, DuckDB": "cp.sql.query，DuckDB",
    "cp.sql.text, SQLite": "cp.sql.text，SQLite",
    "numpy by hand": "手写 numpy",
    "polars by hand": "手写 polars",
    "DuckDB by hand": "手写 SQL，DuckDB",
    "OpenFisca, inputs set before": "OpenFisca，数据已在其中",
    "OpenFisca, inputs set anew": "OpenFisca，数据重新放入",
    "careplan, first outcome": "careplan，第一个结论",
    "nothing": "什么也不做",
}


@attrs.frozen(kw_only=True)
class Report:
    """All that a run found, and what it ran on."""

    seed: int
    subjects: int
    rows: int
    rounds: int
    machine: cp.Text
    versions: Mapping[str, str]
    not_run: Sequence[cp.Text]
    titles: Mapping[str, cp.Text]
    answers: Mapping[str, Mapping[bool | None, int]]
    singly: Measured
    tables: Measured
    fresh: Mapping[str, Cold]
    bytes_held: Mapping[str, tuple[int, int]]
    mall: Mapping[str, Series]
    limits: Sequence[Limit]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return a table of Markdown, all columns but the first to the right."""
    marks = ["---", *("---:" for _ in head[1:])]
    return [f"| {' | '.join(row)} |" for row in (head, marks, *rows)]


def named(name: str, language: str) -> str:
    """Return what a way is called."""
    said = ZH.get(name, name) if language == "zh" else name
    return f"`{said}`" if said.startswith("cp.") and "，" not in said and "," not in said else said


def figure(value: float) -> str:
    """Return a figure of three digits, as many as it deserves."""
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def by_way(
    measured: Measured, unit: float, base: str, titles: Mapping[str, cp.Text], language: str
) -> list[str]:
    """Return a row for each way and a column for each task: the time, and its ratio."""
    ways = list(dict.fromkeys(name for series in measured.values() for name in series))
    rows = []
    for way in ways:
        cells = (cell(series, way, unit, base) for series in measured.values())
        rows.append([named(way, language), *cells])
    head = [
        "方式" if language == "zh" else "way",
        *(titles[task].get(language) for task in measured),
    ]
    return table(head, rows)


def cell(series: Mapping[str, Series], way: str, unit: float, base: str) -> str:
    """Return the median of a way, and how many times the base it takes."""
    if way not in series:
        return "-"
    return f"{figure(series[way].median * unit)} ({figure(series[way].times(series[base]))} x)"


def limit_rows(limits: Sequence[Limit], language: str) -> list[str]:
    """Return the table of limits."""
    words = {True: ("守住", "held"), False: ("未守住", "missed"), None: ("未测", "not measured")}
    head = (
        ("限度", "至多或至少", "测得", "")
        if language == "zh"
        else ("limit", "at most or least", "measured", "")
    )
    rows = []
    for one in limits:
        sign = (
            ("至少" if one.at_least else "至多")
            if language == "zh"
            else ("at least" if one.at_least else "at most")
        )
        measured = "-" if one.measured is None else figure(one.measured)
        held = words[one.held][0 if language == "zh" else 1]
        rows.append((one.title.get(language), f"{sign} {one.bound:g}", measured, held))
    return table(head, rows)


def page(report: Report, language: str) -> str:
    """Return the page in a language."""
    zh = language == "zh"
    singly = by_way(report.singly, 1e6, BY_HAND, report.titles, language)
    tables = by_way(report.tables, 1e9, POLARS, report.titles, language)
    versions = "，" if zh else ", "
    filled = {
        "machine": report.machine.get(language),
        "seed": str(report.seed),
        "versions": versions.join(f"{name} {one}" for name, one in report.versions.items()),
        "not_run": "\n".join(f"- {one.get(language)}" for one in report.not_run),
        "limits": "\n".join(limit_rows(report.limits, language)),
        "subjects": str(report.subjects),
        "rounds": str(report.rounds),
        "rows": str(report.rows),
        "singly": "\n".join(singly),
        "tables": "\n".join(tables),
        "fresh": "\n".join(fresh_rows(report.fresh, language)),
        "bytes_held": "\n".join(held_rows(report, language)),
        **{f"mall_{name}": figure(one.median * 1e6) for name, one in report.mall.items()},
        **{task: counted(found, language) for task, found in report.answers.items()},
    }
    said = (ZH_PAGE if zh else EN_PAGE).format_map(filled)
    return re.sub(r"\n{3,}", "\n\n", said)


def counted(answers: Mapping[bool | None, int], language: str) -> str:
    """Return how often each answer was given."""
    yes, no, unknown = (answers.get(one, 0) for one in (True, False, None))
    if language == "zh":
        return f"成立 {yes}，不成立 {no}，未知 {unknown}。"
    return f"True {yes}, false {no}, unknown {unknown} times."


def fresh_rows(fresh: Mapping[str, Cold], language: str) -> list[str]:
    """Return the table of imports."""
    head = ("导入", "毫秒", "内存，兆字节") if language == "zh" else ("import", "ms", "memory, MB")
    rest = {name: one for name, one in fresh.items() if name != NOTHING}
    bare = fresh[NOTHING].held
    rows = (
        (named(name, language), figure(one.median * 1e3), figure((one.held - bare) / 1024))
        for name, one in rest.items()
    )
    return table(head, rows)


def held_rows(report: Report, language: str) -> list[str]:
    """Return the table of what answers hold."""
    zh = language == "zh"
    head = ("题目", "到结论", "全部说明") if zh else ("task", "to its outcome", "fully explained")
    rows = (
        (report.titles[task].get(language), *map(str, held))
        for task, held in report.bytes_held.items()
    )
    return table(head, rows)
