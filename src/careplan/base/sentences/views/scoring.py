"""What displays of score sheets and forms say, in Chinese and English, by code."""

from collections.abc import Mapping

SCORING: Mapping[str, tuple[str, str]] = {}
