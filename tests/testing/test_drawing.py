"""Criteria of every sort are drawn, and plans that can be interpreted."""

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

import careplan as cp
from careplan import testing
from careplan import writing as w
from careplan.criteria import nodes
from careplan.nouns.catalogue import NOUNS


@given(st.data())
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_criteria_are_about_their_noun(data: st.DataObject) -> None:
    noun = data.draw(st.sampled_from(NOUNS))
    criterion = data.draw(testing.criteria(noun))
    subject = data.draw(testing.nouns(noun))
    assert cp.evaluate(criterion, subject).truth in cp.Truth
    assert cp.describe(criterion, "en")


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(testing.plans(), st.data())
def test_plans_can_be_interpreted(plan: cp.Plan, data: st.DataObject) -> None:
    nouns = [noun for rule in plan.rules if (noun := rule.noun()) is not None]
    subject = data.draw(testing.nouns(nouns[0] if nouns else cp.Venue))
    testing.assert_explained(cp.assess(subject, plan))
    assert plan.coverage().missing == ()


PARTS = {"interpretations", "benefits", "scorecards", "targets", "ledgers"}


def test_plans_have_more_than_rules_at_times() -> None:
    seen: set[str] = set()

    @settings(database=None, suppress_health_check=list(HealthCheck), deadline=None)
    @given(testing.plans())
    def look(plan: cp.Plan) -> None:
        seen.update(part for part in PARTS if getattr(plan, part))

    look()
    assert seen == PARTS


@pytest.mark.parametrize(
    ("noun", "sort"),
    [
        (cp.Institution, lambda one: len(getattr(one, "path", ())) == 2),  # of a part
        (cp.Room, lambda one: getattr(one, "path", ("",))[0] == "equipment"),
        (cp.Room, lambda one: isinstance(one, nodes.Has)),
        (cp.Room, lambda one: isinstance(one, nodes.Among)),
        (cp.Room, lambda one: isinstance(one, nodes.Not)),
        (cp.Room, lambda one: one == nodes.TRUE),
        (cp.Room, lambda one: one == nodes.FALSE),
        (cp.Room, lambda one: getattr(one, "op", None) is w.Op.LT),
        (cp.Venue, lambda one: isinstance(one, nodes.Some)),
        (cp.Venue, lambda one: isinstance(one, nodes.Every)),
        (cp.Venue, lambda one: isinstance(one, nodes.AnyOf) and len(one.parts) > 1),
        (cp.Venue, lambda one: isinstance(one, nodes.AllOf) and len(one.parts) > 1),
    ],
)
def test_criteria_of_every_sort_are_drawn(noun: type[cp.Noun], sort: Any) -> None:
    once = settings(max_examples=5_000, phases=[Phase.generate], database=None)
    assert sort(find(testing.criteria(noun), sort, settings=once))
