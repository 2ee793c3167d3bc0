"""Paper: a document as it will read, page after page; what it says, not how a printer sets it."""

from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.geometry import Offset, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from carecompanion.sharing.document import Block, Bullets, Document, Heading, PageBreak, Paragraph
from carecompanion.tui.keymap import bind
from carecompanion.tui.parts.document_lines import block_lines, mark_cells
from carecompanion.tui.parts.drawing import say
from carecompanion.tui.parts.reading import ReadLine, is_reading

MARGIN, WIDEST = 2, 82
"""Cells beside the words, and the most that one line of them has."""
HOW = "How it will read"
BLANK = say("")
ENOUGH = 60
"""Letters by which words are found again in the document."""


Laid = tuple[Block, int, int]
"""A block, the number its list begins with, and the cells of that list's marks."""


class Paper(ScrollView, can_focus=True):
    """A document from its first line to its last. What did not change since is not broken into lines anew."""

    BINDINGS = [
        bind("move_up", "scroll(-1)"),
        bind("move_down", "scroll(1)"),
        bind("page_up", "page(-1)"),
        bind("page_down", "page(1)"),
        bind("first", "first"),
        bind("last", "last"),
    ]
    COMPONENT_CLASSES = {"paper--gap"}

    def __init__(self, document: Document | None = None, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self._document = document
        self._lines: list[Content | None] = []
        self._texts: list[tuple[int, str]] = []
        self._wrapped: dict[Laid, Sequence[Content]] = {}
        self._strips: dict[int, Strip] = {}
        """Lines as they are on the screen, by the identity of their words, which stay for as long as the width."""
        self._width = 0
        self._read = ReadLine()

    @property
    def spot(self) -> Offset:
        """Where the line begins that is being read."""
        line = max(0, min(self._read.at - self.scroll_offset.y, self.size.height - 1))
        return self.content_region.offset + Offset(MARGIN, line)

    def show(self, document: Document) -> None:
        """Show this document from now on, where the one before stood."""
        if document != self._document:
            self._document = document
            self._lay_out()

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
        self._move(step)

    def action_page(self, pages: int) -> None:
        """What fits in the window further up or down."""
        self._move(pages * max(1, self.size.height - 1))

    def action_first(self) -> None:
        """To its beginning."""
        self._move(-len(self._lines))

    def action_last(self) -> None:
        """To its end."""
        self._move(len(self._lines))

    def _move(self, step: int) -> None:
        """The window so many lines further; where somebody listens, the line that is read."""
        if not is_reading():
            self.scroll_relative(y=step, animate=False)
            return
        self.scroll_to(y=self._read.move(step, len(self._lines), self.scroll_offset.y, self.size.height), animate=False)
        self.refresh()  # the cursor moves with what is drawn

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
        self._lines, self._texts = [BLANK], []
        self._say(Paragraph(HOW, quiet=True))
        self._lines.append(BLANK)
        self._say(Heading(self._document.title))
        number, before = 1, None
        for block in self._document.blocks:
            if isinstance(block, PageBreak):
                number += 1
                self._lines += [BLANK, None, BLANK]
                self._say(Paragraph(f"Page {number}", quiet=True))
            elif isinstance(block, Heading) or (isinstance(block, Paragraph) and isinstance(before, Paragraph)):
                self._lines.append(BLANK)
            before = block
            for part, first, marks in _parts(block):
                self._say(part, first, marks)
        self._lines.append(BLANK)
        self.virtual_size = Size(self.size.width, len(self._lines))
        self.refresh()

    def _say(self, block: Block, first: int = 1, marks: int = 0) -> None:
        key = block, first, marks
        if key not in self._wrapped:
            self._wrapped[key] = tuple(block_lines(block, self._width, first, marks))
        drawn = self._wrapped[key]
        self._texts.append((len(self._lines), _plain(" ".join(line.plain for line in drawn))))
        self._lines += drawn


def _parts(block: Block) -> Iterator[Laid]:
    """A block, or each thing of a list by itself: the others need not be broken into lines anew when one changes."""
    if not isinstance(block, Bullets):
        yield block, 1, 0
        return
    marks = mark_cells(len(block.items)) if block.numbered else 0
    for first, item in enumerate(block.items, 1):
        yield Bullets((item,), block.numbered), first, marks


def _plain(text: str) -> str:
    return " ".join(text.split())
