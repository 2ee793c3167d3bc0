"""Book: every record of a journal, and the look-ups between them."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import TypeVar, cast
from zoneinfo import ZoneInfo

from carecompanion.domain.records import (
    LISTS,
    Absence,
    Agreement,
    Appointment,
    Attempt,
    Change,
    Contact,
    Coordination,
    LeftOut,
    Note,
    OwnTrait,
    Person,
    Point,
    Promise,
    Record,
    Reply,
    Update,
)
from carecompanion.domain.settings import Settings

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, repr=False)
class Book:
    """Every record by its id, list by list. A book never changes: `keeping` and `without` answer with a new one.

    `people` to `left_out` carry the names of the JSON journal's lists.
    """

    settings: Settings = field(default_factory=Settings)
    people: Mapping[str, Person] = field(default_factory=dict)
    coordinations: Mapping[str, Coordination] = field(default_factory=dict)
    agreements: Mapping[str, Agreement] = field(default_factory=dict)
    own_traits: Mapping[str, OwnTrait] = field(default_factory=dict)
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    attempts: Mapping[str, Attempt] = field(default_factory=dict)
    replies: Mapping[str, Reply] = field(default_factory=dict)
    appointments: Mapping[str, Appointment] = field(default_factory=dict)
    points: Mapping[str, Point] = field(default_factory=dict)
    promises: Mapping[str, Promise] = field(default_factory=dict)
    changes: Mapping[str, Change] = field(default_factory=dict)
    updates: Mapping[str, Update] = field(default_factory=dict)
    absences: Mapping[str, Absence] = field(default_factory=dict)
    notes: Mapping[str, Note] = field(default_factory=dict)
    left_out: Mapping[str, LeftOut] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"<Book of {sum(1 for _ in self.everything())} records>"

    def keeping(self, *records: Record) -> "Book":
        """This book with these records put in, each in place of an earlier one with its id."""
        changed: dict[str, dict[str, Record]] = {}
        for record in records:
            name = LIST_NAMES[type(record)]
            if name not in changed:
                changed[name] = dict(self.list(name))
            changed[name][record.id] = record
        return replace(self, **cast(dict[str, Mapping[str, Record]], changed))  # type: ignore[arg-type]  # names are LISTS'

    def without(self, *records: Record) -> "Book":
        """This book without these records; one that is not in it changes nothing."""
        changed: dict[str, dict[str, Record]] = {}
        for record in records:
            name = LIST_NAMES[type(record)]
            if name not in changed:
                changed[name] = dict(self.list(name))
            changed[name].pop(record.id, None)
        return replace(self, **cast(dict[str, Mapping[str, Record]], changed))  # type: ignore[arg-type]  # names are LISTS'

    def with_settings(self, settings: Settings) -> "Book":
        """This book, set otherwise."""
        return replace(self, settings=settings)

    def list(self, name: str) -> Mapping[str, Record]:
        """The list of that name in the JSON journal: its records by id."""
        return cast(Mapping[str, Record], getattr(self, name))

    def record(self, key: str) -> Record | None:
        """The record of that id, whatever it is."""
        return next((found for name in LISTS if (found := self.list(name).get(key)) is not None), None)

    def everything(self) -> Iterator[Record]:
        """Every record, list by list."""
        for name in LISTS:
            yield from self.list(name).values()

    @property
    def empty(self) -> bool:
        """Whether nothing but people, what was agreed and traits of one's own has been written down."""
        setting_up = ("people", "coordinations", "agreements", "own_traits")
        return not any(self.list(name) for name in LISTS if name not in setting_up)

    @cached_property
    def zone(self) -> ZoneInfo:
        """The journal's time zone."""
        return self.settings.zone

    def local(self, instant: datetime) -> datetime:
        """The same instant on the journal's own clock."""
        return instant.astimezone(self.zone)

    def day_of(self, instant: datetime) -> date:
        """The journal's own calendar day of an instant."""
        offset = self._offsets.get(instant.date()) if instant.tzinfo is UTC else None
        return (instant + offset).date() if offset is not None else self._day_of(instant)

    def _day_of(self, instant: datetime) -> date:
        """The same by way of the time zone, keeping the offset of a day of UTC on which it does not change."""
        local = instant.astimezone(self.zone)
        day = instant.astimezone(UTC).date()
        begins, ends = (datetime.combine(day, wall, UTC).astimezone(self.zone) for wall in (time.min, time.max))
        offset = local.utcoffset()
        if offset is not None and begins.utcoffset() == ends.utcoffset() == offset:
            self._offsets[day] = offset
        return local.date()

    def attempts_of(self, contact_id: str) -> tuple[Attempt, ...]:
        """A contact's attempts, earliest first."""
        return self._attempts.get(contact_id, ())

    def replies_to(self, contact_id: str) -> tuple[Reply, ...]:
        """A contact's replies, earliest first."""
        return self._replies.get(contact_id, ())

    def points_from(self, source_id: str) -> tuple[Point, ...]:
        """The points raised at an appointment or in a contact, earliest first."""
        return self._points.get(source_id, ())

    def promises_from(self, source_id: str) -> tuple[Promise, ...]:
        """The promises made at an appointment or in a contact, earliest first."""
        return self._promises.get(source_id, ())

    def updates_from(self, source_id: str) -> tuple[Update, ...]:
        """The news that came from an appointment or a contact, earliest first."""
        return self._updates.get(source_id, ())

    def left_out_of(self, trait: str, now: datetime) -> dict[str, LeftOut]:
        """What is left out of a trait at `now`, by the id of the entry; a contact takes attempts and replies along.

        One of those that is left out itself as well has its own reason.
        """
        holding = [each for each in self.left_out.values() if each.trait == trait and each.holds_at(now)]
        threads = ((each, (*self.attempts_of(each.entry_id), *self.replies_to(each.entry_id))) for each in holding)
        along = {event.id: each for each, thread in threads for event in thread}
        return along | {each.entry_id: each for each in holding}

    def coordination_on(self, day: date) -> Coordination | None:
        """Whoever's time as co-ordinator covers the day; None when nobody's does."""
        covering = (c for c in self._coordinations if c.began_on <= day and (c.ended_on is None or c.ended_on > day))
        return next(covering, None)

    def coordinator_id_on(self, day: date) -> str | None:
        """The id of the co-ordinator on a day; None when there was none."""
        coordination = self.coordination_on(day)
        return coordination.person_id if coordination else None

    def coordinator_on(self, day: date) -> Person | None:
        """The co-ordinator on a day; None when there was none."""
        return self.people.get(self.coordinator_id_on(day) or "")

    def agreement_on(self, day: date) -> Agreement | None:
        """The agreement in force on a day: the one with the latest `starts_on` not after it."""
        place = bisect_right(self._agreements, day, key=lambda agreement: agreement.starts_on)
        return self._agreements[place - 1] if place else None

    @cached_property
    def _offsets(self) -> dict[date, timedelta]:
        """How far the journal's clock is ahead, by the day of UTC; asking the time zone takes ten times as long."""
        return {}

    @cached_property
    def _coordinations(self) -> tuple[Coordination, ...]:
        return tuple(sorted(self.coordinations.values(), key=lambda c: (c.began_on, c.id)))

    @cached_property
    def _agreements(self) -> tuple[Agreement, ...]:
        return tuple(sorted(self.agreements.values(), key=lambda agreement: (agreement.starts_on, agreement.id)))

    @cached_property
    def _attempts(self) -> dict[str, tuple[Attempt, ...]]:
        return _grouped(self.attempts.values(), lambda attempt: (attempt.contact_id,), lambda attempt: attempt.at)

    @cached_property
    def _replies(self) -> dict[str, tuple[Reply, ...]]:
        return _grouped(self.replies.values(), lambda reply: (reply.contact_id,), lambda reply: reply.at)

    @cached_property
    def _points(self) -> dict[str, tuple[Point, ...]]:
        return _grouped(self.points.values(), _sources, lambda point: point.raised_at)

    @cached_property
    def _promises(self) -> dict[str, tuple[Promise, ...]]:
        return _grouped(self.promises.values(), _sources, lambda promise: promise.made_on)

    @cached_property
    def _updates(self) -> dict[str, tuple[Update, ...]]:
        return _grouped(self.updates.values(), _sources, lambda update: update.told_on)


def _sources(record: Point | Promise | Update) -> tuple[str | None, ...]:
    return record.appointment_id, record.contact_id


def _grouped(
    records: Iterable[R], keys: Callable[[R], tuple[str | None, ...]], when: Callable[[R], date]
) -> dict[str, tuple[R, ...]]:
    """Records by each of their keys that is not None, earliest first; records of one moment by id."""
    groups: dict[str, list[R]] = defaultdict(list)
    for record in records:
        for key in keys(record):
            if key is not None:
                groups[key].append(record)
    order = lambda record: (when(record), record.id)  # noqa: E731
    return {key: tuple(sorted(group, key=order) if len(group) > 1 else group) for key, group in groups.items()}


LIST_NAMES: dict[type[Record], str] = {kind: name for name, kind in LISTS.items()}
"""The name of each record's list in the JSON journal."""
