import subprocess
import sys
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from carecompanion.domain.settings import Settings
from carecompanion.domain.vocabulary import Nation
from carecompanion.domain.workdays import Calendar, at_wall, bank_holidays
from tests.domain.given import LONDON, agreed, at, day, utc

USUAL = Calendar.usual(Settings())


def calendar(nation: Nation = "england_and_wales", closed: tuple[date, ...] = (), **agreement: Any) -> Calendar:
    return Calendar.agreed(Settings(nation=nation, closed_days=closed), agreed(**agreement))


@pytest.mark.parametrize(
    ("nation", "year", "days"),
    [
        ("england_and_wales", 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"),
        ("scotland", 2026, "01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28"),
        ("northern_ireland", 2026, "01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28"),
        ("england_and_wales", 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"),
        ("scotland", 2027, "01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28"),
        ("northern_ireland", 2027, "01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28"),
        ("england_and_wales", 2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26"),
        ("scotland", 2025, "01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26"),
        ("northern_ireland", 2025, "01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26"),
        ("northern_ireland", 2024, "01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26"),
        ("scotland", 2022, "01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27"),
        ("england_and_wales", 2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26"),
        ("england_and_wales", 2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28"),
    ],
)
def test_bank_holidays_on_weekdays_are_those_of_gov_uk(nation: Nation, year: int, days: str) -> None:
    """GOV.UK, UK bank holidays, by division; its list names the substitute day where a holiday is at a weekend."""
    weekdays = sorted(day for day in bank_holidays(nation, year) if day.weekday() < 5)
    assert weekdays == [day(f"{year}-{each}") for each in days.split()]


def test_a_bank_holiday_at_a_weekend_is_no_working_day_either() -> None:
    every_day = calendar(weekdays=tuple(range(7)))
    assert every_day.last_day_before(day("2026-12-27")) == day("2026-12-24")


def test_bank_holidays_are_looked_up_only_when_needed() -> None:
    program = "import sys, carecompanion.domain.traits; sys.exit('holidays' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize(
    ("wall", "instant"),
    [
        ("2026-03-29 00:59", "2026-03-29 00:59"),
        ("2026-03-29 01:00", "2026-03-29 01:00"),  # does not exist: shown as 02:00
        ("2026-03-29 01:30", "2026-03-29 01:30"),  # does not exist: shown as 02:30
        ("2026-03-29 02:00", "2026-03-29 01:00"),
        ("2026-10-25 00:59", "2026-10-24 23:59"),
        ("2026-10-25 01:30", "2026-10-25 00:30"),  # occurs twice: the first
        ("2026-10-25 02:00", "2026-10-25 02:00"),
    ],
)
def test_a_wall_time_that_is_missing_is_an_hour_later_and_a_doubled_one_is_the_first(wall: str, instant: str) -> None:
    local = datetime.fromisoformat(wall)
    assert at_wall(local.date(), local.time(), LONDON) == utc(instant)
    assert at_wall(local.date(), local.time().replace(fold=1), LONDON) == utc(instant)


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("2026-03-12", "2026-03-11"),
        ("2026-03-09", "2026-03-06"),  # Monday: Friday
        ("2026-03-08", "2026-03-06"),  # Sunday: Friday
        ("2026-04-07", "2026-04-02"),  # Tuesday after Easter: Thursday
        ("2026-01-02", "2025-12-31"),  # over the new year
        ("2026-03-18", "2026-03-16"),  # the 17th closed
    ],
)
def test_the_last_working_day_before(before: str, expected: str) -> None:
    usual = Calendar.usual(Settings(closed_days=(day("2026-03-17"),)))
    assert usual.last_day_before(day(before)) == day(expected)


@pytest.mark.parametrize(
    ("started", "days", "due"),
    [
        ("2026-03-09 09:12", 1, "2026-03-10 17:00"),  # Monday: Tuesday is day 1
        ("2026-03-09 09:12", 2, "2026-03-11 17:00"),
        ("2026-03-09 00:00", 1, "2026-03-10 17:00"),
        ("2026-03-09 23:59", 1, "2026-03-10 17:00"),
        ("2026-03-06 16:00", 1, "2026-03-09 17:00"),  # Friday: Monday
        ("2026-03-07 11:00", 1, "2026-03-09 17:00"),  # Saturday: Monday is day 1
        ("2026-03-08 11:00", 2, "2026-03-10 17:00"),  # Sunday
        ("2026-04-02 10:00", 1, "2026-04-07 17:00"),  # the Thursday before Easter
        ("2026-04-03 10:00", 1, "2026-04-07 17:00"),  # Good Friday itself
        ("2026-12-31 10:00", 1, "2027-01-04 17:00"),  # over the new year
        ("2026-03-27 10:00", 1, "2026-03-30 17:00"),  # over the March change
        ("2026-10-23 10:00", 1, "2026-10-26 17:00"),  # over the October change
    ],
)
def test_working_days_count_from_the_day_after_and_are_due_at_closing(started: str, days: int, due: str) -> None:
    assert USUAL.after_days(at(started), days) == at(due)


@pytest.mark.parametrize(
    ("started", "hours", "due"),
    [
        ("2026-03-09 09:12", 4, "2026-03-09 13:12"),
        ("2026-03-09 07:00", 4, "2026-03-09 13:00"),  # before opening
        ("2026-03-09 09:00", 8, "2026-03-09 17:00"),  # exactly on closing: stays there
        ("2026-03-09 13:00", 4, "2026-03-09 17:00"),
        ("2026-03-09 13:01", 4, "2026-03-10 09:01"),
        ("2026-03-09 17:00", 4, "2026-03-10 13:00"),  # at closing
        ("2026-03-09 19:30", 4, "2026-03-10 13:00"),  # after closing
        ("2026-03-09 17:00", 8, "2026-03-10 17:00"),
        ("2026-03-06 16:00", 2, "2026-03-09 10:00"),  # over a weekend
        ("2026-03-07 11:00", 2, "2026-03-09 11:00"),  # Saturday
        ("2026-04-02 16:00", 2, "2026-04-07 10:00"),  # over Easter
        ("2026-04-06 12:00", 2, "2026-04-07 11:00"),  # Easter Monday
        ("2026-03-27 16:00", 2, "2026-03-30 10:00"),  # over the March change
        ("2026-10-23 16:00", 2, "2026-10-26 10:00"),  # over the October change
        ("2026-12-31 16:00", 2, "2027-01-04 10:00"),  # over the new year
        ("2026-12-31 18:00", 8, "2027-01-04 17:00"),
        ("2026-01-01 10:00", 8, "2026-01-02 17:00"),
        ("2026-03-09 09:00", 80, "2026-03-20 17:00"),
        ("2026-03-09 09:00", 81, "2026-03-23 10:00"),
    ],
)
def test_working_hours_count_only_between_opening_and_closing(started: str, hours: int, due: str) -> None:
    assert USUAL.after_hours(at(started), hours) == at(due)


@pytest.mark.parametrize(
    ("nation", "day_one"),
    [("england_and_wales", "2026-06-15"), ("northern_ireland", "2026-06-15"), ("scotland", "2026-06-16")],
)
def test_each_nation_keeps_its_own_bank_holidays(nation: Nation, day_one: str) -> None:
    friday = at("2026-06-12 12:00")
    assert calendar(nation).after_days(friday, 1) == at(f"{day_one} 17:00")
    assert calendar(nation).after_hours(friday, 6) == at(f"{day_one} 10:00")


@pytest.mark.parametrize(
    ("nation", "started", "due"),
    [
        ("scotland", "2026-04-03 10:00", "2026-04-06 17:00"),  # no Easter Monday
        ("england_and_wales", "2026-04-03 10:00", "2026-04-07 17:00"),
        ("northern_ireland", "2026-03-16 10:00", "2026-03-18 17:00"),
        ("england_and_wales", "2026-03-16 10:00", "2026-03-17 17:00"),
        ("northern_ireland", "2026-07-10 10:00", "2026-07-14 17:00"),  # 12 July is a Sunday
        ("scotland", "2026-01-01 10:00", "2026-01-05 17:00"),  # 2 January
        ("scotland", "2026-07-31 10:00", "2026-08-04 17:00"),  # the first Monday of August
        ("england_and_wales", "2026-08-28 10:00", "2026-09-01 17:00"),  # the last
    ],
)
def test_working_days_leave_out_the_nations_bank_holidays(nation: Nation, started: str, due: str) -> None:
    assert calendar(nation).after_days(at(started), 1) == at(due)


def test_closed_days_do_not_count() -> None:
    closed = calendar(closed=(day("2026-03-10"), day("2026-03-11")))
    assert closed.after_days(at("2026-03-09 10:00"), 1) == at("2026-03-12 17:00")
    assert closed.after_days(at("2026-03-10 10:00"), 1) == at("2026-03-12 17:00")
    assert closed.after_hours(at("2026-03-10 10:00"), 1) == at("2026-03-12 10:00")


def test_the_agreements_own_hours_and_weekdays_count() -> None:
    own = calendar(weekdays=(0, 3), opens=time(8, 30), closes=time(12, 30))
    assert own.after_days(at("2026-03-09 10:00"), 2) == at("2026-03-16 12:30")
    assert own.after_hours(at("2026-03-09 10:00"), 4) == at("2026-03-12 10:00")


@pytest.mark.parametrize(
    ("started", "hours", "due"),
    [
        ("2026-03-28 20:00", 5, "2026-03-29 06:00"),  # 01:00 to 02:00 never was
        ("2026-10-24 20:00", 7, "2026-10-25 06:00"),  # 01:00 to 02:00 was twice
        ("2026-03-29 00:30", 1, "2026-03-29 02:30"),
        ("2026-10-25 00:30", 1, "2026-10-25 01:30"),
    ],
)
def test_hours_worked_through_a_clock_change_are_elapsed_hours(started: str, hours: int, due: str) -> None:
    nights = calendar(weekdays=tuple(range(7)), opens=time(0), closes=time(6))
    assert nights.after_hours(at(started), hours) == at(due)


def test_opening_hours_that_a_clock_change_swallows_count_for_nothing() -> None:
    early = calendar(weekdays=(6,), opens=time(1), closes=time(2))
    assert early.after_hours(at("2026-03-28 12:00"), 1) == at("2026-04-05 02:00")


def test_days_are_those_of_the_journals_zone() -> None:
    kolkata = Calendar.usual(Settings(time_zone="Asia/Kolkata"))
    started = utc("2026-03-09 19:00")  # half past midnight on Tuesday there
    assert kolkata.after_days(started, 1) == datetime(2026, 3, 11, 17, tzinfo=ZoneInfo("Asia/Kolkata"))


def test_what_lies_beyond_the_calendar_has_no_due_time() -> None:
    with pytest.raises(OverflowError):
        USUAL.after_days(at("9999-12-30 12:00"), 3)
    with pytest.raises(OverflowError):
        USUAL.after_hours(at("9999-12-30 12:00"), 24)


@pytest.mark.parametrize("days", [200, 251, 252, 1000])
def test_a_long_way_ahead_agrees_with_counting_day_by_day(days: int) -> None:
    last, worked = day("2026-03-09"), 0
    while worked < days:
        last += timedelta(days=1)
        worked += last.weekday() < 5 and last not in bank_holidays("england_and_wales", last.year)
    assert USUAL.after_days(at("2026-03-09 12:00"), days) == at(f"{last} 17:00")
    assert USUAL.after_hours(at("2026-03-09 17:00"), 8 * days) == at(f"{last} 17:00")


@pytest.mark.parametrize("zone", ["Europe/London", "Asia/Kolkata"])
def test_working_hours_agree_with_counting_minute_by_minute(zone: str) -> None:
    usual = Calendar.usual(Settings(time_zone=zone))
    started = utc("2026-04-01 15:37")
    minute, worked = started, 0
    while worked < 9 * 60:
        local = minute.astimezone(ZoneInfo(zone))
        holiday = local.date() in bank_holidays("england_and_wales", local.year)
        worked += local.weekday() < 5 and not holiday and time(9) <= local.time() < time(17)
        minute += timedelta(minutes=1)
    assert usual.after_hours(started, 9) == minute
