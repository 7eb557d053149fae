"""Results in words: nothing left out, both languages, never a template's placeholder."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import nouns

import careplan as cp
from careplan import writing as w
from careplan.criteria.proxies import facts, has
from careplan.criteria.wording.asking import fact_question
from careplan.display.result import Result

SHUANGLIAO, BDA = cp.get_plan("shuangliao_2021"), cp.get_plan("bda_2017")
SHIYAN, DAWA = cp.get_plan("shiyan_2021"), cp.get_plan("dawa_2023")
HUT = cp.Room(use=cp.RoomUse.MUMMY_HUT, area_m2=12, acceptance_passed=True)
MALL = cp.Venue(
    category=cp.VenueCategory.COMMERCIAL_CENTRE,
    building_area_m2=12_000,
    rooms=[cp.Room(independent=True, usable_area_m2=8, existing=True)],
)
TITLE = cp.Text(zh="某县方案", en="A county's plan")
MUST = w.Clause("1", "一", w.Modality.MUST, TITLE)


def results() -> Iterator[Result]:
    """Yield a result of every sort."""
    mall, hut = cp.assess(MALL, SHUANGLIAO), cp.assess(HUT, BDA)
    yield from (mall, hut, cp.assess(cp.Grant(), SHUANGLIAO), mall.findings[0], hut.benefits[0])
    yield from hut.findings
    yield from hut.benefits
    yield from cp.remedies(mall)
    sheet = BDA.scorecards["care_room"]
    yield from (cp.score(sheet, {}), cp.score(sheet, {"equipment": 0}))
    full = {item.key: item.max_points for item in sheet.items}
    yield cp.score(sheet, full)
    coverage = SHUANGLIAO.targets["coverage"]
    yield cp.track_progress(coverage, [], on=date(2021, 1, 1))
    yield cp.track_progress(DAWA.ledgers["slots"], [], on=date(2023, 1, 1))
    for subject in (cp.Applicant(), cp.ToddlerClass(), cp.EarlyEducationCentre()):
        for plan in (SHIYAN, DAWA, BDA):
            found = cp.registration_paths(subject, plan)
            yield found
            yield from found.paths


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_result_can_be_said(language: str) -> None:
    sorts = set()
    for result in results():
        said = result.explain(language)
        sorts.add(type(result).__name__)
        assert said
        assert not re.search(r"[{}]|Text\(|<.*>|None", said)
    assert len(sorts) == 9


def test_the_languages_differ_and_others_are_refused() -> None:
    a = cp.assess(MALL, SHUANGLIAO)
    assert a.explain() == a.explain("zh") != a.explain("en")
    with pytest.raises(cp.NotFound) as error:
        a.explain("fr")
    assert error.value.kind == "language"


def test_an_assessment_says_clause_observed_and_required() -> None:
    a = cp.assess(MALL, SHUANGLIAO)
    said = a.explain("en")
    assert "    Seen: usable area of room 1: 8 m2 (2 m2 short)" in said
    assert "Does the minimum area bind rooms that were already built?" in said
    # All that was looked at is said when it is asked for; a path or a number never.
    whole = a.explain("en", detail="all")
    assert "× usable area of room 1: 8 m2" in whole
    assert "√ building area: 12,000 m2" in whole
    assert not any(path in whole for path in a.missing)
    zh = a.explain("zh")
    assert "    现状：第1间母婴室的使用面积为8平方米（尚差2平方米）" in zh
    assert "4.1.b" not in zh


def test_one_finding_names_its_readings() -> None:
    found = cp.assess(MALL, SHUANGLIAO).finding("4.1.b")
    assert "only the kinds listed" in found.explain("en")
    assert found.explain("en").startswith("Not met: ")


def test_advice_says_why_it_is_advice() -> None:
    hub = cp.assess(cp.Venue(category=cp.VenueCategory.TRANSPORT_HUB), SHUANGLIAO)
    assert "(the clause says 'encouraged'; " in hub.explain("en")
    assert "（条款用语为“鼓励”；" in hub.explain("zh")
    scope = cp.assess(cp.Employer(), BDA).finding("1.a")
    assert "the scope of a drive" in scope.explain("en")


def test_a_benefit_says_its_amount_and_whether_it_can_be_claimed() -> None:
    a = cp.assess(HUT, BDA)
    grant, stars = a.benefit("3.2.a"), a.benefit("3.1.a")
    assert "amount: 10,000 yuan" in grant.explain("en")
    assert "金额：10000元" in grant.explain("zh")
    assert "no claim" not in grant.explain("en")
    assert "the clause says 'should': no claim to it" in stars.explain("en")


def test_remedies_are_told_as_alternatives() -> None:
    remedy = cp.remedies(cp.assess(MALL, SHUANGLIAO))[0]
    both = "(it ends 1 more of what is not met)"
    assert remedy.explain("en").splitlines() == [
        "Any one of 2 ways mends it.",
        "Clause: 四（一）",
        f"1. Increase the usable area of room 1 from 8 m2 to at least 10 m2 {both}",
        f"2. Add one room: independent, usable area at least 10 m2 {both}",
    ]
    assert "2. 增设1间独立母婴室" in remedy.explain("zh")


def test_scores_in_words() -> None:
    sheet = BDA.scorecards["care_room"]
    design = {"area": 20, "cleanliness": 18, "equipment": 40, "management": 10}
    said = cp.score(sheet, design).explain("en")
    assert "88 points so far, 98 at most, pass mark 90." in said
    assert "care materials (10), which must bring at least 2 to pass." in said
    assert "care materials: not yet marked; Maximum: 10; Points: 0–10" in said
    reached = cp.score(sheet, {**design, "care_materials": 2}).explain("en")
    assert reached.startswith("Passed: 90 points, pass mark 90.")
    lost = cp.score(sheet, {"equipment": 0}).explain("en")
    assert "Even the most that is possible does not reach the pass mark." in lost


def test_a_target_in_words() -> None:
    measured = [cp.Measurement(on=date(2021, 12, 31), part=39, whole=40)]
    coverage = SHUANGLIAO.targets["coverage"]
    said = cp.track_progress(coverage, measured, on=date(2021, 12, 31)).explain("en")
    assert "97.5% (31 December 2021); 100% due by end of 2021, 2.5 percentage points off" in said


def test_a_path_with_a_time_limit_says_it() -> None:
    step = w.Step(
        clause=MUST,
        key="register",
        action=TITLE,
        actor=cp.Party.INSTITUTION,
        before=cp.Party.REGISTRAR,
        limit=w.limit(20, w.DAYS),
    )
    route = w.Route(
        clause=MUST, part="r", registrar=cp.Body.HEALTH, level=None, condition=cp.all_of()
    )
    plan = cp.Plan(
        id="x",
        document=w.Document(title=TITLE, issuer=TITLE),
        clauses=(MUST,),
        registration=w.Registration(clause=MUST, routes=(route,), steps=(step,)),
    )
    (path,) = cp.registration_paths(cp.Applicant(), plan).paths
    assert path.clause is MUST
    assert "within 20 days" in path.explain("en")
    assert "20日内" in path.explain("zh")


def test_a_document_that_lays_down_nothing_says_so() -> None:
    baodi = cp.registration_paths(cp.Applicant(), cp.get_plan("baodi_2020"))
    assert baodi.explain("en").startswith("Not stated: The document does not say where")
    assert "Details left to: " in baodi.explain("en")


def test_a_set_is_said_in_a_stable_order() -> None:
    room = facts(cp.Room)
    rule = w.Rule(clause=MUST, requires=has(room.supplies, cp.Supply.CLEANING_CLOTHS))
    plan = cp.Plan(
        id="x",
        document=w.Document(title=TITLE, issuer=TITLE),
        clauses=(MUST,),
        rules=(rule,),
    )
    both = cp.assess(cp.Room(supplies=set(cp.Supply)), plan)
    assert "Care materials: cleaning cloths, hand and mouth wipes" in both.explain("en")


SUBJECTS: st.SearchStrategy[Any] = st.one_of(
    nouns(cp.Venue), nouns(cp.Employer), nouns(cp.Room), nouns(cp.Grant), nouns(cp.Institution)
)


@given(SUBJECTS, st.sampled_from(cp.plan_ids()), st.sampled_from(["zh", "en"]))
def test_any_assessment_can_be_said(subject: Any, plan_id: str, language: str) -> None:
    a = cp.assess(subject, cp.get_plan(plan_id))
    said = a.explain(language, detail="all")
    assert all(f.clause.locator in said for f in a.findings)
    for path in a.missing:
        asked = fact_question(type(subject), path, language)
        assert asked[:1].upper() + asked[1:] in said
    for remedy in cp.remedies(a):
        assert remedy.finding.clause.locator in remedy.explain(language)


def test_a_scope_and_a_ledger_without_a_note() -> None:
    offered = cp.Applicant(
        profit_status=cp.ProfitStatus.FOR_PROFIT,
        approval_powers_merged=False,
        service_modes={cp.ServiceMode.HALF_DAY},
    )
    assert "Business scope: 3岁以下婴幼儿照护服务（半日托）" in (
        cp.registration_paths(offered, SHIYAN).explain("en")
    )
    row = w.LedgerRow(clause=MUST, locality="甲镇", milestones=(w.Milestone(date(2024, 6, 30), 5),))
    bare = w.Ledger(clause=MUST, key="slots", title=TITLE, precision=w.Precision.DAY, rows=(row,))
    said = cp.track_progress(bare, [], on=date(2024, 6, 30)).explain("en")
    assert "甲镇: Awaited; Now: no report; Due by 30 June 2024: 5" in said.splitlines()[3]
