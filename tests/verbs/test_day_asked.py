"""The day asked, through the verbs: it is read where time is counted up to it, and nowhere else."""

from datetime import date, datetime
from typing import Any

import attrs
import pytest
from lots import LEASE, OPEN, PLAN, WING, Lot, Wing, lot, wing
from small_plans import MUST, plan_of

import careplan as cp
from careplan import codec
from careplan import writing as w
from careplan.audit import find_flaws, unread_facts
from careplan.criteria.nodes import Compare
from careplan.criteria.signs import Op
from careplan.criteria.soundness import sound
from careplan.results import Assessment, Score

NOUNS = (Lot, Wing)
LATE = Lot(
    listed=True,
    lease_from=date(2022, 3, 1),
    lease_until=date(2025, 2, 27),
    opened_on=date(2017, 11, 15),
    wings=[Wing(opened_on=date(2018, 1, 1))],
)
SHEETS = w.Plan.of(
    "sheets",
    w.Document(title=("表", "sheets"), issuer=("某县", "a county")),
    (
        w.clause(
            "1", "一", w.FACT, "评分表", "A sheet.",
            w.sheet(
                "stars", ("评分表", "sheet"),
                w.item("open", ("启用满半年", "open"), 5, OPEN),
                applies=lot.listed, pass_mark=5, marking=w.Marking.ALL_OR_NOTHING,
            ),
        ),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("on", "outcome", "missing"),
    [
        (date(2018, 5, 14), cp.Outcome.NOT_MET, ()),
        (date(2018, 5, 15), cp.Outcome.MET, ()),
        (date(2018, 5, 16), cp.Outcome.MET, ()),
        (None, cp.Outcome.UNKNOWN, ("on",)),
    ],
)
def test_an_assessment_counts_to_the_day_asked_and_keeps_it(
    on: date | None, outcome: cp.Outcome, missing: tuple[str, ...]
) -> None:
    found = cp.assess(LATE, PLAN, on=on)
    assert (found.finding("2").outcome, found.finding("2").missing) == (outcome, missing)
    assert found.on == on
    # What does not count to it is the same on every day.
    assert found.finding("1").outcome is cp.Outcome.NOT_MET
    assert codec.loads(codec.dumps(found), Assessment, nouns=NOUNS) == found


@pytest.mark.parametrize("on", [datetime(2018, 5, 15), "soon"])  # noqa: DTZ001 - refused
def test_what_is_no_day_is_not_asked(on: Any) -> None:
    for ask in (
        lambda: cp.assess(LATE, PLAN, on=on),
        lambda: cp.score(SHEETS.scorecards["stars"], {}, on=on),
    ):
        with pytest.raises(cp.InvalidInput) as caught:
            ask()
        assert [one.path for one in caught.value.problems] == ["on"]


def test_what_ends_a_breach_depends_on_the_day_asked() -> None:
    lease, opened, wing = cp.remedies(cp.assess(LATE, PLAN, on=date(2018, 5, 14)))
    bound = Compare(Lot, ("lease_until",), Op.GE, date(2025, 2, 28))
    assert [one.needed for one in lease.options] == [bound]
    assert opened.options == ()  # nobody brings about when it opened
    assert [one.observed for one in opened.fixed] == [(date(2017, 11, 15), date(2018, 5, 14))]
    first = [
        Compare(Lot, ("wings", place, "opened_on"), Op.LE, date(2017, 11, 14)) for place in (0, 1)
    ]
    assert [one.needed for one in wing.options] == first
    for remedy in (lease, opened, wing):
        assert codec.loads(codec.dumps(remedy), type(remedy), nouns=NOUNS) == remedy


def test_an_explanation_names_the_days() -> None:
    said = cp.assess(LATE, PLAN, on=date(2018, 5, 14)).explain("zh")
    assert "自启用日期（2017年11月15日）至所问之日（2018年5月14日）" in said
    unknown = cp.assess(LATE, PLAN).explain("zh")
    assert "  要问的是哪一天？" in unknown


def test_what_nobody_can_change_is_said_with_its_days() -> None:
    # Neither the opening day nor the day asked is for anyone to move.
    for one in cp.remedies(cp.assess(LATE, PLAN, on=date(2018, 5, 14))):
        if one.finding.number == "2":
            assert one.options == ()
            said = "自启用日期（2017年11月15日）至所问之日（2018年5月14日）"
            assert said in one.explain("zh").splitlines()[2]
            return
    raise AssertionError


def test_a_first_day_that_is_known_is_said_as_the_day_it_is() -> None:
    left = cp.residual(OPEN, LATE)
    plan = plan_of(w.Rule(clause=MUST, requires=left))
    said = cp.assess(LATE, plan, on=date(2018, 5, 14)).explain("zh")
    assert "自2017年11月15日至所问之日（2018年5月14日）" in said
    assert "要求：自2017年11月15日至所问之日满6个月" in said


def test_wings_that_are_not_stated_are_counted_to_the_day_asked() -> None:
    # A number of wings open for six months: which day is asked matters as soon as there are any.
    several = cp.count(lot.wings, cp.elapsed(wing.opened_on, months=6)) >= 2
    for criterion in (WING, several):
        plan = plan_of(w.Rule(clause=MUST, requires=criterion))
        a = cp.assess(Lot(), plan)
        assert a.missing == ("wings", "on")
        assert codec.loads(codec.dumps(a), Assessment, nouns=NOUNS) == a
        assert cp.assess(Lot(), plan, on=date(2018, 5, 14)).missing == ("wings",)


def test_a_score_counts_to_the_day_asked_and_keeps_it() -> None:
    sheet = SHEETS.scorecards["stars"]
    opened = Lot(listed=True, opened_on=date(2017, 11, 15))
    for on, ends in ((date(2018, 5, 14), (0, 0)), (date(2018, 5, 15), (5, 5)), (None, (0, 5))):
        found = cp.score(sheet, {}, room=opened, on=on)
        assert (found.low, found.high, found.on) == (*ends, on)
        assert found.items[0].missing == (("on",) if on is None else ())
        assert codec.loads(codec.dumps(found), Score, nouns=NOUNS) == found


def test_an_answer_that_names_another_day_is_refused() -> None:
    found = cp.assess(LATE, PLAN, on=date(2018, 5, 14))
    # Without a day nobody can have said whether the document is in force on it, either.
    for on, codes in (
        (None, {"other_answer", "contradiction"}),
        (date(2018, 5, 15), {"other_answer"}),
    ):
        with pytest.raises(cp.InvalidInput) as caught:
            codec.dumps(attrs.evolve(found, on=on))
        assert {one.code for one in caught.value.problems} == codes
    # Inside of a sum the day is not written, and still it is another.
    several = cp.count(lot.wings, cp.elapsed(wing.opened_on, months=6)) >= 2
    two = Lot(wings=[Wing(opened_on=date(2018, 1, day)) for day in (1, 2)])
    summed = cp.assess(two, plan_of(w.Rule(clause=MUST, requires=several)), on=date(2018, 7, 2))
    assert codec.loads(codec.dumps(summed), Assessment, nouns=NOUNS) == summed
    with pytest.raises(cp.InvalidInput) as caught:
        codec.dumps(attrs.evolve(summed, on=date(2018, 7, 1)))
    assert [one.code for one in caught.value.problems] == ["other_answer"]
    marks = cp.score(
        SHEETS.scorecards["stars"], {}, room=Lot(listed=True, opened_on=date(2017, 11, 15)),
        on=date(2018, 5, 14),
    )  # fmt: skip
    with pytest.raises(cp.InvalidInput):
        codec.dumps(attrs.evolve(marks, on=date(2018, 5, 15)))


@pytest.mark.parametrize(
    "observed",
    [None, (), (date(2018, 1, 1),), (1, 2), (datetime(2018, 1, 1), None)],  # noqa: DTZ001 - refused
)
def test_what_was_seen_of_time_is_two_days(observed: Any) -> None:
    [piece] = cp.evaluate(OPEN, LATE, on=date(2018, 5, 14)).evidence
    with pytest.raises(cp.InvalidInput):
        codec.dumps(attrs.evolve(piece, observed=observed))


def test_what_was_seen_of_time_settles_it() -> None:
    for on in (date(2018, 5, 14), None):
        [piece] = cp.evaluate(OPEN, LATE, on=on).evidence
        assert codec.loads(codec.dumps(piece), type(piece), nouns=NOUNS) == piece
        with pytest.raises(cp.InvalidInput):
            codec.dumps(attrs.evolve(piece, truth=cp.Truth.TRUE))
    [piece] = cp.evaluate(cp.residual(OPEN, LATE), LATE, on=date(2018, 5, 14)).evidence
    assert codec.loads(codec.dumps(piece), type(piece), nouns=NOUNS) == piece
    with pytest.raises(cp.InvalidInput):
        codec.dumps(attrs.evolve(piece, observed=(date(2017, 11, 16), date(2018, 5, 14))))


@pytest.mark.parametrize(
    ("node", "written"),
    [
        (
            OPEN,
            {
                "type": "Elapsed", "noun": "Lot", "start": "opened_on",
                "period": {"type": "Period", "months": 6},
            },
        ),
        (
            cp.residual(OPEN, Lot(opened_on=date(2017, 11, 15))),
            {
                "type": "Elapsed", "noun": "Lot", "start": {"type": "day", "value": "2017-11-15"},
                "period": {"type": "Period", "months": 6},
            },
        ),
        (
            cp.elapsed(lot.lease_from, lot.lease_until, years=1, days=2, missing_day="next"),
            {
                "type": "Elapsed", "noun": "Lot", "start": "lease_from", "end": "lease_until",
                "period": {"type": "Period", "months": 12, "days": 2, "missing_day": "next"},
            },
        ),
        (
            cp.elapsed(lot.lease_from, lot.lease_until, years=3, both_days=True),
            {
                "type": "Elapsed", "noun": "Lot", "start": "lease_from", "end": "lease_until",
                "period": {"type": "Period", "months": 36, "both_days": True},
            },
        ),
    ],
)  # fmt: skip
def test_elapsed_time_in_json(node: Any, written: Any) -> None:
    assert codec.unstructure(node) == written
    again = codec.structure(written, type(node), nouns=NOUNS)
    assert (again, sound(again)) == (node, again)


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"start": "listed"}, "start"),
        ({"start": {"type": "date"}}, "start"),
        ({"start": {"type": "day"}}, "start"),
        ({"end": "nothing"}, "end"),
        ({"end": {"type": "day", "value": "2017-11-15"}}, "end"),
        ({"noun": "Nothing"}, "noun"),
        ({"period": {"months": 6}}, "period"),
        ({"period": {"type": "Period"}}, "period"),
        ({"period": {"type": "Period", "months": "x"}}, "period.months"),
        ({"period": {"type": "Period", "weeks": 1}}, "period.weeks"),
    ],
)
def test_what_is_no_elapsed_time_is_refused(change: Any, path: str) -> None:
    data = {**codec.unstructure(OPEN), **change}
    with pytest.raises(cp.InvalidInput) as caught:
        codec.structure(data, type(OPEN), nouns=NOUNS)
    assert any(one.path.startswith(path) for one in caught.value.problems)


