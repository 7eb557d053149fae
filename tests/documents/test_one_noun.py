"""What an object of a document asks of ours and of a noun made of ours is about the latter."""

from typing import Any

import attrs
import pytest
from refusing import refused

import careplan as cp
from careplan import writing as w
from careplan.base.errors import InvalidCriterion, InvalidInput
from careplan.criteria.nodes import reads
from careplan.documents.rules import criteria_in

CLAUSE = w.Clause("1", "一", w.Modality.MUST, cp.Text(zh="甲"))
CITED: dict[str, Any] = {"clause": CLAUSE}
TITLE: dict[str, Any] = {**CITED, "key": "k", "title": cp.Text(zh="题")}


class Kind(w.Labelled):
    """Kinds of place of a county's own."""

    PIER = ("pier", "渡口", "pier")


@attrs.frozen(kw_only=True)
class Pier(cp.Venue):
    """A venue with a fact more."""

    berths: int | None = w.count("泊位", "berths")


@attrs.frozen(kw_only=True)
class Place(Pier):
    """A pier with kinds of its own."""

    category: Kind | None = w.choice(Kind, "类别", "kind")  # type: ignore[assignment]  # other words


venue, pier, place, room = (cp.facts(one) for one in (cp.Venue, Pier, Place, cp.Room))
BUSY, BERTHS = venue.daily_visitors >= 100, pier.berths >= 2
WAITS = venue.waiting_area == True  # noqa: E712 - a proxy
HOSPITAL = venue.category == cp.VenueCategory.HOSPITAL
BY_READING = w.ByReading("q", {"a": WAITS, "b": w.ByReading("r", {"c": BUSY, "d": BERTHS})})
NOTE = w.Otherwise(when=WAITS, text=cp.Text(zh="注"))


def made() -> dict[str, Any]:
    """Return an object of each sort that asks of venues and of piers."""
    return {
        "rule": w.Rule(**CITED, applies=BUSY, requires=BERTHS),
        "rule, the other way": w.Rule(**CITED, applies=BERTHS, requires=BUSY),
        "note": w.Rule(**CITED, applies=BERTHS, requires=BERTHS, otherwise=NOTE),
        "reading": w.Benefit(**CITED, condition=BY_READING),
        "halves": w.Rule(**CITED, applies=BY_READING, requires=BUSY),
        "ladder": w.Ladder(
            **CITED,
            who=WAITS,
            rungs=(
                w.Rung(**CITED, part="1", applies=BERTHS, requires=BUSY),
                w.Rung(**CITED, part="2", applies=BUSY, requires=WAITS),
            ),
        ),
        "grading": w.Grading(
            **TITLE,
            grades=(
                w.Grade(**TITLE, criterion=BUSY),
                w.Grade(**{**TITLE, "key": "l"}, part="2", criterion=BERTHS),
            ),
        ),
        "sheet": w.Scorecard(
            **TITLE,
            applies=BUSY,
            items=(
                w.SheetItem(**CITED, key="a", label=cp.Text(zh="甲"), max_points=1),
                w.SheetItem(
                    **CITED, key="b", label=cp.Text(zh="乙"), max_points=1, criterion=BERTHS
                ),
            ),
        ),
    }


@pytest.mark.parametrize("name", made())
def test_all_it_asks_is_about_the_noun_made_of_the_other(name: str) -> None:
    one = made()[name]
    asked = [
        read for part in one.with_parts() for inner in criteria_in(part) for read in reads(inner)
    ]
    assert {read.noun for read in asked} == {Pier}
    assert one.noun() is Pier
    assert cp.codec.loads(cp.codec.dumps(one), type(one), nouns=[Pier]) == one
    # Made of itself nothing changes.
    assert attrs.evolve(one) == one


def test_what_is_about_one_noun_stays_the_object_it_is() -> None:
    rule = w.Rule(**CITED, applies=BUSY, requires=WAITS)
    assert (rule.applies, rule.noun()) == (BUSY, cp.Venue)
    assert rule.applies is BUSY


def test_rules_of_one_plan_may_be_about_several() -> None:
    plan = cp.Plan.of(
        "two",
        "办法",
        [
            w.clause("1", "一", "应当", "甲", w.duty(requires=BUSY)),
            w.clause("2", "二", "应当", "乙", w.duty(requires=BERTHS)),
        ],
        issuer="某县",
    )
    assert [rule.noun() for rule in plan.rules] == [cp.Venue, Pier]
    assert len(cp.assess(Pier(), plan).findings) == 2
    assert len(cp.assess(cp.Venue(), plan).findings) == 1


def test_nouns_of_no_line_are_refused_as_before() -> None:
    with pytest.raises(InvalidCriterion, match="about one noun"):
        w.Rule(**CITED, applies=BUSY, requires=room.clean)
    assert refused(
        w.Grading,
        **TITLE,
        grades=(w.Grade(**TITLE, criterion=BUSY), w.Grade(**TITLE, criterion=room.clean)),
    ) == [("grades", "duplicate"), ("grades", "several_nouns")]


@pytest.mark.parametrize(
    ("applies", "path"),
    [
        (HOSPITAL, "applies.value"),
        (BUSY & ~HOSPITAL, "applies.parts[1].part.value"),
        (w.ByReading("q", {"a": WAITS, "b": HOSPITAL}), "applies.options.b.value"),
    ],
)
def test_words_that_a_noun_replaced_cannot_be_asked_of_it(applies: Any, path: str) -> None:
    # A place has no such kind: the rule would never apply, and nobody would see why.
    call: Any = {**CITED, "applies": applies, "requires": place.berths >= 1}
    assert refused(w.Rule, **call) == [(path, "wrong_type")]
    listed = w.Otherwise(when=HOSPITAL, text=cp.Text(zh="注"))
    assert refused(w.Rule, **CITED, requires=place.berths >= 1, otherwise=listed) == [
        ("otherwise[0].when.value", "wrong_type")
    ]


def test_an_author_is_told_where() -> None:
    with pytest.raises(InvalidInput) as caught:
        cp.Plan.of(
            "wrong",
            "办法",
            [
                w.clause(
                    "1", "一", "应当", "甲", w.duty(applies=HOSPITAL, requires=place.berths >= 1)
                )
            ],
            issuer="某县",
        )
    assert caught.value.problems[0].text("zh").startswith("一的适用条件的值：应为渡口之一")
