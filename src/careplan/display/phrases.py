"""Pieces that several results are made of: clauses, facts, evidence and readings in words."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from careplan.base.messages import join, say
from careplan.base.text import Text
from careplan.base.truth import Truth
from careplan.criteria.evidence import Evidence, alternatives, exceptions, witnesses
from careplan.criteria.nodes import (
    Among,
    Criterion,
    Elapsed,
    Leaf,
    Linear,
    Not,
    Quantified,
    Several,
    any_of,
    noun_of,
)
from careplan.criteria.steps import counts_to_day
from careplan.criteria.sums.tallies import Tally, asked_of_one
from careplan.fields.declaring import facts_declared
from careplan.fields.paths import ON, dotted

INDENT = "  "


def indented(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines one step further in."""
    return (INDENT + line for line in lines)


def _looked_at(piece: Evidence) -> Leaf | Quantified:
    node = _asked(piece)
    assert isinstance(node, Leaf | Quantified)  # noqa: S101 - evidence is never of a join
    return node


def _asked(piece: Evidence) -> Criterion:
    return piece.required.part if isinstance(piece.required, Not) else piece.required


def observed_text(piece: Evidence, language: str) -> str:
    """Say what was observed, with its unit; of a sum, of each of its terms; of time, its days."""
    from careplan.criteria.wording.criteria import days_text, tally_text
    from careplan.criteria.wording.values import value_text

    node = _asked(piece)
    if isinstance(node, Linear) and isinstance(piece.observed, Tally):
        return tally_text(node, piece.observed, language)
    if isinstance(node, Elapsed) and isinstance(piece.observed, tuple):
        return days_text(node, piece.observed, language)
    node = _looked_at(piece)
    return value_text(node.noun, node.path, piece.observed, language)


def seen_text(piece: Evidence, language: str) -> str:
    """Say a fact and what was observed, in one.

    Of a yes-or-no fact, that it is so, or not: 第1间母婴室未独立设置.
    """
    from careplan.criteria.wording.labels import asked_label, label, statement

    asked = _asked(piece)
    if isinstance(asked, Several):  # which names its facts
        return observed_text(piece, language)
    node = _looked_at(piece)
    if isinstance(piece.observed, bool):
        return statement(node.noun, node.path, language, so=piece.observed)
    fact = asked_label if piece.observed is None else label
    return say(
        "evidence.seen",
        language,
        fact=fact(node.noun, node.path, language),
        observed=observed_text(piece, language),
    )


# Where one alternative that holds may stand for the whole: "applies if" it does, and it does.
_SUFFICIENT = {"applies", "condition"}
# What stands under something asked of several things.
_NESTED = {"part", "exception"}
MARKS = {
    Truth.TRUE: Text(zh="√", en="√"),
    Truth.FALSE: Text(zh="×", en="×"),
    Truth.UNKNOWN: Text(zh="？", en="?"),
}


def evidence_lines(part: str, evidence: Iterable[Evidence], language: str) -> Iterator[str]:
    """Say what was looked at for one part of a clause: for whom it is, or what it asks."""
    for piece in evidence:
        yield from _piece(part, piece, language)


def _piece(part: str, piece: Evidence, language: str) -> Iterator[str]:
    """Say one thing looked at; several together under what is asked of them."""
    inside = (*piece.unless, *piece.parts)
    if part in _SUFFICIENT and inside and piece.is_any and piece.truth is Truth.TRUE:
        for inner in inside:
            yield from _piece(part, inner, language)
        return
    mark = MARKS[piece.truth]
    if piece.is_group and part in _NESTED:
        if not piece.is_any and len(inside) == 1:  # of all that is asked, this one decides
            yield from _piece(part, inside[0], language)
            return
        yield _of_what_follows(part, piece, mark, language)
    elif isinstance(piece.observed, Tally) or isinstance(_asked(piece), Elapsed):
        asked = _asked_of_sum(piece, language)
        yield say(
            f"evidence.{part}",
            language,
            mark=mark,
            seen=seen_text(piece, language),
            required=asked,
        )
    elif not piece.path or piece.is_group or _says_it_all(piece):
        yield _asked_together(part, piece, mark, language)
    else:
        yield say(
            f"evidence.{part}",
            language,
            mark=mark,
            seen=seen_text(piece, language),
            required=_asked_of_one(piece, language),
        )
    for inner in piece.unless:
        beside = "part" if part in _SUFFICIENT else "exception"
        yield from indented(_piece(beside, inner, language))
    for inner in piece.parts:
        yield from indented(_piece("part", inner, language))


