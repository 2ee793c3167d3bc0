"""What a person is still waiting for: replies, what was promised, and what they asked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from carecompanion.domain.book import Book
from carecompanion.domain.lines import first_line
from carecompanion.domain.records import Attempt, Point, Promise
from carecompanion.domain.waiting import waiting

LOOKED_BACK = timedelta(days=366)
"""What was promised or asked for longer ago, and of which nothing is said, is not brought up by itself."""


@dataclass(frozen=True, slots=True, repr=False)
class StillOpen:
    """Something still open: what it is about, since when, and the day it was due on when there is one."""

    record: Attempt | Promise | Point
    about: str
    since: date
    due_on: date | None


def still_open(book: Book, now: datetime) -> tuple[StillOpen, ...]:
    """Replies, then what was promised, then what was asked for, of each the oldest first; the same words only once."""
    kinds = (_replies(book, now), _promises(book, now), _points(book, now))
    once: dict[str, StillOpen] = {}
    for kind in kinds:
        for each in sorted(kind, key=lambda found: (found.since, found.record.id)):
            once.setdefault(each.about.casefold() or each.record.id, each)
    return tuple(once.values())


def _replies(book: Book, now: datetime) -> Iterator[StillOpen]:
    for each in waiting(book, now):
        started, due_at = each.clock.started_by or each.clock.first_attempt, each.clock.due_at
        due_on = book.day_of(due_at) if due_at else None
        yield StillOpen(started, first_line(each.about), book.day_of(started.at), due_on)


def _promises(book: Book, now: datetime) -> Iterator[StillOpen]:
    today = book.day_of(now)
    for each in book.promises.values():
        if each.outcome is None and today - LOOKED_BACK <= each.made_on <= today:
            yield StillOpen(each, first_line(each.text), each.made_on, each.due_on)


def _points(book: Book, now: datetime) -> Iterator[StillOpen]:
    for each in book.points.values():
        if each.outcome in (None, "not_yet") and now - LOOKED_BACK <= each.raised_at <= now:
            yield StillOpen(each, first_line(each.text), book.day_of(each.raised_at), None)
