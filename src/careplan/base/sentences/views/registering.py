"""What displays of registration paths say, in Chinese and English, by code."""

from collections.abc import Mapping

REGISTERING: Mapping[str, tuple[str, str]] = {}
