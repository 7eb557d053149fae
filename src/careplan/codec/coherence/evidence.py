"""What a piece of evidence says that what was observed does not."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, get_args

import careplan.fields.kinds as k
from careplan.base.errors import Problem
from careplan.base.text import Labelled
from careplan.base.truth import Truth, truth_of, truth_of_all, truth_of_any
from careplan.codec.coherence.comparing import of_paths, same, wrong_noun
from careplan.criteria.evaluation import evaluate
from careplan.criteria.evidence import Evidence, is_any, is_changeable
from careplan.criteria.nodes import (
    AllOf,
    AnyOf,
    Criterion,
    Elapsed,
    Leaf,
    Linear,
    Quantified,
    Some,
    noun_of,
)
from careplan.criteria.steps import leaf_holds
from careplan.criteria.sums.tallies import Tally, truth_by_ends
from careplan.fields.checking import read
from careplan.fields.declaring import made_of_all
from careplan.fields.paths import dotted, kind_at

# Between which time passes.
_DAYS = ("start", "end")

_OF_ONE_FACT = (*get_args(Leaf), *get_args(Quantified))


def of_evidence(piece: Evidence, node: Criterion) -> Iterator[Problem]:
    """Yield what is wrong with a piece of evidence for a criterion, denied or not."""
    if piece.is_group or (isinstance(node, AllOf | AnyOf) and not piece.path):
        yield from _of_group(piece, node)
    elif isinstance(node, _OF_ONE_FACT):
        yield from _of_one(piece, node)
    elif isinstance(node, Linear):
        yield from _of_sum(piece, node)
    elif isinstance(node, Elapsed):
        yield from _of_days(piece, node)
    else:
        yield Problem("required", "not_one_fact", piece.required)


def _of_group(piece: Evidence, node: Criterion) -> Iterator[Problem]:
    """Yield what is wrong with several things looked at together: they decide as one."""
    yield from same(piece.path, dotted(getattr(node, "path", ())), "path")
    yield from same(piece.observed, None, "observed")
    quantified = isinstance(node, Quantified) and not piece.unless
    if not (quantified or isinstance(node, AllOf | AnyOf)):
        yield Problem("required", "not_one_fact", piece.required)
    if piece.unless and not is_any(piece.required):
        yield Problem("unless", "not_one_fact", piece.required)
    for name, fixed in (("unless", True), ("parts", False)):
        for index, one in enumerate(getattr(piece, name) if piece.unless else ()):
            if is_changeable(one.required) is fixed:  # an exception is what nobody brings about
                yield Problem(f"{name}[{index}].required", "not_one_fact", one.required)
    truths = [one.truth for one in (*piece.unless, *piece.parts)]
    truth = truth_of_any(truths) if is_any(piece.required) else truth_of_all(truths)
    yield from same(piece.truth, truth, "truth")
    for name in ("parts", "unless"):
        for index, one in enumerate(getattr(piece, name)):
            about = noun_of(one.required)
            # Of a noun made of ours some parts are about it, and some about ours.
            if about is not None and made_of_all([about, noun_of(node) or about]) is None:
                yield wrong_noun(f"{name}[{index}].required", about, noun_of(node))


def _of_one(piece: Evidence, leaf: Leaf | Quantified) -> Iterator[Problem]:
    yield from same(piece.path, dotted(leaf.path), "path")
    found: list[Problem] = []
    kind = kind_at(leaf.noun, leaf.path)
    if not _in_other_words(kind, piece.observed):
        read(kind, piece.observed, "observed", found)
    yield from found
    if not found:
        truth = _truth(leaf, piece.observed)
        yield from same(piece.truth, truth if piece.required is leaf else ~truth, "truth")


def _in_other_words(kind: k.Kind, observed: Any) -> bool:
    """Say whether members were seen of an enum that a noun made of the one asked has instead."""
    if not isinstance(kind, k.ChoiceKind | k.ChoicesKind):
        return False
    seen = observed if isinstance(kind, k.ChoicesKind) else [observed]
    if not isinstance(seen, frozenset | list):
        return False
    return bool(seen) and all(
        isinstance(one, Labelled) and not isinstance(one, kind.enum) for one in seen
    )


def _truth(leaf: Leaf | Quantified, observed: Any) -> Truth:
    if observed is None:
        return Truth.UNKNOWN
    if isinstance(leaf, Leaf):
        return truth_of(leaf_holds(leaf, observed))
    truths = [evaluate(leaf.where, item).truth for item in observed]
    return truth_of_any(truths) if isinstance(leaf, Some) else truth_of_all(truths)


def _of_sum(piece: Evidence, node: Linear) -> Iterator[Problem]:
    """Yield what of a sum was seen that does not fit its terms, or settles it otherwise."""
    seen = piece.observed
    yield from same(piece.path, "", "path")
    if not isinstance(seen, Tally) or len(seen.terms) != len(node.terms):
        yield Problem("observed", "wrong_type", seen, {"expected": f"Tally({len(node.terms)})"})
        return
    for index, one in enumerate(seen.terms):
        if one.low is not None and one.high is not None and one.low > one.high:
            low = {"minimum": one.low}
            yield Problem(f"observed.terms[{index}]", "too_small", one.high, low)
            return
    yield from of_paths(node.noun, seen.facts, "observed.facts")
    truth = truth_by_ends(node, seen)
    if truth is not None:  # what the ends leave open, a fact that stands twice may settle
        expected = truth_of(truth)
        yield from same(piece.truth, expected if piece.required is node else ~expected, "truth")


def _of_days(piece: Evidence, node: Elapsed) -> Iterator[Problem]:
    """Yield what of elapsed time was seen that is no pair of days, or settles it otherwise."""
    seen = piece.observed
    yield from same(piece.path, "", "path")
    if not isinstance(seen, tuple) or len(seen) != len(_DAYS) or not all(map(_is_day, seen)):
        yield Problem("observed", "wrong_type", seen, {"expected": "(date | None, date | None)"})
        return
    if isinstance(node.start, date):
        yield from same(seen[0], node.start, "observed")
    passed = node.period.passed(*seen)
    truth = Truth.UNKNOWN if passed is None else truth_of(passed)
    yield from same(piece.truth, truth if piece.required is node else ~truth, "truth")


def _is_day(one: object) -> bool:
    return one is None or (isinstance(one, date) and not isinstance(one, datetime))
