"""A result of every sort, settled and open, for tests of how results are shown and handed on."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from filing import SPRING, path
from in_force import DRAFT, MONEY, PLANS, SILENT
from steps_and_stars import STARS, STEPS, station

import careplan as cp
from careplan import writing as w
from careplan.display.result import Result

SHUANGLIAO, BDA = cp.get_plan("shuangliao_2021"), cp.get_plan("bda_2017")
SHIYAN, DAWA = cp.get_plan("shiyan_2021"), cp.get_plan("dawa_2023")
MALL = cp.Venue(
    category=cp.VenueCategory.COMMERCIAL_CENTRE,
    building_area_m2=12_000,
    rooms=[cp.Room(independent=True, usable_area_m2=8, existing=True)],
)
HUT = cp.Room(use=cp.RoomUse.MUMMY_HUT, area_m2=12, acceptance_passed=True)
SUBJECTS = (MALL, HUT, cp.Venue(), cp.Employer(), cp.Grant(), cp.Institution())


def results() -> Iterator[Result]:
    """Yield results of every class; a class comes more than once where it has several looks."""
    for subject in SUBJECTS:
        for plan_id in cp.plan_ids():
            assessment = cp.assess(subject, cp.get_plan(plan_id))
            yield assessment
            yield from assessment.findings
            yield from assessment.benefits
            yield from assessment.definitions
            yield from cp.remedies(assessment)
    yield from scores()
    yield from progress()
    for applicant in applicants():
        for plan in (SHIYAN, DAWA, BDA):
            found = cp.registration_paths(applicant, plan)
            yield found
            yield from found.paths
    yield cp.agenda([SHUANGLIAO, SHIYAN], date(2021, 6, 1), date(2021, 12, 31))
    yield cp.agenda(BDA, date(1999, 1, 1), date(1999, 1, 1))
    yield cp.check_form(BDA.forms["mummy_hut"], {"location_kind": "moon"})
    yield from steps_and_stars()
    yield from days()
    yield from several()
    yield from figures()
    yield cp.intake.read(
        [{"镇街": "王家镇", "托位数": "30余", "状态": 3}, {"镇街": "大洼街道", "托位数": 20}],
        cp.SlotCount,
        localities=DAWA.ledgers["slots"],
        given={"on": date(2024, 6, 30)},
    )
    yield from sources()
    yield from classes()


def several() -> Iterator[Result]:
    """Yield what several plans say on a day, one of them superseded, of a draft, without a day."""
    room = cp.Room(clean=False, area_m2=8)
    yield cp.assess(room, PLANS, on=date(2024, 5, 1))
    yield cp.assess(room, PLANS)
    yield cp.assess(room, DRAFT, on=date(2024, 5, 1))
    yield cp.owed(room, SILENT, on=date(2024, 5, 1))
    for slots in (80, None):
        nursery = cp.Institution(inclusive=True, slots=slots, filed_with_health=False)
        assessment = cp.assess(nursery, MONEY, on=date(2024, 5, 1))
        yield assessment
        yield from assessment.benefits


def figures() -> Iterator[Result]:
    """Yield splits without a tie and with one, and what cannot be reckoned."""
    yield cp.split_slots(10, {"甲镇": 1_200, "乙镇": Decimal("700.5"), "丙镇": 0})
    yield cp.split_slots(10, dict.fromkeys(("甲镇", "乙镇", "丙镇"), 1_000))
    history = [
        cp.SlotCount("大洼街道", date(2024, 3, 29), 90),
        cp.SlotCount("大洼街道", date(2024, 6, 28), 200),
        cp.SlotCount("大洼街道", date(2024, 9, 27), 190),
        cp.SlotCount("田家街道", date(2024, 6, 28), 40),
    ]
    table = cp.progress_table(DAWA.ledgers["slots"], history, periods=cp.quarters(2024))
    yield table
    yield from (table["大洼街道", period] for period in table.periods)
    yield from table.totals
    nurseries = [
        cp.Institution(inclusive=True, slots=80),
        cp.Institution(inclusive=True),
        cp.Institution(slots=40),
    ]
    yield cp.roll_up(nurseries, by="inclusive", of="slots")
    yield cp.roll_up([], by="inclusive", of="slots")
    shares = [
        {"district": "甲区", "kind": cp.RoomUse.MUMMY_HUT, "done": 37, "in_all": 40},
        {"district": "乙区", "kind": cp.RoomUse.MUMMY_HUT, "done": 5, "in_all": 20},
        {"district": "乙区", "kind": None, "done": 1, "in_all": None},
    ]
    yield cp.roll_up(shares, by=("district", "kind"), of=("done", "in_all"))
    yield cp.slots_required(None, per_thousand=4.5)
    yield cp.slots_per_thousand(None, None)


def days() -> Iterator[Result]:
    """Yield time limits that end on a known day, move to one, and that no calendar covers."""
    for limit in (w.limit(5, w.WORKING_DAYS, counted_from="收到之日"), w.limit(25, w.DAYS)):
        for calendar in (SPRING, None):
            yield cp.due_on(limit, date(2025, 1, 3), calendar)
    yield path()
    yield path().due(None)
    yield path(in_special_zone=True).due(
        date(2025, 1, 3),
        SPRING,
        done={"file": date(2025, 1, 10)},
        events={"update": date(2025, 1, 10)},
    )


def steps_and_stars() -> Iterator[Result]:
    """Yield ladders with a rung that binds, two that may, and none; grades open and settled."""
    for area, flow, rooms in ((7_000, None, []), (7_000, None, [6]), (12_000, 0, [10]), (1, 1, [])):
        assessment = cp.assess(station(area, flow, *rooms), STEPS)
        yield assessment
        yield from assessment.findings
        yield from cp.remedies(assessment)
        yield cp.owed(assessment.subject, STEPS)
    for room in (cp.Room(), cp.Room(clean=True, area_m2=15, independent=True)):
        yield cp.grade(room, STARS)
    yield cp.grade(cp.Room(clean=True, area_m2=16, independent=True, existing=True), STARS)


def scores() -> Iterator[Result]:
    """Yield a sheet with open items, out of reach, and settled; beside a room, by a room."""
    sheet = BDA.scorecards["care_room"]
    full = {item.key: item.max_points for item in sheet.items}
    for marks in ({}, {"equipment": 0}, {**full, "area": Decimal("18.5")}):
        yield cp.score(sheet, marks)
    room = cp.Room(use=cp.RoomUse.CARE_ROOM, area_m2=20, clean=True)
    for marking in ("assessor", "all_or_nothing"):
        yield cp.score(sheet, {}, room=room, readings={"marking": marking})


def progress() -> Iterator[Result]:
    """Yield targets and ledgers with and without figures, before, at and after their dates."""
    coverage, ledger = SHUANGLIAO.targets["coverage"], DAWA.ledgers["slots"]
    measured = [cp.Measurement(on=date(2021, 12, 31), part=39, whole=40)]
    counts = [
        cp.SlotCount("大洼街道", date(2024, 6, 30), 200),
        cp.SlotCount("田家街道", date(2024, 6, 30), 90),
        cp.SlotCount("榆树街道", date(2022, 6, 30), 20),
    ]
    for on in (date(2021, 1, 1), date(2021, 12, 31), date(2023, 1, 1)):
        yield cp.track_progress(coverage, [one for one in measured if one.on <= on], on=on)
    for on in (date(2023, 1, 1), date(2024, 9, 30), date(2030, 1, 1)):
        report = cp.track_progress(ledger, [one for one in counts if one.on <= on], on=on)
        yield report
        yield from report.rows
        yield report.total


def applicants() -> Iterator[cp.Applicant | cp.ToddlerClass | cp.EarlyEducationCentre]:
    """Yield applicants with several paths, with one, with none because facts contradict."""
    yield cp.Applicant()
    yield cp.Applicant(
        profit_status=cp.ProfitStatus.FOR_PROFIT,
        approval_powers_merged=False,
        service_modes={cp.ServiceMode.FULL_DAY},
    )
    yield cp.Applicant(
        profit_status=cp.ProfitStatus.FOR_PROFIT, legal_form=cp.LegalForm.PUBLIC_INSTITUTION
    )
    yield from (cp.ToddlerClass(), cp.EarlyEducationCentre())


def sources() -> Iterator[Result]:
    """Yield two sources that agree, and two that disagree in every way, with rooms moved."""
    cloths, wipes = cp.Supply.CLEANING_CLOTHS, cp.Supply.HAND_AND_MOUTH_WIPES
    quiet = cp.Room(area_m2=9, independent=True, supplies={cloths})
    room = cp.Room(area_m2=12, clean=True, equipment={cp.Equipment.TABLE: 1}, supplies={cloths})
    seen = cp.Room(area_m2=12, clean=False, equipment={cp.Equipment.SOFA: 0}, supplies={wipes})
    form = cp.Venue(building_area_m2=7.5, daily_visitors=3, rooms=[room, quiet])
    visit = cp.Venue(building_area_m2=8, waiting_area=False, rooms=[quiet, seen, cp.Room()])
    yield cp.disagreements(form, form)
    yield cp.disagreements(form, visit, names=("申请表", ("验收记录", "the visit")))


def classes() -> Iterator[Result]:
    """Yield a class of one kind, of one of two, of none, and those of which an age is not stated.

    They come from a text of which only copies were seen.
    """
    for youngest, oldest in ((6, 12), (12, 12), (18, 36), (5, 12), (20, None), (None, 8)):
        yield cp.class_kind(youngest_months=youngest, oldest_months=oldest)
    yield cp.class_kind()
