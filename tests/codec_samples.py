"""What the tests of the codec share: results of every verb, and data that is changed a little."""

import copy
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

from filing import SPRING, path
from hypothesis import strategies as st
from in_force import MONEY
from in_force import PLANS as IN_FORCE
from steps_and_stars import STARS, STEPS, station

import careplan as cp
from careplan import writing as w

PLANS = [cp.get_plan(plan_id) for plan_id in cp.plan_ids()]

ROOM = cp.Room(
    independent=True,
    usable_area_m2=8.5,
    equipment={cp.Equipment.TABLE: 1},
    supplies={cp.Supply.CLEANING_CLOTHS},
)
MALL = cp.Venue(category=cp.VenueCategory.COMMERCIAL_CENTRE, building_area_m2=12_000, rooms=[ROOM])


def sample_results() -> dict[str, Any]:
    """Return one result of each class and verb, by a name for the test."""
    plans = dict(zip(cp.plan_ids(), PLANS, strict=True))
    shuangliao, shiyan = plans["shuangliao_2021"], plans["shiyan_2021"]
    assessment = cp.assess(MALL, shuangliao)
    applicant = cp.Applicant(profit_status=cp.ProfitStatus.NON_PROFIT)
    paths = cp.registration_paths(applicant, shiyan)
    conflict = cp.Applicant(
        profit_status=cp.ProfitStatus.FOR_PROFIT, legal_form=cp.LegalForm.PUBLIC_INSTITUTION
    )
    counts = [cp.SlotCount("大洼街道", date(2024, 6, 30), 200)]
    report = cp.track_progress(plans["dawa_2023"].ledgers["slots"], counts, on=date(2024, 9, 30))
    _, second, *_ = quarters = cp.quarters(2024)
    counts = [cp.SlotCount("大洼街道", date(2024, 2, 29), 220), *counts]
    table = cp.progress_table(plans["dawa_2023"].ledgers["slots"], counts, periods=quarters)
    target = next(one for one in shuangliao.targets.values() if one.measure is w.Measure.PERCENT)
    measured = [cp.Measurement(on=date(2021, 12, 31), part=37, whole=40)]
    answers = {"unit_name": "甲公司", "location_kind": "moon", "female_employees": -1}
    form = plans["bda_2017"].forms["mummy_hut"]
    sheet = plans["bda_2017"].scorecards["care_room"]
    return {
        "assessment": assessment,
        "assessment_employer": cp.assess(cp.Employer(female_employees=100), plans["bda_2017"]),
        "finding": assessment.findings[0],
        "benefit_finding": cp.assess(cp.Room(), plans["bda_2017"]).benefits[0],
        "definition_finding": assessment.definitions[0],
        "finding_in_groups": cp.assess(
            cp.Venue(rooms=[cp.Room(meets_provincial_standard=False)]), shuangliao
        ).finding("4.2.c"),
        "remedy": cp.remedies(assessment)[0],
        "remedy_of_several": cp.remedies(cp.assess(cp.Employer(rooms=[]), plans["dawa_2023"]))[0],
        "score_with_room": cp.score(
            sheet, {}, room=cp.Room(area_m2=20), readings={"marking": "all_or_nothing"}
        ),
        "score": cp.score(sheet, {"area": 20, "cleanliness": 18.5}),
        "registration_paths": paths,
        "registration_path": paths.paths[0],
        "registration_conflict": cp.registration_paths(conflict, shiyan),
        "registration_overseen": cp.registration_paths(cp.ToddlerClass(), shiyan),
        "ledger_progress": report,
        "total_progress": report.total,
        "row_progress": report["大洼街道"],
        "target_progress": cp.track_progress(target, measured, on=date(2022, 1, 1)),
        "agenda": cp.agenda(PLANS, date(2021, 1, 1), date(2025, 12, 31)),
        "form_check": cp.check_form(
            form, {k: v for k, v in answers.items() if k in {f.key for f in form.fields}}
        ),
        "assessment_of_a_ladder": cp.assess(station(7_000, None, 6), STEPS),
        "ladder_finding": cp.assess(station(7_000, None), STEPS).findings[0],
        "remedy_of_a_ladder": cp.remedies(cp.assess(station(7_000, None, 4), STEPS))[0],
        "owed": cp.owed(station(7_000, None), STEPS),
        "graded": cp.grade(cp.Room(clean=True, area_m2=15), STARS),
        "due": cp.due_on(w.limit(5, w.WORKING_DAYS), date(2025, 1, 10), SPRING),
        "path_due": path().due(None, SPRING, done={"file": date(2025, 1, 10)}),
        "path_of_many_steps": path(),
        "assessments": cp.assess(cp.Room(clean=False), IN_FORCE, on=date(2024, 5, 1)),
        "assessment_with_money": cp.assess(
            cp.Institution(inclusive=True, slots=80, filed_with_health=False),
            MONEY,
            on=date(2024, 5, 1),
        ),
        "progress_table": table,
        "period_progress": table["大洼街道", second],
        "period_total": table.total(second),
        "roll_up": cp.roll_up(
            [
                {"district": "甲区", "use": cp.RoomUse.MUMMY_HUT, "done": 37, "in_all": 40},
                {"district": "乙区", "use": None, "done": None, "in_all": 20},
            ],
            by=("district", "use"),
            of=("done", "in_all"),
        ),
        "split": cp.split_slots(10, {"甲镇": 1_000, "乙镇": 1_000, "丙镇": Fraction(2_000, 3)}),
        "unknown": cp.slots_required(None, per_thousand=4.5),
        "disagreements": cp.disagreements(
            MALL,
            cp.Venue(building_area_m2=9_000, rooms=[]),
            names=("申请表", ("验收记录", "visit")),
        ),
        "class_kind": cp.class_kind(youngest_months=20),
        "assessments_answered": cp.assess(
            cp.Institution(video_kept_days=30, registered=False),
            [cp.get_plan("shiyan_2021"), cp.get_plan("national_setting_2019")],
            answer={"meets_national_standard": "national_setting_2019"},
        ),
        "coverage": shuangliao.coverage(),
        "evaluation": cp.evaluate(cp.facts(cp.Venue).building_area_m2 > 10_000, MALL),
    }


