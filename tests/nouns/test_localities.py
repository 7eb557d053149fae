"""Names of places: the same name is the locality; every other one is a candidate, or none."""

import pytest
from counting import calls
from hypothesis import given
from hypothesis import strategies as st

import careplan as cp
from careplan.nouns.localities import LONGEST, Localities, Resolved, resolve

TOWNS = (
    *("二界沟街道", "大洼街道", "田家街道", "王家街道", "新开镇", "新立镇", "新兴镇", "唐家镇"),
    *("田庄台镇", "赵圈河镇", "平安镇"),
)


@pytest.mark.parametrize(
    ("name", "known", "locality"),
    [
        ("大洼街道", TOWNS, "大洼街道"),
        (" 大洼街道\u200b", TOWNS, "大洼街道"),
        ("大安區", ["大安區"], "大安區"),
        ("浦东新区", ["浦东新区"], "浦东新区"),
        ("全市", ["全市"], "全市"),  # who lists it, means it
    ],
)
def test_the_same_name_is_the_locality(name: str, known: list[str], locality: str) -> None:
    assert resolve(name, known) == Resolved(locality=locality)


@pytest.mark.parametrize(
    ("name", "known", "locality"),
    [
        ("⼤洼街道", TOWNS, "大洼街道"),  # a Kangxi radical
        ("大洼区大洼街道", TOWNS, "大洼街道"),
        ("辽宁省盘锦市大洼区王家街道", TOWNS, "王家街道"),
        ("盘锦市 大洼区 王家街道", TOWNS, "王家街道"),
        ("大洼区-王家街道", TOWNS, "王家街道"),
        ("盘锦-王家街道", TOWNS, "王家街道"),
        ("臺北市大安區", ["大安區"], "大安區"),
        ("上海市浦东新区", ["浦东新区"], "浦东新区"),
        ("某自治州某市", ["某市"], "某市"),
        ("四川-成都", ["成都"], "成都"),
    ],
)
def test_what_stands_behind_its_levels_is_noted(name: str, known: list[str], locality: str) -> None:
    assert resolve(name, known) == Resolved(locality=locality, notes=(name,))


@pytest.mark.parametrize(
    ("name", "known", "candidates"),
    [
        # Another suffix, or none: the same stem goes before a slip.
        ("王家镇", TOWNS, ("王家街道", "唐家镇")),
        ("赵圈河乡", TOWNS, ("赵圈河镇",)),
        ("新开街道", TOWNS, ("新开镇",)),
        ("大洼街道办事处", TOWNS, ("大洼街道",)),
        ("新兴", TOWNS, ("新兴镇",)),
        ("大安", ["大安區"], ("大安區",)),
        ("某县", ["某区"], ("某区",)),
        ("大洼区王家镇", TOWNS, ("王家街道",)),
        ("岫岩县", ["岫岩满族自治县"], ("岫岩满族自治县",)),
        ("岫岩满族自治县", ["岫岩县"], ("岫岩县",)),
        ("岫岩", ["岫岩满族自治县"], ("岫岩满族自治县",)),
        # Other characters, blanks inside.
        ("田庄臺镇", TOWNS, ("田庄台镇",)),
        ("大安区", ["大安區"], ("大安區",)),
        ("大 洼街道", TOWNS, ("大洼街道",)),
        ("大\u200b洼街道", TOWNS, ("大洼街道",)),
        # One slip, also several ways.
        ("新力镇", TOWNS, ("新开镇", "新立镇", "新兴镇")),
        ("赵圈和乡", TOWNS, ("赵圈河镇",)),
        # Filler levels, and levels that are none.
        ("盘锦市市辖区王家街道", TOWNS, ("王家街道",)),
        ("北京市辖区昌平区", ["昌平区"], ("昌平区",)),
        ("某省某市市直辖乡丙镇", ["丙镇"], ("丙镇",)),
        ("高新区王家街道", TOWNS, ("王家街道",)),
        ("王家-大洼街道", TOWNS, ("大洼街道",)),
        ("高新区虎丘区", ["虎丘区"], ("虎丘区",)),
        ("某区某区", ["某区"], ("某区",)),
        # Two names.
        ("高新区、虎丘区", ["虎丘区"], ("虎丘区",)),
        ("大洼街道、王家街道", TOWNS, ("大洼街道", "王家街道")),
        ("青岛市市北区", ["北区", "市北区"], ("市北区", "北区")),
        ("甲 镇", ["甲　镇", "甲  镇"], ("甲　镇", "甲  镇")),  # two that are folded alike
    ],
)
def test_what_is_near_is_a_candidate(
    name: str, known: list[str], candidates: tuple[str, ...]
) -> None:
    assert resolve(name, known) == Resolved(candidates=candidates, code="place.candidates")


