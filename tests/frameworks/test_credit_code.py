"""The check digit of a credit code is python-stdnum's, its first sign ours."""

import credit_code
import pytest
from stdnum.cn import uscc
from stdnum.exceptions import InvalidChecksum, InvalidFormat, InvalidLength, ValidationError

import careplan as cp

COMPANY = "91110000600037341L"  # the example of python-stdnum
BODY = COMPANY[1:-1]


def code(first: str) -> str:
    """Return a code with this first sign, and the check digit that goes with it."""
    start = first + BODY
    return f"{start}{uscc.calc_check_digit(start)}"


# The issue: 1 staffing, 5 civil affairs, 9 market; any other is another.
SIGNS = [
    ("1", cp.CreditCodeSign.STAFFING), ("5", cp.CreditCodeSign.CIVIL_AFFAIRS),
    ("9", cp.CreditCodeSign.MARKET_REGULATION), ("3", cp.CreditCodeSign.OTHER),
]  # fmt: skip


@pytest.mark.parametrize(("first", "sign"), SIGNS)
def test_the_first_sign_is_read(first: str, sign: cp.CreditCodeSign) -> None:
    assert credit_code.first_sign(code(first)) is sign


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (COMPANY[:-1] + "M", InvalidChecksum),
        ("5" + COMPANY[1:], InvalidChecksum),  # the check digit is that of another first sign
        (COMPANY[:-1], InvalidLength),
        ("I" + COMPANY[1:], InvalidFormat),
    ],
)
def test_a_code_that_is_none_is_refused(wrong: str, error: type[ValidationError]) -> None:
    with pytest.raises(error):
        credit_code.first_sign(wrong)


def test_a_code_is_held_against_form_and_registrar() -> None:
    form, body = cp.LegalForm, cp.Body
    company = credit_code.checked(COMPANY, form.COMPANY, body.MARKET_REGULATION)
    assert company.outcome is cp.Outcome.MET
    other = credit_code.checked(COMPANY, form.SOCIAL_SERVICE_ORGANISATION, body.CIVIL_AFFAIRS)
    assert {other.finding(one).outcome for one in ("9.form", "9.registrar")} == {cp.Outcome.NOT_MET}
