"""What is refused, to the letter: every problem as it was when last agreed, path, code and texts.

`PYTHONPATH=tests python tests/codec/test_kept_refusals.py` writes data/refused.json anew; a change
of it is to be read, line by line. What differs in one changed place only is kept as a digest.
"""

import copy
import json
from collections.abc import Callable, Iterator
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

import attrs
import pytest
from codec_samples import JUNK, MALL, ROOM, places, sample_results
from counting import same_hash
from refusing import latin

import careplan as cp
from careplan import writing as w
from careplan.base.errors import InvalidInput
from careplan.nouns.catalogue import NOUNS
from careplan.results import Evidence, Score

KEPT = Path(__file__).parent.parent / "data" / "refused.json"
venue, room = cp.facts(cp.Venue), cp.facts(cp.Room)
RESULTS = sample_results()
PLANS = {plan_id: cp.get_plan(plan_id) for plan_id in cp.plan_ids()}


def compare(**said: object) -> dict[str, object]:
    return {"type": "Compare", "noun": "Room", "path": "existing", "op": "==", "value": 1} | said


def valued(value: object) -> dict[str, object]:
    """Return an evidence of whatever value."""
    return {"path": "existing", "observed": value, "truth": "true", "required": compare(value=True)}


NUMBERS: list[object] = ["1e3", "1." + "1" * 99, -1, []]
SAME_HASH = [str(value) for value in same_hash(51)]
RULE = {"type": "Rule", "clause": {}, "requires": {"type": "AllOf", "parts": [{}, None, 3]}}
# By what is read: texts and data that are wrong in more than one way, or in a way of their own.
READ: dict[str, tuple[Any, Any]] = {
    "no json": ('{"rooms": }', cp.Venue),
    "no object": (3, cp.Venue),
    "nothing": (None, cp.Venue),
    "numpy's missing": (float("nan"), w.Rule),
    "keys that are none": ({1: 2, "a b": 3, "romms": 4, "rooms": [None, {}, 3]}, cp.Venue),
    "doubled keys": ('{"rooms": [{"use": 3, "use": 4}], "x": 1, "x": 2}', cp.Venue),
    "a doubled version": ('{"format": 4, "format": 3, "type": "Plan"}', cp.Plan),
    "doubled in a table": ('{"equipment": {"table": 1, "桌子": "x", "x": 2, "x": 3}}', cp.Room),
    "doubled in a criterion": ('{"type": "Not", "part": {"type": 3, "type": 4}}', cp.Criterion),
    "doubled in a rule": ('{"type": "Rule", "part": 1, "part": 2, "outcome": 3}', w.Rule),
    "doubled in a value": (json.dumps(valued({"type": "day"}))[:-1] + ', "path": 3}', Evidence),
    "leaves": (
        {
            "category": "Hospital",
            "daily_visitors": 3.9,
            "building_area_m2": "-4.5",
            "waiting_area": "false",
            "coach_station_grade": True,
            "reserved_seats": "NA",
        },
        cp.Venue,
    ),
    "numbers": (
        [{"area_m2": one} for one in NUMBERS],
        tuple[cp.Room, ...],
    ),
    "sets": ([{"supplies": "x"}, {"supplies": ["x", None]}, {"use": "x"}], tuple[cp.Room, ...]),
    "days": ({"on": "2024-02-30", "slots": Decimal("1.5"), "locality": ["x"]}, cp.SlotCount),
    "texts": ({"on": None, "slots": None, "locality": "\ud800"}, cp.SlotCount),
    "a text too long": ({"on": "2024-01-01", "slots": 1, "locality": "甲" * 20_001}, cp.SlotCount),
    "pairs": (RULE | {"under": ["x"], "also": 3}, w.Rule),
    "a rule": (RULE, w.Rule),
    "a rule of another class": (RULE | {"type": "Benefit", "part": 3}, w.Rule),
    "a plan": ({"format": 4, "type": "Plan", "clauses": {}, "x": 1}, cp.Plan),
    "a plan of another version": ({"format": 99}, cp.Plan),
    "a plan of no version": ({"type": "Plan"}, cp.Plan),
    "an old answer": ({"format": 3, "type": "Score"}, Score),
    "an old plan": ('{"format": 2, "rules": [{"otherwise": 3, "otherwise": 4}]}', cp.Plan),
    "no criterion": ({"type": "Rule"}, cp.Criterion),
    "nothing of a criterion": ({"type": "Compare", "x": 1}, cp.Criterion),
    "no fact": (compare(path="existin", op="=>", value=[]), cp.Criterion),
    "a path too long": (compare(path="x" * 301), cp.Criterion),
    "no path": (compare(path=3, noun="Rom"), cp.Criterion),
    "no noun": (compare(noun=[], value={}), cp.Criterion),
    "a fact of another kind": (compare(path="supplies", op="x", value="y"), cp.Criterion),
    "no order": (compare(op=">", value="true"), cp.Criterion),
    "no member": (compare(type="Has", path="supplies", item="x") | {"op": "=="}, cp.Criterion),
    "no values": (
        {"type": "Among", "noun": "Room", "path": "area_m2", "values": []},
        cp.Criterion,
    ),
    "values": (
        {"type": "Among", "noun": "Room", "path": "area_m2", "values": ["x", None, 1, "-1"]},
        cp.Criterion,
    ),
    "values of one hash": (
        {"type": "Among", "noun": "Room", "path": "area_m2", "values": SAME_HASH},
        cp.Criterion,
    ),
    "two nouns": (
        {
            "type": "AnyOf",
            "parts": [compare(value=True), cp.codec.unstructure(venue.waiting_area == True)],  # noqa: E712 - a proxy
        },
        cp.Criterion,
    ),
    "items of another noun": (
        {
            "type": "Some",
            "noun": "Venue",
            "path": "rooms",
            "where": cp.codec.unstructure(venue.waiting_area == True),  # noqa: E712 - a proxy
        },
        cp.Criterion,
    ),
    "too deep": (json.loads('{"type":"Not","part":' * 99 + "3" + "}" * 99), cp.Criterion),
    "by reading": (
        {"type": "ByReading", "interpretation": 3, "options": {"a": 1, "b": {"type": "x"}}, "c": 1},
        w.ByReading,
    ),
    "by no reading": ({"type": "AllOf", "parts": []}, w.ByReading),
    "no options": ({"type": "ByReading", "interpretation": "a", "options": {}}, w.ByReading),
    "no value": (valued(3.5), Evidence),
    "a value of no type": (valued({"type": "dy", "value": 1}), Evidence),
    "a value of too many keys": (valued({"type": "day", "value": "x", "zh": 1}), Evidence),
    "no day": (valued({"type": "day", "value": "x"}), Evidence),
    "no number": (valued({"type": "number", "value": "x"}), Evidence),
    "a list": (valued({"type": "list", "items": [1, 3.5, {"type": 3}]}), Evidence),
    "no set": (valued({"type": "set", "items": ["a", "a"]}), Evidence),
    "no table": (valued({"type": "table", "entries": [["a"]]}), Evidence),
    "a doubled table": (valued({"type": "table", "entries": [["a", 1], ["a", 2]]}), Evidence),
    "no enum": (valued({"type": "member", "enum": "Rooms", "value": "x"}), Evidence),
    "no member of an enum": (
        valued({"type": "member", "enum": "RoomUse", "value": "nurserie"}),
        Evidence,
    ),
    "a noun": (
        valued({"type": "noun", "value": {"type": "Room", "facts": {"x": 1}, "y": 2}}),
        Evidence,
    ),
    "no noun of all": (valued({"type": "noun", "value": {"type": "Rom", "facts": 3}}), Evidence),
}


