"""The question that asks for a fact, in words a person can answer."""

from typing import Any

from careplan.base.messages import say
from careplan.criteria.wording import fact_label


def question(noun: type[Any], path: str, language: str) -> str:
    """Return the question that asks for what a dotted path of `missing` names.

    Raises NotFound for a path the noun does not have.

    >>> from careplan.nouns.facilities import Venue
    >>> question(Venue, "building_area_m2", "zh")
    '建筑面积？'
    """
    return say("view.question", language, fact=fact_label(noun, path, language))
