"""Scores of sheets with what must pass, items for some only, bands, and marks to pass of all kinds.

The sheet is fictitious: fire safety is passed or not, hygiene brings 30 and needs 18, a sink 20 for
rooms of their own, care 50; together 100.
"""

import json
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import conformance_evaluator as evaluator
import pytest

import careplan as cp
from careplan import writing as w
from careplan.base.truth import Truth
from careplan.criteria.wording.asking import fact_question
from careplan.results import Score
from careplan.testing import assert_explained
from careplan.testing.conforming.conformance import conformance

ROOM = cp.facts(cp.Room)
LINE = w.question("line", "1", "分数线", plain="八十分", share="八成")
BANDS = [w.band("poor", "一般", 0), w.band("good", "良好", 80), w.band("best", "优秀", 95)]


def sheet(
    pass_mark: Any = 80, bands: Any = BANDS, marking: Any = w.Marking.ASSESSED
) -> w.Scorecard:
    plan = w.Plan.of(
        "own",
        "验收",
        [
            w.clause("1", "一", "应当", "百分制",
                w.sheet("s", "验收表",
                    w.item("fire", "消防", 0, ROOM.existing, must_pass=True),
                    w.item("hygiene", "卫生", 30, ROOM.free_of_dust, least=18),
                    w.item("sink", "盥洗", 20, ROOM.clean, applies=ROOM.independent),
                    w.item("care", "照护", 50),
                    pass_mark=pass_mark, bands=bands, marking=marking)),
        ],
        issuer="某县",
        questions=[LINE],
    )  # fmt: skip
    return plan.scorecards["s"]


SHEET = sheet()
FULL: dict[str, Any] = {"fire": True, "hygiene": 30, "sink": 20, "care": 50}
OWN, SHARED = cp.Room(independent=True), cp.Room(independent=False)


def scored(marks: Any, room: cp.Room | None = OWN, of: w.Scorecard = SHEET) -> Score:
    s = cp.score(of, marks, room=room)
    assert_explained(s)
    assert cp.codec.loads(cp.codec.dumps(s), Score) == s
    return s


# --- what must pass -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "outcome", "failed", "to_pass"),
    [
        ({}, cp.Outcome.MET, (), ()),
        ({"fire": False}, cp.Outcome.NOT_MET, ("fire",), ()),
        ({"fire": None}, cp.Outcome.UNKNOWN, (), ("fire",)),
        # Hygiene below 18 of 30: 82.5 to 88 points would pass.
        ({"hygiene": Decimal("17.5")}, cp.Outcome.NOT_MET, ("hygiene",), ()),
        ({"hygiene": 18}, cp.Outcome.MET, (), ()),
        ({"hygiene": None}, cp.Outcome.UNKNOWN, (), ("hygiene",)),
        ({"fire": False, "hygiene": 3}, cp.Outcome.NOT_MET, ("fire", "hygiene"), ()),
    ],
)
def test_an_item_that_fails_fails_the_sheet_whatever_the_points(
    changed: Any, outcome: cp.Outcome, failed: tuple[str, ...], to_pass: tuple[str, ...]
) -> None:
    s = scored({**FULL, **changed})
    assert (s.outcome, s.failed_items, s.items_to_pass) == (outcome, failed, to_pass)
    assert s.passed is {cp.Outcome.MET: True, cp.Outcome.NOT_MET: False}.get(outcome)


def test_an_item_that_must_pass_needs_all_its_points() -> None:
    one = attrs.evolve(SHEET.items[3], must_pass=True)
    strict = attrs.evolve(SHEET, items=(*SHEET.items[:3], one))
    assert scored({**FULL, "care": Decimal("49.5")}, of=strict).failed_items == ("care",)
    assert scored(FULL, of=strict).outcome is cp.Outcome.MET


