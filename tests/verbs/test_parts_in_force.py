"""What is in force for a time of its own inside what is handed in, or inside a larger part."""

from datetime import date
from typing import Any

import pytest
from in_force import DAY, room

import careplan as cp
from careplan import writing as w
from careplan.results import Graded, RegistrationPaths, Score

# From 1 May 2024 on; the day before is the last without it.
LATER = (DAY, None)
BEFORE = date(2024, 4, 30)
Within = Any  # whatever stands for a validity

PLAN = cp.Plan.of(
    "own",
    "评星评分",
    w.clause(
        "1",
        "一",
        w.MUST,
        "评星评分",
        "Stars and points.",
        w.grading(
            "stars",
            "星级",
            w.grade("base", "基本", room.clean),
            w.grade("four", "四星", room.area_m2 >= 16, part="4", within=LATER),
            part="stars",
        ),
        w.sheet(
            "points",
            "评分表",
            w.item("clean", "清洁", 60, room.clean, part="clean"),
            w.item("sign", "标识", 40, room.direction_sign, part="sign", within=LATER),
            part="sheet",
            marking=w.Marking.ALL_OR_NOTHING,
            pass_mark=60,
            bands=[w.band("good", "良好", 30), w.band("best", "优秀", 60, part="b", within=LATER)],
        ),
    ),
    issuer="某县",
)
STARS, SHEET = PLAN.gradings["stars"], PLAN.scorecards["points"]


@pytest.mark.parametrize(
    ("on", "keys", "low"),
    [(BEFORE, ["base"], "base"), (DAY, ["base", "four"], "four"), (None, ["base", "four"], "four")],
)
def test_a_grade_counts_while_it_is_in_force(on: date | None, keys: list[str], low: str) -> None:
    found = cp.grade(cp.Room(clean=True, area_m2=16), STARS, on=on)
    assert ([one.grade.key for one in found.grades], found.low) == (keys, low)
    assert cp.codec.loads(cp.codec.dumps(found), Graded) == found


# 60 of 60 points before, 60 of 100 from then on, without the sign.
@pytest.mark.parametrize(
    ("on", "possible", "band", "asked"),
    [
        (BEFORE, (60, 60), "good", {"clean"}),
        (DAY, (100, 100), "best", {"clean", "sign"}),
        (None, (100, 100), "best", {"clean", "sign"}),
    ],
)
def test_an_item_and_a_band_count_while_they_are_in_force(
    on: date | None, possible: tuple[int, int], band: str, asked: set[str]
) -> None:
    found = cp.score(SHEET, {}, room=cp.Room(clean=True, direction_sign=False), on=on)
    assert (found.low, found.high, found.possible) == (60, 60, possible)
    assert found.band is not None
    assert found.band.key == band
    assert cp.codec.loads(cp.codec.dumps(found), Score) == found
    assert set(cp.minimum_marks(SHEET, on=on)) == asked


def test_one_clause_names_what_of_it_is_not_in_force() -> None:
    later = w.duty(requires=room.clean, part="a", within=LATER)
    chapter = (
        w.clause("1", "一", w.MUST, "甲", later, w.duty(requires=room.clean, part="b")),
        w.clause("12", "二", w.MUST, "乙", w.duty(requires=room.clean, within=LATER)),
    )
    found = cp.assess(cp.Room(), cp.Plan.of("p", "办法", chapter, issuer="某县"), on=BEFORE)
    assert found.not_in_force == ("1/a", "12")
    assert found.under("1").not_in_force == ("1/a",)


def test_a_mark_of_an_item_that_is_not_in_force_is_refused() -> None:
    with pytest.raises(cp.InvalidInput) as refused:
        cp.score(SHEET, {"sign": 40}, on=BEFORE)
    assert [one.path for one in refused.value.problems] == ["marks.sign"]
    assert cp.score(SHEET, {"sign": 40}, on=DAY).low == 40


# --- what a document says of registering, and of meetings --------------------------------------


def council(within: Within = None, meeting: Within = None, **document: Any) -> cp.Plan:
    met = w.meeting(
        "m", "会议", chaired_by="主任", least_per_year=1, within=meeting, part="meeting"
    )
    group = w.council("c", "联席会议", met, within=within)
    made = w.Document(title="own", issuer="某县", **document)
    return cp.Plan.of("own", made, w.clause("1", "一", w.MUST, "联席会议", "A council.", group))


HALVES = ((None, date(2024, 6, 30)), (date(2024, 7, 1), None))


@pytest.mark.parametrize(
    ("plan", "met"),
    [
        (council(), True),
        (council(within=(date(2024, 12, 31), None)), True),
        (council(within=(date(2025, 1, 1), None)), False),
        (council(meeting=(date(2025, 1, 1), None)), False),
        (council(within=w.DRAFT), False),
        # Each is in force in 2024, and on no day of it are both.
        (council(within=HALVES[0], meeting=HALVES[1]), False),
        (council(in_force=HALVES[0], within=HALVES[1]), False),
        (council(in_force=HALVES[0], meeting=HALVES[0]), True),
    ],
)
def test_a_meeting_is_held_while_its_council_is_in_force(plan: cp.Plan, met: bool) -> None:
    assert bool(cp.agenda(plan, date(2024, 1, 1), date(2024, 12, 31)).entries) is met


def test_a_registration_that_is_not_in_force_lays_nothing_down() -> None:
    registers = w.registration(
        routes=(w.route(cp.Body.HEALTH, None, cp.all_of()),),
        oversight=(w.oversight(cp.ToddlerClass, managed_by=cp.Body.EDUCATION, part="class"),),
        within=LATER,
    )
    plan = cp.Plan.of("own", "办法", w.clause("1", "一", w.MUST, "登记", registers), issuer="某县")
    counts = {
        on: len(cp.registration_paths(cp.Applicant(), plan, on=on).paths)
        for on in (BEFORE, DAY, None)
    }
    assert counts == {BEFORE: 0, DAY: 1, None: 1}
    before = cp.registration_paths(cp.Applicant(), plan, on=BEFORE)
    assert before.registration_stated is False
    assert cp.codec.loads(cp.codec.dumps(before), RegistrationPaths) == before
    for on, manager in ((BEFORE, None), (DAY, cp.Body.EDUCATION)):
        assert cp.registration_paths(cp.ToddlerClass(), plan, on=on).managed_by is manager
