"""Accessible: whether replies came in time, and whether the ways to get help were there."""

from datetime import date

from carecompanion.domain.evidence import Counted, Evidence, Excluded, by_answer
from carecompanion.domain.records import Absence
from carecompanion.domain.replies import STARTING, ReplyClock
from carecompanion.domain.tally import Verdict
from carecompanion.domain.vocabulary import AttemptOutcome
from carecompanion.domain.window import Window

GOT_THROUGH: dict[AttemptOutcome, Verdict] = {
    **dict.fromkeys(STARTING, "met"),
    "referred": "partly",
    "no_answer": "missed",
    "no_message": "missed",
}


def replied_in_time(window: Window) -> Evidence:
    """Contacts with a due time that are answered, or whose due time has passed: did the answer come in time?"""
    for clock, day in window.clocks:
        yield _replied_in_time(clock, day)


def set_up(window: Window) -> Evidence:
    """The agreement in force when the period ends: does it name each of four ways to get help?"""
    if window.agreement is None:
        return
    agreement, day = window.agreement
    present = {
        "routes": bool(agreement.routes),
        "reply_within": agreement.reply_within is not None,
        "cover": _is_said(agreement.cover),
        "urgent_route": _is_said(agreement.urgent_route),
    }
    for item, there in present.items():
        yield Counted(agreement, day, "met" if there else "missed", part=item)


def got_through(window: Window) -> Evidence:
    """Every attempt of the period's contacts: did it reach somebody?"""
    for clock, _ in window.clocks:
        for attempt in window.book.attempts_of(clock.contact.id):
            if attempt.at <= window.now:
                yield Counted(attempt, window.book.day_of(attempt.at), GOT_THROUGH[attempt.outcome])


def cover_when_away(window: Window) -> Evidence:
    """The co-ordinator's absences: was the person told before, and was cover named?"""
    for absence, day in window.absences:
        if absence.person_id == window.coordinator_on(day):
            yield _cover(absence, day)


def settled(window: Window) -> Evidence:
    """Replies to the period's contacts, by anyone: did they settle it?"""
    for clock, _ in window.clocks:
        for reply in window.book.replies_to(clock.contact.id):
            if reply.kind != "automatic" and reply.at <= window.now:
                yield by_answer(reply, window.book.day_of(reply.at), reply.settled)


def _replied_in_time(clock: ReplyClock, day: date) -> Counted | Excluded:
    contact, due_at, closed_at = clock.contact, clock.due_at, clock.closed_at
    if clock.started_at is None:
        return Excluded(contact, day, "not_started")
    if due_at is None:
        return Excluded(contact, day, "no_agreed_time")
    if clock.state == "waiting":
        return Excluded(contact, day, "waiting")
    if clock.state == "closed" and closed_at is not None and closed_at < due_at:
        return Excluded(contact, day, "closed_before_due")
    return Counted(contact, day, "met" if clock.state == "answered_in_time" else "missed")


def _cover(absence: Absence, day: date) -> Counted | Excluded:
    answers = (absence.told_before, absence.cover_named)
    if not all(answer in ("yes", "no") for answer in answers):
        return Excluded(absence, day, "not_known")
    verdicts: tuple[Verdict, ...] = ("missed", "partly", "met")
    return Counted(absence, day, verdicts[answers.count("yes")])


def _is_said(text: str | None) -> bool:
    return bool(text and text.strip())
