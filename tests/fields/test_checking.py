"""The edge of bad input: what tables, generators and hostile values do to a field."""

import decimal
import itertools
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal, localcontext
from enum import Enum
from fractions import Fraction
from typing import Any
from unittest.mock import Mock

import attrs
import numpy as np
import pytest
from foreign import NAType

import careplan as cp
from careplan import writing as w
from careplan.base.errors import MAX_PROBLEMS, InvalidInput, NotFound, Problem
from careplan.base.exact import marks_missing
from careplan.base.quoting import quote
from careplan.fields.checking import MAX_ITEMS, keeper, read, same_hash
from careplan.fields.kinds import ChoiceKind, FlagKind, ItemsKind, NumberKind, TextKind
from careplan.verbs.assessing.assessments import Assessment
from careplan.verbs.forms import FormCheck

MARKS = [
    float("nan"),
    np.float32("nan"),
    np.datetime64("NaT", "D"),
    Decimal("NaN"),
    Decimal("sNaN"),
    NAType(),
]
# A field of every kind there is.
KINDS: list[tuple[type[Any], str, Callable[[Any], Any]]] = [
    (cp.Venue, "building_area_m2", lambda mark: mark),
    (cp.Venue, "daily_visitors", lambda mark: mark),
    (cp.Venue, "waiting_area", lambda mark: mark),
    (cp.Venue, "category", lambda mark: mark),
    (cp.Venue, "rooms", lambda mark: mark),
    (cp.Venue, "rooms", lambda mark: [mark]),
    (cp.Room, "supplies", lambda mark: mark),
    (cp.Room, "supplies", lambda mark: [mark]),
    (cp.Room, "use", lambda mark: mark),
    (cp.Room, "use", lambda mark: [mark]),
    (cp.Room, "equipment", lambda mark: mark),
    (cp.Room, "equipment", lambda mark: {cp.Equipment.TABLE: mark}),
    (cp.Institution, "site", lambda mark: mark),
    (cp.SlotCount, "locality", lambda mark: mark),
    (cp.SlotCount, "on", lambda mark: mark),
]
NEEDED: dict[Any, dict[str, Any]] = {
    cp.SlotCount: {"locality": "甲", "on": date(2024, 1, 1), "slots": 1}
}


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: type(mark).__name__)
@pytest.mark.parametrize(
    ("cls", "name", "hold"), KINDS, ids=lambda one: getattr(one, "__name__", one)
)
def test_a_tables_mark_is_answered_with_what_to_put_there(
    cls: Any, name: str, hold: Callable[[Any], Any], mark: object
) -> None:
    for make in (cls, lambda **facts: cp.codec.structure(facts, cls)):
        with pytest.raises(InvalidInput) as caught:
            make(**{**NEEDED.get(cls, {}), name: hold(mark)})
        [problem] = caught.value.problems
        assert problem.path.startswith(name)
        assert "use None for not stated" in problem.text("en")
        assert "未知请留空" in problem.text("zh")


@pytest.mark.parametrize(
    "value", [0, 0.0, "", "nan", np.array([1.0]), [], None, np.float64(1), object()]
)
def test_nothing_else_is_a_mark(value: object) -> None:
    assert not marks_missing(value)


@pytest.mark.parametrize("plain", [True, False])
def test_numpys_truth_value_is_a_flag(plain: bool) -> None:
    cell: Any = np.bool_(plain)
    venue = cp.Venue(waiting_area=cell)
    assert venue.waiting_area is plain
    criterion = cp.facts(cp.Venue).waiting_area == cell
    assert cp.evaluate(criterion, venue).truth is cp.Truth.TRUE


@pytest.mark.parametrize("three", [3, 3.0, Decimal(3), Decimal("3.0"), Fraction(3), np.float64(3)])
def test_three_is_a_count_however_it_is_written(three: Any) -> None:
    assert cp.Venue(daily_visitors=three) == cp.Venue(daily_visitors=3)
    assert cp.codec.structure({"daily_visitors": three}, cp.Venue) == cp.Venue(daily_visitors=3)
    venue = cp.facts(cp.Venue)
    assert (venue.daily_visitors >= three) == (venue.daily_visitors >= 3)
    assert cp.Room(equipment={cp.Equipment.TABLE: three}).equipment == {cp.Equipment.TABLE: 3}
    assert w.Milestone(date(2024, 1, 1), three) == w.Milestone(date(2024, 1, 1), 3)
    assert cp.slots_required(three, per_thousand=1000) == 3
    form = cp.get_plan("bda_2017").forms["mummy_hut"]
    check = cp.check_form(form, {"tables": three})
    assert "tables" not in {problem.path for problem in check.problems}


