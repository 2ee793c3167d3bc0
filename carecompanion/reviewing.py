"""The review command: its first page in plain lines, or all of it in a file, which is then noted as shared."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from carecompanion import files, options
from carecompanion.language import _
from carecompanion.options import Declined

if TYPE_CHECKING:
    from datetime import datetime

    from carecompanion.domain.book import Book
    from carecompanion.domain.periods import Period
    from carecompanion.domain.records import SharedCopy
    from carecompanion.domain.vocabulary import FileFormat
    from carecompanion.sharing.document import Document
    from carecompanion.store import Journal

FORMATS: "dict[str, FileFormat]" = {".pdf": "pdf", ".html": "html", ".md": "md", ".txt": "txt"}
"""The formats by the end of a file's name."""
TO_WRITE = _("Nothing was written: the name of the file has to end in .pdf, .html, .md or .txt.")
FOR_NOBODY = _("--for is for a file: it says whom that is for.")
WRITTEN = _("Written: your review. This file is not protected: anyone who has it can read it.")


def review(asked: argparse.Namespace) -> str:
    """What was said or done: the first page of the review, or that it was written. Raises Declined."""
    from carecompanion.sharing.text import spoken

    if asked.file is None:
        if asked.given_to is not None:
            raise Declined(FOR_NOBODY)
        with options.unlocked(asked) as journal:
            return "\n".join(spoken(_document(asked, journal.book, options.clock(asked)()).first_page))
    format_of(asked.file)
    with options.unlocked(asked) as journal:
        return f"{WRITTEN}{_written(asked, journal, options.clock(asked)())}"


def format_of(file: str) -> "FileFormat":
    """In which format that file is written. Raises Declined."""
    found = FORMATS.get(Path(file).suffix.lower())
    if found is None:
        raise Declined(TO_WRITE)
    return found


def note_shared(journal: "Journal", copy: "SharedCopy", now: "datetime") -> str:
    """Keep what was shared; a sentence only when it could not be kept."""
    from carecompanion.sharing.shared import UNNOTED
    from carecompanion.store import StoreError

    try:
        journal.keep(copy, at=now)
    except StoreError as error:
        return f" {UNNOTED} {error}"
    return ""


def days_of(asked: argparse.Namespace, book: "Book", now: "datetime") -> "Period | None":
    """The days that the options name; None when they name none. Raises Declined."""
    from carecompanion.domain.periods import latest_review

    day = book.day_of(now)
    return options.days(asked, day, latest_review(book, day)) if asked.first or asked.last else None


def write_and_note(
    asked: argparse.Namespace,
    journal: "Journal",
    document: "Document",
    now: "datetime",
    *,
    review_id: str | None = None,
    letter_id: str | None = None,
) -> str:
    """Write a document as it was asked for and note it as shared; what there is to say beside that. Raises Declined."""
    from carecompanion.sharing.shared import shared_copy

    file_format = format_of(asked.file)
    more = write(asked.file, document, file_format, large_print=asked.large_print)
    copy = replace(
        shared_copy(document, now, file_format, given_to=asked.given_to),
        names=asked.names,
        dates=asked.dates,
        large_print=asked.large_print,
        review_id=review_id,
        letter_id=letter_id,
    )
    return f"{more}{note_shared(journal, copy, now)}"


def write(file: str, document: "Document", file_format: "FileFormat", *, large_print: bool) -> str:
    """Write a document to a new file; what there is to say beside that. Raises Declined."""
    from carecompanion.sharing.writers import SHORT_OF_LETTERS, written

    made = written(document, file_format, large_print=large_print)
    files.write_private(Path(file), made.content)
    return f" {SHORT_OF_LETTERS}" if made.is_short_of_letters else ""


def _written(asked: argparse.Namespace, journal: "Journal", now: "datetime") -> str:
    """Write the file and note it; what there is to say beside that."""
    from carecompanion.domain.review_in_hand import review_in_hand

    in_hand, document = review_in_hand(journal.book, now), _document(asked, journal.book, now)
    return write_and_note(asked, journal, document, now, review_id=in_hand.id if in_hand else None)


def _document(asked: argparse.Namespace, book: "Book", now: "datetime") -> "Document":
    """The review as it was asked for."""
    from carecompanion.sharing.review_pages import Choices, review_document

    return review_document(book, days_of(asked, book, now), now, Choices(asked.names, asked.dates))
