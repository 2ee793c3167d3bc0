"""Safety: what keeps the journal safe, a row for each thing that can be done about it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from carecompanion.domain.hiding import HideWhen, hiding_words
from carecompanion.domain.moments import long_day
from carecompanion.language import _
from carecompanion.sharing.privacy import TITLE
from carecompanion.tui.backups import Backups
from carecompanion.tui.chosen import chosen_in
from carecompanion.tui.code_check import CodeCheck
from carecompanion.tui.hiding import HidingSheet
from carecompanion.tui.keymap import ANYWHERE, bind
from carecompanion.tui.own_keys import AddPassphrase, ChangePassphrase, NewCode
from carecompanion.tui.parts.bare import BareVertical
from carecompanion.tui.parts.bars import KeyBar
from carecompanion.tui.parts.drawing import apart, bold, faint, muted, say
from carecompanion.tui.parts.item_list import ItemList
from carecompanion.tui.parts.items import Item, ShortItems
from carecompanion.tui.parts.styled_once import StyledOnce
from carecompanion.tui.places import PLACES
from carecompanion.tui.privacy import privacy_page

if TYPE_CHECKING:
    from carecompanion.store import Journal

Clock = Callable[[], datetime]

LOCKED = _("Your journal is locked with a passphrase. Your recovery code opens it if you forget that.")
OPEN = _("Your journal has no passphrase. Anyone who can open this computer account can read it.")


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that can be done: its words, what is known of it, and the sheet that does it."""

    key: str
    words: str
    known: str
    sheet: "Callable[[Journal, Clock], ModalScreen[str | None] | ModalScreen[None]]"


class Safety(ModalScreen[None], StyledOnce):
    """A page of rows. A sheet answers with a sentence on what it has done, which is then said here."""

    BINDINGS = [
        bind("back", "dismiss"),
        *ANYWHERE,
        *(bind(place, f"go('{place}')") for place in PLACES),
    ]

    nothing_to_lose = True

    def __init__(self, journal: "Journal", clock: Clock, begin: str = "") -> None:
        """`begin`: the row that is opened at once."""
        super().__init__(classes="page")
        self._journal, self._clock, self._begin = journal, clock, begin

    def compose(self) -> ComposeResult:
        """How things are, the rows, what was just done."""
        with BareVertical(classes="body"):
            yield Static(id="lead", classes="lead")
            yield ItemList(id="rows")
        with BareVertical(id="foot"):
            yield Static(id="saved")
            yield KeyBar(("open", "help_now", ("hide", _("hide"))), ("back", "keys"))

    def action_go(self, place: str) -> None:
        """From here to a place, as from any place."""
        self.dismiss(None)
        self.app.switch_mode(place)

    def on_mount(self) -> None:
        """Show how things are."""
        self._draw()
        rows = self.query_one(ItemList)
        rows.focus()
        if self._begin and rows.take(self._begin):
            self.call_after_refresh(rows.action_open)

    @on(ItemList.Opened)
    @work(exclusive=True, group="keys")
    async def open_row(self, event: ItemList.Opened) -> None:
        """Show the sheet, and say what it has done."""
        row = next(row for row in rows_of(self._journal, self._clock) if row.key == event.key)
        done = await self.app.push_screen_wait(row.sheet(self._journal, self._clock))
        if done is not None:
            line = self.query_one("#saved", Static)
            line.update(say(done))
            line.display = True
        self._draw()

    def _draw(self) -> None:
        words = LOCKED if self._journal.has_passphrase else OPEN
        self.query_one("#lead", Static).update(say(bold(_("Safety")), "\n", muted(words)))
        rows = [Item(partial(_drawn, row), row.key) for row in rows_of(self._journal, self._clock)]
        self.query_one(ItemList).show(ShortItems(rows))


def rows_of(journal: "Journal", clock: Clock) -> Iterator[Row]:
    """What can be done, in the order of the page."""

    def day(instant: datetime) -> str:
        return long_day(journal.book.day_of(instant), journal.book.day_of(clock()))

    dates = journal.code_dates()
    checked = _("checked {day}").format(day=day(dates.checked_at)) if dates.checked_at else _("not checked yet")
    if journal.has_passphrase:
        yield Row("passphrase", _("Change the passphrase"), "", ChangePassphrase)
    else:
        yield Row("passphrase", _("Add a passphrase"), "", AddPassphrase)
    yield Row("code", _("Make a new recovery code"), _("made {day}").format(day=day(dates.made_at)), NewCode)
    yield Row("check", _("Check the recovery code you wrote down"), checked, CodeCheck)
    made = journal.backups()
    last = _("made {day}").format(day=day(made[0].made_at)) if made else _("none yet")
    yield Row("backups", _("Backups"), last, Backups)
    yield Row(
        "hiding", _("When the screen hides by itself"), hiding_words(HideWhen.chosen(chosen_in(journal))), HidingSheet
    )
    yield Row("privacy", TITLE, "", privacy_page)


def _drawn(row: Row, width: int) -> Content:
    return apart(width, row.words, [faint(row.known)] if row.known else [])
