"""Hostile texts and data: refused with InvalidInput, before they cost memory, stack or time."""

import inspect
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import careplan as cp
from careplan import writing as w
from careplan.base.errors import MAX_PROBLEMS, InvalidInput, Problem
from careplan.codec import text as limits
from careplan.codec.problems import problems_of
from careplan.codec.text import Overlong, parse
from careplan.criteria.nodes import Node
from careplan.results import Assessment, Change, ItemScore

codec = cp.codec


def problems(text: Any, cls: Any = cp.Venue) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInput) as caught:
        codec.loads(text, cls)
    assert all(len(problem.text("en")) < 2_000 for problem in caught.value.problems)
    return [(problem.path, problem.code) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "path", "code"),
    [
        ("[" * 1_000_000, "", "too_deep"),
        ('{"a":' * 100_000, "", "too_deep"),
        ("[" * 101 + "]" * 101, "", "too_deep"),
        ("[" * 100 + "]" * 100, "", "wrong_type"),
        ('"' + "[" * 1_000 + '\\"[" ', "", "wrong_type"),  # brackets inside a text
        ('"' + "a" * 1_000_000, "", "not_json"),
        ('"' + '\\"' * 500_000, "", "not_json"),
        ("9" * 1_000_000, "", "wrong_type"),
        ('{"daily_visitors":' + "9" * 1_000_000 + "}", "daily_visitors", "out_of_range"),
        ('{"daily_visitors":' + "9" * 100 + "}", "daily_visitors", "out_of_range"),
        ('{"daily_visitors":1e100}', "daily_visitors", "out_of_range"),
        ('{"daily_visitors":1e99}', "daily_visitors", "out_of_range"),
        ('{"building_area_m2":1e999999999}', "building_area_m2", "out_of_range"),
        ('{"building_area_m2":1e99999999999999999999999}', "building_area_m2", "out_of_range"),
        ('{"building_area_m2":0.' + "1" * 100_000 + "}", "building_area_m2", "out_of_range"),
        ('{"building_area_m2":"1/' + "3" * 100_000 + '"}', "building_area_m2", "out_of_range"),
        ('{"building_area_m2":NaN}', "building_area_m2", "not_finite"),
        ('{"building_area_m2":Infinity}', "building_area_m2", "not_finite"),
        ('{"daily_visitors":-Infinity}', "daily_visitors", "not_finite"),
        ('{"waiting_area":NaN}', "waiting_area", "blank_mark"),
        ('{"category":"' + "x" * 1_000_000 + '"}', "category", "not_a_member"),
        ('{"' + "x" * 1_000_000 + '":1}', "['" + "x" * 58 + "…]", "unknown_key"),
        ('{"rooms":[{"area_m2":1,"area_m2":2}]}', "rooms[0].area_m2", "duplicate_key"),
        ('{"rooms":[],"rooms":[],"rooms":[]}', "rooms", "duplicate_key"),
        ('{"\\ud800":1}', "['\\ud800']", "unknown_key"),
        ("", "", "not_json"),
        ("{", "", "not_json"),
        ("[1,]", "", "not_json"),
        ("{'rooms': []}", "", "not_json"),
        ('{"rooms": []} {}', "", "not_json"),
        ('\ufeff{"rooms": []}', "", "not_json"),
        ('{"category": "a\nb"}', "", "not_json"),
        (b"{}", "text", "wrong_type"),
        (None, "text", "wrong_type"),
    ],
    ids=lambda _: "",
)
def test_a_hostile_text_is_refused(text: Any, path: str, code: str) -> None:
    assert problems(text) == [(path, code)]


@pytest.mark.parametrize(
    ("locality", "code"),
    [
        ("\\ud800", "broken_text"),
        ("\\udc00\\ud800", "broken_text"),
        ("x" * (limits.MAX_TEXT + 1), "too_long"),
    ],
)
def test_a_text_no_file_can_hold_is_refused(locality: str, code: str) -> None:
    text = f'{{"locality": "{locality}", "on": "2024-01-01", "slots": 1}}'
    assert problems(text, cp.SlotCount) == [("locality", code)]


