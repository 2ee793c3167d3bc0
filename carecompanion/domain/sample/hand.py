"""The hand that writes the invented journal: the same words, times and ids again for the same instant."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from random import Random
from typing import Any, TypeVar

from carecompanion.domain.book import LIST_NAMES, Book
from carecompanion.domain.records import LISTS, Attempt, Contact, Record
from carecompanion.domain.replies import with_due
from carecompanion.domain.settings import Settings

R = TypeVar("R", bound=Record)
T = TypeVar("T")

SEED = 1959


class Hand:
    """Writes records down, one after the other, in their lists; nothing is written later than `now`."""

    def __init__(self, now: datetime) -> None:
        self.now = now.astimezone(UTC)
        self.settings = Settings()
        self.zone = self.settings.zone
        self.today = now.astimezone(self.zone).date()
        self._random = Random(SEED)  # noqa: S311  # invented words, no secrets
        self._lists: dict[str, dict[str, Any]] = {name: {} for name in LISTS}
        self._agreed = Book()

    def at(self, day: date, wall: str) -> datetime:
        """The instant at which the person's clock shows this time on this day."""
        return datetime.combine(day, _wall(wall), self.zone).astimezone(UTC)

    def write(self, kind: type[R], at: datetime, /, **fields: Any) -> R:  # noqa: ANN401  # the record checks its own
        """One record, written down some minutes after `at`."""
        written_at = min(at + timedelta(minutes=self._random.randrange(3, 90)), self.now)
        record = kind(id=self._id(written_at), written_at=written_at, **fields)
        self._lists[LIST_NAMES[kind]][record.id] = record
        return record

    def change(self, record: Record) -> None:
        """Another form of a record that was written before."""
        self._lists[LIST_NAMES[type(record)]][record.id] = record

    def settle(self) -> None:
        """What is written of people and agreements so far is what due times are worked out by from here on."""
        self._agreed = self.book()

    def contact(self, contact: Contact, attempts: Sequence[Attempt]) -> None:
        """Work out when a reply to these attempts is due."""
        self._lists["contacts"][contact.id] = with_due(self._agreed, contact, attempts)

    def by_today(self, day: date) -> date:
        """That day, or today when it is still ahead."""
        return min(day, self.today)

    def some(self, choices: Sequence[T]) -> T:
        """One of these."""
        return choices[int(self._random.random() * len(choices))]

    def book(self) -> Book:
        """Everything written so far."""
        return Book(settings=self.settings, **self._lists)  # type: ignore[arg-type]  # names are LISTS'

    def _id(self, at: datetime) -> str:
        """A UUID of version 7 (RFC 9562, section 5.7) out of the instant and the seeded hand."""
        high = int(at.timestamp() * 1000) << 16 | 0x7000 | self._random.getrandbits(12)
        low = 0x8 << 60 | self._random.getrandbits(62)
        digits = f"{high:016x}{low:016x}"
        return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def weekday(today: date, count: int) -> date:
    """The n-th day from Monday to Friday before (below 0) or after a day; 0 is the day itself."""
    day = today
    for _ in range(abs(count)):
        day += timedelta(days=1 if count > 0 else -1)
        while day.weekday() > 4:
            day += timedelta(days=1 if count > 0 else -1)
    return day


def visiting_day(day: date, step: int = 1) -> date:
    """The first day on which a service surely works, from a day on, or back from it with a `step` of -1.

    Bank holidays of England and Wales fall on Mondays, around Christmas, and on the Friday before Easter, so none of
    those days is taken; nor are the few other days that were proclaimed.
    """
    while not _surely_worked(day):
        day += timedelta(days=step)
    return day


PROCLAIMED = {date(2020, 5, 8), date(2022, 6, 2), date(2022, 6, 3)}


def at_christmas(day: date) -> bool:
    """From Christmas Eve until the new year has begun."""
    return not (1, 3) < (day.month, day.day) < (12, 24)


def _surely_worked(day: date) -> bool:
    if day.weekday() in (0, 5, 6) or day in PROCLAIMED:
        return False
    if at_christmas(day):
        return False
    return not (day.weekday() == 4 and (3, 20) <= (day.month, day.day) <= (4, 23))


@cache
def _wall(text: str) -> time:
    return time.fromisoformat(text)
