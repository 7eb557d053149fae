"""Own nouns made of ours and of each other, with contradictions of their own on top of theirs."""

import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
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


class Lamp(w.Labelled):
    """Kinds of lamp, in Chinese alone."""

    OIL = ("oil", "油灯")
    GAS = ("gas", "气灯")


def wrong(path: str) -> cp.Problem:
    return cp.Problem(path, "own.wrong", None, message="不能并存")


@attrs.frozen(kw_only=True)
class Light(cp.Noun):
    """A lamp; one that burns oil has no watts."""

    lamp: Lamp | None = w.choice(Lamp, "灯")
    watts: w.Number | None = w.number("功率", minimum=5, step=0.5)

    def contradictions(self) -> Iterable[cp.Problem]:
        """Refuse watts of oil."""
        yield from super().contradictions()
        if self.lamp is Lamp.OIL and self.watts is not None:
            yield wrong("watts")


@attrs.frozen(kw_only=True)
class Bright(Light):
    """A lamp whose lumens are stated beside its watts."""

    lumens: int | None = w.count("流明")

    def contradictions(self) -> Iterable[cp.Problem]:
        """Refuse lumens without watts, and what the base refuses."""
        yield from super().contradictions()
        if self.lumens is not None and self.watts is None:
            yield wrong("watts")


@attrs.frozen(kw_only=True)
class House(cp.Noun):
    """Own nouns inside of an own noun, a table and a set of an own enum, a fact required."""

    owner: str = w.words("户主", required=True)
    built: date | None = w.day("建成")
    closed: date | None = w.day("关闭")
    light: Bright | None = w.part(Bright, "主灯")
    lights: Sequence[Bright] | None = w.items(Bright, "灯具")
    counts: Mapping[Lamp, int] | None = w.table(Lamp, "灯数")
    kinds: Any = w.choices(Lamp, "灯类", or_one=True)

    def contradictions(self) -> Iterable[cp.Problem]:
        """Refuse an end before the beginning, and lamps that are not as many as counted."""
        if self.built is not None and self.closed is not None and self.closed < self.built:
            yield wrong("closed")
        lights, counts = self.lights, self.counts
        if None not in (lights, counts) and len(lights) != sum(counts.values()):  # type: ignore[union-attr,arg-type]  # stated
            yield wrong("counts")
        if self.lights is not None and self.light is None:
            yield wrong("light")


@attrs.frozen(kw_only=True)
class Station(cp.Venue):
    """A venue of ours that has a grade only as a coach station, and room for its floors."""

    floors: int | None = w.count("层数", minimum=1)
    houses: Sequence[House] | None = w.items(House, "房")

    def contradictions(self) -> Iterable[cp.Problem]:
        """Refuse too little area, and a grade of another place."""
        yield from super().contradictions()
        area, floors = self.building_area_m2, self.floors
        if area is not None and floors is not None and area < floors * 10:
            yield wrong("building_area_m2")
        graded = self.coach_station_grade is not None
        if graded and self.category is not cp.VenueCategory.COACH_STATION:
            yield wrong("coach_station_grade")


@attrs.frozen(kw_only=True)
class Works(cp.Employer):
    """An employer of ours with a union."""

    members: int | None = w.count("会员")

    def contradictions(self) -> Iterable[cp.Problem]:
        """Refuse more members than women, and what ours refuses."""
        yield from super().contradictions()
        members, women = self.members, self.female_employees
        if None not in (members, women) and members > women:  # type: ignore[operator]  # stated
            yield wrong("members")


@attrs.frozen(kw_only=True)
class Signed(cp.Measurement):
    """A measurement of ours that says by whom, if it states a value."""

    by: str | None = w.words("统计人")

    def contradictions(self) -> Iterable[cp.Problem]:
        """Refuse a value that nobody signed."""
        yield from super().contradictions()
        if self.value is not None and not self.by:
            yield wrong("by")


@attrs.frozen(kw_only=True)
class Added(cp.Room):
    """A room of ours whose three numbers add up."""

    x: int | None = w.count("甲")
    y: int | None = w.count("乙")
    z: int | None = w.count("丙")

    def contradictions(self) -> Iterable[cp.Problem]:
        """Refuse another sum."""
        x, y, z = self.x, self.y, self.z
        if None not in (x, y, z) and x + y != z:  # type: ignore[operator]  # stated
            yield wrong("z")


