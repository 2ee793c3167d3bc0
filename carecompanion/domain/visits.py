"""How a visit went against what was arranged, and the visits of which that is still to be said."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from carecompanion.domain.book import Book
from carecompanion.domain.evidence import BY_ANSWER
from carecompanion.domain.records import Appointment
from carecompanion.domain.tally import Verdict
from carecompanion.domain.vocabulary import AppointmentStatus

CALLED_OFF: frozenset[AppointmentStatus] = frozenset({"cancelled_by_service", "moved_by_service", "they_did_not_come"})
"""How a visit ends that did not go ahead, and not by the person's own doing."""

RECENT = COMING = timedelta(days=30)


def punctuality(visit: Appointment, book: Book) -> Verdict | None:
    """Whether it started on time: by the minutes late when they are known, else by the answer; None when neither is."""
    if visit.minutes_late is not None:
        return "met" if visit.minutes_late <= book.settings.late_grace_minutes else "missed"
    return BY_ANSWER[visit.on_time] if visit.on_time else None


def fullness(visit: Appointment) -> Verdict | None:
    """Whether at least nine tenths of the time was given: by the minutes when known, else by the answer; or None."""
    if visit.minutes_given is not None and visit.planned_minutes is not None:
        return "met" if 10 * visit.minutes_given >= 9 * visit.planned_minutes else "missed"
    return BY_ANSWER[visit.full_time] if visit.full_time else None


def worst(*verdicts: Verdict | None) -> Verdict:
    """The least good of them; "met" when nothing is known, which tells against nobody."""
    if "missed" in verdicts:
        return "missed"
    return "partly" if "partly" in verdicts else "met"


def is_with_coordinator(visit: Appointment, book: Book) -> bool:
    """Whether it was planned with the co-ordinator of its day."""
    return visit.person_id is not None and visit.person_id == book.coordinator_id_on(book.day_of(visit.planned_at))


def untold(book: Book, now: datetime) -> list[Appointment]:
    """Visits of the last 30 days whose time has come and that are still down as planned, newest first."""
    return sorted(_planned(book, now - RECENT, now), key=lambda visit: visit.planned_at, reverse=True)


def ahead(book: Book, now: datetime) -> list[Appointment]:
    """Visits planned for the next 30 days, soonest first."""
    coming = (visit for visit in _planned(book, now, now + COMING) if visit.planned_at > now)
    return sorted(coming, key=lambda visit: visit.planned_at)


def _planned(book: Book, first: datetime, last: datetime) -> Iterator[Appointment]:
    for visit in book.appointments.values():
        if visit.status == "planned" and first <= visit.planned_at <= last:
            yield visit
