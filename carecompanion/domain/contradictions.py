"""What no single record can see: records of one journal that cannot all be so."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain, pairwise
from typing import TypeVar, get_args

from carecompanion.domain.book import LIST_NAMES, Book
from carecompanion.domain.records import LISTS, Agreement, Attempt, Contact, Coordination, LeftOut, Record, Reply
from carecompanion.domain.shapes import hints
from carecompanion.domain.vocabulary import TraitId
from carecompanion.language import _

R = TypeVar("R", bound=Record)
Known = Callable[[str, str], bool]
"""Whether a list, by its name, holds a record of an id."""

COUNTING = (
    *("contacts", "attempts", "replies", "appointments"),
    *("points", "promises", "changes", "updates", "absences"),
)
"""The lists whose entries count towards a trait, and so can be left out of one."""

REFERENCES = {
    "person_id": ("people",),
    "by_person_id": ("people",),
    "to_person_id": ("people",),
    "contact_id": ("contacts",),
    "appointment_id": ("appointments",),
    "moved_to_id": ("appointments",),
    "entry_id": COUNTING,
    "review_id": ("reviews",),
    "letter_id": ("letters",),
}
"""The fields that refer to another record, each with the lists it is looked up in."""

INSIDE = {
    "recipients": ("person_id", ("people",), _("This names somebody who is not in the journal.")),
    "own": ("trait_id", ("own_traits",), _("This answers a question that is not in the journal.")),
    "brought": ("entry_id", (*COUNTING, "notes"), _("This brings along an entry that is not in the journal.")),
}
"""The fields that hold parts which refer to a record: the part's own field, the lists, what to say of a lost one."""

