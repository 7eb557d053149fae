"""Plans of older formats: what they say otherwise is read as it was meant, and no more is taken."""

import inspect
import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import attrs
import pytest
from small_plans import MUST, TITLE, plan_of

import careplan as cp
from careplan import writing as w
from careplan.base.errors import InvalidInput
from careplan.codec.known import FORMAT
from careplan.criteria.nodes import Criterion, not_
from careplan.criteria.proxies import has
from careplan.fields.declaring import Noun, part

codec = cp.codec
room, venue = cp.facts(cp.Room), cp.facts(cp.Venue)
NURSERY, LACTATION = cp.RoomUse.NURSERY, cp.RoomUse.LACTATION
IS_NURSERY, IS_LACTATION = has(room.use, NURSERY), has(room.use, LACTATION)
OLDER = range(1, 4)  # a room had one use in formats 1 to 3

# As format 3 wrote them: room.use == ..., room.use != ..., among(room.use, ...).
EQUAL = {"type": "Compare", "noun": "Room", "path": "use", "op": "==", "value": "nursery"}
OTHER = {**EQUAL, "op": "!="}
AMONG = {"type": "Among", "noun": "Room", "path": "use", "values": ["lactation", "nursery"]}
NOTE = {"text": {"zh": "甲", "en": "A."}, "when": EQUAL}


@attrs.frozen(kw_only=True)
class OwnRoom(cp.Room):
    """A room of a caller's own."""


@attrs.frozen(kw_only=True)
class Tower(Noun):
    """A noun of a caller's own that holds a room."""

    lobby: cp.Room | None = part(cp.Room, "大堂", "lobby")


def plan_data(version: int, **rule: Any) -> dict[str, Any]:
    """Return the data of a plan of one rule, with these keys of the rule."""
    plan = plan_of(w.Rule(clause=MUST, applies=room.existing, requires=room.clean))
    data = codec.unstructure(plan)
    data["format"] = version
    data["rules"][0] |= rule
    return dict(data)


def requires(version: int, criterion: Any) -> Any:
    """Read a plan that asks for a criterion, and return what it asks for."""
    return codec.structure(plan_data(version, requires=criterion), cp.Plan).rules[0].requires


def problems(data: Any) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInput) as caught:
        codec.structure(data, cp.Plan)
    return [(problem.path, problem.code) for problem in caught.value.problems]


@pytest.mark.parametrize("version", OLDER)
@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (EQUAL, IS_NURSERY),
        (OTHER, not_(IS_NURSERY)),
        (AMONG, IS_LACTATION | IS_NURSERY),
        ({**AMONG, "values": ("nursery",)}, cp.any_of(IS_NURSERY)),
        ({**EQUAL, "value": "育婴室"}, IS_NURSERY),  # by any name, as everywhere
        ({"type": "Not", "part": EQUAL}, not_(IS_NURSERY)),
    ],
)
def test_what_a_room_is_for_is_read_as_it_was_meant(
    version: int, written: Any, meant: Criterion
) -> None:
    assert requires(version, written) == meant
    # The format of today has no such criterion.
    inside = "rules[0].requires.part" if written["type"] == "Not" else "rules[0].requires"
    assert problems(plan_data(FORMAT, requires=written)) == [(f"{inside}.path", "wrong_fact")]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        # What the three operators said of a room of one use, and of one that does not say.
        (EQUAL, {NURSERY: "met", LACTATION: "not_met", cp.RoomUse.CARE_ROOM: "not_met"}),
        (OTHER, {NURSERY: "not_met", LACTATION: "met", cp.RoomUse.CARE_ROOM: "met"}),
        (AMONG, {NURSERY: "met", LACTATION: "met", cp.RoomUse.CARE_ROOM: "not_met"}),
    ],
)
def test_a_room_of_one_use_is_judged_as_before(
    written: Any, expected: dict[cp.RoomUse, str]
) -> None:
    data = plan_data(3, applies={"type": "AllOf", "parts": []}, requires=written)
    plan = codec.structure(data, cp.Plan)
    found = {use: cp.assess(cp.Room(use=use), plan).outcome.value for use in expected}
    assert found == expected
    unstated = cp.assess(cp.Room(), plan)
    assert (unstated.outcome, unstated.missing) == (cp.Outcome.UNKNOWN, ("use",))


