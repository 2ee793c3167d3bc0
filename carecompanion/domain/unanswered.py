"""Contacts to which a reply may still come, and what a reply means for its contact."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from carecompanion.domain.book import Book
from carecompanion.domain.kinds import attempt_word
from carecompanion.domain.names import called, who
from carecompanion.domain.records import Attempt, Contact, Reply
from carecompanion.domain.remaining import length
from carecompanion.domain.replies import ReplyClock, clock
from carecompanion.domain.waiting import addressed, waiting
from carecompanion.language import _

IN_VAIN_FOR = timedelta(days=14)
"""How long after a last try that reached nobody a reply is still thought of."""


@dataclass(frozen=True, slots=True, repr=False)
class Unanswered:
    """A contact that nothing has come back to; `title` is how and to whom: "Voicemail to the duty desk"."""

    clock: ReplyClock
    title: str

    @property
    def contact(self) -> Contact:
        """The contact."""
        return self.clock.contact

    @property
    def attempt(self) -> Attempt:
        """The attempt that speaks for the contact: the one that started its clock, or else the first."""
        return self.clock.started_by or self.clock.first_attempt


def unanswered(book: Book, now: datetime) -> tuple[Unanswered, ...]:
    """Those that wait, as Today has them, then those of the last 14 days that have reached nobody, the latest first."""
    clocks = [*(row.clock for row in waiting(book, now)), *_in_vain(book, now)]
    return tuple(_described(found, book) for found in clocks)


def described(book: Book, contact_id: str, now: datetime) -> Unanswered | None:
    """One contact in the same words, whether or not something has come back; None when nothing of it has happened."""
    contact = book.contacts.get(contact_id)
    found = clock(book, contact, now) if contact else None
    return _described(found, book) if found else None


def reply_meaning(book: Book, reply: Reply, now: datetime) -> str:
    """What a reply that is in the book means: "Dana replied in 2 h 10 min, in the agreed time." """
    contact = book.contacts.get(reply.contact_id)
    found = clock(book, contact, now) if contact else None
    name = called(book, reply.by_person_id, reply.by)
    if reply.kind == "automatic":
        return _("An automatic reply does not stop the clock.")
    if found is None or found.started_at is None or reply.at < found.started_at:
        return _("{name} replied. The reply clock had not started, so this is neither in time nor late.").format(
            name=name
        )
    if found.answer is None or found.answer.id != reply.id:
        return _("{name} replied. This was already settled, so it changes nothing.").format(name=name)
    what = _("{name} {replied} in {length}").format(
        name=name,
        replied=_("rang back") if reply.kind == "missed_call" else _("replied"),
        length=length(found.started_at, reply.at),
    )
    if found.state == "answered_late" and found.due_at:
        return _("{what}. That is {length} late.").format(what=what, length=length(found.due_at, reply.at))
    return _("{what}, in the agreed time.").format(what=what) if found.state == "answered_in_time" else f"{what}."


def _described(found: ReplyClock, book: Book) -> Unanswered:
    attempt = found.started_by or found.first_attempt
    return Unanswered(found, addressed(attempt_word(attempt), who(book, attempt.to_person_id, attempt.to)))


def _in_vain(book: Book, now: datetime) -> list[ReplyClock]:
    return sorted(_unstarted(book, now), key=lambda found: found.first_attempt.at, reverse=True)


def _unstarted(book: Book, now: datetime) -> Iterator[ReplyClock]:
    since = now - IN_VAIN_FOR
    tried = dict.fromkeys(one.contact_id for one in book.attempts.values() if since <= one.at <= now)
    for contact in (book.contacts.get(contact_id) for contact_id in tried):
        found = clock(book, contact, now) if contact else None
        if found is None or found.state != "not_started":
            continue
        if not any(reply.kind != "automatic" and reply.at <= now for reply in book.replies_to(found.contact.id)):
            yield found
