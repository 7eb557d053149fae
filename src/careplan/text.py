"""Words in both languages: a text, and enums whose members carry one as their label."""

from enum import Enum
from typing import Self

import attrs

from careplan.errors import Both, InvalidInput, Problem, check_language
from careplan.exact import marks_missing

_EXPECTED = {"expected": Both(zh="文本", en="a text")}


@attrs.frozen(kw_only=True)
class Text:
    """A short text in Chinese and English.

    >>> Text(zh="母婴室", en="mother-and-baby room").get("en")
    'mother-and-baby room'
    """

    zh: str
    en: str

    def __attrs_post_init__(self) -> None:
        """Refuse what is no text, in both languages at once."""
        found = [
            Problem(name, "blank_mark" if marks_missing(given) else "wrong_type", given, _EXPECTED)
            for name, given in (("zh", self.zh), ("en", self.en))
            if not isinstance(given, str)
        ]
        if found:
            raise InvalidInput(found)

    def get(self, language: str) -> str:
        """Return the text in "zh" or "en"; any other language raises NotFound."""
        return self.zh if check_language(language) == "zh" else self.en


class Labelled(Enum):
    """An enum whose members carry a zh and en label and print as they are written in code."""

    label: Text

    def __new__(cls, value: str, zh: str = "", en: str = "") -> Self:
        """Take (value, zh, en): the value identifies the member, the rest is its label.

        The defaults let type checkers accept a look-up by value alone.
        """
        member = object.__new__(cls)
        member._value_ = value
        member.label = Text(zh=zh, en=en)
        return member

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"
