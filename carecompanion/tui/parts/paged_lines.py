"""PagedLines: the pages of a document in lines of one width, one page after the other, with all of its text."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from carecompanion.language import _
from carecompanion.sharing.document import Block, Bullets, Heading, Paragraph
from carecompanion.sharing.paging import Page, Part
from carecompanion.tui.parts.document_lines import block_lines, mark_cells
from carecompanion.tui.parts.drawing import say

BLANK = say("")
ENOUGH = 60
"""Letters by which words are found again in the document."""

Laid = tuple[Block, int, int]
"""A block, the number its list begins with, and the cells of that list's marks."""


class PagedLines:
    """Lays pages out in lines. What did not change since is not broken into lines anew while the width stays."""

    def __init__(self) -> None:
        self.lines: list[Content | None] = []
        """The lines, of which those of the same words stay the same; None stands for the gap between two pages."""
        self.tops: list[int] = []
        """Which lines the pages begin at."""
        self._texts: list[tuple[int, str]] = []
        self._wrapped: dict[Laid, Sequence[Content]] = {}
        self._width = 0

    def lay_out(self, pages: Sequence[Page], title: str, heading: str, width: int) -> None:
        """These pages in lines of at most so many cells, below the heading and the title."""
        if width != self._width:
            self._width = width
            self._wrapped.clear()
        self.lines, self._texts, self.tops = [BLANK], [], [0]
        self._say(
            Paragraph(
                heading
                if len(pages) < 2
                else _("{heading} – page 1 of {count}").format(heading=heading, count=len(pages)),
                quiet=True,
            )
        )
        self.lines.append(BLANK)
        self._say(Heading(title))
        for number, page in enumerate(pages, 1):
            if number > 1:
                self.lines += [BLANK, None]
                self.tops.append(len(self.lines))
                self.lines.append(BLANK)
                self._say(Paragraph(_("Page {number} of {count}").format(number=number, count=len(pages)), quiet=True))
            self._say_page(page)
        self.lines.append(BLANK)

    def line_of(self, words: str) -> int | None:
        """The first line of what says these words."""
        looked_for = _plain(words)[:ENOUGH]
        return next((line for line, text in self._texts if looked_for in text), None) if looked_for else None

    def _say_page(self, page: Page) -> None:
        before: Block | None = None
        for part in page:
            block = part.block
            if isinstance(block, Heading) or (isinstance(block, Paragraph) and isinstance(before, Paragraph)):
                self.lines.append(BLANK)
            before = block
            for laid in _laid(part):
                self._say(*laid)

    def _say(self, block: Block, first: int = 1, marks: int = 0) -> None:
        key = block, first, marks
        if key not in self._wrapped:
            self._wrapped[key] = tuple(block_lines(block, self._width, first, marks))
        drawn = self._wrapped[key]
        self._texts.append((len(self.lines), _plain(" ".join(line.plain for line in drawn))))
        self.lines += drawn


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
