"""The one thing Today asks, gently: how a visit went, whether a promise was kept, who knew, what came of a point."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from operator import attrgetter

from carecompanion.domain.book import Book
from carecompanion.domain.days import WEEKDAYS
from carecompanion.domain.follow_ups import unknown_recipients, unsettled_promises
from carecompanion.domain.kinds import visit_word
from carecompanion.domain.lines import first_line
from carecompanion.domain.moments import day_words
from carecompanion.domain.names import at_start, visitor, who
from carecompanion.domain.records import Appointment, Point, Promise, Update
from carecompanion.language import _

Asked = Appointment | Promise | Update | Point

VISIT_WITHIN = timedelta(days=7)
PROMISE_WITHIN = timedelta(days=14)
NEWS_AFTER, NEWS_WITHIN = timedelta(days=3), timedelta(days=21)
POINT_AFTER, POINT_WITHIN = timedelta(days=7), timedelta(days=28)


@dataclass(frozen=True, slots=True, repr=False)
class Prompt:
    """What is asked, in one sentence; `record` is what it is about, `aside` says how little it takes."""

    record: Asked
    sentence: str
    aside: str


def prompt(book: Book, now: datetime, put_off: Collection[str] = ()) -> Prompt | None:
    """The first thing worth asking that is not put off: at most one at a time, and nothing that is long past."""
    asked: Iterator[Asked] = chain(_visits(book, now), _promises(book, now), _news(book, now), _points(book, now))
    record = next((record for record in asked if record.id not in put_off), None)
    return None if record is None else Prompt(record, _sentence(record, book, now), _aside(record))


def visit_sentence(visit: Appointment, book: Book, now: datetime) -> str:
    """As in "Say how yesterday's visit with Dana went"."""
    day, today = book.day_of(visit.planned_at), book.day_of(now)
    whose = {0: _("today"), 1: _("yesterday"), 7: _("last {weekdays}").format(weekdays=WEEKDAYS[day.weekday()])}.get(
        (today - day).days
    )
    return _("Say how {day}'s {visit_with} went").format(
        day=whose or WEEKDAYS[day.weekday()], visit_with=visit_with(visit, book)
    )


def visit_with(visit: Appointment, book: Book) -> str:
    """As in "visit with Dana", "care review"."""
    known = visit.person_id or (visit.with_ or "").strip()
    return (
        _("{visit_word} with {visitor}").format(visit_word=visit_word(visit), visitor=visitor(visit, book))
        if known
        else visit_word(visit)
    )


def _visits(book: Book, now: datetime) -> list[Appointment]:
    """The appointments of the last 7 days that are past and still down as planned, the oldest first."""
    since = book.day_of(now) - VISIT_WITHIN
    past = (visit for visit in book.appointments.values() if visit.status == "planned" and visit.planned_at <= now)
    return sorted(
        (visit for visit in past if book.day_of(visit.planned_at) >= since), key=attrgetter("planned_at", "id")
    )


def _promises(book: Book, now: datetime) -> Iterator[Promise]:
    return unsettled_promises(book, book.day_of(now), PROMISE_WITHIN)


def _news(book: Book, now: datetime) -> list[Update]:
    """News old enough to have got round, with somebody of whom it is not known; the oldest first."""
    first, last = book.day_of(now) - NEWS_WITHIN, book.day_of(now) - NEWS_AFTER
    open_ones = (one for one in book.updates.values() if first <= one.told_on <= last and unknown_recipients(one))
    return sorted(open_ones, key=attrgetter("told_on", "id"))


def _points(book: Book, now: datetime) -> list[Point]:
    """Points raised a while ago of which nothing is said, the oldest first."""
    since, until = now - POINT_WITHIN, now - POINT_AFTER
    open_ones = (one for one in book.points.values() if one.outcome is None and since <= one.raised_at <= until)
    return sorted(open_ones, key=attrgetter("raised_at", "id"))


def _sentence(record: Asked, book: Book, now: datetime) -> str:
    match record:
        case Appointment():
            return visit_sentence(record, book, now)
        case Promise():
            by = who(book, record.by_person_id)
            due = (
                _(", for {day_words}").format(day_words=day_words(record.due_on, book.day_of(now)))
                if record.due_on
                else ""
            )
            return _("Was this kept? {by} said so{due}: “{first_line}”").format(
                by=at_start(by), due=due, first_line=first_line(record.text)
            )
        case Update():
            names = _(" and ").join(who(book, each.person_id) for each in unknown_recipients(record)[:2])
            return _("Did {names} know? “{first_line}”").format(names=names, first_line=first_line(record.what))
        case Point():
            return _("What came of it? You asked: “{first_line}”").format(first_line=first_line(record.text))


def _aside(record: Asked) -> str:
    return _("five quick questions") if isinstance(record, Appointment) else _("one question")
