"""The times of a calendar as appointments, and appointments as the times of a calendar."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from carecompanion.domain.book import Book
from carecompanion.domain.names import who
from carecompanion.domain.records import Appointment
from carecompanion.domain.visits import CALLED_OFF
from carecompanion.language import _
from carecompanion.sharing.calendar_file import Calendar, Slot, read_calendar
from carecompanion.sharing.cells import somebody
from carecompanion.sharing.lines_in import id_of
from carecompanion.sharing.reading import Found, Reading, same_as, sift

BACK, AHEAD = timedelta(days=731), timedelta(days=366)
"""How far from now an event that repeats is followed: 24 months back, 12 ahead."""
TITLE = _("Appointment")
OFF = (*CALLED_OFF, "cancelled_by_me", "moved_by_me", "i_could_not_go")
"""What stands in a calendar as cancelled."""


def read_events(content: bytes, book: Book, now: datetime) -> Reading:
    """What a calendar file would add to a journal. Raises Refused."""
    calendar = read_calendar(content, now - BACK, now + AHEAD, book.zone)
    new, known = sift((_found(slot, book) for slot in calendar.slots), book)
    return Reading("appointments", tuple(_how(book)), new, known, calendar.problems, _passed(calendar))


def slots_of(book: Book, now: datetime, *, every: bool, title: str | None, say_who: bool) -> tuple[Slot, ...]:
    """The appointments planned ahead, or `every` one, for a calendar that says no more than it is told to."""
    chosen = (
        visit for visit in book.appointments.values() if every or (visit.status == "planned" and visit.planned_at > now)
    )
    return tuple(
        Slot(
            uid=visit.id,
            starts_at=visit.planned_at,
            minutes=visit.planned_minutes,
            title=_title(visit, book, title or TITLE, say_who),
            cancelled=visit.status in OFF,
        )
        for visit in sorted(chosen, key=lambda visit: (visit.planned_at, visit.id))
    )


def _title(visit: Appointment, book: Book, title: str, say_who: bool) -> str:
    named = say_who and (visit.person_id or visit.with_)
    return _("{title} with {who}").format(title=title, who=who(book, visit.person_id, visit.with_)) if named else title


def _how(book: Book) -> Iterator[str]:
    yield _("from each event its time, its length, its place, and its title as a note")
    yield _("a title that is the name of one of your people says who it is with")
    yield _("a time without a zone is that of {time_zone}").format(time_zone=book.settings.time_zone)
    yield _("each as planned; how those that are past went is for you to say")
    yield _("an event that repeats is followed from 24 months ago to 12 months ahead")


def _passed(calendar: Calendar) -> tuple[str, ...]:
    return (
        (_("cancelled in the calendar: {cancelled:,}").format(cancelled=calendar.cancelled),)
        if calendar.cancelled
        else ()
    )


def _found(slot: Slot, book: Book) -> Found:
    """An event as an appointment; one that was written from this journal keeps its id."""
    own = slot.uid in book.appointments
    person_id, _between = somebody(book, slot.title)
    visit = Appointment(
        id=slot.uid if own else id_of("event", slot.uid or slot.title, slot.starts_at.astimezone(UTC).isoformat()),
        planned_at=slot.starts_at,
        person_id=person_id,
        planned_minutes=slot.minutes,
        place=slot.place or None,
        note=None if person_id else slot.title or None,
    )
    return Found(_("Event {number}").format(number=slot.number), (visit,), same_as(visit) if person_id else None)
