"""Review: what to bring to the next care review, point by point, and beside it how that will read."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from carecompanion.domain.records import Record, ReviewPoint
from carecompanion.domain.review_items import Item as Point
from carecompanion.domain.review_items import name_of
from carecompanion.domain.review_words import headline
from carecompanion.sharing.review_pages import Prepared, document_of
from carecompanion.sharing.review_words import point_words
from carecompanion.tui.deciding import Deciding
from carecompanion.tui.keymap import bind
from carecompanion.tui.parts.bars import Hint, KeyBar
from carecompanion.tui.parts.drawing import accent, bold, muted, say
from carecompanion.tui.parts.item_list import ItemList
from carecompanion.tui.parts.items import Item, ShortItems, blank
from carecompanion.tui.parts.preview import Preview
from carecompanion.tui.place import Clock, Place
from carecompanion.tui.preparing import Preparing
from carecompanion.tui.review_rows import ReviewRows

if TYPE_CHECKING:
    from carecompanion.store import Journal

OWN_POINTS = "You can still write your own points. "
WIDE = 100
"""Columns from which the document stands beside the points."""


class Review(Place):
    """The fifth place."""

    PLACE = "review"
    POINT: ClassVar[Sequence[Hint]] = ("put_in", "move_point")
    HINTS: ClassVar[Sequence[Hint]] = (*POINT, "preview")
    BINDINGS = [
        bind("put_in", "put_in"),
        Binding("shift+up,K", "move_point(-1)", show=False),
        Binding("shift+down,J", "move_point(1)", show=False),
        bind("preview", "preview"),
    ]
    _found: Prepared

    def __init__(self, journal: "Journal", clock: Clock, label: str = "") -> None:
        super().__init__(journal, clock, label)
        self._preparing, self._rows = Preparing(), ReviewRows()

    def body(self) -> ComposeResult:
        """Which review it is; its points, and the document."""
        with Vertical(classes="body"):
            yield Static(id="headline", classes="lead")
            with Horizontal(classes="columns"):
                yield ItemList(id="points", classes="main")
                yield Preview(id="paper")

    def draw(self) -> None:
        """Read the journal and show it."""
        book, now = self.journal.book, self.clock()
        self._found = self._preparing.prepared(book, now)
        which, when = headline(self._found.review.coming, book, now)
        self.query_one("#headline", Static).update(say(bold(which), muted(f"   {when}" if when else "")))
        self._list.show(ShortItems(list(self._items())))
        self._draw_paper()
        self._offer()
        if self.focused is None:
            self._list.focus()

    def on_resize(self) -> None:
        """The document stands beside the points only when there is room."""
        if self.is_mounted:
            self.call_after_refresh(self._draw_paper)

    @on(ItemList.InHand)
    def look(self) -> None:
        """The document shows where the point in hand stands in it."""
        self._look_for_point()
        self._offer()

    def action_put_in(self) -> None:
        """Put the point in hand in, or leave it out."""
        if (point := self.in_hand) is not None:
            said = "It is left out." if point.is_in else "It goes along."
            self._keep(self._deciding.about(point, taken=not point.is_in), said)

    def action_move_point(self, by: int) -> None:
        """Move the point in hand within its group."""
        if (point := self.in_hand) is not None and (kept := self._deciding.moving(point, by)):
            self._keep(kept, "It is moved.")

    def action_preview(self) -> None:
        """How it will read, on the whole screen."""
        from carecompanion.tui.preview_page import PreviewPage

        point = self.in_hand
        beginning = point_words(point, self._found.review, "exact") if point and point.is_in else ""
        self.app.push_screen(PreviewPage(document_of(self._found, "exact"), beginning))

    def take(self, record: Record) -> None:
        """Take the point in hand that a record decides about."""
        if isinstance(record, ReviewPoint):
            self._list.take(name_of(record))

    @property
    def in_hand(self) -> Point | None:
        """The point in hand."""
        key = self._list.key_in_hand
        return next((point for point in self._found.items if name_of(point) == key), None)

    @property
    def _list(self) -> ItemList:
        return self.query_one("#points", ItemList)

    @property
    def _deciding(self) -> Deciding:
        return Deciding(self._found, self.journal.book, self.clock())

    def _keep(self, records: tuple[Record, ...], said: str) -> None:
        from carecompanion.tui.form import Written

        self.keep(Written(records, said))

    def _items(self) -> Iterator[Item]:
        if not any(point.side != "ask" for point in self._found.items):
            yield Item(lambda _width: say(muted(OWN_POINTS), accent("a"), muted(" adds one.")))
            yield blank()
        yield from self._rows.rows(self._found, self.clock(), gap=True)

    def _draw_paper(self) -> None:
        if self.app.size.width >= WIDE:
            self.query_one("#paper", Preview).show(document_of(self._found, "exact"))
            self._look_for_point()

    def _look_for_point(self) -> None:
        if self.app.size.width >= WIDE and (point := self.in_hand) is not None:
            self.query_one("#paper", Preview).look_for(point_words(point, self._found.review, "exact"))

    def _offer(self) -> None:
        here = self.in_hand is not None
        self.query_one(KeyBar).offer(tuple(hint for hint in self.HINTS if here or hint not in self.POINT))
