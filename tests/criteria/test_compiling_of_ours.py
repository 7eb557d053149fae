"""Criteria about a noun, written out, and asked of nouns made of it that declare its facts anew."""

from collections.abc import Sequence
from typing import Any

import attrs
import pytest

import careplan.criteria.nodes as n
from careplan import writing as w
from careplan.base.truth import Truth, truth_of
from careplan.criteria.compiling.functions import truth_of_node
from careplan.criteria.evaluation import truth_by
from careplan.criteria.signs import Op
from careplan.criteria.soundness import sound
from careplan.criteria.steps import Facts


class Kind(w.Labelled):
    """Kinds of shed."""

    OPEN = ("open", "敞棚")
    SHUT = ("shut", "棚屋")


@attrs.frozen(kw_only=True)
class Bay(w.Noun):
    """An item."""

    beds: int | None = w.count("床位")
    warm: bool | None = w.flag("采暖")


@attrs.frozen(kw_only=True)
class Shed(w.Noun):
    """A noun with a fact of each sort that is told by identity."""

    kind: Any = w.choice(Kind, "类别")
    heated: Any = w.flag("采暖")
    staff: Any = w.count("人数", minimum=1)
    bays: Any = w.items(Bay, "开间")


@attrs.frozen(kw_only=True)
class LargeBay(Bay):
    """An item of which there are two beds at the least."""

    beds: int | None = w.count("床位", minimum=2)


@attrs.frozen(kw_only=True)
class Barn(Shed):
    """The same facts, each of another sort or with another minimum."""

    kind: Any = w.words("类别")
    heated: Any = w.count("采暖设备")
    staff: Any = w.count("人数", minimum=3)
    bays: Sequence[LargeBay] | None = w.items(LargeBay, "开间")


def agreed(criterion: Any, subject: Any) -> Truth:
    """Return what both ways say, which is the same."""
    answer = truth_of(truth_of_node(criterion)(subject, None))
    assert answer is truth_by(criterion, Facts(subject, None))
    return answer


def asked(name: str, op: Op, value: Any) -> Any:
    return sound(n.Compare(Shed, (name,), op, value))


@pytest.mark.parametrize(
    ("criterion", "fact", "expected"),
    [
        # A member equals its value, as a text.
        (asked("kind", Op.EQ, Kind.OPEN), {"kind": "open"}, Truth.TRUE),
        (asked("kind", Op.EQ, Kind.OPEN), {"kind": "shut"}, Truth.FALSE),
        (asked("kind", Op.NE, Kind.OPEN), {"kind": "open"}, Truth.FALSE),
        (asked("kind", Op.NE, Kind.OPEN), {"kind": "shut"}, Truth.TRUE),
        (n.Among(Shed, ("kind",), frozenset({Kind.OPEN})), {"kind": "open"}, Truth.TRUE),
        (n.Among(Shed, ("kind",), frozenset({Kind.OPEN})), {"kind": "shut"}, Truth.FALSE),
        (n.Among(Shed, ("kind",), frozenset(Kind)), {"kind": "neither"}, Truth.FALSE),
        # 1 equals True, 0 equals False, 2 neither.
        (asked("heated", Op.EQ, value=True), {"heated": 1}, Truth.TRUE),
        (asked("heated", Op.EQ, value=True), {"heated": 0}, Truth.FALSE),
        (asked("heated", Op.EQ, value=True), {"heated": 2}, Truth.FALSE),
        (asked("heated", Op.EQ, value=False), {"heated": 0}, Truth.TRUE),
        (asked("heated", Op.EQ, value=False), {"heated": 2}, Truth.FALSE),
        (asked("heated", Op.NE, value=True), {"heated": 2}, Truth.TRUE),
        (asked("heated", Op.NE, value=False), {"heated": 0}, Truth.FALSE),
    ],
)
def test_a_fact_of_another_sort_is_compared_as_it_is(
    criterion: Any, fact: dict[str, Any], expected: Truth
) -> None:
    for positive in (criterion, n.Not(n.Not(criterion)), n.AllOf((criterion, n.TRUE))):
        assert agreed(positive, Barn(**fact)) is expected
        assert agreed(n.Not(positive), Barn(**fact)) is ~expected
        assert agreed(positive, Barn()) is Truth.UNKNOWN
    beside = asked("staff", Op.GE, 3)
    assert agreed(n.AllOf((criterion, beside)), Barn(staff=3, **fact)) is expected
    assert agreed(n.AnyOf((criterion, n.Not(beside))), Barn(staff=3, **fact)) is expected


# Two terms, so that it is no comparison: the beds, and one more if it is warm.
WARM = n.Compare(Bay, ("warm",), Op.EQ, value=True)
BEDS = ((1, n.Term(amount=("beds",))), (1, n.Term(where=WARM)))


def test_what_a_fact_is_at_the_least_is_said_by_the_noun_that_the_sum_is_about() -> None:
    # The criterion is about a shed, whose staff are at least 1; those of a barn are at least 3.
    for bound, expected in ((1, Truth.TRUE), (2, Truth.UNKNOWN), (3, Truth.UNKNOWN)):
        criterion = n.Linear(Shed, ((1, n.Term(amount=("staff",))),), Op.GE, bound)
        assert agreed(criterion, Shed()) is expected
        assert agreed(criterion, Barn()) is expected


