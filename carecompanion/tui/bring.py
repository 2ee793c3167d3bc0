"""Bringing an entry or a figure along to the next review, from wherever it shows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from carecompanion.domain.book import Book
from carecompanion.domain.bringing import there
from carecompanion.domain.review_words import GROUPS
from carecompanion.language import _
from carecompanion.sharing.deciding import Deciding
from carecompanion.sharing.review_pages import Prepared
from carecompanion.sharing.sheets import bring as sheets
from carecompanion.tui.elsewhere import by_keys
from carecompanion.tui.form import Form, Written
from carecompanion.tui.keymap import shown
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.preparing import Preparing

if TYPE_CHECKING:
    from carecompanion.tui.place import Place

THERE = _("This is in your review already, under “{}”. The key {} shows it.")
NOTHING_IN_HAND = _("With an entry or a figure in hand, the key {} brings it to your review.")


class BringSheet(Form):
    """In which group, the person's own words, and what they would like."""

    NAME = "bring"
    HINTS: ClassVar[tuple[Hint, ...]] = (("enter_save", _("bring it along"), _("bring")), "next_line")

    def __init__(
        self,
        found: Prepared,
        bringing: sheets.Bringing,
        book: Book,
        now: datetime,
        draft: Mapping[str, str] | None = None,
        trouble: str = "",
    ) -> None:
        super().__init__(book, now, draft, trouble)
        self.sheet = sheets.BringSheet(found, bringing, book, now, ways=by_keys())


async def bring(place: Place, thing: sheets.Thing | None) -> bool:
    """Ask where it is to stand and keep it; or say why it cannot be brought, or that it is there already.

    Answers whether something was said or kept: not when the sheet was left without.
    """
    if thing is None:
        place.say_kept(NOTHING_IN_HAND.format(shown("bring")))
        return True
    book, now = place.journal.book, place.clock()
    found = Preparing().prepared(book, now)
    bringing = sheets.bringing(thing, found, book, now)
    if isinstance(bringing, str):
        place.say_kept(bringing)
        return True
    item = there(bringing.key, found.items)
    if item is None:
        return await place.write(partial(BringSheet, found, bringing)) is not None
    if item.is_in:
        place.say_kept(THERE.format(GROUPS[item.side], shown("review")))
    else:
        place.keep(Written(Deciding(found, book, now).about(item, taken=True), sheets.BROUGHT))
    return True
