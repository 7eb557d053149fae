"""docs/examples/web_app.py at work: a FastAPI service under its test client and by its document."""

from typing import Any

import jsonschema
import pytest
from fastapi.testclient import TestClient
from openapi_spec_validator import validate
from referring import references
from samples import SHUANGLIAO
from web_app import app

import careplan as cp
from careplan.results import Assessment

PLAN = "/plans/shuangliao_2021"
URL, SAID, FORM = f"{PLAN}/venues", f"{PLAN}/said", f"{PLAN}/forms"
ZH, EN = {"accept-language": "zh-CN,zh;q=0.9,en;q=0.8"}, {"accept-language": "en"}
BROWSER = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
TYPED = {"content-type": "application/x-www-form-urlencoded"}  # as of a form without a field
CLIENT = TestClient(app)  # it raises what a server would answer with 500
DOCUMENT = app.openapi()
MALL = cp.Venue(
    category=cp.VenueCategory.COMMERCIAL_CENTRE,
    building_area_m2=12_000,
    rooms=[cp.Room(independent=True, usable_area_m2=8)],
)
MALL_JSON: dict[str, Any] = {
    "category": "commercial_centre",
    "building_area_m2": 12_000,
    "rooms": [{"independent": True, "usable_area_m2": 8}],
}
MALL_FORM = {
    "category": "commercial_centre",
    "building_area_m2": " 12000 ",
    "daily_visitors": "",
    "rooms[0].independent": "是",
    "rooms[0].usable_area_m2": "8.0",
}
GOOD_JSON: list[Any] = [{}, MALL_JSON, {"rooms": None}, {"rooms": []}, {"building_area_m2": "41/3"}]
BAD_JSON: list[Any] = [
    *([], 3, None, "venue", {"romms": []}, {"rooms": 3}, {"rooms": [{"independent": "false"}]}),
    *({"building_area_m2": "12 000"}, {"building_area_m2": -1}, {"category": "shed"}),
    {"daily_visitors": 1.5},
]
GOOD_FORMS: list[dict[str, Any]] = [{}, MALL_FORM, {"rooms": "0"}, {"rooms": "1"}]
BAD_FORMS: list[dict[str, Any]] = [
    *({"romms": "1"}, {"rooms": "none"}, {"building_area_m2": "big"}, {"category": "shed"}),
    {"rooms[0].independent": "perhaps"},
]
LANGUAGES = pytest.mark.parametrize(("headers", "said"), [(ZH, "zh"), (EN, "en"), ({}, "zh")])


def at(pointer: str) -> Any:
    """Return what stands at a reference into the document."""
    found: Any = DOCUMENT
    for key in pointer.removeprefix("#/").split("/"):
        found = found[key.replace("~1", "/").replace("~0", "~")]
    return found


def is_valid(schema: Any, data: object) -> bool:
    """Say whether data is what a schema of the document describes, references followed."""
    whole = {**schema, "components": DOCUMENT["components"]}
    return bool(jsonschema.Draft202012Validator(whole).is_valid(data))


def body_schema(path: str, media: str) -> Any:
    """Return the schema of what is posted to a path."""
    route = DOCUMENT["paths"][path.replace("shuangliao_2021", "{plan_id}")]["post"]
    return route["requestBody"]["content"][media]["schema"]


def answer_schema(path: str, status: str = "200") -> Any:
    """Return the schema of what a path answers."""
    route = DOCUMENT["paths"][path.replace("shuangliao_2021", "{plan_id}")]["post"]
    return route["responses"][status]["content"]["application/json"]["schema"]


# --- JSON -----------------------------------------------------------------------------------


def test_json_in_and_the_whole_answer_out() -> None:
    answer = CLIENT.post(URL, json=MALL_JSON)
    assert answer.status_code == 200
    # Clause 4.1.b: above 10 000 m2 a room of at least 10 m2.
    assert answer.json()["outcome"] == "not_met"
    assert cp.codec.loads(answer.text, Assessment) == cp.assess(MALL, SHUANGLIAO)


@LANGUAGES
def test_an_answer_in_words_comes_in_the_language_asked_for(headers: Any, said: str) -> None:
    expected = cp.assess(MALL, SHUANGLIAO)
    body = CLIENT.post(SAID, json=MALL_JSON, headers=headers).json()
    assert body == {
        "outcome": "not_met",
        "text": expected.explain(said),
        "missing": [
            {"path": path, "question": cp.fact_question(cp.Venue, path, said)}
            for path in expected.missing
        ],
        "rows": expected.records(plain=True),
    }


@LANGUAGES
def test_what_is_not_stated_is_asked_for(headers: Any, said: str) -> None:
    body = CLIENT.post(SAID, json={"category": "hospital", "rooms": []}, headers=headers).json()
    asked = cp.fact_question(cp.Venue, "building_area_m2", said)
    assert body["missing"] == [{"path": "building_area_m2", "question": asked}]
    assert body["outcome"] == "unknown"