GRANTS = w.Plan.of(
    "grants",
    w.Document(title=("办法", "grants"), issuer=("某县", "a county")),
    (
        w.clause(
            "1", "一", w.MAY, "启用满半年可申请", "Open for six months.",
            w.benefit(condition=OPEN),
        ),
        w.clause(
            "2", "二", w.MUST, "租期满三年或启用满半年", "One or the other.",
            w.duty(applies=lot.listed, requires=LEASE | OPEN),
        ),
    ),
)  # fmt: skip


def test_a_benefit_counts_to_the_day_asked() -> None:
    for on, expected in (
        (date(2018, 5, 14), cp.Availability.NOT_OPEN),
        (date(2018, 5, 15), cp.Availability.OPEN),
        (None, cp.Availability.UNKNOWN),
    ):
        found = cp.assess(LATE, GRANTS, on=on)
        assert found.benefit("1").availability is expected
        assert codec.loads(codec.dumps(found), Assessment, nouns=NOUNS) == found


def test_only_days_that_a_person_can_move_end_a_breach() -> None:
    [remedy] = cp.remedies(cp.assess(LATE, GRANTS, on=date(2018, 5, 14)))
    assert [[one.path for one in option.changes] for option in remedy.options] == [["lease_until"]]


def test_an_audit_finds_days_on_which_time_has_passed_and_reads_its_facts() -> None:
    assert find_flaws(PLAN) == ()
    assert unread_facts([PLAN]) == ("Wing.on",)


