"""Several plans asked about one subject on a day: which are asked, and the worst outcome."""

from datetime import date
from typing import Any

import attrs
import pytest
from in_force import CLEAN, DAY, DRAFT, NEW, OLD, PLANS, SILENT, plan, room
from small_plans import MUST, plan_of
from unmade import lines_said

import careplan as cp
from careplan import writing as w
from careplan.results import Assessment, Assessments, NotAsked, Owed

MET, NOT_MET, UNKNOWN = cp.Outcome.MET, cp.Outcome.NOT_MET, cp.Outcome.UNKNOWN
NOT_APPLICABLE = cp.Outcome.NOT_APPLICABLE


def test_a_plan_that_nothing_supersedes_is_not_asked_for_what_it_says_itself() -> None:
    other = NotAsked(plan_id="a", document=w.Text(zh="甲"), issued_on=date(2024, 5, 1))
    assert other.superseded_by is None
    assert "2024年5月1日" in other.told("zh")  # it was issued later than the day asked


@pytest.mark.parametrize(
    ("day", "asked"),
    [
        # The new one takes effect on 1 May 2024: the old one ends the day before.
        (date(2019, 12, 31), ["silent"]),
        (date(2024, 4, 30), ["old", "silent"]),
        (DAY, ["new", "silent"]),
        (
            date(2030, 1, 1),
            ["silent"],
        ),  # the new one ended in 2029, and the old one is gone for good
    ],
)
def test_which_are_in_force(day: date, asked: list[str]) -> None:
    assert [one.id for one in cp.in_force(PLANS, day)] == asked
    found = cp.assess(cp.Room(), PLANS, on=day)
    assert [one.plan_id for one in found] == asked
    assert found.of_unknown_validity == ("silent",)
    assert {one.plan_id for one in found.not_asked} == {one.id for one in PLANS} - {*asked}


def test_without_a_day_all_are_asked() -> None:
    found = cp.assess(cp.Room(clean=True, direction_sign=False), PLANS)
    assert [one.plan_id for one in found] == ["old", "new", "silent", "draft"]
    assert (found.not_asked, found.of_unknown_validity, found.on) == ((), (), None)
    assert {one.in_force for one in found} == {None}


@pytest.mark.parametrize(
    ("facts", "outcome", "missing"),
    [
        ({"clean": True, "direction_sign": True}, MET, ()),
        ({"clean": True, "direction_sign": False}, NOT_MET, ()),
        ({"clean": False}, NOT_MET, ("direction_sign",)),  # the worst, though one is open
        ({"clean": True}, UNKNOWN, ("direction_sign",)),
        ({}, UNKNOWN, ("clean", "direction_sign")),
    ],
)
def test_the_worst_outcome(facts: Any, outcome: cp.Outcome, missing: tuple[str, ...]) -> None:
    found = cp.assess(cp.Room(**facts), PLANS, on=DAY)
    assert (found.outcome, found.missing) == (outcome, missing)
    assert found["new"] == attrs.evolve(
        cp.assess(cp.Room(**facts), NEW, on=DAY), in_force=cp.Truth.TRUE
    )


def test_none_that_is_asked_owes_nothing() -> None:
    found = cp.assess(cp.Room(clean=False), [DRAFT], on=DAY)
    assert (len(found), found.outcome, found.missing) == (0, NOT_APPLICABLE, ())
    assert cp.assess(cp.Venue(), [NEW], on=DAY).outcome is NOT_APPLICABLE


def test_what_may_be_superseded_is_asked_and_that_is_said() -> None:
    # Nobody knows from when on the new one is in force, so nobody knows of the old one.
    perhaps = plan("perhaps", CLEAN, supersedes=("old",))
    found = cp.assess(cp.Room(), (OLD, perhaps), on=DAY)
    assert found.of_unknown_validity == ("old", "perhaps")
    assert found["old"].may_be_superseded_by == w.Text(zh="perhaps")
    assert "old可能已被perhaps代替" in found.explain("zh")
    # One that surely supersedes goes before one that may.
    assert [one.plan_id for one in cp.assess(cp.Room(), (OLD, perhaps, NEW), on=DAY)] == [
        "perhaps",
        "new",
    ]


def test_a_document_goes_by_its_number_its_title_and_its_plan() -> None:
    titled = plan("titled", CLEAN, in_force=(DAY, None))
    for name in ("1号", "old", " 1 号"):
        later = attrs.evolve(titled, document=attrs.evolve(titled.document, supersedes=(name,)))
        assert cp.in_force((OLD, later), DAY) == (later,)
        assert cp.in_force((OLD, later), date(2024, 4, 30)) == (OLD,)
    other = attrs.evolve(titled, document=attrs.evolve(titled.document, supersedes=("2号",)))
    assert cp.in_force((OLD, other), DAY) == (OLD, other)


