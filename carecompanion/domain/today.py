"""What Today says: one headline, what is waiting, what is coming up, and what was last."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from heapq import nsmallest
from operator import attrgetter

from carecompanion.domain import how_many
from carecompanion.domain.book import Book
from carecompanion.domain.days import SHORT_MONTHS, SHORT_WEEKDAYS
from carecompanion.domain.kinds import NOTES, REPLIES, attempt_word, visit_word
from carecompanion.domain.lines import first_line
from carecompanion.domain.moments import day_words, length_words, long_day, short_date
from carecompanion.domain.names import at_start, called, who
from carecompanion.domain.outcomes import outcome
from carecompanion.domain.periods import Period
from carecompanion.domain.prompts import visit_with
from carecompanion.domain.records import (
    Absence,
    Appointment,
    Attempt,
    Change,
    Note,
    Point,
    Promise,
    Record,
    Reply,
    Update,
)
from carecompanion.domain.replies import ReplyClock, clock
from carecompanion.domain.review_in_hand import TO_PREPARE
from carecompanion.domain.timeline import entries
from carecompanion.domain.visits import fullness
from carecompanion.domain.waiting import Waiting, addressed, waiting
from carecompanion.language import _, ngettext

__all__ = [
    "ComingUp",
    "Waiting",
    "coming_up",
    "headline",
    "latest",
    "waiting",
]

WELCOME = (_("This is a quiet place to keep track."), _("There is nothing here yet, and nothing you have to do."))
NEXT_VISIT_WITHIN = timedelta(days=7)
RECENT = timedelta(days=30)
"""The last entries are looked for in these days first, which spares sorting years of them."""

NUMBERS = (
    _("No"),
    _("One"),
    _("Two"),
    _("Three"),
    _("Four"),
    _("Five"),
    _("Six"),
    _("Seven"),
    _("Eight"),
    _("Nine"),
    _("Ten"),
)
HOME = frozenset({"home", "at home", "my home"})


@dataclass(frozen=True, slots=True, repr=False)
class ComingUp:
    """A planned appointment in words: "Tue 17 March", "14:30", "Dr Okafor", "medication review, Elm House"."""

    appointment: Appointment
    day: str
    time: str
    who: str
    what: str
    note: str


def headline(book: Book, now: datetime, waits: Sequence[Waiting]) -> tuple[str, str]:
    """The one thing to know, and the rest: the next visit when it is within 7 days, else ""; `waits`: what waits."""
    if book.empty:
        return WELCOME
    return _state_of_replies(book, now, [each.clock for each in waits]), _next_visit(book, now)


def coming_up(book: Book, now: datetime, most: int = 3) -> tuple[ComingUp, ...]:
    """The next planned appointments, the nearest first."""
    return tuple(_coming_up(visit, book, now) for visit in _next_visits(book, now, most))


def latest(book: Book, now: datetime, most: int = 5) -> tuple[tuple[str, str], ...]:
    """The last entries, newest first: each its day ("Today", "Wed 11", "3 Feb") and a sentence, unstopped."""
    today = book.day_of(now)
    recent = entries(book, now, period=Period(today - RECENT, today))
    newest = recent if len(recent) >= most else entries(book, now)
    return tuple((_short_day(entry.day, today), _sentence(entry.record, book, now)) for entry in newest[:most])


def _state_of_replies(book: Book, now: datetime, clocks: Sequence[ReplyClock]) -> str:
    late = sum(1 for found in clocks if found.state == "overdue")
    if late:
        many = NUMBERS[late] if late <= 10 else late
        return ngettext("{many} reply is late.", "{many} replies are late.", late).format(many=many)
    dues = [book.local(found.due_at) for found in clocks if found.due_at]
    today = [due for due in dues if due.date() == book.day_of(now)]
    if today:
        return _("A reply is due by {today:%H:%M}.").format(today=min(today))
    return _("Nothing is late.") if clocks else _("Nothing is waiting.")


def _next_visit(book: Book, now: datetime) -> str:
    visit = next(iter(_next_visits(book, now, 1)), None)
    if visit is None:
        return ""
    local, today = book.local(visit.planned_at), book.day_of(now)
    if local.date() - today > NEXT_VISIT_WITHIN:
        return ""
    near = day_words(local.date(), today)
    day = (
        near
        if local.date() - today <= timedelta(days=1)
        else _("on {long_day}").format(long_day=long_day(local.date(), today))
    )
    name = _("care review") if visit.kind == "review" else _("next visit")
    return _("Your {name} is {day} at {local:%H:%M}.").format(name=name, day=day, local=local)


def _next_visits(book: Book, now: datetime, most: int) -> list[Appointment]:
    ahead = (visit for visit in book.appointments.values() if visit.planned_at > now and visit.status == "planned")
    return nsmallest(most, ahead, key=attrgetter("planned_at", "id"))


def _coming_up(visit: Appointment, book: Book, now: datetime) -> ComingUp:
    local, today = book.local(visit.planned_at), book.day_of(now)
    whom, what = _whom_and_what(visit, book)
    day = at_start(day_words(local.date(), today))
    return ComingUp(visit, day, f"{local:%H:%M}", whom, what, _note(visit, book, local.date(), today))


def _whom_and_what(visit: Appointment, book: Book) -> tuple[str, str]:
    """Whom it is with, and what and where; a care review is named before the people at it."""
    person = book.people.get(visit.person_id) if visit.person_id else None
    named = person.name.strip() if person else " ".join((visit.with_ or "").split())
    place = " ".join((visit.place or "").split())
    home = place.casefold() in HOME
    if visit.kind == "review":
        return _("Care review"), ", ".join(part for part in (named, _("at home") if home else place) if part)
    kind = visit_word(visit) if visit.kind not in (None, "routine", "other") else ""
    if home:
        kind, place = (_("{kind}, at home").format(kind=kind) if kind else _("home visit")), ""
    return at_start(named or kind or _("visit")), ", ".join(part for part in (kind if named else "", place) if part)


def _note(visit: Appointment, book: Book, day: date, today: date) -> str:
    days = (day - today).days
    if visit.kind != "review" or not 1 <= days <= TO_PREPARE.days:
        return ""
    return _("{days} to prepare").format(days=how_many.days(days)) if book.counts_down else _("time to prepare")


def _short_day(day: date, today: date) -> str:
    if day == today:
        return _("Today")
    if 0 < (today - day).days < 14:
        return f"{SHORT_WEEKDAYS[day.weekday()]} {day.day}"
    if day.year == today.year:
        return short_date(day, day.year)
    return _("{month} {year}").format(month=SHORT_MONTHS[day.month - 1], year=day.year)


def _sentence(record: Record, book: Book, now: datetime) -> str:
    match record:
        case Attempt():
            return addressed(attempt_word(record), who(book, record.to_person_id, record.to))
        case Reply():
            return _reply_sentence(record, book, now)
        case Appointment():
            return f"{at_start(visit_with(record, book))}{_came_to(record, book, now)}"
        case Note():
            return f"{NOTES[record.kind]}: {first_line(record.text)}"
        case Point():
            return _("Asked for: {first_line}").format(first_line=first_line(record.text))
        case Promise():
            return _("Promise: {first_line}").format(first_line=first_line(record.text))
        case Change():
            return _("Change: {first_line}").format(first_line=first_line(record.what))
        case Update():
            return _("News: {first_line}").format(first_line=first_line(record.what))
        case Absence():
            return _("{called} away").format(called=called(book, record.person_id))
        case _:
            return ""


def _reply_sentence(reply: Reply, book: Book, now: datetime) -> str:
    """The answer of a contact says how long it took; any other reply only what it was."""
    name = called(book, reply.by_person_id, reply.by)
    contact = book.contacts.get(reply.contact_id)
    found = clock(book, contact, now) if contact else None
    if found is None or found.answer != reply:
        return f"{name} {REPLIES[reply.kind]}"
    waited = found.waited(now)
    came = _("rang back") if reply.kind == "missed_call" else _("replied")
    after = (
        _("in {length_words}").format(length_words=length_words(waited))
        if waited >= timedelta(minutes=1)
        else _("at once")
    )
    return f"{name} {came} {after}"


def _came_to(visit: Appointment, book: Book, now: datetime) -> str:
    """What a visit came to, after its name: ", 25 of 60 min", ", on time", ", you cancelled"; "" while planned."""
    if visit.status == "planned":
        return ""
    short = visit.status == "went_ahead" and fullness(visit) == "missed"
    if short and visit.minutes_given is not None and visit.planned_minutes is not None:
        return _(", {minutes_given} of {planned_minutes} min").format(
            minutes_given=visit.minutes_given, planned_minutes=visit.planned_minutes
        )
    return f", {outcome(visit, book, now).text}"
