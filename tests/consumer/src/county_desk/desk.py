"""What the desk asks: who owes a room, which sheets pass, where to register, how far we are."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

import careplan as cp
from careplan.results import Assessment, Disagreements, LedgerProgress, RegistrationPaths, Score


def verdicts(venues: Mapping[str, cp.Venue]) -> dict[str, Assessment[cp.Venue]]:
    """Assess every venue under Shuangliao's plan."""
    plan = cp.get_plan("shuangliao_2021")
    return {name: cp.assess(venue, plan) for name, venue in venues.items()}


def tally(assessments: Iterable[Assessment]) -> dict[str, int]:
    """Count outcomes; what is not known stays a count of its own."""
    return dict(Counter(assessment.outcome.label.zh for assessment in assessments))


def to_do(assessments: Mapping[str, Assessment], language: str) -> list[str]:
    """Say what to ask of each venue still open, and what would mend each breach."""
    lines: list[str] = []
    for name, assessment in assessments.items():
        if assessment.outcome is cp.Outcome.UNKNOWN:
            asked = [cp.fact_label(cp.Venue, path, language) for path in assessment.missing]
            lines.append(f"{name}: {', '.join(asked)}")
        for remedy in cp.remedies(assessment):
            lines += (
                f"{name}: {remedy.finding.clause.locator} {cp.describe(option.needed, language)}"
                for option in remedy.options
            )
    return lines


def passed(sheets: Mapping[str, Mapping[str, object]]) -> dict[str, Score]:
    """Score every care room's sheet under Beijing's plan."""
    sheet = cp.get_plan("bda_2017").scorecards["care_room"]
    return {name: cp.score(sheet, marks) for name, marks in sheets.items()}


def offices(applicants: Mapping[str, cp.Applicant]) -> dict[str, RegistrationPaths]:
    """Find where each applicant may register under Shiyan's plan."""
    plan = cp.get_plan("shiyan_2021")
    return {name: cp.registration_paths(one, plan) for name, one in applicants.items()}


def report(counts: Iterable[cp.SlotCount], on: date) -> LedgerProgress:
    """Compare what Dawa's localities reported with what is due."""
    return cp.track_progress(cp.get_plan("dawa_2023").ledgers["slots"], counts, on=on)


def report_lines(progress: LedgerProgress) -> list[str]:
    """Return the report as the lines of a CSV file, exact numbers as they are."""
    wanted = ("locality", "outcome_zh", "reached", "due_slots", "short_of_next", "pace_per_month")
    return [
        ",".join("" if row[key] is None else str(row[key]) for key in wanted)
        for row in progress.records()
    ]


def checked(applied: cp.Venue, inspected: cp.Venue) -> Disagreements:
    """Compare what an applicant states of a venue with what the inspector found."""
    return cp.disagreements(applied, inspected, names=("申请表", "验收记录"))


def page(progress: LedgerProgress) -> str:
    """Return the report as a page of its own, for the director."""
    return progress.to_html("zh", page=True)


def largest_first(assessments: Iterable[Assessment[cp.Venue]]) -> list[Assessment[cp.Venue]]:
    """Put the assessments of the largest venues first; those of unknown size stand last."""
    return sorted(assessments, key=_size, reverse=True)


def _size(assessment: Assessment[cp.Venue]) -> float:
    area = assessment.subject.building_area_m2
    return -1 if area is None else float(area)
