"""What other plans answered, wherever an answer is shown, written, mended or asked further."""

import json
from datetime import date
from typing import Any

import attrs
import pytest
from chained import FACT, NATIONAL, READ, SHIYAN, TWO, WISH, asked, county, nursery
from refusing import refused

import careplan as cp
from careplan import testing
from careplan import writing as w
from careplan.results import Assessment, Assessments, BenefitFinding, DefinitionFinding, Finding
from careplan.results import LadderFinding as Steps

YES = nursery.meets_national_standard
SAID_ZH = (
    "符合国家设置标准和管理规范：由《某办法》第1条得出：否（据两份以上相互一致的副本，未见原件）"
)
SAID_EN = (
    "meets the national setting standard and management norm: no, by rules of national, 第1条 "
    "(by two copies or more that agree; the original was not seen)"
)


def read(made: Any, **facts: Any) -> Any:
    """Ask a plan of one clause, the national one answering."""
    return asked(county("read", (made,)), NATIONAL, **facts)["read"]


def test_a_finding_says_by_which_document_clause_and_support() -> None:
    finding = asked(SHIYAN, NATIONAL, slots=9)["shiyan_2021"].finding(READ)
    assert SAID_ZH in finding.explain()
    assert SAID_EN in finding.explain("en")
    for written in (finding.to_html("en"), finding.to_markdown("en")):
        assert "rules of national" in written


@pytest.mark.parametrize("detail", ["normal", "all"])
def test_an_assessment_says_it_beside_the_breach(detail: str) -> None:
    found = asked(SHIYAN, NATIONAL, slots=9)
    for shown in (found, found["shiyan_2021"]):
        assert SAID_ZH in shown.explain(detail=detail)
        assert SAID_EN in shown.explain("en", detail=detail)
        assert "某办法" in shown.to_html()
        assert "某办法" in shown.to_markdown()
    testing.assert_explained(found["shiyan_2021"])


def test_what_is_kept_and_what_waits_say_it_too() -> None:
    kept = asked(SHIYAN, NATIONAL, slots=10, registered=False)["shiyan_2021"]
    assert "得出：是" in kept.explain()
    waits = asked(SHIYAN, NATIONAL, registered=False)["shiyan_2021"]
    testing.assert_explained(waits)
    # 第1条 waits for the slots, and is known by two copies.
    assert "《某办法》第1条判断，所需情况尚未说明" in waits.explain()
    assert "有多少个托位？" in waits.explain()
    assert "How many slots does the institution have?" in waits.finding(READ).explain("en")
    assert "slots" in waits.finding(READ).explain("en", detail="all")


def test_what_is_known_from_its_own_text_says_no_more() -> None:
    own = county("national", (w.duty(requires=nursery.slots >= 10),))
    [one] = asked(SHIYAN, own, slots=9)["shiyan_2021"].answered
    assert one.support is w.Support.OWN_TEXT
    assert one.told("zh") == "符合国家设置标准和管理规范：由《某办法》第1条得出：否"


def test_of_many_clauses_the_first_are_named_and_all_are_counted() -> None:
    each = [(w.duty(requires=nursery.slots >= count),) for count in (10, 20, 30, 40)]
    four = asked(SHIYAN, county("national", *each), slots=9)["shiyan_2021"].answered[0]
    assert len(four.clauses) == 4
    assert four.locators("zh") == "第1条、第2条、第3条等4处"
    assert four.locators("en") == "第1条, 第2条, 第3条 and others, 4 in all"
    three = asked(SHIYAN, county("national", *each), slots=10)["shiyan_2021"].answered[0]
    assert three.locators("zh") == "第2条、第3条、第4条"


def test_what_was_not_looked_at_is_not_told() -> None:
    # Who is not registered is asked nothing: the fact is read by the rule, not looked at.
    finding = read(w.duty(applies=nursery.registered, requires=YES), slots=9, registered=False)
    [one] = finding.finding("1").answered
    assert one.value is False
    assert "某办法" not in finding.finding("1").explain().replace("依据：某办法", "")
    # Of whom it is asked by the fact itself, it is.
    by_fact = read(w.duty(applies=YES, requires=nursery.registered), slots=9)
    assert by_fact.outcome is cp.Outcome.NOT_APPLICABLE
    assert SAID_ZH in by_fact.finding("1").explain()


