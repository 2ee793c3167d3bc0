"""What the tests of the domain start from: a few people, and short ways to write records and books."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from itertools import count
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from carecompanion.domain.book import Book
from carecompanion.domain.evidence import Measurement
from carecompanion.domain.measures import MEASURES, measurement
from carecompanion.domain.periods import Period
from carecompanion.domain.records import (
    Agreement,
    Appointment,
    Attempt,
    Contact,
    Coordination,
    Person,
    Record,
    Reply,
)
from carecompanion.domain.replies import ReplyClock, clock, with_due
from carecompanion.domain.settings import Settings
from carecompanion.domain.vocabulary import AppointmentStatus, AttemptOutcome, ReplyKind
from carecompanion.domain.window import Window

R = TypeVar("R", bound=Record)

LONDON = ZoneInfo("Europe/London")
NUMBERS = count(1)


def at(text: str) -> datetime:
    """The instant of a wall time in London, "2026-03-09 09:12"; the first when it occurs twice."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON).astimezone(UTC)


def utc(text: str) -> datetime:
    """The instant of a time in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def day(text: str) -> date:
    """The day, "2026-03-09"."""
    return date.fromisoformat(text)


def new(kind: type[R], /, **fields: Any) -> R:
    """A record with an id of its own."""
    return kind(**{"id": f"{next(NUMBERS):08d}"} | fields)


DANA = Person(id="dana", name="Dana Whitfield", role="CPN")
ADE = Person(id="ade", name="Ade Bello", role="social worker")
OKAFOR = Person(id="okafor", name="Dr Okafor", role="psychiatrist")
DANA_FROM_2025 = Coordination(id="dana-from-2025", person_id="dana", began_on=date(2025, 1, 1))
TEAM: tuple[Record, ...] = (DANA, ADE, OKAFOR, DANA_FROM_2025)
"""Dana Whitfield has been co-ordinator since 1 January 2025."""

DANA_THEN_ADE: tuple[Record, ...] = (
    DANA,
    ADE,
    OKAFOR,
    new(Coordination, person_id="dana", began_on=date(2025, 1, 1), ended_on=date(2026, 3, 2)),
    new(Coordination, person_id="ade", began_on=date(2026, 3, 10)),
)
"""Dana was co-ordinator up to 1 March 2026, nobody from 2 to 9 March, Ade from 10 March."""


def book(*records: Record, team: Iterable[Record] = TEAM, **settings: Any) -> Book:
    """A book of the team and these records."""
    return Book(settings=Settings(**settings)).keeping(*team, *records)


def visit(
    planned_at: str, status: AppointmentStatus = "went_ahead", person_id: str | None = "dana", **f: Any
) -> Appointment:
    """An appointment at a London wall time."""
    return new(Appointment, planned_at=at(planned_at), status=status, person_id=person_id, **f)


def agreed(starts_on: str = "2025-01-01", **fields: Any) -> Agreement:
    """An agreement from a day on."""
    return new(Agreement, starts_on=day(starts_on), **fields)


def tried(contact: Contact, instant: str, outcome: AttemptOutcome = "sent") -> Attempt:
    """An attempt at a London wall time."""
    return new(Attempt, contact_id=contact.id, at=at(instant), route="phone", outcome=outcome)


def replied(contact: Contact, instant: str, kind: ReplyKind = "message", **fields: Any) -> Reply:
    """A reply at a London wall time."""
    return new(Reply, contact_id=contact.id, at=at(instant), kind=kind, **fields)


def with_due_times(book: Book) -> Book:
    """The book with the due time of each contact worked out, as when it is written down."""
    return book.keeping(*(with_due(book, contact, book.attempts_of(contact.id)) for contact in book.contacts.values()))


def clock_of(book: Book, contact: Contact, now: str) -> ReplyClock:
    """The clock of a contact that has been tried by now, with its due time worked out."""
    found = clock(book, with_due(book, contact, book.attempts_of(contact.id)), at(now))
    assert found is not None
    return found


def measured(
    book: Book,
    name: str,
    now: str = "2026-03-31 12:00",
    first: str = "2026-03-01",
    last: str = "2026-03-31",
    coordinator_id: str | None = None,
) -> Measurement:
    """One measure over a period, by default March 2026 as seen at its end."""
    measure = next(measure for measure in MEASURES if measure.id == name)
    return measurement(measure, Window(book, Period(day(first), day(last)), at(now), coordinator_id))


def verdicts(found: Measurement) -> list[str]:
    """What each entry counted as, in order."""
    return [counted.verdict for counted in found.counted]


def reasons(found: Measurement) -> list[str]:
    """Why each entry was left out, in order."""
    return [excluded.why for excluded in found.excluded]


def outcome(found: Measurement) -> str | None:
    """What the one entry came to: its verdict, or why it was left out; None when the measure does not look at it."""
    one = [*verdicts(found), *reasons(found)]
    assert len(one) < 2
    return one[0] if one else None
