"""Deciding: what to keep when something is decided about a point of the review in hand."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from carecompanion.domain.book import Book
from carecompanion.domain.identity import new_id
from carecompanion.domain.records import CareReview, Record, ReviewPoint
from carecompanion.domain.review_in_hand import review_to_keep
from carecompanion.domain.review_items import Item, decision, items, moved, name_of
from carecompanion.domain.sheets.filled import Written
from carecompanion.language import _
from carecompanion.sharing.review_pages import Prepared


class Deciding:
    """What a decision keeps, and says: records of the whole journal, never the ones without what is private."""

    def __init__(self, found: Prepared, book: Book, now: datetime) -> None:
        self._found, self._book, self._now = found, book, now
        self.review = care_review(found, book, now)

    def about(self, item: Item, **changed: Any) -> tuple[Record, ...]:  # noqa: ANN401  # the record checks its own
        """What is decided about a point, and the review when it is new."""
        return self.with_review(replace(self._whole(decision(item, self.review.id, new_id(self._now))), **changed))

    def turned(self, item: Item) -> Written:
        """A point left out that was in, or put in that was left out."""
        said = _("It is left out.") if item.is_in else _("It goes along.")
        return Written(self.about(item, taken=not item.is_in), said)

    def taken_back(self, point: ReviewPoint, *, stays: bool) -> Written:
        """A point of the person's own that goes, or one that stays as the journal brings it."""
        said = _("It stands as it was worked out.") if stays else _("The point is deleted.")
        return Written((), said, without=(point,))

    def moved(self, item: Item, by: int) -> Written | None:
        """A point so many places further down, or up; None at the end of its group."""
        kept = moved(self._found.items, item, by, self.review.id, self._ids())
        if not kept:
            return None
        name = name_of(item)
        ordered = sorted(kept, key=lambda point: name_of(point) != name)  # the act is named by the first
        points = (replace(self._whole(point), place=point.place) for point in ordered)
        return Written(self.with_review(*points), _("It is moved."))

    def with_review(self, *points: ReviewPoint) -> tuple[Record, ...]:
        """The points, and their review where the journal does not have it so yet."""
        is_kept = self._book.reviews.get(self.review.id) == self.review
        return points if is_kept else (*points, self.review)

    def is_brought_by_itself(self, item: Item) -> bool:
        """Whether the journal brings a point whatever is decided."""
        return item.source is not None and name_of(item) in map(name_of, items(self._found.review, ()))

    def _whole(self, point: ReviewPoint) -> ReviewPoint:
        return self._book.review_points.get(point.id) or replace(point, written_at=self._now)

    def _ids(self) -> Iterator[str]:
        while True:
            yield new_id(self._now)


def question(*, stays: bool) -> str:
    """What is asked before a point is taken back that stays by itself, or deleted."""
    return _("Take back what you decided about this?") if stays else _("Delete this point?")


def care_review(found: Prepared, book: Book, now: datetime) -> CareReview:
    """The review to keep decisions with, as the whole journal has it; a new one before anything was decided."""
    of_shared = review_to_keep(found.review.book, now, new_id(now)) if found.record is None else found.record
    whole = book.reviews.get(of_shared.id, of_shared)
    whole = whole if whole.id in book.reviews else replace(whole, written_at=now)
    coming = found.review.coming
    return replace(whole, appointment_id=coming.id) if coming else whole
