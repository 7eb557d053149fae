"""A county's own bodies in its document: as office, registrar, actor, overseer and leader."""

import pytest
from own_bodies import ARCHIVE, CENTRE, MARKET, PLAN
from refusing import refused

import careplan as cp
from careplan import writing as w
from careplan.audit import find_flaws
from careplan.documents.authorities.offices import Office


def asked_of(body: w.AnyBody | str) -> list[tuple[str, str, str]]:
    """Return number, origin and office of what is asked."""
    return [(one.number, one.origin.value, one.office.name) for one in PLAN.tasks_of(body)]


def test_what_is_asked_of_a_body_of_its_own() -> None:
    # 1: leads. 2: registers, manages toddler classes.
    market = [
        ("1", "task", "县市场办"),
        ("2", "route", "县市场办"),
        ("2", "oversight", "市场办"),  # no level is said, and its only office has one
    ]
    assert asked_of(MARKET) == market
    assert asked_of("县市场办") == market
    assert [one.role for one in PLAN.tasks_of(MARKET, role=cp.Role.LEAD)] == [cp.Role.LEAD]
    # 2: named without saying for whom, filed with, checks, supervises.
    assert [origin for _, origin, _ in asked_of(CENTRE)] == ["route", "route", "step", "oversight"]
    assert {office for _, _, office in asked_of(CENTRE)} == {"托育中心"}
    assert asked_of(ARCHIVE) == []
    assert [number for number, _, _ in asked_of(cp.Body.HEALTH)] == ["1", "2", "2"]


def test_its_column_of_the_matrix() -> None:
    table = PLAN.matrix()
    assert list(table) == ["1", "2"]
    assert list(table["1"]) == [MARKET, cp.Body.HEALTH]
    assert [one.office.name for one in table["2"][CENTRE]] == ["托育中心"] * 4


def test_a_body_of_its_own_that_does_nothing_is_found() -> None:
    idle = [flaw.detail for flaw in find_flaws(PLAN) if flaw.code == "idle_body"]
    assert idle == ["档案室"]


def test_one_member_does_not_stand_for_another_of_the_same_name() -> None:
    class OtherBody(w.AnyBody):
        ARCHIVE = ("other_archive", "别的档案室", "another archive")

    offices = w.office_table(("甲", OtherBody.ARCHIVE), ("乙", ARCHIVE))
    plan = w.Plan.of("two", PLAN.document, (), offices=offices)
    # By their names in code: CountyBody.ARCHIVE before OtherBody.ARCHIVE.
    found = [flaw.detail for flaw in find_flaws(plan) if flaw.code == "idle_body"]
    assert found == ["乙", "甲"]


@pytest.mark.parametrize("odd", [cp.Party.REGISTRAR, cp.Level.COUNTY, 3, None])
def test_what_is_no_body_is_refused_as_before(odd: object) -> None:
    code = "required" if odd is None else "wrong_type"
    assert refused(Office, "某办", odd) == [("body", code)]
    assert refused(PLAN.tasks_of, odd) == [("body", "wrong_type")]
    assert refused(w.office_table, ("某办",)) == [("rows[0]", "wrong_type")]
