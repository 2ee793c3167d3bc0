"""A book that has been changed answers every look-up as one that was made whole."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from carecompanion.domain.book import LOOKED_UP_IN, Book
from carecompanion.domain.records import LISTS, Attempt
from tests.domain.lively import lively_books


def looked_up(book: Book) -> dict[str, object]:
    return {name: getattr(book, name) for name in LOOKED_UP_IN if name != "_offsets"}


def made_whole(book: Book) -> Book:
    return Book(settings=book.settings, **{name: dict(book.list(name)) for name in LISTS})  # type: ignore[arg-type]  # names are LISTS'


@given(book=lively_books(), data=st.data())
@settings(max_examples=60, deadline=None)
def test_look_ups_follow_what_is_put_in_and_taken_out(book: Book, data: st.DataObject) -> None:
    looked_up(book)
    records = list(book.everything())
    gone = data.draw(st.lists(st.sampled_from(records), max_size=6, unique_by=lambda record: record.id))
    after = book.without(*gone)
    assert looked_up(after) == looked_up(made_whole(after))
    again = after.keeping(*gone)
    assert looked_up(again) == looked_up(made_whole(again))
    assert set(again.everything()) == set(records)


def test_a_record_that_moves_to_another_group_leaves_the_first() -> None:
    contacts = ("one", "two")
    first = Attempt(id="a", contact_id=contacts[0], at=datetime(2026, 3, 9, tzinfo=UTC), route="text", outcome="sent")
    book = Book().keeping(first)
    assert book.attempts_of("one") == (first,)
    moved = replace(first, contact_id=contacts[1])
    after = book.keeping(moved)
    assert (after.attempts_of("one"), after.attempts_of("two")) == ((), (moved,))
    assert book.attempts_of("one") == (first,)


def test_what_changes_nothing_is_the_same_book() -> None:
    book = Book().keeping(
        Attempt(id="a", contact_id="one", at=datetime(2026, 3, 9, tzinfo=UTC), route="text", outcome="sent")
    )
    assert book.keeping() is book.without() is book.with_settings(book.settings) is book
