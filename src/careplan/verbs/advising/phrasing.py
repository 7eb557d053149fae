"""Pieces that displays are made of: marks with their words, what was seen, what is asked."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from careplan.base.exact import ratio, tidy
from careplan.base.messages import say, show
from careplan.base.truth import Availability, Outcome, Truth
from careplan.criteria.evidence import Evidence
from careplan.criteria.nodes import Compare, Criterion, Leaf, Linear, Not, Quantified
from careplan.criteria.signs import Op
from careplan.criteria.wording.criteria import describe, requirement
from careplan.criteria.wording.labels import items_label, label
from careplan.criteria.wording.values import value_text
from careplan.display.phrases import observed_text
from careplan.display.views.parts import Listing, Paragraph, Part
from careplan.display.views.words import Cited, Mark, Piece, Small, Strong, Tag, Words
from careplan.documents.clauses import Clause

MARK_OF = {
    Outcome.NOT_MET: Mark.BAD,
    Outcome.UNKNOWN: Mark.OPEN,
    Outcome.MET: Mark.GOOD,
    Outcome.NOT_APPLICABLE: Mark.NONE,
    Availability.OPEN: Mark.GOOD,
    Availability.UNKNOWN: Mark.OPEN,
    Availability.NOT_OPEN: Mark.NONE,
    Truth.TRUE: Mark.GOOD,
    Truth.UNKNOWN: Mark.OPEN,
    Truth.FALSE: Mark.NONE,
}
# So much is said of what stands in the way of one duty.
MOST_SEEN = 10
_S = TypeVar("_S")
QUESTIONS = ("？", "?")
# A strict bound is not kept by what lacks exactly: no amount is said of it.
_AT_LEAST, _AT_MOST = {Op.GE, Op.EQ}, {Op.LE, Op.EQ}


def begun(text: str, language: str) -> str:
    """Return a text as a sentence begins: English with a capital.

    >>> begun("usable area", "en"), begun("a区", "zh"), begun("", "en")
    ('Usable area', 'a区', '')
    """
    return text[:1].upper() + text[1:] if language == "en" else text


def inside(text: str, language: str) -> str:
    """Return a word as it stands inside a sentence: English without its capital.

    >>> inside("Not met", "en"), inside("不符合", "zh")
    ('not met', '不符合')
    """
    return text[:1].lower() + text[1:] if language == "en" else text


def word_of(found: Outcome | Availability, language: str) -> str:
    """Return the word that stands beside a mark: what is open waits for facts."""
    if found is Outcome.UNKNOWN or found is Availability.UNKNOWN:
        return say("assessed.open", language)
    return begun(show(found, language), language)


def tag_of(found: Outcome | Availability, language: str) -> Tag:
    """Return an outcome with its mark."""
    return Tag(MARK_OF[found], word_of(found, language))


def said_of(clause: Clause, language: str) -> str:
    """Return our summary of a clause."""
    return show(clause.summary, language)


def small(lines: Iterable[str], language: str) -> tuple[Small, ...]:
    """Return remarks as one line of small print; nothing if there are none."""
    said = joined(lines, language)
    return (Small(said),) if said else ()


def joined(lines: Iterable[str], language: str) -> str:
    """Return remarks as one line; behind a question nothing more is written to part it.

    >>> joined(["a remark", "Is it so?", "Why?"], "en"), joined(["如此？", "说明"], "zh")
    ('a remark; Is it so? Why?', '如此？说明')
    """
    said = ""
    for line in lines:
        if not said:
            said = line
        elif said.endswith(QUESTIONS):
            said = say("assessed.behind", language, question=said, more=line)
        else:
            said += say("way.joint", language) + line
    return said


def ended(text: str, language: str) -> str:
    """Return a text as a sentence, with a capital and a full stop.

    >>> ended("nobody knows", "en"), ended("不明", "zh"), ended("无。", "zh")
    ('Nobody knows.', '不明。', '无。')
    """
    closed = text.endswith(("。", ".", *QUESTIONS))
    return begun(text if closed else say("assessed.sentence", language, said=text), language)


def clause_item(mark: Mark, clause: Clause, language: str, *beside: Piece) -> tuple[Piece, ...]:
    """Return a clause as an item of a list: its mark, our summary, where it stands."""
    place = say("assessed.place", language, locator=clause.locator)
    return (Tag(mark, ""), Cited(place), said_of(clause, language), *beside)


def counted(title: str, count: int, language: str) -> str:
    """Return the heading of a part with the number of its items."""
    return say("assessed.counted", language, title=title, count=count) if count else title


def listing(title: str, items: Iterable[Words], language: str) -> Part:
    """Return a part that lists items, with their number; one without says that there is none."""
    listed = tuple(items)
    block = Listing(listed) if listed else nothing(language)
    return Part(counted(title, len(listed), language), (block,))


def nothing(language: str) -> Paragraph:
    """Return what an empty part says."""
    return Paragraph(say("assessed.nothing", language), muted=True)


def first(seen: tuple[_S, ...], language: str) -> tuple[_S | str, ...]:
    """Return what was seen; of very much the first, and how much more there is."""
    if len(seen) <= MOST_SEEN:
        return seen
    more = say("assessed.wrong.more", language, count=len(seen) - MOST_SEEN)
    return (*seen[:MOST_SEEN], more)


def is_empty(part: Part, language: str) -> bool:
    """Say whether a part says only that there is nothing."""
    return part.blocks == (nothing(language),)


def failing(evidence: Iterable[Evidence]) -> Iterator[Evidence]:
    """Yield what does not hold, out of its groups; what nobody can change only if it is all."""
    for piece in evidence:
        if piece.truth is not Truth.FALSE:
            continue
        if piece.is_group:
            yield from failing(piece.parts or piece.unless)
        elif piece.facts:
            yield piece


def wrongs(evidence: Iterable[Evidence], language: str) -> tuple[str, ...]:
    """Say what was seen beside what is asked, each once: the sentence that answers.

    Where any one of several is enough, only what each of them asks is said to be required.
    """
    listed = tuple(evidence)
    sure = _asked_by_all(listed, language)
    seen = (
        _wrong(piece, language, among=_wrong(piece, language) not in sure)
        for piece in failing(listed)
    )
    return tuple(dict.fromkeys(seen))


def _asked_by_all(evidence: Iterable[Evidence], language: str) -> frozenset[str]:
    """Return what is wrong and must be mended whichever way is chosen."""
    asked = (_asked_by(piece, language) for piece in evidence if piece.truth is Truth.FALSE)
    return frozenset[str]().union(*(one for one in asked if one is not None))


def _asked_by(piece: Evidence, language: str) -> frozenset[str] | None:
    """Return it of one piece that does not hold; None of what cannot come to hold."""
    if not piece.is_group:
        return frozenset({_wrong(piece, language)}) if piece.facts else None
    parts = piece.parts or piece.unless
    asked = [_asked_by(one, language) for one in parts if one.truth is Truth.FALSE]
    ways = [one for one in asked if one is not None]
    if not ways or (len(ways) < len(asked) and not piece.is_any):
        return None
    return frozenset.intersection(*ways) if piece.is_any else frozenset.union(*ways)


def _wrong(piece: Evidence, language: str, *, among: bool = False) -> str:
    seen = as_seen(piece, language)
    if seen is not None:
        return seen
    observed = observed_text(piece, language)
    if isinstance(piece.required, Compare):
        return say(
            "assessed.wrong.among" if among else "assessed.wrong",
            language,
            fact=_fact(piece, language),
            observed=observed,
            required=requirement(piece.required, language),
        )
    return say(
        "assessed.wrong.other.among" if among else "assessed.wrong.other",
        language,
        seen=_told(piece, observed, language),
        required=describe(piece.required, language),
    )


def now(piece: Evidence, language: str) -> tuple[Piece, ...]:
    """Say what was seen, and how far it is from what is asked."""
    seen = as_seen(piece, language)
    if seen is not None:
        return (seen,)
    observed = observed_text(piece, language)
    none = _none(piece, language)
    if none is not None:
        return (Strong(none),)
    node = _asked(piece)
    if isinstance(node, Linear) or not piece.path:
        return (observed,)
    fact = say("assessed.fact", language, fact=_fact(piece, language))
    off = _off(piece, language)
    return (fact, Strong(observed), *(() if off is None else (Small(off),)))


def as_seen(piece: Evidence, language: str) -> str | None:
    """Say a yes-or-no fact as it is: the room is not clean; None of any other fact."""
    node = _asked(piece)
    if isinstance(node, Compare) and isinstance(piece.observed, bool):
        return describe(Compare(node.noun, node.path, Op.EQ, piece.observed), language)
    return None


def _none(piece: Evidence, language: str) -> str | None:
    """Say that there is nothing of what is asked for: no room; None where there is something."""
    node = _asked(piece)
    if piece.observed != () or not isinstance(node, Quantified):
        return None
    return say("none.any", language, **items_label(node.noun, node.path, language))


def _told(piece: Evidence, observed: str, language: str) -> str:
    if isinstance(_asked(piece), Linear) or not piece.path:
        return observed
    none = _none(piece, language)
    if none is not None:
        return none
    return say("view.pair", language, label=_fact(piece, language), value=observed)


def _off(piece: Evidence, language: str) -> str | None:
    """Say how much too little or too much it is, of a figure that has a bound."""
    node, seen = piece.required, piece.observed
    if not isinstance(node, Compare) or not _is_figure(node.value) or not _is_figure(seen):
        return None
    bound: Any = node.value
    given: Any = seen
    less = ratio(bound) - ratio(given)  # exact, whatever the caller's decimal context
    if less > 0 and node.op in _AT_LEAST:
        return say("assessed.short", language, amount=_measured(node, tidy(less), language))
    if less < 0 and node.op in _AT_MOST:
        return say("assessed.over", language, amount=_measured(node, tidy(-less), language))
    return None


def _is_figure(value: object) -> bool:
    return not isinstance(value, bool | str) and hasattr(value, "as_integer_ratio")


def _measured(node: Compare, amount: object, language: str) -> str:
    return value_text(node.noun, node.path, amount, language)


def _asked(piece: Evidence) -> Criterion:
    return piece.required.part if isinstance(piece.required, Not) else piece.required


def _fact(piece: Evidence, language: str) -> str:
    node = _asked(piece)
    assert isinstance(node, Leaf | Quantified)  # noqa: S101 - what has a path names a fact
    return label(node.noun, node.path, language)
