"""How a clause is known: from the text itself, or from copies of it, and from which.

Not every text can be had. What is known of one from pages that quote it is worth encoding where
it is said how well it is known: an answer that rests on a copy says so, and the audit names it.
"""

from collections.abc import Iterable
from typing import Any, assert_never

import attrs

from careplan.base.errors import Problem
from careplan.base.frozenmap import frozen
from careplan.base.messages import join, say
from careplan.base.text import Text, Unordered, Words, text_of
from careplan.documents.encoded import Encoded
from careplan.fields.shapes import left_out

# So many copies that agree make what is known from copies alone solid.
AGREEING = 2


class Support(Unordered):
    """How well it is known what a clause says."""

    OWN_TEXT = ("own_text", "据原文", "read from the text itself")
    SOLID = ("solid", "可靠", "solid")
    CORROBORATED = ("corroborated", "有旁证", "corroborated")
    UNSEEN = ("unseen", "未见内容", "unseen")


@frozen(kw_only=True)
class Source(Encoded):
    """A page that quotes a text: what it is called, whether it is official, and its address.

    An official page is one of a public body, or a law as it was published.

    >>> Source(title="新华网2022年8月7日").official
    False
    """

    title: Text = attrs.field(converter=text_of)
    official: bool = attrs.field(default=False, metadata=left_out())
    address: str | None = attrs.field(default=None, metadata=left_out())


def _pages(given: Any) -> Any:
    """Take pages as they are listed, each by itself or by its title alone."""
    if not isinstance(given, tuple | list):
        return given
    return tuple(Source(title=one) if isinstance(one, _TITLES) else one for one in given)


_TITLES = (str, tuple, Text)


@frozen(kw_only=True)
class KnownFrom(Encoded):
    """How a clause is known: how well, from which pages, and where else the same number stands.

    `facts` are the names of what is known in a list of such facts, where it comes from one. Solid
    is what an official page says, or two pages that agree; corroborated what one page says, and
    another text has the same number; unseen is known to be there, and no more. Raises InvalidInput
    for what claims more than its pages carry.
    """

    support: Support
    sources: tuple[Source, ...] = attrs.field(default=(), converter=_pages, metadata=left_out())
    also: tuple[Source, ...] = attrs.field(default=(), converter=_pages, metadata=left_out())
    facts: tuple[str, ...] = attrs.field(default=(), metadata=left_out())

    def _contradictions(self) -> Iterable[Problem]:
        match self.support:
            case Support.OWN_TEXT | Support.UNSEEN:
                enough = True
            case Support.SOLID:
                enough = self.official or len({one.title for one in self.sources}) >= AGREEING
            case Support.CORROBORATED:
                enough = len(self.sources) > 0
            case _:
                assert_never(self.support)
        if not enough:
            yield Problem("sources", "too_few_sources", len(self.sources), {"other": self.support})

    @property
    def official(self) -> bool:
        """Whether one of its pages is official."""
        return any(one.official for one in self.sources)

    @property
    def seen(self) -> bool:
        """Whether the text itself was seen, or an official page of it."""
        return self.support is Support.OWN_TEXT or (self.support is Support.SOLID and self.official)

    def told(self, language: str) -> str:
        """Say how it is known, without naming the pages.

        >>> KnownFrom(support=Support.SOLID, sources=("甲网", "乙网")).told("zh")
        '据两份以上相互一致的副本，未见原件'
        """
        return say(f"support.{self._sort()}", language)

    def told_whole(self, language: str) -> str:
        """Say how it is known, and name the pages and where else the same number stands."""
        said = self.told(language)
        for code, pages in (("support.pages", self.sources), ("support.also", self.also)):
            if pages:
                named = join((one.title.get(language) for one in pages), language)
                said = say(code, language, said=said, pages=named)
        return said

    def _sort(self) -> str:
        if self.support is Support.SOLID and self.official:
            return "official"
        return str(self.support.value)


def known_from(
    support: Support,
    *sources: Source | Words,
    also: Source | Words | Iterable[Source | Words] = (),
    facts: str | Iterable[str] = (),
) -> KnownFrom:
    """Say how a clause is known: how well, from which pages, and where the same number stands.

    A page is a `Source`, or its title alone. `facts` are names in a list of facts, apart by
    spaces. Raises InvalidInput for what claims more than its pages carry.

    >>> known_from(Support.CORROBORATED, "甲网", also=["某标准"]).told_whole("zh")
    '据一份副本，别处有相同内容，未见原件（甲网）；另见某标准'
    """
    beside = (also,) if isinstance(also, Source | str | Text) else also
    names = facts.split() if isinstance(facts, str) else facts
    others: Any = tuple(beside) if isinstance(beside, Iterable) else beside
    known: Any = tuple(names) if isinstance(names, Iterable) else names
    return KnownFrom(support=support, sources=sources, also=others, facts=known)


# A document that does not say otherwise was read from its own text.
OWN = KnownFrom(support=Support.OWN_TEXT)
