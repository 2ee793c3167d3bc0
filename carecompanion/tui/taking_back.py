"""Deleting a point of the person's own, and taking back what was decided about one: the same key twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from carecompanion.domain.review_items import Item
from carecompanion.domain.review_words import row_words, worked_out
from carecompanion.language import _
from carecompanion.sharing.deciding import Deciding, question
from carecompanion.tui.keymap import shown
from carecompanion.tui.parts.asking import Asking
from carecompanion.tui.parts.drawing import clipped, lines, say
from carecompanion.tui.undoing import can_come_back

if TYPE_CHECKING:
    from carecompanion.sharing.review_pages import Prepared
    from carecompanion.tui.place import Place

LONGEST = 240
BY_ITSELF = _("Your journal brings this by itself. The key {} leaves it out.")


async def take_back(place: Place, found: Prepared, item: Item) -> None:
    """Say what it changes, and do it when the key is pressed again."""
    book, now = place.journal.book, place.clock()
    point = book.review_points.get(item.point.id) if item.point else None
    if point is None:
        place.say_kept(BY_ITSELF.format(shown("put_in")))
        return
    deciding = Deciding(found, book, now)
    stays = deciding.is_brought_by_itself(item)
    yes = ("delete", _("take it back") if stays else _("delete it"))
    if await place.app.push_screen_wait(Asking(question(stays=stays), _meaning(found, item, stays=stays), yes)):
        place.keep(deciding.taken_back(point, stays=stays))


def _meaning(found: Prepared, item: Item, *, stays: bool) -> Content:
    book, now = found.review.book, found.review.now
    words = clipped(row_words(item, book, now), LONGEST)
    before = clipped(worked_out(item, book, now), LONGEST)
    after = _("It stands again as it was worked out") if stays else ""
    after += f": {before}." if stays and before != words else "." if stays else ""
    return lines(say(words), say(after, " " if after else "", can_come_back()))
