"""The limits of speed, each a ratio of one run, beside what was measured: held or missed."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import attrs

import careplan as cp
from benchmarks import by_table, cold, contenders, ours
from benchmarks.cold import Cold
from benchmarks.measuring import Series, Way, geometric
from benchmarks.tasks import THREE
from careplan.documents.rules import Rule

Measured = Mapping[str, Mapping[str, Series]]  # by task, by way
MALL_COMPILED, MALL_OUTCOME, MALL_EXPLAINED = "compiled", "outcome", "explained"


@attrs.frozen
class Limit:
    """A limit: what is measured may be at the most, or is to be at the least, so many times."""

    title: cp.Text
    bound: float
    measured: float | None
    at_least: bool = False

    @property
    def held(self) -> bool | None:
        """Whether it is held; None if it was not measured."""
        if self.measured is None:
            return None
        return self.measured >= self.bound if self.at_least else self.measured <= self.bound


def ratios(measured: Measured, way: str, other: str, tasks: Sequence[str] = THREE) -> list[float]:
    """Return how many times as long as another a way takes, task by task; [] if one was not run."""
    found = [measured.get(task, {}) for task in tasks]
    if any(way not in one or other not in one for one in found):
        return []
    return [one[way].times(one[other]) for one in found]


def mean(found: Sequence[float]) -> float | None:
    """Return the geometric mean; None of nothing."""
    return geometric(found) if found else None


def most(found: Sequence[float]) -> float | None:
    """Return the largest; None of nothing."""
    return max(found, default=None)


def limits(
    singly: Measured, tables: Measured, mall: Mapping[str, Series], fresh: Mapping[str, Cold]
) -> tuple[Limit, ...]:
    """Return all limits with what was measured."""
    compiled = ratios(singly, ours.COMPILED, contenders.BY_HAND)
    zen = ratios(singly, contenders.ZEN, ours.COMPILED)
    graph = ratios(singly, ours.OUTCOME, contenders.GRAPH, ["ladder"])
    in_full = ratios(singly, ours.EXPLAINED, contenders.BY_HAND)
    polars = ratios(tables, by_table.EXPRESSION, by_table.POLARS)
    duckdb = ratios(tables, by_table.TEXT, by_table.DUCKDB)
    fisca = ratios(tables, by_table.FISCA_ANEW, by_table.EXPRESSION)

    def of_mall(name: str) -> float:
        return mall[name].times(mall[MALL_COMPILED])

    def of_import(name: str) -> float:
        return fresh[name].median / fresh[cold.ATTRS].median

    def said(zh: str, en: str) -> cp.Text:
        return cp.Text(zh=zh, en=en)

    return (
        Limit(said("`compiled` 与手写 Python 之比，三题几何平均", "`compiled` / Python by hand, geometric mean of three tasks"), 2, mean(compiled)),
        Limit(said("`compiled` 与手写 Python 之比，最大的一题", "`compiled` / Python by hand, the worst task"), 3, most(compiled)),
        Limit(said("zen 表达式与 `compiled` 之比，三题几何平均", "zen's expressions / `compiled`, geometric mean"), 4, mean(zen), at_least=True),
        Limit(said("`assess` 到结论与 zen 决策图之比，阶梯", "`assess` to its outcome / zen's decision graph, room ladder"), 1, most(graph)),
        Limit(said("`assess` 全部说明与手写 Python 之比，最大的一题", "`assess` fully explained / Python by hand, the worst task"), 300, most(in_full)),
        Limit(said("商场：`assess` 到结论与其十条编译规则之比", "the mall: `assess` to its outcome / its ten compiled rules"), 6, of_mall(MALL_OUTCOME)),
        Limit(said("商场：`assess` 全部说明与其十条编译规则之比", "the mall: `assess` fully explained / its ten compiled rules"), 25, of_mall(MALL_EXPLAINED)),
        Limit(said("百万行：`frames.expression` 与手写 polars 之比，最大的一题", "a million rows: `frames.expression` / polars by hand, the worst task"), 1.15, most(polars)),
        Limit(said("百万行：`sql.text` 与手写 SQL 之比（DuckDB），最大的一题", "a million rows: `sql.text` / SQL by hand on DuckDB, the worst task"), 1.15, most(duckdb)),
        Limit(said("百万行：OpenFisca 与 `frames.expression`（polars）之比，几何平均", "a million rows: OpenFisca / `frames.expression` on polars, geometric mean"), 4, mean(fisca), at_least=True),
        Limit(said("`import careplan` 与 `import attrs` 之比", "`import careplan` / `import attrs`"), 1, of_import(cold.CAREPLAN)),
        Limit(said("新进程到第一个结论与 `import attrs` 之比", "a fresh process to its first outcome / `import attrs`"), 3, of_import(cold.FIRST)),
    )  # fmt: skip


MALL_ROWS = 200


def rules_of_the_mall() -> list[Rule]:
    """Return the rules about venues of Shuangliao's document, under the readings taken first."""
    plan = cp.get_plan("shuangliao_2021")
    taken = plan.read_as(None)
    return [one for one in plan.rules if one.noun() is cp.Venue and one.holds_under(taken)]


def of_the_mall(rows: int | None = None) -> list[Way]:
    """Return the ways that ask of a mall what Shuangliao's ten rules about venues come to."""
    rows = MALL_ROWS if rows is None else rows
    plan = cp.get_plan("shuangliao_2021")
    mall = cp.Venue(
        category=cp.VenueCategory.COMMERCIAL_CENTRE,
        building_area_m2=12_000,
        rooms=[cp.Room(independent=True, usable_area_m2=8)],
    )
    taken = plan.read_as(None)
    asked = [cp.compiled(rule, readings=taken) for rule in rules_of_the_mall()]

    def compiled() -> object:
        return [one(mall) for one in asked]

    def outcome() -> object:
        return cp.assess(mall, plan).outcome

    def in_full() -> object:
        return ours.explained(cp.assess(mall, plan))

    named = {MALL_COMPILED: compiled, MALL_OUTCOME: outcome, MALL_EXPLAINED: in_full}
    return [Way(name, partial(again, work, rows), rows, list) for name, work in named.items()]


def again(work: Callable[[], object], rows: int, _: int) -> None:
    """Do something so many times."""
    for _ in range(rows):
        work()
