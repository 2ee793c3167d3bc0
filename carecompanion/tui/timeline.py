"""The journal's rows: entries under day headings, and what words were found in, best match first."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter

from textual.content import Content

from carecompanion.domain.acts import kind_of, the_record
from carecompanion.domain.book import Book
from carecompanion.domain.moments import long_day, short_date
from carecompanion.domain.names import at_start
from carecompanion.domain.order import Entry
from carecompanion.domain.records import Record
from carecompanion.domain.search import alternatives, words_in
from carecompanion.domain.timeline import PLACED, entry_for, line
from carecompanion.language import _
from carecompanion.tui.parts.drawing import Piece, both_ends, lines, mark, muted, say
from carecompanion.tui.parts.items import Items
from carecompanion.tui.parts.reading import is_reading
from carecompanion.tui.reading_rows import entry_row, moment_words

TWO_LINES_BELOW = 58
WIDEST = 500
"""Letters of a title that a row can show at most."""


class Timeline(Items):
    """Entries under day headings. Only what shows is put into words."""

    def __init__(self, found: Sequence[Entry], book: Book, now: datetime) -> None:
        self._book, self._now = book, now
        self._today = book.day_of(now)
        self._found = found
        self._rows: list[Entry | date] = []
        self._headings: list[int] = []
        """The places of the days among the rows."""
        for day, entries in groupby(found, attrgetter("day")):  # a day at a time: there may be 100,000 entries
            self._headings.append(len(self._rows))
            self._rows += (day, *entries)

    @property
    def count(self) -> int:
        return len(self._rows)

    def heights(self, width: int) -> Sequence[int]:
        heights = [2 if width < TWO_LINES_BELOW else 1] * self.count
        for place in self._headings:
            heights[place] = 2 if place else 1
        return heights

    def key(self, place: int) -> str | None:
        row = self._rows[place]
        return row.record.id if isinstance(row, Entry) else None

    def place_of(self, key: str) -> int | None:
        record = self._book.record(key)
        if record is None or type(record) not in PLACED:
            return None
        sought, last = entry_for(record, self._book), len(self._found) - 1
        back = bisect_left(range(last + 1), sought.place, key=lambda back: self._found[last - back].place)
        at = last - back
        if at < 0 or self._found[at].record.id != key:
            return None
        return at + bisect_right(range(len(self._headings)), at, key=lambda days: self._headings[days] - days)

    def draw(self, place: int, width: int) -> Content:
        row = self._rows[place]
        if not isinstance(row, Entry):
            name = long_day(row, self._today)
            return say(
                "\n" if place else "", (_("Today, {name}").format(name=name) if row == self._today else name, "bold")
            )
        return draw_line(row, self._book, self._now, width)


class Results(Items):
    """What words were found in, best match first: entries with their day, and people."""

    def __init__(self, found: Sequence[Entry | Record], words: str, book: Book, now: datetime) -> None:
        self._found, self._book, self._now = found, book, now
        self._words = tuple(word for word, _open, _marks in alternatives(words, book))

    @property
    def count(self) -> int:
        return len(self._found)

    def heights(self, width: int) -> Sequence[int]:
        return [2 if width < TWO_LINES_BELOW else 1] * self.count

    def key(self, place: int) -> str | None:
        return _record(self._found[place]).id

    def draw(self, place: int, width: int) -> Content:
        row = self._found[place]
        if isinstance(row, Entry):
            return draw_line(row, self._book, self._now, width, short_day(row.day, self._now.date()), self._words)
        title = at_start(the_record(row, self._book, self._now))
        kind = kind_of(row)
        if width >= TWO_LINES_BELOW:
            return both_ends(width, [f"{'':<9}  ", muted(f"{kind:<10} "), *marked(title, self._words)], [])
        return lines(say(*marked(title, self._words)), say(muted(kind)))


def draw_line(
    entry: Entry, book: Book, now: datetime, width: int, day: str | None = None, words: Sequence[str] = ()
) -> Content:
    """An entry in one line, or in two when there is little room; with its `day` in place of its time, words marked."""
    said = line(entry, book, now)
    if is_reading():
        at = moment_words(entry.day, said.time, book.day_of(now))
        return entry_row(said, at, width, marked(said.title[:WIDEST], words), one_line=width >= TWO_LINES_BELOW)
    style = {"missed": "$st-attention", "open": ""}.get(said.mark, "$st-muted")
    outcome: list[Piece] = [(said.outcome, style)] if said.outcome else []
    shape = mark(said.mark)
    when = f"{said.time:<5}  " if day is None else f"{day:<9}  "
    title = marked(said.title[:WIDEST], words)
    if width >= TWO_LINES_BELOW:
        kind = muted(f"{said.kind:<10} ")
        return both_ends(width, [when, kind, *title], [*outcome, "  ", shape])
    first = both_ends(width, [when, *title], [shape])
    return lines(first, both_ends(width, [" " * len(when), muted(said.kind)], outcome))


def marked(text: str, words: Sequence[str]) -> list[Piece]:
    """A text with the words underlined that begin with one of those looked for."""
    if not words:
        return [text]
    pieces: list[Piece] = []
    for begins, group in groupby(re.split(r"(\w+)", text), lambda piece: _begins(piece, words)):
        together = "".join(group)
        pieces.append((together, "underline bold") if begins else together)
    return pieces


def short_day(day: date, today: date) -> str:
    """As in "11 Mar", "11 Mar 25" in another year."""
    said = short_date(day, day.year)
    return said if day.year == today.year else f"{said} {day:%y}"


def _begins(piece: str, words: Sequence[str]) -> bool:
    return any(each.startswith(word) for each in words_in(piece) for word in words)


def _record(row: Entry | Record) -> Record:
    return row.record if isinstance(row, Entry) else row
