"""What of a journal may be shared: nothing that is to be kept out, and none of the words for the person alone."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from operator import attrgetter
from typing import Any

from carecompanion.domain.book import Book
from carecompanion.domain.contradictions import HOLDING, NEEDED, REFERRING
from carecompanion.domain.links import links, needed_links, unlinked
from carecompanion.domain.records import LISTS, LeftOut, Person, Record

REVIEWING = ("reviews", "review_points")


def shareable(book: Book) -> Book:
    """The book without what is kept out, and without private words.

    A contact goes whole when any of it is kept out, as half of it would look like one that was never answered. A person
    who is kept out stays without a name, so that what they did still counts.
    """
    gone = _gone(book)
    lists: dict[str, Any] = {name: _shown_of(book.list(name), kind, gone) for name, kind in LISTS.items()}
    return Book(settings=book.settings, **lists)


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
    kinds = {name: kind for name, kind in LISTS.items() if kind not in (Person, LeftOut)}
    marked = {each.id for name in kinds for each in book.list(name).values() if each.keep_out}
    events = [each for lists in (book.attempts, book.replies) for each in lists.values() if each.id in marked]
    broken = (book.contacts.keys() & marked) | {each.contact_id for each in events}
    gone = marked | {key for contact_id in broken for key in _thread(contact_id, book)}
    lost = {key for name, kind in LISTS.items() for key in _pointing(book.list(name), NEEDED[kind], gone)}
    return frozenset(gone | lost)


def _thread(contact_id: str, book: Book) -> Iterator[str]:
    """The ids of a contact and of all its tries and replies."""
    yield contact_id
    yield from (each.id for each in (*book.attempts_of(contact_id), *book.replies_to(contact_id)))


def _pointing(there: Mapping[str, Record], fields: Iterable[str], gone: Collection[str]) -> Iterator[str]:
    """The ids of the records of a list that have one of those that are gone in one of these fields."""
    for field in fields if gone else ():
        value = attrgetter(field)
        yield from (key for key, record in there.items() if value(record) in gone)


def _shown_of(there: Mapping[str, Record], kind: type[Record], gone: frozenset[str]) -> Mapping[str, Record]:
    """A list as it may be shared: the list itself when all of it is, as it may hold a hundred thousand."""
    looked_at = kind in (Person, LeftOut) or HOLDING[kind]
    touched = set(there) if looked_at else {key for key, each in there.items() if each.private}
    touched.update(_pointing(there, REFERRING[kind], gone))
    if not touched and gone.isdisjoint(there):
        return there
    return {key: _shown(each, gone) if key in touched else each for key, each in there.items() if key not in gone}


def _shown(record: Record, gone: frozenset[str]) -> Record:
    match record:
        case Person(keep_out=True):
            return Person(id=record.id, name="", role="")
        case LeftOut():
            return replace(record, reason="", private=None)
        case _:
            return unlinked(replace(record, private=None) if record.private else record, gone)
