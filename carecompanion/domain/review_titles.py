"""What a point of a review is about, in a few words, by its record alone."""

from datetime import datetime

from carecompanion.domain.book import Book
from carecompanion.domain.lines import first_line
from carecompanion.domain.names import at_start
from carecompanion.domain.records import ReviewPoint
from carecompanion.domain.review_questions import NOT_AGREED
from carecompanion.domain.timeline import entry_for, line
from carecompanion.domain.trait_words import MEASURES


def point_title(point: ReviewPoint, book: Book, now: datetime) -> str:
    """As in "You felt comfortable", "A copy of my care plan"; "" where nothing is known of it any more."""
    if point.text and point.text.strip():
        return first_line(point.text)
    drawn = point.drawn_from or ""
    if drawn in MEASURES:
        return MEASURES[drawn].said
    if drawn in NOT_AGREED:
        return NOT_AGREED[drawn]
    if (own := book.own_traits.get(drawn)) is not None:
        return first_line(own.name)
    for brought in point.brought:
        if (entry := book.record(brought.entry_id)) is not None:
            said = line(entry_for(entry, book), book, now)
            return at_start(said.title or said.kind)
    return ""
