"""Every way to state what is missing that makes a difference to some criteria.

A fact is tried by one value of each class of values that the criteria tell apart: yes and no,
each member, an area at each number it is compared with and below, between and above them.
What is asked of a set or a collection that is not stated is answered as a whole: yes or no.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain, pairwise, product
from typing import Any, assert_never

import careplan.criteria.nodes as n
from careplan.base.exact import ratio
from careplan.base.frozenmap import frozen
from careplan.criteria.steps import leaf_holds, paths_asked
from careplan.fields.kinds import CountKind, DayKind, Kind, NumberKind, members
from careplan.fields.paths import Path, dotted, kind_at

# Ways multiply: questions that would make more than these of one criterion stay open.
MOST_COMPLETIONS = 1024

Way = tuple[Any, ...]
# What a criterion is in a way: None where it rests on a question that was not tried.
Asks = Callable[[Way], bool | None]


@frozen
class Question:
    """Something not stated: the fact it is about, and the answers that are told apart."""

    path: Path
    answers: tuple[Any, ...]


@frozen
class Completions:
    """The ways to answer what a criterion and another one ask, without those that conflict.

    `truths` and `others` are what the two are in each of `ways`. `asked` are the facts of
    the criterion, and of the conflict where it may play a part; `is_exact` says that every
    question that decides was tried.
    """

    questions: tuple[Question, ...]
    ways: tuple[Way, ...]
    truths: tuple[bool | None, ...]
    others: tuple[bool | None, ...]
    asked: frozenset[str]
    is_exact: bool

    @property
    def can_hold(self) -> bool:
        """Whether the criterion may hold in some way; never wrongly no."""
        return set(self.truths) != {False}

    def other_where_it_holds(self) -> bool | None:
        """Say what the other criterion is wherever the first may hold; None if that differs."""
        pairs = zip(self.truths, self.others, strict=True)
        found = {other for truth, other in pairs if truth is not False}
        return found.pop() if len(found) == 1 else None

    def deciding(self) -> frozenset[str]:
        """Return the facts whose value decides, alone or beside the others, whether it holds.

        Where not everything was tried these are all that are asked.
        """
        if set(self.truths) in ({True}, {False}):
            return frozenset()
        if not self.is_exact:
            return self.asked
        decisive = (
            question.path for place, question in enumerate(self.questions) if self._decides(place)
        )
        return frozenset(map(dotted, decisive))

    def _decides(self, place: int) -> bool:
        """Say whether an answer excludes the criterion, or another one beside the rest does."""
        held: dict[Any, bool | None] = {}
        beside: dict[Way, bool | None] = {}
        changes = False
        for way, truth in zip(self.ways, self.truths, strict=True):
            held[way[place]] = held.get(way[place]) or truth
            rest = way[:place] + way[place + 1 :]
            changes = changes or beside.setdefault(rest, truth) is not truth
        return changes or not all(held.values())


def contradicts(noun: type[Any], conflict: n.Criterion) -> bool:
    """Say whether what is left of a contradiction holds in every way; never wrongly yes."""
    return not _ways(questions(noun, (conflict,)), {}, conflict)[1]


def completions(
    noun: type[Any], conflict: n.Criterion, criterion: n.Criterion, other: n.Criterion = n.FALSE
) -> Completions:
    """Try all ways to answer what is left of two criteria about `noun`, but those that conflict.

    What is left of `conflict` must not hold in every way (see `contradicts`). At most
    MOST_COMPLETIONS ways are tried: the first questions that make no more.
    """
    own = questions(noun, (criterion, other))
    against = questions(noun, (conflict,))
    sums = any(isinstance(one, n.Several) for one in n.reads(conflict))
    if own.keys().isdisjoint(against) and not sums:  # whatever these are, the others are free
        conflict, against = n.FALSE, {}
    every = questions(noun, (conflict, criterion, other))
    tried, ways, sure = _ways(
        {key: every[key] for key in against},
        {key: every[key] for key in own if key not in against},
        conflict,
    )
    asks, asks_other = _compiled(criterion, tried), _compiled(other, tried)
    truths = tuple(map(asks, ways))
    return Completions(
        questions=tuple(tried.values()),
        ways=ways,
        truths=truths,
        others=tuple(map(asks_other, ways)),
        asked=frozenset(
            dotted(path)
            for one in chain(n.reads(criterion), n.reads(conflict))
            for path in paths_asked(one)
        ),
        is_exact=sure and None not in truths,
    )


def _ways(
    against: Mapping[Any, Question], free: Mapping[Any, Question], conflict: n.Criterion
) -> tuple[dict[Any, Question], tuple[Way, ...], bool]:
    """Return the questions tried, the ways that do not conflict, and whether none could."""
    size = 1
    tried: list[dict[Any, Question]] = [{}, {}]
    for chosen, asked in zip(tried, (against, free), strict=True):
        for key, question in asked.items():
            if size * len(question.answers) <= MOST_COMPLETIONS:
                size *= len(question.answers)
                chosen[key] = question
    first, last = tried
    conflicts = _compiled(conflict, first)
    judged = {way: conflicts(way) for way in _products(first)}
    sound = [way for way, truth in judged.items() if truth is not True]
    ways = tuple(way + rest for way in sound for rest in _products(last))
    return {**first, **last}, ways, None not in judged.values()


def _products(questions: Mapping[Any, Question]) -> list[Way]:
    return list(product(*(question.answers for question in questions.values())))


def _compiled(criterion: n.Criterion, questions: Mapping[Any, Question]) -> Asks:
    """Return a function that says what a criterion is in a way to answer the questions."""
    places = {key: place for place, key in enumerate(questions)}

    def compiled(node: n.Criterion) -> Asks:
        match node:
            case n.AllOf(parts):
                return _joined([compiled(part) for part in parts], settled=False)
            case n.AnyOf(parts):
                return _joined([compiled(part) for part in parts], settled=True)
            case n.Not(part):
                denied = compiled(part)
                return lambda way: None if (truth := denied(way)) is None else not truth
            case n.Linear() | n.Elapsed():  # its facts are tried where something else asks for them
                return lambda _: None
            case _:
                key = _key(node)
                place = places.get(key)
                if place is None:
                    return lambda _: None
                truths = {one: _holds(node, one) for one in questions[key].answers}
                return lambda way: truths[way[place]]

    return compiled(criterion)


def _joined(parts: Sequence[Asks], *, settled: bool) -> Asks:
    """Join in Kleene's logic: one part that is `settled` settles it."""

    def joined(way: Way) -> bool | None:
        found: bool | None = not settled
        for asks in parts:
            truth = asks(way)
            if truth is settled:
                return settled
            found = None if truth is None else found
        return found

    return joined