def test_benefits_and_terms_say_it_as_well() -> None:
    offered = read(w.benefit(condition=YES, amount_yuan=100), slots=9)
    benefit = offered.benefits[0]
    assert isinstance(benefit, BenefitFinding)
    assert benefit.availability is cp.Availability.NOT_OPEN
    assert SAID_ZH in benefit.explain()
    waits = read(w.benefit(condition=YES), registered=False)
    assert waits.benefits[0].missing == ("slots",)
    assert "所需情况尚未说明" in waits.explain()
    term = read(w.term("合格机构", "a good one", criterion=YES), registered=False)
    found = term.definitions[0]
    assert isinstance(found, DefinitionFinding)
    assert (found.missing, found.falls_under) == (("slots",), cp.Truth.UNKNOWN)
    assert "待补充：托位数" in found.explain()
    assert "所需情况尚未说明" in term.explain()
    for one in (offered, waits, term):
        testing.assert_explained(one)
        assert cp.codec.loads(cp.codec.dumps(one), Assessment) == one


def test_a_ladder_says_what_was_answered_for_its_rungs() -> None:
    ladder = w.ladder(
        w.rung(nursery.slots >= 5, YES, clause="1.a"),
        w.rung(nursery.slots >= 50, nursery.inclusive, clause="1.b"),
    )
    clauses = [
        w.clause("1", "一", w.MUST, "分档", "Steps.", ladder),
        w.clause("1.a", "一1", w.MUST, "小", "Small.", w.encoded_with("1")),
        w.clause("1.b", "一2", w.MUST, "大", "Large.", w.encoded_with("1")),
    ]
    plan = cp.Plan.of("read", ("某办法", "rules of steps"), clauses, issuer="某县")
    found = asked(plan, NATIONAL, slots=9)["read"]
    [finding] = found.findings
    assert isinstance(finding, Steps)
    assert (finding.outcome, len(finding.answered)) == (cp.Outcome.NOT_MET, 1)
    assert SAID_ZH in finding.explain()
    assert SAID_ZH in found.explain()
    rows = finding.records()
    assert [row["answered_zh"] for row in rows] == [SAID_ZH, SAID_ZH, None]
    assert cp.codec.loads(cp.codec.dumps(found), Assessment) == found
    # Whether the lower rung binds is open: what answers waits for the slots as well.
    waits = asked(plan, NATIONAL)["read"]
    assert waits.missing == attrs.evolve(waits).missing
    assert FACT not in waits.missing
    testing.assert_explained(waits)
    assert cp.codec.loads(cp.codec.dumps(waits), Assessment) == waits
    # A plan of a ladder answers by the rung that binds.
    answers = attrs.evolve(plan, id="steps")
    wish = {"meets_provincial_rules": "steps", FACT: "national"}
    provincial = county("other", (w.duty(requires=nursery.meets_provincial_rules),))
    [one] = asked(provincial, answers, NATIONAL, wish=wish, slots=9)["other"].answered
    assert (one.locators("zh"), one.support) == ("一1", w.Support.SOLID)


def test_rows_have_a_column_for_it_where_something_was_answered() -> None:
    found = asked(SHIYAN, NATIONAL, slots=9)
    for rows in (found.records(), found["shiyan_2021"].records()):
        assert len({tuple(row) for row in rows}) == 1
        said = {row["number"]: row["answered_zh"] for row in rows if row["answered_zh"]}
        assert said == {READ: SAID_ZH}
    assert "answered_zh" not in found["national"].records()[0]
    [row] = found["shiyan_2021"].finding(READ).records()
    assert row["answered_en"] == SAID_EN
    titles = [column.title("zh") for column in found.table().columns]
    assert titles[-1] == "由其他文件回答"


