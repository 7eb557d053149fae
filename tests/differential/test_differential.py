"""What asks every way is itself tried: on a few pairs, and on ways that answer wrongly."""

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from random import Random
from typing import Any

import pytest
from differential.__main__ import main
from differential.asked import Asked, drawn, drawn_plans, of_plans
from differential.engines import looks_at_items
from differential.figures import DOCS, MARKED, Part, Run, written
from differential.running import Count, Left, batches, run, run_whole
from differential.subjects import subjects
from differential.ways import Answers, Batch, Evaluated, NotHere, refused, said
from differential.whole import Asking, Assessed, Row, askings
from posts import Post

import careplan as cp
from careplan.base.errors import InvalidInput, Problem
from careplan.base.text import Text
from careplan.criteria.nodes import Criterion

VENUE, ROOM = cp.facts(cp.Venue), cp.facts(cp.Room)
LARGE = VENUE.building_area_m2 >= 5_000
ASKED = [
    Asked("large", cp.Venue, LARGE & cp.some(VENUE.rooms, ROOM.independent)),
    Asked("none", cp.Venue, cp.not_(cp.some(VENUE.rooms))),
]


class Faulty:
    """A way that takes "at least" for "more than", and is right about all else."""

    name = "faulty"
    runs_on = "nothing"

    def answers(self, batch: Batch) -> Iterator[Answers]:
        """Say that what is exactly as large as is asked is too small."""
        for answers in Evaluated().truths(batch):
            pairs = zip(batch.subjects, answers, strict=True)
            yield [
                False if answer and getattr(one, "building_area_m2", None) == 5_000 else answer
                for one, answer in pairs
            ]


class Breaking:
    """A way that refuses what is first, and breaks off at the next."""

    name = "breaking"
    runs_on = "nothing"

    def answers(self, batch: Batch) -> Iterator[Answers]:
        """Refuse, then break off."""
        assert batch.subjects
        problem = Problem("criterion", "blank", "")

        def refuse() -> Answers:
            raise InvalidInput([problem])

        def break_off() -> Answers:
            raise RuntimeError("no more memory")

        yield from map(said, [refuse, break_off])


class Absent:
    """A way that runs on what is not here."""

    name = "absent"

    @property
    def runs_on(self) -> str:
        """Say what is not here."""
        raise NotHere("Oracle is not here")

    def answers(self, batch: Batch) -> Iterator[Answers]:
        """Be never asked."""
        raise AssertionError(batch)


class Idle:
    """A way that finds of each plan that nothing applies."""

    name = "idle"
    runs_on = "nothing"

    def rows(self, asking: Asking) -> list[Row]:
        """Say so of all."""
        return [[cp.Outcome.NOT_APPLICABLE] * len(row) for row in Assessed().rows(asking)]


def test_the_same_seed_makes_the_same_subjects_and_criteria() -> None:
    criteria = [one.criterion for one in ASKED]
    first, again, other = (subjects(Random(seed), cp.Venue, criteria, 40) for seed in (1, 1, 2))
    assert first == again != other
    assert drawn([Post], 5, 7) == drawn([Post], 5, 7) != drawn([Post], 5, 8)


def test_all_three_answers_are_seen_of_nearly_every_criterion_of_the_plans() -> None:
    asked = of_plans(map(cp.get_plan, cp.plan_ids()))
    assert len({one.name for one in asked}) == len(asked) > 300
    _, seen = run([], batches(Random(3), asked, 100 * len(asked)))
    # Two are constant, four are so or so whatever their fact is.
    assert len(asked) - seen.by_all() <= 20


def test_numbers_lie_below_at_and_above_what_criteria_name() -> None:
    made: list[Any] = subjects(Random(1), cp.Venue, [LARGE], 200)
    areas = {one.building_area_m2 for one in made}
    step = cp.fact_spec(cp.Venue, "building_area_m2").kind.step  # type: ignore[union-attr]  # of a number
    assert {5_000 - step, 5_000, 5_000 + step, None} <= areas


def test_what_differs_is_made_small_and_told_once_for_each_criterion() -> None:
    told: list[str] = []
    [first, faulty], _ = run([Faulty()], batches(Random(1), ASKED, 400), tell=told.append)
    assert (first.mismatches, faulty.pairs) == (0, first.pairs)
    assert faulty.mismatches > 0
    # What is left is the comparison and the area, on the bound.
    assert "MISMATCH faulty: False, evaluate: True" in told[0]
    assert '"building_area_m2":5000}' in told[0]
    assert "independent" not in told[0].partition("subject")[2]


def test_what_is_refused_is_counted_and_what_breaks_off_is_a_mismatch() -> None:
    told: list[str] = []
    [_, count], _ = run([Breaking()], batches(Random(1), ASKED, 80), tell=told.append)
    broken = "RuntimeError: no more memory"  # an engine's own words have no other language
    assert count.refused == {
        Text(zh="不得为空白", en="cannot be blank"): 1,
        Text(zh=broken, en=broken): 1,
    }
    assert (count.pairs, count.mismatches, len(told)) == (0, 1, 1)