def _asked_of_one(piece: Evidence, language: str) -> str:
    """Say what is asked of a fact; of a long list that it is one of, only how long it is."""
    from careplan.criteria.wording.criteria import requirement
    from careplan.criteria.wording.requirements import FEW_LISTED

    asked = piece.required
    if isinstance(asked, Among) and len(asked.values) > FEW_LISTED and piece.truth is Truth.TRUE:
        return say("required.among.counted", language, count=len(asked.values))
    return requirement(asked, language)


def _says_it_all(piece: Evidence) -> bool:
    """Say whether what is asked is what was seen: a yes-or-no fact that is as it should be."""
    return isinstance(piece.observed, bool) and piece.truth is Truth.TRUE


def _asked_of_sum(piece: Evidence, language: str) -> str:
    """Say what a sum asks, and what that comes to for one fact where the others are known."""
    from careplan.criteria.wording.criteria import describe

    said, node, seen = describe(piece.required, language), _asked(piece), piece.observed
    if not (isinstance(node, Linear) and isinstance(seen, Tally)) or piece.truth is Truth.TRUE:
        return said
    needed = asked_of_one(node, seen, positive=node is piece.required)
    if needed is None:
        return said
    return say("sum.so", language, required=said, needed=describe(needed, language))


def _of_what_follows(part: str, piece: Evidence, mark: Text, language: str) -> str:
    # What is asked is said at the top, once: said again at each level, it would outgrow the rest.
    from careplan.criteria.wording.labels import items_label

    how = "any" if piece.is_any else "all"
    if not piece.path:
        return say(f"evidence.{part}.{how}", language, mark=mark)
    node = _looked_at(piece)
    items = items_label(node.noun, node.path, language)
    return say(f"evidence.{part}.{how}_of", language, mark=mark, **items)


def _asked_together(part: str, piece: Evidence, mark: Text, language: str) -> str:
    # That a duty applies, or a benefit is open, has no exceptions: it has alternatives.
    from careplan.criteria.wording.criteria import describe

    if not piece.unless or part != "requires":
        said = describe(piece.required, language)
        return say(f"evidence.{part}.joined", language, mark=mark, required=said)
    each = alternatives(piece.required)
    unless = exceptions(each)
    rest = any_of(*(one for one in each if one not in unless))
    return say(
        "evidence.requires.unless",
        language,
        mark=mark,
        unless=describe(any_of(*unless), language),
        required=describe(rest, language),
    )


def missing_lines(
    missing: tuple[str, ...], evidence: Iterable[Evidence], language: str, noun: type[Any]
) -> Iterator[str]:
    """Say which facts of a noun are still to be stated, by the labels they have in the evidence."""
    named = missing_names(missing, evidence, language, noun)
    if named:
        yield say("missing", language, facts=join(named.values(), language))


def missing_names(
    missing: tuple[str, ...], evidence: Iterable[Evidence], language: str, noun: type[Any]
) -> dict[str, str]:
    """Return the facts still to be stated, by path, with the labels they have in the evidence.

    What was not looked at, as another plan waits for it, has the label of the noun.
    """
    asked = askers(evidence) if missing else {}
    return {
        path: missing_name(
            noun_of(asked[path][0]) if path in asked else noun,
            path,
            asked.get(path, ()),
            language,
        )
        for path in missing
    }


def askers(evidence: Iterable[Evidence]) -> dict[str, list[Criterion]]:
    """Return the criteria that looked at each fact, by its path."""
    asked: dict[str, list[Criterion]] = {}
    for piece in witnesses(evidence):
        for path in piece.facts:
            asked.setdefault(path, []).append(piece.required)
    return asked


def missing_name(
    noun: type[Any] | None, path: str, asked: Sequence[Criterion], language: str
) -> str:
    """Say a fact still to be stated, by its label: 第1间母婴室是否整洁卫生.

    A noun may have a fact `on` of its own: then the criteria that ask say whether it is the day
    asked that is missing, which it is if that fact is always stated, or may be. Where
    none of them asks here, it may be.
    """
    from careplan.criteria.wording.labels import fact_asked

    assert noun is not None  # noqa: S101 - what asks for a fact has a noun
    fact = fact_asked(noun, path, language)
    own = facts_declared(noun).get(path) if path == dotted(ON) else None
    if own is not None and (not asked or any(map(counts_to_day, asked))):
        day = say("day_asked", language)
        fact = day if own.required else say("fact_or_day", language, fact=fact, day=day)
    return fact