def _holds(node: n.Leaf | n.Quantified, answer: Any) -> bool:
    return leaf_holds(node, answer) if isinstance(node, n.Compare | n.Among) else answer


def questions(noun: type[Any], criteria: Iterable[n.Criterion]) -> dict[Any, Question]:
    """Return what criteria ask, each question once, in order, by what tells it apart.

    What is about a single fact is known by the path of that fact. What is asked of several is
    no question: it stays open.
    """
    asked: dict[Any, list[n.Leaf | n.Quantified]] = {}
    for criterion in criteria:
        for leaf in n.reads(criterion):
            if isinstance(leaf, n.Several):
                continue
            asked.setdefault(_key(leaf), []).append(leaf)
    return {
        key: Question(leaves[0].path, _answers(kind_at(noun, leaves[0].path), leaves))
        for key, leaves in asked.items()
    }


def _key(leaf: n.Leaf | n.Quantified) -> Any:
    """Tell questions apart: those about a base's fact and a derived noun's are the same."""
    match leaf:
        case n.Compare(path=path) | n.Among(path=path):
            return path
        case n.Has(path=path, item=item):
            return (path, item)
        case n.Some(path=path, where=where) | n.Every(path=path, where=where):
            return (path, type(leaf), where)
        case _:
            assert_never(leaf)


def _answers(kind: Kind, leaves: Sequence[n.Leaf | n.Quantified]) -> tuple[Any, ...]:
    """Return a value of each class that the leaves tell apart."""
    values = [value for leaf in leaves for value in _literals(leaf)]
    if not values:  # of a set or a collection: as a whole
        return (True, False)
    if known := members(kind):
        return known
    match kind:
        case NumberKind(minimum=minimum):
            return tuple(_numbers(values, minimum))
        case CountKind(minimum=minimum):
            around = {value + step for value in values for step in (-1, 0, 1)}
            return tuple(sorted({minimum, *(one for one in around if one > minimum)}))
        case DayKind():
            return tuple(sorted({day for value in values for day in _days(value)}))
        case _:  # texts
            return (*dict.fromkeys(values), max(values, key=len) + "+")


def _literals(leaf: n.Leaf | n.Quantified) -> Iterable[Any]:
    match leaf:
        case n.Compare(value=value):
            return (value,)
        case n.Among(values=values):
            return values
        case _:
            return ()


def _numbers(values: Iterable[Any], minimum: Any) -> Iterator[Any]:
    """Yield the least number, each number above it that is named, and one after each."""
    low = ratio(minimum)
    points = sorted({low, *(one for one in map(ratio, values) if one > low)})
    for one, following in pairwise((*points, points[-1] + 2)):
        yield from (one, (one + following) / 2)


def _days(day: date) -> Iterator[date]:
    yield day
    if day > date.min:
        yield day - timedelta(days=1)
    if day < date.max:
        yield day + timedelta(days=1)