def test_one_plan_by_itself_is_asked_whatever_its_validity() -> None:
    found = cp.assess(cp.Room(direction_sign=True), DRAFT, on=DAY)
    assert (found.outcome, found.in_force) == (MET, cp.Truth.FALSE)
    assert "The document is not in force on 1 May 2024; asked all the same." in found.explain("en")
    silent = cp.assess(cp.Room(), SILENT, on=DAY)
    assert silent.in_force is cp.Truth.UNKNOWN
    assert "是否施行不明" in silent.explain("zh")
    assert "施行" not in cp.assess(cp.Room(), NEW, on=DAY).explain("zh")
    paths = cp.registration_paths(cp.Applicant(), SILENT, on=DAY)
    assert paths.in_force is cp.Truth.UNKNOWN
    assert "是否施行不明" in paths.explain("zh")
    assert cp.registration_paths(cp.Applicant(), SILENT).in_force is None
    assert cp.owed(cp.Room(), SILENT, on=DAY).in_force is cp.Truth.UNKNOWN
    assert "是否施行不明" in cp.owed(cp.Room(), SILENT, on=DAY).explain("zh")


def test_words_and_rows() -> None:
    found = cp.assess(cp.Room(clean=True), PLANS, on=DAY)
    told = lines_said(found)
    assert told[:2] == ["待补充：new：符合；silent：待补充。", "依据：new、silent"]
    assert [one for one in told if "未适用：" in one] == [
        "  未适用：old（已被new代替）",
        "  未适用：draft（征求意见稿）",
    ]
    early = cp.assess(cp.Room(), [plan("later", CLEAN, issued_on=DAY)], on=date(2024, 4, 30))
    assert lines_said(early, "en") == [
        "Not applicable: No document asked is in force on that day.",
        "Documents not asked",
        "  Not asked: later [zh] (from 1 May 2024)",
    ]
    assert [row["plan_id"] for row in found.records()] == ["new", "silent"]


def test_a_plan_says_what_it_takes_the_place_of() -> None:
    assert "代替：1号" in NEW.explain("zh")
    assert "施行期：2024年5月1日至2029年12月31日" in NEW.explain("zh")
    assert "supersedes" not in OLD.explain("en")


def test_readings_are_shared() -> None:
    which = w.question("q", "1", "何读", "Which?", one=("甲", "one"), other=("乙", "other"))
    asked = w.duty(requires=w.choose(which, one=room.clean, other=room.direction_sign))
    asking = cp.Plan.of("asking", "问", entry("1", asked), issuer="某县", questions=which)
    found = cp.assess(cp.Room(clean=True), [asking, NEW], readings={"q": "other"})
    assert (found["asking"].outcome, found["new"].outcome) == (UNKNOWN, MET)
    with pytest.raises(cp.NotFound):
        cp.assess(cp.Room(), [asking, NEW], readings={"p": "other"})


@pytest.mark.parametrize(
    ("plans", "paths"),
    [
        ([], ["plan"]),
        ([NEW, 5, "old"], ["plan[1]", "plan[2]"]),
        (5, ["plan"]),
        (None, ["plan"]),
        ("old", ["plan[0]", "plan[1]", "plan[2]"]),
    ],
)
def test_refused_plans(plans: Any, paths: list[str]) -> None:
    with pytest.raises(cp.InvalidInput) as refused:
        cp.assess(cp.Room(), plans, on=DAY)
    assert [problem.path for problem in refused.value.problems] == paths


@pytest.mark.parametrize("day", [DAY, None])
def test_plans_that_share_an_id_are_refused(day: date | None) -> None:
    with pytest.raises(cp.InvalidInput) as refused:
        cp.assess(cp.Room(), [NEW, NEW], on=day)
    assert [(one.code, one.value) for one in refused.value.problems] == [("duplicate", "new")]
    with pytest.raises(cp.InvalidInput):
        cp.in_force([NEW, NEW], DAY)
    with pytest.raises(cp.InvalidInput):
        cp.in_force([NEW], "2024-05-01")  # type: ignore[arg-type]


def test_a_document_cannot_supersede_itself() -> None:
    with pytest.raises(cp.InvalidInput) as refused:
        plan("own", CLEAN, number="3号", supersedes=("3号", "own", "2号"))
    assert [one.value for one in refused.value.problems] == ["3号", "own"]


def test_found_by_plan() -> None:
    found = cp.assess(cp.Room(), PLANS, on=DAY)
    assert ("new" in found, "old" in found, 5 in found) == (True, False, False)
    with pytest.raises(cp.NotFound):
        found["old"]


