"""The main job on real documents, as a report in the terminal.

Run it with `python docs/tour.py` (Chinese) or `python docs/tour.py en` (English).
Every figure printed is computed by the library; every input is a made-up sample.
"""

import sys
from datetime import date
from decimal import Decimal

import careplan as cp

SAMPLE = cp.Text(zh="样例，非真实单位", en="a sample, no real place")


def heading(language: str, zh: str, en: str) -> None:
    """Print a section's title, marked as a sample."""
    title = cp.Text(zh=zh, en=en).get(language)
    print(f"\n== {title} ({SAMPLE.get(language)})")


def mall(language: str) -> None:
    """Show a mall that owes a room of 10 m2 and has one of 8."""
    heading(
        language,
        "商业中心，12000平方米，一间8平方米的母婴室",
        "A mall of 12,000 m2 with a room of 8 m2",
    )
    subject = cp.Venue(
        category=cp.VenueCategory.COMMERCIAL_CENTRE,
        building_area_m2=12_000,
        rooms=[cp.Room(independent=True, usable_area_m2=8)],
    )
    assessment = cp.assess(subject, cp.get_plan("shuangliao_2021"))
    print(assessment.under("4.1.b").explain(language))
    for remedy in cp.remedies(assessment):
        print(remedy.explain(language))


def hospital(language: str) -> None:
    """Show a hospital of unknown size without a room: not a breach, a question."""
    heading(language, "医院，面积未说明，没有母婴室", "A hospital of unknown size without a room")
    subject = cp.Venue(category=cp.VenueCategory.HOSPITAL, rooms=[])
    assessment = cp.assess(subject, cp.get_plan("shuangliao_2021"))
    print(assessment.under("4.1").explain(language))


def employer(language: str) -> None:
    """Show one employer under two documents: a judgement in one, a figure in the other."""
    heading(language, "企业，女职工100人，没有专用房间", "An enterprise with 100 women and no room")
    subject = cp.Employer(kind=cp.EmployerKind.ENTERPRISE, female_employees=100, rooms=[])
    for plan_id, number in (("shuangliao_2021", "4.1.e"), ("bda_2017", "1.a")):
        print(cp.assess(subject, cp.get_plan(plan_id)).under(number).explain(language))


def sheets(language: str) -> None:
    """Show two acceptance sheets with open marks, and the grant that follows a pass."""
    plan = cp.get_plan("bda_2017")
    samples = {
        "care_room": {"area": 20, "cleanliness": 18, "equipment": 40, "management": 10},
        "mummy_hut": {"area": 20, "cleanliness": 20, "equipment": 40, "care_materials": 10},
    }
    uses = {"care_room": cp.RoomUse.CARE_ROOM, "mummy_hut": cp.RoomUse.MUMMY_HUT}
    for key, marks in samples.items():
        heading(language, "验收评分，有一项未评", "An acceptance sheet with one item open")
        score = cp.score(plan.scorecards[key], marks)
        print(score.explain(language))
        room = cp.Room(use=uses[key], acceptance_passed=score.passed)
        print(cp.assess(room, plan).benefit("3.2.a").explain(language))


def applicants(language: str) -> None:
    """Show four applicants, the offices still possible for each, and what would narrow them."""
    plan = cp.get_plan("shiyan_2021")
    samples = (
        (
            cp.Text(zh="非营利，其他未说明", en="non-profit, nothing else stated"),
            cp.Applicant(
                profit_status=cp.ProfitStatus.NON_PROFIT,
            ),
        ),
        (
            cp.Text(zh="营利，审批权未集中，全日托", en="for-profit, powers not merged, full-day"),
            cp.Applicant(
                profit_status=cp.ProfitStatus.FOR_PROFIT,
                approval_powers_merged=False,
                service_modes={cp.ServiceMode.FULL_DAY},
            ),
        ),
        (
            cp.Text(zh="特区内的事业单位", en="a public institution in a special zone"),
            cp.Applicant(legal_form=cp.LegalForm.PUBLIC_INSTITUTION, in_special_zone=True),
        ),
        (
            cp.Text(zh="营利性事业单位", en="a for-profit public institution"),
            cp.Applicant(
                profit_status=cp.ProfitStatus.FOR_PROFIT,
                legal_form=cp.LegalForm.PUBLIC_INSTITUTION,
            ),
        ),
    )
    for title, applicant in samples:
        heading(language, f"申请人：{title.zh}", f"An applicant: {title.get('en')}")
        print(cp.registration_paths(applicant, plan).explain(language))


def ledger(language: str) -> None:
    """Show the slot ledger of 15 localities against counts with gaps, and a rate."""
    heading(language, "托位台账，部分镇街未报", "A slot ledger, some localities without a count")
    counts = [
        cp.SlotCount("二界沟街道", date(2024, 6, 30), 60),
        cp.SlotCount("大洼街道", date(2024, 6, 30), 200),
        cp.SlotCount("田家街道", date(2024, 6, 30), 90),
        cp.SlotCount("榆树街道", date(2023, 6, 30), 20),
        cp.SlotCount("田庄台镇", date(2024, 9, 30), 50),
    ]
    plan = cp.get_plan("dawa_2023")
    progress = cp.track_progress(plan.ledgers["slots"], counts, on=date(2024, 9, 30))
    print(progress.explain(language))
    people, rate = 420_444, Decimal("4.5")
    slots = cp.slots_required(people, per_thousand=rate)
    said = cp.Text(
        zh=f"{people}人按每千人{rate}个须有{slots}个托位",
        en=f"{people:,} people at {rate} per thousand need {slots:,} slots",
    )
    print(said.get(language))


def main(language: str) -> None:
    """Print the whole report in "zh" or "en"."""
    for section in (mall, hospital, employer, sheets, applicants, ledger):
        section(language)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a terminal may be GBK
    main(sys.argv[1] if len(sys.argv) > 1 else "zh")
