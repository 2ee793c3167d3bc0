from datetime import UTC, datetime, timedelta

import pytest

from carecompanion.domain.book import Book
from carecompanion.domain.records import Attempt, Contact, Person, Record, Reply
from carecompanion.domain.vocabulary import AttemptOutcome, ReplyKind
from carecompanion.domain.waiting import addressed, waiting
from tests.domain.test_moments import NOW

DANA = Person(id="dana", name="Dana Whitfield", role="CPN")
HOUR = timedelta(hours=1)


def contact(
    name: str,
    hours_ago: float,
    due_in: float | None,
    outcome: AttemptOutcome = "sent",
    closed_ago: float | None = None,
) -> tuple[Record, ...]:
    """A contact with one text to Dana so long ago, due in so many hours."""
    due = None if due_in is None else NOW + due_in * HOUR
    closed = None if closed_ago is None else NOW - closed_ago * HOUR
    at = NOW - hours_ago * HOUR
    attempt = Attempt(id=f"{name}-try", contact_id=name, at=at, route="text", outcome=outcome, to_person_id="dana")
    return Contact(id=name, about=f"about {name}", due_at=due, closed_at=closed), attempt


def reply(name: str, hours_ago: float, kind: ReplyKind = "message") -> Reply:
    """A reply to that contact so long ago."""
    return Reply(id=f"{name}-{hours_ago}", contact_id=name, at=NOW - hours_ago * HOUR, kind=kind, by_person_id="dana")


def test_a_late_reply_shows_how_late_and_what_was_agreed() -> None:
    attempt = Attempt(id="t", contact_id="c", at=NOW - 15 * HOUR, route="phone", outcome="voicemail", to="duty desk")
    book = Book().keeping(Contact(id="c", about="Moving Friday's visit", due_at=NOW - 3 * HOUR), attempt)
    (row,) = waiting(book, NOW)
    assert (row.title, row.about) == ("Voicemail to the duty desk", "Moving Friday's visit")
    assert (row.left, row.by, row.late, row.timed) == ("3 h late", "agreed by 11:20 today", True, True)
    assert row.used == 1.0
    assert row.over == pytest.approx(0.25)


def test_a_reply_still_in_time_shows_what_is_left() -> None:
    book = Book().keeping(DANA, *contact("c", 16, 8 - 5 / 60))
    (row,) = waiting(book, NOW)
    assert (row.title, row.left, row.by) == ("Text to Dana", "7 h 55 min left", "agreed by 22:15 tonight")
    assert row.used == pytest.approx(16 / (24 - 5 / 60))
    assert (row.over, row.late) == (0.0, False)


@pytest.mark.parametrize(
    ("due_in", "left", "by"),
    [
        (0.5, "30 min left", "agreed by 14:50 today"),
        (1 / 120, "under 1 min left", "agreed by 14:20 today"),
        (0.0, "under 1 min late", "agreed by 14:20 today"),
        (3.5, "3 h 30 min left", "agreed by 17:50 today"),
        (24, "24 h left", "agreed by 14:20 tomorrow"),
        (96, "4 days left", "agreed by 14:20, Mon 16 March"),
        (-24, "24 h late", "agreed by 14:20 yesterday"),
    ],
)
def test_when_a_reply_was_agreed_for_is_said_by_its_day(due_in: float, left: str, by: str) -> None:
    (row,) = waiting(Book().keeping(*contact("c", 30, due_in)), NOW)
    assert (row.left, row.by, row.late) == (left, by, due_in <= 0)


@pytest.mark.parametrize(
    ("hours_ago", "left"),
    [(5, "waiting since 09:20"), (24, "waiting since yesterday"), (72, "waiting since Mon 9 March")],
)
def test_without_an_agreed_time_it_only_says_since_when(hours_ago: float, left: str) -> None:
    (row,) = waiting(Book().keeping(*contact("c", hours_ago, None)), NOW)
    assert (row.left, row.by, row.late, row.timed) == (left, "", False, False)
    assert (row.used, row.over) == (0.0, 0.0)


def test_the_late_come_first_then_the_soonest_due_then_those_without_a_time() -> None:
    records = (
        *contact("soon", 1, 2),
        *contact("untimed", 90, None),
        *contact("late", 30, -1),
        *contact("latest", 40, -9),
        *contact("later", 2, 20),
    )
    assert [row.contact.id for row in waiting(Book().keeping(*records), NOW)] == [
        "latest",
        "late",
        "soon",
        "later",
        "untimed",
    ]


@pytest.mark.parametrize(
    ("records", "waits"),
    [
        (contact("c", 5, 19), True),
        (contact("c", 5, 19, outcome="spoke"), False),
        (contact("c", 5, 19, outcome="no_answer"), False),
        (contact("c", -1, 19), False),
        (contact("c", 5, 19, closed_ago=1), False),
        (contact("c", 5, 19, closed_ago=0), False),
        (contact("c", 5, 19, closed_ago=-1), True),
        ((*contact("c", 5, 19), reply("c", 1)), False),
        ((*contact("c", 5, 19), reply("c", 5)), False),
        ((*contact("c", 5, 19), reply("c", 0)), False),
        ((*contact("c", 5, 19), reply("c", -1)), True),
        ((*contact("c", 5, 19), reply("c", 1, "automatic")), True),
        ((*contact("c", 5, 19), reply("c", 6)), True),
        ((*contact("c", 5, 19), reply("c", 3), *contact("c", 5, 19)), False),
    ],
)
def test_only_what_nobody_has_answered_or_closed_is_waiting(records: tuple[Record, ...], waits: bool) -> None:
    assert bool(waiting(Book().keeping(*records), NOW)) is waits


def test_chasing_after_the_answer_does_not_make_it_wait_again() -> None:
    chase = Attempt(id="chase", contact_id="c", at=NOW - HOUR, route="text", outcome="sent")
    assert waiting(Book().keeping(*contact("c", 5, 19), reply("c", 3), chase), NOW) == ()


def test_days_are_those_of_the_journals_clock_across_a_clock_change() -> None:
    at = datetime(2026, 3, 28, 20, tzinfo=UTC)
    attempt = Attempt(id="t", contact_id="c", at=at, route="text", outcome="sent")
    book = Book().keeping(Contact(id="c", about="", due_at=at + timedelta(hours=24)), attempt)
    (row,) = waiting(book, at)
    assert (row.left, row.by) == ("24 h left", "agreed by 21:00 tomorrow")


@pytest.mark.parametrize(
    ("how", "words"),
    [("Letter", "Letter to Dana"), ("Online", "Online message to Dana"), ("In person", "Asked Dana in person")],
)
def test_every_way_reads_well_with_a_name(how: str, words: str) -> None:
    assert addressed(how, "Dana") == words
