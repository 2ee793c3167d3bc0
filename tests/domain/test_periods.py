from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from carecompanion.domain.periods import (
    CHOICES,
    Period,
    PeriodChoice,
    latest_review,
    months_before,
    next_choice,
    period,
)
from carecompanion.domain.records import Change, Promise
from tests.domain.given import LONDON, at, book, day, new, utc, visit


@pytest.mark.parametrize(
    ("choice", "first"),
    [
        ("30_days", "2026-05-02"),
        ("3_months", "2026-02-28"),
        ("6_months", "2025-11-30"),
        ("12_months", "2025-05-31"),
    ],
)
def test_a_period_ends_today_and_begins_on_the_same_day_of_an_earlier_month(choice: PeriodChoice, first: str) -> None:
    assert period(choice, book(), at("2026-05-31 12:00")) == Period(day(first), day("2026-05-31"))


@pytest.mark.parametrize(
    ("today", "months", "expected"),
    [
        ("2026-05-31", 3, "2026-02-28"),
        ("2024-05-31", 3, "2024-02-29"),
        ("2026-05-28", 3, "2026-02-28"),
        ("2026-01-15", 3, "2025-10-15"),
        ("2026-03-31", 12, "2025-03-31"),
        ("2024-02-29", 12, "2023-02-28"),
        ("2026-12-31", 6, "2026-06-30"),
        ("2026-01-31", 1, "2025-12-31"),
    ],
)
def test_months_earlier_is_the_same_day_or_the_months_last(today: str, months: int, expected: str) -> None:
    assert months_before(day(today), months) == day(expected)


def test_today_is_the_local_day() -> None:
    found = period("30_days", book(), at("2026-06-01 00:30"))
    assert found is not None
    assert found.last == day("2026-06-01")


def test_since_the_review_begins_on_the_day_of_the_latest_that_went_ahead_before_today() -> None:
    reviews = [
        visit("2026-01-12 10:00", kind="review"),
        visit("2026-02-10 10:00", kind="review"),
        visit("2026-03-01 10:00", kind="routine"),
        visit("2026-03-02 10:00", "cancelled_by_service", kind="review"),
        visit("2026-03-09 10:00", kind="review"),
    ]
    assert latest_review(book(*reviews), day("2026-03-09")) == day("2026-02-10")
    assert latest_review(book(*reviews), day("2026-03-10")) == day("2026-03-09")
    assert period("since_review", book(*reviews), at("2026-03-09 15:00")) == Period(
        day("2026-02-10"), day("2026-03-09")
    )


def test_without_a_review_there_is_no_such_period() -> None:
    assert period("since_review", book(), at("2026-03-09 15:00")) is None


def test_everything_begins_with_the_earliest_entry() -> None:
    whole = book(
        visit("2025-05-01 10:00"),
        new(Promise, text="ring back", made_on=day("2025-03-04")),
        new(Change, what="new clinic", effective_on=day("2027-01-01")),
    )
    assert period("everything", whole, at("2026-03-09 15:00")) == Period(day("2025-03-04"), day("2026-03-09"))


def test_everything_is_today_alone_when_nothing_is_written() -> None:
    assert period("everything", book(), at("2026-03-09 15:00")) == Period(day("2026-03-09"), day("2026-03-09"))


def test_every_choice_has_a_period_once_there_was_a_review() -> None:
    reviewed = book(visit("2026-02-10 10:00", kind="review"))
    assert all(period(choice, reviewed, at("2026-03-09 15:00")) for choice in CHOICES)


def test_stepping_through_the_choices_goes_round_and_passes_over_a_review_there_never_was() -> None:
    now, reviewed = at("2026-03-09 15:00"), book(visit("2026-02-10 10:00", kind="review"))
    after = {choice: next_choice(choice, reviewed, now) for choice in CHOICES}
    assert after == dict(zip(CHOICES, (*CHOICES[1:], CHOICES[0]), strict=True))
    assert next_choice("12_months", book(), now) == "everything"


@pytest.mark.parametrize(
    ("first", "last", "days", "before_first", "before_last"),
    [
        ("2026-03-01", "2026-03-31", 31, "2026-01-29", "2026-02-28"),
        ("2026-03-09", "2026-03-09", 1, "2026-03-08", "2026-03-08"),
        ("0001-01-03", "0001-01-09", 7, "0001-01-01", "0001-01-02"),
    ],
)
def test_the_period_before_has_as_many_days_and_ends_the_day_before(
    first: str, last: str, days: int, before_first: str, before_last: str
) -> None:
    present = Period(day(first), day(last))
    assert present.days == days
    assert present.before() == Period(day(before_first), day(before_last))


def test_a_period_that_ends_before_it_begins_cannot_be() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        Period(date(2026, 3, 2), date(2026, 3, 1))


def test_months_are_those_it_touches() -> None:
    months = Period(day("2025-11-30"), day("2026-02-01")).months()
    assert list(months) == [day("2025-11-01"), day("2025-12-01"), day("2026-01-01"), day("2026-02-01")]


def test_a_period_is_bounded_by_midnights_on_the_journals_own_clock() -> None:
    march = Period(day("2026-03-29"), day("2026-03-29"))  # the clocks go forward
    assert march.bounds(LONDON) == (utc("2026-03-29 00:00"), utc("2026-03-29 23:00"))
    lost_midnight = Period(day("2026-04-24"), day("2026-04-24"))  # in Cairo it begins at 1 o'clock
    assert lost_midnight.bounds(ZoneInfo("Africa/Cairo"))[0] == utc("2026-04-23 22:00")


def test_a_period_at_the_calendars_ends_is_bounded_by_them() -> None:
    whole = Period(date.min, date.max)
    ends = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
    assert whole.bounds(ZoneInfo("Asia/Tokyo")) == ends
