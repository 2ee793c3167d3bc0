"""Contacts to which a reply may still come, and what a reply means."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from carecompanion.domain.book import Book
from carecompanion.domain.records import Agreement, Attempt, Contact, Person, Reply
from carecompanion.domain.replies import with_due
from carecompanion.domain.unanswered import reply_meaning, unanswered
from carecompanion.domain.vocabulary import AttemptOutcome, ReplyKind, Route

NOW = datetime(2026, 3, 12, 14, 20, tzinfo=ZoneInfo("Europe/London"))
DANA = Person(id="dana", name="Dana Whitfield", role="CPN")
AGREED = Agreement(id="agreed", starts_on=NOW.date() - timedelta(days=60), reply_within=24, reply_unit="hours")
TEAM = Book().keeping(DANA, AGREED)
HOUR = timedelta(hours=1)


def tried(book: Book, contact_id: str, ago: timedelta, outcome: AttemptOutcome = "sent", route: Route = "text") -> Book:
    """The book with a contact, and one attempt at it so long ago."""
    contact = Contact(id=contact_id, about="")
    attempt = Attempt(
        id=f"try {contact_id}", contact_id=contact_id, at=NOW - ago, route=route, outcome=outcome, to_person_id=DANA.id
    )
    return book.keeping(with_due(book, contact, [attempt]), attempt)


def replied(ago: timedelta, kind: ReplyKind = "message", to: str = "a") -> Reply:
    """A reply of Dana's so long ago."""
    return Reply(id=f"reply {ago}", contact_id=to, at=NOW - ago, kind=kind, by_person_id=DANA.id)


def test_those_that_wait_come_first_and_the_late_one_before_the_others() -> None:
    book = tried(tried(tried(TEAM, "vain", HOUR, "no_answer", "phone"), "waits", 2 * HOUR), "late", 30 * HOUR)
    found = unanswered(book, NOW)
    assert [each.contact.id for each in found] == ["late", "waits", "vain"]
    assert [each.title for each in found] == ["Text to Dana", "Text to Dana", "Call to Dana"]


@pytest.mark.parametrize(
    ("ago", "there"), [(timedelta(days=14), True), (timedelta(days=14, seconds=1), False), (-HOUR, False)]
)
def test_a_try_that_reached_nobody_is_thought_of_for_fourteen_days(ago: timedelta, there: bool) -> None:
    assert bool(unanswered(tried(TEAM, "a", ago, "no_answer"), NOW)) is there


@pytest.mark.parametrize(("kind", "there"), [("automatic", True), ("missed_call", False), ("spoke", False)])
@pytest.mark.parametrize("outcome", ["sent", "no_answer"])
def test_whatever_came_back_but_an_automatic_reply_ends_it(
    outcome: AttemptOutcome, kind: ReplyKind, there: bool
) -> None:
    book = tried(TEAM, "a", 2 * HOUR, outcome).keeping(replied(HOUR, kind))
    assert bool(unanswered(book, NOW)) is there


def test_one_that_was_closed_is_not_waited_for() -> None:
    book = tried(TEAM, "a", 2 * HOUR)
    assert not unanswered(book.keeping(replace(book.contacts["a"], closed_at=NOW)), NOW)


@pytest.mark.parametrize(
    ("sent", "came", "kind", "meaning"),
    [
        (2 * HOUR, HOUR, "message", "Dana replied in 1 h, in the agreed time."),
        (24 * HOUR, 0 * HOUR, "message", "Dana replied in 24 h, in the agreed time."),
        (27 * HOUR, 0 * HOUR, "spoke", "Dana replied in 27 h. That is 3 h late."),
        (2 * HOUR, HOUR, "missed_call", "Dana rang back in 1 h, in the agreed time."),
        (2 * HOUR, HOUR, "automatic", "An automatic reply does not stop the clock."),
        (2 * HOUR, 2 * HOUR, "message", "Dana replied in under 1 min, in the agreed time."),
        (
            2 * HOUR,
            3 * HOUR,
            "message",
            "Dana replied. The reply clock had not started, so this is neither in time nor late.",
        ),
    ],
)
def test_a_reply_says_how_long_it_took_and_whether_that_was_agreed(
    sent: timedelta, came: timedelta, kind: ReplyKind, meaning: str
) -> None:
    reply = replied(came, kind)
    assert reply_meaning(tried(TEAM, "a", sent).keeping(reply), reply, NOW) == meaning


def test_without_an_agreed_time_a_reply_is_neither_in_time_nor_late() -> None:
    reply = replied(HOUR)
    assert (
        reply_meaning(tried(Book().keeping(DANA), "a", 2 * HOUR).keeping(reply), reply, NOW) == "Dana replied in 1 h."
    )


def test_a_second_reply_changes_nothing() -> None:
    later = replied(HOUR)
    book = tried(TEAM, "a", 3 * HOUR).keeping(replied(2 * HOUR), later)
    assert reply_meaning(book, later, NOW) == "Dana replied. This was already settled, so it changes nothing."