KINDS: tuple[type, ...] = tuple(LISTS.values())
REFERRING = {kind: tuple(name for name in hints(kind) if name in REFERENCES) for kind in KINDS}
NEEDED = {kind: tuple(name for name in REFERRING[kind] if hints(kind)[name] is str) for kind in KINDS}
"""The fields that hold the ids of the records that one of this kind cannot be without."""
HOLDING = {kind: tuple(name for name in hints(kind) if name in INSIDE) for kind in KINDS}


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A record that cannot be so beside the others; `field` is None when it is the whole record."""

    record: Record
    field: str | None
    sentence: str


def contradictions(book: Book) -> tuple[Contradiction, ...]:
    """Everything in a book that contradicts something else in it."""
    return tuple(chain(_dangling(book.everything(), partial(_in_book, book)), clashes(book)))


def against(book: Book, *records: Record) -> tuple[Contradiction, ...]:
    """Only what keeping these records would bring; looks no further than at what they touch."""
    kept = {record.id: record for record in records}
    known = {(LIST_NAMES[type(record)], record.id) for record in records}
    lost = _dangling(records, lambda name, key: (name, key) in known or _in_book(book, name, key))
    before = chain.from_iterable(_touched(book, records, {}))
    there = {(clash.record.id, clash.field) for clash in before}
    after = chain.from_iterable(_touched(book, records, kept))
    return (*lost, *(clash for clash in after if (clash.record.id, clash.field) not in there))


def clashes(book: Book) -> Iterator[Contradiction]:
    """What contradicts something else, but for references to nothing."""
    yield from _overlapping(book.coordinations.values())
    yield from _starting_together(book.agreements.values())
    yield from _left_out_twice(book.left_out.values())
    for contact in book.contacts.values():
        yield from _out_of_order(contact, book.attempts_of(contact.id), book.replies_to(contact.id))


def dangling(kind: type, value_of: Callable[[str], object], known: Known) -> Iterator[tuple[str, str]]:
    """The fields of one record that refer to nothing, each with its sentence; `value_of` gives a field by name."""
    for name in REFERRING[kind]:
        key = value_of(name)
        if isinstance(key, str) and not any(known(list_name, key) for list_name in REFERENCES[name]):
            yield name, _("This refers to something that is not in the journal.")
    for name in HOLDING[kind]:
        field, lists, sentence = INSIDE[name]
        parts = value_of(name)
        for part in parts if isinstance(parts, tuple) else ():
            if not any(known(list_name, getattr(part, field)) for list_name in lists):
                yield name, sentence
    trait = value_of("trait") if kind is LeftOut else None
    if isinstance(trait, str) and trait not in get_args(TraitId) and not known("own_traits", trait):
        yield "trait", _("This names a trait that is not in the journal.")


def _dangling(records: Iterable[Record], known: Known) -> Iterator[Contradiction]:
    for record in records:
        for name, sentence in dangling(type(record), partial(getattr, record), known):
            yield Contradiction(record, name, sentence)


def _in_book(book: Book, name: str, key: str) -> bool:
    return key in book.list(name)


def _overlapping(coordinations: Iterable[Coordination]) -> Iterator[Contradiction]:
    """Two co-ordinators on one day; the one that began later is named."""
    busy_until = date.min
    for one in sorted(coordinations, key=lambda each: each.began_on):
        if one.ended_on == one.began_on:
            continue
        if one.began_on < busy_until:
            yield Contradiction(one, "began_on", _("Somebody else was co-ordinator on one of these days."))
        busy_until = max(busy_until, one.ended_on or date.max)


def _starting_together(agreements: Iterable[Agreement]) -> Iterator[Contradiction]:
    for one, other in pairwise(sorted(agreements, key=lambda each: each.starts_on)):
        if one.starts_on == other.starts_on:
            yield Contradiction(other, "starts_on", _("Another agreement starts on the same day."))


def _left_out_twice(left_out: Iterable[LeftOut]) -> Iterator[Contradiction]:
    """One entry left out of one trait again before it was put back; the later one is named."""
    for one, other in pairwise(sorted(left_out, key=_when_left_out)):
        same = (one.entry_id, one.trait) == (other.entry_id, other.trait)
        if same and (one.put_back_at is None or other.left_out_at < one.put_back_at):
            yield Contradiction(other, "left_out_at", _("This is left out already."))


def _when_left_out(each: LeftOut) -> tuple[object, ...]:
    """Of one instant, what was put back at once before what was not."""
    lasts = each.put_back_at is None
    return each.entry_id, each.trait, each.left_out_at, lasts, each.put_back_at or each.left_out_at, each.id


def _out_of_order(contact: Contact, attempts: Iterable[Attempt], replies: Iterable[Reply]) -> Iterator[Contradiction]:
    """Whatever of one contact comes before its first attempt; a contact without one."""
    first = min((attempt.at for attempt in attempts), default=None)
    if first is None:
        yield Contradiction(contact, None, _("This says nothing of how and when you got in touch."))
        return
    if contact.closed_at is not None and contact.closed_at < first:
        yield Contradiction(contact, "closed_at", _("This was closed before you first got in touch."))
    for reply in replies:
        if reply.at < first:
            yield Contradiction(reply, "at", _("This reply is from before you first got in touch."))


def _touched(book: Book, records: tuple[Record, ...], kept: dict[str, Record]) -> Iterator[Iterator[Contradiction]]:
    """The clashes of what the records touch, with `kept` put in the place of what the book holds."""
    if any(isinstance(record, Coordination) for record in records):
        yield _overlapping(_with(book.coordinations.values(), kept, Coordination))
    if any(isinstance(record, Agreement) for record in records):
        yield _starting_together(_with(book.agreements.values(), kept, Agreement))
    if any(isinstance(record, LeftOut) for record in records):
        yield _left_out_twice(_with(book.left_out.values(), kept, LeftOut))
    for key in _contacts_touched(book, records):
        contact = kept.get(key, book.contacts.get(key))
        if isinstance(contact, Contact):
            attempts = [one for one in _with(book.attempts_of(key), kept, Attempt) if one.contact_id == key]
            replies = [one for one in _with(book.replies_to(key), kept, Reply) if one.contact_id == key]
            yield _out_of_order(contact, attempts, replies)


def _with(there: Iterable[R], kept: dict[str, Record], kind: type[R]) -> list[R]:
    added = [record for record in kept.values() if isinstance(record, kind)]
    return [record for record in there if record.id not in kept] + added


def _contacts_touched(book: Book, records: tuple[Record, ...]) -> dict[str, None]:
    """The contacts among the records and those that their attempts and replies belong to, now or before."""
    touched: dict[str, None] = {}
    for record in records:
        if isinstance(record, Contact):
            touched[record.id] = None
        if isinstance(record, Attempt | Reply):
            earlier = book.attempts.get(record.id) or book.replies.get(record.id)
            touched |= dict.fromkeys([record.contact_id, earlier.contact_id if earlier else record.contact_id])
    return touched
