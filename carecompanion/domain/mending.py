"""A book of the records that could be read from a damaged file: what refers to something lost is kept all the same."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import partial
from typing import Any

from carecompanion.domain.book import Book
from carecompanion.domain.contradictions import dangling
from carecompanion.domain.identity import new_id
from carecompanion.domain.links import links, needed_links, unlinked
from carecompanion.domain.records import Contact, Note, Person, Record, Reply
from carecompanion.domain.search import text_fields
from carecompanion.domain.settings import Settings
from carecompanion.domain.shapes import instants
from carecompanion.language import _

SOMEBODY = _("Somebody whose name was lost")
SOMETHING = _("What this was about was lost")
KEPT = ("written_at", "written_by", "keep_out")


def mended(records: Iterable[Record], settings: Settings, now: datetime) -> Book:
    """All of these records, none of which refers to nothing.

    Somebody or something without a name stands in for a person or a contact that others need. What cannot be without
    the rest, such as a contact whose every attempt is lost, becomes a note of its words.
    """
    book = Book(settings=settings).keeping(*records)
    book = book.keeping(*_stand_ins(book))
    book = _as_notes(book, tuple(_lonely(book)), now)
    ids = {record.id for record in book.everything()}
    alone = (record for record in book.everything() if any(key not in ids for _name, key in needed_links(record)))
    book = _as_notes(book, tuple(alone), now)
    book = book.keeping(*(unlinked(record, links(record) - ids) for record in book.everything()))
    return _as_notes(book, tuple(record for record in book.everything() if any(_dangling(record, book))), now)


def _as_notes(book: Book, records: Iterable[Record], now: datetime) -> Book:
    return book.without(*records).keeping(*(note for record in records if (note := _as_note(record, now)) is not None))


def _stand_ins(book: Book) -> Iterator[Record]:
    for record in book.everything():
        for name, key in needed_links(record):
            if name == "person_id" and key not in book.people:
                yield Person(id=key, name=SOMEBODY, role="")
            elif name == "contact_id" and key not in book.contacts and not isinstance(record, Reply):
                yield Contact(id=key, about=SOMETHING)


def _lonely(book: Book) -> Iterator[Record]:
    """Contacts without an attempt, and the replies to them or to a contact that is lost."""
    tried = {attempt.contact_id for attempt in book.attempts.values()}
    yield from (contact for contact in book.contacts.values() if contact.id not in tried)
    yield from (reply for reply in book.replies.values() if reply.contact_id not in tried)


def _dangling(record: Record, book: Book) -> Iterator[Any]:
    return dangling(type(record), partial(getattr, record), lambda name, key: key in book.list(name))


def _as_note(record: Record, now: datetime) -> Note | None:
    """The words of a record; None when nobody wrote any."""
    kind: type = type(record)
    words = "\n".join(text for name in text_fields(kind) if (text := getattr(record, name)))
    at = next((at for name in instants(kind) if (at := getattr(record, name)) is not None), now)
    return Note(id=new_id(at), at=at, text=words, **{name: getattr(record, name) for name in KEPT}) if words else None
