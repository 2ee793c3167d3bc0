"""Preparing: the review in hand as the journal has it now, worked out anew only when it has to be."""

from datetime import datetime

from carecompanion.domain.book import Book
from carecompanion.domain.periods import Period
from carecompanion.domain.records import LISTS
from carecompanion.domain.review import Review
from carecompanion.domain.review_in_hand import days_of, review_in_hand
from carecompanion.domain.shareable import REVIEWING, reviewed_again, shareable
from carecompanion.sharing.review_pages import Prepared, decided, prepared

RESTING = tuple(name for name in LISTS if name not in REVIEWING)
"""The lists on which what the journal brings rests."""


class Preparing:
    """Keeps the review that was worked out last for as long as only what is decided about it changes."""

    def __init__(self) -> None:
        self._book = self._shared = Book()
        self._review: Review | None = None
        self._minute: datetime | None = None
        self._days: Period | None = None

    def prepared(self, book: Book, now: datetime) -> Prepared:
        """The review in hand, with what is decided about its points."""
        minute = now.replace(second=0, microsecond=0)
        if self._review is None or minute != self._minute or not self._is_as_before(book):
            self._shared, self._minute = shareable(book), minute
            return self._work_out(book, now)
        self._shared = reviewed_again(self._shared, book)
        if days_of(review_in_hand(self._shared, now), book.day_of(now)) != self._days:
            return self._work_out(book, now)
        self._book = book
        return decided(self._review, self._shared)

    def _work_out(self, book: Book, now: datetime) -> Prepared:
        found = prepared(self._shared, book, None, now)
        self._book, self._review, self._days = book, found.review, days_of(found.record, book.day_of(now))
        return found

    def _is_as_before(self, book: Book) -> bool:
        same = all(book.list(name) is self._book.list(name) for name in RESTING)
        return same and book.settings == self._book.settings
