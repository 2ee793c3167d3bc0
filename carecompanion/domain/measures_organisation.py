"""Organisation: whether appointments went ahead, on time and in full, and promises were kept."""

from datetime import date
from itertools import pairwise

from carecompanion.domain.book import Book
from carecompanion.domain.evidence import Counted, Evidence, Excluded, Why, by_answer
from carecompanion.domain.records import Appointment, Promise
from carecompanion.domain.tally import Verdict
from carecompanion.domain.visits import CALLED_OFF, fullness, punctuality, worst
from carecompanion.domain.vocabulary import AppointmentStatus, PromiseOutcome
from carecompanion.domain.window import Window
from carecompanion.domain.workdays import at_wall

LEFT_OUT: dict[AppointmentStatus, Why] = {
    "cancelled_by_me": "cancelled_by_me",
    "moved_by_me": "moved_by_me",
    "i_could_not_go": "could_not_go",
    "planned": "still_planned",
}
BY_OUTCOME: dict[PromiseOutcome, Verdict] = {"kept": "met", "late": "partly", "broken": "missed"}


def as_arranged(window: Window) -> Evidence:
    """The co-ordinator's appointments: did they go ahead, on time, in full? What is not known does not tell against."""
    for visit, day in window.own_visits:
        if visit.status in LEFT_OUT:
            yield Excluded(visit, day, LEFT_OUT[visit.status])
        else:
            yield Counted(visit, day, _as_arranged(visit, window.book))


def went_ahead(window: Window) -> Evidence:
    """The co-ordinator's appointments: did they go ahead?"""
    for visit, day in window.own_visits:
        if visit.status in LEFT_OUT:
            yield Excluded(visit, day, LEFT_OUT[visit.status])
        else:
            yield Counted(visit, day, "met" if visit.status == "went_ahead" else "missed")


def on_time(window: Window) -> Evidence:
    """Appointments that went ahead: did they start on time, by the minutes late or else by the answer?"""
    for visit, day in window.own_visits:
        if visit.status == "went_ahead":
            yield _known(visit, day, punctuality(visit, window.book))


def full_time(window: Window) -> Evidence:
    """Appointments that went ahead: was at least nine tenths of the time given?"""
    for visit, day in window.own_visits:
        if visit.status == "went_ahead":
            yield _known(visit, day, fullness(visit))


def fair_notice(window: Window) -> Evidence:
    """Appointments the service called off: was word given by the same time on the last working day before?"""
    for visit, day in window.own_visits:
        if visit.status in CALLED_OFF:
            yield _notice(window, visit, day)


def next_known(window: Window) -> Evidence:
    """Appointments that went ahead: was it known when the next one is?"""
    for visit, day in window.own_visits:
        if visit.status == "went_ahead":
            yield by_answer(visit, day, visit.next_known)


def regular(window: Window) -> Evidence:
    """Gaps between the co-ordinator's appointments, and the open one once too long: as agreed when each began?"""
    for (_, began), (later, ended) in pairwise(window.kept_visits):
        if ended in window.period and window.is_role_held(ended):
            verdict = _gap(window, began, ended)
            yield Counted(later, ended, verdict) if verdict else Excluded(later, ended, "no_agreed_gap")
    today = window.today
    if window.kept_visits and today in window.period and window.is_role_held(today):
        last, began = window.kept_visits[-1]
        if _gap(window, began, today) == "missed":
            yield Counted(last, today, "missed", part="open")


def promises_kept(window: Window) -> Evidence:
    """Promises by the co-ordinator of the day they were made, or by nobody named: were they kept?"""
    for promise, day in window.promises:
        if promise.by_person_id in (None, window.coordinator_on(promise.made_on)):
            yield _promise(promise, day, window.today)


def _as_arranged(visit: Appointment, book: Book) -> Verdict:
    if visit.status != "went_ahead":
        return "missed"
    return worst(punctuality(visit, book), fullness(visit))


def _known(visit: Appointment, day: date, verdict: Verdict | None) -> Counted | Excluded:
    return Counted(visit, day, verdict) if verdict else Excluded(visit, day, "not_known")


def _notice(window: Window, visit: Appointment, day: date) -> Counted | Excluded:
    if visit.told_at is None:
        if visit.status == "they_did_not_come":
            return Counted(visit, day, "missed")
        return Excluded(visit, day, "not_known")
    wall = window.book.local(visit.planned_at).time()
    latest = at_wall(window.usual_calendar.last_day_before(day), wall, window.book.zone)
    return Counted(visit, day, "met" if visit.told_at <= latest else "missed")


def _gap(window: Window, began: date, ended: date) -> Verdict | None:
    """Whether a gap between two days was no longer than agreed when it began; None when nothing was agreed."""
    agreement = window.book.agreement_on(began)
    if agreement is None or agreement.meet_every_days is None:
        return None
    allowed = agreement.meet_every_days + window.book.settings.gap_grace_days
    return "met" if (ended - began).days <= allowed else "missed"


def _promise(promise: Promise, day: date, today: date) -> Counted | Excluded:
    if promise.outcome:
        return Counted(promise, day, BY_OUTCOME[promise.outcome])
    if promise.due_on is None:
        return Excluded(promise, day, "no_due_date")
    return Counted(promise, day, "missed") if promise.due_on < today else Excluded(promise, day, "not_due_yet")
