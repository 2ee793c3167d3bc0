"""What a copy holds, and how it differs from the journal, in words."""

from dataclasses import replace
from datetime import timedelta

import pytest

from carecompanion.domain.book import Book
from carecompanion.domain.copies import Compared, compare, compared_words, held_words
from carecompanion.domain.records import Note, Person
from tests.tui.driving import NOW

NOTE = Note(id="1", at=NOW, text="x")
SAM = Person(id="p", name="Sam", role="CPN")


@pytest.mark.parametrize(
    ("book", "words"),
    [
        (Book(), "nothing yet"),
        (Book().keeping(SAM), "no entries, and 1 person"),
        (Book().keeping(SAM, replace(SAM, id="q")), "no entries, and 2 people"),
        (Book().keeping(NOTE), "1 entry, of today"),
        (Book().keeping(NOTE, replace(NOTE, id="2")), "2 entries, all of today"),
        (
            Book().keeping(NOTE, replace(NOTE, id="2", at=NOW - timedelta(days=430))),
            "2 entries, from Mon 6 January 2025 to today",
        ),
        (Book().keeping(replace(NOTE, at=NOW + timedelta(days=1))), "nothing yet"),
    ],
)
def test_what_it_holds(book: Book, words: str) -> None:
    assert held_words(book, NOW) == words


def test_records_are_compared_one_by_one() -> None:
    journal = Book().keeping(SAM, NOTE, replace(NOTE, id="here"))
    copy = Book().keeping(SAM, replace(NOTE, text="other"), *(replace(NOTE, id=f"there {n}") for n in range(3)))
    assert compare(journal, copy) == Compared(journal_only=1, copy_only=3, differing=1)
    assert compare(journal, journal) == Compared(0, 0, 0)


@pytest.mark.parametrize(
    ("compared", "words"),
    [
        (Compared(0, 0, 0), ("It is the same as your journal.",)),
        (Compared(1, 0, 0), ("Your journal has 1 record that this copy lacks.",)),
        (
            Compared(1200, 2, 3),
            (
                "Your journal has 1,200 records that this copy lacks.",
                "This copy has 2 records that your journal lacks.",
                "3 records differ from what your journal has now.",
            ),
        ),
        (Compared(0, 0, 1), ("1 record differs from what your journal has now.",)),
    ],
)
def test_each_way_in_which_they_differ_is_a_sentence(compared: Compared, words: tuple[str, ...]) -> None:
    assert compared_words(compared) == words
