"""How a visit went against what was arranged."""

from carecompanion.domain.book import Book
from carecompanion.domain.evidence import BY_ANSWER
from carecompanion.domain.records import Appointment
from carecompanion.domain.tally import Verdict


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


def is_with_coordinator(visit: Appointment, book: Book) -> bool:
    """Whether it was planned with the co-ordinator of its day."""
    coordination = book.coordination_on(book.day_of(visit.planned_at))
    return coordination is not None and coordination.person_id == visit.person_id
