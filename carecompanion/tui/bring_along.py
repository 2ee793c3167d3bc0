"""Bringing entries along: the journal as a list, each entry put in a letter or taken out with one key."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from carecompanion.domain.book import Book
from carecompanion.domain.records import Brought, Letter
from carecompanion.domain.shareable import shareable
from carecompanion.domain.timeline import entries
from carecompanion.language import _, ngettext
from carecompanion.sharing.sheets.letter import are_in, can_rest_on, resting_on
from carecompanion.tui.form import Written
from carecompanion.tui.keymap import bind
from carecompanion.tui.parts.bare import BareVertical
from carecompanion.tui.parts.bars import KeyBar
from carecompanion.tui.parts.drawing import accent, bold, muted, say
from carecompanion.tui.parts.item_list import ItemList
from carecompanion.tui.parts.items import Items
from carecompanion.tui.parts.styled_once import StyledOnce
from carecompanion.tui.timeline import Timeline

if TYPE_CHECKING:
    from carecompanion.tui.place import Place

MARK = 3
LEAD = _("What you wrote down stands in the letter with its day. Private words never do.")


class BringAlong(ModalScreen[tuple[str, ...] | None], StyledOnce):
    """Answers with the entries that are in, in the order in which they were put in; None when nothing changed."""

    BINDINGS = [
        bind("back", "done"),
        bind("take_along", "put_in"),
        bind("hide", "app.hide"),
        bind("help_now", "app.help_now"),
    ]

    def __init__(self, book: Book, now: datetime, brought: Sequence[Brought]) -> None:
        super().__init__(classes="page")
        self._chosen = dict.fromkeys(each.entry_id for each in brought)
        self._began = set(self._chosen)
        shared = shareable(book)
        found = [entry for entry in entries(book, now) if can_rest_on(entry.record, shared)]
        self._rows = Timeline(found, book, now)

    def compose(self) -> ComposeResult:
        """How many are in, and the journal."""
        with BareVertical(classes="body"):
            yield Static(id="lead", classes="lead")
            yield ItemList(id="entries")
        yield KeyBar(("take_along",), (("back", _("done"), _("done")),))

    def on_mount(self) -> None:
        """Show them."""
        self._draw()
        self.query_one(ItemList).focus()

    def action_put_in(self) -> None:
        """Put the one in hand in, or take it out, and go on to the next."""
        rows = self.query_one(ItemList)
        key = rows.key_in_hand
        if key is None:
            return
        if key in self._chosen:
            del self._chosen[key]
        else:
            self._chosen[key] = None
        self._draw()
        rows.action_move(1)

    @on(ItemList.Opened)
    def put_in(self) -> None:
        """The same on enter."""
        self.action_put_in()

    def action_done(self) -> None:
        """Back to the letter, with what is in."""
        brought = tuple(self._chosen)
        self.dismiss(brought if set(brought) != self._began else None)

    def _draw(self) -> None:
        count = are_in(len(self._chosen))
        self.query_one("#lead", Static).update(say(bold(_("Bring entries along. ")), count, "\n", muted(LEAD)))
        self.query_one(ItemList).show(Chosen(self._rows, self._chosen))


class Chosen(Items):
    """The rows of the journal, each after a mark that says whether it is in."""

    def __init__(self, rows: Items, chosen: dict[str, None]) -> None:
        self._rows, self._chosen = rows, chosen

    @property
    def count(self) -> int:
        return self._rows.count

    def heights(self, width: int) -> Sequence[int]:
        return self._rows.heights(width - MARK)

    def key(self, place: int) -> str | None:
        return self._rows.key(place)

    def place_of(self, key: str) -> int | None:
        return self._rows.place_of(key)

    def draw(self, place: int, width: int) -> Content:
        key, words = self._rows.key(place), self._rows.draw(place, width - MARK)
        if key is None:
            return words
        first, *rest = words.split("\n")
        mark = accent("+  ") if key in self._chosen else "   "
        return Content("\n").join([say(mark, first), *(row.pad_left(MARK) for row in rest)])


async def bring_along(place: "Place", letter: Letter) -> None:
    """Choose the entries a letter rests on, and keep them with it."""
    book, now = place.journal.book, place.clock()
    brought = await place.app.push_screen_wait(BringAlong(book, now, letter.brought))
    if brought is None:
        return
    many = len(brought)
    go = ngettext("{many} entry goes along.", "{many} entries go along.", many).format(many=many)
    place.keep(Written((resting_on(letter, brought, book, now),), go if many else _("No entries go along.")))
