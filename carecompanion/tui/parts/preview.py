"""Preview: how a document will read, one of its pages at a time, with all of its text and nothing else."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from carecompanion.sharing.document import Document, Heading
from carecompanion.sharing.paging import Page, pages_by_break
from carecompanion.sharing.plain_lines import harmless
from carecompanion.tui.parts.document_lines import block_lines
from carecompanion.tui.parts.drawing import bold, both_ends, faint, lines, say

HOW = "How it will read"
WIDEST, NARROWEST = 88, 20
"""Cells of a line at the most, for reading, and at the least."""


class Preview(VerticalScroll, can_focus=False):
    """A document page by page, no line longer than `width` cells; `show` shows another, `turn` another page.

    `heading` says above it what this is. `pages` are its pages as a PDF has them, where that is known.
    """

    def __init__(
        self,
        document: Document | None = None,
        width: int = WIDEST,
        *,
        heading: str = HOW,
        pages: Sequence[Page] = (),
        id: str | None = None,  # noqa: A002  # Textual's name
    ) -> None:
        super().__init__(id=id)
        self._document, self._widest, self._heading = document or Document("", ()), width, heading
        self._pages = tuple(pages) or pages_by_break(self._document)
        self.page = 0
        """Which page shows, counted from 0."""

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def compose(self) -> ComposeResult:
        """The words of one page."""
        yield Static()

    def show(self, document: Document, pages: Sequence[Page] = ()) -> None:
        """Show this document, on the page it was on as far as it has one."""
        self._document, self._pages = document, tuple(pages) or pages_by_break(document)
        self.page = min(self.page, self.pages - 1)
        self._draw()

    def turn(self, step: int) -> None:
        """Go so many pages on, as far as there are any."""
        page = min(max(0, self.page + step), self.pages - 1)
        if page != self.page:
            self.page = page
            self._draw()
            self.scroll_home(animate=False)

    def on_resize(self) -> None:
        """Lines break elsewhere in another width."""
        self._draw()

    def _draw(self) -> None:
        paper = self.query_one(Static)
        room = self.scrollable_content_region.width - paper.styles.gutter.width
        width = max(NARROWEST, min(self._widest, room))
        where = f"page {self.page + 1} of {self.pages}" if self.pages > 1 else ""
        head = both_ends(width, [faint(self._heading)], [faint(where)] if where else [])
        words = draw_page(self._pages[self.page], width, self._document.title if not self.page else "")
        paper.update(lines(head, say(""), words))


def draw_page(page: Page, width: int, title: str = "") -> Content:
    """One page of a document in lines of at most so many cells; the first begins with its title."""
    rows = say(bold(harmless(title))).wrap(width) if title else []
    for part in page:
        if isinstance(part.block, Heading) and rows:
            rows.append(say(""))
        rows += block_lines(part.block, width, part.first)
    return lines(*rows) if rows else say("")
