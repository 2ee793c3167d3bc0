"""Bringing an entry or a figure along to a review: what it stands for there, where, and whether it is there already."""

from collections.abc import Iterable
from datetime import datetime

from carecompanion.domain.book import Book
from carecompanion.domain.contradictions import INSIDE
from carecompanion.domain.evidence import Measurement
from carecompanion.domain.records import Appointment, Attempt, Contact, Note, Point, Promise, Record
from carecompanion.domain.review_items import Item
from carecompanion.domain.review_open import StillOpen
from carecompanion.domain.review_sides import Matter
from carecompanion.domain.timeline import entry_for, line
from carecompanion.domain.traits import Assessment
from carecompanion.domain.vocabulary import ReviewSide
from carecompanion.domain.waiting import waiting

BY_MARK: dict[str, ReviewSide] = {"met": "well", "partly": "better", "missed": "better"}
BY_KIND: dict[str, ReviewSide] = {"good": "well", "hard": "better", "note": "ask"}


def stands_for(record: Record, book: Book, now: datetime) -> Record | None:
    """The entry that is brought along for a record: for a contact that waits its first try; None for what has none."""
    if isinstance(record, Attempt) and (contact := book.contacts.get(record.contact_id)) in _waiting(book, now):
        record = contact or record
    if isinstance(record, Contact):
        return entry_for(record, book).record
    _part, lists, _sentence = INSIDE["brought"]
    return record if any(record.id in book.list(name) for name in lists) else None


def side_for(record: Record, book: Book, now: datetime) -> ReviewSide:
    """In which group an entry most likely belongs."""
    match record:
        case Note():
            return BY_KIND[record.kind]
        case Promise(outcome=None) | Point(outcome=None | "not_yet"):
            return "waiting"
        case Appointment(status="planned"):
            return "ask"
        case Attempt() if book.contacts.get(record.contact_id) in _waiting(book, now):
            return "waiting"
        case _:
            return BY_MARK.get(line(entry_for(record, book), book, now).mark, "ask")


def side_of_figure(measurement: Measurement) -> ReviewSide:
    """Going well when it was met more often than not, a partly as half."""
    tally = measurement.tally
    return "well" if 2 * tally.met + tally.partly > tally.of else "better"


def figure_of(name: str, assessment: Assessment) -> Measurement | None:
    """The figure of that name, as long as it counts something in these days."""
    figures = (each for trait in assessment.traits for each in trait.measurements)
    return next((each for each in figures if each.id == name and each.tally.of), None)


def there(key: str, items: Iterable[Item]) -> Item | None:
    """The point that is about nothing but this entry or figure, by its id; None when there is none."""
    return next((item for item in items if _about(item) == {key}), None)


def _about(item: Item) -> set[str]:
    match item.source:
        case Matter():
            return {item.source.measurement.id}
        case StillOpen():
            return {item.source.record.id}
        case _:
            return {each.id for each in item.brought}


def _waiting(book: Book, now: datetime) -> set[Contact]:
    return {each.contact for each in waiting(book, now)}