def test_no_remedy_states_what_a_plan_answers() -> None:
    found = asked(SHIYAN, NATIONAL, slots=9)["shiyan_2021"]
    [remedy] = [one for one in cp.remedies(found) if one.finding.number == READ]
    assert (remedy.options, [piece.path for piece in remedy.fixed]) == ((), [FACT])
    [one] = remedy.turns_on
    assert [clause.locator for clause in one.clauses] == ["第1条"]
    assert "取决于《某办法》的结论，先整改其第1条所涉事项" in remedy.explain()
    assert "It turns on rules of national: mend first" in remedy.explain("en")
    assert "It turns on rules of national: mend first" in repr(remedy)
    assert "取决于《某办法》的结论" in found.explain()
    assert cp.codec.loads(cp.codec.dumps(remedy), type(remedy)) == remedy
    # As stated it could be changed.
    stated = cp.assess(cp.Institution(meets_national_standard=False), SHIYAN)
    [other] = [one for one in cp.remedies(stated) if one.finding.number == READ]
    assert (len(other.options), other.turns_on) == (1, ())
    assert "取决于" not in other.explain()


def test_what_is_met_may_stand_in_the_way_as_well() -> None:
    found = read(w.duty(requires=~YES), slots=10, registered=False)
    [remedy] = cp.remedies(found)
    assert remedy.options == ()
    assert "取决于《某办法》第1条的结论" in remedy.explain()
    assert "It turns on what rules of national says by 第1条" in remedy.explain("en")


def test_a_remedy_that_needs_what_a_plan_has_not_answered_yet_says_so() -> None:
    found = read(
        w.duty(requires=nursery.filed_with_health & YES), filed_with_health=False, registered=False
    )
    [remedy] = cp.remedies(found)
    [option] = remedy.options
    assert [change.path for change in option.changes] == ["filed_with_health"]
    [one] = remedy.waits_on(option)
    assert one.fact == FACT
    assert "所需情况尚未说明" in remedy.explain()
    assert "once what it waits for is stated" in found.explain("en")
    # What is settled is not waited for.
    met = read(
        w.duty(requires=nursery.filed_with_health & YES),
        filed_with_health=False,
        slots=10,
        registered=False,
    )
    [sure] = cp.remedies(met)
    assert sure.waits_on(sure.options[0]) == ()
    assert sure.options[0].needed == (nursery.filed_with_health == True)  # noqa: E712 - a criterion


def test_a_remedy_keeps_what_was_answered_for_whom_the_duty_is() -> None:
    duty = w.duty(applies=YES, requires=nursery.filed_with_health)
    found = read(duty, filed_with_health=False, slots=10, registered=False)
    assert found.outcome is cp.Outcome.NOT_MET
    [remedy] = cp.remedies(found)
    assert [change.path for change in remedy.options[0].changes] == ["filed_with_health"]


@attrs.frozen(kw_only=True)
class Village(cp.Institution):
    """An outsider's institution with a fact of its own."""

    has_yard: bool | None = w.flag("有院子", "has a yard")
    opened_on: date | None = w.day("启用日期", "day it opened")


def test_what_is_missing_may_be_a_fact_of_a_noun_made_of_the_one_read() -> None:
    village = cp.facts(Village)
    own = county("national", (w.duty(requires=village.has_yard), TWO))
    found = cp.assess(Village(), [SHIYAN, own], answer=WISH)["shiyan_2021"]
    finding = found.finding(READ)
    assert finding.missing == ("has_yard",)
    assert finding.noun is Village
    assert "有院子" in finding.explain()
    testing.assert_explained(found)
    written = cp.codec.dumps(found)
    assert cp.codec.loads(written, Assessment, nouns=[Village]) == found
    plain = cp.assess(Village(), SHIYAN).finding(READ)
    assert plain.noun is cp.Institution