def test_json() -> None:
    found = cp.assess(cp.Room(clean=True), PLANS, on=DAY)
    assert cp.codec.loads(cp.codec.dumps(found), Assessments) == found
    one = found["silent"]
    assert cp.codec.loads(cp.codec.dumps(one), Assessment) == one
    for changed in ({"on": None}, {"in_force": "true", "on": None}):
        with pytest.raises(cp.InvalidInput):
            cp.codec.structure({**cp.codec.unstructure(one), **changed}, Assessment)


# --- what is in force for a time of its own ---------------------------------------------------

YEAR = (date(2024, 1, 1), date(2024, 12, 31))


def entry(number: str, *encoding: Any) -> Any:
    return w.clause(number, "一", w.MUST, "甲", "A.", *encoding)


CHAPTER = (
    entry("1", w.duty(requires=room.clean, within=YEAR)),
    entry("2", w.duty(requires=room.direction_sign)),
    entry("3", w.benefit(condition=room.clean, amount_yuan=500, within=(None, YEAR[1]))),
    entry("4", w.term("房间", "room", criterion=room.existing, within=w.DRAFT)),
    entry(
        "5",
        w.ladder(
            w.rung(room.existing, room.free_of_dust, part="low"),
            w.rung(room.independent, room.free_of_odour, part="high", within=YEAR),
        ),
    ),
    entry("6", w.task(lead="卫健局", within=YEAR)),
    entry("7", w.regular("report", "报表", acting="卫健局", every=w.Interval(12), within=YEAR)),
    entry("8", w.deadline("plan", "方案", w.month(2024, 6), within=w.REPEALED)),
    entry("9", w.deadline("list", "名单", w.month(2024, 6), within=w.DRAFT)),
    entry("10", w.regular("check", "检查", acting="卫健局", within=YEAR)),
)
DATED = cp.Plan.of("dated", "办法", CHAPTER, issuer="某县", offices={"卫健局": cp.Body.HEALTH})


@pytest.mark.parametrize(
    ("day", "findings", "benefits", "left_out"),
    [
        (None, ["1", "2", "5"], ["3"], ()),
        (date(2023, 12, 31), ["2", "5"], ["3"], ("1", "4")),
        (YEAR[0], ["1", "2", "5"], ["3"], ("4",)),
        (YEAR[1], ["1", "2", "5"], ["3"], ("4",)),
        (date(2025, 1, 1), ["2", "5"], [], ("1", "3", "4")),
    ],
)
def test_what_is_not_in_force_is_left_out_and_named(
    day: date | None, findings: list[str], benefits: list[str], left_out: tuple[str, ...]
) -> None:
    found = cp.assess(cp.Room(), DATED, on=day)
    assert [one.number for one in found.findings] == findings
    assert [one.number for one in found.benefits] == benefits
    assert found.not_in_force == left_out
    # From when until when what has a time of its own is in force is said, without a day as well.
    said = found.explain("zh")
    assert ("施行期：2024年1月1日至2024年12月31日" in said) is ("1" in findings)
    assert ("不在施行期内的条款：" in said) is bool(left_out)
    owed = cp.owed(cp.Room(), DATED, on=day)
    assert owed.not_in_force == left_out
    assert ("不在施行期内" in owed.explain("zh")) is bool(left_out)
    assert cp.codec.loads(cp.codec.dumps(owed), Owed) == owed


def test_a_rung_in_force_for_a_time() -> None:
    both = cp.Room(existing=True, independent=True, free_of_dust=True, free_of_odour=False)
    # Within 2024 the high rung binds; after it the low one does.
    assert cp.assess(both, DATED, on=YEAR[1]).finding("5").outcome is NOT_MET
    assert cp.assess(both, DATED, on=date(2025, 1, 1)).finding("5").outcome is MET


def test_what_is_asked_of_bodies_on_a_day() -> None:
    assert [one.number for one in DATED.tasks_of("卫健局")] == ["6", "7", "10"]
    assert [one.number for one in DATED.tasks_of("卫健局", on=YEAR[1])] == ["6", "7", "10"]
    assert DATED.tasks_of("卫健局", on=date(2025, 1, 1)) == ()
    by_plan = cp.tasks_of([DATED], cp.Body.HEALTH, on=date(2025, 1, 1))
    assert by_plan == {"dated": ()}
    assert cp.matrix(DATED, on=date(2025, 1, 1)) == {}
    assert {number for _, number in cp.matrix([DATED], on=YEAR[1])} == {"6", "7", "10"}
    with pytest.raises(cp.InvalidInput):
        DATED.assignments(on="2025-01-01")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("start", "end", "numbers", "unscheduled"),
    [
        (date(2023, 1, 1), date(2023, 12, 31), [], []),
        (date(2023, 1, 1), date(2026, 12, 31), ["7", "8"], ["10"]),
        (date(2024, 12, 31), date(2025, 12, 31), ["7"], ["10"]),
        (date(2025, 1, 1), date(2025, 12, 31), [], []),
    ],
)
def test_the_agenda_keeps_to_it(
    start: date, end: date, numbers: list[str], unscheduled: list[str]
) -> None:
    found = cp.agenda(DATED, start, end)
    assert [one.clause.number for one in found.entries] == numbers
    assert [one.clause.number for one in found.unscheduled] == unscheduled


