"""What each number, day and word of the nouns of care may be: bounds, units, hostile input."""

import json
from decimal import Decimal
from typing import Any

import pytest

import careplan as cp
from careplan import codec
from careplan.fields.declaring import DAYS, HOURS, MONTHS, YEARS

LEAST = [
    (cp.ClassGroup, "children", 0),
    (cp.ClassGroup, "carers", 0),
    (cp.ClassGroup, "youngest_months", 0),
    (cp.FamilyPoint, "children", 0),
    (cp.FamilyPoint, "video_kept_days", 0),
    (cp.Institution, "full_time_health_workers", 0),
    (cp.Institution, "children_in_care", 0),
    (cp.Premises, "highest_floor", 1),  # the ground floor is the first
    (cp.Premises, "fire_rating", 1),  # the best
    (cp.NursingEmployee, "infants_nursed", 1),  # or she nurses nobody
    (cp.NursingEmployee, "infant_age_months", 0),
]
ANY = [
    (cp.StaffMember, "relevant_years"),
    (cp.NursingEmployee, "nursing_hours_a_day"),
    (cp.Institution, "outdoor_hours_a_day"),
    (cp.Premises, "window_area_m2"),
    (cp.ClassGroup, "usable_area_m2"),
]
WORDS: list[tuple[Any, str, Any]] = [
    (cp.ClassGroup, "kind", cp.ClassKind),
    (cp.StaffMember, "role", cp.StaffRole),
    (cp.StaffMember, "diploma", cp.Diploma),
    (cp.Institution, "credit_code_sign", cp.CreditCodeSign),
    (cp.Institution, "legal_form", cp.LegalForm),
]


def codes(noun: Any, name: str, value: object) -> list[str]:
    """Return why a value is refused, by JSON as by the constructor."""
    with pytest.raises(cp.InvalidInput) as error:
        noun(**{name: value})
    with pytest.raises(cp.InvalidInput):
        codec.loads(json.dumps({name: value}), noun)
    assert {problem.path for problem in error.value.problems} == {name}
    return [problem.code for problem in error.value.problems]


@pytest.mark.parametrize(("noun", "name", "least"), LEAST)
def test_a_count_begins_at_its_least(noun: Any, name: str, least: int) -> None:
    assert getattr(noun(**{name: least}), name) == least
    assert getattr(noun(**{name: least + 1}), name) == least + 1
    assert codes(noun, name, least - 1)


@pytest.mark.parametrize(("noun", "name", "least"), LEAST)
@pytest.mark.parametrize("value", [1.5, "3 名", True, [], {}, float("nan"), "九"])
def test_a_count_is_a_whole_number(noun: Any, name: str, least: int, value: object) -> None:
    with pytest.raises(cp.InvalidInput):
        noun(**{name: value})
    assert getattr(noun(**{name: None}), name) is None
    assert least in {0, 1}


@pytest.mark.parametrize(("noun", "name"), ANY)
def test_a_number_is_exact_and_never_below_zero(noun: Any, name: str) -> None:
    made = noun(**{name: Decimal("2.10")})
    assert getattr(made, name) == Decimal("2.1")
    assert codec.loads(codec.dumps(made), noun) == made
    assert getattr(noun(**{name: 0}), name) == 0
    assert codes(noun, name, "-0.1")


@pytest.mark.parametrize(("noun", "name", "enum"), WORDS)
def test_a_word_is_one_of_its_words(noun: Any, name: str, enum: Any) -> None:
    for member in enum:
        made = noun(**{name: member})
        assert codec.loads(codec.dumps(made), noun) == made
    assert codes(noun, name, "谁")
    assert codes(noun, name, [])


def test_diplomas_are_not_ordered_by_their_letters() -> None:
    # A law asks for 大专以上, a college diploma or above: a list of members, as for any words.
    above = cp.among(cp.facts(cp.StaffMember).diploma, [*cp.Diploma][1:])
    member = cp.StaffMember(diploma=cp.Diploma.COLLEGE)
    assert cp.evaluate(above, member).truth is cp.Truth.TRUE
    assert (
        cp.evaluate(above, cp.StaffMember(diploma=cp.Diploma.BELOW_COLLEGE)).truth is cp.Truth.FALSE
    )
    with pytest.raises(TypeError, match="no order"):
        assert cp.Diploma.COLLEGE < cp.Diploma.BACHELOR


def test_below_a_college_diploma_is_said_without_a_word_that_includes_it() -> None:
    assert "以下" not in cp.Diploma.BELOW_COLLEGE.label.zh  # Civil Code 1259: 以下 includes


@pytest.mark.parametrize(
    ("noun", "name", "unit"),
    [
        (cp.ClassGroup, "youngest_months", MONTHS),
        (cp.NursingEmployee, "infant_age_months", MONTHS),
        (cp.NursingEmployee, "nursing_hours_a_day", HOURS),
        (cp.Institution, "outdoor_hours_a_day", HOURS),
        (cp.Institution, "video_kept_days", DAYS),
        (cp.FamilyPoint, "video_kept_days", DAYS),
        (cp.StaffMember, "relevant_years", YEARS),
    ],
)
def test_a_span_says_its_unit(noun: Any, name: str, unit: Any) -> None:
    assert cp.fact_spec(noun, name).unit == unit


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("premises.lease_until", "租期到哪一天为止？"),
        ("credit_code_sign", "统一社会信用代码第一位是什么？"),
        ("video_kept_days", "监控录像保存多少天？"),
    ],
)
def test_a_question_reads_as_a_clerk_would_put_it(path: str, asked: str) -> None:
    assert cp.fact_question(cp.Institution, path, "zh").endswith(asked)
