"""What an entry was before it was changed."""

from collections.abc import Callable, Iterable

from carecompanion.domain.acts import Earlier
from carecompanion.domain.book import Book
from carecompanion.domain.records import Attempt, Record

Version = tuple[Earlier, Record, Book]
"""What was before a change, the record that is looked at as it was then, and the book it stood in."""


def earlier_versions(record: Record, book: Book, earlier: Callable[[Record], Iterable[Earlier]]) -> tuple[Version, ...]:
    """How an entry was before each change, the latest first; of a try to get in touch, what it was about as well.

    `earlier` is what is known of one record.
    """
    found = list(earlier(record))
    if isinstance(record, Attempt):
        found += earlier(book.contacts[record.contact_id])
    latest_first = sorted(found, key=lambda each: each.until, reverse=True)
    return tuple(
        (each, each.record if each.record.id == record.id else record, book.keeping(each.record))
        for each in latest_first
    )
