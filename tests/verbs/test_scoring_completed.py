"""Scores beside every way to complete them: the ranges are what completions come to, no wider.

The oracle adds up points by itself and knows nothing of ranges: one room with every fact stated,
one mark for every item.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_plans import MUST, TITLE

import careplan as cp
from careplan import writing as w
from careplan.base.truth import Truth
from careplan.criteria.nodes import FALSE, TRUE, Criterion
from careplan.criteria.regions.taken import can_hold
from careplan.verbs.scoring import applying

ROOM = cp.facts(cp.Room)
CLEAN, OWN, LARGE, VAST = ROOM.clean, ROOM.independent, ROOM.area_m2 >= 10, ROOM.area_m2 >= 20
# What an item may be for: alike, denied, of one fact or several, implied by another, for nobody.
CONDITIONS = (
    *(TRUE, TRUE, FALSE, cp.all_of(CLEAN), cp.not_(CLEAN), cp.all_of(OWN), LARGE, VAST),
    *(cp.all_of(CLEAN, OWN), cp.any_of(CLEAN, cp.not_(OWN)), cp.all_of(LARGE, cp.not_(LARGE))),
)
SHARES = (Fraction(1, 2), Fraction(2, 3), Fraction(1))
ROOMS = [
    cp.Room(clean=clean, independent=own, area_m2=area)
    for clean, own, area in product((True, False), (True, False), (5, 15, 25))
]
Marks = Mapping[str, Any]


@st.composite
def items(draw: st.DrawFn, key: str) -> w.SheetItem:
    most = draw(st.integers(0, 3))
    must_pass = draw(st.integers(0, 3)) == 0
    least = draw(st.integers(1, most)) if most and not must_pass and draw(st.booleans()) else None
    return w.SheetItem(
        clause=MUST,
        key=key,
        label=TITLE,
        max_points=most,
        criterion=draw(st.none() | st.sampled_from(CONDITIONS)),
        applies=draw(st.sampled_from(CONDITIONS)),
        must_pass=must_pass,
        least=least,
    )


@st.composite
def sheets(draw: st.DrawFn, marking: w.Marking = w.Marking.ASSESSED) -> w.Scorecard:
    listed = [draw(items(key)) for key in "abcd"[: draw(st.integers(1, 4))]]
    most = sum(int(item.max_points) for item in listed)
    by_share = draw(st.booleans())
    cuts: list[Any] = (
        [w.Share(one) for one in SHARES]
        if by_share
        else sorted(draw(st.lists(st.integers(0, most), unique=True, max_size=3)))
    )
    lines: list[Any] = [None, *range(most + 1), *map(w.Share, SHARES)]
    return w.Scorecard(
        clause=MUST,
        key="s",
        title=TITLE,
        items=tuple(listed),
        pass_mark=draw(st.sampled_from(lines)),
        bands=tuple(
            w.Band(clause=MUST, key=f"band{place}", label=TITLE, least=cut)
            for place, cut in enumerate(cuts)
        ),
        marking=marking,
    )


@st.composite
def rooms(draw: st.DrawFn) -> cp.Room:
    return attrs.evolve(
        draw(st.sampled_from(ROOMS)),
        **{name: None for name in ("clean", "independent", "area_m2") if draw(st.booleans())},
    )


def holds(criterion: Any, room: cp.Room) -> bool:
    truth = cp.evaluate(criterion, room).truth
    assert truth is not Truth.UNKNOWN
    return truth is Truth.TRUE


def completed(room: cp.Room | None) -> Iterator[cp.Room]:
    """Yield the rooms that a room may turn out to be."""
    said = (
        {} if room is None else {n: getattr(room, n) for n in ("clean", "independent", "area_m2")}
    )
    for one in ROOMS:
        if all(value is None or getattr(one, name) == value for name, value in said.items()):
            yield one


def passing(item: w.SheetItem, mark: Any) -> bool:
    if item.must_pass:
        return bool(mark is True) if item.max_points == 0 else bool(mark == item.max_points)
    return item.least is None or bool(mark >= item.least)


@attrs.frozen
class Sum:
    """What one completion comes to."""

    reached: Fraction
    possible: Fraction
    vetoed: bool
    applying: frozenset[str]

    def line(self, line: Any) -> Fraction:
        """Return the points of a line."""
        if isinstance(line, w.Share):
            return Fraction(line.value) * self.possible
        return Fraction(line)

    def outcome(self, sheet: w.Scorecard) -> cp.Outcome:
        """Return how the sheet comes out."""
        if not self.applying:
            return cp.Outcome.NOT_APPLICABLE
        if self.vetoed:
            return cp.Outcome.NOT_MET
        if sheet.pass_mark is None:
            return cp.Outcome.NOT_MEASURABLE
        reached = self.reached >= self.line(sheet.pass_mark)
        return cp.Outcome.MET if reached else cp.Outcome.NOT_MET

    def band(self, sheet: w.Scorecard) -> int | None:
        """Return the place of the band that is reached."""
        if self.vetoed or not self.applying:
            return None
        reached = [i for i, one in enumerate(sheet.bands) if self.reached >= self.line(one.least)]
        return max(reached, default=None)


def summed(sheet: w.Scorecard, room: cp.Room, marks: Marks) -> Sum:
    """Add up one completion: every mark given, every fact stated."""
    inside = [item for item in sheet.items if holds(item.applies, room)]
    return Sum(
        Fraction(sum(Fraction(marks[item.key]) for item in inside if item.max_points)),
        Fraction(sum(Fraction(item.max_points) for item in inside)),
        any(not passing(item, marks[item.key]) for item in inside),
        frozenset(item.key for item in inside),
    )


def marks_of(item: w.SheetItem) -> tuple[Any, ...]:
    """Return every mark that matters, as all lines and floors stand at whole points."""
    return (False, True) if item.yes_or_no else tuple(range(int(item.max_points) + 1))


def sums(sheet: w.Scorecard, marks: Marks, room: cp.Room | None) -> list[Sum]:
    found = []
    for one in completed(room):
        asked = [
            (marks[item.key],) if item.key in marks else marks_of(item) for item in sheet.items
        ]
        for given_marks in product(*asked):
            full = {item.key: mark for item, mark in zip(sheet.items, given_marks, strict=True)}
            found.append(summed(sheet, one, full))
    return found


@st.composite
def cases(draw: st.DrawFn) -> tuple[w.Scorecard, dict[str, Any], cp.Room | None]:
    sheet, room = draw(sheets()), draw(st.none() | rooms())
    marks = {}
    for item in sheet.items:
        assert not isinstance(item.applies, w.ByReading)  # these sheets ask no question
        out = room is not None and cp.evaluate(item.applies, room).truth is Truth.FALSE
        if item.applies != FALSE and not out and draw(st.booleans()):
            marks[item.key] = draw(st.sampled_from(marks_of(item)))
    return sheet, marks, room


@settings(deadline=None, max_examples=400)
@given(cases())
def test_a_score_is_what_its_completions_come_to(
    case: tuple[w.Scorecard, dict[str, Any], cp.Room | None],
) -> None:
    sheet, marks, room = case
    s, found = cp.score(sheet, marks, room=room), sums(sheet, marks, room)
    outcomes = {one.outcome(sheet) for one in found}
    assert s.outcome is (outcomes.pop() if len(outcomes) == 1 else cp.Outcome.UNKNOWN)
    some = [one for one in found if one.applying] or found
    assert (s.low, s.high) == (min(o.reached for o in some), max(o.reached for o in some))
    assert s.possible == (min(o.possible for o in some), max(o.possible for o in some))
    bands = {one.band(sheet) for one in found}
    places = [
        None if band is None else sheet.bands.index(band) for band in (s.low_band, s.high_band)
    ]
    # None stands below the lowest band.
    assert places[0] == (None if None in bands else min(b for b in bands if b is not None))
    assert places[1] == max((b for b in bands if b is not None), default=None)
    assert (s.band is None) == (len(bands) > 1 or bands == {None})
    if s.needed is not None:
        line = sheet.pass_mark
        assert s.needed == max(0, *(one.line(line) - one.reached for one in some))
    assert (s.needed is None) == (
        sheet.pass_mark is None or s.outcome in {cp.Outcome.NOT_MET, cp.Outcome.NOT_APPLICABLE}
    )


@settings(deadline=None, max_examples=200)
@given(cases())
def test_what_is_missing_settles_a_sheet(
    case: tuple[w.Scorecard, dict[str, Any], cp.Room | None],
) -> None:
    sheet, marks, room = case
    s = cp.score(sheet, marks, room=room)
    given_facts = cp.Room() if room is None else room
    facts = [name for name in s.missing_facts if getattr(given_facts, name) is None]
    assert facts == list(s.missing_facts)
    for one in completed(room):
        stated = attrs.evolve(given_facts, **{name: getattr(one, name) for name in facts})
        full = {
            item.key: marks.get(item.key, marks_of(item)[-1])
            for item in sheet.items
            if holds(item.applies, one)
        }
        settled = cp.score(sheet, full, room=stated)
        assert (settled.missing, settled.low) == ((), settled.high)
        assert settled.outcome is not cp.Outcome.UNKNOWN
        assert set(full) - set(marks) <= set(s.open_items) | {
            item.key for item in sheet.items if item.max_points == 0 and not item.yes_or_no
        }


@settings(deadline=None, max_examples=200)
@given(sheets(w.Marking.ALL_OR_NOTHING), rooms())
def test_by_facts_a_score_holds_whatever_the_facts_turn_out_to_be(
    sheet: w.Scorecard, room: cp.Room
) -> None:
    s = cp.score(sheet, {}, room=room)
    for one in completed(room):
        after = cp.score(sheet, {}, room=one)
        if after.outcome is not cp.Outcome.NOT_APPLICABLE:
            assert s.low <= after.low <= after.high <= s.high
            assert s.possible[0] <= after.possible[0] == after.possible[1] <= s.possible[1]
        if s.outcome is not cp.Outcome.UNKNOWN:
            assert after.outcome is s.outcome


@settings(deadline=None, max_examples=200)
@given(sheets(), st.none() | rooms())
def test_a_minimum_mark_is_enough_and_nothing_below_it_is(
    sheet: w.Scorecard, room: cp.Room | None
) -> None:
    least = cp.minimum_marks(sheet, room=room)
    full = {item.key: marks_of(item)[-1] for item in sheet.items}

    def can_pass(key: str, mark: Any) -> bool:
        after = (summed(sheet, one, {**full, key: mark}) for one in completed(room))
        ends = {cp.Outcome.MET, cp.Outcome.NOT_MEASURABLE}
        return any(one.outcome(sheet) in ends for one in after if key in one.applying)

    for item in sheet.items:
        if item.key not in least:
            assert not can_pass(item.key, full[item.key])
            continue
        mark = least[item.key]
        assert can_pass(item.key, mark)
        below = False if item.yes_or_no else Fraction(mark) - Fraction(1, 1000)
        if item.yes_or_no or below >= 0:
            assert not can_pass(item.key, below)


@settings(deadline=None, max_examples=100)
@given(cases())
def test_a_score_says_itself_and_is_written_and_read(
    case: tuple[w.Scorecard, dict[str, Any], cp.Room | None],
) -> None:
    sheet, marks, room = case
    s = cp.score(sheet, marks, room=room)
    assert cp.codec.loads(cp.codec.dumps(s), type(s)) == s
    assert s.explain("zh").count("\n") == s.explain("en").count("\n")
    assert len(s.records()) == len(sheet.items)


def test_more_conditions_that_share_a_fact_than_are_looked_at_together_widen_the_range() -> None:
    # Seven items, each for one area only: one of them applies at most, and each for itself may.
    areas: list[Criterion] = [ROOM.area_m2 == area for area in range(1, 8)]
    six, seven = (
        w.Scorecard(
            clause=MUST,
            key="s",
            title=TITLE,
            items=tuple(
                w.SheetItem(clause=MUST, key=f"k{n}", label=TITLE, max_points=1, applies=one)
                for n, one in enumerate(areas[:number])
            ),
            pass_mark=1,
        )
        for number in (6, 7)
    )
    assert cp.score(six, {}).possible == (1, 1)
    assert cp.score(seven, {}).possible == (1, 7)  # wider, and never wrong
    assert cp.score(seven, {}, room=cp.Room(area_m2=3)).possible == (1, 1)


def test_what_can_apply_together_costs_no_more_than_each_condition(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[object] = []

    def counted(one: Criterion) -> bool:
        asked.append(one)
        return can_hold(one)

    monkeypatch.setattr(applying, "can_hold", counted)

    def cost(number: int) -> int:
        asked.clear()
        applying.Applying.of([ROOM.area_m2 == area for area in range(number)])
        return len(asked)

    assert (cost(6), cost(7)) == (2**6, 7 * 2)
    assert cost(200) == 2 * cost(100) == 400
