"""Bodies: ours, and those that others derive from the same base."""

import pytest
from own_bodies import ARCHIVE, MARKET, CountyBody
from refusing import refused

import careplan as cp
from careplan import writing as w
from careplan.fields.checking import read_member
from careplan.fields.declaring import choice


def test_a_body_of_a_countys_own_is_a_body_and_none_of_ours() -> None:
    assert isinstance(MARKET, w.AnyBody)
    assert not isinstance(MARKET, cp.Body)
    assert (MARKET, MARKET.label.zh) == ("market_office", "市场办")
    assert all(isinstance(body, w.AnyBody) for body in cp.Body)
    assert list(w.AnyBody) == []


def test_a_body_of_ours_equals_none_that_only_has_its_value() -> None:
    class Other(w.AnyBody):
        CLINIC = ("health", "诊所", "clinic")

    assert Other.CLINIC != cp.Body.HEALTH
    offices = w.office_table(("诊所", Other.CLINIC), ("卫健局", cp.Body.HEALTH))
    assert not offices["诊所"].includes(offices["卫健局"])


def test_no_fact_is_a_choice_of_any_body() -> None:
    assert refused(choice, w.AnyBody, "部门", "body") == [("enum", "nothing_listed")]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("HEALTH", "; did you mean Body.HEALTH?"),
        ("民政部门", "; did you mean Body.CIVIL_AFFAIRS?"),
        # Which bodies of its own a program has is for it to know.
        ("market_office", ""),
        ("档案室", ""),
    ],
)
def test_a_text_for_a_body_names_the_member_of_ours_that_was_meant(text: str, meant: str) -> None:
    with pytest.raises(cp.InvalidInput) as caught:
        w.office_table(("某办", text))  # type: ignore[arg-type]  # that is tried
    (problem,) = caught.value.problems
    assert (problem.path, problem.code) == ("rows[0].body", "wrong_type")
    assert problem.text("en").endswith(f"expected a member of AnyBody, got {text!r}{meant}")


def test_a_name_of_ours_is_suggested_before_that_of_another() -> None:
    class Other(w.AnyBody):
        CLINIC = ("fire_rescue", "诊所", "clinic")

    problems: list[cp.Problem] = []
    read_member((w.AnyBody,), "fire_rescue", "body", problems)
    assert "Body.FIRE_RESCUE" in problems[0].text("en")
    assert list(Other) == [Other.CLINIC]  # it lives until here, and its value is the same


def test_a_member_of_no_body_is_refused() -> None:
    assert refused(w.office_table, ("某办", cp.Party.REGISTRAR)) == [("rows[0].body", "wrong_type")]
    assert w.office_table(("某办", ARCHIVE))["某办"].body is CountyBody.ARCHIVE