@pytest.mark.parametrize(
    ("applies", "requires", "code"),
    [
        # From 2024 on three years are complete on 31 December 2026, as both days count.
        (
            lot.lease_from >= date(2024, 1, 1),
            LEASE & (lot.lease_until <= date(2026, 12, 30)),
            "never_met",
        ),
        (lot.lease_from >= date(2024, 1, 1), LEASE & (lot.lease_until <= date(2026, 12, 31)), "?"),
        # A lease from the year 9000 on, for a thousand years: the calendar ends before.
        (
            lot.lease_from >= date(9000, 1, 1),
            cp.elapsed(lot.lease_from, lot.lease_until, years=1000),
            "never_met",
        ),
        (
            lot.listed,
            (lot.lease_from <= date(2020, 1, 1)) & (lot.lease_until >= date(2024, 1, 1)) & ~LEASE,
            "never_met",
        ),
        # Open for a year, and not for six months.
        (cp.elapsed(lot.opened_on, years=1), ~OPEN, "never_met"),
        (OPEN, ~cp.elapsed(lot.opened_on, years=1), None),
        (cp.elapsed(lot.opened_on, years=1), ~cp.elapsed(lot.lease_from, months=6), None),
        # Of another convention nothing is concluded.
        (
            cp.elapsed(lot.opened_on, years=1),
            ~cp.elapsed(lot.opened_on, months=6, both_days=True),
            "?",
        ),
        (cp.elapsed(lot.lease_from, lot.lease_until, years=9999), lot.listed, "never_applies"),
    ],
)
def test_an_audit_finds_time_that_cannot_have_passed(
    applies: Any, requires: Any, code: str | None
) -> None:
    rule = w.Rule(clause=MUST, applies=applies, requires=requires)
    found = [one.code for one in find_flaws(plan_of(rule)) if "encoded" not in one.code]
    expected = {None: [], "?": ["not_taken_apart"]}.get(code, [code])
    assert [one for one in found if one != "no_encoding"] == expected


