"""WS/T 821-2023, as a county's own project writes it: seven weights, base items, grades A to D.

Facts in our own words, by a tool author whose figures agree with another source: seven parts of
1,000 points; sixteen base items veto the result whatever the points (they are not listed there, so
they stand as one); the grades' cut points are not known. The standard is recommended, in force from
1 April 2024. Nothing here is its text.
"""

from typing import Any

import pytest

import careplan as cp
from careplan import writing as w
from careplan.audit import find_flaws
from careplan.testing import assert_explained

WEIGHTS = {
    "conditions": ("办托条件", 100),
    "staff": ("托育队伍", 140),
    "care": ("保育照护", 200),
    "health": ("卫生保健", 210),
    "parenting": ("养育支持", 80),
    "safety": ("安全保障", 200),
    "management": ("机构管理", 70),
}
GRADES = {"d": "D级", "c": "C级", "b": "B级", "a": "A级"}
PLAN = cp.Plan.of(
    "wst821_2023",
    "托育机构质量评估（推荐性标准）",
    (
        w.clause("weights", "权重", w.ENCOURAGED, "七个方面共1000分",
            w.inside("result",
                *(w.item(key, zh, points) for key, (zh, points) in WEIGHTS.items()))),
        w.clause("base", "基本项", w.ENCOURAGED, "16个基本项，一项不符即一票否决",
            w.inside("result", w.item("base_items", "16个基本项", 0, must_pass=True))),
        w.clause("result", "等级", w.ENCOURAGED, "分A至D级，分数线不详",
            w.sheet(
                "quality",
                "托育机构质量评估",
                pass_mark=None,
                bands=[w.band(key, zh) for key, zh in GRADES.items()],
                total_points=1000,
            )),
    ),
    issuer="国家卫生健康委员会",
)  # fmt: skip
SHEET = PLAN.scorecards["quality"]
FULL = {key: points for key, (_, points) in WEIGHTS.items()}


# The answers beside the facts: all full and a base item failed; all full and one not looked at.
@pytest.mark.parametrize(
    ("base", "outcome"),
    [
        (False, cp.Outcome.NOT_MET),
        (None, cp.Outcome.UNKNOWN),
        (True, cp.Outcome.NOT_MEASURABLE),  # 1,000 points, and no cut point to hold them to
    ],
)
def test_base_items_decide_whatever_the_points(base: Any, outcome: cp.Outcome) -> None:
    s = cp.score(SHEET, {**FULL, "base_items": base})
    # 100 + 140 + 200 + 210 + 80 + 200 + 70 = 1000.
    assert (s.low, s.high, s.possible) == (1000, 1000, (1000, 1000))
    assert s.outcome is outcome
    assert s.missing == (("base_items",) if base is None else ())
    assert s.failed_items == (("base_items",) if base is False else ())
    assert (s.band, s.possible_bands, s.needed, s.needed_for_next) == (None, (), None, None)
    assert_explained(s)


def test_a_failed_base_item_settles_it_with_every_point_open() -> None:
    s = cp.score(SHEET, {"base_items": False})
    assert (s.low, s.high, s.outcome) == (0, 1000, cp.Outcome.NOT_MET)
    assert "16个基本项未达到必须达到的要求，不论总分均不合格。" in s.explain("zh")


def test_points_without_cut_points_are_a_total_and_no_grade() -> None:
    s = cp.score(SHEET, {**FULL, "health": 200, "base_items": True})
    assert s.explain("zh").splitlines()[0] == ("不判合格：得990分，文件未载合格线。")
    assert "文件未载各档分数线，不能判断属于哪一档（" in s.explain("zh")


def test_no_mark_is_needed_but_the_base_items() -> None:
    assert cp.minimum_marks(SHEET) == {**dict.fromkeys(FULL, 0), "base_items": True}


def test_the_document_is_whole_and_can_be_shipped() -> None:
    assert find_flaws(PLAN) == ()
    assert PLAN.coverage().complete
    assert cp.codec.loads(cp.codec.dumps(PLAN), cp.Plan) == PLAN
    said = PLAN.show("base").explain("zh", detail="all").splitlines()
    assert "    须通过，否则不论总分不合格" in said
    assert "名称：A级" in PLAN.show("result").explain("zh", detail="all")
