"""What of a journal may be shared: nothing that is to be kept out, and none of the words for the person alone."""

from collections.abc import Iterator
from dataclasses import replace

from carecompanion.domain.book import Book
from carecompanion.domain.links import links, needed_links, unlinked
from carecompanion.domain.records import LeftOut, Person, Record

REVIEWING = ("reviews", "review_points")


def shareable(book: Book) -> Book:
    """The book without what is kept out, and without private words.

    A contact goes whole when any of it is kept out, as half of it would look like one that was never answered. A person
    who is kept out stays without a name, so that what they did still counts.
    """
    gone = _gone(book)
    shown = (_shown(record, gone) for record in book.everything() if record.id not in gone)
    return Book(settings=book.settings).keeping(*shown)


def reviewed_again(shared: Book, book: Book) -> Book:
    """What of a book may be shared, when nothing but reviews and their points is another than in `shared`."""
    kept = [each for name in REVIEWING for each in book.list(name).values() if not each.keep_out]
    rest = shared.without(*(each for name in REVIEWING for each in shared.list(name).values()))
    known = {each.id for each in kept}
    gone = frozenset(key for each in kept for key in links(each) - known if rest.record(key) is None)
    lost = {each.id for each in kept if any(key in gone for _, key in needed_links(each))}
    return rest.keeping(*(_shown(each, gone) for each in kept if each.id not in lost))


def _gone(book: Book) -> frozenset[str]:
    """The ids of what is kept out, and of what cannot be without it."""
    marked = {each.id for each in book.everything() if each.keep_out and not isinstance(each, Person | LeftOut)}
    gone = marked | {key for contact in book.contacts for key in _thread(contact, book, marked)}
    lost = {each.id for each in book.everything() if any(key in gone for _, key in needed_links(each))}
    return frozenset(gone | lost)


def _thread(contact_id: str, book: Book, marked: set[str]) -> Iterator[str]:
    """The ids of a contact's whole thread when one of them is kept out."""
    thread = {contact_id, *(each.id for each in (*book.attempts_of(contact_id), *book.replies_to(contact_id)))}
    if thread & marked:
        yield from thread


def _shown(record: Record, gone: frozenset[str]) -> Record:
    match record:
        case Person(keep_out=True):
            return Person(id=record.id, name="", role="")
        case LeftOut():
            return replace(record, reason="", private=None)
        case _:
            return unlinked(replace(record, private=None) if record.private else record, gone)