def test_what_a_fact_of_an_item_is_at_the_least_is_said_by_the_subjects_noun() -> None:
    # A bay of a barn has two beds at the least; one of a shed may have none.
    for bound, shed, barn in (
        (0, Truth.TRUE, Truth.TRUE),
        (2, Truth.UNKNOWN, Truth.TRUE),
        (3, Truth.UNKNOWN, Truth.UNKNOWN),
    ):
        inner = n.Linear(Bay, BEDS, Op.GE, bound)
        for criterion in (
            n.Every(Shed, ("bays",), inner),
            n.AnyOf((n.Every(Shed, ("bays",), inner), n.Every(Shed, ("bays",), n.FALSE))),
            n.Some(Shed, ("bays",), n.AllOf((inner, n.Not(n.Linear(Bay, BEDS, Op.LT, bound))))),
        ):
            assert agreed(sound(criterion), Shed(bays=[Bay()])) is shed
            assert agreed(sound(criterion), Barn(bays=[LargeBay()])) is barn
        counted = n.Linear(Shed, ((1, n.Term(("bays",), (), inner)),), Op.GE, 1)
        assert agreed(counted, Shed(bays=[Bay()])) is shed
        assert agreed(counted, Barn(bays=[LargeBay()])) is barn


@attrs.frozen(kw_only=True)
class Farm(w.Noun):
    """A subject whose items have items."""

    sheds: Any = w.items(Shed, "棚")


@attrs.frozen(kw_only=True)
class Estate(Farm):
    """The same, of barns, whose bays have two beds at the least."""

    sheds: Any = w.items(Barn, "棚")


@pytest.mark.parametrize(
    ("bound", "farm", "estate"),
    [
        (0, Truth.TRUE, Truth.TRUE),
        (2, Truth.UNKNOWN, Truth.TRUE),
        (3, Truth.UNKNOWN, Truth.UNKNOWN),
    ],
)
def test_so_it_is_of_items_of_items(bound: int, farm: Truth, estate: Truth) -> None:
    # The subject's noun says it: of a bay of an estate, whose sheds are barns, two beds at the
    # least; of a farm, whose sheds may be any, none, be they barns.
    inner = n.Every(Shed, ("bays",), n.Linear(Bay, BEDS, Op.GE, bound))
    some, counted = (
        n.Some(Farm, ("sheds",), inner),
        n.Linear(Farm, ((1, n.Term(("sheds",), (), inner)),), Op.GE, 1),
    )
    for criterion in (sound(some), sound(counted)):
        assert agreed(criterion, Farm(sheds=[Shed(bays=[Bay()])])) is farm
        assert agreed(criterion, Farm(sheds=[Barn(bays=[LargeBay()])])) is farm
        assert agreed(criterion, Estate(sheds=[Barn(bays=[LargeBay()])])) is estate


def test_items_of_a_noun_made_of_theirs_are_asked_the_same() -> None:
    criterion = sound(n.Some(Shed, ("bays",), n.Compare(Bay, ("beds",), Op.GE, 2)))
    assert agreed(criterion, Barn(bays=[LargeBay(beds=2)])) is Truth.TRUE
    assert agreed(criterion, Shed(bays=[Bay(beds=1), LargeBay(beds=3)])) is Truth.TRUE


@attrs.frozen(kw_only=True)
class Account(w.Noun):
    """Facts that may be below zero."""

    balance: Any = w.number("余额", minimum=-100)
    frozen: Any = w.flag("冻结")
    entries: Any = None


@attrs.frozen(kw_only=True)
class Entry(w.Noun):
    """An item that may be below zero."""

    yuan: Any = w.number("金额", minimum=-10)
    sure: Any = w.flag("确定")


@attrs.frozen(kw_only=True)
class Book(w.Noun):
    """A subject with such items."""

    entries: Any = w.items(Entry, "分录")


FROZEN = n.Compare(Account, ("frozen",), Op.EQ, value=True)
SURE = n.Compare(Entry, ("sure",), Op.EQ, value=True)


@pytest.mark.parametrize("factor", [2, -2])
@pytest.mark.parametrize("op", list(Op))
@pytest.mark.parametrize("bound", [-200, -199, -14, 0, 14, 200])
def test_numbers_below_zero_are_added_as_they_are(factor: int, op: Op, bound: int) -> None:
    term = n.Term(amount=("balance",), where=FROZEN)
    plain = n.Term(amount=("balance",))
    for criterion in (n.Linear(Account, ((factor, one),), op, bound) for one in (term, plain)):
        for balance in (-7, 0, 7, None):
            for flag in (True, False, None):
                agreed(criterion, Account(balance=balance, frozen=flag))
    total = n.Linear(Book, ((factor, n.Term(("entries",), ("yuan",), SURE)),), op, bound)
    entries = [Entry(yuan=-7, sure=True), Entry(yuan=7), Entry(sure=True), Entry(sure=False)]
    for listed in (None, [], entries, entries[:1], entries[1:2], entries[2:3], entries[3:]):
        agreed(total, Book(entries=listed))