def test_a_whole_pair_of_surrogates_is_a_character() -> None:
    text = '{"locality": "\\ud83d\\ude00", "on": "2024-01-01", "slots": 1}'
    assert codec.loads(text, cp.SlotCount).locality == "😀"


def test_what_could_not_be_read_back_is_not_written() -> None:
    for name, code in (("\ud800", "broken_text"), ("x" * (limits.MAX_TEXT + 1), "too_long")):
        clause = w.Clause("1", "一", w.Modality.MUST, cp.Text(zh=name, en="a"))
        with pytest.raises(InvalidInput) as caught:
            codec.dumps(clause)
        assert [(p.path, p.code) for p in caught.value.problems] == [("summary.zh", code)]
    item = cp.get_plan("bda_2017").scorecards["care_room"].items[0]
    score = ItemScore(item, 0, 10**16)
    with pytest.raises(InvalidInput) as caught:
        codec.dumps(score)
    assert [(p.path, p.code) for p in caught.value.problems] == [("high", "out_of_range")]


def test_a_very_long_text_is_not_even_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("careplan.codec.text.MAX_CHARACTERS", 10)
    assert problems("[" * 11) == [("", "too_long")]
    assert parse("[1]") == [1]


def test_very_many_values_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_VALUES", 100)
    assert problems("[" + "1," * 100 + "1]", tuple[cp.Room, ...]) == [("", "too_many")]
    twice: list[Any] = []
    for _ in range(60):  # 2 ** 60 values by sharing
        twice = [twice, twice]
    with pytest.raises(InvalidInput) as caught:
        codec.structure(twice, tuple[cp.Room, ...])
    assert [p.code for p in caught.value.problems] == ["too_many"]


def test_a_structure_that_holds_itself_is_too_deep() -> None:
    endless: dict[str, Any] = {}
    endless["rooms"] = [endless]
    with pytest.raises(InvalidInput) as caught:
        codec.structure(endless, cp.Venue)
    assert [p.code for p in caught.value.problems] == ["too_deep"]


def test_only_so_many_problems_are_listed() -> None:
    found = problems("[" + ",".join(["1"] * 100_000) + "]", tuple[cp.Room, ...])
    assert len(found) == MAX_PROBLEMS + 1
    assert found[-1] == ("", "more_problems")
    many = tuple(object() for _ in range(MAX_PROBLEMS + 10))
    with pytest.raises(InvalidInput) as caught:
        codec.unstructure(many)
    assert caught.value.problems[-1] == Problem("", "more_problems", None)


def test_a_caller_deep_in_calls_of_its_own_gets_the_same_error() -> None:
    criterion: Any = cp.facts(cp.Venue).waiting_area == True  # noqa: E712 - a proxy
    for _ in range(40):
        criterion = cp.not_(criterion)
    data = codec.unstructure(criterion)
    rule = {"type": "Rule", "clause": codec.unstructure(cp.get_plan("bda_2017").clauses[0])}

    def at(depth: int) -> set[str]:
        if depth:
            return at(depth - 1)
        codes = set()
        for given_data, cls in ((data, cp.Criterion), ({**rule, "requires": data}, w.Rule)):
            try:
                codec.structure(given_data, cls)
            except InvalidInput as error:
                codes |= {problem.code for problem in error.problems}
        return codes

    room = sys.getrecursionlimit() - len(inspect.stack(0))
    codes = set().union(*(at(depth) for depth in range(room - 400, room - 60, 20)))
    assert codes == {"too_deep"}
    assert at(0) == set()


@pytest.mark.parametrize(
    ("text", "cls", "found"),
    [
        ('{"a": {"rooms": [], "rooms": []}, "b": 1}', cp.Venue, None),
        (
            '{"rooms": [], "rooms": [], "category": 3, "x": 1}',
            cp.Venue,
            [("rooms", "duplicate_key"), ("x", "unknown_key"), ("category", "not_a_member")],
        ),
        (
            '{"equipment": {"table": 1, "table": 2}}',
            cp.Room,
            [("equipment.table", "duplicate_key")],
        ),
        (
            '{"type":"ByReading","interpretation":"a","options":{"x":3,"x":3}}',
            w.ByReading,
            [("options.x", "duplicate_key"), ("options.x", "wrong_type")],
        ),
    ],
)
def test_keys_that_stand_twice_are_found_beside_the_rest(text: str, cls: Any, found: Any) -> None:
    if found is None:  # what is in a key that is not known is not looked into
        found = [("a", "unknown_key"), ("b", "unknown_key")]
    assert problems(text, cls) == found


