"""An agenda as calendar text: by RFC 5545, and read back by another library."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from refusing import refused

import careplan as cp
from careplan import writing as w
from careplan.documents.wording.made import made_lines
from careplan.verbs.agenda import Agenda
from careplan.verbs.planning.content import escaped, folded

JUNE, DECEMBER = date(2021, 6, 1), date(2021, 12, 31)
SHUANGLIAO = cp.get_plan("shuangliao_2021")
PLANS = (
    [cp.get_plan(name) for name in cp.list_plans()] if hasattr(cp, "list_plans") else [SHUANGLIAO]
)


def year() -> Agenda:
    return cp.agenda(SHUANGLIAO, JUNE, DECEMBER)


def components(text: str, name: str = "VEVENT") -> list[Any]:
    return list(Calendar.from_ical(text).walk(name))


def titled(title: str) -> Agenda:
    agenda = cp.agenda(SHUANGLIAO, JUNE, JUNE)
    entry = attrs.evolve(agenda.entries[0], title=w.Text(zh=title))
    return attrs.evolve(agenda, entries=(entry,))


# --- read back ------------------------------------------------------------------------------


def test_each_entry_is_an_event_of_all_its_days() -> None:
    events = components(year().to_ical())
    assert [(str(one["SUMMARY"]), one["DTSTART"].dt, one["DTEND"].dt) for one in events] == [
        # As printed: quarters from their first day to their last; the end is the day after.
        ("建设进展情况表", date(2021, 4, 1), date(2021, 7, 1)),
        ("工作部署阶段", date(2021, 6, 1), date(2021, 7, 1)),
        ("落实计划报协调组备案", date(2021, 6, 1), date(2021, 7, 1)),
        ("组织实施阶段", date(2021, 6, 1), date(2021, 10, 1)),
        ("中期督导阶段", date(2021, 7, 1), date(2021, 9, 1)),
        ("建设进展情况表", date(2021, 7, 1), date(2021, 10, 1)),
        ("评估总结阶段", date(2021, 9, 1), date(2021, 10, 1)),
        ("建设进展情况表", date(2021, 10, 1), date(2022, 1, 1)),
        ("公共场所和用人单位母婴设施配置率达到100%", date(2021, 12, 31), date(2022, 1, 1)),
    ]
    assert {str(one["TRANSP"]) for one in events} == {"TRANSPARENT"}
    assert {one["DTSTART"].params["VALUE"] for one in events} == {"DATE"}
    assert {one["SUMMARY"].params["LANGUAGE"] for one in events} == {"zh-CN"}
    assert events[0]["CATEGORIES"].to_ical().decode() == "定期"
    time, who, where, *made = str(events[0]["DESCRIPTION"]).split("\n")
    assert [line.split("：")[0] for line in (time, who, where)] == ["时间", "责任单位", "依据"]
    assert made == [*made_lines("zh", SHUANGLIAO)]


def test_what_has_no_interval_is_a_to_do_without_a_date() -> None:
    todos = components(year().to_ical(), "VTODO")
    assert [str(one["SUMMARY"]) for one in todos] == [
        "进度和质量督查",
        "全市督导、检查评估",
        "本行业督导检查、通报隐患",
    ]
    assert all("DUE" not in one and "DTSTART" not in one for one in todos)
    assert "未规定间隔" in str(todos[0]["DESCRIPTION"])


def test_the_calendar_says_whose_it_is() -> None:
    calendar = Calendar.from_ical(year().to_ical("en"))
    assert str(calendar["VERSION"]) == "2.0"
    assert str(calendar["PRODID"]) == "-//careplan//agenda//EN"
    assert str(calendar["X-WR-CALNAME"]) == "Agenda"
    assert "Shuangliao" in str(calendar["X-WR-CALDESC"])
    events = components(year().to_ical("en-GB"))
    assert str(events[1]["SUMMARY"]) == "deployment"
    assert events[1]["SUMMARY"].params["LANGUAGE"] == "en"


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
def test_every_plan_has_a_calendar_that_is_read_back(plan: cp.Plan) -> None:
    agenda = cp.agenda(plan, date(2015, 1, 1), date(2030, 12, 31))
    text = agenda.to_ical()
    assert len(components(text)) == len(agenda.entries)
    assert len(components(text, "VTODO")) == len(agenda.unscheduled)
    uids = [str(one["UID"]) for kind in ("VEVENT", "VTODO") for one in components(text, kind)]
    assert len(uids) == len(set(uids))


# --- stable ---------------------------------------------------------------------------------


def test_the_same_agenda_gives_the_same_text() -> None:
    assert year().to_ical() == year().to_ical()
    assert {str(one["DTSTAMP"].dt) for one in components(year().to_ical())} == {
        "2021-06-01 00:00:00+00:00"
    }


def test_an_entry_keeps_its_uid_in_another_span_and_language() -> None:
    def uids(agenda: Agenda, language: str) -> Mapping[str, Any]:
        events = components(agenda.to_ical(language))
        return {str(one["UID"]): one["DTSTART"].dt for one in events}

    third = cp.agenda(SHUANGLIAO, date(2021, 7, 1), date(2021, 9, 30))
    assert uids(third, "en").items() <= uids(year(), "zh").items()
    assert "shuangliao_2021/duty/7.1.e/20210701-20210930@careplan" in uids(third, "zh")


def test_two_things_of_one_clause_and_time_have_uids_of_their_own() -> None:
    agenda = cp.agenda(SHUANGLIAO, JUNE, JUNE)
    entry = agenda.entries[0]
    twice = attrs.evolve(agenda, entries=(entry, entry), unscheduled=())
    first, second = (str(one["UID"]) for one in components(twice.to_ical()))
    assert second == first.replace("@", "/2@")


def test_from_json_it_is_the_same_but_for_the_document() -> None:
    kept = cp.codec.loads(cp.codec.dumps(year()), Agenda)
    first, second = components(year().to_ical())[0], components(kept.to_ical())[0]
    assert first["UID"] == second["UID"]
    made = "\n".join(made_lines("zh"))
    assert str(second["DESCRIPTION"]).endswith(f"\n依据：七（一）\n{made}")
    todo = next(iter(components(kept.to_ical(), "VTODO")))
    assert str(todo["UID"]) == (f"/unscheduled/{year().unscheduled[0].id}@careplan")


def test_each_event_says_of_which_document_it_is() -> None:
    plans = [SHUANGLIAO, cp.get_plan("shiyan_2021")]
    said = [str(one["DESCRIPTION"]) for one in components(cp.agenda(plans, JUNE, JUNE).to_ical())]
    assert any("双辽市" in one for one in said)
    assert any("十堰市" in one for one in said)


def test_a_stamp_is_told_in_utc() -> None:
    beijing = timezone(timedelta(hours=8))
    text = year().to_ical(stamp=datetime(2021, 6, 2, 7, 30, tzinfo=beijing))
    assert components(text)[0]["DTSTAMP"].dt == datetime(2021, 6, 1, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("stamp", "code"),
    [
        (datetime(2021, 6, 2), "wrong_type"),  # noqa: DTZ001 - of nowhere
        (date(2021, 6, 2), "wrong_type"),
        ("2021-06-02", "wrong_type"),
        (datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=8))), "out_of_range"),
    ],
)
def test_another_stamp_is_refused(stamp: Any, code: str) -> None:
    problems = refused(lambda: year().to_ical(stamp=stamp))
    assert [(one[0], one[1]) for one in problems] == [("stamp", code)]


def test_another_language_is_refused() -> None:
    with pytest.raises(cp.NotFound):
        year().to_ical("fr")


# --- edges ----------------------------------------------------------------------------------


def test_nothing_at_all_is_a_note() -> None:
    agenda = cp.agenda(cp.get_plan("bda_2017"), date(2010, 1, 1), date(2010, 1, 2))
    [note] = components(agenda.to_ical(), "VJOURNAL")
    assert "没有写明时间的事项" in str(note["SUMMARY"])
    assert str(note["UID"]) == "nothing/20100101-20100102@careplan"


def test_the_last_day_there_is_has_no_day_after() -> None:
    agenda = cp.agenda(cp.get_plan("shiyan_2021"), date(9999, 12, 1), date.max)
    events = components(agenda.to_ical())
    assert events
    assert all("DTEND" not in one for one in events)


def test_an_early_year_has_four_digits() -> None:
    agenda = cp.agenda(SHUANGLIAO, date(1, 1, 1), DECEMBER)
    stamps = re.findall(r"DTSTAMP:(\S+)", agenda.to_ical())
    assert {*stamps} == {"00010101T000000Z"}


@pytest.mark.parametrize(
    "title",
    [
        'a;b,c:d\\n"e"',
        "甲\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:乙",
        "托" * 100,
        "\u2028\u0085\x00\x1b[31m",
        "\ud800",
        "= 1",
        "😀" * 30,
        "\\;\\,",
    ],
)
def test_a_hostile_title_stays_in_its_line(title: str) -> None:
    text = titled(title).to_ical()
    [event] = components(text)
    # What begins a line, or is not seen, is shown as an escape, as it is everywhere.
    assert str(event["SUMMARY"]) == titled(title).explain().split("事项：")[1].split("（定期")[0]
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)


@given(TEXTS)
def test_a_folded_line_is_the_line(line: str) -> None:
    parts = list(folded(line))
    assert all(len(part.encode()) <= 75 for part in parts)
    assert all(part.startswith(" ") for part in parts[1:])
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line
    # No part has room for the character that the next one begins with.
    assert all(len((one + after[1]).encode()) > 75 for one, after in pairwise(parts))


@given(TEXTS.filter(lambda text: text.replace("\n", "").isprintable()))
def test_an_escaped_text_is_read_back(text: str) -> None:
    line = f"SUMMARY:{escaped(text)}"
    body = "\r\n".join(folded(line))
    made = f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{body}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    [event] = components(made)
    assert str(event["SUMMARY"]) == text
