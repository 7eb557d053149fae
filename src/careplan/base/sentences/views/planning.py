"""What displays of agendas, matrices, clauses and plans say, in Chinese and English, by code."""

from collections.abc import Mapping

PLANNING: Mapping[str, tuple[str, str]] = {}