def test_a_failed_item_that_may_not_be_for_it_leaves_the_sheet_open() -> None:
    one = attrs.evolve(SHEET.items[2], least=10)
    strict = attrs.evolve(SHEET, items=(*SHEET.items[:2], one, SHEET.items[3]), pass_mark=80)
    marks = {**FULL, "sink": 9}
    assert scored(marks, of=strict).outcome is cp.Outcome.NOT_MET
    s = scored(marks, None, of=strict)
    # Not for a shared room, which brings the 80 without it.
    assert (s.outcome, s.items_to_pass, s.missing) == (
        cp.Outcome.UNKNOWN, ("sink",), ("independent",),
    )  # fmt: skip
    assert scored({**marks, "sink": None}, SHARED, of=strict).outcome is cp.Outcome.MET


# --- items that do not apply ----------------------------------------------------------------


def test_an_item_that_does_not_apply_leaves_both_sums() -> None:
    s = scored({**FULL, "sink": None}, SHARED)
    assert (s.low, s.high, s.possible) == (80, 80, (80, 80))  # 30 + 50 of 30 + 50
    assert (s.missing, s.open_items) == ((), ())
    assert s.items[2].applies is Truth.FALSE
    assert "盥洗：不适用；满分：20；得分：—；依据：一" in s.explain(detail="all").split("\n")
    assert s.explain("en").startswith("Passed: 80 points, out of 80 that apply, pass mark 80.")
    assert "不适用的1项未列，也不计入得分和满分。" in s.explain("zh")


def test_an_item_that_may_apply_makes_both_sums_ranges() -> None:
    s = scored(FULL, None)
    assert (s.low, s.high, s.possible) == (80, 100, (80, 100))
    assert (s.open_items, s.missing_facts) == ((), ("independent",))
    assert s.items[2].applies is Truth.UNKNOWN
    said = s.explain("zh").split("\n")
    assert "盥洗：得满分（是否适用待定）；满分：20；得分：20" in said
    assert f"  {fact_question(cp.Room, 'independent', 'zh')}用于评定：盥洗" in said
    row = s.records()[2]
    assert (row["item_applies"], row["missing"]) == ("unknown", "independent")
    assert (row["possible_low"], row["possible_high"]) == (80, 100)


def test_a_mark_of_an_item_that_does_not_apply_is_refused() -> None:
    with pytest.raises(cp.InvalidInput) as caught:
        cp.score(SHEET, {**FULL, "care": 51}, room=SHARED)
    assert [(one.path, one.code) for one in caught.value.problems] == [
        ("marks.sink", "item_not_for_it"),
        ("marks.care", "too_large"),
    ]
    assert "此项不适用于该对象，不应有评分20" in caught.value.problems[0].sentence("zh")


@pytest.mark.parametrize(
    ("key", "mark", "code"),
    [
        ("fire", 1, "wrong_type"),  # passed or not: no number
        ("fire", 0, "wrong_type"),
        ("fire", "yes", "wrong_type"),
        ("care", True, "bool_as_number"),
        ("hygiene", Decimal("30.5"), "too_large"),
    ],
)
def test_a_mark_of_the_wrong_kind(key: str, mark: Any, code: str) -> None:
    with pytest.raises(cp.InvalidInput) as caught:
        cp.score(SHEET, {key: mark}, room=OWN)
    assert [(one.path, one.code) for one in caught.value.problems] == [(f"marks.{key}", code)]


def test_a_room_that_says_what_applies_is_not_ignored() -> None:
    assert not scored(FULL).room_ignored
    # One that shows that fire safety is not there sets no mark all the same, and that is said.
    shown = scored(FULL, cp.Room(independent=True, existing=False))
    assert shown.room_ignored
    assert shown.outcome is cp.Outcome.MET
    assert "所报场所情况不决定任何一项的得分。" in shown.explain("zh")
    plain = attrs.evolve(SHEET, items=SHEET.items[:2], pass_mark=1, bands=())
    assert scored({}, OWN, of=plain).room_ignored