@attrs.frozen(kw_only=True)
class Dependent(cp.Noun):
    """A text that goes with a yes, a late day, and a part that is not any."""

    open: bool | None = w.flag("开放")
    name: str | None = w.words("名称")
    day: date | None = w.day("日期")
    light: Light | None = w.part(Light, "灯")
    kinds: Any = w.choices(Lamp, "灯类")

    def contradictions(self) -> Iterable[cp.Problem]:
        """Refuse a nameless open one, days before 2020, lamps that burn no gas, and few kinds."""
        if self.open and not (self.name or "").strip():
            yield wrong("name")
        if self.day is not None and self.day.year < 2020:
            yield wrong("day")
        if self.light is not None and self.light.lamp is not Lamp.GAS:
            yield wrong("light.lamp")
        if self.kinds is not None and len(self.kinds) < 2:
            yield wrong("kinds")


OWN: list[type[Any]] = [Light, Bright, House, Station, Works, Signed, Added, Dependent]
FEW = settings(max_examples=40, deadline=None)


def unstated(subject: Any) -> set[str]:
    return {name for name in facts_declared(type(subject)) if getattr(subject, name) is None}


@pytest.mark.parametrize("noun", OWN)
@FEW
@given(data=st.data())
def test_they_are_drawn_by_their_type_and_kept_in_json(
    noun: type[Any], data: st.DataObject
) -> None:
    drawn = data.draw(st.from_type(noun))
    assert type(drawn) is noun
    assert cp.codec.loads(cp.codec.dumps(drawn), noun) == drawn


@pytest.mark.parametrize("noun", OWN)
@FEW
@given(data=st.data())
def test_every_fact_is_stated_that_can_be(noun: type[Any], data: st.DataObject) -> None:
    # A value and part of a whole exclude each other in ours, and so in what is made of it.
    excluded = {"value", "part", "whole"} if noun is Signed else set()
    assert unstated(data.draw(testing.nouns(noun, unknowns=False))) <= excluded
    assert unstated(testing.build(noun)) <= excluded


@pytest.mark.parametrize("noun", OWN)
def test_no_fact_is_never_stated_and_none_always(noun: type[Any]) -> None:
    seen: dict[str, set[bool]] = {name: set() for name in facts_declared(noun)}

    @settings(FEW, max_examples=150, database=None, derandomize=True, phases=[Phase.generate])
    @given(st.from_type(noun))
    def look(one: Any) -> None:
        for name, stated in seen.items():
            stated.add(getattr(one, name) is not None)

    look()
    required = {name for name, spec in facts_declared(noun).items() if spec.required}
    assert {name for name, stated in seen.items() if stated != {True, False}} == required


def test_what_is_stated_otherwise_is_the_simplest_that_agrees() -> None:
    facts: dict[str, Any] = dict.fromkeys(facts_declared(Added))
    # 3 and 4 come to 7; the other two stay as they are.
    made = agreed(Added, {**facts, "x": 3, "y": 4, "z": 9}, full=True)
    assert (made.x, made.y, made.z) == (3, 4, 7)
    # 9 is 3 and 6: the difference of two.
    made = agreed(Added, {**facts, "x": 3, "y": 4, "z": 9}, frozenset({"x", "z"}), full=True)
    assert (made.x, made.y, made.z) == (3, 6, 9)
    facts = dict.fromkeys(facts_declared(Dependent))
    oil = Light(lamp=Lamp.OIL)
    made = agreed(
        Dependent,
        {**facts, "open": True, "day": date(2017, 1, 1), "light": oil, "kinds": {Lamp.OIL}},
        frozenset({"open"}),
        full=True,
    )
    assert (made.name, made.day, made.kinds) == ("甲", date(2024, 6, 30), frozenset(Lamp))
    assert made.light == Light(lamp=Lamp.GAS)
    facts = {**dict.fromkeys(facts_declared(House)), "owner": "甲", "light": Bright()}
    three = (Bright(), Bright(lamp=Lamp.GAS), Bright(lamp=Lamp.OIL))
    made = agreed(House, {**facts, "lights": three, "counts": {Lamp.GAS: 7}}, full=True)
    assert (made.lights, made.counts) == (three, {Lamp.OIL: 3, Lamp.GAS: 0})
    fixed = frozenset({"counts"})
    made = agreed(House, {**facts, "lights": three, "counts": {Lamp.GAS: 1}}, fixed, full=True)
    assert (made.lights, made.counts) == (three[:1], {Lamp.GAS: 1})


