"""What you have shared: each copy exactly as it was, to be looked at, saved again unchanged, or deleted."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from carecompanion.domain.records import Record, SharedCopy
from carecompanion.domain.removal import removal
from carecompanion.language import _
from carecompanion.sharing.document import Document
from carecompanion.sharing.shared import (
    FILE_STAYS,
    NOT_SHOWN,
    NOTHING,
    copies,
    document_of,
    how_words,
    title_of,
    when_words,
)
from carecompanion.store import StoreError
from carecompanion.tui.keymap import bind
from carecompanion.tui.parts.asking import Asking
from carecompanion.tui.parts.bare import BareVertical
from carecompanion.tui.parts.bars import Hint, KeyBar
from carecompanion.tui.parts.drawing import bold, both_ends, faint, lines, muted, say
from carecompanion.tui.parts.item_list import ItemList
from carecompanion.tui.parts.items import Item, ShortItems
from carecompanion.tui.parts.styled_once import StyledOnce
from carecompanion.tui.reading_page import ReadingPage
from carecompanion.tui.saving import save_a_copy
from carecompanion.tui.to_save import Source
from carecompanion.tui.undoing import can_come_back, redo, undo

if TYPE_CHECKING:
    from carecompanion.store import Journal

LEAD = _("Each is kept exactly as it was, whatever your journal says by now.")
DELETED = _("Deleted from this list. The file you saved stays where it is.")
ONE_LINE, TWO_PARTS = 90, 62
"""Cells from which a row says everything on one line, and from which its first line has two ends."""
HINTS: tuple[Hint, ...] = (
    ("open", _("look at it"), _("look")),
    ("save_copy", _("save it again"), _("save again")),
    "delete",
    "undo",
)


class Shared(ModalScreen[None], StyledOnce):
    """The copies, the newest first."""

    BINDINGS = [
        bind("back", "dismiss"),
        bind("save_copy", "save_again"),
        bind("delete", "delete"),
        bind("undo", "undo"),
        bind("redo", "redo"),
        bind("hide", "app.hide"),
        bind("help_now", "app.help_now"),
    ]

    def __init__(self, journal: "Journal", clock: Callable[[], datetime]) -> None:
        super().__init__(classes="page")
        self.journal, self.clock = journal, clock

    def compose(self) -> ComposeResult:
        """What it is, the list, what was just done."""
        with BareVertical(classes="body"):
            yield Static(id="lead", classes="lead")
            yield ItemList(id="copies")
        with BareVertical(id="foot"):
            yield Static(id="saved")
            yield KeyBar((), ("back",))

    def on_mount(self) -> None:
        """Show what there is."""
        self.redraw()
        self.query_one(ItemList).focus()

    def redraw(self) -> None:
        """Read the journal and show it."""
        found = copies(self.journal.book)
        self.query_one("#lead", Static).update(
            say(bold(_("What you have shared")), "\n", muted(LEAD if found else NOTHING))
        )
        rows = [Item(partial(self._row, copy), copy.id) for copy in found]
        self.query_one(ItemList).show(ShortItems(rows))
        self.query_one(KeyBar).offer(HINTS if found else ("undo",))

    def say_kept(self, sentence: str) -> None:
        """Say what was done."""
        line = self.query_one("#saved", Static)
        line.update(say(sentence))
        line.display = True

    def take(self, record: Record) -> None:
        """Take a copy in hand."""
        self.query_one(ItemList).take(record.id)

    def action_undo(self) -> None:
        """Undo the last act."""
        undo(self)

    def action_redo(self) -> None:
        """Do the last undone act again."""
        redo(self)

    @on(ItemList.Opened)
    @work(exclusive=True, group="writing")
    async def look_through(self) -> None:
        """The document as it was; from there it can be saved again."""
        copy, document = self._in_hand
        if copy is None:
            return
        if document is None:
            self.say_kept(NOT_SHOWN)
        elif await self.app.push_screen_wait(
            ReadingPage(document, was=_("As it was shared on {when}").format(when=self._when(copy)))
        ):
            await self._save(copy, document)

    @work(exclusive=True, group="writing")
    async def action_save_again(self) -> None:
        """Save it again, unchanged; that is one more time that it was shared."""
        copy, document = self._in_hand
        if copy is not None and document is not None:
            await self._save(copy, document)
        elif copy is not None:
            self.say_kept(NOT_SHOWN)

    @work(exclusive=True, group="writing")
    async def action_delete(self) -> None:
        """Take it out of the list, once the key is pressed again."""
        copy, _document = self._in_hand
        if copy is None or not await self.app.push_screen_wait(self._question(copy)):
            return
        removed = removal(copy, self.journal.book)
        try:
            self.journal.keep(*removed.mended, without=removed.going, at=self.clock())
        except StoreError as error:
            self.say_kept(str(error))
            return
        self.redraw()
        self.say_kept(DELETED)

    @property
    def _in_hand(self) -> tuple[SharedCopy | None, Document | None]:
        """The copy in hand, and its document where it is one."""
        key = self.query_one(ItemList).key_in_hand
        copy = self.journal.book.shared_copies.get(key) if key is not None else None
        return copy, document_of(copy) if copy is not None else None

    async def _save(self, copy: SharedCopy, document: Document) -> None:
        said = await save_a_copy(self, self.journal, self.clock, Source(lambda _: document, title_of(copy), was=copy))
        if said is not None:
            self.redraw()
            self.say_kept(said)

    def _question(self, copy: SharedCopy) -> Asking:
        when = self._when(copy)
        words = lines(say(title_of(copy), muted(f"   {when}")), say(f"{FILE_STAYS} {can_come_back()}"))
        return Asking(_("Delete this?"), words, ("delete", _("delete it")))

    def _when(self, copy: SharedCopy) -> str:
        return when_words(copy, self.journal.book, self.clock())

    def _row(self, copy: SharedCopy, width: int) -> Content:
        when, how, name = self._when(copy), how_words(copy), title_of(copy)
        whom = _("for {given_to}").format(given_to=copy.given_to) if copy.given_to else ""
        title = [name, muted(f"   {whom}")]
        if width >= ONE_LINE:
            return both_ends(width, title, [muted(f"{how}   "), faint(when)])
        if width >= TWO_PARTS:
            return lines(both_ends(width, title, [faint(when)]), both_ends(width, [muted(how)], []))
        below = f"{whom} – {how}" if whom else how
        return lines(*(both_ends(width, [part], []) for part in (name, muted(below), faint(when))))
