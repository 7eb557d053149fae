"""What routes of a caller may take and return: lists, criteria, members, nouns, any answer."""

import json
from datetime import date
from typing import Annotated, Any

import jsonschema
from fastapi import Body, FastAPI, Query, Request
from fastapi.testclient import TestClient
from lots import PLAN as LOTS
from lots import Lot
from openapi_spec_validator import validate
from pydantic import TypeAdapter
from samples import SHUANGLIAO, results

import careplan as cp
from careplan.results import Assessment

Row = dict[str, str | int | bool | None]
MALL_JSON: dict[str, Any] = {
    "category": "commercial_centre",
    "building_area_m2": 12_000,
    "rooms": [{"independent": True, "usable_area_m2": 8}],
}
OWN = FastAPI()


@OWN.post("/lists")
def first(venues: list[cp.Venue]) -> dict[str, cp.Venue | None]:
    """Return the first of several venues by its name."""
    return {"first": venues[0] if venues else None}


@OWN.post("/criteria")
def same(criterion: Annotated[cp.Criterion, Body()]) -> cp.Criterion:
    """Return a criterion as it is."""
    return criterion


@OWN.get("/kinds/{category}")
def kind(category: cp.VenueCategory, other: cp.VenueCategory | None = None) -> cp.VenueCategory:
    """Return the second of two kinds of place, or the first."""
    return category if other is None else other


class Hall(cp.Noun):
    """A noun of a caller, that is in nothing of careplan."""


@OWN.post("/lots")
def lots(lot: Annotated[Lot, Body()]) -> Annotated[Assessment, cp.codec.Knowing(nouns=[Lot])]:
    """Assess a noun of a caller: the answer may be about it."""
    return cp.assess(lot, LOTS)


@OWN.post("/venues")
def venues(venue: Annotated[cp.Venue, Body()]) -> Assessment:
    """Assess a noun of careplan: another answer than that of lots."""
    return cp.assess(venue, SHUANGLIAO)


@OWN.post("/english")
def english(
    venue: Annotated[cp.Venue, Body()],
) -> Annotated[Assessment, cp.codec.Knowing(language="en", nouns=[Hall])]:
    """Assess a noun of careplan, described in English, where another one may stand."""
    return cp.assess(venue, SHUANGLIAO)


@OWN.post("/sources")
def sources(form: Annotated[cp.Venue, Body()], visit: Annotated[cp.Venue, Body()]) -> list[Row]:
    """Say where two sources differ, in rows."""
    return cp.disagreements(form, visit).records(plain=True)


def answers_of(path: str) -> jsonschema.Draft202012Validator:
    """Return what says whether an answer is what the document of these routes promises."""
    document = OWN.openapi()
    answer = document["paths"][path]["post"]["responses"]["200"]["content"]["application/json"]
    whole = {**answer["schema"], "components": document["components"]}
    return jsonschema.Draft202012Validator(whole)


def test_an_answer_about_a_callers_noun_is_promised_by_a_route_that_knows_it() -> None:
    answer = TestClient(OWN).post("/lots", json={"listed": True})
    assert answer.status_code == 200
    assert answer.json()["subject"]["type"] == "Lot"
    assert answers_of("/lots").is_valid(answer.json())
    assert not answers_of("/venues").is_valid(answer.json())


def test_components_that_differ_are_named_by_what_they_know() -> None:
    document = OWN.openapi()
    validate(document)
    names = set(document["components"]["schemas"])
    assert {"careplan__Finding", "careplan__Lot__Finding", "careplan__en__Room"} <= names
    assert {"careplan__Noun", "careplan__Lot__Noun", "Lot", "Wing"} <= names
    assert {"careplan__whole__Assessment", "careplan__en__Hall__Criterion"} <= names
    assert not [name for name in names if name[-1].isdigit()]


