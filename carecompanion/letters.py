"""The letters command: which letters there are, one of them in plain lines, or that one in a file."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from carecompanion import files, options
from carecompanion.options import Declined
from carecompanion.reviewing import TO_WRITE, WRITERS

if TYPE_CHECKING:
    from carecompanion.domain.book import Book
    from carecompanion.domain.records import Letter

WRITTEN = "Written: your letter. This file is not protected: anyone who has it can read it."
NO_SUCH = "There is no letter of that number. `carecompanion letters` says which there are."
KEPT_OUT = "Nothing was written: this letter is kept out of anything you share."


def letters(asked: argparse.Namespace) -> str:
    """What was said or done. Raises Declined."""
    from carecompanion.sharing.letters import letter_document
    from carecompanion.sharing.review_pages import Choices
    from carecompanion.sharing.spoken_letters import spoken_letter, spoken_letters

    target = Path(asked.file) if asked.file is not None else None
    if target is not None and target.suffix.lower() not in WRITERS:
        raise Declined(TO_WRITE)
    clock = options.clock(asked)
    with options.unlocked(asked) as journal:
        book, now = journal.book, clock()
        if asked.number is None:
            return "\n".join(spoken_letters(book, now))
        letter = _numbered(asked.number, book)
        document = letter_document(book, letter.id, now, Choices(asked.names, asked.dates))
        if target is None:
            return "\n".join(spoken_letter(letter, document, book, now))
    if document is None:
        raise Declined(KEPT_OUT)
    content, more = WRITERS[target.suffix.lower()](document, asked.large_print)
    files.write_private(target, content)
    return f"{WRITTEN}{more}"


def _numbered(number: str, book: "Book") -> "Letter":
    from carecompanion.sharing.spoken_letters import numbered

    found = numbered(book)
    if not (number.isascii() and number.isdigit() and 1 <= int(number[:9]) <= len(found)):
        raise Declined(NO_SUCH)
    return found[int(number) - 1]
