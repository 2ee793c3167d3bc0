"""The reply clock: when a contact began to wait, until when it may, and how that ended."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Literal

from carecompanion.domain.book import Book
from carecompanion.domain.concern_routes import NATION_OF
from carecompanion.domain.records import Attempt, Contact, Reply
from carecompanion.domain.vocabulary import AttemptOutcome
from carecompanion.domain.workdays import Calendar

ReplyState = Literal["answered_in_time", "answered_late", "answered", "waiting", "overdue", "closed", "not_started"]

MOST_DAYS = 30
"""No service takes more working days than that to say that it has a concern."""

STARTING: frozenset[AttemptOutcome] = frozenset({"spoke", "voicemail", "message", "sent"})
"""How an attempt ends that leaves something with somebody, and so starts the clock."""


@dataclass(frozen=True, slots=True)
class ReplyClock:
    """A contact's clock as it stood at some instant; `state` says how.

    `due_at` is None without an agreed reply time, and until the clock starts. A contact the person closed unanswered
    is "closed" even when its clock never started.
    """

    contact: Contact
    first_attempt: Attempt
    started_by: Attempt | None
    started_at: datetime | None
    due_at: datetime | None
    answer: Attempt | Reply | None
    answered_at: datetime | None
    closed_at: datetime | None
    state: ReplyState

    @property
    def agreed(self) -> timedelta | None:
        """How long was agreed, from its start until it is due; None without an agreed reply time."""
        return self.due_at - self.started_at.astimezone(UTC) if self.due_at and self.started_at else None

    def waited(self, now: datetime) -> timedelta:
        """How long it has waited: from its start to its answer, its closing, or now; nothing when it never started."""
        if self.started_at is None:
            return timedelta()
        ended = self.answered_at or self.closed_at or now
        return ended - self.started_at.astimezone(UTC)


def clock(book: Book, contact: Contact, now: datetime) -> ReplyClock | None:
    """The contact's clock as seen at `now`; None when nothing has happened by then."""
    attempts = book.attempts_of(contact.id)
    if attempts and attempts[-1].at > now:
        attempts = tuple(attempt for attempt in attempts if attempt.at <= now)
    if not attempts:
        return None
    closed_at = contact.closed_at if contact.closed_at and contact.closed_at <= now else None
    started_by = _start(attempts, closed_at)
    if started_by is None:
        state: ReplyState = "closed" if closed_at else "not_started"
        return ReplyClock(contact, attempts[0], None, None, None, None, None, closed_at, state)
    until = closed_at or now
    answer = _answer(attempts, book.replies_to(contact.id), started_by.at, until)
    answered_at = answer.at if answer else None
    state = _state(contact.due_at, answered_at, closed_at, now)
    return ReplyClock(
        contact, attempts[0], started_by, started_by.at, contact.due_at, answer, answered_at, closed_at, state
    )


def due_at(book: Book, started_at: datetime) -> datetime | None:
    """When a reply is due to a clock that starts at this instant; None without an agreed reply time.

    By the agreement in force on that local day. None, too, when it would lie beyond the calendar's last year.
    """
    agreement = book.agreement_on(book.day_of(started_at))
    if agreement is None or agreement.reply_within is None:
        return None
    calendar = Calendar.agreed(book.settings, agreement)
    try:
        match agreement.reply_unit:
            case "working_hours":
                return calendar.after_hours(started_at, agreement.reply_within)
            case "working_days":
                return calendar.after_days(started_at, agreement.reply_within)
            case _:
                return started_at.astimezone(UTC) + timedelta(hours=agreement.reply_within)
    except OverflowError:
        return None


def with_due(book: Book, contact: Contact, attempts: Iterable[Attempt]) -> Contact:
    """The contact with its due time, when its clock starts with one of these attempts and it has none yet."""
    new = {attempt.id: attempt for attempt in attempts}
    if contact.due_at is not None or not new:
        return contact
    known = [attempt for attempt in book.attempts_of(contact.id) if attempt.id not in new]
    started_by = _start(sorted([*known, *new.values()], key=_order), contact.closed_at)
    if started_by is None or started_by.id not in new:
        return contact
    return replace(contact, due_at=due_at(book, started_by.at))


def due_again(book: Book, contact: Contact, changed: Attempt) -> Contact:
    """The contact with its due time worked out anew, when with this attempt its clock starts at another instant.

    Where it starts as before, what was agreed then is not asked again.
    """
    others = [attempt for attempt in book.attempts_of(contact.id) if attempt.id != changed.id]
    return _starting_with(book, contact, sorted([*others, changed], key=_order))


def due_without(book: Book, contact: Contact, gone: Attempt) -> Contact:
    """The same, once this attempt is not one of its own any more."""
    return _starting_with(book, contact, [each for each in book.attempts_of(contact.id) if each.id != gone.id])


def _starting_with(book: Book, contact: Contact, attempts: Iterable[Attempt]) -> Contact:
    before = _start(book.attempts_of(contact.id), book.contacts.get(contact.id, contact).closed_at)
    after = _start(attempts, contact.closed_at)
    if (before and before.at) == (after and after.at):
        return contact
    return replace(contact, due_at=_due_from(book, contact, before, after.at) if after else None)


def _due_from(book: Book, contact: Contact, before: Attempt | None, started_at: datetime) -> datetime | None:
    """When a reply is due from another start: a concern keeps its number of working days, which nobody agreed."""
    concerns = (each for each in book.letters.values() if each.kind == "concern")
    concern = next((each for each in concerns if each.contact_id == contact.id), None)
    if concern is None or before is None or contact.due_at is None:
        return due_at(book, started_at)
    usual = Calendar.usual(book.settings)
    calendar = replace(usual, nation=NATION_OF[concern.written_in]) if concern.written_in else usual
    days = next((days for days in range(1, MOST_DAYS) if calendar.after_days(before.at, days) >= contact.due_at), 1)
    return calendar.after_days(started_at, days)


def _order(event: Attempt | Reply) -> tuple[datetime, str]:
    return event.at, event.id


def _start(attempts: Iterable[Attempt], closed_at: datetime | None) -> Attempt | None:
    """The first attempt, not after the closing, that left something with somebody."""
    for attempt in attempts:
        if attempt.outcome in STARTING and (closed_at is None or attempt.at <= closed_at):
            return attempt
    return None


def _answer(
    attempts: Iterable[Attempt], replies: Iterable[Reply], started_at: datetime, until: datetime
) -> Attempt | Reply | None:
    """The earliest talk or reply from the start on, up to and including `until`; of two at one instant, the talk."""
    answer: Attempt | Reply | None = None
    for attempt in attempts:
        if attempt.outcome == "spoke" and started_at <= attempt.at <= until:
            answer, until = attempt, attempt.at
            break
    for reply in replies:
        if reply.kind != "automatic" and started_at <= reply.at <= until:
            return answer if answer is not None and answer.at == reply.at else reply
    return answer


def _state(
    due_at: datetime | None, answered_at: datetime | None, closed_at: datetime | None, now: datetime
) -> ReplyState:
    if answered_at is not None:
        if due_at is None:
            return "answered"
        return "answered_in_time" if answered_at <= due_at else "answered_late"
    if closed_at is not None:
        return "closed"
    return "overdue" if due_at is not None and due_at <= now else "waiting"
