"""What something may have come from: the visits and contacts of the last 14 days, the latest first."""

import pytest

from carecompanion.domain.records import Attempt, Contact, Note, Point, Promise, Record, Reply, Update
from carecompanion.domain.sources import has_been, source_of, sources
from carecompanion.domain.vocabulary import AppointmentStatus
from tests.domain.given import at, book, day, new, replied, tried, visit

NOW = at("2026-03-12 14:20")
VISIT = visit("2026-03-11 10:00", id="visit")
LETTER = Contact(id="letter", about="the letter\nto my GP")
LETTER_TEXT = new(Attempt, contact_id="letter", at=at("2026-03-10 09:00"), route="text", outcome="sent")


def offered(*records: Record, always: str | None = None) -> list[str]:
    """The ids of what is offered on Thursday 12 March 2026 at 14:20."""
    return [key for key, _ in sources(book(*records), NOW, always)]


@pytest.mark.parametrize(
    ("planned_at", "is_offered"),
    [
        ("2026-03-12 14:20", True),
        ("2026-03-12 14:21", False),
        ("2026-02-26 14:20", True),
        ("2026-02-26 14:19", False),
    ],
)
def test_a_visit_is_offered_from_its_time_on_for_fourteen_days(planned_at: str, is_offered: bool) -> None:
    assert bool(offered(visit(planned_at))) is is_offered
    contact = Contact(id="letter", about="")
    assert bool(offered(contact, tried(contact, planned_at))) is is_offered


@pytest.mark.parametrize(
    ("status", "is_offered"),
    [("planned", True), ("went_ahead", True), ("cancelled_by_me", False), ("they_did_not_come", False)],
)
def test_a_visit_that_did_not_happen_is_not_offered(status: AppointmentStatus, is_offered: bool) -> None:
    assert bool(offered(visit("2026-03-11 10:00", status))) is is_offered


def test_the_latest_comes_first_a_contact_by_its_last_try_and_only_three() -> None:
    chased = tried(LETTER, "2026-03-11 12:00")
    older = [visit(f"2026-03-0{number} 10:00", id=f"older {number}") for number in (1, 2, 3)]
    assert offered(VISIT, LETTER, LETTER_TEXT) == ["visit", "letter"]
    assert offered(VISIT, LETTER, LETTER_TEXT, chased) == ["letter", "visit"]
    assert offered(*older, VISIT, LETTER, LETTER_TEXT) == ["visit", "letter", "older 3"]
    assert offered(*older, VISIT, LETTER, LETTER_TEXT, always="older 1") == ["older 1", "visit", "letter"]
    assert offered(VISIT, LETTER, LETTER_TEXT, always="letter") == ["letter", "visit"]
    assert offered() == []


@pytest.mark.parametrize(
    ("records", "words"),
    [
        ((VISIT,), "the visit with Dana, yesterday"),
        ((visit("2026-03-12 09:00", kind="review"),), "the care review with Dana, today"),
        ((visit("2026-03-02 09:00", person_id=None, with_="Duty desk"),), "the visit with the duty desk, Mon 2 March"),
        ((visit("2026-03-02 09:00", person_id=None, with_=" "),), "the visit, Mon 2 March"),
        ((LETTER, LETTER_TEXT), "text to the team: the letter"),
        ((Contact(id="x", about=" "), tried(Contact(id="x", about=""), "2026-03-11 09:00")), None),
    ],
)
def test_each_is_said_in_a_few_words(records: tuple[Record, ...], words: str | None) -> None:
    [(_, said)] = sources(book(*records), NOW)
    assert said == (words or "call to the team, yesterday")


@pytest.mark.parametrize(
    ("record", "key"),
    [
        (VISIT, "visit"),
        (LETTER, "letter"),
        (LETTER_TEXT, "letter"),
        (replied(LETTER, "2026-03-11 09:00"), "letter"),
        (new(Point, text="x", raised_at=NOW, appointment_id="visit"), "visit"),
        (new(Promise, text="x", made_on=day("2026-03-01"), contact_id="letter"), "letter"),
        (new(Update, what="x", told_on=day("2026-03-01")), None),
        (new(Note, at=NOW, text="x"), None),
    ],
)
def test_a_record_came_from_something_or_is_what_others_come_from(record: Record, key: str | None) -> None:
    assert source_of(record) == key


def test_nothing_has_come_yet_from_a_visit_that_is_ahead() -> None:
    kept = book(VISIT, visit("2026-03-12 14:21", "planned", id="ahead"), LETTER, LETTER_TEXT)
    assert [has_been(key, kept, NOW) for key in ("visit", "letter", "ahead", None)] == [True, True, False, False]


def test_a_reply_does_not_make_a_contact_newer() -> None:
    reply = new(Reply, contact_id="letter", at=at("2026-03-12 09:00"), kind="message")
    assert offered(VISIT, LETTER, LETTER_TEXT, reply) == ["visit", "letter"]
