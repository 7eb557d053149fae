"""The registration and filing measure: who registers whom, and what cannot be together."""

from typing import Any

import pytest

import careplan as cp
from careplan.documents.authorities.routes import CONTRADICTORY_FORMS
from careplan.results import RegistrationPaths

PLAN = cp.get_plan("national_filing_2019")
FORM, PROFIT, BODY = cp.LegalForm, cp.ProfitStatus, cp.Body


def paths(form: cp.LegalForm | None, profit: cp.ProfitStatus | None) -> RegistrationPaths:
    """Return where an applicant registers."""
    return cp.registration_paths(cp.Applicant(legal_form=form, profit_status=profit), PLAN)


@pytest.mark.parametrize(
    ("form", "profit", "body"),
    [
        # A public institution: staffing; a social service organisation: civil affairs.
        (FORM.PUBLIC_INSTITUTION, PROFIT.NON_PROFIT, BODY.STAFFING),
        (FORM.SOCIAL_SERVICE_ORGANISATION, PROFIT.NON_PROFIT, BODY.CIVIL_AFFAIRS),
        # Whoever is for profit: market regulation.
        (FORM.COMPANY, PROFIT.FOR_PROFIT, BODY.MARKET_REGULATION),
        (FORM.SOLE_TRADER, PROFIT.FOR_PROFIT, BODY.MARKET_REGULATION),
        (FORM.OTHER, PROFIT.FOR_PROFIT, BODY.MARKET_REGULATION),
        (None, PROFIT.FOR_PROFIT, BODY.MARKET_REGULATION),
        # The form alone says which profit status it has.
        (FORM.COOPERATIVE, None, BODY.MARKET_REGULATION),
        (FORM.PUBLIC_INSTITUTION, None, BODY.STAFFING),
    ],
)
def test_who_registers(
    form: cp.LegalForm | None, profit: cp.ProfitStatus | None, body: cp.Body
) -> None:
    found = paths(form, profit)
    # At which level the office registers is not among what is known.
    assert [(path.registrar, path.level) for path in found.paths] == [(body, None)]
    assert found.missing == ()


def test_without_a_form_it_is_open_which_office_registers_a_non_profit_one() -> None:
    found = paths(None, PROFIT.NON_PROFIT)
    assert {path.registrar for path in found.paths} == {BODY.STAFFING, BODY.CIVIL_AFFAIRS}
    assert found.missing == ("legal_form",)


def test_of_another_non_profit_form_nothing_is_known() -> None:
    found = paths(FORM.OTHER, PROFIT.NON_PROFIT)
    assert (found.paths, found.conflict) == ((), None)


@pytest.mark.parametrize(
    ("form", "profit"),
    [
        # Civil Code 76, 87, 88.
        (FORM.COMPANY, PROFIT.NON_PROFIT),
        (FORM.SOCIAL_SERVICE_ORGANISATION, PROFIT.FOR_PROFIT),
        (FORM.PUBLIC_INSTITUTION, PROFIT.FOR_PROFIT),
        # The regulation on registering market entities, article 2 (form.market_non_profit).
        (FORM.SOLE_TRADER, PROFIT.NON_PROFIT),
        (FORM.PARTNERSHIP, PROFIT.NON_PROFIT),
        (FORM.SOLE_OWNERSHIP, PROFIT.NON_PROFIT),
        (FORM.COOPERATIVE, PROFIT.NON_PROFIT),
    ],
)
def test_what_cannot_be_together(form: cp.LegalForm, profit: cp.ProfitStatus) -> None:
    found = paths(form, profit)
    assert found.conflict is not None
    assert found.paths == ()


def test_a_sole_trader_is_no_matter_of_the_civil_code() -> None:
    # The five documents ask by the Civil Code alone.
    trader = cp.Applicant(legal_form=FORM.SOLE_TRADER, profit_status=PROFIT.NON_PROFIT)
    assert cp.evaluate(CONTRADICTORY_FORMS, trader).truth is cp.Truth.FALSE
    conflict = PLAN.clause("conflict")
    assert conflict.locator == "《市场主体登记管理条例》第二条"
    assert conflict.known_from is not None
    assert conflict.known_from.facts == ("form.market_non_profit",)


def test_steps_in_their_order() -> None:
    (path,) = paths(FORM.COMPANY, PROFIT.FOR_PROFIT).paths
    assert [one.id for one in path.steps] == ["register", "push", "file", "receipt", "refuse"]


@pytest.mark.parametrize(
    ("stated", "clause", "expected"),
    [
        ({"conforms": True, "receipt_given": False}, "9.receipt", cp.Outcome.NOT_MET),
        ({"conforms": True, "receipt_given": True}, "9.receipt", cp.Outcome.MET),
        ({"conforms": True}, "9.refuse", cp.Outcome.NOT_APPLICABLE),
        # Both the notice and the publication.
        ({"conforms": False, "refusal_notice_given": True}, "9.refuse", cp.Outcome.UNKNOWN),
        (
            {"conforms": False, "refusal_notice_given": True, "published": False},
            "9.refuse",
            cp.Outcome.NOT_MET,
        ),
        (
            {"conforms": False, "refusal_notice_given": True, "published": True},
            "9.refuse",
            cp.Outcome.MET,
        ),
    ],
)
def test_how_a_filing_is_answered(
    stated: dict[str, Any], clause: str, expected: cp.Outcome
) -> None:
    assert cp.assess(cp.Filing(**stated), PLAN).finding(clause).outcome is expected


@pytest.mark.parametrize(
    ("form", "profit", "law"),
    [
        # Civil Code 76 and 87; what is no legal person is a matter of the registration regulation.
        ("COMPANY", "NON_PROFIT", "《民法典》第七十六条、第八十七条"),
        ("PUBLIC_INSTITUTION", "FOR_PROFIT", "《民法典》第七十六条、第八十七条"),
        ("SOCIAL_SERVICE_ORGANISATION", "FOR_PROFIT", "《民法典》第七十六条、第八十七条"),
        ("SOLE_TRADER", "NON_PROFIT", "《市场主体登记管理条例》第二条"),
        ("PARTNERSHIP", "NON_PROFIT", "《市场主体登记管理条例》第二条"),
        ("SOLE_OWNERSHIP", "NON_PROFIT", "《市场主体登记管理条例》第二条"),
        ("COOPERATIVE", "NON_PROFIT", "《市场主体登记管理条例》第二条"),
        ("SOLE_TRADER", "FOR_PROFIT", None),
        ("COMPANY", "FOR_PROFIT", None),
    ],
)
def test_a_contradiction_names_the_law_it_is_by(form: str, profit: str, law: str | None) -> None:
    applicant = cp.Applicant(legal_form=cp.LegalForm[form], profit_status=cp.ProfitStatus[profit])
    found = cp.registration_paths(applicant, cp.get_plan("national_filing_2019"))
    assert [ground.zh for ground in found.grounds] == (
        [] if law is None else [f"情况矛盾的依据：{law}"]
    )
    assert (law is not None and law in found.explain()) is (found.conflict is not None)
    # A document that names no law says none.
    assert cp.registration_paths(applicant, cp.get_plan("shiyan_2021")).grounds == ()
