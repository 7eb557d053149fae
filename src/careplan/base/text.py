"""Words in two languages: a text, and enums whose members carry one as their label."""

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any, Self

from careplan.base.errors import CareplanError, InvalidInput, Problem, check_language
from careplan.base.exact import marks_missing
from careplan.base.foreign import Hosted
from careplan.base.frozenmap import frozen
from careplan.base.messages import in_language
from careplan.base.quoting import visible
from careplan.base.refusing.phrases import Both

_EXPECTED = {"expected": Both(zh="文本", en="a text")}


@frozen(kw_only=True)
class Text(Hosted):
    """A short text in Chinese, and in English where somebody wrote it; None: nobody did.

    >>> Text(zh="母婴室", en="mother-and-baby room").get("en")
    'mother-and-baby room'
    >>> Text(zh="母婴室").get("en")
    '母婴室 [zh]'
    """

    zh: str
    en: str | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse what is no text, in both languages at once; only the English may be None."""
        if type(self.zh) is str and (self.en is None or type(self.en) is str):
            return
        found = [
            Problem(name, "blank_mark" if marks_missing(given) else "wrong_type", given, _EXPECTED)
            for name, given in (("zh", self.zh), ("en", self.en))
            if not is_text(given) and (name == "zh" or given is not None)
        ]
        if found:
            raise InvalidInput(found)

    def get(self, language: str) -> str:
        """Return the text in "zh" or "en": without English, the Chinese, marked by "[zh]".

        Any other language raises NotFound.
        """
        return in_language(self, check_language(language))


Words = Text | tuple[str, str] | str


def text_of(given: Words) -> Text:
    """Return a text as its author gives it: as it is, as a pair (zh, en), or in Chinese alone.

    What is none of these is returned as it is, for whoever keeps it to refuse.

    >>> text_of(("某县", "a county")).en, text_of("某县").en
    ('a county', None)
    """
    match given:
        case (zh, en) if is_text(zh) and is_text(en):
            return Text(zh=zh, en=en)
        case str() if is_text(given):
            return Text(zh=given)
        case _:
            return given  # type: ignore[return-value]  # a Text, or what is refused


class Labelled(Hosted, StrEnum):
    """An enum whose members are texts and carry a zh and en label; their repr is as in code.

    A member equals its value, so that it is found in a table, a file or a data frame; it
    never equals a member of another such enum. It is no text: where a text is asked for,
    a member is refused.
    """

    label: Text

    def __new__(cls, value: str, zh: str | None = None, en: str | None = None) -> Self:
        """Take (value, zh, en): the value identifies the member, the rest is its label.

        Without a label the member is called by its value, which is no Chinese if it is ASCII.
        The defaults let type checkers accept a look-up by value alone, too.
        """
        member = str.__new__(cls, value)
        member._value_ = value
        if zh is None:
            zh = str.__str__(member)
            en = zh if zh.isascii() else None
        member.label = Text(zh=zh, en=en)
        return member

    def __init_subclass__(cls, **given: Any) -> None:
        """Refuse two members of one value: the second would be the first by another name."""
        super().__init_subclass__(**given)
        for name, member in cls.__members__.items():
            if member.name != name:
                # A message alone: Python 3.12 makes the error of a class anew from its text.
                own = f"{cls.__name__}.{name}"
                raise CareplanError(f"{own} has the value of {member!r}: give it its own")

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


@cache
def names_of(enums: tuple[type[Labelled], ...]) -> Mapping[str, Labelled]:
    """Return members by everything they may be written as: value, name, zh and en label.

    A value goes before a name and a name before a label; a label of two members names none.
    """
    members = [member for enum in enums for member in enum]
    labels = [(t, m) for m in members for t in {m.label.zh, m.label.en} if t]
    times = Counter(label for label, _ in labels)
    names: dict[str, Labelled] = {t: m for t, m in labels if times[t] == 1}
    names.update({member.name: member for member in members})
    names.update({str(member.value): member for member in members})
    return names
