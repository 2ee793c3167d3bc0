from datetime import UTC, date, datetime, timedelta

import pytest

from carecompanion.domain.book import Book
from carecompanion.domain.records import (
    Absence,
    Appointment,
    Attempt,
    Change,
    Contact,
    Coordination,
    Note,
    Person,
    Point,
    Promise,
    Record,
    Reply,
    Update,
)
from carecompanion.domain.today import WELCOME, coming_up, headline, latest
from carecompanion.domain.vocabulary import AppointmentKind, AppointmentStatus
from carecompanion.domain.waiting import waiting
from tests.domain.test_moments import NOW
from tests.domain.test_waiting import DANA, HOUR, contact

DAY = timedelta(days=1)
OKAFOR = Person(id="okafor", name="Dr Okafor", role="psychiatrist")
NOTE = Note(id="n", at=NOW - DAY, text="Slept badly three nights running\nAgain")


def visit(
    at: datetime,
    name: str = "v",
    status: AppointmentStatus = "planned",
    person_id: str | None = "dana",
    place: str | None = None,
    kind: AppointmentKind | None = None,
) -> Appointment:
    """An appointment with Dana, an hour long."""
    return Appointment(
        id=name, planned_at=at, status=status, person_id=person_id, place=place, kind=kind, planned_minutes=60
    )


def on(day: int, hour: int, minute: int = 0) -> datetime:
    """An instant in March 2026, before the clocks change."""
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


def book_of(*records: Record) -> Book:
    return Book().keeping(DANA, OKAFOR, *records)


def said(book: Book) -> tuple[str, str]:
    return headline(book, NOW, waiting(book, NOW))


def test_a_new_journal_welcomes_even_when_people_are_in_it() -> None:
    began = Coordination(id="c", person_id="dana", began_on=date(2025, 1, 6))
    assert said(Book()) == WELCOME == said(book_of(began))


@pytest.mark.parametrize(
    ("records", "first"),
    [
        ((NOTE,), "Nothing is waiting."),
        (contact("a", 30, -3), "One reply is late."),
        ((*contact("a", 30, -3), *contact("b", 40, 0)), "Two replies are late."),
        ((*contact("a", 30, -3), *contact("b", 1, 2)), "One reply is late."),
        (contact("a", 22, 2 + 1 / 6), "A reply is due by 16:30."),
        ((*contact("a", 1, 6), *contact("b", 1, 2 + 1 / 6)), "A reply is due by 16:30."),
        (contact("a", 1, 23), "Nothing is late."),
        (contact("a", 1, None), "Nothing is late."),
        (sum((contact(f"c{number}", 30, -3) for number in range(11)), ()), "11 replies are late."),
    ],
)
def test_the_headline_says_the_one_thing_to_know(records: tuple[Record, ...], first: str) -> None:
    assert said(book_of(*records)) == (first, "")


@pytest.mark.parametrize(
    ("ahead", "rest"),
    [
        (visit(on(13, 11)), "Your next visit is tomorrow at 11:00."),
        (visit(on(12, 15)), "Your next visit is today at 15:00."),
        (visit(on(17, 14, 30)), "Your next visit is on Tuesday 17 March at 14:30."),
        (visit(on(19, 23, 30)), "Your next visit is on Thursday 19 March at 23:30."),
        (visit(on(20, 0)), ""),
        (visit(on(18, 10), kind="review"), "Your care review is on Wednesday 18 March at 10:00."),
        (visit(on(13, 11), status="cancelled_by_service"), ""),
        (visit(NOW), ""),
    ],
)
def test_the_headline_ends_with_the_next_visit_of_the_week(ahead: Appointment, rest: str) -> None:
    assert said(book_of(NOTE, ahead)) == ("Nothing is waiting.", rest)


def test_what_is_coming_up_is_said_nearest_first() -> None:
    book = book_of(
        visit(on(26, 10), "review", person_id=None, place="Elm House", kind="review"),
        visit(on(13, 11), "home", place="at home"),
        visit(on(17, 14, 30), "medical", person_id="okafor", place="Elm House", kind="medical"),
        visit(on(31, 14, 30), "far"),
        visit(on(14, 9), "off", status="moved_by_me"),
    )
    rows = [(row.day, row.time, row.who, row.what, row.note) for row in coming_up(book, NOW)]
    assert rows == [
        ("Tomorrow", "11:00", "Dana Whitfield", "home visit", ""),
        ("Tue 17 March", "14:30", "Dr Okafor", "medication review, Elm House", ""),
        ("Thu 26 March", "10:00", "Care review", "Elm House", "14 days to prepare"),
    ]
    assert [row.time for row in coming_up(book, NOW, most=9)][-1] == "15:30"


