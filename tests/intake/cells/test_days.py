"""Days in cells: a day in full is taken; a part of a year says its span; nothing is filled in."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from careplan.base.text import Text
from careplan.intake.cells.days import day_cell
from careplan.intake.cells.habits import Habits
from careplan.intake.cells.taken import Doubt, Taken
from careplan.nouns.care.institutions import Setting

JUNE_30 = date(2024, 6, 30)


@pytest.mark.parametrize(
    "raw",
    [
        *("2024-06-30", "2024-6-30", "2024/6/30", "2024.6.30", "20240630", "２０２４－０６－３０"),
        *("2024年6月30日", "2024 年 6 月 30 日", "2024年06月30号", "截至2024年6月30日"),
        *("截止到2024.6.30", "截至2024年6月30日止", "2024-06-30 00:00:00", "2024-06-30T00:00"),
        *("2024年6月30日截止", "民國113年6月30日", "民国113年6月30日", " 20240630\n"),
        20240630,
        JUNE_30,
        datetime(2024, 6, 30),  # noqa: DTZ001 - as files hold them
    ],
)
def test_a_day_in_full_is_read(raw: object) -> None:
    assert day_cell(raw, Habits()) == Taken(JUNE_30)


@pytest.mark.parametrize("raw", [None, "", "-", "/", float("nan")])
def test_what_says_nothing_is_not_stated(raw: object) -> None:
    assert day_cell(raw, Habits()) == Taken(None)


@pytest.mark.parametrize(
    ("raw", "first", "last", "note"),
    [
        ("2024年6月", date(2024, 6, 1), JUNE_30, ""),
        ("2024年6月份", date(2024, 6, 1), JUNE_30, ""),
        ("2024-06", date(2024, 6, 1), JUNE_30, ""),
        ("2024/6", date(2024, 6, 1), JUNE_30, ""),
        ("2024.6", date(2024, 6, 1), JUNE_30, ""),
        ("2024年6月底", date(2024, 6, 1), JUNE_30, "底"),
        ("截至2024年6月末", date(2024, 6, 1), JUNE_30, "末"),
        ("2024年6月初", date(2024, 6, 1), JUNE_30, "初"),
        ("2024年6月上旬", date(2024, 6, 1), date(2024, 6, 10), "上旬"),
        ("2024年6月中旬", date(2024, 6, 11), date(2024, 6, 20), "中旬"),
        ("2024年2月下旬", date(2024, 2, 21), date(2024, 2, 29), "下旬"),  # a leap year
        ("2024年第二季度", date(2024, 4, 1), JUNE_30, ""),
        ("2024年4季度末", date(2024, 10, 1), date(2024, 12, 31), "末"),
        ("2024Q1", date(2024, 1, 1), date(2024, 3, 31), ""),
        ("2024年上半年", date(2024, 1, 1), JUNE_30, ""),
        ("2024年下半年", date(2024, 7, 1), date(2024, 12, 31), ""),
        ("2024年1—6月", date(2024, 1, 1), JUNE_30, ""),
        ("2022年1-3月份", date(2022, 1, 1), date(2022, 3, 31), ""),
        ("2024年1月至6月底", date(2024, 1, 1), JUNE_30, "底"),
        ("2024", date(2024, 1, 1), date(2024, 12, 31), ""),
        (2024, date(2024, 1, 1), date(2024, 12, 31), ""),
        ("2024年度", date(2024, 1, 1), date(2024, 12, 31), ""),
        ("2024年底", date(2024, 1, 1), date(2024, 12, 31), "底"),
        ("民國113年6月", date(2024, 6, 1), JUNE_30, ""),
        ("2024-01-01至2024-06-30", date(2024, 1, 1), JUNE_30, ""),
        ("2024.1—2024.6", date(2024, 1, 1), JUNE_30, ""),
    ],
)
def test_a_part_of_a_year_says_its_span(raw: object, first: date, last: date, note: str) -> None:
    found = day_cell(raw, Habits())
    assert isinstance(found, Doubt)
    assert found.code == "cell.less_exact"
    assert (found.parameters["span"], found.parameters["note"]) == ((first, last), note)
    # 底 and 末 point to the last day, which is said and not taken.
    assert found.suggestion == (last if note in {"底", "末"} else None)


@pytest.mark.parametrize(
    ("raw", "code", "suggestion"),
    [
        ("5月20日", "no_year", None),
        ("6月底", "no_year", None),
        ("第二季度", "no_year", None),
        ("今年上半年", "no_year", None),
        ("年底", "no_year", None),
        ("113年6月30日", "roc", JUNE_30),
        ("112.12.31", "roc", date(2023, 12, 31)),
        ("1130630", "roc", JUNE_30),
        ("113/02/30", "roc", None),  # no such day
        ("111年底", "roc", date(2022, 12, 31)),
        ("113年", "roc", None),
        ("113年13月", "roc", None),
        ("22.5.18", "short_year", date(2022, 5, 18)),
        ("49.5.18", "short_year", date(2049, 5, 18)),
        ("50.5.18", "short_year", None),  # of this century or the last
        ("87年底", "short_year", None),
        ("45473", "serial", JUNE_30),
        (45473, "serial", JUNE_30),
        ("2024-02-30", "no_such_day", None),
        ("0000-00-00", "strange_year", None),
        ("1899-12-31", "strange_year", None),
        ("2100-01-01", "strange_year", None),
        (date(113, 6, 30), "strange_year", None),  # a year of 民國, read by a library
        ("2024-06-30 19:31:14", "has_time", JUNE_30),
        ("2024-02-30 19:31", "no_such_day", None),
        (datetime(2024, 6, 30, 8), "has_time", JUNE_30),  # noqa: DTZ001 - as files hold them
        (datetime(2024, 6, 30, tzinfo=UTC), "has_time", JUNE_30),
        (datetime(113, 6, 30, 8), "strange_year", None),  # noqa: DTZ001 - the same
        ("统计日期：2024年6月30日", "label_inside", JUNE_30),
        ("统计日期：目前", "label_inside", None),
        ("截至目前", "not_a_day", None),
        ("2024截至0630", "not_a_day", None),  # two numbers, and no day in eight digits
        ("2024-6/30", "not_a_day", None),
        ("30/06/2024", "not_a_day", None),
        ("2024年13月", "not_a_day", None),
        ("2024年6-1月", "not_a_day", None),
        ("民國2024年6月30日", "not_a_day", None),
        ("202406", "not_a_day", None),  # June, or the 6th of April 2020
        ("240630", "not_a_day", None),
        ("一0八年七月底", "not_a_day", None),
        ("2024-06-30至2024-01-01", "not_a_day", None),
        ("2024-06-30至今", "not_a_day", None),
        ("2024-01至2024-02至2024-03", "not_a_day", None),
        (Decimal("45473.5"), "not_a_day", None),
        (60, "short_year", None),
        (99_999, "not_a_day", None),
        (True, "not_a_day", None),
        (Setting.OTHER, "not_a_day", None),
        ("2024年6月3①日", "raised", None),
        ("待定", "perhaps_not_stated", Text(zh="未说明", en="not stated")),
    ],
)
def test_what_is_not_certain_is_no_day(raw: object, code: str, suggestion: object) -> None:
    found = day_cell(raw, Habits())
    assert isinstance(found, Doubt)
    assert (found.code, found.suggestion) == (f"cell.{code}", suggestion)


def test_the_calendar_of_minguo_is_the_callers_to_say() -> None:
    roc = Habits(roc=True)
    assert day_cell("113年6月30日", roc) == Taken(JUNE_30)
    assert day_cell("1130630", roc) == Taken(JUNE_30)
    assert day_cell("2024-06-30", roc) == Taken(JUNE_30)
    whole = day_cell("114", roc)
    assert isinstance(whole, Doubt)
    assert whole.parameters["span"] == (date(2025, 1, 1), date(2025, 12, 31))
    short = day_cell("22.5.18", roc)  # 1933 by that calendar, and probably 2022
    assert isinstance(short, Doubt)
    assert short.code == "cell.short_year"


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        (45473, JUNE_30),
        ("45473", JUNE_30),
        (45473.0, JUNE_30),
        (73050, date(2099, 12, 31)),
        ("10000", date(1927, 5, 18)),  # 1899-12-30 and 10,000 days
    ],
)
def test_serials_of_a_spreadsheet_are_the_callers_to_say(raw: object, day: date) -> None:
    assert day_cell(raw, Habits(serials=True)) == Taken(day)


@pytest.mark.parametrize(
    "raw", ["01205", "206截至12", 60, "60", 1, 73051, 45473.5, "45473.5", -45473]
)
def test_what_is_no_serial_is_refused(raw: object) -> None:
    # 60 is 29 February 1900, which there was not.
    assert isinstance(day_cell(raw, Habits(serials=True)), Doubt)
