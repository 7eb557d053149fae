"""One form for characters that mean the same, and what must not become one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careplan.base.characters import folded, mended, plain, raised, squeezed, trimmed


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("４０㎡", "40m2"),
        ("\ufeff40\u200b", "40"),
        ("3\xa0353", "3 353"),
        ("3\u202f353", "3 353"),
        ("总　计", "总 计"),
        ("⼤⽂⼭", "大文山"),
        ("（甲）：", "(甲):"),
        ("总\u200b计", "总计"),
        ("a\nb", "a\nb"),
        ("a b-1", "a b-1"),
        ("a\x00b", "ab"),
        # What stays apart: dashes, 〇, 台 and 臺, a slash of division.
        ("－−–—∕〇台臺", "-−–—∕〇台臺"),
    ],
)
def test_width_goes_and_blanks_stay(text: str, meant: str) -> None:
    assert plain(text) == meant


def test_blanks_are_one_or_none() -> None:
    assert folded(" 总 \t\u3000 计\n") == "总 计"
    assert squeezed(" 总 \t\u3000 计\n") == "总计"
    assert trimmed("\ufeff 总 计\u200b \n") == "总 计"
    assert trimmed(" \u200b ") == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("261¹", "¹"),
        ("10²", "²"),
        ("6①", "①"),
        ("6⒈", "⒈"),
        ("6⑴", "⑴"),
        ("½", "½"),
        ("H₂O", "₂"),
        ("㉑", "㉑"),
        ("12㏠", "㏠"),  # NFKC makes 121日 of it
        ("xᵃ", "ᵃ"),
        ("180m²", ""),
        ("１８０ｍ²", ""),
        ("1m³", ""),
        ("12㎡", ""),
        ("１２", ""),
        ("一二", ""),
        ("²", "²"),
    ],
)
def test_raised_characters_are_found(text: str, found: str) -> None:
    assert raised(text) == found


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (" ⼤洼（甲），Ａ① ", "大洼（甲），Ａ①"),
        ("\uf9d1", "六"),
        ("\u3392", "\u3392"),  # a sign of several letters
        ("㊀", "㊀"),
        ("甲 \u200b园", "甲 \u200b园"),  # inside: for who reads it to judge
    ],
)
def test_a_name_is_mended_where_its_characters_only_look_alike(text: str, meant: str) -> None:
    assert mended(text) == meant


@given(st.text())
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert squeezed(folded(text)) == squeezed(text)
    assert mended(mended(text)) == mended(text)


@given(st.integers(0, 10**12))
def test_digits_of_any_width_are_the_same_number(value: int) -> None:
    wide = str(value).translate({ord("0") + n: 0xFF10 + n for n in range(10)})
    assert plain(wide) == str(value)
    assert raised(wide) == ""
