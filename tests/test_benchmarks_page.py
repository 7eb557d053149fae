"""The clock of the benchmarks, their limits, fresh processes and the page, of made-up runs.

No time is asserted: the clock of these tests is told what to say.
"""

from collections.abc import Iterator
from pathlib import Path

import make_benchmarks
import pytest
from benchmarks import cold, contenders, drawn, limits, measuring, ours, pages
from benchmarks.by_table import EXPRESSION, FISCA_ANEW, NUMPY
from benchmarks.measuring import Series, Way
from benchmarks.tasks import THREE, tasks

import careplan as cp

ALL = tasks()
HERE = ("numpy", "polars", "duckdb")  # in the environment of every test


# --- the clock ------------------------------------------------------------------------------


class Told:
    """A clock that goes by what was run: so many seconds for each run of a way."""

    def __init__(self, **seconds: float) -> None:
        self.now = 0.0
        self.seconds = seconds
        self.ran: list[str] = []

    def __call__(self) -> float:
        """Return what it is now."""
        return self.now

    def way(self, name: str, rows: int = 1) -> Way:
        """Return a way that takes its time."""

        def run(_: int) -> None:
            self.ran.append(name)
            self.now += self.seconds[name]

        return Way(name, run, rows, list)


def test_ways_take_turns_and_who_is_first_changes() -> None:
    clock = Told(one=1.0, two=3.0)
    found = measuring.interleaved([clock.way("one"), clock.way("two", 2)], 2, clock=clock)
    # Each is run twice before: once to be warm, once to see how often it is to be done.
    assert clock.ran == ["one", "one", "two", "two", "one", "two", "two", "one"]
    assert found["one"].seconds == (1.0, 1.0)
    assert found["two"].median == 1.5  # three seconds for two rows
    assert found["two"].times(found["one"]) == 1.5


def test_what_is_too_quick_for_the_clock_is_done_again() -> None:
    clock = Told(quick=0.001)
    [found] = measuring.interleaved([clock.way("quick")], 1, clock=clock).values()
    assert len(clock.ran) == 2 + 6  # five thousandths are five runs, and one to be sure
    assert found.median == pytest.approx(0.001)
    never = Told(never=0.0)
    assert measuring.repeats(never.way("never"), never, 1.0) == 1_000


def test_ratios_are_taken_round_by_round() -> None:
    # A busy machine doubles both in one round: the ratio does not see it.
    one, two = Series("one", (1.0, 2.0, 1.0)), Series("two", (3.0, 6.0, 3.0))
    assert two.times(one) == 3
    assert measuring.geometric([1, 4]) == 2  # the root of 1 * 4


def test_unequal_answers_are_named() -> None:
    answers: dict[str, measuring.Answers] = {"same": [True, None], "other": [True, False]}
    with pytest.raises(measuring.Unequal, match=r"other answers the task t otherwise in rows \(1,"):
        measuring.check_equal("t", [True, None], answers)


# --- the limits -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("measured", "at_least", "held"),
    [
        (1.9, False, True),
        (2.0, False, True),  # at most 2 includes it
        (2.1, False, False),
        (1.9, True, False),
        (2.0, True, True),  # and so does at least 2
        (2.1, True, True),
        (None, False, None),
    ],
)
def test_a_limit_includes_its_bound(
    measured: float | None, at_least: bool, held: bool | None
) -> None:
    limit = limits.Limit(cp.Text(zh="甲", en="a"), 2, measured, at_least=at_least)
    assert limit.held is held


def series(**seconds: float) -> dict[str, Series]:
    """Return series of one round."""
    return {name: Series(name, (one,)) for name, one in seconds.items()}


