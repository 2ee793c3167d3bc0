"""The points of a review as rows: ● for what goes along, ○ for what is left out, broken and never cut."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from textual.content import Content

from carecompanion.domain.book import Book
from carecompanion.domain.lines import first_line
from carecompanion.domain.names import called
from carecompanion.domain.records import Appointment
from carecompanion.domain.review_items import SIDES, name_of
from carecompanion.domain.review_items import Item as Point
from carecompanion.domain.review_words import GROUPS, NONE_YET, row_words
from carecompanion.language import _
from carecompanion.sharing.plain_lines import stopped
from carecompanion.sharing.review_pages import Prepared
from carecompanion.tui.parts.drawing import accent, faint, lines, muted, say
from carecompanion.tui.parts.items import Item, blank, heading
from carecompanion.tui.parts.reading import is_reading

HANGING = 2
AGREED = "agreed"
"""Begins the keys of rows for what was agreed."""
WRITE_AGREED = _("Write down what was agreed")
WISH = _("I would like: ")
LEFT_OUT = _("Left out.")

Said = tuple[str, str, bool]
"""A point's words, what the person would like, and whether it goes along."""


class ReviewRows:
    """Makes the rows. Words that stand as they stood before are not broken into lines again."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[Said, int, bool], Content] = {}
        self._width = 0

    def rows(self, found: Prepared, now: datetime, *, gap: bool) -> Iterator[Item]:
        """Group by group; with a `gap` below each group."""
        for place, side in enumerate(SIDES):
            if gap and place:
                yield blank()
            yield heading(GROUPS[side])
            points = [point for point in found.items if point.side == side]
            for point in points:
                yield self._row(point, found, now)
            if not points:
                yield Item(partial(_none_yet, NONE_YET[side]))

    def _row(self, point: Point, found: Prepared, now: datetime) -> Item:
        said = row_words(point, found.review.book, now), point.wish, point.is_in
        return Item(partial(self._draw, said), name_of(point), partial(self._height, said))

    def _draw(self, said: Said, width: int) -> Content:
        if width != self._width:
            self._drawn.clear()
            self._width = width
        key = said, width, is_reading()
        if key not in self._drawn:
            self._drawn[key] = _draw(said, max(1, width - HANGING))
        return self._drawn[key]

    def _height(self, said: Said, width: int) -> int:
        return self._draw(said, width).plain.count("\n") + 1


def agreed_rows(visit: Appointment, book: Book) -> Iterator[Item]:
    """What was agreed at a review that has been, and the way to write more of it down."""
    yield heading(_("What was agreed"))
    for promise in book.promises_from(visit.id):
        words = f"{called(book, promise.by_person_id)}: {first_line(promise.text)}"
        yield Item(partial(_promised, words), f"{AGREED}:{promise.id}")
    yield Item(lambda _width: say(accent("› "), WRITE_AGREED), f"{AGREED}:")
    yield blank()


def _promised(words: str, width: int) -> Content:
    first, *rest = _broken(say(words), max(1, width - HANGING))
    return lines(say(muted("– "), first), *(row.pad_left(HANGING) for row in rest))


def _draw(said: Said, room: int) -> Content:
    words, wish, is_in = said
    mark, hanging = ("● ", "$st-accent") if is_in else ("○ ", "$st-faint"), HANGING
    if is_reading():
        words, mark, hanging = words if is_in else f"{stopped(words)} {LEFT_OUT}", ("", ""), 0
    rows = _broken(say(words if is_in else muted(words)), room)
    if wish:
        rows += _broken(say(muted(f"{WISH}{wish}")), room)
    first, *rest = rows
    return lines(say(mark, first), *(row.pad_left(hanging) for row in rest))


def _broken(words: Content, room: int) -> list[Content]:
    return list(words.wrap(room)) or [words]


def _none_yet(words: str, _width: int) -> Content:
    return say("  ", faint(words))