@pytest.mark.parametrize("half", [3.5, Decimal("3.5"), Fraction(7, 2), np.float64(3.5)])
def test_three_and_a_half_is_none(half: Any) -> None:
    venue = cp.facts(cp.Venue)
    row = cp.get_plan("dawa_2023").ledgers["slots"].rows[0]
    for refuse in (
        lambda: cp.Venue(daily_visitors=half),
        lambda: cp.codec.structure({"daily_visitors": half}, cp.Venue),
        lambda: attrs.evolve(row, milestones=(w.Milestone(date(2024, 1, 1), half),)),
    ):
        with pytest.raises(InvalidInput) as caught:
            refuse()
        assert [problem.code for problem in caught.value.problems] == ["not_whole"]
    with pytest.raises(cp.InvalidCriterion):
        _ = venue.daily_visitors >= half


def test_a_whole_number_as_text_is_read_alike_by_the_codec() -> None:
    expected = cp.Venue(building_area_m2=8000, daily_visitors=8000)
    for written in ('"8000"', '"8000.0"', "8000", "8000.0", "8e3"):
        text = f'{{"building_area_m2": {written}, "daily_visitors": {written}}}'
        assert cp.codec.loads(text, cp.Venue) == expected


# --- what never ends, and what is very large ------------------------------------------------


@pytest.mark.parametrize("endless", [itertools.count, lambda: itertools.repeat(cp.Room())])
def test_an_iterator_that_never_ends_is_refused(endless: Callable[[], Iterator[Any]]) -> None:
    with pytest.raises(InvalidInput) as caught:
        cp.Venue(rooms=endless())  # type: ignore[arg-type]  # an iterator
    assert [(p.path, p.code) for p in caught.value.problems] == [("rooms", "too_many")]
    taken = endless()
    with pytest.raises(InvalidInput):
        cp.Venue(rooms=taken)  # type: ignore[arg-type]  # an iterator
    if isinstance(taken, itertools.count):
        assert next(taken) == MAX_ITEMS + 1  # and no further was it read
    with pytest.raises(cp.InvalidCriterion):
        cp.among(cp.facts(cp.Venue).building_area_m2, endless())


def test_of_very_many_problems_the_first_are_listed() -> None:
    with pytest.raises(InvalidInput) as caught:
        cp.Venue(rooms=[None] * 8_000)  # type: ignore[list-item]  # that is tried
    problems = caught.value.problems
    assert len(problems) == MAX_PROBLEMS + 1
    assert [problem.path for problem in problems[:2]] == ["rooms[0]", "rooms[1]"]
    assert problems[-1] == Problem("", "more_problems", None)
    assert len(str(caught.value).splitlines()) == MAX_PROBLEMS + 1


class _Counted(list[Any]):
    """A list that counts how often it is shown."""

    shown = 0

    def __repr__(self) -> str:
        _Counted.shown += 1
        return super().__repr__()


def test_an_element_is_quoted_and_not_all_of_them_each_time() -> None:
    _Counted.shown = 0
    with pytest.raises(InvalidInput):
        cp.Venue(rooms=_Counted([None] * 8_000))
    assert _Counted.shown == 0


@pytest.mark.parametrize("size", [100, 1_000_000])
def test_a_quotation_costs_no_more_than_it_shows(size: int) -> None:
    class Cell:
        asked = 0

        def __repr__(self) -> str:
            Cell.asked += 1
            return "x"

    for held in ([Cell()] * size, (Cell(),) * size, dict.fromkeys(range(size), Cell())):
        Cell.asked = 0
        assert len(quote(held)) == 60
        assert Cell.asked <= 60
    assert quote("x" * size) == "'" + "x" * 58 + "…"
    assert quote(b"x" * size).endswith("…")


