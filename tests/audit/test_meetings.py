"""Meetings on the agenda: once for each year of which the text says how many it has."""

from datetime import date
from typing import Any

import attrs
import pytest
from small_plans import clauses_of
from unmade import lines_said

import careplan as cp
from careplan import codec
from careplan.base.text import Text
from careplan.documents.authorities.calendar import Duty, Interval
from careplan.documents.authorities.tasks import Council, Meeting
from careplan.documents.clauses import (
    Document,
    Interpretation,
    Modality,
    Option,
    by_number,
)
from careplan.documents.periods import Precision
from careplan.documents.plan import Plan
from careplan.verbs.agenda import Agenda, agenda

TITLE = Text(zh="全体会议", en="plenary")
CLAUSES = clauses_of(
    ("1", "第一条", Modality.MUST, "甲", "A."), ("2", "第二条", Modality.MUST, "乙", "B.")
)
C = by_number(CLAUSES)
OPEN = Interpretation(
    id="who",
    clauses=("1",),
    question=TITLE,
    options=(Option("one", TITLE), Option("other", Text(zh="其他", en="other"))),
)
YEAR = (date(2022, 1, 1), date(2022, 12, 31))


def meeting(key: str = "plenary", **bounds: Any) -> Meeting:
    """Make a kind of meeting with these bounds a year."""
    return Meeting(clause=C["2"], part=key, key=key, title=TITLE, chaired_by=TITLE, **bounds)


def council(*meetings: Meeting, **parts: Any) -> Council:
    """Make a council that meets so."""
    return Council(clause=C["1"], key="council", name="联席会议", meetings=meetings, **parts)


def plan(*councils: Council, issued_on: date | None = None, **parts: Any) -> Plan:
    """Make a plan of these councils."""
    return Plan(
        id="own",
        document=Document(title=TITLE, issuer=TITLE, issued_on=issued_on),
        clauses=CLAUSES,
        interpretations=(OPEN,),
        councils=councils,
        **parts,
    )


def entries(found: Agenda) -> list[tuple[str, int]]:
    """Return the key of each meeting and its year."""
    return [
        (entry.source.key, entry.period.end.year)
        for entry in found.entries
        if isinstance(entry.source, Meeting)
    ]


BOUNDS: dict[str, tuple[dict[str, Any], str, str]] = {
    "least": ({"least_per_year": 2}, "全体会议：每年至少2次", "plenary: at least 2 a year"),
    "most": ({"most_per_year": 3}, "全体会议：每年至多3次", "plenary: at most 3 a year"),
    "both": (
        {"least_per_year": 1, "most_per_year": 2},
        "全体会议：每年1至2次",
        "plenary: 1 to 2 a year",
    ),
    "equal": ({"least_per_year": 4, "most_per_year": 4}, "全体会议：每年4次", "plenary: 4 a year"),
    "none at least": (
        {"least_per_year": 0, "most_per_year": 1},
        "全体会议：每年0至1次",
        "plenary: 0 to 1 a year",
    ),
}


@pytest.mark.parametrize("in_principle", [False, True])
@pytest.mark.parametrize(("bounds", "zh", "en"), BOUNDS.values(), ids=BOUNDS)
def test_a_meeting_with_a_number_is_on_the_agenda_of_a_year(
    bounds: dict[str, Any], zh: str, en: str, in_principle: bool
) -> None:
    held = meeting(**bounds, in_principle=in_principle)
    found = agenda(plan(council(held)), *YEAR)
    (entry,) = found.entries
    assert entry.source is held
    assert (entry.clause, entry.title) == (C["2"], TITLE)
    assert (entry.period.start, entry.period.end) == YEAR
    assert entry.period.precision is Precision.YEAR
    softened = ("（原则上）", " (in principle)") if in_principle else ("", "")
    # The grid's only line; a plenary is chaired by itself here.
    assert (
        lines_said(found)[3]
        == f"2022年；事项：{zh}{softened[0]}（会议；全体会议主持）；条款：第二条"
    )
    assert lines_said(found, "en")[3] == (
        f"2022; What: {en}{softened[1]} (meeting; chaired by plenary); Clause: 第二条"
    )


