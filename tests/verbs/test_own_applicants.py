"""Routes and contradictions of a county's own document, about nouns and facts of its own."""

from datetime import date
from typing import Any

import attrs
import pytest
from own_documents import (
    BASE_ONLY,
    CLAUSE,
    FULL,
    HALF,
    LARGE,
    MODES,
    Plot,
    Stall,
    TownApplicant,
    answer,
    county,
    ours,
    plot,
    stall,
    town,
)

import careplan as cp
from careplan import writing as w
from careplan.criteria.evidence import witnesses
from careplan.fields.declaring import flag
from careplan.verbs.registering.path import RegistrationPath
from careplan.verbs.registering.paths import RegistrationPaths

NON, FOR = cp.ProfitStatus
PUBLIC, SOCIAL, COMPANY = tuple(cp.LegalForm)[:3]
OTHER = cp.LegalForm.OTHER

# --- a noun of its own ----------------------------------------------------------------------


def test_a_route_may_ask_for_a_fact_of_an_own_applicant() -> None:
    old = county(town.in_old_town, cp.not_(town.in_old_town))
    assert answer(TownApplicant(), old) == ("01", ("in_old_town",))
    assert answer(TownApplicant(in_old_town=True), old) == ("0", ())
    assert answer(TownApplicant(in_old_town=False), old) == ("1", ())


def test_what_is_asked_of_ours_is_asked_of_an_applicant_made_of_it() -> None:
    """One registration may ask for facts of both: the law's contradictions are about ours."""
    both = county(ours.profit_status == NON, town.in_old_town)
    assert answer(TownApplicant(legal_form=SOCIAL), both) == ("01", ("in_old_town",))
    # A company is for-profit (Civil Code 76).
    assert answer(TownApplicant(legal_form=COMPANY), both) == ("1", ("in_old_town",))
    found = cp.registration_paths(TownApplicant(profit_status=FOR, legal_form=PUBLIC), both)
    assert (found.paths, found.conflict is None) == ((), False)


def test_a_noun_of_its_own_is_no_applicant_of_ours() -> None:
    covered = county(stall.covered, cp.not_(stall.covered), conflict=cp.any_of())
    assert answer(Stall(), covered) == ("01", ("covered",))
    found = cp.registration_paths(Stall(covered=False), covered)
    assert [path.route.part for path in found.paths] == ["1"]
    assert found.registration_stated


@attrs.frozen(kw_only=True)
class Nanny(cp.Noun):
    """Someone whom a county has supervised without a route."""

    licensed: bool | None = flag("持证", "licensed")


def test_only_a_subject_the_document_is_about_is_taken() -> None:
    about = county(
        town.in_old_town,
        oversight=(w.Oversight(clause=CLAUSE, noun=Nanny, managed_by=cp.Body.HEALTH),),
    )
    assert cp.registration_paths(Nanny(), about).managed_by is cp.Body.HEALTH
    assert not cp.registration_paths(Nanny(), about).registration_stated
    fitting = "TownApplicant | ToddlerClass | EarlyEducationCentre | Nanny"
    # An applicant of ours has no such fact, so the route cannot be asked about it.
    for subject in (cp.Applicant(), Stall(), None, 3):
        with pytest.raises(cp.InvalidInput) as error:
            cp.registration_paths(subject, about)  # type: ignore[arg-type]  # that is tried
        (problem,) = error.value.problems
        assert (problem.path, problem.code) == ("applicant", "wrong_type")
        assert problem.parameters["expected"] == fitting
    with pytest.raises(cp.InvalidInput) as blank:
        cp.registration_paths(float("nan"), about)  # type: ignore[arg-type]  # that is tried
    assert blank.value.problems[0].code == "blank_mark"


def test_a_document_may_state_its_own_contradiction() -> None:
    """In this county nothing in a special zone has its powers merged."""
    zone = ours.in_special_zone
    plan = county(zone, conflict=zone & ours.approval_powers_merged)
    # What the law forbids is not asked about: the document states its own.
    assert answer(cp.Applicant(profit_status=NON, legal_form=COMPANY), plan)[0] == "0"
    assert answer(cp.Applicant(approval_powers_merged=True), plan) == ("", ())
    both = cp.Applicant(approval_powers_merged=True, in_special_zone=True)
    found = cp.registration_paths(both, plan)
    assert found.conflict is not None
    assert {e.path for e in found.conflict} == {"in_special_zone", "approval_powers_merged"}


def test_what_contradicts_whatever_is_stated_is_shown_as_a_whole() -> None:
    """A document that forbids both answers forbids all, though neither is stated."""
    zone = ours.in_special_zone
    found = cp.registration_paths(cp.Applicant(), county(zone, conflict=zone | cp.not_(zone)))
    assert found.conflict is not None
    assert {e.path for e in witnesses(found.conflict)} == {"in_special_zone"}
    assert "in_special_zone" in str(found.records()[0]["conflict"])


