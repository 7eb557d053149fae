"""What the verbs answer about a document whose bodies are a county's own."""

import pytest
from hypothesis import given
from own_bodies import CENTRE, MARKET, PLAN, CountyBody, CountySite
from refusing import refused

import careplan as cp
from careplan.results import RegistrationPath, RegistrationPaths
from careplan.testing import early_education_centres

codec = cp.codec


def test_over_several_plans() -> None:
    plans = [PLAN, cp.get_plan("shuangliao_2021")]
    found = cp.tasks_of(plans, MARKET)
    assert found == {"county": PLAN.tasks_of(MARKET), "shuangliao_2021": ()}
    assert cp.matrix(plans)["county", "1"] == PLAN.matrix()["1"]
    assert refused(cp.tasks_of, plans, CountyBody) == [("body", "wrong_type")]


def test_where_to_register() -> None:
    found = cp.registration_paths(cp.Applicant(), PLAN)
    (path,) = found.paths
    assert (path.registrar, path.level) == (MARKET, cp.Level.COUNTY)
    assert [(one.actor, one.before) for one in path.steps] == [
        (cp.Party.INSTITUTION, CENTRE),
        (CENTRE, MARKET),
    ]
    assert found.unassigned == (CENTRE, cp.Body.HEALTH)
    assert found.filing_office is CENTRE
    assert "市场办" in found.explain("zh")
    assert "care guidance centre" in found.explain("en")
    row = found.records()[0]
    assert (row["registrar"], row["filing_office_zh"]) == ("market_office", "托育指导中心")
    text = codec.dumps(found)
    assert codec.loads(text, RegistrationPaths, nouns=[CountySite], enums=[CountyBody]) == found
    assert codec.loads(codec.dumps(path), RegistrationPath, enums=[CountyBody]) == path


def test_who_is_in_charge() -> None:
    found = cp.registration_paths(cp.ToddlerClass(), PLAN)
    assert (found.managed_by, found.supervised_by, found.guided_by) == (
        MARKET,
        CENTRE,
        cp.Body.HEALTH,
    )


@pytest.mark.parametrize("body", [None, *CountyBody])
def test_an_own_noun_is_approved_by_an_own_body(body: CountyBody | None) -> None:
    found = cp.registration_paths(CountySite(approved_by=body), PLAN)
    assert found.managed_by is body
    assert found.missing == (("approved_by",) if body is None else ())
    # Its enum is known with the noun.
    read = codec.loads(codec.dumps(found), RegistrationPaths, nouns=[CountySite])
    assert read == found


def test_the_choice_of_an_own_noun_is_its_own() -> None:
    assert refused(CountySite, approved_by=cp.Body.HEALTH) == [("approved_by", "wrong_type")]
    assert refused(cp.EarlyEducationCentre, approved_by=MARKET) == [("approved_by", "wrong_type")]


@given(early_education_centres())
def test_our_nouns_are_drawn_with_our_bodies(subject: cp.EarlyEducationCentre) -> None:
    assert subject.approved_by is None or subject.approved_by in cp.Body
