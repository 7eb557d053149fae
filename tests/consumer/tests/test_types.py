"""What a type checker knows of careplan's surfaces: `assert_type` is mypy's, the rest is pytest's.

`assert_type` does nothing at run time; `mypy --strict` over this project fails where it is wrong.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, assert_type

import attrs
import pytest
from county_desk.playgrounds import PLAN, Playground, PlaygroundKind
from hypothesis import strategies as st

import careplan as cp
from careplan import audit, intake, results, testing
from careplan import writing as w

SHUANGLIAO = cp.get_plan("shuangliao_2021")
MALL = cp.Venue(
    category=cp.VenueCategory.COMMERCIAL_CENTRE, building_area_m2=12_000, rooms=[cp.Room()]
)
Exact = int | Decimal | Fraction


def test_facts_and_the_plan() -> None:
    assert_type(MALL.rooms, Sequence[cp.Room] | None)
    assert_type(MALL.category, cp.VenueCategory | None)
    assert_type(MALL.building_area_m2, int | float | Decimal | Fraction | None)
    assert_type(Playground().kind, PlaygroundKind | None)
    assert_type(SHUANGLIAO, cp.Plan)
    assert_type(SHUANGLIAO.clause("4.1.b"), w.Clause)
    assert_type(SHUANGLIAO.rules[0].noun(), type[cp.Noun] | None)
    assert_type(cp.get_plan("bda_2017").scorecards["care_room"], w.Scorecard)
    assert_type(cp.get_plan("dawa_2023").ledgers["slots"], w.Ledger)
    assert MALL.rooms == (cp.Room(),)


def test_criteria() -> None:
    venue, room = cp.facts(cp.Venue), cp.facts(cp.Room)
    assert_type(venue.building_area_m2, cp.Fact)
    assert_type(venue.building_area_m2 >= 5_000, cp.Criterion)
    large = (venue.building_area_m2 > 10_000) & cp.some(venue.rooms, room.independent)
    assert_type(cp.evaluate(large, MALL), results.Evaluation)
    assert_type(cp.residual(large, MALL), cp.Criterion)
    assert_type(cp.facts_of(large), tuple[str, ...])
    assert_type(cp.describe(large, "zh"), str)
    assert_type(cp.fact_spec(cp.Venue, "building_area_m2"), w.FactSpec)
    assert cp.evaluate(large, MALL).truth is cp.Truth.UNKNOWN


def subject_of(found: results.Assessment) -> cp.Noun:
    """Return the subject of an assessment, which named without one is of any noun."""
    assert_type(found.subject, cp.Noun)
    return found.subject


def test_an_assessment_knows_its_subject() -> None:
    found = cp.assess(MALL, SHUANGLIAO)
    assert_type(found, results.Assessment[cp.Venue])
    assert_type(found.subject, cp.Venue)
    assert_type(found.outcome, cp.Outcome)
    assert_type(found.missing, tuple[str, ...])
    assert_type(found.under("4.1"), results.Assessment[cp.Venue])
    assert_type(found.finding("4.1.b"), results.Finding | results.LadderFinding)
    assert_type(found.finding("4.1.b").clause, w.Clause)
    assert_type(found.findings[0].readings, tuple[results.Reading, ...])
    assert_type(found.benefits, tuple[results.BenefitFinding, ...])
    assert_type(found.explain("zh"), str)
    several = cp.assess(MALL, [SHUANGLIAO, PLAN])
    assert_type(several, results.Assessments[cp.Venue])
    assert_type(several["county_2026"].subject, cp.Venue)
    for remedy in cp.remedies(found):
        assert_type(remedy, results.Remedy)
        assert_type(remedy.options[0].needed, cp.Criterion)
    assert subject_of(found) is MALL


def test_the_other_verbs() -> None:
    bda, shiyan, dawa = (cp.get_plan(name) for name in ("bda_2017", "shiyan_2021", "dawa_2023"))
    assert_type(cp.owed(MALL, SHUANGLIAO), results.Owed[cp.Venue])
    score = cp.score(bda.scorecards["care_room"], {"area": 20})
    assert_type((score.low, score.high, score.outcome), tuple[Exact, Exact, cp.Outcome])
    assert_type(cp.minimum_marks(bda.scorecards["care_room"]), dict[str, Exact])
    paths = cp.registration_paths(cp.Applicant(), shiyan)
    assert_type(paths.paths, tuple[results.RegistrationPath, ...])
    assert_type(paths.paths[0].steps, tuple[results.PathStep, ...])
    counts = [cp.SlotCount("大洼街道", date(2024, 6, 30), 200)]
    progress = cp.track_progress(dawa.ledgers["slots"], counts, on=date(2024, 9, 30))
    assert_type(progress, results.LedgerProgress)
    assert_type(progress["大洼街道"], results.RowProgress)
    assert_type(progress.total, results.TotalProgress)
    target = next(iter(SHUANGLIAO.targets.values()))
    assert_type(cp.track_progress(target, [], on=date(2024, 9, 30)), results.TargetProgress)
    assert_type(cp.agenda(SHUANGLIAO, date(2021, 1, 1), date(2021, 12, 31)), results.Agenda)
    assert_type(cp.slots_required(420_444, per_thousand=Decimal("4.5")), int)
    assert_type(cp.table(progress), cp.Table)
    assert_type(audit.find_flaws(PLAN)[:1], tuple[audit.Flaw, ...])
    row = progress.records()[0]
    assert_type(row["locality"], str | bool | int | Decimal | Fraction | date | None)
    assert progress["大洼街道"].short_of_next == 41


def test_two_sources() -> None:
    found = cp.disagreements(MALL, cp.Venue(building_area_m2=8_000))
    assert_type(found, results.Disagreements)
    assert_type(found[0], results.Disagreement)
    assert_type(found.only_a, tuple[results.Disagreement, ...])
    assert_type([one.path for one in found], list[str])
    assert [one.path for one in found.stated_differently] == ["building_area_m2"]


def test_the_codec() -> None:
    assert_type(cp.codec.loads("{}", cp.Venue), cp.Venue)
    assert_type(cp.codec.structure({}, Playground, nouns=[Playground]), Playground)
    assert_type(cp.codec.loads("[]", tuple[cp.Venue, ...]), tuple[cp.Venue, ...])
    assert_type(cp.codec.structure([("rooms", "0")], cp.Venue, form=True), cp.Venue)
    answer = cp.codec.dumps(cp.assess(MALL, SHUANGLIAO))
    assert_type(answer, str)
    again = cp.codec.loads(answer, results.Assessment[cp.Venue])
    assert_type(again.subject, cp.Venue)
    assert_type(cp.codec.unstructure(MALL), dict[str, Any])
    assert_type(cp.codec.unstructure(SHUANGLIAO), dict[str, Any])
    assert_type(cp.codec.unstructure(cp.VenueCategory.HOSPITAL), str)
    assert_type(cp.codec.schema(cp.Venue), dict[str, Any])
    assert cp.codec.unstructure(cp.VenueCategory.HOSPITAL) == "hospital"


def test_the_intake() -> None:
    read = intake.read([{"镇街": "甲镇", "托位数": "20"}], cp.SlotCount, given={"on": date.max})
    assert_type(read, intake.Intake[cp.SlotCount])
    assert_type(read.items, tuple[cp.SlotCount, ...])
    assert_type(read.rows[0].items, tuple[cp.SlotCount, ...])
    assert_type(read.problems, tuple[intake.RowProblem, ...])
    own = intake.read([{"类别": "公园游乐区", "占地面积": "3000平方米"}], Playground)
    assert_type(own.items, tuple[Playground, ...])
    assert own.items == (Playground(kind=PlaygroundKind.PARK, area_m2=3_000),)


def test_the_kit() -> None:
    assert_type(testing.venues(), st.SearchStrategy[cp.Venue])
    assert_type(testing.nouns(Playground), st.SearchStrategy[Playground])
    assert_type(testing.build(Playground, area_m2=5), Playground)
    assert_type(testing.make_room(), cp.Room)
    assert_type(testing.criteria(cp.Venue), st.SearchStrategy[cp.Criterion])
    cases = testing.boundary_cases(PLAN, only="1")
    assert_type(cases, testing.BoundaryCases)
    for case in cases:
        assert_type(case, testing.BoundaryCase)
        assert_type((case.id, case.clause), tuple[str, w.Clause])
    assert len(cases) == 6  # below, at and above 3,000 m2, and 6 m2


def test_what_is_wrong_says_itself() -> None:
    with pytest.raises(cp.InvalidInput) as caught:
        Playground(benches=3, shaded_benches=4)
    assert_type(caught.value.problems, tuple[cp.Problem, ...])
    assert_type(caught.value.problems[0].text("zh"), str)
    again = attrs.evolve(Playground(benches=3), shaded_benches=2)
    assert_type(again, Playground)
    assert again.shaded_benches == 2
