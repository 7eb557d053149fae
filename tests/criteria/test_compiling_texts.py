"""What a criterion is written out as: nothing of a caller's stands in it, however deep or wide."""

import keyword
import pickle
import threading
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import careplan as cp
import careplan.criteria.nodes as n
from careplan import writing as w
from careplan.base.truth import Truth, truth_of
from careplan.criteria.compiling.functions import truth_of_node
from careplan.criteria.compiling.names import Names, is_plain
from careplan.criteria.compiling.texts import text_of_node
from careplan.criteria.evaluation import truth_by
from careplan.criteria.signs import Op
from careplan.criteria.soundness import MAX_DEPTH, sound
from careplan.criteria.steps import Facts

HOSTILE = "'''\"\"\"\n__import__('os').system('true')\\N{x}\u2028#"


def agreed(criterion: Any, subject: Any, on: date | None = None) -> Truth:
    """Return what both ways say, which is the same."""
    answer = truth_of(truth_of_node(criterion)(subject, on))
    assert answer is truth_by(criterion, Facts(subject, on))
    return answer


class Own(w.Labelled):
    """Members whose values are code."""

    CODE = ("__import__('os')", "甲")
    OTHER = ("'''", "乙")


class Alike(w.Labelled):
    """Members that equal each other: an enum may say so itself."""

    ONE = ("one", "一")
    TWO = ("two", "二")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Alike)

    def __ne__(self, other: object) -> bool:
        return not isinstance(other, Alike)

    __hash__ = w.Labelled.__hash__


@attrs.frozen(kw_only=True)
class Cot(w.Noun):
    """An item, and the names that generated text has for its own things."""

    i1: int | None = w.count("一")
    low: int | None = w.count("低")
    wide: bool | None = w.flag("宽")


@attrs.frozen(kw_only=True)
class Named(w.Noun):
    """Facts called like what a generated text names."""

    root: int | None = w.count("根")
    on: date | None = w.day("日")
    v1: bool | None = w.flag("甲")
    K7: bool | None = w.flag("乙")
    K_len: int | None = w.count("长")
    asked: str | None = w.words("所问")
    match: Own | None = w.choice(Own, "合")
    类: frozenset[Own] | None = w.choices(Own, "类")  # noqa: PLC2401 - a county's own
    alike: Alike | None = w.choice(Alike, "同")
    at: Mapping[Own, int] | None = w.table(Own, "表")
    whole: Sequence[Cot] | None = w.items(Cot, "全")
    who: Cot | None = w.part(Cot, "谁")


named, cot = cp.facts(Named), cp.facts(Cot)
FULL = Named(
    root=3,
    on=date(2024, 2, 29),
    v1=True,
    K7=False,
    K_len=0,
    asked=HOSTILE,
    match=Own.CODE,
    类=frozenset({Own.CODE}),
    alike=Alike.ONE,
    at={Own.CODE: 0},
    whole=[Cot(i1=0, low=2, wide=True), Cot(i1=4)],
    who=Cot(i1=1, wide=False),
)
ASKED: list[tuple[Any, Truth]] = [
    (named.root >= 3, Truth.TRUE),
    (named.root > 3, Truth.FALSE),
    (named.root < 3, Truth.FALSE),
    (named.root <= 3, Truth.TRUE),
    (named.root != 3, Truth.FALSE),
    (named.K_len == 0, Truth.TRUE),  # 0 is a fact
    (named.on == date(2024, 2, 29), Truth.TRUE),
    (named.on > date(2024, 2, 29), Truth.FALSE),
    (named.v1, Truth.TRUE),
    (named.K7, Truth.FALSE),
    (named.v1 != True, Truth.FALSE),  # noqa: E712 - it is written
    (cp.not_(named.K7 != False), Truth.TRUE),  # noqa: E712 - same
    (named.asked == HOSTILE, Truth.TRUE),
    (named.asked != HOSTILE, Truth.FALSE),
    (cp.among(named.asked, {HOSTILE, "x"}), Truth.TRUE),
    (named.match == Own.CODE, Truth.TRUE),
    (named.match != Own.CODE, Truth.FALSE),
    (cp.not_(named.match == Own.OTHER), Truth.TRUE),
    (named.match != Own.OTHER, Truth.TRUE),
    (cp.among(named.match, {Own.OTHER}), Truth.FALSE),
    (cp.not_(cp.among(named.match, {Own.OTHER, Own.CODE})), Truth.FALSE),
    (cp.has(named.类, Own.CODE), Truth.TRUE),
    (cp.not_(cp.has(named.类, Own.OTHER)), Truth.TRUE),
    (named.alike == Alike.TWO, Truth.TRUE),  # as its enum has it
    (named.alike != Alike.TWO, Truth.FALSE),
    (cp.among(named.alike, {Alike.ONE}), Truth.TRUE),
    (named.at[Own.CODE] == 0, Truth.TRUE),
    (named.at[Own.OTHER] == 0, Truth.UNKNOWN),  # a key that is absent is not stated
    (n.Compare(Named, ("whole", 1, "i1"), Op.EQ, 4), Truth.TRUE),
    (n.Compare(Named, ("whole", 2, "i1"), Op.EQ, 4), Truth.UNKNOWN),
    (named.who.wide, Truth.FALSE),
    (named.who.low >= 1, Truth.UNKNOWN),
    (cp.some(named.whole), Truth.TRUE),
    (cp.not_(cp.some(named.whole)), Truth.FALSE),
    (cp.every(named.whole, cp.all_of()), Truth.TRUE),
    (cp.every(named.whole, cp.any_of()), Truth.FALSE),
    (cp.some(named.whole, cp.any_of()), Truth.FALSE),
    (cp.some(named.whole, (cot.i1 >= 4) & cot.wide), Truth.UNKNOWN),
    (cp.every(named.whole, (cot.i1 >= 4) | cot.wide), Truth.TRUE),
    (cp.every(named.whole, cot.i1 >= 1), Truth.FALSE),
    (cp.count(named.whole, cot.wide) >= 1, Truth.TRUE),
    (cp.count(named.whole, cot.wide) >= 2, Truth.UNKNOWN),
    (cp.total(named.whole, cot.i1) <= 4, Truth.TRUE),
    (cp.total(named.whole, cot.low) <= 1, Truth.FALSE),
    (named.root - 3 * cp.total(named.whole, cot.i1) >= 0, Truth.FALSE),
    (cp.elapsed(named.on, years=1), Truth.UNKNOWN),
    (cp.all_of(), Truth.TRUE),
    (cp.any_of(), Truth.FALSE),
]


