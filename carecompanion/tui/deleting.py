"""Deleting: the same key twice, and what it changes said in between."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from carecompanion.domain.acts import the_record
from carecompanion.domain.book import Book
from carecompanion.domain.details import detail
from carecompanion.domain.names import at_start
from carecompanion.domain.records import Contact, Record
from carecompanion.domain.removal import Removal, removal
from carecompanion.domain.removal_words import meaning
from carecompanion.domain.timeline import PLACED
from carecompanion.tui.form import Written
from carecompanion.tui.keymap import bind
from carecompanion.tui.parts.bars import KeyBar
from carecompanion.tui.parts.drawing import lines, muted, say

if TYPE_CHECKING:
    from carecompanion.tui.place import Place

UNDONE = "The key u brings it back, now or at any other time."


class DeleteSheet(ModalScreen[bool]):
    """What is to go and what that changes. Answers whether it is to."""

    AUTO_FOCUS = ""
    BINDINGS = [
        bind("delete", "dismiss(True)"),
        bind("cancel", "dismiss(False)"),
        bind("hide", "app.hide"),
        bind("help_now", "app.help_now"),
    ]

    def __init__(self, removed: Removal, book: Book, now: datetime) -> None:
        super().__init__()
        self._removed, self._book, self._now = removed, book, now

    def compose(self) -> ComposeResult:
        """A sheet at the bottom of the screen."""
        with Vertical(id="sheet"):
            yield Static(say(("Delete this?", "bold")), id="title")
            yield Static(self._words(), id="outcome", classes="-first")
            yield KeyBar((("delete", "delete it"), ("cancel", "keep it")))

    def _words(self) -> Content:
        title, when = _titled(self._removed.going[0], self._book, self._now)
        means = meaning(self._removed, self._book, self._now)
        return lines(say(title, muted(f"   {when}" if when else "")), say(means, " " if means else "", UNDONE))


async def delete(place: Place, record: Record) -> bool:
    """Ask, and delete it; or say why it cannot go. Answers whether it went."""
    removed = removal(record, place.journal.book)
    if removed.why_not:
        place.say_kept(f"Nothing was deleted. {removed.why_not}")
        return False
    words = the_record(record, place.journal.book, place.clock())
    if not await place.app.push_screen_wait(DeleteSheet(removed, place.journal.book, place.clock())):
        return False
    return place.keep(Written(removed.mended, f"Deleted: {words}.", without=removed.going))


def _titled(record: Record, book: Book, now: datetime) -> tuple[str, str]:
    """What it is and when it was, as at the head of its page."""
    if type(record) not in PLACED and not isinstance(record, Contact):
        return at_start(the_record(record, book, now)), ""
    whole = detail(record, book, now)
    return whole.title, whole.subtitle