@pytest.mark.parametrize(
    ("day", "note"),
    [(12, ""), (13, "1 day to prepare"), (14, "2 days to prepare"), (33, "21 days to prepare"), (34, "")],
)
def test_a_review_soon_to_come_says_how_long_there_is_to_prepare(day: int, note: str) -> None:
    at = on(12, 16) + (day - 12) * DAY
    (row,) = coming_up(book_of(visit(at, kind="review")), NOW)
    assert row.note == note


@pytest.mark.parametrize(
    ("with_", "kind", "place", "who", "what"),
    [
        ("crisis team", None, None, "Crisis team", ""),
        (None, None, "Elm House", "Visit", "Elm House"),
        (None, "assessment", "home", "Assessment, at home", ""),
        ("Sam", "assessment", "home", "Sam", "assessment, at home"),
        ("whole team", "review", "Elm House", "Care review", "whole team, Elm House"),
    ],
)
def test_a_visit_without_a_person_is_still_named(
    with_: str | None, kind: AppointmentKind | None, place: str | None, who: str, what: str
) -> None:
    ahead = Appointment(id="v", planned_at=on(13, 11), with_=with_, kind=kind, place=place)
    (row,) = coming_up(book_of(ahead), NOW)
    assert (row.who, row.what) == (who, what)


def test_the_last_entries_are_said_in_a_few_words() -> None:
    book = book_of(
        Contact(id="c", about="The letter", due_at=on(10, 9)),
        Attempt(id="t", contact_id="c", at=on(9, 9, 12), route="phone", outcome="voicemail", to="duty desk"),
        Reply(id="auto", contact_id="c", at=on(9, 9, 13), kind="automatic", by="duty desk"),
        Reply(id="r", contact_id="c", at=on(9, 11, 22), kind="spoke", by_person_id="dana"),
        Appointment(
            id="v", planned_at=on(11, 14), status="went_ahead", person_id="dana", planned_minutes=60, minutes_given=25
        ),
        visit(NOW, "planned"),
        NOTE,
        visit(on(13, 9), "ahead"),
    )
    assert latest(book, NOW, most=9) == (
        ("Today", "Visit with Dana"),
        ("Wed 11", "Note: Slept badly three nights running"),
        ("Wed 11", "Visit with Dana, 25 of 60 min"),
        ("Mon 9", "Dana replied in 2 h 10 min"),
        ("Mon 9", "Duty desk sent an automatic reply"),
        ("Mon 9", "Voicemail to the duty desk"),
    )
    assert len(latest(book, NOW)) == 5


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (
            Point(id="p", text="A copy of my care plan", raised_at=on(1, 9)),
            ("Sun 1", "Asked for: A copy of my care plan"),
        ),
        (Promise(id="p", text="Send it", made_on=date(2026, 2, 3)), ("3 Feb", "Promise: Send it")),
        (Change(id="p", what="New dose", effective_on=date(2025, 2, 3)), ("Feb 2025", "Change: New dose")),
        (Update(id="p", what="New dose", told_on=date(2026, 3, 12)), ("Today", "News: New dose")),
        (Absence(id="p", person_id="dana", from_on=date(2026, 3, 12)), ("Today", "Dana away")),
        (visit(on(10, 9), status="cancelled_by_me"), ("Tue 10", "Visit with Dana, you cancelled")),
        (visit(on(10, 9), status="went_ahead"), ("Tue 10", "Visit with Dana, went ahead")),
        (visit(on(10, 9), person_id=None, kind="review"), ("Tue 10", "Care review")),
    ],
)
def test_every_kind_of_entry_has_its_words(record: Record, expected: tuple[str, str]) -> None:
    assert latest(book_of(record), NOW) == (expected,)


def test_a_talk_at_once_is_not_given_a_length() -> None:
    answered = Reply(id="r", contact_id="c", at=NOW - HOUR, kind="message", by_person_id="dana")
    assert latest(book_of(*contact("c", 1, 23), answered), NOW)[0] == ("Today", "Dana replied at once")


def test_a_missed_call_back_is_shown_as_such() -> None:
    rang = Reply(id="r", contact_id="c", at=NOW, kind="missed_call", by_person_id="dana")
    assert latest(book_of(*contact("c", 1, 23), rang), NOW)[0] == ("Today", "Dana rang back in 1 h")


def test_minutes_of_a_visit_that_did_not_go_ahead_are_passed_over() -> None:
    off = Appointment(
        id="v", planned_at=on(10, 9), status="they_did_not_come", planned_minutes=60, minutes_given=0, person_id="dana"
    )
    assert latest(book_of(off), NOW) == (("Tue 10", "Visit with Dana, did not happen"),)