def test_the_problems_of_a_set_come_in_one_order() -> None:
    program = (
        "import careplan as cp\n"
        "try: cp.Room(supplies={'x', 'b', 'a', 'q', 3})\n"
        "except cp.InvalidInput as error: print([one.path for one in error.problems])"
    )
    said = {
        subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    paths = ["supplies['a']", "supplies['b']", "supplies['q']", "supplies['x']", "supplies[3]"]
    assert said == {f"{paths}\n"}


# --- nothing foreign comes out --------------------------------------------------------------


class _Unlike:
    """A value that raises whatever is asked of it."""

    def __eq__(self, other: object) -> bool:
        raise RuntimeError

    def __hash__(self) -> int:
        return 1

    def __repr__(self) -> str:
        raise RuntimeError


FOREIGN: list[Any] = [NAType(), np.array([1, 2]), [], {}, _Unlike(), float("nan")]


@pytest.mark.parametrize("value", FOREIGN, ids=lambda value: type(value).__name__)
def test_a_report_does_not_hold_what_is_no_locality(value: Any) -> None:
    ledger = cp.get_plan("dawa_2023").ledgers["slots"]
    report = cp.track_progress(ledger, [], on=date(2024, 1, 1))
    assert value not in report
    with pytest.raises(NotFound):
        report[value]


@pytest.mark.parametrize("value", FOREIGN, ids=lambda value: type(value).__name__)
def test_an_answer_of_a_form_may_be_anything(value: Any) -> None:
    form = cp.get_plan("bda_2017").forms["mummy_hut"]
    for field in form.fields:
        check = cp.check_form(form, {field.key: value})
        assert field.key in {problem.path for problem in check.problems}
        assert hash(check) == hash(pickle.loads(pickle.dumps(check)))  # noqa: S301 - our own
        assert cp.codec.loads(cp.codec.dumps(check), FormCheck) == check


@pytest.mark.parametrize(
    "value", [*FOREIGN, object(), lambda: 1, b"x", 1j, {1}, type, 1.5, iter([])]
)
def test_what_cannot_be_written_is_refused(value: object) -> None:
    with pytest.raises(InvalidInput):
        cp.codec.dumps(value)


def _local() -> list[Any]:
    class Text(str):
        __slots__ = ()

    class Choice(cp.Body.__mro__[1]):  # type: ignore[misc,name-defined]  # the enum all of ours are made of
        ONE = ("one", "一", "one")

    return [Choice.ONE, Text("x"), threading.Lock(), lambda: 1, _Unlike(), 10**5_000]


@pytest.mark.parametrize("value", _local(), ids=lambda value: type(value).__name__)
def test_any_error_can_leave_the_process(value: Any) -> None:
    looped: list[Any] = [value]
    looped.append(looped)
    for held in (value, [value], (value, [value]), {1: value}, looped):
        said = {"other_field": held, "other": held}
        error = InvalidInput([Problem("x", "contradiction", held, said)])
        again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
        assert [(p.path, p.code) for p in again.problems] == [("x", "contradiction")]
        assert again.problems[0].text("zh")
        lost = pickle.loads(pickle.dumps(NotFound("plan", held, ["a"])))  # noqa: S301 - our own
        assert lost.known == ("a",)
    assert pickle.loads(pickle.dumps(cp.AmbiguousTruth(value))).given  # noqa: S301 - our own


class _Broken(Mapping[str, object]):
    """A mapping that does not say what it holds."""

    def __getitem__(self, key: str) -> object:
        raise RuntimeError

    def __iter__(self) -> Iterator[str]:
        raise RuntimeError

    def __len__(self) -> int:
        return 1


def test_what_only_looks_like_ours_does_not_leave_the_process() -> None:
    class Phrase:
        zh = en = "x"

    class Sulking:
        def __getattr__(self, name: str) -> object:
            raise RuntimeError

    for value in (Mock(), Phrase(), Sulking(), Enum("X", "a")):
        with pytest.raises(InvalidInput) as caught:
            cp.Room(area_m2=value)  # type: ignore[arg-type]  # that is tried
        again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own
        assert again.problems[0].code == "wrong_type"


@pytest.mark.parametrize(
    ("given", "paths"),
    [
        ({"path": 3, "code": "nope"}, ["path", "code"]),
        ({"path": 3, "code": "nope", "parameters": 3}, ["path", "code", "parameters"]),
        ({"path": "x", "code": []}, ["code"]),
        ({"path": 3, "code": "required"}, ["path"]),
        ({"path": "x", "code": "too_small"}, ["parameters"]),
        ({"path": None, "code": "too_small"}, ["path", "parameters"]),
        ({"path": "x", "code": "required", "parameters": 3}, ["parameters"]),
        ({"path": "x", "code": "required", "parameters": {3: 4}}, ["parameters"]),
        ({"path": "x", "code": "required", "parameters": _Broken()}, ["parameters"]),
    ],
)
def test_a_problem_can_be_said(given: Any, paths: list[str]) -> None:
    with pytest.raises(InvalidInput) as caught:
        Problem(**{"value": 1, **given})
    assert [problem.path for problem in caught.value.problems] == paths
    assert Problem("x", "too_small", 1, {"minimum": 2}).text("en") == "x: must be at least 2, got 1"


# --- the caller's decimal context -----------------------------------------------------------


def _everything() -> list[str]:
    """Do a bit of all that reckons with or writes decimals."""
    area, venue = Decimal("12345.678"), cp.facts(cp.Venue)
    mall = cp.Venue(
        category=cp.VenueCategory.COMMERCIAL_CENTRE,
        building_area_m2=area,
        rooms=[cp.Room(independent=True, usable_area_m2=8.123456)],
    )
    found = cp.assess(mall, cp.get_plan("shuangliao_2021"))
    said = [found.explain("zh"), found.explain("en"), str(found.records()), str(cp.remedies(found))]
    said += [cp.codec.dumps(found), str(cp.codec.loads(cp.codec.dumps(found), Assessment))]
    sheet = cp.get_plan("bda_2017").scorecards["care_room"]
    score = cp.score(sheet, {"area": 20, "cleanliness": Decimal("18.55")})
    said += [
        score.explain(),
        repr(score.needed),
        repr(cp.slots_required(420_444, per_thousand=4.5)),
    ]
    measured = cp.Measurement(on=date(2021, 12, 31), part=37.5, whole=Decimal("40.001"))
    said += [repr(measured.figure(w.Measure.PERCENT)), repr(cp.slots_per_thousand(1892, 420_444))]
    bounds = cp.among(venue.building_area_m2, [1.5, 2, area]) & (venue.building_area_m2 > 10_000.5)
    said += [repr(bounds), bounds.describe("en"), repr(cp.evaluate(bounds, mall))]
    for text in ("1e999999999", "1e99999999999999999999", "NaN", "0.10", '"12.50"', "1e5", "-1.5"):
        try:
            said.append(repr(cp.codec.loads(f'{{"building_area_m2": {text}}}', cp.Venue)))
        except InvalidInput as error:
            said.append(str(error))
    for number in (Decimal("sNaN"), Decimal("1E+5"), Decimal("1E+999"), -0.0, 1e-9, Fraction(1, 3)):
        try:
            said.append(repr(cp.Venue(building_area_m2=number)))
        except InvalidInput as error:
            said.append(str(error))
    return said


@pytest.mark.parametrize("precision", [1, 3, 28])
@pytest.mark.parametrize("trapping", [True, False])
@pytest.mark.parametrize("rounding", [decimal.ROUND_DOWN, decimal.ROUND_UP])
def test_the_callers_decimal_context_changes_nothing(
    precision: int, trapping: bool, rounding: str
) -> None:
    expected = _everything()
    traps = [*decimal.Context().flags] if trapping else []
    hostile = decimal.Context(precision, rounding, Emin=-1, Emax=1, traps=traps)
    with localcontext(hostile):
        assert _everything() == expected


# --- the quick look ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "kept", "looked_at"),
    [
        (FlagKind(), [True, False], [None, 0, np.bool_(1)]),
        (TextKind(), ["", "x"], [None, 3]),
        (TextKind(filled=True), ["x"], ["", " ", None]),
        (ChoiceKind(cp.RoomUse), list(cp.RoomUse), ["nursery", cp.Body.TAX]),
        (NumberKind(step=1), [0, 1], [-1, True, Decimal("1.5")]),
    ],
)
def test_a_quick_look_says_yes_only_of_what_reading_keeps(
    kind: Any, kept: list[Any], looked_at: list[Any]
) -> None:
    is_kept = keeper(kind)
    assert not any(map(is_kept, looked_at))
    for value in kept:
        problems: list[Problem] = []
        assert is_kept(value)
        assert read(kind, value, "x", problems) is value
        assert problems == []


def test_what_is_no_item_is_told_what_was_expected() -> None:
    with pytest.raises(InvalidInput) as caught:
        cp.Venue(rooms=[3])  # type: ignore[list-item]  # that is tried
    [problem] = caught.value.problems
    assert problem.text("zh") == "第1间母婴室：应为母婴室，给出的是3"
    assert problem.text("en") == "room 1: expected Room, got 3"
    assert problem.located() == "rooms[0]: expected Room, got 3"


def test_few_numbers_share_no_hash_with_too_many() -> None:
    assert same_hash([1, 2, 3]) is False


def test_a_quick_look_knows_nothing_of_lists_and_tables() -> None:
    # "No" says nothing: such a value is read.
    assert not keeper(ItemsKind(cp.Room))((cp.Room(),))
