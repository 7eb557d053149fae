"""The words of classes, staff, premises and points in tables: each is what it says, or a doubt."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

import careplan as cp
from careplan.base.text import Labelled
from careplan.fields.declaring import Noun, facts_declared
from careplan.intake.cells.flags import flag_cell
from careplan.intake.cells.habits import Habits
from careplan.intake.cells.members import member_cell
from careplan.intake.cells.numbers import number_cell
from careplan.intake.cells.taken import Doubt, Taken
from careplan.intake.cells.units import Quantity, Unit, unit_of
from careplan.intake.heads.aliases import ALIASES

Sign, Kind, Role, Diploma = cp.CreditCodeSign, cp.ClassKind, cp.StaffRole, cp.Diploma
DAY = date(2025, 3, 1)
# A cell for each fact that has words of its own, and what it states.
CELLS: dict[type[Noun], dict[str, tuple[Any, Any]]] = {
    cp.ClassGroup: {
        "kind": ("托小班", Kind.SMALL),
        "children": ("15名", 15),
        "carers": ("3人", 3),
        "youngest_months": ("12个月", 12),
        "oldest_months": (24, 24),
    },
    cp.Premises: {
        "owned": ("自有", True),
        "lease_from": ("2025年3月1日", DAY),
        "lease_until": ("2025-03-01", DAY),
        "highest_floor": (3, 3),
        "below_ground": ("否", False),
        "fire_rating": ("2", 2),
        "window_area_m2": ("9.6平方米", Decimal("9.6")),
        "floor_area_m2": (60, 60),
    },
    cp.Institution: {
        "video_kept_days": ("90天", 90),
        "outdoor_hours_a_day": ("2小时", 2),
        "full_time_health_workers": ("1人", 1),
        "part_time_health_workers": (2, 2),
        "credit_code_sign": ("9", Sign.MARKET_REGULATION),
    },
    cp.StaffMember: {
        "role": ("保育人员", Role.CARER),
        "diploma": ("大专学历", Diploma.COLLEGE),
        "relevant_years": ("3年", 3),
        "post_training_passed": ("是", True),
        "certified_on": ("2025/3/1", DAY),
    },
    cp.Child: {
        "left_on": ("2025-03-01", DAY),
        "returned_on": ("2025-03-01", DAY),
        "health_checked_on": ("2025-03-01", DAY),
    },
    cp.NursingEmployee: {
        "infants_nursed": ("2名", 2),
        "infant_age_months": ("11个月", 11),
        "nursing_hours_a_day": ("1小时", 1),
    },
    cp.Filing: {
        "materials_received": ("2025-03-01", DAY),
        "receipt_given": ("是", True),
        "refusal_notice_given": ("否", False),
    },
}
HEADINGS = [
    (noun, fact, heading)
    for noun, facts in CELLS.items()
    for fact in facts
    for heading in ALIASES[fact].split()
]


@pytest.mark.parametrize(("noun", "fact", "heading"), HEADINGS)
def test_a_heading_is_the_fact_it_stands_for(noun: type[Noun], fact: str, heading: str) -> None:
    cell, value = CELLS[noun][fact]
    read = cp.intake.read([{heading: cell}], noun)
    assert read.problems == ()
    [one] = read.items
    stated = getattr(one, fact)
    assert stated == value
    assert type(stated) is type(value)


@pytest.mark.parametrize(
    ("cell", "member"),
    [
        *((word, Kind.INFANT) for word in ("乳儿班", "乳儿", "乳儿组")),
        *((word, Kind.MIXED) for word in ("混合编班", "混合班", "混龄班")),
        *((word, Role.HEAD) for word in ("负责人", "机构负责人", "托育机构负责人")),
        *((word, Role.GUARD) for word in ("保安", "保安员", "保安人员")),
        *((word, Diploma.COLLEGE) for word in ("大专", "专科", "大学专科", "大专学历")),
        *((word, Diploma.BACHELOR) for word in ("本科", "大学本科", "本科学历")),
        *((word, Diploma.GRADUATE) for word in ("研究生", "硕士研究生", "博士研究生")),
        *((word, Diploma.BELOW_COLLEGE) for word in ("高中", "中专", "职高", "初中")),
        *((word, cp.LegalForm.SOLE_TRADER) for word in ("个体工商户", "个体户")),
    ],
)
def test_a_synonym_is_the_member_that_it_certainly_means(cell: str, member: Labelled) -> None:
    assert member_cell(cell, type(member), Habits()) == Taken(member)


@pytest.mark.parametrize(
    ("cell", "member"),
    [
        # Who heads a kindergarten, who has another post, a wider word, a degree for a diploma.
        *((word, Role.HEAD) for word in ("园长", "院长", "所长")),
        *((word, Role.CARER) for word in ("保育员", "保育师", "育婴员")),
        *((word, Role.HEALTH_WORKER) for word in ("保健员", "保健医")),
        *((word, Diploma.BELOW_COLLEGE) for word in ("大专以下", "专科以下")),
        ("高职", Diploma.COLLEGE),
        ("学士", Diploma.BACHELOR),
        *((word, Diploma.GRADUATE) for word in ("硕士", "博士")),
        *((word, cp.LegalForm.COMPANY) for word in ("公司", "有限责任公司")),
        *((word, cp.LegalForm.COOPERATIVE) for word in ("合作社", "农民合作社")),
    ],
)
def test_what_may_mean_a_member_is_asked_for(cell: str, member: Labelled) -> None:
    found = member_cell(cell, type(member), Habits())
    assert isinstance(found, Doubt)
    assert found.suggestion is member


@pytest.mark.parametrize("noun", [cp.Premises, cp.FamilyPoint])
def test_whose_a_place_is_answers_whether_it_is_owned(noun: type[Noun]) -> None:
    spec = facts_declared(noun)["owned"]
    for word in ("自有", "自有房屋", "自有产权", "是"):
        assert flag_cell(word, spec, Habits()) == Taken(value=True)
    for word in ("租赁", "租用", "租借", "承租", "租赁房屋", "否"):
        assert flag_cell(word, spec, Habits()) == Taken(value=False)
    # Both, neither, of another: nobody knows which.
    for word in ("自有+租赁", "自有、租赁", "借用", "无偿使用", "其他", "部分自有"):
        assert isinstance(flag_cell(word, spec, Habits()), Doubt)


def test_whose_a_place_is_answers_nothing_else() -> None:
    spec = facts_declared(cp.Institution)["inclusive"]
    for word in ("自有", "租赁"):
        assert isinstance(flag_cell(word, spec, Habits()), Doubt)


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("天", Quantity.DAYS),
        ("年", Quantity.YEARS),
        ("小时", Quantity.HOURS),
        ("小時", Quantity.HOURS),
    ],
)
def test_units_of_time(text: str, quantity: Quantity) -> None:
    found = unit_of(text)
    assert isinstance(found, Unit)
    assert (found.quantity, found.factor) == (quantity, 1)


@pytest.mark.parametrize(
    ("noun", "fact", "cell", "taken"),
    [
        (cp.Institution, "video_kept_days", "90天", 90),
        (cp.Institution, "video_kept_days", "3个月", None),  # as many days as the months have
        (cp.Institution, "video_kept_days", "1年", None),
        (cp.Institution, "outdoor_hours_a_day", "2小时", 2),
        (cp.Institution, "outdoor_hours_a_day", "120天", None),
        (cp.StaffMember, "relevant_years", "3年", 3),
        (cp.StaffMember, "relevant_years", "36个月", None),
        (cp.StaffMember, "relevant_years", "3年以上", None),
        (cp.ClassGroup, "youngest_months", "18个月", 18),
        (cp.ClassGroup, "youngest_months", "1岁", None),
        (cp.ClassGroup, "youngest_months", "2年", None),
    ],
)
def test_a_number_is_taken_in_the_unit_of_its_fact_alone(
    noun: type[Noun], fact: str, cell: str, taken: int | None
) -> None:
    found = number_cell(cell, facts_declared(noun)[fact], Habits())
    assert found.value == taken if isinstance(found, Taken) else taken is None


def test_a_rating_and_a_floor_are_read_from_numbers_and_never_guessed() -> None:
    specs = facts_declared(cp.Premises)
    for fact, number in (("fire_rating", 2), ("highest_floor", 3)):
        for cell in (number, str(number), f" {number} "):
            assert number_cell(cell, specs[fact], Habits()) == Taken(number)
    ratings = "二级 2级 二 Ⅱ Ⅱ级 一级 一、二级 二级以上 不低于二级 耐火二级 0 0级 二～三级 1.5"
    floors = "3层 三层 三 3楼 F3 3F 第3层 1-3层 一至三层 地下1层 -1 -1层 3层以下 首层 共3层 3/5 0"
    for fact, cells in (("fire_rating", ratings), ("highest_floor", floors)):
        for cell in cells.split():
            assert isinstance(number_cell(cell, specs[fact], Habits()), Doubt), cell


@pytest.mark.parametrize(
    ("cell", "member"),
    [
        *((cell, Sign.STAFFING) for cell in (1, 1.0, "1", "1（机构编制）")),
        *((cell, Sign.CIVIL_AFFAIRS) for cell in (5, "5", "５")),
        *((cell, Sign.MARKET_REGULATION) for cell in (9, 9.0, "9", " 9", "9（市场监管）")),
        ("其他", Sign.OTHER),
    ],
)
def test_the_sign_of_a_credit_code_is_a_number_or_a_text(cell: object, member: Labelled) -> None:
    assert member_cell(cell, Sign, Habits()) == Taken(member)


@pytest.mark.parametrize(
    "cell", [2, 0, -9, 9.5, 91, True, "2", "九", "9.0", "民政", "Y", "91370100MA3C", DAY]
)
def test_what_is_no_sign_that_is_known_is_a_doubt(cell: object) -> None:
    assert isinstance(member_cell(cell, Sign, Habits()), Doubt)


def test_a_number_is_a_code_where_no_member_is_called_so() -> None:
    for enum in (Kind, Role, cp.LegalForm):
        assert member_cell(1, enum, Habits()) == Doubt("cell.code")
    own = Habits(synonyms={"1": Kind.INFANT})
    assert member_cell(1, Kind, own) == Taken(Kind.INFANT)