def test_it_is_found_wherever_a_plan_has_it() -> None:
    some = {"type": "Some", "noun": "Venue", "path": "rooms", "where": EQUAL}
    question = w.Interpretation(
        id="q",
        clauses=("1",),
        question=TITLE,
        options=(w.Option("a", TITLE), w.Option("b", TITLE)),
    )
    data = plan_data(
        3,
        applies={"type": "AllOf", "parts": []},
        requires={
            "type": "ByReading",
            "interpretation": "q",
            "options": {"a": some, "b": {"type": "Not", "part": some}},
        },
    )
    data["interpretations"] = [codec.unstructure(question)]
    data["benefits"] = [
        {"type": "Benefit", "clause": codec.unstructure(MUST), "condition": AMONG},
    ]
    plan = codec.structure(data, cp.Plan)
    has_nursery = cp.some(venue.rooms, IS_NURSERY)
    assert plan.rules[0].requires == w.ByReading("q", {"a": has_nursery, "b": not_(has_nursery)})
    assert plan.benefits[0].condition == IS_LACTATION | IS_NURSERY


def test_it_is_found_of_a_room_of_a_callers_own_and_of_one_a_noun_holds() -> None:
    own, tower = cp.facts(OwnRoom), cp.facts(Tower)
    for criterion, noun, path in (
        (has(own.use, NURSERY) & own.direction_sign, "OwnRoom", "use"),
        (cp.any_of(has(tower.lobby.use, NURSERY)), "Tower", "lobby.use"),
    ):
        data = plan_data(3, applies={"type": "AllOf", "parts": []})
        parts = codec.unstructure(criterion)
        parts["parts"][0] = {**EQUAL, "noun": noun, "path": path}
        data["rules"][0]["requires"] = parts
        read = codec.structure(data, cp.Plan, nouns=[OwnRoom, Tower])
        assert read.rules[0].requires == criterion


@pytest.mark.parametrize(
    "changed",
    [{"noun": "Shed"}, {"noun": ["Room"]}, {"path": "uses"}, {"path": 1}, {"path": "u" * 2_000}],
)
def test_a_fact_nobody_has_is_left_to_be_refused(changed: dict[str, Any]) -> None:
    written = {**EQUAL, **changed}
    (key,) = changed
    found = problems(plan_data(3, requires=written))
    assert found == problems(plan_data(FORMAT, requires=written))
    assert f"rules[0].requires.{key}" in [path for path, _ in found]


def test_other_facts_are_left_as_they_are() -> None:
    # Among and == about what is no room's use mean what they did.
    kind = {"type": "Compare", "noun": "Venue", "path": "category", "op": "==", "value": "hospital"}
    among = {"type": "Among", "noun": "Venue", "path": "category", "values": ["hospital"]}
    for written, meant in (
        (kind, venue.category == cp.VenueCategory.HOSPITAL),
        (among, cp.among(venue.category, [cp.VenueCategory.HOSPITAL])),
    ):
        data = plan_data(3, applies={"type": "AllOf", "parts": []}, requires=written)
        assert codec.structure(data, cp.Plan).rules[0].requires == meant


@pytest.mark.parametrize("version", OLDER)
@pytest.mark.parametrize(
    ("rule", "meant"),
    [
        ({}, ()),
        ({"otherwise": None}, ()),
        ({"otherwise": NOTE}, (w.Otherwise(when=IS_NURSERY, text=cp.Text(zh="甲", en="A.")),)),
    ],
)
def test_a_single_note_is_a_list_of_one(
    version: int, rule: dict[str, Any], meant: tuple[w.Otherwise, ...]
) -> None:
    plan = codec.structure(plan_data(version, **rule), cp.Plan)
    assert plan.rules[0].otherwise == meant
    found = cp.assess(cp.Room(existing=False, use=NURSERY), plan).finding("1")
    assert found.note == (meant[0].text if meant else None)


