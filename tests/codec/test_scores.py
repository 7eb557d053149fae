"""What a file may not claim of a score: items that are not for a room, and what must pass."""

from typing import Any

import pytest
from refusing import refused

import careplan as cp
from careplan import codec
from careplan import writing as w
from careplan.results import Score

ROOM = cp.facts(cp.Room)
PLAN = w.Plan.of(
    "own",
    "验收",
    [
        w.clause("1", "一", "应当", "评分",
            w.sheet("s", "验收表",
                w.item("fire", "消防", 0, ROOM.existing, must_pass=True),
                w.item("sink", "盥洗", 20, ROOM.clean, applies=ROOM.independent),
                w.item("care", "照护", 50),
                pass_mark=w.percent(80), bands=[w.band("all", "全部", 70)],
                marking=w.Marking.ALL_OR_NOTHING)),
    ],
    issuer="某县",
)  # fmt: skip
SHEET = PLAN.scorecards["s"]
OPEN = cp.score(SHEET, {"fire": True})
SHARED = cp.score(SHEET, {}, room=cp.Room(independent=False, existing=True))
NEVER = {"type": "AnyOf", "parts": []}


def changed(answer: Score, index: int, **said: Any) -> Any:
    data = codec.unstructure(answer)
    data["items"][index] |= said
    return data


@pytest.mark.parametrize("answer", [OPEN, SHARED], ids=["open", "shared"])
def test_a_score_is_read_as_it_was_written(answer: Score) -> None:
    again = codec.loads(codec.dumps(answer), Score)
    assert again == answer
    assert (again.outcome, again.missing) == (answer.outcome, answer.missing)


def test_an_item_is_written_with_no_more_than_it_says() -> None:
    data = codec.unstructure(OPEN)["items"]
    assert set(data[2]) == {"item", "low", "high"}
    assert set(data[0]) == {"item", "low", "high", "yes"}
    assert set(data[1]) == {"item", "low", "high", "missing", "condition"}


@pytest.mark.parametrize(
    ("answer", "index", "said", "problem"),
    [
        # Whether an item applies is what is left of its condition, settled or not.
        (OPEN, 1, {"condition": NEVER}, "condition"),
        (OPEN, 2, {"condition": NEVER}, "condition"),
        (SHARED, 1, {"condition": {"type": "AllOf", "parts": []}}, "condition"),
        # What does not apply brings nothing.
        (SHARED, 1, {"low": 20, "high": 20}, "low"),
        (SHARED, 1, {"yes": True}, "low"),
        # Only an item without points is passed or not, and as the room shows.
        (OPEN, 2, {"yes": True}, "yes"),
        (SHARED, 0, {"yes": False}, "yes"),
        (OPEN, 1, {"missing": []}, "missing"),
        (OPEN, 0, {"missing": ["existing"]}, "missing"),
    ],
)
def test_an_item_says_what_its_sheet_and_room_make_of_it(
    answer: Score, index: int, said: Any, problem: str
) -> None:
    found = refused(codec.structure, changed(answer, index, **said), Score)
    assert (f"items[{index}].{problem}", "other_answer") in found


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("80%", ("text_as_number")),
        ({"value": "0.8"}, ("required")),
        ({"type": "Share", "value": 2}, ("too_large")),
        ({"type": "Share"}, ("required")),
        ([80], ("wrong_type")),
    ],
)
def test_a_line_that_is_neither_points_nor_a_share(line: Any, problem: str) -> None:
    data = codec.unstructure(PLAN)
    data["scorecards"][0]["pass_mark"] = line
    ((path, code),) = refused(codec.structure, data, cp.Plan)
    assert path.startswith("scorecards[0].pass_mark")
    assert code == problem