# --- facts of every kind --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("conditions", "paths", "missing"),
    [
        ((LARGE, town.site.area_m2 < 100), "01", ("site.area_m2",)),
        # No area is both: what is left of the first cannot hold.
        ((LARGE & (town.site.area_m2 < 100), LARGE), "1", ("site.area_m2",)),
        # Every area is one or the other: it narrows nothing.
        ((LARGE | (town.site.area_m2 < 120),), "0", ()),
        # Between two numbers there are others; below the least a count may have, none.
        (((town.site.area_m2 > 1) & (town.site.area_m2 < 1.01),), "0", ("site.area_m2",)),
        (((town.staff > 1) & (town.staff < 2), town.staff >= 0), "1", ()),
        ((cp.among(town.staff, {3, 5}) & cp.not_(town.staff == 3),), "0", ("staff",)),
        ((town.opened_on >= date(2021, 8, 17),), "0", ("opened_on",)),
        (((town.opened_on > date.max) | (town.opened_on < date.min),), "", ()),
        ((town.street == "甲", town.street != "甲"), "01", ("street",)),
        (((town.street == "甲") & (town.street == "乙"), cp.not_(town.street == "甲")), "1",
         ("street",)),
        ((town.rooms[cp.RoomGroup.LOGISTICS] >= 1,), "0", ("rooms[logistics]",)),
        ((cp.has(town.service_modes, FULL) & cp.not_(cp.has(town.service_modes, HALF)),), "0",
         ("service_modes",)),
        ((cp.some(town.places, plot.leased), cp.not_(cp.some(town.places, plot.leased))), "01",
         ("places",)),
        ((cp.every(town.places, plot.area_m2 > 2),), "0", ("places",)),
        # In the order they are declared, not that of the routes.
        ((LARGE & town.in_old_town & (town.profit_status == NON),), "0",
         ("profit_status", "legal_form", "in_old_town", "site.area_m2")),
        ((cp.all_of(), cp.any_of()), "0", ()),
    ],
)  # fmt: skip
def test_a_route_may_ask_for_a_fact_of_any_kind(
    conditions: tuple[Any, ...], paths: str, missing: tuple[str, ...]
) -> None:
    assert answer(TownApplicant(), county(*conditions)) == (paths, missing)


def test_facts_of_a_stated_part_or_item_are_asked_for_by_their_path() -> None:
    plan = county(cp.some(town.places, plot.leased), LARGE)
    subject = TownApplicant(places=[Plot(leased=False), Plot()], site=Plot(area_m2=100))
    assert answer(subject, plan) == ("01", ("places[1].leased",))
    condition = cp.registration_paths(subject, plan).paths[0].condition
    assert condition == cp.evaluate(condition, subject).evidence[0].required


def test_a_number_may_contradict() -> None:
    """Whoever is non-profit here has no more than 500 m2: what is larger goes to the second."""
    plan = county(
        ours.profit_status == NON,
        ours.profit_status == FOR,
        conflict=(town.profit_status == NON) & (town.site.area_m2 > 500),
    )
    assert answer(TownApplicant(), plan) == ("01", ("profit_status", "site.area_m2"))
    assert answer(TownApplicant(site=Plot(area_m2=501)), plan) == ("1", ())
    # Where all is said but the area it could only contradict, and takes no path away.
    assert answer(TownApplicant(profit_status=NON), plan) == ("0", ())


# --- shown and kept -------------------------------------------------------------------------


def _answer_of_its_own() -> RegistrationPaths:
    scope = w.BusinessScope(**BASE_ONLY, modes=w.ModeWords(**MODES))
    plan = county(LARGE, cp.not_(town.in_old_town), scope=scope)
    return cp.registration_paths(TownApplicant(service_modes={FULL}), plan)


def test_an_answer_about_an_own_noun_is_shown_and_read_back() -> None:
    found = _answer_of_its_own()
    text = cp.codec.dumps(found)
    assert cp.codec.loads(text, RegistrationPaths, nouns=[TownApplicant]) == found
    for path in found.paths:
        assert path.noun is TownApplicant
        kept = cp.codec.dumps(path)
        assert cp.codec.loads(kept, RegistrationPath, nouns=[TownApplicant]) == path
    assert "面积" in found.explain("zh")
    assert "in the old town" in found.explain("en")
    assert found.records()[0]["missing"] == "site.area_m2"
    # What is missing of a path without a condition is a fact of the subject's noun, too.
    modes = w.ModeWords(**{**MODES, "listed_in": "hours"})
    scope = w.BusinessScope(**BASE_ONLY, modes=modes)
    always = county(cp.any_of(cp.all_of()), stall.covered, scope=scope, conflict=cp.any_of())
    assert "时段" in cp.registration_paths(Stall(), always).paths[0].explain("zh")


@pytest.mark.parametrize(
    ("place", "said", "problem"),
    [
        ("noun", "Applicant", ("paths[0].noun", "wrong_noun")),
        ("noun", "Stall", ("paths[0].noun", "wrong_noun")),
        ("business_scope", "托育服务", ("paths[0].business_scope", "other_answer")),
        ("missing", ["covered"], ("paths[0].missing[0]", "not_found")),
    ],
)
def test_an_answer_that_does_not_fit_its_noun_is_refused(
    place: str, said: Any, problem: tuple[str, str]
) -> None:
    data = cp.codec.unstructure(_answer_of_its_own())
    data["paths"][0][place] = said
    with pytest.raises(cp.InvalidInput) as error:
        cp.codec.structure(data, RegistrationPaths, nouns=[TownApplicant, Stall])
    assert (error.value.problems[0].path, error.value.problems[0].code) == problem


def test_paths_of_another_subject_are_refused() -> None:
    found = _answer_of_its_own()
    other = attrs.evolve(found, subject=cp.ToddlerClass())
    with pytest.raises(cp.InvalidInput) as error:
        cp.codec.dumps(other)
    assert {(one.path, one.code) for one in error.value.problems} == {
        *((f"paths[{place}].noun", "other_answer") for place in (0, 1)),
        *((f"paths[{place}].business_scope", "other_answer") for place in (0, 1)),
        *((f"missing[{place}]", "not_found") for place in (0, 1)),
    }
