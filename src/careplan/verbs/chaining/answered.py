"""A fact that one plan answered for others: what it came to, by which clauses, how well known."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

import attrs

from careplan.base.foreign import Hosted
from careplan.base.frozenmap import frozen
from careplan.base.messages import join, say
from careplan.base.text import Text
from careplan.base.truth import Outcome
from careplan.display.cells import Row, text
from careplan.documents.clauses import Clause
from careplan.fields.declaring import Noun
from careplan.fields.shapes import left_out

if TYPE_CHECKING:
    from careplan.criteria.evidence import Evidence
    from careplan.documents.support import KnownFrom, Support

# So many clauses are named; of more, the first and how many there are.
MOST_NAMED = 3
_VALUES = {Outcome.MET: True, Outcome.NOT_MET: False}


@frozen(kw_only=True)
class Answered(Hosted):
    """A yes-or-no fact of a noun that a plan answered for the other plans asked beside it.

    `outcome` is what the plan says of the subject, and `clauses` those that decide it: of an
    outcome NOT_MET the binding ones that are not met, of the others all that came to it; none if
    nothing applies. `known_from` says how these are known, at their weakest, and how what other
    plans answered for them is; None is: from the text itself. `missing` are the facts that the
    plan waits for where it says UNKNOWN: they are missing in place of the fact.
    """

    __late__: ClassVar[Mapping[str, str]] = {"KnownFrom": "careplan.documents.support"}

    noun: type[Noun]
    fact: str
    plan_id: str
    document: Text
    outcome: Outcome
    clauses: tuple[Clause, ...] = ()
    known_from: "KnownFrom | None" = attrs.field(default=None, metadata=left_out())
    missing: tuple[str, ...] = attrs.field(default=(), metadata=left_out())

    @property
    def value(self) -> bool | None:
        """Yes where the plan says MET, no where it says NOT_MET; otherwise not stated: None."""
        return _VALUES.get(self.outcome)

    @property
    def support(self) -> "Support":
        """How well it is known what the clauses say that decide, at their weakest."""
        from careplan.documents.support import Support

        return Support.OWN_TEXT if self.known_from is None else self.known_from.support

    def told(self, language: str) -> str:
        """Say what was answered, by which document and clauses, and how those are known."""
        said = say(
            f"answered.{self.outcome.value}",
            language,
            fact=self.label(language),
            document=self.document,
            locators=self.locators(language),
        )
        if self.known_from is None:
            return said
        return say("answered.known", language, said=said, known=self.known_from.told(language))

    def turning(self, language: str) -> str:
        """Say that something turns on it: what is to be mended first, where it is not so."""
        code = "answered.turns.mend" if self.value is False else "answered.turns"
        return say(code, language, document=self.document, locators=self.locators(language))

    def label(self, language: str) -> str:
        """Say the fact."""
        from careplan.criteria.wording.labels import fact_label

        return fact_label(self.noun, self.fact, language)

    def locators(self, language: str) -> str:
        """Say where the clauses stand; of many, the first and how many there are."""
        places = tuple(dict.fromkeys(one.locator for one in self.clauses))
        named = join(places[:MOST_NAMED], language)
        if len(places) <= MOST_NAMED:
            return named
        return say("answered.more", language, locators=named, count=len(places))


def answered_lines(
    answered: Iterable[Answered], evidence: "Iterable[Evidence]", language: str
) -> Iterator[str]:
    """Yield what was answered of the facts that evidence looked at."""
    listed = tuple(answered)
    if not listed:
        return
    from careplan.criteria.evidence import witnesses

    seen = {path for piece in witnesses(evidence) for path in piece.facts}
    yield from (one.told(language) for one in listed if one.fact in seen)


def answered_cells(answered: Iterable[Answered]) -> Row:
    """Return what was answered in one cell, empty where nothing was."""
    listed = tuple(answered)
    if not listed:
        return text("answered", None)
    zh, en = ("; ".join(one.told(language) for one in listed) for language in ("zh", "en"))
    return text("answered", Text(zh=zh, en=en))