# By what is written: what could not be read back.
WRITTEN: dict[str, Any] = {
    "no object": 1j,
    "a list": [MALL],
    "among others": (MALL, 1j, (b"x",)),
    "a text": w.Clause("1", "一", w.Modality.MUST, cp.Text(zh="\ud800", en="x" * 20_001)),
    "a list for a tuple": attrs.evolve(
        RESULTS["assessment"], findings=list(RESULTS["assessment"].findings)
    ),
    "a result's fields": attrs.evolve(RESULTS["score"], items=(3,), sheet=None, readings={1: 2}),
    "a result's value": attrs.evolve(
        RESULTS["assessment"].findings[0].requires_evidence[0], observed=(1, b"x")
    ),
    "what does not fit": attrs.evolve(RESULTS["score"], items=RESULTS["score"].items[1:]),
    "a day with an hour": datetime(2021, 1, 1),  # noqa: DTZ001 - what is refused
    "a name of ours": type("Room", (cp.Room,), {})(),
    "a class": int,
    "a class that is no noun": attrs.evolve(RESULTS["registration_path"], noun=int),
}
CHANGED: dict[str, tuple[Any, Any]] = {
    **{name: (cp.codec.unstructure(one), type(one)) for name, one in RESULTS.items()},
    "venue": (cp.codec.unstructure(MALL), cp.Venue),
    "room": (cp.codec.unstructure(ROOM), cp.Room),
    **{
        name: (cp.codec.unstructure(one), cp.Criterion)
        for name, one in {
            "join": (venue.building_area_m2 > 10_000.5) & ~cp.some(venue.rooms, room.area_m2 > 6),
            "has": cp.has(room.supplies, cp.Supply.CLEANING_CLOTHS),
            "among": cp.among(venue.category, [cp.VenueCategory.HOSPITAL]),
        }.items()
    },
    **{
        f"{plan_id} rule {index}": (cp.codec.unstructure(rule), w.Rule)
        for plan_id, plan in PLANS.items()
        for index, rule in enumerate(plan.rules[::9])
    },
    "registration": (cp.codec.unstructure(PLANS["shiyan_2021"].registration), w.Registration),
}
MOST = 60  # places of a sample that are changed


