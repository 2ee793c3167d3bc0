"""Sending a letter, and writing down what came of it: which records that makes, kept together as one act."""

from dataclasses import replace
from datetime import UTC, datetime, time

from carecompanion.domain.book import Book
from carecompanion.domain.concern_routes import NATION_OF, ConcernRoute
from carecompanion.domain.identity import new_id
from carecompanion.domain.letter_words import about, to_whom
from carecompanion.domain.names import who
from carecompanion.domain.records import Attempt, Contact, Letter, LetterStep, Record, Reply
from carecompanion.domain.replies import clock, due_at
from carecompanion.domain.vocabulary import ReplyKind, Route
from carecompanion.domain.workdays import Calendar, at_wall
from carecompanion.language import _

ANSWERING = frozenset({"acknowledged", "met", "answered"})
"""The steps that are a reply to the letter."""
ENDING = {"settled": _("It was settled."), "withdrawn": _("You withdrew it.")}
"""The steps after which no reply is waited for any more, and why."""


def closing_after(book: Book, route: ConcernRoute, sent_at: datetime, days: int) -> datetime | None:
    """Closing time of so many working days after a concern was sent; None beyond the calendar's end."""
    calendar = replace(Calendar.usual(book.settings), nation=NATION_OF[route.written_in])
    try:
        return calendar.after_days(sent_at, days)
    except OverflowError:
        return None


def letter_due_at(book: Book, letter: Letter, sent_at: datetime, route: ConcernRoute | None) -> datetime | None:
    """By when an answer is due: to a concern by its route, to any other letter by the agreed reply time, if any."""
    if letter.kind != "concern":
        return due_at(book, sent_at)
    return closing_after(book, route, sent_at, route.acknowledged_days) if route else None


def sent(
    letter: Letter, how: Route, at: datetime, route: ConcernRoute | None, book: Book, now: datetime
) -> tuple[Record, ...]:
    """What to keep once a letter was sent: itself, and the contact that waits for its answer; or those as they change.

    A thank-you letter waits for nothing.
    """
    written_in = route.written_in if route else letter.written_in
    gone = replace(letter, sent_at=at, route=how, written_in=written_in)
    contact = book.contacts.get(letter.contact_id or "")
    due = letter_due_at(book, letter, at, route)
    if contact is not None:
        first = book.attempts_of(contact.id)[0]
        return gone, replace(contact, due_at=due), replace(first, at=at, route=how)
    if letter.kind == "thanks" or letter.sent_at is not None:
        return (gone,)
    shared = {"written_at": now, "written_by": letter.written_by, "keep_out": letter.keep_out}
    contact = Contact(id=new_id(now), about=about(letter.kind, book.settings), due_at=due, **shared)  # type: ignore[arg-type]  # they are Record's
    person_id, to = addressee(letter, book)
    attempt = Attempt(
        **{"id": new_id(now), "contact_id": contact.id, "at": at, "route": how, "outcome": "sent", **shared},  # type: ignore[arg-type]  # they are Attempt's
        to_person_id=person_id,
        to=to,
    )
    return replace(gone, contact_id=contact.id), contact, attempt


def sent_at(letter: Letter, book: Book) -> datetime | None:
    """When a letter was sent: as its contact has it, where that was put right later; None while it was not."""
    first = next(iter(book.attempts_of(letter.contact_id or "")), None)
    return first.at if first is not None and letter.sent_at is not None else letter.sent_at


def addressee(letter: Letter, book: Book) -> tuple[str | None, str | None]:
    """Whom a letter is to: one of the people where its first line names them, or else that line."""
    line = to_whom(letter)
    for person in book.people.values():
        if line and line.casefold() in (person.name.strip().casefold(), who(book, person.id).casefold()):
            return person.id, None
    return None, line or None


def stepped(step: LetterStep, book: Book, now: datetime) -> tuple[Record, ...]:
    """What to keep with a new step: where its letter still waits, the reply that it is too, or the end of waiting."""
    letter = book.letters[step.letter_id]
    contact = book.contacts.get(letter.contact_id or "")
    if contact is None or not waits(letter, book, now):
        return (step,)
    first = book.attempts_of(contact.id)[0]
    at = _moment(step, first, book, now)
    if step.kind in ENDING:
        return step, replace(contact, closed_at=at, closed_why=ENDING[step.kind])
    if step.kind not in ANSWERING:
        return (step,)
    reply = Reply(
        id=new_id(now),
        written_at=step.written_at,
        written_by=step.written_by,
        keep_out=contact.keep_out,
        contact_id=contact.id,
        at=at,
        kind=_came(step, letter),
        by_person_id=first.to_person_id,
        by=first.to,
    )
    return step, reply


def restepped(step: LetterStep, was: LetterStep, book: Book, now: datetime) -> tuple[Record, ...]:
    """What to keep with a step that is changed: the reply that was written down with it moves along to its new day."""
    letter = book.letters[step.letter_id]
    if step.happened_on == was.happened_on or was.written_at is None:
        return (step,)
    together = [each for each in book.replies_to(letter.contact_id or "") if each.written_at == was.written_at]
    first = next(iter(book.attempts_of(letter.contact_id or "")), None)
    return (step, *(replace(each, at=_moment(step, first, book, now)) for each in together if first is not None))


def waits(letter: Letter, book: Book, now: datetime) -> bool:
    """Whether an answer to a letter is still waited for."""
    contact = book.contacts.get(letter.contact_id or "")
    found = clock(book, contact, now) if contact else None
    return found is not None and found.state in ("waiting", "overdue")


def _moment(step: LetterStep, first: Attempt, book: Book, now: datetime) -> datetime:
    """The noon of a step's day; not before the letter was sent, nor ahead."""
    noon = max(at_wall(step.happened_on, time(12), book.zone), first.at.astimezone(UTC))
    return min(noon, max(now.astimezone(UTC), first.at.astimezone(UTC)))


def _came(step: LetterStep, letter: Letter) -> ReplyKind:
    if step.kind == "met":
        return "visit"
    return "letter" if letter.route == "letter" else "message"
