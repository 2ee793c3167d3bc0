"""Contacts that still wait for a reply, in words, with enough to draw how much of the agreed time has gone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from carecompanion.domain.book import Book
from carecompanion.domain.kinds import ATTEMPTS, attempt_word
from carecompanion.domain.moments import day_words
from carecompanion.domain.names import who
from carecompanion.domain.records import Contact
from carecompanion.domain.remaining import remaining
from carecompanion.domain.replies import STARTING, ReplyClock, clock
from carecompanion.language import _

EVENING = 18
"""The hour from which a time today is tonight's."""


@dataclass(frozen=True, slots=True, repr=False)
class Waiting:
    """A contact still waiting for its reply, in words, with enough to draw its bar.

    `used` is the part of the agreed time that has gone, from 0 to 1, and `over` how much has gone beyond it, in agreed
    times. Both are 0, and `by` and `due` are "", when no reply time was agreed. `by` says whose time it is, `due` not.
    """

    contact: Contact
    clock: ReplyClock
    who: str
    how: str
    about: str
    left: str
    by: str
    due: str
    late: bool
    used: float
    over: float

    @property
    def timed(self) -> bool:
        """Whether a reply time was agreed, so that there is a bar to draw."""
        return self.clock.due_at is not None

    @property
    def title(self) -> str:
        """How, and to whom: "Voicemail to the duty desk"."""
        return addressed(self.how, self.who)


ADDRESSED = {ATTEMPTS["in_person"]: _("Asked {to} in person"), ATTEMPTS["online"]: _("Online message to {to}")}
"""How some ways of getting in touch are said with whom it was."""


def waiting(book: Book, now: datetime) -> tuple[Waiting, ...]:
    """Every contact whose reply is still to come: late first, then the soonest due, then those without a time."""
    rows = [_waiting(found, book, now) for found in _open_clocks(book, now)]
    never = datetime.max.replace(tzinfo=UTC)
    return tuple(sorted(rows, key=lambda row: (row.clock.due_at or never, row.clock.started_at or never)))


def addressed(how: str, to: str) -> str:
    """An attempt by its word, and to whom: "Voicemail to the duty desk", "Online message to Dana"."""
    return ADDRESSED.get(how, _("{how} to {to}")).format(how=how, to=to)


def _open_clocks(book: Book, now: datetime) -> Iterator[ReplyClock]:
    """The clocks of contacts that wait. Those plainly answered are passed over without working out their clock."""
    started: dict[str, datetime] = {}
    done = {contact.id for contact in book.contacts.values() if contact.closed_at and contact.closed_at <= now}
    for attempt in book.attempts.values():
        if attempt.outcome in STARTING and attempt.at <= now:
            if attempt.contact_id not in started or attempt.at < started[attempt.contact_id]:
                started[attempt.contact_id] = attempt.at
            if attempt.outcome == "spoke":
                done.add(attempt.contact_id)
    for reply in book.replies.values():
        if reply.kind != "automatic" and reply.at <= now and started.get(reply.contact_id, now) <= reply.at:
            done.add(reply.contact_id)
    for contact in (book.contacts.get(contact_id) for contact_id in started.keys() - done):
        found = clock(book, contact, now) if contact else None
        if found and found.state in ("waiting", "overdue"):
            yield found


def _waiting(found: ReplyClock, book: Book, now: datetime) -> Waiting:
    attempt = found.started_by or found.first_attempt
    agreed = max(timedelta(), found.agreed or timedelta())
    due = _due(found, book, now)
    passed = found.waited(now) / agreed if agreed else 0.0
    return Waiting(
        contact=found.contact,
        clock=found,
        who=who(book, attempt.to_person_id, attempt.to),
        how=attempt_word(attempt),
        about=found.contact.about,
        left=_left(found, book, now),
        by=f"{due_word(found.contact, book)} {due}" if due else "",
        due=due,
        late=found.state == "overdue",
        used=min(1.0, passed),
        over=max(0.0, passed - 1),
    )


def _left(found: ReplyClock, book: Book, now: datetime) -> str:
    if found.due_at is None:
        started = book.local(found.started_at or found.first_attempt.at)
        today = book.day_of(now)
        since = f"{started:%H:%M}" if started.date() == today else day_words(started.date(), today)
        return _("waiting since {since}").format(since=since)
    return remaining(found.due_at, book, now)


def _due(found: ReplyClock, book: Book, now: datetime) -> str:
    if found.due_at is None:
        return ""
    due = book.local(found.due_at)
    today = book.day_of(now)
    if due.date() == today and due.hour >= EVENING:
        return _("by {due:%H:%M} tonight").format(due=due)
    day = day_words(due.date(), today)
    comma = "," if " " in day else ""
    return _("by {due:%H:%M}{comma} {day}").format(due=due, comma=comma, day=day)


def due_word(contact: Contact, book: Book) -> str:
    """Whose time a reply is due by: one that was agreed, or the usual one with a concern."""
    of_a_concern = (each.contact_id for each in book.letters.values() if each.kind == "concern")
    return _("usual") if contact.id in of_a_concern else _("agreed")
