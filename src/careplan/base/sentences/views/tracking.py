"""What displays of ledgers, targets and periods say, in Chinese and English, by code."""

from collections.abc import Mapping

TRACKING: Mapping[str, tuple[str, str]] = {}
