"""What `nox -s bench` asks: the same subjects, and the same answers by every way that is here."""

from collections import Counter
from typing import Any

import numpy as np
import pytest
from benchmarks import by_hand, contenders, drawn, measuring, ours
from benchmarks.by_table import EXPRESSION, of_sqlite
from benchmarks.peers import openfisca, zen
from benchmarks.peers.bounds import Words, name_of
from benchmarks.tasks import ITEMS, PASS_MARK, Place, Task, rungs, tasks

import careplan as cp

ALL = tasks()
HERE = ("numpy", "polars", "duckdb")  # in the environment of every test
FEW = 400
each_task = pytest.mark.parametrize("task", ALL, ids=lambda task: task.key)


# --- the subjects ---------------------------------------------------------------------------


@each_task
def test_a_seed_draws_the_same_subjects_again(task: Task) -> None:
    one, two = (drawn.records(task.drawn(50), 50) for _ in range(2))
    assert one == two
    assert drawn.records(task.drawn(50), 50) != drawn.records(drawn.rooms(50, seed=1), 50)


@each_task
def test_objects_records_and_columns_say_the_same(task: Task) -> None:
    few = task.drawn(80)
    objects = drawn.objects(few, task.noun, few.rows)
    rows = drawn.records(few, few.rows)
    for subject, record in zip(objects, rows, strict=True):
        for name, value in record.items():
            fact, _, key = name.partition("__")
            stated = getattr(subject, fact)
            if fact == "equipment":
                stated = None if stated is None else stated.get(cp.Equipment(key))
            elif fact == "supplies":
                stated = None if stated is None else cp.Supply(key) in stated
            elif fact == "rooms" and stated is not None:
                stated = [
                    {"independent": one.independent, "usable_area_m2": one.usable_area_m2}
                    for one in stated
                ]
            assert getattr(stated, "value", stated) == value


def test_a_tenth_of_the_facts_is_blank_and_areas_are_halves() -> None:
    area = drawn.venues(5_000).columns["building_area_m2"]
    assert 0.08 < 1 - area.stated.mean() < 0.12  # drawn with 0.1: six standard deviations
    assert set(area.values * 2 % 1) == {0.0}


@each_task
def test_each_answer_is_given(task: Task) -> None:
    few = task.drawn(FEW)
    counted = Counter(map(task.by_hand, drawn.objects(few, task.noun, FEW)))
    assert set(counted) == {True, False, None}
    assert min(counted.values()) > FEW // 20  # none of the three is a rare case


# --- the tasks ------------------------------------------------------------------------------


@each_task
def test_by_hand_says_what_evaluate_and_assess_say(task: Task) -> None:
    few = task.drawn(FEW)
    for subject in drawn.objects(few, task.noun, FEW):
        expected = task.by_hand(subject)
        assert ours.TRUTHS[cp.evaluate(task.criterion, subject).truth] is expected
        assert ours.OUTCOMES[cp.assess(subject, task.plan).outcome] is expected


HOSPITAL = cp.VenueCategory.HOSPITAL


@pytest.mark.parametrize(
    ("building", "largest", "kept"),
    [
        # 4.1.a: from 5,000 to 10,000 m2 a room of 6; 4.1.b: above, one of 10.
        (4_999.5, 0, True),
        (5_000, 5.5, False),
        (5_000, 6, True),
        (10_000, 6, True),
        (10_000.5, 6, False),
        (10_000.5, 9.5, False),
        (10_000.5, 10, True),
        (None, 10, True),  # whichever rung it is
        (None, 9.5, None),
        (5_000, None, None),
        (4_999.5, None, True),
    ],
)
def test_the_rungs_by_hand_at_their_boundaries(
    building: float | None, largest: float | None, kept: bool | None
) -> None:
    place = Place(category=HOSPITAL, building_area_m2=building, largest_room_m2=largest)
    assert by_hand.keeps_ladder(place) is kept
    large = None if largest is None else [cp.Room(independent=True, usable_area_m2=largest)]
    venue = cp.Venue(category=HOSPITAL, building_area_m2=building, rooms=large)
    assert by_hand.keeps_area_rule(venue) is kept


def test_the_sheet_has_a_hundred_points_and_asks_more_than_ten_items() -> None:
    assert sum(points for points, _ in ITEMS) == 100
    assert len(ITEMS) == 15
    assert PASS_MARK + by_hand.MAY_LACK == 100


