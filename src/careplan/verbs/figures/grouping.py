"""Add facts up by group: what is stated is summed, and how much is not stated is counted."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

import attrs

from careplan.base.errors import InvalidInput, Problem, UnknownInInput
from careplan.base.exact import NotExact, exact, ratio, tidy
from careplan.fields.checking import MAX_SAME_HASH, elements, refuse, same_hash
from careplan.fields.declaring import Noun
from careplan.verbs.figures.groups import GroupSum, RollUp
from careplan.verbs.figures.ways import (
    AN_ITEM,
    Asked,
    Way,
    nothing,
    ways_by,
    ways_of,
)


def roll_up(
    items: Iterable[Any], *, by: Way | tuple[Way, Way], of: Way | tuple[Way, Way]
) -> RollUp:
    """Add up a figure of items by group: nouns, mappings (rows), or what a function reads.

    `by` is what they are grouped by, or two of it for a table with totals both ways; `of` the
    figure, or a part and its whole: shares add up as parts over wholes, 37 of 40 and 5 of 20 are
    42 of 60. Each is the path of a fact or the key of a row, a fact of `cp.facts(...)`, or a
    function of the item. None is not stated: it adds nothing, is no zero, and is counted; as a
    group it is one of its own. Raises InvalidInput, all problems at once, for a figure that is
    none, and for a fact or key that no item has (a NotFound as well, with a suggestion).

    >>> import careplan as cp
    >>> places = [
    ...     cp.Institution(inclusive=True, slots=80),
    ...     cp.Institution(inclusive=True),
    ...     cp.Institution(inclusive=False, slots=40),
    ... ]
    >>> sums = cp.roll_up(places, by="inclusive", of="slots")
    >>> sums[True].sum, sums[True].stated, sums[True].items, sums.total.sum
    (80, 1, 2, 120)
    """
    problems: list[Problem] = []
    listed = elements(items, "items", problems)
    asked_by, asked_of = ways_by(by, problems), ways_of(of, problems)
    if problems:
        raise InvalidInput(problems)
    asked = [*asked_by, *asked_of]
    answers = list(_answers(listed, asked, problems))
    problems += [problem for one in asked for problem in one.misspelt()]
    keys = [one[: len(asked_by)] for one in answers]
    # Texts have hashes that nobody chooses.
    if same_hash([key for one in keys for key in one if type(key) is not str]):
        problems.append(Problem("by", "same_hash", None, {"maximum": MAX_SAME_HASH}))
    unknown = [one.unknown for one in asked if one.unknown is not None]
    if unknown:
        raise UnknownInInput(problems, unknown[0])
    if problems:
        raise InvalidInput(problems)
    return RollUp(
        by=tuple(one.said for one in asked_by),
        of=tuple(one.said for one in asked_of),
        cells=_cells(keys, [one[len(asked_by) :] for one in answers]),
    )


def _answers(
    items: list[Any], asked: list[Asked], problems: list[Problem]
) -> Iterable[tuple[Any, ...]]:
    """Yield what each item says to each that is asked, in its one form."""
    getters: dict[type[Any], list[tuple[Any, type[Any], Asked]]] = {}
    for index, item in enumerate(items):
        cls = type(item)
        if cls not in getters:
            found = _getters(cls, f"items[{index}]", asked, problems)
            getters[cls] = [(get, one.plain, one) for get, one in zip(found, asked, strict=True)]
        answers = []
        for get, plain, one in getters[cls]:
            value = get(item)
            # Most are kept as they are: texts to group by, and numbers that are not too large.
            if value is not None and (
                type(value) is not plain or (plain is int and one.is_beyond(value))
            ):
                value = one.read(value, f"items[{index}]", problems)
            answers.append(value)
        yield tuple(answers)


def _getters(cls: type[Any], at: str, asked: list[Asked], problems: list[Problem]) -> list[Any]:
    if issubclass(cls, Noun | Mapping) or all(one.is_function for one in asked):
        return [one.of_class(cls, at, problems) for one in asked]
    refuse(problems, at, "wrong_type", cls.__name__, expected=AN_ITEM)
    return [nothing for _ in asked]


@attrs.define
class _Adding:
    """A group while it is added up."""

    keys: tuple[Any, ...]
    items: int = 0
    stated: int = 0
    sums: list[int | Fraction] = attrs.field(factory=lambda: [0, 0])

    def add(self, figures: tuple[Any, ...]) -> None:
        """Add an item, if it states all that is asked: a part says nothing without its whole."""
        self.items += 1
        if None in figures:
            return
        self.stated += 1
        for place, one in enumerate(figures):
            # Whole numbers, as most are, need no fractions.
            self.sums[place] += one if type(one) is int else ratio(one)


def _cells(keys: list[tuple[Any, ...]], figures: list[tuple[Any, ...]]) -> tuple[GroupSum, ...]:
    groups: dict[Any, _Adding] = {}
    for key, one in zip(keys, figures, strict=True):
        told = tuple([(type(part) is bool, part) for part in key])  # as `marked` tells keys apart
        group = groups.get(told)
        if group is None:
            group = groups[told] = _Adding(key)
        group.add(one)
    shares = len(figures[0]) > 1 if figures else False
    return tuple(
        GroupSum(
            keys=one.keys,
            items=one.items,
            stated=one.stated,
            sum=_within(one.sums[0]) if one.stated else None,
            whole=_within(one.sums[1]) if one.stated and shares else None,
        )
        for one in groups.values()
    )


def _within(figure: int | Fraction) -> Any:
    """Return a sum in its one form; refuse one that no figure of ours can be."""
    try:
        return exact(tidy(Fraction(figure)))
    except NotExact as reason:
        raise InvalidInput([Problem("of", reason.code, figure)]) from None