def test_where_no_item_is_for_it_the_sheet_does_not_apply() -> None:
    only = attrs.evolve(SHEET, items=SHEET.items[2:3], pass_mark=10, bands=BANDS_OF_20)
    s = scored({}, SHARED, of=only)
    assert (s.outcome, s.low, s.high, s.needed) == (cp.Outcome.NOT_APPLICABLE, 0, 0, None)
    assert (s.band, s.high_band, s.next_band) == (None, None, None)
    open_yet = scored({"sink": 20}, None, of=only)
    # 20 if it applies; whether it does is not known.
    assert (open_yet.outcome, open_yet.low, open_yet.needed) == (cp.Outcome.UNKNOWN, 20, 0)
    assert [band.key for band in open_yet.possible_bands] == ["some", "all"]
    assert cp.minimum_marks(only, room=SHARED) == {}


# --- marks to pass --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("care", "room", "outcome", "needed"),
    [
        # 80 % of 100 are 80: 30 + 20 + 30.
        (Decimal("29.5"), OWN, cp.Outcome.NOT_MET, None),
        (30, OWN, cp.Outcome.MET, 0),
        # 80 % of 80 are 64: 30 + 34.
        (Decimal("33.5"), SHARED, cp.Outcome.NOT_MET, None),
        (34, SHARED, cp.Outcome.MET, 0),
        (None, OWN, cp.Outcome.UNKNOWN, 30),
        (None, SHARED, cp.Outcome.UNKNOWN, 34),
        # Whichever it is: 34 do for a shared room only, 30 for one of its own.
        (33, None, cp.Outcome.UNKNOWN, 1),
        (34, None, cp.Outcome.MET, 0),
        (None, None, cp.Outcome.UNKNOWN, 34),
    ],
)
def test_a_share_is_of_what_applies(care: Any, room: Any, outcome: cp.Outcome, needed: Any) -> None:
    marks = {**FULL, "care": care}
    if room is SHARED:
        del marks["sink"]
    s = scored(marks, room, of=sheet(w.percent(80)))
    assert (s.outcome, s.needed) == (outcome, needed)
    # What it comes to in points is said where it is known which items apply.
    points = "" if room is None else "，即64分" if room is SHARED else "，即80分"
    assert s.explain("zh").split("\n")[0].count(f"合格线为适用项目满分的80%{points}。") == 1
    assert (s.records()[0]["pass_mark"], s.records()[0]["pass_share"]) == (None, Decimal("0.8"))


def test_a_share_that_no_decimal_is_equal_to_stays_exact() -> None:
    thirds = sheet(w.Share(Fraction(2, 3)))
    assert scored({"fire": True}, of=thirds).needed == Fraction(200, 3)  # 2/3 of 100
    # A line to pass is said exactly; only what it comes to in points is rounded, and says so.
    en, zh = (scored({}, of=thirds).explain(language) for language in ("en", "zh"))
    assert "pass mark 2/3 of what applies, which is about 66.7." in en
    assert "合格线为适用项目满分的3分之2，即约66.7分。" in zh
    assert "66.7%" not in en + zh
    assert scored({}, of=thirds).records()[0]["pass_share"] == Fraction(2, 3)
    assert cp.minimum_marks(thirds, room=OWN)["care"] == Fraction(50, 3)  # 200/3 - 30 - 20


def test_a_pass_mark_may_differ_by_reading() -> None:
    by_reading = sheet(w.choose(LINE, plain=80, share=w.percent(80)))
    marks = {"fire": True, "hygiene": 30, "care": 40}
    taken = {one: cp.score(by_reading, marks, room=SHARED, readings={"line": one}) for one in
             ("plain", "share")}  # fmt: skip
    # 70 of 80: not 80, but more than 64.
    assert {one: s.outcome for one, s in taken.items()} == {
        "plain": cp.Outcome.NOT_MET,
        "share": cp.Outcome.MET,
    }
    assert [one.option.id for one in taken["share"].readings] == ["share"]
    assert (taken["plain"].pass_mark, taken["share"].pass_mark) == (80, w.percent(80))
    assert cp.minimum_marks(by_reading, room=SHARED) == {"fire": True, "hygiene": 30, "care": 50}
    least = cp.minimum_marks(by_reading, room=SHARED, readings={"line": "share"})
    assert least == {"fire": True, "hygiene": 18, "care": 34}  # 64 - 50 = 14, and 18 of its own


