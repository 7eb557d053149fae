"""assert_explained: silent about every result of the library, loud about a mute one."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, ClassVar

import attrs
import pytest
from steps_and_stars import STARS, STEPS, station

import careplan as cp
from careplan import writing as w
from careplan.criteria.wording.asking import fact_question
from careplan.display.cells import Row
from careplan.display.result import Result
from careplan.nouns.catalogue import NOUNS
from careplan.testing.builders import build
from careplan.testing.cases.boundaries import fact_cases
from careplan.testing.explained import assert_explained
from careplan.verbs.assessing.assessments import Assessment
from careplan.verbs.assessing.findings import Finding
from careplan.verbs.scoring.scores import Score

PLANS = [cp.get_plan(plan_id) for plan_id in cp.plan_ids()]
SHUANGLIAO, BDA = cp.get_plan("shuangliao_2021"), cp.get_plan("bda_2017")
DAWA, SHIYAN = cp.get_plan("dawa_2023"), cp.get_plan("shiyan_2021")
LEDGER = DAWA.ledgers["slots"]
COUNTS = {cp.SlotCount, cp.LedgerCount, cp.Measurement}  # each states a number
EMPTY = [noun for noun in NOUNS if noun not in COUNTS]


def results() -> list[Any]:
    """One result of each sort."""
    small = cp.Venue(
        category=cp.VenueCategory.HOSPITAL,
        building_area_m2=12_000,
        rooms=[cp.Room(independent=True, usable_area_m2=8)],
    )
    assessment = cp.assess(small, SHUANGLIAO)
    abuser = cp.assess(cp.StaffMember(works_in_care=True, abuse_found=True), SHIYAN)
    paths = cp.registration_paths(cp.Applicant(), SHIYAN)
    conflict = cp.Applicant(
        profit_status=cp.ProfitStatus.FOR_PROFIT, legal_form=cp.LegalForm.PUBLIC_INSTITUTION
    )
    counts = [cp.SlotCount("大洼街道", date(2024, 6, 30), 200)]
    report = cp.track_progress(LEDGER, counts, on=date(2024, 9, 30))
    room = cp.assess(cp.Room(use=cp.RoomUse.CARE_ROOM), BDA)
    ladder = cp.assess(station(7_000, None), STEPS)
    return [
        assessment,
        assessment.findings[0],
        *cp.remedies(assessment),
        *cp.remedies(abuser),
        room.benefits[0],
        cp.score(BDA.scorecards["care_room"], {"area": 20}),
        paths,
        paths.paths[0],
        cp.registration_paths(conflict, SHIYAN),
        cp.registration_paths(cp.ToddlerClass(), SHIYAN),
        report,
        report["大洼街道"],
        report.total,
        cp.track_progress(SHUANGLIAO.targets["coverage"], [], on=date(2022, 1, 1)),
        cp.agenda(SHUANGLIAO, date(2021, 1, 1), date(2021, 12, 31)),
        ladder,
        ladder.findings[0],
        *cp.remedies(ladder),
        cp.owed(ladder.subject, STEPS),
        cp.grade(cp.Room(clean=True), STARS),
    ]


@pytest.mark.parametrize("result", results(), ids=lambda result: type(result).__name__)
def test_every_sort_of_result_explains_itself(result: Any) -> None:
    assert_explained(result)


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
def test_every_assessment_explains_itself(plan: cp.Plan) -> None:
    for noun in NOUNS:
        assert_explained(cp.assess(build(noun), plan))
    for noun in EMPTY:
        assert_explained(cp.assess(noun(), plan))


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
def test_every_decisive_case_explains_itself(plan: cp.Plan) -> None:
    for case in list(fact_cases(plan))[::7]:
        assert_explained(cp.assess(case.subject, plan, readings=case.readings, on=case.on))


@attrs.frozen(kw_only=True, repr=False)
class Mute(Assessment):
    """An assessment that says nothing in Chinese."""

    def explain(self, language: str = "zh", *, detail: str = "normal") -> str:  # noqa: ARG002 - as the base has it
        """Say it in English only."""
        return super().explain(language) if language == "en" else ""


@attrs.frozen(kw_only=True, repr=False)
class Nothing(Result):
    """A result that has no words at all."""

    def explain(self, language: str = "zh", *, detail: str = "normal") -> str:  # noqa: ARG002 - as the base has it
        """Say nothing in Chinese."""
        return "" if language == "zh" else "x"

    def _lines(self, language: str) -> Iterator[str]:
        yield language

    def _rows(self) -> Iterator[Row]:
        yield from ()


def test_a_language_without_words_is_found() -> None:
    said = cp.assess(cp.Venue(), SHUANGLIAO)
    fields = {field.name: getattr(said, field.name) for field in attrs.fields(Assessment)}
    with pytest.raises(AssertionError, match=r"words in zh do not mention: .*'四（一）'"):
        assert_explained(Mute(**fields))
    with pytest.raises(AssertionError, match="words in zh do not mention"):
        assert_explained(Nothing())


class Terse(Score):
    """A score that does not say which facts of its room are missing."""

    def explain(self, language: str = "zh", *, detail: str = "normal") -> str:  # noqa: ARG002 - as the base has it
        """Leave out the lines that name facts."""
        said = super().explain(language, detail="all").splitlines()
        asked = fact_question(cp.Room, "free_of_clutter", language)
        return "\n".join(line for line in said if asked not in line)


def test_the_missing_facts_of_a_room_have_to_be_named() -> None:
    sheet, room = cp.get_plan("bda_2017").scorecards["care_room"], cp.Room(area_m2=20)
    said = cp.score(sheet, {}, room=room, readings={"marking": "all_or_nothing"})
    assert_explained(said)
    fields = {field.name: getattr(said, field.name) for field in attrs.fields(Score)}
    with pytest.raises(AssertionError, match="words in en do not mention: '"):
        assert_explained(Terse(**fields))


def test_unknown_without_a_gap_is_found() -> None:
    said = cp.assess(cp.Venue(), SHUANGLIAO)
    finding = attrs.evolve(said.finding("4.1.a"), missing=())
    with pytest.raises(AssertionError, match=r"unknown, but lists no fact to state.*四（一）: "):
        assert_explained(finding)


class Silent(Assessment):
    """An assessment that leaves out each line in which a text stands."""

    hidden: ClassVar[str]

    def explain(self, language: str = "zh", *, detail: str = "normal") -> str:  # noqa: ARG002 - as the base has it
        """Leave out the lines with the text."""
        said = super().explain(language, detail="all").splitlines()
        return "\n".join(line for line in said if self.hidden not in line)


@pytest.mark.parametrize(
    "hidden",
    [
        fact_question(cp.Venue, "building_area_m2", "en"),  # a fact that is missing
        "Does the minimum area bind rooms that were already built?",  # a reading taken
        "it binds them too",  # the option taken
    ],
)
def test_what_an_assessment_hides_is_found(hidden: str) -> None:
    said = cp.assess(cp.Venue(category=cp.VenueCategory.HOSPITAL), SHUANGLIAO)
    assert hidden in said.explain("en", detail="all")
    silent: Any = type("Hiding", (Silent,), {"hidden": hidden})
    fields = {field.name: getattr(said, field.name) for field in attrs.fields(Assessment)}
    with pytest.raises(AssertionError, match=f"words in en do not mention: .*{re.escape(hidden)}"):
        assert_explained(silent(**fields))


def test_a_reading_that_is_not_said_is_named_once_with_its_option() -> None:
    said = cp.assess(cp.Venue(category=cp.VenueCategory.HOSPITAL), SHUANGLIAO)
    # Several findings took it: 4.1.b and its like ask about the same rooms.
    taken = [one for one in said.findings if "existing_rooms" in str(one.readings)]
    assert len(taken) > 1
    fields = {field.name: getattr(said, field.name) for field in attrs.fields(Assessment)}
    with pytest.raises(AssertionError) as error:
        assert_explained(Mute(**fields))
    question = SHUANGLIAO.interpretations["existing_rooms"]
    both = f"{question.question.zh}——{question.options[0].text.zh}"
    assert str(error.value).count(question.question.zh) == 1
    assert str(error.value).count(both) == 1


class Curt(Finding):
    """A finding that does not list what is missing."""

    def explain(self, language: str = "zh", *, detail: str = "normal") -> str:  # noqa: ARG002 - as the base has it
        """Leave out the line that lists the facts."""
        said = super().explain(language, detail="all").splitlines()
        listing = {"zh": "待补充：", "en": "still to be stated: "}[language]
        return "\n".join(line for line in said if not line.strip().startswith(listing))


def test_a_finding_that_lists_no_missing_fact_is_found() -> None:
    """The facts stand in its evidence too; that they are to be stated is to be said."""
    said = cp.assess(cp.Venue(category=cp.VenueCategory.HOSPITAL), SHUANGLIAO).finding("4.1.a")
    assert_explained(said)
    fields = {field.name: getattr(said, field.name) for field in attrs.fields(Finding)}
    with pytest.raises(AssertionError, match="words in en do not mention: 'room'"):
        assert_explained(Curt(**fields))


@pytest.mark.parametrize("given", [None, "explained", cp.Venue()])
def test_only_a_result_explains_itself(given: Any) -> None:
    with pytest.raises(cp.InvalidInput, match="result"):
        assert_explained(given)


def test_the_day_asked_is_no_fact_of_a_noun_that_states_a_day() -> None:
    measured = cp.facts(cp.Measurement)
    grades = tuple(
        w.Grade(
            clause=w.Clause("1", "一", w.Modality.MUST, cp.Text(zh="级")),
            key=key,
            title=cp.Text(zh=key),
            criterion=cp.elapsed(measured.on, months=months),
        )
        for key, months in (("low", 1), ("high", 2))
    )
    title = cp.Text(zh="等级")
    stars = w.Grading(clause=grades[0].clause, key="stars", title=title, grades=grades)
    graded = cp.grade(cp.Measurement(on=date(2024, 1, 1), value=1), stars)
    # Its own day is stated; what is asked for is the day up to which time is counted.
    assert graded.missing == ("on",)
    assert_explained(graded)
