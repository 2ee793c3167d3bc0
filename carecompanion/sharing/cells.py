"""The cells of one line: days and times, lengths, words and people; what cannot be read is named by its line."""

import re
from collections.abc import Callable
from datetime import datetime, time
from typing import TypeVar

from carecompanion.domain.book import Book
from carecompanion.domain.moments import LONGEST, Unreadable, read_day, read_moment, read_time
from carecompanion.domain.workdays import at_wall
from carecompanion.language import _
from carecompanion.sharing.columns_of import Columns
from carecompanion.sharing.quoting import shown
from carecompanion.sharing.table import Line
from carecompanion.sharing.words_for import WORDS, plain

T = TypeVar("T")

YEAR = re.compile(r"\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2}\b", re.ASCII)
INSTANT = re.compile(r"\d{4}-\d\d-\d\d[ tT]\d\d:\d\d(:\d\d([.,]\d+)?)?([zZ]|[+-]\d\d:?\d\d)", re.ASCII)
SECONDS = re.compile(r"(\d{1,2}[:.]\d{2})[:.]\d{2}([.,]\d+)?", re.ASCII)
DAY_AND_TIME = re.compile(
    r"(?P<day>.*?)(?:[ ,]+|(?<=\d)[tT])"
    r"(?P<time>\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?|noon|midday)",
    re.IGNORECASE | re.ASCII,
)
LENGTHS = (
    re.compile(r"(?P<minutes>\d{1,4})(?:[.,]0+)?\s*(?:m|min|mins|minute|minutes)?\.?", re.ASCII),
    re.compile(r"(?P<hours>\d{1,2})\s*(?:h|hr|hrs|hour|hours)(?:\s*(?P<minutes>\d{1,2})\s*(?:m|min|mins|minutes)?)?"),
    re.compile(r"(?P<hours>\d{1,2}):(?P<minutes>\d{2})(?::00)?", re.ASCII),
)


class Misread(ValueError):  # noqa: N818  # what happened to the cell
    """A cell that says nothing a record could hold; its text quotes the cell, and is for the preview alone."""


class Cells:
    """One line by the names of its fields; `problems` gathers what could not be read."""

    def __init__(self, line: Line, columns: Columns, book: Book, now: datetime) -> None:
        self.place = _("Line {number}").format(number=line.number)
        self.problems: list[str] = []
        self._cells = line.cells
        self._columns = columns
        self._book = book
        self._now = now

    def text(self, field: str) -> str:
        """What stands in the field, without space around it."""
        place = self._columns.places.get(field)
        if place is None:
            return self._columns.always.get(field, "")
        return self._cells[place].strip() if place < len(self._cells) else ""

    def problem(self, sentence: str) -> None:
        """Say why the line cannot be kept."""
        self.problems.append(f"{self.place}: {sentence}")

    def when(self, day: str, clock: str) -> tuple[datetime, bool] | None:
        """The instant that two fields name, and whether a time of day was said; noon when none was."""
        return self._tried(lambda: instant(self.text(day), self.text(clock), self._now, self._book))

    def word(self, field: str) -> str | None:
        """The word a record holds for what stands in the field; None when nothing does."""
        said = self.text(field)
        return self._tried(lambda: _word(field, said)) if said else None

    def minutes(self, field: str) -> int | None:
        """A length in whole minutes; None when none is said."""
        said = self.text(field)
        return self._tried(lambda: _minutes(said)) if said else None

    def somebody(self, field: str) -> tuple[str | None, str | None]:
        """The id of the person whose name stands there, else the name as it stands."""
        return somebody(self._book, self.text(field))

    def _tried(self, read: Callable[[], T]) -> T | None:
        try:
            return read()
        except Misread as misread:
            self.problem(str(misread))
            return None


def somebody(book: Book, name: str) -> tuple[str | None, str | None]:
    """The id of the one person with this name, capitals and spaces aside; else the name itself, if there is any."""
    sought = " ".join(name.split()).casefold()
    found = [key for key, person in book.people.items() if " ".join(person.name.split()).casefold() == sought]
    return (found[0], None) if len(found) == 1 else (None, name.strip() or None)


def instant(day: str, clock: str, now: datetime, book: Book) -> tuple[datetime, bool]:
    """The instant of a day and a time of day on the journal's clock. Raises Misread."""
    if not day:
        raise Misread(_("there is no day."))
    if len(day) > LONGEST or len(clock) > LONGEST:
        raise Misread(_("“{day}” is not a day.").format(day=shown(day)))
    if INSTANT.fullmatch(day):
        return _read(lambda: read_moment(day.replace(" ", "T", 1), now, book.zone), day, _("a time")), True
    found = DAY_AND_TIME.fullmatch(day)
    dated, at = (found["day"], clock or found["time"]) if found else (day, clock)
    if not YEAR.search(dated):
        raise Misread(_("“{day}” is not a day with its year, as in 9/3/2026.").format(day=shown(day)))
    on = _read(lambda: read_day(dated, book.day_of(now)), day, _("a day"))
    if not at:
        return at_wall(on, time(12), book.zone), False
    return at_wall(on, _read(lambda: read_time(SECONDS.sub(r"\1", at)), at, _("a time of day")), book.zone), True


def _read(read: Callable[[], T], said: str, what: str) -> T:
    try:
        return read()
    except Unreadable:
        raise Misread(_("“{said}” is not {what}.").format(said=shown(said), what=what)) from None


def _word(field: str, said: str) -> str:
    found = WORDS[field].get(plain(said))
    if found is None:
        known = ", ".join(dict.fromkeys(WORDS[field].values())).replace("_", " ")
        raise Misread(
            _("“{said}” says nothing the journal knows of {field}; it can be: {known}.").format(
                said=shown(said), field=field, known=known
            )
        )
    return found


def _minutes(said: str) -> int:
    for pattern in LENGTHS:
        if found := pattern.fullmatch(said.lower()):
            parts = found.groupdict()
            length = 60 * int(parts.get("hours") or 0) + int(parts["minutes"] or 0)
            if length:
                return length
    raise Misread(_("“{said}” is not a length in minutes.").format(said=shown(said)))