def test_time_stands_apart_among_alternatives() -> None:
    assert (LEASE | OPEN).describe("en") == (
        "at least 3 years from lease start to lease end (both days count); or "
        "at least 6 months from opening day to the day asked"
    )


def missing_of(found: Assessment) -> tuple[str, ...]:
    """Return the line of what is missing to judge the only clause, in both languages."""
    return tuple(
        one.strip()
        for language, begins in (("zh", "    待补充："), ("en", "    still to be stated: "))
        for one in found.explain(language, detail="all").splitlines()
        if one.startswith(begins)
    )


def test_a_noun_with_a_fact_called_on_says_which_of_both_is_missing() -> None:
    # The day of a count is always stated, so it is the day asked that is missing.
    counted = plan_of(w.Rule(clause=MUST, requires=cp.elapsed(cp.facts(cp.SlotCount).on, months=6)))
    count = cp.SlotCount("甲镇", date(2017, 11, 15), 20)
    found = cp.assess(count, counted)
    assert found.explain("zh").startswith("待补充：须补充1项情况：要问的是哪一天？\n")
    assert missing_of(found) == ("待补充：所问之日", "still to be stated: the day asked")
    # A wing need not say its day of record: where time is counted, it may be either.
    recorded, since = wing.on >= date(2020, 1, 1), cp.elapsed(wing.opened_on, months=6)
    both = plan_of(w.Rule(clause=MUST, requires=recorded & since))
    open_ = cp.assess(Wing(opened_on=date(2017, 11, 15)), both)
    assert open_.missing == ("on",)
    assert "须补充1项情况：登记日是哪一天？要问的是哪一天？" in open_.explain("zh")
    assert missing_of(open_) == (
        "待补充：登记日，或所问之日",
        "still to be stated: day of record, or the day asked",
    )
    alone = cp.assess(Wing(), plan_of(w.Rule(clause=MUST, requires=recorded)))
    assert alone.explain("zh").startswith("待补充：须补充1项情况：登记日是哪一天？\n")
    assert missing_of(alone) == ("待补充：登记日", "still to be stated: day of record")