def test_the_day_asked_may_be_what_the_answering_plan_waits_for() -> None:
    village = cp.facts(Village)
    old = county("national", (w.duty(requires=cp.elapsed(village.opened_on, months=6)),))
    subject = Village(opened_on=date(2024, 1, 1))
    found = cp.assess(subject, [SHIYAN, old], answer=WISH)["shiyan_2021"]
    finding = found.finding(READ)
    assert finding.missing == ("on",)
    assert "所问之日" in finding.explain()
    testing.assert_explained(found)
    assert cp.codec.loads(cp.codec.dumps(found), Assessment, nouns=[Village]) == found
    later = cp.assess(subject, [SHIYAN, old], answer=WISH, on=date(2024, 7, 1))
    # Six months after 1 January.
    assert later["shiyan_2021"].finding(READ).outcome is cp.Outcome.MET


def test_json_is_read_as_it_was_written() -> None:
    for facts in ({"slots": 9}, {"slots": 10}, {"registered": False}, {"slots": 9, FACT: False}):
        found = asked(SHIYAN, NATIONAL, **facts)
        written = cp.codec.dumps(found)
        assert cp.codec.loads(written, Assessments) == found
        finding = found["shiyan_2021"].finding(READ)
        assert cp.codec.loads(cp.codec.dumps(finding), Finding) == finding
        again = cp.codec.loads(written, Assessments)["shiyan_2021"]
        assert again.finding(READ).explain() == finding.explain()
        assert cp.remedies(again) == cp.remedies(found["shiyan_2021"])


def changed(data: Any, **fields: Any) -> Any:
    """Return the JSON of an answer with other fields in what was answered, wherever it stands."""
    if isinstance(data, list):
        return [changed(one, **fields) for one in data]
    if not isinstance(data, dict):
        return data
    inner = {key: changed(one, **fields) for key, one in data.items()}
    return {**inner, **fields} if "plan_id" in data and "fact" in data else inner


@pytest.mark.parametrize(
    ("fields", "path", "code"),
    [
        ({"fact": "nothing"}, "fact[0]", "not_found"),
        ({"fact": "slots"}, "fact", "wrong_type"),
        ({"fact": "premises.fire_safe"}, "fact[0]", "not_found"),
        ({"outcome": "not_measurable"}, "outcome", "not_an_option"),
        ({"missing": ["slots"]}, "missing", "contradiction"),
        ({"clauses": []}, "clauses", "contradiction"),
        ({"outcome": "not_applicable"}, "clauses", "contradiction"),
        ({"missing": ["nothing"], "outcome": "unknown"}, "missing[0]", "not_found"),
    ],
)
def test_json_of_what_cannot_be_answered_so_is_refused(fields: Any, path: str, code: str) -> None:
    [one] = asked(SHIYAN, NATIONAL, slots=9)["shiyan_2021"].answered
    data = changed(json.loads(cp.codec.dumps(one)), **fields)
    assert (path, code) in refused(cp.codec.structure, data, type(one))


def test_json_that_does_not_fit_what_was_answered_is_refused() -> None:
    found = asked(SHIYAN, NATIONAL, slots=9)["shiyan_2021"]
    data = json.loads(cp.codec.dumps(found))
    place = next(i for i, one in enumerate(found.findings) if one.number == READ)

    def problems(**fields: Any) -> list[tuple[str, str]]:
        return refused(cp.codec.structure, {**data, **fields}, Assessment)

    # What a finding says was answered, and the assessment does not.
    assert problems(answered=[]) == [(f"findings[{place}].answered", "not_an_option")]
    twice = [*data["answered"], *data["answered"]]
    assert ("answered", "duplicate") in problems(answered=twice)
    facts = {**data["subject"]["facts"], FACT: True}
    stated = {**data["subject"], "facts": facts}
    assert ("answered[0].outcome", "other_answer") in problems(subject=stated)
    other = changed(data["answered"], noun="Venue", fact="waiting_area")
    assert ("answered[0].noun", "wrong_noun") in problems(answered=other)
    finding = {**data["findings"][place], "format": data["format"]}
    # It saw no, and says that yes was answered; and what it does not read.
    yes = changed(finding, outcome="met")
    assert refused(cp.codec.structure, yes, Finding) == [("answered", "other_answer")]
    elsewhere = changed(finding, fact="inclusive")
    assert refused(cp.codec.structure, elsewhere, Finding) == [("answered", "not_an_option")]
