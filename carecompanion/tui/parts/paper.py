"""Paper: a document as it will read, page after page; what it says, not how a printer sets it."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Offset, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from carecompanion.language import _
from carecompanion.sharing.document import Document
from carecompanion.sharing.paging import Page, pages_by_break
from carecompanion.tui.keymap import bind
from carecompanion.tui.parts.paged_lines import PagedLines
from carecompanion.tui.parts.reading import ReadLine, is_reading

MARGIN = 2
"""Cells beside the words."""
WIDEST, NARROWEST = 82, 20
"""Cells of a line at the most, for reading, and at the least."""
HOW = _("How it will read")


class Paper(ScrollView, can_focus=True, inherit_bindings=False):
    """A document from its first line to its last.

    `heading` says above it what this is. `pages` are its pages as a PDF has them, where that is known.
    """

    BINDINGS = [
        bind("move_up", "scroll(-1)"),
        bind("move_down", "scroll(1)"),
        bind("page_up", "page(-1)"),
        bind("page_down", "page(1)"),
        bind("first", "first"),
        bind("last", "last"),
    ]
    COMPONENT_CLASSES = {"paper--gap"}

    def __init__(
        self,
        document: Document | None = None,
        *,
        heading: str = HOW,
        pages: Sequence[Page] = (),
        id: str | None = None,  # noqa: A002  # Textual's name
    ) -> None:
        super().__init__(id=id)
        self._document, self._heading = document, heading
        self._pages = tuple(pages) or (pages_by_break(document) if document else ())
        self._paged = PagedLines()
        self._strips: dict[int, Strip] = {}
        """Lines as they are on the screen, by the identity of their words, which stay for as long as the width."""
        self._width = 0
        self._read = ReadLine()

    @property
    def spot(self) -> Offset:
        """Where the line begins that is being read."""
        line = max(0, min(self._read.at - self.scroll_offset.y, self.size.height - 1))
        return self.content_region.offset + Offset(MARGIN, line)

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def show(self, document: Document, pages: Sequence[Page] = ()) -> None:
        """Show this document from now on, where the one before stood."""
        known = tuple(pages) or pages_by_break(document)
        if (document, known) != (self._document, self._pages):
            self._document, self._pages = document, known
            self._lay_out()

    def look_for(self, words: str) -> None:
        """Bring the first place that says these words into sight; where it never does, stay."""
        line = self._paged.line_of(words)
        if line is None or not self.size.height:
            return
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        if not top <= line < bottom - MARGIN:
            self.scroll_to(y=max(0, line - self.size.height // 3), animate=False)

    def turn(self, step: int) -> None:
        """To the top of the next page; or back to the top of this one, or from there to that of the one before."""
        at, tops = self.scroll_offset.y, self._paged.tops
        there = [top for top in tops if top > at][:1] if step > 0 else [top for top in tops if top < at][-1:]
        for top in there:
            self._read.at = top
            self.scroll_to(y=top, animate=False)

    def on_resize(self) -> None:
        """Lines break elsewhere in another width."""
        if self._room != self._width:
            self._lay_out()

    def notify_style_update(self) -> None:
        """Drawn again in the colours of another theme."""
        super().notify_style_update()
        self._strips.clear()
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the document has."""
        return len(self._paged.lines)

    def action_scroll(self, step: int) -> None:
        """A line further up or down."""
        self._move(step)

    def action_page(self, pages: int) -> None:
        """What fits in the window further up or down."""
        self._move(pages * max(1, self.size.height - 1))

    def action_first(self) -> None:
        """To its beginning."""
        self._move(-len(self._paged.lines))

    def action_last(self) -> None:
        """To its end."""
        self._move(len(self._paged.lines))

    def _move(self, step: int) -> None:
        """The window so many lines further; where somebody listens, the line that is read."""
        if not is_reading():
            self.scroll_relative(y=step, animate=False)
            return
        top = self._read.move(step, len(self._paged.lines), self.scroll_offset.y, self.size.height)
        self.scroll_to(y=top, animate=False)
        self.refresh()  # the cursor moves with what is drawn

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        line, width = y + self.scroll_offset.y, self.size.width
        if line >= len(self._paged.lines):
            return Strip.blank(width, self.visual_style.rich_style)
        words = self._paged.lines[line]
        if words is None:
            return Strip.blank(width, self.get_visual_style("paper--gap").rich_style)
        if id(words) not in self._strips:
            self._strips[id(words)] = self._strip(words, width)
        return self._strips[id(words)]

    def _strip(self, words: Content, width: int) -> Strip:
        style = self.visual_style
        margin = Strip.blank(MARGIN, style.rich_style)
        room = max(1, width - 2 * MARGIN)
        return Strip.join([margin, *Visual.to_strips(self, words, room, 1, style, pad=True)[:1], margin])

    @property
    def _room(self) -> int:
        return max(NARROWEST, min(WIDEST, self.scrollable_content_region.width - 2 * MARGIN))

    def _lay_out(self) -> None:
        if self._document is None or not self.size.width:
            return
        if self._room != self._width:
            self._width = self._room
            self._strips.clear()
        self._paged.lay_out(self._pages, self._document.title, self._heading, self._width)
        self.virtual_size = Size(self.size.width, len(self._paged.lines))
        self.refresh()
