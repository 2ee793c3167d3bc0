"""What was deleted: to be put back in its place, or deleted for good."""

import asyncio
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from carecompanion.domain.acts import the_record
from carecompanion.domain.names import at_start
from carecompanion.domain.sections import moment
from carecompanion.domain.trash import FOR_GOOD, LEAD, NOTHING, REMADE, REMAKE, Gone, put_back
from carecompanion.language import _
from carecompanion.store import StoreError
from carecompanion.tui.keymap import ANYWHERE, bind
from carecompanion.tui.parts.asking import Asking
from carecompanion.tui.parts.bare import BareVertical
from carecompanion.tui.parts.bars import KeyBar
from carecompanion.tui.parts.drawing import bold, both_ends, lines, muted, say
from carecompanion.tui.parts.item_list import ItemList
from carecompanion.tui.parts.items import Item, ShortItems
from carecompanion.tui.parts.styled_once import StyledOnce

if TYPE_CHECKING:
    from carecompanion.store import Journal

TWO_LINES_BELOW = 70
READING = 0.5
"""Seconds before what cannot be undone can be said yes to."""
KEPT_HINTS = (("put_back", _("put it back")), ("delete", _("delete for good")))


class Trash(ModalScreen[None], StyledOnce):
    """The acts that took something out of the journal, the latest first."""

    BINDINGS = [
        bind("back", "dismiss"),
        bind("delete", "delete"),
        *ANYWHERE,
    ]
    nothing_to_lose = True

    def __init__(self, journal: "Journal", now: datetime) -> None:
        """Raises StoreError when it cannot be read."""
        super().__init__(classes="page")
        self._journal, self._now = journal, now
        self._trash = journal.trash()

    def compose(self) -> ComposeResult:
        """What it is, the list, what was just done."""
        with BareVertical(classes="body"):
            yield Static(id="lead", classes="lead")
            yield ItemList(id="gone")
        with BareVertical(id="foot"):
            yield Static(id="saved")
            yield KeyBar((), ("back",))

    def on_mount(self) -> None:
        """Show what there is."""
        self._draw()
        self.query_one(ItemList).focus()

    @on(ItemList.Opened)
    def put_in_hand_back(self) -> None:
        """It is in its place again, with its links; which can be undone like everything."""
        gone = self._in_hand
        if gone is None:
            return
        try:
            self._journal.keep(*put_back(gone, self._trash, self._journal.book), at=self._now)
            self._trash = self._journal.trash()
        except StoreError as error:
            self._say(str(error))
        else:
            self._say(_("Put back: {named}.").format(named=self._named(gone)))
            self._draw()

    @work(exclusive=True, group="writing")
    async def action_delete(self) -> None:
        """Ask, and take it out of the file."""
        gone = self._in_hand
        if gone is None or not await self.app.push_screen_wait(self._for_good(gone)):
            return
        try:
            self._journal.forget(*gone.records)
            self._trash = self._journal.trash()
        except StoreError as error:
            self._say(str(error))
            return
        self._say(_("Deleted for good."))
        self._draw()
        if not self._journal.backups():
            return
        if await self.app.push_screen_wait(_remake()):
            self._say(_("Deleted for good. Making a backup …"))
            self._say(await remake(self._journal, self._now))

    @property
    def _in_hand(self) -> Gone | None:
        key = self.query_one(ItemList).key_in_hand
        return next((gone for gone in self._trash if str(gone.act_id) == key), None)

    def _draw(self) -> None:
        self.query_one("#lead", Static).update(
            say(bold(_("What was deleted")), "\n", muted(LEAD if self._trash else NOTHING))
        )
        self.query_one(ItemList).show(
            ShortItems([Item(partial(self._row, gone), str(gone.act_id)) for gone in self._trash])
        )
        self.query_one(KeyBar).offer(KEPT_HINTS if self._trash else ())

    def _row(self, gone: Gone, width: int) -> Content:
        words = at_start(self._named(gone))
        when = moment(gone.at, self._journal.book, self._now)
        when = _("undone {when}").format(when=when) if gone.undone else _("deleted {when}").format(when=when)
        if width < TWO_LINES_BELOW:
            return lines(both_ends(width, [words], []), both_ends(width, [muted(when)], []))
        return both_ends(width, [words], [muted(when)])

    def _named(self, gone: Gone) -> str:
        return the_record(gone.first, self._journal.book.keeping(*gone.records), self._now)

    def _for_good(self, gone: Gone) -> Asking:
        words = lines(say(at_start(self._named(gone))), say(FOR_GOOD))
        return Asking(
            _("Delete this for good?"), words, ("delete", _("delete it for good"), _("for good")), reading=READING
        )

    def _say(self, words: str) -> None:
        line = self.query_one("#saved", Static)
        line.update(say(words))
        line.display = True


def _remake() -> Asking:
    return Asking(_("Remake the backups?"), say(REMAKE), ("delete", _("remake them"), _("remake")), reading=READING)


async def remake(journal: "Journal", now: datetime) -> str:
    """Make one backup beside the screen and let the older ones go; answers with what came of it."""
    try:
        await asyncio.to_thread(journal.remake_backups, now)
    except StoreError as error:
        return _("Deleted for good. {error}").format(error=error)
    return REMADE
