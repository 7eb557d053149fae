"""Where two texts bound one fact differently: both sides, each by its own text, nothing merged."""

from typing import Any

import pytest

import careplan as cp
from careplan import writing as w
from careplan.audit import Difference, find_differences

INSTITUTION, PREMISES = cp.facts(cp.Institution), cp.facts(cp.Premises)
WEAK = w.known_from(w.Support.CORROBORATED, "甲网")


def plan_of(plan_id: str, *duties: Any, known: Any = None) -> cp.Plan:
    clauses = tuple(
        w.clause(str(n), f"第{n}条", w.MUST, "规定", "A rule.", duty, known_from=known)
        for n, duty in enumerate(duties, start=1)
    )
    document = w.Document(title=(f"文件{plan_id}", f"text {plan_id}"), issuer="某部")
    return w.Plan.of(plan_id, document, clauses)


def keeps(days: int) -> Any:
    return w.duty(requires=INSTITUTION.video_kept_days >= days)


def test_two_texts_that_differ_stand_side_by_side() -> None:
    found = find_differences([plan_of("a", keeps(90), known=WEAK), plan_of("b", keeps(30))])
    (one,) = found
    assert isinstance(one, Difference)
    assert (one.noun, one.fact) == (cp.Institution, "video_kept_days")
    assert [(side.plan.id, side.id, side.bound.en) for side in one.sides] == [
        ("a", "1", "days surveillance video is kept at least 90 days"),
        ("b", "1", "days surveillance video is kept at least 30 days"),
    ]
    assert [side.known_from.support for side in one.sides] == [
        w.Support.CORROBORATED,
        w.Support.OWN_TEXT,
    ]
    words = {
        "zh": ("文件a", "第1条", "不少于90天", "未见原件", "不少于30天", "据原文"),
        "en": ("text a", "at least 90 days", "was not seen", "at least 30 days"),
    }
    for language, expected in words.items():
        for said in (one.explain(language), found.explain(language)):
            assert [word for word in expected if word not in said] == []
    assert [row["support"] for row in found.records()] == ["corroborated", "own_text"]
    assert repr(one) == "<Difference: Institution.video_kept_days, a 1 / b 1>"
    assert "未发现" not in found.explain()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (keeps(90), keeps(90)),
        # Of other subjects: nobody is spoken of twice.
        (
            w.duty(applies=INSTITUTION.urban, requires=INSTITUTION.video_kept_days >= 90),
            w.duty(applies=cp.not_(INSTITUTION.urban), requires=INSTITUTION.video_kept_days >= 30),
        ),
        # One alone bounds it.
        (keeps(90), w.duty(requires=INSTITUTION.outdoor_hours_a_day >= 2)),
        # At least none is no bound; a bound that who applies says already is none either.
        (keeps(90), keeps(0)),
        (
            keeps(90),
            w.duty(
                applies=INSTITUTION.video_kept_days >= 30,
                requires=cp.all_of(INSTITUTION.video_kept_days >= 30, INSTITUTION.registered),
            ),
        ),
        # Of whom the one speaks, the other can never be met: what it leaves is nothing.
        (
            keeps(90),
            w.duty(
                applies=INSTITUTION.video_kept_days < 30,
                requires=cp.all_of(INSTITUTION.video_kept_days >= 10, INSTITUTION.registered),
            ),
        ),
        # Nothing can meet the other at all: that is a flaw of its own plan, and bounds nothing.
        (
            keeps(90),
            w.duty(
                requires=cp.all_of(
                    INSTITUTION.video_kept_days >= 30, INSTITUTION.video_kept_days < 30
                )
            ),
        ),
    ],
)
def test_what_does_not_differ_is_not_named(first: Any, second: Any) -> None:
    assert find_differences([plan_of("a", first), plan_of("b", second)]) == ()


def test_one_text_does_not_differ_from_itself() -> None:
    found = find_differences([plan_of("a", keeps(90), keeps(30))])
    assert not found
    assert found.explain() == "未发现不同的界限。"
    assert find_differences(plan_of("a", keeps(90))) == ()  # type: ignore[arg-type]  # one plan by itself


def test_where_both_apply_decides() -> None:
    # The better rated building may go one floor higher; the guide says three for all.
    by_rating = [
        w.duty(applies=PREMISES.fire_rating == rating, requires=PREMISES.highest_floor <= floor)
        for rating, floor in ((2, 3), (3, 2))
    ]
    guide = plan_of("guide", w.duty(requires=PREMISES.highest_floor <= 3))
    found = find_differences([plan_of("code", *by_rating), guide])
    assert [[side.id for side in one.sides] for one in found] == [["2", "1"]]


@pytest.mark.parametrize("given", [3, [3], None])
def test_anything_but_plans_is_refused(given: Any) -> None:
    with pytest.raises(cp.InvalidInput):
        find_differences(given)


def test_two_plans_of_one_id_are_refused() -> None:
    with pytest.raises(cp.InvalidInput):
        find_differences([plan_of("a", keeps(90)), plan_of("a", keeps(30))])
