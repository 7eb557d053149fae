"""What is in force for a time of its own inside what is handed in, or inside a larger part."""

from datetime import date

import pytest
from in_force import DAY, room

import careplan as cp
from careplan import writing as w
from careplan.results import Graded, Score

# From 1 May 2024 on; the day before is the last without it.
LATER = (DAY, None)
BEFORE = date(2024, 4, 30)

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


def test_a_mark_of_an_item_that_is_not_in_force_is_refused() -> None:
    with pytest.raises(cp.InvalidInput) as refused:
        cp.score(SHEET, {"sign": 40}, on=BEFORE)
    assert [one.path for one in refused.value.problems] == ["marks.sign"]
    assert cp.score(SHEET, {"sign": 40}, on=DAY).low == 40
