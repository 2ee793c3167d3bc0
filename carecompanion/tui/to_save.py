"""What can be saved to be taken along, how it is saved, and the record of that."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from carecompanion.domain.records import SharedCopy
from carecompanion.domain.vocabulary import FileFormat
from carecompanion.sharing.document import Document
from carecompanion.sharing.review_pages import Choices
from carecompanion.sharing.shared import shared_again, shared_copy


@dataclass(frozen=True, slots=True, repr=False)
class Source:
    """What can be saved: how the document is made, what its file is called, whom it is for, what it was made of.

    `was` is a copy that is saved again, unchanged.
    """

    make: Callable[[Choices], Document]
    name: str
    given_to: str = ""
    review_id: str | None = None
    letter_id: str | None = None
    was: SharedCopy | None = None


@dataclass(frozen=True, slots=True, repr=False)
class How:
    """As what it is saved, how names and dates stand in it, and for whom."""

    file_format: FileFormat
    choices: Choices
    large_print: bool
    given_to: str


@dataclass(frozen=True, slots=True, repr=False)
class Saved:
    """A file that was written, what is to be kept of that, and what else there is to say."""

    path: Path
    copy: SharedCopy
    remark: str


def record_of(document: Document, source: Source, how: How, now: datetime) -> SharedCopy:
    """The record that this was saved so."""
    if source.was is not None:
        return shared_again(source.was, now, how.file_format, large_print=how.large_print, given_to=how.given_to)
    copy = shared_copy(document, now, how.file_format, given_to=how.given_to)
    chosen = replace(copy, names=how.choices.names, dates=how.choices.dates, large_print=how.large_print)
    return replace(chosen, review_id=source.review_id, letter_id=source.letter_id)