@pytest.mark.parametrize("in_principle", [False, True])
def test_a_meeting_without_a_number_is_not(in_principle: bool) -> None:
    found = agenda(plan(council(meeting(in_principle=in_principle))), *YEAR)
    assert (found.entries, found.unscheduled) == ((), ())


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        (date(2022, 5, 4), date(2022, 5, 4), [2022]),  # a day of the year is enough
        (date(2021, 12, 31), date(2022, 1, 1), [2021, 2022]),
        (date(2021, 1, 1), date(2023, 12, 31), [2021, 2022, 2023]),
        (date.max, date.max, [9999]),
    ],
)
def test_once_a_year(start: date, end: date, years: list[int]) -> None:
    whole = plan(council(meeting(least_per_year=1)))
    assert entries(agenda(whole, start, end)) == [("plenary", year) for year in years]


@pytest.mark.parametrize(
    ("issued_on", "years"),
    [
        (None, [2020, 2021, 2022]),
        (date(2021, 1, 1), [2021, 2022]),
        (date(2021, 12, 31), [2021, 2022]),  # in force on the last day of its year
        (date(2022, 1, 1), [2022]),
        (date(2023, 1, 1), []),
    ],
)
def test_no_meeting_before_the_document(issued_on: date | None, years: list[int]) -> None:
    whole = plan(council(meeting(least_per_year=1)), issued_on=issued_on)
    found = entries(agenda(whole, date(2020, 1, 1), date(2022, 12, 31)))
    assert [year for _, year in found] == years


@pytest.mark.parametrize("of_council", [False, True])
def test_a_meeting_under_a_reading_not_taken(of_council: bool) -> None:
    # Of a council that holds under one reading, or itself of one only.
    under: dict[str, Any] = {"under": ("who", "one")}
    outer, inner = (under, {}) if of_council else ({}, under)
    whole = plan(council(attrs.evolve(meeting(least_per_year=1), **inner), **outer))
    assert entries(agenda(whole, *YEAR)) == [("plenary", 2022)]
    assert entries(agenda(whole, *YEAR, readings={"who": "other"})) == []


def test_meetings_stand_with_duties_in_order_of_time() -> None:
    duty = Duty(clause=C["1"], key="report", title=TITLE, every=Interval(12))
    first, second = meeting("a", most_per_year=1), meeting("b", least_per_year=2)
    whole = plan(council(first, second, meeting("c")), duties=(duty,))
    found = agenda(whole, *YEAR)
    assert [entry.source for entry in found.entries] == [duty, first, second]
    others = [row["kind"] for row in found.records()]
    assert others == ["duty", "meeting", "meeting"]


def test_an_agenda_with_a_meeting_makes_the_round_trip() -> None:
    found = agenda(plan(council(meeting(least_per_year=1, most_per_year=2))), *YEAR)
    again = codec.loads(codec.dumps(found), Agenda)
    assert again == found
    # Only the document is not in the data.
    assert again.plans == ()
    assert attrs.evolve(again, plans=found.plans).explain("zh") == found.explain("zh")


def test_an_agenda_that_was_read_may_hold_a_meeting_without_a_number() -> None:
    # No agenda of ours does; whoever reads one is told the title, and no number.
    found = agenda(plan(council(meeting(least_per_year=1))), *YEAR)
    data = codec.unstructure(found)
    del data["entries"][0]["source"]["least_per_year"]
    read = codec.structure(data, Agenda)
    (line,) = lines_said(read)[2:3]
    assert line == "2022年；事项：全体会议（会议；全体会议主持）；条款：第二条"
    assert (
        lines_said(read, "en")[2]
        == "2022; What: plenary (meeting; chaired by plenary); Clause: 第二条"
    )


def test_the_plenary_of_shiyan_is_on_the_agenda() -> None:
    # 十堰 附件 三（一）: 全体会议原则上年开1至2次; the document is of 2021.
    shiyan = cp.get_plan("shiyan_2021")
    found = agenda(shiyan, date(2020, 1, 1), date(2022, 12, 31))
    assert entries(found) == [("plenary", 2021), ("plenary", 2022)]
    assert "2022年；事项：全体会议：每年1至2次（原则上）" in found.explain("zh")
    assert "2022; What: plenary meeting: 1 to 2 a year (in principle)" in found.explain("en")