def test_the_format_of_today_has_a_list_of_notes() -> None:
    assert problems(plan_data(FORMAT, otherwise=NOTE)) == [("rules[0].otherwise", "wrong_type")]
    assert problems(plan_data(FORMAT, otherwise=None)) == [("rules[0].otherwise", "required")]


# --- what was refused is refused ------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ({**EQUAL, "op": ">="}, [("path", "wrong_fact")]),
        # Among nothing is not "never".
        ({**AMONG, "values": []}, [("path", "wrong_fact"), ("values", "wrong_type")]),
        ({**EQUAL, "unheard_of": 1}, [("unheard_of", "unknown_key"), ("path", "wrong_fact")]),
        ({**OTHER, "unheard_of": 1}, [("unheard_of", "unknown_key"), ("path", "wrong_fact")]),
        ({**AMONG, "unheard_of": 1}, [("unheard_of", "unknown_key"), ("path", "wrong_fact")]),
        # What is no use is named where it stands today.
        ({**EQUAL, "value": "x"}, [("item", "not_a_member")]),
        ({**AMONG, "values": ["nursery", "x"]}, [("parts[1].item", "not_a_member")]),
    ],
)
def test_a_criterion_that_was_refused_is_refused(
    written: Any, found: list[tuple[str, str]]
) -> None:
    expected = [(f"rules[0].requires.{path}", code) for path, code in found]
    assert problems(plan_data(3, requires=written)) == expected


@pytest.mark.parametrize(
    ("once", "twice", "path"),
    [
        ('"format": 3', '"format": 3, "format": 3', "format"),
        ('"issuer": {', '"issuer": {}, "issuer": {', "document.issuer"),
        ('"otherwise": null', '"otherwise": null, "otherwise": null', "rules[0].otherwise"),
        ('"op": "!="', '"op": "!=", "op": "!="', "rules[0].requires.op"),
    ],
)
def test_a_key_that_stands_twice_is_found_in_an_older_plan(
    once: str, twice: str, path: str
) -> None:
    text = json.dumps(plan_data(3, requires=OTHER, otherwise=None))
    assert text.count(once) == 1
    with pytest.raises(InvalidInput) as caught:
        codec.loads(text.replace(once, twice), cp.Plan)
    assert (path, "duplicate_key") in [(one.path, one.code) for one in caught.value.problems]


@pytest.mark.parametrize(
    ("once", "path"),
    [
        ('"id": "shiyan_2021"', "id"),
        ('"oversight": [', "registration.oversight"),
        ('"base": "', "registration.scope.base"),
    ],
)
def test_a_key_that_stands_twice_is_found_around_a_wording_put_in(once: str, path: str) -> None:
    """Formats 1 and 2 leave a scope's wording unsaid: what is around it is kept as it stood."""
    data = codec.unstructure(cp.get_plan("shiyan_2021"))
    data["format"] = 2
    del data["registration"]["scope"]["modes"]
    text = json.dumps(data, ensure_ascii=False)
    assert codec.loads(text, cp.Plan) == cp.get_plan("shiyan_2021")
    assert text.count(once) == 1
    key = once.partition(":")[0]
    with pytest.raises(InvalidInput) as caught:
        codec.loads(text.replace(once, f"{key}: 1, {once}"), cp.Plan)
    assert [(one.path, one.code) for one in caught.value.problems] == [(path, "duplicate_key")]


class _Foreign(Mapping[str, object]):
    """A mapping that is no dict; `broken` ones do not say what they hold."""

    def __init__(self, data: Mapping[str, object], *, broken: bool = False) -> None:
        self.data, self.broken = data, broken

    def __getitem__(self, key: str) -> object:
        return self.data[key]

    def __iter__(self) -> Iterator[str]:
        if self.broken:
            raise RuntimeError
        return iter(self.data)

    def __len__(self) -> int:
        return len(self.data)