def found_limits(fisca: float | None = 8.0) -> dict[str, limits.Limit]:
    """Return the limits of a made-up run, by their English title."""
    by_hand_and_ours = series(**{contenders.BY_HAND: 1, ours.COMPILED: 2, ours.EXPLAINED: 250})
    worst = series(**{contenders.BY_HAND: 1, ours.COMPILED: 4, ours.EXPLAINED: 310})
    tables_found = series(**{EXPRESSION: 2, NUMPY: 1})
    if fisca is not None:
        tables_found |= series(**{FISCA_ANEW: fisca})
    mall = series(**{limits.MALL_COMPILED: 1, limits.MALL_OUTCOME: 5, limits.MALL_EXPLAINED: 26})
    fresh = {
        cold.ATTRS: cold.Cold((0.02,), (1,)),
        cold.CAREPLAN: cold.Cold((0.01,), (1,)),
        cold.FIRST: cold.Cold((0.08,), (1,)),
    }
    singly = {"ladder": by_hand_and_ours, "sheet": by_hand_and_ours, "twelve": worst}
    found = limits.limits(singly, dict.fromkeys(THREE, tables_found), mall, fresh)
    return {one.title.get("en"): one for one in found}


def test_limits_are_reckoned_of_what_was_measured() -> None:
    found = found_limits()
    geometric = found["`compiled` / Python by hand, geometric mean of three tasks"]
    assert geometric.measured == pytest.approx((2 * 2 * 4) ** (1 / 3))
    assert found["`compiled` / Python by hand, the worst task"].measured == 4
    assert found["`assess` fully explained / Python by hand, the worst task"].held is False
    assert found["the mall: `assess` to its outcome / its ten compiled rules"].held
    assert found["the mall: `assess` fully explained / its ten compiled rules"].held is False
    assert found["`import careplan` / `import attrs`"].measured == pytest.approx(0.5)
    assert found["a fresh process to its first outcome / `import attrs`"].held is False  # 4 of 3
    fisca = "a million rows: OpenFisca / `frames.expression` on polars, geometric mean"
    assert found[fisca].measured == pytest.approx(4)  # 8 / 2
    assert found_limits(fisca=None)[fisca].held is None


def test_the_ten_rules_of_the_mall_are_asked() -> None:
    ways = {way.name: way for way in limits.of_the_mall(rows=2)}
    assert [*ways] == [limits.MALL_COMPILED, limits.MALL_OUTCOME, limits.MALL_EXPLAINED]
    for way in ways.values():
        way.run(0)
    assert len(limits.rules_of_the_mall()) == 10  # as the issue counts them


# --- fresh processes ------------------------------------------------------------------------


def test_statements_take_turns_and_the_first_round_is_lost() -> None:
    times: Iterator[int] = iter(range(100))

    def start(_: str) -> tuple[float, int]:
        return float(next(times)), 7

    found = cold.fresh(2, ["numpy"], start)
    assert [*found] == ["nothing", "careplan", "careplan, first outcome", "numpy"]
    assert found["nothing"].seconds == (4.0, 8.0)
    assert (found["nothing"].median, found["numpy"].held) == (6.0, 7)


def test_a_fresh_process_comes_to_its_outcome() -> None:
    seconds, kilobytes = cold.started(cold.OUTCOME)
    assert seconds > 0
    assert kilobytes >= 0


def test_bytes_are_those_of_each_object_that_is_kept() -> None:
    assert cold.bytes_of(lambda _: bytes(1_000)) == pytest.approx(1_033, abs=40)  # and its head
    [first, *_] = ALL
    subjects = drawn.objects(first.drawn(201), first.noun, 201)
    outcome, explained = cold.bytes_of_answers(first, subjects)
    assert 0 < outcome < explained


# --- the page -------------------------------------------------------------------------------


def a_report() -> pages.Report:
    """Return a report of a made-up run."""
    singly = series(**{contenders.BY_HAND: 1e-6, ours.COMPILED: 2e-6})
    whole = series(**{"polars by hand": 1e-8, EXPRESSION: 1.234e-8})
    return pages.Report(
        seed=drawn.SEED,
        subjects=10,
        rows=20,
        rounds=3,
        machine=make_benchmarks.machine(),
        versions={"polars": "1.0"},
        not_run=[
            make_benchmarks.not_run("zen-engine", ["zen-engine"]),
            make_benchmarks.not_run("rule-engine", []),
        ],
        titles={task.key: task.title for task in ALL},
        answers={task.key: {True: 5, None: 2} for task in ALL},
        singly={"ladder": singly, "sheet": {contenders.BY_HAND: singly[contenders.BY_HAND]}},
        tables={"ladder": whole},
        fresh={
            cold.NOTHING: cold.Cold((0.0,), (1024,)),
            cold.ATTRS: cold.Cold((0.0213,), (3072,)),
        },
        bytes_held={"ladder": (500, 1_500)},
        mall=series(compiled=2.5e-6, outcome=1e-5, explained=2.5e-4),
        limits=[*found_limits(fisca=None).values()],
    )


