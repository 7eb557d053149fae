"""The kit with a caller's own nouns: drawn, built, found by type; what they refuse is not drawn."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import careplan as cp
from careplan import testing
from careplan import writing as w
from careplan.fields.declaring import facts_declared
from careplan.testing.agreeing import agreed


class Kind(w.Labelled):
    """Kinds of place."""

    PIER = ("pier", "渡口", "pier")
    SPRING = ("spring", "温泉", "hot spring")


class Use(w.Labelled):
    """What a room is for."""

    WAITING = ("waiting", "候船", "waiting")


def refuse(path: str) -> cp.Problem:
    return cp.Problem(path, "own.refused", None, message="不能并存")


@attrs.frozen(kw_only=True)
class Hut(cp.Room):
    """A room with uses of its own."""

    use: AbstractSet[Use] | None = w.choices(Use, "用途", "use")  # type: ignore[assignment]  # other words


@attrs.frozen(kw_only=True)
class Pier(cp.Venue):
    """A venue that refuses berths of a spring, and rooms without berths."""

    category: Kind | None = w.choice(Kind, "类别", "kind")  # type: ignore[assignment]  # other words
    rooms: Sequence[Hut] | None = w.items(Hut, "母婴室", "room")
    berths: int | None = w.count("泊位", "berths")

    def contradictions(self) -> Iterable[cp.Problem]:
        """Refuse berths elsewhere, and rooms without berths."""
        if self.berths and self.category is Kind.SPRING:
            yield refuse("berths")
        if self.berths == 0 and self.rooms:
            yield refuse("rooms[0].area_m2")


@attrs.frozen(kw_only=True)
class Works(cp.Employer):
    """An employer with huts, and no contradiction but ours."""

    rooms: Sequence[Hut] | None = w.items(Hut, "母婴室", "room")


@attrs.frozen(kw_only=True)
class Every(cp.Noun):
    """A noun with a fact of every kind, some of which it refuses."""

    area: int | None = w.number("面积", minimum=2)
    part: int | None = w.count("其中")
    open: bool | None = w.flag("开放")
    closed: bool | None = w.flag("关闭")
    first: date | None = w.day("起")
    last: date | None = w.day("止")
    name: str | None = w.words("名称")
    kinds: AbstractSet[Kind] | None = w.choices(Kind, "类别")
    counts: Mapping[Kind, int] | None = w.table(Kind, "数量")
    hut: Hut | None = w.part(Hut, "小屋")
    huts: Sequence[Hut] | None = w.items(Hut, "房间")

    def contradictions(self) -> Iterable[cp.Problem]:
        """Refuse a part larger than the whole, an end before the beginning, an empty set."""
        if None not in (self.area, self.part) and self.part > self.area:  # type: ignore[operator]  # stated
            yield refuse("part")
        if self.open is not None and self.open is self.closed:
            yield refuse("")
        if None not in (self.first, self.last) and self.last < self.first:  # type: ignore[operator]  # stated
            yield refuse("last")
        if self.kinds == frozenset():
            yield refuse("kinds")
        if self.counts and sum(self.counts.values()) > 1:
            yield refuse("counts")
        if self.huts and self.counts:
            yield refuse("huts")


@attrs.frozen(kw_only=True)
class Demanding(cp.Noun):
    """A noun that one of two facts has to be stated of, whichever."""

    size: int | None = w.count("大小")
    sort: Kind | None = w.choice(Kind, "类别")
    number: int = w.count("编号", required=True)

    def contradictions(self) -> Iterable[cp.Problem]:
        """Refuse what says neither size nor sort."""
        if self.size is None and self.sort is None:
            yield refuse("size")


@attrs.frozen(kw_only=True)
class Impossible(cp.Noun):
    """A noun that nothing can be stated of."""

    number: int = w.count("编号", required=True)
    free: bool | None = w.flag("自由")

    def contradictions(self) -> Iterable[cp.Problem]:
        """Refuse every number."""
        yield refuse("number")


OWN: list[type[Any]] = [Hut, Pier, Works, Every, Demanding]


def unstated(subject: Any) -> set[str]:
    return {name for name in facts_declared(type(subject)) if getattr(subject, name) is None}


@pytest.mark.parametrize("noun", OWN)
@given(data=st.data())
@settings(deadline=None)
def test_they_are_drawn_as_ours_are(noun: type[Any], data: st.DataObject) -> None:
    # None of it is rejected: the health checks of Hypothesis would say so.
    for strategy in (testing.nouns(noun), testing.nouns(noun, unknowns=False), st.from_type(noun)):
        drawn = data.draw(strategy)
        assert type(drawn) is noun
        assert cp.codec.structure(cp.codec.unstructure(drawn), noun) == drawn


@pytest.mark.parametrize("noun", [Hut, Pier, Works, Demanding])
@given(data=st.data())
@settings(deadline=None)
def test_every_fact_is_stated_where_that_is_asked(noun: type[Any], data: st.DataObject) -> None:
    # Something simple agrees with the rest: a pier for its berths, no berths for a spring.
    assert unstated(data.draw(testing.nouns(noun, unknowns=False))) == set()


@pytest.mark.parametrize("noun", OWN)
def test_they_are_found_by_their_type_with_their_facts(noun: type[Any]) -> None:
    # By its annotations alone Hypothesis would draw a negative number, which no fact is.
    stated = len(facts_declared(noun)) - 1
    one = find(
        st.from_type(noun),
        lambda one: len(unstated(one)) < stated,
        settings=settings(phases=[Phase.generate]),
    )
    assert type(one) is noun


def test_a_noun_made_later_is_found_as_well() -> None:
    @attrs.frozen(kw_only=True)
    class Later(cp.Noun):
        """A noun that Hypothesis could not know when it was imported."""

        seats: int | None = w.count("座位", minimum=3)

    assert find(st.from_type(Later), lambda one: one.seats is not None).seats == 3


@pytest.mark.parametrize(
    ("noun", "facts"),
    [
        (Pier, {"berths": st.integers(1, 3)}),  # a spring gives way
        (Pier, {"berths": 2, "category": None}),
        (Pier, {"category": Kind.SPRING}),
        (Every, {"part": st.integers(50, 60)}),
        (Every, {"closed": True, "open": False, "last": date(2000, 1, 1)}),
        (Demanding, {"size": None}),
        (Works, {"pregnant_or_nursing_employees": 9}),
    ],
)
@given(data=st.data())
@settings(deadline=None)
def test_what_is_given_stays_and_the_rest_gives_way(
    noun: type[Any], facts: dict[str, Any], data: st.DataObject
) -> None:
    for unknowns in (True, False):
        drawn = data.draw(testing.nouns(noun, unknowns=unknowns, **facts))
        for name, given_as in facts.items():
            if not isinstance(given_as, st.SearchStrategy):
                assert getattr(drawn, name) == given_as


def test_facts_that_contradict_each_other_are_the_callers_error() -> None:
    with pytest.raises(cp.InvalidInput, match="不能并存"):
        testing.nouns(Pier, berths=2, category=Kind.SPRING)
    both = testing.nouns(Pier, berths=st.just(2), category=st.just(Kind.SPRING))
    with pytest.raises(cp.InvalidInput, match="不能并存"):
        find(both, lambda _: True)
    with pytest.raises(cp.InvalidInput, match="不能并存"):
        testing.build(Pier, berths=2, category=Kind.SPRING)
    # Of a noun that demands one of two facts, one that is given alone is no contradiction.
    assert find(testing.nouns(Demanding, sort=None), lambda one: one.size is not None).sort is None
    with pytest.raises(cp.InvalidInput, match="不能并存"):
        find(testing.nouns(Impossible), lambda _: True)


def test_what_is_built_is_plausible_and_agrees() -> None:
    pier = testing.build(Pier)
    assert (pier.category, pier.berths, unstated(pier)) == (Kind.PIER, 1, set())
    assert [type(room) for room in pier.rooms or ()] == [Hut]
    # Our usual values where the kind holds them: 12,000 square metres, 2,000 visitors.
    assert (pier.building_area_m2, pier.daily_visitors) == (12_000, 2_000)
    works = testing.build(Works)
    assert [room.use for room in works.rooms or ()] == [{Use.WAITING}]
    every = testing.build(Every)
    # 2 is its least; not open, as it cannot be both.
    assert (every.area, every.part, every.name) == (2, 1, "甲")
    assert every.open is not every.closed
    assert testing.build(Demanding).size == 1


def test_the_fact_it_names_gives_way_first() -> None:
    facts: dict[str, Any] = dict.fromkeys(facts_declared(Every))
    small = agreed(Every, {**facts, "area": 4, "part": 9}, full=True)
    assert (small.area, small.part) == (4, 0)
    left_out = agreed(Every, {**facts, "area": 4, "part": 9}, full=False)
    assert (left_out.area, left_out.part) == (4, None)
    fixed = agreed(Every, {**facts, "area": 4, "part": 9}, frozenset({"part"}), full=True)
    assert (fixed.area, fixed.part) == (9, 9)
    half = agreed(Every, {**facts, "area": Fraction(9, 2), "part": 9}, full=True)
    assert (half.area, half.part) == (Fraction(9, 2), 0)
    days = {"first": date(2024, 1, 2), "last": date(2024, 1, 1)}
    assert agreed(Every, {**facts, **days}, full=True).last == date(2024, 1, 2)
    both = agreed(Every, {**facts, "open": True, "closed": True}, full=True)
    assert (both.open, both.closed) == (False, True)


def test_several_that_are_refused_are_left_out_together() -> None:
    facts: dict[str, Any] = dict.fromkeys(facts_declared(Every))
    wrong = {"area": 4, "part": 9, "open": True, "closed": True, "kinds": frozenset()}
    made = agreed(Every, {**facts, **wrong}, full=False)
    assert (made.area, made.part, made.kinds) == (4, None, None)
    assert (made.open is None) is not (made.closed is None)
    # Where every fact is to be stated each gets another value.
    made = agreed(Every, {**facts, **wrong}, full=True)
    assert (made.part, made.open, made.kinds) == (0, False, {Kind.PIER})


@attrs.frozen(kw_only=True)
class Bare(cp.Noun):
    """A noun that takes no more than one of its facts."""

    first: bool | None = w.flag("甲")
    second: bool | None = w.flag("乙")
    third: bool | None = w.flag("丙")

    def contradictions(self) -> Iterable[cp.Problem]:
        """Refuse two facts, and name none."""
        if len(unstated(self)) < 2:
            yield refuse("")


def test_as_many_are_left_out_as_have_to_be() -> None:
    facts: dict[str, Any] = dict.fromkeys(facts_declared(Bare), True)
    for full in (True, False):
        assert agreed(Bare, facts, full=full) == Bare(third=True)
        assert agreed(Bare, facts, frozenset({"first"}), full=full) == Bare(first=True)


@attrs.frozen(kw_only=True)
class Mute(cp.Noun):
    """A noun that takes no text, no part and no member beside a yes."""

    loud: bool | None = w.flag("有声")
    name: str | None = w.words("名称")
    hut: Hut | None = w.part(Hut, "小屋")
    kinds: AbstractSet[Kind] | None = w.choices(Kind, "类别")

    def contradictions(self) -> Iterable[cp.Problem]:
        """Refuse all of these, each by its name."""
        if self.loud:
            yield from (refuse(name) for name in ("name", "hut", "kinds") if getattr(self, name))


def test_what_has_no_other_simple_value_is_left_out() -> None:
    facts = {"loud": True, "name": "甲", "hut": Hut(), "kinds": frozenset({Kind.PIER})}
    made = agreed(Mute, facts, frozenset({"loud"}), full=True)
    # Of a set there is the empty one; of a text or a part nothing simple.
    assert (made.name, made.hut, made.kinds) == (None, None, frozenset())
