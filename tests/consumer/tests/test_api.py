"""The desk's answers over the wire: good bodies and bad ones, nothing but JSON in and out."""

import json
from datetime import date

import pytest
from county_desk import api

import careplan as cp

# Shuangliao 四（一）: above 10,000 m2 a room of 10 m2; this mall has one of 8.
MALL = '{"category": "商业中心", "building_area_m2": 12000, "rooms": [{"usable_area_m2": "8"}]}'


def test_a_good_body_is_answered_and_read_elsewhere() -> None:
    status, body = api.check("shuangliao_2021", MALL)
    assert (status, api.read_answer(body).outcome) == (200, cp.Outcome.NOT_MET)


@pytest.mark.parametrize(
    ("plan", "body", "status"),
    [
        ("shuangliao_2022", MALL, 404),
        ("shuangliao_2021", "{", 422),
        ("shuangliao_2021", '{"rooms": [{"independent": "是的"}], "area": 3}', 422),
    ],
)
def test_a_bad_body_or_plan_says_what_is_wrong(plan: str, body: str, status: int) -> None:
    answer = api.check(plan, body)
    assert answer[0] == status
    assert json.loads(answer[1])


def test_all_that_is_wrong_is_said_at_once() -> None:
    _, body = api.check("shuangliao_2021", '{"rooms": [{"independent": "是的"}], "area": 3}')
    assert [one["path"] for one in json.loads(body)] == ["area", "rooms[0].independent"]


def test_a_form_is_answered_in_the_language_of_the_browser() -> None:
    pairs = [("category", "hospital"), ("building_area_m2", "12000"), ("rooms", "0")]
    # Shuangliao 四（一）: a hospital of 12,000 m2 without a room does not do what it must.
    assert api.check_form("shuangliao_2021", pairs, "zh-CN")[0] == 200
    assert "Not met" in api.check_form("shuangliao_2021", pairs, "en;q=0.9, zh;q=0.1")[1]
    status, said = api.check_form("shuangliao_2021", [("building_area_m2", "很大")], None)
    assert (status, "建筑面积" in said) == (422, True)


def test_a_list_of_venues_is_counted() -> None:
    assert api.check_all("shuangliao_2021", f"[{MALL}, {{}}]") == {"not_met": 1, "unknown": 1}


def test_a_class_of_the_desks_own_holds_one_of_careplans() -> None:
    body = f'{{"name": "甲", "received_on": "2026-11-02", "venue": {MALL}}}'
    read = api.application(body)
    assert (read.name, read.received_on) == ("甲", date(2026, 11, 2))
    assert read.venue.building_area_m2 == 12_000


def test_a_form_asks_for_every_fact() -> None:
    asked = api.form("zh")
    assert asked["building_area_m2"] == cp.fact_question(cp.Venue, "building_area_m2", "zh")
    assert all(asked.values())


def test_a_criterion_is_saved_and_read() -> None:
    wide = cp.facts(cp.Venue).building_area_m2 > 10_000
    assert api.criterion(cp.codec.dumps(wide)) == wide
