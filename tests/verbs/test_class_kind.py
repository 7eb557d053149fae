"""Which kind of class ages settle: by the definitions of the setting standard, and no others.

Article 19: 乳儿班 6-12, 托小班 12-24, 托大班 24-36 months, each with its edges; only children of
18 months and above may be in a mixed class. At 12 and at 24 two kinds meet.
"""

from itertools import combinations_with_replacement
from typing import Any

import pytest
from refusing import refused

import careplan as cp
from careplan import writing as w
from careplan.results import ClassKindAnswer

INFANT, SMALL, LARGE, MIXED = cp.ClassKind
STANDARD = cp.get_plan("national_setting_2019")
BOTH = ("youngest_months", "oldest_months")


def asked(youngest: Any, oldest: Any) -> ClassKindAnswer:
    return cp.class_kind(youngest_months=youngest, oldest_months=oldest)


@pytest.mark.parametrize(
    ("youngest", "oldest", "possible"),
    [
        (6, 12, [INFANT]),  # small from 12 on: 6 is below
        (5, 12, []),
        (5, 5, []),
        (6, 6, [INFANT]),
        (11, 13, []),  # across 12, and below the 18 of mixed classes
        (12, 12, [INFANT, SMALL]),
        (12, 13, [SMALL]),
        (12, 24, [SMALL]),  # infant to 12, large from 24
        (12, 25, []),
        (17, 25, []),
        (18, 25, [MIXED]),
        (18, 24, [SMALL]),
        (24, 24, [SMALL, LARGE]),
        (23, 25, [MIXED]),
        (24, 25, [LARGE]),
        (24, 36, [LARGE]),
        (24, 37, []),
        (17, 36, []),
        (18, 36, [MIXED]),
        (18, 37, []),  # one of 37 is of no kind by itself
        (36, 36, [LARGE]),
        (36, 37, []),
        (37, 37, []),
        (0, 0, []),
    ],
)
def test_ages_that_are_stated(youngest: int, oldest: int, possible: list[cp.ClassKind]) -> None:
    found = asked(youngest, oldest)
    assert found.possible == tuple(possible)
    assert found.kind is (possible[0] if len(possible) == 1 else None)
    assert found.missing == ()
    assert (found.youngest_months, found.oldest_months) == (youngest, oldest)


@pytest.mark.parametrize(
    ("youngest", "oldest", "possible", "missing"),
    [
        (None, None, [INFANT, SMALL, LARGE, MIXED], BOTH),
        # Of 6 to 11 an oldest of 12 at most makes an infant class, any other none.
        (6, None, [INFANT], BOTH[1:]),
        (12, None, [INFANT, SMALL], BOTH[1:]),
        (17, None, [SMALL], BOTH[1:]),
        (18, None, [SMALL, MIXED], BOTH[1:]),
        (24, None, [SMALL, LARGE], BOTH[1:]),
        (30, None, [LARGE], BOTH[1:]),
        (5, None, [], ()),
        (37, None, [], ()),
        (None, 5, [], ()),
        (None, 8, [INFANT], BOTH[:1]),
        (None, 12, [INFANT, SMALL], BOTH[:1]),
        (None, 24, [SMALL, LARGE], BOTH[:1]),
        (None, 25, [LARGE, MIXED], BOTH[:1]),
        (None, 37, [], ()),
    ],
)
def test_an_age_that_is_not_stated_may_be_any(
    youngest: int | None, oldest: int | None, possible: list[cp.ClassKind], missing: Any
) -> None:
    found = asked(youngest, oldest)
    assert (found.possible, found.missing) == (tuple(possible), missing)


def test_what_is_possible_is_what_some_age_makes_of_it() -> None:
    ages = range(40)
    whole = {pair: set(asked(*pair).possible) for pair in combinations_with_replacement(ages, 2)}
    for age in (*range(4, 14), *range(16, 26), 35, 36, 37):
        of_youngest = [kinds for (first, _), kinds in whole.items() if first == age]
        of_oldest = [kinds for (_, last), kinds in whole.items() if last == age]
        for found, each in ((asked(age, None), of_youngest), (asked(None, age), of_oldest)):
            assert set(found.possible) == set().union(*each)
            assert bool(found.missing) is any(kinds != each[0] for kinds in each)


def test_the_kinds_are_those_that_the_standard_defines_by_their_names() -> None:
    defined = {one.term.zh: one for one in STANDARD.definitions}
    assert [kind.label.zh for kind in (INFANT, SMALL, LARGE)] == list(defined)
    for (youngest, oldest), kind in {(6, 12): INFANT, (12, 24): SMALL, (24, 36): LARGE}.items():
        group = cp.ClassGroup(youngest_months=youngest, oldest_months=oldest)
        named = defined[kind.label.zh].criterion
        assert isinstance(named, cp.Criterion)
        assert cp.evaluate(named, group).truth is cp.Truth.TRUE


def test_a_mixed_class_is_one_that_the_standard_lets_be_mixed() -> None:
    for youngest in (17, 18):
        mixed = cp.ClassGroup(kind=MIXED, youngest_months=youngest, oldest_months=36)
        outcome = cp.assess(mixed, STANDARD).finding("ss.19.mixed.age").outcome
        assert (asked(youngest, 36).kind is MIXED) is (outcome is cp.Outcome.MET)


