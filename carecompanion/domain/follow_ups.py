"""What is still open: promises, points and news, where asking after them helps."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from carecompanion.domain.book import Book
from carecompanion.domain.records import Appointment, Point, Promise, Recipient, Update
from carecompanion.domain.visits import is_with_coordinator

FollowUp = Update | Promise | Point

ASKED_WITHIN = timedelta(days=90)
"""After so long nothing is asked after any more; it can still be said in the journal."""

MOST = 3
"""More than so many are not asked after at one visit."""


def to_ask_about(book: Book, visit: Appointment) -> tuple[FollowUp, ...]:
    """What to ask after at a visit: news the person seen was to know, their promises, and points raised before.

    The oldest of each first. What came from this very visit is not among it; points are asked after when the visit is
    with the co-ordinator of its day, or when they were raised at a visit with the same person.
    """
    day = book.day_of(visit.planned_at)
    found: list[FollowUp] = [*_news(book, visit, day), *_promises(book, visit, day), *_points(book, visit)]
    return tuple(found[:MOST])


def unknown_recipients(update: Update) -> tuple[Recipient, ...]:
    """Those of whom it is not known yet whether they knew."""
    return tuple(each for each in update.recipients if each.knew is None)


def unsettled_promises(book: Book, today: date, within: timedelta) -> Iterator[Promise]:
    """Promises whose day has gone, by at most so long, and of which nothing is said; the oldest due first."""
    due = ((promise.due_on, promise.id, promise) for promise in book.promises.values() if promise.due_on)
    open_ones = [each for each in due if each[2].outcome is None and today - within <= each[0] < today]
    return (promise for _, _, promise in sorted(open_ones))


def _news(book: Book, visit: Appointment, day: date) -> Iterable[Update]:
    for update in sorted(book.updates.values(), key=lambda each: (each.told_on, each.id)):
        unknown = any(each.person_id == visit.person_id for each in unknown_recipients(update))
        if unknown and day - ASKED_WITHIN <= update.told_on <= day and update.appointment_id != visit.id:
            yield update


def _promises(book: Book, visit: Appointment, day: date) -> Iterable[Promise]:
    for promise in sorted(book.promises.values(), key=lambda each: (each.made_on, each.id)):
        theirs = promise.by_person_id is not None and promise.by_person_id == visit.person_id
        recent = day - ASKED_WITHIN <= promise.made_on <= day and promise.appointment_id != visit.id
        if theirs and recent and promise.outcome is None:
            yield promise


def _points(book: Book, visit: Appointment) -> Iterable[Point]:
    since = visit.planned_at - ASKED_WITHIN
    for point in sorted(book.points.values(), key=lambda each: (each.raised_at, each.id)):
        recent = since <= point.raised_at < visit.planned_at and point.appointment_id != visit.id
        if recent and point.outcome in (None, "not_yet") and _is_for(point, visit, book):
            yield point


def _is_for(point: Point, visit: Appointment, book: Book) -> bool:
    raised_at = book.appointments.get(point.appointment_id or "")
    same = raised_at is not None and raised_at.person_id is not None and raised_at.person_id == visit.person_id
    return same or is_with_coordinator(visit, book)
