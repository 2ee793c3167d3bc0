"""The letters command: which letters there are, one of them in plain lines, or that one in a file."""

import argparse
from typing import TYPE_CHECKING

from carecompanion import options
from carecompanion.language import _
from carecompanion.options import Declined
from carecompanion.reviewing import FOR_NOBODY, format_of, write_and_note

if TYPE_CHECKING:
    from carecompanion.domain.book import Book
    from carecompanion.domain.records import Letter

WRITTEN = _("Written: your letter. This file is not protected: anyone who has it can read it.")
NO_SUCH = _("There is no letter of that number. `carecompanion letters` says which there are.")
KEPT_OUT = _("Nothing was written: this letter is kept out of anything you share.")


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
        letter = numbered_letter(asked.number, book)
        document = letter_document(book, letter.id, now, Choices(asked.names, asked.dates))
        if asked.file is None:
            return "\n".join(spoken_letter(letter, document, book, now))
        if document is None:
            raise Declined(KEPT_OUT)
        return f"{WRITTEN}{write_and_note(asked, journal, document, now, letter_id=letter.id)}"


def numbered_letter(number: str, book: "Book") -> "Letter":
    """The letter of that number in the list. Raises Declined."""
    from carecompanion.domain.whole_numbers import whole_number
    from carecompanion.sharing.spoken_letters import numbered

    found = numbered(book)
    place = whole_number(number, 1, len(found))
    if place is None:
        raise Declined(NO_SUCH)
    return found[place - 1]
