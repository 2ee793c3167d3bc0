"""The people a sheet offers: who is likely meant, each by a digit."""

from collections.abc import Iterable
from datetime import datetime
from operator import attrgetter

from carecompanion.domain.book import Book
from carecompanion.domain.records import Appointment, Attempt, Person, Record, Reply
from carecompanion.domain.sheets.asks import Option

MOST = 8
LONGEST_NAME = 24
"""Cells for a name among others."""

DEALINGS: tuple[tuple[type[Record], str, str], ...] = (
    (Attempt, "to_person_id", "at"),
    (Reply, "by_person_id", "at"),
    (Appointment, "person_id", "planned_at"),
)
"""The kinds of records that show who was dealt with, each with the fields that say whom and when."""


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
    for kind, whom, when in DEALINGS:
        found = book.in_time(kind, None, now + datetime.resolution)
        # earliest first, so that the last of each stays
        for person_id, at in dict(zip(map(attrgetter(whom), found), map(attrgetter(when), found), strict=True)).items():
            if person_id is not None:
                last[person_id] = max(at, last.get(person_id, at))
    return last
