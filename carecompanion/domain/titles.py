"""What an entry is and what it is about: the words at the start of its row."""

from datetime import datetime

from carecompanion.domain.book import Book
from carecompanion.domain.kinds import NOTES, REPLIES, attempt_word, visit_word
from carecompanion.domain.lines import first_line
from carecompanion.domain.moments import day_words
from carecompanion.domain.names import at_start, called
from carecompanion.domain.records import (
    Absence,
    Appointment,
    Attempt,
    Change,
    Note,
    Point,
    Promise,
    Record,
    Reply,
    Update,
)
from carecompanion.language import _

KINDS: dict[type[Record], str] = {
    Reply: _("Reply"),
    Appointment: _("Visit"),
    Point: _("Asked for"),
    Promise: _("Promise"),
    Change: _("Change"),
    Update: _("Update"),
    Absence: _("Away"),
}


def kind_word(record: Record) -> str:
    """What an entry is, in a word or two."""
    match record:
        case Attempt():
            return attempt_word(record)
        case Note():
            return NOTES[record.kind]
        case _:
            return KINDS[type(record)]


def title(record: Record, book: Book, now: datetime) -> str:
    """What an entry is about, on one line and uncut, with the person's own words as they typed them."""
    match record:
        case Attempt():
            contact = book.contacts.get(record.contact_id)
            return _joined(" – ", _named(book, record.to_person_id, record.to), contact.about if contact else "")
        case Reply():
            return replied(record, book)
        case Appointment():
            named = _named(book, record.person_id, record.with_)
            return _joined(", ", named, unusual_kind(record), record.place or "") or at_start(visit_word(record))
        case Note() | Point() | Promise():
            return first_line(record.text)
        case Change() | Update():
            return first_line(record.what)
        case Absence():
            until = (
                _("until {day_words}").format(day_words=day_words(record.to_on, book.day_of(now)))
                if record.to_on
                else ""
            )
            return _joined(", ", called(book, record.person_id), until)
        case _:
            return ""


def replied(reply: Reply, book: Book) -> str:
    """Who replied, and how: "Dana rang back"."""
    return f"{first_line(called(book, reply.by_person_id, reply.by))} {REPLIES[reply.kind]}"


def unusual_kind(visit: Appointment) -> str:
    """The kind of a visit where that says something: "care review"; "" for an everyday one."""
    return visit_word(visit) if visit.kind in ("review", "medical", "assessment") else ""


def _joined(between: str, *parts: str) -> str:
    """Those parts that say something, each on one line."""
    return between.join(line for part in parts if (line := first_line(part)))


def _named(book: Book, person_id: str | None, said: str | None) -> str:
    """Somebody at the start of a title; "" when nobody was named."""
    return called(book, person_id, said) if book.people.get(person_id or "") or (said or "").strip() else ""