def test_mappings_and_tuples_are_read_like_objects_and_lists() -> None:
    assert requires(3, _Foreign(EQUAL)) == IS_NURSERY
    data = plan_data(3, requires=EQUAL)
    data["rules"] = tuple(data["rules"])
    assert codec.structure(data, cp.Plan).rules[0].requires == IS_NURSERY
    broken = plan_data(3, requires=_Foreign(EQUAL, broken=True))
    assert problems(broken) == [("rules[0].requires", "wrong_type")]


def test_a_caller_deep_in_calls_of_its_own_gets_the_same_error() -> None:
    deep: Any = EQUAL
    for _ in range(40):
        deep = {"type": "Not", "part": deep}
    data = plan_data(3, requires=deep)

    def at(depth: int) -> set[str]:
        if depth:
            return at(depth - 1)
        try:
            codec.structure(data, cp.Plan)
        except InvalidInput as error:
            return {problem.code for problem in error.problems}
        return set()

    free = sys.getrecursionlimit() - len(inspect.stack(0))
    codes = set().union(*(at(depth) for depth in range(free - 400, free - 60, 20)))
    assert codes == {"too_deep"}
    assert at(0) == set()


# --- what format 5 says otherwise -------------------------------------------------------------


@pytest.mark.parametrize("version", range(1, 5))
@pytest.mark.parametrize(
    ("days", "limit"), [(None, None), (20, w.limit(20, w.DAYS)), ("20", w.limit(20, w.DAYS))]
)
def test_a_number_of_days_is_a_time_limit(version: int, days: Any, limit: Any) -> None:
    step = w.Step(
        clause=MUST, key="s", action=TITLE, actor=cp.Party.INSTITUTION, before=cp.Body.HEALTH
    )
    registration = codec.unstructure(w.Registration(clause=MUST, steps=(step,)))
    registration["steps"][0]["time_limit_days"] = days
    data = {**plan_data(version), "registration": registration}
    read = codec.structure(data, cp.Plan).registration
    assert read is not None
    assert read.steps == (attrs.evolve(step, limit=limit),)
    # The format of today has no such key.
    assert problems({**data, "format": FORMAT}) == [
        ("registration.steps[0].time_limit_days", "unknown_key")
    ]


@pytest.mark.parametrize("version", range(1, 5))
def test_a_period_is_from_when_until_when(version: int) -> None:
    duty = w.Duty(clause=MUST, key="d", title=TITLE, within=w.month(2021, 6, until=9))
    data = plan_data(version)
    data["duties"] = [codec.unstructure(duty)]
    data["duties"][0]["within"] = {
        "start": "2021-06-01",
        "end": "2021-09-30",
        "precision": "month",
    }
    assert codec.structure(data, cp.Plan).duties == (duty,)
    assert [path for path, _ in problems({**data, "format": FORMAT})] == [
        "duties[0].within.end",
        "duties[0].within.start",
    ]


@pytest.mark.parametrize(
    ("changed", "paths"),
    [
        # What older formats refused is left as it is, and refused.
        ({"duties": 5}, ["duties"]),
        ({"duties": [5]}, ["duties[0]"]),
        ({"registration": {"type": "Registration", "steps": 5}}, None),
        ({"registration": {"type": "Registration", "steps": [5]}}, None),
    ],
)
def test_what_is_no_step_and_no_duty_is_refused(changed: Any, paths: Any) -> None:
    found = [path for path, _ in problems({**plan_data(4), **changed})]
    assert found == paths if paths is not None else "registration.clause" in found


def test_a_limit_beside_a_number_of_days_is_refused() -> None:
    step = {"type": "Step", "time_limit_days": 5, "limit": {"number": 5, "unit": "days"}}
    found = problems({**plan_data(4), "registration": {"type": "Registration", "steps": [step]}})
    assert ("registration.steps[0].time_limit_days", "unknown_key") in found


# --- targets and ledgers ------------------------------------------------------------------------

