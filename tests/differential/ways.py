"""Ways to answer what is asked of many subjects at once, each to be compared with `evaluate`.

Answers are True, False, or None for not known. A way refuses a criterion that it does not take by
`Refused`, with the library's own sentence, and is not there at all (`NotHere`) where a program or
package that it runs on is not.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, Protocol

import attrs
import conformance_evaluator as referee
from differential.asked import Asked

import careplan as cp
import careplan.criteria.nodes as n
from careplan.base.errors import InvalidInput
from careplan.base.text import Text
from careplan.codec import unstructure
from careplan.fields.declaring import Noun
from careplan.testing.conforming.sums import minimums, settled_by_ends

Answer = bool | None
TRUTHS: dict[cp.Truth, Answer] = {
    cp.Truth.TRUE: True,
    cp.Truth.FALSE: False,
    cp.Truth.UNKNOWN: None,
}


class NotHere(Exception):
    """What a way runs on is not there: the sentence says what and why."""


@attrs.frozen
class Refused:
    """A criterion that a way does not take, and what it says.

    One that is taken and then breaks off `failed`.
    """

    reason: Text
    failed: bool = False


@attrs.frozen
class Batch:
    """Subjects of one noun, what is asked of them, and the day asked.

    `exact` says how numbers are to be kept where a way has the choice: as decimals, or as floats.
    """

    noun: type[Noun]
    asked: Sequence[Asked]
    subjects: Sequence[Noun]
    on: date | None = None
    exact: bool = True


Answers = Sequence[Answer] | Refused | None  # None: it is not asked


class Way(Protocol):
    """A way to answer: its name, what it runs on, and the answers to each that is asked."""

    @property
    def name(self) -> str:
        """What the way is called."""

    @property
    def runs_on(self) -> str:
        """What it runs on, with the version; raises NotHere where that is not here."""

    def answers(self, batch: Batch) -> Iterator[Answers]:
        """Yield the answers of all subjects, or the refusal, for each that is asked."""


class Evaluated:
    """`cp.evaluate`, with which all others are compared."""

    name = "evaluate"
    runs_on = "CPython"

    def truths(self, batch: Batch) -> list[list[Answer]]:
        """Evaluate one by one."""
        return [
            [TRUTHS[cp.evaluate(asked.criterion, one, on=batch.on).truth] for one in batch.subjects]
            for asked in batch.asked
        ]


class Compiled:
    """`cp.compiled`, asked one by one."""

    name = "compiled"
    runs_on = "CPython"

    def answers(self, batch: Batch) -> Iterator[Answers]:
        """Write each criterion as a function, and call it."""
        for asked in batch.asked:
            ask = cp.compiled(asked.criterion, on=batch.on)
            yield [TRUTHS[ask(one)] for one in batch.subjects]


class Refereed:
    """The evaluator of the conformance files, which imports nothing of careplan and reads JSON.

    It knows of a sum only its ends, so that it may leave open what careplan settles. Where that
    is so it has no say.
    """

    name = "referee"
    runs_on = "CPython"

    def answers(self, batch: Batch) -> Iterator[Answers]:
        """Ask it with each criterion and each subject as JSON."""
        on = None if batch.on is None else batch.on.isoformat()
        data = [unstructure(one) for one in batch.subjects]
        for asked in batch.asked:
            least = minimums([asked.criterion])
            node = referee.with_minimums(unstructure(asked.criterion), least)
            yield [
                self._answer(asked, one, batch.on, referee.truth(node, said, on))
                for one, said in zip(batch.subjects, data, strict=True)
            ]

    @staticmethod
    def _answer(asked: Asked, subject: Any, on: date | None, answer: Answer) -> Answer:
        if answer is None and not (
            settled_by_ends([asked.criterion], subject, on) and not _sum_in_sum(asked.criterion)
        ):
            return TRUTHS[cp.evaluate(asked.criterion, subject, on=on).truth]
        return answer


def _sum_in_sum(value: Any, *, inside: bool = False) -> bool:
    """Say whether a sum asks something that is a sum."""
    match value:
        case n.AllOf(parts) | n.AnyOf(parts):
            return any(_sum_in_sum(one, inside=inside) for one in parts)
        case n.Not(part):
            return _sum_in_sum(part, inside=inside)
        case n.Some(where=where) | n.Every(where=where):
            return _sum_in_sum(where, inside=inside)
        case n.Linear(terms=terms):
            return inside or any(_sum_in_sum(one.where, inside=True) for _, one in terms)
        case _:
            return False


def said(ask: Callable[[], Answers]) -> Answers:
    """Return answers, or what is said instead: a refusal, or an error of what the way runs on."""
    try:
        return ask()
    except InvalidInput as error:
        return refused(error)
    except Exception as error:  # noqa: BLE001 - whatever an engine raises is told
        told = f"{type(error).__name__}: {error}"
        return Refused(Text(zh=told, en=told), failed=True)


def refused(error: InvalidInput) -> Refused:
    """Return a refusal as it is said, without the place and what it quotes: it is counted."""
    bare = [attrs.evolve(one, path="", place=None, value="…") for one in error.problems]
    zh, en = ("; ".join(dict.fromkeys(one.text(how) for one in bare)) for how in ("zh", "en"))
    return Refused(Text(zh=zh, en=en))