def test_it_rests_on_clauses_that_say_how_they_are_known() -> None:
    kept = {(6, 12): ["infant.age"], (24, 24): ["small.age", "large.age"]}
    for ages, numbers in kept.items():
        found = asked(*ages)
        assert [one.number for one in found.clauses] == [f"ss.19.{each}" for each in numbers]
        assert {one.known_from.support for one in found.clauses if one.known_from} == {
            w.Support.SOLID
        }
        assert found.open_at == (12, 24)
    # That a class is mixed, or of no kind, rests on all of them; of mixed classes one copy tells.
    for ages in ((18, 36), (5, 5)):
        *_, last = asked(*ages).clauses
        assert len(asked(*ages).clauses) == 4
        assert last.number == "ss.19.mixed.age"
        assert last.known_from is not None
        assert last.known_from.support is w.Support.CORROBORATED
        assert "据一份副本" in asked(*ages).explain()


@pytest.mark.parametrize(
    ("ages", "zh", "en"),
    [
        ((6, 12), "乳儿班（6至12个月；设置标准 第十九条）", "infant class (6 to 12 months; "),
        ((12, 12), "未定：乳儿班、托小班均可（12至12个月；", "may be: infant class, lower toddler"),
        (
            (12, 12),
            "满12、24个月时两种班型相接，条文未说明属于哪一种",
            "which, at 12, 24 months, is open",
        ),
        ((20, None), "未定：可能为：托小班、混合编班（最小20个月，最大未说明；", "the oldest not"),
        ((20, None), "待补充：最大婴幼儿满月龄", "still to be stated: age of the oldest in"),
        (
            (None, 8),
            "如属一种班型，即为乳儿班（最大8个月，最小未说明；",
            "if it is of any kind (the",
        ),
        ((None, None), "待补充：最小婴幼儿满月龄、最大婴幼儿满月龄", "ages not stated"),
        ((5, 5), "不属任何一种班型（5至5个月；", "of no kind (5 to 5 months; "),
        ((6, 12), "据两份以上相互一致的副本，未见原件", "two copies or more that agree"),
    ],
)
def test_in_words(ages: tuple[Any, Any], zh: str, en: str) -> None:
    found = asked(*ages)
    assert zh in found.explain()
    assert en in found.explain("en")
    assert found.explain("zh", detail="short") == found.explain("zh").splitlines()[0]


def test_rows() -> None:
    [row] = asked(12, 12).records()
    assert (row["youngest_months"], row["oldest_months"]) == (12, 12)
    assert row["class_kind"] is row["class_kind_zh"] is None
    assert row["possible_kinds_zh"] == "乳儿班、托小班"
    assert (row["missing"], row["clauses"]) == ("", "ss.19.infant.age, ss.19.small.age")
    [row] = asked(24, 36).records()
    assert (row["class_kind"], row["class_kind_en"]) == ("large", "upper toddler class")
    [row] = asked(5, None).records()
    assert row["possible_kinds_zh"] is row["oldest_months"] is None


def test_it_is_no_truth_and_is_kept_as_json() -> None:
    for ages in ((6, 12), (12, 12), (None, 8), (5, None), (None, None)):
        found = asked(*ages)
        with pytest.raises(cp.AmbiguousTruth):
            bool(found)
        assert cp.codec.loads(cp.codec.dumps(found), ClassKindAnswer) == found
        assert repr(found).startswith("<ClassKindAnswer: ")


@pytest.mark.parametrize(
    ("ages", "changed", "problems"),
    [
        ((6, 12), {"youngest_months": 13}, [("youngest_months", "contradiction")]),
        ((6, 12), {"youngest_months": -1}, [("youngest_months", "too_small")]),
        ((6, 12), {"missing": ["youngest_months"]}, [("missing", "not_an_option")]),
        ((20, None), {"missing": ["youngest_months"]}, [("missing", "not_an_option")]),
        ((12, 12), {"possible": ["small", "infant"]}, [("possible", "other_answer")]),
        ((12, 12), {"possible": ["small", "small"]}, [("possible", "other_answer")]),
    ],
)
def test_what_no_class_is_is_not_read(ages: tuple[Any, Any], changed: Any, problems: Any) -> None:
    data = {**cp.codec.unstructure(asked(*ages)), **changed}
    assert refused(cp.codec.structure, data, ClassKindAnswer) == problems


@pytest.mark.parametrize(
    ("ages", "problems"),
    [
        ((-1, 12), [("youngest_months", "too_small")]),
        ((13, 12), [("youngest_months", "contradiction")]),
        ((True, 12), [("youngest_months", "bool_as_number")]),
        ((6, False), [("oldest_months", "bool_as_number")]),
        ((6.5, 12), [("youngest_months", "not_whole")]),
        ((6, float("nan")), [("oldest_months", "not_finite")]),
        (("6", 12), [("youngest_months", "text_as_number")]),
        ((6, 10**30), [("oldest_months", "out_of_range")]),
        (("", "六"), [(path, "text_as_number") for path in BOTH]),
    ],
)
def test_refused(ages: tuple[Any, Any], problems: Any) -> None:
    assert refused(asked, *ages) == problems


def test_a_whole_number_is_taken_however_it_is_written() -> None:
    assert asked(6.0, 12) == asked(6, 12)
