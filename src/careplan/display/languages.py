"""Which of our languages a browser prefers."""

import re

from careplan.base.errors import check_type
from careplan.base.messages import LANGUAGES, spoken

_WEIGHT = re.compile(r"q=(0(\.[0-9]{0,3})?|1(\.0{0,3})?)")
_ANY = "*"


def preferred_language(accepted: str | None) -> str:
    """Return "zh" or "en", as an Accept-Language header prefers; "zh" where neither is named.

    It is a list of tags, each with a weight (RFC 9110, 12.5.4): what cannot be read counts as not
    sent. Raises InvalidInput for what is no text.

    >>> preferred_language("en-GB,en;q=0.9,zh;q=0.5"), preferred_language("fr, en;q=0.2")
    ('en', 'en')
    >>> preferred_language("zh-CN,zh;q=0.9"), preferred_language("*"), preferred_language(None)
    ('zh', 'zh', 'zh')
    """
    if accepted is None:
        return LANGUAGES[0]
    check_type(accepted, str, "accepted")
    weights: dict[str, float] = {}
    for wish in accepted.split(","):
        tag, *parameters = (part.strip() for part in wish.split(";"))
        language, weight = _ANY if tag == _ANY else spoken(tag), _weight(parameters)
        if language is not None and weight is not None:
            weights[language] = max(weight, weights.get(language, 0))
    wishes = {one: weights.get(one, weights.get(_ANY, 0)) for one in LANGUAGES}
    return max(LANGUAGES, key=lambda one: wishes[one])


def _weight(parameters: list[str]) -> float | None:
    if not parameters:
        return 1
    found = _WEIGHT.fullmatch(parameters[0].lower()) if len(parameters) == 1 else None
    return None if found is None else float(found[1])
