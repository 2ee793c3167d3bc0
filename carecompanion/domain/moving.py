"""Moving a try from one contact to another, when it turns out to have been about something else."""

from dataclasses import dataclass, replace

from carecompanion.domain.book import Book
from carecompanion.domain.records import Attempt, Contact, Record
from carecompanion.domain.removal import replied_before_the_rest
from carecompanion.domain.replies import due_again, due_without


@dataclass(frozen=True, slots=True, repr=False)
class Moved:
    """The records to keep, and the contact that goes when nothing is left of it."""

    kept: tuple[Record, ...]
    gone: tuple[Record, ...] = ()


def can_move(attempt: Attempt, book: Book) -> bool:
    """Whether a try can leave its contact: what else belongs there still makes sense, or nothing else does."""
    if len(book.attempts_of(attempt.contact_id)) > 1:
        return not replied_before_the_rest(attempt, book)
    key = attempt.contact_id
    came_of_it = (book.replies_to(key), book.points_from(key), book.promises_from(key), book.updates_from(key))
    return not any(came_of_it) and not any(each.entry_id == key for each in book.left_out.values())


def moved(attempt: Attempt, to: Contact, book: Book) -> Moved:
    """A try as part of another contact, there already or new; the due times of both follow it."""
    left = book.contacts[book.attempts[attempt.id].contact_id]
    there = replace(attempt, contact_id=to.id)
    kept = (due_again(book, to, there), there)
    if len(book.attempts_of(left.id)) == 1:
        return Moved(kept, (left,))
    return Moved((*kept, due_without(book, left, attempt)))
