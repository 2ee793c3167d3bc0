"""ItemList: rows a person moves through, drawn only where they show, the row in hand marked by a bar."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from carecompanion.tui.keymap import bind
from carecompanion.tui.parts.items import Items, ShortItems
from carecompanion.tui.parts.painted import Look, Painted
from carecompanion.tui.parts.reading import is_reading
from carecompanion.tui.parts.shapes import ours

GUTTER = 2
WIDEST = 116
"""Cells beyond which the two ends of a row would be too far from each other to be read as one."""
_KEPT_DRAWINGS = 400


class ItemList(ScrollView, can_focus=True):
    """A list of items with one in hand. Posts `InHand` when another is taken up, `Opened` on enter."""

    BINDINGS = [
        bind("move_up", "move(-1)"),
        bind("move_down", "move(1)"),
        bind("first", "first"),
        bind("last", "last"),
        bind("page_up", "page(-1)"),
        bind("page_down", "page(1)"),
        bind("open", "open"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"item-list--in-hand", "item-list--bar"}

    @dataclass
    class InHand(Message):
        """Another item is in hand."""

        list: "ItemList"
        key: str

        @property
        def control(self) -> "ItemList":
            return self.list

    @dataclass
    class Opened(Message):
        """The item in hand was opened."""

        list: "ItemList"
        key: str

        @property
        def control(self) -> "ItemList":
            return self.list

    is_led = False
    """Whether what has the focus moves through it from elsewhere, so that its bar always shows."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id, classes=classes)
        self._items: Items = ShortItems(())
        self._offsets = array("l", [0])
        self._measured = 0
        self._place: int | None = None
        self._drawings: dict[tuple[int, bool], Look] = {}
        self._looks = Painted(self)

    @property
    def key_in_hand(self) -> str | None:
        """The key of the item in hand."""
        return self._items.key(self._place) if self._place is not None and self._place < self._items.count else None

    @property
    def spot(self) -> Offset:
        """The cell in which the words of the item in hand begin."""
        corner = self.content_region.offset
        line = self._tops[self._place] - self.scroll_offset.y if self._place is not None else 0
        return corner + Offset(GUTTER, max(0, min(line, self.size.height - 1)))

    @property
    def item_width(self) -> int:
        """The cells that an item is drawn in."""
        return max(1, min(WIDEST, self.scrollable_content_region.width - GUTTER - 1))

    def show(self, items: Items, *, in_hand: str | None = None) -> None:
        """Show these items, keeping hold of the same one as before, or of `in_hand`."""
        held, where = in_hand or self.key_in_hand, self._place or 0
        self._items = items
        place = items.place_of(held) if held is not None else None
        self._place = place if place is not None else self._near(min(where, items.count - 1))
        self._measured = 0
        self._spread()
        self._bring_into_view()
        self._tell()

    def take(self, key: str) -> bool:
        """Take the item with this key in hand; answers whether it is there."""
        place = self._items.place_of(key)
        self._hold(place)
        return place is not None

    def action_move(self, step: int) -> None:
        """Take up the next item that can be, or the one before."""
        after = self._near((self._place or 0) + step, step, only=True)
        if after is not None:
            self._hold(after)
        else:
            self.scroll_to(y=0 if step < 0 else self.max_scroll_y, animate=False)

    def action_first(self) -> None:
        """Take up the first item."""
        self._hold(self._near(0, 1))
        self.scroll_to(y=0, animate=False)

    def action_last(self) -> None:
        """Take up the last item, what stands below it in sight."""
        self._hold(self._near(self._items.count - 1, -1))
        self.scroll_to(y=self.max_scroll_y, animate=False)

    def action_page(self, pages: int) -> None:
        """Move by what fits in the window."""
        if self._place is None:
            return
        line = self._tops[self._place] + pages * max(1, self.size.height - 1)
        place = bisect_right(self._tops, max(0, line)) - 1
        self._hold(self._near(min(place, self._items.count - 1), -pages))

    def action_open(self) -> None:
        """Open the item in hand."""
        if (key := self.key_in_hand) is not None:
            self.post_message(self.Opened(self, key))

    def on_click(self, event: events.Click) -> None:
        """Take up what was tapped; a second tap opens it."""
        line = event.y + self.scroll_offset.y
        place = bisect_right(self._tops, line) - 1
        if not 0 <= place < self._items.count or self._items.key(place) is None:
            return
        if place == self._place:
            self.action_open()
        else:
            self._hold(place)

    def on_resize(self) -> None:
        """Lines break elsewhere in another width."""
        self._spread()
        if self._tops[-1] > self.size.height:
            self.show_vertical_scrollbar = True  # as the next layout finds; nothing can be scrolled before
        self._bring_into_view()

    def on_focus(self) -> None:
        """The bar shows while the list has the focus, and goes with it."""
        self._redraw()

    on_blur = on_focus

    def notify_style_update(self) -> None:
        """Drawn again in the colours of another theme."""
        super().notify_style_update()
        self._looks.restyle()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the items have."""
        return sum(self._items.heights(max(1, min(WIDEST, width - GUTTER - 1))))

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of the window. What looks as it did is not styled and cut anew, which is most of painting."""
        if self._looks.has_other_colours():
            self._drawings.clear()
        self._count()  # here once, not for each of the lines
        top, columns = self.scroll_offset.y, crop.column_span
        painted: list[Strip] = []
        for y in crop.line_range:
            look, line = self._at(y + top)
            if (line, columns) not in look.painted:
                (look.painted[line, columns],) = super().render_lines(Region(crop.x, y, crop.width, 1))
            painted.append(look.painted[line, columns])
        return painted

    def render_line(self, y: int) -> Strip:
        """One line of the window, before it is styled."""
        look, line = self._at(y + self.scroll_offset.y)
        return look.drawn[line]

    @property
    def _tops(self) -> "array[int]":
        """The line in which each item begins, and the one after the last."""
        self._count()
        return self._offsets

    def _count(self) -> None:
        """Count the lines, when it was not done for this width."""
        if self._measured != self.item_width:
            self._measured = self.item_width
            self._offsets = array("l", chain((0,), accumulate(self._items.heights(self._measured))))

    def _spread(self) -> None:
        """Take up as many lines as there are now, once there is room for any."""
        if self.size.width:
            self.virtual_size = Size(self.size.width, self._tops[-1])
        self._redraw()
        if self.styles.is_auto_height:
            self.refresh(layout=True)

    def _redraw(self) -> None:
        self._drawings.clear()
        self.refresh()

    def _at(self, line: int) -> tuple[Look, int]:
        """What shows in a line of all that there are, and which line of that it is."""
        place = bisect_right(self._offsets, line) - 1
        drawing = place, place == self._place
        if drawing not in self._drawings:
            if len(self._drawings) > _KEPT_DRAWINGS:
                self._drawings.clear()
            self._drawings[drawing] = self._drawing(*drawing)
        return self._drawings[drawing], line - self._offsets[place] if place < self._items.count else 0

    def _drawing(self, place: int, in_hand: bool) -> Look:
        """An item that says the same as one drawn before looks the same: a save changes one or two of them."""
        width = self.size.width
        if place == self._items.count:  # below the last of them
            return self._looks.look(width, lambda: [Strip.blank(width, self.rich_style)])
        marked = in_hand and (self.has_focus or self.is_led)
        height = self._offsets[place + 1] - self._offsets[place]
        words = self._items.draw(place, self._measured)
        key = words.plain, tuple(words.spans), marked and _bar(), height, width
        return self._looks.look(key, lambda: list(self._strips(words, height, marked)))

    def _strips(self, said: Content, height: int, marked: bool) -> Iterator[Strip]:
        style = self.get_visual_style("item-list--in-hand") if marked else self.visual_style
        gutter = Strip.blank(GUTTER, style.rich_style)
        if marked:
            bar = Content.styled(_bar(), self.get_visual_style("item-list--bar"))
            gutter = Visual.to_strips(self, bar, GUTTER, 1, style, pad=True)[0]
        end = Strip.blank(max(1, self.size.width - GUTTER - self._measured), style.rich_style)
        words = Visual.to_strips(self, said, self._measured, height, style, pad=True)
        blank_line = Strip.blank(self._measured, style.rich_style)
        for line in range(height):
            yield Strip.join([gutter, words[line] if line < len(words) else blank_line, end])

    def _near(self, place: int, step: int = 1, *, only: bool = False) -> int | None:
        """The nearest item with a key at `place` or beyond it; the other way when there is none, unless `only`."""
        beyond = range(place, self._items.count) if step > 0 else range(place, -1, -1)
        found = next((at for at in beyond if at >= 0 and self._items.key(at) is not None), None)
        if found is not None or only:
            return found
        other = (
            range(min(place, self._items.count - 1), -1, -1) if step > 0 else range(max(0, place), self._items.count)
        )
        return next((at for at in other if self._items.key(at) is not None), None)

    def _hold(self, place: int | None) -> None:
        if place is None or place == self._place:
            return
        before, self._place = self._place, place
        self._bring_into_view()
        for each in (before, place):
            self._draw_again(each)
        self._tell()

    def _draw_again(self, place: int | None) -> None:
        """One item alone: a key in a list must not cost a whole window."""
        if place is not None and place < self._items.count:
            self._drawings.pop((place, True), None)
            top = self._tops[place] - self.scroll_offset.y
            self.refresh(Region(0, top, self.size.width, self._tops[place + 1] - self._tops[place]))

    def _bring_into_view(self) -> None:
        window = self.size.height
        if self._place is None or not window:
            return
        first, bottom = self._place, self._tops[self._place + 1]
        while first and self._items.key(first - 1) is None and bottom - self._tops[first - 1] <= window:
            first -= 1
        top = self._tops[first]
        if top < self.scroll_offset.y or bottom - top >= window:
            self.scroll_to(y=top, animate=False)
        elif bottom > self.scroll_offset.y + window:
            self.scroll_to(y=bottom - window, animate=False)

    def _tell(self) -> None:
        if (key := self.key_in_hand) is not None:
            self.post_message(self.InHand(self, key))


def _bar() -> str:
    """What stands before the item in hand, where the cursor does not."""
    return " " * GUTTER if is_reading() else ours("▎ ")
