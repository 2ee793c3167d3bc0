"""A book with an entry behind every figure of every trait, counted and left out for every reason."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from carecompanion.domain.book import Book
from carecompanion.domain.records import (
    Absence,
    Appointment,
    Attempt,
    Change,
    Contact,
    LeftOut,
    OwnAnswer,
    OwnTrait,
    Point,
    Promise,
    Recipient,
    Record,
    Reply,
    Update,
)
from carecompanion.domain.replies import with_due
from carecompanion.domain.vocabulary import AppointmentStatus
from tests.tui.care_team import ADE, DANA, OKAFOR, TEAM, numbered
from tests.tui.driving import LONDON, NOW

NUMBERS = count(1000)


def new_id() -> str:
    """The next id."""
    return numbered(next(NUMBERS))


def at(day: str, hour: int = 10) -> datetime:
    """An hour of a day, "2026-03-09", in London."""
    return datetime.fromisoformat(day).replace(hour=hour, tzinfo=LONDON)


CLEAR = OwnTrait(id=new_id(), name="Clear", question="Was it [clear] to you?", began_on=date(2026, 1, 1))
SAID_YES = OwnAnswer(trait_id=CLEAR.id, answer="yes")
ANSWERS: dict[str, Any] = {
    "knew_latest": "yes",
    "listened": "partly",
    "comfortable": "no",
    "kind_to_me": "yes",
    "put_right": "partly",
    "next_known": "yes",
    "minutes_late": 0,
    "planned_minutes": 60,
    "minutes_given": 60,
    "own": (SAID_YES,),
}


def visit(day: str, person_id: str = DANA.id, status: AppointmentStatus = "went_ahead", **fields: Any) -> Appointment:
    """A visit, which went ahead unless it is said how it did not."""
    return Appointment(id=new_id(), planned_at=at(day), person_id=person_id, status=status, **fields)


LAST_VISIT = visit("2026-02-16", **ANSWERS)
"""Longer ago than was agreed: a gap that is still open."""

VISITS = (
    visit("2025-12-20", **ANSWERS),
    visit("2026-01-05"),
    visit("2026-01-12", minutes_late=20, planned_minutes=60, minutes_given=30),
    visit("2026-01-26", **ANSWERS | {"listened": "no"}),
    LAST_VISIT,
    visit("2026-02-20", OKAFOR.id, knew_latest="no"),
    visit("2026-01-14", status="cancelled_by_service", told_at=at("2026-01-12")),
    visit("2026-01-15", status="moved_by_service"),
    visit("2026-02-17", status="they_did_not_come", put_right="no"),
    visit("2026-02-18", status="cancelled_by_me"),
    visit("2026-02-19", status="moved_by_me"),
    visit("2026-02-23", status="i_could_not_go"),
    visit("2026-02-24", status="planned"),
)


THREADS: list[Record] = []
"""The contacts with their attempts and replies."""


def contact(about: str, day: str, outcome: Any = "sent", closed: str | None = None) -> Contact:
    """A contact of a day, with one attempt."""
    made = Contact(id=new_id(), about=about, closed_at=at(closed) if closed else None)
    first = Attempt(id=new_id(), contact_id=made.id, at=at(day), route="text", outcome=outcome, to_person_id=DANA.id)
    THREADS.extend((made, first))
    return made


def reply(made: Contact, instant: datetime, settled: Any = None, kind: Any = "message") -> Reply:
    """A reply by the co-ordinator."""
    answer = Reply(id=new_id(), contact_id=made.id, at=instant, kind=kind, by_person_id=DANA.id, settled=settled)
    THREADS.append(answer)
    return answer


IN_TIME = contact("in time", "2026-02-02")
FIRST_REPLY = reply(IN_TIME, at("2026-02-02", 12), "yes")
LATE = contact("late", "2026-02-03")
reply(LATE, at("2026-02-06"), "no")
OVERDUE = contact("never answered", "2026-02-09")
WAITING = contact("still waiting", "2026-03-12")
CLOSED = contact("closed before it was due", "2026-02-11", closed="2026-02-11")
STOPPED = contact("closed after it was due", "2026-02-12", closed="2026-02-15")
NEVER_STARTED = contact("no answer", "2026-02-13", outcome="no_answer")
REFERRED = contact("sent elsewhere", "2026-02-14", outcome="referred")
SPOKE = contact("spoke at once", "2026-02-16", outcome="spoke")
reply(SPOKE, at("2026-02-17"), kind="automatic")
UNAGREED = contact("nothing was agreed then", "2025-01-20")
reply(UNAGREED, at("2025-01-21"))
MISTAKE = contact("my own mistake", "2026-02-18")

AWAY = Absence(
    id=new_id(),
    person_id=DANA.id,
    from_on=date(2026, 2, 1),
    to_on=date(2026, 2, 5),
    told_before="yes",
    cover_named="no",
)
NEWS = Update(
    id=new_id(),
    told_on=date(2026, 2, 2),
    what="A new tablet",
    recipients=(
        Recipient(person_id=ADE.id, knew="yes"),
        Recipient(person_id=DANA.id, knew="no"),
        Recipient(person_id=OKAFOR.id),
    ),
)
KEPT = Promise(
    id=new_id(), text="to ring the council", made_on=date(2026, 1, 20), due_on=date(2026, 2, 1), outcome="kept"
)
ANSWERED = Point(id=new_id(), text="a quieter room", raised_at=at("2026-01-26"), outcome="answered")


def others() -> Iterator[Record]:
    """What is neither a visit nor of a contact."""
    yield from (CLEAR, AWAY, NEWS, KEPT, ANSWERED)
    yield Absence(id=new_id(), person_id=DANA.id, from_on=date(2026, 2, 10), told_before="partly")
    yield Point(id=new_id(), text="a lift", raised_at=at("2026-01-27"), outcome="not_yet")
    yield Point(id=new_id(), text="a form", raised_at=at("2026-03-01"), outcome="not_yet")
    yield Point(id=new_id(), text="a walk", raised_at=at("2026-03-02"))
    made: dict[str, Any] = {"made_on": date(2026, 2, 20), "by_person_id": DANA.id}
    yield Promise(id=new_id(), text="late", due_on=date(2026, 2, 25), outcome="late", **made)
    yield Promise(id=new_id(), text="open", due_on=date(2026, 2, 26), **made)
    yield Promise(id=new_id(), text="undated", **made)
    yield Promise(id=new_id(), text="ahead", due_on=NOW.date(), **made)
    moved: dict[str, Any] = {"what": "Visits move", "effective_on": date(2026, 2, 4)}
    yield Change(id=new_id(), told_on=date(2026, 1, 1), reason_given="yes", my_say="no", **moved)
    yield Change(id=new_id(), told_on=date(2026, 2, 4), **moved)
    yield Change(id=new_id(), **moved)
    yield LeftOut(
        id=new_id(),
        entry_id=MISTAKE.id,
        trait="accessible",
        reason="the wrong number",
        left_out_at=NOW - timedelta(days=1),
    )


def every_entry() -> Book:
    """All of it, with the due time of each contact worked out."""
    kept = TEAM.keeping(*VISITS, *THREADS, *others())
    return kept.keeping(*(with_due(kept, each, kept.attempts_of(each.id)) for each in kept.contacts.values()))


BOOK = every_entry()
