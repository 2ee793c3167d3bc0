"""What was shared out of a journal, kept as it was."""

from dataclasses import dataclass
from datetime import datetime

from carecompanion.domain.record import Record
from carecompanion.domain.vocabulary import DatesAs, FileFormat, NamesAs


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class SharedCopy(Record):
    """What was shared, exactly as it was: the document as data, in JSON, and how it was saved.

    `given_to` is whom it was for. `review_id` or `letter_id` says what it was made of.
    """

    at: datetime
    document: str
    file_format: FileFormat
    names: NamesAs = "written"
    dates: DatesAs = "exact"
    large_print: bool = False
    given_to: str | None = None
    review_id: str | None = None
    letter_id: str | None = None
