"""What a browser prefers, by the rules of RFC 9110, section 12.5.4."""

from typing import Any

import pytest

import careplan as cp


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("", "zh"),
        (None, "zh"),
        ("*", "zh"),
        ("fr", "zh"),
        ("fr, *;q=0.5", "zh"),
        ("en", "en"),
        ("en-GB", "en"),
        ("EN-us,zh;q=0.1", "en"),
        ("zh,en", "zh"),
        ("en,zh", "zh"),  # of equal weight: Chinese unless asked otherwise
        ("en;q=0.5, zh;q=0.9", "zh"),
        ("zh;q=0, en;q=0.1", "en"),
        ("zh;q=0, *;q=0.1", "en"),  # * is what is not named
        ("zh;q=0", "zh"),
        ("en;q=high", "zh"),
        ("en;q=1.5", "zh"),
        ("en;q=0.5;level=1", "zh"),
        ("en ; q=0.2", "en"),
        ("fr, en;q=0.2", "en"),
        ("en-GB;q=0.8, en;q=0.1, zh;q=0.5", "en"),
        (",,;", "zh"),
        ("zh_CN, en;q=0.1", "en"),  # an underscore makes no tag
        ("x" * 10_000, "zh"),
        ("\ud800,en", "en"),
    ],
)
def test_the_language_is_the_one_preferred(header: str | None, said: str) -> None:
    assert cp.preferred_language(header) == said


@pytest.mark.parametrize("header", [b"en", 3, ["en"]])
def test_a_header_is_a_text(header: Any) -> None:
    with pytest.raises(cp.InvalidInput) as caught:
        cp.preferred_language(header)
    assert [problem.path for problem in caught.value.problems] == ["accepted"]
