"""Phrases in both languages, and what a caller gives in the place of one."""

from collections.abc import Mapping
from enum import Enum
from typing import Any

from careplan.base.frozenmap import frozen

_LANGUAGES = 2  # Chinese, English


@frozen
class Both:
    """A phrase in both languages, for the table of messages to pick from; None: no English."""

    zh: str
    en: str | None = None


def phrase(message: object) -> object:
    """Return a sentence of somebody's own as a phrase, or what is none as it is.

    >>> phrase(("只有渡口有泊位", "no pier"))
    Both(zh='只有渡口有泊位', en='no pier')
    """
    if is_own_text(message):
        return Both(message)  # type: ignore[arg-type]  # a text
    return Both(*message) if type(message) is tuple and len(message) == _LANGUAGES else message


def is_phrase(value: Any) -> bool:
    """Say whether something is a phrase of either class there is."""
    cls = type(value)
    return cls is Both or (cls.__module__, cls.__name__) == ("careplan.base.text", "Text")


def is_said(one: Any) -> bool:
    """Say whether a phrase says something in each language it has."""
    said = (one.zh,) if one.en is None else (one.zh, one.en)
    return all(is_own_text(text) and str.strip(text) != "" for text in said)


def is_own_text(value: object) -> bool:
    """Say whether something is a text, and no member of an enum."""
    return isinstance(value, str) and not isinstance(value, Enum)


def by_names(parameters: object) -> dict[str, object] | None:
    """Return a mapping by names as a dict; None for anything else."""
    try:
        found = dict(parameters) if isinstance(parameters, Mapping) else None
    except Exception:  # noqa: BLE001 - a foreign mapping may raise anything
        return None
    return found if found is not None and all(type(name) is str for name in found) else None