def test_what_is_refused_of_several_criteria_in_the_same_words_is_one_refusal() -> None:
    # Each quotes its criterion, whole or cut; the sentences of the table have it behind them.
    few = Fraction(1, 3) * VENUE.daily_visitors + VENUE.building_area_m2 == 5
    many = cp.all_of(few, *(VENUE.building_area_m2 > size for size in range(9)))
    [refusals] = {found_refusal(one) for one in (few, many)}
    assert refusals.get("en") == (
        "a frame does not say whether this sum equals its bound: write >= and <= ('…')"
    )
    assert refusals.get("zh") == (
        "此和是否恰等于某数，在数据框中不能判断；请改写为不小于与不大于：“…”"
    )


def found_refusal(criterion: Criterion) -> Text:
    with pytest.raises(InvalidInput) as caught:
        cp.frames.expression(criterion)
    return refused(caught.value).reason


def test_what_is_not_here_is_named_and_never_asked() -> None:
    [_, count], _ = run([Absent()], batches(Random(1), ASKED, 80))
    assert (count.not_run, count.pairs) == ("Oracle is not here", 0)


def test_whole_plans_are_compared_as_well() -> None:
    told: list[str] = []
    plan = cp.get_plan("shuangliao_2021")
    asked = list(askings(Random(1), [plan], 100))
    # The defaults, and each option beside them by itself.
    assert {} in [one.readings for one in asked]
    assert any(one.readings for one in asked)
    [first, idle], findings = run_whole([Idle()], asked, tell=told.append)
    assert findings == sum(len(Assessed().rows(one)[0]) - 1 for one in asked)
    assert 0 < idle.mismatches <= sum(len(one.subjects) for one in asked)
    assert first.mismatches == 0
    assert "of shuangliao_2021" in told[0]


def test_small_plans_are_drawn_by_their_seed() -> None:
    first = drawn_plans([cp.Venue], 3, 1)
    assert [one.digest for one in first] == [one.digest for one in drawn_plans([cp.Venue], 3, 1)]


def test_a_way_that_takes_long_is_asked_of_so_many_subjects_of_each_noun() -> None:
    left = Left({"slow": 5})
    assert [left.take("slow", cp.Venue, 3) for _ in range(3)] == [3, 2, 0]
    assert left.take("slow", cp.Room, 9) == 5
    assert left.take("quick", cp.Room, 9) == 9


def test_what_looks_at_items_is_told() -> None:
    assert looks_at_items(cp.not_(cp.some(VENUE.rooms)))
    assert looks_at_items(cp.total(VENUE.rooms, ROOM.usable_area_m2) >= 7)
    assert not looks_at_items(LARGE)


@pytest.mark.parametrize("ways", [("compiled", "referee", "outcomes"), ("SQL, SQLite",)])
def test_a_small_run_finds_no_mismatch(
    ways: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    only = [word for way in ways for word in ("--only", way)]
    assert main(["--seed", "5", "--pairs", "1000", "--drawn", "20", *only]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("seed 5\n")
    assert "MISMATCH" not in printed
    assert all(f"| {way} |" in printed for way in ways)


# --- the figures --------------------------------------------------------------------------------

ROW = re.compile(r"^\| ([^|]+) \| [^|]+ \| ([\d,]+) \| [\d.]+ \| (\d+) \| (\d+) \|$", re.MULTILINE)
COUNTS = (
    Count("a", "b", 7, 0.25, 1),
    Count("c", not_run="no | d"),
    Count("e", "f", 0, 0.0, 0),
)


def test_figures_are_written_between_the_marks() -> None:
    # Two ways refuse it, one of them three times: it was three times.
    COUNTS[2].refused[Text(zh="过长", en="too `long`")] = 3
    COUNTS[0].refused[Text(zh="过长", en="too `long`")] = 2
    made = Run(3, (Part("plans", COUNTS, 4, 2),))
    page = written("A\n<!-- figures -->\nold\n<!-- end -->\nB\n", made, "en")
    assert page.startswith("A\n<!-- figures -->\n\nSeed 3, CPython")
    assert page.endswith("- `too 'long'` (3)\n\n<!-- end -->\nB\n")
    assert "| a | b | 7 | 0.2 | 2 | 1 |" in page
    assert "- `过长` (3)" in written(page, made, "zh")
    assert "| c | NOT RUN: no / d | | | | |" in page
    assert "old" not in page
    # Again it is the same.
    assert written(page, made, "en") == page
    with pytest.raises(ValueError, match="no marks"):
        written("A", made, "en")


def test_both_pages_have_the_figures_of_one_run_of_a_million_pairs_without_mismatch() -> None:
    numbers = {}
    for language in ("en", "zh"):
        page = (DOCS / language / "differential.md").read_text(encoding="utf-8")
        found = MARKED.search(page)
        assert found is not None
        rows = ROW.findall(page)
        numbers[language] = rows
        assert {mismatches for *_, mismatches in rows} == {"0"}
    assert numbers["en"] == numbers["zh"]
    pairs = {name: int(number.replace(",", "")) for name, number, *_ in numbers["en"][::-1]}
    for way in ("evaluate", "compiled", "frames, polars", "SQL, SQLite", "SQL, DuckDB"):
        assert pairs[way] >= 1_000_000


def test_days_are_asked_of_what_counts_up_to_one() -> None:
    asked = [Asked("lease", Post, cp.elapsed(cp.facts(Post).lease_from, months=1))]
    made = list(batches(Random(1), asked, 6_000))
    assert {type(one.on) for one in made} <= {date, type(None)}
    assert any(one.on for one in made)
