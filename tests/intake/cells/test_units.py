"""Units: of what, and by how much a number is written smaller."""

import pytest

from careplan.fields.declaring import facts_declared
from careplan.intake.cells.taken import Doubt
from careplan.intake.cells.units import Quantity, Unit, fact_unit, unit_of
from careplan.nouns.care.institutions import Institution
from careplan.nouns.care.people import Child
from careplan.nouns.facilities import Room, Venue


@pytest.mark.parametrize(
    ("text", "quantity", "factor"),
    [
        *((text, Quantity.COUNT, 1) for text in ("个", "個", "人", "家", "间", "間", "所", "處")),
        *((text, Quantity.COUNT, 1) for text in ("名", "位", "人次", "个托位", "托位", " 个 ")),
        *((text, Quantity.COUNT, 10_000) for text in ("万人", "萬人", "万人次", "万个")),
        ("亿人次", Quantity.COUNT, 100_000_000),
        ("千人", Quantity.COUNT, 1000),
        *((text, Quantity.AREA, 1) for text in ("㎡", "m²", "m2", "M2", "平方米", "平米")),
        ("万平方米", Quantity.AREA, 10_000),
        ("元", Quantity.MONEY, 1),
        ("千元", Quantity.MONEY, 1000),
        ("万元", Quantity.MONEY, 10_000),
        ("百万元", Quantity.MONEY, 1_000_000),
        ("万", Quantity.NUMBER, 10_000),
        ("百", Quantity.NUMBER, 100),
        ("米", Quantity.LENGTH, 1),
        ("%", Quantity.PERCENT, 1),
        ("％", Quantity.PERCENT, 1),
        ("‰", Quantity.PER_MILLE, 1),
        ("个月", Quantity.MONTHS, 1),
        ("分", Quantity.POINTS, 1),
        *((text, Quantity.RATE, 1) for text in ("元/人/月", "元/期", "个/千人", "元每人")),
        ("万元/年", Quantity.RATE, 10_000),
    ],
)
def test_a_unit_is_known(text: str, quantity: Quantity, factor: int) -> None:
    found = unit_of(text)
    assert isinstance(found, Unit)
    assert (found.quantity, found.factor) == (quantity, factor)


def test_what_a_rate_is_for_has_no_order() -> None:
    assert unit_of("元/人·月") == unit_of("元/月/人") == unit_of("元／人／月")
    assert unit_of("元/人/月") != unit_of("元/人")


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [("平方", "平方米"), ("亩", None), ("㎥", None), ("万美元", None), ("¥", None)],
)
def test_a_unit_of_something_else_is_a_doubt(text: str, suggestion: str | None) -> None:
    found = unit_of(text)
    assert isinstance(found, Doubt)
    assert (found.code, found.suggestion) == ("cell.unit_refused", suggestion)


@pytest.mark.parametrize("text", ["", " ", "托育机构", "units", "/月", "元/", "甲/乙", "个" * 21])
def test_what_is_no_unit_is_none(text: str) -> None:
    assert unit_of(text) is None


def test_the_unit_of_a_fact_is_the_one_it_declares() -> None:
    of = {**facts_declared(Room), **facts_declared(Institution), **facts_declared(Child)}
    assert fact_unit(of["area_m2"]).quantity is Quantity.AREA
    assert fact_unit(of["slots"]) == unit_of("个托位")
    assert fact_unit(of["age_months"]).quantity is Quantity.MONTHS
    assert fact_unit(of["cleanings_per_day"]) == Unit(quantity=Quantity.COUNT, text="")
    assert fact_unit(facts_declared(Venue)["daily_visitors"]) == unit_of("人")
