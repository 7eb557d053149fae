"""Beijing Economic-Technological Development Area 2017, answers by hand from the text."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from local_names import names

import careplan as cp

PLAN = cp.get_plan("bda_2017")
HUT, CARE_ROOM = cp.RoomUse.MUMMY_HUT, cp.RoomUse.CARE_ROOM
MET, NOT_MET = cp.Outcome.MET, cp.Outcome.NOT_MET
UNKNOWN, NOT_APPLICABLE = cp.Outcome.UNKNOWN, cp.Outcome.NOT_APPLICABLE
OPEN, NOT_OPEN = cp.Availability.OPEN, cp.Availability.NOT_OPEN


def find(number: str, subject: Any, **readings: str) -> cp.Outcome:
    """Return the outcome of one clause about a subject."""
    return cp.assess(subject, PLAN, readings=readings).finding(number).outcome


@pytest.mark.parametrize(
    ("area", "setting_up", "sheet"),
    [
        # 附件1 一: 10㎡以上 for both kinds; 附件4: 20㎡以上 for a care room.
        (Decimal("9.99"), NOT_MET, NOT_MET),
        (10, MET, NOT_MET),
        (Decimal("19.99"), MET, NOT_MET),
        (20, MET, MET),
    ],
)
def test_care_room_area_by_source(area: Any, setting_up: cp.Outcome, sheet: cp.Outcome) -> None:
    room = cp.Room(use=CARE_ROOM, area_m2=area)
    assert find("a1.1.area", room) is setting_up
    assert find("a4.1.care", room) is sheet
    assert find("a4.1.hut", room) is NOT_APPLICABLE
    # Read as one figure, the sheet's 20 m2 count for setting up as well.
    assert find("a1.1.area", room, care_room_area="sheet") is sheet


def test_hut_area() -> None:
    for reading in ("by_source", "sheet"):
        hut = cp.Room(use=HUT, area_m2=10)
        assert find("a1.1.area", hut, care_room_area=reading) is MET
    assert find("a4.1.hut", cp.Room(use=HUT, area_m2=9.99)) is NOT_MET


def test_the_sheet_is_points_and_no_duty() -> None:
    found = cp.assess(cp.Room(use=CARE_ROOM, area_m2=15), PLAN).finding("a4.1.care")
    assert found.force is cp.Force.ADVISORY


def test_usable_or_plain_area() -> None:
    usable = cp.Room(use=HUT, usable_area_m2=12)
    assert find("a1.1.area", usable) is UNKNOWN  # neither stands in for the other
    assert find("a1.1.area", usable, area_measure="usable") is MET


@pytest.mark.parametrize(("women", "outcome"), [(99, NOT_APPLICABLE), (100, NOT_MET)])
def test_the_drive_covers_enterprises_from_100_women(women: int, outcome: cp.Outcome) -> None:
    # 1: 女职工人数达100人以上 includes 100.
    employer = cp.Employer(kind=cp.EmployerKind.ENTERPRISE, female_employees=women, rooms=[])
    found = cp.assess(employer, PLAN).finding("1.a")
    assert (found.outcome, found.force) == (outcome, cp.Force.ADVISORY)


def test_parks_are_developed_batch_by_batch() -> None:
    park = cp.Venue(category=cp.VenueCategory.CHARACTERISTIC_PARK, rooms=[])
    found = cp.assess(park, PLAN).finding("1.b")
    assert (found.outcome, found.force) == (NOT_MET, cp.Force.ADVISORY)
    assert find("1.b", cp.Venue(category=cp.VenueCategory.HOSPITAL)) is NOT_APPLICABLE


def test_equipment_of_annex_1() -> None:
    all_eight = dict.fromkeys(cp.Equipment, 1)
    for number in ("a1.1.1", "a1.1.2", "a1.1.3"):
        assert find(number, cp.Room(use=HUT, equipment=all_eight)) is MET
    no_chair = {**all_eight, cp.Equipment.CHAIR: 0}
    assert find("a1.1.1", cp.Room(use=HUT, equipment=no_chair)) is NOT_MET
    no_word = {cp.Equipment.TABLE: 1}
    assert find("a1.1.1", cp.Room(use=HUT, equipment=no_word)) is UNKNOWN


def test_setting_report_and_register() -> None:
    room = cp.Room(use=HUT, private=True, clean=False, reported_to_union=True, use_register=True)
    assert find("a1.1.area/setting", room) is NOT_MET
    assert find("a1.2.1.a", room) is MET
    assert find("a1.2.2", room) is MET


@pytest.mark.parametrize(
    ("use", "passed", "main_text", "annex"),
    [
        # 三2 pays for huts and care rooms, 附件1 二（三）2 for huts; both after acceptance.
        (HUT, True, OPEN, OPEN),
        (CARE_ROOM, True, OPEN, NOT_OPEN),
        (HUT, False, NOT_OPEN, NOT_OPEN),
        (CARE_ROOM, None, cp.Availability.UNKNOWN, NOT_OPEN),
        (cp.RoomUse.MOTHER_AND_BABY, True, NOT_OPEN, NOT_OPEN),
    ],
)
def test_the_grant(
    use: cp.RoomUse, passed: bool | None, main_text: cp.Availability, annex: cp.Availability
) -> None:
    room = cp.Room(use=use, acceptance_passed=passed)
    found = cp.assess(room, PLAN).benefit("3.2.a")
    assert (found.availability, found.benefit.amount_yuan) == (main_text, 10_000)
    narrow = cp.assess(room, PLAN, readings={"grant_kinds": "annex"})
    assert narrow.benefit("3.2.a").availability is annex


def test_the_grant_is_one_though_told_twice() -> None:
    a = cp.assess(cp.Room(use=HUT, acceptance_passed=True), PLAN)
    assert sum(b.benefit.amount_yuan is not None for b in a.benefits) == 1
    assert a.benefit("a1.2.3.2") is a.benefit("3.2.a")
    assert a.benefit("3.2.a").entitled is cp.Truth.TRUE


def test_a_score_that_passes_opens_the_grant() -> None:
    marks = {"area": 20, "cleanliness": 20, "equipment": 40, "care_materials": 10}
    score = cp.score(PLAN.scorecards["mummy_hut"], marks)
    room = cp.Room(use=HUT, acceptance_passed=score.passed)
    assert cp.assess(room, PLAN).benefit("3.2.a").availability is OPEN


def test_marks_and_plaques_are_separate() -> None:
    room = cp.Room(use=HUT, acceptance_passed=True, reported_to_union=False)
    a = cp.assess(room, PLAN)
    assert a.benefit("a4.plaque").availability is OPEN
    assert a.benefit("a1.2.1.b").availability is NOT_OPEN  # reported first, then accepted
    assert a.benefit("3.1.a").entitled is cp.Truth.FALSE  # stars are only intended
    union = cp.assess(cp.Employer(active_in_hut_work=True), PLAN)
    assert union.benefit("3.3.a").entitled is cp.Truth.TRUE
    assert union.benefit("3.3.b").entitled is cp.Truth.FALSE  # may


@pytest.mark.parametrize(
    ("recipient", "booked", "earmarked", "main", "annex"),
    [
        # 三2: account and earmark for both; 附件1: earmark for unions only.
        (cp.GrantRecipient.GRASSROOTS_UNION, False, True, NOT_MET, MET),
        (cp.GrantRecipient.PARK_PROPERTY_MANAGER, True, False, NOT_MET, NOT_APPLICABLE),
        (cp.GrantRecipient.GRASSROOTS_UNION, True, True, MET, MET),
    ],
)
def test_what_recipients_owe(
    recipient: cp.GrantRecipient,
    booked: bool,
    earmarked: bool,
    main: cp.Outcome,
    annex: cp.Outcome,
) -> None:
    grant = cp.Grant(
        recipient=recipient, booked_as_superior_subsidy=booked, used_for_purpose_only=earmarked
    )
    assert find("3.2.c", grant) is main
    assert find("a1.2.3.2", grant) is annex


def test_every_clause_is_encoded_or_declined() -> None:
    coverage = PLAN.coverage()
    assert (len(PLAN.clauses), coverage.complete) == (43, True)
    # The title, the pointer to annex 1, and the list of annexes.
    assert coverage.declined == ("0.issue", "2", "0.annexes")


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


def entries(form: cp.Form) -> list[str]:
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
        assert {fields[s].type for s in SUPPLIES} == {cp.FieldType.COUNT}
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


def test_the_head_of_the_sheet_and_the_contact() -> None:
    head = PLAN.forms["acceptance_sheet"]  # 附件4: 工会名称; items as on the sheet itself
    assert cp.check_form(head, {}).missing == ("union_name",)
    [item] = [f for f in head.fields if f.key == "item"]
    for sheet in PLAN.scorecards.values():
        assert item.options == tuple(one.key for one in sheet.items)
    contact = PLAN.forms["contact"]  # 四: 联系人、联系电话、电子邮箱
    assert [f.label.zh for f in contact.fields] == ["联系人", "联系电话", "电子邮箱"]


def test_material_is_due_on_the_last_of_august() -> None:
    [due] = PLAN.deadlines  # 四: 在2017年8月31日之前
    assert (due.number, due.period.end) == ("4.a", date(2017, 8, 31))
    assert due.period.precision is cp.Precision.DAY
    assert names(due.acting) == "各基层工会女职工委员会"
    assert due.recipient is not None
    assert due.recipient.name == "区总女工部"
    found = cp.agenda(PLAN, date(2017, 8, 31), date(2017, 8, 31)).entries
    assert [e.clause.number for e in found] == ["4.a"]


def test_who_acts() -> None:
    assert [(t.number, names(t.acting)) for t in PLAN.tasks] == [
        ("0.a", "区总工会女职工委员会"),  # 前言
        ("1.c", "区总工会"),  # 1: 成熟一批、发展一批
    ]
    # 三3: 市总工会 is Beijing's, 区总工会 the zone's.
    levels = [PLAN.office(name).level for name in ("市总工会", "区总工会")]
    assert levels == [cp.Level.CITY, cp.Level.COUNTY]


def test_the_two_kinds_of_room_do_not_overlap() -> None:
    kinds = {d.part: d.criterion for d in PLAN.definitions}  # 前言; 1
    for use, hut, care in ((HUT, True, False), (CARE_ROOM, False, True)):
        room = cp.Room(use=use)
        for key, is_one in (("mummy_hut", hut), ("care_room", care)):
            criterion = kinds[key]
            assert isinstance(criterion, cp.Criterion)
            expected = cp.Truth.TRUE if is_one else cp.Truth.FALSE
            assert cp.evaluate(criterion, room).truth is expected


def test_ten_rooms_under_both_readings() -> None:
    # 1: 预计全年建成10个, a forecast; together by default, or ten of each.
    held = {
        option: [
            t.key
            for t in PLAN.targets.values()
            if t.holds_under(PLAN.read_as({"ten_rooms": option}))
        ]
        for option in ("together", "each")
    }
    assert held == {"together": ["rooms"], "each": ["mummy_huts", "care_rooms"]}
    assert {(t.value, t.forecast, t.due) for t in PLAN.targets.values()} == {
        (10, True, date(2017, 12, 31))
    }


def test_rules_met_and_not_met() -> None:
    park: dict[str, Any] = {"category": cp.VenueCategory.CHARACTERISTIC_PARK}
    assert find("1.b", cp.Venue(**park, rooms=[cp.Room(use=CARE_ROOM)])) is MET
    enterprise: dict[str, Any] = {"kind": cp.EmployerKind.ENTERPRISE, "female_employees": 100}
    assert find("1.a", cp.Employer(**enterprise, rooms=[cp.Room(use=HUT)])) is MET
    none = cp.Room(use=HUT, equipment=dict.fromkeys(cp.Equipment, 0), private=True, clean=True)
    assert find("a1.1.area/setting", none) is MET  # 附件1 一
    assert find("a1.1.2", none) is NOT_MET
    assert find("a1.1.3", none) is NOT_MET
    silent = cp.Room(use=HUT, reported_to_union=False, use_register=False)
    assert find("a1.2.1.a", silent) is NOT_MET  # 附件1 二（一）
    assert find("a1.2.2", silent) is NOT_MET  # 附件1 二（二）
    wasted = cp.Grant(recipient=cp.GrantRecipient.GRASSROOTS_UNION, used_for_purpose_only=False)
    assert find("a1.2.3.2", wasted) is NOT_MET  # 附件1 二（三）2


def test_benefits_open_and_not_open() -> None:
    rooms = {use: cp.assess(cp.Room(use=use, acceptance_passed=False), PLAN) for use in cp.RoomUse}
    assert rooms[HUT].benefit("3.1.a").availability is OPEN  # 三1: stars for both kinds
    assert rooms[CARE_ROOM].benefit("3.1.a").availability is OPEN
    assert rooms[cp.RoomUse.NURSERY].benefit("3.1.a").availability is NOT_OPEN
    assert rooms[HUT].benefit("a4.plaque").availability is NOT_OPEN  # 附件4 注
    marked = cp.Room(use=HUT, reported_to_union=True, acceptance_passed=True)
    assert cp.assess(marked, PLAN).benefit("a1.2.1.b").availability is OPEN  # 附件1 二（一）
    for uses, availability in (([HUT], OPEN), ([CARE_ROOM], NOT_OPEN)):
        employer = cp.Employer(rooms=[cp.Room(use=use) for use in uses], active_in_hut_work=False)
        a = cp.assess(employer, PLAN)
        assert a.benefit("3.1.b").availability is availability  # 三1: only huts count
        assert a.benefit("3.3.a").availability is NOT_OPEN
        assert a.benefit("3.3.b").availability is NOT_OPEN


def test_a_form_without_its_seal_is_not_complete() -> None:
    # 附件2 备注2: the paper copy carries the union's seal.
    form = PLAN.forms["mummy_hut"]
    unsealed = cp.check_form(form, {**HUT_ANSWERS, "union_seal": False})
    assert [(p.path, p.code) for p in unsealed.problems] == [("union_seal", "must_be_yes")]
