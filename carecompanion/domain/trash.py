"""Trash: what was taken out of a journal, and putting it back in its place with its links."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from carecompanion.domain.acts import leading
from carecompanion.domain.book import LIST_NAMES, Book
from carecompanion.domain.contradictions import INSIDE, REFERENCES, REFERRING
from carecompanion.domain.links import links, needed_links, unlinked
from carecompanion.domain.records import Record
from carecompanion.language import _

NOTHING = _("Nothing is here. What you delete waits here until you put it back, or delete it for good.")
LEAD = _("Deleted. It counts nowhere, and waits here until you put it back or delete it for good.")
FOR_GOOD = _(
    "It goes out of the file, with everything it ever was, and cannot be brought back. "
    "A backup or a copy that was made before still has it."
)
REMAKE = _(
    "Your older backups still have it. A new one is made and looked through, and then the older ones are taken away, "
    "in the second place too. Copies that you keep elsewhere still have it."
)
REMADE = _("Deleted for good. One backup was made anew, and the older ones are gone.")


@dataclass(frozen=True, slots=True, repr=False)
class Gone:
    """What one act took out of the journal, and what pointed at it then.

    `undone` when it was never deleted: it was written, and the writing undone.
    """

    act_id: int
    at: datetime
    records: tuple[Record, ...]
    pointing: tuple[Record, ...] = ()
    undone: bool = False

    @property
    def first(self) -> Record:
        """The record it is named by."""
        return leading(self.records)


def put_back(gone: Gone, trash: Sequence[Gone], book: Book) -> tuple[Record, ...]:
    """What is to be kept so that it is in its place again, with its links, and with what it cannot be without."""
    records = {record.id: record for record in _needed(gone, trash, book)}
    there = {record.id for record in book.everything()} | set(records)
    back = [unlinked(record, links(record) - there) for record in records.values()]
    return (*back, *_linked_again(gone, records, book))


def _needed(gone: Gone, trash: Sequence[Gone], book: Book) -> list[Record]:
    """Its records, after those of whatever else went that they cannot be without."""
    where = {record.id: each for each in trash for record in each.records}
    found, looked_at = list(gone.records), 0
    while looked_at < len(found):
        record = found[looked_at]
        looked_at += 1
        for name, key in needed_links(record):
            known = any(key in book.list(each) for each in REFERENCES[name]) or any(key == each.id for each in found)
            if not known and key in where:
                found += where[key].records
    return found


def _linked_again(gone: Gone, back: Mapping[str, Record], book: Book) -> list[Record]:
    """What pointed at them, pointing at them again where it has been given no other link since."""
    linked = []
    for was in gone.pointing:
        now = book.list(LIST_NAMES[type(was)]).get(was.id)
        again = _links_again(was, now, back) if now is not None else {}
        if now is not None and again:
            linked.append(replace(now, **again))
    return linked


def _links_again(was: Record, now: Record, back: Mapping[str, Record]) -> dict[str, Any]:
    """The fields that pointed at what comes back, as they are to be."""
    names = [name for name in REFERRING[type(was)] if getattr(was, name) in back and getattr(now, name) is None]
    again: dict[str, Any] = {name: getattr(was, name) for name in names}
    for name, (part, _lists, _sentence) in INSIDE.items():
        there = getattr(now, name, ())
        lost = tuple(each for each in getattr(was, name, ()) if getattr(each, part) in back and each not in there)
        if lost:
            again[name] = (*there, *lost)
    return again