@pytest.mark.parametrize("place", range(len(ASKED)))
@pytest.mark.parametrize("subject", ["full", "blank", "empty"])
def test_each_node_answers_whatever_its_facts_are_called(place: int, subject: str) -> None:
    given, expected = ASKED[place]
    criterion = sound(given)
    empty = Named(whole=[], at={}, 类=frozenset(), asked="")
    one = {"full": FULL, "blank": Named(), "empty": empty}[subject]
    truth = agreed(criterion, one)
    assert agreed(n.Not(criterion), one) is ~truth
    assert agreed(n.AllOf((criterion, sound(named.root >= 0))), one) is (
        truth if one is FULL else truth & Truth.UNKNOWN
    )
    if one is FULL:
        assert truth is expected


@given(st.lists(st.sampled_from(range(len(ASKED))), min_size=2, max_size=12), st.booleans())
def test_joins_of_them_answer_alike(places: list[int], every: bool) -> None:
    parts = tuple(sound(ASKED[place][0]) for place in places)
    inner = n.AnyOf(parts[::2]) if every else n.AllOf(parts[::2])
    joined = n.AllOf((*parts[1::2], inner)) if every else n.AnyOf((*parts[1::2], inner))
    for subject in (FULL, Named(), attrs.evolve(FULL, whole=None, v1=None)):
        agreed(sound(joined), subject, date(2025, 2, 28))


def test_no_text_of_a_caller_stands_in_the_text() -> None:
    for criterion in (
        named.asked == HOSTILE,
        cp.among(named.match, set(Own)),
        named.at[Own.CODE] >= 1,
    ):
        text, constants = text_of_node(sound(criterion))
        assert "import" not in text
        assert "'" not in text
        assert constants["__builtins__"] == {}  # which the text could not name either


def test_only_plain_names_stand_in_the_text() -> None:
    # A ligature is read as two letters where it stands in a text; a keyword is no name there.
    strange = ["ﬁ", "a b", "x;y", "1", "", *keyword.kwlist]
    assert not any(map(is_plain, strange))
    assert all(map(is_plain, ("root", "类", "match", "_", "__class__")))
    names = Names()
    for name in strange:
        assert names.loaded((name,), "root").startswith("K_get(root, K")
    holder = type("Holder", (), {"ﬁ": 7})()
    text = names.loaded(("ﬁ",), "root")
    assert eval(text, {**names.constants, "root": holder}) == 7  # noqa: S307 - our own text


def test_a_path_through_a_hundred_parts() -> None:
    # Each noun holds one of the noun before it; the innermost states how many there are.
    nouns: list[Any] = [Cot]
    for level in range(100):
        held = attrs.make_class(
            f"Held{level}",
            {"inner": w.part(nouns[-1], "内")},
            bases=(w.Noun,),
            frozen=True,
            kw_only=True,
        )
        nouns.append(held)
    criterion = sound(n.Compare(nouns[-1], (*("inner",) * 100, "low"), Op.GE, 2))
    for low, expected in ((1, Truth.FALSE), (2, Truth.TRUE), (None, Truth.UNKNOWN)):
        subject: Any = Cot(low=low)
        for noun in nouns[1:]:
            subject = noun(inner=subject)
        assert agreed(criterion, subject) is expected
    assert agreed(criterion, nouns[-1]()) is Truth.UNKNOWN


