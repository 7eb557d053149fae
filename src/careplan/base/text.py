"""Words in both languages: a text, and enums whose members carry one as their label."""

from enum import StrEnum
from typing import Self

import attrs

from careplan.base.errors import Both, InvalidInput, Problem, check_language
from careplan.base.exact import marks_missing
from careplan.base.quoting import visible

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
            if not is_text(given)
        ]
        if found:
            raise InvalidInput(found)

    def get(self, language: str) -> str:
        """Return the text in "zh" or "en"; any other language raises NotFound."""
        return self.zh if check_language(language) == "zh" else self.en


class Labelled(StrEnum):
    """An enum whose members are texts and carry a zh and en label; their repr is as in code.

    A member equals its value, so that it is found in a table, a file or a data frame; it
    never equals a member of another such enum. It is no text: where a text is asked for,
    a member is refused.
    """

    label: Text

    def __new__(cls, value: str, zh: str = "", en: str = "") -> Self:
        """Take (value, zh, en): the value identifies the member, the rest is its label.

        The defaults let type checkers accept a look-up by value alone.
        """
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = Text(zh=zh, en=en)
        return member

    def __repr__(self) -> str:
        return visible(f"{type(self).__name__}.{self.name}")

    def __eq__(self, other: object) -> bool:
        return self is other if isinstance(other, Labelled) else str.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        return self is not other if isinstance(other, Labelled) else str.__ne__(self, other)

    # Texts that are equal hash alike, so a member finds its value in a set or a mapping.
    __hash__ = str.__hash__


class Unordered(Labelled):
    """A labelled enum whose members cannot be compared by `<`, as texts can.

    Their order, if they have one, is not that of their letters.
    """

    def __lt__(self, other: object) -> bool:
        raise TypeError(f"{type(self).__name__} has no order of letters; ask for single members")

    __le__ = __gt__ = __ge__ = __lt__


def is_text(value: object) -> bool:
    """Say whether a value is a text; a member of an enum is none, though it equals one."""
    return isinstance(value, str) and not isinstance(value, Labelled)