TOLD = {"clause": codec.unstructure(MUST)}
TARGET_OF_4 = {
    "type": "Target",
    **TOLD,
    "key": "t",
    "title": {"zh": "甲"},
    "measure": "percent",
    "op": ">",
    "value": 50,
    "due": "2017-12-31",
    "precision": "year_end",
    "forecast": True,
}
LEDGER_OF_4 = {
    "type": "Ledger",
    **TOLD,
    "key": "l",
    "title": {"zh": "甲"},
    "precision": "year_end",
    "rows": [
        {
            "type": "LedgerRow",
            **TOLD,
            "part": "a",
            "locality": "甲镇",
            "milestones": [{"due": "2017-12-31", "slots": 20, "derived": False}],
        }
    ],
    "totals": [{"due": "2018-12-31", "slots": "30", "derived": True}],
}


def figures_data(version: int, **parts: Any) -> dict[str, Any]:
    """Return the data of a plan of targets and ledgers."""
    data = codec.unstructure(plan_of(w.Rule(clause=MUST, requires=room.clean)))
    return {**data, "targets": [TARGET_OF_4], "ledgers": [LEDGER_OF_4], **parts} | {
        "format": version
    }


@pytest.mark.parametrize("version", range(1, 5))
def test_a_figure_and_its_date_are_read_as_a_milestone(version: int) -> None:
    plan = codec.structure(figures_data(version), cp.Plan)
    [milestone] = plan.targets["t"].milestones
    assert milestone == w.Milestone(
        date(2017, 12, 31),
        50,
        op=w.Op.GT,
        precision=w.Precision.YEAR_END,
        strength=w.Strength.EXPECTED,
    )
    ledger = plan.ledgers["l"]
    assert ledger.rows[0].milestones == (w.Milestone(date(2017, 12, 31), 20),)
    assert ledger.totals == (w.Milestone(date(2018, 12, 31), 30, derived=True),)
    again = codec.loads(codec.dumps(plan), cp.Plan)
    assert again == plan


def test_what_is_no_forecast_binds() -> None:
    for said in ({"forecast": False}, {}):
        target = {key: one for key, one in TARGET_OF_4.items() if key != "forecast"} | said
        plan = codec.structure(figures_data(4, targets=[target]), cp.Plan)
        assert plan.targets["t"].milestones[0].strength is w.Strength.BINDING


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"targets": 3}, ("targets", "wrong_type")),
        ({"targets": [3]}, ("targets[0]", "wrong_type")),
        ({"ledgers": [3]}, ("ledgers[0]", "wrong_type")),
        (
            {"targets": [{**TARGET_OF_4, "forecast": "yes"}]},
            ("targets[0].milestones[0].strength", "not_a_member"),
        ),
        (
            {"targets": [{**TARGET_OF_4, "value": -1}]},
            ("targets[0].milestones[0].value", "too_small"),
        ),
        ({"ledgers": [{**LEDGER_OF_4, "rows": [3]}]}, ("ledgers[0].rows[0]", "wrong_type")),
        ({"ledgers": [{**LEDGER_OF_4, "totals": [3]}]}, ("ledgers[0].totals[0]", "wrong_type")),
        ({"ledgers": [{**LEDGER_OF_4, "totals": 3}]}, ("ledgers[0].totals", "wrong_type")),
    ],
)
def test_what_was_wrong_with_a_figure_still_is(parts: Any, expected: tuple[str, str]) -> None:
    assert problems(figures_data(4, **parts)) == [expected]


def test_format_5_holds_no_figure_outside_of_a_milestone() -> None:
    codes = {code for _, code in problems(figures_data(5))}
    assert codes == {"unknown_key", "required"}


def test_a_key_of_a_target_that_stands_twice_is_found() -> None:
    text = json.dumps(figures_data(4), ensure_ascii=False)
    twice = text.replace('"op": ">"', '"op": ">", "op": ">="')
    with pytest.raises(InvalidInput) as caught:
        codec.loads(twice, cp.Plan)
    assert ("targets[0].op", "duplicate_key") in [
        (one.path, one.code) for one in caught.value.problems
    ]