def test_a_number_is_the_same_whatever_the_context_rounds_to() -> None:
    # 1/3 lies between them; five digits would not tell.
    third = Fraction(1, 3)
    below, above = Decimal("0.33333333333333333333"), Decimal("0.33333333333333333334")
    room = cp.facts(cp.Room).area_m2
    with localcontext() as context:
        context.prec = 5
        for criterion, expected in (
            (room >= third, (Truth.FALSE, Truth.TRUE)),
            (room < third, (Truth.TRUE, Truth.FALSE)),
            (room * 3 >= 1, (Truth.FALSE, Truth.TRUE)),
        ):
            found = tuple(
                agreed(sound(criterion), cp.Room(area_m2=area)) for area in (below, above)
            )
            assert found == expected
        assert agreed(sound(room == 10**15), cp.Room(area_m2=10**15)) is Truth.TRUE


def nested(depth: int) -> n.Criterion:
    """Return a criterion so deep: joins in each other by turns, each beside a fact."""
    made = sound(named.v1)
    for level in range(depth - 1):
        beside = sound(named.root >= level % 5)
        parts = (made, beside) if level % 3 else (beside, made)
        made = n.AllOf(parts) if level % 2 else n.AnyOf(parts)
    return made


@pytest.mark.parametrize("depth", [2, 7, 8, 15, MAX_DEPTH])
def test_what_is_deep_is_several_functions(depth: int) -> None:
    criterion = sound(nested(depth))
    for subject in (FULL, Named(), Named(root=2), Named(v1=False, root=4), Named(v1=True)):
        agreed(criterion, subject)
    # Six joins stand in each other in one function.
    assert ("def f" in text_of_node(criterion)[0]) is (depth > 7)


def test_denials_and_items_as_deep_as_they_may_be() -> None:
    made = sound(named.v1)
    for _ in range(MAX_DEPTH - 1):
        made = n.Not(made)
    for flag in (True, False, None):
        # An odd number of denials: of 99 one is left.
        assert agreed(sound(made), Named(v1=flag)) is ~truth_of(flag)
    loops = sound(cp.some(named.whole, cot.wide))
    for level in range(MAX_DEPTH - 3):
        loop = sound(cp.every(named.whole, cot.i1 >= level % 4))
        loops = n.AllOf((loops, loop)) if level % 2 else n.AnyOf((loop, loops))
    for subject in (FULL, Named(), Named(whole=[]), Named(whole=[Cot(i1=2)])):
        agreed(sound(loops), subject)


def test_what_is_too_deep_is_refused_as_everywhere() -> None:
    made: n.Criterion = sound(named.v1)
    for _ in range(5_000):
        made = n.Not(made)
    with pytest.raises(cp.InvalidInput) as refused:
        cp.compiled(made)
    assert [problem.code for problem in refused.value.problems] == ["too_deep"]


@pytest.mark.parametrize("join", [n.AllOf, n.AnyOf])
def test_ten_thousand_parts(join: Any) -> None:
    # Each part a fact of its own value: 1 to 10,000 is asked for, of which 3 is one.
    parts = tuple(n.Compare(Named, ("root",), Op.NE, number) for number in range(4, 10_000))
    criterion = sound(join((*parts, n.Compare(Named, ("root",), Op.EQ, 3))))
    assert agreed(criterion, FULL) is Truth.TRUE
    assert agreed(criterion, Named()) is Truth.UNKNOWN
    assert agreed(criterion, Named(root=5)) is (Truth.FALSE if join is n.AllOf else Truth.TRUE)
    beside = sound(n.AllOf((criterion, cp.some(named.whole, cot.wide), cp.some(named.whole))))
    assert agreed(beside, FULL) is Truth.TRUE


def test_it_is_written_once_and_is_no_part_of_the_criterion() -> None:
    criterion, other = sound(named.root >= 3), sound(named.root >= 3)
    assert truth_of_node(criterion) is truth_of_node(criterion)
    assert criterion == other
    assert hash(criterion) == hash(other)
    assert pickle.dumps(criterion) == pickle.dumps(other)
    assert truth_of_node(pickle.loads(pickle.dumps(criterion)))(FULL, None) is True  # noqa: S301 - our own
    assert repr(criterion) == repr(other)


def test_threads_that_ask_first_at_once_answer_alike() -> None:
    half = sound(cp.all_of(cp.elapsed(named.on, months=12), named.root >= 3, cp.some(named.whole)))
    days = [date(2025, 2, 27), date(2025, 2, 28), date(2025, 3, 1)]
    expected = [truth_by(half, Facts(FULL, day)) for day in days]
    # From 29 February a year is complete on the last day of February.
    assert expected == [Truth.FALSE, Truth.TRUE, Truth.TRUE]
    start, wrong = threading.Barrier(8), []

    def ask(shift: int) -> None:
        start.wait()
        for place in range(300):
            which = (place + shift) % 3
            if truth_of(truth_of_node(half)(FULL, days[which])) is not expected[which]:
                wrong.append(which)

    threads = [threading.Thread(target=ask, args=(shift,)) for shift in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert wrong == []
