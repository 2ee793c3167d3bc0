"""Which review is prepared for: the one that comes, or the one that has just been."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from operator import attrgetter

from carecompanion.domain.book import Book
from carecompanion.domain.periods import Period
from carecompanion.domain.records import Appointment, CareReview, ReviewPoint

JUST_BEEN = timedelta(days=7)
"""For so long after a review what was agreed can be written down with it; then the next one is prepared for."""
TO_PREPARE = timedelta(days=21)
"""So long before a review there is reason to prepare for it."""
CALLED_OFF = ("cancelled_by_service", "moved_by_service", "cancelled_by_me", "moved_by_me")


def visit_in_hand(book: Book, now: datetime) -> Appointment | None:
    """The review that comes next, or the one of the last days while no other is near; None without either."""
    reviews = sorted(
        (each for each in book.appointments.values() if each.kind == "review" and each.status not in CALLED_OFF),
        key=attrgetter("planned_at", "id"),
    )
    today = book.day_of(now)
    ahead = next((e for e in reviews if e.status == "planned" and book.day_of(e.planned_at) >= today), None)
    if ahead is not None and ahead.planned_at - now <= TO_PREPARE:
        return ahead
    been = [each for each in reviews if now - JUST_BEEN <= each.planned_at <= now and each != ahead]
    return been[-1] if been else ahead


def review_in_hand(book: Book, now: datetime) -> CareReview | None:
    """What has been prepared for that review so far; None before anything was.

    One that was begun before there was a date is taken for it, unless a review has been held since.
    """
    visit = visit_in_hand(book, now)
    mine = [each for each in book.reviews.values() if visit is not None and each.appointment_id == visit.id]
    return max(mine or _without_date(book, now), key=attrgetter("id"), default=None)


def review_to_keep(book: Book, now: datetime, key: str) -> CareReview:
    """The review to keep decisions with: the one in hand, of its appointment; a new one, with that id, before any."""
    visit = visit_in_hand(book, now)
    held = review_in_hand(book, now) or CareReview(id=key)
    return replace(held, appointment_id=visit.id) if visit else held


def days_of(review: CareReview | None, today: date) -> Period | None:
    """The days that a review looks at, up to today; None for the usual ones."""
    if review is None or review.first_day is None or review.last_day is None or review.first_day > today:
        return None
    return Period(review.first_day, min(review.last_day, today))


def points_of(review: CareReview | None, book: Book) -> tuple[ReviewPoint, ...]:
    """What was decided about the points of a review."""
    if review is None:
        return ()
    return tuple(each for each in book.review_points.values() if each.review_id == review.id)


def _without_date(book: Book, now: datetime) -> list[CareReview]:
    held = [each.planned_at for each in book.appointments.values() if each.kind == "review" and each.planned_at <= now]
    last = max(held, default=None)
    return [
        each
        for each in book.reviews.values()
        if each.appointment_id is None and (last is None or each.written_at is None or each.written_at > last)
    ]