@pytest.mark.parametrize(
    ("name", "known", "code"),
    [
        ("临港经济区", TOWNS, "zone"),
        ("大洼新区", TOWNS, "zone"),
        ("丙新区", ["丙区"], "zone"),  # not the district around it
        ("高新区", ["虎丘区", "高淳区"], "zone"),
        ("鞋城", TOWNS, "unknown"),
        ("大洼区", TOWNS, "unknown"),  # a district is none of its towns
        ("札幌市", ["札幌市中央区"], "unknown"),
        ("某市大洼街道1号", TOWNS, "unknown"),  # an address
        ("大洼街道幼儿园", TOWNS, "unknown"),  # an institution
        ("大洼街道王家街道", TOWNS, "unknown"),
        *(
            (name, TOWNS, "area")
            for name in ("合计", "合 计", "全市", "全区", "市直", "市本级", "市辖区")
        ),
        ("", TOWNS, "no_name"),
        (" \u200b", TOWNS, "no_name"),
        (None, TOWNS, "no_name"),
        (3, TOWNS, "no_name"),
        ("大" * (LONGEST + 1), TOWNS, "no_name"),
    ],
)
def test_what_is_no_locality_has_a_reason(name: object, known: list[str], code: str) -> None:
    assert resolve(name, known) == Resolved(code=f"place.{code}")


def test_the_longest_name_is_looked_up() -> None:
    longest = "甲" * LONGEST
    assert resolve(longest, [longest]).locality == longest


def test_of_many_candidates_five_are_said() -> None:
    known = [f"新{one}镇" for one in "甲乙丙丁戊己"]
    assert resolve("新庚镇", known).candidates == tuple(known[:5])


def test_a_short_stem_is_near_nothing() -> None:
    assert resolve("甲区", ["乙区"]).candidates == ()  # of two characters one is half
    assert resolve("甲乙丙", ["甲乙丁"]).candidates == ("甲乙丁",)


def test_a_reason_is_said_with_its_candidates() -> None:
    assert resolve("大洼街道", TOWNS).problem("locality", "大洼街道") is None
    near = resolve("王家镇", TOWNS).problem("locality", "王家镇")
    assert near is not None
    assert near.text("en") == (
        "locality: not the name of a locality that is listed: '王家镇'; "
        "did you mean 王家街道, 唐家镇?"
    )
    unknown = resolve("鞋城", TOWNS).problem("locality", "鞋城")
    assert unknown is not None
    assert unknown.text("zh") == "地方：不在所给地方之中：“鞋城”"


def test_a_ledger_resolves_the_names_of_its_rows() -> None:
    ledger = cp.get_plan("dawa_2023").ledgers["slots"]
    assert ledger.resolve("大洼区大洼街道").locality == "大洼街道"
    assert ledger.resolve("王家镇").candidates[0] == "王家街道"


@given(st.text("大洼王家唐田新街道镇乡区市-、 臺台", max_size=9))
def test_a_locality_is_at_the_end_of_the_name_it_is_found_by(name: str) -> None:
    found = resolve(name, TOWNS)
    assert (found.locality is None) == (found.code is not None)
    if found.locality is not None:
        assert name.strip().endswith(found.locality)
    assert set(found.candidates) <= set(TOWNS)


@given(st.sampled_from(TOWNS), st.sampled_from(["", "盘锦市", "大洼区", "辽宁省盘锦市大洼区"]))
def test_levels_before_a_name_change_nothing(town: str, levels: str) -> None:
    within = ("辽宁省", "盘锦市", "大洼区")
    assert resolve(levels + town, TOWNS, within).locality == town


@pytest.mark.parametrize(
    "name", ["盘山县东风镇", "沈阳市东风镇", "非大洼区东风镇", "北京市朝阳区东风镇", "盘锦市东风镇"]
)
def test_a_town_of_a_place_that_nobody_named_is_a_candidate(name: str) -> None:
    towns = ("大洼街道", "东风镇")
    found = resolve(name, towns)
    assert (found.locality, found.candidates) == (None, ("东风镇",))
    assert resolve("大洼区东风镇", towns).locality == "东风镇"  # 大洼街道 is the seat of 大洼区
    # What is said to be above leaves no other level.
    assert resolve("盘山县东风镇", towns, ["盘锦市", "大洼区"]).locality is None
    assert resolve("大洼区盘锦市东风镇", towns, ["盘锦市", "大洼区"]).locality is None


def test_what_was_asked_once_is_not_searched_again() -> None:
    known = Localities(TOWNS)
    first = known.resolve("王家镇")
    assert known.resolve("王家镇") is first
    assert calls(lambda: known.resolve("王家镇")) < 10


def test_answers_are_kept_within_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("careplan.nouns.localities._MOST_KEPT", 2)
    known = Localities(TOWNS)
    first = known.resolve("王家镇")
    for name in ("甲镇", "乙镇"):
        known.resolve(name)
    assert known.resolve("王家镇") == first