@LANGUAGES
def test_a_browser_gets_a_page(headers: Any, said: str) -> None:
    answer = CLIENT.post(URL, json=MALL_JSON, headers={**headers, **BROWSER})
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.text == cp.assess(MALL, SHUANGLIAO).to_html(said, page=True)


def test_every_problem_is_answered_at_once_in_both_languages() -> None:
    bad = {
        **MALL_JSON,
        "building_area_m2": "12 000",
        "rooms": [{"independent": "false", "usable_area_m2": -1}],
        "colour": "red",
    }
    answer = CLIENT.post(URL, json=bad, headers=EN)
    assert answer.status_code == 422
    found = {tuple(one["loc"]): one for one in answer.json()["detail"]}
    assert set(found) == {
        ("body", "building_area_m2"),
        ("body", "colour"),
        ("body", "rooms", 0, "independent"),
        ("body", "rooms", 0, "usable_area_m2"),
    }
    one = found["body", "rooms", 0, "usable_area_m2"]
    assert one["msg"] == one["ctx"]["zh"] == "第1间母婴室的使用面积：不得小于0，给出的是-1"
    assert one["ctx"]["en"] == "usable area of room 1: must be at least 0, got -1"
    assert (one["ctx"]["path"], one["input"]) == ("rooms[0].usable_area_m2", "-1")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not json",
        b"\xff\xfe",
        b"[]",
        b"null",
        b'{"building_area_m2": NaN}',
        b'{"building_area_m2": Infinity}',
        b'{"building_area_m2": 1e400}',
        b"[" * 100_000,
        b'{"rooms": ' + b"[" * 500 + b"]" * 500 + b"}",
        rb'{"category": "\ud800"}',
        rb'{"\ud800": 1}',
        rb'{"a\u0000b\u202e\r\n": "\u0000"}',
        b'{"category": "\xff"}',
        b'{"building_area_m2": ' + b"9" * 5_000 + b"}",
        b'{"building_area_m2": ' + b"9" * 4_000 + b"}",
        b'{"rooms": [{"independent": "' + b"x" * 100_000 + b'"}]}',
        b'{"rooms": [' + b"1," * 5_000 + b"1]}",
    ],
    ids=lambda body: str(body[:30]),
)
@pytest.mark.parametrize("url", [URL, SAID])
def test_a_body_that_is_no_venue_is_a_problem_not_a_crash(url: str, body: bytes) -> None:
    headers = {**EN, "content-type": "application/json"}
    answer = CLIENT.post(url, content=body, headers=headers)
    # 400 is FastAPI's own, for what its parser gives up.
    assert answer.status_code in {400, 422}
    assert answer.json()["detail"]


def test_an_unknown_plan_is_not_found() -> None:
    for url in (URL, SAID, FORM):
        path = url.replace("shuangliao_2021", "shuangliao")
        posted: Any = {"data": {}} if url is FORM else {"json": {}}
        zh, en = (CLIENT.post(path, headers=headers, **posted) for headers in (ZH, EN))
        assert (zh.status_code, en.status_code) == (404, 404)
        assert en.json()["suggestion"] == "shuangliao_2021"
        assert "did you mean shuangliao_2021" in en.json()["text"]
        assert "是否指" in zh.json()["text"]
        assert is_valid(answer_schema(url, "404"), en.json())


# --- forms ----------------------------------------------------------------------------------


@LANGUAGES
def test_a_form_says_the_same_as_json(headers: Any, said: str) -> None:
    assert cp.codec.loads(CLIENT.post(FORM, data=MALL_FORM).text, Assessment).subject == MALL
    answer = CLIENT.post(FORM, data=MALL_FORM, headers={**headers, **BROWSER})
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.text == cp.assess(MALL, SHUANGLIAO).to_html(said, page=True)