@attrs.frozen(kw_only=True)
class Gaslit(cp.Noun):
    """A noun all of whose lamps burn gas."""

    lights: Sequence[Light] | None = w.items(Light, "灯")

    def contradictions(self) -> Iterable[cp.Problem]:
        """Refuse any other lamp, and none."""
        lights = self.lights
        if lights is not None and {one.lamp for one in lights} != {Lamp.GAS}:
            yield wrong("lights[0].lamp")


def test_items_are_changed_together_where_fewer_will_not_do() -> None:
    lights = (Light(lamp=Lamp.OIL), Light())
    gas = Light(lamp=Lamp.GAS)
    assert agreed(Gaslit, {"lights": lights}, full=True).lights == (gas, gas)
    assert agreed(Gaslit, {"lights": ()}, full=True).lights is None


@pytest.mark.parametrize("first", ["hypothesis", "the noun"])
def test_a_noun_is_found_whether_it_or_hypothesis_is_there_first(first: str) -> None:
    load = "from hypothesis import find, strategies as st\n"
    noun = (
        "import attrs, careplan as cp\n"
        "from careplan import writing as w\n"
        "class Lamp(w.Labelled):\n"
        "    GAS = ('gas', '气灯')\n"
        "@attrs.frozen(kw_only=True)\n"
        "class Light(cp.Room):\n"
        "    lamp: Lamp | None = w.choice(Lamp, '灯')\n"
        "@attrs.frozen(kw_only=True)\n"
        "class Bright(Light):\n"
        "    watts: int | None = w.count('功率', minimum=7)\n"
    )
    program = (
        f"{load + noun if first == 'hypothesis' else noun + load}"
        "one = find(st.from_type(Bright), lambda one: one.watts == 10 and one.lamp)\n"
        "print(one.watts, one.lamp.name, type(one).__name__)\n"
    )
    done = subprocess.run(  # noqa: S603 - our own text
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == ["10", "GAS", "Bright"], done.stderr


def test_a_fact_may_be_called_as_the_class_is_in_a_builder() -> None:
    @attrs.frozen(kw_only=True)
    class Odd(cp.Noun):
        """A noun with a fact of an argument's name."""

        cls: int | None = w.count("班")

    assert testing.build(Odd, cls=3).cls == 3


@attrs.frozen(kw_only=True)
class Boom(cp.Noun):
    """A noun whose author forgot that a fact may not be stated."""

    a: int | None = w.count("甲")
    b: int | None = w.count("乙")
    name: str = w.words("名称", required=True)

    def contradictions(self) -> Iterable[cp.Problem]:
        """Compare what may be None."""
        return [wrong("a")] if self.a > self.b else []  # type: ignore[operator]  # the fault


def test_an_error_of_its_author_comes_through() -> None:
    assert testing.build(Boom, a=1, b=1).name == "甲"
    ways: list[Callable[[], object]] = [
        lambda: testing.build(Boom, b=None),
        lambda: find(testing.nouns(Boom), lambda made: made.a is None),
        lambda: find(testing.nouns(Boom, a=None), lambda made: made.a is None),
    ]
    for make in ways:
        with pytest.raises(TypeError, match="'>' not supported between"):
            make()


def test_facts_that_have_to_be_stated_may_be_left_to_the_strategy() -> None:
    drawn = find(testing.nouns(Boom, a=1, unknowns=False), lambda made: made.b != 1)
    assert drawn.a == 1
    assert drawn.b is not None
    assert drawn.b > 1  # less than a the noun refuses, and 1 is not looked for
    assert drawn.name is not None
