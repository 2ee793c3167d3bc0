"""Deleting: the same key twice, and what it changes said in between."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content

from carecompanion.domain.acts import the_record
from carecompanion.domain.book import Book
from carecompanion.domain.records import Record
from carecompanion.domain.removal import Removal, removal
from carecompanion.domain.removal_words import meaning, titled
from carecompanion.language import _
from carecompanion.tui.form import Written
from carecompanion.tui.parts.asking import Asking
from carecompanion.tui.parts.drawing import lines, muted, say
from carecompanion.tui.undoing import can_come_back

if TYPE_CHECKING:
    from carecompanion.tui.place import Place


async def delete(place: Place, record: Record) -> bool:
    """Say what it changes, or why it cannot go, and delete it when the key is pressed again. Whether it went."""
    book, now = place.journal.book, place.clock()
    removed = removal(record, book)
    if removed.why_not:
        await place.app.push_screen_wait(Asking(_("Nothing was deleted"), say(removed.why_not), None))
        return False
    if not await place.app.push_screen_wait(
        Asking(_("Delete this?"), _words(removed, book, now), ("delete", _("delete it")))
    ):
        return False
    return place.keep(
        Written(
            removed.mended,
            _("Deleted: {the_record}.").format(the_record=the_record(record, book, now)),
            without=removed.going,
        )
    )


def _words(removed: Removal, book: Book, now: datetime) -> Content:
    title, when = titled(removed.going[0], book, now)
    means = meaning(removed, book, now)
    return lines(say(title, muted(f"   {when}" if when else "")), say(means, " " if means else "", can_come_back()))
