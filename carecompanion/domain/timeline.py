"""The journal as entries, newest first, and the one line that stands for each."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import lru_cache
from operator import attrgetter
from typing import Any, Literal, NamedTuple
from zoneinfo import ZoneInfo

from carecompanion.domain.book import LIST_NAMES, Book
from carecompanion.domain.look_ups import MOMENTS
from carecompanion.domain.outcomes import Mark, outcome
from carecompanion.domain.periods import Period
from carecompanion.domain.records import (
    Absence,
    Appointment,
    Attempt,
    Change,
    Contact,
    Note,
    Point,
    Promise,
    Record,
    Reply,
    Update,
)
from carecompanion.domain.replies import STARTING
from carecompanion.domain.titles import kind_word, title
from carecompanion.domain.uncollected import uncollected
from carecompanion.domain.workdays import at_wall

__all__ = ["Entry", "EntryKind", "Group", "Line", "Mark", "entries", "entry_for", "groups", "line"]

EntryKind = Literal["attempt", "reply", "appointment", "note", "point", "promise", "change", "update", "absence"]
Group = Literal["all", "contact", "visits", "notes", "asked_for", "changes"]


class Entry(NamedTuple):
    """One record in its place: its instant, or noon when it has only a date, and the journal's own day.

    A NamedTuple, which is made in half the time of a frozen dataclass: a journal may have 100,000.
    """

    at: datetime
    day: date
    kind: EntryKind
    record: Record


@dataclass(frozen=True, slots=True, repr=False)
class Line:
    """What a row says. `time` is "" for what has only a date; `outcome` has at most 16 characters; `title` is whole."""

    time: str
    kind: str
    title: str
    outcome: str
    mark: Mark


INSTANTS: dict[EntryKind, type[Record]] = {
    "attempt": Attempt,
    "reply": Reply,
    "appointment": Appointment,
    "note": Note,
    "point": Point,
}
"""The kinds that have an instant."""

DATES: dict[EntryKind, type[Record]] = {"promise": Promise, "change": Change, "update": Update, "absence": Absence}
"""The kinds that have only a date."""

KINDS: dict[EntryKind, type[Record]] = INSTANTS | DATES
MOMENT: dict[EntryKind, Callable[[Record], Any]] = {
    kind: attrgetter(MOMENTS[LIST_NAMES[record]]) for kind, record in KINDS.items()
}
"""What places a record of each kind: its instant, or its date."""

PLACED = frozenset(KINDS.values())
"""The kinds of records that have a row of their own."""

GROUPS: dict[Group, tuple[EntryKind, ...]] = {
    "all": tuple(KINDS),
    "contact": ("attempt", "reply"),
    "visits": ("appointment",),
    "notes": ("note",),
    "asked_for": ("point", "promise"),
    "changes": ("change", "update", "absence"),
}


def groups(book: Book, now: datetime) -> tuple[Group, ...]:
    """The groups to choose from; changes are among them once there are some."""
    return tuple(group for group in GROUPS if group != "changes" or _has_changes(book, now))


def entries(book: Book, now: datetime, group: Group = "all", period: Period | None = None) -> list[Entry]:
    """What has happened by `now`, newest first; of one instant, what was written down later (by its id) first.

    A date up to today has happened. `period` keeps the entries of its days. No words are made here.
    """
    records: list[Record] = []
    instants: list[datetime] = []
    kinds: list[EntryKind] = []
    for kind in GROUPS[group]:
        found, placed = (_timed if kind in INSTANTS else _dated)(kind, book, now, period)
        records += found
        instants += placed
        kinds += [kind] * len(found)
    order = _newest_first(records, instants)
    ordered = [instants[place] for place in order]
    rest = (map(column.__getitem__, order) for column in (kinds, records))
    with uncollected():
        return list(map(Entry._make, zip(ordered, _days(ordered, book.zone), *rest, strict=True)))


def line(entry: Entry, book: Book, now: datetime) -> Line:
    """The row of an entry, as things stand at `now`."""
    record = entry.record
    shown = outcome(record, book, now)
    clock = f"{book.local(entry.at):%H:%M}" if entry.kind in INSTANTS else ""
    return Line(clock, kind_word(record), title(record, book, now), shown.text, shown.mark)


def entry_for(record: Record, book: Book) -> Entry:
    """Where one record stands in the journal; a contact where its reply clock started, or at its first attempt."""
    if isinstance(record, Contact):
        record = _start(record, book)
    kind = next(kind for kind, placed in KINDS.items() if placed is type(record))
    moment = MOMENT[kind](record)
    if kind in INSTANTS:
        return Entry(moment, book.day_of(moment), kind, record)
    return Entry(at_wall(moment, time(12), book.zone), moment, kind, record)


def _start(contact: Contact, book: Book) -> Attempt:
    attempts = book.attempts_of(contact.id)
    return next((attempt for attempt in attempts if attempt.outcome in STARTING), attempts[0])


def _has_changes(book: Book, now: datetime) -> bool:
    """Whether anything of the group "changes" has happened."""
    return any(_dated(kind, book, now, None)[0] for kind in GROUPS["changes"])


def _timed(
    kind: EntryKind, book: Book, now: datetime, period: Period | None
) -> tuple[Sequence[Record], list[datetime]]:
    """The records of a kind that has instants, with those; up to now, and in the period."""
    began, ended = period.bounds(book.zone) if period is not None else (None, None)
    past = now + datetime.resolution
    found = book.in_time(KINDS[kind], began, min(ended, past) if ended is not None else past)
    return found, list(map(MOMENT[kind], found))


def _dated(
    kind: EntryKind, book: Book, now: datetime, period: Period | None
) -> tuple[Sequence[Record], list[datetime]]:
    """The records of a kind that has only dates, with the noon of each; up to today, and in the period."""
    today = book.day_of(now)
    first, last = (period.first, min(period.last, today)) if period is not None else (None, today)
    found = book.in_time(KINDS[kind], first, last + date.resolution)
    return found, [_at(day, time(12), book.zone) for day in map(MOMENT[kind], found)]


def _newest_first(records: list[Record], instants: list[datetime]) -> list[int]:
    """Their places in order. Two sorts by plain keys take half the time of one by pairs."""
    ids = list(map(attrgetter("id"), records))
    order = sorted(range(len(records)), key=ids.__getitem__, reverse=True)
    order.sort(key=instants.__getitem__, reverse=True)
    return order


def _days(newest_first: Iterable[datetime], zone: ZoneInfo) -> Iterator[date]:
    """The local day of each. Going back in time it changes only before its midnight: one look-up for each day."""
    day, began = date.max, datetime.max.replace(tzinfo=UTC)
    for at in newest_first:
        if at < began:
            day = at.astimezone(zone).date()
            began = _at(day, time(), zone)
        yield day


_at = lru_cache(maxsize=32_768)(at_wall)
"""Every look at the journal asks for the same noons and midnights, which is what cost most."""
