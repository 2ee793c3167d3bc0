from datetime import UTC, date, datetime, time

import pytest

from carecompanion.domain.agreed import (
    NOT_STARTED,
    agreement_lines,
    due_sentence,
    hours_words,
    weekdays_words,
    within,
)
from carecompanion.domain.book import Book
from carecompanion.domain.records import Agreement, Person
from carecompanion.domain.vocabulary import ReplyUnit
from tests.domain.test_moments import NOW

DANA = Person(id="dana", name="Dana Whitfield", role="CPN")
AGREED_ON = date(2026, 1, 9)


def book_with(within: int | None, unit: ReplyUnit | None = "hours") -> Book:
    agreed = Agreement(id="a", starts_on=AGREED_ON, person_id="dana", reply_within=within, reply_unit=unit)
    return Book().keeping(DANA, agreed)


@pytest.mark.parametrize(
    ("number", "unit", "promise", "due"),
    [
        (24, "hours", "Dana agreed to reply within 24 hours:", "by tomorrow, 14:20"),
        (1, "hours", "Dana agreed to reply within 1 hour:", "by today, 15:20"),
        (48, None, "Dana agreed to reply within 48 hours:", "by Sat 14 March, 14:20"),
        (2, "working_days", "Dana agreed to reply within 2 working days:", "by Mon 16 March, 17:00"),
        (1, "working_days", "Dana agreed to reply within 1 working day:", "by tomorrow, 17:00"),
        (4, "working_hours", "Dana agreed to reply within 4 working hours:", "by tomorrow, 10:20"),
    ],
)
def test_a_reply_time_is_said_with_when_it_runs_out(
    number: int, unit: ReplyUnit | None, promise: str, due: str
) -> None:
    assert due_sentence(book_with(number, unit), DANA, NOW, NOW) == (promise, due)


@pytest.mark.parametrize(("to", "name"), [(DANA, " with Dana"), ("duty desk", " with the duty desk"), (None, "")])
def test_without_a_reply_time_nothing_is_late(to: Person | str | None, name: str) -> None:
    expected = (f"No reply time is agreed{name}, so this will not count as late.", "")
    assert due_sentence(Book().keeping(DANA), to, NOW, NOW) == expected
    assert due_sentence(book_with(None), to, NOW, NOW) == expected


def test_what_one_person_agreed_is_not_said_of_another() -> None:
    for other in ("duty desk", Person(id="ade", name="Ade Bello", role="social worker"), None):
        assert due_sentence(book_with(24), other, NOW, NOW) == (
            "A reply within 24 hours was agreed:",
            "by tomorrow, 14:20",
        )


def test_nothing_is_due_while_nothing_was_left_with_anybody() -> None:
    assert due_sentence(book_with(24), DANA, None, NOW) == (NOT_STARTED, "")


def test_the_agreement_of_the_day_decides() -> None:
    before = datetime(2026, 1, 8, 12, tzinfo=UTC)
    assert due_sentence(book_with(24), DANA, before, NOW)[1] == ""


def test_an_agreement_is_told_line_by_line() -> None:
    agreement = Agreement(
        id="a",
        starts_on=AGREED_ON,
        person_id="dana",
        routes=("text", "phone", "in_person"),
        reply_within=24,
        reply_unit="hours",
        opens=time(9),
        closes=time(17),
        weekdays=(0, 1, 2, 3, 4),
        cover="Duty desk",
        urgent_route="Ring the crisis line",
        meet_every_days=14,
        usual_minutes=60,
        written=True,
    )
    assert agreement_lines(agreement, Book()) == (
        ("Reply", "within 24 hours, any day"),
        ("Visits", "every 2 weeks, 60 min"),
        ("When away", "the duty desk"),
        ("If urgent", "Ring the crisis line"),
        ("Ways", "text, phone, in person"),
        ("Hours", "Mon to Fri, 9 to 5"),
        ("Agreed on", "9 January 2026, in writing"),
    )


def test_what_was_not_agreed_is_left_out_but_for_the_reply_time() -> None:
    bare = Agreement(id="a", starts_on=AGREED_ON)
    assert agreement_lines(bare, Book()) == (("Reply", "no reply time agreed"), ("Agreed on", "9 January 2026"))


def test_working_time_says_its_hours_even_when_they_are_the_usual_ones() -> None:
    agreement = Agreement(id="a", starts_on=AGREED_ON, reply_within=2, reply_unit="working_days")
    assert within(agreement) == "within 2 working days"
    assert ("Hours", "Mon to Fri, 9 to 5") in agreement_lines(agreement, Book())


@pytest.mark.parametrize(
    ("days", "minutes", "words"),
    [
        (7, None, "every week"),
        (14, 60, "every 2 weeks, 60 min"),
        (10, None, "every 10 days"),
        (1, 30, "every day, 30 min"),
    ],
)
def test_visits_are_said_in_weeks_where_they_are(days: int, minutes: int | None, words: str) -> None:
    agreement = Agreement(id="a", starts_on=AGREED_ON, meet_every_days=days, usual_minutes=minutes)
    assert ("Visits", words) in agreement_lines(agreement, Book())


@pytest.mark.parametrize(
    ("weekdays", "words"),
    [
        ((0, 1, 2, 3, 4), "Mon to Fri"),
        (range(7), "every day"),
        ((1, 3), "Tue and Thu"),
        ((1, 2), "Tue and Wed"),
        ((4, 2, 0), "Mon, Wed and Fri"),
        ((4, 5, 6), "Fri to Sun"),
        ((4,), "Fri"),
        ((), ""),
    ],
)
def test_days_of_the_week_are_said_in_runs(weekdays: tuple[int, ...], words: str) -> None:
    assert weekdays_words(weekdays) == words


@pytest.mark.parametrize(
    ("opens", "closes", "words"),
    [
        (time(9), time(17), "9 to 5"),
        (time(9), time(20), "9 to 8"),
        (time(9, 30), time(17), "09:30 to 17:00"),
        (time(9), time(12), "09:00 to 12:00"),
        (time(0), time(23, 59), "00:00 to 23:59"),
        (time(13), time(17), "13:00 to 17:00"),
    ],
)
def test_hours_are_short_where_they_cannot_be_mistaken(opens: time, closes: time, words: str) -> None:
    assert hours_words(opens, closes) == words
