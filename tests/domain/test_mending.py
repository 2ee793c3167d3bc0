"""A book of what is left of another: nothing in it refers to nothing, and no words that were left are lost."""

from datetime import UTC, datetime
from functools import partial

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carecompanion.domain.book import Book
from carecompanion.domain.contradictions import dangling
from carecompanion.domain.mending import SOMEBODY, SOMETHING, mended
from carecompanion.domain.records import Attempt, Contact, Record, Reply
from carecompanion.domain.sample import sample_book
from carecompanion.domain.search import text_fields
from tests.records import any_book

NOW = datetime(2026, 3, 12, 14, 20, tzinfo=UTC)
SAMPLE = sample_book(NOW)


def words_of(record: Record) -> list[str]:
    kind: type = type(record)
    return [text for name in text_fields(kind) if (text := getattr(record, name))]


def check(left: list[Record], book: Book) -> None:
    """What holds of every mended book."""
    for record in book.everything():
        assert not list(dangling(type(record), partial(getattr, record), lambda name, key: key in book.list(name)))
    tried = {attempt.contact_id for attempt in book.attempts.values()}
    assert tried == set(book.contacts)
    there = "\n".join(text for record in book.everything() for text in words_of(record))
    assert all(text in there for record in left for text in words_of(record))


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(any_book(), st.integers(0, 1 << 60))
def test_whatever_is_lost_the_rest_is_kept_and_refers_to_nothing_that_is_gone(book: Book, lost: int) -> None:
    left = [record for place, record in enumerate(book.everything()) if not lost >> place % 60 & 1]
    check(left, mended(left, book.settings, NOW))


def test_a_whole_book_stays_as_it_is() -> None:
    assert mended(SAMPLE.everything(), SAMPLE.settings, NOW) == SAMPLE


def test_somebody_and_something_stand_in_for_those_who_are_needed() -> None:
    left = [record for record in SAMPLE.everything() if record.id not in {*SAMPLE.people, *SAMPLE.contacts}]
    book = mended(left, SAMPLE.settings, NOW)
    check(left, book)
    assert {person.name for person in book.people.values()} == {SOMEBODY}
    assert {contact.about for contact in book.contacts.values()} == {SOMETHING}
    assert book.attempts.keys() == SAMPLE.attempts.keys()
    assert book.coordinations == SAMPLE.coordinations


def test_a_contact_whose_every_try_is_lost_and_a_reply_to_it_become_notes() -> None:
    contact = Contact(id="c", about="the letter")
    reply = Reply(id="r", contact_id="c", at=NOW, kind="message", note="they will ring")
    book = mended([contact, reply], SAMPLE.settings, NOW)
    assert sorted(note.text for note in book.notes.values()) == ["the letter", "they will ring"]
    assert not book.contacts
    assert not book.replies
    tried = Attempt(id="a", contact_id="c", at=NOW, route="text", outcome="sent")
    assert mended([contact, reply, tried], SAMPLE.settings, NOW).notes == {}