def test_without_a_mark_to_pass_a_total_is_said_and_nothing_measured() -> None:
    s = scored(FULL, of=sheet(None, ()))
    assert (s.low, s.outcome, s.passed, s.needed) == (100, cp.Outcome.NOT_MEASURABLE, None, None)
    assert s.explain("zh").split("\n")[0] == ("不判合格：得100分，文件未载合格线。")
    assert scored({**FULL, "care": None}, of=sheet(None, ())).outcome is cp.Outcome.NOT_MEASURABLE
    # A band is said all the same: a mark to pass is another thing.
    assert scored(FULL, of=sheet(None)).band == SHEET.bands[2]


# --- bands ----------------------------------------------------------------------------------

BANDS_OF_20 = tuple(
    attrs.evolve(SHEET.bands[0], key=key, least=n) for key, n in (("some", 1), ("all", 20))
)


@pytest.mark.parametrize(
    ("care", "band"),
    [
        (Decimal("29.5"), "poor"),  # 79.5
        (30, "good"),  # 80
        (Decimal("44.5"), "good"),  # 94.5
        (45, "best"),  # 95
        (50, "best"),
    ],
)
def test_a_band_begins_at_its_least_points_and_ends_below_the_next(care: Any, band: str) -> None:
    s = scored({**FULL, "care": care})
    assert s.band is not None
    assert (s.band.key, s.low_band, s.high_band) == (band, s.band, s.band)
    assert [one.key for one in s.possible_bands] == [band]
    assert s.next_band is None
    assert f"  评定为{s.band.label.zh}。" in s.explain("zh").split("\n")


def test_of_an_open_sheet_the_bands_still_possible_are_named() -> None:
    s = scored({**FULL, "care": None, "sink": 10})
    # 40 to 90 points.
    assert (s.band, [one.key for one in s.possible_bands]) == (None, ["poor", "good"])
    assert (s.next_band, s.needed_for_next) == (SHEET.bands[1], 40)
    assert ("\n  可能的档次：一般、良好\n  未评项目再得40分，即入良好档。\n") in s.explain("zh")


def test_a_band_out_of_reach_is_not_the_next() -> None:
    s = scored({**FULL, "care": None, "sink": 10, "hygiene": 19})
    # 29 to 79.
    assert (s.band, s.next_band, s.needed_for_next) == (SHEET.bands[0], None, None)


def test_what_must_pass_is_in_no_band_if_it_fails() -> None:
    failed = scored({**FULL, "fire": False})
    assert (failed.band, failed.possible_bands, failed.next_band) == (None, (), None)
    said = failed.explain("zh").split("\n")
    assert said[0] == "不合格：得100分，合格线80分。消防未达到必须达到的要求，不论总分均不合格。"
    assert "  不入任何一档。" in said
    open_yet = scored({**FULL, "fire": None})
    assert (open_yet.band, open_yet.low_band, open_yet.high_band) == (None, None, SHEET.bands[2])
    assert len(open_yet.possible_bands) == 3
    assert "  可能的档次：一般、良好、优秀；也可能不入档" in open_yet.explain("zh").split("\n")


def test_below_the_lowest_band_is_none() -> None:
    high = attrs.evolve(SHEET, bands=SHEET.bands[1:])
    s = scored({**FULL, "care": 0}, of=high)  # 50
    assert (s.band, s.possible_bands) == (None, ())
    said = s.explain("en").split("\n")
    assert said[0] == "Failed: 50 points, pass mark 80. It is below the pass mark."
    assert "  No band is reached." in said
    row = s.records()[0]
    assert (row["low_band"], row["high_band"]) == (None, None)
    assert scored(FULL).records()[0]["high_band"] == "best"


# --- by the facts of a room -----------------------------------------------------------------


