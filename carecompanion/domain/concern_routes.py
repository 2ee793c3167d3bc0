"""The way a concern goes in one country: whom to turn to, how long each part takes, and where to go next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from carecompanion.domain.book import Book
from carecompanion.domain.records import Letter
from carecompanion.domain.vocabulary import Nation, WrittenIn
from carecompanion.language import _

COUNTRIES: Mapping[WrittenIn, str] = {
    "england": _("England"),
    "wales": _("Wales"),
    "scotland": _("Scotland"),
    "northern_ireland": _("Northern Ireland"),
}

NATION_OF: Mapping[WrittenIn, Nation] = {
    "england": "england_and_wales",
    "wales": "england_and_wales",
    "scotland": "scotland",
    "northern_ireland": "northern_ireland",
}
"""Whose bank holidays a country keeps."""

ONLY: Mapping[Nation, WrittenIn | None] = {
    "england_and_wales": None,
    "scotland": "scotland",
    "northern_ireland": "northern_ireland",
}
"""The one country of a nation; None where there are two to choose from."""


@dataclass(frozen=True, slots=True)
class Said:
    """A fact as it stands in the guidance, and whether it was read in a public source."""

    words: str
    is_read: bool

    @property
    def said(self) -> str:
        """The words, with a word beside those that were not checked."""
        return self.words if self.is_read else _("{words} (not checked)").format(words=self.words)


@dataclass(frozen=True, slots=True)
class ConcernRoute:
    """A country's way. Days are working days, counted from when the concern was sent.

    `answer_days` is None where how long a full answer takes is agreed with the person. `longest_months` is how far the
    time limit can reach. `changing` where the process was being changed when this was looked up, in `checked`.
    """

    written_in: WrittenIn
    checked: date
    first_help: Said
    time_limit: Said
    acknowledged: Said
    full_answer: Said
    next_stage: Said
    advocacy: Said
    limit_months: int
    acknowledged_days: int
    longest_months: int | None = None
    answer_days: int | None = None
    changing: bool = False


def country(book: Book, letter: Letter | None = None) -> WrittenIn | None:
    """Where a letter's service is, as far as it is known: as the letter says, by the nation, or as the last one was."""
    if letter is not None and letter.written_in is not None:
        return letter.written_in
    only = ONLY[book.settings.nation]
    if only is not None:
        return only
    known = (each for each in book.letters.values() if each.written_in in ("england", "wales"))
    last = max(known, key=lambda each: (each.begun_on, each.id), default=None)
    return last.written_in if last else None
