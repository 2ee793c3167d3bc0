"""Choosing something that is written down: from what has some words, or from the latest, by its number."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING

from carecompanion.asking import Asker
from carecompanion.domain.acts import the_record
from carecompanion.domain.book import Book
from carecompanion.domain.moments import long_day
from carecompanion.domain.names import at_start
from carecompanion.domain.records import Agreement, Record
from carecompanion.domain.sheets.asks import Option
from carecompanion.domain.timeline import PLACED, entries, entry_for, line
from carecompanion.domain.visits import ahead
from carecompanion.language import _
from carecompanion.options import Declined
from carecompanion.sharing.plain_lines import entry_words, stopped

if TYPE_CHECKING:
    from carecompanion.store import Journal

MOST = 20
"""So many are listed at most."""
WHICH_WORDS = _("Which entry? Words that are in it, or an empty line for the latest")
NOT_FOUND = _("Nothing has these words.")
NOTHING_THERE = _("Nothing was changed: there is nothing of this kind yet.")


def found(
    asker: Asker, journal: "Journal", kind: str, now: datetime, among: Collection[type[Record]] = PLACED
) -> Record:
    """What is meant, from a numbered list: of what has some words, or of the latest."""
    if kind != "entry":
        return _chosen(asker, _of_kind(journal.book, kind), journal.book, now)
    while True:
        words = asker.words(WHICH_WORDS)
        if not words:
            return _chosen(asker, _latest(journal.book, now, among), journal.book, now)
        ids = dict.fromkeys(journal.find(words, MOST).ids)
        records = {record.id: record for record in journal.book.everything() if record.id in ids}
        having = [records[each] for each in ids if each in records and type(records[each]) in among]
        if having:
            return _chosen(asker, having, journal.book, now)
        asker.again(NOT_FOUND)


def _chosen(asker: Asker, records: Iterable[Record], book: Book, now: datetime) -> Record:
    offered = {record.id: record for record in records}
    if not offered:
        raise Declined(NOTHING_THERE)
    listed = [Option("", key, _words(record, book, now)) for key, record in offered.items()]
    return offered[asker.choice(_("Which one?"), listed)]


def _latest(book: Book, now: datetime, among: Collection[type[Record]]) -> Iterator[Record]:
    """What is planned, then what has happened, the latest first."""
    yield from ahead(book, now)
    happened = (entry.record for entry in entries(book, now) if type(entry.record) in among)
    yield from islice(happened, MOST)


def _of_kind(book: Book, kind: str) -> Iterable[Record]:
    if kind == "person":
        return book.people.values()
    if kind == "trait":
        return book.own_traits.values()
    return sorted(book.agreements.values(), key=lambda each: each.starts_on, reverse=True)


def _words(record: Record, book: Book, now: datetime) -> str:
    """An entry in one line, the day last; anything else by its name."""
    if isinstance(record, Agreement):
        return _("What was agreed from {long_day} on.").format(long_day=long_day(record.starts_on, book.day_of(now)))
    if type(record) not in PLACED:
        return stopped(at_start(the_record(record, book, now)))
    entry = entry_for(record, book)
    said = line(entry, book, now)
    when = f"{long_day(entry.day, book.day_of(now))}{f', {said.time}' if said.time else ''}"
    return entry_words(said, when)