def test_what_two_sources_differ_in_is_sent_as_rows() -> None:
    body = {"form": {"rooms": []}, "visit": {"rooms": [], "daily_visitors": 3}}
    rows = TestClient(OWN).post("/sources", json=body).json()
    assert [(row["fact"], row["stated_by"]) for row in rows] == [("daily_visitors", "b")]


def test_lists_criteria_and_members_are_taken_and_returned() -> None:
    client = TestClient(OWN)
    assert client.post("/lists", json=[MALL_JSON]).json()["first"]["building_area_m2"] == 12_000
    refused = client.post("/lists", json=[{}, {"rooms": 3}])
    assert [one["loc"] for one in refused.json()["detail"]] == [["body", 1, "rooms"]]
    criterion = cp.codec.unstructure(cp.facts(cp.Venue).building_area_m2 >= 10)
    assert client.post("/criteria", json=criterion).json() == criterion
    assert client.post("/criteria", json={"type": "Not"}).status_code == 422
    assert client.get("/kinds/hospital").json() == "hospital"
    assert client.get("/kinds/医院", params={"other": "商场"}).json() == "shop"
    refused = client.get("/kinds/shed", params={"other": "tent"})
    assert [one["loc"] for one in refused.json()["detail"]] == [
        ["path", "category"],
        ["query", "other"],
    ]
    validate(OWN.openapi())


@OWN.post("/strict")
async def strictly(request: Request) -> cp.Venue | list[dict[str, Any]]:
    """Return a venue, or what is wrong with the text of the body: as the page says."""
    text = (await request.body()).decode(errors="surrogateescape")
    try:
        return cp.codec.loads(text, cp.Venue)
    except cp.InvalidInput as error:
        return error.to_records()


def test_a_body_that_is_read_as_text_may_have_no_key_twice() -> None:
    client = TestClient(OWN)
    assert client.post("/strict", content=b'{"rooms": []}').json() == {"rooms": []}
    codes = {
        b'{"building_area_m2": 1, "building_area_m2": 2}': "duplicate_key",
        b'{"category": "\xff"}': "not_a_member",
        b"\xff": "not_json",
    }
    for body, code in codes.items():
        assert [one["code"] for one in client.post("/strict", content=body).json()] == [code]


@OWN.get("/supplies")
def supplies(wanted: Annotated[list[cp.Supply], Query()]) -> dict[cp.Supply, int]:
    """Return how often each supply is asked for."""
    return {one: wanted.count(one) for one in wanted}


def test_several_members_are_one_parameter() -> None:
    client = TestClient(OWN)
    both = client.get("/supplies", params={"wanted": ["清洁巾", "cleaning_cloths"]})
    assert both.json() == {"cleaning_cloths": 2}
    assert client.get("/supplies", params={"wanted": ["soap"]}).status_code == 422


def test_rows_of_any_answer_go_through_a_route() -> None:
    every = list(results())
    rows = FastAPI()

    @rows.get("/{number}")
    def records(number: int) -> list[dict[str, str | int | bool | None]]:
        return every[number].records(plain=True)

    client = TestClient(rows)
    for number, result in enumerate(every):
        assert client.get(f"/{number}").json() == json.loads(json.dumps(result.records(plain=True)))


def test_any_answer_is_a_response() -> None:
    for result in results():
        kept: Any = TypeAdapter(type(result))
        made = FastAPI()
        made.get("/", response_model=type(result))(lambda result=result: result)
        answer = TestClient(made).get("/")
        assert kept.validate_json(answer.content) == result


def test_the_day_asked_is_a_parameter_as_any() -> None:
    dated = FastAPI()

    @dated.get("/agenda")
    def agenda(start: date, end: date) -> cp.results.Agenda:
        return cp.agenda(cp.get_plan("bda_2017"), start, end)

    days = {"start": "2018-01-01", "end": "2018-12-31"}
    answer = TestClient(dated).get("/agenda", params=days)
    assert cp.codec.loads(answer.text, cp.results.Agenda).start == date(2018, 1, 1)