def test_who_is_meant_stands_once_in_the_ladder_and_in_each_of_its_rules() -> None:
    plan, criterion = rungs(of_rooms=True)
    assert [rule.id for rule in plan.rules] == ["4.1.a", "4.1.b"]
    assert repr(criterion).count("coach_station_grade") == 1
    assert all("coach_station_grade" in repr(rule.applies) for rule in plan.rules)


# --- the ways -------------------------------------------------------------------------------


@each_task
def test_every_way_that_is_here_answers_alike(task: Task) -> None:
    few = task.drawn(FEW)
    singly = [*contenders.by_one(task, few, 100, HERE)]
    whole = [*contenders.by_tables(task, few, HERE), *of_sqlite(task, few)]
    answers = {way.name: way.answers() for way in (*singly, *whole)}
    measuring.check_equal(task.key, answers[contenders.BY_HAND], answers)
    # An expression sees one frame, and the rooms lie in another.
    assert (EXPRESSION in answers) is (not few.inner)
    assert len(answers) == (13 if few.inner else 15)
    for way in singly:
        way.run(3)  # the fourth hundred


def test_what_is_not_installed_is_not_asked() -> None:
    [first, *_] = ALL
    few = first.drawn(10)
    names = {way.name for way in contenders.by_one(first, few, 10, ())}
    assert names == {
        contenders.BY_HAND,
        *(ours.COMPILED, ours.OUTCOME, ours.STREAM, ours.EVALUATE, ours.EXPLAINED),
    }
    assert [*contenders.by_tables(first, few, ())] == []


PYTHON = Words(
    fact=lambda path, inside: f"one[{name_of(path)!r}]" if inside else f"row[{name_of(path)!r}]",
    stated="({} is not None)".format,
    blank="({} is None)".format,
    compared=lambda fact, sign, value: f"({fact} {sign} {value!r})",
    among=lambda fact, values: f"({fact} in {values!r})",
    both=lambda parts: f"({' and '.join(parts)})",
    either=lambda parts: f"({' or '.join(parts)})",
    denied="(not {})".format,
    some="any({1} for one in {0})".format,
    points=lambda items, least: f"(sum(by for by, so in [{_listed(items)}] if so) >= {least})",
    three="True if {} else None if {} else False".format,
)


def _listed(items: Any) -> str:
    return ", ".join(f"({points}, {one})" for points, one in items)


@each_task
def test_what_peers_are_told_in_two_values_is_right_in_three(task: Task) -> None:
    told = compile(PYTHON.three_valued(task.criterion), "<told>", "eval")
    few = task.drawn(FEW)
    subjects = drawn.objects(few, task.noun, FEW)
    for subject, row in zip(subjects, drawn.records(few, FEW), strict=True):
        assert eval(told, {"row": row, "any": any, "sum": sum}) is task.by_hand(subject)  # noqa: S307 - our own text


def test_what_no_task_asks_the_peers_are_not_told() -> None:
    venue, room = cp.facts(cp.Venue), cp.facts(cp.Room)
    with pytest.raises(NotImplementedError, match="every"):
        PYTHON.three_valued(cp.every(venue.rooms, room.independent))


def test_the_graph_of_the_ladder_is_a_table_of_rungs() -> None:
    by_key = {task.key: task for task in ALL}
    kinds = {key: [kind for _, kind, _ in zen.steps_of(task)] for key, task in by_key.items()}
    assert kinds["ladder"] == kinds["rooms"] == ["expressionNode", "decisionTableNode"]
    assert kinds["sheet"] == kinds["twelve"] == ["expressionNode"]
    assert [zen.kept({"result": {"kept": said}}) for said in ("yes", "no", "open")] == [
        *(True, False, None)
    ]


def test_openfisca_asks_of_a_flag_where_it_is_stated() -> None:
    # Its arrays have no blanks: what is not stated has a value, which must not be read.
    held = {"f": [True, True, False, False], "f__stated": [True, False, True, False]}

    def population(name: str, _: object) -> Any:
        return np.array(held[name])

    fact = openfisca.Fact("f", {})
    assert fact.compared("==", value=True)(population, None).tolist() == [True, False, False, False]
    assert fact.compared("!=", value=False)(population, None).tolist() == [True, True, False, True]
