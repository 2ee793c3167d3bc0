"""Paper: a document as it will read, page after page; what it says, not how a printer sets it."""

from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from carecompanion.sharing.document import Block, Bullets, Document, Heading, Paragraph
from carecompanion.sharing.paging import Page, Part, pages_by_break
from carecompanion.tui.keymap import bind
from carecompanion.tui.parts.document_lines import block_lines, mark_cells
from carecompanion.tui.parts.drawing import say

MARGIN, WIDEST = 2, 82
"""Cells beside the words, and the most that one line of them has."""
HOW = "How it will read"
BLANK = say("")
ENOUGH = 60
"""Letters by which words are found again in the document."""


Laid = tuple[Block, int, int]
"""A block, the number its list begins with, and the cells of that list's marks."""


class Paper(ScrollView, can_focus=True):
    """A document from its first line to its last. What did not change since is not broken into lines anew.

    `heading` says above it what this is. `pages` are its pages as a PDF has them, where that is known.
    """

    BINDINGS = [
        bind("move_up", "scroll(-1)"),
        bind("move_down", "scroll(1)"),
        bind("page_up", "page(-1)"),
        bind("page_down", "page(1)"),
        bind("first", "first"),
        bind("last", "last"),
        bind("next_page", "turn(1)"),
        bind("page_before", "turn(-1)"),
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
        self._tops: list[int] = []
        self._lines: list[Content | None] = []
        self._texts: list[tuple[int, str]] = []
        self._wrapped: dict[Laid, Sequence[Content]] = {}
        self._strips: dict[int, Strip] = {}
        """Lines as they are on the screen, by the identity of their words, which stay for as long as the width."""
        self._width = 0

    def show(self, document: Document, pages: Sequence[Page] = ()) -> None:
        """Show this document from now on, where the one before stood."""
        known = tuple(pages) or pages_by_break(document)
        if (document, known) != (self._document, self._pages):
            self._document, self._pages = document, known
            self._lay_out()

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def look_for(self, words: str) -> None:
        """Bring the first place that says these words into sight; where it never does, stay."""
        looked_for = _plain(words)[:ENOUGH]
        line = next((line for line, text in self._texts if looked_for in text), None) if looked_for else None
        if line is None or not self.size.height:
            return
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        if not top <= line < bottom - MARGIN:
            self.scroll_to(y=max(0, line - self.size.height // 3), animate=False)

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
        return len(self._lines)

    def action_scroll(self, step: int) -> None:
        """A line further up or down."""
        self.scroll_relative(y=step, animate=False)

    def action_page(self, pages: int) -> None:
        """What fits in the window further up or down."""
        self.scroll_relative(y=pages * max(1, self.size.height - 1), animate=False)

    def action_first(self) -> None:
        """To its beginning."""
        self.scroll_to(y=0, animate=False)

    def action_last(self) -> None:
        """To its end."""
        self.scroll_to(y=len(self._lines), animate=False)

    def action_turn(self, step: int) -> None:
        """To the top of the next page, or of this one or the one before."""
        at = self.scroll_offset.y
        there = [top for top in self._tops if (top > at if step > 0 else top < at)]
        if there:
            self.scroll_to(y=there[0 if step > 0 else -1], animate=False)

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        line, width = y + self.scroll_offset.y, self.size.width
        if line >= len(self._lines):
            return Strip.blank(width, self.visual_style.rich_style)
        words = self._lines[line]
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
        return max(1, min(WIDEST, self.scrollable_content_region.width - 2 * MARGIN))

    def _lay_out(self) -> None:
        if self._document is None or not self.size.width:
            return
        if self._room != self._width:
            self._width = self._room
            self._wrapped.clear()
            self._strips.clear()
        self._lines, self._texts, self._tops = [BLANK], [], [0]
        self._say(Paragraph(self._heading + self._number(1, " – "), quiet=True))
        self._lines.append(BLANK)
        self._say(Heading(self._document.title))
        for number, page in enumerate(self._pages, 1):
            if number > 1:
                self._lines += [BLANK, None, BLANK]
                self._tops.append(len(self._lines))
                self._say(Paragraph(self._number(number), quiet=True))
            self._say_page(page)
        self._lines.append(BLANK)
        self.virtual_size = Size(self.size.width, len(self._lines))
        self.refresh()

    def _number(self, page: int, after: str = "") -> str:
        """Which page it is, where there are more than one."""
        return f"{after}page {page} of {self.pages}" if self.pages > 1 else ""

    def _say_page(self, page: Page) -> None:
        before: Block | None = None
        for placed in page:
            block = placed.block
            if isinstance(block, Heading) or (isinstance(block, Paragraph) and isinstance(before, Paragraph)):
                self._lines.append(BLANK)
            before = block
            for laid in _laid(placed):
                self._say(*laid)

    def _say(self, block: Block, first: int = 1, marks: int = 0) -> None:
        key = block, first, marks
        if key not in self._wrapped:
            self._wrapped[key] = tuple(block_lines(block, self._width, first, marks))
        drawn = self._wrapped[key]
        self._texts.append((len(self._lines), _plain(" ".join(line.plain for line in drawn))))
        self._lines += drawn


def _laid(part: Part) -> Iterator[Laid]:
    """A block, or each thing of a list by itself: the others need not be broken into lines anew when one changes."""
    block, first = part.block, part.first
    if not isinstance(block, Bullets):
        yield block, first, 0
        return
    marks = mark_cells(first + len(block.items) - 1) if block.numbered else 0
    for number, item in enumerate(block.items, first):
        yield Bullets((item,), block.numbered), number, marks


def _plain(text: str) -> str:
    return " ".join(text.split())
