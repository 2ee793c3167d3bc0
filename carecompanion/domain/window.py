"""Window: the entries of a book that belong to one period, as they stood at one instant."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from operator import attrgetter
from typing import TypeVar

from carecompanion.domain.book import Book
from carecompanion.domain.periods import Period
from carecompanion.domain.records import (
    Absence,
    Agreement,
    Appointment,
    Attempt,
    Change,
    LeftOut,
    Point,
    Promise,
    Record,
    Update,
)
from carecompanion.domain.replies import ReplyClock, clock
from carecompanion.domain.workdays import Calendar

E = TypeVar("E")
R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Window:
    """A period of a book as seen at `now`; with `coordinator_id`, only the days on which that person held the role.

    Each list is in order of time, then of id, so that the order in which things were written down changes nothing.
    """

    book: Book
    period: Period
    now: datetime
    coordinator_id: str | None = None

    @cached_property
    def today(self) -> date:
        """The local day of `now`."""
        return self.book.day_of(self.now)

    @cached_property
    def usual_calendar(self) -> Calendar:
        """Monday to Friday, less bank holidays and closed days."""
        return Calendar.usual(self.book.settings)

    @cached_property
    def visits(self) -> list[tuple[Appointment, date]]:
        """Appointments planned for the period and not after now, with anyone."""
        return self._timed(Appointment, attrgetter("planned_at"))

    @cached_property
    def own_visits(self) -> list[tuple[Appointment, date]]:
        """Those of `visits` with the co-ordinator of their date."""
        return [(visit, day) for visit, day in self.visits if self.is_own(visit, day)]

    @cached_property
    def points(self) -> list[tuple[Point, date]]:
        """Points raised in the period, up to now."""
        return self._timed(Point, attrgetter("raised_at"))

    @cached_property
    def promises(self) -> list[tuple[Promise, date]]:
        """Promises made by today that fall in the period: when due, or when made if undated."""
        made = (promise for promise in self.book.promises.values() if promise.made_on <= self.today)
        return self._dated(made, lambda promise: promise.due_on or promise.made_on)

    @cached_property
    def changes(self) -> list[tuple[Change, date]]:
        """Changes that took effect in the period, by today."""
        return self._dated(self._by_today(Change), attrgetter("effective_on"))

    @cached_property
    def updates(self) -> list[tuple[Update, date]]:
        """Updates told in the period, by today."""
        return self._dated(self._by_today(Update), attrgetter("told_on"))

    @cached_property
    def absences(self) -> list[tuple[Absence, date]]:
        """Absences that began in the period, by today."""
        return self._dated(self._by_today(Absence), attrgetter("from_on"))

    @cached_property
    def clocks(self) -> list[tuple[ReplyClock, date]]:
        """The clocks of the period's contacts: of those that started in it, or were first tried in it and never did."""
        began, ended = self._bounds
        tried = {attempt.contact_id for attempt in self.book.in_time(Attempt, began, ended)}
        contacts = (contact for contact in map(self.book.contacts.get, tried) if contact is not None)
        clocks = (found for contact in contacts if (found := clock(self.book, contact, self.now)))
        placed = [(found.started_at or found.first_attempt.at, found.contact.id, found) for found in clocks]
        return self._on_role_days(
            (found, self.book.day_of(at)) for at, _, found in sorted(placed) if began <= at < ended
        )

    @cached_property
    def agreement(self) -> tuple[Agreement, date] | None:
        """The agreement in force on the period's last day, or today if earlier, with that day."""
        day = min(self.period.last, self.today)
        agreement = self.book.agreement_on(day)
        return (agreement, day) if agreement and self.is_role_held(day) else None

    @cached_property
    def kept_visits(self) -> list[tuple[Appointment, date]]:
        """Every appointment that went ahead by now with the co-ordinator of its date, in the period or not."""
        kept = (
            visit
            for visit in self.book.appointments.values()
            if visit.status == "went_ahead" and visit.person_id is not None and visit.planned_at <= self.now
        )
        days = ((visit, self.book.day_of(visit.planned_at)) for visit in kept)
        own = [(visit, day) for visit, day in days if self.is_own(visit, day)]
        return sorted(own, key=lambda entry: (entry[0].planned_at, entry[0].id))

    def left_out_of(self, trait: str) -> dict[str, LeftOut]:
        """What the person has left out of a trait, by the id of each entry that goes with it."""
        if trait not in self._left_out:
            self._left_out[trait] = self.book.left_out_of(trait, self.now)
        return self._left_out[trait]

    def is_own(self, visit: Appointment, day: date) -> bool:
        """Whether an appointment of that day was with the co-ordinator of that day."""
        return visit.person_id is not None and visit.person_id == self.coordinator_on(day)

    def coordinator_on(self, day: date) -> str | None:
        """The id of whoever was co-ordinator on a day."""
        if day not in self._coordinators:
            self._coordinators[day] = self.book.coordinator_id_on(day)
        return self._coordinators[day]

    def is_role_held(self, day: date) -> bool:
        """Whether the chosen co-ordinator held the role on a day; always so when none is chosen."""
        return self.coordinator_id is None or self.coordinator_id == self.coordinator_on(day)

    @cached_property
    def _left_out(self) -> dict[str, dict[str, LeftOut]]:
        return {}

    @cached_property
    def _coordinators(self) -> dict[date, str | None]:
        return {}

    @cached_property
    def _bounds(self) -> tuple[datetime, datetime]:
        """The instants at which the period begins, and at which it has ended."""
        return self.period.bounds(self.book.zone)

    def _timed(self, kind: type[R], when: Callable[[R], datetime]) -> list[tuple[R, date]]:
        """Those records that belong to the period by an instant, which is not after now, with their local days."""
        began, ended = self._bounds
        found = self.book.in_time(kind, began, min(ended, self.now + datetime.resolution))
        return self._on_role_days(zip(found, map(self.book.day_of, map(when, found)), strict=True))

    def _by_today(self, kind: type[R]) -> Sequence[R]:
        """Those records of the period whose day is no later than today."""
        return self.book.in_time(kind, self.period.first, min(self.period.last, self.today) + date.resolution)

    def _dated(self, records: Iterable[R], when: Callable[[R], date]) -> list[tuple[R, date]]:
        """Those records that belong to the period by a day, with that day."""
        placed = [(day, record.id, record) for record in records if (day := when(record)) in self.period]
        return self._on_role_days((record, day) for day, _, record in sorted(placed))

    def _on_role_days(self, placed: Iterable[tuple[E, date]]) -> list[tuple[E, date]]:
        """Those of the entries on whose day the chosen co-ordinator held the role; all when none is chosen."""
        if self.coordinator_id is None:
            return list(placed)
        return [(entry, day) for entry, day in placed if self.is_role_held(day)]
