"""A contact whole: every attempt and reply in order, the agreed time, and how it ended."""

from collections.abc import Iterator
from datetime import datetime

from carecompanion.domain.book import Book
from carecompanion.domain.course import course
from carecompanion.domain.kinds import ATTEMPT_OUTCOMES, attempt_word
from carecompanion.domain.moments import by_words
from carecompanion.domain.names import at_start, who
from carecompanion.domain.records import Attempt, Contact, Reply
from carecompanion.domain.remaining import lasting, length, remaining
from carecompanion.domain.replies import ReplyClock, clock
from carecompanion.domain.sections import (
    KEPT_OUT,
    KEPT_OUT_IN_PART,
    Detail,
    Fact,
    Section,
    by_answer,
    came_from_it,
    filled,
    foot,
    left_out,
    moment,
    private,
    towards,
    typed,
)
from carecompanion.domain.titles import replied
from carecompanion.domain.vocabulary import Answer, AttemptOutcome
from carecompanion.domain.waiting import addressed, due_word

TOLD_BY_THE_WORD: frozenset[AttemptOutcome] = frozenset({"voicemail", "sent"})
"""Ways an attempt ends that its own word says already."""

SETTLED: dict[Answer, str] = {
    "yes": "It settled things",
    "partly": "It partly settled things",
    "no": "It did not settle things",
}
TOLD_NEXT: dict[Answer, str] = {
    "yes": "You were told what happens next",
    "partly": "You were partly told what happens next",
    "no": "You were not told what happens next",
}


def contact_detail(chosen: Contact | Attempt | Reply, contact: Contact, book: Book, now: datetime) -> Detail:
    """A contact as one thread, with the foot of the record it was opened from."""
    running = clock(book, contact, now)
    events = _events(contact, book, now)
    sections = (
        Section("What happened", tuple(_thread(events, book, now))),
        Section("The reply", tuple(_ending(running, book, now)) if running else ()),
        typed("Why you stopped waiting", contact.closed_why if running and running.closed_at else None),
        *came_from_it(contact.id, book, now),
        left_out((contact.id, *(event.id for event in events)), book, now),
        private((contact, *events)),
    )
    kept_out = _kept_out(chosen, contact, events)
    return Detail(
        contact.about,
        _subtitle(contact, events, book, now),
        filled(*sections),
        foot(chosen, kept_out, book, now),
        course(running, book, now) if running else None,
    )


def _events(contact: Contact, book: Book, now: datetime) -> tuple[Attempt | Reply, ...]:
    """The contact's attempts and replies up to now, earliest first; of one instant, the attempt first."""
    events: list[Attempt | Reply] = [*book.attempts_of(contact.id), *book.replies_to(contact.id)]
    return tuple(sorted((event for event in events if event.at <= now), key=lambda event: event.at))


def _subtitle(contact: Contact, events: tuple[Attempt | Reply, ...], book: Book, now: datetime) -> str:
    first = next((event for event in events if isinstance(event, Attempt)), None)
    began = f"{_tried(first, book)}, {moment(first.at, book, now)}" if first else ""
    return ", ".join(part for part in (began, "urgent" if contact.urgent else "") if part)


def _thread(events: tuple[Attempt | Reply, ...], book: Book, now: datetime) -> Iterator[Fact]:
    """What came when, with what was noted of it; how it ended is said apart, once."""
    for event in events:
        text = _attempt(event, book) if isinstance(event, Attempt) else replied(event, book)
        yield Fact(text, aside=at_start(by_words(event.at, now, book.zone)))
        if event.note and event.note.strip():
            yield Fact(event.note)
        if isinstance(event, Reply) and event.kind != "automatic":
            yield from by_answer(event.settled, SETTLED, towards("accessible"))
            yield from by_answer(event.told_next, TOLD_NEXT)


def _attempt(attempt: Attempt, book: Book) -> str:
    ended = "" if attempt.outcome in TOLD_BY_THE_WORD else f": {ATTEMPT_OUTCOMES[attempt.outcome]}"
    return f"{_tried(attempt, book)}{ended}"


def _tried(attempt: Attempt, book: Book) -> str:
    """As in "Text to Dana", "In person, Dana"."""
    to = who(book, attempt.to_person_id, attempt.to)
    return f"In person, {to}" if attempt.route == "in_person" else addressed(attempt_word(attempt), to)


def _ending(running: ReplyClock, book: Book, now: datetime) -> Iterator[Fact]:
    """How it ended or stands, then until when a reply was agreed."""
    due_at, closed_at = running.due_at, running.closed_at
    yield from _state(running, book, now)
    if closed_at:
        yield Fact("You stopped waiting", aside=at_start(by_words(closed_at, now, book.zone)))
    if running.started_at:
        agreed = at_start(by_words(due_at, now, book.zone)) if due_at else ""
        yield Fact(
            f"{at_start(due_word(running.contact, book))} by" if due_at else "No reply time was agreed", aside=agreed
        )


def _state(running: ReplyClock, book: Book, now: datetime) -> Iterator[Fact]:
    accessible, due_at = towards("accessible"), running.due_at
    waited = lasting(running.waited(now))
    match running.state:
        case "answered_in_time":
            yield Fact(_answered(running, waited), "met", accessible)
        case "answered_late" if due_at and running.answered_at:
            yield Fact(f"The reply came {length(due_at, running.answered_at)} late", "missed", accessible)
        case "answered":
            yield Fact(_answered(running, waited))
        case "overdue" if due_at:
            yield Fact(f"No reply yet, {remaining(due_at, book, now)}", "missed", accessible)
        case "waiting":
            so_far = remaining(due_at, book, now) if due_at else f"after {waited}" if book.counts_down else ""
            yield Fact(f"No reply yet, {so_far}" if so_far else "No reply yet", "open")
        case "closed" if due_at and running.closed_at and due_at <= running.closed_at:
            yield Fact("No reply in the agreed time", "missed", accessible)
        case "not_started":
            yield Fact("Nothing was left or sent yet, so no reply is due")


def _answered(running: ReplyClock, waited: str) -> str:
    return "You got through at once" if running.answer is running.started_by else f"The reply came in {waited}"


def _kept_out(chosen: Contact | Attempt | Reply, contact: Contact, events: tuple[Attempt | Reply, ...]) -> str:
    if chosen.keep_out or contact.keep_out:
        return KEPT_OUT
    return KEPT_OUT_IN_PART if any(event.keep_out for event in events) else ""
