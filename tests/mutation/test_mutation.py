"""The tool finds the mutants it should, says which survive, and which entries are stale."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from mutation.__main__ import ROOT, TARGETS, score
from mutation.baseline import Baseline
from mutation.known import LIST, Equivalent, read_equivalents, stale
from mutation.mutants import Mutant, mutants, mutants_of


def changes(source: str) -> list[str]:
    return [one.change for one in mutants(source.encode(), "m.py")]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a < 1", ["a < 1 -> pass", "a < 1 -> a <= 1", "a < 1 -> a >= 1", "1 -> 2"]),
        ("x = a == b != c", ["a == b != c -> a != b != c", "a == b != c -> a == b == c"]),
        ("x = a and b", ["a and b -> a or b"]),
        ("x = not a", ["not a -> a"]),
        ("x = -a", ["-a -> a"]),
        ("x = a * b // c", ["a * b // c -> a * b / c", "a * b -> a / b"]),
        ("x = True", ["True -> False"]),
        ("x = 甲(0)", ["0 -> 1"]),  # positions are counted in bytes
        ("def f(a=None): return a", ["None -> False", "return a -> return None"]),
        ("def f(): return", []),
        ("def f(): return True", ["True -> False"]),
        ("x = min(a, key=b)", ["min(a, key=b) -> max(a, key=b)"]),
        ("x = sorted(a, key=b)", ["sorted(a, key=b) -> list(a)"]),
        ("x += 1", ["x += 1 -> pass", "x += 1 -> x -= 1", "1 -> 2"]),
        ("x.y = z", ["x.y = z -> pass"]),
        ("raise a", ["raise a -> pass"]),
        ("for x in y:\n  break", ["break -> continue"]),
        ("for x in y:\n  continue", ["continue -> break"]),
        ("if a:\n  x = 甲", ["a -> not a"]),
        ("x = [a for a in b if a()]", ["a() -> not a()"]),
        ("match x:\n  case y if z:\n    t = 0", ["z -> not z", "0 -> 1"]),
        # Left out, as the docstring of the module says:
        ('"""A docstring."""\nx = "a text"', []),
        ("x = f'{a + 1}'", []),
        ("def f(a: int | None) -> 'bool': '''Doc.'''", []),
        ("Both = Rule | Task | None", []),
        ("x: dict[0, 1]", []),
        ("if TYPE_CHECKING:\n  x = 1", []),
        ("class A:\n  def __repr__(self): return 1", []),
        ("assert_never(x)", []),
        ("x = f(repr=False)", []),
        ("x = zip(a, b, strict=True)", []),
        ("assert x is not None", []),
    ],
)
def test_the_mutants_of_a_source(source: str, expected: list[str]) -> None:
    assert changes(source) == expected


def test_a_mutant_says_where_it_is_and_can_be_put_there() -> None:
    source = "class A:\n    def f(self):\n        return 数 < (\n            1)\n".encode()
    boundary = mutants(source, "m.py")[1]
    assert (boundary.line, boundary.inside, boundary.text) == (3, "A.f", "return 数 < (")
    assert boundary.change == "数 < ( 1) -> 数 <= 1"
    assert boundary.lines == (3, 4)
    assert boundary.applied(source).decode() == (
        "class A:\n    def f(self):\n        return (数 <= 1)\n"
    )


def test_equal_changes_of_a_line_are_told_apart() -> None:
    assert changes("x = (0, 0)") == ["0 -> 1", "0 -> 1 (no. 2)"]


def test_the_head_of_a_statement_is_run_without_its_body() -> None:
    head, *_ = mutants(b"if a > 0:\n    x = 1\n", "m.py")
    assert head.lines == (1, 1)


def mutant(source: str) -> Mutant:
    return mutants(source.encode(), "src/a.py")[0]


def test_tests_are_chosen_by_line_near_ones_and_fast_ones_first() -> None:
    seconds = {"tests/test_b.py::x": 1.0, "tests/test_a.py::y": 3.0, "tests/test_b.py::z": 0.5}
    lines = {"src/a.py": {1: {*seconds, "tests/test_b.py::fails"}, 2: {"tests/test_c.py::v"}}}
    assert Baseline(seconds, lines).rounds_for(mutant("x = not y")) == [
        ["tests/test_a.py::y"],
        ["tests/test_b.py::z", "tests/test_b.py::x"],
    ]
    assert Baseline(seconds, {}).rounds_for(mutant("x = not y")) == []


def test_what_runs_on_import_concerns_every_test() -> None:
    lines = {"src/a.py": {1: {""}}}
    found = Baseline({"tests/test_c.py::v": 0.1}, lines).tests_for(mutant("x = not y"))
    assert found == ["tests/test_c.py::v"]


def test_a_mutant_gets_so_many_seconds_of_tests() -> None:
    # 60 seconds a round: a second test would make it 80; but one is run however long it takes.
    slow = {f"tests/test_{name}.py::{number}": 40.0 for name in "ab" for number in (1, 2)}
    lines = {"src/a.py": {1: {*slow}}}
    assert Baseline(slow, lines).rounds_for(mutant("x = not y")) == [
        ["tests/test_a.py::1"],
        ["tests/test_b.py::1"],
    ]
    long = {"tests/test_b.py::1": 70.0}
    assert Baseline(long, lines).rounds_for(mutant("x = not y")) == [["tests/test_b.py::1"]]


def test_a_stale_entry_is_found() -> None:
    found = mutants(b"def f(a):\n    return not a\n", "m.py")
    entry = Equivalent("f", "return not a", "not a -> a", "why")
    moved = Equivalent("g", "return not a", "not a -> a", "why")
    assert stale([entry, moved], found) == [moved]


def test_no_entry_of_the_list_is_stale_or_stands_twice() -> None:
    listed = read_equivalents((ROOT / LIST).read_text(encoding="utf-8"))
    assert stale(listed, mutants_of(TARGETS, ROOT)) == []
    assert len({one.key for one in listed}) == len(listed)
    assert [one for one in listed if not one.reason.strip()] == []


def test_a_target_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        mutants_of([tmp_path / "gone"], tmp_path)


def test_the_score() -> None:
    assert score(380, 20) == 95.0  # 380 of 400
    assert score(0, 0) == 100.0


SMALL = {
    "src/small.py": "def grown(age):\n    return age >= 18\n\n\ndef loop(n):\n"
    "    while n > 0:\n        n -= 1\n    return n\n",
    # 17 and 19 do not notice the boundary, and the loop is not asked for 1.
    "tests/test_small.py": "from small import grown, loop\n\n\ndef test_grown():\n"
    "    assert grown(20)\n    assert not grown(10)\n\n\ndef test_loop():\n"
    "    assert loop(5) == 0\n",
    "pyproject.toml": "[tool.pytest.ini_options]\naddopts = '--import-mode=importlib'\n",
    "tests/mutation/equivalent.toml": "[[mutant]]\ninside = 'loop'\n"
    "text = 'while n > 0:'\nchange = '0 -> 1'\nreason = 'none, for the test of the tool'\n",
}


def test_the_tool_at_work_on_a_small_project(tmp_path: Path) -> None:
    for name, text in SMALL.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    command = [sys.executable, "-m", "mutation", "--root", str(tmp_path), "--seed", "1"]
    command += ["--jobs", "1", "--spare", "1", "--work", str(tmp_path), str(tmp_path / "src")]
    kept = {key: value for key, value in os.environ.items() if not key.startswith("COV")}
    done = subprocess.run(  # noqa: S603 - our own tool
        command,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=kept | {"PYTHONPATH": str(ROOT / "tests")},
    )
    said = done.stdout.splitlines()
    survived = {line.split(": ", 2)[2] for line in said if line.startswith("src/")}
    # No test asks for 18, or ends the loop but at 0; `n -= 1 -> pass` never ends and is stopped.
    assert survived == {"age >= 18 -> age > 18", "18 -> 19"}, done.stdout + done.stderr
    # By hand: 4 of grown; of loop 3 of its head, 3 of its step, 1 of its return. One is known.
    assert (
        said[-1]
        == "seed 1: 11 of 11 mutants, 1 of them known as equivalent; 8 of 10 killed, 80.0 %"
    )
    assert done.returncode == 1
