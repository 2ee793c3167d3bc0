"""The review command: its first page in plain lines, or all of it in a file."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from carecompanion import files, options
from carecompanion.options import Declined

if TYPE_CHECKING:
    from carecompanion.sharing.document import Document

TO_WRITE = "Nothing was written: the name of the file has to end in .pdf, .html, .md or .txt."
WRITTEN = "Written: your review. This file is not protected: anyone who has it can read it."
SHORT_OF_LETTERS = (
    "Some letters are not in the fonts of the PDF and stand there as �. A file ending in .html has them all."
)


def review(asked: argparse.Namespace) -> str:
    """What was said or done: the first page of the review, or that it was written. Raises Declined."""
    from carecompanion.sharing.text import spoken

    if asked.file is None:
        return "\n".join(spoken(_document(asked).first_page))
    target = Path(asked.file)
    if target.suffix.lower() not in WRITERS:
        raise Declined(TO_WRITE)
    content, more = WRITERS[target.suffix.lower()](_document(asked), asked.large_print)
    files.write_private(target, content)
    return f"{WRITTEN}{more}"


def _document(asked: argparse.Namespace) -> "Document":
    """The review as it was asked for, from the opened journal."""
    from carecompanion.domain.periods import latest_review
    from carecompanion.sharing.review_pages import Choices, review_document

    clock = options.clock(asked)
    with options.unlocked(asked) as journal:
        book, now = journal.book, clock()
        day = book.day_of(now)
        days = options.days(asked, day, latest_review(book, day)) if asked.first or asked.last else None
        return review_document(book, days, now, Choices(asked.names, asked.dates))


def _as_text(document: "Document", _large_print: bool) -> tuple[bytes, str]:
    from carecompanion.sharing.text import draw_text

    return draw_text(document).encode(errors="replace"), ""


def _as_markdown(document: "Document", _large_print: bool) -> tuple[bytes, str]:
    from carecompanion.sharing.markdown import draw_markdown

    return draw_markdown(document).encode(errors="replace"), ""


def _as_html(document: "Document", large_print: bool) -> tuple[bytes, str]:
    from carecompanion.sharing.html import draw_html

    return draw_html(document, large_print=large_print).encode(errors="replace"), ""


def _as_pdf(document: "Document", large_print: bool) -> tuple[bytes, str]:
    from carecompanion.sharing.pdf import draw_pdf

    drawn = draw_pdf(document, large_print=large_print)
    return drawn.content, f" {SHORT_OF_LETTERS}" if drawn.is_short_of_letters else ""


WRITERS: dict[str, Callable[["Document", bool], tuple[bytes, str]]] = {
    ".pdf": _as_pdf,
    ".html": _as_html,
    ".md": _as_markdown,
    ".txt": _as_text,
}
"""How each kind of file is drawn, by the end of its name."""
