"""Book: every record of a journal, and the look-ups between them."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from operator import attrgetter
from typing import TypeVar, cast
from zoneinfo import ZoneInfo

from carecompanion.domain.look_ups import GROUPED, MOMENTS, grouped, in_time, in_time_again, regrouped
from carecompanion.domain.order import KINDS, Entry, in_order, in_order_again
from carecompanion.domain.records import (
    LISTS,
    Absence,
    Agreement,
    Appointment,
    Attempt,
    CareReview,
    Change,
    Contact,
    Coordination,
    LeftOut,
    Letter,
    LetterStep,
    Note,
    OwnTrait,
    Person,
    Point,
    Promise,
    Record,
    Reply,
    ReviewPoint,
    RoleAnswer,
    SharedCopy,
    Update,
)
from carecompanion.domain.settings import Settings

R = TypeVar("R", bound=Record)

FEW = 1_000
"""Changes up to which the entries are mended one by one; beyond it putting all in order anew is quicker."""


@dataclass(frozen=True, repr=False)
class Book:
    """Every record by its id, list by list. A book never changes: `keeping` and `without` answer with a new one.

    `people` to `shared_copies` carry the names of the JSON journal's lists.
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
    reviews: Mapping[str, CareReview] = field(default_factory=dict)
    review_points: Mapping[str, ReviewPoint] = field(default_factory=dict)
    role_answers: Mapping[str, RoleAnswer] = field(default_factory=dict)
    letters: Mapping[str, Letter] = field(default_factory=dict)
    letter_steps: Mapping[str, LetterStep] = field(default_factory=dict)
    shared_copies: Mapping[str, SharedCopy] = field(default_factory=dict)
    counts_down: bool = field(default=True, compare=False)
    """Whether what is due is said by how long that is from now, or else by its moment; no part of the journal."""

    def __repr__(self) -> str:
        return f"<Book of {sum(1 for _ in self.everything())} records>"

    def keeping(self, *records: Record) -> "Book":
        """This book with these records put in, each in place of an earlier one with its id."""
        return self._changed(records, ())

    def without(self, *records: Record) -> "Book":
        """This book without these records; one that is not in it changes nothing."""
        return self._changed((), records)

    def _changed(self, kept: Iterable[Record], gone: Iterable[Record]) -> "Book":
        """This book with some put in and some taken out. Of the look-ups only what these touch is made anew."""
        after: dict[str, dict[str, Record | None]] = defaultdict(dict)
        for record in kept:
            after[LIST_NAMES[type(record)]][record.id] = record
        for record in gone:
            after[LIST_NAMES[type(record)]][record.id] = None
        if not after:
            return self  # whoever draws or backs up what has changed can tell that nothing has
        lists = {name: _with(self.list(name), changes) for name, changes in after.items()}
        book = replace(self, **lists)  # type: ignore[arg-type]  # names are LISTS'
        for look_up, name in LOOKED_UP_IN.items():
            if look_up in self.__dict__ and name not in lists:
                book.__dict__[look_up] = self.__dict__[look_up]
            elif look_up in self.__dict__ and look_up in GROUPED:
                book.__dict__[look_up] = regrouped(self.__dict__[look_up], self.list(name), after[name], look_up)
        if "in_order" in self.__dict__ and sum(map(len, after.values())) <= FEW:
            book.__dict__["in_order"] = in_order_again(self.in_order, self.list, after, self.zone)
        book.__dict__["_in_time"] = self._in_time | {
            name: in_time_again(self._in_time[name], self.list(name), after[name], MOMENTS[name])
            for name in self._in_time.keys() & lists.keys()
        }
        return book

    def with_settings(self, settings: Settings) -> "Book":
        """This book, set otherwise."""
        return self if settings == self.settings else replace(self, settings=settings)

    def counting_down(self, counts_down: bool) -> "Book":
        """This book, with count-downs or with moments in their place."""
        return self if counts_down == self.counts_down else replace(self, counts_down=counts_down)

    def list(self, name: str) -> Mapping[str, Record]:
        """The list of that name in the JSON journal: its records by id."""
        return cast(Mapping[str, Record], getattr(self, name))

    def in_time(self, kind: type[R], began: date | None = None, ended: date | None = None) -> Sequence[R]:
        """The records of a kind, earliest first, of one moment by id: from `began` on, and before `ended`."""
        name = LIST_NAMES[kind]
        if name not in self._in_time:
            self._in_time[name] = in_time(self.list(name).values(), MOMENTS[name])
        found, moment = cast(Sequence[R], self._in_time[name]), attrgetter(MOMENTS[name])
        first = 0 if began is None else bisect_left(found, began, key=moment)
        return found[first : len(found) if ended is None else bisect_left(found, ended, key=moment)]

    def record(self, key: str) -> Record | None:
        """The record of that id, whatever it is."""
        return next((found for name in LISTS if (found := self.list(name).get(key)) is not None), None)

    def everything(self) -> Iterator[Record]:
        """Every record, list by list."""
        for name in LISTS:
            yield from self.list(name).values()

    @property
    def empty(self) -> bool:
        """Whether nothing but people, what was agreed, own traits and what the role promises has been written down."""
        setting_up = ("people", "coordinations", "agreements", "own_traits", "role_answers")
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
    def in_order(self) -> Sequence[Entry]:
        """Everything that has a place in time, also ahead, as entries, earliest first."""
        return in_order({name: tuple(self.list(name).values()) for name in KINDS}, self.zone)

    @cached_property
    def _offsets(self) -> dict[date, timedelta]:
        """How far the journal's clock is ahead, by the day of UTC; asking the time zone takes ten times as long."""
        return {}

    @cached_property
    def _in_time(self) -> dict[str, Sequence[Record]]:
        """The lists in order of time, each from when it was first asked for."""
        return {}

    @cached_property
    def _coordinations(self) -> tuple[Coordination, ...]:
        return tuple(sorted(self.coordinations.values(), key=lambda c: (c.began_on, c.id)))

    @cached_property
    def _agreements(self) -> tuple[Agreement, ...]:
        return tuple(sorted(self.agreements.values(), key=lambda agreement: (agreement.starts_on, agreement.id)))

    @cached_property
    def _attempts(self) -> dict[str, tuple[Attempt, ...]]:
        return grouped(self.in_time(Attempt), GROUPED["_attempts"][1])

    @cached_property
    def _replies(self) -> dict[str, tuple[Reply, ...]]:
        return grouped(self.in_time(Reply), GROUPED["_replies"][1])

    @cached_property
    def _points(self) -> dict[str, tuple[Point, ...]]:
        return grouped(self.in_time(Point), GROUPED["_points"][1])

    @cached_property
    def _promises(self) -> dict[str, tuple[Promise, ...]]:
        return grouped(self.in_time(Promise), GROUPED["_promises"][1])

    @cached_property
    def _updates(self) -> dict[str, tuple[Update, ...]]:
        return grouped(self.in_time(Update), GROUPED["_updates"][1])


def _with(there: Mapping[str, R], changes: Mapping[str, R | None]) -> dict[str, R]:
    """Records by id once some are put in, and some taken out (None)."""
    left = dict(there)
    for key, record in changes.items():
        if record is None:
            left.pop(key, None)
        else:
            left[key] = record
    return left


LOOKED_UP_IN = {
    "zone": "",
    "_offsets": "",
    "_coordinations": "coordinations",
    "_agreements": "agreements",
    "_attempts": "attempts",
    "_replies": "replies",
    "_points": "points",
    "_promises": "promises",
    "_updates": "updates",
}
"""The look-ups that are made once for a book, each with the list it is made from; "" for the settings alone."""

LIST_NAMES: dict[type[Record], str] = {kind: name for name, kind in LISTS.items()}
"""The name of each record's list in the JSON journal."""
