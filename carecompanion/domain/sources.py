"""What a promise, something asked for or a piece of news may have come from: a visit or a contact of late."""

from datetime import datetime, timedelta

from carecompanion.domain.book import Book
from carecompanion.domain.kinds import attempt_word, visit_word
from carecompanion.domain.lines import first_line
from carecompanion.domain.moments import day_words
from carecompanion.domain.names import visitor, who
from carecompanion.domain.records import Appointment, Attempt, Contact, Point, Promise, Record, Reply, Update
from carecompanion.domain.waiting import addressed
from carecompanion.language import _

LATELY = timedelta(days=14)
MOST = 3


def sources(book: Book, now: datetime, always: str | None = None) -> list[tuple[str, str]]:
    """The latest visits that have been and contacts of the last 14 days, by id and in words, the latest first.

    `always` is the id of one that is among them, and first, whenever it was.
    """
    recent = _recent(book, now)
    found = sorted(recent, key=lambda key: recent[key], reverse=True)
    if always is not None:
        found = [always, *(key for key in found if key != always)]
    return [(key, source_words(key, book, now)) for key in found[:MOST]]


def source_words(key: str, book: Book, now: datetime) -> str:
    """A visit or a contact inside a sentence: "the visit with Dana, yesterday", "text to Dana: the letter"."""
    today = book.day_of(now)
    visit = book.appointments.get(key)
    if visit is not None:
        named = (
            _(" with {visitor}").format(visitor=visitor(visit, book))
            if visit.person_id or (visit.with_ or "").strip()
            else ""
        )
        return _("the {visit_word}{named}, {day_words}").format(
            visit_word=visit_word(visit), named=named, day_words=day_words(book.day_of(visit.planned_at), today)
        )
    first = book.attempts_of(key)[0]
    how = attempt_word(first)
    title = addressed(how[:1].lower() + how[1:], who(book, first.to_person_id, first.to))
    about = first_line(book.contacts[key].about)
    return f"{title}: {about}" if about else f"{title}, {day_words(book.day_of(first.at), today)}"


def source_of(record: Record) -> str | None:
    """The id of what a record came from, or of itself where other things can come from it."""
    match record:
        case Point() | Promise() | Update():
            return record.appointment_id or record.contact_id
        case Attempt() | Reply():
            return record.contact_id
        case Appointment() | Contact():
            return record.id
        case _:
            return None


def has_been(key: str | None, book: Book, now: datetime) -> bool:
    """Whether something can have come from it yet: any contact, or a visit whose time has come."""
    visit = book.appointments.get(key or "")
    return key is not None and (visit is None or visit.planned_at <= now)


def _recent(book: Book, now: datetime) -> dict[str, datetime]:
    """The visits and contacts of late, each with when it was planned or last tried."""
    since = now - LATELY
    recent = {
        visit.id: visit.planned_at
        for visit in book.appointments.values()
        if since <= visit.planned_at <= now and visit.status in ("went_ahead", "planned")
    }
    for attempt in book.attempts.values():
        if since <= attempt.at <= now:
            recent[attempt.contact_id] = max(attempt.at, recent.get(attempt.contact_id, attempt.at))
    return recent