@LANGUAGES
def test_every_problem_of_a_form_is_named_by_its_label(headers: Any, said: str) -> None:
    bad = {**MALL_FORM, "building_area_m2": "big", "rooms[0].independent": "perhaps", "x": "1"}
    answer = CLIENT.post(FORM, data=bad, headers=headers)
    assert answer.status_code == 422
    body = answer.json()
    assert {one["path"] for one in body["problems"]} == {
        *("building_area_m2", "rooms[0].independent", "x"),
    }
    for one in body["problems"]:
        assert one[said] in body["text"].split("\n")
    label = {"zh": "建筑面积：", "en": "building area: "}[said]
    assert any(line.startswith(label) for line in body["text"].split("\n"))


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\xff\xfe%ff=%00", "application/x-www-form-urlencoded"),
        (b"category=shop&category=park", "application/x-www-form-urlencoded"),
        (b"rooms[99999999999]=1", "application/x-www-form-urlencoded"),
        (b"rooms=" + b"9" * 5_000, "application/x-www-form-urlencoded"),
        (b"%ED%A0%80=1", "application/x-www-form-urlencoded"),
        (b"a=1&" * 900, "application/x-www-form-urlencoded"),
        (b"{}", "multipart/form-data"),
    ],
)
def test_a_form_that_is_none_is_a_problem_not_a_crash(content: bytes, kind: str) -> None:
    answer = CLIENT.post(FORM, content=content, headers={**EN, "content-type": kind})
    assert answer.status_code in {400, 422}


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        *((b'{"category": "hospital"}', "application/json"), (b"category=hospital", "text/plain")),
        *((b"category=hospital", None), (b"", None), (b"", ""), (b"", "application/json")),
        (b"category=hospital", "application/x-www-form-urlencoded2"),
    ],
)
@LANGUAGES
def test_a_body_that_is_no_form_is_not_taken_for_an_empty_one(
    headers: Any, said: str, content: bytes, kind: str | None
) -> None:
    typed = {} if kind is None else {"content-type": kind}
    answer = CLIENT.post(FORM, content=content, headers={**headers, **typed})
    assert answer.status_code == 415
    beginning = {"zh": "请提交表单", "en": "post a form"}[said]
    assert answer.json()["detail"].startswith(beginning)
    assert is_valid(answer_schema(FORM, "415"), answer.json())


@pytest.mark.parametrize(
    "kind",
    ["application/x-www-form-urlencoded; charset=utf-8", "Application/X-WWW-Form-Urlencoded"],
)
def test_a_form_without_a_field_is_a_venue_of_which_nothing_is_stated(kind: str) -> None:
    for content, venue in ((b"", cp.Venue()), (b"rooms=0", cp.Venue(rooms=[]))):
        answer = CLIENT.post(FORM, content=content, headers={"content-type": kind})
        assert cp.codec.loads(answer.text, Assessment).subject == venue


def test_a_form_in_parts_is_read_and_described_as_any() -> None:
    parts = {name: (None, text) for name, text in MALL_FORM.items()}
    answer = CLIENT.post(FORM, files=parts)
    assert cp.codec.loads(answer.text, Assessment).subject == MALL
    assert is_valid(body_schema(FORM, "multipart/form-data"), MALL_FORM)


def test_a_file_is_no_text() -> None:
    answer = CLIENT.post(FORM, files={"category": b"hospital"})
    assert [one["path"] for one in answer.json()["problems"]] == ["category"]


# --- the OpenAPI document -------------------------------------------------------------------


def test_the_document_is_valid_and_every_reference_leads_somewhere() -> None:
    validate(DOCUMENT)
    found = set(references(DOCUMENT))
    assert {"#/components/schemas/Venue", "#/components/schemas/Assessment"} <= found
    assert all(at(one) for one in found)


def test_each_class_is_described_once() -> None:
    names = DOCUMENT["components"]["schemas"]
    assert {"Venue", "Room", "Assessment", "Outcome"} <= names.keys()
    assert not [name for name in names if name.endswith(("-Input", "-Output", "__1", "__2"))]


def test_the_document_says_what_people_call_things() -> None:
    venue = at("#/components/schemas/Venue")
    assert venue["properties"]["building_area_m2"]["title"] == "建筑面积"
    assert venue["properties"]["building_area_m2"]["x-unit"] == "平方米"
    outcome = at("#/components/schemas/Outcome")
    assert {"const": "not_met", "title": "不符合"} in outcome["oneOf"]


@pytest.mark.parametrize("url", [URL, SAID])
def test_a_body_is_taken_if_the_document_allows_it(url: str) -> None:
    schema = body_schema(url, "application/json")
    for good in GOOD_JSON:
        answer = CLIENT.post(url, json=good)
        assert (is_valid(schema, good), answer.status_code) == (True, 200), good
        assert is_valid(answer_schema(url), answer.json())
    for bad in BAD_JSON:
        answer = CLIENT.post(url, json=bad)
        assert (is_valid(schema, bad), answer.status_code) == (False, 422), bad
        assert is_valid(answer_schema(url, "422"), answer.json())


def test_a_form_is_taken_if_the_document_allows_it() -> None:
    schema = body_schema(FORM, "application/x-www-form-urlencoded")
    for good in GOOD_FORMS:
        answer = CLIENT.post(FORM, data=good, headers=TYPED)
        assert (is_valid(schema, good), answer.status_code) == (True, 200)
    for bad in BAD_FORMS:
        answer = CLIENT.post(FORM, data=bad)
        assert (is_valid(schema, bad), answer.status_code) == (False, 422), bad
        assert is_valid(answer_schema(FORM, "422"), answer.json())
