"""Beijing 2017: the forms of annexes 2 to 4 and the contact, filled in by hand."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

import careplan as cp
from careplan import writing as w

PLAN = cp.get_plan("bda_2017")
MET = cp.Outcome.MET

HUT_ANSWERS: dict[str, Any] = {
    # 附件2, entry by entry; supplies may stay empty.
    "unit_name": "甲公司",
    "established_on": date(2017, 5, 1),
    "location_kind": "inside_enterprise",
    "address": "某街1号",
    "postcode": "100176",
    "email": "a@example.org",
    "union_head_name": "甲",
    "union_head_contact": "1",
    "contact_name": "乙",
    "contact_mobile": "2",
    "managing_body": "union_management",
    "opening_morning": (9, 12),
    "opening_noon": (12, 13),
    "opening_afternoon": (13, 18),
    "union_seal": True,
}
SUPPLIES = (
    "tables",
    "chairs",
    "power_sockets",
    "refrigerators",
    "storage_cabinets",
    "microwaves",
)


def test_a_form_filled_in_entry_by_entry() -> None:
    form = PLAN.forms["mummy_hut"]
    assert cp.check_form(form, HUT_ANSWERS).outcome is MET
    blank = cp.check_form(form, {})
    assert blank.missing == tuple(HUT_ANSWERS)  # 备注1: 逐项填写, 请勿缺漏
    unsealed = cp.check_form(form, {**HUT_ANSWERS, "union_seal": None})
    assert unsealed.missing == ("union_seal",)  # 备注2: 请盖好本单位工会章


def test_hours_that_begin_at_the_half_hour() -> None:
    # 附件2: 上午 点到 点；中午 点到 点；下午 点到 点
    form = PLAN.forms["mummy_hut"]
    half = {
        "opening_morning": ("8:30", "11:30"),
        "opening_noon": ("11点半", "13点半"),
        "opening_afternoon": ("13:30", 18),
    }
    assert cp.check_form(form, {**HUT_ANSWERS, **half}).outcome is MET
    for hours in (("8:30", "25:00"), ("11:30", "8:30")):
        wrong = cp.check_form(form, {**HUT_ANSWERS, **half, "opening_morning": hours})
        assert wrong.problems[0].path == "opening_morning"
        assert wrong.problems[0].code == "hours_out_of_order"
    # Noon begins before the morning has ended: both are named, as they are written.
    [early] = cp.check_form(
        form, {**HUT_ANSWERS, **half, "opening_noon": ("11:00", "13:30")}
    ).problems
    assert "11:00-13:30" in early.text("zh")
    assert "8:30-11:30" in early.text("zh")


def test_hours_in_quarters_are_compared_as_such() -> None:
    # 附件2: a clerk writes 8点三刻 as well; noon at 11点一刻 begins before 11点半.
    form = PLAN.forms["mummy_hut"]
    hours = {"opening_morning": ("8点三刻", "11点半"), "opening_noon": ("11点一刻", "13点钟")}
    [early] = cp.check_form(form, {**HUT_ANSWERS, **hours}).problems
    assert "11:15-13:00" in early.text("zh")
    assert "8:45-11:30" in early.text("zh")


@pytest.mark.parametrize("when", ["2016年", "2017年5月", "2017年5月份", "2017-05", "2017-05-01"])
@pytest.mark.parametrize("key", ["mummy_hut", "care_room"])
def test_when_a_room_was_set_up_needs_no_day(key: str, when: str) -> None:
    # 附件2, 附件3: 建立时间, printed without a day.
    check = cp.check_form(PLAN.forms[key], {"established_on": when})
    assert "established_on" not in {problem.path for problem in check.problems}
    [vague] = [
        problem
        for problem in cp.check_form(PLAN.forms[key], {"established_on": "去年"}).problems
        if problem.path == "established_on"
    ]
    assert "2017年5月" in vague.text("zh")  # what is allowed is named


def entries(form: w.Form) -> list[str]:
    """Return the printed entries of a form: hours and supplies are one entry each."""
    owns = {"managing_body_other": "managing_body", "other_supplies": "supplies"}
    owns |= dict.fromkeys(SUPPLIES, "supplies")
    found = [
        "opening_hours" if f.key.startswith("opening_") else owns.get(f.key, f.key)
        for f in form.fields
        if f.key != "union_seal"  # from the note below the table
    ]
    return list(dict.fromkeys(found))


def test_the_entries_of_both_forms() -> None:
    assert entries(PLAN.forms["mummy_hut"]) == [  # 附件2
        "unit_name", "established_on", "location_kind", "address", "postcode", "email",
        "union_head_name", "union_head_contact", "contact_name", "contact_mobile",
        "managing_body", "opening_hours", "supplies",
    ]  # fmt: skip
    assert entries(PLAN.forms["care_room"]) == [  # 附件3
        "park_name", "address", "established_on", "park_enterprise_count",
        "covered_female_employees", "postcode", "email", "park_head_name",
        "park_head_contact", "contact_name", "contact_mobile", "managing_body",
        "opening_hours", "supplies",
    ]  # fmt: skip


def test_supplies_are_counted_or_left_empty() -> None:
    # 附件2, 附件3: □桌子 张 ...; neither form lists a water dispenser or a cabinet to disinfect.
    for key in ("mummy_hut", "care_room"):
        fields = {f.key: f for f in PLAN.forms[key].fields}
        assert {fields[s].type for s in SUPPLIES} == {w.FieldType.COUNT}
        optional = {f.key for f in PLAN.forms[key].fields if not f.required}
        assert optional == {*SUPPLIES, "other_supplies", "managing_body_other"}
    wrong = cp.check_form(PLAN.forms["mummy_hut"], {**HUT_ANSWERS, "tables": -1, "chairs": 0})
    assert [p.path for p in wrong.problems] == ["tables"]


def test_options_of_the_forms() -> None:
    form = PLAN.forms["mummy_hut"]
    options = {f.key: f.options for f in form.fields if f.options}
    assert options == {
        # 企业内部, 写字楼内, 公共场所内
        "location_kind": ("inside_enterprise", "inside_office_building", "inside_public_place"),
        # 物业管理, 工会管理, 志愿者管理, 其他
        "managing_body": (
            "property_management",
            "union_management",
            "volunteer_management",
            "other",
        ),
    }
    moon = cp.check_form(form, {**HUT_ANSWERS, "location_kind": "moon", "opening_noon": (13, 12)})
    assert [(p.path, p.code) for p in moon.problems] == [
        ("location_kind", "not_an_option"),
        ("opening_noon", "hours_out_of_order"),
    ]


def test_the_sheet_as_a_clerk_fills_it_in() -> None:
    # 附件4: 工会名称; five rows, each with its 实际得分; 总分, of 100.
    form = PLAN.forms["acceptance_sheet"]
    marks = {
        "area": 20, "cleanliness": 18, "equipment": 40, "care_materials": 9.5, "management": 10
    }  # fmt: skip
    scores: dict[str, Any] = {f"score_{key}": mark for key, mark in marks.items()}
    filled: dict[str, Any] = {"union_name": "甲", **scores, "total_score": 97.5}
    assert cp.check_form(form, {}).missing == tuple(filled)
    check = cp.check_form(form, filled)
    assert (check.outcome, check.form.number) == (MET, "a4.header")
    assert [c.number for c in form.also] == ["a4.total"]
    for sheet in PLAN.scorecards.values():
        score = cp.score(sheet, marks)
        assert (score.low, score.high) == (Decimal("97.5"), Decimal("97.5"))
        points = {f"score_{item.key}": item.max_points for item in sheet.items}
        assert {f.key: f.most for f in form.fields if f.key in points} == points
        assert form.fields[-1].most == sheet.total_points
        # Full marks may be given, and no more.
        assert cp.check_form(form, {**filled, **points, "total_score": 100}).outcome is MET
        for key, most in points.items():
            over = cp.check_form(form, {**filled, key: most + 1})
            assert [(p.path, p.code) for p in over.problems] == [(key, "too_large")]
    wrong = cp.check_form(form, {**filled, "total_score": 98}).problems
    assert [(p.path, p.code) for p in wrong] == [("total_score", "not_the_sum")]
    assert "97.5" in wrong[0].text("zh")
    assert "97.5" in wrong[0].text("en")


def test_the_contact() -> None:
    contact = PLAN.forms["contact"]  # 四: 联系人、联系电话、电子邮箱
    assert [f.label.zh for f in contact.fields] == ["联系人", "联系电话", "电子邮箱"]


def test_a_form_without_its_seal_is_not_complete() -> None:
    # 附件2 备注2: the paper copy carries the union's seal.
    form = PLAN.forms["mummy_hut"]
    unsealed = cp.check_form(form, {**HUT_ANSWERS, "union_seal": False})
    assert [(p.path, p.code) for p in unsealed.problems] == [("union_seal", "must_be_yes")]


# Annex 4: 总分 is the sum of the five lines above it; a page names them as the form prints them.
def test_a_page_names_fields_by_their_labels() -> None:
    said = cp.get_plan("bda_2017").show("a4.header").explain("zh", detail="all")
    assert "为下列各栏之和：面积（20分）：实际得分、整洁度（20分）：实际得分" in said
    assert "score_area" not in said