# Values of every JSON type, many of which some field takes and none takes all of.
JUNK: list[Any] = [
    *(None, True, False, 0, 1, -1, 3, 100, 3.0, 3.9, -0.5, 10**15, 10**16),
    *("", "x", "4.5", "-4.5", "41/3", "12", "-0.0", "4.5\n", "no", "false", "否", "医院"),
    *("hospital", "HOSPITAL", "Hospital", "2021-06-30", "2021-02-30", "2021-06-30\n", "2021-6-3"),
    *([], ["x"], [1, "x"], ["x", "y"], [None], {}, {"x": 1}, {"table": 1}, {"桌子": None}),
    *({"type": "Room"}, {"type": "AllOf", "parts": []}, {"zh": "甲", "en": "a"}),
]


@st.composite
def changed(draw: st.DrawFn, data: Any, junk_of: list[Any] = JUNK) -> Any:
    """Change one place of JSON-like data: put junk there, drop a key, or add one."""
    data = copy.deepcopy(data)
    holder, key, drop = draw(st.sampled_from(list(places(data))))
    junk = copy.deepcopy(draw(st.sampled_from(junk_of)))
    if drop:
        del holder[key]
    elif isinstance(holder, list) and key == len(holder):
        holder.append(junk)
    else:
        holder[key] = junk
    return data


def places(data: Any) -> Iterator[tuple[Any, Any, bool]]:
    """Yield (what holds a value, under which key, whether to drop it) for every place."""
    keys = list(data) if isinstance(data, dict) else list(range(len(data)))
    yield data, "unheard_of" if isinstance(data, dict) else len(data), False
    for key in keys:
        yield data, key, False
        yield data, key, True
        if isinstance(data[key], dict | list):
            yield from places(data[key])
