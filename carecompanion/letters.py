"""The letters command: which letters there are, one of them in plain lines, or that one in a file."""

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

from carecompanion import options
from carecompanion.options import Declined
from carecompanion.reviewing import FOR_NOBODY, format_of, note_shared, write

if TYPE_CHECKING:
    from datetime import datetime

    from carecompanion.domain.book import Book
    from carecompanion.domain.records import Letter
    from carecompanion.store import Journal

WRITTEN = "Written: your letter. This file is not protected: anyone who has it can read it."
NO_SUCH = "There is no letter of that number. `carecompanion letters` says which there are."
KEPT_OUT = "Nothing was written: this letter is kept out of anything you share."


def letters(asked: argparse.Namespace) -> str:
    """What was said or done. Raises Declined."""
    from carecompanion.sharing.letters import letter_document
    from carecompanion.sharing.review_pages import Choices
    from carecompanion.sharing.spoken_letters import spoken_letter, spoken_letters

    if asked.file is None and asked.given_to is not None:
        raise Declined(FOR_NOBODY)
    if asked.file is not None:
        format_of(asked.file)
    with options.unlocked(asked) as journal:
        book, now = journal.book, options.clock(asked)()
        if asked.number is None:
            return "\n".join(spoken_letters(book, now))
        letter = _numbered(asked.number, book)
        if asked.file is not None:
            return f"{WRITTEN}{_written(asked, journal, letter, now)}"
        document = letter_document(book, letter.id, now, Choices(asked.names, asked.dates))
        return "\n".join(spoken_letter(letter, document, book, now))


def _written(asked: argparse.Namespace, journal: "Journal", letter: "Letter", now: "datetime") -> str:
    """Write the file and note it as shared; what there is to say beside that. Raises Declined."""
    from carecompanion.sharing.letters import letter_document
    from carecompanion.sharing.review_pages import Choices
    from carecompanion.sharing.shared import shared_copy

    file_format = format_of(asked.file)
    document = letter_document(journal.book, letter.id, now, Choices(asked.names, asked.dates))
    if document is None:
        raise Declined(KEPT_OUT)
    more = write(asked.file, document, file_format, large_print=asked.large_print)
    copy = replace(
        shared_copy(document, now, file_format, given_to=asked.given_to),
        names=asked.names,
        dates=asked.dates,
        large_print=asked.large_print,
        letter_id=letter.id,
    )
    return f"{more}{note_shared(journal, copy, now)}"


def _numbered(number: str, book: "Book") -> "Letter":
    from carecompanion.domain.whole_numbers import whole_number
    from carecompanion.sharing.spoken_letters import numbered

    found = numbered(book)
    place = whole_number(number, 1, len(found))
    if place is None:
        raise Declined(NO_SUCH)
    return found[place - 1]
