"""Which visit: a list of those not told of yet and of those still ahead, and a form for one that was never planned."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from carecompanion.domain.book import Book
from carecompanion.domain.moments import day_words
from carecompanion.domain.records import Appointment
from carecompanion.domain.sheets.appointment import UnplannedVisitSheet
from carecompanion.domain.sheets.check_in import where
from carecompanion.domain.visits import ahead, untold
from carecompanion.domain.wording import at_start, visit_word, visitor
from carecompanion.language import _
from carecompanion.tui.form import Form
from carecompanion.tui.keymap import ANYWHERE, bind
from carecompanion.tui.parts.bars import Hint, KeyBar
from carecompanion.tui.parts.column import Column
from carecompanion.tui.parts.drawing import both_ends, muted, say
from carecompanion.tui.parts.item_list import ItemList
from carecompanion.tui.parts.items import Item, ShortItems, blank, heading
from carecompanion.tui.parts.styled_once import StyledOnce

ANOTHER = "another"
MOST_MINUTES = 999


class WhichVisit(ModalScreen[str | None], StyledOnce):
    """Answers with a visit's id, or `ANOTHER`."""

    BINDINGS: ClassVar[list[Binding]] = [  # type: ignore[assignment]  # narrower than Textual's list of three forms
        bind("cancel", "dismiss"),
        *ANYWHERE,
    ]

    def __init__(self, book: Book, now: datetime) -> None:
        super().__init__()
        self._book, self._now = book, now

    def compose(self) -> ComposeResult:
        """The list, newest first."""
        with Column(id="sheet"):
            yield Static(say((_("Which visit?"), "bold")), id="title")
            yield ItemList(id="visits")
            yield KeyBar((("open", _("this one")),), (("cancel", _("cancel")),))

    def on_mount(self) -> None:
        """Fill it."""
        shown = self.query_one(ItemList)
        shown.show(ShortItems(list(self._items())))
        shown.focus()

    @on(ItemList.Opened)
    def choose(self, event: ItemList.Opened) -> None:
        """The one in hand it is."""
        self.dismiss(event.key)

    def _items(self) -> Iterator[Item]:
        yield from self._rows(untold(self._book, self._now))
        yield Item(lambda _width: say(_("Another visit, not in this list")), ANOTHER)
        coming = ahead(self._book, self._now)
        if coming:
            yield from (blank(), heading(_("It will not happen after all")))
        yield from self._rows(coming)

    def _rows(self, visits: Sequence[Appointment]) -> Iterator[Item]:
        for visit in visits:
            yield Item(lambda width, visit=visit: self._row(visit, width), visit.id)  # type: ignore[misc]  # bound now

    def _row(self, visit: Appointment, width: int) -> Content:
        local = self._book.local(visit.planned_at)
        when = f"{at_start(day_words(local.date(), self._book.day_of(self._now)))}, {local:%H:%M}"
        named = visit.person_id or (visit.with_ or "").strip()
        whom = at_start(visitor(visit, self._book)) if named else at_start(visit_word(visit))
        return both_ends(width, [f"{when:<22}", whom, muted(f"   {where(visit)}")], [])


class UnplannedVisit(Form):
    """A visit that was not in the journal beforehand."""

    NAME = "unplanned_visit"
    SHEET = UnplannedVisitSheet
    HINTS: ClassVar[Sequence[Hint]] = (("enter_save", _("next")), "next_line")
