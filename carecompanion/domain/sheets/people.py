"""The people a sheet offers: who is likely meant, each by a digit."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain

from carecompanion.domain.book import Book
from carecompanion.domain.records import Person
from carecompanion.domain.sheets.asks import Option

MOST = 8
LONGEST_NAME = 24
"""Cells for a name among others."""


def people_options(people: Iterable[Person]) -> list[Option]:
    """Each of the people by a digit, in this order."""
    return [Option(str(digit), person.id, person.name) for digit, person in enumerate(people, 1)]


def likely_people(book: Book, now: datetime, always: str | None = None) -> tuple[Person, ...]:
    """At most eight of the people: today's co-ordinator, then whoever was last dealt with, then the first written down.

    `always` is the id of one who is among them whatever happened.
    """
    last = _last_dealt_with(book, now)
    never = datetime.min.replace(tzinfo=now.tzinfo)
    recent = sorted(book.people.values(), key=lambda person: last.get(person.id, never), reverse=True)
    coordinator = book.coordinator_on(book.day_of(now))
    first = [person for person in (coordinator, book.people.get(always or "")) if person is not None]
    people = list(dict.fromkeys([*first, *recent]))[:MOST]
    return tuple(people)


def _last_dealt_with(book: Book, now: datetime) -> dict[str, datetime]:
    last: dict[str, datetime] = {}
    for person_id, at in _dealings(book):
        if person_id is not None and at <= now and (person_id not in last or at > last[person_id]):
            last[person_id] = at
    return last


def _dealings(book: Book) -> Iterator[tuple[str | None, datetime]]:
    return chain(
        ((attempt.to_person_id, attempt.at) for attempt in book.attempts.values()),
        ((reply.by_person_id, reply.at) for reply in book.replies.values()),
        ((visit.person_id, visit.planned_at) for visit in book.appointments.values()),
    )
