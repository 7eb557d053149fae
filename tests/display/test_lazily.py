"""Answers that leave fields for later: what is set when, and that it never shows."""

import copy
import pickle
from collections.abc import Iterator, Mapping
from threading import Barrier, Thread
from typing import Any, ClassVar

import attrs
import pytest

from careplan.display.cells import Row
from careplan.display.lazily import Lazily, lazily, source_of
from careplan.display.result import Result


@attrs.frozen(kw_only=True, repr=False)
class Answer(Lazily, Result):
    """An answer that knows `truth`, and works out a double and a pair."""

    truth: int
    double: int
    pair: tuple[int, int]
    beside: int = 7

    def _rows(self) -> Iterator[Row]:
        yield {"double": self.double}

    def _lines(self, language: str) -> Iterator[str]:
        yield f"{language} {self.double}"


class Doubled:
    """Works both out, and remembers what it was asked for."""

    later: ClassVar[tuple[str, ...]] = ("double", "pair")

    def __init__(self, number: int) -> None:
        self.number = number
        self.asked: list[str] = []

    def worked_out(self, name: str) -> Mapping[str, Any]:
        """Return the double, or both."""
        self.asked.append(name)
        if name == "double":
            return {"double": 2 * self.number}
        return {"double": 2 * self.number, "pair": (self.number, self.number)}


def left(number: int) -> tuple[Answer, Doubled]:
    source = Doubled(number)
    return lazily(Answer, source, {"truth": number, "beside": 7}), source


BY_HAND = Answer(truth=3, double=6, pair=(3, 3))


def test_what_is_known_is_known_without_work() -> None:
    found, source = left(3)
    assert (found.truth, found.beside, source.asked) == (3, 7, [])
    assert source_of(found) is source


def test_a_field_is_worked_out_once_when_it_is_asked_for() -> None:
    found, source = left(3)
    assert (found.double, found.double) == (6, 6)
    assert source.asked == ["double"]
    assert source_of(found) is source  # the pair is left


def test_what_comes_with_a_field_is_not_worked_out_again_and_the_source_is_dropped() -> None:
    found, source = left(3)
    assert (found.pair, found.double) == ((3, 3), 6)
    assert source.asked == ["pair"]
    assert source_of(found) is None


def test_the_source_is_dropped_once_both_were_asked_for_in_turn() -> None:
    found, source = left(3)
    assert (found.double, found.pair) == (6, (3, 3))
    assert source.asked == ["double", "pair"]
    assert source_of(found) is None


@pytest.mark.parametrize("looked", [False, True])
def test_it_is_as_one_that_was_made_by_hand(looked: bool) -> None:
    def made() -> Answer:
        found, _ = left(3)
        return attrs.evolve(found) if looked else found

    hand = BY_HAND
    assert made() == hand
    assert hand == made()
    assert made() != attrs.evolve(BY_HAND, double=7)
    assert hash(made()) == hash(BY_HAND)
    assert repr(made()) == repr(BY_HAND) == "<Answer: en 6>"
    assert attrs.asdict(made()) == attrs.asdict(BY_HAND)
    assert pickle.dumps(made()) == pickle.dumps(BY_HAND)
    assert pickle.loads(pickle.dumps(made())) == BY_HAND  # noqa: S301 - our own bytes
    for again in (copy.copy(made()), copy.deepcopy(made())):
        assert again == BY_HAND
        assert source_of(again) is None
    assert attrs.evolve(made(), beside=8) == attrs.evolve(BY_HAND, beside=8)
    match made():
        case Answer(double=double, pair=(low, _)):
            assert (double, low) == (6, 3)


def test_one_made_by_hand_leaves_nothing_for_later() -> None:
    assert source_of(BY_HAND) is None


def test_there_is_no_other_attribute_and_none_can_be_set() -> None:
    found, source = left(3)
    for one in (found, BY_HAND):
        assert not hasattr(one, "treble")
        with pytest.raises(AttributeError, match="treble"):
            one.treble  # type: ignore[attr-defined]  # noqa: B018 - that is tried
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            one.double = 5  # type: ignore[misc]  # that is tried
    assert source.asked == []


def test_threads_that_look_first_at_once_see_the_same() -> None:
    for number in range(50):
        found, _ = left(number)
        barrier = Barrier(4)
        seen: list[Any] = []

        def look(found: Answer = found, barrier: Barrier = barrier, seen: list[Any] = seen) -> None:
            barrier.wait()
            seen.append((found.double, found.pair))

        threads = [Thread(target=look) for _ in range(4)]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
        assert seen == [(2 * number, (number, number))] * 4
        assert source_of(found) is None


class _Meanwhile(Doubled):
    """While it works, another thread has set all and dropped it."""

    answer: Answer

    def worked_out(self, name: str) -> Mapping[str, Any]:
        found = super().worked_out(name)
        object.__setattr__(self.answer, "pair", (9, 9))
        return found


def test_what_another_thread_has_set_meanwhile_is_kept() -> None:
    source = _Meanwhile(3)
    found = lazily(Answer, source, {"truth": 3, "beside": 7})
    source.answer = found
    assert found.double == 6
    assert source_of(found) is None  # nothing is left
    assert found.pair == (9, 9)
