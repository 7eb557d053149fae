"""Chinese numerals: a number has one way to be written, and what is written otherwise is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careplan.intake.cells.numerals import numeral, written


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("零", 0),
        ("〇", 0),
        ("十", 10),
        ("十五", 15),
        ("一十五", 15),
        ("廿三", 23),
        ("卅", 30),
        ("一百卅", 130),
        ("两百", 200),
        ("二千零八", 2008),
        ("一万零五百", 10_500),
        ("十五万", 150_000),
        ("一亿零三万", 100_030_000),
        ("二萬", 20_000),
    ],
)
def test_a_numeral_is_read(text: str, value: int) -> None:
    assert numeral(text) == value


@pytest.mark.parametrize(
    "text",
    [
        *("", "百", "万", "二二", "零零", "一百五", "一百十五", "五万八", "一千五十", "六千六二百"),
        *("二〇二四", "一万万", "十百", "百万", "三十十", "一百余", "一" * 25),
    ],
)
def test_what_is_not_written_as_a_numeral_is_none(text: str) -> None:
    assert numeral(text) is None


@given(st.integers(0, 10**12))
def test_a_number_that_is_written_is_read_again(value: int) -> None:
    assert numeral(written(value)) == value


@given(st.text("零一二三五九十百千万亿", max_size=12))
def test_what_is_read_is_written_so(text: str) -> None:
    value = numeral(text)
    assert value is None or text in {written(value), written(value).removeprefix("一")}
