"""What leaves a journal with an entry, what is mended so that nothing points at it, and what it counted towards."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from carecompanion.domain import how_many
from carecompanion.domain.book import Book
from carecompanion.domain.links import links, unlinked
from carecompanion.domain.periods import period
from carecompanion.domain.records import (
    Attempt,
    CareReview,
    Contact,
    LeftOut,
    Letter,
    OwnTrait,
    Person,
    Record,
    Reply,
    ReviewPoint,
)
from carecompanion.domain.replies import due_without
from carecompanion.domain.traits import TraitAssessment, assess
from carecompanion.domain.unanswered import unanswered
from carecompanion.language import _

NAMED = _("{} is named in {}, which would lose the name. When they have left, that can stay as it is.")
REPLIED_BEFORE = _("A reply came before the next try of the same contact, so this one is needed to make sense of it.")
ANSWERED = _(
    "Its question has been answered, and the answers would lose their meaning. Changing it can end it instead."
)

REVIEWING = ("reviews", "review_points", "letters", "shared_copies")
"""The short lists whose records may refer to any entry."""


@dataclass(frozen=True, slots=True, repr=False)
class Removal:
    """The records that go, the one asked for first, and those that stay with their links to these taken out.

    `why_not` is a sentence when it cannot go; then nothing is to be done.
    """

    going: tuple[Record, ...] = ()
    mended: tuple[Record, ...] = ()
    why_not: str = ""


def removal(record: Record, book: Book) -> Removal:
    """What deleting a record does. The last try of a contact takes the contact and its replies along."""
    match record:
        case Person():
            named = sum(1 for other in book.everything() if record.id in links(other))
            entries = how_many.entries(named)
            return Removal(why_not=NAMED.format(record.name, entries)) if named else Removal((record,))
        case OwnTrait() if _is_answered(record, book):
            return Removal(why_not=ANSWERED)
        case Attempt() if len(book.attempts_of(record.contact_id)) > 1:
            return _of_one_try(record, book)
        case Attempt():
            contact = book.contacts[record.contact_id]
            return _with_links((record, contact, *book.replies_to(contact.id)), book)
        case CareReview():
            points = (each for each in book.review_points.values() if each.review_id == record.id)
            return _with_links((record, *points), book)
        case Letter():
            steps = (each for each in book.letter_steps.values() if each.letter_id == record.id)
            return _with_links((record, *steps), book)
        case Contact():
            return _with_links((record, *book.attempts_of(record.id), *book.replies_to(record.id)), book)
        case _:
            return _with_links((record,), book)


def replied_before_the_rest(attempt: Attempt, book: Book) -> bool:
    """Whether a reply to this try came before the first of its contact's others."""
    began = min(each.at for each in book.attempts_of(attempt.contact_id) if each.id != attempt.id)
    return any(reply.at < began for reply in book.replies_to(attempt.contact_id))


def counted_towards(removed: Removal, book: Book, now: datetime) -> tuple[TraitAssessment, ...]:
    """The traits that what goes counts towards, in their order."""
    ids = {record.id for record in removed.going}
    some = _beside(removed.going, book)
    always = period("everything", some, now)
    traits = assess(some, always, now).traits if always else ()
    return tuple(trait for trait in traits if _counts(trait, ids))


def will_wait(removed: Removal, book: Book, now: datetime) -> bool:
    """Whether a contact that was answered will wait for a reply again."""
    some = _beside(removed.going, book)
    after = unanswered(some.without(*removed.going), now)
    return any(isinstance(record, Reply) for record in removed.going) and len(after) > len(unanswered(some, now))


def _of_one_try(attempt: Attempt, book: Book) -> Removal:
    """One try of several; when the clock started with it, the reply is due by the next one that starts it."""
    if replied_before_the_rest(attempt, book):
        return Removal(why_not=REPLIED_BEFORE)
    contact = book.contacts[attempt.contact_id]
    timed = due_without(book, contact, attempt)
    gone = {attempt.id}
    going = (attempt, *_left_out(book, gone), *_resting_on(book, gone))
    mended = _mended(_pointing(going, book), {record.id for record in going})
    return Removal(going, (*mended, *((timed,) if timed != contact else ())))


def _with_links(going: tuple[Record, ...], book: Book) -> Removal:
    ids = {record.id for record in going}
    going = (*going, *_left_out(book, ids), *_resting_on(book, ids))
    ids = {record.id for record in going}
    return Removal(going, tuple(_mended(_pointing(going, book), ids)))


def _mended(records: Iterable[Record], gone: Collection[str]) -> Iterator[Record]:
    for record in records:
        mended = unlinked(record, gone)
        if mended is not record:
            yield mended


def _pointing(going: Iterable[Record], book: Book) -> Iterator[Record]:
    """The records that stay and may refer to what goes."""
    for record in going:
        yield from (*book.points_from(record.id), *book.promises_from(record.id), *book.updates_from(record.id))
    yield from (visit for visit in book.appointments.values() if visit.moved_to_id is not None)
    for name in REVIEWING:
        yield from (record for record in book.list(name).values() if record not in going)


def _resting_on(book: Book, ids: Collection[str]) -> Iterator[ReviewPoint]:
    """The points of a review that say nothing without these entries; one in the person's own words stays."""
    for point in book.review_points.values():
        brought = {each.entry_id for each in point.brought}
        if point.id not in ids and brought and brought.issubset(ids) and not (point.text or point.drawn_from):
            yield point


def _left_out(book: Book, ids: Collection[str]) -> Iterator[LeftOut]:
    return (each for each in book.left_out.values() if each.entry_id in ids or each.trait in ids)


def _is_answered(trait: OwnTrait, book: Book) -> bool:
    return any(trait.id in links(visit) for visit in book.appointments.values())


def _beside(going: Iterable[Record], book: Book) -> Book:
    """A small book of what goes and what is needed to judge it: a journal of years need not be judged whole."""
    listed = ("people", "coordinations", "agreements", "own_traits", "left_out")
    setting = Book(settings=book.settings, **{name: book.list(name) for name in listed})  # type: ignore[arg-type]  # names are LISTS'
    contact_ids = {each.contact_id if isinstance(each, Attempt | Reply) else each.id for each in going}
    contacts = [book.contacts[key] for key in contact_ids if key in book.contacts]
    threads = (each for contact in contacts for each in (*book.attempts_of(contact.id), *book.replies_to(contact.id)))
    return setting.keeping(*contacts, *threads, *(each for each in going if not isinstance(each, Contact)))


def _counts(trait: TraitAssessment, ids: Collection[str]) -> bool:
    return any(each.record.id in ids for measure in trait.measurements for each in measure.counted)