def test_the_page_has_what_was_measured_in_english() -> None:
    page = pages.page(a_report(), "en")
    for row in (
        "| Python by hand | 1 (1 x) | 1 (1 x) |",
        "| `cp.compiled` | 2 (2 x) | - |",
        "| cp.frames.expression, polars | 12.3 (1.23 x) |",
        "| attrs | 21.3 | 2 |",
        "| room ladder | 500 | 1500 |",
        "| `compiled` / Python by hand, the worst task | at most 3 | 4 | missed |",
        "| zen's expressions / `compiled`, geometric mean | at least 4 | - | not measured |",
        "| `import careplan` / `import attrs` | at most 1 | 0.5 | held |",
    ):
        assert row in page.splitlines()
    assert "True 5, false 0, unknown 2 times." in page
    assert "ten compiled rules take 2.5 microseconds" in page
    assert "- NOT RUN: zen-engine, which has no release for Python 3." in page
    assert "- NOT RUN: rule-engine, which is not installed" in page
    assert "{" not in page


def test_the_page_has_what_was_measured_in_chinese() -> None:
    page = pages.page(a_report(), "zh")
    for row in (
        "| 手写 Python | 1 (1 x) | 1 (1 x) |",
        "| cp.frames.expression，polars | 12.3 (1.23 x) |",
        "| `compiled` 与手写 Python 之比，最大的一题 | 至多 3 | 4 | 未守住 |",
        "| zen 表达式与 `compiled` 之比，三题几何平均 | 至少 4 | - | 未测 |",
        "| 母婴室面积阶梯 | 500 | 1500 |",
    ):
        assert row in page.splitlines()
    assert "- 未运行：rule-engine，没有安装" in page
    assert "成立 5，不成立 0，未知 2。" in page
    assert "{" not in page


def test_figures_have_three_digits() -> None:
    assert [pages.figure(one) for one in (0.01234, 1.5, 12.34, 99.96, 123.4, 12_345.6)] == [
        *("0.0123", "1.5", "12.3", "100", "123", "12346"),
    ]


def test_a_quick_run_prints_and_a_whole_one_writes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = []

    def report(size: make_benchmarks.Size, without: list[str]) -> pages.Report:
        asked.append((size, without))
        return a_report()

    monkeypatch.setattr(make_benchmarks, "report", report)
    for language in ("en", "zh"):
        (tmp_path / language).mkdir()
    assert make_benchmarks.main(["--quick", "--into", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("# Benchmarks")
    assert [*tmp_path.rglob("*.md")] == []
    assert make_benchmarks.main(["--without", "zen-engine", "--into", str(tmp_path)]) == 0
    assert (tmp_path / "zh" / "benchmarks.md").read_text("utf-8").startswith("# 基准测试")
    assert asked == [(make_benchmarks.QUICK, []), (make_benchmarks.Size(), ["zen-engine"])]


def test_a_small_run_comes_to_its_report(monkeypatch: pytest.MonkeyPatch) -> None:
    small = make_benchmarks.Size(subjects=40, each=20, rows=50, rounds=1, processes=1)
    monkeypatch.setattr(contenders, "PEERS", HERE)
    monkeypatch.setattr(measuring, "LEAST_SECONDS", 0.0)
    monkeypatch.setattr(limits, "MALL_ROWS", 1)
    made_up = a_report()  # processes and memory have tests of their own
    fresh = {**made_up.fresh} | dict.fromkeys(
        (cold.CAREPLAN, cold.FIRST), made_up.fresh[cold.ATTRS]
    )
    monkeypatch.setattr(cold, "fresh", lambda *_: fresh)
    monkeypatch.setattr(cold, "bytes_of_answers", lambda *_: (1, 2))
    found = make_benchmarks.report(small, [])
    assert [*found.singly] == [*found.tables] == [task.key for task in ALL]
    assert all(sum(counted.values()) == 40 for counted in found.answers.values())
    assert found.not_run == []
    assert pages.page(found, "zh").startswith("# 基准测试")
