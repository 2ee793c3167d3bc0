"""The lines of somebody's own table as contacts or appointments, and what of them is new to a journal."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import cast
from uuid import UUID, uuid5

from carecompanion.domain.book import Book
from carecompanion.domain.records import Appointment, Attempt, Contact, Reply
from carecompanion.domain.replies import with_due
from carecompanion.domain.vocabulary import AppointmentKind, AppointmentStatus, AttemptOutcome, ReplyKind, Route
from carecompanion.language import _
from carecompanion.sharing.cells import Cells
from carecompanion.sharing.columns_of import Kind, columns_of
from carecompanion.sharing.reading import Found, Reading, Same, same_as, sift
from carecompanion.sharing.table import Table
from carecompanion.sharing.words_for import plain

SPACE = UUID("6f7a3d52-8f0e-5d0b-9f5c-3f1f6f2f0c11")
"""Where the ids of what comes out of files are drawn from, so that the same thing again has the same id."""
NOT_SAID = _("Not written down")
"""What a contact was about whose line does not say."""
SENT: frozenset[Route] = frozenset({"text", "email", "letter", "online"})
"""The ways of which it is clear how they ended."""


def read_lines(table: Table, book: Book, now: datetime, kind: Kind | None = None, said: Sequence[str] = ()) -> Reading:
    """What a table would add to a journal, read on the journal's own clock. Raises Refused."""
    columns = columns_of(table.head, kind, said)
    found: list[Found] = []
    problems: list[str] = []
    for line in table.lines:
        cells = Cells(line, columns, book, now)
        one = _contact(cells, book, now) if columns.kind == "contacts" else _appointment(cells, now)
        problems += cells.problems
        if one is not None and not cells.problems:
            found.append(one)
    new, known = sift(found, book)
    return Reading(columns.kind, columns.told(table.head), new, known, tuple(problems))


def id_of(what: str, *parts: object) -> str:
    """The id of one thing out of a file: a UUID version 5 (RFC 9562, section 5.5)."""
    return str(uuid5(SPACE, "\n".join([what, *(str(part) for part in parts)])))


def _appointment(cells: Cells, now: datetime) -> Found | None:
    when = cells.when("when", "time")
    if when and not when[1]:
        cells.problem(_("there is no time of day, and an appointment needs one."))
    person_id, named = cells.somebody("with")
    minutes = cells.minutes("minutes")
    status = cast(AppointmentStatus | None, cells.word("status")) or "planned"
    kind = cast(AppointmentKind | None, cells.word("kind"))
    if when is None or cells.problems:
        return None
    if status == "went_ahead" and when[0] > now:
        cells.problem(_("this went ahead, and yet it lies ahead."))
    note = "\n".join(part for part in (cells.text("about"), cells.text("note")) if part)
    visit = Appointment(
        id=id_of("appointment", when[0].astimezone(UTC).isoformat(), plain(cells.text("with"))),
        planned_at=when[0],
        status=status,
        person_id=person_id,
        with_=named,
        planned_minutes=minutes,
        place=cells.text("place") or None,
        kind=kind,
        note=note or None,
    )
    return Found(cells.place, (visit,), same_as(visit))


def _contact(cells: Cells, book: Book, now: datetime) -> Found | None:
    when = cells.when("when", "time")
    if when and when[0] > now and when[1]:
        cells.problem(_("this lies ahead, and a contact has happened."))
    attempt = _attempt(cells, min(when[0], now) if when and not when[1] else when[0]) if when else None
    if attempt is None:
        return None
    contact = Contact(id=attempt.contact_id, about=cells.text("about") or NOT_SAID)
    reply = _reply(cells, attempt, book, now)
    contact = with_due(book, contact, (attempt,))
    return Found(cells.place, (contact, attempt, *((reply,) if reply else ())), same_as(attempt))


def _attempt(cells: Cells, at: datetime) -> Attempt | None:
    route = cast(Route | None, cells.word("how"))
    outcome = cast(AttemptOutcome | None, cells.word("outcome"))
    if not cells.text("how"):
        cells.problem(_("it does not say how you got in touch. For all lines alike: --map how=phone, or another way."))
    elif route and not cells.text("outcome"):
        outcome = "sent" if route in SENT else "spoke" if route == "in_person" else None
        if outcome is None:
            cells.problem(
                _("it does not say how the call ended. For all lines alike: --map outcome=spoke, or another.")
            )
    if route is None or outcome is None:
        return None
    person_id, named = cells.somebody("with")
    parts: Same = (at.astimezone(UTC).isoformat(), plain(cells.text("with")), route)
    return Attempt(
        id=id_of("attempt", *parts),
        contact_id=id_of("contact", *parts),
        at=at,
        route=route,
        outcome=outcome,
        to_person_id=person_id,
        to=named,
        note=cells.text("note") or None,
    )


def _reply(cells: Cells, attempt: Attempt, book: Book, now: datetime) -> Reply | None:
    """What came back, if the line says when; without its time of day never before the contact, nor ahead."""
    if not cells.text("replied"):
        return None
    when = cells.when("replied", "replied-time")
    kind = cast(ReplyKind | None, cells.word("replied-how")) or "message"
    if when is None:
        return None
    at, timed = when
    if not timed:
        same_day = book.day_of(at) == book.day_of(attempt.at)
        at = min(now, max(at, attempt.at)) if same_day else min(at, now)
    if at < attempt.at:
        cells.problem(_("the reply is from before you got in touch."))
    elif at > now:
        cells.problem(_("the reply lies ahead, and has not come yet."))
    said = cells.text("replied-by")
    by_person_id, by = cells.somebody("replied-by") if said else (attempt.to_person_id, attempt.to)
    return Reply(
        id=id_of("reply", attempt.id), contact_id=attempt.contact_id, at=at, kind=kind, by_person_id=by_person_id, by=by
    )
