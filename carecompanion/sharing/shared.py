"""What was shared: the record of a copy, the same shared again, and all of them in plain lines."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from carecompanion.domain.book import Book
from carecompanion.domain.identity import new_id
from carecompanion.domain.moments import long_day
from carecompanion.domain.names import at_start
from carecompanion.domain.records import SharedCopy
from carecompanion.domain.vocabulary import DatesAs, FileFormat, NamesAs
from carecompanion.language import _
from carecompanion.sharing.document import Document
from carecompanion.sharing.frozen import NotADocument, frozen, thawed
from carecompanion.sharing.plain_lines import harmless, plain, stopped

FORMATS: Mapping[FileFormat, str] = {"pdf": "PDF", "html": _("web page"), "md": _("Markdown"), "txt": _("plain text")}
NAMES: Mapping[NamesAs, str] = {"written": "", "roles": _("names as roles"), "initials": _("names as initials")}
DATES: Mapping[DatesAs, str] = {"exact": "", "rough": _("dates as “early March”")}
NOTHING = _("You have shared nothing yet. What you save to take with you is kept here exactly as it was.")
UNNOTED = _("It could not be noted in your journal as shared.")
FILE_STAYS = _("It goes from this list only: the file you saved stays where it is.")
NO_TITLE = _("A copy without a title")
NOT_SHOWN = _(
    "This copy cannot be shown or saved again: what is kept of it is not a document. Nothing else is affected."
)


def shared_copy(document: Document, now: datetime, file_format: FileFormat, *, given_to: str | None) -> SharedCopy:
    """The record that this document was shared just now, as such a file, for somebody or for nobody in particular."""
    words = " ".join((given_to or "").split()) or None
    return SharedCopy(
        id=new_id(now), written_at=now, at=now, document=frozen(document), file_format=file_format, given_to=words
    )


def shared_again(
    copy: SharedCopy, now: datetime, file_format: FileFormat, *, large_print: bool, given_to: str | None
) -> SharedCopy:
    """The record that the same document, to the letter, was shared once more."""
    return replace(
        shared_copy(Document("", ()), now, file_format, given_to=given_to),
        document=copy.document,
        large_print=large_print,
        names=copy.names,
        dates=copy.dates,
        review_id=copy.review_id,
        letter_id=copy.letter_id,
    )


def copies(book: Book) -> tuple[SharedCopy, ...]:
    """What was shared, the newest first."""
    return tuple(sorted(book.shared_copies.values(), key=lambda copy: (copy.at, copy.id), reverse=True))


def document_of(copy: SharedCopy) -> Document | None:
    """The document as it was; None where what is kept is none."""
    try:
        return thawed(copy.document)
    except NotADocument:
        return None


def title_of(copy: SharedCopy) -> str:
    """What a copy is called."""
    document = document_of(copy)
    return (document and harmless(document.title).strip()) or NO_TITLE


def how_words(copy: SharedCopy) -> str:
    """As in "PDF, large print, names as roles"."""
    large = _("large print") if copy.large_print else ""
    return ", ".join(part for part in (FORMATS[copy.file_format], large, NAMES[copy.names], DATES[copy.dates]) if part)


def chosen_words(copy: SharedCopy) -> str:
    """As in "Names as roles. "; "" where everything stands as it was written."""
    chosen = ", ".join(part for part in (NAMES[copy.names], DATES[copy.dates]) if part)
    return f"{at_start(chosen)}. " if chosen else ""


def when_words(copy: SharedCopy, book: Book, now: datetime) -> str:
    """As in "Thursday 12 March, 14:20"."""
    at = book.local(copy.at)
    return f"{long_day(at.date(), book.day_of(now))}, {at:%H:%M}"


def spoken_shared(book: Book, now: datetime) -> tuple[str, ...]:
    """What was shared, the newest first, each with its number: 1 is what was shared first."""
    found = copies(book)
    said = (f"{len(found) - place}: {_said(copy, book, now)}" for place, copy in enumerate(found))
    return plain((said if found else (NOTHING,),))


def _said(copy: SharedCopy, book: Book, now: datetime) -> str:
    whom = _(", for {given_to}").format(given_to=harmless(copy.given_to)) if copy.given_to else ""
    said = _("{title_of}{whom}, as {how_words}").format(title_of=title_of(copy), whom=whom, how_words=how_words(copy))
    return f"{stopped(said)} {stopped(when_words(copy, book, now))}"
