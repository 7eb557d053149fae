"""A unified social credit code: python-stdnum checks its last sign, careplan reads its first."""

from stdnum.cn import uscc

import careplan as cp

SIGNS = {
    "1": cp.CreditCodeSign.STAFFING,
    "5": cp.CreditCodeSign.CIVIL_AFFAIRS,
    "9": cp.CreditCodeSign.MARKET_REGULATION,
}


def first_sign(code: str) -> cp.CreditCodeSign:
    """Return what the first sign of a code says, as the noun has it.

    Raises what python-stdnum does for a code that is none: of another length, with a letter that
    no code has, or with another check digit.
    """
    return SIGNS.get(uscc.validate(code)[0], cp.CreditCodeSign.OTHER)


def checked(code: str, form: cp.LegalForm, registrar: cp.Body) -> cp.results.Assessment:
    """Hold a code against the legal form of an institution and who registered it."""
    institution = cp.Institution(
        credit_code_sign=first_sign(code), legal_form=form, registered_with=registrar
    )
    return cp.assess(institution, cp.get_plan("national_credit_code_2015"))