def test_facts_pass_an_item_without_points() -> None:
    by_facts = sheet(marking=w.Marking.ALL_OR_NOTHING)
    ready = attrs.evolve(OWN, existing=True, free_of_dust=True)
    s = scored({"care": 50}, ready, of=by_facts)
    assert (s.items[0].passed, s.low, s.open_items) == (Truth.TRUE, 80, ("sink",))
    assert (s.outcome, s.missing_facts) == (cp.Outcome.MET, ("clean",))
    failed = scored({}, attrs.evolve(ready, existing=False), of=by_facts)
    assert (failed.outcome, failed.failed_items) == (cp.Outcome.NOT_MET, ("fire",))
    unknown = scored({}, None, of=by_facts)
    assert unknown.items[2].missing == ("independent",)
    asked = scored({}, cp.Room(), of=by_facts)
    assert asked.items[0].missing == ("existing",)
    assert asked.items[2].missing == ("independent", "clean")
    with pytest.raises(cp.InvalidInput) as caught:
        cp.score(by_facts, {"fire": False, "hygiene": 0}, room=ready)
    assert [(one.path, one.code) for one in caught.value.problems] == [
        ("marks.fire", "mark_against_room"),
        ("marks.hygiene", "mark_against_room"),
    ]


# --- minimum marks --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("room", "least"),
    [
        # 80 of 100: 20 to spare; hygiene has 18 of its own, more than the 10 that would do.
        (OWN, {"fire": True, "hygiene": 18, "sink": 0, "care": 30}),
        # 80 of 80: nothing to spare.
        (SHARED, {"fire": True, "hygiene": 30, "care": 50}),
        # If it applies, it may be the best that can be.
        (None, {"fire": True, "hygiene": 18, "sink": 0, "care": 30}),
    ],
)
def test_minimum_marks(room: Any, least: Any) -> None:
    assert cp.minimum_marks(SHEET, room=room) == least
    whole = sheet(marking=w.Marking.ALL_OR_NOTHING)
    expected = {k: v if v in (True, 0) else FULL[k] for k, v in least.items()}
    assert cp.minimum_marks(whole, room=room) == expected


def test_minimum_marks_where_no_mark_is_enough_or_none_is_asked() -> None:
    # 85 cannot be brought by a room of 80.
    assert cp.minimum_marks(sheet(85), room=SHARED) == {}
    assert cp.minimum_marks(sheet(None), room=SHARED) == {"fire": True, "hygiene": 18, "care": 0}
    with pytest.raises(cp.InvalidInput) as caught:
        cp.minimum_marks(SHEET, room=cp.Venue())
    assert [(one.path, one.code) for one in caught.value.problems] == [("room", "wrong_type")]


# --- by one reading only --------------------------------------------------------------------


def test_an_item_or_band_of_another_reading_stands_in_no_sum() -> None:
    plan = w.Plan.of(
        "own",
        "验收",
        [
            w.clause("1", "一", "应当", "评分",
                w.sheet("s", "验收表",
                    w.item("care", "照护", 50),
                    w.item("extra", "附加", 10, under=(LINE, "share")),
                    pass_mark=50, bands=[w.band("all", "全部", 50),
                        w.band("more", "更多", 60, under=(LINE, "share"))])),
        ],
        issuer="某县",
        questions=[LINE],
    )  # fmt: skip
    both = plan.scorecards["s"]
    plain = cp.score(both, {"care": 50})
    assert (plain.low, plain.possible, plain.missing) == (50, (50, 50), ())
    assert [one.key for one in plain.possible_bands] == ["all"]
    share = cp.score(both, {"care": 50}, readings={"line": "share"})
    assert (share.low, share.high, share.missing) == (50, 60, ("extra",))
    assert [one.key for one in share.possible_bands] == ["all", "more"]
    assert [one.option.id for one in share.readings] == ["share"]
    for s in (plain, share):
        assert cp.codec.loads(cp.codec.dumps(s), Score) == s
    assert cp.minimum_marks(both) == {"care": 50}
    with pytest.raises(cp.InvalidInput):
        cp.score(both, {"extra": 10})
    data = json.loads(json.dumps(conformance(plan)))
    assert evaluator.disagreements(data) == []
    assert [len(section["bands"]) for section in data["scores"]] == [1, 2]