def test_what_comes_back_ends_with_its_document() -> None:
    ended = attrs.evolve(
        DATED,
        duties=(
            w.Duty(clause=DATED.clauses[0], key="r", title=w.Text(zh="报"), every=w.Interval(12)),
        ),
        document=attrs.evolve(DATED.document, in_force=YEAR),
    )
    found = cp.agenda(ended, date(2022, 1, 1), date(2027, 12, 31))
    assert [one.period.start.year for one in found.entries if one.clause.number == "1"] == [2024]
    draft = attrs.evolve(ended, document=attrs.evolve(ended.document, in_force=w.DRAFT))
    assert [one.clause.number for one in cp.agenda(draft, *YEAR).entries] == ["8"]


def test_the_audit_compares_what_can_be_in_force_together() -> None:
    def flaws(**within: Any) -> list[str]:
        rules = (
            w.Rule(clause=MUST, part="a", requires=room.area_m2 >= 10, within=within.get("a")),
            w.Rule(clause=MUST, part="b", requires=room.area_m2 < 10, within=within.get("b")),
        )
        return [flaw.code for flaw in cp.audit.find_flaws(plan_of(*rules))]

    assert "contradictory" in flaws()
    assert "contradictory" in flaws(a=YEAR, b=(YEAR[1], None))  # one day is shared
    assert "contradictory" not in flaws(a=YEAR, b=(date(2025, 1, 1), None))
    assert "contradictory" not in flaws(a=w.DRAFT)


def test_the_audit_finds_what_is_never_in_force() -> None:
    def flaws(**document: Any) -> list[tuple[str, ...]]:
        made = attrs.evolve(DATED, document=attrs.evolve(DATED.document, **document))
        found = cp.audit.find_flaws(made)
        return [one.clauses for one in found if one.code == "never_in_force"]

    assert flaws() == []  # nobody knows when the document is
    # 1, 6, 7, 10 and the high rung are in force in 2024 only; 4 and 9 are drafts; 3 ends in 2024.
    assert flaws(in_force=(date(2025, 1, 1), None)) == [
        ("1",), ("5/high",), ("3",), ("6",), ("9",), ("7",), ("10",), ("4",)
    ]  # fmt: skip
    assert flaws(in_force=(date(2024, 12, 31), None)) == [("9",), ("4",)]
    late = attrs.evolve(DATED.document, in_force=(date(2025, 1, 1), None))
    said = cp.audit.find_flaws(attrs.evolve(DATED, document=late))[0].explain("zh")
    assert "其施行期为2024年1月1日至2024年12月31日，所属的为自2025年1月1日起" in said
    assert flaws(in_force=w.DRAFT) == [("9",), ("4",)]  # a draft is looked at as it is to be


def test_registration_on_a_day() -> None:
    conditions = cp.all_of()
    county, later = (
        w.route(cp.Body.HEALTH, None, conditions, part="a", within=YEAR),
        w.route(cp.Body.FINANCE, None, conditions, part="b", within=(date(2025, 1, 1), None)),
    )
    steps = (
        w.step("old", "旧", actor=cp.Body.HEALTH, before=cp.Body.FINANCE, part="o", within=YEAR),
        w.step("new", "新", actor=cp.Body.HEALTH, before=cp.Body.FINANCE, part="n", after="old"),
    )
    routed = cp.Plan.of(
        "own",
        "办法",
        (entry("1", w.registration(routes=(county, later), steps=steps)),),
        issuer="某县",
    )
    found = {
        day: [
            (one.registrar, [step.id for step in one.steps], one.steps[-1].after)
            for one in cp.registration_paths(cp.Applicant(), routed, on=day).paths
        ]
        for day in (YEAR[1], date(2025, 1, 1))
    }
    assert found == {
        YEAR[1]: [(cp.Body.HEALTH, ["old", "new"], ("old",))],
        date(2025, 1, 1): [(cp.Body.FINANCE, ["new"], ())],
    }
    assert len(cp.registration_paths(cp.Applicant(), routed).paths) == 2
