"""Legal form against profit status, and the first sign of a credit code against both."""

import pytest

import careplan as cp

CODE, MARKET = cp.get_plan("national_civil_code_2020"), cp.get_plan("national_market_2021")
CREDIT = cp.get_plan("national_credit_code_2015")
Form, Profit, Sign, Body = cp.LegalForm, cp.ProfitStatus, cp.CreditCodeSign, cp.Body
MET, NOT_MET = cp.Outcome.MET, cp.Outcome.NOT_MET
UNKNOWN, NOT_APPLICABLE = cp.Outcome.UNKNOWN, cp.Outcome.NOT_APPLICABLE

# The profit status each form cannot have: form.company_non_profit, form.sso_for_profit,
# form.institution_for_profit by the Civil Code; form.market_non_profit by the regulation.
BY_CODE = {
    Form.COMPANY: ("76", Profit.NON_PROFIT),
    Form.SOCIAL_SERVICE_ORGANISATION: ("87.service", Profit.FOR_PROFIT),
    Form.PUBLIC_INSTITUTION: ("88", Profit.FOR_PROFIT),
}
BY_MARKET = {
    Form.COMPANY, Form.SOLE_TRADER, Form.PARTNERSHIP, Form.SOLE_OWNERSHIP, Form.COOPERATIVE,
}  # fmt: skip


@pytest.mark.parametrize("form", Form)
def test_the_civil_code_speaks_of_legal_persons(form: cp.LegalForm) -> None:
    for status in Profit:
        a = cp.assess(cp.Institution(legal_form=form, profit_status=status), CODE)
        if form not in BY_CODE:
            assert a.outcome is NOT_APPLICABLE
            continue
        number, excluded = BY_CODE[form]
        assert a.outcome is (NOT_MET if status is excluded else MET)
        assert a.finding(number).outcome is a.outcome


@pytest.mark.parametrize("form", Form)
def test_the_regulation_speaks_of_market_entities(form: cp.LegalForm) -> None:
    for status, outcome in ((Profit.NON_PROFIT, NOT_MET), (Profit.FOR_PROFIT, MET)):
        subject = cp.Institution(
            legal_form=form, profit_status=status, registered_with=Body.ADMIN_APPROVAL
        )
        expected = outcome if form in BY_MARKET else NOT_APPLICABLE
        assert cp.assess(subject, MARKET).outcome is expected


def test_who_is_registered_with_market_regulation_is_one_whatever_the_form() -> None:
    # form.market_non_profit: registered with market regulation
    subject = cp.Institution(
        registered_with=Body.MARKET_REGULATION, profit_status=Profit.NON_PROFIT
    )
    assert cp.assess(subject, MARKET).outcome is NOT_MET
    assert cp.assess(cp.Institution(legal_form=Form.COMPANY), MARKET).missing == ("profit_status",)


def test_a_sole_trader_is_no_matter_of_the_civil_code() -> None:
    subject = cp.Institution(legal_form=Form.SOLE_TRADER, profit_status=Profit.NON_PROFIT)
    a = cp.assess(subject, [CODE, MARKET])
    assert (a["national_civil_code_2020"].outcome, a["national_market_2021"].outcome) == (
        NOT_APPLICABLE, NOT_MET,
    )  # fmt: skip


def test_the_rest_of_the_seven_rules_is_declined_with_a_reason() -> None:
    cited = {name for one in CODE.clauses for name in CODE.show(one.number).known_from.facts}
    assert cited == {
        "form.company_non_profit", "form.sso_for_profit", "form.institution_for_profit",
        "form.donated_surplus", "form.private_school", "words.inclusive", "cc.years",
    }  # fmt: skip
    assert set(CODE.not_encoded) == {"95", "form.school", "200", "1259", "rest"}


# The issue: 1 staffing, 5 civil affairs, 9 market.
SIGNS = {
    Sign.STAFFING: (Body.STAFFING, {Form.PUBLIC_INSTITUTION}),
    Sign.CIVIL_AFFAIRS: (Body.CIVIL_AFFAIRS, {Form.SOCIAL_SERVICE_ORGANISATION}),
    Sign.MARKET_REGULATION: (Body.MARKET_REGULATION, BY_MARKET),
}


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_goes_with_its_registrar_and_forms(sign: cp.CreditCodeSign) -> None:
    body, forms = SIGNS[sign]
    for form in Form:
        fits = form in forms or form is Form.OTHER
        for registrar in (*(known for known, _ in SIGNS.values()), Body.ADMIN_APPROVAL):
            subject = cp.Institution(
                credit_code_sign=sign, legal_form=form, registered_with=registrar
            )
            a = cp.assess(subject, CREDIT)
            # Where the approval office registers, the form alone speaks.
            registered = registrar in {body, Body.ADMIN_APPROVAL}
            assert a.finding(f"{sign.value}.form").outcome is (MET if fits else NOT_MET)
            assert a.finding(f"{sign.value}.registrar").outcome is (MET if registered else NOT_MET)
            assert a.outcome is (MET if fits and registered else NOT_MET)


def test_of_another_sign_nothing_is_asked() -> None:
    subject = cp.Institution(credit_code_sign=Sign.OTHER, legal_form=Form.COMPANY)
    assert cp.assess(subject, CREDIT).outcome is NOT_APPLICABLE
    assert cp.assess(cp.Institution(legal_form=Form.COMPANY), CREDIT).outcome is UNKNOWN
    stated = cp.assess(cp.Institution(credit_code_sign=Sign.MARKET_REGULATION), CREDIT)
    assert set(stated.missing) == {"legal_form", "registered_with"}