class _Foreign(Mapping[str, object]):
    """A mapping that is no dict; `broken` ones do not say what they hold."""

    def __init__(self, data: dict[str, object], *, broken: bool = False) -> None:
        self.data, self.broken = data, broken

    def __getitem__(self, key: str) -> object:
        return self.data[key]

    def __iter__(self) -> Iterator[str]:
        if self.broken:
            raise RuntimeError
        return iter(self.data)

    def __len__(self) -> int:
        return len(self.data)


def test_a_mapping_of_another_kind_is_read_or_refused() -> None:
    assert codec.structure(_Foreign({"rooms": [_Foreign({})]}), cp.Venue) == cp.Venue(
        rooms=[cp.Room()]
    )
    data = codec.unstructure(cp.facts(cp.Venue).building_area_m2 > 5)
    assert codec.structure(_Foreign(data), cp.Criterion) == codec.structure(data, cp.Criterion)
    for cls in (cp.Venue, cp.Criterion, cp.Plan):
        with pytest.raises(InvalidInput) as caught:
            codec.structure(_Foreign({"format": codec.FORMAT}, broken=True), cls)
        assert {problem.code for problem in caught.value.problems} <= {"wrong_type", "required"}


def test_tuples_too_deep_in_each_other_are_not_written() -> None:
    deep: Any = ()
    for _ in range(5_000):
        deep = (deep,)
    with pytest.raises(InvalidInput) as caught:
        codec.dumps(deep)
    assert [problem.code for problem in caught.value.problems] == ["too_deep"]


def test_a_tuple_is_a_list_in_data() -> None:
    assert codec.structure({"rooms": ({}, {})}, cp.Venue) == cp.Venue(rooms=[cp.Room()] * 2)


def test_an_error_that_is_no_refusal_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError):
        list(problems_of(ZeroDivisionError()))


def test_a_node_that_is_no_criterion_is_not_written() -> None:
    with pytest.raises(InvalidInput):
        codec.dumps(Node())


def test_a_criterion_too_deep_to_read_is_not_written() -> None:
    criterion: Any = cp.facts(cp.Room).existing == True  # noqa: E712 - a proxy
    for _ in range(5_000):
        criterion = cp.not_(criterion)
    with pytest.raises(InvalidInput) as caught:
        codec.dumps(criterion)
    assert [p.code for p in caught.value.problems] == ["too_deep"]


@given(st.integers(0, 120))
def test_what_is_written_is_never_too_deep_to_read(depth: int) -> None:
    criterion: Any = cp.all_of()
    for _ in range(depth):
        criterion = cp.not_(criterion)
    try:
        text = codec.dumps(criterion)
    except InvalidInput:
        assert depth > limits.MAX_DEPTH - 3
    else:
        assert codec.loads(text, cp.Criterion) == criterion


@given(st.text(alphabet='{}[]",:\\u0123456789.eE+-truefalsn \ud800') | st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(InvalidInput):  # and no other error
        assert isinstance(codec.loads(text, cp.Venue), cp.Venue)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(JSON, st.sampled_from([cp.Venue, cp.Plan, cp.Criterion, w.Rule, Assessment, Change]))
def test_any_data_is_read_or_refused(data: Any, cls: Any) -> None:
    with suppress(InvalidInput):  # and no other error
        made = codec.structure(data, cls)
        assert codec.structure(codec.unstructure(made), cls) == made


def test_an_overlong_number_shows_only_its_start() -> None:
    with pytest.raises(InvalidInput) as caught:
        codec.loads('{"daily_visitors": ' + "7" * 10_000 + "}", cp.Venue)
    assert caught.value.problems[0].text("en").count("7") < limits.MAX_DIGITS
    assert repr(Overlong("12")) == "12…"
    assert parse("1.50") == Decimal("1.50")
