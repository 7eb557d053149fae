"""Where a fact of one item decides beside other items: so it is left blank in that item alone.

A fact of items mostly decides where all items are alike. It cannot where another item must be
otherwise for the rule to apply; and what is counted for has no case of its own at all. Both are
tried item by item: of two rooms one is new and fulfils the standard, the other is old or is not.
"""

from collections.abc import Callable, Container, Iterable, Iterator
from itertools import islice
from typing import Any

import careplan.criteria.nodes as n
from careplan.base.errors import InvalidInput
from careplan.base.truth import Truth
from careplan.criteria.evaluation import evaluate
from careplan.criteria.regions.taken import Taken
from careplan.testing.cases.deciding import Answers, Ways
from careplan.testing.cases.pivots import Pivot, Place, pivots
from careplan.testing.cases.solving import satisfying

# Items of a subject in which a fact is tried.
_MOST_ITEMS = 4


def of_one_item(
    ways: Ways, taken: Taken, decided: Container[tuple[str, Answers]]
) -> Iterator[dict[str, Any]]:
    """Yield the places of each fact of the items asked for, if it has not yet decided the same.

    `decided` names facts beside what was answered where they decide.
    """
    node: Any = ways[0][0].leaf
    for inner in pivots(node.where):
        name = f"{ways[0][0].name}[*].{inner.name}"
        if (name, ways[0][1]) in decided:
            continue
        for pivot, answers in ways:
            seeds = satisfying(pivot.noun, pivot.beside(_others(node, inner)), taken)
            found = _first_found(pivot, inner, answers, seeds)
            yield from ({**one, "leaf": inner.leaf, "path": name} for one in found)
            if found:
                break


def of_counted(
    ways: Ways, around: Iterable[dict[str, Any]], named: set[str]
) -> Iterator[dict[str, Any]]:
    """Yield the subject without each fact that the last item is counted for, unless it is named.

    `around` are the cases of how many items there are, or of how much the last one is. What is
    yielded is named from then on.
    """
    first = ways[0][0]
    seeds = [one["subject"] for one in around if one["place"] is not Place.UNSTATED]
    for inner in _counted_for(first):
        name = f"{first.collection()}[*].{inner.name}"
        for pivot, answers in ways:
            found = _first_found(pivot, inner, answers, seeds)
            blank = [one for one in found if one["place"] is Place.UNSTATED]
            if blank and name not in named:
                named.add(name)
                yield {**blank[0], "leaf": inner.leaf, "path": name}


def _counted_for(pivot: Pivot) -> Iterator[Pivot]:
    """Yield each fact for which an item is counted, or adds to a total."""
    node: Any = pivot.leaf
    over = pivot.fact[: len(pivot.fact) - len(pivot.amount)]
    for _, term in node.terms:
        if term.over == over:
            yield from pivots(term.where)


def _others(node: n.Quantified, inner: Pivot) -> n.Criterion:
    """Return that one item has the fact so that it settles nothing, as no other item does."""
    every = isinstance(node, n.Every)
    leaf = inner.leaf if inner.positive is every else n.Not(inner.leaf)
    aside = node.where if every else n.Not(node.where)
    one = n.Some(node.noun, node.path, inner.beside(leaf))
    return n.AllOf((n.Every(node.noun, node.path, aside), one))


def _first_found(
    pivot: Pivot, inner: Pivot, answers: Answers, seeds: Iterable[Any]
) -> list[dict[str, Any]]:
    """Return the places of the fact in the first item in which it decides, the last ones first."""
    for subject in seeds:
        items = pivot.items(subject)
        for index in islice(reversed(range(len(items))), _MOST_ITEMS):
            found = list(_places(pivot, inner, answers, subject, index))
            if len({one["expected"] for one in found}) > 1:
                # Stating the fact gave two answers, so without it none is certain.
                missing = _changed(pivot, inner, subject, index, inner.unstated())
                if missing and answers[2] is not None:
                    found.append({**missing, "place": Place.UNSTATED, "expected": answers[2]})
                return found
    return []


def _places(
    pivot: Pivot, inner: Pivot, answers: Answers, subject: Any, index: int
) -> Iterator[dict[str, Any]]:
    """Yield the places the fact of an item may stand at, where all else leaves it to the items."""
    for place, _, changes in inner.points(pivot.items(subject)[index]):
        for change in changes:
            changed = _changed(pivot, inner, subject, index, change)
            if not changed or not _is(Truth.TRUE, pivot.beside(n.TRUE), changed["subject"]):
                continue
            for truth in (Truth.TRUE, Truth.FALSE):
                if _is(truth, pivot.beside(pivot.leaf), changed["subject"]):
                    so = (truth is Truth.TRUE) is pivot.positive
                    yield {**changed, "place": place, "expected": answers[not so]}
            break


def _is(truth: Truth, criterion: n.Criterion, subject: Any) -> bool:
    return evaluate(criterion, subject).truth is truth


def _changed(
    pivot: Pivot, inner: Pivot, subject: Any, index: int, change: Callable[[Any], Any]
) -> dict[str, Any]:
    """Return the subject with the fact of one item changed, or nothing if it cannot be so."""
    values = []

    def in_one(items: Any) -> Any:
        one, value = inner.changed(items[index], change)
        values.append(value)
        return (*items[:index], one, *items[index + 1 :])

    try:
        made = pivot.changed(subject, in_one)[0]
    except InvalidInput:
        return {}
    return {"subject": made, "value": values[0]}
