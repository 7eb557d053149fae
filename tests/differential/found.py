"""Where two ways differ: the criterion, the subject and both answers, made as small as they go."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

import attrs
from differential.asked import Asked
from differential.ways import Answer, Batch, Evaluated, Refused, Way
from differential.whole import Asking, Assessed, Row, WholeWay

import careplan as cp
import careplan.criteria.nodes as n
from careplan.base.errors import CareplanError
from careplan.codec import dumps
from careplan.criteria.sums.canonical import linear
from careplan.fields.declaring import Noun, facts_declared


@attrs.frozen
class Mismatch:
    """One subject of which a way says something else than `evaluate`."""

    way: str
    name: str
    noun: type[Noun]
    criterion: n.Criterion
    subject: Noun
    on: date | None
    exact: bool
    expected: Answer
    answer: Answer

    def told(self) -> str:
        """Say all of it, with lines of Python by which it is seen again."""
        return "\n".join(
            (
                f"MISMATCH {self.way}: {self.answer!r}, evaluate: {self.expected!r}",
                f"  of {self.name}: {self.criterion!r}",
                f"  on {self.on}, numbers kept as {'decimals' if self.exact else 'floats'}",
                f"  criterion = cp.codec.loads({dumps(self.criterion)!r}, cp.Criterion)",
                f"  subject = cp.codec.loads({dumps(self.subject)!r}, {self.noun.__name__})",
            )
        )


def differing(way: Way, batch: Batch, asked: Asked, place: int, answer: Answer) -> Mismatch:
    """Return the mismatch of the subject at a place, made as small as it goes."""
    found = (asked, batch.subjects[place])
    smaller = True
    while smaller:
        smaller = False
        for one in _smaller(*found):
            if _differs(way, batch, *one) is not None:
                found, smaller = one, True
                break
    seen = _differs(way, batch, *found)
    # Alone it may be answered as it should be: then the subject is told as it stood.
    [[expected]] = Evaluated().truths(attrs.evolve(batch, asked=[asked], subjects=[found[1]]))
    now = answer if seen is None else seen[0]
    expected = expected if seen is None else seen[1]
    last, subject = found
    return Mismatch(
        *(way.name, asked.name, batch.noun, last.criterion, subject),
        *(batch.on, batch.exact, expected, now),
    )


def _differs(way: Way, batch: Batch, asked: Asked, subject: Noun) -> tuple[Answer, Answer] | None:
    """Return both answers if they differ."""
    alone = attrs.evolve(batch, asked=[asked], subjects=[subject])
    try:
        [answers] = way.answers(alone)
        [[expected]] = Evaluated().truths(alone)
    except CareplanError:
        return None
    if answers is None or isinstance(answers, Refused) or answers[0] is expected:
        return None
    return answers[0], expected


def differing_whole(way: WholeWay, asking: Asking, subject: Noun) -> str:
    """Say where a way finds something else of a whole plan than `assess`; as small as it goes."""
    seen, smaller = _rows(way, asking, subject), True
    while smaller:
        smaller = False
        for one in with_less(subject):
            rows = _rows(way, asking, one)
            if rows is not None and rows[0] != rows[1]:
                subject, seen, smaller = one, rows, True
                break
    return "\n".join(
        (
            f"MISMATCH {way.name}: {None if seen is None else [*map(str, seen[0])]}",
            f"  assess: {None if seen is None else [*map(str, seen[1])]}",
            f"  of {asking.plan.id}, readings={dict(asking.readings)!r}, on={asking.on!r}",
            f"  numbers kept as {'decimals' if asking.exact else 'floats'}",
            f"  subject = cp.codec.loads({dumps(subject)!r}, {asking.noun.__name__})",
        )
    )


def _rows(way: WholeWay, asking: Asking, subject: Noun) -> tuple[Row, Row] | None:
    alone = attrs.evolve(asking, subjects=[subject])
    try:
        [row], [expected] = way.rows(alone), Assessed().rows(alone)
    except CareplanError:
        return None
    return [*row], [*expected]


def _smaller(asked: Asked, subject: Noun) -> Iterator[tuple[Asked, Noun]]:
    """Yield what is smaller by one step: a part of the criterion, or a fact less."""
    for part in _parts(asked.criterion):
        yield attrs.evolve(asked, criterion=part), subject
    for one in with_less(subject):
        yield asked, one


def _parts(node: n.Criterion) -> Iterator[n.Criterion]:
    match node:
        case n.AllOf(parts) | n.AnyOf(parts):
            yield from parts
            for place in range(len(parts)):
                yield type(node)((*parts[:place], *parts[place + 1 :]))
            for place, part in enumerate(parts):
                for inner in _parts(part):
                    yield type(node)((*parts[:place], inner, *parts[place + 1 :]))
        case n.Not(part):
            yield part
            yield from map(n.Not, _parts(part))
        case n.Some(where=where) | n.Every(where=where):
            less = (inner for inner in (n.TRUE, *_parts(where)) if inner != where)
            yield from (attrs.evolve(node, where=inner) for inner in less)
        case n.Linear(noun, terms, op, bound):
            for place, (factor, term) in enumerate(terms):
                others = (*terms[:place], *terms[place + 1 :])
                fewer = [attrs.evolve(term, where=inner) for inner in (n.TRUE, *_parts(term.where))]
                fewer = [one for one in fewer if one != term]
                for rest in (others, *((*others, (factor, one)) for one in fewer)):
                    exactly = [(Fraction(times), one) for times, one in rest]
                    yield linear(noun, exactly, op, Fraction(bound))
        case _:
            pass


def with_less(subject: Any) -> Iterator[Any]:
    """Yield the subject with one fact, or one item, less."""
    for name in facts_declared(type(subject)):
        value = getattr(subject, name)
        if value is None:
            continue
        smaller: list[Any] = [None]
        if isinstance(value, tuple):
            for place, item in enumerate(value):
                smaller.append(value[:place] + value[place + 1 :])
                smaller += [(*value[:place], one, *value[place + 1 :]) for one in with_less(item)]
        elif isinstance(value, cp.Noun):
            smaller += with_less(value)
        for one in smaller:
            try:
                yield attrs.evolve(subject, **{name: one})
            except CareplanError:
                continue
