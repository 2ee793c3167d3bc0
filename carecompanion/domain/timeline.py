"""The journal as entries, newest first, and the one line that stands for each."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter
from typing import Literal

from carecompanion.domain.book import LIST_NAMES, Book
from carecompanion.domain.order import DATED, KINDS, Entry, EntryKind, entry_of, in_order
from carecompanion.domain.outcomes import Mark, outcome
from carecompanion.domain.periods import Period
from carecompanion.domain.records import LISTS, Attempt, Contact, Record
from carecompanion.domain.replies import STARTING
from carecompanion.domain.titles import kind_word, title

__all__ = ["Group", "Line", "Mark", "entries", "entry_for", "groups", "line"]

Group = Literal["all", "contact", "visits", "notes", "asked_for", "changes"]


@dataclass(frozen=True, slots=True, repr=False)
class Line:
    """What a row says. `time` is "" for what has only a date; `outcome` has at most 16 characters; `title` is whole."""

    time: str
    kind: str
    title: str
    outcome: str
    mark: Mark


PLACED = frozenset(LISTS[name] for name in KINDS)
"""The kinds of records that have a row of their own."""

GROUPS: dict[Group, tuple[EntryKind, ...]] = {
    "all": tuple(KINDS.values()),
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
    kinds, today = GROUPS[group], book.day_of(now)
    if period is None:
        found = book.in_order
    else:
        names = (name for name, kind in KINDS.items() if kind in kinds)
        found = in_order({name: _within(name, book, period, today) for name in names}, book.zone)
    begun = bisect_right(found, now, key=attrgetter("at"))
    later_today = [entry for entry in found[begun:] if entry.kind in DATED and entry.day <= today]
    newest_first = [*found[:begun], *later_today][::-1]
    return newest_first if group == "all" else [entry for entry in newest_first if entry.kind in kinds]


def line(entry: Entry, book: Book, now: datetime) -> Line:
    """The row of an entry, as things stand at `now`."""
    record = entry.record
    shown = outcome(record, book, now)
    clock = "" if entry.kind in DATED else f"{book.local(entry.at):%H:%M}"
    return Line(clock, kind_word(record), title(record, book, now), shown.text, shown.mark)


def entry_for(record: Record, book: Book) -> Entry:
    """Where one record stands in the journal; a contact where its reply clock started, or at its first attempt."""
    if isinstance(record, Contact):
        record = _start(record, book)
    return entry_of(LIST_NAMES[type(record)], record, book.zone)


def _start(contact: Contact, book: Book) -> Attempt:
    attempts = book.attempts_of(contact.id)
    return next((attempt for attempt in attempts if attempt.outcome in STARTING), attempts[0])


def _has_changes(book: Book, now: datetime) -> bool:
    """Whether anything of the group "changes" has happened."""
    past = book.day_of(now) + date.resolution
    return any(book.in_time(LISTS[name], None, past) for name, kind in KINDS.items() if kind in GROUPS["changes"])


def _within(name: str, book: Book, period: Period, today: date) -> Sequence[Record]:
    """The records of a list of the days of a period; what has only a date, up to today."""
    if KINDS[name] in DATED:
        return book.in_time(LISTS[name], period.first, min(period.last, today) + date.resolution)
    return book.in_time(LISTS[name], *period.bounds(book.zone))