def refused(call: Callable[[], object]) -> Any:
    """Return all that is wrong, as a form shows it; what is not refused, as it is written."""
    try:
        return cp.codec.unstructure(call())
    except InvalidInput as error:
        return error.to_records()


def read(data: Any, cls: Any) -> Any:
    return refused(
        lambda: (cp.codec.loads if isinstance(data, str) else cp.codec.structure)(data, cls)
    )


def write(obj: Any) -> Any:
    return refused(lambda: cp.codec.unstructure(obj))


def changed(data: Any) -> Iterator[Any]:
    """Yield data with one place after the other changed: junk of every kind, in turn."""
    number = sum(1 for _ in places(data))
    for turn, index in enumerate(range(0, number, 1 + number // MOST)):
        again = copy.deepcopy(data)
        holder, key, drop = list(places(again))[index]
        junk = copy.deepcopy(JUNK[turn * 7 % len(JUNK)])  # 7: no divisor of their number
        if drop:
            del holder[key]
        elif isinstance(holder, list) and key == len(holder):
            holder.append(junk)
        else:
            holder[key] = junk
        yield again


def digest(said: Any) -> str:
    text = json.dumps(said, ensure_ascii=True, sort_keys=True, default=repr)
    return sha256(text.encode()).hexdigest()[:12]


# What refused.json keeps, in parts.
PARTS: dict[str, Callable[[], dict[str, Any]]] = {
    "read": lambda: {name: read(data, cls) for name, (data, cls) in READ.items()},
    "written": lambda: {name: write(one) for name, one in WRITTEN.items()},
    "changed": lambda: {
        name: " ".join(digest(read(one, cls)) for one in changed(data))
        for name, (data, cls) in CHANGED.items()
    },
    "schemas": lambda: {
        cls.__name__: digest(cp.codec.schema(cls))
        for cls in (cp.Plan, *map(type, RESULTS.values()), *NOUNS)
    },
}


@pytest.mark.parametrize("part", PARTS)
def test_what_is_wrong_is_said_as_it_was(part: str) -> None:
    was = json.loads(KEPT.read_text(encoding="utf-8"))[part]
    said = PARTS[part]()
    assert set(said) == set(was)
    assert {name: one for name, one in said.items() if one != was[name]} == {}


def problems(said: Any) -> Iterator[dict[str, Any]]:
    """Yield the problems among what is said of several inputs."""
    if isinstance(said, dict) and {"code", "zh"} <= said.keys():
        yield said
    elif isinstance(said, dict | list):
        for one in said.values() if isinstance(said, dict) else said:
            yield from problems(one)


@pytest.mark.parametrize("part", ["read", "written"])
def test_what_is_wrong_is_said_in_chinese_words(part: str) -> None:
    said = list(problems(PARTS[part]()))
    assert len(said) > 10
    # No path and no name of Python or JSON, unless in “”: to be taken to the letter.
    assert {one["zh"]: latin(one["zh"]) for one in said if latin(one["zh"])} == {}


@pytest.mark.parametrize("sample", ["venue", "room", "join", "has", "among", "registration"])
def test_so_is_what_is_wrong_with_a_changed_sample(sample: str) -> None:
    data, cls = CHANGED[sample]
    said = list(problems([read(one, cls) for one in changed(data)]))
    assert len(said) > 5
    assert {one["zh"]: latin(one["zh"]) for one in said if latin(one["zh"])} == {}


if __name__ == "__main__":
    whole = {part: say() for part, say in PARTS.items()}
    KEPT.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
