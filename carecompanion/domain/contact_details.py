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
from carecompanion.language import _

TOLD_BY_THE_WORD: frozenset[AttemptOutcome] = frozenset({"voicemail", "sent"})
"""Ways an attempt ends that its own word says already."""

SETTLED: dict[Answer, str] = {
    "yes": _("It settled things"),
    "partly": _("It partly settled things"),
    "no": _("It did not settle things"),
}
TOLD_NEXT: dict[Answer, str] = {
    "yes": _("You were told what happens next"),
    "partly": _("You were partly told what happens next"),
    "no": _("You were not told what happens next"),
}


def contact_detail(chosen: Contact | Attempt | Reply, contact: Contact, book: Book, now: datetime) -> Detail:
    """A contact as one thread, with the foot of the record it was opened from."""
    running = clock(book, contact, now)
    events = _events(contact, book, now)
    sections = (
        Section(_("What happened"), tuple(_thread(events, book, now))),
        Section(_("The reply"), tuple(_ending(running, book, now)) if running else ()),
        typed(_("Why you stopped waiting"), contact.closed_why if running and running.closed_at else None),
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
    return ", ".join(part for part in (began, _("urgent") if contact.urgent else "") if part)


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
    return _("In person, {to}").format(to=to) if attempt.route == "in_person" else addressed(attempt_word(attempt), to)


def _ending(running: ReplyClock, book: Book, now: datetime) -> Iterator[Fact]:
    """How it ended or stands, then until when a reply was agreed."""
    due_at, closed_at = running.due_at, running.closed_at
    yield from _state(running, book, now)
    if closed_at:
        yield Fact(_("You stopped waiting"), aside=at_start(by_words(closed_at, now, book.zone)))
    if running.started_at:
        agreed = at_start(by_words(due_at, now, book.zone)) if due_at else ""
        yield Fact(
            _("{due_word} by").format(due_word=at_start(due_word(running.contact, book)))
            if due_at
            else _("No reply time was agreed"),
            aside=agreed,
        )


def _state(running: ReplyClock, book: Book, now: datetime) -> Iterator[Fact]:
    accessible, due_at = towards("accessible"), running.due_at
    waited = lasting(running.waited(now))
    match running.state:
        case "answered_in_time":
            yield Fact(_answered(running, waited), "met", accessible)
        case "answered_late" if due_at and running.answered_at:
            yield Fact(
                _("The reply came {length} late").format(length=length(due_at, running.answered_at)),
                "missed",
                accessible,
            )
        case "answered":
            yield Fact(_answered(running, waited))
        case "overdue" if due_at:
            yield Fact(
                _("No reply yet, {remaining}").format(remaining=remaining(due_at, book, now)), "missed", accessible
            )
        case "waiting":
            so_far = (
                remaining(due_at, book, now)
                if due_at
                else _("after {waited}").format(waited=waited)
                if book.counts_down
                else ""
            )
            yield Fact(_("No reply yet, {so_far}").format(so_far=so_far) if so_far else _("No reply yet"), "open")
        case "closed" if due_at and running.closed_at and due_at <= running.closed_at:
            yield Fact(_("No reply in the agreed time"), "missed", accessible)
        case "not_started":
            yield Fact(_("Nothing was left or sent yet, so no reply is due"))


def _answered(running: ReplyClock, waited: str) -> str:
    return (
        _("You got through at once")
        if running.answer is running.started_by
        else _("The reply came in {waited}").format(waited=waited)
    )


def _kept_out(chosen: Contact | Attempt | Reply, contact: Contact, events: tuple[Attempt | Reply, ...]) -> str:
    if chosen.keep_out or contact.keep_out:
        return KEPT_OUT
    return KEPT_OUT_IN_PART if any(event.keep_out for event in events) else ""
