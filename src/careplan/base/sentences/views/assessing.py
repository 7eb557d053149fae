"""What displays of assessments, grades and remedies say, in Chinese and English, by code."""

from collections.abc import Mapping

ASSESSING: Mapping[str, tuple[str, str]] = {}
