"""Frozen classes: compared, hashed and shown as by attrs, though nothing is compiled for it."""

import pickle
from typing import Any

import attrs
import pytest

from careplan.base.frozenmap import compared, frozen


@frozen
class Cot:
    """Two fields that count, one that does not."""

    metres: int
    name: str = "x"
    aside: object = attrs.field(default=None, eq=False, repr=False)


@frozen
class Empty:
    """Without a field."""


@frozen
class Single:
    """One field."""

    value: object


@frozen(kw_only=True, repr=False)
class Told:
    """Says itself in a way of its own."""

    value: int

    def __repr__(self) -> str:
        return "told"


@frozen
class Own:
    """Compares in a way of its own."""

    value: int

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Own)

    def __hash__(self) -> int:
        return 7


@frozen
class Hashed:
    """Hashes in a way of its own."""

    value: int

    def __hash__(self) -> int:
        return 7


@frozen
class Below(Cot):
    """Made of another."""

    more: int = 0


class Plain(Cot):
    """Made of another without a decorator."""


def test_objects_of_one_class_are_compared_by_what_counts() -> None:
    assert Cot(1, aside=1) == Cot(1, aside=2)
    assert Cot(1) != Cot(2)
    assert Cot(1) != Cot(1, "y")
    assert Below(1) == Below(1) != Below(1, more=1)
    assert Empty() == Empty()
    assert Single(()) == Single(())
    assert Single(1) != Single(2)


@pytest.mark.parametrize("other", [1, (1, "x"), Below(1), Plain(1), None])
def test_what_is_of_another_class_is_never_equal(other: object) -> None:
    assert Cot(1) != other
    assert not Cot(1) == other  # noqa: SIM201 - the other of the two operators
    assert Cot(1).__eq__(other) is NotImplemented


def test_equal_objects_hash_alike() -> None:
    assert len({Cot(1, aside=1), Cot(1, aside=2), Cot(2), Below(1), Plain(1)}) == 4
    assert len({Empty(), Empty(), Single(1), Single(1)}) == 2
    with pytest.raises(TypeError, match="unhashable"):
        hash(Single([]))


def test_an_object_says_what_it_holds_as_attrs_says_it() -> None:
    made = attrs.make_class("Cot", {"metres": attrs.field(), "name": attrs.field(default="x")})
    assert repr(Cot(1)) == repr(made(1)) == "Cot(metres=1, name='x')"
    assert repr(Empty()) == "Empty()"

    @frozen
    class Inside:
        value: int

    assert repr(Inside(1)) == "Inside(value=1)"


def test_what_a_class_has_of_its_own_stays() -> None:
    assert repr(Told(value=1)) == "told"
    assert Told(value=1) == Told(value=1)
    assert Own(1) == Own(2)
    assert hash(Own(1)) == hash(Hashed(1)) == hash(Hashed(2)) == 7
    assert Hashed(1) == Hashed(1) != Hashed(2)
    assert repr(Own(1)) == "Own(value=1)"


@pytest.mark.parametrize("one", [Cot(1), Empty(), Single((1, 2)), Below(2), Told(value=3)])
def test_an_object_is_frozen_and_can_be_handed_on(one: Any) -> None:
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own
    assert attrs.evolve(one) == one
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        one.value = 2
    assert not hasattr(one, "__dict__")


def test_what_an_object_is_compared_by_is_looked_up_once() -> None:
    assert compared(Cot) is compared(Cot)
    assert compared(Cot)(Cot(1, "y", 3)) == (1, "y")
    assert (compared(Empty)(Empty()), compared(Single)(Single(1))) == ((), (1,))
